"""A drawn person in parts that can move by themselves, back to front: what each is painted by and what moves it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import Enum

import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.stage import Face

from .accessories import BEHIND, OVER, draw_behind, draw_fishtail, draw_over, draw_wheelchair
from .body import Body, draw_arm, draw_hips, draw_legs, draw_neck, draw_seat, draw_skirt, draw_tutu
from .garments import draw_cape, draw_cape_collar, draw_neckwear, draw_trunk
from .hands import draw_hand, palm_of
from .head import Head, draw_head, draw_head_behind
from .held import Held, draw_held
from .pen import turned
from .poses import Pose
from .skeleton import Joints

_TWO_HANDED = {"book", "wheel", "round wheel", "map"}
_FLARES = {
    "sari": 0.20,
    "kurta": 0.05,
    "leotard": 0.0,
    "skins": 0.10,
    "gown": 0.42,
    "kimono": 0.06,
    "habit": 0.16,
    "tunic": 0.10,
}


class Frame(Enum):
    """What a part moves with."""

    GROUND = "ground"
    LEGS = "legs"
    SKIRT = "skirt"
    TRUNK = "trunk"
    NECK = "neck"
    HEAD = "head"
    HAIR = "hair"
    LEAD_ARM = "lead arm"
    REAR_ARM = "rear arm"


@dataclass(frozen=True, slots=True)
class Human:
    """All that is drawn of a person in one pose and from one side."""

    body: Body
    head: Head
    pose: Pose
    held: Held | None


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `paint` draws it in heads from the feet, looking towards +x."""

    name: str
    frame: Frame
    paint: Callable[[skia.Canvas, Human, Face], None]


def parts_of(human: Human, *, seat: bool = False) -> tuple[Part, ...]:
    """Return the parts of a person, back to front; `seat` shows a chair also when nobody sits on it."""
    chair = Part("seat", Frame.GROUND, _paint_seat) if seat or human.pose.seated else None
    return _from_behind(human.body, chair) if human.body.view == "back" else _from_before(human, chair)


def _from_before(human: Human, chair: Part | None) -> tuple[Part, ...]:
    body, lead = human.body, Part("lead arm", Frame.LEAD_ARM, _paint_lead)
    return tuple(
        part
        for part in (
            chair,
            Part("worn behind", Frame.TRUNK, _paint_behind) if wears_any(body, BEHIND) else None,
            Part("cape", Frame.TRUNK, _paint_cape) if body.outfit.cape else None,
            Part("hair behind", Frame.HAIR, _paint_hair_behind),
            None if body.flat else lead,
            Part("legs", Frame.LEGS, _paint_legs),
            Part("skirt", Frame.SKIRT, _paint_skirt) if has_skirt(body) else None,
            Part("neck", Frame.NECK, _paint_neck),
            Part("trunk", Frame.TRUNK, _paint_trunk),
            Part("head", Frame.HEAD, _paint_head),
            Part("neckwear", Frame.TRUNK, _paint_neckwear) if _wears_round_neck(body) else None,
            lead if body.flat else None,
            Part("rear arm", Frame.REAR_ARM, _paint_rear),
            Part("worn over", Frame.TRUNK, _paint_over) if wears_any(body, OVER) else None,
            Part("wheel", Frame.GROUND, _paint_wheel) if body.outfit.wearing("wheelchair") and chair else None,
        )
        if part is not None
    )


def _from_behind(body: Body, chair: Part | None) -> tuple[Part, ...]:
    return tuple(
        part
        for part in (
            Part("lead arm", Frame.LEAD_ARM, _paint_lead),
            Part("rear arm", Frame.REAR_ARM, _paint_rear),
            Part("legs", Frame.LEGS, _paint_legs),
            Part("skirt", Frame.SKIRT, _paint_skirt) if has_skirt(body) else None,
            Part("neck", Frame.NECK, _paint_neck),
            Part("trunk", Frame.TRUNK, _paint_back),
            Part("worn behind", Frame.TRUNK, _paint_behind) if wears_any(body, BEHIND) else None,
            Part("worn over", Frame.TRUNK, _paint_over) if wears_any(body, OVER) else None,
            chair,
            Part("head", Frame.HEAD, _paint_head),
        )
        if part is not None
    )


def wears_any(body: Body, kinds: frozenset[str]) -> bool:
    """Whether something of these kinds is worn besides the clothes."""
    return any(garment.kind in kinds for garment in body.outfit.worn)


def _wears_round_neck(body: Body) -> bool:
    return bool(body.outfit.scarf or (body.outfit.pearls and body.view != "back"))


def _blowing(human: Human) -> bool:
    return human.pose.lead_foot[1] > 0.1 and human.pose.lean > 8


def _trunk(canvas: skia.Canvas, body: Body) -> AbstractContextManager[None]:
    return turned(canvas, body.joints.pelvis, body.joints.lean)


def _head(canvas: skia.Canvas, human: Human) -> AbstractContextManager[None]:
    return turned(canvas, human.body.joints.head, human.body.joints.tilt, human.body.build.head)


def _paint_seat(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    if human.body.outfit.wearing("wheelchair"):
        draw_wheelchair(canvas, human.body, before=False)
        return
    draw_seat(canvas, human.body, arms=human.pose.asleep)


def _paint_wheel(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    draw_wheelchair(canvas, human.body, before=True)


def _paint_behind(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    with _trunk(canvas, human.body):
        draw_behind(canvas, human.body)


def _paint_over(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    with _trunk(canvas, human.body):
        draw_over(canvas, human.body)


def _paint_cape(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    with _trunk(canvas, human.body):
        draw_cape(canvas, human.body, human.body.outfit.cape or "", blowing=_blowing(human))


def _paint_hair_behind(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    with _head(canvas, human):
        draw_head_behind(canvas, human.head)


def has_skirt(body: Body) -> bool:
    """Whether cloth hangs about the legs: a skirt, a dress, or the lower part of a coat."""
    outfit = body.outfit
    if outfit.wearing("fishtail"):
        return False
    return bool(outfit.dress or outfit.trousers.kind in {"skirt", "tutu"} or (outfit.outer and outfit.outer.hem > 0.0))


def _paint_legs(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    tail = human.body.outfit.wearing("fishtail")
    if tail and not human.body.seated:
        draw_fishtail(canvas, human.body, tail)
        return
    draw_legs(canvas, human.body)
    draw_hips(canvas, human.body)


def _paint_skirt(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    body, outfit = human.body, human.body.outfit
    if outfit.trousers.kind == "skirt" and not outfit.dress:
        draw_skirt(canvas, body, outfit.trousers.colour, outfit.trousers.hem, 0.22,
                   plaid=outfit.trousers.pattern == "plaid")  # fmt: skip
    if outfit.dress:
        flare = _FLARES.get(outfit.dress.kind, 0.30)
        draw_skirt(canvas, body, outfit.dress.colour, outfit.dress.hem, flare, split=outfit.dress.kind == "kimono")
    if outfit.trousers.kind == "tutu":
        draw_tutu(canvas, body, outfit.trousers.colour)
    if outfit.outer and outfit.outer.hem > 0.0:
        flare = 0.09 if outfit.outer.hem > 0.2 else 0.03
        draw_skirt(canvas, body, outfit.outer.colour, outfit.outer.hem, flare, split=True)


def _paint_neck(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    draw_neck(canvas, human.body)


def _paint_trunk(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    body = human.body
    with _trunk(canvas, body):
        draw_trunk(canvas, body)
        if body.outfit.cape:
            draw_cape_collar(canvas, body, body.outfit.cape)


def _paint_back(canvas: skia.Canvas, human: Human, face: Face) -> None:
    body = human.body
    with _trunk(canvas, body):
        draw_trunk(canvas, body)
        if body.outfit.cape:
            draw_cape(canvas, body, body.outfit.cape, blowing=_blowing(human))
    _paint_neckwear(canvas, human, face)


def _paint_neckwear(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    with _trunk(canvas, human.body):
        draw_neckwear(canvas, human.body, blowing=_blowing(human))


def _paint_head(canvas: skia.Canvas, human: Human, face: Face) -> None:
    with _head(canvas, human):
        draw_head(canvas, human.head, face)


def _paint_lead(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    dim = 0.12 if human.body.view == "back" else 0.0 if human.body.flat else 0.20
    _paint_arm(canvas, human, lead=True, dim=dim, edge=human.body.view == "front")


def _paint_rear(canvas: skia.Canvas, human: Human, _face: Face) -> None:
    back = human.body.view == "back"
    _paint_arm(canvas, human, lead=False, dim=0.12 if back else 0.0, edge=not back)


def _paint_arm(canvas: skia.Canvas, human: Human, *, lead: bool, dim: float, edge: bool) -> None:
    body, pose, held = human.body, human.pose, human.held
    gesture = pose.lead_hand if lead else pose.rear_hand
    holding = held is not None and lead == is_lead(pose, held)
    if holding and held is not None:
        draw_held(canvas, held, grip_of(body.joints, pose, held))
        gesture = "grip"
    draw_arm(canvas, body, lead=lead, gesture=gesture, dim=dim, edge=edge)
    if holding and held is not None and held.kind in {"book", "map"}:
        bone = body.joints.lead_arm
        draw_hand(canvas, bone[2], bone[1], body.look.skin, "grip", mirror=False, size=body.build.limb**0.5)


def is_lead(pose: Pose, held: Held) -> bool:
    """Whether the lead hand has the held thing, and not the rear one or both."""
    if pose.ear and held.kind in {"phone", "receiver"}:
        return False
    return not is_two_handed(pose, held)


def is_two_handed(pose: Pose, held: Held) -> bool:
    """Whether both hands are at the held thing."""
    return held.kind in _TWO_HANDED and pose.rear_hand in {"grip", "fist"}


def grip_of(joints: Joints, pose: Pose, held: Held) -> Point:
    """Return where the held thing is gripped."""
    if pose.ear and held.kind in {"phone", "receiver"}:
        return palm_of(joints.rear_arm[2], joints.rear_arm[1])
    if is_two_handed(pose, held):
        lead, rear = joints.lead_arm[2], joints.rear_arm[2]
        return (lead[0] + rear[0]) / 2 + 0.12, (lead[1] + rear[1]) / 2 - 0.02
    return palm_of(joints.lead_arm[2], joints.lead_arm[1])
