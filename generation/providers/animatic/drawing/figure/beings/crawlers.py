"""Small folk: frogs, snakes, snails, spiders, and what flies on thin wings."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, smooth, stroke
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, limb, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .faces import brow, eye, felt, mouth
from .garb import draw_headwear, draw_neckwear, draw_on_back
from .insects import draw_ant, draw_bat, draw_bee, draw_butterfly, draw_dragonfly, draw_ladybird, draw_spider
from .pelt import contour, patterned, pelt
from .small_faces import draw_small_face, lids_of

SHAPES: dict[str, tuple[float, Point, float]] = {
    "frog": (1.35, (0.34, -1.0), 1.5), "snake": (1.9, (0.75, -1.5), 2.6), "worm": (1.0, (0.55, -0.72), 1.6),
    "snail": (1.3, (0.72, -0.95), 1.8), "spider": (1.3, (0.0, -0.78), 2.2), "bee": (1.9, (0.42, -1.35), 1.6),
    "butterfly": (2.0, (0.18, -1.5), 2.2), "ladybird": (1.1, (0.52, -0.55), 1.3), "ant": (1.1, (0.66, -0.72), 1.7),
    "bat": (2.0, (0.0, -1.45), 2.8), "dragonfly": (1.9, (0.55, -1.4), 2.2),
}  # fmt: skip
"""Height, middle of the head and length of each build, in heads."""


def measure(being: Being, build: str) -> tuple[float, Point, float]:
    """Return height, middle of the head, and length of a being at rest."""
    tall, (x, y), long = SHAPES[build]
    return tall * being.scale, ((x if being.view == "side" else 0.0) * being.scale, y * being.scale), long * being.scale


def draw(canvas: skia.Canvas, being: Being, build: str, face: Face, motion: Motion) -> None:
    """Draw one of the small folk over the origin, looking towards +x or towards us."""
    canvas.scale(being.scale, being.scale)
    if build in {"bee", "butterfly", "bat", "dragonfly"}:
        hover = math.sin(math.tau * motion.stride) * 0.10 * min(1.0, motion.pace) - motion.bob * 0.03
        canvas.translate(0, hover + (0.42 if being.pose in {"sit", "sleep", "lie"} else 0.0))
    if being.view != "side":
        canvas.translate(-SHAPES[build][1][0] * 0.7, 0)
    _PAINTERS[build](canvas, being, face, motion)


def _frog(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    leap = math.sin(math.pi * (motion.stride % 1.0)) * min(1.5, motion.pace)
    canvas.translate(0, -leap * 0.55)
    stretch = min(1.0, leap)
    for near in (False, True):
        tone = coat.main if near else darker(coat.main, 0.3)
        shift = 0.0 if near else 0.12
        foot = (-0.30 - 0.75 * stretch + shift, -0.05 + 0.35 * stretch)
        limb(canvas, [(-0.25 + shift, -0.42), (-0.72 + shift, -0.30 - 0.1 * stretch), foot], [0.36, 0.26, 0.13], tone)
        blob(
            canvas,
            [
                (foot[0] - 0.05, foot[1] - 0.06),
                (foot[0] + 0.38, foot[1] - 0.06),
                (foot[0] + 0.42, foot[1] + 0.05),
                (foot[0], foot[1] + 0.05),
            ],
            tone,
            tension=0.6,
        )
        limb(canvas, [(0.36 - shift, -0.42), (0.46 - shift, -0.08 - 0.12 * stretch)], [0.22, 0.14], tone)
        blob(
            canvas,
            [(0.36 - shift, -0.10), (0.70 - shift, -0.08), (0.68 - shift, 0.0), (0.36 - shift, 0.0)],
            tone,
            tension=0.5,
        )
    body = smooth(
        [(-0.62, -0.30), (-0.35, -0.72), (0.20, -0.95), (0.58, -0.62), (0.55, -0.20), (0.10, -0.08), (-0.40, -0.10)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(coat.main, -1.0, 0.0))
    patterned(canvas, body, coat, being.variant)
    with clipped(canvas, body):
        blob(canvas, [(0.7, -0.6), (0.30, -0.52), (0.15, -0.2), (0.2, 0.1), (0.8, 0.1)], coat.pale, 0.9, tension=0.58)
    contour(canvas, body, coat.main, 0.02, 0.35)
    draw_on_back(canvas, being, (-0.35, -0.4, 0.3), (0.32, -0.52, 0.4), body, motion)
    head = (0.34, -0.92)
    skull = smooth(
        [(-0.18, -0.88), (0.05, -1.18), (0.60, -1.18), (0.88, -0.88), (0.72, -0.62), (0.0, -0.62)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(skull, pelt(coat.main, -1.2, -0.5))
    if being.view != "back":
        blob(
            canvas,
            [(-0.02, -0.80), (0.36, -0.76), (0.78, -0.82), (0.66, -0.64), (0.08, -0.63)],
            coat.pale,
            tension=0.55,
        )
    contour(canvas, skull, coat.main, 0.02, 0.35)
    for side in (-1, 1):
        at = (head[0] + 0.06 + side * 0.25, -1.20)
        disc(canvas, at, 0.19, coat.main)
        if being.view != "back":
            eye(
                canvas,
                (at[0] + 0.02, at[1]),
                0.135,
                shown,
                lids_of(being, face),
                coat.main,
                inner=-side,
                iris="#c9a13a",
                slit=False,
            )
            brow(canvas, (at[0] + 0.02, at[1] - 0.04), 0.12, shown, coat.main, -side)
    if being.view != "back":
        mouth(canvas, (head[0] + 0.06, -0.80), 0.30, shown, face, line=0.035)
    draw_neckwear(canvas, being, (0.36, -0.58), 0.36, motion)
    draw_headwear(canvas, being, (head[0], -1.02), 0.42, face, long=False)


def _snake(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    wave = math.tau * motion.stride
    points: list[Point] = []
    for step in range(15):
        share = step / 14
        moving = 0.10 * min(1.0, motion.pace) * math.sin(wave + share * 9)
        points.append((-1.25 + 1.7 * share, -0.16 - 0.11 * abs(math.sin(share * 8.4)) + moving * 0.4))
    points += [(0.62, -0.42), (0.46, -0.85), (0.52, -1.22), (0.66, -1.46)]
    widths = [0.06 + 0.26 * min(1.0, step / 7) for step in range(15)] + [0.32, 0.30, 0.28, 0.30]
    for tone, wider in ((darker(coat.main, 0.4), 0.035), (coat.main, 0.0)):
        limb(canvas, points, [width + wider for width in widths], tone)
    for step in range(2, 18):
        x, y = points[step]
        if step % 2:
            oval(
                canvas,
                (x, y - widths[step] * 0.22),
                widths[step] * 0.30,
                widths[step] * 0.18,
                coat.dark if not coat.pattern else coat.marks,
            )
    with turned(canvas, (0.72, -1.52), motion.head * 8):
        flick = max(face.mouth, 0.5 + 0.5 * motion.wag if motion.wag else 0.0)
        if flick > 0.05:
            line(canvas, [(0.42, 0.06), (0.58 + 0.1 * flick, 0.10), (0.68 + 0.12 * flick, 0.03)], "#c8363f", 0.03)
            line(canvas, [(0.58 + 0.1 * flick, 0.10), (0.68 + 0.12 * flick, 0.15)], "#c8363f", 0.03)
        skull = smooth(
            [(-0.30, -0.02), (-0.14, -0.26), (0.26, -0.22), (0.48, 0.02), (0.26, 0.20), (-0.16, 0.22)],
            closed=True,
            tension=0.58,
        )
        canvas.drawPath(skull, pelt(coat.main, -0.3, 0.3))
        contour(canvas, skull, coat.main, 0.02, 0.4)
        if being.view != "back":
            for dx, size in ((0.02, 0.105), (0.22, 0.085)):
                eye(
                    canvas,
                    (dx, -0.10),
                    size,
                    shown,
                    lids_of(being, face),
                    coat.main,
                    inner=1.0,
                    iris="#d6b43c",
                    slit=True,
                )
                brow(canvas, (dx, -0.10), size, shown, coat.main, 1.0)
            mouth(canvas, (0.24, 0.08), 0.17, shown, face, line=0.025)
    draw_neckwear(canvas, being, (0.56, -1.16), 0.24, motion)
    draw_headwear(canvas, being, (0.72, -1.50), 0.32, face, long=False)


def _worm(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat = being.coat
    hump = 0.22 + 0.14 * math.sin(math.tau * motion.stride) * min(1.0, motion.pace)
    spots = [
        (-0.75, -0.18),
        (-0.48, -0.20 - hump * 0.6),
        (-0.18, -0.22 - hump),
        (0.12, -0.22 - hump * 0.5),
        (0.36, -0.32),
        (0.55, -0.66),
    ]
    for index, (x, y) in enumerate(spots):
        tone = coat.main if index % 2 else lighter(coat.main, 0.14)
        disc(canvas, (x, y), 0.20 + 0.02 * index, darker(tone, 0.2))
        disc(canvas, (x, y - 0.02), 0.19 + 0.02 * index, tone)
    for side in (-1, 1):
        line(canvas, [(0.55 + side * 0.1, -0.88), (0.55 + side * 0.2, -1.06 + 0.04 * motion.wag)], coat.dark, 0.04)
        disc(canvas, (0.55 + side * 0.2, -1.08 + 0.04 * motion.wag), 0.05, coat.dark)
    disc(canvas, (0.55, -0.70), 0.30, coat.main)
    draw_small_face(canvas, being, (0.55, -0.70), 0.30, face)
    draw_headwear(canvas, being, (0.55, -0.72), 0.32, face, long=False)


def _snail(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown = being.coat, felt(being.expression)
    stretch = 0.06 * math.sin(math.tau * motion.stride) * min(1.0, motion.pace)
    body = smooth(
        [
            (-0.95 - stretch, 0.0),
            (-0.5, -0.22),
            (0.30, -0.30),
            (0.52, -0.80),
            (0.78 + stretch, -1.06),
            (1.02 + stretch, -0.82),
            (0.92, -0.30),
            (0.80, 0.0),
        ],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(body, pelt(coat.main, -1.1, 0.0))
    contour(canvas, body, coat.main, 0.02, 0.35)
    disc(canvas, (-0.18, -0.66), 0.56, darker(coat.dark, 0.25))
    disc(canvas, (-0.18, -0.68), 0.53, coat.dark)
    spiral = [
        (-0.18 + math.cos(step * 0.6) * 0.46 * (1 - step / 21), -0.68 + math.sin(step * 0.6) * 0.46 * (1 - step / 21))
        for step in range(21)
    ]
    canvas.drawPath(smooth(spiral), stroke(darker(coat.dark, 0.42), 0.06))
    for side in (-1, 1):
        tip = (0.80 + side * 0.13 + stretch, -1.34 + 0.04 * motion.wag * side)
        line(canvas, [(0.80 + side * 0.06, -1.0), tip], coat.main, 0.08)
        if being.view != "back":
            eye(canvas, tip, 0.115, shown, lids_of(being, face), coat.main, inner=-side)
            brow(canvas, tip, 0.10, shown, coat.main, -side)
    if being.view != "back":
        mouth(canvas, (0.86, -0.78), 0.13, shown, face, line=0.025)
    draw_neckwear(canvas, being, (0.70, -0.55), 0.25, motion)
    draw_headwear(canvas, being, (0.80, -0.92), 0.26, face, long=False)


_PAINTERS = {
    "frog": _frog, "snake": _snake, "worm": _worm, "snail": _snail, "spider": draw_spider, "bee": draw_bee,
    "butterfly": draw_butterfly,
    "ladybird": draw_ladybird, "ant": draw_ant, "bat": draw_bat, "dragonfly": draw_dragonfly,
}  # fmt: skip
