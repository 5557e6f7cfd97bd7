"""Decides who "the bride", "his mother" or "the keeper" is, of those a story calls by name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from .mentions import Unnamed, relations
from .persons import NARRATOR, Line, Person, age_of, beings, family, sex_of, speech_verbs
from .words import words_of

GENERIC = words_of("grammar", "sets", "people_generic")
DESCRIBED_SOON = 2  # sentences between "the foreman" and "Mr. Harker is a fat man"
NAMED_WITHIN = 20  # sentences between "a girl" and her name
TAG_TOKENS = 5
SELDOM = 2  # mentions of whoever is called by a name only at the end
LATE = 0.6  # of a text; who comes only then and is not introduced has been there before
OLDER_KIN = frozenset({"aunt", "uncle", "great-aunt", "great-uncle", "mother", "father"})
YOUNGER_KIN = frozenset({"granddaughter", "grandson", "daughter", "son", "niece", "nephew"})
ANY_CHILD = frozenset({"child", "kid", "youngster", "baby"})
SIBLINGS = frozenset({"sister", "brother", "twin", "sibling"})
MEDICAL = frozenset({"doctor", "vet", "surgeon", "physician", "medic"})
ROBOTS = frozenset({"robot", "machine", "android", "cyborg", "drone"})


def telling_adjectives() -> frozenset[str]:
    return words_of("grammar", "sets", "people_telling")


def known_as(found: Unnamed, people: Sequence[Person], back: Collection[str]) -> Person | None:
    """Return the named person that "the girl" or "the keeper" stands for, if only one fits."""
    same = [person for person in people if person.role and family().get(person.role, person.role) == found.role]
    same = same or [p for p in people if found.role in MEDICAL and p.role in MEDICAL and not found.introduced]
    same = same or [person for person in people if found.role in ROBOTS and person.role in ROBOTS]
    apart = found.introduced and found.role in GENERIC and set(found.adjectives) & telling_adjectives()
    if same and not apart:
        return same[0]
    if found.role == "father":
        return next((person for person in people if person.name.endswith((" Senior", " Sr"))), None)
    if found.role in ANY_CHILD and not found.introduced:
        children = [person for person in people if person.age == "child"]
        return children[-1] if children else None
    if found.role in GENERIC and found.introduced:
        return _named_later(found, people, back)
    if found.role not in GENERIC and found.role not in relations() | beings():
        return _described_later(found, people)
    if found.role not in GENERIC or found.introduced:
        return None
    fits = _those_it_may_be(found, people)
    return fits[0] if len(fits) == 1 else None


def who_is_named_so(found: Unnamed, people: Sequence[Person], lines: Sequence[Line]) -> Person | None:
    """Return who a relation or a trade is by what surrounds it.

    "The bride put her head round the door. "Well?" asked Penny.": Penny is the bride. A mother who comes only at the
    end, where one woman has talked with her child all along, is that woman.
    """
    sex = sex_of(found.role)
    if not sex or found.line < 0 or any(p.role == found.role for p in people):
        return None
    same = [p for p in people if p.sex in {sex, ""} and p.role in {"", *GENERIC} and p.name != NARRATOR]
    named = [
        p
        for p in same
        if p.first > found.line and lines[p.first].paragraph == lines[found.line].paragraph and lines[p.first].beside
    ]
    if len(named) == 1 and found.role not in GENERIC:
        return named[0]
    tagged = [p for p in same if p.first > found.line and _is_tag(lines[p.first]) and p.narrated <= SELDOM]
    alone = len(tagged) == 1 and not any(p.sex == sex for p in people if p is not tagged[0])
    if found.role in relations() - SIBLINGS and not (found.introduced or found.called) and alone:
        return tagged[0]  # "said his mother", and at the end: "asked Lakshmi"
    young = [p for p in same if (p.age in {"child", "teen"} or p.role) and 0 <= p.first < found.line]
    if found.role in YOUNGER_KIN and not found.introduced and len(young) == 1:
        return young[0]
    late = found.line > LATE * len(lines) and not found.introduced and not found.called
    grown = [p for p in same if p.sex == sex and p.age != "child" and 0 <= p.first < found.line]
    child = any(p.age == "child" for p in people)
    others = [p for p in people if p.sex == sex and p not in grown]
    parent = found.role in {"mother", "father"} and child and not others
    return grown[0] if late and parent and len(grown) == 1 else None


def _is_tag(line: Line) -> bool:
    """Say whether a sentence does nothing but say who speaks: "asked Lakshmi."."""
    return line.beside and len(line.tokens) <= TAG_TOKENS and bool({t.lower() for t in line.tokens} & speech_verbs())


def _described_later(found: Unnamed, people: Sequence[Person]) -> Person | None:
    """Return who "the foreman" is, where the next sentences name one man: "Mr. Harker is a small fat man"."""
    sex = sex_of(found.role)
    near = [p for p in people if 0 < p.first - found.line <= DESCRIBED_SOON and p.name != NARRATOR]
    fits = [p for p in near if p.sex in {sex, ""} | ({"male", "female"} if not sex else set()) and p.is_described]
    return fits[0] if len(near) == len(fits) == 1 and fits[0].role in {"", *GENERIC} else None


def _those_it_may_be(found: Unnamed, people: Sequence[Person]) -> list[Person]:
    """Return who "the old man" may be of those who are known: their sex and age fit, those without a trade first."""
    sex, age = sex_of(found.role), age_of(found.role, found.adjectives)
    ages = {age, ""} if age else {"", "adult", "child" if found.role in {"boy", "girl"} else "adult"}
    fits = [p for p in people if p.sex in {sex, ""} and p.age in ages and p.name != NARRATOR and p.role not in beings()]
    older = [p for p in fits if age == "elder" and p.role in OLDER_KIN]
    fits = [p for p in fits if age and p.age == age] or older or fits
    if older and len(fits) == 1:
        return fits
    plain = [p for p in fits if p.role in {"", found.role, *GENERIC}]
    if age == "child":
        return plain  # no girl is the Mrs. Chaudhry who has a trade
    return plain if len(plain) == 1 else fits


def _named_later(found: Unnamed, people: Sequence[Person], back: Collection[str]) -> Person | None:
    """Return the one person without a trade whose name comes only after "a girl" has come: she is the girl."""
    sex, age = sex_of(found.role), age_of(found.role, found.adjectives)
    fits = [
        p
        for p in people
        if p.first > found.line >= 0
        and p.sex in {sex, ""}
        and (p.age in {age, ""} or found.voice)
        and (not p.role or found.voice or p.name in back)
        and " the " not in p.name
    ]
    fits = [p for p in fits if p.name != NARRATOR and p.first - found.line <= NAMED_WITHIN]
    if len(fits) == 1 and age == "child" and not found.voice:
        fits[0].age = fits[0].age or age
    return fits[0] if len(fits) == 1 else None
