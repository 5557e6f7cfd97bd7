"""A person as one value: made once from the words of a cast entry, drawn as often as there are frames."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.stage import Face

from .beings import Being, being_of, draw_being
from .body import Body, draw_arm, draw_hips, draw_legs, draw_neck, draw_seat, draw_skirt
from .colours import words_of
from .expressions import expression_of
from .garments import draw_cape, draw_cape_collar, draw_neckwear, draw_trunk
from .hands import draw_hand, palm_of
from .head import Head, draw_head, draw_head_behind
from .held import Held, draw_held, held_of
from .looks import look_of
from .pen import turned
from .poses import Pose, pose_of
from .skeleton import Joints, build_of, joints_of
from .wardrobe import outfit_of

_SEXES = {"male": "male", "man": "male", "boy": "male", "m": "male", "female": "female", "woman": "female",
          "girl": "female", "f": "female"}  # fmt: skip
_AGES = {"child": "child", "kid": "child", "baby": "child", "boy": "child", "girl": "child", "teen": "teen",
         "teenager": "teen", "young": "adult", "adult": "adult", "elder": "elder", "elderly": "elder", "old": "elder",
         "senior": "elder"}  # fmt: skip
_TWO_HANDED = {"book", "wheel", "round wheel", "map"}
_VIEWS = {"camera": "front", "front": "front", "away": "back", "back": "back"}


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody ready to be drawn.

    `height` is in heads; `head_center` is where the head is, in heads from the feet (up is negative), for the
    way the figure is facing and posed.
    """

    name: str
    height: float
    head_center: tuple[float, float]
    mirrored: bool
    body: Body | None = None
    head: Head | None = None
    pose: Pose | None = None
    held: Held | None = None
    being: Being | None = None

    @classmethod
    def from_cast(cls, entry: Mapping[str, Any]) -> Figure:
        """Return the figure of one `cast` entry of a staging; any field may be missing or odd."""
        name = str(entry.get("name") or "")
        being = being_of(entry)
        facing = words_of(entry.get("facing"))
        left = "left" in facing
        if being is not None:
            x, y = being.head_center
            return cls(name, being.height, (-x if left else x, y), left, being=being)
        return _human(entry, name, next((_VIEWS[word] for word in facing if word in _VIEWS), "side"), left=left)

    def light_at(self) -> tuple[Point, str, float, float] | None:
        """Return the light this figure carries as (place in heads, colour, reach, strength)."""
        if self.body is None or self.pose is None or self.held is None or self.held.shine is None:
            return None
        if self.body.view == "back":
            return None
        grip = grip_of(self.body.joints, self.pose, self.held)
        shine = self.held.shine
        x, y = grip[0] + shine.at[0], grip[1] + shine.at[1]
        return (-x if self.mirrored else x, y), shine.colour, shine.reach, shine.strength


def _human(entry: Mapping[str, Any], name: str, view: str, *, left: bool) -> Figure:
    sex = next((_SEXES[word] for word in words_of(entry.get("sex")) if word in _SEXES), "")
    age_words = words_of(entry.get("age")) + words_of(entry.get("sex"))
    age = next((_AGES[word] for word in age_words if word in _AGES), "adult")
    build_word = (words_of(entry.get("build")) or ["average"])[0]
    build = build_of(sex=sex, age=age, build=build_word)
    held = held_of(entry.get("holds"))
    pose = _carrying(pose_of(str(entry.get("pose") or "").strip().lower()), held)
    held = held or held_of(pose.prop)
    if held is not None and held.kind == "wheel" and view != "side":
        held = replace(held, kind="round wheel")
    joints = joints_of(build, pose, view)
    look, outfit = look_of(entry, sex=sex, age=age), outfit_of(entry, sex=sex, age=age)
    shown = expression_of("" if pose.asleep else str(entry.get("expression") or "").strip().lower())
    body = Body(build, joints, outfit, look, sex, view, pose.seated)
    head = Head(look, sex, age, view, shown, outfit.hat, heavy=build_word == "heavy")
    x, y = joints.head
    return Figure(name, build.height, (-x if left else x, y), left, body, head, pose, held)


def _carrying(pose: Pose, held: Held | None) -> Pose:
    """Return the pose with its lead hand where the held thing wants it."""
    if held is None or pose.busy:
        return pose
    if held.carry == "low":
        return replace(pose, lead_hand="grip", lead=(0.16, 0.96) if not pose.seated else pose.lead)
    if held.carry == "upright":
        return replace(pose, lead_hand="grip", lead=(0.58, 0.52), front_lead=(0.26, 0.52))
    return replace(pose, lead_hand="grip", lead=(0.56, 0.42), front_lead=(-0.02, 0.48))


def grip_of(joints: Joints, pose: Pose, held: Held) -> Point:
    """Return where the held thing is gripped."""
    if pose.ear and held.kind in {"phone", "receiver"}:
        return palm_of(joints.rear_arm[2], joints.rear_arm[1])
    if held.kind in _TWO_HANDED and pose.rear_hand in {"grip", "fist"}:
        lead, rear = joints.lead_arm[2], joints.rear_arm[2]
        return (lead[0] + rear[0]) / 2 + 0.12, (lead[1] + rear[1]) / 2 - 0.02
    return palm_of(joints.lead_arm[2], joints.lead_arm[1])


def draw_figure(canvas: skia.Canvas, figure: Figure, face: Face) -> None:
    """Draw a figure with its feet at the origin, one head being one unit."""
    if figure.mirrored:
        canvas.scale(-1, 1)
    if figure.being is not None:
        draw_being(canvas, figure.being, face)
    elif figure.body and figure.head and figure.pose:
        if figure.pose.asleep:
            face = Face(face.mouth, 1.0)
        _draw_human(canvas, figure, figure.body, figure.head, figure.pose, face)


def _draw_human(canvas: skia.Canvas, figure: Figure, body: Body, head: Head, pose: Pose, face: Face) -> None:
    blowing = pose.lead_foot[1] > 0.1
    if pose.seated and body.view != "back":
        draw_seat(canvas, body, arms=pose.asleep)
    if body.view == "back":
        _draw_from_behind(canvas, figure, body, head, pose, face, blowing=blowing)
        return
    if body.outfit.cape:
        with _trunk(canvas, body):
            draw_cape(canvas, body, body.outfit.cape, blowing=blowing)
    with _head(canvas, body, head):
        draw_head_behind(canvas, head)
    if not body.flat:
        _draw_arm(canvas, figure, body, pose, lead=True, dim=0.20, edge=False)
    _draw_clothed(canvas, body)
    draw_neck(canvas, body)
    with _trunk(canvas, body):
        draw_trunk(canvas, body)
        if body.outfit.cape:
            draw_cape_collar(canvas, body, body.outfit.cape)
    with _head(canvas, body, head):
        draw_head(canvas, head, face)
    with _trunk(canvas, body):
        draw_neckwear(canvas, body, blowing=blowing)
    if body.flat:
        _draw_arm(canvas, figure, body, pose, lead=True, dim=0.0, edge=True)
    _draw_arm(canvas, figure, body, pose, lead=False, dim=0.0, edge=True)


def _draw_from_behind(
    canvas: skia.Canvas, figure: Figure, body: Body, head: Head, pose: Pose, face: Face, *, blowing: bool
) -> None:
    for lead in (True, False):
        _draw_arm(canvas, figure, body, pose, lead=lead, dim=0.12, edge=False)
    _draw_clothed(canvas, body)
    draw_neck(canvas, body)
    with _trunk(canvas, body):
        draw_trunk(canvas, body)
        if body.outfit.cape:
            draw_cape(canvas, body, body.outfit.cape, blowing=blowing)
        draw_neckwear(canvas, body, blowing=blowing)
    if pose.seated:
        draw_seat(canvas, body, arms=pose.asleep)
    with _head(canvas, body, head):
        draw_head(canvas, head, face)


def _draw_clothed(canvas: skia.Canvas, body: Body) -> None:
    outfit = body.outfit
    draw_legs(canvas, body)
    draw_hips(canvas, body)
    if outfit.trousers.kind == "skirt" and not outfit.dress:
        draw_skirt(canvas, body, outfit.trousers.colour, outfit.trousers.hem, 0.22)
    if outfit.dress:
        flare = {"gown": 0.42, "kimono": 0.06, "habit": 0.16, "tunic": 0.10}.get(outfit.dress.kind, 0.30)
        draw_skirt(canvas, body, outfit.dress.colour, outfit.dress.hem, flare, split=outfit.dress.kind == "kimono")
    if outfit.outer and outfit.outer.hem > 0.0:
        draw_skirt(
            canvas, body, outfit.outer.colour, outfit.outer.hem, 0.09 if outfit.outer.hem > 0.2 else 0.03, split=True
        )


def _draw_arm(
    canvas: skia.Canvas, figure: Figure, body: Body, pose: Pose, *, lead: bool, dim: float, edge: bool
) -> None:
    held, gesture = figure.held, pose.lead_hand if lead else pose.rear_hand
    holding = held is not None and lead == _is_lead(pose, held)
    if holding and held is not None:
        with_hand = grip_of(body.joints, pose, held)
        draw_held(canvas, held, with_hand)
        gesture = "grip"
    draw_arm(canvas, body, lead=lead, gesture=gesture, dim=dim, edge=edge)
    if holding and held is not None and held.kind in {"book", "map"}:
        _draw_thumbs(canvas, body)


def _draw_thumbs(canvas: skia.Canvas, body: Body) -> None:
    bone = body.joints.lead_arm
    draw_hand(canvas, bone[2], bone[1], body.look.skin, "grip", mirror=False, size=body.build.limb**0.5)


def _is_lead(pose: Pose, held: Held) -> bool:
    if pose.ear and held.kind in {"phone", "receiver"}:
        return False
    return not (held.kind in _TWO_HANDED and pose.rear_hand in {"grip", "fist"})


def _trunk(canvas: skia.Canvas, body: Body) -> AbstractContextManager[None]:
    return turned(canvas, body.joints.pelvis, body.joints.lean)


def _head(canvas: skia.Canvas, body: Body, head: Head) -> AbstractContextManager[None]:
    return turned(canvas, body.joints.head, body.joints.tilt, body.build.head)


_SKETCH = 14
"""Pixels of one head in the sketch that tells how much room a figure takes."""
_ROOM = (5.0, 8.4, 0.6)
"""Heads that the sketch shows to either side, above and below the feet."""


@lru_cache(maxsize=512)
def extent_of(figure: Figure) -> tuple[float, float, float, float]:
    """Return the room a figure takes with all it holds, in heads: left, top, right and bottom edge."""
    side, above, below = _ROOM
    surface = skia.Surface(int(2 * side * _SKETCH), int((above + below) * _SKETCH))
    canvas = surface.getCanvas()
    canvas.translate(side * _SKETCH, above * _SKETCH)
    canvas.scale(_SKETCH, _SKETCH)
    draw_figure(canvas, figure, Face(1.0, 0.0))
    covered = np.asarray(surface.toarray())[:, :, 3] > 0
    columns, rows = np.flatnonzero(covered.any(axis=0)), np.flatnonzero(covered.any(axis=1))
    edge = 2.0
    return (
        float(columns[0] - edge) / _SKETCH - side, float(rows[0] - edge) / _SKETCH - above,
        float(columns[-1] + 1 + edge) / _SKETCH - side, float(rows[-1] + 1 + edge) / _SKETCH - above,
    )  # fmt: skip
