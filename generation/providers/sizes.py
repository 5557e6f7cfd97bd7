"""How large: the words in which a row says which shapes and sizes a model makes, and the one to ask it for.

A picture is never smaller than what was asked for, and of nearly the same shape. The rule of a field that takes a
shape:

    {"field": "aspect_ratio", "choices": ["16:9", "9:16", "1:1"]}

The rules of fields that take a size, by `as`:

    {"as": "names", "field": "resolution", "names": {"720p": [[1280, 720], [720, 1280]]}}    a word for some sizes
    {"as": "short_side", "field": "resolution", "names": {"720p": 720, "1080p": 1080}}       a word for a short side
    {"as": "megapixels", "field": "resolution", "names": {"1 MP": 1, "2 MP": 2}}             a word for an area
    {"as": "fixed", "sizes": [[1344, 768], [768, 1344]]}                                     no field: always these
    {"as": "sides", "width": "width", "height": "height", ...}                               two fields
    {"as": "object", "field": "image_size", ...}                                             {"width": , "height": }

"sides" and "object" take `multiple` (both sides are multiples of it), `least` and `most` (of a side), `least_pixels`
and `most_pixels` (of the whole). `as` "factor" is for what enlarges: {"as": "factor", "field": "scale", "choices":
[2, 4]}, or `least` and `most` in place of choices; it is a whole number where `whole` is true.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from .base import Unsupported

Rule = Mapping[str, Any]

NEAR = 1.1
"""Shapes are alike if their ratios differ by no more: the edges that are cut off then are not missed."""

MEGAPIXEL_SLACK = 1.06
"""1024 x 1024 is called one megapixel, and is 1.05 million."""


def shape_for(width: int, height: int, rule: Rule) -> str:
    """Return the vendor's word for the shape of `width` x `height`. Raise `Unsupported` where it has none."""
    choices = [str(choice) for choice in rule["choices"]]
    best = min(choices, key=lambda choice: _apart(width / height, _ratio(choice)))
    if _apart(width / height, _ratio(best)) > NEAR:
        raise Unsupported(f"This model makes {', '.join(choices)}, but {width} x {height} is wanted.")
    return best


def size_for(width: int, height: int, rule: Rule) -> dict[str, Any]:
    """Return the fields that ask for at least `width` x `height`. Raise `Unsupported` if it is too much."""
    way = rule["as"]
    if way in {"names", "short_side", "megapixels"}:
        return {str(rule["field"]): name_for(width, height, rule)}
    if way == "fixed":
        if not _covers(width, height, rule["sizes"], rule):
            raise Unsupported(f"This model makes {_listed(rule['sizes'])}; {width} x {height} is not covered by that.")
        return {}
    wide, high = _sides(width, height, rule)
    if way == "object":
        return {str(rule["field"]): {"width": wide, "height": high}}
    if way == "sides":
        return {str(rule["width"]): wide, str(rule["height"]): high}
    raise ValueError(f"{way!r} is no way to give a size")


def name_for(width: int, height: int, rule: Rule) -> str:
    """Return the vendor's word for the smallest size that covers `width` x `height`. Raise `Unsupported`."""
    able = [(area, name) for name, what in rule["names"].items() if (area := _covers(width, height, what, rule))]
    if not able:
        raise Unsupported(f"This model makes {', '.join(rule['names'])}; {width} x {height} is more than that.")
    return str(min(able)[1])


def factor_for(width: int, height: int, source: tuple[int, int], rule: Rule) -> float | int:
    """Return by how much `source` has to be enlarged to cover `width` x `height`. Raise `Unsupported`."""
    needed = max(width / source[0], height / source[1])
    choices = sorted(rule.get("choices", ()))
    if choices:
        factor: float | None = next((choice for choice in choices if choice >= needed), None)
    else:
        # Rounded up to a hundredth, so that no side comes out a pixel short.
        factor = max(float(rule.get("least", 1)), math.ceil(needed * 100 - 1e-6) / 100)
        factor = None if factor > float(rule.get("most", 10)) else factor
    if factor is None:
        raise Unsupported(f"This model does not enlarge {needed:.1f} times.")
    return math.ceil(factor) if rule.get("whole") else float(factor)


def _covers(width: int, height: int, what: Any, rule: Rule) -> float:
    """Return the area of the size that a word stands for, 0 where it does not cover what is wanted."""
    if rule["as"] == "short_side":
        return float(what) if min(width, height) <= int(what) else 0
    if rule["as"] == "megapixels":
        return float(what) if width * height <= float(what) * 1e6 * MEGAPIXEL_SLACK else 0
    areas = [
        float(wide * high)
        for wide, high in what
        if wide >= width and high >= height and _apart(width / height, wide / high) <= NEAR
    ]
    return min(areas, default=0)


def _sides(width: int, height: int, rule: Rule) -> tuple[int, int]:
    multiple, least = int(rule.get("multiple", 1)), int(rule.get("least", 1))
    grown = max(1.0, least / width, least / height, math.sqrt(int(rule.get("least_pixels", 1)) / (width * height)))
    wide, high = (-(-math.ceil(side * grown - 1e-6) // multiple) * multiple for side in (width, height))
    most, pixels = int(rule.get("most", 1 << 20)), int(rule.get("most_pixels", 1 << 40))
    if max(wide, high) > most or wide * high > pixels:
        raise Unsupported(f"{width} x {height} is more than this model makes.")
    return wide, high


def _listed(sizes: Any) -> str:
    return ", ".join(f"{wide} x {high}" for wide, high in sizes)


def _ratio(shape: str) -> float:
    wide, _, high = shape.partition(":")
    return float(wide) / float(high)


def _apart(one: float, other: float) -> float:
    return max(one / other, other / one)
