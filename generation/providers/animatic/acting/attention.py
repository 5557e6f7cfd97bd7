"""Where people look: at who speaks, at what the plan says, and away and back as eyes do; and how they listen."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np

from . import gestures
from .beats import Phrase
from .curves import bump, rise
from .performance import Performance

_ASIDE, _STEP = 0.75, 0.125
"""How far aside eyes look at somebody, and the steps in which they move: a saccade takes one frame."""

_BLINK_S = 0.10
_GLANCE_S = (0.45, 0.9)
_HOLDS_S = (1.3, 2.6)
_FAR = 1.6
"""Heads at which somebody is so far aside that eyes go most of their way."""

_HEAD_LATER_S, _HEAD_S = 0.10, 0.46
"""How long after the eyes a head begins to turn, and how long it turns."""

_TURN, _MOST_YAW, _MOST_AHEAD, _LEAST_TURN = 1.5, 0.9, 0.55, 0.15
"""How far a head turns beside the eyes, at most, and from which step of the eyes on it follows them at all."""

_GLIDES, _EYES_BACK = 0.03, 0.35
"""How far a head goes aside when it turns, in heads, and how far the eyes come back."""

Point = tuple[float, float]


def look_at(part: Performance, start: float, end: float, aim: Point, *, here: Point, unit: float) -> None:
    """Let the eyes rest on a point of the picture, in units, from one moment to another."""
    ahead = -1.0 if part.figure.mirrored else 1.0
    x, y = (aim[0] - here[0]) / unit * ahead, (aim[1] - here[1]) / unit
    gaze = _ASIDE * x / (abs(x) + _FAR), 0.8 * y / (abs(y) + 2.0)
    _gaze(part, start, end, gaze)


def look_into_camera(part: Performance, start: float, end: float) -> None:
    """Let the eyes rest on whoever watches."""
    _gaze(part, start, end, (-0.35 if part.figure.facing in {"left", "right"} else 0.0, 0.0))


def _gaze(part: Performance, start: float, end: float, gaze: Point) -> None:
    rows = (part.times >= start) & (part.times < end)
    part.gaze[rows] = gaze


def turn_head(part: Performance) -> None:
    """Let the head follow the eyes to whom they turn: after them, less far, and back again; the body stays.

    At the beginning the head is where the picture has it, wherever the eyes look then.
    """
    aside = part.gaze[:, 0]
    frames = np.flatnonzero(np.abs(np.diff(aside)) > _LEAST_TURN) + 1
    yaw = np.zeros_like(aside)
    for frame in frames:
        moment = float(part.times[frame]) + _HEAD_LATER_S
        way = _TURN * float(aside[frame] - aside[frame - 1])
        yaw += way * rise(part.times, moment, moment + _HEAD_S)
    # Seen half from the side a face has less room ahead than back.
    most = np.where(yaw > 0, _MOST_AHEAD, _MOST_YAW) if part.figure.facing in {"left", "right"} else _MOST_YAW
    yaw = most * np.tanh(yaw / most)
    part.add("yaw", yaw)
    part.add("glide", _GLIDES * yaw)
    # What the head has turned the eyes need not.
    part.gaze[:, 0] -= _EYES_BACK * yaw


def wandering(part: Performance, draw: random.Random, *, speaking: Sequence[Phrase]) -> None:
    """Let the eyes leave what they look at now and then: up and aside in thought, or briefly down."""
    moment = draw.uniform(0.8, 2.0)
    while moment < part.seconds:
        thinking = any(abs(phrase.start - moment) < 0.4 for phrase in speaking)
        lasts = draw.uniform(*_GLANCE_S) * (1.2 if thinking else 0.8)
        rows = (part.times >= moment) & (part.times < moment + lasts)
        size = 1.0 if thinking or draw.random() < 0.25 else 0.35
        part.gaze[rows] += np.array((draw.uniform(-0.6, 0.3), draw.choice((-0.35, 0.3)))) * size
        moment += lasts + draw.uniform(*_HOLDS_S)


def settle_eyes(part: Performance, *, seen: bool) -> None:
    """Let the eyes move in steps, as eyes do, and blink where they move far; eyes that are not seen stay still."""
    if not seen:
        part.gaze[:] = 0.0
        part.brow[:] = 0.0
        return
    part.gaze = np.clip(np.round(part.gaze / _STEP), -8, 8) * _STEP
    part.brow = np.clip(np.round(part.brow * 6) / 6, -1.0, 1.0)
    moved = np.abs(np.diff(part.gaze, axis=0)).sum(axis=1)
    last = -10.0
    for frame in np.flatnonzero(moved > 0.55):
        moment = float(part.times[frame + 1])
        if moment - last > 1.4 and not np.any(part.blink[max(0, frame - 6) : frame + 8]):
            shut = (part.times >= moment - 0.05) & (part.times < moment - 0.05 + _BLINK_S)
            part.blink = np.maximum(part.blink, shut.astype(float))
            last = moment


def listen(part: Performance, phrases: Sequence[Phrase], feeling: str) -> None:
    """React to what others say: a nod after a phrase, a tilt of the head, a shift of weight."""
    draw, times = part.draw, part.times
    keen = {"angry": 0.15, "sad": 0.3, "fear": 0.15, "tense": 0.25, "tired": 0.25, "surprise": 0.3}.get(feeling, 0.6)
    for index, phrase in enumerate(phrases):
        if draw.random() < keen:
            at = phrase.start + (phrase.end - phrase.start) * draw.uniform(0.45, 0.95)
            gestures.nod(part, at, draw.uniform(0.5, 0.8), 0.62)
            if draw.random() < 0.5:
                gestures.nod(part, at + 0.54, draw.uniform(0.35, 0.5), 0.56)
        held = bump(times, phrase.start + 0.3, phrase.start + 1.1, phrase.end, phrase.end + 0.9)
        part.add("tilt", draw.uniform(-2.6, 2.6) * held)
        part.add("glide", 0.02 * held)
        if feeling in {"surprise", "happy", "tense"} or index % 3 == 1:
            part.brow += 0.5 * bump(times, phrase.end - 0.3, phrase.end - 0.15, phrase.end + 0.3, phrase.end + 0.7)
