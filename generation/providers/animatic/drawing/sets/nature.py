"""Sets in the open country: park, mountains, fields, desert."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, smooth, stroke

from . import air, growing, wild_life
from .building import fence, house, street_lamp
from .extras import passers
from .life import together
from .site import Plane, Site

PINES = ("#2c6650", "#2f5f4a", "#3a7055")

LEAVES = ("#5d8f4a", "#4b7f46", "#7a9a4c", "#86803f")

GRASSES = ("#5d8a4c", "#466f42", "#7fa05a")


def _still(canvas: skia.Canvas, seconds: float) -> None:
    """Move nothing."""


def park(site: Site) -> list[Plane]:
    """Draw a park or garden: lawn, paths, round trees, hedges, flowers, a bench and lamps."""
    garden = site.has("garden", "backyard", "yard", "orchard", "courtyard")

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", site.horizon + 6, 90, site.tone("#6f9a72", 0.62))
        rng = site.rng("tree line")
        for index in range(round(site.span / 74)):
            x = site.left + index * 74 + rng.uniform(-20, 20)
            growing.broadleaf(site, canvas, rng, x, site.horizon + 12, rng.uniform(110, 190), rng.choice(LEAVES), 0.42)
        air.haze(site, canvas, site.horizon - 6, 80, 0.35)

    def lawn(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#6f9a4e")
        growing.path_strip(site, canvas, "#d8c29a", y=site.horizon, bend=1 + site.seed % 4)
        growing.grass(site, canvas, "grass", GRASSES, site.horizon + 8, count=190)
        growing.flowers(site, canvas, "flowers", ("#e8d25a", "#d96a7a", "#f2efe6", "#9a7ad0"), site.horizon + 24)

    def things(canvas: skia.Canvas) -> None:
        rng = site.rng("big trees")
        for share, tall in ((0.07, 340), (0.93, 380), (0.74, 260)):
            x = site.at(share) + rng.uniform(-20, 20)
            growing.broadleaf(site, canvas, rng, x, site.horizon + 40, tall, rng.choice(LEAVES), 0.08)
        if garden:
            fence(site, canvas, site.left, site.across(0.28), site.horizon + 46, 58, site.tone("#d8cbb0", 0.1))
            for index in range(5):
                growing.bush(site, canvas, site.across(0.70) + index * 56, site.horizon + 44, 34, "#5d8f4a", 0.05)
        else:
            bench(site, canvas, site.across(0.27), site.horizon + 66)
            street_lamp(site, canvas, site.across(0.39), site.horizon + 44, 150)

    return [
        *air.heavens(site),
        Plane("far trees", 0.28, far),
        Plane("lawn", 0.7, lawn),
        Plane("garden", 0.74, things),
        Plane.living(
            "park life",
            0.76,
            together(
                passers(site, "walkers", site.horizon + 34, 0 if garden else site.peopled(2), haze=0.3),
                wild_life.butterflies(site, 4) if not site.light.dark else _still,
            ),
        ),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#17351f")),
    ]


def bench(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a park bench seen from the front, 150 units wide."""
    wood, iron = site.tone("#8a5a3a", 0.05), site.tone("#22262e", 0.05)
    for dx in (12, 138):
        canvas.drawLine(x + dx, base, x + dx, base - 74, stroke(iron, 5))
    for index, y in enumerate((70, 58, 46, 30, 24)):
        canvas.drawLine(x, base - y, x + 150, base - y, stroke(site.lit(wood, 0.05 * index), 7))


def mountain(site: Site) -> list[Plane]:
    """Draw high mountains over a meadow with rocks."""

    def far(canvas: skia.Canvas) -> None:
        for index, (tall, haze) in enumerate(((330, 0.62), (240, 0.44))):
            _peaks(site, canvas, f"peaks {index}", site.horizon + 8, tall, site.tone("#5d6a86", haze), haze)
            air.haze(site, canvas, site.horizon - 24, 90, 0.40)
        air.ridge(site, canvas, "foothills", site.horizon + 26, 84, site.tone("#4d7a5a", 0.30))

    def meadow(canvas: skia.Canvas) -> None:
        start = site.horizon + 20
        growing.ground(site, canvas, "#6a8a4e", start)
        growing.path_strip(site, canvas, "#b8a584", y=start, bend=site.seed % 6)
        growing.grass(site, canvas, "grass", GRASSES, start + 8, count=180)
        growing.flowers(site, canvas, "flowers", ("#f2efe6", "#e8d25a", "#8a7ad0"), start + 20, count=40)

    def things(canvas: skia.Canvas) -> None:
        rng = site.rng("rocks")
        for share in (0.05, 0.19, 0.80, 0.94):
            growing.pine(
                site, canvas, site.at(share), site.horizon + 42, rng.uniform(150, 270), rng.choice(PINES), 0.12
            )
        for share, size in ((0.12, 62), (0.88, 78), (0.73, 34), (0.27, 30)):
            growing.rock(site, canvas, rng, site.at(share), site.horizon + 64, size, site.tone("#7d7a80", 0.08))

    def near(canvas: skia.Canvas) -> None:
        rng = site.rng("near rocks")
        dark = site.shaded(site.tone("#3a3a44"), 0.5)
        growing.rock(site, canvas, rng, site.left + 40, site.bottom + 10, 150, dark)
        growing.near_leaves(site, canvas, "#1d2f24")

    return [
        *air.heavens(site),
        Plane("mountains", 0.22, far),
        Plane("meadow", 0.7, meadow),
        Plane.living(
            "high grass",
            0.72,
            wild_life.swaying_grass(site, site.horizon + 60, GRASSES, tall=26) if not site.snowy else _still,
        ),
        Plane("rocks", 0.76, things),
        Plane("near", 1.5, near),
    ]


def _peaks(site: Site, canvas: skia.Canvas, name: str, base: float, tall: float, colour: str, haze: float) -> None:
    rng = site.rng(name)
    x = site.left - 60
    while x < site.right + 60:
        wide, high = tall * rng.uniform(0.75, 1.05), tall * rng.uniform(0.62, 1.1)
        top = x + wide * rng.uniform(-0.12, 0.12)
        light_side = skia.Path()
        light_side.addPoly(
            [skia.Point(x - wide, base + 20), skia.Point(top, base - high), skia.Point(top + 8, base + 20)], close=True
        )
        dark_side = skia.Path()
        right = [
            (x + wide, base + 20),
            (top, base - high),
            (top + wide * 0.1, base - high * 0.5),
            (top - wide * 0.08, base + 20),
        ]
        dark_side.addPoly([skia.Point(*point) for point in right], close=True)
        canvas.drawPath(light_side, fill(site.lit(colour, 0.22)))
        canvas.drawPath(dark_side, fill(site.shaded(colour, 0.20)))
        snow = [(top, base - high), (0.24, 0.70), (0.08, 0.74), (-0.02, 0.66), (-0.14, 0.72), (-0.25, 0.68)]
        cap = [snow[0], *((top + wide * dx * 1.25, base - high * dy) for dx, dy in snow[1:])]
        path = skia.Path()
        path.addPoly([skia.Point(*point) for point in cap], close=True)
        canvas.drawPath(path, fill(site.tone("#f4f7fb", haze * 0.7), 0.92))
        x += wide * rng.uniform(0.75, 1.15)


def field(site: Site) -> list[Plane]:
    """Draw farm country: hills with fields, a barn and a fence."""
    wheat = site.has("wheat", "corn", "harvest", "golden", "barley") or site.seed % 2 == 0

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far hills", site.horizon - 14, 100, site.tone("#7a9a86", 0.66))
        air.ridge(site, canvas, "hills", site.horizon + 10, 70, site.tone("#8fa45a", 0.42))
        rng = site.rng("groves")
        for _ in range(round(site.span / 120)):
            x = rng.uniform(site.left, site.right)
            growing.broadleaf(site, canvas, rng, x, site.horizon + 8, rng.uniform(50, 90), rng.choice(LEAVES), 0.40)
        air.haze(site, canvas, site.horizon, 60, 0.30)

    def crops(canvas: skia.Canvas) -> None:
        colour = "#d9b55a" if wheat else "#86a04e"
        growing.ground(site, canvas, colour, site.horizon + 4)
        dark = site.shaded(site.tone(colour, 0.1), 0.4)
        for index in range(-16, 17):
            middle = site.across(0.5)
            canvas.drawLine(
                middle + index * 44, site.horizon + 8, middle + index * 210, site.bottom + 20, stroke(dark, 3, 0.28)
            )
        growing.path_strip(site, canvas, "#b8935f", y=site.horizon + 4, bend=2)
        growing.grass(site, canvas, "crop", ("#e8cd7a", "#c9a04a") if wheat else GRASSES, site.horizon + 10, count=320)

    def farm(canvas: skia.Canvas) -> None:
        rng, base = site.rng("farm"), site.horizon + 34
        x = site.across(0.70)
        house(site, canvas, rng, x, base, 168, 120, "#b5483c", "#5a4a4a", 0.10, gabled=True)
        house(site, canvas, rng, x - 150, base + 2, 116, 84, "#e6d8bc", "#7a4a3a", 0.12, gabled=False)
        growing.broadleaf(site, canvas, rng, site.across(0.12), base + 14, 290, "#5d8f4a", 0.08)
        fence(site, canvas, site.left, site.across(0.36), site.horizon + 74, 50, site.tone("#a08868", 0.05))

    return [
        *air.heavens(site),
        Plane("hills", 0.25, far),
        Plane("field", 0.7, crops),
        Plane("farm", 0.74, farm),
        Plane.living(
            "high crops",
            0.76,
            wild_life.swaying_grass(
                site, site.horizon + 40, ("#e8cd7a", "#c9a04a") if wheat else GRASSES, tall=34, count=150
            )
            if not site.snowy
            else _still,
        ),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#4a3f1c" if wheat else "#1f3a1c")),
    ]


def desert(site: Site) -> list[Plane]:
    """Draw a desert: mesas or dunes, cacti, hot haze."""
    dunes = site.has("dune", "dunes", "sahara", "sand", "oasis") or site.seed % 2 == 0

    def far(canvas: skia.Canvas) -> None:
        if dunes:
            air.ridge(site, canvas, "far dunes", site.horizon, 90, site.tone("#dba866", 0.50))
            air.ridge(site, canvas, "dunes", site.horizon + 30, 70, site.tone("#d99a58", 0.28))
        else:
            mesas(site, canvas)
        air.haze(site, canvas, site.horizon, 60, 0.45)

    def sand(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#dca765", site.horizon + 14)
        ripple = site.shaded(site.tone("#dca765"), 0.25)
        rng, reach = site.rng("ripples"), site.bottom - site.horizon
        for _ in range(round(site.span / 26)):
            share = rng.random() ** 1.4
            x, y, wide = rng.uniform(site.left, site.right), site.horizon + 26 + reach * share, 40 + 150 * share
            curve = [(x, y), (x + wide * 0.5, y - 4 - 6 * share), (x + wide, y + 2)]
            canvas.drawPath(smooth(curve, tension=1), stroke(ripple, 1.5 + 2 * share, 0.35))

    def things(canvas: skia.Canvas) -> None:
        rng = site.rng("cacti")
        for share, tall in ((0.09, 190), (0.90, 230), (0.78, 110), (0.24, 90)):
            x, base = site.at(share) + rng.uniform(-16, 16), site.horizon + 30 + tall * 0.16
            if dunes and site.has("oasis", "palm"):
                growing.palm(site, canvas, x, base, tall * 1.3, 0.06, rng.uniform(-0.2, 0.2))
            else:
                growing.cactus(site, canvas, x, base, tall, 0.06)
        for share, size in ((0.16, 30), (0.84, 40), (0.70, 18)):
            growing.rock(site, canvas, rng, site.at(share), site.horizon + 70, size, site.tone("#a8744a", 0.05))

    def near(canvas: skia.Canvas) -> None:
        growing.rock(
            site, canvas, site.rng("near"), site.right - 30, site.bottom + 10, 150, site.shaded("#4a2f22", 0.4)
        )

    return [
        *air.heavens(site, clouds=site.light.weather != "clear"),
        Plane("far", 0.25, far),
        Plane("sand", 0.7, sand),
        Plane("things", 0.74, things),
        Plane.living("blown sand", 0.76, wild_life.blown_sand(site, "#f0d09a")),
        Plane("near", 1.5, near),
    ]


def mesas(site: Site, canvas: skia.Canvas) -> None:
    """Draw table mountains along the horizon."""
    rng = site.rng("mesas")
    x = site.left
    while x < site.right:
        wide, tall, haze = rng.uniform(120, 320), rng.uniform(90, 250), rng.uniform(0.25, 0.55)
        colour, base = site.tone("#b8663f", haze), site.horizon + 20
        side = [(-0.12, 0), (0.02, -0.55), (0.06, -1), (0.94, -1), (0.97, -0.5), (1.12, 0)]
        shape = skia.Path()
        shape.addPoly([skia.Point(x + wide * dx, base + tall * dy) for dx, dy in side], close=True)
        shades = linear((x, 0), (x + wide, 0), [site.lit(colour, 0.22), colour, site.shaded(colour, 0.3)])
        canvas.drawPath(shape, fill(colour, shader=shades))
        for share in (0.22, 0.42):
            y = base - tall * (1 - share)
            canvas.drawLine(x + wide * 0.03, y, x + wide * 0.96, y, stroke(site.shaded(colour, 0.3), 3, 0.4))
        x += wide * rng.uniform(1.2, 2.2) + math.sqrt(site.span)
