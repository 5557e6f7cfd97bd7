"""Heads of birds: beaks that open, crests and combs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.figure.colours import darker
from generation.providers.animatic.drawing.figure.pen import blob, disc, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .faces import brow, eye, felt
from .pelt import contour, pelt

if TYPE_CHECKING:
    from .birds import Bird


def draw_bird_head(
    canvas: skia.Canvas, being: Being, bird: Bird, at: Point, face: Face, motion: Motion, *, turn: float
) -> None:
    coat, shown = being.coat, felt(being.expression)
    opening = max(face.mouth, shown.gap * 0.7)
    with turned(
        canvas, at, motion.head * 8 * turn + (8 if being.expression in {"sad", "tired"} else 0) * turn, bird.head
    ):
        if "crest" in bird.extras:
            for step in range(4):
                blob(
                    canvas,
                    [
                        (-0.25 + step * 0.12, -0.7),
                        (-0.78 + step * 0.26, -1.45 + step * 0.03),
                        (-0.02 + step * 0.12, -0.75),
                    ],
                    coat.marks,
                    tension=0.5,
                )
        if "comb" in bird.extras:
            for x, y, r in ((-0.34, -0.90, 0.24), (0.0, -1.06, 0.28), (0.34, -0.92, 0.24)):
                disc(canvas, (x, y), r, "#c8362f")
        if "horned" in bird.extras:
            for side in (-1, 1):
                blob(canvas, [(side * 0.30, -0.72), (side * 0.86, -1.28), (side * 0.82, -0.40)], coat.dark, tension=0.5)
        skull = skia.Path()
        skull.addOval(skia.Rect(-1, -0.98, 1, 0.98))
        hood = coat.marks if "hood" in bird.extras else coat.main
        canvas.drawPath(skull, pelt(hood, -1, 1.1))
        contour(canvas, skull, hood, 0.035, 0.3)
        if being.view == "back":
            return
        if "owl" in bird.extras:
            _owl_face(canvas, being, shown_face=face, turn=turn)
            return
        if "cheek" in bird.extras:
            oval(canvas, (0.30 * turn, 0.15), 0.62, 0.55, coat.pale)
        if "bald" in bird.extras:
            oval(canvas, (0.0, 0.0), 0.98, 0.96, coat.pale)
        if "wattle" in bird.extras:
            oval(canvas, (0.72 * turn, 0.72), 0.17, 0.34, "#c8362f")
        _draw_beak(canvas, bird, opening, turn)
        blink = 1.0 if being.pose == "sleep" else face.blink
        size = 0.27
        lid = hood if "bald" not in bird.extras else coat.pale
        if turn:
            eye(canvas, (0.26, -0.18), size, shown, blink, lid, inner=1.0)
            brow(canvas, (0.26, -0.18), size, shown, lid, 1.0)
        else:
            for side in (-1, 1):
                eye(canvas, (side * 0.42, -0.18), size * 0.9, shown, blink, lid, inner=-side)
                brow(canvas, (side * 0.42, -0.18), size * 0.9, shown, lid, -side)


def _draw_beak(canvas: skia.Canvas, bird: Bird, opening: float, turn: float) -> None:
    upper, lower = bird.beak_colour, darker(bird.beak_colour, 0.22)
    if not turn:
        blob(
            canvas,
            [(-0.22, 0.12), (0.0, 0.30 + 0.1 * opening), (0.22, 0.12), (0.0, 0.62 + 0.3 * opening)],
            lower,
            tension=0.4,
        )
        blob(canvas, [(-0.28, 0.10), (0.0, -0.06), (0.28, 0.10), (0.0, 0.46)], upper, tension=0.5)
        return
    long = {"straight": 0.85, "hook": 0.75, "bill": 0.95, "long": 1.9, "big": 1.55, "chick": 0.6}[bird.beak]
    thick = {"straight": 0.26, "hook": 0.40, "bill": 0.24, "long": 0.20, "big": 0.50, "chick": 0.24}[bird.beak]
    with turned(canvas, (0.80, 0.14), 22 * opening):
        tip = (long * 0.88, thick * 0.35)
        blob(
            canvas,
            [(-0.12, -0.02), (tip[0] * 0.6, 0.0), tip, (tip[0] * 0.5, thick * 0.75), (-0.14, thick * 0.85)],
            lower,
            tension=0.6,
        )
    with turned(canvas, (0.80, 0.06), -14 * opening):
        if bird.beak == "hook":
            blob(
                canvas,
                [
                    (-0.16, -thick),
                    (long * 0.5, -thick * 0.92),
                    (long, -thick * 0.1),
                    (long * 0.92, thick * 0.95),
                    (long * 0.68, thick * 0.30),
                    (-0.12, thick * 0.34),
                ],
                upper,
                tension=0.55,
            )
        elif bird.beak == "bill":
            blob(
                canvas,
                [
                    (-0.14, -thick * 1.1),
                    (long * 0.5, -thick * 0.35),
                    (long, -thick * 0.45),
                    (long * 1.06, thick * 0.15),
                    (long * 0.5, thick * 0.4),
                    (-0.14, thick * 0.5),
                ],
                upper,
                tension=0.55,
            )
        elif bird.beak == "big":
            blob(
                canvas,
                [
                    (-0.2, -thick),
                    (long * 0.55, -thick * 1.05),
                    (long * 0.98, -thick * 0.2),
                    (long, thick * 0.5),
                    (long * 0.5, thick * 0.30),
                    (-0.16, thick * 0.36),
                ],
                upper,
                tension=0.58,
            )
            blob(
                canvas,
                [
                    (long * 0.74, -thick * 0.75),
                    (long * 0.98, -thick * 0.2),
                    (long, thick * 0.5),
                    (long * 0.78, thick * 0.2),
                ],
                "#2a2730",
                tension=0.55,
            )
        else:
            blob(
                canvas,
                [
                    (-0.14, -thick),
                    (long * 0.45, -thick * 0.5),
                    (long, thick * 0.1),
                    (long * 0.4, thick * 0.38),
                    (-0.14, thick * 0.42),
                ],
                upper,
                tension=0.5,
            )
    disc(canvas, (1.0, -0.03), 0.05, darker(upper, 0.5))


def _owl_face(canvas: skia.Canvas, being: Being, *, shown_face: Face, turn: float) -> None:
    shown, coat = felt(being.expression), being.coat
    shift = 0.20 * turn
    for side in (-1, 1):
        oval(canvas, (shift + side * 0.40, -0.06), 0.50, 0.56, coat.pale)
    blink = 1.0 if being.pose == "sleep" else shown_face.blink
    for side in (-1, 1):
        at = (shift + side * 0.40, -0.10)
        eye(canvas, at, 0.34, shown, blink, coat.main, inner=-side, iris="#e2a62f")
        brow(canvas, at, 0.30, shown, coat.main, -side)
    opening = max(shown_face.mouth, shown.gap * 0.7)
    blob(canvas, [(shift - 0.13, 0.26), (shift + 0.13, 0.26), (shift, 0.56 + 0.34 * opening)], "#a8702a", tension=0.5)
    blob(
        canvas,
        [(shift - 0.16, 0.16), (shift, 0.06), (shift + 0.16, 0.16), (shift + 0.02, 0.50)],
        "#e0a03c",
        tension=0.6,
    )
