"""What makes a set live: flicker, swaying, travelling, and pictures that are painted once and then only moved.

Everything is a smooth function of the seconds since the clip began that is at rest at 0, so that a still shows the
first moment and nothing jumps when something that has left the picture comes back on the other side.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from functools import lru_cache

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, radial
from generation.providers.animatic.drawing.stage import Drift, Drifting, LivePainter

Track = Callable[[float], float]
"""A number that changes with the seconds since the clip began."""

LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
NEAREST = skia.SamplingOptions(skia.FilterMode.kNearest)
"""A sixth of the cost of `LINEAR`; where nothing has an edge it looks the same."""

_FINEST, _COARSEST = 4.0, 0.125
"""The most and the fewest pixels a unit for which a sprite is painted."""

_HALO = 384
"""Pixels of the soft light that is stretched to every size: neighbours differ by too little to be told apart."""

_SMALL_HALO = 64
"""Light that reaches fewer pixels is so steep that whole steps of it would show where it moves."""


class Sprite:
    """Something painted once for each size at which it is seen, then drawn anywhere."""

    def __init__(
        self, box: tuple[float, float, float, float], paint: Callable[[skia.Canvas], None], *, soft: bool = False
    ) -> None:
        """`box` holds left, top, right and bottom of what `paint` paints, in set units from its own origin.

        What is `soft` has no edges, like smoke.
        """
        self._box, self._paint, self._soft = box, paint, soft
        self._images: dict[float, skia.Image] = {}

    def draw(
        self, canvas: skia.Canvas, x: float, y: float, *, scale: float = 1.0, alpha: float = 1.0, turn: float = 0.0,
        flip: bool = False,
    ) -> None:  # fmt: skip
        """Draw it with its origin at (x, y), `turn` degrees clockwise."""
        if alpha <= 0.004 or scale <= 0:
            return
        canvas.save()
        canvas.setMatrix(straight(canvas.getTotalMatrix(), x, y))
        canvas.translate(x, y)
        if turn:
            canvas.rotate(turn)
        canvas.scale(-scale if flip else scale, scale)
        fineness = _fineness(canvas.getTotalMatrix())
        image = self._image(fineness)
        paint = skia.Paint(Alphaf=alpha) if alpha < 1 else None
        sampling = NEAREST if self._soft else LINEAR
        canvas.drawImageRect(image, skia.Rect.MakeLTRB(*self._box), sampling, paint)
        canvas.restore()

    def _image(self, fineness: float) -> skia.Image:
        level = min(_FINEST, max(_COARSEST, 2.0 ** (math.ceil(math.log2(max(fineness, 1e-3)) * 2) / 2)))
        if level not in self._images:
            left, top, right, bottom = self._box
            surface = skia.Surface(max(1, math.ceil((right - left) * level)), max(1, math.ceil((bottom - top) * level)))
            canvas = surface.getCanvas()
            canvas.clear(0)
            canvas.scale(surface.width() / (right - left), surface.height() / (bottom - top))
            canvas.translate(-left, -top)
            self._paint(canvas)
            self._images[level] = surface.makeImageSnapshot()
        return self._images[level]


@lru_cache(maxsize=64)
def _halo(colour: str) -> skia.Image:
    surface = skia.Surface(_HALO, _HALO)
    middle = (_HALO / 2, _HALO / 2)
    shades = radial(middle, _HALO / 2, [(colour, 0.9), (colour, 0.33), (colour, 0.08), (colour, 0)], [0, 0.28, 0.62, 1])
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.drawCircle(*middle, _HALO / 2, fill(colour, shader=shades))
    return surface.makeImageSnapshot()


def halo(
    canvas: skia.Canvas, x: float, y: float, radius: float, colour: str, alpha: float, squash: float = 1.0
) -> None:
    """Lay soft light of `colour` around (x, y); cheap enough for every frame."""
    area = skia.Rect(x - radius, y - radius * squash, x + radius, y + radius * squash)
    canvas.save()
    canvas.setMatrix(straight(canvas.getTotalMatrix(), x, y))
    sampling = LINEAR if radius * _fineness(canvas.getTotalMatrix()) < _SMALL_HALO else NEAREST
    canvas.drawImageRect(_halo(colour), area, sampling, skia.Paint(Alphaf=min(1.0, alpha)))
    canvas.restore()


def _fineness(matrix: skia.Matrix) -> float:
    """Return how many pixels a unit has on a canvas without perspective."""
    return math.hypot(matrix.getScaleX(), matrix.getSkewY())


def straight(matrix: skia.Matrix, x: float, y: float) -> skia.Matrix:
    """Return what `matrix` does at (x, y) as moving, turning and scaling alone.

    Where a camera looks up or down, upright lines converge, and skia takes twelve times as long over a picture that
    does so. Nobody sees that a lantern or a leaf does not.
    """
    if not matrix.hasPerspective():
        return matrix
    a, b, _, c, d, _, e, f, g = (matrix.get(index) for index in range(9))
    near, at = e * x + f * y + g, matrix.mapXY(x, y)
    right = ((a - at.x() * e) / near, (c - at.y() * e) / near)
    down = ((b - at.x() * f) / near, (d - at.y() * f) / near)
    across = math.hypot(*right)
    tall = (right[0] * down[1] - right[1] * down[0]) / across
    straightened = skia.Matrix()
    straightened.setAll(right[0], -right[1] * tall / across, 0, right[1], right[0] * tall / across, 0, 0, 0, 1)
    return straightened.preTranslate(-x, -y).postTranslate(at.x(), at.y())


def beam(
    canvas: skia.Canvas, start: Point, end: Point, widths: tuple[float, float], colour: str, alphas: tuple[float, float]
) -> None:
    """Draw a beam that fades from `start` to `end`; `widths` and `alphas` hold what it has at both.

    It is made of beams of one colour that are longer and longer, which costs a quarter of a gradient.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    across = (-dy / length, dx / length)
    left = alphas[1]
    paint = fill(colour, alphas[1])
    for step in range(_BEAMS, 0, -1):
        share = step / _BEAMS
        wide = widths[0] + (widths[1] - widths[0]) * share
        tip = (start[0] + dx * share, start[1] + dy * share)
        path = skia.Path()
        path.moveTo(start[0] - across[0] * widths[0], start[1] - across[1] * widths[0])
        path.lineTo(start[0] + across[0] * widths[0], start[1] + across[1] * widths[0])
        path.lineTo(tip[0] + across[0] * wide, tip[1] + across[1] * wide)
        path.lineTo(tip[0] - across[0] * wide, tip[1] - across[1] * wide)
        path.close()
        canvas.drawPath(path, paint)
        wanted = alphas[0] + (alphas[1] - alphas[0]) * (step - 1) / _BEAMS
        added = max(0.0, (wanted - left) / max(0.05, 1 - left))
        left, paint = wanted, fill(colour, added)


_BEAMS = 5


def flicker(rng: random.Random, *, dim: float = 0.3, pace: float = 1.0) -> Track:
    """Return a brightness between 1 - `dim` and 1, like that of a flame; `pace` 1 turns at most 2.6 times a second."""
    speeds = [rng.uniform(0.7, 1.1) * pace, rng.uniform(1.3, 1.8) * pace, rng.uniform(2.0, 2.6) * pace]

    def at(seconds: float) -> float:
        low = sum(
            weight * math.sin(math.pi * speed * seconds) ** 2 for weight, speed in zip(_SHARES, speeds, strict=True)
        )
        return 1 - dim * low

    return at


_SHARES = (0.5, 0.3, 0.2)


def failing(rng: random.Random, *, dim: float = 0.55) -> Track:
    """Return the brightness of a tube that goes dim twice in a row every few seconds."""
    period, first = rng.uniform(5.0, 8.0), rng.uniform(1.2, 2.4)

    def at(seconds: float) -> float:
        since = seconds % period - first
        return 1 - dim * sum(math.exp(-(((since - dip) / 0.11) ** 2)) for dip in (0.0, 0.55))

    return at


def pulse(rng: random.Random, period: float, *, dim: float = 0.6) -> Track:
    """Return a brightness that swells and sinks evenly; it starts at its brightest."""
    odd = period * rng.uniform(0.9, 1.1)
    return lambda seconds: 1 - dim * math.sin(math.pi * seconds / odd) ** 2


def swing(degrees: float, period: float) -> Track:
    """Return an angle that swings to both sides."""
    return lambda seconds: degrees * math.sin(math.tau * seconds / period)


def breeze(rng: random.Random) -> Track:
    """Return a push of the wind, about -1 to 1, that is 0 at first."""
    slow, quick, phase = rng.uniform(0.5, 0.8), rng.uniform(1.4, 2.1), rng.uniform(0, math.tau)
    start = 0.65 * math.sin(phase)

    def at(seconds: float) -> float:
        return 0.65 * math.sin(slow * seconds + phase) - start * math.exp(-seconds) + 0.35 * math.sin(quick * seconds)

    return at


def around(start: float, speed: float, left: float, right: float) -> Track:
    """Return an x that moves from `start` and, once past one end, comes in again at the other."""
    span = right - left
    return lambda seconds: left + (start - left + speed * seconds) % span


def shining(track: Track) -> Drifting:
    """Return what makes a painted light as bright as `track` says."""
    return lambda seconds: Drift(alpha=max(0.0, min(1.0, track(seconds))))


def turning(pivot: Point, track: Track) -> Drifting:
    """Return what turns a painted plane about `pivot` by the degrees of `track`."""
    return lambda seconds: Drift(turn=track(seconds), pivot=pivot)


def bobbing(pivot: Point, *, lift: float = 3.0, lean: float = 1.6, period: float = 4.2) -> Drifting:
    """Return what rocks a boat on the water about `pivot`."""

    def at(seconds: float) -> Drift:
        rise = lift * math.sin(math.tau * seconds / period)
        return Drift(dy=rise, turn=lean * math.sin(math.tau * seconds / (period * 1.3)), pivot=pivot)

    return at


def dots(canvas: skia.Canvas, spots: Sequence[Point], paint: skia.Paint) -> None:
    """Draw many round dots as wide as the paint's stroke in one go."""
    canvas.drawPoints(skia.Canvas.kPoints_PointMode, [skia.Point(x, y) for x, y in spots], paint)


def dashes(canvas: skia.Canvas, ends: Sequence[Point], paint: skia.Paint) -> None:
    """Draw many short lines in one go; `ends` holds start and end of each, one after the other."""
    canvas.drawPoints(skia.Canvas.kLines_PointMode, [skia.Point(x, y) for x, y in ends], paint)


def together(*lives: LivePainter) -> LivePainter:
    """Return what paints several moving things, the first behind."""

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for each in lives:
            each(canvas, seconds)

    return live
