"""Tails and wings: what swings behind a body and what beats at its sides."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, disc, line, turned

from .being import Being, Motion
from .pelt import hull, pelt

_DROPS = {"sad": 50.0, "fear": 62.0, "tired": 40.0, "tense": 22.0}


def draw_tail(
    canvas: skia.Canvas, being: Being, kind: str, hip: Point, rump: float, length: float, limb: float, motion: Motion,
    *, seated: str,
) -> None:  # fmt: skip
    """Draw a tail that starts behind `hip`; it hangs when its owner is sad or afraid, and wags."""
    if kind == "none":
        return
    start = (hip[0] - rump * 0.72, hip[1] - rump * 0.30)
    drop = _DROPS.get(being.expression, 0.0)
    low = seated in {"sit", "lie", "sleep"}
    turn = motion.wag * 16 - drop + (min(22.0, 20 * motion.pace) if kind not in {"taper"} else 0)
    if low and kind not in {"puff", "pig", "plume"}:
        turn -= 30 if kind in {"up", "curl", "tuft", "brush", "thin"} else 0
    with turned(canvas, start, turn, length):
        if low and start[1] > -length and kind in {"hair", "taper", "brush"}:
            canvas.scale(1, max(0.25, -start[1] / length))
        _TAILS[kind](canvas, being, limb / length)


def _up(canvas: skia.Canvas, being: Being, limb: float) -> None:
    path = hull(
        [
            (0.12, 0.1, limb * 0.62),
            (-0.30, -0.14, limb * 0.55),
            (-0.62, -0.52, limb * 0.44),
            (-0.66, -0.96, limb * 0.26),
        ]
    )
    canvas.drawPath(path, fill(being.coat.main))


def _curl(canvas: skia.Canvas, being: Being, limb: float) -> None:
    knots = [(0.15, 0.1, limb * 0.5), (-0.35, 0.02, limb * 0.46), (-0.66, -0.30, limb * 0.42), (-0.62, -0.72,
        limb * 0.40),
             (-0.40, -0.96, limb * 0.34)]  # fmt: skip
    canvas.drawPath(hull(knots), fill(being.coat.main))
    if being.coat.pattern == "stripes":
        for x, y in ((-0.5, -0.1), (-0.68, -0.4), (-0.62, -0.7)):
            disc(canvas, (x, y), limb * 0.40, being.coat.marks, 0.85)


def _tuft(canvas: skia.Canvas, being: Being, limb: float) -> None:
    line(canvas, [(0.1, 0.05), (-0.36, 0.18), (-0.52, 0.56), (-0.76, 0.66)], being.coat.main, limb * 0.5)
    blob(canvas, [(-0.66, 0.56), (-0.82, 0.52), (-1.0, 0.72), (-0.84, 0.80), (-0.68, 0.74)], being.coat.dark)


def _brush(canvas: skia.Canvas, being: Being, limb: float) -> None:
    path = hull(
        [(0.1, 0.06, limb * 0.6), (-0.30, 0.12, limb * 1.25), (-0.66, 0.30, limb * 1.5), (-0.98, 0.42, limb * 0.7)]
    )
    canvas.drawPath(path, pelt(being.coat.main, -0.3, 0.8))
    if being.species == "fox":
        blob(canvas, [(-0.80, 0.20), (-1.10, 0.44), (-0.80, 0.56), (-0.86, 0.38)], being.coat.pale, tension=0.55)


def _stub(canvas: skia.Canvas, being: Being, limb: float) -> None:
    disc(canvas, (-0.1, 0.0), 0.5, darker(being.coat.main, 0.08))


def _puff(canvas: skia.Canvas, being: Being, limb: float) -> None:
    for x, y, r in ((-0.1, 0.1, 0.62), (-0.4, -0.15, 0.45), (-0.35, 0.35, 0.42)):
        disc(canvas, (x, y), r, being.coat.pale)


def _hair(canvas: skia.Canvas, being: Being, limb: float) -> None:
    blob(canvas, [(0.12, -0.06), (-0.16, -0.10), (-0.40, 0.30), (-0.34, 1.0), (-0.16, 0.92), (-0.18, 0.48), (0.05,
        0.15)],
         being.coat.dark, tension=0.58)  # fmt: skip


def _cow(canvas: skia.Canvas, being: Being, limb: float) -> None:
    line(canvas, [(0.1, 0.0), (-0.16, 0.14), (-0.18, 0.70)], being.coat.main, limb * 0.35)
    blob(canvas, [(-0.14, 0.62), (-0.28, 0.70), (-0.20, 0.98), (-0.08, 0.78)], being.coat.dark)


def _pig(canvas: skia.Canvas, being: Being, limb: float) -> None:
    line(
        canvas,
        [(0.2, 0.1), (-0.3, -0.1), (-0.5, -0.5), (-0.15, -0.62), (-0.1, -0.25), (-0.7, -0.35)],
        being.coat.main,
        0.22,
    )


def _thin(canvas: skia.Canvas, being: Being, limb: float) -> None:
    line(canvas, [(0.15, 0.2), (-0.34, 0.34), (-0.62, 0.10), (-0.98, -0.10)], "#d39c98", max(0.05, limb * 0.34))


def _plume(canvas: skia.Canvas, being: Being, limb: float) -> None:
    path = smooth([(0.20, 0.30), (-0.25, 0.24), (-0.66, -0.20), (-0.58, -0.86), (-0.16, -1.12), (0.12, -0.90),
        (-0.10, -0.66),
                   (-0.16, -0.34), (0.12, -0.06)], closed=True, tension=0.58)  # fmt: skip
    canvas.drawPath(path, pelt(being.coat.main if being.species != "skunk" else being.coat.dark, -1.1, 0.3))
    inner = [(-0.05, 0.10), (-0.42, -0.24), (-0.38, -0.76), (-0.14, -0.90), (-0.22, -0.40)]
    blob(canvas, inner, being.coat.pale, 0.55 if being.species != "skunk" else 1.0, tension=0.58)


def _ringed(canvas: skia.Canvas, being: Being, limb: float) -> None:
    knots = [(0.1, 0.06), (-0.25, 0.10), (-0.55, -0.02), (-0.82, -0.26)]
    for index in range(9):
        share = index / 8 * 3
        at = min(2, int(share))
        x = knots[at][0] + (knots[at + 1][0] - knots[at][0]) * (share - at)
        y = knots[at][1] + (knots[at + 1][1] - knots[at][1]) * (share - at)
        disc(
            canvas,
            (x, y),
            limb * (0.72 + 0.2 * math.sin(math.pi * index / 8)),
            being.coat.dark if index % 2 else being.coat.main,
        )


def _paddle(canvas: skia.Canvas, being: Being, limb: float) -> None:
    path = hull([(0.1, 0.1, limb * 0.5), (-0.4, 0.34, limb * 1.0), (-0.9, 0.46, limb * 0.8)])
    canvas.drawPath(path, fill(being.coat.dark))


def _taper(canvas: skia.Canvas, being: Being, limb: float) -> None:
    path = hull(
        [(0.30, 0.16, 0.24), (-0.14, 0.16, 0.17), (-0.48, 0.20, 0.10), (-0.78, 0.12, 0.05), (-1.0, -0.04, 0.015)]
    )
    canvas.drawPath(path, pelt(being.coat.main, -0.1, 0.45))
    if being.species == "dragon":
        blob(canvas, [(-0.94, 0.02), (-1.04, -0.18), (-1.18, -0.08), (-1.14, 0.10)], being.coat.dark, tension=0.4)
    if being.species in {"dragon", "crocodile", "dinosaur", "lizard"}:
        for step in range(5):
            x = -0.10 - step * 0.16
            y = 0.02 + 0.030 * step + (0.02 if step < 3 else -0.03 * (step - 2))
            blob(
                canvas, [(x - 0.05, y + 0.03), (x - 0.01, y - 0.07), (x + 0.06, y + 0.02)], being.coat.dark, tension=0.3
            )


_TAILS = {
    "up": _up, "curl": _curl, "tuft": _tuft, "brush": _brush, "stub": _stub, "puff": _puff, "hair": _hair, "cow": _cow,
    "pig": _pig, "thin": _thin, "plume": _plume, "ringed": _ringed, "paddle": _paddle, "taper": _taper,
}  # fmt: skip


def draw_wings(canvas: skia.Canvas, being: Being, root: Point, size: float, motion: Motion, *, far: bool) -> None:
    """Draw the leathery wing of a dragon, or the feathered one of a winged horse, rooted on its back."""
    flying = being.pose == "fly" or motion.pace > 1.2
    beat = math.sin(math.tau * motion.stride) * 32 if motion.pace else (18 if being.pose == "fly" else 0)
    spread = 0 if flying else -14
    with turned(canvas, root, spread + beat - motion.wag * 6 + (10 if far else 0), size * (0.92 if far else 1.0)):
        if being.species == "dragon":
            skin = darker(being.coat.dark, 0.22 if far else 0.02)
            points = [(0.10, 0.0), (-0.10, -0.90), (-0.34, -1.24), (-0.95, -1.02), (-1.30, -0.62), (-0.98, -0.56),
                      (-0.92, -0.22), (-0.62, -0.30), (-0.48, 0.02), (-0.30, -0.12)]  # fmt: skip
            blob(canvas, points, skin, tension=0.35)
            for tip in ((-0.95, -1.02), (-1.30, -0.62), (-0.92, -0.22), (-0.48, 0.02)):
                line(canvas, [(-0.34, -1.22), tip], darker(skin, 0.3), 0.03, 0.8)
            line(canvas, [(0.06, 0.02), (-0.10, -0.90), (-0.34, -1.24)], being.coat.main, 0.10)
            return
        tone = darker(being.coat.pale, 0.22 if far else 0.0)
        for step in range(5):
            share = step / 4
            tip = (-0.45 - 0.85 * (1 - share) + 0.1, -1.15 + 1.0 * share)
            blob(canvas, [(0.08, -0.05), (-0.20, -0.55 + 0.45 * share), tip, (-0.30 - 0.2 * share,
                -0.2 + 0.15 * share)],
                 tone if step % 2 else lighter(tone, 0.3), tension=0.55)  # fmt: skip
