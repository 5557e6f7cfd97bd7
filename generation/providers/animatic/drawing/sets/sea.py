"""The surface of water: its colour under any sky, the ripples and glints that move on it, surf."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, rounded, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air
from .life import dashes
from .site import Site


def sea(site: Site, canvas: skia.Canvas, y: float, colour: str = "#1f4a6c") -> None:
    """Fill everything below `y` with water; what glitters on it is `ripples`."""
    light = site.light
    far = mix(light.sky[3], site.grade.colour("#2c5f86"), 0.38)
    near = site.shaded(site.tone(colour, 0.08), 0.25)
    reach = site.bottom - y
    area = skia.Rect(site.left, y, site.right, site.bottom)
    canvas.drawRect(area, fill(far, shader=linear((0, y), (0, y + reach * 0.6), [far, near])))
    spot = air.sun_at(site)
    if spot is None:
        return
    rng = site.rng("glitter")
    for index in range(30):
        glint = y + 3 + min(reach, 260) * (index / 30) ** 1.35
        wide, x = rng.uniform(14, 80) * (1 + index / 20), spot[0] + rng.gauss(0, 18 + index * 3)
        paint = fill(light.key, 0.40 * (1 - index / 40), mode=skia.BlendMode.kScreen)
        canvas.drawRRect(rounded(x - wide / 2, glint, wide, 1.4 + index * 0.05, 1), paint)


def ripples(site: Site, top: float, low: float, *, calm: bool = False, lights: bool = False) -> LivePainter:
    """Return the ripples that move between `top` and `low`, and the light of sun, moon or lamps that breaks on them."""
    rng, reach = site.rng(f"ripples {top:.0f}"), low - top
    waves = [
        (rng.uniform(site.left, site.right), rng.random() ** 1.4, rng.uniform(0.7, 1.3), rng.uniform(0, math.tau))
        for _ in range(round(site.span / 15))
    ]
    spot = air.sun_at(site)
    glints = (
        [(rng.gauss(0, 1), rng.random(), rng.uniform(0.7, 1.3), rng.uniform(0, math.tau)) for _ in range(34)]
        if spot
        else []
    )
    storm, colour = site.light.weather == "storm", mix(site.light.sky[3], "#ffffff", 0.5)
    far, near, shine = stroke(colour, 1.3, 0.22), stroke(colour, 2.0, 0.26), stroke(site.light.key, 2.4, 0.75)
    pace = 0.5 if calm else 1.7 if storm else 1.0
    lamps = (
        [
            (
                rng.uniform(site.left, site.right),
                rng.choice(("#ffd48a", "#ffb45a", "#8ad0f0")),
                rng.uniform(0, math.tau),
            )
            for _ in range(18)
        ]
        if lights and site.light.lamps
        else []
    )

    def live(canvas: skia.Canvas, seconds: float) -> None:
        small: list[tuple[float, float]] = []
        large: list[tuple[float, float]] = []
        bright: list[tuple[float, float]] = []
        for x, down, speed, phase in waves:
            swell = math.sin(seconds * pace * speed * 1.1 + phase)
            left = (
                x
                + 14 * (0.3 + down) * math.sin(seconds * pace * 0.45 * speed + phase)
                - 14 * (0.3 + down) * math.sin(phase)
            )
            y, wide = top + 3 + reach * down + 2.6 * down * swell, (10 + 44 * down) * (1 + 0.35 * swell)
            (large if down > 0.4 else small).extend([(left - wide / 2, y), (left + wide / 2, y)])
        for away, down, speed, phase in glints:
            swell = math.sin(seconds * pace * speed * 1.9 + phase)
            if spot and swell > -0.2:
                x, wide = spot[0] + away * (14 + 70 * down), (6 + 26 * down) * (0.3 + swell)
                bright.extend([(x - wide / 2, top + 3 + reach * down), (x + wide / 2, top + 3 + reach * down)])
        dashes(canvas, small, far)
        dashes(canvas, large, near)
        dashes(canvas, bright, shine)
        for x, tint, phase in lamps:
            ends = []
            for step in range(7):
                y, wide = top + 2 + reach * (step / 7), 5 + 3 * math.sin(seconds * 1.6 + step * 1.7 + phase)
                shift = 3 * math.sin(seconds * 1.2 + step + phase)
                ends += [(x - wide + shift, y), (x + wide + shift, y)]
            dashes(canvas, ends, stroke(tint, 2.2, 0.5))

    return live


def surf(site: Site, shore: list[tuple[float, float]]) -> LivePainter:
    """Return the foam that runs up a beach along `shore` and back."""

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for index, (drop, alpha) in enumerate(((-20, 0.45), (-7, 0.85))):
            path = skia.Path()
            run = 7 * math.sin(seconds * 0.9 + index * 1.2) - 7 * math.sin(index * 1.2)
            for step, (x, y) in enumerate(shore):
                spot = (x, y + drop + run + 3 * math.sin(seconds * 0.7 + step * 1.3))
                if step == 0:
                    path.moveTo(*spot)
                else:
                    before = shore[step - 1]
                    path.quadTo((before[0] + x) / 2, spot[1] - 6 + 12 * (step % 2), *spot)
            canvas.drawPath(path, stroke("#ffffff", 8 - 2 * index, alpha))

    return live
