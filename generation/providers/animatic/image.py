"""Pictures for films without a key: the staging of a shot, drawn."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import skia

from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    Finished,
    ImageRequest,
    Submitted,
    Ticket,
    Unsupported,
)

from .drawing.scene import build_stage, falling_weather, render_still
from .drawing.sets.catalog import ALWAYS_INDOORS, INDOORS, OUTDOORS
from .drawing.sheet import SUBJECTS, build_sheet
from .pool import compute

JPEG_QUALITY = 92
"""Below it the grain turns to blocks; above it files double for nothing that is seen."""

LARGEST = 4096
"""The longest side that is drawn, in pixels: beyond it one picture's layers take gigabytes."""

_TIMES = {
    "night": "night", "midnight": "night", "moonlight": "night", "moonlit": "night", "evening": "dusk", "dusk": "dusk",
    "sunset": "dusk", "twilight": "dusk", "dawn": "dawn", "sunrise": "dawn", "morning": "dawn",
}  # fmt: skip
_WEATHERS = {"rain": "rain", "rainy": "rain", "raining": "rain", "snow": "snow", "snowy": "snow", "snowing": "snow",
             "fog": "fog", "foggy": "fog", "mist": "fog", "misty": "fog", "storm": "storm", "stormy": "storm",
             "thunder": "storm"}  # fmt: skip
_SIZES = {"close-up": "close", "closeup": "close", "portrait": "close", "wide": "wide", "establishing": "extreme_wide",
          "panorama": "extreme_wide", "medium": "medium"}  # fmt: skip
_PEOPLE = {
    "woman": {"sex": "female"}, "girl": {"sex": "female", "age": "child"}, "lady": {"sex": "female"},
    "grandmother": {"sex": "female", "age": "elder"}, "queen": {"sex": "female"}, "princess": {"sex": "female"},
    "man": {"sex": "male"}, "boy": {"sex": "male", "age": "child"}, "grandfather": {"sex": "male", "age": "elder"},
    "king": {"sex": "male"}, "detective": {"sex": "male", "wears": "trench coat, fedora"}, "child": {"age": "child"},
    "knight": {"sex": "male"}, "person": {}, "hero": {}, "heroine": {"sex": "female"}, "sailor": {"sex": "male"},
}  # fmt: skip
"""Words of a prompt that put someone in the picture, and how they look."""


class AnimaticImage:
    """Draws a request's staging, or, without one, what the words of its prompt name."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self.endpoint = endpoint
        self.settings = settings

    def submit(self, request: ImageRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Draw the picture and leave it as a JPEG in `folder`; the same request gives the same file.

        Raise `Unsupported` for a size that cannot be drawn.
        """
        if not (16 <= request.width <= LARGEST and 16 <= request.height <= LARGEST):
            raise Unsupported(f"Pictures are drawn from 16 to {LARGEST} pixels on a side.")
        staging = dict(request.staging) if request.staging is not None else staging_from_words(request.prompt)
        path = folder / "picture.jpg"
        compute(draw_picture, staging, request.width, request.height, request.seed, str(path))
        return Finished(path=path, media_type="image/jpeg", cost_micros=0)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Raise `Unsupported`: pictures are finished when they are asked for."""
        raise Unsupported(f"Nothing is waiting under {sent.provider_job_id!r}: drawn pictures are finished at once.")


def draw_picture(staging: Mapping[str, Any], width: int, height: int, seed: int, path: str) -> None:
    """Draw `staging` at its first view and write a JPEG to `path`. Runs in a process of the pool."""
    build = build_sheet if staging.get("subject") in SUBJECTS else build_stage
    stage = build(staging, width, height)
    picture = render_still(stage, width, height, weather=falling_weather(staging), seed=seed)
    encoded = picture.encodeToData(skia.kJPEG, JPEG_QUALITY)
    if encoded is None:
        raise BadAnswer("The drawn picture could not be written as JPEG.")
    Path(path).write_bytes(bytes(encoded))


def staging_from_words(prompt: str) -> dict[str, Any]:
    """Return a staging for the set, hour, weather and people that the words of `prompt` name."""
    words = re.findall(r"[\w-]+", prompt.lower())
    known = {word for listed in (*INDOORS.values(), *OUTDOORS.values()) for word in listed}
    kind = next((word for word in words if word in known), "")
    return {
        "set": {"name": "", "kind": kind, "description": _mark(prompt), "interior": kind in ALWAYS_INDOORS},
        "time_of_day": _said(words, _TIMES) or "day",
        "weather": _said(words, _WEATHERS) or "clear",
        "size": _said(words, _SIZES) or "wide",
        "cast": [{"name": word, **_PEOPLE[word]} for word in dict.fromkeys(words) if word in _PEOPLE][:3],
    }


def _said(words: list[str], meanings: Mapping[str, str]) -> str:
    return next((meanings[word] for word in words if word in meanings), "")


def _mark(prompt: str) -> str:
    """Return a short stand-in for the prompt, so that two prompts do not draw the very same place."""
    return hashlib.sha256(prompt.encode()).hexdigest()[:8]
