"""A head that turns a little to one side while the body stays: its face slides over it, its outline hardly moves.

What lies in the middle of a ball goes aside when it turns, and what lies at its edge does not. So a head's picture
is pulled aside in upright strips, most in its middle: nothing is painted anew, and nothing jumps.
"""

from __future__ import annotations

from collections import OrderedDict
from itertools import pairwise

import skia

from .lighting import Sheet

SLIDE = 0.085
"""How far the middle of a face goes when a head is turned as far as it turns without the body, in heads."""

_REACH = 0.56
"""How far from the middle of a head it is pulled along, in heads."""

_STRIPS = 12
_STEPS = 160
"""In how many steps heads turn to one side: each is less than a tenth of a pixel."""

_KEPT = 24
"""Turned pictures that are kept: a face that speaks shows the same mouths again and again."""

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


class Turned:
    """The pictures of one head, turned; each is made once."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int], tuple[Sheet, Sheet]] = OrderedDict()

    def sheet(self, sheet: Sheet, middle: float, head: float, yaw: float) -> Sheet:
        """Return `sheet` with the head about the x `middle` turned by `yaw`, -1 to 1; a head has `head` pixels."""
        step = round(yaw * _STEPS)
        if not step:
            return sheet
        key = id(sheet), step
        kept = self._kept.get(key)
        if kept is None or kept[0] is not sheet:
            kept = self._kept[key] = sheet, _pulled(sheet, middle, _REACH * head, step / _STEPS * SLIDE * head)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return kept[1]


def _pulled(sheet: Sheet, middle: float, reach: float, aside: float) -> Sheet:
    """Return a sheet whose middle is pulled aside and whose edges, `reach` from it, are where they were."""
    image = sheet.image
    width, height = image.width(), image.height()
    edges = [middle - sheet.left + reach * (2 * strip / _STRIPS - 1) for strip in range(_STRIPS + 1)]
    surface = skia.Surface(width, height)
    canvas = surface.getCanvas()
    stops = [0.0, *(edge for edge in edges if 0 < edge < width), float(width)]
    about = middle - sheet.left
    for left, right in pairwise(stops):
        canvas.drawImageRect(
            image,
            skia.Rect(left, 0, right, height),
            skia.Rect(_pull(left, about, reach, aside), 0, _pull(right, about, reach, aside), height),
            _SMOOTH,
            None,
            skia.Canvas.kFast_SrcRectConstraint,
        )
    return Sheet(surface.makeImageSnapshot(), sheet.left, sheet.top)


def _pull(x: float, middle: float, reach: float, aside: float) -> float:
    away = min(1.0, abs(x - middle) / reach)
    return x + aside * (1 - away * away)
