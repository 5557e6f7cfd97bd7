"""Sets where people settled long ago: villages, market squares, castles."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from . import air, facades, growing, wild_life
from .building import WARM, fence, house, near_post, paving, street_lamp
from .extras import bystanders, passers
from .fire import smoke
from .life import together
from .site import Plane, Site

SIGNS = ("#e0483e", "#3fb8b0", "#f0b53c", "#7a6ae0", "#e86aa6")


def village(site: Site) -> list[Plane]:
    """Draw a village in one of four layouts: cottages on a lane, round a pond, up a hill."""
    layout, base = site.variant("layout", 4), site.horizon
    walls = ("#f0e2c4", "#e0b890", "#d8d0c0", "#c9a58a")
    roofs = ("#8a4a3a", "#5a4a4a", "#9a7a4a") if site.era != "medieval" else ("#a88a4a", "#8f7444", "#7a5a3a")

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far hills", base - 4, 120, site.tone("#6f8a96", 0.62))
        air.ridge(site, canvas, "hills", base + 10, 80, site.tone("#6a8f5a", 0.40))
        air.haze(site, canvas, base - 6, 70, 0.35)

    rows: tuple[tuple[float, float, float], ...] = (
        ((-0.08, 1.1, 0), (0.08, 1.0, 0), (0.25, 0.8, 0), (0.66, 0.8, 0), (0.80, 1.0, 0), (0.96, 1.1, 0)),
        ((0.02, 0.9, 0), (0.16, 0.74, 0), (0.30, 0.66, 0), (0.72, 0.66, 0), (0.86, 0.9, 0), (1.02, 1.2, 0)),
        ((0.02, 0.7, -50), (0.16, 0.6, -76), (0.30, 0.6, -100), (0.44, 0.6, -92), (0.72, 0.9, 0), (0.90, 1.1, 0)),
        ((-0.04, 1.25, 0), (0.16, 0.95, 0), (0.70, 0.95, 0), (0.86, 1.25, 0)),
    )[layout]

    def houses(canvas: skia.Canvas) -> None:
        rng = site.rng("cottages")
        growing.ground(site, canvas, "#7a9a52", base + 10)
        if layout == 2:
            green = site.tone("#7a9a52", 0.24)
            hill = [
                (site.left - 40, base + 60),
                (site.across(0.1), base - 56),
                (site.across(0.36), base - 96),
                (site.across(0.7), base + 20),
                (site.across(0.8), base + 60),
            ]
            canvas.drawPath(
                smooth(hill, closed=True, tension=0.8),
                fill(green, shader=linear((0, base - 90), (0, base + 60), [site.lit(green, 0.15), green])),
            )
        for share, size, lift in rows:
            wide, foot = 160 * size, base + 6 + 30 * size + lift
            x = site.across(share) - 20
            house(
                site,
                canvas,
                rng,
                x,
                foot,
                wide,
                112 * size * (0.8 + 0.2 * site.rise),
                rng.choice(walls),
                rng.choice(roofs),
                0.12,
                gabled=True,
            )
            growing.bush(site, canvas, x - 8, foot + 6, 20 * size, "#4f7a46", 0.12)
            growing.broadleaf(
                site, canvas, rng, x + wide + 22, foot + 2, 150 * size, rng.choice(("#5d8f4a", "#7a9a4c")), 0.16
            )
        if site.has("church", "chapel") or layout in {0, 2}:
            _steeple(site, canvas, site.across(0.46), base + 14)

    def lane(canvas: skia.Canvas) -> None:
        if layout == 1:
            _pond(site, canvas, site.across(0.40), base + 84)
        growing.path_strip(site, canvas, "#c9b08a", y=base + 34, bend=site.seed % 5)
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#7fa05a"), base + 46, count=170)
        growing.flowers(site, canvas, "flowers", ("#e8d25a", "#f2efe6", "#d96a7a"), base + 60, count=40)
        fence(site, canvas, site.left, site.across(0.22), base + 84, 46, site.tone("#c9b89a", 0.05))
        if layout == 3:
            well(site, canvas, site.across(0.70), base + 92)
        if site.light.lamps and site.era != "medieval":
            street_lamp(site, canvas, site.across(0.80), base + 70, 150)

    rng = site.rng("chimneys")
    fires = [
        smoke(site, site.across(share) + 100 * size, base - 150 * size + lift, rise=100, size=0.6, alpha=0.5)
        for share, size, lift in rows
        if rng.random() < 0.6
    ]
    walkers = passers(site, "lane", base + 48, site.peopled(2), haze=0.26)
    animals = wild_life.grazing(
        site, ((site.across(0.88), base + 76, 0.5), (site.across(0.94), base + 88, 0.56)), "sheep"
    )
    return [
        *air.heavens(site),
        Plane("hills", 0.25, far),
        Plane("cottages", 0.55, houses),
        Plane("lane", 0.70, lane),
        Plane.living("village life", 0.72, together(*fires, walkers, animals)),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1f3a1c")),
    ]


def _pond(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    area = skia.Rect(x - 190, y - 26, x + 150, y + 34)
    water = mix(site.light.sky[2], site.tone("#4a7a8a"), 0.4)
    canvas.drawOval(area.makeOutset(9, 6), fill(site.tone("#6a7a42", 0.06)))
    canvas.drawOval(area, fill(water, shader=linear((0, y - 26), (0, y + 34), [mix(water, "#ffffff", 0.3), water])))
    growing.reeds(site, canvas, "pond reeds", x - 210, x - 150, y + 6, 60)


def well(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a village well under its little roof."""
    stone, wood = site.tone("#9a9288", 0.05), site.tone("#6e4a30", 0.05)
    canvas.drawOval(skia.Rect(x - 74, base - 12, x + 74, base + 14), fill(site.light.shade, 0.3, blur=4))
    for dx in (-48, 48):
        canvas.drawLine(x + dx, base - 40, x + dx, base - 168, stroke(wood, 9))
    canvas.drawRRect(
        rounded(x - 62, base - 66, 124, 70, 12),
        fill(stone, shader=linear((x - 62, 0), (x + 62, 0), [site.lit(stone, 0.25), site.shaded(stone, 0.35)])),
    )
    for level in range(3):
        for column in range(4):
            canvas.drawRRect(
                rounded(x - 56 + column * 28 + (level % 2) * 8, base - 60 + level * 21, 24, 17, 5),
                stroke(site.shaded(stone, 0.4), 2, 0.6),
            )
    canvas.drawOval(skia.Rect(x - 62, base - 76, x + 62, base - 56), fill(site.shaded(stone, 0.5)))
    canvas.drawPath(
        polygon([(x - 78, base - 160), (x, base - 214), (x + 78, base - 160)]), fill(site.tone("#8a4a3a", 0.05))
    )
    canvas.drawLine(x, base - 150, x, base - 84, stroke(site.tone("#c8b48a", 0.05), 3))
    canvas.drawRRect(rounded(x - 13, base - 100, 26, 24, 4), fill(wood))


def _steeple(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone = site.tone("#c9c0b2", 0.26)
    shades = linear((x, 0), (x + 60, 0), [site.lit(stone, 0.2), stone, site.shaded(stone, 0.3)])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - 170, 56, 170), fill(stone, shader=shades))
    canvas.drawPath(
        polygon([(x - 6, base - 170), (x + 28, base - 268), (x + 62, base - 170)]), fill(site.tone("#5a4650", 0.26))
    )
    canvas.drawLine(x + 28, base - 268, x + 28, base - 292, stroke(site.tone("#3a3a40", 0.2), 3))
    canvas.drawCircle(x + 28, base - 138, 12, fill(WARM[1] if site.light.lamps else site.shaded(stone, 0.5)))


_STALLS = (-0.06, 0.13, 0.69, 0.88)


def market(site: Site) -> list[Plane]:
    """Draw a market square: stalls with striped roofs and their sellers, garlands, houses of the era behind."""
    spots = [(site.across(share) + 100, site.horizon + 6) for share in _STALLS[: 4 if site.peopled(1) else 0]]
    sellers = bystanders(site, "sellers", spots, haze=0.2, tall=112, manner="stand")

    def houses(canvas: skia.Canvas) -> None:
        air.haze(site, canvas, site.horizon - 40, 80, 0.3)
        facades.row(site, canvas, "square", site.horizon + 14, (120, 170), (190, 270), 0.24)

    def stalls(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#9a8f88", site.horizon + 12)
        paving(site, canvas, site.horizon + 14, alpha=0.09)
        for index, share in enumerate(_STALLS):
            _stall(site, canvas, index, site.across(share), site.horizon + 78)
        if site.variant("middle", 2):
            well(site, canvas, site.across(0.52), site.horizon + 56)

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
        *air.heavens(site),
        Plane("houses", 0.45, houses),
        Plane.living(
            "far shoppers", 0.66, passers(site, "far shoppers", site.horizon + 26, site.peopled(3), haze=0.34)
        ),
        Plane("stalls", 0.70, stalls),
        Plane.living(
            "shoppers",
            0.74,
            together(sellers, passers(site, "shoppers", site.horizon + 92, 1 if site.peopled(1) else 0, haze=0.2)),
        ),
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
    """Draw a castle on its hill, seen from the way that leads there, flags on its towers; or its ruin."""
    ruin, size = site.has("ruin", "ruins", "ruined", "crumbling") or site.worn, 1.0 + 0.5 * (site.rise - 1)
    x0, foot = site.across(0.60), site.horizon - 30
    flags = (
        [
            wild_life.flag(site, x0 + dx * size, foot - (tall + 76) * size, 40, 24, (colour,))
            for dx, tall, colour in ((-158, 170, "#c8342c"), (158, 170, "#c8342c"), (4, 262, "#e0b23c"))
        ]
        if not ruin
        else []
    )
    if site.has("dragon"):
        flags.append(smoke(site, x0, foot - 260 * size, rise=160, size=1.4, alpha=0.5))

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "mountains", site.horizon - 10, 200, site.tone("#5d6a86", 0.64), jagged=True)
        air.ridge(site, canvas, "hills", site.horizon + 14, 90, site.tone("#5a7a5a", 0.40))

    def keep(canvas: skia.Canvas) -> None:
        x, base = site.across(0.60), site.horizon - 36
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
            broken = 0.55 if ruin and tall > 150 else 0.8 if ruin else 1.0
            _castle_tower(
                site, canvas, x + dx * size, base + 6, wide * size, tall * size * broken, stone, roofed=not ruin
            )
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
        *air.heavens(site),
        Plane("hills", 0.22, far),
        Plane("castle", 0.36, keep),
        Plane.living("flags", 0.4, together(*flags)),
        Plane("way", 0.72, way),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1a2f20")),
    ]


def _castle_tower(
    site: Site, canvas: skia.Canvas, x: float, base: float, wide: float, tall: float, stone: str, *, roofed: bool
) -> None:
    shades = linear((x, 0), (x + wide, 0), [site.lit(stone, 0.20), stone, site.shaded(stone, 0.35)], [0, 0.45, 1])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - tall, wide, tall), fill(stone, shader=shades))
    teeth = max(3, int(wide // 22))
    for index in range(teeth):
        left = x - 3 + index * (wide + 6) / teeth
        canvas.drawRect(
            skia.Rect.MakeXYWH(left, base - tall - 13, (wide + 6) / teeth * 0.6, 14), fill(site.shaded(stone, 0.12))
        )
    if roofed and wide < 110:
        roof = [(x - 8, base - tall - 10), (x + wide / 2, base - tall - 78), (x + wide + 8, base - tall - 10)]
        canvas.drawPath(polygon(roof), fill(site.tone("#7a4450", 0.16)))
    lit = site.light.lamps > 0.3
    for index in range(max(1, int(wide // 60))):
        left = x + (index + 0.5) * wide / max(1, int(wide // 60)) - 5
        canvas.drawRRect(rounded(left, base - tall + 30, 10, 22, 5), fill(WARM[1] if lit else site.shaded(stone, 0.6)))
