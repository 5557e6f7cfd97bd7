"""Places of the dead and the past: graveyard, ruins, battlefield."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, rounded, smooth, stroke

from . import air, growing, wild_life
from .building import fence
from .fire import smoke
from .jungles import stepped_temple
from .life import halo, together
from .site import Plane, Site


def graveyard(site: Site) -> list[Plane]:
    """Draw a graveyard: rows of stones and crosses, a chapel or an angel, an iron gate, a bare tree."""
    base = site.horizon + 10

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", base, 90, site.tone("#56685e", 0.5))
        x, stone = site.across(0.68), site.tone("#8a8684", 0.3)
        canvas.drawRect(
            skia.Rect(x - 70, base - 120, x + 90, base + 14),
            fill(stone, shader=linear((x - 70, 0), (x + 90, 0), [site.lit(stone, 0.15), site.shaded(stone, 0.3)])),
        )
        canvas.drawPath(
            polygon([(x - 86, base - 118), (x + 10, base - 190), (x + 106, base - 118)]),
            fill(site.tone("#4a4448", 0.3)),
        )
        canvas.drawRect(skia.Rect(x - 66, base - 240 * site.rise, x - 14, base - 100), fill(stone))
        canvas.drawPath(
            polygon(
                [(x - 74, base - 238 * site.rise), (x - 40, base - 322 * site.rise), (x - 6, base - 238 * site.rise)]
            ),
            fill(site.tone("#4a4448", 0.3)),
        )
        canvas.drawRRect(
            rounded(x + 20, base - 90, 28, 60, 14), fill("#ffc872" if site.light.lamps else site.shaded(stone, 0.6))
        )
        air.haze(site, canvas, base - 10, 80, 0.4)

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#56704a", base)
        growing.path_strip(site, canvas, "#a89a84", y=base, bend=site.seed % 4)
        growing.grass(site, canvas, "grass", ("#4f7042", "#6a8a52"), base + 10, count=220)
        rng = site.rng("stones")
        for row, (drop, size, every) in enumerate(((22, 0.5, 76), (56, 0.8, 128), (104, 1.15, 190))):
            for index in range(round(site.span / every)):
                x = site.left + (index + 0.5) * every + rng.uniform(-12, 12)
                if abs(x - site.at(0.52)) > 50 + 60 * row:
                    tombstone(site, canvas, x, base + drop, size, rng.randrange(4), rng.uniform(-5, 5))

    def tree(canvas: skia.Canvas) -> None:
        rng, bark = site.rng("bare tree"), site.tone("#2f2a2c", 0.04)
        x, high = site.across(0.08), 380 * (0.5 + 0.5 * site.rise)
        canvas.drawPath(
            smooth(
                [
                    (x - 36, base + 96),
                    (x - 14, base - 40),
                    (x - 16, base - high * 0.5),
                    (x + 12, base - high * 0.5),
                    (x + 16, base - 40),
                    (x + 42, base + 96),
                ],
                closed=True,
                tension=0.5,
            ),
            fill(bark),
        )
        growing.bare_branches(canvas, rng, x, base - high * 0.36, high * 0.72, bark)
        iron = site.tone("#24262c", 0.03)
        for side in (-1, 1):
            left = site.left if side < 0 else site.across(0.84)
            right = site.across(0.16) if side < 0 else site.right
            fence(site, canvas, left, right, base + 150, 90, iron)

    creeping = [
        smoke(site, site.across(share), base + 60, rise=24, size=4.4, alpha=0.28, lean=5.5, pace=0.35, puffs=5)
        for share in (-0.1, 0.4)
    ]
    return [
        *air.heavens(site, birds_at=(site.across(0.2), site.horizon * 0.4)),
        Plane("chapel", 0.28, far),
        Plane("graves", 0.70, ground),
        Plane("bare tree", 0.74, tree),
        Plane.living("creeping mist", 0.78, together(*creeping)),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1c241c")),
    ]


def tombstone(site: Site, canvas: skia.Canvas, x: float, base: float, size: float, kind: int, lean: float) -> None:
    """Draw a gravestone: round, a cross, a slab or an obelisk."""
    stone = site.tone("#9a9894", 0.14 / size)
    shades = linear((x - 24 * size, 0), (x + 24 * size, 0), [site.lit(stone, 0.22), site.shaded(stone, 0.35)])
    canvas.drawOval(
        skia.Rect(x - 34 * size, base - 6 * size, x + 34 * size, base + 7 * size), fill(site.light.shade, 0.3)
    )
    canvas.save()
    canvas.rotate(lean, x, base)
    if kind == 1:
        canvas.drawLine(x, base, x, base - 92 * size, stroke(stone, 13 * size))
        canvas.drawLine(
            x - 28 * size, base - 62 * size, x + 28 * size, base - 62 * size, stroke(site.shaded(stone, 0.1), 13 * size)
        )
    elif kind == 3:
        canvas.drawPath(
            polygon(
                [
                    (x - 18 * size, base),
                    (x - 11 * size, base - 108 * size),
                    (x, base - 124 * size),
                    (x + 11 * size, base - 108 * size),
                    (x + 18 * size, base),
                ]
            ),
            fill(stone, shader=shades),
        )
    else:
        radius = 24 * size if kind == 0 else 5
        canvas.drawRRect(
            rounded(x - 25 * size, base - 74 * size, 50 * size, 78 * size, radius), fill(stone, shader=shades)
        )
        for row in range(3):
            canvas.drawLine(
                x - 13 * size,
                base - (50 - row * 12) * size,
                x + 13 * size,
                base - (50 - row * 12) * size,
                stroke(site.shaded(stone, 0.4), 2.4 * size, 0.7),
            )
    canvas.restore()


def ruins(site: Site) -> list[Plane]:
    """Draw ancient ruins: pyramids in the sand, a stepped temple, or broken columns on a hill."""
    base = site.horizon + 10
    layout = (
        0
        if site.has("pyramid", "pyramids", "egypt", "egyptian")
        else 1
        if site.has("maya", "mayan", "aztec", "inca")
        else 2 + site.variant("layout", 2)
    )
    dry = layout == 0

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", base, 90, site.tone("#c8a070" if dry else "#7a9080", 0.5))
        if layout == 0:
            for share, tall in ((0.34, 190), (0.66, 300), (0.92, 150)):
                x, high = site.across(share), tall * (0.6 + 0.4 * site.rise)
                sand = site.tone("#d8b070", 0.3)
                canvas.drawPath(
                    polygon([(x - high * 0.9, base + 10), (x, base - high), (x + high * 0.12, base + 10)]),
                    fill(site.lit(sand, 0.2)),
                )
                canvas.drawPath(
                    polygon([(x + high * 0.12, base + 10), (x, base - high), (x + high * 0.86, base + 10)]),
                    fill(site.shaded(sand, 0.25)),
                )
                for level in range(1, 9):
                    y = base + 10 - high * level / 9
                    reach = high * 0.88 * (1 - level / 9)
                    canvas.drawLine(x - reach, y, x + reach, y, stroke(site.shaded(sand, 0.3), 1.4, 0.3))
        elif layout == 1:
            stepped_temple(site, canvas, site.across(0.6), base + 14, 0.26)
        else:
            _broken_temple(site, canvas, site.across(0.58), base + 16)
        air.haze(site, canvas, base - 6, 60, 0.3)

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#dca765" if dry else "#8a9a5a", base)
        if not dry:
            growing.grass(site, canvas, "grass", ("#7a9a4c", "#9aa85a"), base + 10, count=220)
        rng, stone = site.rng("columns"), site.tone("#d8cdb8", 0.1)
        if dry:
            for share, high in ((0.05, 300), (0.12, 220), (0.90, 340), (0.97, 240)):
                growing.palm(site, canvas, site.across(share), base + 50, high, 0.08, rng.uniform(-0.2, 0.2))
        for share in (0.20, 0.80) if dry else (0.03, 0.13, 0.24, 0.74, 0.85, 0.97):
            tall = rng.uniform(90, 320) * (0.6 + 0.4 * site.rise)
            x, foot = site.across(share), base + 60 + 20 * abs(share - 0.5)
            shades = linear((x - 22, 0), (x + 22, 0), [site.lit(stone, 0.25), stone, site.shaded(stone, 0.4)])
            canvas.drawOval(skia.Rect(x - 44, foot - 8, x + 50, foot + 12), fill(site.light.shade, 0.3, blur=3))
            canvas.drawRect(skia.Rect(x - 22, foot - tall, x + 22, foot), fill(stone, shader=shades))
            for dx in (-11, 0, 11):
                canvas.drawLine(x + dx, foot - tall + 4, x + dx, foot - 14, stroke(site.shaded(stone, 0.4), 3, 0.45))
            canvas.drawRect(skia.Rect(x - 32, foot - 16, x + 32, foot + 2), fill(stone, shader=shades))
            if tall > 220:
                canvas.drawRect(skia.Rect(x - 32, foot - tall - 14, x + 32, foot - tall), fill(site.lit(stone, 0.15)))
            else:
                canvas.drawPath(
                    polygon(
                        [
                            (x - 22, foot - tall + 1),
                            (x - 10, foot - tall - 18),
                            (x + 4, foot - tall - 4),
                            (x + 22, foot - tall - 12),
                            (x + 22, foot - tall + 1),
                        ]
                    ),
                    fill(site.shaded(stone, 0.1)),
                )
        for share, size in ((0.19, 36), (0.80, 44), (0.33, 22)):
            growing.rock(site, canvas, rng, site.across(share), base + 92, size, stone)

    mover = (
        wild_life.blown_sand(site, "#f0d09a")
        if dry
        else wild_life.swaying_grass(site, base + 60, ("#7a9a4c", "#9aa85a"), tall=24)
    )
    return [
        *air.heavens(site, birds_at=(site.across(0.3), site.horizon * 0.4)),
        Plane("far ruins", 0.3, far),
        Plane("ruins", 0.70, ground),
        Plane.living("wind", 0.74, mover),
    ]


def _broken_temple(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone, size = site.tone("#d8cdb8", 0.3), 0.8 + 0.2 * site.rise
    hill = site.tone("#8a9a5a", 0.3)
    canvas.drawPath(
        smooth(
            [(x - 430, base + 30), (x - 240, base - 30), (x, base - 50), (x + 250, base - 28), (x + 440, base + 30)],
            closed=True,
            tension=0.8,
        ),
        fill(hill),
    )
    foot = base - 36
    for step in range(3):
        canvas.drawRect(
            skia.Rect(x - 230 + 14 * step, foot - 9 * step, x + 230 - 14 * step, foot + 10 - 9 * step),
            fill(site.shaded(stone, 0.06 * step)),
        )
    for index, broken in enumerate((1.0, 1.0, 1.0, 1.0, 0.5, 0.8, 0.3)):
        left = x - 190 + index * 63
        shades = linear((left - 14, 0), (left + 14, 0), [site.lit(stone, 0.25), stone, site.shaded(stone, 0.35)])
        canvas.drawRect(
            skia.Rect(left - 14, foot - 20 - 190 * size * broken, left + 14, foot - 18), fill(stone, shader=shades)
        )
    top = foot - 20 - 190 * size
    canvas.drawPath(
        polygon([(x - 222, top), (x + 24, top), (x + 10, top - 26), (x - 222, top - 26)]), fill(site.lit(stone, 0.08))
    )
    canvas.drawPath(
        polygon([(x - 226, top - 26), (x + 4, top - 26), (x - 14, top - 92 * size), (x - 60, top - 84 * size)]),
        fill(site.shaded(stone, 0.1)),
    )


def battlefield(site: Site) -> list[Plane]:
    """Draw a battlefield: torn ground, stakes or wire, smoke columns, far fires, broken banners or a trench."""
    base, old = site.horizon + 12, site.era in {"medieval", "victorian"}

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", base, 90, site.tone("#6a6258", 0.55))
        rng = site.rng("stumps")
        for index in range(round(site.span / 80)):
            x = site.left + index * 80 + rng.uniform(-26, 26)
            colour = site.tone("#3f3a34", 0.4)
            canvas.drawLine(x, base + 8, x + rng.uniform(-12, 12), base - rng.uniform(30, 110), stroke(colour, 6))
        air.haze(site, canvas, base - 30, 120, 0.5)

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#6f6250", base)
        rng, mud = site.rng("craters"), site.tone("#4a4036", 0.05)
        for _ in range(12):
            x, near = rng.uniform(site.left, site.right), rng.random()
            y, wide = base + 20 + 200 * near, 30 + 100 * near
            canvas.drawOval(skia.Rect(x - wide, y - wide * 0.18, x + wide, y + wide * 0.18), fill(mud, 0.7))
            canvas.drawArc(
                skia.Rect(x - wide, y - wide * 0.18, x + wide, y + wide * 0.18),
                190,
                160,
                useCenter=False,
                paint=stroke(site.lit(mud, 0.25), 4, 0.6),
            )

    def things(canvas: skia.Canvas) -> None:
        wood, rng = site.tone("#4a3a2c", 0.04), site.rng("stakes")
        for share in (0.02, 0.09, 0.17, 0.78, 0.86, 0.95):
            x, foot = site.across(share), base + 92 + rng.uniform(-10, 20)
            if old:
                canvas.drawLine(x, foot, x + rng.uniform(20, 50), foot - rng.uniform(110, 190), stroke(wood, 9))
            else:
                canvas.drawLine(x - 26, foot, x + 26, foot - 84, stroke(wood, 8))
                canvas.drawLine(x + 26, foot, x - 26, foot - 84, stroke(wood, 8))
        if not old:
            for drop in (30, 58):
                for start, end in ((-0.05, 0.24), (0.72, 1.05)):
                    wire = [
                        (site.across(start + (end - start) * step / 12), base + 92 - drop + 10 * (step % 2))
                        for step in range(13)
                    ]
                    canvas.drawPath(polygon(wire, closed=False), stroke(site.tone("#3a3a40", 0.04), 2.4))
        for index in range(9):
            x = site.across(0.70 + 0.035 * index)
            canvas.drawRRect(rounded(x, base + 100 + (index % 2) * 4, 54, 28, 12), fill(site.tone("#a89470", 0.03)))

    smokes = [
        smoke(
            site,
            site.across(share),
            base - 4,
            rise=330,
            size=2.2,
            alpha=0.6,
            lean=0.6,
            colour=mix(site.light.shade, "#5a5450", 0.6),
            pace=0.6,
            puffs=8,
        )
        for share in (0.22, 0.62, 0.9)
    ]

    def fires(canvas: skia.Canvas, seconds: float) -> None:
        for index, share in enumerate((0.22, 0.62, 0.9)):
            halo(canvas, site.across(share), base - 4, 110, "#ff7a3c", 0.5 + 0.16 * math.sin(seconds * 2.1 + index * 2))

    flags = [wild_life.flag(site, site.across(0.13), base - 110, 100, 60, ("#a8342c", "#d8b04a"))] if old else []
    return [
        *air.heavens(site),
        Plane("far field", 0.28, far),
        Plane.living("smoke", 0.34, together(fires, *smokes)),
        Plane("ground", 0.68, ground),
        Plane("stakes", 0.72, things),
        Plane.living("banner", 0.74, together(*flags)),
    ]
