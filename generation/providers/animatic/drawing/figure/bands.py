"""Pictures that bend: drawn in bands of rows, each a little aside of the one before it.

Moving rows is what skia does ten times faster than turning, and for bodies that sway it looks the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import skia

from .lighting import Sheet

SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)

_AS_IT_IS = skia.ColorFilters.Matrix([*(1, 0, 0, 0, 0), *(0, 1, 0, 0, 0), *(0, 0, 1, 0, 0), *(0, 0, 0, 1, 0)])
"""Changes no colour. A paint with a filter is drawn by skia's newer painter, which turns pictures twice as fast."""

_STEP_PX = 0.5
"""How far one band lies beside the next at most: nobody sees less."""

_LEAST_ROWS, _SAMPLES = 6, 8

Shift = Callable[[float], tuple[float, float]]
"""How far what is at a y has moved, in pixels."""


def draw_bent(canvas: skia.Canvas, sheet: Sheet, dx: float, dy: float, moved: Shift) -> None:
    """Draw a sheet moved by (dx, dy) and bent by `moved`, which is told the y that a row has before it is bent."""
    width, height = sheet.image.width(), sheet.image.height()
    top = sheet.top + dy
    steps = [moved(top + height * part / _SAMPLES)[0] for part in range(_SAMPLES + 1)]
    steepest = max(abs(after - before) for before, after in pairwise(steps)) * _SAMPLES / max(1, height)
    rows = height if steepest * height < _STEP_PX else max(_LEAST_ROWS, math.floor(_STEP_PX / steepest))
    row = 0
    while row < height:
        end = min(height, row + rows)
        (ax, ay), (bx, by) = moved(top + row), moved(top + end)
        x = sheet.left + dx + (ax + bx) / 2
        canvas.drawImageRect(
            sheet.image,
            skia.Rect(0, row, width, end),
            skia.Rect(x, top + row + ay, x + width, top + end + by),
            SMOOTH,
            None,
            skia.Canvas.kFast_SrcRectConstraint,
        )
        row = end


def draw_turned(canvas: skia.Canvas, image: skia.Image) -> None:
    """Draw an image whose borders are clear on a turned canvas."""
    held = skia.TileMode.kClamp
    pattern = skia.Paint(Shader=image.makeShader(held, held, SMOOTH), ColorFilter=_AS_IT_IS)
    canvas.drawRect(skia.Rect.MakeWH(image.width(), image.height()), pattern)


def share_of(y: float, low: float, high: float) -> float:
    """Return how far up `y` is between `low` (0) and `high` (1), which is above it."""
    return min(1.0, max(0.0, (low - y) / (low - high))) if low > high else 0.0


def following(bent: Shift | None, low: float, high: float, way: tuple[float, float]) -> Shift:
    """Return a bend whose upper end at `high` goes `way` besides, while its lower end at `low` does not."""

    def moved(y: float) -> tuple[float, float]:
        dx, dy = bent(y) if bent else (0.0, 0.0)
        share = share_of(y, low, high)
        return dx + way[0] * share, dy + way[1] * share

    return moved


def swinging(bent: Shift | None, top: float, swing: float, length: float) -> Shift:
    """Return a bend of what hangs from `top`: `length` below it swings by `swing`, and less above."""

    def moved(y: float) -> tuple[float, float]:
        dx, dy = bent(y) if bent else (0.0, 0.0)
        low = max(0.0, (y - top) / length)
        return dx + swing * low * low, dy

    return moved
