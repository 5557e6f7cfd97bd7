"""Places at the ends of the world and beyond it: igloos on the ice, a station in orbit, the red ground of Mars."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    glow,
    linear,
    mix,
    polygon,
    radial,
    rounded,
    smooth,
    stroke,
)
from generation.providers.animatic.drawing.stage import Drift

from . import air, growing
from .far_away import globe, stars, twinkle
from .life import bobbing
from .site import Plane, Site
from .snowfields import snowfield


def igloos(site: Site) -> list[Plane]:
    """Draw houses of snow on the ice, a sledge, the far ranges."""
    planes = snowfield(site)
    base = site.horizon + 60

    def houses(canvas: skia.Canvas) -> None:
        for share, size, drop in ((0.26, 1.0, 0), (0.72, 1.5, 34), (0.95, 0.8, -14)):
            _igloo(site, canvas, site.across(share), base + drop, 112 * size)
        wood = stroke(site.tone("#8a6242", 0.06), 7)
        x, y = site.across(0.48), base + 40
        canvas.drawPath(smooth([(x - 90, y - 34), (x - 80, y), (x + 90, y), (x + 116, y - 24)], tension=0.5), wood)
        for dx in (-50, 0, 50):
            canvas.drawLine(x + dx, y, x + dx, y - 26, wood)
        canvas.drawLine(x - 86, y - 28, x + 80, y - 28, wood)

    return [*planes, Plane("igloos", 0.73, houses)]


def _igloo(site: Site, canvas: skia.Canvas, x: float, base: float, radius: float) -> None:
    white = site.tone("#eef5fa", 0.04)
    dome = skia.Path()
    dome.addArc(skia.Rect(x - radius, base - radius * 0.95, x + radius, base + radius * 0.95), 180, 180)
    dome.close()
    shade = radial((x - radius * 0.4, base - radius * 0.7), radius * 1.7, [white, site.shaded(white, 0.35)])
    canvas.drawPath(dome, fill(white, shader=shade))
    canvas.save()
    canvas.clipPath(dome, doAntiAlias=True)
    seam = stroke(site.tone("#9ab4c8", 0.05), 2.5, 0.8)
    for row in range(1, 6):
        y = base - radius * 0.19 * row
        canvas.drawPath(smooth([(x - radius, y + 6), (x, y - 4), (x + radius, y + 6)], tension=0.9), seam)
        for step in range(-5, 6):
            spot = x + (step + (0.5 if row % 2 else 0)) * radius * 0.26
            canvas.drawLine(spot, y, spot, y + radius * 0.19, seam)
    canvas.restore()
    porch = skia.Rect(x - radius * 0.34, base - radius * 0.50, x + radius * 0.34, base + radius * 0.5)
    canvas.drawRRect(
        skia.RRect.MakeRectXY(porch.makeOutset(radius * 0.12, radius * 0.1), radius * 0.4, radius * 0.4),
        fill(site.shaded(white, 0.14)),
    )
    canvas.drawRRect(
        skia.RRect.MakeRectXY(porch, radius * 0.34, radius * 0.34),
        fill("#ffb45a" if site.light.lamps else site.tone("#3a5068", 0.05)),
    )
    ground = skia.Rect(x - radius * 1.1, base, x + radius * 1.1, base + radius * 0.64)
    canvas.drawRect(ground, fill(site.tone("#eaf2f8", 0.02)))
    if site.light.lamps:
        glow(canvas, (x, base - radius * 0.2), radius * 1.1, "#ffb45a", 0.5)


def orbit(site: Site) -> list[Plane]:
    """Draw a space station in orbit: modules and wings of solar cells over the round earth, the sun on its edge."""
    night, blue = site.grade.colour("#05060f"), site.grade.colour("#0d1430")

    def earth(canvas: skia.Canvas) -> None:
        radius = max(site.width, site.height) * 1.25
        x, y = site.at(0.42), site.horizon + 60 + radius
        glow(canvas, (x, y), radius * 1.10, "#6ab8ff", 0.7)
        ball = skia.Path()
        ball.addCircle(x, y, radius)
        canvas.save()
        canvas.clipPath(ball, doAntiAlias=True)
        sea = site.grade.colour("#2f6fb8")
        canvas.drawPaint(
            fill(sea, shader=linear((0, y - radius), (0, site.bottom), [mix(sea, "#cfe8ff", 0.5), sea, "#10254a"]))
        )
        rng = site.rng("lands")
        for _ in range(9):
            cx, cy = rng.uniform(site.left, site.right), y - radius + rng.uniform(40, 300)
            land = [(cx + rng.uniform(-150, 150), cy + rng.uniform(-26, 26)) for _ in range(7)]
            canvas.drawPath(smooth(land, closed=True, tension=0.9), fill(site.grade.colour("#5f8f56"), 0.75))
        for _ in range(20):
            cx, cy = rng.uniform(site.left, site.right), y - radius + rng.uniform(20, 320)
            canvas.drawOval(
                skia.Rect.MakeXYWH(cx, cy, rng.uniform(80, 260), rng.uniform(7, 20)), fill("#ffffff", 0.4, blur=6)
            )
        canvas.restore()

    def station(canvas: skia.Canvas) -> None:
        canvas.save()
        canvas.translate(site.at(0.5), site.horizon - 120)
        canvas.rotate(-9)
        size = min(1.0, site.width / 900) * (0.85 + 0.15 * site.rise)
        canvas.scale(size, size)
        _station(site, canvas)
        canvas.restore()

    def drift(seconds: float) -> Drift:
        return bobbing((site.at(0.5), site.horizon - 120), lift=5, lean=0.5, period=9)(seconds)

    return [
        Plane("stars", 0.04, lambda canvas: stars(site, canvas, night, blue)),
        Plane.living("twinkling", 0.06, twinkle(site)),
        Plane("earth", 0.12, earth),
        Plane("station", 0.5, station, drift=drift),
    ]


def _station(site: Site, canvas: skia.Canvas) -> None:
    metal, cell = site.grade.colour("#cdd5dc"), site.grade.colour("#2f4f8f")
    canvas.drawRect(skia.Rect(-430, -9, 430, 9), fill(mix(metal, "#3a4048", 0.4)))
    for side in (-1, 1):
        for x in (190, 320, 430):
            for y in (-1, 1):
                panel = skia.Rect.MakeXYWH(side * x - 46, y * 100 - 78, 92, 156)
                canvas.drawRect(
                    panel,
                    fill(
                        cell, shader=linear((panel.left(), 0), (panel.right(), 0), [mix(cell, "#ffffff", 0.25), cell])
                    ),
                )
                for row in range(6):
                    canvas.drawLine(
                        panel.left(),
                        panel.top() + row * 26,
                        panel.right(),
                        panel.top() + row * 26,
                        stroke("#d8b060", 1.6, 0.7),
                    )
                canvas.drawLine(panel.centerX(), panel.top(), panel.centerX(), panel.bottom(), stroke("#d8b060", 2.5))
    for x, y, wide, high in (
        (-120, -36, 240, 72),
        (-34, -130, 68, 110),
        (-30, 30, 60, 120),
        (-190, -26, 80, 52),
        (110, -26, 80, 52),
    ):
        canvas.drawRRect(
            rounded(x, y, wide, high, 22),
            fill(
                metal,
                shader=linear((0, y), (0, y + high), [mix(metal, "#ffffff", 0.6), metal, mix(metal, "#20242c", 0.55)]),
            ),
        )
        canvas.drawRRect(rounded(x, y, wide, high, 22), stroke(mix(metal, "#20242c", 0.5), 2))
    for x in (-80, -40, 0, 40, 80):
        canvas.drawCircle(x, -6, 9, fill("#ffe2a0"))
        canvas.drawCircle(x, -6, 9, stroke("#5a626c", 3))
    canvas.drawPath(polygon([(-6, -130), (6, -130), (2, -190), (-2, -190)]), fill(metal))
    canvas.drawArc(skia.Rect(-34, -230, 34, -176), 0, 180, useCenter=False, paint=stroke(metal, 6))


def mars(site: Site) -> list[Plane]:
    """Draw the red ground of Mars: rocks and far ridges under a pale sky, a small sun, a domed base and a rover."""
    base = site.horizon + 14

    def heaven(canvas: skia.Canvas) -> None:
        dark = site.light.dark
        top, low = ("#1a1018", "#5a3438") if dark else ("#a8674a", "#ecc29a")
        canvas.drawPaint(
            fill(top, shader=linear((0, site.top), (0, base), [site.grade.colour(top), site.grade.colour(low)]))
        )
        spot = (site.at(0.74), site.height * 0.2)
        glow(canvas, spot, 170, "#e8f0ff", 0.8)
        canvas.drawCircle(*spot, 15, fill("#ffffff"))
        if dark:
            globe(site, canvas, site.at(0.26), site.height * 0.18, 14, "#d8c8b0", ringed=False)

    def ridges(canvas: skia.Canvas) -> None:
        for index, (tall, share) in enumerate(((190, 0.6), (110, 0.3))):
            air.ridge(site, canvas, f"ridge {index}", base + index * 10, tall, site.tone("#a8583c", share), jagged=True)
        air.haze(site, canvas, base - 10, 80, 0.3)

    def ground(canvas: skia.Canvas) -> None:
        near = site.tone("#b0583a", 0.02)
        canvas.drawRect(
            skia.Rect(site.left, base, site.right, site.bottom),
            fill(near, shader=linear((0, base), (0, site.bottom), [site.lit(near, 0.2), near, site.shaded(near, 0.3)])),
        )
        rng = site.rng("stones")
        for _ in range(round(site.span / 26)):
            share = rng.random() ** 1.4
            growing.rock(
                site,
                canvas,
                rng,
                rng.uniform(site.left, site.right),
                base + 24 + (site.bottom - base) * share,
                6 + 26 * share * rng.random(),
                mix(near, "#4a2018", 0.25),
            )
        _habitat(site, canvas, site.across(0.78), base + 40)
        _rover(site, canvas, site.across(0.20), base + 66)

    return [Plane("sky", 0.05, heaven), Plane("ridges", 0.28, ridges), Plane("ground", 0.72, ground)]


def _habitat(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    white = site.tone("#e8e6e0", 0.08)
    for dx, radius in ((0, 120), (-168, 70)):
        dome = skia.Path()
        dome.addArc(skia.Rect(x + dx - radius, base - radius, x + dx + radius, base + radius), 180, 180)
        dome.close()
        canvas.drawPath(
            dome,
            fill(
                white,
                shader=linear(
                    (x + dx - radius, 0), (x + dx + radius, 0), [site.lit(white, 0.3), site.shaded(white, 0.35)]
                ),
            ),
        )
        for step in (-0.5, 0.0, 0.5):
            canvas.drawPath(
                smooth(
                    [
                        (x + dx, base - radius),
                        (x + dx + step * radius * 1.3, base - radius * 0.5),
                        (x + dx + step * radius * 1.8, base),
                    ],
                    tension=0.8,
                ),
                stroke(site.shaded(white, 0.3), 3),
            )
    canvas.drawRect(skia.Rect(x - 130, base - 34, x - 60, base), fill(site.shaded(white, 0.15)))
    canvas.drawRRect(rounded(x - 24, base - 70, 48, 70, 20), fill(site.tone("#5a6672", 0.06)))
    canvas.drawRRect(rounded(x - 84, base - 66, 36, 24, 10), fill("#ffd98a"))
    canvas.drawLine(x + 70, base - 96, x + 70, base - 190, stroke(site.tone("#8a929a", 0.06), 5))
    canvas.drawArc(
        skia.Rect(x + 40, base - 216, x + 100, base - 166), 200, 170, useCenter=False, paint=stroke(white, 7)
    )


def _rover(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    body, dark = site.tone("#d8d4c8", 0.05), site.tone("#33353c", 0.05)
    for dx in (-64, 0, 64):
        canvas.drawCircle(x + dx, base - 18, 20, fill(dark))
        canvas.drawCircle(x + dx, base - 18, 8, fill(body))
    canvas.drawLine(x - 64, base - 30, x + 64, base - 30, stroke(dark, 7))
    canvas.drawRRect(rounded(x - 74, base - 84, 140, 46, 8), fill(body))
    canvas.drawRect(skia.Rect(x - 84, base - 98, x + 40, base - 84), fill(site.tone("#2f4f8f", 0.05)))
    canvas.drawLine(x + 50, base - 84, x + 50, base - 140, stroke(body, 8))
    canvas.drawRRect(rounded(x + 28, base - 164, 50, 28, 6), fill(body))
    for dx in (42, 62):
        canvas.drawCircle(x + dx, base - 150, 7, fill(dark))
