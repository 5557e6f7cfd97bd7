"""The plan's rows as the words a picture is made from: see docs/staging.md. Reckons from a loaded `Film` only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from entities.models import Character, Look, Prop, Set, Voice
from generation.film import Film
from generation.media.colour_names import names_of
from generation.models import Asset, Slot
from projects.models import Casting, Project, Scene, Segment, Shot

_FROM_ROWS = frozenset({"offer", "pictured", "mouths", "person", "place"})
"""What a film remembers that no setting of its project decides, or that is remembered under those that do."""
_FROM_LOOK = frozenset({"style", "staging", "written"})
"""What it remembers that depends on nothing of the project but how it looks."""


def with_project(film: Film, project: Project) -> Film:
    """Return a film as it would be with other settings; what these do not decide is not reckoned again."""
    other = replace(film, project=project)
    # What is worked out of rows alone, such as all times, stands beside the fields.
    vars(other).update({name: value for name, value in vars(film).items() if name not in vars(other)})
    kept = _FROM_ROWS | _FROM_LOOK if _look_of(project) == _look_of(film.project) else _FROM_ROWS
    other.memo.update({key: found for key, found in film.memo.items() if key[0] in kept})
    return other


def _look_of(project: Project) -> tuple[Any, ...]:
    return project.style, project.planned_style, project.mood


def voice_of(film: Film, segment: Segment) -> Voice | None:
    """Return who speaks a segment: the speaker's voice, else the narrator's."""
    speaker = film.characters.get(segment.speaker_id or 0)
    if speaker is not None and speaker.voice_id:
        return film.voices.get(speaker.voice_id)
    return film.voices.get(film.project.narrator_id or 0)


def shot(film: Film, row: Shot) -> dict[str, Any]:
    """Return the staging of a shot. It is shared by all who ask: nobody may change it."""
    return film.once(("staging", row.pk), lambda: _staged(film, row))


def _staged(film: Film, row: Shot) -> dict[str, Any]:
    scene = film.scene_by_id[row.scene_id]
    castings = film.shot_castings.get(row.pk, [])
    speaking = film.speakers[row.pk]
    return {
        "set": _set(film, scene),
        "time_of_day": scene.time_of_day,
        "weather": scene.weather,
        "mood": scene.mood or film.project.mood,
        "size": row.size,
        "angle": row.angle,
        "move": row.move,
        "lens": row.lens,
        "action": row.action,
        "cast": [_cast(film, casting, speaking) for casting in castings if casting.entity_id in film.characters],
        "props": [prop.name for prop in _props(film, castings)],
        **_prop_words(film, castings),
        "focus": row.focus,
        "style": _style(film),
    }


def reference(film: Film, slot: Slot) -> dict[str, Any]:
    """Return the staging of the reference picture of a look, a set or a prop."""
    if slot.look_id:
        look = film.looks[slot.look_id]
        person = _person(film.characters[look.character_id], look)
        return {"subject": "character", "cast": [person], "style": _style(film)}
    if slot.entity_id in film.sets:
        row = film.sets[slot.entity_id]
        return {"subject": "set", "set": _place(row), "time_of_day": "day", "style": _style(film)}
    prop: Prop = film.props[slot.entity_id or 0]
    return {"subject": "prop", "props": [prop.name], "description": prop.description, "style": _style(film)}


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture to go by: what it shows ("character", "set", "prop"), the name of that, and the file."""

    kind: str
    name: str
    asset: Asset


def references(film: Film, row: Shot, most: int) -> list[Reference]:
    """Return the reference pictures of what a shot shows, who matters most first; at most `most`.

    The picture of each character in their look, the set, then props. Of the people whoever speaks comes first, then
    whom the picture is about, then who stands nearer; the rest as they are cast. A prop that fills the picture comes
    before all. A picture that two of them share is sent once.
    """
    return film.once(("pictured", row.pk), lambda: _pictured(film, row))[: max(0, most)]


def _pictured(film: Film, row: Shot) -> list[Reference]:
    castings = film.shot_castings.get(row.pk, [])
    found = [*_people_pictured(film, row, castings), *_set_pictured(film, row), *_props_pictured(film, row, castings)]
    if row.size == "insert":
        found.sort(key=lambda reference: not (reference.kind == "prop" and reference.name == row.focus))
    by_file = {reference.asset.sha256: reference for reference in reversed(found)}
    return list(reversed(by_file.values()))


def _people_pictured(film: Film, row: Shot, castings: list[Casting]) -> list[Reference]:
    speaking = film.speakers[row.pk]
    people = [(casting, film.person(casting)) for casting in castings]
    ranked = sorted(
        ((casting, person) for casting, person in people if person),
        key=lambda each: (
            each[0].entity_id not in speaking,
            each[1][0].name != row.focus,
            each[0].place == "back",
            each[0].facing == "away",
        ),
    )
    takes = ((person[0], film.take("look", person[1].pk, Slot.Role.REFERENCE)) for _, person in ranked if person[1])
    return [Reference("character", character.name, take.asset) for character, take in takes if take]


def _set_pictured(film: Film, row: Shot) -> list[Reference]:
    place = film.sets.get(film.scene_by_id[row.scene_id].set_id or 0)
    take = film.take("entity", place.pk, Slot.Role.REFERENCE) if place else None
    return [Reference("set", place.name, take.asset)] if place and take else []


def _props_pictured(film: Film, row: Shot, castings: list[Casting]) -> list[Reference]:
    props = sorted(_props(film, castings), key=lambda prop: prop.name != row.focus)
    takes = ((prop, film.take("entity", prop.pk, Slot.Role.REFERENCE)) for prop in props)
    return [Reference("prop", prop.name, take.asset) for prop, take in takes if take]


def _props(film: Film, castings: list[Casting]) -> list[Prop]:
    return [film.props[casting.entity_id] for casting in castings if casting.entity_id in film.props]


def _prop_words(film: Film, castings: list[Casting]) -> dict[str, Any]:
    words = {prop.name: prop.description for prop in _props(film, castings) if prop.description}
    return {"prop_words": words} if words else {}


def mouths(film: Film, row: Shot) -> list[dict[str, Any]]:
    """Return who speaks on screen during a shot: whose voice, which asset, from when to when in the clip.

    Voices off screen are left out: they change nothing in the picture.
    """
    return film.once(("mouths", row.pk), lambda: _mouths(film, row))


def _mouths(film: Film, row: Shot) -> list[dict[str, Any]]:
    start, end = film.span_ms[row.pk]
    seen = {casting.entity_id for casting in film.shot_castings.get(row.pk, ())}
    parts = []
    for index in _heard_between(film, start, end):
        segment, at = film.segments[index], film.segment_starts[index]
        if segment.speaker_id and segment.speaker_id in seen:
            parts.append(
                {
                    "speaker": film.characters[segment.speaker_id].name,
                    "asset": film.speech[segment.pk].sha256,
                    "start_ms": at - start,
                    "end_ms": at + film.heard[index].duration_ms - start,
                }
            )
    return parts


def _heard_between(film: Film, start_ms: int, end_ms: int) -> range:
    """Return the segments that sound between two moments: by the clock, as a led cut shows other words than planned."""
    first = max(0, bisect_right(film.segment_starts, start_ms) - 1)
    if first < len(film.heard) and film.segment_starts[first] + film.heard[first].duration_ms <= start_ms:
        first += 1
    return range(first, max(first, bisect_left(film.segment_starts, end_ms)))


def _set(film: Film, scene: Scene) -> dict[str, Any]:
    row = film.sets.get(scene.set_id or 0)
    return (
        film.once(("place", row.pk), lambda: _place(row))
        if row
        else {"name": scene.heading, "kind": "", "description": scene.summary, "interior": False, "era": ""}
    )


def _place(row: Set) -> dict[str, Any]:
    return {
        "name": row.name,
        "kind": row.place,
        "description": row.description,
        "interior": row.interior,
        "era": row.era,
    }


def _style(film: Film) -> dict[str, Any]:
    return film.once(("style",), lambda: _style_words(film))


def _style_words(film: Film) -> dict[str, Any]:
    wanted = ("name", "description", "palette", "contrast", "warmth", "line", "grain", "light", "framing")
    style = {name: film.style[name] for name in wanted if film.style.get(name)}
    # Models know colours by their names better than by their numbers.
    return {**style, "colours": names_of(style["palette"])} if style.get("palette") else style


def _cast(film: Film, casting: Casting, speaking: Collection[int]) -> dict[str, Any]:
    person = film.person(casting)
    character, look = person if person else (film.characters[casting.entity_id], None)
    return {
        **film.once(("person", character.pk, look and look.pk), lambda: _person(character, look)),
        "pose": casting.pose or "stand",
        "expression": casting.expression or "neutral",
        "holds": casting.holds,
        "position": casting.place,
        "facing": casting.facing,
        "looks_at": casting.looks_at,
        "enters": casting.enters,
        "leaves": casting.leaves,
        "gesture": casting.gesture,
        "speaking": casting.entity_id in speaking,
    }


def _person(character: Character, look: Look | None) -> dict[str, Any]:
    features = [character.features, look.features if look else ""]
    return {
        "name": character.name,
        "role": character.role,
        "sex": character.sex,
        "age": (look and look.age) or character.age,
        "build": character.build,
        "skin": character.skin,
        "hair": (look and look.hair) or character.hair,
        "features": ", ".join(words for words in features if words),
        "wears": look.wears if look else "",
    }
