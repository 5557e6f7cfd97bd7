"""Cities of other times and other ends of the earth: the forum, the bazaar, the pagoda, towns of gables and towers."""

from __future__ import annotations

import random

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, smooth, stroke

from . import air, growing
from .building import WARM, paving, window
from .extras import passers
from .site import Plane, Site

_STONE = "#e4d8c0"


def forum(site: Site) -> list[Plane]:
    """Draw the forum of an ancient city: temples with columns, an arch, a statue, tiled roofs on the hills."""
    base = site.horizon + 26

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", base - 4, 150, site.tone("#8aa07a", 0.55))
        rng = site.rng("hill houses")
        for _ in range(round(site.span / 26)):
            x, drop = rng.uniform(site.left, site.right), rng.uniform(0, 70)
            wide = rng.uniform(26, 54)
            canvas.drawRect(skia.Rect.MakeXYWH(x, base - 34 - drop, wide, 34), fill(site.tone("#e8dcc4", 0.45)))
            roof = [(x - 4, base - 34 - drop), (x + wide / 2, base - 50 - drop), (x + wide + 4, base - 34 - drop)]
            canvas.drawPath(polygon(roof), fill(site.tone("#b8643f", 0.42)))
        for share in (0.30, 0.44, 0.94):
            _cypress(site, canvas, site.across(share), base + 4, 150, 0.4)
        air.haze(site, canvas, base - 20, 70, 0.35)

    def square(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#cfc2a8", base)
        paving(site, canvas, base + 4, size=9, alpha=0.06)
        _temple(site, canvas, site.across(0.74), base + 22, 1.0)
        _temple(site, canvas, site.across(0.04), base + 10, 0.8)
        _arch(site, canvas, site.across(0.40), base + 14)
        _statue(site, canvas, site.across(0.20), base + 60)
        for share in (0.545, 0.96):
            _cypress(site, canvas, site.across(share), base + 40, 240, 0.12)

    walkers = passers(site, "forum", base + 36, site.peopled(4), haze=0.28)
    return [
        *air.heavens(site),
        Plane("hills", 0.25, far),
        Plane("square", 0.70, square),
        Plane.living("walkers", 0.72, walkers),
    ]


def _column(site: Site, canvas: skia.Canvas, x: float, base: float, tall: float, wide: float, haze: float) -> None:
    stone = site.tone(_STONE, haze)
    shades = linear((x - wide, 0), (x + wide, 0), [site.lit(stone, 0.25), stone, site.shaded(stone, 0.35)])
    canvas.drawRect(skia.Rect(x - wide, base - tall, x + wide, base), fill(stone, shader=shades))
    for dx in (-0.5, 0.0, 0.5):
        canvas.drawLine(x + dx * wide, base - tall, x + dx * wide, base, stroke(site.shaded(stone, 0.3), 1.5, 0.5))
    for y in (base - tall, base):
        canvas.drawRect(skia.Rect(x - wide * 1.5, y - 5, x + wide * 1.5, y + 5), fill(site.lit(stone, 0.15)))


def _temple(site: Site, canvas: skia.Canvas, x: float, base: float, size: float) -> None:
    stone, half, tall = site.tone(_STONE, 0.16), 190 * size, 190 * size * (0.7 + 0.3 * site.rise)
    for step in range(4):
        wide = half + 46 * size - step * 12 * size
        y = base - step * 11 * size
        canvas.drawRect(skia.Rect(x - wide, y - 11 * size, x + wide, y), fill(site.shaded(stone, 0.06 * (3 - step))))
    low = base - 44 * size
    canvas.drawRect(skia.Rect(x - half, low - tall, x + half, low), fill(site.shaded(stone, 0.5)))
    canvas.drawRect(skia.Rect(x - 30 * size, low - tall * 0.7, x + 30 * size, low), fill(site.shaded(stone, 0.7)))
    for step in range(6):
        _column(site, canvas, x - half + 14 * size + step * (half * 2 - 28 * size) / 5, low, tall, 13 * size, 0.12)
    canvas.drawRect(
        skia.Rect(x - half - 14, low - tall - 26 * size, x + half + 14, low - tall), fill(site.lit(stone, 0.1))
    )
    gable = [
        (x - half - 26, low - tall - 26 * size),
        (x, low - tall - 96 * size),
        (x + half + 26, low - tall - 26 * size),
    ]
    canvas.drawPath(polygon(gable), fill(stone))
    canvas.drawPath(
        polygon(
            [
                (x - half + 16, low - tall - 32 * size),
                (x, low - tall - 80 * size),
                (x + half - 16, low - tall - 32 * size),
            ]
        ),
        fill(site.tone("#b8643f", 0.3)),
    )


def _arch(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone = site.tone(_STONE, 0.26)
    tall = 220 * (0.75 + 0.25 * site.rise)
    block = skia.Path()
    block.addRect(skia.Rect(x - 96, base - tall, x + 96, base))
    gate = skia.Path()
    gate.addRoundRect(skia.Rect(x - 42, base - tall * 0.66, x + 42, base + 60), 42, 42)
    shades = linear((x - 96, 0), (x + 96, 0), [site.lit(stone, 0.2), site.shaded(stone, 0.25)])
    shape = skia.Op(block, gate, skia.PathOp.kDifference_PathOp) or block
    canvas.drawPath(shape, fill(stone, shader=shades))
    canvas.drawRect(skia.Rect(x - 106, base - tall - 12, x + 106, base - tall + 8), fill(site.lit(stone, 0.2)))
    canvas.drawRect(skia.Rect(x - 70, base - tall * 0.92, x + 70, base - tall * 0.76), fill(site.shaded(stone, 0.16)))


def _statue(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone = site.tone("#d8d2c4", 0.08)
    canvas.drawRect(skia.Rect(x - 34, base - 90, x + 34, base), fill(site.shaded(stone, 0.12)))
    canvas.drawRect(skia.Rect(x - 42, base - 98, x + 42, base - 86), fill(site.lit(stone, 0.15)))
    robe = [(x - 18, base - 98), (x - 20, base - 190), (x + 20, base - 190), (x + 24, base - 98)]
    canvas.drawPath(smooth(robe, closed=True, tension=0.2), fill(stone))
    canvas.drawLine(x + 14, base - 182, x + 52, base - 220, stroke(stone, 12))
    canvas.drawCircle(x, base - 206, 16, fill(stone))


def _cypress(site: Site, canvas: skia.Canvas, x: float, base: float, tall: float, haze: float) -> None:
    green = site.tone("#3f5f3a", haze)
    shape = [
        (x - tall * 0.09, base),
        (x - tall * 0.11, base - tall * 0.4),
        (x, base - tall),
        (x + tall * 0.11, base - tall * 0.4),
        (x + tall * 0.09, base),
    ]
    canvas.drawPath(smooth(shape, closed=True, tension=0.6), fill(green))


def pagoda(site: Site) -> list[Plane]:
    """Draw a temple of East Asia: a pagoda, a red gate, stone lanterns, cherry trees, mountains in the mist."""
    base = site.horizon + 22

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "peaks", base - 6, 230, site.tone("#7a90a8", 0.62), jagged=True)
        air.haze(site, canvas, base - 90, 90, 0.4)
        air.ridge(site, canvas, "hills", base + 4, 90, site.tone("#5f8a6a", 0.42))

    def court(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#b8b89a", base)
        growing.path_strip(site, canvas, "#d8d0bc", y=base + 2)
        _tower_of_roofs(site, canvas, site.across(0.70), base + 20)
        _gate(site, canvas, site.across(0.34), base + 60)
        rng = site.rng("cherries")
        for share, tall in ((0.05, 260), (0.52, 170), (0.93, 300)):
            growing.broadleaf(site, canvas, rng, site.across(share), base + 50, tall, "#f0a9c0", 0.08)
        for share in (0.16, 0.84):
            _stone_lantern(site, canvas, site.across(share), base + 92)

    return [
        *air.heavens(site),
        Plane("mountains", 0.25, far),
        Plane("court", 0.70, court),
        Plane.living("walkers", 0.72, passers(site, "court", base + 40, site.peopled(2), haze=0.28)),
    ]


def _tower_of_roofs(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wall, red, tiles = site.tone("#efe6d4", 0.14), site.tone("#b0402f", 0.14), site.tone("#3f4a56", 0.14)
    y, half = base, 120.0
    canvas.drawRect(skia.Rect(x - 140, base - 16, x + 140, base + 4), fill(site.tone("#a8a294", 0.12)))
    for _ in range(4 if site.rise < 1.3 else 5):
        canvas.drawRect(skia.Rect(x - half, y - 84, x + half, y - 10), fill(wall))
        for share in (-0.96, -0.32, 0.32, 0.96):
            canvas.drawLine(x + half * share, y - 84, x + half * share, y - 10, stroke(red, 9))
        canvas.drawRect(
            skia.Rect(x - half * 0.22, y - 70, x + half * 0.22, y - 10),
            fill(WARM[1] if site.light.lamps else site.shaded(red, 0.5)),
        )
        roof = [
            (x - half - 64, y - 92),
            (x - half - 26, y - 86),
            (x - half * 0.8, y - 112),
            (x + half * 0.8, y - 112),
            (x + half + 26, y - 86),
            (x + half + 64, y - 92),
            (x + half + 18, y - 74),
            (x - half - 18, y - 74),
        ]
        canvas.drawPath(smooth(roof, closed=True, tension=0.35), fill(tiles))
        y, half = y - 98, half * 0.82
    canvas.drawLine(x, y - 8, x, y - 74, stroke(site.tone("#c9a04a", 0.1), 6))


def _gate(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    red = site.tone("#c8442f", 0.06)
    for side in (-1, 1):
        canvas.drawLine(x + side * 92, base, x + side * 80, base - 230, stroke(red, 20))
        canvas.drawRect(
            skia.Rect(x + side * 92 - 16, base - 12, x + side * 92 + 16, base + 4), fill(site.tone("#33343a"))
        )
    canvas.drawLine(x - 112, base - 172, x + 112, base - 172, stroke(red, 15))
    canvas.drawPath(
        smooth([(x - 150, base - 244), (x, base - 226), (x + 150, base - 244)], tension=0.8), stroke(red, 22)
    )
    canvas.drawPath(
        smooth([(x - 158, base - 258), (x, base - 238), (x + 158, base - 258)], tension=0.8),
        stroke(site.tone("#33343a", 0.05), 9),
    )


def _stone_lantern(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone = site.tone("#9a978e", 0.05)
    canvas.drawRect(skia.Rect(x - 22, base - 10, x + 22, base), fill(stone))
    canvas.drawRect(skia.Rect(x - 9, base - 70, x + 9, base - 8), fill(stone))
    canvas.drawRect(skia.Rect(x - 22, base - 104, x + 22, base - 68), fill(site.shaded(stone, 0.1)))
    canvas.drawRect(skia.Rect(x - 11, base - 98, x + 11, base - 74), fill("#ffcf7a" if site.light.lamps else "#4a4844"))
    canvas.drawPath(
        polygon([(x - 40, base - 102), (x, base - 132), (x + 40, base - 102)]), fill(site.shaded(stone, 0.2))
    )
    if site.light.lamps:
        glow(canvas, (x, base - 86), 120, "#ffc467", 0.7 * site.light.lamps)


def bazaar(site: Site) -> list[Plane]:
    """Draw a bazaar: walls of clay with pointed arches, a dome, awnings over heaps of spice and cloth, lanterns."""
    base = site.horizon + 30

    def far(canvas: skia.Canvas) -> None:
        rng, x = site.rng("clay"), site.left - 20
        while x < site.right:
            wide, tall = rng.uniform(110, 190), rng.uniform(210, 330) * (0.7 + 0.3 * site.rise)
            wall = site.tone(rng.choice(("#d8b084", "#e0c09a", "#c9a078")), 0.26)
            canvas.drawRect(skia.Rect.MakeXYWH(x, base - tall, wide, tall), fill(wall))
            for step in range(int(wide // 22)):
                canvas.drawRect(skia.Rect.MakeXYWH(x + 4 + step * 22, base - tall - 9, 12, 10), fill(wall))
            for share in (0.25, 0.7):
                window(
                    site,
                    canvas,
                    x + wide * share - 11,
                    base - tall + 44,
                    22,
                    44,
                    lit=rng.random() < site.light.lamps,
                    arched=True,
                )
            x += wide + rng.choice((0, 0, 24))
        _dome(site, canvas, site.across(0.62), base)

    def stalls(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#d0ad80", base)
        rng = site.rng("bazaar stalls")
        for share in (0.02, 0.23, 0.76, 0.97):
            _spice_stall(site, canvas, rng, site.across(share), base + 46)
        _strung_lanterns(site, canvas, rng, base)

    walkers = passers(site, "bazaar", base + 18, site.peopled(6), haze=0.26)
    return [
        *air.heavens(site),
        Plane("clay walls", 0.45, far),
        Plane.living("walkers", 0.5, walkers),
        Plane("stalls", 0.70, stalls),
    ]


def _dome(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    white, tile = site.tone("#efe4cf", 0.32), site.tone("#3f8a94", 0.30)
    rise = 0.7 + 0.3 * site.rise
    top = base - 300 * rise
    canvas.drawRect(skia.Rect(x - 110, top, x + 110, base), fill(white))
    gate = skia.Path()
    gate.moveTo(x - 50, base)
    gate.lineTo(x - 50, base - 120)
    gate.quadTo(x - 48, base - 180, x, base - 214)
    gate.quadTo(x + 48, base - 180, x + 50, base - 120)
    gate.lineTo(x + 50, base)
    canvas.drawPath(gate, fill(site.shaded(white, 0.55)))
    canvas.drawPath(gate, stroke(tile, 8))
    canvas.drawPath(
        smooth(
            [(x - 86, top), (x - 104, top - 60), (x, top - 160), (x + 104, top - 60), (x + 86, top)],
            closed=True,
            tension=0.7,
        ),
        fill(tile, shader=linear((x - 90, 0), (x + 90, 0), [site.lit(tile, 0.3), site.shaded(tile, 0.3)])),
    )
    for side in (-1, 1):
        tower = x + side * 150
        canvas.drawRect(skia.Rect(tower - 17, top - 110, tower + 17, base), fill(white))
        canvas.drawRect(skia.Rect(tower - 26, top - 60, tower + 26, top - 46), fill(site.shaded(white, 0.2)))
        canvas.drawPath(polygon([(tower - 22, top - 108), (tower, top - 164), (tower + 22, top - 108)]), fill(tile))


def _spice_stall(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float) -> None:
    wood = site.tone("#7a5636", 0.06)
    for dx in (-100, 100):
        canvas.drawLine(x + dx, base, x + dx, base - 190, stroke(wood, 8))
    cloth = site.tone(rng.choice(("#b8402f", "#c98a2c", "#2f7a80", "#7a3f78")), 0.06)
    drape = [
        (x - 124, base - 176),
        (x, base - 206),
        (x + 124, base - 176),
        (x + 116, base - 142),
        (x + 40, base - 158),
        (x - 40, base - 148),
        (x - 116, base - 142),
    ]
    canvas.drawPath(
        smooth(drape, closed=True, tension=0.45),
        fill(cloth, shader=linear((x - 120, 0), (x + 120, 0), [site.lit(cloth, 0.2), site.shaded(cloth, 0.25)])),
    )
    canvas.drawRect(skia.Rect(x - 108, base - 66, x + 108, base), fill(wood))
    rug = site.tone(rng.choice(("#8a2f3a", "#2f5a7a", "#6a7a3a")), 0.05)
    canvas.drawRect(skia.Rect(x - 76, base - 62, x + 76, base - 6), fill(rug))
    canvas.drawRect(skia.Rect(x - 62, base - 50, x + 62, base - 18), stroke(site.tone("#e8cf94", 0.05), 5))
    for index in range(5):
        spot, tone = x - 84 + index * 42, ("#d8742c", "#c9352c", "#e3b53f", "#7a8a3a", "#8a5230")[index]
        canvas.drawPath(
            polygon([(spot - 20, base - 66), (spot, base - 106), (spot + 20, base - 66)]), fill(site.tone(tone))
        )


def _strung_lanterns(site: Site, canvas: skia.Canvas, rng: random.Random, base: float) -> None:
    y = base - 250
    rope = [(site.left, y), (site.at(0.25), y + 40), (site.at(0.5), y), (site.at(0.75), y + 40), (site.right, y)]
    canvas.drawPath(smooth(rope, tension=1), stroke(site.tone("#5a4434", 0.1), 3))
    for step in range(9):
        share = (step + 0.5) / 9
        x, drop = site.at(share), y + 22 + 20 * (1 - abs((share * 4) % 2 - 1))
        colour = rng.choice(("#e8a03c", "#c9463a", "#3fa0a0", "#8a5ab0"))
        canvas.drawOval(skia.Rect(x - 13, drop, x + 13, drop + 36), fill(site.grade.colour(colour)))
        canvas.drawRect(skia.Rect(x - 7, drop - 5, x + 7, drop + 3), fill(site.tone("#c9a04a")))
        if site.light.lamps:
            glow(canvas, (x, drop + 18), 90, colour, 0.7 * site.light.lamps)
