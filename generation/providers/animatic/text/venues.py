"""Finds where an idea plays: the place and the town it names, else where the thing it is about is found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .parsing import Parse, Phrase, parse_idea, spaced
from .place_grammar import FURNITURE
from .things import thing_noun
from .words import kinds, lexicon, singular, words, words_of

PREPOSITIONS = words_of("grammar", "sets", "ideas_prepositions")
TOWARD = frozenset({"to", "toward", "towards", "for", "from"})
WIDE = frozenset({"", "city"})  # a town alone is no place to play a scene in
VEHICLES = frozenset({"ship", "car", "train", "spaceship", "airplane", "submarine", "stateroom"})
ABOARD = frozenset({"on", "in", "aboard", "inside", "onto", "through", "under"})
ROADS = frozenset({"route", "highway", "road", "interstate"})
NEEDS_PREPOSITION = frozenset({"planet", "space", "sky", "sea"})
DAYS = frozenset(
    {"war", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "day"}
)

Venue = tuple[str, str, str]  # the place in the idea's words, its kind of set, and its town


def venue_of(parse: Parse, people: Sequence[Phrase], setting: str) -> Venue:
    """Return where an idea plays; `setting` is what stands before its story ("In 1920s Paris")."""
    place, kind, town = _named(parse, people)
    if setting:
        around = parse_idea(setting)
        far_place, far_kind, far_town = _named(around, ())
        town = far_town or town
        if kind in WIDE and (far_kind or not kind):
            place, kind = far_place, far_kind
    if kind in WIDE:
        near = _of_things(parse)
        if near:
            place, kind = f"the {near}", near
    return place, kind, town


def _named(parse: Parse, people: Sequence[Phrase]) -> Venue:
    """Return the place an idea names ("their grandmother's attic"), its kind of set, and its town."""
    town = place = kind = ""
    for phrase in parse.phrases:
        if any(phrase.start < p.end and p.start < phrase.end <= p.end for p in people):
            continue
        before = _before(parse, phrase)
        means = kind_of(phrase)
        proper = phrase.tokens[-1].tag.startswith("NNP")
        named = " ".join(token.word for token in phrase.tokens if token.tag.startswith("NNP"))
        if (means and before in TOWARD and not proper) or (means in VEHICLES and before not in ABOARD):
            continue  # where it leads is not where it plays, nor is a boat that is built
        if proper and phrase.tokens[-1].word.lower() in ROADS:
            continue
        if proper and ((before in PREPOSITIONS and not _is_event(named)) or means):
            town = town or named
            place, kind = place or named, kind or means or "city"
        elif (means in NEEDS_PREPOSITION and before not in PREPOSITIONS and len(parse.tokens) > 3) or not means:
            continue
        elif (before in PREPOSITIONS or means not in {"gate", "sky"}) and (not kind or place == town):
            fitted = phrase.head in FURNITURE and phrase.head != means
            place, kind = (f"the {means}" if fitted else _unnumbered(phrase)), means
    if not kind:
        kind = _kind_beside(parse)
        place = f"the {kind}" if kind else ""
    return place, kind, town


def _unnumbered(phrase: Phrase) -> str:
    """Return a place without a number before it: "one street" is "street"."""
    told = [token for token in phrase.tokens if token.tag != "CD"]
    return spaced([token.word for token in told])


def _before(parse: Parse, phrase: Phrase) -> str:
    """Return the word before a phrase; a year between them does not count ("in 1920s Paris")."""
    at = phrase.start - 1
    return parse.tokens[at].word.lower() if at >= 0 else ""


def _of_things(parse: Parse) -> str:
    """Return the kind of place where a thing of the idea is usually found: a painting hangs in a museum."""
    for phrase in parse.phrases:
        noun = thing_noun(phrase.text)
        for word in (noun, noun.split(" ")[-1]):
            if word and word in _places_of_things():
                return _places_of_things()[word]
    return ""


@cache
def _places_of_things() -> dict[str, str]:
    table = lexicon("ideas")["found_at"]
    return {word.replace("-", " "): kind for kind, line in table.items() for word in str(line).split()}


def _kind_beside(parse: Parse) -> str:
    """Return the kind of place that stands before a noun: "the office coffee machine", "an underwater love story"."""
    doubtful = words_of("grammar", "sets", "places_doubtful") | {"doll", "bird"}
    for phrase in parse.phrases:
        for token in phrase.tokens[:-1]:
            low = token.word.lower()
            beside = token.tag.startswith("NN") or low == "underwater"
            if beside and kinds().get(low) == low and low not in doubtful:
                return low
    return ""


def kind_of(phrase: Phrase) -> str:
    """Return the kind of set a phrase means, by its last two words or its last: "space station" is no station."""
    tail = [token.word.lower() for token in phrase.tokens[-2:]]
    if tail[-1] == "plant" and tail[0] not in {"power", "chemical", "bottling", "steel", "nuclear"}:
        return ""
    if len(tail) == 2 and (tail[0] in words_of("ideas", "kinds", "toys") or thing_noun(" ".join(tail)).count(" ")):
        return kinds().get("-".join(tail), "")
    return kinds().get("-".join(tail)) or kinds().get(tail[-1]) or kinds().get(singular(tail[-1]), "")


def _is_event(named: str) -> bool:
    return bool(set(words(named)) & DAYS)
