"""Pictures: drawn from words, or made from other pictures with `/images/edits`.

Words of an offer's `settings`: `sizes` is "any" for models that draw each size by sixteens (else those of `fixed`, a
list of "WIDTHxHEIGHT"), `quality`, `fidelity` (sent as `input_fidelity` with edits where it is set), `most_images`,
`extra` (fields added to each request).
"""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
from PIL import Image, UnidentifiedImageError

from generation.providers import download
from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    Finished,
    ImageRequest,
    MediaInput,
    Submitted,
    Ticket,
    Unsupported,
)
from generation.providers.kinds import SUFFIXES, media_type_of
from generation.providers.openai.costs import cost_micros, tokens
from generation.providers.openai.server import Server
from generation.providers.sizes import NEAR

MOST_IMAGES = 16
LARGEST_BYTES = 50_000_000
LARGEST_MASK_BYTES = 4_000_000
MOST_PROMPT_CHARS = 32_000
STEP = 16
LARGEST = (3840, 2160)
WIDEST = 3.0
FIXED = ("1024x1024", "1536x1024", "1024x1536")
_TYPES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}

Part = tuple[str, tuple[str, bytes, str]]


class OpenAIImage:
    """Draws one picture per request. `endpoint` is the model's name."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.server = Server(access or Access(), settings)

    def submit(self, request: ImageRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Draw the picture into `folder`. Raise `Unsupported` for a size or pictures that the model does not take."""
        if len(request.prompt) > MOST_PROMPT_CHARS:
            raise Unsupported(f"{self.server.label} takes {MOST_PROMPT_CHARS:,} characters of description.")
        fields = self._fields(request)
        given = ([request.edit] if request.edit else []) + list(request.references)
        if given:
            response = self._edited(fields, given, request, ticket)
        elif request.mask:
            raise Unsupported("A mask says where a picture may change, and there is no picture to change.")
        else:
            response = self.server.order(ticket, "images/generations", json=fields)
        return self._finished(response, request, folder)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: a picture is there when it is asked for."""
        raise Unsupported("Pictures are drawn at once; there is nothing to collect.")

    def _fields(self, request: ImageRequest) -> dict[str, Any]:
        settings = self.server.settings
        fields: dict[str, Any] = {"model": self.endpoint, "prompt": request.prompt, "n": 1}
        fields["size"] = "x".join(map(str, self._size(request)))
        if settings.get("quality"):
            fields["quality"] = settings["quality"]
        return {**fields, **dict(settings.get("extra") or {})}

    def _size(self, request: ImageRequest) -> tuple[int, int]:
        """The size to ask for: what covers the wanted one. By sixteens up to fifteen pixels more, which are cut off."""
        if self.server.settings.get("sizes") != "any":
            return self._fixed_size(request)
        width, height = -(-request.width // STEP) * STEP, -(-request.height // STEP) * STEP
        if max(width, height) > LARGEST[0] or width * height > LARGEST[0] * LARGEST[1]:
            raise Unsupported(f"{self.endpoint} draws up to {LARGEST[0]} × {LARGEST[1]}, not {width} × {height}.")
        if max(width, height) > WIDEST * min(width, height):
            raise Unsupported(f"{self.endpoint} draws shapes up to 3:1, not {width} × {height}.")
        return width, height

    def _fixed_size(self, request: ImageRequest) -> tuple[int, int]:
        """The smallest of the model's sizes that covers what is wanted, in nearly the same shape."""
        names = self.server.settings.get("fixed") or FIXED
        sizes = [(int(width), int(height)) for width, height in (str(name).split("x") for name in names)]
        wanted = request.width / request.height
        for width, height in sorted(sizes, key=lambda size: size[0] * size[1]):
            apart = max(width / height / wanted, wanted * height / width)
            if width >= request.width and height >= request.height and apart <= NEAR:
                return width, height
        raise Unsupported(
            f"{self.endpoint} draws {', '.join(names)}; {request.width} × {request.height} is not covered by that."
        )

    def _edited(
        self, fields: Mapping[str, Any], given: list[MediaInput], request: ImageRequest, ticket: Ticket
    ) -> httpx.Response:
        most = int(self.server.settings.get("most_images") or MOST_IMAGES)
        if len(given) > most:
            raise Unsupported(f"{self.endpoint} takes {most} pictures, but this has {len(given)}.")
        name = "image[]" if len(given) > 1 else "image"
        parts: list[Part] = [(name, _as_part(picture, f"image{index}")) for index, picture in enumerate(given)]
        if request.mask:
            if request.edit is None:
                raise Unsupported("A mask says where a picture may change, and there is no picture to change.")
            parts.append(("mask", ("mask.png", mask_png(request.mask.path, request.edit.path), "image/png")))
        told = {**fields, "n": str(fields["n"])}
        if self.server.settings.get("fidelity"):
            told["input_fidelity"] = self.server.settings["fidelity"]
        return self.server.order(ticket, "images/edits", data=told, files=parts)

    def _finished(self, response: httpx.Response, request: ImageRequest, folder: Path) -> Finished:
        body = self.server.body_of(response)
        place = folder / "picture"
        self._fill(place, body)
        kind = media_type_of(place)
        if kind not in _TYPES:
            raise BadAnswer(f"{self.server.label} sent something that is no picture.")
        path = place.rename(place.with_suffix(SUFFIXES[kind]))
        self._trim(path, kind, request)
        usage = body.get("usage")
        details = {"tokens": tokens(usage)} if isinstance(usage, Mapping) else {}
        return Finished(path, kind, details=details, cost_micros=cost_micros(usage, self.server.settings))

    def _fill(self, place: Path, body: Mapping[str, Any]) -> None:
        """Write the picture: from inside the answer, or from an address that some servers give in its place."""
        rows = body.get("data")
        row = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], Mapping) else {}
        if row.get("b64_json"):
            try:
                place.write_bytes(base64.b64decode(str(row["b64_json"])))
            except binascii.Error as error:
                raise BadAnswer("The picture came inside the answer, and is broken.") from error
        elif row.get("url"):
            download.fetch(str(row["url"]), place, self.server.access)
        else:
            raise BadAnswer(f"{self.server.label} sent no picture.", vendor_words=str(body)[:500])

    def _trim(self, path: Path, kind: str, request: ImageRequest) -> None:
        """Cut off the pixels that were only asked for because the model counts by sixteens."""
        try:
            with Image.open(path) as image:
                image.load()
                over = (image.width - request.width, image.height - request.height)
                left, top = over[0] // 2, over[1] // 2
                cut = image.crop((left, top, left + request.width, top + request.height))
        except (UnidentifiedImageError, OSError) as error:
            raise BadAnswer("The picture that came is broken.", vendor_words=str(error)) from error
        if over != (0, 0) and all(0 <= surplus < STEP for surplus in over):
            cut.save(path, _TYPES[kind])


def _as_part(picture: MediaInput, name: str) -> tuple[str, bytes, str]:
    content = picture.path.read_bytes()
    kind = media_type_of(picture.path)
    if kind not in _TYPES:
        raise Unsupported("Pictures to start from must be PNG, JPEG or WebP.")
    if len(content) > LARGEST_BYTES:
        raise Unsupported(f"A picture to start from has {len(content) / 1e6:,.0f} MB; 50 MB is the most.")
    return name + SUFFIXES[kind], content, kind


def mask_png(mask: Path, picture: Path) -> bytes:
    """Return a mask as the protocol wants it: clear where the picture may change, and exactly as large.

    Ours is white where it may change.
    """
    try:
        with Image.open(mask) as wanted, Image.open(picture) as image:
            grey = wanted.convert("L").resize(image.size)
    except (UnidentifiedImageError, OSError) as error:
        raise Unsupported("The mask cannot be read.", vendor_words=str(error)) from error
    kept = grey.point(lambda value: 255 - value)
    whole = Image.merge("RGBA", (*[Image.new("L", kept.size, 0)] * 3, kept))
    out = io.BytesIO()
    whole.save(out, "PNG", optimize=True)
    if out.tell() > LARGEST_MASK_BYTES:
        raise Unsupported("The mask has more than 4 MB. Draw it with plainer edges.")
    return out.getvalue()
