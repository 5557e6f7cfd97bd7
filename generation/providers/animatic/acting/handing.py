"""A thing that goes from one hand to another: who gives it to whom, when, and where the two hands meet."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generation.providers.animatic.drawing.canvas import Point
from generation.providers.animatic.drawing.figure import Actor, Figure
from generation.providers.animatic.drawing.figure.held import Held
from generation.providers.animatic.drawing.figure.person import carrying
from generation.providers.animatic.drawing.figure.poses import Pose, pose_of, word_of
from generation.providers.animatic.mouths import same_person

from . import travel
from .curves import Curve, bump
from .performance import Performance, Target, arm_of
from .stepping import STEP, step_on

_READY_S, _OFFERED_S, _MET_S, _LET_GO_S, _DONE_S = 0.30, 1.00, 1.15, 1.40, 2.10
"""Seconds: an arm starts, is out, the thing changes hands, the arms part, and both are back."""

_MIDDLE = 0.42
"""The share of a shot in which the thing changes hands."""

_BELOW_SHOULDER = 0.28
"""How far below the giver's shoulder hands meet, in lengths of the arm."""

_REACH = 0.97
"""How far a hand goes at most, in lengths of the arm."""

_LEAN = 0.34
"""How far shoulders lean ahead at most, in heads."""

_PALM = 0.15
"""How far beyond the wrist a thing is gripped, in heads."""

Gesture = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Handover:
    """`thing` goes from `giver` to `taker` at the moment `at` in seconds, where their hands meet in the picture."""

    giver: str
    taker: str
    thing: Held
    at: float
    meet: Point


def handover_of(
    actors: Mapping[str, Actor], entries: Mapping[str, Mapping[str, Any]], gesture: Gesture, seconds: float
) -> Handover | None:
    """Return what changes hands in a shot, or None; `gesture` tells what somebody of a name does."""
    for name in actors:
        word = gesture(name)
        if word not in {"give", "take"} or not _can(name, actors, entries):
            continue
        other = _partner(name, actors, entries, gesture)
        if not other:
            continue
        giver, taker = (name, other) if word == "give" else (other, name)
        thing = _thing(actors[giver].figure, actors[taker].figure)
        meet = _meeting(actors[giver], actors[taker])
        if thing is not None and meet is not None:
            return Handover(giver, taker, thing, max(_MET_S, seconds * _MIDDLE), meet)
    return None


def _can(name: str, actors: Mapping[str, Actor], entries: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether somebody stands there with a hand to spare."""
    actor, entry = actors[name], entries[name]
    pose = actor.figure.pose
    comes = travel.is_walking(entry) or entry.get("enters") or entry.get("leaves")
    return pose is not None and not (pose.busy or pose.asleep or pose.roll or comes) and actor.figure.facing != "away"


def _partner(name: str, actors: Mapping[str, Actor], entries: Mapping[str, Mapping[str, Any]], gesture: Gesture) -> str:
    """Return to whom somebody gives, or from whom they take: who does the other half, who is looked at, the nearest."""
    others = [other for other in actors if other != name and _can(other, actors, entries)]
    others = [other for other in others if _sees(actors[name], actors[other]) and _sees(actors[other], actors[name])]
    if gesture(name) == "take" and actors[name].figure.held is None:
        others = [other for other in others if actors[other].figure.held is not None]
    if not others:
        return ""
    half = "take" if gesture(name) == "give" else "give"
    aimed = str(entries[name].get("looks_at") or "")

    def unlikely(other: str) -> tuple[bool, bool, float]:
        away = abs(actors[other].x - actors[name].x)
        return gesture(other) != half, not same_person(other, aimed), away

    return min(others, key=unlikely)


def _sees(actor: Actor, other: Actor) -> bool:
    return actor.figure.facing == "camera" or (other.x - actor.x) * actor.ahead > 0


def _thing(giver: Figure, taker: Figure) -> Held | None:
    """Return what is given: what the giver holds, or what the plan lets the taker have in the end."""
    if giver.held is not None and taker.held is not None and giver.held != taker.held:
        return None
    return giver.held or taker.held


def _meeting(giver: Actor, taker: Actor) -> Point | None:
    """Return where the hands meet: as far from the one as from the other; None when steps do not bring them near."""
    first, last = _shoulder(giver), _shoulder(taker)
    share = giver.unit / (giver.unit + taker.unit)
    y = first[1] + (last[1] - first[1]) * share + _BELOW_SHOULDER * 1.7 * (giver.unit + taker.unit) / 2
    meet = first[0] + (last[0] - first[0]) * share, y
    if any(_short(actor, meet) > _LEAN + STEP for actor in (giver, taker)):
        return None
    return meet


def _shoulder(actor: Actor) -> Point:
    body = actor.figure.body
    x, y = body.joints.lead_arm[0] if body else (0.0, 0.0)
    return actor.x + x * actor.ahead * actor.unit, actor.y + y * actor.unit


def _short(actor: Actor, meet: Point) -> float:
    """Return how far a hand stays behind the meeting point, in heads, while feet and back stay where they are."""
    body = actor.figure.body
    if body is None:
        return 9.0
    x, y = _shoulder(actor)
    away = math.dist(meet, (x, y)) / actor.unit
    return max(0.0, away - _PALM - body.build.arm * _REACH)


def hand_over(part: Performance, actor: Actor, handover: Handover, entry: Mapping[str, Any], *, gives: bool) -> None:
    """Let somebody give or take: reach, meet the other hand, let go or close the hand, and come back."""
    plain = pose_of(word_of(entry.get("pose")))
    laden = carrying(plain, handover.thing)
    first, last = (laden, plain) if gives else (plain, laden)
    begin = handover.at - _MET_S + (0.0 if gives else 0.18)
    _have(part, -1.0, -0.9, first)
    target, leans = _aimed(part, actor, handover, begin)
    part.move_arm(begin + _READY_S, begin + _OFFERED_S, target, "grip" if gives else "open", lead=True)
    part.add("lean", leans * _come_and_go(part, begin))
    part.set_hand(handover.at, "open" if gives else "grip", lead=True)
    _have(part, begin + _LET_GO_S, begin + _DONE_S, last)
    part.held = [handover.thing if bool(moment >= handover.at) != gives else None for moment in part.times]


def _have(part: Performance, start: float, end: float, pose: Pose) -> None:
    hand = pose.lead_hand
    part.move_arm(start, end, arm_of(pose, lead=True), hand, lead=True)


def _come_and_go(part: Performance, begin: float) -> Curve:
    return bump(part.times, begin + 0.1, begin + _OFFERED_S, begin + _LET_GO_S, begin + _DONE_S + 0.2)


def _aimed(part: Performance, actor: Actor, handover: Handover, begin: float) -> tuple[Target, float]:
    """Return the arm's target for the palm to be where the hands meet, and how far the shoulders lean for it."""
    body, meet = actor.figure.body, handover.meet
    if body is None:
        return arm_of(part.pose, lead=True), 0.0
    short = _short(actor, meet)
    x, y = _shoulder(actor)
    if short > _LEAN:
        step_on(part, max(0.0, begin - 0.35), STEP)
        x += STEP * actor.ahead * actor.unit
        short = max(0.0, short - STEP)
    leans = min(_LEAN, short + 0.05)
    across, down = (meet[0] - x) * actor.ahead / actor.unit - leans, (meet[1] - y) / actor.unit
    away = max(1e-6, math.hypot(across, down))
    reach = min(max(0.1, away - _PALM), body.build.arm * _REACH) / body.build.arm / away
    return (across * reach, down * reach, across * reach, down * reach, 1.0), leans
