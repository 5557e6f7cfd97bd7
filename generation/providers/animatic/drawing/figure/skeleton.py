"""Bones: the measures of a body and where its joints lie in a pose.

Measures are in heads. The origin is on the ground between the feet, y grows downwards and the person
looks towards +x. The *lead* arm and leg are on the +x side; they act. The *rear* ones are nearer to us.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from generation.providers.animatic.drawing.canvas import Point

from .poses import Pose

Bone = tuple[Point, Point, Point]
"""Start, joint and end: shoulder, elbow, wrist, or hip, knee, ankle."""

_ELBOW_TURNS = 4.0
"""How fast an elbow seen from the front goes from one side of the arm to the other while the arm swings past."""


@dataclass(frozen=True, slots=True)
class Build:
    """The measures of a body; widths are half widths."""

    height: float
    hip: float
    shoulder: float
    waist: float
    hips: float
    limb: float
    head: float = 1.0
    bust: float = 0.0
    belly: float = 0.0
    stoop: float = 0.0

    @property
    def torso(self) -> float:
        """From the hips to the base of the neck."""
        return self.height - 1.32 - self.hip

    @property
    def arm(self) -> float:
        """From the shoulder to the wrist."""
        return 0.62 * self.torso + 0.2 * self.hip


_AGES = {
    "child": Build(4.15, 1.42, 0.40, 0.34, 0.34, 0.84, head=1.06),
    "teen": Build(5.0, 2.02, 0.46, 0.34, 0.36, 0.88, head=1.02),
    "adult": Build(5.45, 2.25, 0.54, 0.40, 0.40, 1.0),
    "elder": Build(5.1, 2.04, 0.50, 0.42, 0.42, 0.96, belly=0.04, stoop=7.0),
}


def build_of(*, sex: str, age: str, build: str) -> Build:
    """Return the measures of a person; words it does not know mean an average adult."""
    body = _AGES.get(age, _AGES["adult"])
    if sex == "female" and age != "child":
        body = replace(
            body, shoulder=body.shoulder * 0.86, waist=body.waist * 0.82, hips=body.hips * 1.04,
            limb=body.limb * 0.88, bust=0.07 if age != "teen" else 0.04,
        )  # fmt: skip
    if build == "slim":
        body = replace(
            body, shoulder=body.shoulder * 0.93, waist=body.waist * 0.86, hips=body.hips * 0.92, limb=body.limb * 0.9
        )
    elif build == "heavy":
        body = replace(
            body, shoulder=body.shoulder * 1.12, waist=body.waist * 1.42, hips=body.hips * 1.24,
            limb=body.limb * 1.16, belly=body.belly + 0.16,
        )  # fmt: skip
    elif build in {"tall", "short"}:
        body = _stretched(body, 1.07 if build == "tall" else 0.92)
    return body


def _stretched(body: Build, factor: float) -> Build:
    return replace(body, height=round(body.height * factor, 3), hip=body.hip * (factor * 1.6 - 0.6))


@dataclass(frozen=True, slots=True)
class Joints:
    """Where everything lies; `lean` and `tilt` are degrees, clockwise."""

    pelvis: Point
    lean: float
    neck: Point
    head: Point
    tilt: float
    lead_arm: Bone
    rear_arm: Bone
    lead_leg: Bone
    rear_leg: Bone


def bend(start: Point, target: Point, upper: float, lower: float, towards: Point | float) -> Bone:
    """Return the limb from `start` to `target`, its joint on the side that `towards` points to.

    Instead of a direction `towards` may be a side: 1 or -1, or between them for a joint that comes towards us. A
    target out of reach is pulled in, so that no limb is ever longer than its bones.
    """
    if math.dist(start, target) < 1e-6:
        target = (start[0], start[1] + 1e-3)
    away = math.dist(start, target)
    reach = min(max(away, abs(upper - lower) + 0.12), (upper + lower) * 0.995)
    dx, dy = (target[0] - start[0]) / away, (target[1] - start[1]) / away
    on_line = (upper**2 - lower**2 + reach**2) / (2 * reach)
    aside = math.sqrt(max(0.0, upper**2 - on_line**2))
    side = _side_of(towards, dx, dy) if isinstance(towards, tuple) else towards
    joint = (start[0] + dx * on_line - dy * aside * side, start[1] + dy * on_line + dx * aside * side)
    return start, joint, (start[0] + dx * reach, start[1] + dy * reach)


def _side_of(towards: Point, dx: float, dy: float) -> float:
    return 1.0 if -dy * towards[0] + dx * towards[1] >= 0 else -1.0


def _turn(point: Point, degrees: float) -> Point:
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    return point[0] * cosine - point[1] * sine, point[0] * sine + point[1] * cosine


def joints_of(body: Build, pose: Pose, view: str) -> Joints:
    """Return the joints of a body in a pose; `view` is side, front or back."""
    flat = view != "side"
    lean = (pose.lean + body.stoop) * (0.15 if flat else 1.0)
    pelvis = (pose.hips, -body.hip * pose.pelvis)
    trunk = _turn((0.0, -body.torso), lean)
    neck = (pelvis[0] + trunk[0], pelvis[1] + trunk[1])
    tilt = pose.tilt * (0.4 if flat else 1.0) + body.stoop * (0.0 if flat else 0.5)
    reach = _turn((0.0 if flat else 0.07, -0.70), lean * 0.5 + tilt * 0.4)
    head = (neck[0] + reach[0], neck[1] + reach[1] + pose.shrug)
    lead, rear = _shoulders(body, pose, lean, neck, flat=flat)
    return Joints(
        pelvis, lean, neck, head, tilt,
        lead_arm=_arm(body, pose, lead, head, lead_side=True, flat=flat),
        rear_arm=_arm(body, pose, rear, head, lead_side=False, flat=flat),
        lead_leg=_leg(body, pose, pelvis, lead_side=True, flat=flat),
        rear_leg=_leg(body, pose, pelvis, lead_side=False, flat=flat),
    )  # fmt: skip


def _shoulders(body: Build, pose: Pose, lean: float, neck: Point, *, flat: bool) -> tuple[Point, Point]:
    drop = 0.22 - pose.shrug * 0.3
    ahead = _turn((body.shoulder * (0.86 if flat else 0.66), drop), lean)
    behind = _turn((-body.shoulder * (0.86 if flat else 0.80), drop), lean)
    return (neck[0] + ahead[0], neck[1] + ahead[1]), (neck[0] + behind[0], neck[1] + behind[1])


def _arm(body: Build, pose: Pose, shoulder: Point, head: Point, *, lead_side: bool, flat: bool) -> Bone:
    hand = pose.lead if lead_side else pose.rear
    if flat:
        hand = pose.ahead[0 if lead_side else 1]
    target = (shoulder[0] + hand[0] * body.arm, shoulder[1] + hand[1] * body.arm)
    upper, lower = body.arm * 0.51, body.arm * 0.49
    elbow = pose.lead_elbow if lead_side else pose.rear_elbow
    if pose.ear and not lead_side:
        at_ear = (head[0] - (0.66 if flat else 0.58) * body.head, head[1] + 0.36)
        target = _between(target, at_ear, pose.ear)
        elbow += (-1.0 - elbow) * pose.ear
    if not flat:
        return bend(shoulder, target, upper, lower, elbow)
    return _arm_ahead(shoulder, target, upper, lower, 1.0 if lead_side else -1.0)


def _arm_ahead(shoulder: Point, target: Point, upper: float, lower: float, side: float) -> Bone:
    """Return an arm seen from the front, where a forearm that comes towards us is simply shorter."""
    hanging = (shoulder[0] + side * 0.13, shoulder[1] + upper * 0.92)
    away = math.dist(shoulder, target) or 1e-6
    across = ((target[0] - shoulder[0]) * 0.9 - (target[1] - shoulder[1]) * 0.5 * side) / away
    bent = bend(shoulder, target, upper, lower, max(-1.0, min(1.0, across * _ELBOW_TURNS)))
    raised = _eased((math.dist(hanging, target) / lower - 0.96) / 0.16)
    if not raised:
        return shoulder, hanging, target
    return shoulder, _between(hanging, bent[1], raised), _between(target, bent[2], raised)


def _between(first: Point, last: Point, share: float) -> Point:
    return first[0] + (last[0] - first[0]) * share, first[1] + (last[1] - first[1]) * share


def _eased(share: float) -> float:
    inside = max(0.0, min(1.0, share))
    return inside * inside * (3 - 2 * inside)


def _leg(body: Build, pose: Pose, pelvis: Point, *, lead_side: bool, flat: bool) -> Bone:
    side = 1.0 if lead_side else -1.0
    step, lift = pose.lead_foot if lead_side else pose.rear_foot
    hip = (pelvis[0] + side * body.hips * (0.48 if flat else 0.40), pelvis[1])
    ankle = (step * body.hip / 2.25, -0.14 - lift)
    bone = (body.hip - 0.14) * 0.502
    if not flat:
        return bend(hip, ankle, bone, bone, (1.0, -0.25))
    ankle = (side * body.hips * 0.55, -0.14 - lift * 0.6)
    knee = ((hip[0] + ankle[0]) / 2 + side * 0.02, (hip[1] + ankle[1]) / 2)
    if pose.seated:
        knee = _between(knee, (side * body.hips * 0.86, pelvis[1] + 0.30), pose.seated)
        ankle = _between(ankle, (side * body.hips * 0.80, -0.14), pose.seated)
    if pose.kneeling:
        low, foot = (side * body.hips * 1.1, pelvis[1] + 0.12), (side * body.hips, -0.14)
        if not lead_side:
            low, foot = (side * body.hips * 0.72, -0.24), (side * body.hips * 0.5, -0.16)
        knee, ankle = _between(knee, low, pose.kneeling), _between(ankle, foot, pose.kneeling)
    return hip, knee, ankle
