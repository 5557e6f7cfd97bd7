"""The sizes of a shot, from a whole landscape to a pair of eyes, in numbers.

They are read as on a set: a close picture shows head and shoulders, a medium one people down to the waist, a full
one the whole body.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GROWN = 5.45
"""The height of a grown person in heads."""


@dataclass(frozen=True, slots=True)
class Size:
    """One shot size.

    `unit` is a head as a share of the height, `widest` as a share of the width. People are placed by their
    feet when `feet` is given, else by the room over the tallest head. `apart` is the least distance between
    two people in heads.
    """

    unit: float
    widest: float
    nearness: float
    softness: float
    apart: float
    feet: float | None = None
    headroom: float = 0.0
    moves: float = 1.0


SIZES: dict[str, Size] = {
    "extreme_wide": Size(0.20 / GROWN, 0.10, 1.0, 0.0, 1.7, feet=0.81),
    "wide": Size(0.45 / GROWN, 0.30, 1.0, 0.0, 1.9, feet=0.90, moves=0.8),
    "full": Size(0.73 / GROWN, 0.40, 1.22, 0.0, 1.8, feet=0.93, moves=0.4),
    "medium": Size(0.265, 0.44, 1.6, 0.0, 1.4, headroom=0.075),
    "close": Size(0.44, 0.70, 1.95, 3.2, 1.3, headroom=0.10),
    "extreme_close": Size(0.70, 0.92, 2.4, 5.0, 1.3, headroom=0.045),
    "insert": Size(0.44, 0.52, 2.1, 4.5, 1.3, headroom=0.10),
}


def size_of(staging: Mapping[str, Any]) -> str:
    """Return the shot's size; a wide one when its word is unknown."""
    word = str(staging.get("size") or "").strip().lower()
    return word if word in SIZES else "wide"
