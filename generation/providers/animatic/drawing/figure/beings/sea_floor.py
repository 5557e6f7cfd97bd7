"""Those who creep and drift in the sea: octopuses, jellyfish, crabs and turtles."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, limb, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .faces import brow, eye, felt, mouth
from .garb import draw_headwear, draw_neckwear
from .pelt import contour, pelt


def draw_octopus(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    for order in (0, 1):
        for step in range(4):
            index = step * 2 + order
            side = -1 if index % 2 else 1
            wave = (
                math.sin(math.tau * (motion.stride + index * 0.13))
                * 0.16
                * min(1.0, motion.pace + 0.3 * abs(motion.wag))
                + 0.06 * motion.wag
            )
            out = 0.20 + 0.36 * (index // 2)
            joints: list[Point] = [
                (side * (0.16 + 0.12 * (index // 2)), -1.15), (side * (out + 0.10 + wave), -0.58 + 0.06 * order),
                (side * (out + 0.34 - wave), -0.14 + 0.03 * (index // 2)), (side * (out + 0.62 + wave * 0.5),
                -0.30 + 0.04 * (index // 2)),
            ]  # fmt: skip
            tone = darker(coat.main, 0.26 if order == 0 else 0.06)
            limb(canvas, joints, [0.34, 0.24, 0.16, 0.07], tone)
            for x, y in joints[1:3]:
                disc(canvas, (x, y + 0.06), 0.045, coat.pale)
    _dome_face(
        canvas,
        being,
        face,
        motion,
        [
            (0, -2.62),
            (0.72, -2.30),
            (0.86, -1.65),
            (0.55, -1.0),
            (0, -0.9),
            (-0.55, -1.0),
            (-0.86, -1.65),
            (-0.72, -2.30),
        ],
    )


def draw_jellyfish(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    for step in range(6):
        x = -0.55 + step * 0.22
        sway = math.sin(math.tau * (motion.stride + step * 0.15)) * 0.12 * (0.4 + min(1.0, motion.pace))
        line(canvas, [(x, -1.2), (x + sway, -0.8), (x - sway, -0.4), (x + sway, -0.05)], coat.pale, 0.07, 0.75)
    _dome_face(
        canvas,
        being,
        face,
        motion,
        [
            (0, -2.5),
            (0.70, -2.15),
            (0.92, -1.5),
            (0.80, -1.22),
            (0.4, -1.32),
            (0, -1.2),
            (-0.4, -1.32),
            (-0.80, -1.22),
            (-0.92, -1.5),
            (-0.70, -2.15),
        ],
    )


def _dome_face(canvas: skia.Canvas, being: Being, face: Face, motion: Motion, points: list[Point]) -> None:
    coat, shown = being.coat, felt(being.expression)
    lift = motion.bob * 0.02
    dome = smooth([(x * (1 - lift), y * (1 + lift * 0.4)) for x, y in points], closed=True, tension=0.58)
    canvas.drawPath(dome, pelt(coat.main, -2.6, -0.9))
    with clipped(canvas, dome):
        for x, y, r in ((-0.42, -2.30, 0.14), (0.40, -2.36, 0.11), (0.62, -2.0, 0.08), (-0.66, -1.95, 0.09)):
            disc(canvas, (x, y), r, lighter(coat.main, 0.30), 0.7)
    contour(canvas, dome, coat.main, 0.03, 0.35)
    if being.view != "back":
        shift = 0.16 if being.view == "side" else 0.0
        for side in (-1, 1):
            at = (shift + side * 0.30, -1.72)
            eye(canvas, at, 0.19, shown, 1.0 if being.pose == "sleep" else face.blink, coat.main, inner=-side)
            brow(canvas, at, 0.19, shown, coat.main, -side)
        mouth(canvas, (shift, -1.36), 0.22, shown, face, line=0.04)
    draw_headwear(canvas, being, (0, -1.75), 0.8, face, long=False)
    draw_neckwear(canvas, being, (0, -1.08), 0.55, motion)


def draw_crab(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    for side in (-1, 1):
        for step in range(3):
            lift = max(0.0, math.sin(math.tau * (motion.stride + step * 0.33))) * 0.12 * min(1.0, motion.pace)
            x = side * (0.45 + 0.12 * step)
            line(
                canvas,
                [(x, -0.42), (x + side * 0.32, -0.52 - lift), (x + side * 0.40, -0.02 - lift)],
                coat.dark,
                0.09,
                tension=0.2,
            )
        reach = -0.05 * motion.wag * side
        line(canvas, [(side * 0.6, -0.55), (side * 0.95, -0.80), (side * 0.98, -1.02 + reach)], coat.main, 0.14)
        with turned(canvas, (side * 1.0, -1.14 + reach), side * 16):
            blob(
                canvas,
                [
                    (-0.22, 0.12),
                    (-0.24, -0.14),
                    (0.0, -0.34),
                    (0.02, -0.10),
                    (0.10, -0.32),
                    (0.26, -0.10),
                    (0.20, 0.14),
                ],
                coat.main,
                tension=0.6,
            )
        line(canvas, [(side * 0.22, -0.72), (side * 0.26, -0.98)], coat.main, 0.09)
    shell = smooth(
        [(0, -0.92), (0.62, -0.76), (0.78, -0.46), (0.45, -0.18), (-0.45, -0.18), (-0.78, -0.46), (-0.62, -0.76)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(shell, pelt(coat.main, -0.9, -0.1))
    contour(canvas, shell, coat.main, 0.03, 0.4)
    if being.view != "back":
        for side in (-1, 1):
            eye(canvas, (side * 0.26, -1.04), 0.15, shown, face.blink, coat.main, inner=-side)
            brow(canvas, (side * 0.26, -1.04), 0.15, shown, coat.main, -side)
        mouth(canvas, (0, -0.50), 0.22, shown, face, line=0.04)
    draw_headwear(canvas, being, (0, -0.62), 0.5, face, long=False)


def draw_turtle(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    swims = being.pose == "swim"
    for near in (False, True):
        tone = coat.main if near else darker(coat.main, 0.3)
        for x, phase in ((-0.55, 0.0), (0.55, 0.5)):
            moment = math.sin(math.tau * (motion.stride + phase + (0.25 if near else 0.0))) * min(1.0, motion.pace)
            if swims:
                with turned(canvas, (x, -0.5), 30 + moment * 26):
                    oval(canvas, (0, 0.3), 0.17, 0.42, tone)
            else:
                limb(
                    canvas,
                    [(x + (0.06 if near else -0.06), -0.5), (x + moment * 0.2, -0.14 - max(0.0, moment) * 0.08)],
                    [0.36, 0.32],
                    tone,
                )
        if not near:
            continue
    asleep = being.pose in {"sleep", "hide", "fear"}
    head = (1.05 - (0.42 if asleep else 0.0), -0.85 + (0.40 if asleep else 0.0))
    blob(canvas, [(-0.9, -0.4), (-1.25, -0.28), (-0.9, -0.2)], coat.main)
    limb(canvas, [(0.55, -0.5), (0.85, -0.62), head], [0.40, 0.32, 0.30], coat.main)
    shell = smooth(
        [(-1.0, -0.34), (-0.85, -0.82), (-0.30, -1.28), (0.35, -1.24), (0.80, -0.80), (0.92, -0.36), (0.0, -0.24)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(shell, pelt(coat.dark, -1.3, -0.2))
    with clipped(canvas, shell):
        for x, y in ((-0.55, -0.72), (-0.05, -0.95), (0.45, -0.72), (-0.28, -0.5), (0.22, -0.5)):
            blob(canvas, [(x - 0.19, y), (x - 0.10, y - 0.18), (x + 0.12, y - 0.18), (x + 0.20, y), (x + 0.10,
                y + 0.17), (x - 0.10, y + 0.17)],
                 lighter(coat.dark, 0.18), tension=0.4)  # fmt: skip
        canvas.drawRect(skia.Rect(-1.2, -0.42, 1.2, -0.1), fill(coat.pale))
    contour(canvas, shell, coat.dark, 0.03, 0.4)
    with turned(canvas, head, motion.head * 8):
        oval(canvas, (0.02, -0.02), 0.34, 0.29, coat.main)
        for dx, size in ((0.0, 0.10), (0.20, 0.085)):
            eye(canvas, (dx, -0.10), size, shown, 1.0 if asleep else face.blink, coat.main, inner=1.0)
        brow(canvas, (0.0, -0.10), 0.10, shown, coat.main, 1.0)
        mouth(canvas, (0.16, 0.10), 0.13, shown, face, line=0.025)
    draw_neckwear(canvas, being, (head[0] - 0.22, head[1] + 0.22), 0.24, motion)
    draw_headwear(canvas, being, head, 0.36, face, long=False)
