"""Bridges before steel: of stone in arches, of planks over a gorge, of iron trusses."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, growing
from .building import paving, street_lamp
from .sea import ripples, sea
from .site import Plane, Site
from .skylines import old_skyline


def old_bridge(site: Site) -> list[Plane]:
    """Draw an old bridge that we stand on, its parapet before a river: of stone, of wood or of iron, by its words."""
    if site.has("wooden", "rope", "plank", "log", "footbridge", "jungle") or site.west:
        return _wooden(site)
    iron = site.has("iron", "railway", "steel", "trestle") or (site.era == "victorian" and site.variant("iron", 2) == 0)
    base, line = site.horizon + 40, site.horizon - 4

    def far(canvas: skia.Canvas) -> None:
        old_skyline(site, canvas, "far town", line, 260 * site.rise, 0.5)
        air.haze(site, canvas, line - 20, 70, 0.35)
        sea(site, canvas, line, "#3a5a66")

    def deck(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#8f867a", base)
        paving(site, canvas, base + 14, alpha=0.10)
        (_truss if iron else _parapet)(site, canvas, base)
        for share in (0.12, 0.88):
            street_lamp(site, canvas, site.across(share), base + 14, 230)

    waves: LivePainter = ripples(site, line + 4, base - 34, lights=True)
    return [*air.heavens(site), Plane("town", 0.24, far), Plane.living("river", 0.28, waves), Plane("deck", 0.70, deck)]


def _parapet(site: Site, canvas: skia.Canvas, base: float) -> None:
    stone = site.tone("#a89c8a", 0.06)
    shades = linear((0, base - 92), (0, base + 10), [site.lit(stone, 0.2), site.shaded(stone, 0.25)])
    canvas.drawRect(skia.Rect(site.left, base - 80, site.right, base + 14), fill(stone, shader=shades))
    canvas.drawRect(skia.Rect(site.left, base - 96, site.right, base - 76), fill(site.lit(stone, 0.25)))
    seam = stroke(site.shaded(stone, 0.4), 2, 0.6)
    for row in range(3):
        canvas.drawLine(site.left, base - 50 + row * 30, site.right, base - 50 + row * 30, seam)
        for step in range(int(site.span / 70) + 1):
            x = site.left + step * 70 + (35 if row % 2 else 0)
            canvas.drawLine(x, base - 78 + row * 30, x, base - 50 + row * 30, seam)
    for share in (0.0, 0.34, 0.66, 1.0):
        x = site.across(share)
        canvas.drawRect(skia.Rect(x - 36, base - 130, x + 36, base + 18), fill(site.lit(stone, 0.06)))
        canvas.drawRect(skia.Rect(x - 44, base - 142, x + 44, base - 124), fill(site.lit(stone, 0.25)))


def _truss(site: Site, canvas: skia.Canvas, base: float) -> None:
    iron = site.tone(site.painted("bridge", "#4f5a58"), 0.06)
    top = base - 330 * (0.7 + 0.3 * site.rise)
    for y, thick in ((top, 20), (base - 10, 22), (base - 92, 8)):
        canvas.drawLine(site.left, y, site.right, y, stroke(iron, thick))
    step = 210.0
    for index in range(int(site.span / step) + 1):
        x = site.left + index * step
        canvas.drawLine(x, top, x, base, stroke(site.lit(iron, 0.12), 16))
        canvas.drawLine(x, base, x + step, top, stroke(iron, 9))
        canvas.drawLine(x, top, x + step, base, stroke(iron, 9))
        for y in (top, base - 10):
            canvas.drawCircle(x, y, 13, fill(site.shaded(iron, 0.3)))
    for index in range(int(site.span / 26) + 1):
        x = site.left + index * 26
        canvas.drawLine(x, base - 90, x, base, stroke(iron, 3))


def _wooden(site: Site) -> list[Plane]:
    base = site.horizon + 30

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "peaks", base - 10, 260, site.tone("#7a8a94", 0.6), jagged=True)
        air.ridge(site, canvas, "hills", base + 10, 120, site.tone("#5f7f56", 0.4))
        rng = site.rng("gorge")
        for index in range(round(site.span / 60)):
            growing.pine(site, canvas, site.left + index * 60, base + 20, rng.uniform(90, 190), "#3a6a50", 0.3)
        air.haze(site, canvas, base - 10, 80, 0.4)

    def deck(canvas: skia.Canvas) -> None:
        wood = site.tone("#8f6a44", 0.04)
        area = skia.Rect(site.left, base + 30, site.right, site.bottom)
        canvas.drawRect(
            area, fill(wood, shader=linear((0, base), (0, site.bottom), [site.lit(wood, 0.2), site.shaded(wood, 0.25)]))
        )
        reach = site.bottom - base - 30
        for index in range(12):
            y = base + 30 + reach * (index / 12) ** 1.5
            canvas.drawLine(site.left, y, site.right, y, stroke(site.shaded(wood, 0.5), 2 + index * 0.6, 0.8))
        for index in range(int(site.span / 150) + 1):
            x = site.left + index * 150
            canvas.drawLine(x, base + 44, x, base - 110, stroke(site.shaded(wood, 0.2), 15))
            sag = [(x, base - 104), (x + 75, base - 74), (x + 150, base - 104)]
            canvas.drawPath(smooth(sag, tension=0.9), stroke(site.tone("#b89a6a", 0.04), 8))
            sag = [(x, base - 46), (x + 75, base - 24), (x + 150, base - 46)]
            canvas.drawPath(smooth(sag, tension=0.9), stroke(site.tone("#b89a6a", 0.04), 6))

    return [
        *air.heavens(site, birds_at=(site.at(0.4), site.horizon * 0.5)),
        Plane("gorge", 0.25, far),
        Plane("deck", 0.70, deck),
    ]
