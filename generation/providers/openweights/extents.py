"""Which size a model is asked for, and how what it makes is brought to the size that is wanted.

A model makes multiples of 8, 16 or 32 pixels: the next larger is made, and its edges are cut off. A row may allow that
what a small model makes is enlarged; that is said with the result.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from generation.providers.base import BadAnswer, Unsupported
from generation.providers.sizes import size_for

Pictures = NDArray[np.uint8]
"""Number x height x width x (red, green, blue)."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is made and what is wanted, as (width, height)."""

    made: tuple[int, int]
    wanted: tuple[int, int]
    notes: tuple[str, ...] = ()


def extent_for(width: int, height: int, settings: Mapping[str, Any]) -> Extent:
    """Return what to make for `width` x `height`. Raise `Unsupported` where it is more than the model makes.

    Settings: `size`, a rule of `generation.providers.sizes` whose `as` is "sides"; `enlarge`, by how much the outcome
    may be enlarged at most (1: not at all).
    """
    wanted = (width, height)
    factor, most = 1.0, float(settings.get("enlarge", 1))
    while True:
        try:
            made = _made(math.ceil(width / factor), math.ceil(height / factor), settings["size"])
        except Unsupported:
            if factor >= most:
                raise
            factor = min(most, factor + 0.25)
            continue
        note = f"Made at {made[0]} x {made[1]} and enlarged to {width} x {height}: the model makes no more."
        return Extent(made, wanted, (note,) if factor > 1 else ())


def _made(width: int, height: int, rule: Mapping[str, Any]) -> tuple[int, int]:
    fields = size_for(width, height, {"as": "sides", "width": "width", "height": "height", **rule})
    return int(fields["width"]), int(fields["height"])


def fitted(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a picture that fills `size`: what stands out is cut off evenly, nothing is squashed."""
    turned = ImageOps.exif_transpose(picture).convert("RGB")
    return turned if turned.size == size else ImageOps.fit(turned, size, Image.Resampling.LANCZOS)


def pictures_of(made: Any) -> Pictures:
    """Return what a pipeline made, floats from 0 to 1, as bytes. Raise `BadAnswer` where it made nothing to be seen."""
    values = np.asarray(made, dtype=np.float32)
    if values.ndim == 5:
        values = values[0]
    if values.ndim != 4 or not len(values):
        raise BadAnswer("The model made no pictures.", vendor_words=f"shape {values.shape}")
    if not np.isfinite(values).all():
        raise BadAnswer("The model made pictures with nothing in them. Another precision (dtype) may help.")
    return (np.clip(values[..., :3], 0, 1) * 255 + 0.5).astype(np.uint8)
