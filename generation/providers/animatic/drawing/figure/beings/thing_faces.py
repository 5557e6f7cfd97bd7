"""Where the face of a thing is: of any thing that can be drawn, found on its drawing when nobody has said."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.props import draw_prop, prop_word

FACES: dict[str, tuple[float, float, float]] = {
    "teapot": (-0.04, 0.42, 0.26), "kettle": (0.0, 0.42, 0.26), "cup": (0.0, 0.36, 0.26), "mug": (0.0, 0.36, 0.26),
    "car": (0.02, 0.40, 0.22),
    "bus": (0.0, 0.45, 0.22), "train": (0.10, 0.50, 0.18), "truck": (0.0, 0.45, 0.2), "tractor": (0.0, 0.5, 0.18),
    "boat": (0.0, 0.16, 0.16),
    "toaster": (0.0, 0.46, 0.28), "clock": (0.0, 0.45, 0.24), "lamp": (0.0, 0.72, 0.18), "book": (0.04, 0.45, 0.26),
    "candle": (0.0, 0.40, 0.10),
    "tree": (0.0, 0.62, 0.22), "flower": (0.0, 0.74, 0.14), "sun": (0.0, 0.5, 0.26), "moon": (0.0, 0.5, 0.26),
    "star": (0.0, 0.46, 0.22),
    "cloud": (0.0, 0.42, 0.26), "apple": (0.0, 0.40, 0.26), "pumpkin": (0.0, 0.44, 0.28), "chair": (0.0, 0.70, 0.16),
    "balloon": (0.0, 0.75, 0.17),
    "umbrella": (0.0, 0.72, 0.2), "pencil": (0.0, 0.5, 0.09), "box": (0.0, 0.36, 0.26), "mushroom": (0.0, 0.30,
    0.15), "piano": (0.0, 0.8, 0.2),
    "computer": (0.0, 0.62, 0.26), "phone": (0.0, 0.55, 0.16), "spoon": (0.0, 0.78, 0.10), "bell": (0.0, 0.45, 0.22),
    "bottle": (0.0, 0.30, 0.14),
    "door": (0.0, 0.6, 0.18), "mirror": (0.0, 0.58, 0.2), "radio": (-0.2, 0.42, 0.2), "television": (-0.10, 0.46,
    0.24), "drum": (0.0, 0.34, 0.24),
    "carrot": (0.0, 0.5, 0.14), "cake": (0.0, 0.30, 0.22), "cactus": (0.0, 0.62, 0.12), "spaceship": (0.0, 0.5,
    0.16), "rocket": (0.0, 0.42, 0.14),
    "plane": (0.2, 0.5, 0.14), "house": (0.0, 0.36, 0.2), "shoe": (0.1, 0.3, 0.16), "scarecrow": (0.0, 0.8, 0.12),
    "vacuum": (0.0, 0.3, 0.14),
    "fridge": (0.0, 0.68, 0.2), "washing": (0.0, 0.45, 0.2), "potato": (0.0, 0.45, 0.24), "egg": (0.0, 0.45, 0.22),
    "cookie": (0.0, 0.45, 0.24),
    "snowflake": (0.0, 0.5, 0.16), "stone": (0.0, 0.4, 0.22), "leaf": (0.0, 0.5, 0.16), "tomato": (0.0, 0.40, 0.26),
    "sock": (0.0, 0.7, 0.14),
    "suitcase": (0.0, 0.36, 0.24), "bicycle": (0.0, 0.7, 0.12), "bucket": (0.0, 0.4, 0.2), "candlestick": (0.0, 0.40,
    0.10), "lantern": (0.0, 0.42, 0.14),
    "compass": (0.0, 0.42, 0.2), "guitar": (0.0, 0.25, 0.14), "hat": (0.0, 0.4, 0.2), "crayon": (0.0, 0.5, 0.10),
    "banana": (0.0, 0.45, 0.14),
    "toothbrush": (0.0, 0.6, 0.1), "kite": (0.0, 0.68, 0.14), "lighthouse": (0.0, 0.5, 0.14), "machine": (0.0, 0.5,
    0.2), "toy": (0.0, 0.5, 0.2),
    "statue": (0.0, 0.82, 0.12),
    "ice cream truck": (-0.22, 0.44, 0.2),
    "street lamp": (0.0, 0.93, 0.09),
}  # fmt: skip
"""Where the face of a thing is, and how large, as shares of its height: across, up, and the distance of the eyes."""

_SKETCH = 44
"""Pixels of a thing's height in the sketch on which the place of its face is looked for."""

_WIDE, _HIGH = 1.2, 1.25
"""How far the sketch goes to either side and up, in heights of the thing."""

_EYES_APART = 0.85
"""How far apart eyes are beside the radius of the largest disc that fits into a thing."""

_LEAST, _MOST = 0.10, 0.26
"""The distance of the eyes, as a share of the thing's height: a needle's eyes are wider than the needle."""

_HIGHER = 0.5
"""How much better a place is at the top of a thing than at its foot: faces are high up."""


def face_place(word: str, name: str) -> tuple[float, float, float]:
    """Return where the face of a thing is that is drawn after `name`: see `FACES`."""
    return FACES.get(word) or FACES.get(prop_word(name)) or _found(name)


@lru_cache(maxsize=256)
def _found(name: str) -> tuple[float, float, float]:
    """Return the middle of the largest disc that fits into a drawing."""
    wide, high = round(2 * _WIDE * _SKETCH), round(_HIGH * _SKETCH)
    surface = skia.Surface(wide, high)
    draw_prop(surface.getCanvas(), name, _WIDE * _SKETCH, high, _SKETCH, TIMES["day"], grounded=False)
    depth = _depths(np.asarray(surface.toarray())[:, :, 3] > 150)
    if not depth.any():
        return 0.0, 0.5, _LEAST
    up = (high - np.arange(high)[:, None]) / _SKETCH
    better = depth * (1 + _HIGHER * np.minimum(up, 1.0))
    rows, columns = np.nonzero(better >= better.max() * 0.995)
    row, column = float(rows.mean()), float(columns.mean())
    radius = float(depth[round(row), round(column)]) / _SKETCH
    apart = min(max(radius * _EYES_APART, _LEAST), _MOST)
    return round((column + 0.5) / _SKETCH - _WIDE, 3), round((high - row - 0.5) / _SKETCH + apart * 0.3, 3), apart


def _depths(solid: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return for each pixel how many times its form can be made thinner before it is gone."""
    depth = np.zeros(solid.shape, np.int32)
    left, cross = np.pad(solid, 1), True
    while left.any():
        depth += left[1:-1, 1:-1]
        inner = left[1:-1, 1:-1] & left[:-2, 1:-1] & left[2:, 1:-1] & left[1:-1, :-2] & left[1:-1, 2:]
        if not cross:
            inner = inner & left[:-2, :-2] & left[2:, 2:] & left[:-2, 2:] & left[2:, :-2]
        left, cross = np.pad(inner, 1), not cross
    return depth
