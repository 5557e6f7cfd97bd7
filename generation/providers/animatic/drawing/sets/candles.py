"""Light from before there were lamps."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, stroke

from .site import Site


def candle_wheel(site: Site, canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    """Hang an iron ring with candles on a chain."""
    iron, wide = site.tone("#2c2826"), 58 * size
    canvas.drawLine(x, site.top, x, y - 46 * size, stroke(iron, 3))
    for side in (-1, 1):
        canvas.drawLine(x, y - 46 * size, x + side * wide, y, stroke(iron, 2))
    canvas.drawOval(skia.Rect(x - wide, y - 7 * size, x + wide, y + 7 * size), stroke(iron, 5 * size))
    for share in (-1.0, -0.4, 0.4, 1.0):
        foot = x + share * wide
        canvas.drawRect(skia.Rect(foot - 4, y - 24 * size, foot + 4, y), fill(site.tone("#efe4c8")))
        if site.light.lamps:
            canvas.drawOval(skia.Rect(foot - 3, y - 36 * size, foot + 3, y - 24 * size), fill("#ffd98a"))
    if site.light.lamps:
        glow(canvas, (x, y - 20 * size), 190 * size, "#ffb860", 0.6 * site.light.lamps)
