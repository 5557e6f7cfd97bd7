"""How a shot is composed: where people stand, how large they are, how near the set is, which way the camera goes.

A figure is measured in heads: one head is `unit` picture units. Sizes are read as on a set: a close picture
shows head and shoulders, a medium one people down to the waist, a full one the whole body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .depths import stacked
from .moves import focus_of, holding, kept_of, way
from .places import Reach, Spot, Stature, body_of, reach_of, spots_for
from .sizes import GROWN, SIZES, Size, size_of
from .stage import View

__all__ = ["Framing", "Reach", "Spot", "Stature", "frame", "subject_of"]


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
_LOW_THINGS = 0.92
"""Down to where a medium shot with things on a table must be seen, as a share of its height."""

_BESIDE_SHOULDER = 0.5
"""How wide a head is, as a share of the width, in a picture that has little room for a shoulder before it."""


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
    people = [(index, statures[index], cast[index]) for index in shown]
    spots = spots_for(size, people, width, height, horizon, angle)
    if angle in {"", "eye"}:
        spots = stacked(size, people, width, height, horizon, spots) or spots
    if word in {"extreme_wide", "wide"} and taste != "symmetric":
        spots = _on_a_third(spots, staging, width)
    if shoulder_of is not None:
        side = -1 if spots and spots[0].x > width / 2 else 1
        spots = tuple(replace(spot, x=spot.x - side * width * 0.06) for spot in spots)
    focus = focus_of(spots, statures, width, height)
    kept = kept_of(word, size, spots, statures, width, height)
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
        bodies=tuple(body_of(spot, reach_of(size, statures[spot.index])) for spot in spots),
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


def _shift(word: str, cast: Sequence[Mapping[str, Any]], subject: int) -> float:
    """Return which part of the set is behind: the one that the person does not look at."""
    if word in {"wide", "extreme_wide"} or not cast:
        return 0.0
    return {"left": -0.55, "right": 0.55}.get(str(cast[subject].get("facing") or "").lower(), 0.0)
