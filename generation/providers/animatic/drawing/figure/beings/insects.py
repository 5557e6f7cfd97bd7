"""Those on six or eight legs, and those on thin wings."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth, stroke
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, limb, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .garb import draw_headwear, draw_neckwear
from .pelt import contour, pelt
from .small_faces import draw_small_face


def draw_spider(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    for side in (-1, 1):
        for step in range(4):
            lift = (
                max(0.0, math.sin(math.tau * (motion.stride + step * 0.25 + (0.5 if side > 0 else 0))))
                * 0.14
                * min(1.0, motion.pace)
            )
            x = side * (0.35 + 0.22 * step)
            line(
                canvas,
                [(side * 0.25, -0.62), (x + side * 0.12, -1.0 + 0.10 * step - lift), (x + side * 0.25, -lift)],
                coat.dark,
                0.065,
                tension=0.3,
            )
    disc(canvas, (0.0, -0.70), 0.48, darker(coat.main, 0.1))
    disc(canvas, (0.0, -0.72), 0.46, coat.main)
    draw_small_face(canvas, being, (0.0, -0.70), 0.46, face)
    draw_headwear(canvas, being, (0.0, -0.74), 0.46, face, long=False)


def _thin_wing(canvas: skia.Canvas, root: Point, angle: float, size: Point, colour: str, alpha: float) -> None:
    with turned(canvas, root, angle):
        wing = smooth(
            [
                (0, 0),
                (-size[0] * 0.7, -size[1] * 0.45),
                (-size[0] * 0.55, -size[1]),
                (size[0] * 0.10, -size[1] * 1.02),
                (size[0] * 0.30, -size[1] * 0.4),
            ],
            closed=True,
            tension=0.58,
        )
        canvas.drawPath(wing, fill(colour, alpha))
        canvas.drawPath(wing, stroke(darker(colour, 0.35), 0.02, 0.5))


def draw_bee(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    beat = math.sin(math.tau * motion.stride * 3) * 30 if motion.pace else 6 * motion.wag
    _thin_wing(canvas, (0.0, -1.55), -34 + beat, (0.42, 0.66), "#d8ecf4", 0.65)
    body = smooth(
        [(-0.80, -1.18), (-0.42, -1.58), (0.14, -1.58), (0.42, -1.25), (0.10, -0.90), (-0.42, -0.88)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(coat.main, -1.6, -0.8))
    with clipped(canvas, body):
        for x in (-0.52, -0.16, 0.20):
            blob(
                canvas,
                [
                    (x - 0.09, -1.7),
                    (x + 0.09, -1.7),
                    (x + 0.13, -1.2),
                    (x + 0.06, -0.7),
                    (x - 0.12, -0.7),
                    (x - 0.06, -1.2),
                ],
                coat.marks,
                tension=0.55,
            )
    contour(canvas, body, coat.main, 0.02, 0.4)
    blob(canvas, [(-0.78, -1.24), (-1.0, -1.16), (-0.76, -1.10)], coat.marks, tension=0.3)
    for x in (-0.2, 0.05):
        line(canvas, [(x, -0.92), (x + 0.04, -0.76)], coat.marks, 0.04)
    _thin_wing(canvas, (0.02, -1.52), 4 + beat, (0.46, 0.72), "#e6f4fa", 0.75)
    for side in (-1, 1):
        line(canvas, [(0.44 + side * 0.1, -1.66), (0.52 + side * 0.22, -1.92 + 0.05 * motion.wag)], coat.marks, 0.035)
        disc(canvas, (0.52 + side * 0.22, -1.93 + 0.05 * motion.wag), 0.05, coat.marks)
    disc(canvas, (0.44, -1.36), 0.36, lighter(coat.main, 0.1))
    draw_small_face(canvas, being, (0.44, -1.34), 0.36, face)
    draw_headwear(canvas, being, (0.44, -1.38), 0.36, face, long=False)
    draw_neckwear(canvas, being, (0.30, -1.05), 0.3, motion)


def draw_dragonfly(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    beat = math.sin(math.tau * motion.stride * 3) * 22 if motion.pace else 5 * motion.wag
    for root, angle in (((0.10, -1.45), -42.0), ((0.28, -1.45), -10.0)):
        _thin_wing(canvas, root, angle + beat, (0.28, 0.95), "#cfe9ee", 0.7)
    limb(canvas, [(-1.2, -1.2), (-0.4, -1.32), (0.30, -1.38)], [0.08, 0.13, 0.34], coat.main)
    disc(canvas, (0.56, -1.42), 0.29, coat.main)
    draw_small_face(canvas, being, (0.56, -1.42), 0.30, face)
    draw_headwear(canvas, being, (0.56, -1.42), 0.3, face, long=False)


def draw_butterfly(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    open_share = 0.62 + 0.38 * math.cos(math.tau * motion.stride) if motion.pace else 0.9 + 0.08 * motion.wag
    turned_away = 0.72 if being.view == "side" else 1.0
    for side in (-1, 1):
        with turned(canvas, (0.0, -1.1)):
            canvas.scale(side * open_share * (turned_away if side > 0 else 1.0), 1.0)
            upper = smooth(
                [(0.04, 0.0), (0.30, -0.62), (0.92, -0.92), (1.12, -0.55), (0.80, -0.02), (0.20, 0.14)],
                closed=True,
                tension=0.58,
            )
            lower = smooth(
                [(0.04, 0.05), (0.55, 0.05), (0.90, 0.40), (0.66, 0.82), (0.30, 0.66), (0.06, 0.22)],
                closed=True,
                tension=0.58,
            )
            for path in (lower, upper):
                canvas.drawPath(path, pelt(coat.main, -1.0, 0.9))
                canvas.drawPath(path, stroke(coat.marks, 0.08))
            disc(canvas, (0.74, -0.52), 0.16, coat.pale)
            disc(canvas, (0.56, 0.40), 0.13, coat.pale)
            disc(canvas, (0.94, -0.22), 0.07, coat.pale)
    limb(canvas, [(0.0, -0.45), (0.0, -0.9), (0.02, -1.35)], [0.10, 0.20, 0.22], coat.marks)
    for side in (-1, 1):
        line(canvas, [(0.06 + side * 0.06, -1.66), (0.08 + side * 0.30, -1.98)], coat.marks, 0.035)
        disc(canvas, (0.08 + side * 0.30, -1.99), 0.05, coat.marks)
    disc(canvas, (0.04, -1.50), 0.27, lighter(coat.marks, 0.35))
    draw_small_face(canvas, being, (0.04, -1.50), 0.28, face)
    draw_headwear(canvas, being, (0.04, -1.52), 0.28, face, long=False)


def draw_ladybird(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    for step in range(3):
        lift = max(0.0, math.sin(math.tau * (motion.stride + step * 0.33))) * 0.10 * min(1.0, motion.pace)
        line(canvas, [(-0.30 + 0.3 * step, -0.2), (-0.34 + 0.32 * step, -lift)], coat.marks, 0.07)
    for side in (-1, 1):
        line(canvas, [(0.56 + side * 0.06, -0.80), (0.66 + side * 0.14, -1.05 + 0.04 * motion.wag)], coat.marks, 0.04)
    disc(canvas, (0.52, -0.52), 0.33, coat.marks)
    shell = smooth(
        [(-0.72, -0.18), (-0.50, -0.78), (0.02, -0.95), (0.38, -0.62), (0.34, -0.16)], closed=True, tension=0.58
    )
    canvas.drawPath(shell, pelt(coat.main, -1.0, -0.1))
    contour(canvas, shell, coat.main, 0.03, 0.45)
    line(canvas, [(-0.70, -0.2), (-0.2, -0.55), (0.30, -0.72)], coat.marks, 0.035)
    for x, y, r in (
        (-0.42, -0.60, 0.10),
        (-0.08, -0.78, 0.09),
        (-0.22, -0.30, 0.10),
        (0.14, -0.44, 0.09),
        (-0.52, -0.32, 0.07),
    ):
        disc(canvas, (x, y), r, coat.marks)
    dark = Being(being.species, being.kind, being.coat, being.pose, being.view, being.expression)
    draw_small_face(canvas, dark, (0.54, -0.52), 0.32, face)
    draw_headwear(canvas, being, (0.52, -0.55), 0.33, face, long=False)


def draw_ant(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    for step in range(3):
        lift = max(0.0, math.sin(math.tau * (motion.stride + step * 0.33))) * 0.10 * min(1.0, motion.pace)
        x = -0.12 + 0.16 * step
        line(
            canvas,
            [(x, -0.48), (x - 0.18 + 0.2 * step, -0.62), (x - 0.24 + 0.28 * step, -lift)],
            coat.dark,
            0.06,
            tension=0.3,
        )
    oval(canvas, (-0.55, -0.55), 0.36, 0.27, coat.main)
    oval(canvas, (0.05, -0.52), 0.22, 0.18, coat.main)
    for side in (-1, 1):
        line(canvas, [(0.62 + side * 0.08, -0.95), (0.76 + side * 0.16, -1.22 + 0.05 * motion.wag)], coat.dark, 0.04)
    disc(canvas, (0.58, -0.70), 0.32, coat.main)
    draw_small_face(canvas, being, (0.58, -0.70), 0.33, face)
    draw_headwear(canvas, being, (0.58, -0.72), 0.34, face, long=False)


def draw_bat(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    beat = math.sin(math.tau * motion.stride) * 26 if motion.pace else 6 * motion.wag
    for side in (-1, 1):
        canvas.save()
        canvas.translate(0, -1.15)
        canvas.scale(side, 1)
        canvas.rotate(beat)
        blob(
            canvas,
            [
                (0.15, -0.15),
                (0.65, -0.62),
                (1.35, -0.42),
                (1.42, 0.20),
                (1.12, 0.04),
                (0.92, 0.34),
                (0.66, 0.12),
                (0.42, 0.42),
                (0.15, 0.30),
            ],
            coat.dark,
            tension=0.45,
        )
        for tip in ((1.35, -0.42), (0.92, 0.34), (0.42, 0.42)):
            line(canvas, [(0.60, -0.58), tip], darker(coat.dark, 0.35), 0.025)
        canvas.restore()
    oval(canvas, (0, -1.0), 0.34, 0.46, coat.main)
    for side in (-1, 1):
        blob(canvas, [(side * 0.10, -1.72), (side * 0.42, -2.05), (side * 0.46, -1.55)], coat.main, tension=0.4)
        blob(canvas, [(side * 0.18, -1.72), (side * 0.36, -1.92), (side * 0.38, -1.60)], "#c98a94", tension=0.4)
    disc(canvas, (0, -1.46), 0.42, coat.main)
    draw_small_face(canvas, being, (0, -1.46), 0.42, face)
    draw_neckwear(canvas, being, (0, -1.1), 0.3, motion)
    draw_headwear(canvas, being, (0, -1.48), 0.42, face, long=False)
