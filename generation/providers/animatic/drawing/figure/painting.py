"""A figure in the light of its picture: shadows on the ground, form shade, rim light, and the light it carries."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, radial, rgb
from generation.providers.animatic.drawing.light import Light
from generation.providers.animatic.drawing.stage import Face

from .person import Figure, draw_figure, extent_of

_MARGIN = 2.0
"""Units around the visible part that are drawn too, so that the rim light has no edge there."""
_RIM = 0.052
"""How wide the light on an edge is, in heads."""
_COARSE = 48
"""Pixels along each side of the image that holds the grade."""
_FLOATS = skia.ImageInfo.Make(_COARSE, _COARSE, skia.kRGBA_F16_ColorType, skia.kPremul_AlphaType)
"""The grade is mixed in floats and rounded once: three faint layers rounded to bytes show as stripes."""
_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


@dataclass(frozen=True, slots=True)
class _Box:
    """The part of the picture that a figure may cover, in picture units."""

    left: float
    top: float
    right: float
    bottom: float


def draw_person(
    canvas: skia.Canvas,
    figure: Figure,
    x: float,
    y: float,
    unit: float,
    light: Light,
    face: Face,
    *,
    width: float = 1280,
) -> None:
    """Draw a figure with its feet at (x, y) in the light of the picture.

    `unit` is one head in picture units and `width` the picture's width, which tells the side the sun is on. What
    is drawn is as sharp as the canvas' own scale allows.
    """
    sunward = 1.0 if light.sun is not None and light.sun.x * width > x else -1.0
    _draw_shadows(canvas, figure, x, y, unit, light, sunward)
    box = _visible_box(canvas, figure, x, y, unit)
    if box is not None:
        _draw_lit(canvas, figure, box, x, y, unit, light, face, sunward)
    carried = figure.light_at()
    if carried is not None:
        (lx, ly), colour, reach, strength = carried
        place = (x + lx * unit, y + ly * unit)
        strength *= 1.0 if light.dark else 0.55
        glow(canvas, place, unit * reach, colour, 0.5 * strength)
        glow(canvas, place, unit * reach * 0.28, "#fff0b8" if colour != "#a9d4ff" else "#e6f3ff", 0.75 * strength)


def _draw_shadows(
    canvas: skia.Canvas, figure: Figure, x: float, y: float, unit: float, light: Light, sunward: float
) -> None:
    wide = unit * (0.95 if figure.being is None else max(0.5, 0.3 * figure.being.length))
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(1, 0.17)
    pool = radial(
        (unit * 0.1, 0), wide * 1.25, [(light.shade, 0.58), (light.shade, 0.42), (light.shade, 0.0)], [0, 0.45, 1]
    )
    canvas.drawCircle(unit * 0.1, 0, wide * 1.25, fill(light.shade, shader=pool))
    canvas.restore()
    if light.sun is None:
        return
    away = -sunward
    cast = polygon(
        [(x - unit * 0.5, y - 2), (x + unit * 0.5, y - 2), (x + unit * (0.5 + away * 2.6), y + unit * 0.62),
         (x + unit * (-0.4 + away * 2.9), y + unit * 0.70)]
    )  # fmt: skip
    fade = linear((x, y), (x + away * unit * 2.8, y + unit * 0.66), [(light.shade, 0.46), (light.shade, 0.0)])
    canvas.drawPath(cast, fill(light.shade, blur=unit * 0.10, shader=fade))


def _visible_box(canvas: skia.Canvas, figure: Figure, x: float, y: float, unit: float) -> _Box | None:
    left, top, right, bottom = extent_of(figure)
    bounds = canvas.getLocalClipBounds()
    margin = _MARGIN + unit * _RIM * 2
    box = _Box(
        max(x + left * unit, bounds.left() - margin),
        max(y + top * unit, bounds.top() - margin),
        min(x + right * unit, bounds.right() + margin),
        min(y + bottom * unit, bounds.bottom() + margin),
    )
    return box if box.right - box.left > 1 and box.bottom - box.top > 1 else None


def _draw_lit(
    canvas: skia.Canvas, figure: Figure, box: _Box, x: float, y: float, unit: float, light: Light, face: Face,
    sunward: float,
) -> None:  # fmt: skip
    """Draw the figure on a sheet of its own, light it there, and lay the sheet on the picture pixel on pixel.

    Everything is moved by whole pixels: skia copies those more than ten times faster than it resamples.
    """
    matrix = canvas.getTotalMatrix()
    scale_x, scale_y = matrix.getScaleX(), matrix.getScaleY()
    upright = matrix.isScaleTranslate() and scale_x > 0 and scale_y > 0
    if not upright:
        scale_x = scale_y = max(0.25, _scale_at(matrix, x, y - figure.height * unit * 0.5))
    shift_x, shift_y = (matrix.getTranslateX(), matrix.getTranslateY()) if upright else (0.0, 0.0)
    left, top = math.floor(box.left * scale_x + shift_x), math.floor(box.top * scale_y + shift_y)
    columns = math.ceil(box.right * scale_x + shift_x) - left
    rows = math.ceil(box.bottom * scale_y + shift_y) - top
    surface = skia.Surface(columns, rows)
    sheet = surface.getCanvas()
    sheet.translate(shift_x - left, shift_y - top)
    sheet.scale(scale_x, scale_y)
    sheet.save()
    sheet.translate(x, y)
    sheet.scale(unit, unit)
    draw_figure(sheet, figure, face)
    sheet.restore()
    covered = skia.Rect.MakeXYWH(
        (left - shift_x) / scale_x, (top - shift_y) / scale_y, columns / scale_x, rows / scale_y
    )
    grade = _grade(figure, covered, x, y, unit, light, sunward)
    lit = _lighting(surface.makeImageSnapshot(), grade, unit * scale_x, light, sunward)
    sheet.resetMatrix()
    sheet.drawImage(lit, 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=skia.BlendMode.kSrcATop))
    sampling = skia.SamplingOptions() if upright else _SMOOTH
    canvas.drawImageRect(surface.makeImageSnapshot(), covered, sampling)


def _scale_at(matrix: skia.Matrix, x: float, y: float) -> float:
    """Return how large a unit at (x, y) appears through a matrix, also one that draws lines together."""
    here, there = matrix.mapXY(x, y), matrix.mapXY(x + 1, y)
    return math.hypot(there.x() - here.x(), there.y() - here.y())


def _grade(
    figure: Figure, covered: skia.Rect, x: float, y: float, unit: float, light: Light, sunward: float
) -> skia.Image:
    """Return the air around a figure and its shaded side, in few pixels: it is smooth."""
    surface = skia.Surface.MakeRaster(_FLOATS)
    sheet = surface.getCanvas()
    sheet.scale(_COARSE / covered.width(), _COARSE / covered.height())
    sheet.translate(-covered.left(), -covered.top())
    top = y - figure.height * unit
    air = linear((x, top), (x, y), [(light.ambient, 0.03), (light.shade, 0.30)])
    sheet.drawRect(covered, fill(light.ambient, shader=air))
    if light.dark:
        sheet.drawRect(covered, fill(light.ambient, 0.18))
    middle = x + (figure.head_center[0] * 0.4) * unit
    sides = [(light.shade, 0.36), (light.key, 0.0), (light.key, 0.22)]
    half = unit * (0.85 if figure.being is None else max(0.6, figure.being.length * 0.5)) * sunward
    form = linear((middle - half, 0), (middle + half, 0), sides, [0, 0.5, 1])
    sheet.drawRect(covered, fill(light.key, shader=form))
    bytewise = skia.Surface(_COARSE, _COARSE)
    bytewise.getCanvas().drawImage(surface.makeImageSnapshot(), 0, 0)
    return bytewise.makeImageSnapshot()


def _lighting(flat: skia.Image, grade: skia.Image, head: float, light: Light, sunward: float) -> skia.Image:
    """Return all the light on a figure as one image: the grade, and the lit edge towards the sun.

    The edge is everything minus the figure moved away from the light, twice, for a soft end. `head` is in pixels.
    """
    columns, rows = flat.width(), flat.height()
    edge = skia.Surface(columns, rows)
    sheet = edge.getCanvas()
    sheet.clear(rgb(light.key, 1.0).toColor())
    for reach, strength in ((1.0, 0.6), (0.55, 1.0)):
        dx, dy = round(-sunward * head * _RIM * reach), round(head * _RIM * 0.4 * reach)
        erase = skia.Paint(BlendMode=skia.BlendMode.kDstOut, Alphaf=strength)
        sheet.drawImage(flat, dx, dy, skia.SamplingOptions(), erase)
    surface = skia.Surface(columns, rows)
    canvas = surface.getCanvas()
    canvas.drawImageRect(grade, skia.Rect.MakeWH(columns, rows), _SMOOTH)
    strength = 0.85 if light.dark else 0.62
    canvas.drawImage(edge.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), skia.Paint(Alphaf=strength))
    return surface.makeImageSnapshot()
