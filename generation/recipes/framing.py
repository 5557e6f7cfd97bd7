"""What a version in another shape keeps in view of each shot, and what of that decides the file.

A film in its own shape is shown as it was shot. In any other shape each shot is looked at through a window that goes
after whoever speaks, else whom the shot is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Any

from generation import staging
from generation.film import Film
from generation.media.framing import Box, Follow, Person, Turn
from generation.models import Asset
from generation.recipes import finishing
from projects.models import Shot

WAY: str = "window-1"
"""How windows go. Goes up when that changes so much that versions should be made anew."""

_LEFT_TO_RIGHT = {"left": 0, "back": 1, "center": 1, "right": 2}


def is_reframed(film: Film, shape: str) -> bool:
    """Tell whether a version of a film in a shape is looked at through a window."""
    return is_reframed_from(film.project.shape, shape)


def is_reframed_from(own: str, shape: str) -> bool:
    """Tell the same of a film whose own shape is given."""
    return shape != own


def follow(film: Film, shot: Shot, shape: str) -> Follow:
    """Return what the window follows in a shot. The film must be timed."""
    known = film.once(("follow", shot.pk), lambda: _known(film, shot))
    return Follow(known.people, known.turns, known.spots, known.focus, by_hand(shot, shape))


def by_hand(shot: Shot, shape: str) -> float | None:
    """Return where somebody put the window of a shape: its middle, as a part of the picture's longer side."""
    at = shot.framing.get(shape)
    return float(at) if isinstance(at, int | float) else None


def facts(film: Film, shape: str) -> dict[str, Any]:
    """Return what decides the windows of a version, beside the clips; nothing where there are none."""
    if not is_reframed(film, shape):
        return {}
    return {"reframed": [WAY, [_facts(film, shot, shape) for shot in film.shots]]}


def _facts(film: Film, shot: Shot, shape: str) -> list[Any]:
    wanted = follow(film, shot, shape)
    if wanted.by_hand is not None:
        return [wanted.by_hand]
    # Where people are in a clip is a matter of the clip.
    return [[astuple(turn) for turn in wanted.turns], wanted.spots, wanted.focus]


def _known(film: Film, shot: Shot) -> Follow:
    take = finishing.seen(film, shot)
    cast = [casting for casting in film.shot_castings.get(shot.pk, ()) if casting.entity_id in film.characters]
    spots = tuple((film.characters[casting.entity_id].name, casting.place or "center") for casting in cast)
    people = _people(take.asset, spots) if take else ()
    if not cast and shot.focus:
        # A thing that a shot is about stands in its middle.
        spots = ((shot.focus, "center"),)
    start, end = film.span_ms[shot.pk]
    turns = tuple(
        Turn(one["speaker"], max(0, one["start_ms"]), min(end - start, one["end_ms"]))
        for one in staging.mouths(film, shot)
    )
    # Of one person alone it does not matter when they speak.
    alone = len(spots) < 2
    return Follow(people, () if alone else turns, spots, shot.focus)


def _people(clip: Asset, spots: Sequence[tuple[str, str]]) -> tuple[Person, ...]:
    """Return where people are in a clip, as whoever made it said: from moment to moment, or once for all of it."""
    listed = clip.details.get("people")
    if listed:
        return tuple(_person(one) for one in listed)
    faces = clip.details.get("faces") or ()
    boxes = sorted(_box(face) for face in faces)
    names = [name for name, place in sorted(spots, key=lambda spot: _LEFT_TO_RIGHT.get(spot[1], 1))]
    # Whose face is whose is known only if there are as many as people.
    named = names if len(names) == len(boxes) else [""] * len(boxes)
    return tuple(Person(name, ((0, box),)) for name, box in zip(named, boxes, strict=True))


def _person(told: Mapping[str, Any]) -> Person:
    return Person(str(told.get("name", "")), tuple((int(time_ms), _box(box)) for time_ms, *box in told["boxes"]))


def _box(edges: Sequence[float]) -> Box:
    left, top, right, bottom = (float(edge) for edge in edges)
    return left, top, right, bottom
