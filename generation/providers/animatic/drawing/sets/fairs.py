"""Fairgrounds: a great wheel, a carousel, tents and stalls."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, mix, polygon, rounded, smooth, stroke

from . import air, growing
from .extras import passers
from .leisure import BRIGHT
from .life import halo, swing, together, turning
from .site import Plane, Site


def fairground(site: Site) -> list[Plane]:
    """Draw a fairground: a great wheel that turns, a carousel, striped tents, stalls, strings of lights, visitors."""
    base, wheel = site.horizon + 20, (site.across(0.68), site.horizon - 190)
    radius = 190.0 * (0.85 + 0.15 * site.rise)

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", base, 70, site.tone("#6a7a9a", 0.55))
        rng = site.rng("tents")
        for share, size in ((0.04, 1.1), (0.28, 0.8), (0.46, 0.7), (0.95, 1.2)):
            tent(site, canvas, site.across(share), base + 18, 120 * size, rng.choice(BRIGHT))
        iron = site.tone("#5a6a8a", 0.16)
        for dx in (-90, 90):
            canvas.drawLine(*wheel, wheel[0] + dx, base + 20, stroke(iron, 11))

    def turning_wheel(canvas: skia.Canvas, seconds: float) -> None:
        iron = site.tone("#7a8ab0", 0.14)
        canvas.drawCircle(*wheel, radius, stroke(iron, 7))
        canvas.drawCircle(*wheel, radius * 0.86, stroke(iron, 3))
        on = site.light.lamps
        for index in range(12):
            angle = index * math.tau / 12 + seconds * 0.22
            x, y = wheel[0] + math.cos(angle) * radius, wheel[1] + math.sin(angle) * radius
            canvas.drawLine(*wheel, x, y, stroke(iron, 3))
            colour = site.tone(BRIGHT[index % 5], 0.06)
            canvas.drawLine(x, y, x, y + 14, stroke(iron, 3))
            canvas.drawRRect(rounded(x - 15, y + 12, 30, 25, 9), fill(colour))
            if on:
                glowing = site.grade.colour(BRIGHT[index % 5])
                canvas.drawCircle(x, y, 5, fill(mix(glowing, "#ffffff", 0.6)))
        canvas.drawCircle(*wheel, 19, fill(site.tone("#f0b53c", 0.06)))
        if on:
            halo(canvas, *wheel, radius * 1.5, "#ffb0c0", 0.28 * on)

    carousel_x = site.across(0.20)

    def carousel(canvas: skia.Canvas, seconds: float) -> None:
        x, wide, gold = carousel_x, 130.0, site.tone("#e8b85a", 0.05)
        canvas.drawRect(skia.Rect(x - wide, base + 28, x + wide, base + 56), fill(site.tone("#b8342f", 0.05)))
        for index in range(7):
            angle = seconds * 0.6 + index * math.tau / 7
            left, near = x + math.sin(angle) * wide * 0.8, math.cos(angle)
            if near > -0.4:
                lift = base - 20 + 9 * math.sin(seconds * 1.6 + index)
                canvas.drawLine(left, base - 70, left, base + 30, stroke(gold, 3))
                coat = site.shaded(site.tone(("#f4f0e6", "#8a5a3a", "#3a3a40")[index % 3], 0.05), 0.2 * (1 - near))
                canvas.drawRRect(rounded(left - 20, lift, 40, 18, 9), fill(coat))
                canvas.drawLine(left + 16, lift + 6, left + 26, lift - 16, stroke(coat, 9))
                for dx in (-13, 13):
                    canvas.drawLine(left + dx, lift + 14, left + dx + 3, lift + 34, stroke(coat, 5))
        for index in range(10):
            first, last = (
                x - wide - 14 + index * (wide * 2 + 28) / 10,
                x - wide - 14 + (index + 1) * (wide * 2 + 28) / 10,
            )
            canvas.drawPath(
                polygon([(x, base - 150), (first, base - 70), (last, base - 70)]),
                fill(site.tone("#d8483c" if index % 2 else "#f4e8d0", 0.05)),
            )
        if site.light.lamps:
            halo(canvas, x, base - 20, 190, "#ffd48a", 0.5 * site.light.lamps)

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#8f8a62" if site.variant("ground", 2) else "#9a8f88", base + 10)
        for share in (0.90,):
            _booth(site, canvas, site.across(share), base + 96)

    def lights(canvas: skia.Canvas) -> None:
        y = max(site.top + 50, base - 330)
        for start in (-0.1, 0.28, 0.66):
            canvas.drawPath(
                smooth([(site.at(start), y), (site.at(start + 0.2), y + 64), (site.at(start + 0.4), y)], tension=1),
                stroke(site.light.shade, 2, 0.7),
            )
            for step in range(10):
                share = (step + 0.5) / 10
                spot = (site.at(start + 0.4 * share), y + 64 * 4 * share * (1 - share) * 0.75 + 6)
                canvas.drawCircle(*spot, 6, fill("#ffe8b0" if site.light.lamps else site.tone(BRIGHT[step % 5])))
                if site.light.lamps:
                    glow(canvas, spot, 36, site.grade.colour(BRIGHT[step % 5]), 0.6)

    visitors = passers(site, "visitors", base + 40, site.peopled(4), haze=0.26)
    return [
        *air.heavens(site),
        Plane("tents", 0.3, far),
        Plane.living("great wheel", 0.4, turning_wheel),
        _swinging_boat(site),
        Plane("ground", 0.66, ground),
        Plane.living("carousel", 0.70, together(carousel, visitors)),
        Plane("lights", 0.79, lights),
    ]


def tent(site: Site, canvas: skia.Canvas, x: float, base: float, size: float, colour: str) -> None:
    """Draw a striped tent with a pennant."""
    for index in range(8):
        left, right = x - size + index * size / 4, x - size + (index + 1) * size / 4
        shade = site.tone(colour if index % 2 else "#f4e8d0", 0.2)
        canvas.drawPath(
            polygon(
                [
                    (left, base - size * 0.7),
                    (right, base - size * 0.7),
                    (right * 0.94 + x * 0.06, base),
                    (left * 0.94 + x * 0.06, base),
                ]
            ),
            fill(shade),
        )
        canvas.drawPath(
            polygon([(x, base - size * 1.3), (left - 2, base - size * 0.68), (right + 2, base - size * 0.68)]),
            fill(site.shaded(shade, 0.08 * abs(index - 3))),
        )
    canvas.drawPath(
        polygon([(x - size * 0.2, base), (x, base - size * 0.62), (x + size * 0.2, base)]),
        fill(site.shaded(site.tone(colour, 0.2), 0.6)),
    )
    canvas.drawLine(x, base - size * 1.3, x, base - size * 1.52, stroke(site.tone("#4a3a30", 0.2), 3))
    canvas.drawPath(
        polygon([(x, base - size * 1.52), (x + size * 0.3, base - size * 1.46), (x, base - size * 1.4)]),
        fill(site.tone(colour, 0.1)),
    )


def _booth(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    canvas.drawRect(skia.Rect(x - 90, base - 190, x + 90, base), fill(site.tone("#7a3a4a", 0.04)))
    canvas.drawRect(
        skia.Rect(x - 74, base - 150, x + 74, base - 74),
        fill("#ffdf9a" if site.light.lamps else site.tone("#3a2a30", 0.04)),
    )
    for index in range(8):
        canvas.drawRRect(
            rounded(x - 106 + index * 26.5, base - 200, 27, 52, 9),
            fill(site.tone("#e0483e" if index % 2 else "#f4e8d0", 0.04)),
        )
    for index in range(5):
        canvas.drawCircle(x - 56 + index * 28, base - 90, 12, fill(site.tone(BRIGHT[index], 0.04)))


def _swinging_boat(site: Site) -> Plane:
    """Return a swinging boat of a fair."""
    x, y = site.across(0.46), site.horizon - 170

    def paint(canvas: skia.Canvas) -> None:
        canvas.drawLine(x, y, x, y + 130, stroke(site.tone("#5a6a8a", 0.1), 6))
        canvas.drawPath(
            smooth(
                [(x - 60, y + 116), (x - 40, y + 150), (x + 40, y + 150), (x + 60, y + 116)], closed=True, tension=0.5
            ),
            fill(site.tone("#b8342f", 0.1)),
        )

    return Plane("swinging boat", 0.62, paint, drift=turning((x, y), swing(26, 3.4)))
