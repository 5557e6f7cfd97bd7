"""Clothes of those who go upright: coats, dresses, capes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from generation.providers.animatic.drawing.canvas import smooth
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, disc, line

from .being import Being, Motion
from .pelt import pelt

if TYPE_CHECKING:
    from .upright import Stance, Upright


def draw_clothes(canvas: skia.Canvas, being: Being, build: Upright, stance: Stance, shift: float) -> None:
    (hx, hy), (nx, ny) = stance.hip, stance.neck
    wide, front = max(build.chest, build.hips) * 1.4, being.view != "back"
    for garb in being.garbs:
        colour = garb.colour
        if garb.kind in {"coat", "sweater", "robe", "vest"}:
            low = hy + build.hips if garb.kind in {"coat", "robe"} else hy - build.hips * 0.25
            canvas.drawRect(skia.Rect(hx - wide, ny - 1, nx + wide, low), pelt(colour, ny, hy + build.hips))
            if not front:
                continue
            if garb.kind in {"coat", "vest"}:
                opening = [
                    (nx + shift - 0.16, ny - 0.1),
                    (nx + shift + 0.26, ny - 0.1),
                    (hx + shift + 0.05, (hy + ny) / 2 + 0.1),
                ]
                blob(canvas, opening, "#f3ecdd", tension=0.2)
                line(
                    canvas,
                    [(hx + shift + 0.05, (hy + ny) / 2 + 0.05), (hx + shift + 0.05, low)],
                    darker(colour, 0.4),
                    0.04,
                )
                for step in range(3):
                    disc(
                        canvas, (hx + shift + 0.14, (hy + ny) / 2 + 0.14 + step * build.torso * 0.16), 0.045, "#e0b443"
                    )
            elif garb.kind == "sweater":
                for step in range(3):
                    y = ny + build.torso * (0.35 + 0.2 * step)
                    line(
                        canvas,
                        [(hx - wide, y), (hx + shift, y + 0.08), (hx + wide, y)],
                        lighter(colour, 0.3),
                        0.06,
                        0.7,
                    )
        elif garb.kind == "overalls":
            canvas.drawRect(
                skia.Rect(hx - wide, (hy + ny) / 2 + build.torso * 0.06, nx + wide, hy + 2),
                pelt(colour, ny, hy + build.hips),
            )
            if front:
                blob(canvas, [(nx + shift - build.chest * 0.4, ny + build.torso * 0.34),
                    (nx + shift + build.chest * 0.4, ny + build.torso * 0.34),
                              (nx + shift + build.chest * 0.45, hy), (nx + shift - build.chest * 0.45, hy)], colour,
                              tension=0.2)  # fmt: skip
            for side in (-1, 1):
                line(
                    canvas,
                    [
                        (nx + shift + side * build.chest * 0.42, ny),
                        (nx + shift + side * build.chest * 0.36, (hy + ny) / 2),
                    ],
                    colour,
                    0.10,
                )
        elif garb.kind == "apron" and front:
            blob(canvas, [(nx + shift - build.chest * 0.4, ny + build.torso * 0.25), (nx + shift + build.chest * 0.4,
                ny + build.torso * 0.25),
                          (hx + shift + build.hips * 0.8, hy + build.hips), (hx + shift - build.hips * 0.8,
                          hy + build.hips)], colour, tension=0.3)  # fmt: skip


def draw_skirted(canvas: skia.Canvas, being: Being, build: Upright, stance: Stance) -> None:
    garb = being.worn("robe", "coat")
    if not garb or stance.pose in {"sit", "read", "drive", "type", "drink", "eat", "sleep", "lie", "rest"}:
        return
    (hx, hy) = stance.hip
    low = hy + build.leg * (0.86 if garb.kind == "robe" else 0.30)
    path = smooth([(hx - build.hips * 0.98, hy - build.hips * 0.3), (hx + build.hips * 1.0, hy - build.hips * 0.3),
                   (hx + build.hips * 1.22, low), (hx, low + 0.08), (hx - build.hips * 1.22, low)], closed=True,
                   tension=0.6)  # fmt: skip
    canvas.drawPath(path, pelt(garb.colour, hy - build.hips * 1.6, low))


def draw_cape(canvas: skia.Canvas, build: Upright, stance: Stance, colour: str, motion: Motion) -> None:
    flow = 0.14 * motion.wag + 0.3 * motion.pace
    (hx, hy), (nx, ny) = stance.hip, stance.neck
    path = smooth([(nx - build.chest * 0.7, ny + 0.1), (nx + build.chest * 0.6, ny + 0.1), (hx + build.hips * 0.9,
        hy + build.leg * 0.5),
                   (hx - build.hips * 1.5 - flow, hy + build.leg * 0.55 - flow * 0.4)], closed=True,
                   tension=0.5)  # fmt: skip
    canvas.drawPath(path, pelt(darker(colour, 0.1), ny, hy + build.leg * 0.5))
