"""Single gestures: each a small performance of its own, from a nod to a fall."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from generation.providers.animatic.drawing.figure.poses import POSES

from .curves import bump, nudge, rise
from .performance import Performance, Target, arm_of
from .stepping import STEP, step_on
from .walking import hopping

OPEN_LOW: Target = (0.52, 0.64, 0.34, 0.64, 1.0)
OPEN_MID: Target = (0.66, 0.36, 0.42, 0.44, 1.0)
OPEN_HIGH: Target = (0.74, 0.06, 0.52, 0.14, 1.0)
CHEST: Target = (0.30, 0.34, -0.20, 0.36, 1.0)
POINT: Target = (0.93, -0.02, 0.70, 0.06, 1.0)
FINGER: Target = (0.46, -0.16, 0.24, -0.12, 1.0)
FIST: Target = (0.56, 0.16, 0.34, 0.20, 1.0)
FACE: Target = (0.34, -0.30, -0.26, -0.26, 1.0)
MOUTH: Target = (0.42, -0.20, -0.30, -0.20, 1.0)
REACH: Target = (0.96, 0.18, 0.44, 0.34, 1.0)
GIVE: Target = (0.88, 0.30, 0.36, 0.44, 1.0)
DESK: Target = (0.62, 0.56, 0.06, 0.54, 1.0)
UP: Target = (0.30, -0.90, 0.36, -0.86, 1.0)
KNOCK: Target = (0.74, 0.02, 0.30, 0.06, 1.0)

_READY_S = 0.35
"""When a gesture that the plan asks for begins: early enough to be seen in a short shot."""


def mirrored(target: Target) -> Target:
    """Return an arm's target for the rear arm, whose hand is on the other side when seen from the front."""
    return target[0] - 0.10, target[1], -target[2], target[3], target[4]


def target_for(target: Target, *, lead: bool) -> Target:
    """Return `target` for one arm; a near arm that is raised must not hide the face."""
    if target == UP and not lead:
        return -0.42, -0.86, -0.40, -0.86, 0.6
    return target if lead else mirrored(target)


def nod(part: Performance, at: float, size: float = 1.0, lasts: float = 0.6) -> None:
    """Lower the head and raise it again."""
    dip = nudge(part.times, at + lasts / 2, lasts)
    part.add("nod", 0.050 * size * dip)
    part.add("glide", 0.018 * size * dip)
    part.add("tilt", 3.4 * size * dip * _profile(part))


def _profile(part: Performance) -> float:
    """How much of a nod is a turn of the head in the picture: seen from the front it is none."""
    return 0.0 if part.figure.facing in {"camera", "away"} else 1.0


def _nod(part: Performance, at: float) -> None:
    for index, size in enumerate((1.25, 0.9, 0.6)):
        nod(part, at + index * 0.5, size, 0.58)


def _shake_head(part: Performance, at: float) -> None:
    times = part.times
    sure = bump(times, at, at + 0.2, at + 1.1, at + 1.5)
    swing = np.sin(math.tau * (times - at) * 1.7) * sure
    part.add("glide", 0.040 * swing)
    part.add("tilt", 1.2 * swing)
    part.add("yaw", 0.9 * swing)
    part.gaze[:, 0] += 0.35 * swing


def _shrug(part: Performance, at: float) -> None:
    lifted = bump(part.times, at, at + 0.3, at + 0.75, at + 1.2)
    part.add_body("shrug", 0.15 * lifted)
    part.add("tilt", 4.0 * lifted)
    part.brow += 0.9 * lifted
    for lead in part.free_arms:
        part.move_arm(at, at + 0.34, target_for((0.50, 0.52, 0.62, 0.56, 1.0), lead=lead), "open", lead=lead)
        part.rest_arm(at + 0.8, at + 1.3, lead=lead)


def _laugh(part: Performance, at: float) -> None:
    times = part.times
    merry = bump(times, at, at + 0.3, at + 1.5, at + 2.1)
    shaking = merry * np.sin(math.tau * 3.1 * (times - at))
    part.add("rise", 0.030 * shaking + 0.02 * merry)
    part.add("tilt", -5.0 * merry + 1.1 * shaking)
    part.add("nod", 0.012 * shaking)
    part.mouth = np.maximum(part.mouth, merry * (0.45 + 0.3 * shaking))


def _turn(part: Performance, at: float) -> None:
    own = part.figure.facing
    other = {"left": "right", "right": "left", "camera": "away", "away": "left"}[own]
    turn_round(part, at + 0.05, other, own)


def turn_round(part: Performance, at: float, first: str, last: str, lasts: float = 0.55) -> None:
    """Turn from one side to another through what lies between; the figure narrows where the sides change."""
    between = {frozenset({"left", "right"}): ("camera",), frozenset({"away", "camera"}): ("right",)}
    way = [first, *between.get(frozenset({first, last}), ()), last]
    if first == last:
        return
    count = len(way) - 1
    part.facing = [first if moment < at else facing for moment, facing in zip(part.times, part.facing, strict=True)]
    for index in range(count):
        change = at + lasts * (index + 0.5) / count
        part.add("squash", -0.30 * nudge(part.times, change, lasts / count * 1.15))
        end = at + lasts * (index + 1.5) / count if index < count - 1 else math.inf
        part.facing = [
            way[index + 1] if change <= moment < end else facing
            for moment, facing in zip(part.times, part.facing, strict=True)
        ]
    part.facing = [
        first if moment < at + lasts * 0.5 / count else facing
        for moment, facing in zip(part.times, part.facing, strict=True)
    ]
    part.add("nod", 0.02 * nudge(part.times, at + lasts / 2, lasts))
    part.blink = np.maximum(part.blink, (np.abs(part.times - at - lasts * 0.4) < 0.06).astype(float))


def _look_around(part: Performance, at: float) -> None:
    times = part.times
    left = bump(times, at, at + 0.35, at + 0.9, at + 1.3)
    right = bump(times, at + 1.0, at + 1.4, at + 2.0, at + 2.5)
    part.gaze[:, 0] += -1.0 * left + 1.0 * right
    part.gaze[:, 1] += -0.3 * right
    part.add("glide", -0.05 * left + 0.06 * right)
    part.add("tilt", -3.5 * left + 3.0 * right)
    part.add("lean", -0.03 * left + 0.05 * right)
    part.add("yaw", -0.9 * bump(times, at + 0.1, at + 0.5, at + 1.0, at + 1.4))
    part.add("yaw", 0.9 * bump(times, at + 1.1, at + 1.55, at + 2.1, at + 2.6))


def _bow(part: Performance, at: float) -> None:
    low = bump(part.times, at, at + 0.55, at + 1.0, at + 1.7)
    part.add_body("lean", 34.0 * low)
    part.add_body("tilt", 14.0 * low)
    part.add_body("hips", -0.10 * low)
    part.gaze[:, 1] += low


def _clap(part: Performance, at: float) -> None:
    times = part.times
    on = bump(times, at, at + 0.35, part.seconds - 0.2, part.seconds + 0.6)
    beat = on * np.sin(math.tau * 2.6 * (times - at))
    for lead in (True, False):
        target: Target = (0.60, 0.30, -0.16, 0.30, 1.0) if lead else (0.82, 0.34, 0.16, 0.30, 1.0)
        part.move_arm(at, at + 0.35, target, "open", lead=lead)
        part.shake_arm(beat * (0.07 if lead else -0.07), (1.0, 0.35), lead=lead)
    part.add("nod", 0.010 * beat)


def _cheer(part: Performance, at: float) -> None:
    times = part.times
    on = bump(times, at, at + 0.3, at + 2.2, at + 2.9)
    pump = on * np.sin(math.tau * 1.8 * (times - at))
    for lead in part.free_arms or (True,):
        part.move_arm(at, at + 0.5, target_for(UP, lead=lead), "fist", lead=lead)
        part.shake_arm(0.10 * pump, (0.2, 1.0), lead=lead)
        part.rest_arm(at + 2.3, at + 2.9, lead=lead)
    part.add("hop", 0.10 * np.maximum(0.0, pump) ** 2)
    part.add("tilt", -4.0 * on)
    part.mouth = np.maximum(part.mouth, 0.7 * on)


def _raise_glass(part: Performance, at: float) -> None:
    part.move_arm(at, at + 0.6, (0.66, -0.28, 0.30, -0.30, 1.0), "grip", lead=True)
    nod(part, at + 0.7, 0.7, 0.6)
    part.move_arm(at + 1.6, at + 2.2, arm_of(part.pose, lead=True), "", lead=True)


def _wipe_eyes(part: Performance, at: float) -> None:
    lead = part.figure.held is None and not part.pose.busy
    part.move_arm(at, at + 0.5, target_for(FACE, lead=lead), "relaxed", lead=lead)
    rub = bump(part.times, at + 0.45, at + 0.6, at + 1.3, at + 1.5) * np.sin(math.tau * 1.6 * (part.times - at))
    part.shake_arm(0.05 * rub, (1.0, 0.3), lead=lead)
    part.rest_arm(at + 1.5, at + 2.1, lead=lead)
    low = bump(part.times, at, at + 0.5, at + 1.5, at + 2.2)
    part.add("nod", 0.06 * low)
    part.add("tilt", 4.0 * low * _profile(part))
    part.blink = np.maximum(part.blink, (low > 0.8).astype(float))


def _tremble(part: Performance, at: float) -> None:
    tremble(part, 1.0)


def tremble(part: Performance, strength: float) -> None:
    """Shake with fear or cold: small, quick, and never quite the same."""
    times = part.times
    waves = np.sin(math.tau * 5.3 * times) * (0.6 + 0.4 * np.sin(math.tau * 0.7 * times))
    part.add("lean", 0.010 * strength * waves)
    part.add("glide", 0.006 * strength * np.sin(math.tau * 4.7 * times + 1.0))
    for lead in (True, False):
        shaking = np.sin(math.tau * 5.9 * times + (2.0 if lead else 0.0))
        part.shake_arm(0.018 * strength * shaking, (0.6, 1.0), lead=lead)


def _reach(part: Performance, at: float) -> None:
    lead = part.figure.held is None
    part.move_arm(at, at + 0.6, target_for(REACH, lead=lead), "open", lead=lead)
    part.rest_arm(at + 1.6, at + 2.3, lead=lead)
    part.add("lean", 0.14 * bump(part.times, at, at + 0.6, at + 1.5, at + 2.2))
    part.gaze[:, 0] += 0.5 * bump(part.times, at, at + 0.3, at + 1.4, at + 1.8)


def _give(part: Performance, at: float) -> None:
    part.move_arm(at, at + 0.7, GIVE, "grip" if part.figure.held else "open", lead=True)
    part.add("lean", 0.10 * bump(part.times, at, at + 0.7, at + 1.7, at + 2.4))
    part.move_arm(at + 1.9, at + 2.6, arm_of(part.pose, lead=True), "", lead=True)


def _take(part: Performance, at: float) -> None:
    part.move_arm(at, at + 0.6, GIVE, "open", lead=True)
    part.add("lean", 0.12 * bump(part.times, at, at + 0.6, at + 0.9, at + 1.6))
    if part.figure.held is None:
        part.rest_arm(at + 1.0, at + 1.7, lead=True)
        return
    part.hold_from(at + 0.85)
    part.set_hand(at + 0.85, "grip", lead=True)
    part.move_arm(at + 0.95, at + 1.6, (0.50, 0.44, -0.04, 0.48, 1.0), "grip", lead=True)


def _stand_up(part: Performance, at: float) -> None:
    if part.pose.seated:
        # The picture shows them seated: they rise out of it.
        part.add_body("lean", 16.0 * bump(part.times, at, at + 0.4, at + 0.5, at + 1.1))
        part.take_pose(at + 0.25, at + 1.15, POSES["stand"])
        return
    seat = POSES["sit"]
    part.take_pose(-1.0, -0.5, seat)
    part.take_pose(at + 0.25, at + 1.15, part.pose)
    part.add_body("lean", 16.0 * bump(part.times, at, at + 0.4, at + 0.5, at + 1.1))


def _sit_down(part: Performance, at: float) -> None:
    first = POSES["stand"] if part.pose.seated else part.pose
    last = part.pose if part.pose.seated else POSES["sit"]
    part.take_pose(-1.0, -0.5, first)
    part.take_pose(at, at + 0.95, last)
    part.add_body("lean", 18.0 * bump(part.times, at, at + 0.5, at + 0.6, at + 1.1))


def _fall(part: Performance, at: float) -> None:
    part.add_body("lean", -14.0 * bump(part.times, at, at + 0.3, at + 0.4, at + 0.8))
    part.take_pose(at + 0.2, at + 0.75, POSES["kneel"])
    part.take_pose(at + 0.55, at + 1.15, POSES["lie"])
    part.mouth = np.maximum(part.mouth, 0.6 * bump(part.times, at, at + 0.2, at + 0.6, at + 0.9))


def _jump(part: Performance, at: float) -> None:
    for start in (at, at + 1.25):
        up, give = hopping(part.times, start, 0.75)
        part.add("hop", up)
        part.add_body("pelvis", -0.13 * give)
        part.add_body("lean", 7.0 * give)
        for lead in part.free_arms:
            part.shake_arm(np.minimum(1.0, up / 0.5), (0.25, -0.75), lead=lead)


def dance(part: Performance, at: float) -> None:
    """Move to music: hips and shoulders against each other, arms in turn, a bounce on every beat."""
    times = part.times
    on = rise(times, at, at + 0.4)
    beat = math.tau * (times - at) * 1.05
    part.add_body("hips", 0.17 * on * np.sin(beat))
    part.add("lean", -0.13 * on * np.sin(beat))
    part.add_body("pelvis", on * (-0.022 + 0.022 * np.cos(2 * beat)))
    part.add("tilt", 4.0 * on * np.sin(beat + 0.6))
    part.add_body("lead_foot_y", 0.12 * on * np.maximum(0.0, np.sin(beat)) ** 2)
    part.add_body("rear_foot_y", 0.12 * on * np.maximum(0.0, -np.sin(beat)) ** 2)
    for lead in (True, False):
        if lead and part.figure.held is not None:
            continue
        target: Target = (0.42, 0.02, 0.50, 0.02, 1.0) if lead else (-0.06, 0.30, -0.50, 0.16, 1.0)
        part.move_arm(at, at + 0.5, target, "open", lead=lead)
        part.shake_arm(0.26 * on * np.sin(beat + (0.0 if lead else math.pi)), (0.3, -1.0), lead=lead)


def _dance(part: Performance, at: float) -> None:
    dance(part, max(0.0, at - 0.35))


def _knock(part: Performance, at: float) -> None:
    lead = part.figure.held is None
    part.move_arm(at, at + 0.45, target_for(KNOCK, lead=lead), "fist", lead=lead)
    for index in range(3):
        part.shake_arm(nudge(part.times, at + 0.62 + index * 0.30, 0.24), (0.12, 0.03), lead=lead)
    part.rest_arm(at + 1.6, at + 2.2, lead=lead)


def _at_desk(part: Performance, at: float, speed: float, way: tuple[float, float], hand: str) -> None:
    times = part.times
    on = rise(times, at, at + 0.5)
    for lead in (True, False):
        target: Target = DESK if lead else (0.50, 0.58, -0.14, 0.56, 1.0)
        part.move_arm(0.0 if at < 0.5 else at, at + 0.5, target, hand if lead else "relaxed", lead=lead)
        busy = np.sin(math.tau * speed * times + (0 if lead else 2.0)) * np.sin(math.tau * 0.9 * times + 0.7 * lead)
        part.shake_arm(on * busy, way if lead or hand == "relaxed" else (0.0, 0.0), lead=lead)
    part.gaze[:, 1] += 0.8 * on
    part.add("tilt", 3.0 * on * _profile(part))


def _type(part: Performance, at: float) -> None:
    _at_desk(part, at, 3.4, (0.015, 0.035), "relaxed")


def _write(part: Performance, at: float) -> None:
    _at_desk(part, at, 2.2, (0.040, 0.016), "grip")


def _play(part: Performance, at: float) -> None:
    _at_desk(part, at, 2.0, (0.07, 0.05), "relaxed")
    part.add("lean", 0.03 * np.sin(math.tau * 0.5 * part.times) * rise(part.times, at, at + 0.6))


def _to_mouth(part: Performance, at: float, *, tip: float) -> None:
    part.move_arm(at, at + 0.65, MOUTH, "grip", lead=True)
    at_lips = bump(part.times, at + 0.45, at + 0.75, at + 1.25, at + 1.6)
    part.add("tilt", tip * at_lips * _profile(part))
    part.move_arm(at + 1.35, at + 2.0, arm_of(part.pose, lead=True), "", lead=True)


def _drink(part: Performance, at: float) -> None:
    _to_mouth(part, at, tip=-7.0)
    part.blink = np.maximum(part.blink, (np.abs(part.times - at - 1.0) < 0.22).astype(float))


def _eat(part: Performance, at: float) -> None:
    _to_mouth(part, at, tip=2.0)
    chews = bump(part.times, at + 1.3, at + 1.5, at + 3.2, at + 3.6)
    part.mouth = np.maximum(part.mouth, chews * 0.16 * (1 + np.sin(math.tau * 1.9 * part.times)))


_GESTURES: dict[str, Callable[[Performance, float], None]] = {
    "nod": _nod, "shake_head": _shake_head, "shrug": _shrug, "laugh": _laugh, "turn": _turn,
    "look_around": _look_around, "step_back": lambda part, at: step_on(part, at, -STEP),
    "step_forward": lambda part, at: step_on(part, at, STEP), "bow": _bow, "clap": _clap, "cheer": _cheer,
    "raise_glass": _raise_glass, "wipe_eyes": _wipe_eyes, "tremble": _tremble, "reach": _reach, "give": _give,
    "take": _take, "stand_up": _stand_up, "sit_down": _sit_down, "fall": _fall, "jump": _jump, "dance": _dance,
    "knock": _knock, "type": _type, "write": _write, "drink": _drink, "eat": _eat, "play": _play,
}  # fmt: skip

_STANDING_ONLY = frozenset({"step_back", "step_forward", "bow", "jump", "fall", "dance"})
_WITH_HANDS = frozenset({"clap", "reach", "give", "take", "knock", "type", "write", "drink", "eat", "play",
                         "raise_glass", "wipe_eyes"})  # fmt: skip


def perform(part: Performance, gesture: str, at: float = _READY_S) -> bool:
    """Let somebody make a gesture at a moment; say whether the pose allows it."""
    pose = part.pose
    down = bool(pose.seated or pose.kneeling or pose.roll)
    if gesture not in _GESTURES or (down and gesture in _STANDING_ONLY):
        return False
    if (pose.busy or pose.asleep) and gesture in _WITH_HANDS:
        return False
    _GESTURES[gesture](part, at)
    return True
