"""Whoever goes on two legs without being human: apes, dressed animals of picture books, monsters and their kin."""

from __future__ import annotations

import math
from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.held import draw_held
from generation.providers.animatic.drawing.figure.pen import blob, clipped, disc, limb, oval, turned
from generation.providers.animatic.drawing.stage import Face

from .being import AT_EASE, Being, Motion
from .dressing import draw_cape, draw_clothes, draw_skirted
from .garb import draw_headwear, draw_neckwear
from .pelt import contour, hull, knee, patterned, pelt
from .skulls import Skull, draw_skull
from .tails import draw_tail


@dataclass(frozen=True, slots=True)
class Upright:
    """Measures of an upright body in heads: `leg` and `torso` are heights, the others half widths or widths."""

    leg: float
    torso: float
    hips: float
    chest: float
    limb: float
    arm: float
    head: float
    skull: Skull
    tail: str = "none"
    tail_length: float = 0.8
    hunch: float = 0.06
    extras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """Where the joints of a posed upright body are; hands are targets."""

    hip: Point
    neck: Point
    head: Point
    near_hand: Point
    far_hand: Point
    pose: str


_SITS = {"sit", "read", "drive", "type", "drink", "eat"}
_LIES = {"sleep", "lie", "rest"}


def stance_of(build: Upright, pose: str, view: str, motion: Motion = AT_EASE) -> Stance:
    """Return where the joints are in a pose."""
    breath = motion.bob * 0.02 * build.torso
    bounce = abs(math.sin(math.tau * motion.stride)) * 0.05 * build.leg * min(1.5, motion.pace)
    seat = 0.0
    if pose in _SITS:
        seat = build.leg * 0.82
    elif pose in {"kneel", "fear", "crouch", "hide"}:
        seat = build.leg * 0.45
    elif pose in _LIES:
        seat = build.leg * 0.82
    lean = (
        build.hunch
        + {"run": 0.22, "walk": 0.06, "fear": 0.10, "bow": 0.35}.get(pose, 0.0)
        + 0.08 * max(0.0, motion.pace - 1)
    )
    lean = lean if view == "side" else 0.0
    hip = (0.0, -build.leg + seat - build.hips * 0.2 - bounce)
    neck = (hip[0] + build.torso * lean, hip[1] - build.torso - breath)
    head = (neck[0] + build.head * 0.30 * (view == "side"), neck[1] - build.head * 0.72)
    if pose in _LIES:
        head = (neck[0] + build.head * 0.55, neck[1] - build.head * 0.38)
    shoulder = (neck[0], neck[1] + build.chest * 0.42)
    swing = math.sin(math.tau * motion.stride) * min(1.6, motion.pace) or {"walk": 0.6, "run": 1.0}.get(pose, 0.0)
    reach = build.arm
    hang = (0.25 if view == "side" else build.chest * 0.9, reach * 0.92)
    near = (shoulder[0] + 0.12 - swing * reach * 0.4, shoulder[1] + hang[1])
    far = (shoulder[0] + 0.28 + swing * reach * 0.4, shoulder[1] + hang[1])
    if pose == "point":
        far = (shoulder[0] + reach * 0.98, shoulder[1] - reach * 0.12)
    elif pose == "wave":
        wave = math.sin(math.tau * motion.stride) * 0.16 * reach if motion.pace else 0.0
        far = (shoulder[0] + reach * 0.62 + wave, shoulder[1] - reach * 0.72)
    elif pose in {"phone"}:
        near = (head[0] - build.head * 0.4, head[1] + build.head * 0.2)
    elif pose in {"hold", "drink", "eat"}:
        far = (shoulder[0] + reach * 0.62, shoulder[1] + reach * 0.30)
    elif pose in {"read", "drive", "type", "hug", "pray", "beg"}:
        near, far = (
            (shoulder[0] + reach * 0.55, shoulder[1] + reach * 0.45),
            (shoulder[0] + reach * 0.62, shoulder[1] + reach * 0.35),
        )
    elif pose in {"fear", "surprise"}:
        near, far = (
            (head[0] - build.head * 0.3, head[1] + build.head * 0.8),
            (head[0] + build.head * 0.75, head[1] + build.head * 0.8),
        )
    elif pose in {"cheer", "jump", "dance", "fly"}:
        near, far = (
            (shoulder[0] - reach * 0.6, shoulder[1] - reach * 0.75),
            (shoulder[0] + reach * 0.66, shoulder[1] - reach * 0.75),
        )
    return Stance(hip, neck, head, near, far, pose)


def measure(being: Being, build: Upright) -> tuple[float, Point, float]:
    """Return height, middle of the head, and length of a being at rest."""
    standing, posed = stance_of(build, "stand", "side"), stance_of(build, being.pose, being.view)
    tall = -standing.head[1] + build.head * 1.15
    long = build.chest * 2.4 + (build.tail_length if build.tail != "none" else 0.0)
    return tall, posed.head, max(long, build.head * 2.2)


def draw(canvas: skia.Canvas, being: Being, build: Upright, face: Face, motion: Motion) -> None:
    """Draw an upright being with its feet at the origin, looking towards +x, or towards or away from us."""
    stance = stance_of(build, being.pose, being.view, motion)
    behind = being.view == "back"
    if not behind:
        _draw_tail(canvas, being, build, stance, motion)
    if being.view == "side":
        _draw_arm(canvas, being, build, stance, near=False)
        _draw_leg(canvas, being, build, stance, motion, near=False)
    else:
        for side in (-1, 1):
            _draw_leg(canvas, being, build, stance, motion, near=side < 0)
    cape = being.worn("cape")
    if cape and not behind:
        draw_cape(canvas, build, stance, cape.colour, motion)
    _draw_body(canvas, being, build, stance, motion)
    if being.view == "side":
        _draw_leg(canvas, being, build, stance, motion, near=True)
    if being.view == "side" or behind:
        draw_skirted(canvas, being, build, stance)
    if behind:
        if cape:
            draw_cape(canvas, build, stance, cape.colour, motion)
        _draw_tail(canvas, being, build, stance, motion)
    if being.view != "side":
        draw_skirted(canvas, being, build, stance)
        for near in (False, True):
            _draw_arm(canvas, being, build, stance, near=near)
    draw_skull(canvas, being, build.skull, stance.head, build.head, face, motion)
    throat = (stance.neck[0] + build.head * 0.10 * (being.view == "side"), stance.neck[1] + build.head * 0.10)
    draw_neckwear(canvas, being, throat, max(build.head * 0.60, build.chest * 0.6), motion)
    draw_headwear(canvas, being, stance.head, build.head, face, long=build.skull.long)
    if being.view == "side":
        _draw_arm(canvas, being, build, stance, near=True)


def _draw_tail(canvas: skia.Canvas, being: Being, build: Upright, stance: Stance, motion: Motion) -> None:
    draw_tail(canvas, being, build.tail, (stance.hip[0] - build.hips * 0.2, stance.hip[1] + build.hips * 0.3),
        build.hips,
              build.tail_length, build.limb, motion,
                  seated="sit" if stance.pose in _SITS | _LIES else "stand")  # fmt: skip


def _torso(build: Upright, stance: Stance) -> skia.Path:
    (hx, hy), (nx, ny) = stance.hip, stance.neck
    return hull([(nx, ny + build.chest * 0.55, build.chest * 0.86),
                 ((hx + nx) / 2, (hy + ny) / 2 + build.chest * 0.1, (build.chest + build.hips) / 2 * 1.04),
                 (hx, hy - build.hips * 0.25, build.hips)])  # fmt: skip


def _draw_body(canvas: skia.Canvas, being: Being, build: Upright, stance: Stance, motion: Motion) -> None:
    coat, path = being.coat, _torso(build, stance)
    (hx, hy), (nx, ny) = stance.hip, stance.neck
    if "spines" in build.extras:
        _draw_halo(canvas, build, stance, being.coat.dark, spiky=True)
    elif "wool" in build.extras:
        _draw_halo(canvas, build, stance, being.coat.pale, spiky=False)
    if "shaggy" in build.extras:
        _draw_shag(canvas, being, build, stance)
    canvas.drawPath(path, pelt(coat.main, ny, hy + build.hips * 0.8))
    patterned(canvas, path, coat, being.variant)
    front = being.view != "back"
    shift = build.chest * 0.30 if being.view == "side" else 0.0
    with clipped(canvas, path):
        if front and "belly" in build.extras:
            oval(
                canvas,
                ((hx + nx) / 2 + shift, (hy + ny) / 2 + build.hips * 0.2),
                build.hips * 0.66,
                build.torso * 0.44,
                coat.pale,
                0.92,
            )
        draw_clothes(canvas, being, build, stance, shift)
    contour(canvas, path, coat.main, 0.025, 0.3)
    pack = being.worn("pack")
    if pack and being.view != "front":
        x = nx - build.chest * (0.95 if being.view == "side" else 0.0)
        canvas.drawRoundRect(skia.Rect(x - build.chest * 0.6, ny + build.chest * 0.3, x + build.chest * 0.5,
            hy - build.hips * 0.3),
                             0.16, 0.16, pelt(pack.colour, ny, hy))  # fmt: skip


def _draw_shag(canvas: skia.Canvas, being: Being, build: Upright, stance: Stance) -> None:
    (hx, hy), (nx, ny) = stance.hip, stance.neck
    middle, points = ((hx + nx) / 2, (hy + ny) / 2), []
    for step in range(40):
        turn = math.tau * step / 40
        reach = 1.14 if step % 2 else 1.0
        wide = (build.chest + build.hips) / 2 * 1.05
        points.append(
            (
                middle[0] + math.cos(turn) * wide * reach,
                middle[1] + math.sin(turn) * (build.torso * 0.5 + build.hips * 0.5) * reach,
            )
        )
    blob(canvas, points, darker(being.coat.main, 0.12), tension=0.2)


def _draw_halo(canvas: skia.Canvas, build: Upright, stance: Stance, colour: str, *, spiky: bool) -> None:
    """Draw spines or wool around a head and down a back."""
    (hx, hy), (x, y) = stance.hip, stance.head
    points: list[Point] = []
    for step in range(46):
        turn = math.pi * (0.55 + 1.45 * step / 45)
        reach = (1.34 if step % 2 else 1.06) if spiky else 1.16 + 0.06 * (step % 3)
        points.append(
            (x - build.head * 0.12 + math.cos(turn) * build.head * reach, y + math.sin(turn) * build.head * reach)
        )
    points += [
        (hx + build.hips * 0.2, hy),
        (hx - build.hips * 1.25, hy + build.hips * 0.3),
        (hx - build.hips * 1.35, hy - build.torso * 0.4),
    ]
    blob(canvas, points, colour, tension=0.1 if spiky else 0.58)


def _sleeved(being: Being) -> str | None:
    garb = being.worn("coat", "sweater", "robe")
    return garb.colour if garb else None


def _draw_arm(canvas: skia.Canvas, being: Being, build: Upright, stance: Stance, *, near: bool) -> None:
    if being.view == "side":
        shoulder = (stance.neck[0] + (-0.06 if near else 0.20) * build.chest, stance.neck[1] + build.chest * 0.45)
        hand, bend = stance.near_hand if near else stance.far_hand, -1.0
    else:
        side = -1 if near else 1
        shoulder = (side * build.chest * 0.78, stance.neck[1] + build.chest * 0.45)
        raw = stance.far_hand if not near else stance.near_hand
        raised = raw[1] < shoulder[1] + build.arm * 0.6
        dx = abs(raw[0] - stance.neck[0])
        hand = (shoulder[0] + side * (min(dx, build.arm * 0.6) if raised else build.chest * 0.28), raw[1])
        bend = 1.0 if side > 0 else -1.0
    held = being.held if (near == (being.pose == "phone")) else None
    if being.view == "side" and held is None and being.held is not None and not near and being.pose != "phone":
        held = being.held
    if held is not None and being.pose in {"stand", "walk", "run", "talk", "sit"}:
        hand = (shoulder[0] + build.arm * 0.62, shoulder[1] + build.arm * 0.45)
    tone = being.coat.main if near or being.view != "side" else darker(being.coat.main, 0.24)
    length = build.arm * 0.54
    joint = knee(shoulder, hand, length, length, bend)
    reach = math.dist(shoulder, hand)
    if reach > length * 2:
        hand = (
            shoulder[0] + (hand[0] - shoulder[0]) * length * 2 / reach,
            shoulder[1] + (hand[1] - shoulder[1]) * length * 2 / reach,
        )
    width = build.limb * 0.86
    sleeve = _sleeved(being)
    if held is not None and being.view != "back":
        with turned(canvas, hand, 0.0, max(0.55, min(1.15, build.head * 1.1))):
            draw_held(canvas, held, (0.0, 0.0), ground=-hand[1])
    limb(canvas, [shoulder, joint, hand], [width * 1.15, width, width * 0.86], tone)
    if sleeve:
        colour = sleeve if near or being.view != "side" else darker(sleeve, 0.22)
        cuff = (joint[0] + (hand[0] - joint[0]) * 0.72, joint[1] + (hand[1] - joint[1]) * 0.72)
        limb(canvas, [shoulder, joint, cuff], [width * 1.36, width * 1.2, width * 1.1], colour)
    gloves = being.worn("gloves")
    paw = gloves.colour if gloves else lighter(tone, 0.10) if "belly" not in build.extras else darker(tone, 0.06)
    disc(canvas, hand, width * 0.60, paw)
    if being.view == "side":
        disc(canvas, (hand[0] + width * 0.34, hand[1] - width * 0.30), width * 0.24, paw)
    if "claws" in build.extras:
        for step in (-1, 0, 1):
            blob(canvas, [(hand[0] + step * width * 0.32 - 0.05, hand[1] + width * 0.4),
                (hand[0] + step * width * 0.32 + 0.05, hand[1] + width * 0.4),
                          (hand[0] + step * width * 0.36, hand[1] + width * 0.85)], "#f1e9d4", tension=0.3)  # fmt: skip


def _draw_leg(canvas: skia.Canvas, being: Being, build: Upright, stance: Stance, motion: Motion, *, near: bool) -> None:
    (hx, hy), width = stance.hip, build.limb * 1.15
    facing = being.view != "side"
    side = -1 if near else 1
    tone = being.coat.main if near or facing else darker(being.coat.main, 0.28)
    trousers = being.worn("overalls")
    if trousers:
        tone = trousers.colour if near or facing else darker(trousers.colour, 0.25)
    top = (hx + (side * build.hips * 0.52 if facing else -0.06 * side * build.hips), hy)
    shoe = being.worn("boots")
    foot_colour = shoe.colour if shoe else lighter(tone, 0.08) if not trousers else being.coat.main
    long = build.limb * (1.15 if "bigfeet" not in build.extras else 1.7)
    if stance.pose in _SITS | _LIES:
        ankle = (hx + (side * build.hips * 0.7 if facing else build.hips * 0.8 + build.leg * 0.55), -build.limb * 0.42)
        limb(
            canvas,
            [(top[0], min(top[1] + build.hips * 0.3, -build.limb * 0.5)), ankle],
            [width * 1.15, width * 0.9],
            tone,
        )
        oval(
            canvas,
            (ankle[0] + build.limb * 0.15, ankle[1] - build.limb * 0.25),
            build.limb * 0.5,
            build.limb * 0.72,
            foot_colour,
        )
        return
    pace = motion.pace or {"walk": 1.0, "run": 1.6}.get(being.pose, 0.0)
    moment = (motion.stride + (0.0 if near else 0.5) + (0.12 if not motion.pace else 0.0)) % 1.0
    swing = math.sin(math.tau * moment) * build.leg * 0.42 * min(1.4, pace)
    lift = max(0.0, math.cos(math.tau * moment)) * build.leg * 0.24 * min(1.5, pace)
    stepping = (top[0] + swing + (0.05 if near else 0.12) * build.hips, -lift)
    foot = (top[0] * 1.05, -lift * 0.8) if facing else stepping
    ankle = (foot[0], foot[1] - build.limb * 0.40)
    bone = max(0.1, math.dist(top, (top[0], -build.limb * 0.4)) * 0.53)
    joint = knee(top, ankle, bone, bone, -1.0 if not facing else 0.0)
    limb(canvas, [top, joint, ankle], [width * 1.25, width, width * 0.86], tone)
    if facing:
        oval(
            canvas,
            (foot[0] + side * build.limb * 0.12, foot[1] - build.limb * 0.28),
            build.limb * 0.72,
            build.limb * 0.40,
            foot_colour,
        )
    else:
        blob(canvas, [(foot[0] - build.limb * 0.55, foot[1]), (foot[0] - build.limb * 0.5, foot[1] - build.limb * 0.6),
                      (foot[0] + build.limb * 0.35, foot[1] - build.limb * 0.72), (foot[0] + long,
                      foot[1] - build.limb * 0.22),
                      (foot[0] + long * 0.9, foot[1])], foot_colour, tension=0.55)  # fmt: skip


__all__ = ["Upright", "draw", "measure", "stance_of"]
