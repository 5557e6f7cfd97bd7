"""Things that are somebody: any drawn thing with a face, little arms and little legs."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.figure.expressions import felt as felt_now
from generation.providers.animatic.drawing.figure.held import draw_held
from generation.providers.animatic.drawing.figure.pen import limb, line, oval
from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.props import draw_prop, prop_heads, prop_room
from generation.providers.animatic.drawing.stage import Face

from .being import Being, Motion
from .faces import brow, eye, felt, mouth
from .garb import draw_headwear, draw_neckwear
from .thing_faces import face_place

_SIZES = {"car": 2.9, "bus": 4.2, "train": 4.0, "truck": 3.9, "tractor": 3.4, "boat": 3.2, "tree": 5.6, "sun": 3.2,
    "moon": 3.0, "star": 2.4,
          "cloud": 2.4, "house": 4.6, "piano": 3.4, "spaceship": 4.4, "rocket": 4.6, "plane": 3.6, "door": 5.0,
          "fridge": 4.4, "lighthouse": 6.0,
          "clock": 2.2, "chair": 2.6, "snowflake": 1.6, "egg": 1.4, "cookie": 1.4, "spoon": 1.8, "pencil": 2.0,
          "bicycle": 2.8,
          "scarecrow": 4.8}  # fmt: skip
"""How tall a thing that is somebody stands, in heads; all others are as large as a small child."""

_LEGLESS = {"car", "bus", "train", "truck", "tractor", "boat", "sun", "moon", "star", "cloud", "spaceship", "rocket",
    "plane", "house", "door",
            "balloon", "tree", "snowflake", "bicycle", "lighthouse", "scarecrow"}  # fmt: skip
_LEG = 0.42

_USUAL, _TALLEST = 1.9, 6.0
"""Heads: what is as large as a small child, and the most that a picture with people has room for."""

_SMALLER = 0.85
"""How large what stands on the ground is beside how it stands there among people who only use it."""

_ON_ITS_OWN = 2.2
"""From how many heads a thing stands firmly enough to need no legs."""


def _size(being: Being) -> float:
    heads = prop_heads(_prop_name(being)) * _SMALLER
    return _SIZES.get(being.species, min(max(heads, _USUAL), _TALLEST)) * being.scale


def _lift(being: Being) -> float:
    if being.species in _LEGLESS or (being.species not in _SIZES and prop_heads(_prop_name(being)) >= _ON_ITS_OWN):
        return 0.0
    return _LEG * (0.2 if being.pose in {"sit", "sleep", "lie"} else 1.0)


def measure(being: Being) -> tuple[float, Point, float]:
    """Return height, middle of the face, and length of a being at rest."""
    size, (x, up, _) = _size(being), face_place(being.species, _prop_name(being))
    left, top, right = prop_room(_prop_name(being))
    return -top * size + _lift(being), (x * size, -up * size - _lift(being)), (right - left) * size


def _prop_name(being: Being) -> str:
    return being.stance or being.species


def draw(canvas: skia.Canvas, being: Being, face: Face, motion: Motion) -> None:
    """Draw a thing with a face; `being.stance` holds the words it is drawn after."""
    size, (fx, up, apart) = _size(being), face_place(being.species, _prop_name(being))
    lift, tone = _lift(being), "#3a2f35"
    hop = abs(math.sin(math.tau * motion.stride)) * 0.10 * size * min(1.5, motion.pace) if not lift else 0.0
    left, top, right = prop_room(_prop_name(being))
    left, right = left * 0.82, right * 0.82
    shoulder = -size * max(0.28, up - 0.22) - lift
    if lift:
        for side in (-1, 1):
            swing = math.sin(math.tau * motion.stride + (0 if side > 0 else math.pi)) * 0.22 * min(1.4, motion.pace)
            foot = (side * size * 0.14 + swing, -max(0.0, swing * side) * 0.3)
            limb(
                canvas,
                [(side * size * 0.14, -lift - 0.1), (side * size * 0.14 + swing * 0.5, -lift * 0.5), foot],
                [0.11, 0.09, 0.09],
                tone,
            )
            oval(canvas, (foot[0] + 0.10, foot[1] - 0.06), 0.19, 0.09, "#5a3f30")
    canvas.save()
    canvas.translate(0, -lift - hop - motion.bob * 0.02 * size)
    sway = math.sin(math.tau * motion.stride) * 2.5 * min(1.0, motion.pace) + motion.head * 3
    canvas.rotate(sway)
    draw_prop(canvas, _prop_name(being), 0.0, 0.0, size, TIMES["day"], grounded=False)
    if being.view != "back":
        _draw_face(canvas, being, (fx * size, -up * size), apart * size, face)
    draw_neckwear(canvas, being, (fx * size, -(up - apart * 1.7) * size), apart * size * 1.1, motion)
    draw_headwear(canvas, being, (fx * size, top * size + apart * size * 0.62), apart * size * 1.15, face, long=False)
    canvas.restore()
    if lift:
        _draw_arms(canvas, being, motion, (left * size, right * size), shoulder, size, tone)


def _draw_face(canvas: skia.Canvas, being: Being, at: Point, apart: float, face: Face) -> None:
    shown = felt_now(felt(being.expression), face)
    x = at[0] + (apart * 0.16 if being.view == "side" else 0.0)
    radius = apart * 0.36
    for side in (-1, 1):
        spot = (x + side * apart * 0.52, at[1])
        eye(canvas, spot, radius, shown, 1.0 if being.pose == "sleep" else face.blink, "#8a7a74", inner=-side)
        brow(canvas, spot, radius, shown, "#8a7a74", -side)
        oval(
            canvas, (spot[0] + side * radius * 0.5, at[1] + radius * 1.7), radius * 0.55, radius * 0.3, "#e58f8f", 0.55
        )
    mouth(canvas, (x, at[1] + apart * 0.66), apart * 0.36, shown, face, line=apart * 0.08)


def _draw_arms(
    canvas: skia.Canvas, being: Being, motion: Motion, edges: tuple[float, float], y: float, size: float, tone: str
) -> None:
    reach = 0.42 * size
    for side, x in zip((-1, 1), edges, strict=True):
        x *= 0.86
        swing = math.sin(math.tau * motion.stride) * 0.2 * min(1.0, motion.pace)
        hand = (x + side * reach * 0.35 + swing, y + reach * 0.75)
        if side > 0 and being.pose in {"point", "wave", "hold", "phone", "read", "drink"}:
            rise = {"wave": -0.9, "point": -0.15, "hold": 0.1}.get(being.pose, 0.1)
            hand = (x + reach * 0.75, y + reach * rise)
        elif being.pose in {"cheer", "dance", "jump", "fear"} or being.expression == "surprise":
            hand = (x + side * reach * 0.45, y - reach * 0.8)
        line(canvas, [(x, y), ((x + hand[0]) / 2 + side * 0.08, (y + hand[1]) / 2 + 0.06), hand], tone, 0.085)
        if side > 0 and being.held is not None:
            draw_held(canvas, being.held, hand)
        oval(canvas, hand, 0.11, 0.11, "#f3ead8")
