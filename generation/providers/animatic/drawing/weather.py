"""Weather that moves: rain, snow and fog over a whole picture, the same at the same moment every time."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import skia

from .canvas import fill, rgb, stroke

MOVING = frozenset({"rain", "snow", "storm", "fog"})
"""The weathers that this module draws."""

_BANDS = 3
"""Far, middle and near: a drop's size, speed and strength."""


def draw_weather(canvas: skia.Canvas, kind: str, width: float, height: float, seconds: float, seed: int) -> None:
    """Draw the weather `kind` over a `width` x `height` picture as it is after `seconds`.

    Kinds that do not move (clear, or unknown words) draw nothing.
    """
    if kind == "rain":
        _rain(canvas, (width, height), seconds, seed, strength=1.0, slant=0.12)
    elif kind == "storm":
        _rain(canvas, (width, height), seconds, seed, strength=1.7, slant=0.34)
        _lightning(canvas, (width, height), seconds, seed)
    elif kind == "snow":
        _snow(canvas, (width, height), seconds, seed)
    elif kind == "fog":
        _fog(canvas, (width, height), seconds, seed)


@lru_cache(maxsize=24)
def _scattered(count: int, seed: int, band: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.random.default_rng((abs(seed), band)).random((count, 4))


def _rain(
    canvas: skia.Canvas, size: tuple[float, float], seconds: float, seed: int, *, strength: float, slant: float
) -> None:
    width, height = size
    unit = height / 720
    for band in range(_BANDS):
        near = band / (_BANDS - 1)
        count = round((150 - 45 * band) * strength * width / height / 1.78)
        long, fall = (20 + 30 * near) * unit, (620 + 620 * near) * unit
        drops = _scattered(count, seed, band)
        reach = height + 2 * long
        y = (drops[:, 1] * reach + seconds * fall * (0.9 + 0.2 * drops[:, 2])) % reach - long
        drift = width * (1 + slant)
        x = (drops[:, 0] * drift - seconds * fall * slant) % drift
        ends = np.stack([x, y, x - long * slant, y + long], axis=1).reshape(-1, 2)
        paint = stroke("#dbe8f2", (1.0 + 1.0 * near) * unit, 0.28 + 0.18 * near)
        canvas.drawPoints(skia.Canvas.kLines_PointMode, [skia.Point(*end) for end in ends.tolist()], paint)


def _snow(canvas: skia.Canvas, size: tuple[float, float], seconds: float, seed: int) -> None:
    width, height = size
    unit = height / 720
    for band in range(_BANDS):
        near = band / (_BANDS - 1)
        flakes = _scattered(round((190 - 62 * band) * width / height / 1.78), seed + 1, band)
        reach = height + 24 * unit
        y = (flakes[:, 1] * reach + seconds * (34 + 66 * near) * unit * (0.8 + 0.4 * flakes[:, 2])) % reach - 12 * unit
        sway = np.sin(seconds * (0.7 + 0.6 * flakes[:, 2]) + flakes[:, 3] * math.tau) * (8 + 16 * near) * unit
        x = (flakes[:, 0] * width + sway + seconds * (6 + 12 * near) * unit) % width
        paint = stroke("#ffffff", (3.0 + 5.2 * near) * unit, 0.62 + 0.2 * near)
        points = [skia.Point(*point) for point in np.stack([x, y], axis=1).tolist()]
        canvas.drawPoints(skia.Canvas.kPoints_PointMode, points, paint)


_FOG_WIDTH, _FOG_HEIGHT = 480, 135
_FOG_ABOVE = 0.96
"""How much of the bank's height lies in the picture; the rest is below it."""

_FOG_FINE = 480
"""The height of a picture, in pixels, from which a step of one pixel is nothing."""

_FOG_PAGE = 40
"""How far the fog goes, in pixels of the bank, before its large picture is made anew."""


@lru_cache(maxsize=4)
def _fog_bank(seed: int) -> skia.Image:
    """A strip of soft banks twice side by side, small because it is only ever seen enlarged.

    Twice, so that any stretch of it can be cut out whole: skia tiles a picture ten times as slowly.
    """
    surface = skia.Surface(_FOG_WIDTH * 2, _FOG_HEIGHT)
    canvas = surface.getCanvas()
    canvas.clear(0)
    for x, y, wide, thick in _scattered(26, seed + 2, 0).tolist():
        # Low and thin: fog behind people makes a picture foggy, fog before them hides their faces.
        low = 0.5 + 0.48 * y
        paint = fill("#dfe7ea", (0.04 + 0.04 * thick) * (0.25 + low), blur=13)
        middle, half = (x * _FOG_WIDTH, _FOG_HEIGHT * low), (60 + 70 * wide, 9 + 9 * thick)
        for shift in (-_FOG_WIDTH, 0, _FOG_WIDTH, 2 * _FOG_WIDTH):
            left, top = middle[0] - half[0] + shift, middle[1] - half[1]
            canvas.drawOval(skia.Rect.MakeXYWH(left, top, half[0] * 2, half[1] * 2), paint)
    return surface.makeImageSnapshot()


@lru_cache(maxsize=2)
def _fog_strip(seed: int, page: int, width: float, height: float) -> skia.Image:
    """Return the fog of a picture from where `page` begins, as large as it is seen and a page wider."""
    zoom = _fog_zoom(width, height)
    surface = skia.Surface(math.ceil(width + _FOG_PAGE * zoom), math.ceil(_fog_tall(width, height)))
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.translate(-page * _FOG_PAGE * zoom, surface.height() - _FOG_HEIGHT * zoom * _FOG_ABOVE)
    canvas.scale(zoom, zoom)
    canvas.drawImage(_fog_bank(seed), 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
    return surface.makeImageSnapshot()


def _fog_zoom(width: float, height: float) -> float:
    return max(width / _FOG_WIDTH, height / _FOG_HEIGHT) * 1.2


def _fog_tall(width: float, height: float) -> float:
    return min(height, _FOG_HEIGHT * _fog_zoom(width, height) * _FOG_ABOVE)


def _fog(canvas: skia.Canvas, size: tuple[float, float], seconds: float, seed: int) -> None:
    width, height = size
    zoom = _fog_zoom(width, height)
    page, gone = divmod(seconds * 14 * height / 720 / zoom % _FOG_WIDTH, _FOG_PAGE)
    strip = _fog_strip(seed, int(page), width, height)
    # Whole pixels are copied ten times as fast, and nothing in fog is sharp enough to show the difference.
    aside = round(gone * zoom) if height >= _FOG_FINE else gone * zoom
    linear = skia.SamplingOptions(skia.FilterMode.kLinear)
    canvas.drawImage(strip, -aside, height - strip.height(), linear)


def _lightning(canvas: skia.Canvas, size: tuple[float, float], seconds: float, seed: int) -> None:
    """One soft flash every few seconds: single and mild, for people whom flicker harms."""
    period = 5.5 + _scattered(1, seed + 3, 0)[0, 0] * 3
    since = (seconds % period) - period * 0.55
    if 0 <= since < 0.45:
        brightness = 0.20 * (1 - since / 0.45) ** 1.5 * min(1.0, since / 0.05)
        canvas.drawRect(skia.Rect.MakeWH(*size), skia.Paint(Color4f=rgb("#dfe9ff", brightness)))
