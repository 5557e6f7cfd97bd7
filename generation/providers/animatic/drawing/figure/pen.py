"""Short strokes over the shared canvas words: the soft shape, the line and the round limb that people are made of."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, polygon, smooth, stroke


def blob(
    canvas: skia.Canvas, points: Sequence[Point], colour: str, alpha: float = 1.0, *, tension: float = 0.58
) -> None:
    """Fill the soft closed shape through `points`."""
    canvas.drawPath(smooth(points, closed=True, tension=tension), fill(colour, alpha))


def facet(canvas: skia.Canvas, points: Sequence[Point], colour: str, alpha: float = 1.0) -> None:
    """Fill the straight-edged shape through `points`."""
    canvas.drawPath(polygon(points), fill(colour, alpha))


def line(
    canvas: skia.Canvas, points: Sequence[Point], colour: str, width: float, alpha: float = 1.0, *, tension: float = 0.6
) -> None:
    """Draw a soft line through `points`."""
    canvas.drawPath(smooth(points, tension=tension), stroke(colour, width, alpha))


def disc(canvas: skia.Canvas, centre: Point, radius: float, colour: str, alpha: float = 1.0) -> None:
    """Fill a circle."""
    canvas.drawCircle(centre[0], centre[1], radius, fill(colour, alpha))


def oval(canvas: skia.Canvas, centre: Point, rx: float, ry: float, colour: str, alpha: float = 1.0) -> None:
    """Fill an ellipse with the half axes `rx` and `ry`."""
    canvas.drawOval(skia.Rect(centre[0] - rx, centre[1] - ry, centre[0] + rx, centre[1] + ry), fill(colour, alpha))


@contextmanager
def clipped(canvas: skia.Canvas, path: skia.Path) -> Iterator[None]:
    """Keep what is drawn inside `path`."""
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, doAntiAlias=True)
    yield
    canvas.restore()


@contextmanager
def turned(canvas: skia.Canvas, origin: Point, degrees: float = 0.0, scale: float = 1.0) -> Iterator[None]:
    """Move the origin to `origin`, turned clockwise by `degrees` and enlarged."""
    canvas.save()
    canvas.translate(*origin)
    canvas.rotate(degrees)
    canvas.scale(scale, scale)
    yield
    canvas.restore()


def taper(start: Point, end: Point, width: float, end_width: float) -> skia.Path:
    """Return the straight-sided shape between two round ends of the given widths."""
    length = math.dist(start, end) or 1.0
    nx, ny = -(end[1] - start[1]) / length / 2, (end[0] - start[0]) / length / 2
    return polygon(
        [
            (start[0] + nx * width, start[1] + ny * width),
            (end[0] + nx * end_width, end[1] + ny * end_width),
            (end[0] - nx * end_width, end[1] - ny * end_width),
            (start[0] - nx * width, start[1] - ny * width),
        ]
    )


def limb(canvas: skia.Canvas, joints: Sequence[Point], widths: Sequence[float], colour: str) -> None:
    """Fill a limb that is as wide as `widths` says at each of its `joints`."""
    paint = fill(colour)
    for index, (joint, width) in enumerate(zip(joints, widths, strict=True)):
        canvas.drawCircle(joint[0], joint[1], width / 2, paint)
        if index:
            canvas.drawPath(taper(joints[index - 1], joint, widths[index - 1], width), paint)


def along(joints: Sequence[Point], share: float) -> Point:
    """Return the point `share` (0 to 1) of the way along two equal segments."""
    start, middle, end = joints
    first, last, part = (start, middle, share * 2) if share <= 0.5 else (middle, end, share * 2 - 1)
    return first[0] + (last[0] - first[0]) * part, first[1] + (last[1] - first[1]) * part


def moved(points: Sequence[Point], dx: float, dy: float) -> list[Point]:
    """Return `points` shifted."""
    return [(x + dx, y + dy) for x, y in points]


def mirrored(half: Sequence[Point]) -> list[Point]:
    """Return a closed outline from its right half, given from top to bottom on the axis x = 0."""
    return [*half, *[(-x, y) for x, y in reversed(half) if abs(x) > 1e-6]]
