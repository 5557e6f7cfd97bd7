"""One person's part in a clip as curves: what the pose, the face and the small movements are in every frame."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from generation.providers.animatic.drawing.figure import Figure
from generation.providers.animatic.drawing.figure.held import Held
from generation.providers.animatic.drawing.figure.poses import POSES, Pose
from generation.providers.animatic.drawing.figure.stance import Stance
from generation.providers.animatic.drawing.stage import Face

from .curves import Curve, lagging, rise, softened

ARM = ("x", "y", "front_x", "front_y", "elbow")
BODY = (
    "lead_foot_x", "lead_foot_y", "rear_foot_x", "rear_foot_y", "pelvis", "hips", "lean", "tilt", "shrug", "seated",
    "kneeling", "roll", "ear",
)  # fmt: skip
_SMALL = (
    "dx", "dy", "hop", "size", "squash", "sway", "lean", "rise", "glide", "nod", "tilt", "yaw", "gait", "pace", "wag",
    "sweep",
)  # fmt: skip
_WHOLE = frozenset({"size", "squash"})
_SOFT_FRAMES = 1.1
"""How far limbs' curves are mixed over time, in frames: where one gesture takes over from another there is a corner."""

_SWING, _MOST_SWING = 0.5, 0.24
"""How far what hangs swings beside how far the head has left it behind, and at most, in heads."""

Target = tuple[float, float, float, float, float]


def arm_of(pose: Pose, *, lead: bool) -> Target:
    """Return where an arm of a pose is: from the side, from the front, and the elbow's side."""
    front = pose.ahead[0 if lead else 1]
    return (*pose.lead, *front, pose.lead_elbow) if lead else (*pose.rear, *front, pose.rear_elbow)


def body_of(pose: Pose) -> tuple[float, ...]:
    """Return all of a pose but its arms, as numbers in the order of `BODY`."""
    return (
        *pose.lead_foot, *pose.rear_foot, pose.pelvis, pose.hips, pose.lean, pose.tilt, pose.shrug, float(pose.seated),
        float(pose.kneeling), pose.roll, float(pose.ear),
    )  # fmt: skip


class Performance:
    """The curves of one person over all frames of a clip, at rest until something is added."""

    def __init__(self, figure: Figure, frames: int, rate: int, seed: int) -> None:
        self.figure = figure
        self.pose = figure.pose or POSES["stand"]
        self.rate = rate
        self.times: Curve = np.arange(frames) / rate
        self.seconds = frames / rate
        self.draw = random.Random(seed)
        self.small: dict[str, Curve] = {name: np.full(frames, float(name in _WHOLE)) for name in _SMALL}
        self.arms = {lead: np.tile(np.array(arm_of(self.pose, lead=lead)), (frames, 1)) for lead in (True, False)}
        self.hands = {True: [self.pose.lead_hand] * frames, False: [self.pose.rear_hand] * frames}
        self.body = np.tile(np.array(body_of(self.pose)), (frames, 1))
        self.facing = [figure.facing] * frames
        self.mouth: Curve = np.zeros(frames)
        self.blink: Curve = np.zeros(frames)
        self.brow: Curve = np.zeros(frames)
        self.feeling: Curve = np.ones(frames)
        self.gaze = np.zeros((frames, 2))
        self.busy_until = 0.0
        self.held: list[Held | None] = [figure.held] * frames
        self._posing = False

    @property
    def free_arms(self) -> tuple[bool, ...]:
        """Which arms may gesture, the better one first: True is the lead arm."""
        if self.figure.pose is None or self.pose.busy or self.pose.asleep or self.figure.facing == "away":
            return ()
        if self.figure.held is not None:
            return (False,)
        return (True, False)

    def add(self, name: str, curve: Curve) -> None:
        """Add a curve to one of the small movements."""
        self.small[name] = self.small[name] + curve

    def move_arm(self, start: float, end: float, target: Target, hand: str = "", *, lead: bool) -> None:
        """Bring an arm to `target` between two moments; it stays there until it is moved again."""
        self._posing = True
        share = rise(self.times, start, end)[:, None]
        arm = self.arms[lead]
        self.arms[lead] = arm + (np.array(target) - arm) * share
        self.set_hand(start + (end - start) * 0.45, hand, lead=lead)

    def rest_arm(self, start: float, end: float, *, lead: bool) -> None:
        """Bring an arm back to where the pose has it."""
        hand = self.pose.lead_hand if lead else self.pose.rear_hand
        self.move_arm(start, end, arm_of(self.pose, lead=lead), hand, lead=lead)

    def shake_arm(self, curve: Curve, way: tuple[float, float], *, lead: bool) -> None:
        """Move a hand to and fro along `way` as `curve` says, in lengths of the arm."""
        self._posing = True
        x, y = way
        self.arms[lead] = self.arms[lead] + curve[:, None] * np.array((x, y, x, y, 0.0))

    def set_hand(self, start: float, hand: str, *, lead: bool) -> None:
        """Give a hand another shape from a moment on."""
        if hand:
            first = int(np.searchsorted(self.times, start))
            self.hands[lead][first:] = [hand] * (len(self.times) - first)

    def hold_from(self, start: float) -> None:
        """Let a hand be empty until a moment at which it closes around what it holds."""
        self.held = [self.figure.held if moment >= start else None for moment in self.times]

    def move_body(self, start: float, end: float, targets: Mapping[str, float]) -> None:
        """Bring parts of the body's pose (see `BODY`) to other values between two moments."""
        self._posing = True
        share = rise(self.times, start, end)
        for name, target in targets.items():
            column = BODY.index(name)
            self.body[:, column] += (target - self.body[:, column]) * share

    def add_body(self, name: str, curve: Curve) -> None:
        """Add a curve to one number of the body's pose."""
        self._posing = True
        self.body[:, BODY.index(name)] += curve

    def take_pose(self, start: float, end: float, pose: Pose) -> None:
        """Go over to another pose between two moments."""
        self.move_body(start, end, dict(zip(BODY, body_of(pose), strict=True)))
        for lead, hand in ((True, pose.lead_hand), (False, pose.rear_hand)):
            self.move_arm(start, end, arm_of(pose, lead=lead), hand, lead=lead)

    def stances(self) -> list[Stance]:
        """Return what the curves say, frame by frame."""
        poses = self._poses() if self._posing else [None] * len(self.times)
        swing = self._swing()
        seat = self.figure.body is not None and bool(self.body[:, BODY.index("seated")].max() > 0)
        # Turning and leaning show on the whole trunk at once, so corners there are softened, too.
        small = {name: softened(curve, 0.8) for name, curve in self.small.items()}
        return [
            Stance(
                pose=poses[frame],
                facing=self.facing[frame],
                held=self.held[frame],
                face=self._face(frame),
                swing=float(swing[frame]),
                seat=seat,
                **{name: float(small[name][frame]) for name in _SMALL if name != "sweep"},
            )
            for frame in range(len(self.times))
        ]

    def _face(self, frame: int) -> Face:
        gaze = float(self.gaze[frame, 0]), float(self.gaze[frame, 1])
        return Face(
            float(self.mouth[frame]),
            float(self.blink[frame]),
            gaze,
            float(self.brow[frame]),
            float(self.feeling[frame]),
        )

    def _swing(self) -> Curve:
        """Return how far hair and cloth lag behind, in heads, to the right of the picture, and how wind moves them."""
        ahead = -1.0 if self.figure.mirrored else 1.0
        way = self.small["sway"] + self.small["lean"] + self.small["glide"] + np.radians(self.small["tilt"]) * 0.6
        way = self.small["dx"] + ahead * way
        lag = lagging(way, self.rate) * _SWING
        limited: Curve = _MOST_SWING * np.tanh(lag / _MOST_SWING)
        return limited + self.small["sweep"]

    def _poses(self) -> list[Pose | None]:
        lead, rear = (
            np.column_stack([softened(column, _SOFT_FRAMES) for column in self.arms[side].T]) for side in (True, False)
        )
        body = np.column_stack([softened(column, _SOFT_FRAMES) for column in self.body.T])
        poses: list[Pose | None] = []
        for frame in range(len(self.times)):
            a, b, c = lead[frame].tolist(), rear[frame].tolist(), body[frame].tolist()
            poses.append(
                replace(
                    self.pose,
                    lead=(a[0], a[1]), front_lead=(a[2], a[3]), lead_elbow=a[4],
                    rear=(b[0], b[1]), front_rear=(b[2], b[3]), rear_elbow=b[4],
                    lead_foot=(c[0], c[1]), rear_foot=(c[2], c[3]), pelvis=c[4], hips=c[5], lean=c[6], tilt=c[7],
                    shrug=c[8], seated=_whole(c[9]), kneeling=_whole(c[10]), roll=_whole(c[11]), ear=_whole(c[12]),
                    lead_hand=self.hands[True][frame], rear_hand=self.hands[False][frame],
                )
            )  # fmt: skip
        return poses


def _whole(number: float) -> float:
    """Return a number without the dust that mixing leaves, so that what is at rest is seen to be."""
    near = round(number)
    return float(near) if abs(number - near) < 1e-6 else number
