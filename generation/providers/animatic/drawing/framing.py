"""How a shot is composed: where people stand, how large they are, how near the set is, which way the camera goes.

A figure is measured in heads: one head is `unit` picture units. Sizes are read as on a set: a close picture
shows head and shoulders, a medium one people down to the waist, a full one the whole body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

from .moves import Kept, holding, way
from .sizes import GROWN, SIZES, Size, size_of
from .stage import View

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


@dataclass(frozen=True, slots=True)
class Framing:
    """A composed shot. Shares are of the picture's height.

    `nearness` is how much larger than in a wide shot the set appears, `shift` (-1 to 1) which part of it is
    behind the people, `softness` the blur of what is far, in picture units. `shoulder` is someone seen from
    behind, right before the camera. `insert` says that a thing fills the picture and no people do.
    """

    spots: tuple[Spot, ...]
    horizon: float
    nearness: float
    shift: float
    softness: float
    start: View
    end: View
    shoulder: Spot | None = None
    insert: bool = False
    tilt: float = 0.0
    """Degrees by which the camera leans."""
    pitch: float = 0.0
    """How much farther crowns are than feet: above 0 the camera looks up, below 0 down."""
    bodies: tuple[Reach, ...] = ()
    """From which x to which x each of `spots` is seen, with arms, in picture units."""
    chin: float = 0.0
    """The y of the lowest chin in picture units."""


HORIZONS = {"low": 0.78, "high": 0.40, "top": 0.10, "over_shoulder": 0.60}
"""Where the horizon lies for each camera angle; 0.60 for every other."""

PITCHES = {"low": 0.34, "high": -0.20, "top": -0.42}
"""How far each angle draws upright lines together (see `Framing.pitch`)."""

LEAN = 7.0
"""Degrees of a leaning camera: fewer look like a mistake."""

_EYE = 0.60
_EPIC_EYE = 0.68
"""A low horizon: much sky over small people."""

_THIRD = 0.13
"""How far people in wide pictures stand from the middle, as a share of the width."""

_INTIMATE_BLUR = 1.5
"""How much softer than usual an intimate style shows what is behind a face."""

_ALONE = frozenset({"close", "extreme_close", "insert"})
_RANKS = {"left": 0, "right": 2}
_BACK = 0.80
"""How large someone in the back is beside the others."""

_ROOM = 0.94
"""The share of the picture's width that people may fill."""

_LOW_THINGS = 0.92
"""Down to where a medium shot with things on a table must be seen, as a share of its height."""

_BRIM_INSIDE = 0.9
"""The share of a hat's brim, or of wide hair, that a close picture shows."""

_BESIDE_SHOULDER = 0.5
"""How wide a head is, as a share of the width, in a picture that has little room for a shoulder before it."""

_TALL_ROOM = 0.07
"""More room over a face that is close in a tall picture, as a share of the height."""

_LEANING_ROOM = 0.035
"""Room over the heads for the side that rises when the camera leans, as a share of the height."""

_PLAIN_CROWN = 0.66
"""How far hair without a hat rises over the middle of a head, in heads."""

_SHRINK = 0.3
"""How much smaller people are for each head that a hat rises, so that the face stays where faces are."""

_LEAST = 0.8
"""How far people are made smaller so that their arms, too, are in the picture."""


def frame(
    staging: Mapping[str, Any], statures: Sequence[Stature], width: float, height: float, *, interior: bool = False
) -> Framing:
    """Compose the shot `staging` of people with `statures` for a picture of `width` x `height` units."""
    word, angle = size_of(staging), str(staging.get("angle") or "").strip().lower()
    cast = _cast(staging)[: len(statures)]
    size, subject = SIZES[word], subject_of(staging, cast)
    if word == "extreme_wide" and interior:
        size = replace(size, unit=0.32 / GROWN, feet=0.87)
    horizon = HORIZONS.get(angle, _EYE)
    taste = str(_mapping(staging.get("style")).get("framing") or "")
    if taste == "epic" and angle in {"", "eye"}:
        horizon = _EPIC_EYE
    insert = word == "insert" and _shows_a_thing(staging, cast)
    if word == "insert" and not insert and not cast:
        word, size = "wide", SIZES["wide"]
    shoulder_of = _shoulder(angle, word, cast, subject)
    if shoulder_of is not None and width < 1.2 * height:
        size = replace(size, widest=min(size.widest, _BESIDE_SHOULDER))
    shown = _shown(word, cast, subject, shoulder_of) if not insert else []
    spots = _spots(size, [(index, statures[index], cast[index]) for index in shown], width, height, horizon, angle)
    if word in {"extreme_wide", "wide"} and taste != "symmetric":
        spots = _on_a_third(spots, staging, width)
    if shoulder_of is not None:
        side = -1 if spots and spots[0].x > width / 2 else 1
        spots = tuple(replace(spot, x=spot.x - side * width * 0.06) for spot in spots)
    focus = _focus_point(spots, statures, width, height)
    kept = _kept(word, size, spots, statures, width, height)
    if kept and word == "medium" and staging.get("props"):
        kept = replace(kept, bottom=max(kept.bottom, _LOW_THINGS))
    start, end = (holding(view, kept) for view in way(str(staging.get("move") or ""), focus, strength=size.moves))
    return Framing(
        spots=spots,
        horizon=horizon,
        nearness=size.nearness,
        shift=_shift(word, cast, subject),
        softness=size.softness * height / 720 * (_INTIMATE_BLUR if taste == "intimate" else 1.0),
        start=start,
        end=end,
        shoulder=_before_camera(shoulder_of, statures, spots, size, width, height),
        insert=insert,
        tilt=LEAN if angle == "dutch" else 0.0,
        pitch=PITCHES.get(angle, 0.0) * (0.5 if word == "extreme_close" else 1.0),
        bodies=tuple(_body(spot, _reach(size, statures[spot.index])) for spot in spots),
        chin=max((spot.y + (statures[spot.index].head_y + 0.5) * spot.unit for spot in spots), default=0.0),
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _on_a_third(spots: Sequence[Spot], staging: Mapping[str, Any], width: float) -> tuple[Spot, ...]:
    """Return people in a wide picture moved off its middle, the way they look in front of them."""
    if not spots:
        return ()
    cast = _cast(staging)
    facing = [str(cast[spot.index].get("facing") or "") for spot in spots if spot.index < len(cast)]
    way = facing.count("left") - facing.count("right")
    side = (1 if way > 0 else -1) if way else (-1 if len(str(staging.get("action") or "")) % 2 else 1)
    least = min(spot.x for spot in spots) - 1.2 * spots[0].unit
    most = width - max(spot.x for spot in spots) - 1.2 * spots[0].unit
    step = max(0.0, min(_THIRD * width, most if side > 0 else least))
    return tuple(replace(spot, x=spot.x + side * step) for spot in spots)


def _cast(staging: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    listed = staging.get("cast")
    return [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list | tuple) else []


def subject_of(staging: Mapping[str, Any], cast: Sequence[Mapping[str, Any]]) -> int:
    """Return whose picture this is: the focus, else who speaks, else the first."""
    focus = str(staging.get("focus") or "").strip().lower()
    for index, entry in enumerate(cast):
        name = str(entry.get("name") or "").strip().lower()
        if focus and name and (focus == name or focus in name.split()):
            return index
    speaking = [index for index, entry in enumerate(cast) if entry.get("speaking")]
    return speaking[0] if speaking else 0


def _shows_a_thing(staging: Mapping[str, Any], cast: Sequence[Mapping[str, Any]]) -> bool:
    focus = str(staging.get("focus") or "").strip().lower()
    person = any(focus and focus == str(entry.get("name") or "").strip().lower() for entry in cast)
    held = any(entry.get("holds") for entry in cast)
    return not person and bool(focus or staging.get("props") or held)


def _shoulder(angle: str, word: str, cast: Sequence[Mapping[str, Any]], subject: int) -> int | None:
    if angle != "over_shoulder" or len(cast) < 2 or word in {"extreme_wide", "insert", "extreme_close"}:
        return None
    return next(index for index in range(len(cast)) if index != subject)


def _shown(word: str, cast: Sequence[Mapping[str, Any]], subject: int, shoulder: int | None) -> list[int]:
    if not cast:
        return []
    if word in _ALONE:
        hugging = word == "close" and len(cast) == 2 and cast[subject].get("pose") == "hug"
        return [0, 1] if hugging else [subject]
    return [index for index in range(len(cast)) if index != shoulder]


def _rank(entry: Mapping[str, Any]) -> int:
    return _RANKS.get(str(entry.get("position") or "").lower(), 1)


def _spots(
    size: Size, people: Sequence[tuple[int, Stature, Mapping[str, Any]]], width: float, height: float,
    horizon: float, angle: str,
) -> tuple[Spot, ...]:  # fmt: skip
    if not people:
        return ()
    ordered = sorted(people, key=lambda person: _rank(person[2]))
    reaches = [_reach(size, stature) for _, stature, _ in ordered]
    unit = _unit(size, reaches, width, height, angle, max(_high(stature) for _, stature, _ in ordered))
    if size.headroom and len(ordered) > 1:
        unit = min(unit, _faces_over_captions(size, [stature for _, stature, _ in ordered], unit, width, height))
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


def _reach(size: Size, stature: Stature) -> Reach:
    """Return how much of a person must be in the picture from side to side."""
    if size.feet is not None:
        return stature.whole
    return stature.bust if size.unit < 0.3 else stature.head


def _high(stature: Stature) -> float:
    """Return how much higher than hair a hat or a bun rises, in heads."""
    return max(0.0, stature.crown + stature.head_y - _PLAIN_CROWN)


def _body(spot: Spot, reach: Reach) -> Reach:
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


def _faces_over_captions(size: Size, statures: Sequence[Stature], unit: float, width: float, height: float) -> float:
    """Return how large people may be for the lowest chin to be above the words of a caption."""
    crown = max(stature.crown for stature in statures)
    chin = min(-stature.head_y for stature in statures) - 0.55
    lowest = (0.84 if width >= height else 0.70) - size.headroom
    return max(lowest * height / (crown - chin), unit * 0.7)


def _feet(size: Size, statures: Sequence[Stature], unit: float, width: float, height: float, angle: str) -> float:
    """Return the y of the feet: as the size says, or so that the tallest head has its room above it."""
    if size.feet is not None:
        return height * min(0.95, size.feet + {"low": 0.02, "high": -0.02}.get(angle, 0.0))
    if size.unit > 0.6:
        return height * 0.52 - statures[0].head_y * unit
    crown = max(stature.crown for stature in statures)
    headroom = size.headroom + (_TALL_ROOM if height > width and size.unit > 0.4 else 0.0)
    headroom = max(0.035, headroom - 0.1 * max(_high(stature) for stature in statures))
    if angle == "dutch" and len(statures) > 1:
        headroom += _LEANING_ROOM
    feet = height * headroom + crown * unit
    if feet > 1.16 * height:
        return feet
    whole = 0.94 * height
    return whole if whole - crown * unit > 0.02 * height else 1.16 * height


def _alone(size: Size, person: tuple[int, Stature, Mapping[str, Any]], unit: float, width: float) -> float:
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
    left, right = _reach(size, stature)
    return _inside(feet, left * unit, right * unit, width)


def _row(
    size: Size, people: Sequence[tuple[int, Stature, Mapping[str, Any]]], reaches: Sequence[Reach],
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


def _kept(
    word: str, size: Size, spots: Sequence[Spot], statures: Sequence[Stature], width: float, height: float
) -> Kept | None:
    """Return what of the people no view may cut off: all of them in wide shots, their heads in others."""
    if not spots or word == "extreme_close":
        return None
    sides = []
    for spot in spots:
        stature = statures[spot.index]
        least = _reach(size, stature)
        sides += [spot.x + least[0] * spot.unit, spot.x + least[1] * spot.unit]
    tops = [spot.y - statures[spot.index].crown * spot.unit for spot in spots]
    lows = [spot.y + 0.12 * spot.unit if size.feet is not None else spot.y + (statures[spot.index].head_y + 0.8)
            * spot.unit for spot in spots]  # fmt: skip
    return Kept(
        max(0.0, min(sides) / width), max(0.0, min(tops) / height), min(1.0, max(sides) / width),
        min(1.0, max(lows) / height),
    )  # fmt: skip


def _before_camera(
    index: int | None, statures: Sequence[Stature], spots: Sequence[Spot], size: Size, width: float, height: float
) -> Spot | None:
    if index is None:
        return None
    unit = min(max(spots[0].unit if spots else 0.0, size.unit * height) * 1.25, 0.50 * height, 0.44 * width)
    unit = max(unit, 0.34 * min(height, width))
    right = not spots or spots[0].x <= width / 2
    aside = 0.37 if unit < 0.34 * width else 0.42
    x = width * (0.5 + (aside if right else -aside))
    for spot in spots:
        # The hair or the hat of the one must not cover the face of the other.
        face = spot.x + statures[spot.index].head_x * spot.unit
        half = max(0.5, *map(abs, statures[index].head)) * unit
        clear = face + (1 if right else -1) * (0.62 * spot.unit + half)
        most = width * (1.08 if right else -0.08)
        x = min(max(x, clear), most) if right else max(min(x, clear), most)
    return Spot(index, x, height * 0.56 - statures[index].head_y * unit, unit, depth=1.35)


def _focus_point(
    spots: Sequence[Spot], statures: Sequence[Stature], width: float, height: float
) -> tuple[float, float]:
    """Return where the camera pushes in to, as shares of the picture: between the heads."""
    if not spots:
        return 0.5, 0.5
    across = sum(spot.x for spot in spots) / len(spots) / width
    up = sum(spot.y + statures[spot.index].head_y * spot.unit for spot in spots) / len(spots) / height
    return across, up


def _shift(word: str, cast: Sequence[Mapping[str, Any]], subject: int) -> float:
    """Return which part of the set is behind: the one that the person does not look at."""
    if word in {"wide", "extreme_wide"} or not cast:
        return 0.0
    return {"left": -0.55, "right": 0.55}.get(str(cast[subject].get("facing") or "").lower(), 0.0)
