"""The bottom of the sea: reefs, wrecks, fish, weeds."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, growing
from .life import around, beam, dots, together
from .site import Plane, Site


def sea_bed(site: Site) -> list[Plane]:
    """Draw the bottom of the sea: moving beams, corals, a wreck or a ruin, swaying weeds, fish that swim."""
    deep = (("#0b4f7a", "#1478a0", "#0d5a86"), ("#06304f", "#0b4a70", "#083a5c"))[site.light.dark]
    top, bright, low = (site.grade.colour(each) for each in deep)
    start = site.horizon + 24

    def water(canvas: skia.Canvas) -> None:
        shades = linear(
            (0, site.top), (0, site.bottom), [mix(bright, "#c8f2ff", 0.35), bright, top, low], [0, 0.2, 0.6, 1]
        )
        canvas.drawPaint(fill(top, shader=shades))

    def reef(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far reef", site.horizon + 10, 190, mix(bright, low, 0.3))
        (_wreck, _arch, _temple)[site.variant("landmark", 3)](site, canvas, mix(top, low, 0.55))
        air.ridge(site, canvas, "reef", site.horizon + 24, 90, mix(top, low, 0.6))

    def bed(canvas: skia.Canvas) -> None:
        sand = mix(site.grade.colour("#d8c48f"), top, 0.45)
        air.ridge(site, canvas, "sand", start + 30, 40, sand)
        area = skia.Rect(site.left, start + 60, site.right, site.bottom)
        canvas.drawRect(area, fill(sand, shader=linear((0, start + 60), (0, site.bottom), [sand, mix(sand, low, 0.6)])))
        rng = site.rng("corals")
        for index in range(round(site.span / 110)):
            x, base = site.left + index * 110 + rng.uniform(-30, 30), start + rng.uniform(30, 90)
            colour = mix(site.grade.colour(rng.choice(("#e8637a", "#f0975a", "#b07ad0", "#e8c85a"))), top, 0.26)
            if index % 3 == 0:
                growing.bare_branches(canvas, rng, x, base, rng.uniform(60, 130), colour)
            elif index % 3 == 1:
                for step in range(5):
                    canvas.drawOval(
                        skia.Rect(x - 30 + step * 13, base - rng.uniform(30, 70), x - 14 + step * 13, base),
                        fill(colour),
                    )
            else:
                canvas.drawCircle(
                    x,
                    base - 16,
                    rng.uniform(26, 44),
                    fill(
                        colour,
                        shader=linear(
                            (0, base - 60), (0, base + 20), [mix(colour, "#ffffff", 0.3), mix(colour, low, 0.4)]
                        ),
                    ),
                )

    return [
        Plane("water", 0.06, water),
        Plane.living("beams", 0.1, _beams(site)),
        Plane("reef", 0.3, reef),
        Plane.living("fish", 0.5, together(_fish(site, bright), _bubbles(site))),
        Plane("sea bed", 0.70, bed),
        Plane.living("weeds", 0.72, _weeds(site, start, mix("#2f8f6a", top, 0.3))),
    ]


def _wreck(site: Site, canvas: skia.Canvas, colour: str) -> None:
    x, base = site.across(0.64), site.horizon + 20
    canvas.save()
    canvas.rotate(-9, x, base)
    canvas.drawPath(
        smooth(
            [
                (x - 230, base - 130),
                (x - 180, base + 10),
                (x + 190, base + 20),
                (x + 240, base - 170),
                (x + 150, base - 100),
                (x - 150, base - 96),
            ],
            closed=True,
            tension=0.3,
        ),
        fill(colour),
    )
    for dx, tall in ((-90, 250), (50, 300)):
        canvas.drawLine(x + dx, base - 90, x + dx + 16, base - 90 - tall, stroke(colour, 11))
        canvas.drawLine(x + dx - 60, base - 60 - tall * 0.7, x + dx + 80, base - 80 - tall * 0.7, stroke(colour, 7))
    canvas.restore()


def _arch(site: Site, canvas: skia.Canvas, colour: str) -> None:
    x, base = site.across(0.66), site.horizon + 30
    canvas.drawPath(
        smooth(
            [
                (x - 230, base + 20),
                (x - 190, base - 210),
                (x - 40, base - 320),
                (x + 150, base - 250),
                (x + 220, base + 20),
                (x + 110, base + 20),
                (x + 70, base - 140),
                (x - 30, base - 200),
                (x - 110, base - 120),
                (x - 120, base + 20),
            ],
            closed=True,
            tension=0.6,
        ),
        fill(colour),
    )


def _temple(site: Site, canvas: skia.Canvas, colour: str) -> None:
    x, base = site.across(0.66), site.horizon + 24
    for index in range(6):
        broken = (1.0, 0.55, 1.0, 1.0, 0.8, 0.35)[index]
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - 190 + index * 70, base - 230 * broken, 34, 230 * broken + 10), fill(colour)
        )
    canvas.drawPath(polygon([(x - 70, base - 230), (x + 120, base - 230), (x + 60, base - 290)]), fill(colour))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 220, base - 6, 460, 30), fill(colour))


def _beams(site: Site) -> LivePainter:
    rng = site.rng("beams")
    beams = [
        (site.left + site.span * (index + rng.random()) / 6, rng.uniform(24, 80), rng.uniform(0, math.tau))
        for index in range(5)
    ]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, wide, phase in beams:
            left = x + 34 * math.sin(seconds * 0.35 + phase) - 34 * math.sin(phase)
            bright = 0.22 + 0.1 * math.sin(seconds * 0.6 + phase)
            start, end = (left + wide / 2, site.top), (left - 150, site.horizon + 80)
            beam(canvas, start, end, (wide / 2, wide), "#c8f2ff", (bright, 0.01))

    return live


def _fish(site: Site, water: str) -> LivePainter:
    rng = site.rng("fish")
    shoal = []
    for _ in range(13):
        colour = mix(site.grade.colour(rng.choice(("#ffb347", "#f2e86b", "#ff7a6b", "#8ad0f0"))), water, 0.25)
        size, way = rng.uniform(9, 24), 1 if rng.random() < 0.7 else -1
        track = around(rng.uniform(site.left, site.right), way * rng.uniform(16, 40), site.left - 60, site.right + 60)
        shoal.append(
            (track, rng.uniform(site.height * 0.12, site.horizon), size, way, colour, rng.uniform(0, math.tau))
        )

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for track, high, size, way, colour, phase in shoal:
            x, y = track(seconds), high + 8 * math.sin(seconds * 0.6 + phase) - 8 * math.sin(phase)
            canvas.drawOval(skia.Rect(x - size, y - size * 0.44, x + size, y + size * 0.44), fill(colour))
            wag = size * 0.4 * math.sin(seconds * 5 + phase)
            tail = [
                (x - way * size * 0.8, y),
                (x - way * size * 1.6, y - size * 0.5 + wag),
                (x - way * size * 1.6, y + size * 0.5 + wag),
            ]
            canvas.drawPath(polygon(tail), fill(colour))
            canvas.drawCircle(x + way * size * 0.6, y - size * 0.1, size * 0.1, fill("#10202c"))

    return live


def _bubbles(site: Site) -> LivePainter:
    rng, high = site.rng("bubbles"), site.horizon + 90 - site.top
    bubbles = [
        (rng.uniform(site.left, site.right), rng.random(), rng.uniform(0.04, 0.1)) for _ in range(round(site.span / 40))
    ]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        spots = []
        for x, begin, pace in bubbles:
            rise = (begin + seconds * pace) % 1.0
            spots.append((x + 7 * math.sin(seconds * 1.4 + x), site.horizon + 90 - high * rise))
        dots(canvas, spots, stroke("#e8fbff", 6, 0.4))

    return live


def _weeds(site: Site, start: float, colour: str) -> LivePainter:
    rng = site.rng("weeds")
    weeds = [
        (
            site.left + index * 100 + rng.uniform(-34, 34),
            start + rng.uniform(30, 96),
            rng.uniform(80, 230),
            rng.uniform(0, math.tau),
        )
        for index in range(round(site.span / 100))
    ]
    paints = [stroke(mix(colour, "#000000", 0.12 * index), 9) for index in range(3)]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for index in range(3):
            path = skia.Path()
            for x, base, tall, phase in weeds:
                path.moveTo(x + (index - 1) * 13, base)
                for step in range(1, 5):
                    bend = (10 + 5 * step) * math.sin(seconds * 0.9 + phase + step * 0.8 + index)
                    path.lineTo(x + (index - 1) * 15 + bend * 0.7, base - tall * (0.8 + 0.1 * index) * step / 4)
            canvas.drawPath(path, paints[index])

    return live
