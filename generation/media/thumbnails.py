"""Small copies of pictures, as wide as they are shown: a page of fifty pictures must not be a hundred megabytes."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from generation.media.errors import BrokenMedia

WIDTHS = (160, 320, 640, 1280)
"""A face in a list, a row's picture, a card on a dense screen, a whole panel; each serves up to twice its pixels."""

_QUALITY = 80
_EFFORT = 3
"""WebP's own scale to 6: from here on a file is a few percent smaller and takes twice as long."""


def make_small(source: Path, width: int, place: Path) -> None:
    """Write the picture in `source` to `place` as WebP, `width` pixels wide at most; it is never enlarged.

    Raise `BrokenMedia` if it cannot be read, `FileNotFoundError` if there is none.
    """
    try:
        with Image.open(source) as opened:
            opened.draft("RGB", (width * 2, width * 2))
            picture = _plain(ImageOps.exif_transpose(opened))
            # The height follows from the width alone.
            picture.thumbnail((width, max(picture.size) * width), Image.Resampling.LANCZOS, reducing_gap=2.0)
            picture.save(place, "WEBP", quality=_QUALITY, method=_EFFORT)
    except FileNotFoundError:
        raise
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise BrokenMedia("This picture cannot be read.") from error


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture in eight bits a colour, which is all that WebP knows."""
    if picture.mode in {"RGB", "RGBA"}:
        return picture
    has_holes = picture.mode in {"LA", "PA"} or "transparency" in picture.info
    return picture.convert("RGBA" if has_holes else "RGB")
