"""Places in the clouds, as dreams and heavens are."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, smooth, stroke

from . import air, growing
from .life import dots
from .site import Plane, Site


def dream(site: Site) -> list[Plane]:
    """Draw a place in the clouds: heaps of cloud under an open sky, floating islands or gates of gold."""
    y, gate = site.horizon + 40, site.variant("landmark", 2) == 0 or site.has("heaven", "gate", "gates")

    def far(canvas: skia.Canvas) -> None:
        air.sky(site, canvas)
        tint = mix(site.light.sky[2], site.grade.colour("#c8a0e8"), 0.4)
        canvas.drawPaint(fill(tint, 0.24))
        source = (site.across(0.66), site.horizon * 0.4)
        glow(canvas, source, 420, "#fff2d8", 0.5)

    def landmark(canvas: skia.Canvas) -> None:
        x = site.across(0.66)
        if gate:
            gold = site.tone("#e0b85a", 0.2)
            for dx in (-120, 120):
                canvas.drawRect(
                    skia.Rect(x + dx - 20, y - 260, x + dx + 20, y + 30),
                    fill(
                        gold,
                        shader=linear(
                            (x + dx - 20, 0), (x + dx + 20, 0), [site.lit(gold, 0.4), site.shaded(gold, 0.3)]
                        ),
                    ),
                )
                canvas.drawCircle(x + dx, y - 278, 24, fill(gold))
            canvas.drawPath(
                smooth(
                    [(x - 110, y - 190), (x - 60, y - 250), (x, y - 280), (x + 60, y - 250), (x + 110, y - 190)],
                    tension=1,
                ),
                stroke(gold, 10),
            )
            for index in range(-4, 5):
                canvas.drawLine(
                    x + index * 22, y - 190 - 60 * math.cos(index * 0.35), x + index * 22, y + 20, stroke(gold, 5)
                )
            return
        for dx, dy, size in ((0, -150, 1.0), (-330, -230, 0.5)):
            rock = site.tone("#8a7a8a", 0.25)
            shape = [(-150, 0), (150, 0), (90, 60), (30, 130), (-20, 160), (-80, 80)]
            canvas.drawPath(
                smooth([(x + dx + px * size, y + dy + py * size) for px, py in shape], closed=True, tension=0.4),
                fill(
                    rock,
                    shader=linear((0, y + dy), (0, y + dy + 160 * size), [site.lit(rock, 0.2), site.shaded(rock, 0.4)]),
                ),
            )
            canvas.drawRRect(
                skia.RRect.MakeRectXY(
                    skia.Rect.MakeXYWH(x + dx - 156 * size, y + dy - 14 * size, 312 * size, 30 * size), 14, 14
                ),
                fill(site.tone("#7ab06a", 0.2)),
            )
            growing.broadleaf(
                site, canvas, site.rng(f"isle {dx}"), x + dx + 30 * size, y + dy - 8, 170 * size, "#8ac07a", 0.2
            )

    def heap(canvas: skia.Canvas, base: float, name: str, size: float, pale: float) -> None:
        rng = site.rng(name)
        colour = mix(mix("#ffffff", site.light.sky[3], 0.25), site.light.sky[1], pale)
        path = skia.Path()
        x = site.left - 60
        while x < site.right + 60:
            reach = size * rng.uniform(0.6, 1.2)
            path.addCircle(x, base + size * 0.4, reach)
            x += size * 0.7
        path.addRect(skia.Rect(site.left - 60, base + size * 0.4, site.right + 60, site.bottom + 20))
        canvas.drawPath(
            path,
            fill(
                colour,
                shader=linear(
                    (0, base - size),
                    (0, base + size * 2.6),
                    [mix(colour, site.light.key, 0.5), mix(colour, site.light.sky[1], 0.45)],
                ),
            ),
        )

    rng = site.rng("lights")
    lights = [
        (rng.uniform(site.left, site.right), rng.random(), rng.uniform(0.02, 0.05), rng.uniform(3, 8))
        for _ in range(24)
    ]

    def sparkle(canvas: skia.Canvas, seconds: float) -> None:
        for x, start, pace, size in lights:
            rise = (start + seconds * pace) % 1.0
            dots(
                canvas,
                [(x + 16 * math.sin(seconds * 0.6 + x), site.height * (1.05 - rise))],
                stroke("#fff6dc", size, 0.75 * math.sin(math.pi * rise)),
            )

    return [
        Plane("sky", 0.06, far),
        Plane("clouds behind", 0.2, lambda canvas: heap(canvas, y - 60, "far heap", 90, 0.45)),
        Plane("landmark", 0.36, landmark),
        Plane("clouds", 0.6, lambda canvas: heap(canvas, y + 10, "heap", 110, 0.16)),
        Plane("cloud floor", 0.72, lambda canvas: heap(canvas, y + 120, "near heap", 130, 0.0)),
        Plane.living("lights", 1.1, sparkle),
    ]
