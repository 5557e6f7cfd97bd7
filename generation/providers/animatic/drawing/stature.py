"""How much room a figure takes, measured on a sketch of it: hats, hair, arms and what they hold are all different."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from .figure import Figure
from .figure.person import draw_figure
from .framing import Reach, Stature
from .stage import AT_REST

_SKETCH = 14
"""Pixels of one head in the sketch."""

_ASIDE, _ABOVE, _BELOW = 5.0, 8.4, 0.6
"""Heads that the sketch shows to either side, above and below the feet."""

_CROWN = 0.4
"""Half the width of the strip over the head, in heads, in which its top is looked for: raised hands are outside."""


@lru_cache(maxsize=512)
def stature_of(figure: Figure) -> Stature:
    """Return what a composition needs to know of `figure`."""
    covered = _sketched(figure)
    x, y = figure.head_center
    top = _top(covered[:, _column(x - _CROWN) : _column(x + _CROWN)], y - 0.5)
    head = covered.copy()
    head[:, : _column(x - 1.3)] = head[:, _column(x + 1.3) :] = False
    return Stature(
        figure.height, x, y,
        top=top,
        head=_columns(head[: _row(y + 0.45)], (x - 0.5, x + 0.5)),
        bust=_columns(covered[: _row(y + 2.3)], (x - 0.7, x + 0.7)),
        whole=_columns(covered, (x - 0.7, x + 0.7)),
    )  # fmt: skip


def _sketched(figure: Figure) -> NDArray[np.bool_]:
    surface = skia.Surface(int(2 * _ASIDE * _SKETCH), int((_ABOVE + _BELOW) * _SKETCH))
    canvas = surface.getCanvas()
    canvas.translate(_ASIDE * _SKETCH, _ABOVE * _SKETCH)
    canvas.scale(_SKETCH, _SKETCH)
    draw_figure(canvas, figure, AT_REST)
    return np.asarray(surface.toarray())[:, :, 3] > 100


def _column(x: float) -> int:
    return max(0, round((x + _ASIDE) * _SKETCH))


def _row(y: float) -> int:
    return max(1, round((y + _ABOVE) * _SKETCH))


def _columns(covered: NDArray[np.bool_], otherwise: Reach) -> Reach:
    found = np.flatnonzero(covered.any(axis=0))
    return (float(found[0]) / _SKETCH - _ASIDE, float(found[-1] + 1) / _SKETCH - _ASIDE) if len(found) else otherwise


def _top(covered: NDArray[np.bool_], otherwise: float) -> float:
    found = np.flatnonzero(covered.any(axis=1))
    return float(found[0]) / _SKETCH - _ABOVE if len(found) else otherwise
