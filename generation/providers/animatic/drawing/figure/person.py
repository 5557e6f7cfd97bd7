"""A person as one value: made once from the words of a cast entry, drawn as often as there are frames."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import skia

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.stage import Face

from .beings import Being, being_of, draw_being
from .body import Body
from .colours import words_of
from .costume_words import BEARDED, clothes_of
from .expressions import expression_of
from .head import Head
from .held import Held, held_of
from .looks import Look, look_of
from .parts import Human, grip_of, parts_of
from .poses import Pose, pose_of
from .skeleton import build_of, joints_of
from .wardrobe import Outfit, outfit_of

_SEXES = {"male": "male", "man": "male", "boy": "male", "m": "male", "female": "female", "woman": "female",
          "girl": "female", "f": "female"}  # fmt: skip
_AGES = {"child": "child", "kid": "child", "baby": "child", "boy": "child", "girl": "child", "teen": "teen",
         "teenager": "teen", "young": "adult", "adult": "adult", "elder": "elder", "elderly": "elder", "old": "elder",
         "senior": "elder"}  # fmt: skip
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

    @property
    def human(self) -> Human | None:
        """What is drawn of a person; None for an animal or a robot."""
        if self.body is None or self.head is None or self.pose is None:
            return None
        return Human(self.body, self.head, self.pose, self.held)

    @property
    def facing(self) -> str:
        """Where somebody looks: left, right, camera or away."""
        view = self.body.view if self.body else self.being.view if self.being else "side"
        return {"front": "camera", "back": "away"}.get(view, "left" if self.mirrored else "right")

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
    pose = carrying(pose_of(_pose_word(entry)), held)
    held = held or held_of(pose.prop)
    if held is not None and held.kind == "wheel" and view != "side":
        held = replace(held, kind="round wheel")
    joints = joints_of(build, pose, view)
    look, outfit = look_of(entry, sex=sex, age=age), outfit_of(entry, sex=sex, age=age)
    look, outfit = _in_costume(entry, look, outfit, sex=sex, age=age)
    shown = expression_of("" if pose.asleep else str(entry.get("expression") or "").strip().lower())
    body = Body(build, joints, outfit, look, sex, view, pose.seated > 0.5)
    head = Head(look, sex, age, view, shown, outfit.hat, heavy=build_word == "heavy", worn=outfit.worn)
    return _placed(Figure(name, build.height, joints.head, left, body, head, pose, held))


def _pose_word(entry: Mapping[str, Any]) -> str:
    word = str(entry.get("pose") or "").strip().lower()
    rolling = "wheelchair" in clothes_of(entry) and not pose_of(word).seated
    return "sit" if rolling and word not in {"lie", "sleep", "ground", "fall"} else word


def _in_costume(entry: Mapping[str, Any], look: Look, outfit: Outfit, *, sex: str, age: str) -> tuple[Look, Outfit]:
    """Return a look and an outfit that agree: skin where little is worn, the beard and the patch that belong to it."""
    said = f"{clothes_of(entry)} {entry.get('role') or ''}".lower()
    if re.search(r"\beye ?-?patch\b", said):
        look = replace(look, eyepatch=True)
    if BEARDED.search(f"{said} {entry.get('wears') or ''}".lower()) and sex == "male" and age not in {"child", "teen"}:
        look = replace(look, beard=look.beard or "full")
    if outfit.top.kind == "bare":
        outfit = replace(outfit, top=replace(outfit.top, colour=look.skin))
    if outfit.shoes.kind == "bare":
        outfit = replace(outfit, shoes=replace(outfit.shoes, colour=look.skin))
    return look, outfit


def carrying(pose: Pose, held: Held | None) -> Pose:
    """Return the pose with its lead hand where the held thing wants it."""
    if held is None or pose.busy:
        return pose
    if held.carry == "low":
        return replace(pose, lead_hand="grip", lead=(0.16, 0.96) if not pose.seated else pose.lead)
    if held.carry == "upright":
        return replace(pose, lead_hand="grip", lead=(0.58, 0.52), front_lead=(0.26, 0.52))
    return replace(pose, lead_hand="grip", lead=(0.56, 0.42), front_lead=(-0.02, 0.48))


def draw_figure(canvas: skia.Canvas, figure: Figure, face: Face) -> None:
    """Draw a figure with its feet at the origin, one head being one unit."""
    if figure.mirrored:
        canvas.scale(-1, 1)
    if figure.being is not None:
        draw_being(canvas, figure.being, face)
    human = figure.human
    if human is None:
        return
    canvas.concat(laid_over(human))
    shown = face_in(human.pose, face)
    for part in parts_of(human):
        part.paint(canvas, human, shown)


def face_in(pose: Pose, face: Face) -> Face:
    """Return the face as the pose allows it: whoever sleeps has shut eyes."""
    return replace(face, blink=1.0) if pose.asleep else face


def laid_over(human: Human) -> skia.Matrix:
    """Return how a body lies on the ground: the whole of it turned about its middle, and not at all when it stands."""
    roll, build = human.pose.roll, human.body.build
    if not roll:
        return skia.Matrix.I()
    share = min(1.0, abs(roll) / 90)
    middle = build.height * 0.5 * share
    matrix = skia.Matrix.Translate(middle if roll < 0 else -middle, -build.hips * 0.9 * share)
    return matrix.preRotate(roll)


def posed(figure: Figure, pose: Pose) -> Figure:
    """Return the same person in another pose."""
    if figure.body is None or figure.pose == pose:
        return figure
    joints = joints_of(figure.body.build, pose, figure.body.view)
    body = replace(figure.body, joints=joints, seated=pose.seated > 0.5)
    return _placed(replace(figure, body=body, pose=pose))


def turned_to(figure: Figure, facing: str) -> Figure:
    """Return the same person seen from another side; `facing` is left, right, camera or away."""
    left, view = facing == "left", _VIEWS.get(facing, "side")
    if figure.body is None or figure.head is None or figure.pose is None:
        x = abs(figure.head_center[0])
        being = replace(figure.being, view=view) if figure.being else None
        return replace(figure, mirrored=left, being=being, head_center=(-x if left else x, figure.head_center[1]))
    joints = joints_of(figure.body.build, figure.pose, view)
    body, head = replace(figure.body, view=view, joints=joints), replace(figure.head, view=view)
    return _placed(replace(figure, mirrored=left, body=body, head=head))


def _placed(figure: Figure) -> Figure:
    """Return the figure with its head where its joints say."""
    human = figure.human
    if human is None:
        return figure
    at = laid_over(human).mapXY(*human.body.joints.head)
    return replace(figure, head_center=(-at.x() if figure.mirrored else at.x(), at.y()))


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
