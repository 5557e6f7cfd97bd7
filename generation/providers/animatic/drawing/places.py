"""Where people stand in a picture and how large they are: side by side, or one behind the other.

A figure is measured in heads: one head is `unit` picture units.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from .sizes import GROWN, Size

Reach = tuple[float, float]
"""How far something goes to the left and to the right of the feet, in heads; to the left is negative."""


@dataclass(frozen=True, slots=True)
class Stature:
    """What a composition needs to know of a person: measures in heads, everything seen from the feet.

    `top` is the y of the crown with hat and hair. `head` is how wide the head is with them, `bust` the
    body above the waist and `whole` all of it, with arms and what they hold.
    """

    height: float = GROWN
    head_x: float = 0.0
    head_y: float = 0.5 - GROWN
    top: float | None = None
    head: Reach = (-0.55, 0.55)
    bust: Reach = (-0.75, 0.75)
    whole: Reach = (-0.75, 0.75)

    @property
    def crown(self) -> float:
        """How far the top of head and hat is above the feet, in heads."""
        return max(-self.head_y + 0.5, 0.06 - self.top if self.top is not None else 0.62 - self.head_y)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the person at `index` of the cast stands: the feet's x and y, and one head, in picture units."""

    index: int
    x: float
    y: float
    unit: float
    depth: float = 1.0


Person = tuple[int, Stature, Mapping[str, Any]]
"""Somebody to be placed: which one of the cast, how large, and their entry."""

_RANKS = {"left": 0, "right": 2}

_BACK = 0.80
"""How large someone in the back is beside the others."""

_ROOM = 0.94
"""The share of the picture's width that people may fill."""

_BRIM_INSIDE = 0.9
"""The share of a hat's brim, or of wide hair, that a close picture shows."""

_TALL_ROOM = 0.07
"""More room over a face that is close in a tall picture, as a share of the height."""

_LEANING_ROOM = 0.035
"""Room over the heads for the side that rises when the camera leans, as a share of the height."""

_PLAIN_CROWN = 0.66
"""How far hair without a hat rises over the middle of a head, in heads."""

_SHRINK = 0.3
"""How much smaller people are for each head that a hat rises, so that the face stays where faces are."""

_SMALL, _NEARER = 0.6 * GROWN, 1.9
"""Below how many heads all in a full shot are small, and how much nearer they are shown then at most."""

_MUCH_SMALLER, _LEAST_BESIDE_SMALL = 3.0, 0.52
"""By how many heads a toaster is smaller than who speaks to it, and how far both are made smaller for its face."""

_LEAST = 0.8
"""How far people are made smaller so that their arms, too, are in the picture."""


def rank_of(entry: Mapping[str, Any]) -> int:
    """Return where somebody stands from left to right as the plan says."""
    return _RANKS.get(str(entry.get("position") or "").lower(), 1)


def spots_for(
    size: Size, people: Sequence[Person], width: float, height: float, horizon: float, angle: str
) -> tuple[Spot, ...]:
    """Return where people stand who are seen at a `size`, those farthest away first."""
    if not people:
        return ()
    ordered = sorted(people, key=lambda person: rank_of(person[2]))
    reaches = [reach_of(size, stature) for _, stature, _ in ordered]
    unit = _unit(size, reaches, width, height, angle, max(high_of(stature) for _, stature, _ in ordered))
    if size.headroom and len(ordered) > 1:
        unit = min(unit, _faces_over_captions(size, [stature for _, stature, _ in ordered], unit, width, height))
    if size.feet is not None and size.unit * GROWN > 0.6:
        unit *= _nearer([stature for _, stature, _ in ordered], reaches, unit, width)
    feet = _feet(size, [stature for _, stature, _ in ordered], unit, width, height, angle)
    places = _row(size, ordered, reaches, unit, width) if len(ordered) > 1 else [_alone(size, ordered[0], unit, width)]
    spots = []
    for x, (index, _, entry) in zip(places, ordered, strict=True):
        spot = Spot(index, x, feet, unit)
        if str(entry.get("position") or "").lower() == "back" and len(ordered) > 1:
            line = horizon * height
            spot = Spot(index, x, line + (feet - line) * _BACK, unit * _BACK, depth=0.92)
        spots.append(spot)
    return tuple(sorted(spots, key=lambda spot: (spot.depth, spot.index)))


def reach_of(size: Size, stature: Stature) -> Reach:
    """Return how much of a person must be in the picture from side to side."""
    if size.feet is not None:
        return stature.whole
    return stature.bust if size.unit < 0.3 else stature.head


def high_of(stature: Stature) -> float:
    """Return how much higher than hair a hat or a bun rises, in heads."""
    return max(0.0, stature.crown + stature.head_y - _PLAIN_CROWN)


def body_of(spot: Spot, reach: Reach) -> Reach:
    """Return from which x to which x somebody at `spot` is seen."""
    return spot.x + reach[0] * spot.unit, spot.x + reach[1] * spot.unit


def _unit(size: Size, reaches: Sequence[Reach], width: float, height: float, angle: str, tallest: float) -> float:
    unit = min(size.unit * height, size.widest * width)
    unit *= {"low": 1.16, "high": 0.92, "top": 0.85}.get(angle, 1.0)
    count = len(reaches)
    if size.headroom:
        unit /= 1 + _SHRINK * max(0.0, tallest)
    if count > 1:
        unit = min(unit, 0.94 * width / (count * size.apart + 0.5))
    if size.unit > 0.6:
        return unit
    needed = sum(right - left for left, right in reaches) - 0.35 * (count - 1)
    if size.unit > 0.4:
        needed *= _BRIM_INSIDE
    # A raised arm may leave the picture rather than make everybody small.
    return min(unit, max(_ROOM * width / needed, unit * _LEAST))


def _nearer(statures: Sequence[Stature], reaches: Sequence[Reach], unit: float, width: float) -> float:
    """Return how much nearer a full shot is of those who are all small: toys, cats, a talking toaster."""
    tallest = max(stature.crown for stature in statures)
    if tallest >= _SMALL:
        return 1.0
    wide = sum(right - left for left, right in reaches) * unit
    return max(1.0, min(_NEARER, _SMALL / tallest, _ROOM * width / wide))


def _faces_over_captions(size: Size, statures: Sequence[Stature], unit: float, width: float, height: float) -> float:
    """Return how large people may be for the lowest chin to be above the words of a caption."""
    crown = max(stature.crown for stature in statures)
    chin = min(-stature.head_y for stature in statures) - 0.55
    lowest = (0.84 if width >= height else 0.70) - size.headroom
    tall = [-stature.head_y for stature in statures]
    least = _LEAST_BESIDE_SMALL if max(tall) - min(tall) > _MUCH_SMALLER else 0.7
    return max(lowest * height / (crown - chin), unit * least)


def _feet(size: Size, statures: Sequence[Stature], unit: float, width: float, height: float, angle: str) -> float:
    """Return the y of the feet: as the size says, or so that the tallest head has its room above it."""
    if size.feet is not None:
        return height * min(0.95, size.feet + {"low": 0.02, "high": -0.02}.get(angle, 0.0))
    if size.unit > 0.6:
        return height * 0.52 - statures[0].head_y * unit
    crown = max(stature.crown for stature in statures)
    headroom = size.headroom + (_TALL_ROOM if height > width else 0.0)
    headroom = max(0.035, headroom - 0.1 * max(high_of(stature) for stature in statures))
    if angle == "dutch" and len(statures) > 1:
        headroom += _LEANING_ROOM
    feet = height * headroom + crown * unit
    if feet > 1.16 * height:
        return feet
    whole = 0.94 * height
    return whole if whole - crown * unit > 0.02 * height else 1.16 * height


def _alone(size: Size, person: Person, unit: float, width: float) -> float:
    """Return the x of the feet of someone who has the picture to themselves, with room in front of the face."""
    _, stature, entry = person
    lead = {"left": 0.075, "right": -0.075}.get(str(entry.get("facing") or "").lower(), 0.0)
    side = {"left": -0.13, "right": 0.13}.get(str(entry.get("position") or "").lower(), 0.0)
    if size.headroom:
        side *= 0.35
    room = max(0.0, width / 2 - unit * (0.95 if size.headroom else 1.2)) / width
    middle = width * (0.5 + max(-room, min(room, lead + side)))
    feet = middle - stature.head_x * unit * (0.9 if size.headroom else 0.5)
    if size.unit > 0.6:
        return feet  # Where the eyes are matters more here than hair or a hand at the edge.
    left, right = reach_of(size, stature)
    return _inside(feet, left * unit, right * unit, width)


def _row(
    size: Size, people: Sequence[Person], reaches: Sequence[Reach],
    unit: float, width: float,
) -> list[float]:  # fmt: skip
    """Return the x of the feet of several people beside each other, their arms clear of each other if they can be."""
    wished = min(max(size.apart * unit, min(2.7 * unit, 0.36 * width)), (0.94 * width - 1.2 * unit) / (len(people) - 1))
    gaps = [
        max(wished, (right - left) * unit * 0.95)
        for (_, right), (left, _) in pairwise(reaches)
    ]  # fmt: skip
    outside = (reaches[-1][1] - reaches[0][0]) * unit
    room = max(_ROOM * width - outside, size.apart * 0.8 * unit * len(gaps))
    if sum(gaps) > room:
        gaps = [gap * room / sum(gaps) for gap in gaps]
    across = [0.0, *accumulate(gaps)]
    start = width / 2 - across[-1] / 2 - sum(stature.head_x for _, stature, _ in people) * unit * 0.5 / len(people)
    start = _inside(start, reaches[0][0] * unit, across[-1] + reaches[-1][1] * unit, width)
    return [start + x for x in across]


def _inside(x: float, left: float, right: float, width: float) -> float:
    """Return the place nearest to `x` where what reaches from `left` to `right` of it is in the picture."""
    edge = (1 - _ROOM) / 2 * width
    least, most = edge - left, width - edge - right
    return min(max(x, least), most) if least <= most else (least + most) / 2
