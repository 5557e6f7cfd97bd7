"""Writes the scene list: where each scene starts, its set, light, people, things and sounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from . import costumes, places, things
from .moods import mood_of
from .roster import Memory, Roster, roster_of
from .words import index_of, lexicon, words

MOST_SOUNDS = 4
MOST_PROPS = 6
ARCS = {
    "joyful": ("joyful", "funny", "tense", "joyful"),
    "funny": ("funny", "funny", "tense", "joyful"),
    "calm": ("calm", "sad", "mysterious", "joyful"),
    "sad": ("sad", "calm", "sad", "romantic"),
    "epic": ("mysterious", "tense", "epic", "joyful"),
    "mysterious": ("mysterious", "tense", "scary", "calm"),
    "romantic": ("calm", "romantic", "sad", "romantic"),
    "tense": ("calm", "tense", "tense", "joyful"),
    "scary": ("mysterious", "scary", "scary", "mysterious"),
}
"""What a story's opening, trouble, turn and ending feel like, by its whole mood."""

OUTSIDE_SOUNDS = {"rain": "rain", "storm": "thunder", "snow": "wind", "fog": "wind"}
DEFAULT_SOUND = {True: "clock", False: "wind"}


def divide(material: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """Return the scenes document for a script and its cast."""
    script = material.get("script") or {}
    cast = material.get("cast") or {}
    segments: Sequence[Mapping[str, Any]] = script.get("segments") or []
    characters = cast.get("characters") or []
    settings = places.scenes_of(segments)
    roster, memory = roster_of(characters), Memory()
    usual = {str(c.get("name", "")): (str(c.get("age", "")), str(c.get("wears", ""))) for c in characters}
    changes = costumes.costumes(settings, segments, roster, usual)
    found = []
    for at, setting in enumerate(settings):
        end = settings[at + 1].first if at + 1 < len(settings) else len(segments)
        part = segments[setting.first : end]
        before = settings[at - 1] if at else None
        found.append(_scene(setting, part, cast, str(script.get("mood", "")), (roster, memory), before))
        found[-1]["mood"] = felt(found[-1]["mood"], str(script.get("mood", "")), at, len(settings))
        found[-1]["looks"] = _looks(at, changes, characters, found[-1]["characters"])
    del seed
    return {"scenes": found}


def _scene(
    setting: places.Setting,
    part: Sequence[Mapping[str, Any]],
    cast: Mapping[str, Any],
    mood: str,
    who: tuple[Roster, Memory],
    before: places.Setting | None,
) -> dict[str, Any]:
    texts = [str(segment.get("text", "")) for segment in part]
    said = [word for text in texts for word in words(text)]
    return {
        "first_segment": setting.first,
        "set": _set_name(setting, cast.get("sets") or []),
        "time_of_day": setting.time,
        "weather": setting.weather,
        "mood": mood_of(texts, setting.kind, setting.weather, mood or "calm"),
        "heading": setting.heading,
        "summary": _summary(texts),
        "characters": _present(part, cast.get("characters") or [], *who),
        "props": _props(texts, cast.get("props") or []),
        "sounds": _sounds(setting, said),
        "music": "",
        "transition": setting.cut or _transition(setting, before),
    }


def felt(own: str, usual: str, at: int, total: int) -> str:
    """Return a scene's mood by where it stands in its story, where its own words leave it as the whole story's.

    A story opens calmer than it goes on, is in trouble before its end, holds its breath at its turn, and ends in its
    light: what is always the same is felt as nothing.
    """
    arc = ARCS.get(usual)
    if own != usual or arc is None or total < len(arc) - 1:
        return own
    opening, trouble, turn, ending = arc
    if at == 0:
        return opening
    if at == total - 1:
        return ending
    return turn if at == total - 2 else trouble


def _transition(setting: places.Setting, before: places.Setting | None) -> str:
    """Return how a scene follows where nothing says so: time passes in a dissolve, years pass through black."""
    if before is None:
        return "cut"
    if setting.leap == "years":
        return "dip"
    return "dissolve" if setting.leap in {"day", "back", "hour"} or setting.time != before.time else "cut"


def _looks(
    at: int,
    changes: Mapping[str, Sequence[costumes.Costume]],
    characters: Sequence[Mapping[str, Any]],
    present: Sequence[str],
) -> list[dict[str, str]]:
    """Return who of those present is not in their usual look in a scene, by the names of the cast's looks."""
    known = {str(c["name"]): {str(look.get("name", "")) for look in c.get("looks") or ()} for c in characters}
    return [
        {"character": name, "look": costume.name}
        for name, mine in changes.items()
        for costume in mine
        if at in costume.scenes and name in present and costume.name in known.get(name, set())
    ]


def _set_name(setting: places.Setting, sets: Sequence[Mapping[str, Any]]) -> str:
    """Return the cast's name for the set: the same name, else one of the same kind, else the first."""
    names = [str(entry.get("name", "")) for entry in sets]
    if setting.name in names or not names:
        return setting.name
    return next((str(entry["name"]) for entry in sets if entry.get("kind") == setting.kind), names[0])


def _summary(texts: Sequence[str]) -> str:
    told = " ".join(text for text in texts if text).split()
    short = " ".join(told[:24])
    return short if len(told) <= 24 else short.rstrip(",;:") + " …"


def _present(
    part: Sequence[Mapping[str, Any]], characters: Sequence[Mapping[str, Any]], roster: Roster, memory: Memory
) -> list[str]:
    """Return who is in the scene: whoever speaks, and whoever the narration puts there."""
    names = [str(entry.get("name", "")) for entry in characters]
    found: dict[str, int] = {}
    for segment in part:
        if segment.get("kind") == "line":
            speaker = speaker_name(str(segment.get("speaker", "")), characters)
            found[speaker] = found.get(speaker, 0) + 3
            memory.note(speaker, roster.sexes.get(speaker, ""))
        else:
            for name in roster.mentioned(str(segment.get("text", "")), memory):
                found[name] = found.get(name, 0) + 1
    return [name for name in names if name in found]


def speaker_name(speaker: str, characters: Sequence[Mapping[str, Any]]) -> str:
    """Return the character's own name for a speaker, who may be called by an alias."""
    low = speaker.lower()
    for entry in characters:
        if low == str(entry.get("name", "")).lower():
            return str(entry["name"])
    for entry in characters:
        if low in {str(alias).lower() for alias in entry.get("aliases", ())}:
            return str(entry["name"])
    return speaker


def _props(texts: Sequence[str], props: Sequence[Mapping[str, Any]]) -> list[str]:
    nouns = {noun for text in texts for noun, _ in things.nouns_of_things(text)}
    return [str(prop["name"]) for prop in props if any(str(prop["name"]).endswith(noun) for noun in nouns)][:MOST_PROPS]


def _sounds(setting: places.Setting, said: Sequence[str]) -> list[str]:
    """Return what would be heard: the weather, what happens, and the place itself."""
    found: dict[str, None] = {}
    if setting.weather in OUTSIDE_SOUNDS:
        found[OUTSIDE_SOUNDS[setting.weather]] = None
    if setting.weather == "storm":
        found["rain"] = None
    by_word = index_of("feeling", "sounds")
    for word in said:
        if word in by_word and by_word[word] not in {"rain", "wind"}:
            found[by_word[word]] = None
    usual = str(lexicon("places")["kinds"].get(setting.kind, {}).get("sounds", "")).split(",")
    # Birds do not sing at night.
    found.update(
        dict.fromkeys(sound for sound in usual if sound and not (sound == "birds" and setting.time == "night"))
    )
    return list(found)[:MOST_SOUNDS] or [DEFAULT_SOUND[setting.interior]]
