"""Places of leaves and leisure: a tea garden, a house in a tree, a garden on a roof, a pool, a car park."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from . import air, growing, wild_life
from .building import WARM, fence, street_lamp
from .extras import passers
from .sea import ripples
from .site import Plane, Site
from .town import skyline
from .vehicles import parked


def tea_garden(site: Site) -> list[Plane]:
    """Draw a tea plantation: rows of clipped bushes that wind up the hills, mist, pickers, a few shade trees."""
    base = site.horizon + 6

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "peaks", base - 30, 250, site.tone("#6a8aa0", 0.65), jagged=True)
        air.haze(site, canvas, base - 90, 80, 0.45)
        for index, (drop, tall, haze) in enumerate(((-10, 150, 0.45), (14, 90, 0.28))):
            _tea_hill(site, canvas, f"hill {index}", base + drop, tall, haze)
        air.haze(site, canvas, base - 20, 60, 0.3)

    def rows(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#7a6a44", base + 16)
        reach = site.bottom - base - 16
        for index in range(9):
            share = (index / 9) ** 1.5
            y, size = base + 26 + reach * share, 15 + 52 * share
            _tea_row(site, canvas, index, y, size)
        rng = site.rng("shade trees")
        for share, tall in ((0.08, 300), (0.90, 350)):
            growing.broadleaf(site, canvas, rng, site.across(share), base + 50, tall, "#4f8a4a", 0.12)

    pickers = passers(site, "pickers", base + 34, site.peopled(3), haze=0.3)
    return [
        *air.heavens(site),
        Plane("hills", 0.25, far),
        Plane("rows", 0.70, rows),
        Plane.living("pickers", 0.71, pickers),
    ]


def _tea_hill(site: Site, canvas: skia.Canvas, name: str, base: float, tall: float, haze: float) -> None:
    rng = site.rng(name)
    bumps = [rng.uniform(0.4, 1.0) for _ in range(6)]
    step = site.span / 5
    for level in range(7):
        share = level / 7
        points = [(site.left + index * step, base - tall * bumps[index] * (1 - share)) for index in range(6)]
        path = smooth(points, tension=1)
        path.lineTo(site.right, base + 40)
        path.lineTo(site.left, base + 40)
        green = site.tone("#5f9a4a" if level % 2 else "#477f3c", haze)
        canvas.drawPath(path, fill(green))


def _tea_row(site: Site, canvas: skia.Canvas, index: int, y: float, size: float) -> None:
    green = site.tone(("#4f9246", "#5a9e4c", "#468a42")[index % 3], max(0.02, 0.2 - index * 0.02))
    bend, path = 14 + index * 3, skia.Path()
    rng, x = site.rng(f"tea {index}"), site.left - size
    while x < site.right + size:
        middle = y + bend * math.sin(x / 210 + index * 0.7)
        path.addOval(skia.Rect(x - size, middle - size * 0.72, x + size, middle + size * 0.55))
        x += size * rng.uniform(0.9, 1.2)
    top, low = y - size - bend, y + size + bend
    canvas.drawPath(
        path, fill(green, shader=linear((0, top), (0, low), [site.lit(green, 0.25), green, site.shaded(green, 0.45)]))
    )
    tips = skia.Path()
    for _ in range(int(site.span / size * 2)):
        spot = rng.uniform(site.left, site.right)
        tips.addCircle(spot, y + bend * math.sin(spot / 210 + index * 0.7) - size * rng.uniform(0.1, 0.6), size * 0.09)
    canvas.drawPath(tips, fill(site.lit(green, 0.5), 0.8))


def treehouse(site: Site) -> list[Plane]:
    """Draw a great tree with a house of planks in it, a rope ladder, a swing, a garden below."""
    base = site.horizon + 26

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", base, 110, site.tone("#6f9a6a", 0.5))
        rng = site.rng("wood")
        for index in range(round(site.span / 90)):
            growing.broadleaf(
                site, canvas, rng, site.left + index * 90, base + 14, rng.uniform(150, 220), "#5d9450", 0.36
            )

    def tree(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#7aa050", base)
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#7fa05a"), base + 10, count=220)
        x, foot, size = site.across(0.60), base + 70, 0.75 + 0.25 * site.rise
        bark = site.tone("#7a5638", 0.06)
        trunk = [
            (x - 86, foot),
            (x - 46, foot - 120),
            (x - 44, foot - 420 * size),
            (x + 40, foot - 420 * size),
            (x + 50, foot - 120),
            (x + 100, foot),
        ]
        canvas.drawPath(
            smooth(trunk, closed=True, tension=0.35),
            fill(bark, shader=linear((x - 70, 0), (x + 80, 0), [site.lit(bark, 0.2), bark, site.shaded(bark, 0.4)])),
        )
        for dx, dy in ((-190, -360), (200, -350), (-120, -470), (130, -480)):
            canvas.drawPath(
                smooth(
                    [(x, foot - 250 * size), (x + dx * 0.5, foot + dy * size * 0.8), (x + dx, foot + dy * size)],
                    tension=0.7,
                ),
                stroke(bark, 26),
            )
        _crown(site, canvas, x, foot - 470 * size)
        _tree_hut(site, canvas, x, foot - 236 * size)
        rope = stroke(site.tone("#d0b888", 0.04), 4)
        for dx in (-20, 16):
            canvas.drawLine(x + dx, foot - 236 * size, x + dx, foot - 4, rope)
        for rung in range(int(226 * size // 24)):
            canvas.drawLine(
                x - 22, foot - 16 - rung * 24, x + 18, foot - 16 - rung * 24, stroke(site.tone("#a8804f", 0.04), 6)
            )
        for dx in (-232, -184):
            canvas.drawLine(x + dx, foot - 340 * size, x + dx, foot - 66, rope)
        canvas.drawRect(skia.Rect(x - 242, foot - 70, x - 174, foot - 60), fill(site.tone("#a8804f", 0.04)))

    return [
        *air.heavens(site),
        Plane("wood", 0.3, far),
        Plane("tree", 0.70, tree),
        Plane("near leaves", 1.5, lambda canvas: growing.overhang(site, canvas, "#3f5a34")),
    ]


def _crown(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    rng, leaf = site.rng("crown"), site.tone("#4f8f45", 0.06)
    for shade, count in ((site.shaded(leaf, 0.3), 16), (leaf, 14), (site.lit(leaf, 0.22), 9)):
        path = skia.Path()
        for _ in range(count):
            path.addCircle(x + rng.uniform(-280, 280), y + rng.uniform(-110, 70), rng.uniform(50, 96))
        canvas.drawPath(path, fill(shade))


def _tree_hut(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood, roof = site.tone("#b08450", 0.04), site.tone("#a34a38", 0.04)
    canvas.drawRect(skia.Rect(x - 150, base, x + 150, base + 16), fill(site.shaded(wood, 0.2)))
    canvas.drawRect(skia.Rect(x - 112, base - 130, x + 96, base), fill(wood))
    for step in range(14):
        canvas.drawLine(x - 112 + step * 15, base - 130, x - 112 + step * 15, base, stroke(site.shaded(wood, 0.35), 2))
    canvas.drawPath(polygon([(x - 140, base - 124), (x - 8, base - 214), (x + 124, base - 124)]), fill(roof))
    canvas.drawRRect(rounded(x - 34, base - 92, 52, 92, 24), fill(site.shaded(wood, 0.6)))
    glass = WARM[1] if site.light.lamps else site.tone("#a9d4e8", 0.05)
    for dx in (-90, 38):
        canvas.drawRect(skia.Rect(x + dx, base - 96, x + dx + 38, base - 56), fill(glass))
        canvas.drawRect(skia.Rect(x + dx, base - 96, x + dx + 38, base - 56), stroke(site.lit(wood, 0.3), 5))
        if site.light.lamps:
            glow(canvas, (x + dx + 19, base - 76), 90, "#ffb54d", 0.5)
    fence(site, canvas, x - 148, x - 40, base, 44, site.shaded(wood, 0.1))
    fence(site, canvas, x + 30, x + 148, base, 44, site.shaded(wood, 0.1))


def roof_garden(site: Site) -> list[Plane]:
    """Draw a garden on a roof over a city: raised beds, a pergola with a vine, lights on strings, a railing."""
    base = site.horizon + 34

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "far city", site.horizon + 40, 400 * site.rise, 0.62)
        air.haze(site, canvas, site.horizon - 60, 120, 0.35)
        skyline(site, canvas, "city", site.horizon + 50, 260 * site.rise, 0.38)

    def roof(canvas: skia.Canvas) -> None:
        iron = site.tone("#3a4148", 0.06)
        growing.ground(site, canvas, "#a88460", base)
        for index in range(-16, 17):
            canvas.drawLine(
                site.at(0.5) + index * 60,
                base,
                site.at(0.5) + index * 190,
                site.bottom,
                stroke(site.light.shade, 2.5, 0.25),
            )
        for index in range(int(site.span / 30) + 1):
            canvas.drawLine(site.left + index * 30, base + 6, site.left + index * 30, base - 70, stroke(iron, 3.5))
        canvas.drawLine(site.left, base - 70, site.right, base - 70, stroke(iron, 8))
        wood, rng = site.tone("#8a6242", 0.05), site.rng("beds")
        for share, wide in ((0.10, 210), (0.50, 170), (0.90, 220)):
            x = site.across(share)
            for _ in range(13):
                growing.bush(
                    site,
                    canvas,
                    x + rng.uniform(-wide / 2, wide / 2),
                    base + 14,
                    rng.uniform(24, 44),
                    rng.choice(("#5d9450", "#7aa84f", "#3f7a48")),
                    0.05,
                )
            for _ in range(12):
                canvas.drawCircle(
                    x + rng.uniform(-wide / 2, wide / 2),
                    base - rng.uniform(0, 42),
                    7,
                    fill(site.tone(rng.choice(("#e2574a", "#f0b53c", "#e38aa8", "#f4efe6")), 0.04)),
                )
            canvas.drawRect(skia.Rect(x - wide / 2 - 8, base + 4, x + wide / 2 + 8, base + 52), fill(wood))
            canvas.drawLine(x - wide / 2 - 8, base + 28, x + wide / 2 + 8, base + 28, stroke(site.shaded(wood, 0.4), 3))
        _pergola(site, canvas, site.across(0.74), base + 40)

    return [*air.heavens(site), Plane("city", 0.3, far), Plane("roof", 0.70, roof)]


def _pergola(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood, rng = site.tone("#9a7048", 0.05), site.rng("vine")
    for dx in (-150, 150):
        canvas.drawLine(x + dx, base, x + dx, base - 270, stroke(wood, 13))
    canvas.drawLine(x - 180, base - 272, x + 180, base - 272, stroke(wood, 14))
    for step in range(9):
        canvas.drawLine(
            x - 160 + step * 40, base - 288, x - 160 + step * 40, base - 258, stroke(site.shaded(wood, 0.2), 9)
        )
    leaves = skia.Path()
    for _ in range(60):
        leaves.addCircle(x + rng.uniform(-180, 180), base - 280 + rng.uniform(-22, 26), rng.uniform(9, 20))
    canvas.drawPath(leaves, fill(site.tone("#5a9248", 0.05)))
    for step in range(13):
        spot = (x - 180 + step * 30, base - 232 + 20 * math.sin(step * math.pi / 3))
        canvas.drawCircle(*spot, 5, fill("#ffe2a0"))
        if site.light.lamps:
            glow(canvas, spot, 46, "#ffc467", 0.7)


def pool(site: Site) -> list[Plane]:
    """Draw a swimming pool in the open: blue water with lanes, ladders, a diving board, loungers and parasols."""
    base = site.horizon + 20

    def far(canvas: skia.Canvas) -> None:
        rng = site.rng("hedge")
        for index in range(round(site.span / 70)):
            growing.broadleaf(
                site, canvas, rng, site.left + index * 70, base + 8, rng.uniform(110, 180), "#5d9450", 0.3
            )
        for share in (0.18, 0.82):
            growing.palm(site, canvas, site.across(share), base + 14, 290, 0.16, 0.1)

    def water(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#e0d6c2", base)
        low, blue = site.bottom, site.tone("#3fb0d0", 0.02)
        left, right, top = site.across(0.14), site.across(0.86), base + 62
        edge = [(left, top), (right, top), (right + 420, low), (left - 420, low)]
        canvas.drawPath(
            polygon(edge),
            fill(blue, shader=linear((0, top), (0, low), [site.lit(blue, 0.35), blue, site.shaded(blue, 0.2)])),
        )
        canvas.drawPath(
            polygon([(left - 12, top - 12), (right + 12, top - 12), (right + 12, top), (left - 12, top)]),
            fill(site.tone("#f4f1e8", 0.02)),
        )
        for step in range(1, 5):
            x = left + (right - left) * step / 5
            out = site.at(0.5) + (x - site.at(0.5)) * 2.1
            for part in range(14):
                a, b = (part / 14) ** 1.5, ((part + 0.6) / 14) ** 1.5
                canvas.drawLine(
                    x + (out - x) * a,
                    top + (low - top) * a,
                    x + (out - x) * b,
                    top + (low - top) * b,
                    stroke("#e2574a" if part % 2 else "#f4f1e8", 3 + 9 * a, 0.8),
                )
        for share in (0.06, 0.95):
            _lounger(site, canvas, site.across(share), base + 54)
        steel = stroke(site.tone("#cdd5da"), 6)
        x = site.across(0.5)
        canvas.drawRect(skia.Rect(x - 20, top - 96, x + 20, top - 10), fill(site.tone("#8a959c", 0.05)))
        canvas.drawRect(skia.Rect(x - 30, top - 108, x + 30, top - 92), fill(site.tone("#f4f1e8", 0.04)))
        for dx in (-26, 26):
            canvas.drawLine(x + dx, top - 92, x + dx, top - 150, steel)

    sparkle = ripples(site, base + 80, site.bottom - 40, calm=True)
    return [
        *air.heavens(site),
        Plane("trees", 0.3, far),
        Plane("pool", 0.70, water),
        Plane.living("sparkle", 0.71, sparkle),
    ]


def _lounger(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    cloth = site.tone(site.pick("lounger", ("#e2574a", "#f0b53c", "#3f8ab0")), 0.05)
    canvas.drawLine(x, base, x, base - 190, stroke(site.tone("#f4f1e8"), 6))
    canvas.drawPath(
        smooth(
            [(x - 104, base - 150), (x, base - 212), (x + 104, base - 150), (x, base - 162)], closed=True, tension=0.5
        ),
        fill(cloth),
    )
    canvas.drawPath(
        polygon(
            [
                (x - 84, base - 22),
                (x + 40, base - 22),
                (x + 88, base - 70),
                (x + 98, base - 62),
                (x + 48, base - 8),
                (x - 84, base - 8),
            ]
        ),
        fill(mix(cloth, "#ffffff", 0.5)),
    )


def parking_lot(site: Site) -> list[Plane]:
    """Draw a car park: marked bays on tarmac, cars, lamp posts, a low building and trees behind."""
    base = site.horizon + 20

    def far(canvas: skia.Canvas) -> None:
        skyline(site, canvas, "far city", base, 190 * site.rise, 0.55)
        wall = site.tone("#c2bcb0", 0.25)
        canvas.drawRect(skia.Rect(site.across(0.12), base - 130, site.across(0.62), base + 6), fill(wall))
        canvas.drawRect(
            skia.Rect(site.across(0.12), base - 140, site.across(0.62), base - 112), fill(site.tone("#c2453c", 0.2))
        )
        glass = WARM[1] if site.light.lamps else site.tone("#9ac0d0", 0.25)
        canvas.drawRect(skia.Rect(site.across(0.16), base - 90, site.across(0.58), base - 16), fill(glass))
        rng = site.rng("lot trees")
        for share in (0.05, 0.70, 0.82, 0.97):
            growing.broadleaf(site, canvas, rng, site.across(share), base + 8, rng.uniform(130, 190), "#5d9450", 0.28)

    def lot(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#5c5d63", base)
        paint, low = site.tone("#eae6da", 0.05), site.bottom
        for index in range(-9, 10):
            x = site.at(0.5) + index * 150
            canvas.drawLine(x, base + 22, x + index * 16, base + 110, stroke(paint, 5, 0.85))
            canvas.drawLine(x + index * 70, base + 230, x + index * 190, low, stroke(paint, 9, 0.8))
        canvas.drawLine(site.left, base + 22, site.right, base + 22, stroke(paint, 5, 0.85))
        for index in (-4, -3, -1, 2, 3, 5):
            parked(site, canvas, str(index), site.at(0.5) + index * 152 + 76, base + 92, 108)
        for share in (0.04, 0.96):
            street_lamp(site, canvas, site.across(share), base + 120, 300)

    return [
        *air.heavens(site),
        Plane("buildings", 0.3, far),
        Plane("lot", 0.70, lot),
        Plane.living("leaves", 0.72, wild_life.swaying_grass(site, base + 8, ("#5d8a4c",), tall=10)),
    ]
