"""Masks: pictures that say which part of another picture may change. White where it may, black where it may not."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, UnidentifiedImageError

from .errors import BrokenMedia

Box = tuple[float, float, float, float]
"""Left, top, width and height of a part of a picture, in percent of its sides."""

LEAST_SIDE: Final = 1.0
"""Percent: what is smaller was not drawn on purpose."""

_SEEN: Final = 16
"""How bright, of 255, the brightest place of a mask must be to say anything at all."""


def draw_mask(size: tuple[int, int], box: Box, place: Path) -> Path:
    """Write the mask of a box of a picture of `size` (width, height) as a PNG. Raise `BrokenMedia` for an empty box."""
    left, top, width, height = box
    right, bottom = min(100.0, left + width), min(100.0, top + height)
    if min(left, top) < 0 or right - left < LEAST_SIDE or bottom - top < LEAST_SIDE:
        raise BrokenMedia("The part that may change is empty, or lies outside the picture.")
    mask = Image.new("L", size, 0)
    corners = (
        round(left / 100 * size[0]),
        round(top / 100 * size[1]),
        max(0, round(right / 100 * size[0]) - 1),
        max(0, round(bottom / 100 * size[1]) - 1),
    )
    ImageDraw.Draw(mask).rectangle(corners, fill=255)
    mask.save(place, "PNG", optimize=True)
    return place


def read_mask(source: Path, size: tuple[int, int], place: Path) -> Path:
    """Write somebody's own mask as ours: as large as the picture, white (or see-through in theirs) where it may change.

    Raise `BrokenMedia` where it cannot be read, or lets nothing change.
    """
    try:
        with Image.open(source) as image:
            image.load()
            mask = _bright(image).resize(size)
    except (UnidentifiedImageError, OSError) as error:
        raise BrokenMedia("The mask cannot be read.") from error
    if mask.getextrema()[1] < _SEEN:  # type: ignore[operator]
        raise BrokenMedia("The mask is black all over: nothing may change.")
    mask.save(place, "PNG", optimize=True)
    return place


def _bright(image: Image.Image) -> Image.Image:
    if "A" in image.getbands():
        solid = image.getchannel("A")
        if solid.getextrema()[0] < 255:  # type: ignore[operator]
            return solid.point(lambda value: 255 - value)
    return image.convert("L")
