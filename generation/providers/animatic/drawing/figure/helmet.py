"""The domes and shells that hats and helmets are made of."""

from __future__ import annotations

from collections.abc import Sequence

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, smooth

from .colours import darker, lighter

GOLD, STEEL = "#d9b04c", "#9aa3ad"


def shell(canvas: skia.Canvas, points: Sequence[Point], colour: str, tension: float = 0.58) -> None:
    """Fill a rounded shape through `points`, lit from its front."""
    path = smooth(points, closed=True, tension=tension)
    shade = linear((-0.6, 0), (0.6, 0), [darker(colour, 0.34), colour, lighter(colour, 0.18)], [0, 0.5, 1])
    canvas.drawPath(path, fill(colour, shader=shade))


def dome(canvas: skia.Canvas, colour: str, *, top: float = -0.96, low: float = -0.30, wide: float = 0.58) -> None:
    """Draw a round crown from `low` up to `top`, `wide` heads to either side."""
    shell(canvas, [(-wide, low + 0.06), (-wide, low - 0.22), (-0.38, top + 0.10), (0.0, top), (0.38, top + 0.10),
                    (wide, low - 0.22), (wide, low), (0.0, low - 0.06)], colour, 0.55)  # fmt: skip
