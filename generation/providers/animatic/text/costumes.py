"""Finds who looks different in a scene: another costume, a child in a flashback, somebody grown up years later.

A film is one stretch of time until it goes back or on by years. What somebody wears first in a stretch is their usual
look; a coat put on in a later scene, and any other stretch, is a look of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .lines import tokens_of
from .looks import describe, told_of
from .persons import Person
from .places import Setting
from .reading import sentences
from .roster import Memory, Roster, bare
from .words import WORD, words_of

MAIN = words_of("grammar", "sets", "dressing_main_garments")
YEARS = re.compile(r"\b(\w+)(?: or \w+)? years\b", re.IGNORECASE)
NUMBERS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "many": 20}
GROWN_AFTER, OLD_AFTER = 8, 30  # years


@dataclass(slots=True)
class Costume:
    """What somebody looks like in some scenes; "" where it is as usual. `scenes` are positions in the scene list."""

    name: str
    wears: list[str] = field(default_factory=list)
    hair: str = ""
    age: str = ""
    features: list[str] = field(default_factory=list)
    scenes: list[int] = field(default_factory=list)


def costumes(
    settings: Sequence[Setting],
    segments: Sequence[Mapping[str, Any]],
    roster: Roster,
    usual: Mapping[str, tuple[str, str]],
) -> dict[str, list[Costume]]:
    """Return everybody's looks besides the usual one. `usual` are people's usual age and clothes."""
    found: dict[str, list[Costume]] = {}
    wearing: dict[str, Costume] = {}  # what goes on into the next scene where nothing else is said
    worn = {name: _main(wears.split(", ")) for name, (_, wears) in usual.items()}
    years = 0
    memory = Memory()
    for at, setting in enumerate(settings):
        if setting.leap in {"back", "years"} or (setting.leap == "day" and not years):
            wearing.clear()
        years += _years_in(setting) if setting.leap == "years" else 0
        aside = setting.leap == "back" and _is_aside(settings, at)
        for name, person in _seen_in(settings, at, segments, roster, memory).items():
            if aside or years:
                costume = _other_time(person, usual.get(name, ("", ""))[0], years)
            else:
                costume = _changed(person, worn.get(name, ""))
                worn[name] = _main(person.wears) or worn.get(name, "")
            wearing[name] = costume or wearing.get(name, Costume(""))
            if wearing[name].name:
                wearing[name] = _add(found.setdefault(name, []), wearing[name], at)
    return found


def _is_aside(settings: Sequence[Setting], at: int) -> bool:
    """Say whether a scene that goes back is the flashback itself, and not the return from it."""
    before = sum(setting.leap == "back" for setting in settings[:at])
    return before % 2 == 0


def _years_in(setting: Setting) -> int:
    told = " ".join(setting.texts[:4])
    number = YEARS.search(told)
    if number and number[1].isdigit():
        return int(number[1])
    return NUMBERS.get(number[1].lower(), GROWN_AFTER) if number else 2 * GROWN_AFTER


def _seen_in(
    settings: Sequence[Setting], at: int, segments: Sequence[Mapping[str, Any]], roster: Roster, memory: Memory
) -> dict[str, Person]:
    """Return who is in a scene, with the looks that this scene gives them."""
    end = settings[at + 1].first if at + 1 < len(settings) else len(segments)
    found: dict[str, Person] = {}
    told: list[str] = []
    for segment in segments[settings[at].first : end]:
        if segment.get("kind") == "line":
            speaker = str(segment.get("speaker", ""))
            name = roster.phrases.get(tuple(bare(token) for token in WORD.findall(speaker)), speaker)
            found.setdefault(name, Person(name))
        elif segment.get("kind") == "narration":
            told.append(str(segment.get("text", "")))
    for sentence in sentences(" ".join(told)):
        for name, tokens in told_of(roster, tokens_of(sentence), memory):
            describe(found.setdefault(name, Person(name)), tokens)
    return found


def _main(wears: Sequence[str]) -> str:
    return next((phrase for phrase in wears if phrase and phrase.split()[-1] in MAIN), "")


def _changed(person: Person, before: str) -> Costume | None:
    """Return the costume somebody has changed into, if they wore something else before."""
    now = _main(person.wears)
    same = before.endswith(now.split()[-1]) if now else True
    if not before or (same and (now == before or " " not in now)):
        return None
    return Costume(now, list(person.wears))


def _other_time(person: Person, age: str, years: int) -> Costume | None:
    """Return how somebody looks at another time of their life; None where nothing says that they differ."""
    then = person.age
    if not then and years:
        then = _older(age, years)
    if then == age:
        then = ""
    wears = _main(person.wears)
    if not (then or wears or person.hair):
        return None
    name = wears or {"child": "as a child", "elder": "grown old"}.get(then, "grown up" if years else "young")
    return Costume(name, list(person.wears), person.hair, then, list(person.features))


def _older(age: str, years: int) -> str:
    if age == "child":
        return "elder" if years >= 2 * OLD_AFTER else "adult" if years >= GROWN_AFTER else "teen"
    if age == "teen":
        return "adult" if years < 2 * OLD_AFTER - 10 else "elder"
    return "elder" if years >= OLD_AFTER else age


def _add(mine: list[Costume], costume: Costume, at: int) -> Costume:
    """Note a costume in a scene; return it, or the same one of an earlier scene."""
    same = next((other for other in mine if other.name == costume.name), None)
    if same is None:
        mine.append(costume)
    (same or costume).scenes.append(at)
    return same or costume
