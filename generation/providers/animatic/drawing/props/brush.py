"""What every prop is drawn with: a brush that shades simple forms in the light of the scene, and the list of shapes.

A shape is drawn standing on (0, 0), one unit high: y runs from -1 at its top to 0, x from about -0.8 to 0.8.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import skia

from generation.providers.animatic.drawing.canvas import (
    Point,
    fill,
    glow,
    linear,
    mix,
    polygon,
    rounded,
    smooth,
    stroke,
)
from generation.providers.animatic.drawing.light import Light

INK = "#1b1524"
"""What outlines and shaded sides tend to; never black, which is a hole in a painted picture."""

_EDGE = 0.014
"""How thick the edge of a form is, as a share of the thing's height."""

WOOD, DARK_WOOD, BRASS, STEEL, IRON, PAPER, LEATHER, GLASS = (
    "#9c6a3c", "#5e3a24", "#d3a548", "#b6c0c8", "#4a4e57", "#f3e9d0", "#7b4a2d", "#bfe0e6",
)  # fmt: skip


@dataclass(slots=True)
class Brush:
    """Draws forms that are darker on the left and catch the key light on the right.

    `accent` is the colour that the prop's name asks for, or ""; `words` are the words of the name, `era` is one of
    `eras.ERAS` or "", and `name` is all that was said.
    """

    canvas: skia.Canvas
    light: Light
    accent: str = ""
    words: frozenset[str] = field(default_factory=frozenset)
    era: str = ""
    name: str = ""

    def main(self, own: str) -> str:
        """Return the colour of the thing as a whole: the one it was asked for, else its `own`."""
        return self.accent or own

    def has(self, *words: str) -> bool:
        """Tell whether the prop's name holds one of `words`."""
        return not self.words.isdisjoint(words)

    def tone(self, colour: str) -> str:
        """Return `colour` as it looks in this light."""
        shown = mix(colour, self.light.ambient, 0.26 if self.light.dark else 0.10)
        return mix(shown, self.light.shade, 0.20 if self.light.dark else 0.0)

    def _paint(self, colour: str, bounds: skia.Rect, alpha: float, *, flat: bool) -> skia.Paint:
        shown = self.tone(colour)
        if flat or alpha < 1:
            return fill(shown, alpha)
        stops = [mix(shown, mix(self.light.shade, INK, 0.5), 0.30), shown, mix(shown, self.light.key, 0.26)]
        ends = (bounds.left(), bounds.top()), (bounds.right(), bounds.top() + bounds.height() * 0.15)
        return fill(shown, shader=linear(*ends, stops, [0, 0.55, 1]))

    def path(self, path: skia.Path, colour: str, alpha: float = 1.0, *, flat: bool = False) -> None:
        """Fill a path; solid forms get a thin edge in their own shade, which holds them together when small."""
        bounds = path.getBounds()
        self.canvas.drawPath(path, self._paint(colour, bounds, alpha, flat=flat))
        if not flat and alpha > 0.85 and min(bounds.width(), bounds.height()) > _EDGE * 4:
            self.canvas.drawPath(path, stroke(mix(self.tone(colour), INK, 0.55), _EDGE, 0.34))

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0.0, alpha: float = 1.0,
        *, flat: bool = False,
    ) -> None:  # fmt: skip
        """Fill a rectangle whose top left corner is (x, y)."""
        path = skia.Path()
        path.addRRect(rounded(x, y, width, height, radius))
        self.path(path, colour, alpha, flat=flat)

    def oval(
        self, x: float, y: float, wide: float, high: float, colour: str, alpha: float = 1.0, *, flat: bool = False
    ) -> None:
        """Fill an oval around (x, y) with radii `wide` and `high`."""
        path = skia.Path()
        path.addOval(skia.Rect(x - wide, y - high, x + wide, y + high))
        self.path(path, colour, alpha, flat=flat)

    def ball(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a round body with a soft highlight."""
        self.oval(x, y, radius, radius, colour)
        self.canvas.drawCircle(
            x + radius * 0.3, y - radius * 0.35, radius * 0.22, fill("#ffffff", 0.45, blur=radius * 0.1)
        )

    def shape(
        self, points: Sequence[Point], colour: str, alpha: float = 1.0, *, soft: bool = False, flat: bool = False
    ) -> None:
        """Fill the form through `points`, with `soft` curves or straight sides."""
        self.path(smooth(points, closed=True, tension=0.6) if soft else polygon(points), colour, alpha, flat=flat)

    def line(
        self, points: Sequence[Point], width: float, colour: str, alpha: float = 1.0, *, soft: bool = False
    ) -> None:
        """Draw a line through `points`."""
        path = smooth(points, tension=0.9) if soft else polygon(points, closed=False)
        self.canvas.drawPath(path, stroke(self.tone(colour), width, alpha))

    def ring(self, x: float, y: float, radius: float, width: float, colour: str, squash: float = 1.0) -> None:
        """Draw the outline of a circle or, with `squash` under 1, of a lying one."""
        area = skia.Rect(x - radius, y - radius * squash, x + radius, y + radius * squash)
        self.canvas.drawOval(area, stroke(self.tone(colour), width))

    def shine(self, points: Sequence[Point], width: float, alpha: float = 0.5) -> None:
        """Draw a highlight."""
        self.canvas.drawPath(smooth(points), stroke("#ffffff", width, alpha))

    def shade(self, points: Sequence[Point], alpha: float = 0.25, *, soft: bool = False) -> None:
        """Darken a form."""
        path = smooth(points, closed=True, tension=0.6) if soft else polygon(points)
        self.canvas.drawPath(path, fill(mix(self.light.shade, INK, 0.5), alpha))

    def lit(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0.0) -> None:
        """Fill a rectangle that shines by itself and takes no colour from the scene."""
        self.canvas.drawRRect(rounded(x, y, width, height, radius), fill(colour))

    def glow(self, x: float, y: float, radius: float, colour: str = "#ffc766") -> None:
        """Shed light, more of it in the dark."""
        glow(self.canvas, (x, y), radius, colour, 0.75 if self.light.dark else 0.35)

    def spark(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw a spot that shines by itself, soft at its edge."""
        self.canvas.drawCircle(x, y, radius, fill(colour, blur=radius * 0.3))

    def flame(self, x: float, y: float, height: float) -> None:
        """Draw a small flame that stands on (x, y), and its light."""
        self.glow(x, y - height * 0.5, height * 2.6)
        for colour, share in (("#ff9d3a", 1.0), ("#ffd766", 0.72), ("#fff6cf", 0.42)):
            half, high = height * 0.26 * share, height * share
            points = [(x, y), (x + half, y - high * 0.3), (x, y - high), (x - half, y - high * 0.3)]
            self.canvas.drawPath(smooth(points, closed=True, tension=0.85), fill(colour))

    def spokes(self, x: float, y: float, inner: float, outer: float, count: int, width: float, colour: str) -> None:
        """Draw `count` lines outward from around (x, y)."""
        for index in range(count):
            along = (math.cos(math.tau * index / count), math.sin(math.tau * index / count))
            self.line(
                [(x + along[0] * inner, y + along[1] * inner), (x + along[0] * outer, y + along[1] * outer)],
                width,
                colour,
            )

    def turned(self, degrees: float, x: float = 0.0, y: float = -0.5) -> AbstractContextManager[object]:
        """Draw what follows turned about (x, y), inside a `with`."""
        turn = skia.AutoCanvasRestore(self.canvas, doSave=True)
        self.canvas.rotate(degrees, x, y)
        return turn  # type: ignore[no-any-return]


Shape = Callable[[Brush], None]


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a thing is drawn; `footprint` is half the width of its shadow.

    `heads` is how high it stands in a scene, in human heads; 0 for what lies on a table.
    """

    word: str
    draw: Shape
    footprint: float
    heads: float = 0.0


DRAWINGS: dict[str, Drawing] = {}
"""Every word that can be drawn, in the singular; several words may share a drawing."""


def draws(words: str, footprint: float = 0.38, *, heads: float = 0.0) -> Callable[[Shape], Shape]:
    """Enter a shape under `words`, parted by commas; the first is its name."""
    names = [word.strip() for word in words.split(",")]

    def enter(shape: Shape) -> Shape:
        DRAWINGS.update(dict.fromkeys(names, Drawing(names[0], shape, footprint, heads)))
        return shape

    return enter


def darker(colour: str, share: float = 0.3) -> str:
    """Return `colour` nearer to ink."""
    return mix(colour, INK, share)


def paler(colour: str, share: float = 0.3) -> str:
    """Return `colour` nearer to white."""
    return mix(colour, "#ffffff", share)
