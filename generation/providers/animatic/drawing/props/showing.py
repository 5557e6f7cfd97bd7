"""Draws the thing that a name asks for, at a place and size, in the light of a picture."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

import numpy as np
import skia

from generation.providers.animatic.drawing.canvas import fill, mix
from generation.providers.animatic.drawing.light import TIMES, Light

from .animals import animal_heads
from .brush import DRAWINGS, INK, Brush
from .naming import wanted

_PARCELS = ("#b98a56", "#8f9f7c", "#a98f9a", "#7f93a8", "#c29a6a")
_SKETCH = 24
"""Pixels of a thing's height in the sketch that tells how much room it takes."""


def is_drawable(name: str) -> bool:
    """Tell whether `name` has a drawing of its own."""
    return wanted(name).drawing is not None


def prop_word(name: str) -> str:
    """Return the one word for what is drawn for `name` ("glass" for "three glasses of wine"), or ""."""
    drawing = wanted(name).drawing
    return drawing.word if drawing else ""


def prop_count(name: str) -> int:
    """Return how many of a thing are drawn for `name`: one to five."""
    return wanted(name).count


def prop_heads(name: str, era: str = "") -> float:
    """Return how high the thing stands by itself on the ground, in human heads; 0 for what belongs on a table."""
    drawing = wanted(name, era).drawing
    if drawing is None:
        return 0.0
    return drawing.heads if drawing.heads >= 0 else max(0.8, animal_heads(drawing.word))


def draw_prop(
    canvas: skia.Canvas,
    name: str,
    x: float,
    y: float,
    size: float,
    light: Light,
    *,
    era: str = "",
    grounded: bool = True,
) -> None:
    """Draw what `name` says, `size` picture units high, standing on (x, y); only if `grounded` with its shadow.

    `era` is any words about the time of the film: a phone of the 1920s is another thing than one of today.
    """
    asked = wanted(name, era)
    drawing = asked.drawing or DRAWINGS["parcel"]
    accent = asked.accent if asked.drawing else asked.accent or _parcel_colour(name)
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size, size)
    for dx, dy, scale in _spots(asked.count, drawing.footprint):
        canvas.save()
        canvas.translate(dx, dy)
        canvas.scale(scale, scale)
        if grounded:
            _shadow(canvas, drawing.footprint, light)
        drawing.draw(Brush(canvas, light, accent, asked.words, asked.era, name))
        canvas.restore()
    canvas.restore()


@lru_cache(maxsize=1024)
def prop_room(name: str, era: str = "") -> tuple[float, float, float]:
    """Return how far the drawing of `name` goes to the left, up (a negative y) and to the right, for a `size` of 1."""
    surface = skia.Surface(5 * _SKETCH, 3 * _SKETCH)
    canvas = surface.getCanvas()
    draw_prop(canvas, name, 2.5 * _SKETCH, 2.5 * _SKETCH, _SKETCH, TIMES["day"], era=era)
    solid = np.asarray(surface.toarray())[: int(2.5 * _SKETCH), :, 3] > 150
    columns, rows = np.flatnonzero(solid.any(axis=0)), np.flatnonzero(solid.any(axis=1))
    if not len(rows):
        return -0.5, -1.0, 0.5
    return (
        float(columns[0] / _SKETCH - 2.5),
        float(rows[0] / _SKETCH - 2.5),
        float((columns[-1] + 1) / _SKETCH - 2.5),
    )


def _spots(count: int, footprint: float) -> tuple[tuple[float, float, float], ...]:
    """Where several of a thing stand: (x, y, scale), the foremost last."""
    wide = max(footprint, 0.16)
    if count == 1:
        return ((0.0, 0.0, 1.0),)
    if count == 2:
        return ((wide * 0.78, -0.05, 0.86), (-wide * 0.78, 0.0, 0.9))
    if count == 3:
        return ((-wide * 0.95, -0.08, 0.78), (wide * 0.95, -0.06, 0.8), (0.0, 0.0, 0.86))
    if count == 4:
        return (
            (-wide * 0.55, -0.14, 0.66),
            (wide * 0.62, -0.13, 0.67),
            (-wide * 1.1, -0.02, 0.72),
            (wide * 0.12, 0.0, 0.76),
        )
    return (
        (-wide * 0.95, -0.16, 0.62),
        (0.0, -0.18, 0.62),
        (wide * 0.95, -0.15, 0.62),
        (-wide * 0.5, -0.01, 0.68),
        (wide * 0.5, 0.0, 0.7),
    )


def _shadow(canvas: skia.Canvas, footprint: float, light: Light) -> None:
    colour = mix(light.shade, INK, 0.4)
    canvas.drawOval(skia.Rect(-footprint * 1.25, -0.035, footprint * 1.05, 0.045), fill(colour, 0.38, blur=0.03))


def _parcel_colour(name: str) -> str:
    return _PARCELS[blake2b(name.casefold().encode(), digest_size=2).digest()[0] % len(_PARCELS)]
