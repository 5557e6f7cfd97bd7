"""The plan's rows as the words a picture is made from: see docs/staging.md. Reckons from a loaded `Film` only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from entities.models import Character, Look, Prop, Set, Voice
from generation.film import Film
from generation.models import Asset, Slot
from projects.models import Casting, Scene, Segment, Shot


def voice_of(film: Film, segment: Segment) -> Voice | None:
    """Return who speaks a segment: the speaker's voice, else the narrator's."""
    speaker = film.characters.get(segment.speaker_id or 0)
    if speaker is not None and speaker.voice_id:
        return film.voices.get(speaker.voice_id)
    return film.voices.get(film.project.narrator_id or 0)


def shot(film: Film, row: Shot) -> dict[str, Any]:
    """Return the staging of a shot."""
    scene = film.scene_by_id[row.scene_id]
    castings = film.shot_castings.get(row.pk, [])
    speaking = _speakers_in(film, row)
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
        "props": [film.props[casting.entity_id].name for casting in castings if casting.entity_id in film.props],
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


def references(film: Film, row: Shot, most: int) -> list[Asset]:
    """Return the reference pictures of what a shot shows: people first, then the set, then props; at most `most`."""
    if not most:
        return []
    takes = []
    castings = film.shot_castings.get(row.pk, [])
    for casting in castings:
        person = film.person(casting)
        if person and person[1]:
            takes.append(film.take("look", person[1].pk, Slot.Role.REFERENCE))
    scene = film.scene_by_id[row.scene_id]
    if scene.set_id:
        takes.append(film.take("entity", scene.set_id, Slot.Role.REFERENCE))
    takes += [
        film.take("entity", casting.entity_id, Slot.Role.REFERENCE)
        for casting in castings
        if casting.entity_id in film.props
    ]
    return [take.asset for take in takes if take][:most]


def mouths(film: Film, row: Shot) -> list[dict[str, Any]]:
    """Return who speaks on screen during a shot: whose voice, which asset, from when to when in the clip.

    Voices off screen are left out: they change nothing in the picture.
    """
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


def _speakers_in(film: Film, row: Shot) -> set[int]:
    """Who has a line in a shot: by the plan, not by the clock, so that a slower voice makes no frame stale."""
    speakers = (film.segments[index].speaker_id for index in film.segments_of(row))
    return {speaker for speaker in speakers if speaker}


def _set(film: Film, scene: Scene) -> dict[str, Any]:
    row = film.sets.get(scene.set_id or 0)
    return (
        _place(row)
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
    wanted = ("name", "palette", "contrast", "warmth", "line", "grain", "light", "framing")
    return {name: film.style[name] for name in wanted if film.style.get(name)}


def _cast(film: Film, casting: Casting, speaking: set[int]) -> dict[str, Any]:
    person = film.person(casting)
    character, look = person if person else (film.characters[casting.entity_id], None)
    return {
        **_person(character, look),
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
