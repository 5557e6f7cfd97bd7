"""Cloth on a trunk: how it takes the light, and what is woven into it."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear

from .body import Body
from .clothing import Garment
from .colours import darker, lighter, luminance
from .pen import blob, clipped, disc, line


def fill_cloth(canvas: skia.Canvas, body: Body, path: skia.Path, garment: Garment) -> None:
    """Fill a shape of the trunk with the cloth of a garment, lit from its front."""
    wide, colour = body.build.shoulder, garment.colour
    shade = linear((-wide, 0), (wide, 0), [darker(colour, 0.22), colour, lighter(colour, 0.10)], [0, 0.5, 1])
    canvas.drawPath(path, fill(colour, shader=shade))
    if garment.kind == "armour":
        with clipped(canvas, path):
            line(canvas, [(body.middle + 0.1, body.chest), (body.middle + 0.14, 0.2)], "#ffffff", 0.12, 0.35)
            for y in (0.38, 0.55, 0.72, 0.9):
                line(canvas, [(-1, body.chest * (1 - y)), (0.1, body.chest * (1 - y) + 0.09), (1,
                    body.chest * (1 - y))],
                     darker(colour, 0.5), 0.026, 0.7)  # fmt: skip


def draw_form_shadow(canvas: skia.Canvas, body: Body, colour: str) -> None:
    """Shade the side of the trunk that is turned away."""
    wide, top = body.build.shoulder, body.chest
    blob(canvas, [(-1.6, top - 1), (-wide * 0.34, top - 0.2), (-wide * 0.50, top * 0.45), (-wide * 0.60, 0.5),
        (-1.6, 0.5)],
         darker(colour, 0.5), 0.30, tension=0.6)  # fmt: skip


def draw_pattern(canvas: skia.Canvas, body: Body, garment: Garment) -> None:
    """Draw stripes, checks or dots; the caller clips to the cloth."""
    top = body.chest
    tone = lighter(garment.colour, 0.55) if luminance(garment.colour) < 0.6 else darker(garment.colour, 0.35)
    if garment.pattern in {"stripes", "plaid"}:
        for step in range(12):
            y = top + step * 0.21
            line(canvas, [(-1, y), (0.1, y + 0.05), (1, y)], tone, 0.075, 0.75 if garment.pattern == "stripes" else 0.4)
    if garment.pattern == "plaid":
        for step in range(-4, 5):
            line(canvas, [(step * 0.2, top - 0.2), (step * 0.2, 0.3)], tone, 0.05, 0.4)
    if garment.pattern == "pinstripe":
        for step in range(-7, 8):
            line(canvas, [(step * 0.12, top - 0.2), (step * 0.12, 0.3)], tone, 0.014, 0.55)
    if garment.pattern == "dots":
        for row in range(9):
            for column in range(-4, 5):
                x = column * 0.21 + (0.105 if row % 2 else 0.0)
                disc(canvas, (x, top + 0.1 + row * 0.22), 0.04, tone, 0.85)


def draw_back_seam(canvas: skia.Canvas, body: Body, colour: str) -> None:
    """Draw the seam down the middle of a back."""
    line(canvas, [(0, body.chest + 0.2), (0, 0.2)], darker(colour, 0.35), 0.02, 0.5)


def edge_paint(colour: str, width: float) -> skia.Paint:
    """Return a paint that draws a sharp-cornered line."""
    paint = fill(colour)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    return paint
