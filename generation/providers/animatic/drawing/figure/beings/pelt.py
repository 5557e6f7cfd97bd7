"""Soft bodies: outlines around a spine, fur that is lighter above than below, spots and stripes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, mix, smooth, stroke
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import clipped

from .being import Coat

Knot = tuple[float, float, float]
"""A point on a spine and the radius of the body there."""


def hull(knots: Sequence[Knot], *, tension: float = 0.56) -> skia.Path:
    """Return the soft outline of a body along `knots`, with round ends."""
    above: list[Point] = []
    below: list[Point] = []
    last = len(knots) - 1
    for index, (x, y, radius) in enumerate(knots):
        before, after = knots[max(0, index - 1)], knots[min(last, index + 1)]
        angle = math.atan2(after[1] - before[1], after[0] - before[0])
        ax, ay = math.cos(angle) * radius, math.sin(angle) * radius
        if index == 0:
            above += [(x - ax, y - ay), (x - 0.71 * (ax - ay), y - 0.71 * (ay + ax))]
            below.append((x - 0.71 * (ax + ay), y - 0.71 * (ay - ax)))
        above.append((x + ay, y - ax))
        below.append((x - ay, y + ax))
        if index == last:
            above += [(x + 0.71 * (ax + ay), y + 0.71 * (ay - ax)), (x + ax, y + ay)]
            below.append((x + 0.71 * (ax - ay), y + 0.71 * (ay + ax)))
    return smooth([*above, *reversed(below)], closed=True, tension=tension)


def pelt(colour: str, top: float, bottom: float) -> skia.Paint:
    """Return the paint of a body between two heights: light falls from above."""
    shades = [lighter(colour, 0.16), colour, darker(colour, 0.26)]
    return fill(colour, shader=linear((0, top), (0, bottom), shades, [0, 0.45, 1]))


def contour(canvas: skia.Canvas, path: skia.Path, colour: str, width: float = 0.02, alpha: float = 0.5) -> None:
    """Draw a thin edge in the shade of the body's own colour, so that near parts stand off from far ones."""
    canvas.drawPath(path, stroke(darker(colour, 0.5), width, alpha))


def scatter(seed: int, count: int) -> list[tuple[float, float, float]]:
    """Return `count` evenly scattered (x, y, size), each 0 to 1, the same for the same seed."""
    offset = (seed % 97) / 97
    return [
        (
            (index * 0.7548776662 + offset) % 1,
            (index * 0.5698402910 + offset * 1.7) % 1,
            (index * 0.618034 + offset) % 1,
        )
        for index in range(count)
    ]


def patterned(canvas: skia.Canvas, path: skia.Path, coat: Coat, seed: int) -> None:
    """Draw the spots, stripes or patches of a coat inside `path`."""
    if not coat.pattern:
        return
    box = path.computeTightBounds()
    tall = box.height()
    with clipped(canvas, path):
        if coat.pattern == "stripes":
            _stripes(canvas, coat, box)
        elif coat.pattern == "patches":
            for x, y, size in scatter(seed, 6):
                _fleck(canvas, coat, (box.left() + x * box.width(), box.top() + y * tall), tall * (0.18 + 0.16 * size))
        elif coat.pattern == "mesh":
            for x, y, size in scatter(seed, 26):
                _fleck(canvas, coat, (box.left() + x * box.width(), box.top() + y * tall), tall * (0.09 + 0.03 * size))
        else:
            for x, y, size in scatter(seed, 24):
                spot = (box.left() + x * box.width(), box.top() + y * tall * 0.85)
                canvas.drawCircle(*spot, tall * (0.035 + 0.04 * size), fill(coat.marks, 0.85))


def _stripes(canvas: skia.Canvas, coat: Coat, box: skia.Rect) -> None:
    count = max(4, round(box.width() / max(0.2, box.height() * 0.24)))
    for index in range(count):
        x = box.left() + (index + 0.6) * box.width() / count
        wide = box.width() / count * 0.34
        deep = box.height() * (0.62 + 0.26 * ((index * 7) % 3) / 2)
        points = [
            (x - wide, box.top() - 0.05), (x + wide, box.top() - 0.05), (x + wide * 0.9, box.top() + deep * 0.5),
            (x - wide * 0.3, box.top() + deep), (x - wide * 0.5, box.top() + deep * 0.5),
        ]  # fmt: skip
        canvas.drawPath(smooth(points, closed=True), fill(coat.marks, 0.9))


def _fleck(canvas: skia.Canvas, coat: Coat, at: Point, radius: float) -> None:
    points = []
    for step in range(7):
        turn = math.tau * step / 7
        reach = radius * (0.82 + 0.3 * math.sin(step * 2.3 + at[0] * 9))
        points.append((at[0] + math.cos(turn) * reach, at[1] + math.sin(turn) * reach))
    canvas.drawPath(smooth(points, closed=True, tension=0.58), fill(coat.marks, 0.92))


def knee(start: Point, end: Point, upper: float, lower: float, side: float) -> Point:
    """Return the joint between two bones from `start` to `end`; `side` is 1 to bend forward, -1 to bend back."""
    reach = max(1e-6, math.dist(start, end))
    span = min(reach, (upper + lower) * 0.999)
    along = (upper * upper - lower * lower + span * span) / (2 * span)
    out = math.sqrt(max(0.0, upper * upper - along * along)) * side
    ux, uy = (end[0] - start[0]) / reach, (end[1] - start[1]) / reach
    return start[0] + ux * along + uy * out, start[1] + uy * along - ux * out


def mingled(first: str, second: str) -> str:
    """Return the colour half way."""
    return mix(first, second, 0.5)
