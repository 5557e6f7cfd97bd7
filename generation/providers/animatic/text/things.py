"""Finds the props of a script: things that are held, found, shown, and animals that do not speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .words import WORD, singular, words_of

MOST_PROPS = 14
ADJECTIVES = words_of("grammar", "sets", "things_adjectives")
NOT_A_THING = words_of("grammar", "sets", "things_not_a_thing")
MOST_ADJECTIVES = 2
SPECTACLES = frozenset({"glasses", "spectacles"})
ARTICLES = words_of("grammar", "sets", "things_articles")


@dataclass(slots=True)
class Thing:
    """A prop: what it is called and how often it comes up."""

    name: str
    noun: str
    count: int = 0
    owner: str = ""


def things_in(segments: Sequence[Mapping[str, Any]], skip: frozenset[str] = frozenset()) -> list[Thing]:
    """Return the props of a script, the most important first. `skip` are nouns that are characters or sets."""
    found: dict[str, Thing] = {}
    for segment in segments:
        for noun, phrase in nouns_of_things(str(segment.get("text", ""))):
            if noun in skip:
                continue
            thing = found.setdefault(noun, Thing(phrase, noun))
            thing.count += 1
            if len(phrase) > len(thing.name):
                thing.name = phrase
    return sorted(found.values(), key=lambda thing: -thing.count)[:MOST_PROPS]


def nouns_of_things(text: str) -> list[tuple[str, str]]:
    """Return (noun, phrase) of every drawable thing in a text: ("lantern", "brass lantern")."""
    written = WORD.findall(text)
    tokens = [token.lower() for token in written]
    drawable = words_of("things", "props", "hand") - words_of("things", "clothes", "words")
    found: list[tuple[str, str]] = []
    for at, token in enumerate(tokens):
        noun = token if token in drawable or token in SPECTACLES else singular(token)
        animal = noun in words_of("people", "animals", "words")
        # A capital inside a sentence is a name: "the Blue Parrot" is a bar.
        if (noun not in drawable and not animal) or (at and written[at][0].isupper()):
            continue
        if tokens[at + 1 : at + 2] and tokens[at + 1] in words_of("things", "clothes", "words"):
            continue  # "dinosaur pyjamas"
        start = at
        while start > 0 and at - start < MOST_ADJECTIVES and tokens[start - 1] in ADJECTIVES:
            start -= 1
        opener = tokens[start - 1] if start else ""
        # "a watch", and not "to watch".
        if (noun in NOT_A_THING or animal) and opener not in ARTICLES:
            continue
        found.append((noun, " ".join([*tokens[start:at], noun])))
    return found
