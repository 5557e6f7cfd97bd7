"""Colours of text: read from "#rrggbb", chosen so that they stand out, measured as WCAG measures contrast."""

from __future__ import annotations

from collections.abc import Sequence

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
INK: Colour = (16, 17, 22)
LIT: Colour = (255, 200, 60)
"""What a spoken word is lit with when the film's own colours have nothing bright enough."""

# The contrast that WCAG asks of text, and less of large text.
READABLE = 4.5
READABLE_LARGE = 3.0
# A colour duller than this does not look lit beside white.
_VIVID = 0.45


def parse(text: str) -> Colour | None:
    """The colour of "#rrggbb"; None for anything else."""
    digits = text.removeprefix("#")
    try:
        value = int(digits, 16)
    except ValueError:
        return None
    return ((value >> 16) & 255, (value >> 8) & 255, value & 255) if len(digits) == 6 else None


def palette(texts: Sequence[str]) -> list[Colour]:
    """The colours that can be read, from dark to light."""
    return sorted((colour for text in texts if (colour := parse(text))), key=luminance)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black and white)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def saturation(colour: Colour) -> float:
    """From 0 (grey) to 1."""
    return (max(colour) - min(colour)) / max(1, max(colour))


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """The first colour with `part` of the other in it."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


def lit_colour(texts: Sequence[str]) -> Colour:
    """The film's own colour for a spoken word: vivid, and readable on a dark outline; else the usual one."""
    vivid = [colour for colour in palette(texts) if saturation(colour) >= _VIVID and contrast(colour, INK) >= READABLE]
    return max(vivid, key=saturation) if vivid else LIT


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
