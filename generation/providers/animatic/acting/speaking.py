"""How somebody moves who speaks: beats of the head and the brows, and hands that rise and fall with the phrases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from . import gestures
from .beats import Phrase
from .curves import bump, nudge
from .gestures import CHEST, FINGER, FIST, OPEN_HIGH, OPEN_LOW, OPEN_MID, POINT, target_for
from .performance import Performance, Target, arm_of


@dataclass(frozen=True, slots=True)
class Temper:
    """How a feeling speaks: how often hands help (0 to 1), how far and how fast they go, and what they do."""

    often: float
    size: float
    raises_s: float
    hands: tuple[tuple[Target, str], ...]
    nods: float = 1.0
    leans: float = 0.05
    both: float = 0.25


_OPEN = ((OPEN_MID, "open"), (OPEN_LOW, "open"), (OPEN_HIGH, "open"), (CHEST, "open"))
_TEMPERS: dict[str, Temper] = {
    "neutral": Temper(0.70, 0.85, 0.44, ((OPEN_MID, "open"), (OPEN_LOW, "open"), (FINGER, "point"))),
    "happy": Temper(0.85, 1.05, 0.36, _OPEN, nods=1.2, both=0.45),
    "sad": Temper(0.35, 0.60, 0.70, ((CHEST, "relaxed"), (OPEN_LOW, "relaxed")), nods=0.6, leans=0.02, both=0.1),
    "angry": Temper(0.95, 1.20, 0.24, ((POINT, "point"), (FIST, "fist"), (FINGER, "point"), (OPEN_HIGH, "open")),
                    nods=1.5, leans=0.13),
    "fear": Temper(0.55, 0.75, 0.30, ((OPEN_MID, "open"), (CHEST, "open")), nods=0.8, leans=-0.03, both=0.7),
    "surprise": Temper(0.75, 1.05, 0.28, ((OPEN_HIGH, "open"), (OPEN_MID, "open")), nods=1.0, both=0.6),
    "tense": Temper(0.50, 0.70, 0.38, ((OPEN_LOW, "open"), (FINGER, "point"), (FIST, "fist")), nods=0.9, leans=0.06),
    "tender": Temper(0.50, 0.70, 0.62, ((CHEST, "open"), (OPEN_LOW, "open")), nods=0.8, leans=0.06, both=0.1),
    "tired": Temper(0.30, 0.55, 0.72, ((OPEN_LOW, "relaxed"),), nods=0.6, leans=0.0, both=0.1),
    "sly": Temper(0.60, 0.85, 0.50, ((FINGER, "point"), (OPEN_LOW, "open"), (CHEST, "relaxed")), nods=0.9, leans=0.07),
}  # fmt: skip

_APART_S = 0.55
"""Hands come down only in a pause that is longer than this."""

_BEAT_S = 0.34

_HAND, _LEAST_REACH = 0.45, 0.30
"""How long a hand is, in heads, and how far ahead one may always go, in lengths of the arm."""


def temper_of(word: str) -> Temper:
    """Return how somebody speaks with an expression."""
    return _TEMPERS.get(word, _TEMPERS["neutral"])


def speak(
    part: Performance, phrases: Sequence[Phrase], feeling: str, *, hands: Sequence[Phrase], room: float = math.inf
) -> None:
    """Let somebody move as they say `phrases`: head and shoulders with all of them, hands with some.

    `room` is how many heads before them nobody stands.
    """
    temper = temper_of(feeling)
    for index, phrase in enumerate(phrases):
        _stress(part, phrase, temper, side=1.0 if index % 2 else -1.0)
    if part.free_arms:
        for group in _together(hands):
            _gesticulate(part, group, temper, farthest=_farthest(part, room))


def _stress(part: Performance, phrase: Phrase, temper: Temper, *, side: float) -> None:
    times, draw = part.times, part.draw
    for beat in phrase.beats:
        strength = temper.nods * draw.uniform(0.45, 1.0)
        if draw.random() < 0.72:
            gestures.nod(part, beat - 0.20, 0.62 * strength, 0.60)
        if draw.random() < 0.6:
            part.brow += 0.75 * strength * bump(times, beat - 0.12, beat, beat + 0.18, beat + 0.42)
    lasts = phrase.end - phrase.start
    held = bump(times, phrase.start - 0.15, phrase.start + min(0.5, lasts / 2), phrase.end, phrase.end + 0.6)
    part.add("tilt", side * draw.uniform(0.8, 2.4) * min(1.2, temper.nods) * held)
    part.add("lean", temper.leans * draw.uniform(0.6, 1.2) * held)
    part.add("glide", 0.5 * temper.leans * held)


def _together(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Return phrases as one where the pause between them is too short for hands to come down."""
    groups: list[Phrase] = []
    for phrase in phrases:
        if groups and phrase.start - groups[-1].end < _APART_S:
            last = groups.pop()
            phrase = Phrase(last.start, phrase.end, (*last.beats, *phrase.beats))
        groups.append(phrase)
    return groups


def _farthest(part: Performance, room: float) -> float:
    """Return how far ahead a hand may go before it touches somebody, in lengths of the arm."""
    body = part.figure.body
    if body is None or math.isinf(room):
        return 1.0
    return max(_LEAST_REACH, (room - body.build.shoulder - _HAND) / body.build.arm)


def _gesticulate(part: Performance, phrase: Phrase, temper: Temper, *, farthest: float) -> None:
    """Raise a hand towards the first beat, let it beat along, change it, and bring it down after the last word."""
    draw, beats = part.draw, [beat for beat in phrase.beats if beat > 0.15] or [phrase.start + 0.3]
    if phrase.end - phrase.start < 0.5 or draw.random() > temper.often:
        return
    lead = part.free_arms[0]
    both = len(part.free_arms) > 1 and draw.random() < temper.both
    raises = temper.raises_s * draw.uniform(0.9, 1.2)
    held_until, last_shape = phrase.end + 0.15, None
    moment = max(phrase.start - 0.1, beats[0] - raises)
    while moment < held_until - 0.35:
        target, hand = draw.choice([choice for choice in temper.hands if choice[0] != last_shape] or temper.hands)
        last_shape = target
        for arm in (lead, not lead) if both and target not in (POINT, FINGER, FIST) else (lead,):
            size = temper.size * (0.85 if arm != lead else 1.0)
            rest = arm_of(part.pose, lead=arm)
            aim = _sized(target_for(target, lead=arm), rest, size, draw.uniform(-0.05, 0.05))
            aim = (min(aim[0], farthest), *aim[1:])
            part.move_arm(moment, moment + raises, aim, hand, lead=arm)
        stays = draw.uniform(1.3, 2.1)
        _beat_along(part, [beat for beat in beats if moment + raises - 0.05 < beat < moment + stays], temper, lead=lead)
        moment += stays
    down = max(held_until, moment - 0.9)
    for arm in (True, False):
        if arm == lead or both:
            part.rest_arm(down, down + raises * 1.7, lead=arm)


def _sized(target: Target, rest: Target, size: float, more: float) -> Target:
    """Return a target as far from the resting hand as a temper goes."""
    numbers = [near + (far - near) * min(1.0, size) for far, near in zip(target, rest, strict=True)]
    return numbers[0] + more, numbers[1] + more * 0.6, numbers[2] + more, numbers[3] + more * 0.6, target[4]


def _beat_along(part: Performance, beats: Sequence[float], temper: Temper, *, lead: bool) -> None:
    strokes = np.zeros_like(part.times)
    for beat in beats:
        strokes = strokes + nudge(part.times, beat, _BEAT_S) * part.draw.uniform(0.6, 1.0)
    part.shake_arm(strokes * temper.size, (0.05, 0.13), lead=lead)
