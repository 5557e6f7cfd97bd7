"""Those who live in water: fish, whales and dolphins, octopuses, turtles, crabs and seals."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth
from generation.providers.animatic.drawing.figure.colours import darker
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, limb, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .faces import brow, eye, felt, mouth
from .garb import draw_headwear, draw_neckwear
from .pelt import contour, patterned, pelt
from .sea_floor import draw_crab, draw_jellyfish, draw_octopus, draw_turtle

SHAPES: dict[str, tuple[float, Point, float]] = {
    "fish": (1.5, (0.42, -1.0), 2.2), "shark": (2.3, (1.35, -1.35), 5.4), "dolphin": (2.3, (1.25, -1.45), 4.4),
    "whale": (3.4, (2.0, -1.75), 7.6), "octopus": (2.6, (0.0, -1.75), 2.6), "jellyfish": (2.5, (0.0, -1.75), 1.8),
    "crab": (1.3, (0.0, -0.72), 2.4), "turtle": (1.35, (1.05, -0.85), 2.6), "seal": (2.0, (0.78, -1.62), 3.0),
    "seahorse": (2.0, (0.25, -1.6), 1.0),
}  # fmt: skip
"""Height, middle of the head and length of each build, in heads."""


def measure(being: Being, build: str) -> tuple[float, Point, float]:
    """Return height, middle of the head, and length of a being at rest."""
    tall, (x, y), long = SHAPES[build]
    return tall * being.scale, ((x if being.view == "side" else 0.0) * being.scale, y * being.scale), long * being.scale


def draw(canvas: skia.Canvas, being: Being, build: str, face: Face, motion: Motion) -> None:
    """Draw a swimmer over the origin, looking towards +x; fish hover, crabs and turtles stand."""
    canvas.scale(being.scale, being.scale)
    sway = math.sin(math.tau * motion.stride) * 4 * min(1.0, motion.pace)
    if being.view != "side" and build in {"fish", "shark", "dolphin", "whale"}:
        _head_on(canvas, being, build, face, motion)
        return
    with turned(canvas, (0.0, 0.0), sway if build in {"fish", "dolphin", "shark", "whale"} else 0.0):
        _PAINTERS[build](canvas, being, face, motion)


def _fin_swing(motion: Motion, much: float = 14.0) -> float:
    return math.sin(math.tau * motion.stride) * much * min(1.5, motion.pace) + motion.wag * much * 0.6


def _fish(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    with turned(canvas, (-0.62, -0.95), _fin_swing(motion, 18)):
        blob(
            canvas,
            [(0.12, 0.0), (-0.42, -0.50), (-0.56, -0.36), (-0.36, 0.0), (-0.58, 0.38), (-0.40, 0.50)],
            coat.dark,
            tension=0.6,
        )
    blob(canvas, [(-0.35, -1.35), (0.05, -1.80), (0.35, -1.72), (0.40, -1.40)], coat.dark, tension=0.55)
    blob(canvas, [(-0.15, -0.55), (-0.25, -0.20), (0.10, -0.28), (0.2, -0.55)], coat.dark, tension=0.55)
    body = smooth(
        [(-0.75, -0.95), (-0.30, -1.40), (0.35, -1.50), (0.86, -1.12), (0.90, -0.82), (0.40, -0.45), (-0.30, -0.52)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(coat.main, -1.5, -0.3))
    with clipped(canvas, body):
        oval(canvas, (0.15, -0.42), 0.75, 0.30, coat.pale, 0.8)
        if being.coat.pattern == "stripes":
            for x in (-0.32, 0.12):
                blob(
                    canvas,
                    [
                        (x - 0.10, -1.6),
                        (x + 0.12, -1.6),
                        (x + 0.16, -0.95),
                        (x + 0.10, -0.3),
                        (x - 0.12, -0.3),
                        (x - 0.06, -0.95),
                    ],
                    coat.marks,
                    tension=0.55,
                )
        else:
            for step in range(9):
                x, y = -0.42 + (step % 3) * 0.20, -1.18 + (step // 3) * 0.20
                canvas.drawPath(smooth([(x, y - 0.08), (x - 0.06, y), (x, y + 0.08)]), _scale_line(coat.dark))
    contour(canvas, body, coat.main, 0.025, 0.35)
    with turned(canvas, (0.10, -0.82), _fin_swing(motion, 24) + 8):
        blob(canvas, [(0.0, 0.0), (-0.34, 0.02), (-0.42, 0.26), (-0.06, 0.20)], coat.dark, tension=0.55)
    blink = 1.0 if being.pose == "sleep" else face.blink
    eye(canvas, (0.50, -1.10), 0.155, shown, blink, coat.main, inner=1.0)
    brow(canvas, (0.50, -1.10), 0.155, shown, coat.main, 1.0)
    mouth(canvas, (0.80, -0.86), 0.13, shown, face, line=0.03)
    draw_headwear(canvas, being, (0.42, -1.02), 0.46, face, long=True)


def _scale_line(colour: str) -> skia.Paint:
    paint = fill(colour, 0.45)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(0.025)
    return paint


def _shark(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    _long_swimmer(canvas, being, face, motion, shark=True)


def _dolphin(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    _long_swimmer(canvas, being, face, motion, shark=False)


def _long_swimmer(canvas: skia.Canvas, being: Being, face: Face, motion: Motion, *, shark: bool) -> None:
    coat, shown = being.coat, felt(being.expression)
    with turned(canvas, (-1.75, -1.25), _fin_swing(motion, 12)):
        if shark:
            blob(
                canvas,
                [(0.2, -0.05), (-0.55, -0.95), (-0.75, -0.86), (-0.45, -0.05), (-0.70, 0.55), (-0.52, 0.55)],
                coat.main,
                tension=0.5,
            )
        else:
            blob(
                canvas,
                [
                    (0.2, -0.06),
                    (-0.50, -0.30),
                    (-0.72, -0.16),
                    (-0.42, 0.05),
                    (-0.70, 0.30),
                    (-0.40, 0.32),
                    (0.2, 0.12),
                ],
                coat.dark,
                tension=0.55,
            )
    blob(
        canvas,
        [(-0.35, -1.68), (-0.52 if shark else -0.42, -2.42), (-0.28, -2.40), (0.35, -1.80)],
        coat.dark,
        tension=0.5,
    )
    nose = [(2.05, -1.20), (1.75, -1.02)] if shark else [(1.72, -1.30), (2.20, -1.20), (2.22, -1.08), (1.72, -1.00)]
    body = smooth(
        [(-1.95, -1.25), (-0.9, -1.68), (0.4, -1.92), (1.35, -1.78), *nose, (0.8, -0.66), (-0.4, -0.72), (-1.2, -1.02)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(coat.main, -1.9, -0.6))
    with clipped(canvas, body):
        blob(
            canvas,
            [(2.3, -1.14), (1.2, -1.16), (0.0, -0.98), (-1.4, -1.08), (-0.4, -0.4), (1.6, -0.4)],
            coat.pale,
            tension=0.55,
        )
        patterned(canvas, body, coat, being.variant)
    contour(canvas, body, coat.main, 0.03, 0.35)
    with turned(canvas, (0.55, -0.90), _fin_swing(motion, 14) + 10):
        blob(canvas, [(0.2, 0.0), (-0.35, 0.70), (-0.50, 0.66), (-0.25, 0.0)], coat.dark, tension=0.6)
    if shark:
        for step in range(3):
            line(
                canvas,
                [(0.62 - step * 0.14, -1.50), (0.56 - step * 0.14, -1.28), (0.60 - step * 0.14, -1.10)],
                coat.dark,
                0.03,
                0.8,
            )
    blink = 1.0 if being.pose == "sleep" else face.blink
    at = (1.30, -1.46)
    eye(canvas, at, 0.145, shown, blink, coat.main, inner=1.0)
    brow(canvas, at, 0.145, shown, coat.main, 1.0)
    opening = max(face.mouth, shown.gap * 0.7)
    lift = 0.12 * shown.smile
    blob(canvas, [(1.95, -1.14), (1.55, -1.10), (1.18, -1.12 - lift), (1.5, -1.04 + 0.30 * opening), (1.85,
        -1.06 + 0.18 * opening)],
         "#6d2230" if opening > 0.06 else darker(coat.pale, 0.5), tension=0.55)  # fmt: skip
    if shark and opening > 0.06:
        for step in range(4):
            x = 1.30 + step * 0.16
            blob(canvas, [(x - 0.05, -1.11), (x + 0.05, -1.11), (x, -1.02)], "#ffffff", tension=0.2)
    draw_headwear(canvas, being, (1.15, -1.32), 0.6, face, long=True)


def _whale(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    with turned(canvas, (-2.9, -1.9), _fin_swing(motion, 8)):
        blob(canvas, [(0.5, 0.15), (-0.25, -0.15), (-0.75, -1.0), (-1.0, -1.05), (-0.80, -0.35), (-0.55, -0.2),
            (-1.15, -0.35), (-1.30, -0.15), (-0.7, 0.25), (0.0, 0.50)],
             coat.main, tension=0.6)  # fmt: skip
    body = smooth(
        [
            (-3.1, -1.85),
            (-1.9, -2.20),
            (-0.2, -2.95),
            (1.6, -3.05),
            (3.0, -2.35),
            (3.25, -1.45),
            (2.6, -0.45),
            (0.8, -0.05),
            (-1.0, -0.50),
            (-2.3, -1.35),
        ],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(coat.main, -3.0, 0.1))
    with clipped(canvas, body):
        blob(
            canvas,
            [(3.5, -1.25), (2.2, -1.05), (0.6, -0.75), (-1.4, -0.80), (0.0, 0.4), (3.0, 0.4)],
            coat.pale,
            tension=0.55,
        )
        for step in range(5):
            line(
                canvas,
                [(3.1 - step * 0.1, -0.95 + step * 0.17), (1.6, -0.66 + step * 0.15), (0.0, -0.55 + step * 0.12)],
                darker(coat.pale, 0.22),
                0.035,
                0.8,
            )
        patterned(canvas, body, coat, being.variant)
    contour(canvas, body, coat.main, 0.04, 0.35)
    with turned(canvas, (0.75, -0.85), _fin_swing(motion, 12)):
        blob(canvas, [(0.35, 0.0), (-0.30, 0.95), (-0.75, 1.05), (-0.40, 0.1)], coat.dark, tension=0.55)
    for side in (-1, 1):
        line(canvas, [(1.05, -3.05), (1.05 + side * 0.18, -3.45), (1.05 + side * 0.42, -3.40)], "#cfe8f2", 0.10, 0.85)
    blink = 1.0 if being.pose == "sleep" else face.blink
    at = (2.15, -1.72)
    eye(canvas, at, 0.20, shown, blink, coat.main, inner=1.0)
    brow(canvas, at, 0.20, shown, coat.main, 1.0)
    opening = max(face.mouth, shown.gap * 0.7)
    line(canvas, [(3.22, -1.30), (2.75, -1.18), (2.15, -1.30 - 0.16 * shown.smile)], darker(coat.main, 0.5), 0.06)
    if opening > 0.06:
        blob(
            canvas,
            [(3.22, -1.28), (2.7, -1.20), (2.2, -1.26), (2.6, -1.02 + 0.42 * opening), (3.05, -1.08 + 0.30 * opening)],
            "#6d2230",
            tension=0.55,
        )
    draw_headwear(canvas, being, (1.5, -2.1), 1.0, face, long=False)


def _head_on(canvas: skia.Canvas, being: Being, build: str, face: Face, motion: Motion) -> None:
    """Draw a fish or a whale from before or behind."""
    _, (_, y), _ = SHAPES[build]
    coat, shown = being.coat, felt(being.expression)
    radius = {"fish": 0.46, "shark": 0.66, "dolphin": 0.62, "whale": 1.45}[build]
    swing = _fin_swing(motion, 10)
    if being.view == "back":
        blob(
            canvas,
            [
                (-radius * 0.2, y),
                (-radius * 0.9, y - radius * 1.0),
                (0.0, y - radius * 0.4),
                (radius * 0.9, y - radius * 1.0),
                (radius * 0.2, y),
            ],
            coat.dark,
            tension=0.5,
        )
    for side in (-1, 1):
        with turned(canvas, (side * radius * 0.8, y + radius * 0.3), side * (18 + swing)):
            blob(
                canvas,
                [
                    (0, -0.1),
                    (side * radius * 0.9, radius * 0.3),
                    (side * radius * 0.8, radius * 0.55),
                    (0, radius * 0.3),
                ],
                coat.dark,
                tension=0.55,
            )
    blob(
        canvas,
        [(-radius * 0.16, y - radius * 0.8), (0.0, y - radius * 1.6), (radius * 0.16, y - radius * 0.8)],
        coat.dark,
        tension=0.6,
    )
    body = smooth([(0, y - radius), (radius * 0.9, y - radius * 0.4), (radius, y + radius * 0.35), (0, y + radius),
        (-radius, y + radius * 0.35), (-radius * 0.9, y - radius * 0.4)],
                  closed=True, tension=0.58)  # fmt: skip
    canvas.drawPath(body, pelt(coat.main, y - radius, y + radius))
    with clipped(canvas, body):
        if being.view == "front":
            oval(canvas, (0, y + radius * 0.8), radius * 0.9, radius * 0.66, coat.pale)
    contour(canvas, body, coat.main, 0.03, 0.35)
    if being.view == "back":
        return
    for side in (-1, 1):
        at = (side * radius * 0.52, y - radius * 0.16)
        eye(canvas, at, radius * 0.20, shown, face.blink, coat.main, inner=-side)
        brow(canvas, at, radius * 0.20, shown, coat.main, -side)
    mouth(canvas, (0, y + radius * 0.34), radius * 0.38, shown, face, line=0.04)


def _seal(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    with turned(canvas, (-1.3, -0.2), _fin_swing(motion, 10)):
        blob(
            canvas,
            [(0.2, 0.05), (-0.45, -0.35), (-0.55, -0.18), (-0.35, -0.02), (-0.55, 0.10), (0.2, 0.16)],
            coat.dark,
            tension=0.6,
        )
    body = smooth(
        [
            (-1.4, -0.14),
            (-0.7, -0.66),
            (0.15, -0.90),
            (0.50, -1.60),
            (0.80, -2.0),
            (1.15, -1.75),
            (1.12, -1.30),
            (0.95, -0.40),
            (0.5, -0.02),
            (-0.6, -0.02),
        ],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(coat.main, -2.0, 0.0))
    patterned(canvas, body, coat, being.variant)
    contour(canvas, body, coat.main, 0.03, 0.35)
    with turned(canvas, (0.55, -0.42), _fin_swing(motion, 12)):
        blob(canvas, [(-0.05, 0.0), (0.22, 0.0), (0.52, 0.42), (0.05, 0.42)], coat.dark, tension=0.55)
    oval(canvas, (1.06, -1.52), 0.22, 0.16, coat.pale)
    for dx, size in ((0.74, 0.10), (1.02, 0.085)):
        eye(canvas, (dx, -1.72), size, shown, 1.0 if being.pose == "sleep" else face.blink, coat.main, inner=1.0)
    brow(canvas, (0.74, -1.72), 0.10, shown, coat.main, 1.0)
    oval(canvas, (1.18, -1.60), 0.08, 0.06, "#241c20")
    mouth(canvas, (1.06, -1.44), 0.13, shown, face, line=0.03)
    draw_neckwear(canvas, being, (0.72, -1.15), 0.45, motion)
    draw_headwear(canvas, being, (0.80, -1.62), 0.42, face, long=False)


def _seahorse(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    limb(
        canvas,
        [(0.10, -1.5), (-0.12, -1.0), (0.06, -0.55), (0.0, -0.22), (0.20, -0.08), (0.26, -0.24)],
        [0.34, 0.52, 0.36, 0.20, 0.14, 0.09],
        coat.main,
    )
    with turned(canvas, (-0.30, -0.95), _fin_swing(motion, 20)):
        blob(canvas, [(0.05, -0.2), (-0.28, -0.1), (-0.26, 0.2), (0.05, 0.15)], coat.dark, tension=0.55)
    disc(canvas, (0.18, -1.65), 0.26, coat.main)
    limb(canvas, [(0.3, -1.62), (0.68, -1.52)], [0.2, 0.14], coat.main)
    eye(canvas, (0.24, -1.70), 0.10, shown, face.blink, coat.main, inner=1.0)
    brow(canvas, (0.24, -1.70), 0.10, shown, coat.main, 1.0)


_PAINTERS = {
    "fish": _fish, "shark": _shark, "dolphin": _dolphin, "whale": _whale, "octopus": draw_octopus,
    "jellyfish": draw_jellyfish,
    "crab": draw_crab, "turtle": draw_turtle, "seal": _seal, "seahorse": _seahorse,
}  # fmt: skip
