"""Sets that few have seen: space, other planets, caves."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, radial, smooth, stroke

from . import air, growing
from .site import Plane, Site


def _stars(site: Site, canvas: skia.Canvas, top: str, low: str) -> None:
    canvas.drawRect(site.all, fill(top, shader=linear((0, site.top), (0, site.bottom), [top, low])))
    rng = site.rng("stars")
    for index in range(4):
        spot = rng.uniform(site.left, site.right), rng.uniform(site.top, site.bottom * 0.7)
        glow(
            canvas,
            spot,
            rng.uniform(200, 420),
            site.grade.colour(("#5a3fa0", "#2f6fb0", "#a03f7a", "#2f8f8a")[index]),
            0.30,
        )
    for _ in range(round(site.span * (site.bottom - site.top) / 4200)):
        size = rng.random()
        spot = rng.uniform(site.left, site.right), rng.uniform(site.top, site.bottom)
        canvas.drawCircle(*spot, 0.6 + size**3 * 2.2, fill("#ffffff", 0.2 + 0.75 * size * size))


def _globe(site: Site, canvas: skia.Canvas, x: float, y: float, radius: float, colour: str, *, ringed: bool) -> None:
    glow(canvas, (x, y), radius * 1.45, mix(colour, "#ffffff", 0.3), 0.45)
    ball = site.grade.colour(colour)
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    canvas.save()
    canvas.clipPath(disc, doAntiAlias=True)
    lit = (x - radius * 0.4, y - radius * 0.4)
    canvas.drawPaint(
        fill(
            ball,
            shader=radial(
                lit, radius * 1.7, [mix(ball, "#ffffff", 0.45), ball, mix(ball, "#05060f", 0.85)], [0, 0.45, 1]
            ),
        )
    )
    rng = site.rng(f"globe {x:.0f}")
    for _ in range(9):
        level = y + rng.uniform(-1, 1) * radius
        band = [(x - radius * 1.1, level), (x, level + radius * 0.08), (x + radius * 1.1, level - radius * 0.04)]
        canvas.drawPath(
            smooth(band, tension=1), stroke(mix(ball, "#ffffff", 0.4), radius * rng.uniform(0.02, 0.10), 0.16)
        )
    canvas.restore()
    if ringed:
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(-16)
        for wide, alpha in ((1.9, 0.5), (1.7, 0.7), (1.52, 0.35)):
            ring = skia.Rect(-radius * wide, -radius * wide * 0.2, radius * wide, radius * wide * 0.2)
            canvas.drawArc(
                ring, -12, 204, useCenter=False, paint=stroke(mix(ball, "#fff2d8", 0.5), radius * 0.06, alpha)
            )
        canvas.restore()


def space(site: Site) -> list[Plane]:
    """Draw open space: stars, a great planet and its moon, drifting rocks."""
    colours = ("#4a86c8", "#c8744a", "#8a6ac8", "#4aa88a")

    def near_planet(canvas: skia.Canvas) -> None:
        size = min(site.width, site.height)
        _globe(
            site,
            canvas,
            site.at(0.74),
            site.height * 0.30,
            size * 0.20,
            colours[site.seed % 4],
            ringed=site.seed % 2 == 0,
        )
        _globe(site, canvas, site.at(0.20), site.height * 0.22, size * 0.055, "#c8c0b4", ringed=False)

    def ground(canvas: skia.Canvas) -> None:
        dust = site.grade.colour("#8f8c98")
        _moon_ground(site, canvas, dust)

    return [
        Plane(
            "stars",
            0.04,
            lambda canvas: _stars(site, canvas, site.grade.colour("#05060f"), site.grade.colour("#161a3a")),
        ),
        Plane("planets", 0.12, near_planet),
        Plane("ground", 0.7, ground),
        Plane("dust", 1.3, lambda canvas: _dust(site, canvas)),
    ]


def _moon_ground(site: Site, canvas: skia.Canvas, dust: str) -> None:
    y, rng = site.horizon + 16, site.rng("craters")
    air_free = mix(dust, "#05060f", 0.35)
    curve = [(site.left - 40, y + 26), (site.at(0.5), y - 12), (site.right + 40, y + 26)]
    path = smooth(curve, tension=1)
    path.lineTo(site.right + 40, site.bottom)
    path.lineTo(site.left - 40, site.bottom)
    canvas.drawPath(path, fill(dust, shader=linear((0, y - 12), (0, site.bottom), [dust, mix(dust, "#05060f", 0.6)])))
    reach = site.bottom - y
    for _ in range(round(site.span / 90)):
        share = rng.uniform(0.12, 0.95)
        x, level, wide = rng.uniform(site.left, site.right), y + reach * share, 20 + 110 * share * rng.random()
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - wide, level - wide * 0.16, wide * 2, wide * 0.32),
            fill(mix(air_free, "#05060f", 0.3), 0.7),
        )
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - wide * 0.94, level - wide * 0.10, wide * 1.9, wide * 0.27),
            fill(mix(dust, "#ffffff", 0.12), 0.45),
        )
    for share, size in ((0.05, 60), (0.93, 80), (0.82, 30)):
        growing.rock(site, canvas, rng, site.at(share), y + 70, size, mix(dust, "#05060f", 0.25))


def _dust(site: Site, canvas: skia.Canvas) -> None:
    rng = site.rng("dust")
    for _ in range(round(site.span / 40)):
        spot = rng.uniform(site.left, site.right), rng.uniform(site.top, site.bottom)
        canvas.drawCircle(*spot, rng.uniform(1, 3), fill("#ffffff", 0.35))


def planet(site: Site) -> list[Plane]:
    """Draw the surface of another world: strange sky, two moons, crystals."""
    rng = site.rng("world")
    sky_top, sky_low, soil = rng.choice(
        (("#2a1040", "#e8708a", "#8a3f5a"), ("#06303a", "#5ad0b0", "#2f6a6a"), ("#3a1a10", "#f0a050", "#a8532f"))
    )

    def heaven(canvas: skia.Canvas) -> None:
        colours = [site.grade.colour(each) for each in (sky_top, mix(sky_top, sky_low, 0.5), sky_low)]
        canvas.drawRect(site.all, fill(sky_top, shader=linear((0, site.top), (0, site.horizon + 20), colours)))
        stars = site.rng("stars")
        for _ in range(round(site.span / 9)):
            spot = stars.uniform(site.left, site.right), stars.uniform(site.top, site.horizon * 0.8)
            canvas.drawCircle(*spot, stars.uniform(0.5, 1.6), fill("#ffffff", 0.5))
        _globe(site, canvas, site.at(0.72), site.horizon * 0.42, 88, mix(sky_low, "#8a8ad0", 0.5), ringed=True)
        _globe(site, canvas, site.at(0.30), site.horizon * 0.30, 30, "#e8d8c0", ringed=False)

    def ridges(canvas: skia.Canvas) -> None:
        for index, (tall, share) in enumerate(((190, 0.55), (120, 0.25))):
            colour = mix(site.grade.colour(soil), site.grade.colour(sky_low), share)
            air.ridge(site, canvas, f"ridge {index}", site.horizon + 10 + index * 12, tall, colour, jagged=True)

    def ground(canvas: skia.Canvas) -> None:
        near = site.grade.colour(soil)
        _moon_ground(site, canvas, mix(near, site.grade.colour(sky_low), 0.2))
        crystals = site.rng("crystals")
        for share in (0.06, 0.15, 0.86, 0.95):
            _crystal(
                canvas,
                site.at(share),
                site.horizon + 84,
                crystals.uniform(70, 170),
                site.grade.colour(crystals.choice(("#7af0e0", "#c88aff", "#ffb0d0"))),
            )

    return [
        Plane("sky", 0.05, heaven),
        Plane("ridges", 0.28, ridges),
        Plane("ground", 0.72, ground),
        Plane("dust", 1.3, lambda canvas: _dust(site, canvas)),
    ]


def _crystal(canvas: skia.Canvas, x: float, base: float, tall: float, colour: str) -> None:
    glow(canvas, (x, base - tall * 0.5), tall * 0.9, colour, 0.5)
    for dx, size in ((-0.26, 0.6), (0.28, 0.7), (0.0, 1.0)):
        left, high, wide = x + tall * dx, tall * size, tall * 0.13
        tip = left + dx * tall * 0.5
        bright, dark = mix(colour, "#ffffff", 0.4), mix(colour, "#101030", 0.45)
        for side, shade in ((-1, bright), (1, dark)):
            path = skia.Path()
            path.addPoly(
                [
                    skia.Point(left + side * wide, base),
                    skia.Point(tip + side * wide * 0.9, base - high * 0.75),
                    skia.Point(tip, base - high),
                    skia.Point(left, base),
                ],
                close=True,
            )
            canvas.drawPath(path, fill(shade))


def cave(site: Site) -> list[Plane]:
    """Draw a cave: rock all round, hanging stones, a way out full of light or a fire."""
    stone = site.grade.colour("#5a4f5a")
    dark = mix(stone, site.light.shade, 0.55)
    mouth = site.at(0.66), site.horizon - 90

    def back(canvas: skia.Canvas) -> None:
        wall = radial(
            mouth,
            max(site.width, site.height) * 0.75,
            [mix(stone, site.light.key, 0.25), mix(stone, dark, 0.4), mix(dark, "#000000", 0.45)],
            [0, 0.4, 1],
        )
        canvas.drawRect(site.all, fill(stone, shader=wall))
        opening = [
            (
                mouth[0] + math.cos(step) * (120 + 18 * math.sin(step * 3)),
                mouth[1] + math.sin(step) * (140 + 14 * math.cos(step * 4)),
            )
            for step in (index * math.tau / 12 for index in range(12))
        ]
        hole = smooth(opening, closed=True, tension=0.9)
        canvas.save()
        canvas.clipPath(hole, doAntiAlias=True)
        canvas.drawPaint(
            fill("#000000", shader=linear((0, mouth[1] - 150), (0, mouth[1] + 150), list(site.outside.sky)))
        )
        air.ridge(site, canvas, "outside", mouth[1] + 120, 60, mix(site.light.fog, site.light.shade, 0.4))
        canvas.restore()
        canvas.drawPath(hole, stroke(mix(stone, site.light.key, 0.4), 7, 0.6))
        glow(canvas, mouth, 300, site.outside.sky[3], 0.5)

    def floor(canvas: skia.Canvas) -> None:
        rng = site.rng("floor")
        air.ridge(site, canvas, "cave floor", site.horizon + 60, 46, mix(stone, dark, 0.35))
        near = mix(stone, dark, 0.2)
        area = skia.Rect(site.left, site.horizon + 70, site.right, site.bottom)
        canvas.drawRect(
            area, fill(near, shader=linear((0, site.horizon + 70), (0, site.bottom), [near, mix(dark, "#000000", 0.3)]))
        )
        for share, size in ((0.05, 100), (0.16, 54), (0.90, 110), (0.80, 50)):
            growing.rock(site, canvas, rng, site.at(share), site.horizon + 118, size, mix(stone, dark, 0.25))
        for share in (0.25, 0.86):
            _crystal(canvas, site.at(share), site.horizon + 112, rng.uniform(60, 90), site.grade.colour("#7ac8f0"))

    def hanging(canvas: skia.Canvas) -> None:
        _teeth(site, canvas, "far teeth", 0.24, mix(stone, dark, 0.55), 0)

    return [
        Plane("rock", 0.3, back),
        Plane("floor", 0.70, floor),
        Plane("hanging stones", 0.8, hanging),
        Plane(
            "near stones", 1.5, lambda canvas: _teeth(site, canvas, "near teeth", 0.14, mix(dark, "#000000", 0.35), 2.5)
        ),
    ]


def _teeth(site: Site, canvas: skia.Canvas, name: str, reach: float, colour: str, blur: float) -> None:
    rng, x = site.rng(name), site.left - 40
    paint = fill(colour, blur=blur)
    while x < site.right:
        wide, tall = rng.uniform(50, 130), site.height * reach * rng.uniform(0.35, 1.2)
        low = max(site.top, -site.height * 0.02) + tall
        points = [
            (x - wide * 0.7, site.top),
            (x, low - tall * 0.5),
            (x + wide * 0.4, low),
            (x + wide * 0.75, low - tall * 0.55),
            (x + wide * 1.5, site.top),
        ]
        canvas.drawPath(smooth(points, closed=True, tension=0.5), paint)
        x += wide * 0.95
