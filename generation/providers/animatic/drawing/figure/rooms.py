"""How much room each part of a drawn person takes, so that no more is painted than shows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import skia

from generation.providers.animatic.drawing.canvas import Point

from .held import Held, draw_held
from .parts import Frame, Human, Part, grip_of, is_lead

Room = tuple[float, float, float, float]
"""Left, top, right and bottom in heads from the feet."""

_SKETCH = 10
_REACH = 5.0


def room_of(part: Part, human: Human) -> Room:
    """Return the room that `part` takes, or more."""
    joints, build = human.body.joints, human.body.build
    (px, py), (nx, ny), (hx, hy) = joints.pelvis, joints.neck, joints.head
    if part.frame in {Frame.LEAD_ARM, Frame.REAR_ARM}:
        return _arm_room(part, human)
    if part.frame in {Frame.HEAD, Frame.HAIR}:
        low = 1.0 if part.frame is Frame.HEAD else 2.4
        if human.head.hat and human.head.hat.kind in {"bridal", "wimple"}:
            low = max(low, 1.9)
        return hx - 1.5 * build.head, hy - 2.2 * build.head, hx + 1.5 * build.head, hy + low * build.head
    if part.frame is Frame.NECK:
        return _around([(nx, ny + 0.3), (hx, hy)], 0.6)
    if part.frame in {Frame.LEGS, Frame.SKIRT}:
        wide = 1.3 if part.frame is Frame.SKIRT else 0.62
        if human.body.outfit.worn or human.body.outfit.shoes.kind == "fins":
            wide = max(wide, 1.1)
        left, top, right, bottom = _around([(px, py), *joints.lead_leg, *joints.rear_leg], wide)
        return left, min(top, py - build.torso * 0.6), right, min(bottom, 0.4)
    if part.frame is Frame.GROUND:
        return px - 1.5, py - 2.4, px + 1.6, 0.3
    if part.name == "worn behind":
        return min(px, nx) - 2.2, ny - 1.6, max(px, nx) + 2.2, py + 0.6
    if part.name == "worn over":
        return min(px, nx) - 1.5, ny - 0.4, max(px, nx) + 1.5, 0.4
    if part.name == "cape":
        return min(px, nx) - 2.2, ny - 0.6, max(px, nx) + 1.8, 0.3
    return _around([(px, py), (nx, ny)], build.shoulder + 0.9 + (0.9 if part.name == "neckwear" else 0.0))


def _arm_room(part: Part, human: Human) -> Room:
    lead = part.frame is Frame.LEAD_ARM
    bone = human.body.joints.lead_arm if lead else human.body.joints.rear_arm
    sleeve = 0.75 if human.body.outfit.dress and human.body.outfit.dress.kind in {"kimono", "habit"} else 0.0
    left, top, right, bottom = _around(bone[:2], 0.34)
    hand = _around([bone[2]], 0.62)
    room = min(left, hand[0]), min(top, hand[1]), max(right, hand[2]), max(bottom, hand[3]) + sleeve
    if human.held is None or lead != is_lead(human.pose, human.held):
        return room
    grip, held = grip_of(human.body.joints, human.pose, human.held), _held_room(human.held)
    other = _around([human.body.joints.lead_arm[2]], 0.62)
    return (
        min(room[0], grip[0] + held[0], other[0]),
        min(room[1], grip[1] + held[1], other[1]),
        max(room[2], grip[0] + held[2], other[2]),
        max(room[3], grip[1] + held[3], other[3]),
    )


def _around(points: Iterable[Point], more: float) -> Room:
    xs, ys = zip(*points, strict=True)
    return min(xs) - more, min(ys) - more, max(xs) + more, max(ys) + more


@lru_cache(maxsize=128)
def _held_room(held: Held) -> Room:
    """Return the room of a held thing about its grip."""
    surface = skia.Surface(int(2 * _REACH * _SKETCH), int(2 * _REACH * _SKETCH))
    canvas = surface.getCanvas()
    canvas.scale(_SKETCH, _SKETCH)
    canvas.translate(_REACH, _REACH)
    draw_held(canvas, held, (0.0, 0.0), ground=2.6)
    covered = np.asarray(surface.toarray())[:, :, 3] > 0
    columns, rows = np.flatnonzero(covered.any(axis=0)), np.flatnonzero(covered.any(axis=1))
    if not len(columns):
        return 0.0, 0.0, 0.0, 0.0
    return (
        float(columns[0] - 2) / _SKETCH - _REACH,
        float(rows[0] - 2) / _SKETCH - _REACH,
        float(columns[-1] + 3) / _SKETCH - _REACH,
        float(rows[-1] + 3) / _SKETCH - _REACH,
    )
