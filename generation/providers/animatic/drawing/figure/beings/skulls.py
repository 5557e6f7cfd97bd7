"""Heads of mammals and their like: a round skull with a muzzle, ears, horns and a face, turned to us or half away."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth, stroke
from generation.providers.animatic.drawing.figure.colours import darker, lighter, luminance
from generation.providers.animatic.drawing.figure.pen import blob, disc, line, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Coat, Motion
from .ears import draw_crown, draw_ears
from .faces import brow, eye, felt, mouth
from .pelt import contour, hull, patterned, pelt


@dataclass(frozen=True, slots=True)
class Skull:
    """The shape of a head, in its own radius.

    `snout` is how far the muzzle reaches, `muzzle` its half height and `drop` how low it sits; `slope` is how steeply
    a long one hangs, in degrees. A head with a `long` muzzle shows one eye from the side.
    """

    wide: float = 1.0
    high: float = 0.92
    snout: float = 0.42
    muzzle: float = 0.34
    drop: float = 0.30
    slope: float = 8.0
    long: bool = False
    nose: str = "round"
    ear: str = "point"
    ear_size: float = 1.0
    eye: float = 0.17
    iris: str = "#3a2a22"
    slit: bool = False
    crown: tuple[str, ...] = ()
    marks: str = ""
    nose_colour: str = "#241c20"
    whiskers: bool = False
    mane: str = ""


def draw_skull(
    canvas: skia.Canvas, being: Being, skull: Skull, at: Point, radius: float, face: Face, motion: Motion
) -> None:
    """Draw a head around `at`; seen from behind it has no face."""
    turn = {"side": 1.0, "front": 0.0, "back": 0.0}[being.view]
    nod = motion.head * 7 + (6 if being.expression in {"sad", "tired"} else 0)
    with turned(canvas, at, nod * turn, radius):
        canvas.translate(0, nod * 0.006 * (1 - turn))
        if skull.mane:
            _mane(canvas, skull.mane, turn)
        draw_ears(canvas, being, skull.ear, skull.ear_size, turn, behind=True)
        if skull.long and turn:
            _long_head(canvas, being, skull, face)
        else:
            _round_head(canvas, being, skull, face, turn)
        draw_crown(canvas, being, skull.crown, turn)


def _mane(canvas: skia.Canvas, colour: str, turn: float) -> None:
    points: list[Point] = []
    for step in range(22):
        angle = math.tau * step / 22
        reach = 1.62 if step % 2 else 1.40
        points.append((math.cos(angle) * reach * 1.02 - 0.16 * turn, math.sin(angle) * reach + 0.10))
    path = smooth(points, closed=True, tension=0.55)
    canvas.drawPath(path, pelt(colour, -1.6, 1.7))
    contour(canvas, path, colour, 0.04, 0.35)


def _round_head(canvas: skia.Canvas, being: Being, skull: Skull, face: Face, turn: float) -> None:
    coat = being.coat
    outline = _skull_outline(skull, turn)
    canvas.drawPath(outline, pelt(coat.main, -skull.high, skull.high * 1.1))
    if coat.pattern in {"stripes", "mesh", "spots"} and skull.marks != "plain":
        patterned(canvas, outline, coat, being.variant + 3)
    contour(canvas, outline, coat.main, 0.035, 0.35)
    if being.view == "back":
        draw_ears(canvas, being, skull.ear, skull.ear_size, turn, behind=False)
        return
    _marked(canvas, skull, coat, turn)
    shown = felt(being.expression)
    fx = 0.24 * turn
    tip = _muzzle(canvas, skull, coat, fx, turn)
    blink = 1.0 if being.pose in {"sleep"} else face.blink
    for side in (-1, 1):
        far = side > 0 and turn > 0
        x = fx + side * (0.42 - 0.05 * turn) * skull.wide
        y = -0.16 * skull.high
        lid = coat.main if skull.marks not in {"mask", "panda"} else coat.dark
        eye(canvas, (x, y), skull.eye * (0.92 if far else 1.0), shown, blink, lid, inner=-side, iris=skull.iris,
            narrow=0.82 if far else 1.0, slit=skull.slit)  # fmt: skip
        brow(canvas, (x, y), skull.eye, shown, lid, -side)
    _nose_and_mouth(canvas, being, skull, tip, shown_mouth=face, turn=turn)
    draw_ears(canvas, being, skull.ear, skull.ear_size, turn, behind=False)


def _skull_outline(skull: Skull, turn: float) -> skia.Path:
    w, h = skull.wide, skull.high
    cheek = 1.06 if skull.marks in {"cheeks", "mask", "blaze"} else 1.0
    return smooth(
        [(0.0, -h), (w * 0.62, -h * 0.80), (w * 0.98, -h * 0.12), (w * 0.90 * cheek, h * 0.42), (w * 0.45, h * 0.90),
         (0.08 * turn, h), (-w * 0.48, h * 0.88), (-w * 0.93 * cheek, h * 0.40), (-w * 0.98, -h * 0.14),
         (-w * 0.62, -h * 0.80)],
        closed=True, tension=0.58,
    )  # fmt: skip


def _marked(canvas: skia.Canvas, skull: Skull, coat: Coat, turn: float) -> None:
    fx, w, h = 0.24 * turn, skull.wide, skull.high
    if skull.marks == "cheeks":
        for side, share in ((-1, 1.0 - 0.25 * turn), (1, 1.0)):
            blob(canvas, [(fx * 0.6, h * 0.30), (fx * 0.5 + side * w * 0.50 * share, h * 0.06),
                          (side * w * 0.94 * share, h * 0.40), (side * w * 0.45, h * 0.86), (fx * 0.5, h * 0.95)],
                 coat.pale, tension=0.58)  # fmt: skip
    elif skull.marks == "blaze":
        blob(canvas, [(fx - 0.16, -h * 0.95), (fx + 0.16, -h * 0.95), (fx + 0.24, h * 0.2), (fx + 0.5, h * 0.7),
                      (fx - 0.5, h * 0.7), (fx - 0.24, h * 0.2)], coat.pale, tension=0.55)  # fmt: skip
    elif skull.marks == "badger":
        for side in (-1, 1):
            blob(canvas, [(fx * 0.4 + side * 0.62, -h * 0.80), (fx * 0.7 + side * 0.30, -h * 0.74),
                          (fx + side * 0.22, h * 0.25), (fx + side * 0.62, h * 0.12)], coat.dark,
                          tension=0.55)  # fmt: skip
    elif skull.marks == "mask":
        for side in (-1, 1):
            x = fx + side * 0.42 * w
            blob(canvas, [(x - side * 0.30, -h * 0.30), (x, -h * 0.46), (x + side * 0.44, -h * 0.16),
                          (x + side * 0.36, h * 0.12), (x - side * 0.16, h * 0.06)], coat.dark,
                          tension=0.58)  # fmt: skip
    elif skull.marks == "panda":
        for side in (-1, 1):
            with turned(canvas, (fx + side * 0.44 * w, -h * 0.12), side * 24):
                oval(canvas, (0, 0), 0.27, 0.35, coat.dark)
    elif skull.marks == "tear":
        for side in (-1, 1):
            line(canvas, [(fx + side * 0.30, 0.0), (fx + side * 0.26, 0.34)], coat.dark, 0.06)


def _muzzle(canvas: skia.Canvas, skull: Skull, coat: Coat, fx: float, turn: float) -> Point:
    """Draw the muzzle; return where its nose is."""
    light = coat.pale if skull.marks != "plain" else lighter(coat.main, 0.18)
    if skull.nose == "flat":
        return fx + 0.05 * turn, skull.drop - 0.06
    if turn:
        tip = (fx + 0.12 + skull.snout, skull.drop + math.sin(math.radians(skull.slope)) * skull.snout)
        path = hull([(fx + 0.04, skull.drop + 0.04, skull.muzzle * 1.12), (*tip, skull.muzzle * 0.86)])
    else:
        tip = (0.0, skull.drop + skull.snout * 0.22)
        path = skia.Path()
        wide, high = skull.muzzle * 1.38, skull.muzzle * (1.0 + skull.snout * 0.25)
        path.addOval(skia.Rect(-wide, tip[1] - high, wide, tip[1] + high))
    canvas.drawPath(path, pelt(light, tip[1] - skull.muzzle * 1.3, tip[1] + skull.muzzle * 1.6))
    if luminance(light) > 0.2:
        contour(canvas, path, light, 0.025, 0.22)
    return tip[0] + skull.muzzle * 0.42 * turn, tip[1] - skull.muzzle * 0.42


def _nose_and_mouth(
    canvas: skia.Canvas, being: Being, skull: Skull, tip: Point, *, shown_mouth: Face, turn: float
) -> None:
    shown = felt(being.expression)
    x, y = tip
    below = skull.muzzle * 0.86 if skull.nose != "flat" else 0.30
    at = (x - skull.muzzle * 0.42 * turn, y + below)
    line(canvas, [(x - 0.02 * turn, y), (at[0], at[1] - 0.02)], darker(being.coat.main, 0.6), 0.045, 0.8)
    mouth(canvas, at, skull.muzzle * 0.80, shown, shown_mouth, line=0.055)
    if skull.nose == "pig":
        oval(canvas, (x - 0.08 * turn, y + 0.10), 0.30 - 0.05 * turn, 0.24, lighter(being.coat.main, 0.1))
        oval(canvas, (x - 0.08 * turn, y + 0.12), 0.30 - 0.05 * turn, 0.24, darker(skull.nose_colour, 0.05))
        for side in (-1, 1):
            oval(canvas, (x - 0.08 * turn + side * 0.10, y + 0.12), 0.05, 0.09, darker(skull.nose_colour, 0.55))
    elif skull.nose == "big":
        oval(canvas, (x - 0.1 * turn, y - 0.02), 0.20, 0.30, skull.nose_colour)
    else:
        wide, high = (0.17, 0.13) if skull.nose == "round" else (0.11, 0.08)
        blob(canvas, [(x - wide, y - high * 0.8), (x, y - high), (x + wide, y - high * 0.8), (x + wide * 0.5,
            y + high * 0.6),
                      (x, y + high), (x - wide * 0.5, y + high * 0.6)], skull.nose_colour, tension=0.58)  # fmt: skip
        oval(canvas, (x + wide * 0.25, y - high * 0.45), wide * 0.32, high * 0.22, "#ffffff", 0.55)
    if skull.whiskers:
        for side in (-1, 1):
            for slope in (-0.10, 0.02, 0.14):
                start = (at[0] + side * skull.muzzle * 0.7, at[1] - 0.14)
                line(canvas, [start, (start[0] + side * 0.62, start[1] + slope)], "#fbf6ea", 0.025, 0.75)


def _long_head(canvas: skia.Canvas, being: Being, skull: Skull, face: Face) -> None:
    """Draw the head of a horse, a deer, a crocodile and so on from the side: its muzzle is longer than its skull."""
    coat, shown = being.coat, felt(being.expression)
    slope = math.radians(skull.slope)
    reach = 0.5 + skull.snout
    tip = (math.cos(slope) * reach, math.sin(slope) * reach + skull.drop)
    mid = (tip[0] * 0.52, tip[1] * 0.5)
    opening = max(face.mouth, shown.gap * 0.7)
    with turned(canvas, (0.1, 0.25), opening * 15):
        jaw = hull([(0.1, 0.30, 0.36), (mid[0] - 0.05, mid[1] + 0.30, skull.muzzle * 0.72),
                    (tip[0] - 0.16, tip[1] + skull.muzzle * 0.42, skull.muzzle * 0.60)])  # fmt: skip
        canvas.drawPath(jaw, fill(darker(coat.main, 0.22)))
    if opening > 0.06:
        inside = [(mid[0], mid[1] + 0.1), (tip[0] - 0.12, tip[1] + 0.1),
                  (tip[0] - 0.2, tip[1] + skull.muzzle * (0.3 + opening * 0.6)), (mid[0], mid[1] + 0.4)]  # fmt: skip
        blob(canvas, inside, "#7a2a36")
    path = hull([(-0.1, -0.02, 0.82 * skull.high), (mid[0] * 0.75, mid[1] * 0.7,
        0.60 * skull.high + skull.muzzle * 0.18),
                 (mid[0] * 1.35, mid[1] * 1.35, skull.muzzle * 0.92), (*tip, skull.muzzle)])  # fmt: skip
    canvas.drawPath(path, pelt(coat.main, -0.9, tip[1] + 0.6))
    if coat.pattern and skull.marks != "plain":
        patterned(canvas, path, coat, being.variant + 3)
    contour(canvas, path, coat.main, 0.035, 0.35)
    if skull.marks in {"muzzle", "blaze"}:
        end = hull([(tip[0] - 0.05, tip[1], skull.muzzle * 0.96), (tip[0] + 0.06, tip[1] + 0.06, skull.muzzle * 0.8)])
        canvas.save()
        canvas.clipPath(path, skia.ClipOp.kIntersect, doAntiAlias=True)
        canvas.drawPath(end, fill(coat.pale if skull.marks == "muzzle" else skull.nose_colour, 0.95))
        canvas.restore()
    disc(canvas, (tip[0] + skull.muzzle * 0.42, tip[1] - skull.muzzle * 0.18), 0.075, darker(coat.main, 0.65))
    smile = shown.smile * 0.14
    lip = [(tip[0] + skull.muzzle * 0.35, tip[1] + skull.muzzle * 0.52),
           (tip[0] - 0.25, tip[1] + skull.muzzle * 0.58), (mid[0] + 0.05,
           mid[1] + skull.muzzle * 0.72 - smile)]  # fmt: skip
    canvas.drawPath(smooth(lip), stroke(darker(coat.main, 0.6), 0.055, 0.85))
    if skull.nose == "teeth":
        for share in (0.0, 0.3, 0.6):
            x, y = tip[0] - share * reach * 0.62, tip[1] * (1 - share * 0.5) + skull.muzzle * 0.56
            blob(canvas, [(x - 0.07, y - 0.03), (x + 0.07, y - 0.03), (x, y + 0.15)], "#fdfaf0", tension=0.3)
    at = (mid[0] * 0.42, mid[1] * 0.3 - 0.28)
    if skull.nose == "teeth":
        disc(canvas, (at[0], at[1] - 0.14), skull.eye * 1.9, coat.main)
        at = (at[0], at[1] - 0.16)
    blink = 1.0 if being.pose == "sleep" else face.blink
    eye(canvas, at, skull.eye, shown, blink, coat.main, inner=1.0, iris=skull.iris, slit=skull.slit)
    brow(canvas, at, skull.eye, shown, coat.main, 1.0)
    draw_ears(canvas, being, skull.ear, skull.ear_size, 1.0, behind=False)
