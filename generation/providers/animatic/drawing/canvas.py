"""The strokes that everything drawn is made of: colours, paints, gradients and soft paths over skia.

Colours are "#rrggbb" strings, because palettes are data that people edit.
"""

from __future__ import annotations

from collections.abc import Sequence

import skia

Point = tuple[float, float]
Stop = str | tuple[str, float]
"""A gradient stop: a colour, or a colour with its opacity."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return the red, green and blue of "#rrggbb", 0 to 255."""
    digits = colour.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def rgb(colour: str, alpha: float = 1.0) -> skia.Color4f:
    """Return a skia colour with opacity `alpha` (0 to 1)."""
    red, green, blue = channels(colour)
    return skia.Color4f(red / 255, green / 255, blue / 255, alpha)


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that is `share` (0 to 1) of the way from `first` to `second`."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def fill(
    colour: str,
    alpha: float = 1.0,
    *,
    blur: float = 0,
    mode: skia.BlendMode | None = None,
    shader: skia.Shader | None = None,
) -> skia.Paint:
    """Return a paint that fills; `blur` is the sigma of a soft edge in picture units."""
    paint = skia.Paint(AntiAlias=True, Color4f=rgb(colour, alpha))
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if mode is not None:
        paint.setBlendMode(mode)
    if shader is not None:
        paint.setShader(shader)
    return paint


def stroke(
    colour: str, width: float, alpha: float = 1.0, *, blur: float = 0, mode: skia.BlendMode | None = None
) -> skia.Paint:
    """Return a paint that draws round-ended lines `width` units thick."""
    paint = fill(colour, alpha, blur=blur, mode=mode)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def _stops(colours: Sequence[Stop]) -> list[int]:
    return [rgb(*stop).toColor() if isinstance(stop, tuple) else rgb(stop).toColor() for stop in colours]


def linear(start: Point, end: Point, colours: Sequence[Stop], positions: Sequence[float] | None = None) -> skia.Shader:
    """Return a gradient along the line from `start` to `end`."""
    points = [skia.Point(*start), skia.Point(*end)]
    return skia.GradientShader.MakeLinear(points, _stops(colours), list(positions) if positions else None)


def radial(
    centre: Point, radius: float, colours: Sequence[Stop], positions: Sequence[float] | None = None
) -> skia.Shader:
    """Return a gradient that spreads from `centre`."""
    spread = list(positions) if positions else None
    return skia.GradientShader.MakeRadial(skia.Point(*centre), radius, _stops(colours), spread)


def polygon(points: Sequence[Point], *, closed: bool = True) -> skia.Path:
    """Return straight lines through `points`."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path


def smooth(points: Sequence[Point], *, closed: bool = False, tension: float = 0.5) -> skia.Path:
    """Return a soft curve through `points` (Catmull-Rom; `tension` 0 is straight, 1 is loose)."""
    path, count = skia.Path(), len(points)
    path.moveTo(*points[0])
    for index in range(count if closed else count - 1):
        before = points[(index - 1) % count] if closed or index > 0 else points[0]
        here, there = points[index], points[(index + 1) % count]
        after = points[(index + 2) % count] if closed or index + 2 < count else there
        path.cubicTo(
            here[0] + (there[0] - before[0]) * tension / 3,
            here[1] + (there[1] - before[1]) * tension / 3,
            there[0] - (after[0] - here[0]) * tension / 3,
            there[1] - (after[1] - here[1]) * tension / 3,
            *there,
        )
    if closed:
        path.close()
    return path


def glow(canvas: skia.Canvas, centre: Point, radius: float, colour: str, alpha: float = 0.9) -> None:
    """Add light around `centre`: it brightens what is there and darkens nothing."""
    spread = radial(centre, radius, [(colour, alpha), (colour, alpha * 0.35), (colour, 0)], [0, 0.28, 1])
    canvas.drawCircle(*centre, radius, fill(colour, mode=skia.BlendMode.kScreen, shader=spread))


def rounded(x: float, y: float, width: float, height: float, radius: float) -> skia.RRect:
    """Return a rectangle with round corners."""
    return skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x, y, width, height), radius, radius)
