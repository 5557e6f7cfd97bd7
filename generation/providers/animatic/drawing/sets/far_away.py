"""Sets that few have seen: open space, the ground of other planets."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, radial, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, growing
from .caves import crystal
from .life import around, dots
from .site import Plane, Site


def stars(site: Site, canvas: skia.Canvas, top: str, low: str) -> None:
    """Draw the dark between the worlds, from `top` to `low`, with its stars and clouds of light."""
    canvas.drawPaint(fill(top, shader=linear((0, site.top), (0, site.bottom), [top, low])))
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


def globe(site: Site, canvas: skia.Canvas, x: float, y: float, radius: float, colour: str, *, ringed: bool) -> None:
    """Draw a planet, with its rings when `ringed`."""
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
        globe(
            site,
            canvas,
            site.at(0.74),
            site.height * 0.30,
            size * 0.20,
            colours[site.seed % 4],
            ringed=site.seed % 2 == 0,
        )
        globe(site, canvas, site.at(0.20), site.height * 0.22, size * 0.055, "#c8c0b4", ringed=False)

    def ground(canvas: skia.Canvas) -> None:
        dust = site.grade.colour("#8f8c98")
        _moon_ground(site, canvas, dust)

    return [
        Plane(
            "stars",
            0.04,
            lambda canvas: stars(site, canvas, site.grade.colour("#05060f"), site.grade.colour("#161a3a")),
        ),
        Plane.living("twinkling", 0.06, twinkle(site)),
        Plane("planets", 0.12, near_planet),
        Plane("ground", 0.7, ground),
        Plane.living("dust", 1.3, _dust(site)),
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


def _dust(site: Site) -> LivePainter:
    rng = site.rng("dust")
    motes = [
        (rng.uniform(0, site.span), rng.uniform(site.top, site.bottom), rng.uniform(3, 12))
        for _ in range(round(site.span / 50))
    ]
    paint = stroke("#ffffff", 3.4, 0.35)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        dots(
            canvas,
            [
                (around(site.left + x, pace, site.left, site.right)(seconds), y + 5 * math.sin(seconds * 0.5 + x))
                for x, y, pace in motes
            ],
            paint,
        )

    return live


def twinkle(site: Site) -> LivePainter:
    """Return what lets the brightest stars twinkle and a meteor fall now and then."""
    rng = site.rng("twinkling")
    stars = [
        (
            rng.uniform(site.left, site.right),
            rng.uniform(site.top, site.horizon),
            rng.uniform(0.2, 0.5),
            rng.uniform(0, math.tau),
        )
        for _ in range(22)
    ]
    meteor, slant = rng.uniform(0.2, 0.8), rng.uniform(0.2, 0.5)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, y, pace, phase in stars:
            dots(canvas, [(x, y)], stroke("#ffffff", 3.2, 0.5 + 0.45 * math.sin(seconds * math.tau * pace + phase)))
        age = (seconds - 1.4) % 7.0
        if 0 < age < 1.1:
            x, y = site.at(meteor) + 300 * age, site.height * 0.1 + 300 * slant * age
            canvas.drawLine(x, y, x - 90, y - 90 * slant, stroke("#ffffff", 2.2, 0.7 * math.sin(math.pi * age / 1.1)))

    return live


def planet(site: Site) -> list[Plane]:
    """Draw the surface of another world: strange sky, two moons, crystals."""
    rng = site.rng("world")
    sky_top, sky_low, soil = rng.choice(
        (("#2a1040", "#e8708a", "#8a3f5a"), ("#06303a", "#5ad0b0", "#2f6a6a"), ("#3a1a10", "#f0a050", "#a8532f"))
    )

    def heaven(canvas: skia.Canvas) -> None:
        colours = [site.grade.colour(each) for each in (sky_top, mix(sky_top, sky_low, 0.5), sky_low)]
        canvas.drawPaint(fill(sky_top, shader=linear((0, site.top), (0, site.horizon + 20), colours)))
        stars = site.rng("stars")
        for _ in range(round(site.span / 9)):
            spot = stars.uniform(site.left, site.right), stars.uniform(site.top, site.horizon * 0.8)
            canvas.drawCircle(*spot, stars.uniform(0.5, 1.6), fill("#ffffff", 0.5))
        globe(site, canvas, site.at(0.72), site.horizon * 0.42, 88, mix(sky_low, "#8a8ad0", 0.5), ringed=True)
        globe(site, canvas, site.at(0.30), site.horizon * 0.30, 30, "#e8d8c0", ringed=False)

    def ridges(canvas: skia.Canvas) -> None:
        for index, (tall, share) in enumerate(((190, 0.55), (120, 0.25))):
            colour = mix(site.grade.colour(soil), site.grade.colour(sky_low), share)
            air.ridge(site, canvas, f"ridge {index}", site.horizon + 10 + index * 12, tall, colour, jagged=True)

    def ground(canvas: skia.Canvas) -> None:
        near = site.grade.colour(soil)
        _moon_ground(site, canvas, mix(near, site.grade.colour(sky_low), 0.2))
        crystals = site.rng("crystals")
        for share in (0.06, 0.15, 0.86, 0.95):
            crystal(
                canvas,
                site.at(share),
                site.horizon + 84,
                crystals.uniform(70, 170),
                site.grade.colour(crystals.choice(("#7af0e0", "#c88aff", "#ffb0d0"))),
            )

    return [
        Plane("sky", 0.05, heaven),
        Plane.living("twinkling", 0.07, twinkle(site)),
        Plane("ridges", 0.28, ridges),
        Plane("ground", 0.72, ground),
        Plane.living("dust", 1.3, _dust(site)),
    ]
