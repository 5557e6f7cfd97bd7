"""Caves and mines: rock all round, hanging stones, a way out full of light, a fire."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, radial, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, growing
from .fire import flame, smoke
from .site import Plane, Site


def crystal(canvas: skia.Canvas, x: float, base: float, tall: float, colour: str) -> None:
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
        canvas.drawPaint(fill(stone, shader=wall))
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
            crystal(canvas, site.at(share), site.horizon + 112, rng.uniform(60, 90), site.grade.colour("#7ac8f0"))

    def hanging(canvas: skia.Canvas) -> None:
        _teeth(site, canvas, "far teeth", 0.24, mix(stone, dark, 0.55), 0)

    return [
        Plane("rock", 0.3, back),
        Plane("floor", 0.70, floor),
        Plane("hanging stones", 0.8, hanging),
        Plane.living("cave life", 0.82, _cave_life(site)),
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


def _cave_life(site: Site) -> LivePainter:
    """Return a camp fire in the cave, or the drops that fall from its roof."""
    base, x = site.horizon + 108, site.across(0.24)
    if site.has("camp", "fire", "campfire", "den", "lair") or site.light.lamps:
        fire, rising = flame(site, x, base, 64, wide=0.6), smoke(site, x, base - 60, rise=200, size=0.9, alpha=0.3)

        def burning(canvas: skia.Canvas, seconds: float) -> None:
            for dx, lean in ((-34, 10), (30, -12), (-6, 4)):
                canvas.drawLine(x + dx, base + 6, x + dx + lean * 3, base - 12, stroke("#3a2418", 11))
            fire(canvas, seconds)
            rising(canvas, seconds)

        return burning
    rng = site.rng("drops")
    drops = [(rng.uniform(0.1, 0.9), rng.random(), rng.uniform(1.4, 2.6)) for _ in range(7)]

    def dripping(canvas: skia.Canvas, seconds: float) -> None:
        for share, start, period in drops:
            age = (seconds / period + start) % 1.0
            y = site.height * 0.2 + (site.horizon + 100 - site.height * 0.2) * min(1.0, age * 2) ** 2
            if age < 0.5:
                canvas.drawLine(site.at(share), y, site.at(share), y - 13, stroke("#cfe8f4", 2.2, 0.7))
            else:
                wide = 40 * (age - 0.5)
                canvas.drawOval(
                    skia.Rect(site.at(share) - wide, y - wide * 0.2, site.at(share) + wide, y + wide * 0.2),
                    stroke("#cfe8f4", 1.6, 1.2 * (1 - age)),
                )

    return dripping
