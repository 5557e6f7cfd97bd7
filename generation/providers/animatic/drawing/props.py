"""Things that people hold and that lie about: from a name in the story to a small drawing.

A name is looked up by its head word ("glass of whiskey" is a glass, "car keys" are keys), whatever else it says; its
colour and material words colour the thing, a number or a plural makes several. What cannot be drawn becomes a
parcel with a tag, in the colour its name gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import skia

from . import (  # noqa: F401  (importing a module enters its shapes)
    prop_shapes_animals,
    prop_shapes_desk,
    prop_shapes_house,
    prop_shapes_outdoors,
    prop_shapes_table,
    prop_shapes_tools,
    prop_shapes_worn,
)
from .canvas import fill, mix
from .light import TIMES, Light
from .prop_shapes import DRAWINGS, INK, Brush, Drawing

# fmt: off
COLOURS: dict[str, str] = {
    "red": "#c43b34", "scarlet": "#cf2f2a", "crimson": "#a3222f", "blue": "#3a6fb5", "navy": "#27406e",
    "green": "#4a8a4f", "emerald": "#2f9a6a", "jade": "#4fa582", "yellow": "#e8c23c", "orange": "#e5812e",
    "purple": "#7a4f9e", "violet": "#7f55b0", "pink": "#e38aa8", "white": "#f1eee6", "black": "#2c2a33",
    "grey": "#8b9098", "gray": "#8b9098", "brown": "#7d5233", "beige": "#d6c3a0", "cream": "#efe4c8",
    "turquoise": "#3fa9a5", "teal": "#2f8482", "golden": "#d9ac45", "gold": "#d9ac45", "silver": "#b9c2ca",
    "brass": "#cfa148", "bronze": "#a9743c", "copper": "#bb6f46", "iron": "#565b64", "steel": "#a9b4bd",
    "rusty": "#8f5236", "wooden": "#99683c", "leather": "#7b4a2d", "crystal": "#c6e6ef", "ruby": "#b0203c",
    "sapphire": "#2f57b8", "ivory": "#efe6d2", "stone": "#8f8c86", "velvet": "#6d2440", "amber": "#d98f2b",
    "maroon": "#6f2430", "tin": "#aab0b2", "porcelain": "#eef0ee",
}
# fmt: on
"""Colour and material words and the colour they give to a thing."""

# fmt: off
_NUMBERS = {
    "two": 2, "pair": 2, "couple": 2, "both": 2, "three": 3, "four": 3, "five": 3, "six": 3, "several": 3,
    "many": 3, "some": 3, "stack": 3, "pile": 3, "dozen": 3,
}
_IRREGULAR = {
    "knives": "knife", "leaves": "leaf", "loaves": "loaf", "wolves": "wolf", "mice": "mouse", "keys": "key",
    "watches": "watch", "boxes": "box", "brushes": "brush", "torches": "torch", "matches": "match",
    "glasses": "glass", "dresses": "dress", "compass": "compass", "canvas": "canvas",
}
# fmt: on
_JOINTS = re.compile(r"\b(?:of|with|in|inside|on|from|for|under|full|filled|containing|that|which|and)\b")
_ONE_BY_NATURE = frozenset(
    {"eyeglasses", "shoe", "coin", "money", "scissors", "headphones", "flower", "pencil", "card", "match"}
)
"""Drawings that already show several, or a pair."""

_PARCELS = ("#b98a56", "#8f9f7c", "#a98f9a", "#7f93a8", "#c29a6a")


@dataclass(frozen=True, slots=True)
class _Wanted:
    drawing: Drawing | None
    count: int
    accent: str
    words: frozenset[str]


def is_drawable(name: str) -> bool:
    """Tell whether `name` has a drawing of its own."""
    return _wanted(name).drawing is not None


def prop_word(name: str) -> str:
    """Return the one word for what is drawn for `name` ("glass" for "three glasses of wine"), or ""."""
    drawing = _wanted(name).drawing
    return drawing.word if drawing else ""


def draw_prop(canvas: skia.Canvas, name: str, x: float, y: float, size: float, light: Light) -> None:
    """Draw what `name` says, `size` picture units high, standing on (x, y)."""
    wanted = _wanted(name)
    drawing = wanted.drawing or DRAWINGS["parcel"]
    accent = wanted.accent if wanted.drawing else wanted.accent or _parcel_colour(name)
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size, size)
    for dx, dy, scale in _spots(wanted.count, drawing.footprint):
        canvas.save()
        canvas.translate(dx, dy)
        canvas.scale(scale, scale)
        _shadow(canvas, drawing.footprint, light)
        drawing.draw(Brush(canvas, light, accent, wanted.words))
        canvas.restore()
    canvas.restore()


_SKETCH = 24
"""Pixels of a thing's height in the sketch that tells how much room it takes."""


@lru_cache(maxsize=512)
def prop_room(name: str) -> tuple[float, float, float]:
    """Return how far the drawing of `name` goes to the left, up (a negative y) and to the right, for a `size` of 1."""
    surface = skia.Surface(4 * _SKETCH, 3 * _SKETCH)
    canvas = surface.getCanvas()
    draw_prop(canvas, name, 2 * _SKETCH, 2.5 * _SKETCH, _SKETCH, TIMES["day"])
    solid = np.asarray(surface.toarray())[: int(2.5 * _SKETCH), :, 3] > 150
    columns, rows = np.flatnonzero(solid.any(axis=0)), np.flatnonzero(solid.any(axis=1))
    if not len(rows):
        return -0.5, -1.0, 0.5
    return (
        float(columns[0] / _SKETCH - 2),
        float(rows[0] / _SKETCH - 2.5),
        float((columns[-1] + 1) / _SKETCH - 2),
    )


def _spots(count: int, footprint: float) -> tuple[tuple[float, float, float], ...]:
    """Where several of a thing stand: (x, y, scale), the foremost last."""
    if count == 1:
        return ((0.0, 0.0, 1.0),)
    if count == 2:
        return ((footprint * 0.75, -0.05, 0.86), (-footprint * 0.75, 0.0, 0.9))
    return ((-footprint * 0.95, -0.08, 0.78), (footprint * 0.95, -0.06, 0.8), (0.0, 0.0, 0.86))


def _shadow(canvas: skia.Canvas, footprint: float, light: Light) -> None:
    colour = mix(light.shade, INK, 0.4)
    canvas.drawOval(skia.Rect(-footprint * 1.25, -0.035, footprint * 1.05, 0.045), fill(colour, 0.38, blur=0.03))


def _parcel_colour(name: str) -> str:
    return _PARCELS[blake2b(name.casefold().encode(), digest_size=2).digest()[0] % len(_PARCELS)]


@lru_cache(maxsize=512)
def _wanted(name: str) -> _Wanted:
    parts = [re.findall(r"[a-z]+", part) for part in _JOINTS.split(name.casefold().replace("'s", ""))]
    words = frozenset(word for part in parts for word in (*part, *map(_singular, part)))
    accent = next((COLOURS[word] for part in parts for word in part if word in COLOURS), "")
    for part in parts:
        found = _head(part)
        if found:
            drawing, plural = found
            said = [_NUMBERS[word] for each in parts for word in each if word in _NUMBERS]
            count = 1 if drawing.word in _ONE_BY_NATURE else said[0] if said else 3 if plural else 1
            return _Wanted(drawing, count, accent, words)
    return _Wanted(None, 1, accent, words)


def _head(words: list[str]) -> tuple[Drawing, bool] | None:
    """Return the drawing of the last words that have one, two together first, and whether they are a plural."""
    for end in range(len(words), 0, -1):
        for length in (2, 1):
            if end >= length:
                *before, last = words[end - length : end]
                for form in (last, _singular(last)):
                    drawing = DRAWINGS.get(" ".join([*before, form]))
                    if drawing:
                        return drawing, form != last
    return None


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word
