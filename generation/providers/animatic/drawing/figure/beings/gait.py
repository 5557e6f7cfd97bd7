"""How those who never lived stand, walk and reach."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.held import draw_held
from generation.providers.animatic.drawing.figure.pen import disc, limb, line, turned

from .being import Being, Motion
from .pelt import knee

_LOW = {"sit": 0.55, "read": 0.55, "drive": 0.55, "kneel": 0.3, "fear": 0.12, "sleep": 0.6, "lie": 0.6}


def drop_of(being: Being, build: str) -> float:
    """Return how far somebody sinks in a pose."""
    leg = {"robot": 1.9, "roundbot": 0.7, "android": 2.3, "alien": 1.5, "monster": 0.9}.get(build, 0.0)
    return _LOW.get(being.pose, 0.0) * leg


def turn_of(being: Being) -> float:
    return 0.16 if being.view == "side" else 0.0


def stride_of(being: Being, motion: Motion, near: bool) -> tuple[float, float]:  # noqa: FBT001
    """Return how far a foot is forward and how high, for a leg of length 1."""
    pace = motion.pace or {"walk": 1.0, "run": 1.6}.get(being.pose, 0.0)
    moment = math.tau * (motion.stride + (0.0 if near else 0.5) + (0.12 if not motion.pace else 0.0))
    return math.sin(moment) * 0.36 * min(1.4, pace), max(0.0, math.cos(moment)) * 0.2 * min(1.4, pace)


def hands_of(being: Being, motion: Motion, shoulder: Point, reach: float) -> tuple[Point, Point]:
    """Return where the hands are: of the arm away from +x, and of the one towards it."""
    x, y = shoulder
    swing = math.sin(math.tau * motion.stride) * reach * 0.3 * min(1.4, motion.pace)
    left, right = (-x - reach * 0.18 - swing * 0.3, y + reach * 0.9), (x + reach * 0.18 + swing, y + reach * 0.9)
    pose = being.pose
    if pose == "point":
        right = (x + reach * 0.95, y - reach * 0.15)
    elif pose == "wave":
        right = (
            x + reach * 0.5 + (0.14 * math.sin(math.tau * motion.stride * 2) if motion.pace else 0.0),
            y - reach * 0.75,
        )
    elif pose in {"hold", "read", "drive", "phone", "drink", "type"} or being.held is not None:
        right = (x + reach * 0.42, y + reach * 0.35)
    elif pose in {"hug", "pray"}:
        left, right = (-x * 0.2, y + reach * 0.5), (x * 0.9, y + reach * 0.5)
    elif pose in {"cheer", "jump", "dance", "fly"} or being.expression == "surprise":
        left, right = (-x - reach * 0.5, y - reach * 0.6), (x + reach * 0.5, y - reach * 0.6)
    elif pose == "fear":
        left, right = (-x * 0.4, y - reach * 0.05), (x * 0.7, y - reach * 0.05)
    return left, right


def draw_arms(
    canvas: skia.Canvas,
    being: Being,
    motion: Motion,
    shoulder: Point,
    reach: float,
    width: float,
    tone: str,
    *,
    metal: bool = False,
) -> None:
    for side, hand in zip((-1, 1), hands_of(being, motion, shoulder, reach), strict=True):
        start = (side * shoulder[0], shoulder[1])
        length = reach * 0.54
        gone = math.dist(start, hand)
        if gone > 2 * length:
            hand = (
                start[0] + (hand[0] - start[0]) * 2 * length / gone,
                start[1] + (hand[1] - start[1]) * 2 * length / gone,
            )
        joint = knee(start, hand, length, length, float(side))
        if side > 0 and being.held is not None and being.view != "back":
            draw_held(canvas, being.held, hand, ground=0.0)
        limb(canvas, [start, joint, hand], [width * 1.1, width * 0.9, width], tone)
        if metal:
            disc(canvas, joint, width * 0.62, darker(tone, 0.35))
            disc(canvas, joint, width * 0.28, lighter(tone, 0.35))
            for turn in (-28, 28):
                with turned(canvas, hand, turn):
                    line(canvas, [(0, 0), (0, width * 1.1)], darker(tone, 0.4), width * 0.42)
        else:
            disc(canvas, hand, width * 0.62, tone)
