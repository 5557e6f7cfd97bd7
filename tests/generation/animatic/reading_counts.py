"""Counts what the planner found in a text against what a careful reader finds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any

from generation.providers.animatic.text import casting, scenes, script

from .reading_texts import Text
from .text_sources import VOICES

PLAIN = re.compile(r"[\"“”‘’«»']")


@dataclass(slots=True)
class Count:
    """What was found, missed and got wrong."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def precision(self) -> float:
        """The share of what was found that is there."""
        return self.found / max(1, self.found + len(self.wrong))

    def add(self, other: Count) -> None:
        """Take in another text's counts."""
        self.found += other.found
        self.missed += other.missed
        self.wrong += other.wrong


@dataclass(slots=True)
class Reading:
    """A text as the planner reads it: the three documents."""

    script: dict[str, Any]
    cast: dict[str, Any]
    scenes: list[dict[str, Any]]


@cache
def read(text: Text, seed: int = 3) -> Reading:
    """Return the documents of a text."""
    material = {"source": text.source, "source_kind": text.kind, "seconds": 90, "seed": seed}
    document = script.write(material, seed)
    cast = casting.cast({**material, "script": document, "voices": VOICES, "known": []}, seed)
    return Reading(document, cast, scenes.divide({"script": document, "cast": cast}, seed)["scenes"])


def people(text: Text, reading: Reading) -> Count:
    """Count who was found."""
    count = Count()
    left = {str(entry["name"]): _called(entry) for entry in reading.cast["characters"]}
    for wanted in text.people.split(";"):
        options = {_key(name) for name in wanted.strip().lstrip("?").split("|")}
        owner = next((name for name, called in left.items() if called & options), None)
        if owner is not None:
            count.found += not wanted.strip().startswith("?")
            del left[owner]
        elif not wanted.strip().startswith("?"):
            count.missed.append(wanted.strip())
    count.wrong = list(left)
    return count


def speakers(text: Text, reading: Reading) -> Count:
    """Count which lines went to whoever says them."""
    count = Count()
    called = {str(entry["name"]): _called(entry) for entry in reading.cast["characters"]}
    wanted_names = {
        _key(n): {_key(o) for o in p.strip().lstrip("?").split("|")}
        for p in text.people.split(";")
        for n in p.strip().lstrip("?").split("|")
    }
    for words, who in text.says:
        said = _segment(reading.script, words)
        speaker = str(said.get("speaker", "")) if said else "?"
        own = next((names for names in called.values() if _key(speaker) in names), {_key(speaker)})
        right = not speaker if not who else bool(own & wanted_names.get(_key(who), {_key(who)}))
        if right:
            count.found += 1
        else:
            count.missed.append(f"{words!r}: {speaker or 'the narrator'} for {who or 'the narrator'}")
    return count


def places(text: Text, reading: Reading) -> Count:
    """Count the places and hours of the scenes that are as they should be."""
    count = Count()
    sets = {str(entry["name"]): str(entry["kind"]) for entry in reading.cast["sets"]}
    _in_order(count, text.places, [sets[scene["set"]] for scene in reading.scenes])
    _in_order(count, text.times, [str(scene["time_of_day"]) for scene in reading.scenes])
    return count


def _in_order(count: Count, wanted: str, seen: list[str]) -> None:
    """Compare a list of alternatives with what was seen, repeats left out."""
    if not wanted:
        return
    options = [option.split() for option in wanted.split(" | ")]
    got = [kind for kind, _ in groupby(seen)]
    fits = next((want for want in options if _same(want, got)), None)
    if fits is not None:
        count.found += len(fits)
        return
    best = options[0]
    hits = sum(any(kind in want.split("|") for kind in got) for want in best)
    count.found += min(hits, len(best) - 1)
    count.missed.append(f"{wanted}: {' '.join(got)}")


def _same(wanted: list[str], got: list[str]) -> bool:
    return len(wanted) == len(got) and all(kind in want.split("|") for want, kind in zip(wanted, got, strict=True))


def _segment(document: Mapping[str, Any], words: str) -> dict[str, Any] | None:
    wanted = [_plain(option) for option in words.split("|")]
    for segment in document["segments"]:
        if any(want in _plain(str(segment["text"])) for want in wanted):
            return dict(segment)
    return None


def _plain(text: str) -> str:
    return PLAIN.sub("", text).lower()


def _called(entry: Mapping[str, Any]) -> set[str]:
    return {_key(str(name)) for name in (entry["name"], *entry["aliases"])}


def _key(name: str) -> str:
    return name.strip().lower().replace("’", "'").removeprefix("the ")
