"""What a card's words are coloured with, and how far the picture under them must be dimmed so that they can be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from .card_designs import Design
from .colours import INK, READABLE, WHITE, Colour, contrast, lit_colour, luminance, mixed, palette, saturation
from .framing import Box

_SMALL = (96, 96)
# Pictures of a clip that are looked at: where it begins and somewhat later, because it moves.
_LOOKS = 3
_LOOK_EVERY = 12
_DEEPEST = 0.82
_STEP = 0.04
# An accent that needs a far darker picture than white would is not worth it.
_ACCENT_COSTS = 0.25
_VIVID = 0.3
# A design that dims the picture no more than this may as well have dark words on a bright one.
_AIRY = 0.15
# From this on, of 255, a picture is bright rather than one with something bright in it.
_BRIGHT = 150


@dataclass(frozen=True, slots=True)
class CardColours:
    """Colours of a card: of its words, its ornament, what is behind them, and how much of that lies on the picture."""

    text: Colour
    accent: Colour
    many: tuple[Colour, ...]
    ground: Colour
    depth: float


def card_colours(texts: tuple[str, ...], chosen: Design, clip: Path, box: Box) -> CardColours:
    """Choose the colours for a card over a clip, whose words take `box` of the picture."""
    behind = _behind(clip, box)
    found = palette(texts)
    dark = mixed(found[0], INK, 0.6) if found else INK
    light = mixed(found[-1], WHITE, 0.45) if found and luminance(found[-1]) > 0.35 else WHITE
    accent = lit_colour(texts) if not found else _accent(found, dark)
    many = tuple(colour for colour in found if saturation(colour) > _VIVID and luminance(colour) > 0.12) or (accent,)
    brightest, darkest = (_grey(float(np.percentile(behind, part))) for part in (88, 8))
    depth = _depth(light, brightest, dark)
    pale = _depth(dark, darkest, WHITE)
    bright = float(np.median(behind)) >= _BRIGHT
    if bright and chosen.tone == "light" and chosen.dims <= _AIRY and pale + 0.15 < depth:
        return CardColours(dark, mixed(accent, dark, 0.45), many, WHITE, pale)
    text = light
    if chosen.tone == "accent":
        needed = _depth(accent, brightest, dark)
        reads = contrast(accent, mixed(brightest, dark, needed)) >= READABLE
        text, depth = (accent, needed) if reads and needed <= depth + _ACCENT_COSTS else (light, depth)
    if chosen.tone == "many":
        # Letters with an outline of their own need no darker picture; what has none takes what stands out on it.
        text, depth = (dark if pale < depth else light), chosen.dims
    return CardColours(text, accent, (*many, light), dark, max(depth, chosen.dims))


def _accent(found: list[Colour], dark: Colour) -> Colour:
    """The film's most vivid colour that stands out on the dark, lightened until it does."""
    colour = max(found, key=lambda one: saturation(one) * (0.3 + luminance(one)))
    while contrast(colour, dark) < READABLE + 1 and luminance(colour) < 0.9:
        colour = mixed(colour, WHITE, 0.12)
    return colour


def _depth(text: Colour, behind: Colour, ground: Colour) -> float:
    """How much of the ground must lie over what is behind for the text to be readable on it."""
    depth = 0.0
    while depth < _DEEPEST and contrast(text, mixed(behind, ground, depth)) < READABLE:
        depth += _STEP
    return round(depth, 3)


def _grey(value: float) -> Colour:
    level = round(value)
    return level, level, level


def _behind(clip: Path, box: Box) -> NDArray[np.uint8]:
    """How bright the clip is where the words stand, over a few of its pictures."""
    left, top, right, bottom = (max(0.0, min(1.0, edge)) for edge in box)
    rows = slice(int(top * _SMALL[1]), max(int(top * _SMALL[1]) + 1, int(bottom * _SMALL[1])))
    columns = slice(int(left * _SMALL[0]), max(int(left * _SMALL[0]) + 1, int(right * _SMALL[0])))
    return np.concatenate([picture[rows, columns].ravel() for picture in _pictures(clip)])


def _pictures(clip: Path) -> list[NDArray[np.uint8]]:
    found = []
    with av.open(str(clip)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number % _LOOK_EVERY == 0:
                found.append(
                    frame.reformat(width=_SMALL[0], height=_SMALL[1], format="gray").to_ndarray().astype(np.uint8)
                )
            if len(found) == _LOOKS:
                break
    return found or [np.full((_SMALL[1], _SMALL[0]), 255, np.uint8)]
