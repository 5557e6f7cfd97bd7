"""Hands: a palm, a thumb and as many fingers as the gesture shows."""

from __future__ import annotations

import math
from collections.abc import Callable

import skia

from generation.providers.animatic.drawing.canvas import Point, mix

from .pen import blob, line, turned


def draw_hand(
    canvas: skia.Canvas, wrist: Point, elbow: Point, colour: str, gesture: str, *, mirror: bool, size: float = 1.0
) -> None:
    """Draw a hand that continues the forearm from `elbow` to `wrist`.

    `gesture` is relaxed, open, fist, grip or point; `mirror` puts the thumb on the other side.
    """
    degrees = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
    with turned(canvas, wrist, degrees, size):
        if mirror:
            canvas.scale(1, -1)
        _GESTURES.get(gesture, _relaxed)(canvas, colour, mix(colour, "#6b2426", 0.42))


def palm_of(wrist: Point, elbow: Point, size: float = 1.0) -> Point:
    """Return the middle of the palm, where a held thing is gripped."""
    length = math.dist(wrist, elbow) or 1.0
    reach = 0.15 * size / length
    return wrist[0] + (wrist[0] - elbow[0]) * reach, wrist[1] + (wrist[1] - elbow[1]) * reach


def _relaxed(canvas: skia.Canvas, skin: str, ink: str) -> None:
    blob(canvas, [(-0.05, -0.10), (0.08, -0.125), (0.22, -0.10), (0.345, -0.03), (0.35, 0.04), (0.24, 0.095),
                  (0.08, 0.11), (-0.05, 0.10)], skin)  # fmt: skip
    line(canvas, [(0.05, -0.095), (0.13, -0.155), (0.215, -0.150)], skin, 0.075)
    line(canvas, [(0.10, -0.07), (0.15, -0.095), (0.21, -0.105)], ink, 0.012, 0.55)
    for y in (-0.02, 0.035):
        line(canvas, [(0.21, y), (0.325, y * 0.7 + 0.005)], ink, 0.012, 0.55)


def _open(canvas: skia.Canvas, skin: str, ink: str) -> None:
    blob(canvas, [(-0.05, -0.095), (0.09, -0.125), (0.20, -0.105), (0.215, 0.06), (0.11, 0.115), (-0.05, 0.095)], skin)
    for start, end, width in (((0.17, -0.085), (0.345, -0.145), 0.064), ((0.19, -0.03), (0.395, -0.05), 0.068),
                              ((0.19, 0.025), (0.375, 0.045), 0.066), ((0.17, 0.07), (0.32, 0.125),
                                  0.058)):  # fmt: skip
        line(canvas, [start, end], skin, width)
    line(canvas, [(0.05, -0.09), (0.12, -0.185), (0.165, -0.235)], skin, 0.07)
    line(canvas, [(0.06, -0.03), (0.12, 0.01), (0.16, -0.01)], ink, 0.012, 0.45)


def _fist(canvas: skia.Canvas, skin: str, ink: str) -> None:
    blob(canvas, [(-0.05, -0.10), (0.07, -0.15), (0.21, -0.13), (0.265, -0.02), (0.235, 0.10), (0.08, 0.135),
                  (-0.05, 0.10)], skin)  # fmt: skip
    for y in (-0.065, -0.005, 0.055):
        line(canvas, [(0.165, y), (0.25, y + 0.005)], ink, 0.013, 0.6)
    line(canvas, [(0.05, -0.10), (0.15, -0.095), (0.19, -0.03)], mix(skin, "#fff4e0", 0.10), 0.066)
    line(canvas, [(0.09, -0.06), (0.155, -0.05), (0.17, -0.01)], ink, 0.012, 0.55)


def _point(canvas: skia.Canvas, skin: str, ink: str) -> None:
    line(canvas, [(0.14, -0.075), (0.29, -0.085), (0.45, -0.09)], skin, 0.072)
    _fist(canvas, skin, ink)
    line(canvas, [(0.23, -0.045), (0.30, -0.05)], ink, 0.012, 0.5)


_GESTURES: dict[str, Callable[[skia.Canvas, str, str], None]] = {
    "relaxed": _relaxed, "open": _open, "fist": _fist, "grip": _fist, "point": _point,
}  # fmt: skip
