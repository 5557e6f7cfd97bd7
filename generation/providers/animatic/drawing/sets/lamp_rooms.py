"""The lamp room of a lighthouse."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    linear,
    mix,
    polygon,
    rounded,
    smooth,
    stroke,
)

from . import furniture, room
from .life import halo
from .site import Plane, Site


def lamp_room(site: Site) -> list[Plane]:
    """Draw the lamp room of a lighthouse: the great lens that turns, panes all round over the sea, an iron rail."""
    low = site.floor
    step = 190.0

    def outside(canvas: skia.Canvas) -> None:
        room.outside_view(site, canvas, site.left, site.top, site.span, site.bottom - site.top, city=False, sun=True)
        sea = mix(site.outside.sky[3], site.grade.colour("#1f4a6c"), 0.65)
        area = skia.Rect(site.left, low - 210, site.right, site.bottom)
        canvas.drawRect(
            area,
            fill(
                sea,
                shader=linear(
                    (0, low - 210), (0, low), [mix(sea, site.outside.sky[3], 0.4), mix(sea, site.outside.shade, 0.4)]
                ),
            ),
        )

    def frames(canvas: skia.Canvas) -> None:
        iron = site.tone("#2f3a40")
        for index in range(int(site.span / step) + 2):
            x = site.at(0.5) + (index - int(site.span / step / 2) - 0.5) * step
            canvas.drawRect(skia.Rect(x - 8, site.top, x + 8, low), fill(iron))
        for y in (low - 420, low - 210):
            canvas.drawRect(skia.Rect(site.left, y, site.right, y + 9), fill(iron))
        canvas.drawRect(skia.Rect(site.left, low - 96, site.right, low), fill(site.tone("#c8423b")))
        canvas.drawRect(skia.Rect(site.left, low - 100, site.right, low - 88), fill(site.lit(iron, 0.2)))
        roof = site.tone("#8a3a34")
        canvas.drawPath(
            smooth(
                [
                    (site.left, site.top),
                    (site.left, low - 470),
                    (site.at(0.5), max(site.top + 20, low - 590)),
                    (site.right, low - 470),
                    (site.right, site.top),
                ],
                closed=True,
                tension=0.6,
            ),
            fill(roof, shader=linear((0, site.top), (0, low - 470), [site.shaded(roof, 0.6), roof])),
        )

    def ground(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#6a5a4a")

    def lens(canvas: skia.Canvas) -> None:
        x, brass, glass = site.at(0.5), site.tone("#c9a04a"), mix("#ffffff", site.light.ambient, 0.4)
        furniture.solid(site, canvas, x - 76, low - 60, 152, 84, site.tone("#3f5a52"), 6)
        for level in range(9):
            wide = 92 - 5.6 * abs(level - 4) ** 1.5
            y = low - 86 - level * 30
            canvas.drawRRect(
                rounded(x - wide, y - 22, wide * 2, 26, 9),
                fill(
                    glass,
                    shader=linear(
                        (x - wide, 0),
                        (x + wide, 0),
                        [mix(glass, site.light.shade, 0.35), "#ffffff", mix(glass, site.light.shade, 0.3)],
                    ),
                ),
            )
            canvas.drawRRect(rounded(x - wide, y - 22, wide * 2, 26, 9), stroke(brass, 2.4, 0.8))
        furniture.solid(site, canvas, x - 60, low - 386, 120, 20, brass, 6)

    def beam(canvas: skia.Canvas, seconds: float) -> None:
        x, y, lit = site.at(0.5), low - 206, 0.35 + 0.65 * site.light.lamps
        halo(canvas, x, y, 170, "#fff2c0", 0.75 * lit)
        for side in (0.0, math.pi):
            turn = math.cos(seconds * 0.9 + 0.5 + side)
            reach = site.span * 0.9 * turn
            width = 26 + 44 * abs(turn)
            path = polygon([(x, y - 22), (x + reach, y - width * 2), (x + reach, y + width * 2), (x, y + 22)])
            fade = linear((x, y), (x + reach + 0.01, y), [("#fff2c0", 0.5 * lit), ("#fff2c0", 0.04)])
            canvas.drawPath(path, fill("#fff2c0", shader=fade))

    return [
        Plane("outside", 0.2, outside),
        Plane("panes", 0.5, frames),
        Plane("floor", 0.68, ground),
        Plane("lens", 0.72, lens),
        Plane.living("beam", 0.74, beam),
    ]
