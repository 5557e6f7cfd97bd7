"""How a shot is composed: where people stand, how large they are, how near the set is, which way the camera goes.

A figure is measured in heads: one head is `unit` picture units. Sizes are read as on a set: a close picture
shows head and shoulders, a medium one people down to the waist, a full one the whole body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .stage import View

GROWN = 5.45
"""The height of a grown person in heads."""


@dataclass(frozen=True, slots=True)
class Stature:
    """What a composition needs to know of a person: measures in heads, the head's centre from the feet."""

    height: float = GROWN
    head_x: float = 0.0
    head_y: float = 0.5 - GROWN
    hatted: bool = False

    @property
    def crown(self) -> float:
        """How far the top of head and hat is above the feet, in heads."""
        return -self.head_y + (0.86 if self.hatted else 0.62)


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


@dataclass(frozen=True, slots=True)
class _Size:
    """One shot size.

    `unit` is a head as a share of the height, `widest` as a share of the width. People are placed by their
    feet when `feet` is given, else by the room over the tallest head. `apart` is the least distance between
    two people in heads.
    """

    unit: float
    widest: float
    nearness: float
    softness: float
    apart: float
    feet: float | None = None
    headroom: float = 0.0
    moves: float = 1.0


SIZES: dict[str, _Size] = {
    "extreme_wide": _Size(0.20 / GROWN, 0.10, 1.0, 0.0, 1.7, feet=0.81),
    "wide": _Size(0.45 / GROWN, 0.30, 1.0, 0.0, 1.9, feet=0.90, moves=0.8),
    "full": _Size(0.73 / GROWN, 0.40, 1.22, 0.0, 1.8, feet=0.945, moves=0.4),
    "medium": _Size(0.265, 0.44, 1.6, 0.0, 1.4, headroom=0.075),
    "close": _Size(0.44, 0.60, 1.95, 3.2, 1.3, headroom=0.10),
    "extreme_close": _Size(0.70, 0.92, 2.4, 5.0, 1.3, headroom=0.045),
    "insert": _Size(0.44, 0.52, 2.1, 4.5, 1.3, headroom=0.10),
}

HORIZONS = {"low": 0.72, "high": 0.44, "top": 0.28, "over_shoulder": 0.60}
"""Where the horizon lies for each camera angle; 0.60 for every other."""

_EYE = 0.60
_ALONE = frozenset({"close", "extreme_close", "insert"})
_RANKS = {"left": 0, "right": 2}
_BACK = 0.80
"""How large someone in the back is beside the others."""


def size_of(staging: Mapping[str, Any]) -> str:
    """Return the shot's size; a wide one when its word is unknown."""
    word = str(staging.get("size") or "").strip().lower()
    return word if word in SIZES else "wide"


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
    insert = word == "insert" and _shows_a_thing(staging, cast)
    shoulder_of = _shoulder(angle, word, cast, subject)
    shown = _shown(word, cast, subject, shoulder_of) if not insert else []
    spots = _spots(size, [(index, statures[index], cast[index]) for index in shown], width, height, horizon, angle)
    if shoulder_of is not None:
        side = -1 if spots and spots[0].x > width / 2 else 1
        spots = tuple(replace(spot, x=spot.x - side * width * 0.06) for spot in spots)
    focus = _focus_point(spots, statures, width, height)
    start, end = way(str(staging.get("move") or ""), focus, strength=size.moves)
    return Framing(
        spots=spots,
        horizon=horizon,
        nearness=size.nearness,
        shift=_shift(word, cast, subject),
        softness=size.softness * height / 720,
        start=start,
        end=end,
        shoulder=_before_camera(shoulder_of, statures, spots, size, width, height),
        insert=insert,
        tilt=4.0 if angle == "dutch" else 0.0,
    )


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
    return not person and bool(focus or staging.get("props") or held or not cast)


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
    size: _Size, people: Sequence[tuple[int, Stature, Mapping[str, Any]]], width: float, height: float,
    horizon: float, angle: str,
) -> tuple[Spot, ...]:  # fmt: skip
    if not people:
        return ()
    ordered = sorted(people, key=lambda person: _rank(person[2]))
    unit = _unit(size, len(ordered), width, height, angle)
    feet = _feet(size, [stature for _, stature, _ in ordered], unit, height, angle)
    spots = []
    for place, (index, stature, entry) in enumerate(ordered):
        x = _x(size, place, ordered, unit, width)
        spot = Spot(index, x - stature.head_x * unit * 0.5, feet, unit)
        if str(entry.get("position") or "").lower() == "back" and len(ordered) > 1:
            line = horizon * height
            spot = Spot(index, spot.x, line + (feet - line) * _BACK, unit * _BACK, depth=0.92)
        spots.append(spot)
    return tuple(sorted(spots, key=lambda spot: (spot.depth, spot.index)))


def _unit(size: _Size, count: int, width: float, height: float, angle: str) -> float:
    unit = min(size.unit * height, size.widest * width)
    unit *= {"low": 1.08, "high": 0.92, "top": 0.85}.get(angle, 1.0)
    if size.headroom and size.unit > 0.3 and count == 1:
        return unit
    return min(unit, 0.94 * width / (count * size.apart + 0.5))


def _feet(size: _Size, statures: Sequence[Stature], unit: float, height: float, angle: str) -> float:
    """Return the y of the feet: as the size says, or so that the tallest head has its room above it."""
    if size.feet is not None:
        return height * min(0.965, size.feet + {"low": 0.025, "high": -0.02}.get(angle, 0.0))
    crown = max(stature.crown for stature in statures)
    feet = height * size.headroom + crown * unit
    if feet > 1.16 * height:
        return feet
    whole = 0.94 * height
    return whole if whole - crown * unit > 0.02 * height else 1.16 * height


def _x(
    size: _Size, place: int, people: Sequence[tuple[int, Stature, Mapping[str, Any]]], unit: float, width: float
) -> float:
    entry = people[place][2]
    if len(people) == 1:
        lead = {"left": 0.075, "right": -0.075}.get(str(entry.get("facing") or "").lower(), 0.0)
        side = {"left": -0.13, "right": 0.13}.get(str(entry.get("position") or "").lower(), 0.0)
        if size.headroom:
            side *= 0.35
        room = max(0.0, width / 2 - unit * (0.95 if size.headroom else 1.2)) / width
        return width * (0.5 + max(-room, min(room, lead + side)))
    least, free = size.apart * unit, 0.94 * width - 1.2 * unit
    gap = min(max(least, min(2.7 * unit, 0.36 * width)), free / (len(people) - 1))
    return width / 2 + (place - (len(people) - 1) / 2) * gap


def _before_camera(
    index: int | None, statures: Sequence[Stature], spots: Sequence[Spot], size: _Size, width: float, height: float
) -> Spot | None:
    if index is None:
        return None
    unit = min(max(spots[0].unit if spots else 0.0, size.unit * height) * 1.25, 0.50 * height, 0.50 * width)
    unit = max(unit, 0.34 * min(height, width))
    right = not spots or spots[0].x <= width / 2
    aside = 0.37 if unit < 0.34 * width else 0.42
    x = width * (0.5 + (aside if right else -aside))
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


def way(move: str, focus: tuple[float, float] = (0.5, 0.5), *, strength: float = 1.0) -> tuple[View, View]:
    """Return the first and the last view of a camera move that ends on, or starts from, `focus`.

    `strength` below 1 makes it a smaller move: where much of it would cut off feet.
    """
    x, y = 0.5 + (focus[0] - 0.5) * 0.30, 0.5 + (focus[1] - 0.5) * 0.34 * (strength == 1.0)
    far, near = View(1.03, 0.5, 0.5), View(1.03 + 0.14 * strength, x, y)
    zoom, aside = 1.04 + 0.08 * strength, 0.045 + 0.035 * strength
    ways = {
        "push_in": (far, near),
        "pull_out": (near, far),
        "pan_left": (View(zoom, x + aside, 0.5), View(zoom, x - 0.02, 0.5)),
        "pan_right": (View(zoom, x - aside, 0.5), View(zoom, x + 0.02, 0.5)),
        "tilt_up": (View(zoom, 0.5, 0.56), View(zoom, 0.5, 0.48)),
        "tilt_down": (View(zoom, 0.5, 0.44), View(zoom, 0.5, 0.52)),
        "handheld": (View(1.06, 0.495, 0.502), View(1.075, 0.505, 0.498)),
    }
    drift = View(1.03, 0.5, 0.5), View(1.05, 0.5 + (x - 0.5) * 0.2, 0.5 + (y - 0.5) * 0.2)
    return ways.get(move.strip().lower(), drift)
