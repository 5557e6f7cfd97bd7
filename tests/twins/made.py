"""What twins deliver: real files, as long and as large as they were asked for."""

from __future__ import annotations

import base64
import io
import threading
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

import av

from . import media

SHORT_SIDES = {"360p": 360, "480p": 480, "512p": 512, "580p": 580, "720p": 720, "768p": 768, "1080p": 1080}
LONG_SIDES = {"0.5K": 512, "1K": 1024, "2K": 2048, "3K": 3072, "4K": 4096, "2k": 2048, "4k": 3840}
READING_MS = 65
"""How long a letter takes to be spoken."""

Find = Callable[[str], bytes]
"""Brings the bytes of a link."""


def content_of(link: str, find: Find) -> bytes:
    """Return what lies at a link: inside it, or where `find` finds it."""
    if not link.startswith("data:"):
        try:
            return find(link)
        except KeyError:
            # Somewhere in the world, where a twin does not go: any file will do.
            return media.sound(1000) if link.endswith((".wav", ".mp3")) else media.clip(1000)
    head, _, body = link.partition(",")
    return base64.b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)


def lasts_ms(content: bytes) -> int:
    """Return how long a sound or a clip lasts."""
    with av.open(io.BytesIO(content), "r") as file:
        return round((file.duration or 0) / 1000)


def shows(content: bytes) -> tuple[int, int]:
    """Return the size of a picture or a clip."""
    with av.open(io.BytesIO(content)) as file:
        stream = file.streams.video[0]
        return stream.width, stream.height


def length_ms(fields: Mapping[str, Any], find: Find) -> int:
    """Return how long a result lasts."""
    for name in ("audio_url", "audio_file", "audio", "video_url", "video"):
        if isinstance(fields.get(name), str) and "num_frames" not in fields:
            return lasts_ms(content_of(fields[name], find))
    for frames, rates in (("num_frames", ("frames_per_second", "fps", "frame_rate")), ("video_length", ("fps",))):
        if frames in fields:
            rate = next((int(fields[name]) for name in rates if name in fields), 16)
            return round(int(fields[frames]) * 1000 / rate)
    if "length" in fields:
        return round(int(fields["length"]) * 1000 / 25)
    if "music_length_ms" in fields:
        return int(fields["music_length_ms"])
    for name in ("duration", "duration_seconds", "seconds_total"):
        if name in fields:
            return round(float(str(fields[name]).removesuffix("s")) * 1000)
    text = str(fields.get("text") or fields.get("prompt") or "")
    return max(500, len(text) * READING_MS)


def extent(fields: Mapping[str, Any], find: Find) -> tuple[int, int]:
    """Return how large a result is."""
    size = fields.get("image_size") or fields.get("video_size")
    if isinstance(size, dict):
        return int(size["width"]), int(size["height"])
    if isinstance(fields.get("width"), int) and isinstance(fields.get("height"), int):
        return fields["width"], fields["height"]
    wide, high = _shape(fields, find)
    word = str(fields.get("resolution") or fields.get("size") or fields.get("target_resolution") or "")
    if word in SHORT_SIDES:
        side = SHORT_SIDES[word]
        return (round(side * wide / high / 2) * 2, side) if wide >= high else (side, round(side * high / wide / 2) * 2)
    long_side = LONG_SIDES.get(word, 1344 if wide != high else 1024)
    return (long_side, round(long_side * high / wide)) if wide >= high else (round(long_side * wide / high), long_side)


def _shape(fields: Mapping[str, Any], find: Find) -> tuple[int, int]:
    word = str(fields.get("aspect_ratio", ""))
    if ":" in word:
        wide, _, high = word.partition(":")
        return int(wide), int(high)
    for name in ("image", "image_url", "start_image", "start_image_url", "first_frame_image", "video_url", "video"):
        if isinstance(fields.get(name), str):
            return shows(content_of(fields[name], find))
    return 16, 9


_MAKING = threading.Lock()
"""One file is made at a time: a hundred that ask for the same one wait for the first, and share it."""


def made(kind: str, fields: Mapping[str, Any], find: Find, knobs: Mapping[str, Any], hue: int) -> tuple[bytes, str]:
    """Return a result and its media type. `knobs`: "shrink" makes it so many times smaller, "lie" makes it wrong."""
    with _MAKING:
        return _made(kind, fields, find, knobs, hue)


def _made(kind: str, fields: Mapping[str, Any], find: Find, knobs: Mapping[str, Any], hue: int) -> tuple[bytes, str]:
    lie = knobs.get("lie", "")
    if lie == "kind":
        return b"<html><body>Not what you wanted</body></html>", "text/html"
    if kind == "sound":
        return media.sound(_lied(length_ms(fields, find), lie), "mp3"), "audio/mpeg"
    wide, high = shown(fields, find)
    shrink = int(knobs.get("shrink", 1)) * (2 if lie == "size" else 1)
    wide, high = max(16, wide // shrink), max(16, high // shrink)
    if kind == "picture":
        form = str(fields.get("output_format", "png")).replace("jpg", "jpeg")
        form = form if form in {"png", "jpeg", "webp"} else "png"
        return media.picture(wide, high, form, hue), f"image/{form}"
    with_sound = bool(fields.get("generate_audio", True))
    return media.clip(_lied(length_ms(fields, find), lie), wide, high, with_sound=with_sound), "video/mp4"


def shown(fields: Mapping[str, Any], find: Find) -> tuple[int, int]:
    """Return how large a result is, be it made or enlarged."""
    return _enlarged(fields, find) or extent(fields, find)


def _enlarged(fields: Mapping[str, Any], find: Find) -> tuple[int, int] | None:
    factor = fields.get("scale", fields.get("upscale_factor"))
    link = fields.get("image") or fields.get("image_url") or fields.get("video_url")
    if factor is None or not isinstance(link, str):
        return None
    wide, high = shows(content_of(link, find))
    return round(wide * factor), round(high * factor)


def _lied(length: int, lie: str) -> int:
    return max(100, length // 2) if lie == "duration" else length
