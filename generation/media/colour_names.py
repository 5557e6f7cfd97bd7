"""Colours by the names that people use when they look for a picture."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from typing import Final

from generation.media.colours import Colour, parse

_HUES: Final = (
    (15, "red"), (42, "orange"), (68, "yellow"), (160, "green"), (195, "teal"), (255, "blue"), (290, "purple"),
    (335, "pink"), (361, "red"),
)  # fmt: skip
"""Up to which hue, in degrees, a colour has a name."""
_GREYS: Final = ((0.13, "black"), (0.34, "dark grey"), (0.66, "grey"), (0.9, "light grey"), (1.01, "white"))
"""Up to which lightness, 0 to 1, what has no colour has a name."""


def name_of(colour: Colour) -> str:
    """Return the name of a colour: “dark blue”, “beige”, “light grey”."""
    hue, light, _ = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    # How far the colour is from grey, which unlike saturation is small for near blacks and near whites.
    chroma = (max(colour) - min(colour)) / 255
    degrees = hue * 360
    if chroma < 0.1 or light < 0.06 or light > 0.97:
        return next(name for least, name in _GREYS if light < least)
    name = next(name for least, name in _HUES if degrees < least)
    if name == "red" and degrees > 8 and chroma < 0.5 and degrees < 90:
        name = "orange"
    if name == "pink" and light < 0.3:
        name = "purple"
    if name in {"orange", "yellow"} and chroma < 0.45:
        return "beige" if light > 0.55 else "brown" if light > 0.2 else "dark brown"
    if name == "orange" and light < 0.4:
        return "brown"
    return f"dark {name}" if light < 0.32 else f"light {name}" if light > 0.7 else name


def names_of(texts: Iterable[str]) -> list[str]:
    """Return the names of colours given as "#rrggbb"; what cannot be read has an empty one."""
    return [name_of(colour) if (colour := parse(str(text))) else "" for text in texts]
