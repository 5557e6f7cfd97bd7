"""Legs of those who go on four: they step, fold and rest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, limb, line, oval

from .being import Being, Motion
from .pelt import knee

if TYPE_CHECKING:
    from .quadruped import Frame, Quad


def _foot_of(quad: Quad, frame: Frame, motion: Motion, top: Point, phase: float, *, front: bool, still: float) -> Point:
    pace = motion.pace or {"walk": 1.0, "run": 2.0}.get(frame.pose, 0.0)
    if frame.pose == "fly" and "wings" in quad.extras:
        return top[0] - quad.leg * (0.55 if front else 0.75), top[1] + quad.leg * (
            0.55 + 0.08 * math.sin(math.tau * (motion.stride + phase))
        )
    if pace <= 0 or frame.pose in {"sit", "lie", "sleep", "crouch"}:
        return top[0] + still, 0.0
    running = max(0.0, min(1.0, pace - 1.0))
    reach = quad.leg * (0.34 * min(1.0, pace) + 0.24 * running)
    rest = top[0] + still * (1 - min(1.0, pace))
    moment = (motion.stride + phase) % 1.0
    ground = 0.62 - 0.2 * running
    if moment < ground:
        return rest + reach * (1 - 2 * moment / ground), 0.0
    share = (moment - ground) / (1 - ground)
    lift = math.sin(math.pi * share) * quad.leg * (0.20 * min(1.0, pace) + 0.14 * running)
    return rest + reach * (2 * share - 1), -lift


def draw_leg(
    canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame, motion: Motion, *, front: bool, near: bool
) -> None:
    coat, width = being.coat, quad.limb
    own = coat.dark if "socks" in quad.extras or "darklegs" in quad.extras else coat.main
    tone = (own if "darklegs" in quad.extras else coat.main) if near else darker(coat.main, 0.30)
    shift = (0.16 if near else -0.12) * quad.chest * (1 if front else -1)
    if frame.pose in {"lie", "sleep"} or (frame.pose == "sit" and not front):
        _folded_leg(canvas, being, quad, frame, tone, front=front, near=near)
        return
    if front:
        top = (frame.shoulder[0] + quad.chest * 0.30 + shift * 0.6, frame.shoulder[1] + quad.chest * 0.35)
        size = quad.chest
    else:
        top = (frame.hip[0] - quad.rump * 0.20 + shift * 0.6, frame.hip[1] + quad.rump * 0.25)
        size = quad.rump
    running = motion.pace > 1.2 or being.pose == "run"
    phases = (
        {(0, 1): 0.0, (0, 0): 0.12, (1, 1): 0.52, (1, 0): 0.64} if running
        else {(0, 1): 0.0, (0, 0): 0.5, (1, 1): 0.25, (1, 0): 0.75}
    )  # fmt: skip
    phase = phases[int(front), int(near)]
    still = shift * 0.5 if not front else shift * 0.4
    foot = _foot_of(quad, frame, motion, top, phase, front=front, still=still)
    raised = front and near and being.pose in {"wave", "point", "phone"} and frame.pose in {"sit", "stand"}
    if raised:
        lift = 0.4 * math.sin(math.tau * motion.stride) * quad.leg * 0.3 if being.pose == "wave" else 0.0
        foot = (top[0] + quad.leg * 0.85, top[1] - quad.leg * 0.35 + lift)
    standing = quad.back - quad.chest * 0.35 if front else quad.leg + quad.rump * 0.75
    bone = (standing - width * 0.42) * 0.508
    ankle = (foot[0], foot[1] - width * 0.42)
    joint = knee(top, ankle, bone, bone, 1.0 if not front else -0.8)
    limb(canvas, [top, joint, ankle], [min(size * 1.1, width * 2.1), width * 1.12, width * 0.86], tone)
    if "stripes" in coat.pattern or coat.pattern == "mesh":
        for share in (0.3, 0.6, 0.85):
            x, y = joint[0] + (ankle[0] - joint[0]) * share, joint[1] + (ankle[1] - joint[1]) * share
            line(canvas, [(x - width * 0.42, y), (x + width * 0.42, y + 0.02)], coat.marks, width * 0.22, 0.85)
    if "socks" in quad.extras:
        middle = (joint[0] + (ankle[0] - joint[0]) * 0.35, joint[1] + (ankle[1] - joint[1]) * 0.35)
        limb(canvas, [middle, ankle], [width * 1.0, width * 0.88], coat.dark if near else darker(coat.dark, 0.3))
    _draw_foot(canvas, being, quad, foot, tone if "socks" not in quad.extras else coat.dark)


def _draw_foot(canvas: skia.Canvas, being: Being, quad: Quad, foot: Point, tone: str) -> None:
    width, (x, y) = quad.limb, foot
    boots = being.worn("boots")
    if boots:
        blob(canvas, [(x - width * 0.6, y - width * 1.3), (x + width * 0.6, y - width * 1.3), (x + width * 1.2,
            y - width * 0.3),
                      (x + width * 1.1, y), (x - width * 0.6, y)], boots.colour, tension=0.5)  # fmt: skip
    elif quad.foot == "hoof":
        blob(canvas, [(x - width * 0.5, y - width * 0.85), (x + width * 0.5, y - width * 0.85), (x + width * 0.78, y),
                      (x - width * 0.55, y)], "#2f2628", tension=0.3)  # fmt: skip
    elif quad.foot == "pad":
        oval(canvas, (x, y - width * 0.16), width * 0.56, width * 0.2, tone)
        for toe in (-1, 0, 1):
            oval(
                canvas,
                (x + width * 0.22 + toe * width * 0.26, y - width * 0.09),
                width * 0.13,
                width * 0.12,
                "#e9dfcc",
            )
    else:
        paw = lighter(tone, 0.10) if being.species not in {"fox"} else tone
        oval(canvas, (x + width * 0.30, y - width * 0.34), width * 0.78, width * 0.40, paw)
        if quad.foot == "claw":
            for step in (0.2, 0.55, 0.9):
                blob(canvas, [(x + width * step, y - width * 0.3), (x + width * (step + 0.38), y),
                              (x + width * (step - 0.05), y)], "#f1e9d4", tension=0.3)  # fmt: skip


def _folded_leg(
    canvas: skia.Canvas, being: Being, quad: Quad, frame: Frame, tone: str, *, front: bool, near: bool
) -> None:
    width, lift = quad.limb, 0.0 if near else -0.10 * quad.chest
    if front:
        x = frame.shoulder[0] + quad.chest * 0.15 + (0.0 if near else 0.18)
        reach = max(quad.leg * 0.62, quad.limb * 1.6)
        limb(canvas, [(x, frame.shoulder[1] + quad.chest * 0.4), (x + reach * 0.35, -width * 0.5 + lift),
                      (x + reach, -width * 0.45 + lift)], [width * 1.5, width * 1.1, width * 0.85], tone)  # fmt: skip
        _draw_foot(canvas, being, quad, (x + reach, lift), tone)
        return
    x = frame.hip[0]
    haunch = quad.rump * (0.80 if frame.pose == "sit" else 0.74)
    centre = (x + quad.rump * 0.32, -haunch * 0.86 + lift)
    if near:
        oval(canvas, centre, haunch * 1.02, haunch * 0.88, darker(being.coat.main, 0.09))
        oval(canvas, (centre[0] - 0.02, centre[1] - 0.02), haunch * 0.97, haunch * 0.83, being.coat.main)
    reach = max(quad.leg * 0.5, width * 1.5)
    limb(canvas, [(centre[0] - haunch * 0.2, -width * 0.45 + lift), (centre[0] + haunch * 0.55 + reach * 0.3,
        -width * 0.45 + lift)],
         [width * 0.95, width * 0.85], tone)  # fmt: skip
    _draw_foot(canvas, being, quad, (centre[0] + haunch * 0.55 + reach * 0.3, lift), tone)


def draw_facing_leg(
    canvas: skia.Canvas, being: Being, quad: Quad, side: int, body_y: float, wide: float, motion: Motion, *, front: bool
) -> None:
    coat = being.coat
    nearer = front == (being.view == "front")
    tone = (coat.dark if "darklegs" in quad.extras else coat.main) if nearer else darker(coat.main, 0.28)
    x = side * wide * (0.55 if nearer else 0.78)
    moment = (motion.stride + (0.0 if side > 0 else 0.5) + (0.25 if front else 0.0)) % 1.0
    lift = max(0.0, math.sin(math.tau * moment)) * quad.leg * 0.22 * min(1.5, motion.pace)
    foot = (x, -lift - (0.06 * quad.leg if not nearer else 0.0))
    limb(canvas, [(x * 0.9, body_y + quad.chest * 0.4), (x * 1.02, (body_y + foot[1]) / 2), (x,
        foot[1] - quad.limb * 0.4)],
         [quad.limb * 1.7, quad.limb * 1.1, quad.limb * 0.9], tone)  # fmt: skip
    if quad.foot == "hoof":
        blob(canvas, [(x - quad.limb * 0.5, foot[1] - quad.limb * 0.8), (x + quad.limb * 0.5,
            foot[1] - quad.limb * 0.8),
                      (x + quad.limb * 0.62, foot[1]), (x - quad.limb * 0.62, foot[1])], "#2f2628",
                      tension=0.3)  # fmt: skip
    else:
        oval(canvas, (x, foot[1] - quad.limb * 0.34), quad.limb * 0.78, quad.limb * 0.42, lighter(tone, 0.08))
