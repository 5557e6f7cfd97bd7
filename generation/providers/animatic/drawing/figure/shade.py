"""What a figure does to the light around it: its shadow on the ground, and the glow of a lamp it carries."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, radial
from generation.providers.animatic.drawing.light import Light

from .person import Figure


def draw_shadows(
    canvas: skia.Canvas, figure: Figure, x: float, y: float, unit: float, light: Light, sunward: float
) -> None:
    """Draw the pool of shade under a figure with its feet at (x, y), and its shadow if the sun shines."""
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


def draw_glow(canvas: skia.Canvas, figure: Figure, x: float, y: float, unit: float, light: Light) -> None:
    """Draw the light of what a figure carries, if it carries any."""
    carried = figure.light_at()
    if carried is None:
        return
    (lx, ly), colour, reach, strength = carried
    place = (x + lx * unit, y + ly * unit)
    strength *= 1.0 if light.dark else 0.55
    glow(canvas, place, unit * reach, colour, 0.5 * strength)
    glow(canvas, place, unit * reach * 0.28, "#fff0b8" if colour != "#a9d4ff" else "#e6f3ff", 0.75 * strength)
