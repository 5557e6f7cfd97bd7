"""Those who never lived: robots of several builds, ghosts, aliens, snowmen, and the monsters that children draw."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, smooth
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.expressions import Expression
from generation.providers.animatic.drawing.figure.held import draw_held
from generation.providers.animatic.drawing.figure.pen import blob, disc, limb, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .faces import brow, eye, felt, mouth
from .gait import draw_arms, drop_of, hands_of, stride_of, turn_of
from .garb import draw_headwear, draw_neckwear
from .pelt import contour, knee, patterned, pelt
from .robots import draw_android, draw_robot, draw_roundbot

SHAPES: dict[str, tuple[float, Point, float]] = {
    "robot": (5.0, (0.0, -4.35), 2.4), "roundbot": (3.3, (0.0, -2.45), 2.2), "android": (5.5, (0.0, -4.95), 1.8),
    "ghost": (4.2, (0.0, -3.15), 2.4), "alien": (4.3, (0.0, -3.45), 1.9), "snowman": (4.4, (0.0, -3.75), 2.8),
    "monster": (3.9, (0.0, -2.45), 3.0),
}  # fmt: skip
"""Height, middle of the head and length of each build, in heads."""


def measure(being: Being, build: str) -> tuple[float, Point, float]:
    """Return height, middle of the head, and length of a being at rest."""
    tall, (x, y), long = SHAPES[build]
    return tall * being.scale, (x * being.scale, (y + drop_of(being, build)) * being.scale), long * being.scale


def draw(canvas: skia.Canvas, being: Being, build: str, face: Face, motion: Motion) -> None:
    """Draw somebody with the feet at the origin, half turned to +x, towards us or away."""
    canvas.scale(being.scale, being.scale)
    _PAINTERS[build](canvas, being, face, motion)


def _ghost(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown, shift = being.coat, felt(being.expression), turn_of(being) * 1.6
    drift = math.sin(math.tau * motion.stride) * 0.12 * (0.4 + min(1.0, motion.pace)) - motion.bob * 0.05
    canvas.translate(0, drift - 0.25)
    wave = motion.wag * 0.10 + math.sin(math.tau * motion.stride) * 0.10
    hem: list[Point] = []
    for step in range(9):
        x = 1.05 - step * 0.2625
        hem.append((x - 0.10 + wave, -0.12 - (0.34 if step % 2 else 0.0)))
    body = smooth(
        [(0, -4.0), (0.78, -3.66), (1.02, -2.9), (1.05, -1.6), *hem, (-1.05, -1.6), (-1.02, -2.9), (-0.78, -3.66)],
        closed=True,
        tension=0.55,
    )
    paint = fill(
        coat.main,
        shader=linear(
            (0, -4.0), (0, 0.0), [(lighter(coat.main, 0.3), 0.97), (coat.main, 0.93), (coat.main, 0.30)], [0, 0.55, 1]
        ),
    )
    canvas.drawPath(body, paint)
    contour(canvas, body, coat.main, 0.03, 0.25)
    for side, hand in zip((-1, 1), hands_of(being, motion, (0.92, -2.5), 0.85), strict=True):
        hand = (hand[0], min(hand[1], -1.75))
        limb(canvas, [(side * 0.80, -2.45), hand], [0.42, 0.26], lighter(coat.main, 0.1))
    if being.view == "back":
        return
    for side in (-1, 1):
        at = (shift + side * 0.34, -3.20)
        oval(canvas, (at[0] - side * 0.04, at[1] + 0.36), 0.17, 0.09, "#e9a7b8", 0.55)
        eye(
            canvas,
            at,
            0.19,
            shown,
            1.0 if being.pose == "sleep" else face.blink,
            coat.main,
            inner=-side,
            iris="#2b2b4a",
        )
        brow(canvas, at, 0.19, shown, "#b9bccf", -side)
    mouth(canvas, (shift, -2.74), 0.24, shown, face, line=0.045, colour="#4a4766")
    draw_neckwear(canvas, being, (0.0, -2.35), 0.85, motion)
    draw_headwear(canvas, being, (0.0, -3.18), 0.82, face, long=False)


def _alien(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    coat, shown, shift = being.coat, felt(being.expression), turn_of(being) * 1.2
    drop = drop_of(being, "alien")
    suit = next(
        (garb.colour for garb in being.garbs if garb.kind in {"coat", "robe", "sweater", "overalls", "vest"}), "#6f7f9c"
    )
    for side in (-1, 1):
        ahead, lift = stride_of(being, motion, side < 0)
        hip = (side * 0.22, -1.45 + drop)
        foot = (side * 0.26 + ahead * 1.3 + (0.5 if drop > 0.5 else 0.0), -lift * 1.3)
        joint = knee(hip, (foot[0], foot[1] - 0.16), 0.68, 0.68, -1.0 if not drop else 1.0)
        limb(
            canvas, [hip, joint, (foot[0], foot[1] - 0.12)], [0.36, 0.28, 0.24], darker(suit, 0.2) if side > 0 else suit
        )
        oval(canvas, (foot[0] + 0.10, foot[1] - 0.10), 0.26, 0.12, darker(suit, 0.5))
    canvas.save()
    canvas.translate(0, drop - motion.bob * 0.02)
    torso = smooth(
        [(0, -2.72), (0.46, -2.5), (0.50, -1.8), (0.42, -1.32), (-0.42, -1.32), (-0.50, -1.8), (-0.46, -2.5)],
        closed=True,
        tension=0.58,
    )
    canvas.drawPath(torso, pelt(suit, -2.7, -1.3))
    if being.view != "back":
        disc(canvas, (shift * 0.6, -2.12), 0.15, lighter(suit, 0.5))
        disc(canvas, (shift * 0.6, -2.12), 0.09, "#8fe07a")
    canvas.drawRect(skia.Rect(-0.12, -2.9, 0.12, -2.6), fill(darker(coat.main, 0.2)))
    antennae = being.variant % 2 == 0
    for side in (-1, 1) if antennae else ():
        line(canvas, [(side * 0.3, -4.1), (side * 0.42 + 0.06 * motion.wag, -4.5)], coat.main, 0.06)
        disc(canvas, (side * 0.42 + 0.06 * motion.wag, -4.54), 0.10, lighter(coat.main, 0.4))
    with turned(canvas, (0, -2.8), motion.head * 5):
        head = smooth(
            [
                (0, -1.45),
                (0.66, -1.22),
                (0.84, -0.72),
                (0.50, -0.18),
                (0.0, 0.06),
                (-0.50, -0.18),
                (-0.84, -0.72),
                (-0.66, -1.22),
            ],
            closed=True,
            tension=0.58,
        )
        canvas.drawPath(head, pelt(coat.main, -1.45, 0.1))
        patterned(canvas, head, coat, being.variant)
        contour(canvas, head, coat.main, 0.03, 0.4)
        if being.view != "back":
            three = being.variant % 3 == 0
            for side in (-1, 0, 1) if three else (-1, 1):
                at = (shift + side * (0.46 if three else 0.36), -0.66 - (0.22 if side == 0 else 0.0))
                eye(
                    canvas,
                    at,
                    0.20 if three else 0.25,
                    shown,
                    1.0 if being.pose == "sleep" else face.blink,
                    coat.main,
                    inner=float(-side or 1),
                    iris="#25203a",
                )
                brow(canvas, at, 0.2, shown, coat.main, float(-side or 1))
            mouth(canvas, (shift, -0.22), 0.17, shown, face, line=0.04)
    draw_neckwear(canvas, being, (0.0, -2.66), 0.42, motion)
    draw_headwear(canvas, being, (0.0, -3.55), 0.78, face, long=False)
    draw_arms(canvas, being, motion, (0.46, -2.42), 1.15, 0.18, coat.main)
    canvas.restore()


def _snowman(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    shown, shift = felt(being.expression), turn_of(being) * 1.6
    rock = math.sin(math.tau * motion.stride) * 4 * min(1.0, motion.pace)
    canvas.rotate(rock)
    snow = being.coat.main
    for (x, y), radius in (((0.0, -0.86), 1.02), ((0.0, -2.35), 0.78)):
        path = skia.Path()
        path.addOval(skia.Rect(x - radius * 1.04, y - radius * 0.92, x + radius * 1.04, y + radius * 0.92))
        canvas.drawPath(path, pelt(snow, y - radius, y + radius * 1.6))
        contour(canvas, path, snow, 0.03, 0.25)
    for side, hand in zip((-1, 1), hands_of(being, motion, (0.72, -2.5), 1.1), strict=True):
        end = (hand[0] + side * 0.25, min(hand[1], -1.7) - 0.25)
        line(canvas, [(side * 0.68, -2.42), end], "#5a3f2c", 0.09, tension=0.2)
        for turn in (-0.18, 0.18):
            line(canvas, [end, (end[0] + side * 0.2, end[1] - 0.12 + turn)], "#5a3f2c", 0.06)
    if being.held is not None and being.view != "back":
        draw_held(canvas, being.held, (1.3, -2.0), ground=2.0)
    if being.view != "back":
        for y in (-2.62, -2.32, -2.02, -1.1):
            disc(canvas, (shift, y), 0.085, "#2a2730")
    with turned(canvas, (0, -3.0), motion.head * 5):
        head = skia.Path()
        head.addOval(skia.Rect(-0.66, -1.34, 0.66, -0.10))
        canvas.drawPath(head, pelt(snow, -1.35, 0.3))
        contour(canvas, head, snow, 0.03, 0.25)
        if being.view != "back":
            for side in (-1, 1):
                at = (shift + side * 0.24, -0.88)
                eye(canvas, at, 0.115, shown, face.blink, snow, inner=-side, iris="#1d1620")
                brow(canvas, at, 0.115, shown, "#3a3038", -side)
            blob(
                canvas,
                [(shift, -0.78), (shift + (0.62 if shift else 0.10), -0.66), (shift, -0.56), (shift - 0.08, -0.67)],
                "#e8842f",
                tension=0.4,
            )
            mouth(canvas, (shift, -0.40), 0.22, shown, face, line=0.05, colour="#2a2730")
    draw_neckwear(canvas, being, (0.0, -3.06), 0.62, motion)
    draw_headwear(canvas, being, (0.0, -3.74), 0.62, face, long=False)


def _monster(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    """Draw a round furry monster; its seed decides horns, eyes, ears, spots and teeth."""
    coat, shown, seed = being.coat, felt(being.expression), being.variant
    shift, drop = turn_of(being) * 1.8, drop_of(being, "monster")
    for side in (-1, 1):
        ahead, lift = stride_of(being, motion, side < 0)
        x = side * 0.52 + ahead
        limb(canvas, [(side * 0.5, -0.95 + drop), (x, -0.22 - lift)], [0.6, 0.46], darker(coat.main, 0.1))
        oval(canvas, (x + 0.10, -0.16 - lift), 0.44, 0.18, coat.pale)
        for step in (-1, 0, 1):
            disc(canvas, (x + 0.26 + step * 0.15, -0.08 - lift), 0.06, "#f6efdd")
    canvas.save()
    canvas.translate(0, drop - motion.bob * 0.03)
    if seed % 4 == 1:
        line(canvas, [(-0.9, -0.9), (-1.5, -0.9), (-1.75, -1.4 + 0.2 * motion.wag)], coat.main, 0.28)
        disc(canvas, (-1.75, -1.45 + 0.2 * motion.wag), 0.2, coat.marks)
    _monster_top(canvas, being, seed, motion)
    points: list[Point] = []
    squash = (1.12, 1.5) if seed % 3 else (1.28, 1.34)
    for step in range(44):
        turn = math.tau * step / 44
        reach = 1.07 if step % 2 else 0.98
        points.append(
            (
                math.cos(turn) * squash[0] * reach * (1 + 0.10 * math.sin(turn)),
                -2.0 + math.sin(turn) * squash[1] * reach,
            )
        )
    body = smooth(points, closed=True, tension=0.35)
    canvas.drawPath(body, pelt(coat.main, -3.5, -0.4))
    if coat.pattern:
        patterned(canvas, body, coat, seed)
    contour(canvas, body, coat.main, 0.03, 0.3)
    if being.view != "back":
        oval(canvas, (shift * 0.8, -1.15), 0.72, 0.56, coat.pale, 0.85)
        _monster_face(canvas, being, seed, shift, face, shown)
    draw_neckwear(canvas, being, (0.0, -1.55), 0.9, motion)
    draw_headwear(canvas, being, (0.0, -2.55), 0.95, face, long=False)
    draw_arms(canvas, being, motion, (1.02, -1.95), 1.1, 0.34, darker(coat.main, 0.06))
    canvas.restore()


def _monster_top(canvas: skia.Canvas, being: Being, seed: int, motion: Motion) -> None:
    coat, kind = being.coat, (seed // 3) % 4
    for side in (-1, 1):
        if kind == 0:
            blob(canvas, [(side * 0.45, -3.1), (side * 0.72, -3.95), (side * 0.92, -2.95)], "#efe2c2", tension=0.6)
            for step in range(2):
                line(
                    canvas,
                    [
                        (side * (0.52 + 0.06 * step), -3.25 - 0.25 * step),
                        (side * (0.82 - 0.02 * step), -3.22 - 0.25 * step),
                    ],
                    "#c9b68a",
                    0.05,
                )
        elif kind == 1:
            disc(canvas, (side * 0.85, -3.15), 0.42, coat.main)
            disc(canvas, (side * 0.85, -3.12), 0.25, coat.marks)
        elif kind == 2:
            line(canvas, [(side * 0.32, -3.3), (side * 0.5 + 0.08 * motion.wag, -3.85)], coat.main, 0.10)
            disc(canvas, (side * 0.5 + 0.08 * motion.wag, -3.90), 0.17, coat.marks)
    if kind == 3:
        for step in range(5):
            x = -0.36 + step * 0.18
            blob(
                canvas,
                [(x - 0.12, -3.3), (x + 0.06 * motion.wag, -3.95 + 0.12 * abs(step - 2)), (x + 0.14, -3.3)],
                coat.marks,
                tension=0.5,
            )


def _monster_face(canvas: skia.Canvas, being: Being, seed: int, shift: float, face: Face, shown: Expression) -> None:
    count = {0: 1, 1: 3, 2: 2, 3: 2}[seed % 4]
    spots = {1: [(0.0, -2.62, 0.46)], 2: [(-0.38, -2.55, 0.29), (0.38, -2.60, 0.33)],
             3: [(-0.56, -2.50, 0.24), (0.0, -2.78, 0.29), (0.56, -2.50, 0.24)]}[count]  # fmt: skip
    shut = 1.0 if being.pose == "sleep" else face.blink
    for x, y, radius in spots:
        inner = -1.0 if x > 0 else 1.0
        eye(
            canvas,
            (x + shift, y),
            radius,
            shown,
            shut,
            being.coat.main,
            inner=inner,
            iris=("#4f8f5a", "#7a4f9e", "#b5702f", "#3f6ea8")[seed % 4],
        )
        brow(canvas, (x + shift, y), radius, shown, being.coat.main, inner)
    mouth(canvas, (shift, -1.86), 0.42, shown, face, line=0.06)
    if seed % 2:
        for side in (-1, 1):
            x = shift + side * 0.24
            blob(canvas, [(x - 0.07, -1.86), (x + 0.07, -1.86), (x, -1.66)], "#fdfaf0", tension=0.3)


_PAINTERS = {
    "robot": draw_robot, "roundbot": draw_roundbot, "android": draw_android, "ghost": _ghost, "alien": _alien,
    "snowman": _snowman,
    "monster": _monster,
}  # fmt: skip
