"""The ice of the far north: ranges, blocks, drifts, a shelter, northern lights."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, polygon, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, wild_life
from .life import halo, pulse, shining, together
from .site import Plane, Site


def snowfield(site: Site) -> list[Plane]:
    """Draw the ice of the far north: white ranges, ice blocks, drifts of snow that blow, a hut or a tent."""
    base = site.horizon + 10

    def far(canvas: skia.Canvas) -> None:
        for index, (tall, haze) in enumerate(((200, 0.55), (110, 0.3))):
            air.ridge(site, canvas, f"ice {index}", base + 6, tall * site.rise, site.tone("#b8cfe0", haze), jagged=True)

    def snow(canvas: skia.Canvas) -> None:
        white = site.tone("#f2f7fb")
        area = skia.Rect(site.left, base, site.right, site.bottom)
        canvas.drawRect(
            area,
            fill(
                white,
                shader=linear(
                    (0, base), (0, site.bottom), [site.tone("#dce8f2", 0.2), white, site.shaded(white, 0.22)]
                ),
            ),
        )
        rng = site.rng("drifts")
        for _ in range(9):
            x, near = rng.uniform(site.left, site.right), rng.random()
            y, wide = base + 24 + 230 * near, 120 + 260 * near
            canvas.drawPath(
                smooth([(x - wide, y + 8), (x - wide * 0.2, y - 14 - 16 * near), (x + wide, y + 8)], tension=1),
                stroke(site.shaded(white, 0.2), 3 + 5 * near, 0.4, blur=2),
            )

    def things(canvas: skia.Canvas) -> None:
        ice = site.tone("#a8d0e6", 0.06)
        for share, size in ((0.07, 110), (0.16, 60), (0.92, 130)):
            x, foot = site.across(share), base + 70
            for points, shade in (
                ([(-1, 0), (-0.7, -0.9), (-0.1, -1.3), (0.05, 0)], 0.25),
                ([(0.05, 0), (-0.1, -1.3), (0.6, -0.8), (0.95, 0)], -0.2),
            ):
                colour = site.lit(ice, shade) if shade > 0 else site.shaded(ice, -shade)
                canvas.drawPath(polygon([(x + size * dx, foot + size * dy) for dx, dy in points]), fill(colour))
        x, foot = site.across(0.72), base + 64
        if site.variant("shelter", 2):
            white = site.tone("#e8f2f8", 0.03)
            canvas.drawPath(
                smooth(
                    [(x - 100, foot), (x - 92, foot - 70), (x, foot - 112), (x + 92, foot - 70), (x + 100, foot)],
                    closed=True,
                    tension=0.6,
                ),
                fill(
                    white, shader=linear((x - 100, 0), (x + 100, 0), [site.lit(white, 0.2), site.shaded(white, 0.25)])
                ),
            )
            for level in (30, 60, 88):
                canvas.drawLine(
                    x - 92 + level * 0.5,
                    foot - level,
                    x + 92 - level * 0.5,
                    foot - level,
                    stroke(site.shaded(white, 0.3), 2, 0.7),
                )
            canvas.drawOval(skia.Rect(x - 26, foot - 50, x + 26, foot + 26), fill(site.shaded(white, 0.6)))
        else:
            tent = site.tone("#e0702f", 0.04)
            canvas.drawPath(
                polygon([(x - 100, foot), (x - 8, foot - 120), (x + 96, foot)]),
                fill(tent, shader=linear((x - 100, 0), (x + 96, 0), [site.lit(tent, 0.25), site.shaded(tent, 0.3)])),
            )
            canvas.drawPath(
                polygon([(x - 34, foot), (x - 8, foot - 116), (x + 16, foot)]), fill(site.shaded(tent, 0.6))
            )
        if site.light.lamps:
            halo(canvas, x, foot - 10, 150, "#ffb45a", 0.6 * site.light.lamps)

    movers: list[LivePainter] = [wild_life.blown_sand(site, "#ffffff")]
    sky = _aurora(site) if site.night and site.light.weather == "clear" else []
    return [
        *air.heavens(site), *sky, Plane("ice", 0.25, far), Plane("snow", 0.68, snow),
        Plane("blocks", 0.72, things), Plane.living("blown snow", 0.76, together(*movers)),
    ]  # fmt: skip


def _aurora(site: Site) -> list[Plane]:
    """Return curtains of light in the sky; each swells and fades by itself."""

    def curtain(band: int, colour: str) -> Plane:
        def paint(canvas: skia.Canvas) -> None:
            top, low = [], []
            y = site.horizon * (0.30 + 0.12 * band)
            for step in range(25):
                x = site.left + site.span * step / 24
                wave = 30 * math.sin(step * 0.45 + band * 2) + 16 * math.sin(step * 0.9)
                top.append((x, y + wave - 110))
                low.append((x, y + wave))
            fade = linear((0, y - 130), (0, y + 40), [(colour, 0), (colour, 0.34), (colour, 0)], [0, 0.7, 1])
            canvas.drawPath(smooth([*top, *reversed(low)], closed=True, tension=0.6), fill(colour, shader=fade, blur=6))

        return Plane("northern lights", 0.1, paint, drift=shining(pulse(site.rng(f"light {band}"), 5.0 + 2 * band)))

    return [curtain(band, colour) for band, colour in enumerate(("#5affb0", "#5ad8f0"))]
