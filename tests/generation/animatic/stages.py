"""Small stages made by hand, so that what moves can be measured."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import skia
from numpy.typing import NDArray

from generation.providers.animatic.drawing.canvas import fill
from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.stage import OVERSCAN, Face, Layer, Stage, View

WIDTH, HEIGHT = 320, 180


def backdrop(colour: str) -> Callable[[skia.Canvas, Face], None]:
    """Paint exactly the overscan that every painter promises, and nothing beyond it."""
    aside, above = WIDTH * (OVERSCAN - 1) / 2, HEIGHT * (OVERSCAN - 1) / 2
    area = skia.Rect(-aside, -above, WIDTH + aside, HEIGHT + above)
    return lambda canvas, face: canvas.drawRect(area, fill(colour))


def dot(x: float, y: float, radius: float, colour: str = "#000000") -> Callable[[skia.Canvas, Face], None]:
    """Paint a soft round dot."""
    return lambda canvas, face: canvas.drawCircle(x, y, radius, fill(colour, blur=2))


def person(x: float) -> Callable[[skia.Canvas, Face], None]:
    """Paint a post with a red mouth that opens and green lids that close."""

    def paint(canvas: skia.Canvas, face: Face) -> None:
        canvas.drawRect(skia.Rect(x - 20, 40, x + 20, 170), fill("#6a6a6a"))
        canvas.drawRect(skia.Rect(x - 15, 50, x + 15, 50 + 24 * face.blink), fill("#00ff00"))
        canvas.drawRect(skia.Rect(x - 15, 90, x + 15, 90 + 40 * face.mouth), fill("#ff0000"))

    return paint


STRAIGHT_AHEAD = View(1, 0.5, 0.5)


def _nothing(canvas: skia.Canvas, moment: float = 0.0) -> None:
    """Draw nothing on the lens."""


def stage(*layers: Layer, start: View = STRAIGHT_AHEAD, end: View = STRAIGHT_AHEAD) -> Stage:
    """Return a stage of `layers` without anything on the lens."""
    return Stage(WIDTH, HEIGHT, layers, TIMES["day"], start, end, _nothing)


def frames(path: Path) -> list[NDArray[np.uint8]]:
    """Return the pictures of a clip: height x width x (red, green, blue)."""
    with av.open(str(path)) as clip:
        return [np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in clip.decode(video=0)]
