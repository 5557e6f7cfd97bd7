"""What bodies do by themselves: breath, weight from foot to foot, and what goes on and on in some poses."""

from __future__ import annotations

import math
import random

import numpy as np

from .curves import bump, nudge, rise, wander
from .gestures import dance, tremble
from .performance import Performance

_BREATHS: dict[str, tuple[float, float]] = {
    "fear": (0.022, 0.5), "angry": (0.020, 0.65), "surprise": (0.018, 0.7), "tense": (0.015, 0.8),
    "tired": (0.018, 1.25), "sad": (0.014, 1.2),
}  # fmt: skip
"""How far breath lifts the shoulders, in heads, and how long it takes beside a calm one."""

_CALM = (0.012, 1.0)
_BREATH_S = (3.5, 4.5)
_WEIGHT, _WEIGHT_S = 0.055, (4.0, 7.0)
_WIND = {"rain": 0.10, "storm": 0.34, "snow": 0.06}


def breathe(part: Performance, feeling: str, draw: random.Random, *, hard: bool = False) -> None:
    """Raise and lower the shoulders; at the first frame they are where the picture has them."""
    depth, pace = (0.034, 0.42) if hard else _BREATHS.get(feeling, _CALM)
    if part.pose.asleep:
        depth, pace = 0.032, 1.3
    period = draw.uniform(*_BREATH_S) * pace
    part.add("rise", depth * np.sin(math.tau * part.times / period))
    part.add("nod", -0.25 * depth * (np.sin(math.tau * part.times / period - 0.6) + math.sin(0.6)))


def shift_weight(part: Performance, draw: random.Random) -> None:
    """Let somebody who stands go over to the other foot now and then."""
    if part.pose.seated or part.pose.kneeling or part.pose.roll:
        sway = wander(part.times, draw, 6.0) - wander(part.times[:1], draw, 6.0)[0] * 0
        part.add("lean", 0.018 * (sway - sway[0]))
        return
    side, moment = draw.choice((-1.0, 1.0)), draw.uniform(0.6, 2.4)
    while moment < part.seconds:
        stays, lasts = draw.uniform(*_WEIGHT_S), draw.uniform(0.9, 1.4)
        held = bump(part.times, moment, moment + lasts, moment + stays, moment + stays + lasts)
        part.add("sway", side * _WEIGHT * held)
        part.add("lean", -0.5 * side * _WEIGHT * held)
        moment, side = moment + stays + lasts, -side
    drift = wander(part.times, draw, 5.0)
    part.add("lean", 0.010 * (drift - drift[0]))


def blow(part: Performance, weather: str, draw: random.Random) -> None:
    """Let the wind take hair, scarves and capes out of doors."""
    strength = _WIND.get(weather, 0.0)
    if strength:
        gusts = 0.6 + 0.4 * wander(part.times, draw, 3.2) + 0.16 * wander(part.times, draw, 0.9)
        part.add("sweep", -strength * gusts)


def keep_up(part: Performance, word: str, draw: random.Random) -> None:
    """Go on with what a pose is about: waving, reading, dancing, shaking."""
    going = _GOING.get(word)
    if going is not None:
        going(part, draw)


def _wave(part: Performance, draw: random.Random) -> None:
    times = part.times
    strength = 0.55 + 0.45 * np.cos(math.tau * times / 3.4) ** 2
    part.shake_arm(0.15 * strength * np.sin(math.tau * 1.35 * times), (1.0, 0.25), lead=True)
    part.add("tilt", 1.6 * np.sin(math.tau * 0.45 * times))


def _point(part: Performance, draw: random.Random) -> None:
    moment = 0.5
    while moment < part.seconds:
        part.shake_arm(nudge(part.times, moment, 0.42), (0.03, -0.07), lead=True)
        part.add("lean", 0.02 * nudge(part.times, moment, 0.6))
        moment += draw.uniform(1.2, 2.4)


def _phone(part: Performance, draw: random.Random) -> None:
    drift = wander(part.times, draw, 4.5)
    part.add("tilt", 1.6 * (drift - drift[0]))
    part.add("sway", 0.03 * (drift - drift[0]))


def _read(part: Performance, draw: random.Random) -> None:
    line = 1.15
    along = (part.times % line) / line
    part.gaze[:, 0] += np.where(along < 0.85, -0.45 + along, 0.3)
    part.gaze[:, 1] += 0.85
    part.add("tilt", 1.2 * rise(part.times, 0.4, 1.6) * np.sin(math.tau * part.times / 5.3))


def _drive(part: Performance, draw: random.Random) -> None:
    steer = wander(part.times, draw, 3.6)
    steer = steer - steer[0]
    for lead in (True, False):
        part.shake_arm(0.05 * steer, (0.35, 1.0 if lead else -1.0), lead=lead)
    road = np.sin(math.tau * 1.9 * part.times) * (0.5 + 0.5 * np.sin(math.tau * 0.31 * part.times))
    part.add("rise", 0.006 * road)
    part.add("lean", 0.02 * steer)


def _hug(part: Performance, draw: random.Random) -> None:
    rock = np.sin(math.tau * part.times / 3.1)
    part.add("lean", 0.035 * rock)
    part.add("glide", 0.02 * rise(part.times, 0.2, 1.2))
    held = (part.times > 0.7) & (part.times < part.seconds * 0.8)
    part.blink = np.maximum(part.blink, held.astype(float))
    pat = np.sin(math.tau * 0.9 * part.times) * rise(part.times, 0.5, 1.2)
    part.shake_arm(0.035 * pat, (0.2, 1.0), lead=False)


def _fear(part: Performance, draw: random.Random) -> None:
    tremble(part, 0.8)
    back = rise(part.times, 0.2, 0.8)
    part.add("lean", -0.05 * back)


def _fight(part: Performance, draw: random.Random) -> None:
    bounce = np.sin(math.tau * 1.7 * part.times)
    part.add_body("pelvis", 0.010 * (bounce - 1))
    moment = 0.7
    while moment < part.seconds - 0.3:
        lead = draw.random() < 0.6
        part.shake_arm(nudge(part.times, moment, 0.34), (0.42, 0.03), lead=lead)
        part.add("lean", 0.10 * nudge(part.times, moment, 0.45))
        moment += draw.uniform(0.9, 1.9)


def _pray(part: Performance, draw: random.Random) -> None:
    part.add("nod", 0.03 * (1 - np.cos(math.tau * part.times / 4.2)) / 2)
    part.gaze[:, 1] += 0.7


def _climb(part: Performance, draw: random.Random) -> None:
    up = np.sin(math.tau * 0.62 * part.times)
    for lead in (True, False):
        side = 1.0 if lead else -1.0
        part.shake_arm(0.22 * side * up, (0.0, 1.0), lead=lead)
        part.add_body("lead_foot_y" if lead else "rear_foot_y", -0.24 * side * up)
    part.add("hop", 0.05 * (1 - np.cos(math.tau * 1.24 * part.times)) / 2)


def live(part: Performance, draw: random.Random, *, walking: bool) -> None:
    """Let an animal wag or flap now and then, and turn its head."""
    moment = draw.uniform(0.2, 1.0)
    while moment < part.seconds:
        lasts = draw.uniform(0.9, 1.6)
        on = bump(part.times, moment, moment + 0.25, moment + lasts - 0.3, moment + lasts)
        part.add("wag", on * np.sin(math.tau * 2.2 * (part.times - moment)))
        moment += lasts + draw.uniform(0.8, 2.4) * (0.4 if walking else 1.0)
    for start in (draw.uniform(0.8, 1.6), draw.uniform(2.6, 4.2)):
        part.add("nod", 0.06 * bump(part.times, start, start + 0.3, start + 0.7, start + 1.0))


_GOING = {
    "wave": _wave, "point": _point, "phone": _phone, "read": _read, "drive": _drive, "hug": _hug, "fear": _fear,
    "dance": lambda part, draw: dance(part, -0.4), "fight": _fight, "pray": _pray, "climb": _climb,
}  # fmt: skip
