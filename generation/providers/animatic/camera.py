"""The camera's way through a shot: where it looks at every moment, and never past the edge of what is drawn."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace

from .drawing.stage import OVERSCAN, Stage, View, between, place

HAND_SWAY = 0.006
"""How far a hand-held camera drifts from its way, as a share of the picture."""

HAND_RATES_HZ = (0.23, 0.41, 0.67)
"""Slow swings that do not come back together; faster ones read as a shaking picture, not as a person."""

EDGE = 0.004
"""Kept free between the view and the edge of what is drawn, for soft edges, as a share of the picture."""


_EASE_FROM_LINE = 0.1
"""How far `ease` is from an even pace, at most."""


class Camera:
    """Moves from a stage's first view to its last in `seconds`, easing in and out.

    `track` takes it aside besides, at an even pace: half as far as this share of the picture's width before the
    views of the stage at first, and as far beyond them at last. What cannot be shown is left out.
    """

    def __init__(
        self, stage: Stage, seconds: float, *, handheld: bool = False, seed: int = 0, track: float = 0.0
    ) -> None:
        spare = EDGE + (HAND_SWAY * 2 if handheld else 0)
        depths = [layer.depth for layer in stage.layers] or [0.0]
        first, last = (keep_inside(view, depths, spare) for view in (stage.start, stage.end))
        self.start, self.end = (
            keep_inside(replace(view, x=view.x + aside), depths, spare)
            for view, aside in ((first, -track / 2), (last, track / 2))
        )
        self._inner = first, last
        self._tracks = self.start.x - first.x, self.end.x - last.x
        self._seconds = max(seconds, 1e-6)
        draw = random.Random(seed)
        swings = [(rate, draw.uniform(0, math.tau)) for rate in HAND_RATES_HZ]
        self._sway_x = swings if handheld else []
        self._sway_y = [(rate * 0.87, phase + 2) for rate, phase in self._sway_x]

    @property
    def moves(self) -> bool:
        """Whether any two moments look different."""
        return self.start != self.end or bool(self._sway_x)

    def at(self, seconds: float) -> View:
        """Return what the camera sees `seconds` after the clip began."""
        view = between(*self._inner, ease(seconds / self._seconds))
        view = replace(view, x=view.x + self.tracked(seconds))
        if not self._sway_x:
            return view
        return View(view.zoom, view.x + _swing(self._sway_x, seconds), view.y + _swing(self._sway_y, seconds))

    def tracked(self, seconds: float) -> float:
        """Return how far aside the camera has gone along with somebody, as a share of the picture's width."""
        first, last = self._tracks
        return first + (last - first) * min(1.0, max(0.0, seconds / self._seconds))

    def edges(self, width: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return from which x to which x the picture is seen where people stand: all the time, and at any time."""
        places = [place(1.0, view, width, 1.0) for view in (self.start, self.end)]
        lefts = [-where.dx / where.scale for where in places]
        rights = [(width - where.dx) / where.scale for where in places]
        return (max(lefts), min(rights)), (min(lefts), max(rights))

    def reach(self) -> float:
        """Return how far a view may lie beyond the line from `start` to `end`, as a share of the picture."""
        eased = _EASE_FROM_LINE * abs(self._inner[1].x - self._inner[0].x) if any(self._tracks) else 0.0
        return eased + (HAND_SWAY if self._sway_x else 0.0)


def ease(share: float) -> float:
    """Return smoothstep of `share`: it starts and ends at rest."""
    inside = min(1.0, max(0.0, share))
    return inside * inside * (3 - 2 * inside)


def _swing(swings: Sequence[tuple[float, float]], seconds: float) -> float:
    parts = [math.sin(math.tau * rate * seconds + phase) for rate, phase in swings]
    return HAND_SWAY * sum(parts) / len(parts)


def keep_inside(view: View, depths: Sequence[float], spare: float = EDGE) -> View:
    """Return the nearest view that shows nothing beyond the painted area of layers at `depths`."""
    widest = min(depths, key=lambda depth: place(depth, view, 1, 1).scale)
    narrow = 1 / (OVERSCAN - 2 * spare)
    zoom = view.zoom
    if place(widest, view, 1, 1).scale < narrow:
        zoom = 1 - (1 - narrow) / (0.25 + 0.75 * min(widest, 1.6))
    room = min(_room(depth, View(zoom, view.x, view.y), spare) for depth in depths)
    return View(zoom, _near_centre(view.x, room), _near_centre(view.y, room))


def _room(depth: float, view: View, spare: float) -> float:
    """How far from the centre a view may look before a layer at `depth` ends."""
    slide = min(1.0, 0.35 + 0.65 * depth)
    return max(0.0, (OVERSCAN / 2 - spare - 0.5 / place(depth, view, 1, 1).scale) / slide)


def _near_centre(position: float, room: float) -> float:
    return 0.5 + min(room, max(-room, position - 0.5))
