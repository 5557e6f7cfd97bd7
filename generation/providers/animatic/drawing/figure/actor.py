"""Somebody at a place in a picture: all that is needed to draw them there in any stance."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import skia

from generation.providers.animatic.drawing.light import Light

from .parts import Frame
from .person import Figure

EVERYTHING = frozenset(Frame)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with their feet at (x, y), one head being `unit` units, in the picture's light.

    `width` is the picture's, `colours` the style's grade and `onto` the way through which a camera that is not
    level sees them; `ink` is how bold their outlines are, from 0 (none) to 1.
    """

    figure: Figure
    x: float
    y: float
    unit: float
    light: Light
    width: float
    colours: skia.ColorFilter | None = None
    onto: skia.Matrix = field(default_factory=skia.Matrix)
    ink: float = 0.0
    shown: frozenset[Frame] = EVERYTHING
    """Which parts of them are on this layer: arms around somebody else lie on layers of their own."""

    def inked(self, strength: float) -> Actor:
        """Return the same person with outlines in ink."""
        return replace(self, ink=strength)

    def through(self, onto: skia.Matrix) -> Actor:
        """Return the same person seen through one more matrix."""
        return replace(self, onto=skia.Matrix.Concat(onto, self.onto))

    @property
    def sunward(self) -> float:
        """1 when the sun is to the right of them, -1 when it is to the left."""
        return 1.0 if self.light.sun is not None and self.light.sun.x * self.width > self.x else -1.0

    @property
    def ahead(self) -> float:
        """1 when they look to the right at their spot, -1 when to the left."""
        return -1.0 if self.figure.mirrored else 1.0
