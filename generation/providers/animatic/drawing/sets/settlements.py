"""Sets where people settled long ago: villages, market squares, castles."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, polygon, rounded, smooth, stroke

from . import air, growing
from .building import WARM, fence, house, near_post, paving, street_lamp
from .site import Plane, Site

SIGNS = ("#e0483e", "#3fb8b0", "#f0b53c", "#7a6ae0", "#e86aa6")


def village(site: Site) -> list[Plane]:
    """Draw a village: cottages along a lane, hills behind."""

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far hills", site.horizon - 4, 120, site.tone("#6f8a96", 0.62))
        air.ridge(site, canvas, "hills", site.horizon + 10, 80, site.tone("#6a8f5a", 0.40))
        air.haze(site, canvas, site.horizon - 6, 70, 0.35)

    def houses(canvas: skia.Canvas) -> None:
        rng = site.rng("cottages")
        growing.ground(site, canvas, "#7a9a52", site.horizon + 10)
        walls = ("#f0e2c4", "#e0b890", "#d8d0c0", "#c9a58a")
        for share, size in ((-0.08, 1.1), (0.08, 1.0), (0.25, 0.8), (0.66, 0.8), (0.80, 1.0), (0.96, 1.1)):
            wide = 150 * size * (0.8 + 0.2 * min(1.0, site.width / 1280))
            house(
                site,
                canvas,
                rng,
                site.at(share) - 20,
                site.horizon + 6 + 30 * size,
                wide,
                104 * size,
                rng.choice(walls),
                rng.choice(("#8a4a3a", "#5a4a4a", "#9a7a4a")),
                0.12,
                gabled=True,
            )
        if site.has("church", "chapel") or site.seed % 2:
            _steeple(site, canvas, site.at(0.46), site.horizon + 14)

    def lane(canvas: skia.Canvas) -> None:
        growing.path_strip(site, canvas, "#c9b08a", y=site.horizon + 34, bend=site.seed % 5)
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#7fa05a"), site.horizon + 46, count=170)
        growing.flowers(site, canvas, "flowers", ("#e8d25a", "#f2efe6", "#d96a7a"), site.horizon + 60, count=30)
        fence(site, canvas, site.left, site.at(0.22), site.horizon + 84, 46, site.tone("#c9b89a", 0.05))
        if site.light.lamps:
            street_lamp(site, canvas, site.at(0.74), site.horizon + 70, 150)

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("hills", 0.25, far),
        Plane("cottages", 0.55, houses),
        Plane("lane", 0.72, lane),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1f3a1c")),
    ]


def _steeple(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone = site.tone("#c9c0b2", 0.26)
    shades = linear((x, 0), (x + 60, 0), [site.lit(stone, 0.2), stone, site.shaded(stone, 0.3)])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - 170, 56, 170), fill(stone, shader=shades))
    canvas.drawPath(
        polygon([(x - 6, base - 170), (x + 28, base - 268), (x + 62, base - 170)]), fill(site.tone("#5a4650", 0.26))
    )
    canvas.drawLine(x + 28, base - 268, x + 28, base - 292, stroke(site.tone("#3a3a40", 0.2), 3))
    canvas.drawCircle(x + 28, base - 138, 12, fill(WARM[1] if site.light.lamps else site.shaded(stone, 0.5)))


def market(site: Site) -> list[Plane]:
    """Draw a market square: stalls with striped roofs, garlands, houses behind."""

    def houses(canvas: skia.Canvas) -> None:
        rng, x = site.rng("square"), site.left - 20
        air.haze(site, canvas, site.horizon - 40, 80, 0.3)
        while x < site.right:
            wide = rng.uniform(116, 170)
            house(
                site,
                canvas,
                rng,
                x,
                site.horizon + 14,
                wide,
                rng.uniform(170, 270),
                rng.choice(("#d9a078", "#e3c08a", "#c9b0a0", "#b98a80")),
                "#7a4038",
                0.22,
                gabled=rng.random() < 0.5,
            )
            x += wide + 4

    def stalls(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#9a8f88", site.horizon + 12)
        paving(site, canvas, site.horizon + 14, alpha=0.09)
        for index, share in enumerate((-0.06, 0.13, 0.69, 0.88)):
            _stall(site, canvas, index, site.at(share), site.horizon + 78)

    def garlands(canvas: skia.Canvas) -> None:
        y = max(site.top + 60, site.horizon - 330)
        for start, drop in ((-0.1, 60), (0.28, 70), (0.66, 60)):
            points = [(site.at(start), y), (site.at(start + 0.19), y + drop), (site.at(start + 0.40), y - 6)]
            canvas.drawPath(smooth(points, tension=1), stroke(site.light.shade, 2, 0.7))
            for step in range(9):
                share = step / 8
                spot = (site.at(start + 0.40 * share), y + drop * 4 * share * (1 - share) + 5)
                canvas.drawCircle(*spot, 6, fill("#ffe2a0" if site.light.lamps else site.tone(SIGNS[step % 5])))
                if site.light.lamps:
                    glow(canvas, spot, 34, "#ffc467", 0.6)

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("houses", 0.45, houses),
        Plane("stalls", 0.72, stalls),
        Plane("garlands", 0.8, garlands),
        Plane("near", 1.5, lambda canvas: near_post(site, canvas, site.seed % 2)),
    ]


def _stall(site: Site, canvas: skia.Canvas, index: int, x: float, base: float) -> None:
    rng, wide = site.rng(f"stall {index}"), 196
    wood = site.tone("#8a6240", 0.05)
    for dx in (6, wide - 6):
        canvas.drawLine(x + dx, base, x + dx, base - 180, stroke(site.shaded(wood, 0.2), 8))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, base - 74, wide, 74),
        fill(wood, shader=linear((0, base - 74), (0, base), [site.lit(wood, 0.15), site.shaded(wood, 0.35)])),
    )
    for spot in range(11):
        colour = site.tone(rng.choice(("#d9483c", "#e8a53c", "#7aa04a", "#d8d05a", "#b0506a")))
        canvas.drawCircle(
            x + 14 + spot * 17,
            base - 82 - (spot % 2) * 7,
            11,
            fill(
                colour, shader=linear((0, base - 96), (0, base - 70), [site.lit(colour, 0.3), site.shaded(colour, 0.3)])
            ),
        )
    awning = rng.choice(SIGNS)
    for stripe in range(8):
        colour = site.tone(awning if stripe % 2 else "#f4ead8", 0.04)
        left, step = x - 12 + stripe * (wide + 24) / 8, (wide + 24) / 8
        roof = [
            (left + (x + wide / 2 - left) * 0.18, base - 214),
            (left + step + (x + wide / 2 - left - step) * 0.18, base - 214),
            (left + step, base - 164),
            (left + step / 2, base - 154),
            (left, base - 164),
        ]
        canvas.drawPath(polygon(roof), fill(colour))


def castle(site: Site) -> list[Plane]:
    """Draw a castle on its hill, seen from the way that leads there."""

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "mountains", site.horizon - 10, 200, site.tone("#5d6a86", 0.64), jagged=True)
        air.ridge(site, canvas, "hills", site.horizon + 14, 90, site.tone("#5a7a5a", 0.40))

    def keep(canvas: skia.Canvas) -> None:
        x, base = site.at(0.60), site.horizon - 36
        hill = [
            (x - 430, site.horizon + 40),
            (x - 220, base + 20),
            (x, base - 6),
            (x + 240, base + 20),
            (x + 460, site.horizon + 40),
        ]
        grass = site.tone("#5d7a4a", 0.26)
        canvas.drawPath(
            smooth(hill, closed=True, tension=0.9),
            fill(grass, shader=linear((0, base - 20), (0, site.horizon + 40), [site.lit(grass, 0.15), grass])),
        )
        stone = site.tone("#a89f98", 0.20)
        for dx, wide, tall in ((-150, 300, 110), (-60, 120, 190), (-190, 64, 170), (126, 64, 170), (-18, 44, 262)):
            _castle_tower(site, canvas, x + dx, base + 6, wide, tall, stone)
        gate = [(x - 26, base + 6), (x - 26, base - 40), (x, base - 62), (x + 26, base - 40), (x + 26, base + 6)]
        canvas.drawPath(smooth(gate, tension=0.5), fill(site.shaded(stone, 0.7)))
        air.haze(site, canvas, site.horizon + 6, 60, 0.35)

    def way(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#5f7f48", site.horizon + 26)
        growing.path_strip(site, canvas, "#b8a07a", y=site.horizon + 26, bend=2.4)
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#466f42"), site.horizon + 34, count=200)
        rng = site.rng("rocks")
        for share, size in ((0.07, 54), (0.92, 66)):
            growing.rock(site, canvas, rng, site.at(share), site.horizon + 96, size, site.tone("#7d7a80", 0.05))

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("hills", 0.22, far),
        Plane("castle", 0.36, keep),
        Plane("way", 0.72, way),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1a2f20")),
    ]


def _castle_tower(site: Site, canvas: skia.Canvas, x: float, base: float, wide: float, tall: float, stone: str) -> None:
    shades = linear((x, 0), (x + wide, 0), [site.lit(stone, 0.20), stone, site.shaded(stone, 0.35)], [0, 0.45, 1])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - tall, wide, tall), fill(stone, shader=shades))
    teeth = max(3, int(wide // 22))
    for index in range(teeth):
        left = x - 3 + index * (wide + 6) / teeth
        canvas.drawRect(
            skia.Rect.MakeXYWH(left, base - tall - 13, (wide + 6) / teeth * 0.6, 14), fill(site.shaded(stone, 0.12))
        )
    if wide < 80:
        roof = [(x - 8, base - tall - 10), (x + wide / 2, base - tall - 78), (x + wide + 8, base - tall - 10)]
        canvas.drawPath(polygon(roof), fill(site.tone("#7a4450", 0.16)))
    lit = site.light.lamps > 0.3
    for index in range(max(1, int(wide // 60))):
        left = x + (index + 0.5) * wide / max(1, int(wide // 60)) - 5
        canvas.drawRRect(rounded(left, base - tall + 30, 10, 22, 5), fill(WARM[1] if lit else site.shaded(stone, 0.6)))
