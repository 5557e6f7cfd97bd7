"""Jungles: giant trunks, broad leaves, creepers, a temple or a waterfall."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, growing, wild_life
from .fire import smoke
from .life import together
from .site import Plane, Site

_LEAVES = ("#2f7a48", "#3f8f4a", "#246a4a", "#5a9a42")


def jungle(site: Site) -> list[Plane]:
    """Draw a jungle: giant trunks with creepers, broad leaves, a fall of water or a temple grown over."""
    base, temple = site.horizon + 24, site.variant("landmark", 2) == 1 or site.has("temple", "ruins", "lost")

    def far(canvas: skia.Canvas) -> None:
        rng = site.rng("far crowns")
        green = site.tone("#4a8a5a", 0.62)
        canvas.drawRect(
            skia.Rect(site.left, site.horizon - 330 * site.rise, site.right, site.bottom),
            fill(green, shader=linear((0, site.horizon - 330 * site.rise), (0, base), [(green, 0.0), (green, 1.0)])),
        )
        for row in range(3):
            for index in range(round(site.span / 110)):
                x, size = site.left + index * 110 + rng.uniform(-30, 30), rng.uniform(70, 120)
                y = site.horizon - (250 - 80 * row) * site.rise + rng.uniform(-30, 30)
                leaf = site.tone(rng.choice(_LEAVES), 0.6 - 0.14 * row)
                canvas.drawOval(skia.Rect(x - size, y - size * 0.5, x + size, y + size * 0.6), fill(leaf))
        if temple:
            stepped_temple(site, canvas, site.across(0.62), site.horizon + 16, 0.42)
        else:
            cliff(site, canvas, site.across(0.62), base)
        air.haze(site, canvas, site.horizon - 10, 120, 0.4)

    def trunks(canvas: skia.Canvas) -> None:
        rng = site.rng("trunks")
        for share, wide in ((0.02, 70), (0.20, 44), (0.36, 30), (0.80, 40), (0.95, 76)):
            x, bark = site.across(share), site.tone("#5a4a36", 0.14)
            canvas.drawPath(
                smooth(
                    [
                        (x - wide * 1.2, base + 40),
                        (x - wide * 0.4, base - 80),
                        (x - wide * 0.36, site.top),
                        (x + wide * 0.36, site.top),
                        (x + wide * 0.4, base - 80),
                        (x + wide * 1.3, base + 44),
                    ],
                    closed=True,
                    tension=0.3,
                ),
                fill(
                    bark,
                    shader=linear(
                        (x - wide * 0.5, 0), (x + wide * 0.5, 0), [site.lit(bark, 0.2), site.shaded(bark, 0.4)]
                    ),
                ),
            )
            for step in range(3):
                y = site.horizon - rng.uniform(20, 330) * site.rise
                leaf = site.tone(rng.choice(_LEAVES), 0.12)
                canvas.drawOval(skia.Rect(x - wide * 1.1, y, x + wide * (0.6 + 0.3 * step), y + 36), fill(leaf))

    def ground(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#3f6a3a", base)
        growing.path_strip(site, canvas, "#8a7048", y=base, bend=site.seed % 5)
        rng = site.rng("ferns")
        for _ in range(round(site.span / 46)):
            x, near = rng.uniform(site.left, site.right), rng.random()
            if abs(x - site.at(0.52)) > site.width * 0.14 * (0.4 + near):
                fern(site, canvas, x, base + 16 + 130 * near, 40 + 60 * near, rng.choice(_LEAVES))

    planes = [*air.heavens(site, clouds=False), Plane("far crowns", 0.25, far)]
    movers = [_vines(site)]
    if not temple:
        movers.append(waterfall(site, site.across(0.62), base - 250 * site.rise, base + 10, 54))
    if site.outside.sun:
        planes.append(
            Plane(
                "rays",
                0.4,
                lambda canvas: air.rays(
                    site, canvas, (site.across(0.9), site.top - 80), strength=0.3, length=1100 * site.rise
                ),
            )
        )
    return [
        *planes,
        Plane("trunks", 0.5, trunks),
        Plane.living("creepers", 0.54, together(*movers)),
        Plane("jungle floor", 0.70, ground),
        Plane.living("falling leaves", 1.1, wild_life.falling(site, ("#7ab04a", "#c8a83a", "#e86a8a"), count=9)),
        Plane("near foliage", 1.45, lambda canvas: growing.overhang(site, canvas, "#143a20")),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#123a22")),
    ]


def fern(site: Site, canvas: skia.Canvas, x: float, base: float, size: float, colour: str) -> None:
    """Draw a fern or another plant with a bunch of broad leaves."""
    leaf = site.tone(colour, 0.08)
    for index, lean in enumerate((-1.0, -0.55, -0.1, 0.35, 0.85)):
        tip = (x + size * lean, base - size * (1.0 - 0.5 * abs(lean)))
        side = (x + size * lean * 0.35, base - size * 0.75)
        under = (x + size * lean * 0.6, base - size * 0.38)
        canvas.drawPath(
            smooth([(x, base), side, tip, under], closed=True, tension=0.9),
            fill(site.lit(leaf, 0.14) if index % 2 else site.shaded(leaf, 0.18)),
        )


def cliff(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a wall of rock in ledges, with trees on top, and the water that falls over it at `x`."""
    rock, tall = site.tone("#7a7468", 0.30), 250 * site.rise
    rng = site.rng("cliff")
    left, right = x - 330, x + 330
    crown = [(left - 90, base + 16), (left - 50, base - tall * 0.45), (left + 40, base - tall * 0.62)]
    crown += [
        (x - 150, base - tall * 0.96),
        (x - 40, base - tall),
        (x + 40, base - tall),
        (x + 170, base - tall * 0.90),
    ]
    crown += [(right - 30, base - tall * 0.66), (right + 60, base - tall * 0.40), (right + 110, base + 16)]
    wall = smooth(crown, closed=True, tension=0.18)
    shades = linear((0, base - tall), (0, base), [site.lit(rock, 0.22), rock, site.shaded(rock, 0.3)])
    for index in range(9):
        spot = left + index * 84 + rng.uniform(-14, 14)
        share = max(0.0, 1 - abs(spot - x) / 420)
        if abs(spot - x) > 70:
            growing.pine(site, canvas, spot, base - tall * (0.42 + 0.5 * share), rng.uniform(60, 110), "#2f6a4c", 0.30)
    canvas.drawPath(wall, fill(rock, shader=shades))
    canvas.save()
    canvas.clipPath(wall, doAntiAlias=True)
    for _ in range(26):
        across, drop, wide = rng.uniform(left, right), rng.uniform(0.05, 0.95), rng.uniform(50, 150)
        y = base - tall * drop
        ledge = [(across, y), (across + wide * 0.5, y - 7), (across + wide, y + 3), (across + wide * 0.8, y + 16),
                 (across + wide * 0.1, y + 12)]  # fmt: skip
        canvas.drawPath(
            polygon(ledge), fill(site.lit(rock, 0.14) if rng.random() < 0.5 else site.shaded(rock, 0.22), 0.8)
        )
    for side in (-1, 1):
        gap = [(x + side * 34, base - tall - 10), (x + side * 62, base - tall * 0.6), (x + side * 46, base + 16)]
        canvas.drawPath(smooth(gap, tension=0.8), stroke(site.shaded(rock, 0.45), 20, 0.6))
    canvas.restore()
    white = mix(site.light.sky[3], "#ffffff", 0.6)
    fall = [
        (x - 30, base - tall + 4),
        (x + 30, base - tall + 4),
        (x + 36, base - tall * 0.62),
        (x + 52, base - tall * 0.56),
        (x + 58, base + 14),
        (x - 58, base + 14),
        (x - 52, base - tall * 0.56),
        (x - 36, base - tall * 0.62),
    ]
    fade = linear((0, base - tall), (0, base + 14), [white, mix(white, site.light.sky[2], 0.35), white])
    canvas.drawPath(smooth(fall, closed=True, tension=0.25), fill(white, 0.94, shader=fade))
    canvas.drawOval(skia.Rect(x - 150, base - 8, x + 150, base + 26), fill(white, 0.7, blur=6))
    for share, size in ((-0.42, 34), (0.40, 42), (0.62, 24)):
        growing.rock(site, canvas, rng, x + share * 300, base + 22, size, site.shaded(rock, 0.1))


def waterfall(site: Site, x: float, top: float, low: float, wide: float) -> LivePainter:
    rng = site.rng("waterfall")
    threads = [(rng.uniform(-0.46, 0.46), rng.random(), rng.uniform(0.5, 0.8)) for _ in range(22)]
    white, spray = (
        stroke("#ffffff", 3, 0.75),
        smoke(site, x, low + 6, rise=60, size=1.1, alpha=0.4, lean=0.0, colour="#ffffff", pace=1.6, puffs=4),
    )

    def live(canvas: skia.Canvas, seconds: float) -> None:
        path = skia.Path()
        for across, start, pace in threads:
            y = top + (low - top - 34) * ((start + seconds * pace) % 1.0)
            path.moveTo(x + across * wide, y)
            path.lineTo(x + across * wide, y + 34)
        canvas.drawPath(path, white)
        spray(canvas, seconds)

    return live


def _vines(site: Site) -> LivePainter:
    rng = site.rng("vines")
    vines = [
        (site.across(share + rng.uniform(-0.03, 0.03)), rng.uniform(0.34, 0.72), rng.uniform(0, math.tau))
        for share in (0.1, 0.27, 0.46, 0.72, 0.88)
    ]
    paint = stroke(site.tone("#4a7a3a", 0.12), 5)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for x, reach, phase in vines:
            sway = 13 * (math.sin(seconds * 0.7 + phase) - math.sin(phase))
            low = site.top + (site.horizon - site.top) * reach
            path = skia.Path()
            path.moveTo(x, site.top)
            path.quadTo(x + 14, (site.top + low) / 2, x + sway, low)
            canvas.drawPath(path, paint)

    return live


def stepped_temple(site: Site, canvas: skia.Canvas, x: float, base: float, haze: float) -> None:
    """Draw a stepped temple of stone, its stair in the middle."""
    stone, size = site.tone("#a89878", haze), 0.8 + 0.2 * site.rise
    for level in range(5):
        wide, y = (210 - 38 * level) * size, base - 48 * level * size
        canvas.drawRect(
            skia.Rect(x - wide, y - 48 * size, x + wide, y),
            fill(stone, shader=linear((x - wide, 0), (x + wide, 0), [site.lit(stone, 0.2), site.shaded(stone, 0.3)])),
        )
        canvas.drawRect(skia.Rect(x - wide - 4, y - 50 * size, x + wide + 4, y - 42 * size), fill(site.lit(stone, 0.2)))
    canvas.drawRect(
        skia.Rect(x - 36 * size, base - 292 * size, x + 36 * size, base - 240 * size), fill(site.shaded(stone, 0.1))
    )
    canvas.drawRect(
        skia.Rect(x - 14 * size, base - 280 * size, x + 14 * size, base - 240 * size), fill(site.shaded(stone, 0.7))
    )
    canvas.drawPath(
        polygon(
            [
                (x - 50 * size, base),
                (x + 50 * size, base),
                (x + 26 * size, base - 240 * size),
                (x - 26 * size, base - 240 * size),
            ]
        ),
        fill(site.shaded(stone, 0.22)),
    )
