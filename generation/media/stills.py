"""Slates: what is seen where a take is still missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from .fonts import fonts_folder
from .formats import Format

_CARD = (22, 24, 29)
_FRAME = (58, 63, 74)
_NAME = (226, 229, 235)
_NOTE = (140, 147, 160)


def draw_slate(name: str, fmt: Format, output: Path) -> None:
    """Leave a dark card with the shot's name, in the format's size, as a PNG in `output`."""
    image = Image.new("RGB", (fmt.width, fmt.height), _CARD)
    draw = ImageDraw.Draw(image)
    short = min(fmt.width, fmt.height)
    margin = round(short * 0.08)
    box = (margin, margin, fmt.width - margin, fmt.height - margin)
    draw.rectangle(box, outline=_FRAME, width=max(1, short // 240))
    middle = (fmt.width / 2, fmt.height / 2)
    text, font = _fitted(" ".join(name.split()) or "Untitled shot", fmt.width - 4 * margin, short // 11)
    draw.text(middle, text, font=font, fill=_NAME, anchor="mm")
    note_at = (middle[0], middle[1] + short * 0.11)
    draw.text(note_at, "no take yet", font=_font("Medium", short // 24), fill=_NOTE, anchor="mm")
    image.save(output, format="PNG")


def _fitted(text: str, width: float, size: int) -> tuple[str, ImageFont.FreeTypeFont]:
    """The text on one line, smaller when it is long, cut when it would be too small to read."""
    smallest = max(6, size // 2)
    font = _font("Bold", size)
    while size > smallest and font.getlength(text) > width:
        size -= 1
        font = _font("Bold", size)
    if font.getlength(text) <= width:
        return text, font
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text + "…", font


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(fonts_folder() / f"Manrope-{weight}.ttf", max(6, size))
