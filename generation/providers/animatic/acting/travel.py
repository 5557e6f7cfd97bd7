"""Going somewhere in a shot: in from outside the picture, out of it, or along with the camera."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from generation.providers.animatic.drawing.figure import Actor
from generation.providers.animatic.drawing.figure.poses import POSES, word_of

from .curves import rise
from .gestures import turn_round
from .performance import BODY, Performance, arm_of, body_of
from .walking import Walk, walk

_SPEEDS = {"walk": 2.1, "run": 4.6}
"""Heads a second of a grown person, as far as it is seen: nobody crosses a picture square to the camera."""

_ENTERS_S, _FASTEST = (1.2, 2.5), 4.0
_BESIDE = 1.35
"""Heads outside the picture at which somebody is not seen any more."""

_KEPT = 1.2
"""Heads between somebody who walks and the picture's edge, at least."""

_FAR_SIZE = 0.70
_TURN_S = 0.5
_STRIDE, _PACE = 0.75, 2.2
"""How long an animal's stride is beside its body, and how many heads a second it walks."""

_GROWN_HIP = 2.25


@dataclass(frozen=True, slots=True)
class Edges:
    """From which x to which x a picture is seen: all through a shot (`inner`), and at some moment of it (`outer`)."""

    inner: tuple[float, float]
    outer: tuple[float, float]

    def outside(self, actor: Actor, side: str) -> float:
        """Return how far it is from somebody's spot to where they are out of sight, in heads."""
        away = actor.x - self.outer[0] if side == "left" else self.outer[1] - actor.x
        return max(0.0, away) / actor.unit + _BESIDE


@dataclass(frozen=True, slots=True)
class Trip:
    """Where somebody goes: until when, and whether they stand in their pose afterwards."""

    until: float
    arrives: bool


def go(
    part: Performance, actor: Actor, entry: Mapping[str, Any], seconds: float, edges: Edges, width: float,
    tracking: Sequence[float], company: Sequence[Actor] = (),
) -> Trip | None:  # fmt: skip
    """Let somebody travel as the plan says, or return None when they stay.

    `company` is who walks the same way, so that they keep together.
    """
    comes, goes = (str(entry.get(key) or "").strip().lower() for key in ("enters", "leaves"))
    word = word_of(entry.get("pose"))
    trip = None
    if comes in {"left", "right"}:
        trip = _enter(part, actor, comes, seconds, edges, word)
    elif comes == "back":
        trip = _come_from_afar(part, seconds, word)
    elif word in _SPEEDS and goes not in {"left", "right", "back"} and not entry.get("gesture"):
        trip = _go_along(part, actor, word, seconds, edges, width, tracking, company)
    if goes in {"left", "right"}:
        trip = _leave(part, actor, goes, seconds, edges, word)
    elif goes == "back":
        trip = _go_afar(part, seconds)
    return trip


def reach_of(actor: Actor) -> float:
    """Return how long somebody's legs are beside a grown person's."""
    return actor.figure.body.build.hip / _GROWN_HIP if actor.figure.body else 0.6


def _reach(part: Performance) -> float:
    return part.figure.body.build.hip / _GROWN_HIP if part.figure.body else 0.6


def _stand(part: Performance, word: str) -> None:
    """Let whoever walks only to come or go stand in between, not in the middle of a step."""
    if word in _SPEEDS and part.figure.body is not None:
        stand = POSES["stand"]
        part.move_body(-2.0, -1.0, dict(zip(BODY, body_of(stand), strict=True)))
        for lead in (True, False):
            if (part.pose.lead_hand if lead else part.pose.rear_hand) != "grip":
                part.move_arm(-2.0, -1.0, arm_of(stand, lead=lead), "relaxed", lead=lead)


def _enter(part: Performance, actor: Actor, side: str, seconds: float, edges: Edges, word: str) -> Trip:
    distance = edges.outside(actor, side)
    lasts = min(max(_ENTERS_S[0], distance / 2.9), max(_ENTERS_S[1], distance / _FASTEST), max(0.6, seconds * 0.7))
    way = Walk(0.0, lasts, distance, stops=True, runs=word == "run")
    toward = 1.0 if side == "left" else -1.0
    _stand(part, word)
    _walk(part, way, "right" if side == "left" else "left")
    part.add("dx", toward * (np.clip(way.gone(part.times), None, distance) - distance))
    own = part.figure.facing
    _face(part, "right" if side == "left" else "left", lasts - 0.25, own)
    return Trip(lasts + 0.3, arrives=True)


def _leave(part: Performance, actor: Actor, side: str, seconds: float, edges: Edges, word: str) -> Trip:
    distance = edges.outside(actor, side)
    lasts = min(max(_ENTERS_S[0], distance / 2.9), max(_ENTERS_S[1], distance / _FASTEST), max(0.6, seconds * 0.75))
    begins = max(0.0, seconds - lasts)
    heading = "right" if side == "right" else "left"
    way = Walk(begins, begins + lasts, distance, starts=True, runs=word == "run")
    _stand(part, word)
    _walk(part, way, heading)
    part.add("dx", (1.0 if side == "right" else -1.0) * np.clip(way.gone(part.times), 0.0, None))
    if part.figure.facing != heading:
        turn_round(part, max(0.0, begins - _TURN_S * 0.6), part.figure.facing, heading, _TURN_S)
    return Trip(begins, arrives=False)


def _face(part: Performance, first: str, at: float, own: str) -> None:
    if first != own:
        turn_round(part, max(0.0, at), first, own, _TURN_S)


def _walk(part: Performance, way: Walk, heading: str) -> None:
    if part.figure.body is None:
        gone = np.clip(way.gone(part.times), 0.0, way.distance if way.stops else None)
        length = part.figure.being.length if part.figure.being else 2.0
        speed = np.gradient(gone, 1 / part.rate) if len(gone) > 1 else np.zeros_like(gone)
        part.add("gait", gone / max(0.5, _STRIDE * length))
        part.add("pace", np.clip(speed / _PACE, 0.0, 2.0))
        return
    walk(part, way, reach=_reach(part))


def _come_from_afar(part: Performance, seconds: float, word: str) -> Trip:
    lasts = min(_ENTERS_S[1], seconds * 0.7)
    near = rise(part.times, -lasts * 0.5, lasts)
    start = near[0]
    near = (near - start) / max(1e-6, 1 - start)
    part.add("size", (_FAR_SIZE - 1) * (1 - near))
    part.add("dy", -0.55 * (1 - near))
    _stand(part, word)
    _walk(part, Walk(0.0, lasts, 0.9 * 4 * lasts / 2.5, stops=True), "camera")
    own = part.figure.facing
    _face(part, "camera", lasts - 0.3, own)
    return Trip(lasts + 0.3, arrives=True)


def _go_afar(part: Performance, seconds: float) -> Trip:
    lasts = min(_ENTERS_S[1], seconds * 0.75)
    begins = max(0.0, seconds - lasts)
    far = rise(part.times, begins, begins + lasts * 1.5)
    part.add("size", (_FAR_SIZE - 1) * far)
    part.add("dy", -0.55 * far)
    _walk(part, Walk(begins, begins + lasts, 0.9 * 4 * lasts / 2.5, starts=True), "away")
    if part.figure.facing != "away":
        turn_round(part, max(0.0, begins - 0.3), part.figure.facing, "away", _TURN_S)
    return Trip(begins, arrives=False)


def _go_along(
    part: Performance, actor: Actor, word: str, seconds: float, edges: Edges, width: float,
    tracking: Sequence[float], company: Sequence[Actor],
) -> Trip | None:  # fmt: skip
    """Walk through the picture, with the camera where it goes along, else as far as there is room."""
    ahead = -1.0 if part.figure.mirrored else 1.0
    speed = _SPEEDS[word] * _reach(part)
    if part.figure.facing in {"camera", "away"}:
        grows = 1.0 if part.figure.facing == "camera" else -1.0
        part.add("size", grows * 0.06 * part.times / max(seconds, 1e-6))
        _walk(part, Walk(0.0, seconds, speed * seconds, runs=word == "run"), part.figure.facing)
        return Trip(seconds, arrives=False)
    if len(tracking):
        along = np.asarray(tracking) * width / actor.unit
        part.add("dx", along)
        # Toward us as much as across, so the legs go faster than the picture does.
        _walk(part, Walk(0.0, seconds, speed * seconds, runs=word == "run"), part.figure.facing)
        return Trip(seconds, arrives=False)
    wished = max((_SPEEDS[word] * reach_of(each) * each.unit for each in (actor, *company)), default=0.0) * seconds
    first, distance = room_to_go((actor, *company), wished, edges, ahead)
    first, distance = first / actor.unit, distance / actor.unit
    way = Walk(0.0, seconds, distance, runs=word == "run")
    _walk(part, way, part.figure.facing)
    part.add("dx", ahead * (way.gone(part.times) + first))
    return Trip(seconds, arrives=False)


def room_to_go(actors: Sequence[Actor], wished: float, edges: Edges, ahead: float) -> tuple[float, float]:
    """Return where people who walk together start and how far they go, in units of the picture.

    The start is seen from their spots; backwards is negative. All of them stay in the picture.
    """
    lefts = [each.x - edges.inner[0] - _KEPT * each.unit for each in actors]
    rights = [edges.inner[1] - each.x - _KEPT * each.unit for each in actors]
    before, behind = (max(0.0, min(room)) for room in ((rights, lefts) if ahead > 0 else (lefts, rights)))
    if wished <= before:
        return 0.0, wished
    start = -min(behind, wished - before)
    return start, max(0.4 * actors[0].unit, min(wished, before - start))


def is_walking(entry: Mapping[str, Any]) -> bool:
    """Whether a cast entry is of somebody who walks or runs all through the shot."""
    goes = {str(entry.get(key) or "") for key in ("enters", "leaves")} - {""}
    return word_of(entry.get("pose")) in _SPEEDS and not goes and not entry.get("gesture")


def tracks(size: str, seconds: float) -> float:
    """Return how far the camera goes along with a walker, as a share of the picture: only near ones need it."""
    if size not in {"medium", "close"}:
        return 0.0
    return min(0.10, 0.028 * seconds * (1 + math.sqrt(seconds)) / 2)
