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

    Settings: `size`, a rule of `generation.providers.sizes` whose `as` is "sides" or "fixed"; `enlarge`, by how much
    the outcome may be enlarged at most (1: not at all).
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
        return Extent(made, wanted, (_enlarged(made, wanted),) if factor > 1 else ())


def notes_on(pictures: Pictures, extent: Extent, settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is to be said of the size of what was made. Raise `BadAnswer` where it is too small.

    A few pipelines choose the size themselves, by the picture that they start from.
    """
    high, wide = pictures.shape[1:3]
    factor = max(extent.wanted[0] / wide, extent.wanted[1] / high)
    if extent.notes or factor <= 1:
        return extent.notes
    if factor > float(settings.get("enlarge", 1)) + 0.001:
        raise BadAnswer(f"The model made {wide} x {high}, but {extent.wanted[0]} x {extent.wanted[1]} is wanted.")
    return (_enlarged((wide, high), extent.wanted),)


def _enlarged(made: tuple[int, int], wanted: tuple[int, int]) -> str:
    return f"Made at {made[0]} x {made[1]} and enlarged to {wanted[0]} x {wanted[1]}: the model makes no more."


def _made(width: int, height: int, rule: Mapping[str, Any]) -> tuple[int, int]:
    fields = size_for(width, height, {"width": "width", "height": "height", **rule})
    if rule["as"] == "fixed":
        covering = [(wide, high) for wide, high in rule["sizes"] if wide >= width and high >= height]
        return min(covering, key=lambda size: size[0] * size[1])
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
