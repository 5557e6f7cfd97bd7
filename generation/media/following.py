"""The way of a window through a shot: it rests while its subject does, and pans, eased, where it must.

What it costs to have the window at each place at each moment is written down as a table; the cheapest way through it,
where every move costs something too, is a chain of rests. Each change from rest to rest becomes a pan that is slow
enough to be watched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from .framing import Box, Follow, Framing, Pan, Person, Turn, Window

STEP_MS = 125
"""How often it is asked where the window should be."""
_PLACES = 81
"""How many places of the window are weighed."""

TOP_SPEED = 2.0
"""Windows a second: a turn from one speaker to another takes about a second."""
TOP_PUSH = 9.0
"""Windows a second, a second: how fast a pan may gain speed."""
_LEAST_PAN_S = 0.7
_LONGEST_PAN_S = 3.0
_STEADY_S = 2.5
"""Moves one after another in one direction that are nearer than this run into each other."""

# What a second costs: off the middle by a window (squared), a window's width of a face cut off, a face in halves that
# nobody follows. And a move: any, and each window's width of it.
_OFF, _CUT, _HALVED = 6.0, 40.0, 1.2
_MOVE, _WAY = 0.5, 0.5
_ROOM, _WIDE_ROOM = 0.08, 0.9
"""Room beside a face, in parts of its size: what it needs at least, and what shows the shoulders too."""
_MOST_ROOM = 0.45
"""How much of what a window has to spare is kept free on each side; the rest is where its subject may move."""
_HEADROOM = 0.38
"""How far down the window a face is best, where the window moves up and down."""
_SHORT_TURN_MS = 600
"""Who says no more than a word is not turned to."""

Table = NDArray[np.float64]


def places(window: Window) -> Table:
    """Return the middles of the window that are weighed: evenly over all the picture."""
    return np.linspace(window.share / 2, 1 - window.share / 2, _PLACES)


def moments(frames: int, rate: Fraction) -> list[float]:
    """Return the moments of a shot at which it is asked where the window should be, in milliseconds."""
    length = float(frames / rate) * 1000
    count = max(1, ceil(length / STEP_MS))
    return [(index + 0.5) * length / count for index in range(count)]


def way_of(table: Table, window: Window, frames: int, rate: Fraction) -> Framing:
    """Return the cheapest way of a window: `table` says what a second at each place costs, for each moment."""
    spots = places(window)
    seconds = float(frames / rate) / len(table)
    chosen = [float(spots[index]) for index in _cheapest(table * seconds, spots / window.share)]
    pans = _pans(chosen, frames)
    return Framing(round(chosen[0], 4), _slowed(pans, window, frames, float(rate)))


def people_table(follow: Follow, window: Window, times_ms: Sequence[float], clip_in_ms: int) -> Table | None:
    """Return what each place costs at each moment for the faces that are known; None where none is ever seen."""
    spots, turns = places(window), [turn for turn in follow.turns if turn.end_ms - turn.start_ms >= _SHORT_TURN_MS]
    usual = _usual(follow)
    rows, is_seen = [], False
    for time_ms in times_ms:
        seen = {
            index: box
            for index, person in enumerate(follow.people)
            if (box := person.box(time_ms + clip_in_ms)) is not None
        }
        is_seen = is_seen or bool(seen)
        rows.append(_row(seen, _first(follow, seen, turns, usual, time_ms), spots, window))
    return np.array(rows) if is_seen else None


def _row(seen: dict[int, Box], first: int, spots: Table, window: Window) -> Table:
    if not seen:
        return np.zeros(len(spots))
    kept = _fitting(seen, first, window)
    low, high = _band([seen[index] for index in kept], window)
    outside = np.maximum(0, np.maximum(low - spots, spots - high)) / window.share
    off = (spots - _best(seen, first, kept, window)) / window.share
    cost = _CUT * outside + _OFF * off**2
    for index, box in seen.items():
        if index not in kept:
            near, far = window.span(box)
            start = spots - window.share / 2
            part = (np.minimum(far, start + window.share) - np.maximum(near, start)) / max(far - near, 1e-6)
            part = np.clip(part, 0, 1)
            cost = cost + _HALVED * 4 * part * (1 - part)
    return np.asarray(cost)


def _fitting(seen: dict[int, Box], first: int, window: Window) -> list[int]:
    """Return whom the window holds: the one that matters most, and as many others as there is room for."""
    kept = [first]
    for index in sorted(seen, key=lambda one: -_size(seen[one])):
        if index != first:
            low, high = _reach([seen[one] for one in (*kept, index)], window)
            if high - low <= window.share:
                kept.append(index)
    return kept


def _reach(boxes: Sequence[Box], window: Window) -> tuple[float, float]:
    """Return from where to where faces reach, with room beside them."""
    spans = [(*window.span(box), _ROOM * (window.span(box)[1] - window.span(box)[0])) for box in boxes]
    return min(near - room for near, _, room in spans), max(far + room for _, far, room in spans)


def _band(boxes: Sequence[Box], window: Window) -> tuple[float, float]:
    """Return between which middles the window holds faces, with room beside them as far as there is any."""
    spans = [window.span(box) for box in boxes]
    low, high = min(near for near, _ in spans), max(far for _, far in spans)
    spare = window.share - (high - low)
    if spare < 0:
        # One face that is larger than the window: its middle.
        middle = window.inside((low + high) / 2)
        return middle, middle
    room = min(_MOST_ROOM * spare, _WIDE_ROOM * max(far - near for near, far in spans))
    return window.inside(high + room - window.share / 2), window.inside(low - room + window.share / 2)


def _best(seen: dict[int, Box], first: int, kept: Sequence[int], window: Window) -> float:
    """Return where the window would rather be: on the one that matters most, and on the others a little."""
    spans = [window.span(seen[index]) for index in kept]
    weights = [2.0 if index == first else 1.0 for index in kept]
    middle = sum(weight * (near + far) / 2 for weight, (near, far) in zip(weights, spans, strict=True)) / sum(weights)
    return window.inside(middle if window.is_across else middle + (0.5 - _HEADROOM) * window.share)


def _first(follow: Follow, seen: dict[int, Box], turns: Sequence[Turn], usual: Sequence[int], time_ms: float) -> int:
    """Return who matters most at a moment: who speaks, has just spoken or will; else whom the shot is about."""
    named = {follow.people[index].name: index for index in seen if follow.people[index].name}
    begun = [turn for turn in turns if turn.start_ms <= time_ms and turn.name in named]
    coming = [turn for turn in turns if turn.start_ms > time_ms and turn.name in named]
    if begun or coming:
        return named[(begun[-1] if begun else coming[0]).name]
    return next((index for index in usual if index in seen), -1)


def _usual(follow: Follow) -> list[int]:
    """Return people by how much they matter while nobody speaks: whom the shot is about, then the larger ones."""
    people = list(enumerate(follow.people))
    people.sort(key=lambda one: (one[1].name != follow.focus or not follow.focus, -_presence(one[1])))
    return [index for index, _ in people]


def _presence(person: Person) -> float:
    return sum(_size(box) for _, box in person.boxes)


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _cheapest(table: Table, spots: Table) -> list[int]:
    """Return the place at each moment on the cheapest way through a table."""
    apart = np.abs(spots[:, np.newaxis] - spots[np.newaxis, :])
    moving = _WAY * apart + _MOVE * (apart > 0)
    total, came_from = table[0], []
    for row in table[1:]:
        ways = total[:, np.newaxis] + moving
        came_from.append(ways.argmin(axis=0))
        total = ways.min(axis=0) + row
    index = int(total.argmin())
    way = [index]
    for back in reversed(came_from):
        index = int(back[index])
        way.append(index)
    return way[::-1]


@dataclass(frozen=True, slots=True)
class _Step:
    """A change of place: about when, in frames, how far, and over how many frames at least."""

    frame: float
    by: float
    frames: float = 0.0


def _pans(chosen: Sequence[float], frames: int) -> list[_Step]:
    each = frames / len(chosen)
    return [
        _Step(index * each, after - before)
        for index, (before, after) in enumerate(pairwise(chosen), 1)
        if after != before
    ]


def _slowed(steps: Sequence[_Step], window: Window, frames: int, rate: float) -> tuple[Pan, ...]:
    """Return pans that take their time: none of them, nor all together, goes faster or gains speed faster than told."""
    if not steps:
        return ()
    lasting = [replace(step, frames=rate * _seconds(step, steps, window.share, rate)) for step in steps]
    stretch = 1.0
    while True:
        pans = tuple(_placed(step, stretch, frames) for step in lasting)
        if _is_calm(pans, window, frames, rate):
            return pans
        stretch *= 1.2


def _seconds(step: _Step, steps: Sequence[_Step], share: float, rate: float) -> float:
    way = abs(step.by) / share
    # The peaks of an eased move's speed, and of its change.
    long = max(_LEAST_PAN_S, 1.875 * way / TOP_SPEED, sqrt(5.7736 * way / TOP_PUSH))
    near = [
        abs(other.frame - step.frame) / rate for other in steps if other is not step and (other.by > 0) == (step.by > 0)
    ]
    if near and min(near) <= _STEADY_S:
        long = max(long, min(_LONGEST_PAN_S, 2 * min(near)))
    return long


def _placed(step: _Step, stretch: float, frames: int) -> Pan:
    """Return the pan about its moment, inside the shot if it fits there."""
    length = max(1, ceil(step.frames * stretch))
    start = round(step.frame - length / 2)
    if length < frames:
        start = min(max(0, start), frames - 1 - length)
    return Pan(start, length, round(step.by, 4))


def _is_calm(pans: Sequence[Pan], window: Window, frames: int, rate: float) -> bool:
    way = Framing(0.0, tuple(pans))
    places_ = np.array([way.middle(frame) for frame in range(-1, frames + 2)]) / window.share
    speed = np.diff(places_) * rate
    push = np.diff(speed) * rate
    return bool(np.abs(speed).max() <= TOP_SPEED and np.abs(push).max() <= TOP_PUSH)
