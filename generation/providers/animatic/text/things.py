"""Finds the props of a script: things that are held, found, shown, and animals that do not speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from .words import WORD, singular, words_of

MOST_PROPS = 14
ADJECTIVES = words_of("grammar", "sets", "things_adjectives")
NOT_A_THING = words_of("grammar", "sets", "things_not_a_thing")
MOST_ADJECTIVES = 2
TO_DO = frozenset({"plane", "train", "box", "file", "mail", "lock", "bolt", "cook", "ship", "tie"})
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


def is_thing(phrase: str) -> bool:
    """Say whether a noun phrase means a thing that can be drawn: "an office printer", "the old piano"."""
    return bool(thing_noun(phrase))


def thing_noun(phrase: str) -> str:
    """Return the noun of a thing that a phrase ends on, two words before one ("vending machine"), or ""."""
    said = [word.lower() for word in WORD.findall(phrase)]
    for length in (2, 1):
        tail = said[-length:]
        if len(tail) < length:
            continue
        for noun in (" ".join(tail), " ".join([*tail[:-1], singular(tail[-1])])):
            if noun in drawable():
                return noun
    return ""


@cache
def drawable() -> frozenset[str]:
    """Return every name of a thing that can be drawn, one or two words, without animals, places and people."""
    named = {word.replace("-", " ") for key in ("hand", "big", "drawn") for word in words_of("things", "props", key)}
    return frozenset(named)


def nouns_of_things(text: str) -> list[tuple[str, str]]:
    """Return (noun, phrase) of every drawable thing in a text: ("lantern", "brass lantern")."""
    written = WORD.findall(text)
    tokens = [token.lower().removesuffix("'s").removesuffix("’s") for token in written]
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(tokens):
        noun, length = _noun_at(tokens, at)
        last = at + length - 1
        if noun and _is_meant(noun, tokens, written, at, last):
            start = at
            while start > 0 and at - start < MOST_ADJECTIVES and tokens[start - 1] in ADJECTIVES:
                start -= 1
            if not _asks_for_article(noun) or (start and tokens[start - 1] in ARTICLES):
                found.append((noun, " ".join([*tokens[start:at], noun])))
        at = last + 1
    return found


def _noun_at(tokens: Sequence[str], at: int) -> tuple[str, int]:
    """Return the thing that is named from a token on, and of how many words its name is."""
    pair = " ".join(tokens[at : at + 2])
    for name in (pair, " ".join([tokens[at], singular(pair.split()[-1])])):
        if len(pair.split()) == 2 and name in drawable():
            return name, 2
    token = tokens[at]
    noun = token if token in drawable() or token in SPECTACLES else singular(token)
    worn = noun in words_of("things", "clothes", "words") and noun not in SPECTACLES
    known = noun in drawable() or noun in SPECTACLES or noun in words_of("people", "animals", "words")
    return (noun, 1) if known and not worn else ("", 1)


def _is_meant(noun: str, tokens: Sequence[str], written: Sequence[str], at: int, last: int) -> bool:
    """Say whether a word means the thing: not in a name ("the Blue Parrot"), nor before what it describes."""
    if at and written[at][0].isupper():
        return False
    if noun == "note" and tokens[at - 1 : at] in (["long"], ["sour"], ["high"], ["low"], ["last"]):
        return False  # of music
    after = tokens[last + 1] if last + 1 < len(tokens) else ""
    return after not in words_of("things", "clothes", "words") and not (
        " " not in noun and noun in TO_DO and tokens[at - 1 : at] == ["to"]
    )


def _asks_for_article(noun: str) -> bool:
    """Say whether a noun is often something else: "a watch", and not "to watch"."""
    unsure = noun in NOT_A_THING or noun in words_of("people", "animals", "words")
    return unsure or noun not in words_of("things", "props", "hand")
