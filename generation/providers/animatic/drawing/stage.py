"""A staged shot before it is photographed: depth layers, and the two views the camera moves between.

Everything is drawn in picture units: the picture is `width` x `height` units, (0, 0) is its top left
corner. Painters draw beyond that by `OVERSCAN`, so that a moving camera never shows an edge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import skia

from .light import Light

if TYPE_CHECKING:
    from .figure.actor import Actor

OVERSCAN = 1.22
"""How much wider and higher than the picture every layer is painted."""


@dataclass(frozen=True, slots=True)
class Face:
    """What may differ from one frame to the next in a face.

    Mouth opening and eyelids are 0 to 1; `gaze` is how far the eyes look aside and down, -1 to 1 each way, towards +x
    of the figure; `brow` raises the brows (-1 to 1); `feeling` is how much of the expression shows already, 0 to 1.
    """

    mouth: float = 0.0
    blink: float = 0.0
    gaze: tuple[float, float] = (0.0, 0.0)
    brow: float = 0.0
    feeling: float = 1.0


AT_REST = Face()

Painter = Callable[[skia.Canvas, Face], None]

LivePainter = Callable[[skia.Canvas, float], None]
"""Paints what looks different at every moment; it is told the seconds since the clip began."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How far something has moved as a whole, in units of what it is painted in.

    `turn` is in degrees, clockwise, about `pivot`; `alpha` is how much of it is seen.
    """

    dx: float = 0.0
    dy: float = 0.0
    turn: float = 0.0
    pivot: tuple[float, float] = (0.0, 0.0)
    alpha: float = 1.0


Drifting = Callable[[float], Drift]
"""Tells where something is, seconds after the clip began. At 0 it must be where it is painted."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One plane of a stage. `depth` 0 is infinitely far, 1 is where people stand, more is nearer.

    `person` names the one who is drawn on it; only such layers look at the `Face`. What changes with time is either
    moved as a picture (`drift`, cheap) or painted anew for every frame (`live`, which at 0 paints what `paint` does).
    """

    name: str
    depth: float
    paint: Painter
    person: str = ""
    drift: Drifting | None = None
    live: LivePainter | None = None
    actor: Actor | None = None
    """Who is on it, when it is somebody who can move; `paint` shows them as they stand still."""


@dataclass(frozen=True, slots=True)
class View:
    """What the camera sees: `zoom` 1 shows the whole picture; `x`, `y` (0 to 1) is the point it looks at."""

    zoom: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stage:
    """A shot ready to be photographed, back to front, and the way the camera takes."""

    width: int
    height: int
    layers: tuple[Layer, ...]
    light: Light
    start: View
    end: View
    finish: Callable[[skia.Canvas, float], None]
    """Draws what lies on the lens (vignette, tone, grain) over a whole `width` x `height` picture, at a moment."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a layer lands on the picture: first scaled, then moved, in pixels of the picture."""

    scale: float
    dx: float
    dy: float


def place(depth: float, view: View, width: float, height: float) -> Placement:
    """Return how a layer at `depth` appears from `view`: near layers grow and slide more than far ones."""
    scale = 1 + (view.zoom - 1) * (0.25 + 0.75 * min(depth, 1.6))
    slide = min(1.0, 0.35 + 0.65 * depth)
    centre_x = width * (0.5 + (view.x - 0.5) * slide)
    centre_y = height * (0.5 + (view.y - 0.5) * slide)
    return Placement(scale, width / 2 - centre_x * scale, height / 2 - centre_y * scale)


def between(start: View, end: View, share: float) -> View:
    """Return the view `share` (0 to 1) of the way from `start` to `end`."""
    return View(
        start.zoom + (end.zoom - start.zoom) * share,
        start.x + (end.x - start.x) * share,
        start.y + (end.y - start.y) * share,
    )
