"""Boats and the tower that guides them: sailing boats, rowing boats, ships, a lighthouse and its beam."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, polygon, rounded, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from .life import halo
from .site import Site


def sail_boat(site: Site, canvas: skia.Canvas, x: float, y: float, size: float, haze: float) -> None:
    """Draw a small sailing boat; `size` 1 is a hundred units high."""
    hull, sail = site.tone("#7a3f35", haze), site.tone("#f0e4cc", haze)
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size, size)
    canvas.drawOval(skia.Rect(-70, 20, 74, 34), fill(site.light.shade, 0.30, blur=4))
    canvas.drawPath(smooth([(-66, -4), (-50, 20), (44, 20), (72, -8), (0, -2)], closed=True), fill(hull))
    canvas.drawLine(0, -4, 0, -104, stroke(site.tone("#3a2d2a", haze), 4))
    shades = linear((0, 0), (60, 0), [site.lit(sail, 0.25), site.shaded(sail, 0.25)])
    main = smooth([(5, -100), (52, -40), (58, -14), (5, -14)], closed=True, tension=0.25)
    canvas.drawPath(main, fill(sail, shader=shades))
    canvas.drawPath(polygon([(-5, -92), (-40, -16), (-5, -16)]), fill(site.shaded(sail, 0.2)))
    canvas.restore()


def lighthouse(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a striped lighthouse on its rock; lit, it throws two beams."""
    rock = site.tone("#3a3644", 0.16)
    outline = [
        (-185, 34), (-150, 8), (-118, 2), (-96, -26), (-58, -30), (-36, -44), (34, -46), (58, -24), (92, -18),
        (120, 6), (168, 14), (190, 34),
    ]  # fmt: skip
    shades = linear((x - 180, 0), (x + 190, 0), [site.lit(rock, 0.42), rock, site.shaded(rock, 0.45)])
    canvas.drawPath(polygon([(x + dx, base + dy) for dx, dy in outline]), fill(rock, shader=shades))
    for x0, y0, x1, y1 in ((-118, 2, -84, 34), (-58, -30, -30, 30), (58, -24, 40, 34), (120, 6, 96, 34)):
        canvas.drawLine(x + x0, base + y0, x + x1, base + y1, stroke(site.shaded(rock, 0.5), 3, 0.5))
    for index in range(9):
        foam = x - 190 + index * 44
        canvas.drawLine(foam, base + 36 + index % 3, foam + 30, base + 36 + index % 2 * 3, stroke("#ffffff", 2, 0.35))
    _tower(site, canvas, x, base - 40, 215)


def _tower(site: Site, canvas: skia.Canvas, x: float, base: float, tall: float) -> None:
    for band in range(6):
        low, high = 36 - 14 * band / 6, 36 - 14 * (band + 1) / 6
        y0, y1 = base - tall * band / 6, base - tall * (band + 1) / 6
        colour = site.tone("#c8423b" if band % 2 else "#f3ead8", 0.12)
        shades = linear((x - 36, 0), (x + 36, 0), [site.lit(colour, 0.35), colour, site.shaded(colour, 0.45)])
        ring = polygon([(x - low, y0), (x + low, y0), (x + high, y1), (x - high, y1)])
        canvas.drawPath(ring, fill(colour, shader=shades))
    top, iron, on = base - tall, site.tone("#262a38", 0.05), site.light.lamps
    canvas.drawRect(skia.Rect(x - 30, top - 6, x + 30, top), fill(iron))
    canvas.drawRect(skia.Rect(x - 15, top - 36, x + 15, top - 6), fill("#fff2b0" if on else "#c5d7dd"))
    canvas.drawPath(polygon([(x - 20, top - 36), (x + 20, top - 36), (x, top - 60)]), fill(site.tone("#b23a34", 0.05)))


def rowing_boat(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a rowing boat pulled up, its middle at x."""
    hull, inside = site.tone("#3f7a8a", 0.05), site.tone("#a8805a", 0.05)
    canvas.drawOval(skia.Rect(x - 110, base - 8, x + 110, base + 16), fill(site.light.shade, 0.35, blur=4))
    body = [(x - 124, base - 66), (x - 84, base - 4), (x + 80, base + 2), (x + 124, base - 60), (x, base - 44)]
    shades = linear((0, base - 66), (0, base), [site.lit(hull, 0.2), site.shaded(hull, 0.35)])
    canvas.drawPath(smooth(body, closed=True, tension=0.7), fill(hull, shader=shades))
    rim = [(x - 122, base - 66), (x, base - 40), (x + 122, base - 60), (x, base - 52)]
    canvas.drawPath(smooth(rim, closed=True, tension=0.7), fill(site.shaded(inside, 0.3)))
    canvas.drawLine(x - 60, base - 58, x + 150, base - 92, stroke(inside, 6))


def sweeping_beam(site: Site, x: float, y: float) -> LivePainter:
    """Return the beams of a lighthouse whose lamp is at (x, y); they go round slowly."""
    on = site.light.lamps

    def live(canvas: skia.Canvas, seconds: float) -> None:
        if not on:
            return
        for side in (0.0, math.pi):
            turn = math.cos(seconds * 0.5 + 0.45 + side)
            reach, spread = 780 * turn, 30 + 66 * abs(turn)
            end = x + reach
            fade = linear(
                (x, 0), (end + 0.01, 0), [("#fff2c0", 0.55 * on), ("#fff2c0", 0.14), ("#fff2c0", 0)], [0, 0.4, 1]
            )
            beam = polygon([(x, y - 6), (end, y - spread - 40), (end, y + spread - 40), (x, y + 6)])
            canvas.drawPath(beam, fill("#fff2c0", shader=fade))
        halo(canvas, x, y, 120, "#fff0b0", 0.95)

    return live


def steamer(site: Site, canvas: skia.Canvas) -> None:
    """Draw a great ship of the site's era, its water line at (0, 0), about 340 units long."""
    hull, white = site.tone("#3a3f4a" if site.era != "modern" else "#8a3a34", 0.3), site.tone("#e8e4da", 0.3)
    canvas.drawPath(
        polygon([(-170, -46), (176, -52), (150, 0), (-150, 0)]),
        fill(hull, shader=linear((0, -50), (0, 0), [site.lit(hull, 0.2), site.shaded(hull, 0.35)])),
    )
    canvas.drawLine(-166, -36, 168, -42, stroke(white, 3, 0.7))
    if site.era in {"medieval", "victorian"}:
        for x, tall in ((-80, 190), (20, 220), (104, 170)):
            canvas.drawLine(x, -48, x, -48 - tall, stroke(site.tone("#4a3424", 0.3), 5))
            for level in range(3):
                y, wide = -70 - tall * 0.28 * level, 50 - 9 * level
                canvas.drawPath(
                    smooth(
                        [(x - wide, y - 40), (x + wide, y - 40), (x + wide * 0.9, y), (x - wide * 0.9, y)],
                        closed=True,
                        tension=0.3,
                    ),
                    fill(white),
                )
        return
    canvas.drawRRect(rounded(-110, -84, 200, 36, 4), fill(white))
    canvas.drawRRect(rounded(-84, -112, 130, 30, 4), fill(white))
    for x in (-50, 8):
        canvas.drawRect(skia.Rect.MakeXYWH(x, -160, 28, 52), fill(site.tone("#c8423b", 0.3)))
        canvas.drawRect(skia.Rect.MakeXYWH(x, -160, 28, 12), fill(site.tone("#24262c", 0.3)))
    for index in range(11):
        canvas.drawCircle(-100 + index * 18, -66, 4, fill("#ffd98a" if site.light.lamps else site.shaded(white, 0.5)))
