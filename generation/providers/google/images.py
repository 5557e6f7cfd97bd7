"""Pictures drawn or changed by Gemini: words and references go in as parts of one message, a picture comes back."""

from __future__ import annotations

import base64
import binascii
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    Finished,
    ImageRequest,
    ProviderError,
    Refused,
    Submitted,
    Ticket,
    Unsupported,
)
from generation.providers.kinds import SUFFIXES, media_type_of
from generation.providers.sizes import shape_for
from generation.providers.wire import json_of

from .client import open_wire, picture_in

LARGEST_REQUEST = 20_000_000
"""Of all pictures sent inside one request together, in base64."""

_SIDES = {"1K": 1024, "2K": 2048, "4K": 4096}
_SLACK = 1.02
"""Sides are rounded to multiples of 16 or 32: "1K" at 16:9 is 1376 x 768, not 1365.3 x 768."""

_REFUSED = frozenset(
    {
        "SAFETY",
        "IMAGE_SAFETY",
        "PROHIBITED_CONTENT",
        "IMAGE_PROHIBITED_CONTENT",
        "BLOCKLIST",
        "SPII",
        "RECITATION",
        "IMAGE_RECITATION",
    }
)


class GeminiImages:
    """One model that draws.

    Settings: `shapes`, `image_sizes` (names out of "1K", "2K", "4K"; none: it has one size), `max_references`,
    `micros_per_mtoken` {"in", "out", "image"}: what a million tokens cost, to reckon what was billed.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._wire = open_wire(access)

    def submit(self, request: ImageRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Buy a picture and write it to `folder`. Raise `Refused` with Google's words where its rules forbid it."""
        body = self._body(request)
        response = self._wire.pay(ticket, "POST", f"models/{quote(self._endpoint, safe='')}:generateContent", json=body)
        answer = json_of(response)
        answer = answer if isinstance(answer, dict) else {}
        cost = _cost(answer.get("usageMetadata"), self._settings.get("micros_per_mtoken"))
        try:
            content = _picture(answer)
        except ProviderError as error:
            # What it thought and drew before it refused is billed.
            error.charged_micros = cost
            raise
        path = folder / "picture"
        path.write_bytes(content)
        media_type = media_type_of(path)
        if not media_type.startswith("image/"):
            raise BadAnswer("Google sent something that is no picture.", vendor_words=repr(content[:200]))
        return Finished(path.rename(path.with_suffix(SUFFIXES[media_type])), media_type, cost_micros=cost)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: the picture comes at once."""
        raise Unsupported("Google sends pictures at once; there is nothing to collect.")

    def _body(self, request: ImageRequest) -> dict[str, Any]:
        if request.mask is not None:
            raise Unsupported("Gemini changes a picture as a whole; it takes no mask.")
        pictures = (*((request.edit,) if request.edit else ()), *request.references)
        most = int(self._settings.get("max_references", 1))
        if len(pictures) > most:
            raise Unsupported(f"This model takes at most {most} pictures along.")
        parts: list[dict[str, Any]] = [{"text": request.prompt}]
        for media in pictures:
            media_type, data = picture_in(media)
            parts.append({"inlineData": {"mimeType": media_type, "data": data}})
        if sum(len(part["inlineData"]["data"]) for part in parts[1:]) > LARGEST_REQUEST:
            raise Unsupported(f"Google takes at most {LARGEST_REQUEST // 10**6} MB of pictures along.")
        # With text beside it, a model that will not draw says why.
        config = {"responseModalities": ["TEXT", "IMAGE"], "imageConfig": self._image_config(request)}
        return {"contents": [{"role": "user", "parts": parts}], "generationConfig": config}

    def _image_config(self, request: ImageRequest) -> dict[str, str]:
        shape = shape_for(request.width, request.height, {"choices": self._settings["shapes"]})
        config = {"aspectRatio": shape}
        names = self._settings.get("image_sizes")
        if names:
            config["imageSize"] = _size(request, shape, names)
        return config


def _size(request: ImageRequest, shape: str, names: list[str]) -> str:
    """Return the smallest size that covers what is wanted: "1K" has the area of 1024 x 1024 in any shape."""
    wide, high = (float(side) for side in shape.split(":"))
    for name in sorted(names, key=lambda name: _SIDES[name]):
        area = _SIDES[name] ** 2
        width, height = math.sqrt(area * wide / high), math.sqrt(area * high / wide)
        if width * _SLACK >= request.width and height * _SLACK >= request.height:
            return name
    raise Unsupported(f"{request.width} x {request.height} is more than this model draws.")


def _picture(answer: Mapping[str, Any]) -> bytes:
    """Return the last picture of an answer. Raise `Refused` or `BadAnswer` if there is none."""
    blocked = (answer.get("promptFeedback") or {}).get("blockReason")
    candidate = (answer.get("candidates") or [{}])[0]
    parts = (candidate.get("content") or {}).get("parts") or []
    # What it drew while it thought is not what it answers.
    data = [part["inlineData"]["data"] for part in parts if "inlineData" in part and not part.get("thought")]
    if data:
        return _decoded(str(data[-1]))
    reason = str(blocked or candidate.get("finishReason") or "")
    said = " ".join(str(part["text"]) for part in parts if part.get("text"))
    words = ": ".join(filter(None, (reason, str(candidate.get("finishMessage") or said))))
    if blocked or reason in _REFUSED:
        raise Refused("Google turned this down: it goes against its rules.", vendor_words=words)
    raise BadAnswer("Google drew no picture.", vendor_words=words[:2000])


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise BadAnswer("Google sent a broken picture.", vendor_words=data[:200]) from error


def _cost(usage: Any, prices: Mapping[str, int] | None) -> int | None:
    """Return what the tokens of an answer cost in millionths of a dollar, None where that is not told."""
    if not isinstance(usage, dict) or not prices or "candidatesTokenCount" not in usage:
        return None
    rows = usage.get("candidatesTokensDetails") or []
    drawn = sum(int(row.get("tokenCount") or 0) for row in rows if row.get("modality") == "IMAGE")
    if not rows:
        drawn = int(usage["candidatesTokenCount"])
    written = int(usage["candidatesTokenCount"]) - drawn + int(usage.get("thoughtsTokenCount") or 0)
    read = int(usage.get("promptTokenCount") or 0)
    billed = read * int(prices["in"]) + written * int(prices["out"]) + drawn * int(prices["image"])
    return -(-billed // 1_000_000)
