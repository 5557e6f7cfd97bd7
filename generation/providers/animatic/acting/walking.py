"""Walking and running: where each foot comes down, so that none ever slides, and how the body goes along."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .curves import Curve, bump, eased, rise
from .performance import BODY, Performance

_DOUBLE = 0.10
"""The share of a step in which both feet are on the ground."""

_LIFT, _BOB, _LEAN = 0.17, 0.022, 2.5
_RUN_LIFT, _RUN_BOB, _RUN_LEAN = 0.52, 0.10, 13.0
_STEP, _RUN_STEP = 0.92, 1.75
"""The longest step of a grown person, in heads."""

_RUNS_FROM = 4.2
"""Heads a second from which nobody walks any more."""

_BRAKES_S = 0.55
"""How long somebody takes to come to a stand, or to start."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A way on foot: from `start` to `end` in seconds over `distance` heads.

    `stops` is whether it ends at a stand, `starts` whether it begins at one.
    """

    start: float
    end: float
    distance: float
    starts: bool = False
    stops: bool = False
    runs: bool = False

    def gone(self, times: Curve) -> Curve:
        """Return how far one has come, in heads; before `start` and after `end` a walk that goes on goes on."""
        lasts = max(self.end - self.start, 1e-3)
        slow = min(_BRAKES_S, lasts * 0.45)
        at_start, at_end = slow * self.starts, slow * self.stops
        speed = self.distance / (lasts - (at_start + at_end) / 2)
        inside = times - self.start
        gone = speed * inside
        if self.starts:
            # Half a brake's way is lost while speed rises evenly eased from nothing.
            gone = np.where(inside < at_start, speed * _ramp(inside, at_start), speed * (inside - at_start / 2))
        if self.stops:
            left = lasts - inside
            braking = self.distance - speed * _ramp(left, at_end)
            gone = np.where(left < at_end, braking, gone)
        return gone


def _ramp(since: Curve, lasts: float) -> Curve:
    """Return how far one comes while the speed rises smoothly from 0 to 1 within `lasts` seconds."""
    share = np.clip(since / max(lasts, 1e-6), 0.0, 1.0)
    ramp: Curve = lasts * (share**3 - share**4 / 2)
    return ramp


def walk(part: Performance, way: Walk, *, reach: float, from_afar: bool = False) -> None:
    """Let somebody walk on their legs; the caller moves the whole figure. `reach` is a leg beside a grown one's."""
    times = part.times
    gone = way.gone(times)
    lasts = max(way.end - way.start, 1e-3)
    running = way.runs or way.distance / lasts > _RUNS_FROM * reach
    longest = (_RUN_STEP if running else _STEP) * reach
    count = max(1, math.ceil(way.distance / longest))
    step = way.distance / count
    before, after = (0 if way.starts else 3), (0 if way.stops else 4)
    feet = {
        lead: _footprints(part, gone, way, step, (count, before, after), lead=lead, running=running)
        for lead in (True, False)
    }
    strength = _going(times, way)
    big = min(1.0, step / (_STEP * reach))
    spread = np.abs(feet[True][0] - feet[False][0]) / max(step, 1e-3)
    bob = (_RUN_BOB if running else _BOB) * big
    column = {"lead_foot_x": feet[True][0], "rear_foot_x": feet[False][0]}
    for name, place in column.items():
        _put(part, name, place / reach, strength)
    lift = (_RUN_LIFT if running else _LIFT) * (0.5 + 0.5 * big)
    _put(part, "lead_foot_y", lift * feet[True][1], strength)
    _put(part, "rear_foot_y", lift * feet[False][1], strength)
    height = 1.0 - bob * np.clip(spread, 0, 1) ** 2 - (0.03 if running else 0.004)
    _put(part, "pelvis", height, strength)
    _put(part, "lean", np.full_like(times, (_RUN_LEAN if running else _LEAN) * big), strength)
    _swing_arms(part, feet, step, strength, running=running, big=big)
    part.add("tilt", strength * big * 0.5 * np.clip(spread, 0, 1))


def _footprints(
    part: Performance, gone: Curve, way: Walk, step: float, counted: tuple[int, int, int], *, lead: bool, running: bool
) -> tuple[Curve, Curve]:
    """Return where a foot is ahead of the body, in heads, and how far it is lifted, 0 to 1."""
    count, before, after = counted
    stand = part.pose.lead_foot[0] if lead else part.pose.rear_foot[0]
    at_rest = 0.22 if lead else -0.16
    if part.pose.seated or part.pose.kneeling or abs(stand) > 0.4:
        stand = at_rest
    first = -before if (before % 2 == 0) == lead else -before + 1
    place = np.full_like(gone, (first - 1) * step + step * 0.5 if before else stand)
    lift = np.zeros_like(gone)
    air = 0.30 if running else -_DOUBLE
    for number in range(first, count + after, 2):
        start, end = (number - max(0.0, air) / 2) * step, (number + 1 + min(0.0, air) + max(0.0, air) / 2) * step
        lands = (number + 1) * step + step * 0.5
        if way.stops:
            lands = min(lands, way.distance + stand)
        if way.stops and number >= count - 2:
            lands = way.distance + stand
        share = np.clip((gone - start) / max(end - start, 1e-6), 0.0, 1.0)
        place = place + (lands - place) * eased(share) * (share > 0)
        lift = lift + np.sin(math.pi * share) ** 2 * (1.15 - 0.3 * share)
    return place - gone, lift


def _going(times: Curve, way: Walk) -> Curve:
    """Return how much of somebody's pose is walking, 0 to 1."""
    lasts = way.end - way.start
    begun = rise(times, way.start, way.start + min(0.35, lasts / 3)) if way.starts else np.ones_like(times)
    done = 1 - rise(times, way.end - min(0.42, lasts / 3), way.end) if way.stops else np.ones_like(times)
    going: Curve = begun * done
    return going


def _put(part: Performance, name: str, curve: Curve, strength: Curve) -> None:
    column = BODY.index(name)
    # Feet are exact as long as anybody walks: they stand where they stand, whatever the rest of the body does.
    share = np.where(strength > 0, 1.0, 0.0) if "foot" in name else strength
    part.add_body(name, (curve - part.body[:, column]) * share)


def _swing_arms(
    part: Performance, feet: dict[bool, tuple[Curve, Curve]], step: float, strength: Curve, *, running: bool, big: float
) -> None:
    for lead in (True, False):
        if lead and (part.pose.lead_hand == "grip" or part.pose.busy):
            continue
        if not lead and part.pose.rear_hand == "grip":
            continue
        along = -np.clip(feet[lead][0] / max(step, 1e-3), -1.1, 1.1)
        reach = (0.50 if running else 0.36) * big
        low = 0.42 if running else 0.95
        x = along * reach + (0.06 if running else 0.02)
        y = low - 0.10 * along**2 - (0.10 * along if running else 0.0)
        front = (0.14 if lead else -0.14) * (1 + 0.3 * along)
        target = np.column_stack([x, y, front, y - 0.08 * along, np.ones_like(x)])
        arm = part.arms[lead]
        part.arms[lead] = arm + (target - arm) * strength[:, None]
        if running:
            part.set_hand(0.0, "fist", lead=lead)


def hopping(times: Curve, start: float, height: float) -> tuple[Curve, Curve]:
    """Return how high somebody is who jumps at `start`, and how far the knees give before and after."""
    flies = 2 * math.sqrt(height / 9.0) * 1.2
    leaves = start + 0.28
    share = np.clip((times - leaves) / flies, 0.0, 1.0)
    up = height * 4 * share * (1 - share)
    crouch = bump(times, start, leaves - 0.08, leaves - 0.02, leaves + 0.12)
    landed = bump(times, leaves + flies - 0.03, leaves + flies + 0.10, leaves + flies + 0.10, leaves + flies + 0.45)
    return up, crouch + 0.8 * landed
