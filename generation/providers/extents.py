"""How many pixels a file shows."""

from __future__ import annotations

import av
from PIL import Image

from .base import MediaInput, Unsupported


def extent_of(media: MediaInput) -> tuple[int, int]:
    """Return the width and height of a picture or a clip. Raise `Unsupported` if it shows nothing."""
    try:
        if media.media_type.startswith("image/"):
            with Image.open(media.path) as picture:
                return picture.size
        with av.open(str(media.path)) as file:
            stream = file.streams.video[0]
            return stream.width, stream.height
    except (OSError, IndexError, av.FFmpegError) as error:
        raise Unsupported(
            "The file to be sent shows nothing.", vendor_words=f"{type(error).__name__}: {error}"
        ) from error
