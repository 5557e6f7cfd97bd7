"""People one behind the other: how a narrow picture holds several people and still shows them large.

Side by side they would be small in a tall picture, with much floor under them. So every second one stands nearer,
lower and larger, and shoulders overlap; the heads stay clear of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .places import Person, Spot, Stature, high_of, rank_of
from .sizes import Size

_FARTHER = 0.84
"""How large those behind are beside those before them."""

_BEHIND = 0.94
"""The depth of those behind: a moving camera shows that they are."""

_HALF_HEAD = 0.60
"""How wide half a head is with its hair, in heads, for heads that must not touch."""

_BRIM = 0.8
"""The share of hats and hair that is kept clear of the other's hats and hair."""

_FILLS = 0.94
"""The share of the width that people may fill."""

_SHOULDER_OUT = 0.80
"""The share of the outermost shoulders that is in the picture: an upper arm may leave it."""

_UPPER_EYES = 0.285
"""Where the eyes of those behind are, as a share of the height; with those before them, about a third."""

_STEP = 0.62
"""How much lower the eyes of those before are, in heads, when all are of one height."""

_CHIN = 0.48
"""How far a chin is below the middle of a head, in heads."""

_LARGEST = 0.40
"""The most of the width that one head of several may take."""

_MOST_APART = 1.9
"""Heads by which people may differ in height to be shown so: beside a dog somebody stands, not before it."""

_SMALLER = (1.0, 0.93, 0.86, 0.79)
"""How much smaller people are made for the lowest chin to be above the words of a caption."""

_LOWEST_CHIN, _LOWEST_SQUARE_CHIN = 0.69, 0.78
"""Where the lowest chin is at most, as a share of the height, in a tall and in a square picture."""

_BETWEEN_HANDS = frozenset({"give", "take"})
"""Gestures for which both people's hands must be seen: they stand side by side."""

_LEAST_HEAD = 0.1
"""Heads smaller than this share of the height belong to pictures of a place, where people stand as the plan says."""

_LEAST_GAIN = 1.15
"""How much larger people must be than side by side for it to be worth while."""


def stacked(
    size: Size, people: Sequence[Person], width: float, height: float, horizon: float, row: Sequence[Spot]
) -> tuple[Spot, ...] | None:
    """Return where people stand one behind the other; None where a `row` shows them about as well.

    `horizon` is a share of the height: on it the feet of whoever is seen as a whole would meet, far away.
    """
    ordered = sorted(people, key=lambda person: rank_of(person[2]))
    if not _may_be(size, ordered, width, height):
        return None
    near = _nearer(ordered)
    largest = min(size.unit * height, _LARGEST * width, _widest(size, ordered, near, width))
    lowest = height * (_LOWEST_CHIN if height > 1.1 * width else _LOWEST_SQUARE_CHIN)
    for smaller in _SMALLER:
        unit = largest * smaller
        spots = _placed(size, ordered, near, unit, width, height, horizon)
        if unit < _LEAST_GAIN * row[0].unit:
            return None
        if size.feet is not None or _lowest_chin(spots, people) <= lowest:
            return tuple(sorted(spots, key=lambda spot: (spot.depth, spot.index)))
    return None


def _placed(
    size: Size, ordered: Sequence[Person], near: Sequence[bool], unit: float, width: float, height: float,
    horizon: float,
) -> list[Spot]:  # fmt: skip
    units = [unit if before else unit * _FARTHER for before in near]
    statures = [stature for _, stature, _ in ordered]
    feet = _feet(statures, near, units, height) if size.feet is None else _soles(size.feet, near, height, horizon)
    across = _across(size, statures, units, width)
    return [
        Spot(index, x, y, each, 1.0 if before else _BEHIND)
        for (index, _, _), x, y, each, before in zip(ordered, across, feet, units, near, strict=True)
    ]


def _lowest_chin(spots: Sequence[Spot], people: Sequence[Person]) -> float:
    statures = {index: stature for index, stature, _ in people}
    return max(spot.y + (statures[spot.index].head_y + _CHIN) * spot.unit for spot in spots)


def _may_be(size: Size, people: Sequence[Person], width: float, height: float) -> bool:
    fewest = 2 if size.feet is None else 3
    if len(people) < fewest or size.unit > 0.4 or size.unit < _LEAST_HEAD or width >= 1.2 * height:
        return False
    if all(str(entry.get("pose") or "") == "hug" for _, _, entry in people):
        return False
    if any(str(entry.get("gesture") or "") in _BETWEEN_HANDS for _, _, entry in people):
        return False
    tall = [-stature.head_y for _, stature, _ in people]
    return max(tall) - min(tall) <= _MOST_APART


def _nearer(people: Sequence[Person]) -> list[bool]:
    """Return who stands before: every second one, the shorter ones; of two alike the one whose picture it is."""
    near = [index % 2 == 1 for index in range(len(people))]
    tall = {
        before: [-stature.head_y for (_, stature, _), each in zip(people, near, strict=True) if each is before]
        for before in (True, False)
    }
    ahead, behind = (sum(tall[before]) / len(tall[before]) for before in (True, False))
    if abs(ahead - behind) < 0.25:
        if len(people) > 2:
            return near
        speaking = [bool(entry.get("speaking")) for _, _, entry in people]
        return [False, True] if speaking == [False, True] else [True, False]
    return near if ahead < behind else [not each for each in near]


def _widest(size: Size, people: Sequence[Person], near: Sequence[bool], width: float) -> float:
    """Return how large the nearer ones may be for everybody to be in the picture."""
    sizes = [1.0 if before else _FARTHER for before in near]
    heads = sum(
        _gap(size, (first[1], sizes[index]), (second[1], sizes[index + 1]), len(people))
        for index, (first, second) in enumerate(pairwise(people))
    )
    left = -people[0][1].bust[0] * sizes[0] * _share(people[0][1].bust[0])
    right = people[-1][1].bust[1] * sizes[-1] * _share(people[-1][1].bust[1])
    return _FILLS * width / (left + heads + right)


def _share(reach: float) -> float:
    """Return how much of an outermost shoulder is shown; an arm that is stretched out is shown as it is."""
    return _SHOULDER_OUT if abs(reach) < 1.1 else 1.0


def _gap(size: Size, first: tuple[Stature, float], second: tuple[Stature, float], count: int) -> float:
    """Return how far heads are apart beside each other; of more than two, those in one row must clear each other."""
    heads = _HALF_HEAD * (first[1] + second[1])
    if size.feet is not None:
        return heads
    if count > 2:
        return heads * 0.62
    # A wide brim must not lie over the other's face.
    return max(heads, _BRIM * (first[0].head[1] * first[1] - second[0].head[0] * second[1]))


def _across(size: Size, statures: Sequence[Stature], units: Sequence[float], width: float) -> list[float]:
    """Return the x of everybody's feet, the whole group about the middle of the picture."""
    count, places = len(units), [0.0]
    for first, second in pairwise(zip(statures, units, strict=True)):
        places.append(places[-1] + _gap(size, first, second, count))
    left = places[0] + statures[0].bust[0] * units[0] * _share(statures[0].bust[0])
    right = places[-1] + statures[-1].bust[1] * units[-1] * _share(statures[-1].bust[1])
    spare = max(0.0, _FILLS * width - (right - left))
    wider = min(spare, 0.35 * units[0] * (count - 1)) / (count - 1)
    start = width / 2 - (left + right + wider * (count - 1)) / 2
    return [start + place + index * wider for index, place in enumerate(places)]


def _soles(lowest: float, near: Sequence[bool], height: float, horizon: float) -> list[float]:
    """Return the y of everybody's feet on the ground."""
    return [height * (lowest if before else horizon + (lowest - horizon) * _FARTHER) for before in near]


def _feet(statures: Sequence[Stature], near: Sequence[bool], units: Sequence[float], height: float) -> list[float]:
    """Return the y of the feet, which are outside the picture, for everybody's eyes to be where they should be."""
    largest, tallest = max(units), max(-stature.head_y for stature in statures)
    hats = max(high_of(stature) for stature in statures)
    upper = max(_UPPER_EYES * height, (0.72 + hats) * largest * _FARTHER + 0.05 * height)
    shorter = [min(tallest + stature.head_y, 0.6) * unit for stature, unit in zip(statures, units, strict=True)]
    behind = [upper + lower * 0.5 for lower in shorter]
    chin = max(eye + _CHIN * unit for eye, unit, before in zip(behind, units, near, strict=True) if not before)
    feet = []
    for index, (stature, before, unit) in enumerate(zip(statures, near, units, strict=True)):
        eye = upper + max(_STEP * unit, shorter[index]) if before else behind[index]
        if before and len(units) > 2:
            # Between two others: the crown is below their chins.
            eye = chin + (stature.crown + stature.head_y) * unit
        feet.append(eye - stature.head_y * unit)
    return feet
