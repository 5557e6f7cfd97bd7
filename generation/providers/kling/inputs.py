"""What Kling takes along with a request, and how: pictures and sounds inside it, clips by their link."""

from __future__ import annotations

import base64

from generation.providers.base import MediaInput, NeedsSetup, Unsupported

LARGEST_PICTURE = 10 * 1024**2
LARGEST_SOUND = 5 * 1024**2
LARGEST_CLIP = 100 * 1024**2

_SOUNDS = ("audio/mpeg", "audio/wav", "audio/x-wav", "audio/mp4", "audio/aac", "audio/x-m4a")


def picture(media: MediaInput) -> str:
    """Return a picture as bare base64: with "data:image/png;base64," before it the vendor says that it is broken."""
    if media.media_type not in {"image/jpeg", "image/png"}:
        raise Unsupported("Kling takes pictures as JPEG or PNG only.")
    return _inside(media, LARGEST_PICTURE, "pictures")


def sound(media: MediaInput) -> str:
    """Return a sound as bare base64."""
    check_sound(media)
    return _inside(media, LARGEST_SOUND, "sounds")


def check_sound(media: MediaInput) -> None:
    """Raise `Unsupported` for a sound of a kind or a size that the vendor does not take."""
    if media.media_type not in _SOUNDS:
        raise Unsupported("Kling takes sounds as MP3, WAV, M4A or AAC only.")
    _check_size(media, LARGEST_SOUND, "sounds")


def check_clip(media: MediaInput) -> None:
    """Raise `Unsupported` for a clip of a kind or a size that the vendor does not take."""
    if media.media_type not in {"video/mp4", "video/quicktime"}:
        raise Unsupported("Kling takes clips as MP4 or MOV only.")
    _check_size(media, LARGEST_CLIP, "clips")


def link(media: MediaInput) -> str:
    """Return where the vendor can fetch a file. Raise `NeedsSetup` where it cannot reach us."""
    if not media.url.startswith(("http://", "https://")):
        raise NeedsSetup(
            "Kling fetches clips by their link, but this studio's files cannot be reached from outside. "
            "Set a public address or a public store first."
        )
    return media.url


def _inside(media: MediaInput, largest: int, kind: str) -> str:
    _check_size(media, largest, kind)
    return base64.b64encode(media.path.read_bytes()).decode("ascii")


def _check_size(media: MediaInput, largest: int, kind: str) -> None:
    if media.path.stat().st_size > largest:
        raise Unsupported(f"Kling takes {kind} of at most {largest // 1024**2} MB.")
