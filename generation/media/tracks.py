"""Faces found in pictures one after another become people who move: the same face is the same person.

The network finds a face in one picture and misses it in the next, and once in a while sees one where there is none. So
somebody counts who was seen at least twice and surely once; while they are missed for a moment they go on as they went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .faces import SURE, Face
from .framing import Box, Person

PERHAPS = 0.3
"""How sure a face must be to be the one who was there before; once somebody must be seen more surely (`SURE`)."""
_MISSED_MS = 2000
"""Somebody missed for longer is somebody new."""
_EVERY_MS = 500
"""While somebody is missed, where they are is told this often: what is further apart counts as out of the picture."""
_APART = 1.3
"""How far a face may come from where it is awaited, in its own sizes, per picture; it may turn or come nearer too."""
_GROWN = 2.2
_SMALL = 0.4
"""Whose face is smaller than this part of another's is in the background."""
_BESIDE, _ABOVE, _BELOW = 0.15, 0.3, 0.2
"""From a face to a head with a little of the neck, as parts of the face's sides."""

Way = NDArray[np.float64]


@dataclass(slots=True)
class _Track:
    """Where and when one face was seen, and how surely at best."""

    times: list[int]
    boxes: list[Box]
    score: float

    def add(self, time_ms: int, face: Face) -> None:
        self.times.append(time_ms)
        self.boxes.append(face.box)
        self.score = max(self.score, face.score)

    def awaited(self, time_ms: int) -> Box:
        """Return where the face would be if it went on as it went."""
        last = self.boxes[-1]
        if len(self.times) < 2:
            return last
        part = (time_ms - self.times[-1]) / (self.times[-1] - self.times[-2])
        # Who is out of sight goes on, but nobody goes on for ever.
        part = min(part, 1.0)
        before = self.boxes[-2]
        by = [((one - other) * part) for one, other in zip(_middle(last), _middle(before), strict=True)]
        return last[0] + by[0], last[1] + by[1], last[2] + by[0], last[3] + by[1]


def people_in(moments: Sequence[tuple[int, Sequence[Face]]], shape: float) -> tuple[Person, ...]:
    """Return the people whose faces are seen at moments of a clip (milliseconds, in order), without names.

    `shape` is the picture's width by its height. Who is in the background of somebody else is left out.
    """
    tracks = _tracks(moments, shape)
    least = min(2, len(moments))
    seen = [track for track in tracks if len(track.times) >= least and track.score >= SURE]
    return tuple(Person("", _way(track)) for track in seen if not any(_is_behind(track, other) for other in seen))


def _is_behind(one: _Track, other: _Track) -> bool:
    """Tell whether somebody is in the background of another, who is there most of the time."""
    together = sum(other.times[0] <= time <= other.times[-1] for time in one.times)
    return 2 * together >= len(one.times) and _usual_height(one) < _SMALL * _usual_height(other)


def _tracks(moments: Sequence[tuple[int, Sequence[Face]]], shape: float) -> list[_Track]:
    tracks: list[_Track] = []
    for time_ms, faces in moments:
        here = [track for track in tracks if time_ms - track.times[-1] <= _MISSED_MS]
        found = [face for face in faces if face.score >= PERHAPS]
        whose = _pairs([track.awaited(time_ms) for track in here], [face.box for face in found], shape)
        for index, face in enumerate(found):
            if index in whose:
                here[whose[index]].add(time_ms, face)
            else:
                tracks.append(_Track([time_ms], [face.box], face.score))
    return tracks


def _pairs(awaited: Sequence[Box], found: Sequence[Box], shape: float) -> dict[int, int]:
    """Return which awaited box each of the found ones is, the nearest pairs first; nobody is two."""
    ways = sorted(
        (_far(one, other, shape), place, index)
        for place, one in enumerate(awaited)
        for index, other in enumerate(found)
    )
    whose: dict[int, int] = {}
    for far, place, index in ways:
        if far <= _APART and index not in whose and place not in whose.values():
            whose[index] = place
    return whose


def _far(awaited: Box, found: Box, shape: float) -> float:
    """Return how far a face is from where one is awaited, in its own sizes; much where it is not as large."""
    tall, other = awaited[3] - awaited[1], found[3] - found[1]
    if max(tall, other) > _GROWN * min(tall, other):
        return float("inf")
    across, down = (one - two for one, two in zip(_middle(awaited), _middle(found), strict=True))
    return float(np.hypot(across * shape, down) / max(tall, other, 1e-6))


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _usual_height(track: _Track) -> float:
    return float(np.median([box[3] - box[1] for box in track.boxes]))


def _way(track: _Track) -> tuple[tuple[int, Box], ...]:
    """Return where a head is from moment to moment, calmed, with the moments at which it was missed."""
    times = track.times
    missed = (time for one, two in pairwise(times) for time in range(one + _EVERY_MS, two, _EVERY_MS))
    filled = sorted({*times, *missed})
    calm = _calmed(np.array(track.boxes))
    sides = np.stack([np.interp(filled, times, calm[:, side]) for side in range(4)], axis=1)
    return tuple((time, _head(box)) for time, box in zip(filled, sides, strict=True))


def _calmed(boxes: Way) -> Way:
    """Each box as the middle one of itself and those beside it, so that one that is off draws nobody aside."""
    if len(boxes) < 3:
        return boxes
    padded = np.concatenate([boxes[:1], boxes, boxes[-1:]])
    return np.asarray(np.median([padded[:-2], padded[1:-1], padded[2:]], axis=0))


def _head(face: NDArray[np.float64]) -> Box:
    left, top, right, bottom = (float(side) for side in face)
    wide, tall = right - left, bottom - top
    head = (left - _BESIDE * wide, top - _ABOVE * tall, right + _BESIDE * wide, bottom + _BELOW * tall)
    near, high, far, low = (round(min(1.0, max(0.0, side)), 4) for side in head)
    return near, high, far, low
