"""A whole shot as its people play it: from the plan's words and the voices to what everybody does in every frame."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np

from generation.providers.animatic import mouths
from generation.providers.animatic.drawing.figure import Actor
from generation.providers.animatic.drawing.figure.poses import word_of
from generation.providers.animatic.drawing.figure.stance import Stance
from generation.providers.base import SpokenPart

from . import attention, cues, gestures, habits, handing, speaking, travel
from .beats import Phrase, phrases_of
from .curves import rise
from .performance import Performance

_EYES_SEEN_PX, _HANDS_OUTSIDE = 34.0, 0.36
"""From how many pixels of a head its eyes are seen; from which share of the picture's height hands no longer are."""


_CHEST = 0.45
"""How far somebody's front is before their feet, in heads."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A shot to be played: its staging, what is heard, and how long and fine it is.

    `tracking` is how far the camera has gone along with whoever walks, in shares of the picture, frame by frame.
    """

    staging: Mapping[str, Any]
    speech: tuple[SpokenPart, ...]
    frames: int
    rate: int
    seed: int
    width: float
    height: float
    pixels_per_unit: float = 1.0
    tracking: Sequence[float] = ()
    inner: tuple[float, float] | None = None
    outer: tuple[float, float] | None = None
    """From which x to which x the picture is seen all the time, and at any time, where people stand."""

    @property
    def edges(self) -> travel.Edges:
        """The picture's left and right edge."""
        whole = (0.0, self.width)
        return travel.Edges(self.inner or whole, self.outer or whole)

    @property
    def seconds(self) -> float:
        """How long the shot is."""
        return self.frames / self.rate

    @property
    def action(self) -> str:
        """The sentence that says what happens."""
        return str(self.staging.get("action") or "")

    def entry(self, name: str) -> Mapping[str, Any]:
        """Return the cast entry of a person."""
        listed = self.staging.get("cast")
        for entry in listed if isinstance(listed, list | tuple) else []:
            if isinstance(entry, Mapping) and mouths.same_person(str(entry.get("name") or ""), name):
                return entry
        return {}

    def gesture(self, name: str, actors: Mapping[str, Actor]) -> str:
        """Return the gesture that somebody makes, or ""."""
        return cues.gesture_of(self.entry(name), self.action, alone=len(actors) == 1)


def play(actors: Mapping[str, Actor], cue: Cue) -> dict[str, list[Stance]]:
    """Return how everybody stands in every frame."""
    phrases = {name: phrases_of(cue.speech, name) for name in actors}
    passed = handing.handover_of(
        actors, {name: cue.entry(name) for name in actors}, lambda name: cue.gesture(name, actors), cue.seconds
    )
    parts = {name: _part(name, actor, actors, phrases, passed, cue) for name, actor in actors.items()}
    _shut_eyes(parts, cue)
    for name, part in parts.items():
        attention.settle_eyes(part, seen=actors[name].unit * cue.pixels_per_unit >= _EYES_SEEN_PX)
    return {name: part.stances() for name, part in parts.items()}


def _seeded(name: str, seed: int) -> int:
    return int.from_bytes(blake2b(f"{seed}/{name.casefold()}".encode(), digest_size=8).digest(), "big")


def _part(
    name: str, actor: Actor, actors: Mapping[str, Actor], phrases: Mapping[str, list[Phrase]],
    passed: handing.Handover | None, cue: Cue,
) -> Performance:  # fmt: skip
    part = Performance(actor.figure, cue.frames, cue.rate, _seeded(name, cue.seed))
    entry, draw = cue.entry(name), part.draw
    feeling = str(entry.get("expression") or "neutral").strip().lower()
    part.mouth = np.array(mouths.mouth_levels(cue.speech, name, cue.frames, cue.rate))
    _look(part, name, actor, actors, phrases, cue)
    habits.breathe(part, feeling, draw, hard=word_of(entry.get("pose")) == "run")
    company = _company(name, actor, actors, cue)
    travels = travel.go(part, actor, entry, cue.seconds, cue.edges, cue.width, cue.tracking, company)
    if actor.figure.being is not None:
        habits.live(part, draw, walking=travels is not None)
        attention.listen(part, [], feeling)
        return part
    if not travels:
        habits.shift_weight(part, draw)
        habits.keep_up(part, word_of(entry.get("pose")), draw)
    habits.blow(part, _wind(cue), draw)
    if passed and name in {passed.giver, passed.taker}:
        handing.hand_over(part, actor, passed, entry, gives=name == passed.giver)
        acts = True
    else:
        acts = _act(part, name, actors, travels, cue)
    visible = actor.unit < _HANDS_OUTSIDE * cue.height
    said = [phrase for phrase in phrases[name] if not travels or (travels.arrives and phrase.end > travels.until + 0.4)]
    speaking.speak(part, phrases[name], feeling, hands=said if visible and not acts else (), room=_room(actor, actors))
    others = sorted((phrase for other, said in phrases.items() if other != name for phrase in said), key=_start)
    attention.listen(part, others, feeling)
    if cues.reacts(entry, cue.action, alone=len(actors) == 1):
        _react(part, feeling)
    return part


def _room(actor: Actor, actors: Mapping[str, Actor]) -> float:
    """Return how far the next person before somebody is, in heads, from chest to chest."""
    if actor.figure.facing not in {"left", "right"}:
        return math.inf
    away = [(other.x - actor.x) * actor.ahead / actor.unit for other in actors.values() if other is not actor]
    return min((distance - _CHEST for distance in away if distance > 0), default=math.inf)


def _company(name: str, actor: Actor, actors: Mapping[str, Actor], cue: Cue) -> list[Actor]:
    """Return who walks the same way all through the shot."""
    return [
        other
        for each, other in actors.items()
        if each != name and other.figure.facing == actor.figure.facing and travel.is_walking(cue.entry(each))
    ]


def _start(phrase: Phrase) -> float:
    return phrase.start


def _act(part: Performance, name: str, actors: Mapping[str, Actor], travels: travel.Trip | None, cue: Cue) -> bool:
    """Let somebody make the gesture that the plan asks for, when they have arrived; say whether they do."""
    gesture = cue.gesture(name, actors)
    if not gesture:
        return False
    at = 0.35
    if travels is not None:
        if not travels.arrives or gesture in {"turn", "step_forward", "step_back", "jump", "fall"}:
            return False
        at = travels.until + 0.1
    return gestures.perform(part, gesture, at)


def _react(part: Performance, feeling: str) -> None:
    """Let the feeling come up within the first half second."""
    share = 0.25 + 0.75 * rise(part.times, 0.04, 0.46)
    part.feeling = np.round(share * 12) / 12
    if feeling in {"surprise", "fear"}:
        part.add("rise", 0.03 * rise(part.times, 0.08, 0.3))
        part.add("lean", -0.05 * rise(part.times, 0.06, 0.34))
        part.add("nod", -0.02 * rise(part.times, 0.06, 0.3))


def _wind(cue: Cue) -> str:
    scene = cue.staging.get("set")
    inside = isinstance(scene, Mapping) and bool(scene.get("interior"))
    return "" if inside else str(cue.staging.get("weather") or "")


def _look(
    part: Performance, name: str, actor: Actor, actors: Mapping[str, Actor], phrases: Mapping[str, list[Phrase]],
    cue: Cue,
) -> None:  # fmt: skip
    """Let somebody look at what the plan says, at who speaks, or at the one they speak to."""
    entry, here = cue.entry(name), _eyes_of(actor)
    aimed = str(entry.get("looks_at") or "").strip()
    others = [other for other in actors if other != name]
    if mouths.same_person(aimed, "camera"):
        attention.look_into_camera(part, 0.0, cue.seconds + 1)
        return
    target = next((other for other in others if mouths.same_person(other, aimed)), "")
    if target or (others and not aimed):
        nearest = target or min(others, key=lambda other: abs(actors[other].x - actor.x))
        attention.look_at(part, 0.0, cue.seconds + 1, _eyes_of(actors[nearest]), here=here, unit=actor.unit)
    elif aimed:
        ahead = -1.0 if actor.figure.mirrored else 1.0
        aim = here[0] + ahead * 2 * actor.unit, here[1] + 1.6 * actor.unit
        attention.look_at(part, 0.0, cue.seconds + 1, aim, here=here, unit=actor.unit)
    if not target:
        for other in others:
            for phrase in phrases[other]:
                aim = _eyes_of(actors[other])
                attention.look_at(part, phrase.start + 0.12, phrase.end + 0.5, aim, here=here, unit=actor.unit)
    attention.turn_head(part)
    if aimed and not target:
        return
    if part.figure.facing != "away" and word_of(entry.get("pose")) not in {"read", "sleep", "pray"}:
        attention.wandering(part, random.Random(part.draw.random()), speaking=phrases[name])


def _eyes_of(actor: Actor) -> tuple[float, float]:
    x, y = actor.figure.head_center
    return actor.x + x * actor.unit, actor.y + y * actor.unit


def _shut_eyes(parts: Mapping[str, Performance], cue: Cue) -> None:
    """Let everybody blink, and no two at once."""
    for name, spans in mouths.blinks(list(parts), cue.seconds, cue.seed).items():
        part = parts[name]
        for start, end in spans:
            shut = (part.times >= start) & (part.times < end)
            part.blink = np.maximum(part.blink, shut.astype(float))
