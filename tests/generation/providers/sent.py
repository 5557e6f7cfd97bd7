"""Files to send along, and rows to send them by."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generation.providers.base import MediaInput
from tests.twins import media

SUFFIXES = {"image/png": ".png", "video/mp4": ".mp4", "audio/wav": ".wav", "audio/mpeg": ".mp3"}


def stored(folder: Path, content: bytes, media_type: str) -> MediaInput:
    """A file as the studio has it."""
    digest = hashlib.sha256(content).hexdigest()
    place = folder / f"{digest[:16]}{SUFFIXES[media_type]}"
    place.write_bytes(content)
    return MediaInput(digest, place, media_type)


def picture(folder: Path, width: int = 64, height: int = 36, hue: int = 0) -> MediaInput:
    """A picture."""
    return stored(folder, media.picture(width, height, "png", hue), "image/png")


def clip(folder: Path, duration_ms: int = 1000, width: int = 64, height: int = 36) -> MediaInput:
    """A clip."""
    return stored(folder, media.clip(duration_ms, width, height), "video/mp4")


def sound(folder: Path, duration_ms: int = 1000) -> MediaInput:
    """A recording."""
    return stored(folder, media.sound(duration_ms), "audio/wav")
