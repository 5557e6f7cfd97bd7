"""Which way the camera goes: from the word of a move to its first and last view, with the people kept in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .places import Spot, Stature, reach_of
from .sizes import Size
from .stage import View

_SPARE = 0.012
"""Kept free between people and the picture's edge, as a share of the picture."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The part of the picture that every view of a shot must show, as shares of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


def way(move: str, focus: tuple[float, float] = (0.5, 0.5), *, strength: float = 1.0) -> tuple[View, View]:
    """Return the first and the last view of a camera move that ends on, or starts from, `focus`.

    `strength` below 1 makes it a smaller move: where much of it would cut off feet.
    """
    x, y = 0.5 + (focus[0] - 0.5) * 0.30, 0.5 + (focus[1] - 0.5) * 0.34 * (strength == 1.0)
    far, near = View(1.03, 0.5, 0.5), View(1.03 + 0.14 * strength, x, y)
    zoom, aside = 1.04 + 0.08 * strength, 0.045 + 0.035 * strength
    ways = {
        "push_in": (far, near),
        "pull_out": (near, far),
        "pan_left": (View(zoom, x + aside, 0.5), View(zoom, x - 0.02, 0.5)),
        "pan_right": (View(zoom, x - aside, 0.5), View(zoom, x + 0.02, 0.5)),
        "tilt_up": (View(zoom, 0.5, 0.56), View(zoom, 0.5, 0.48)),
        "tilt_down": (View(zoom, 0.5, 0.44), View(zoom, 0.5, 0.52)),
        "handheld": (View(1.06, 0.495, 0.502), View(1.075, 0.505, 0.498)),
    }
    drift = View(1.03, 0.5, 0.5), View(1.05, 0.5 + (x - 0.5) * 0.2, 0.5 + (y - 0.5) * 0.2)
    return ways.get(move.strip().lower(), drift)


def holding(view: View, kept: Kept | None) -> View:
    """Return the view nearest to `view` that shows all of `kept` where people stand, or the middle of it."""
    if kept is None:
        return view
    widest = max(kept.right - kept.left, kept.bottom - kept.top) + 2 * _SPARE
    zoom = min(view.zoom, max(1.0, 1 / widest))
    return View(
        zoom,
        _between(view.x, kept.right - 0.5 / zoom + _SPARE, kept.left + 0.5 / zoom - _SPARE),
        _between(view.y, kept.bottom - 0.5 / zoom + _SPARE, kept.top + 0.5 / zoom - _SPARE),
    )


def _between(position: float, least: float, most: float) -> float:
    return min(max(position, least), most) if least <= most else (least + most) / 2


def kept_of(
    word: str, size: Size, spots: Sequence[Spot], statures: Sequence[Stature], width: float, height: float
) -> Kept | None:
    """Return what of the people no view may cut off: all of them in wide shots, their heads in others."""
    if not spots or word == "extreme_close":
        return None
    sides = []
    for spot in spots:
        stature = statures[spot.index]
        least = reach_of(size, stature)
        sides += [spot.x + least[0] * spot.unit, spot.x + least[1] * spot.unit]
    tops = [spot.y - statures[spot.index].crown * spot.unit for spot in spots]
    lows = [spot.y + 0.12 * spot.unit if size.feet is not None else spot.y + (statures[spot.index].head_y + 0.8)
            * spot.unit for spot in spots]  # fmt: skip
    return Kept(
        max(0.0, min(sides) / width), max(0.0, min(tops) / height), min(1.0, max(sides) / width),
        min(1.0, max(lows) / height),
    )  # fmt: skip


def focus_of(spots: Sequence[Spot], statures: Sequence[Stature], width: float, height: float) -> tuple[float, float]:
    """Return where the camera pushes in to, as shares of the picture: between the heads."""
    if not spots:
        return 0.5, 0.5
    across = sum(spot.x for spot in spots) / len(spots) / width
    up = sum(spot.y + statures[spot.index].head_y * spot.unit for spot in spots) / len(spots) / height
    return across, up
