"""Sound and clips that somebody gives: looked into, and packed anew with the picture and the sound alone.

Where and with what it was recorded, subtitles, covers, a drone's flight data: all that travels beside them stays
behind. What every browser plays is copied as it is; the rest is encoded anew, as far as it is short.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from . import ffmpeg
from .errors import BrokenMedia
from .ffmpeg import Packing
from .probe import Probed, opened, probe
from .runner import run

SHORTEST_MS: Final = 100
LONGEST_MS: Final = {"audio": 3 * 60 * 60_000, "video": 30 * 60_000}
LONGEST_ENCODED_MS: Final = 2 * 60_000
"""Encoding a clip takes about as long as it lasts, and somebody waits for it."""

MOST_PIXELS: Final = 4096 * 2304
TIMEOUT_S: Final = 600

_PLAYED: Final = {
    "h264": "mp4",
    "av1": "mp4",
    "vp8": "webm",
    "vp9": "webm",
}
"""Clips that browsers play, and what they are packed in."""

_SOUND_COPIED: Final = {"mp4": {"aac", "mp3"}, "webm": {"opus", "vorbis"}}
_SOUND_ENCODED: Final = {"mp4": "aac", "webm": "libopus"}
_PCM_COPIED: Final = {"pcm_s16le", "pcm_s24le", "pcm_f32le"}
_WORDS: Final = {"image": "a picture", "audio": "a sound recording", "video": "a clip"}


@dataclass(frozen=True, slots=True)
class _Streams:
    """What a file says it holds, before anything is decoded."""

    pixels: int
    picture: str
    sound: str


def cleaned_clip(source: Path, folder: Path) -> tuple[Path, str]:
    """Write the clip in `source` anew into `folder`; return where, and its media type.

    Raises BrokenMedia, in one sentence, when it is no clip, too long, too large or damaged.
    """
    streams = _streams(source)
    if streams.pixels > MOST_PIXELS:
        raise BrokenMedia("The picture of this clip is too large; at most 4096 × 2304 pixels are taken.")
    found = _probed(source, "video")
    container = _PLAYED.get(streams.picture, "mp4")
    is_played = streams.picture in _PLAYED and not found.high_dynamic_range
    if not is_played and found.duration_ms > LONGEST_ENCODED_MS:
        raise BrokenMedia(
            f"Browsers do not play {streams.picture}, and encoding {_minutes(found.duration_ms)} of it anew "
            "would take too long. Export it as MP4 (H.264)."
        )
    sound = "copy" if streams.sound in _SOUND_COPIED[container] else _SOUND_ENCODED[container]
    target = folder / f"clip.{container}"
    packing = Packing("copy" if is_played else "libx264", sound if found.has_audio else "")
    run(ffmpeg.pack(source, target, packing), timeout_s=TIMEOUT_S)
    return target, f"video/{container}"


def cleaned_sound(source: Path, folder: Path) -> tuple[Path, str]:
    """Write the sound in `source` anew into `folder`; return where, and its media type.

    MP3 and AAC are copied, and so is what was never compressed; the rest becomes AAC. Raises BrokenMedia, in one
    sentence, when it is no sound, too long or damaged.
    """
    codec = _streams(source).sound
    _probed(source, "audio")
    if codec.startswith("pcm_"):
        target, media_type = folder / "sound.wav", "audio/wav"
        packed = "copy" if codec in _PCM_COPIED else "pcm_s16le"
    elif codec == "mp3":
        target, media_type, packed = folder / "sound.mp3", "audio/mpeg", "copy"
    else:
        target, media_type = folder / "sound.m4a", "audio/mp4"
        packed = "copy" if codec == "aac" else "aac"
    run(ffmpeg.pack(source, target, Packing("", packed)), timeout_s=TIMEOUT_S)
    return target, media_type


def _streams(source: Path) -> _Streams:
    """Name codecs by what they are: a decoder may be called differently, such as "mp3float"."""
    with opened(source) as container:
        pictures = [stream.codec_context for stream in container.streams.video]
        sounds = [stream.codec_context.codec.canonical_name for stream in container.streams.audio]
        pixels = max((picture.width * picture.height for picture in pictures), default=0)
        return _Streams(pixels, pictures[0].codec.canonical_name if pictures else "", sounds[0] if sounds else "")


def _probed(source: Path, kind: str) -> Probed:
    found = probe(source)
    if found.kind != kind:
        raise BrokenMedia(f"This is {_WORDS[found.kind]}; {_WORDS[kind]} is wanted here.")
    if found.duration_ms < SHORTEST_MS:
        raise BrokenMedia("This is shorter than a tenth of a second.")
    if found.duration_ms > LONGEST_MS[kind]:
        raise BrokenMedia(
            f"This lasts {_minutes(found.duration_ms)}; at most {_minutes(LONGEST_MS[kind])} are taken here."
        )
    return found


def _minutes(duration_ms: int) -> str:
    minutes = max(1, round(duration_ms / 60_000))
    return f"{minutes} minute{'s' if minutes > 1 else ''}"
