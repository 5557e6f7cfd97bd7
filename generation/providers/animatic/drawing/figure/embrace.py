"""Two people who hug: they stand so near that they touch, whatever the composition left between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from generation.providers.animatic.drawing.framing import Framing, Spot

from .poses import word_of

_APART = 1.16
"""Heads between the feet of two who hug: chest to chest, chin over shoulder."""


def embracing(framing: Framing, cast: Sequence[Mapping[str, Any]]) -> tuple[Spot, ...]:
    """Return where the two people of a shot stand who hug each other; empty when they do not."""
    spots = sorted(framing.spots, key=lambda spot: spot.x)
    if len(spots) != 2 or any(word_of(cast[spot.index].get("pose")) != "hug" for spot in spots):
        return ()
    facing = tuple(str(cast[spot.index].get("facing") or "") for spot in spots)
    if facing != ("right", "left"):
        return ()
    left, right = spots
    middle, half = (left.x + right.x) / 2, _APART * (left.unit + right.unit) / 4
    return replace(left, x=middle - half), replace(right, x=middle + half)
