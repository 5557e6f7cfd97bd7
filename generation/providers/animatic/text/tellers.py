"""Finds who tells a story in the first person, and makes them one of its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .clues import Clue, Phrase
from .named import owner_of
from .persons import NARRATOR, Line, Person, titles
from .roster import FIRST_PERSON

SHARE = 60  # one word in so many must be "I" or "my"
FEWEST = 2
LONGEST_SIGNATURE = 6  # words
SIGNING = frozenset({"your", "yours", "love", "sincerely", "faithfully", "affectionately", "ever", "always"})
SAYING_WHO = (
    ["my", "name", "is"],
    ["my", "name", "was"],
    ["call", "me"],
    ["they", "call", "me"],
    ["they", "called", "me"],
)


def teller_of(lines: Sequence[Line], people: list[Person], clues: Mapping[Phrase, Clue]) -> str:
    """Return the name of a first-person narrator, whom others may call by name; "" where nobody says "I"."""
    own = sum(token.lower() in FIRST_PERSON for line in lines if not line.quoted for token in line.tokens)
    total = sum(len(line.tokens) for line in lines if not line.quoted)
    if own < FEWEST or own * SHARE < total:
        return ""
    mine = (
        _by_own_words(lines, people)
        or _by_signature(lines, people)
        or [p for p in people if _only_addressed(p, people, clues)]
    )
    if not mine:
        people.insert(0, Person(NARRATOR, aliases=["I"], mentions=own))
        return NARRATOR
    teller = mine[0]
    for other in mine[1:]:
        if _may_be_one(teller, other):
            _merge(teller, other)
            people.remove(other)
    teller.mentions += own
    teller.narrated += own
    teller.aliases.append("I")
    people.remove(teller)
    people.insert(0, teller)
    return teller.name


def _by_own_words(lines: Sequence[Line], people: Sequence[Person]) -> list[Person]:
    """Return whom the narration introduces with "my name is" or "I, Claudius,"."""
    for line in lines:
        lows = [token.lower() for token in line.tokens]
        for at in range(len(lows) - 2):
            if line.quoted:
                break
            said = next((len(words) for words in SAYING_WHO if lows[at : at + len(words)] == words), 0)
            said = said or (2 if lows[at : at + 2] == ["i", ","] and line.tokens[at + 2][0].isupper() else 0)
            if said and line.tokens[at + said : at + said + 1]:
                found = owner_of(people, (line.tokens[at + said],), "")
                return [found] if found is not None else []
    return []


def _by_signature(lines: Sequence[Line], people: Sequence[Person]) -> list[Person]:
    """Return who signs a letter: "Your Lotte", "Love, Sam", "Yours ever, Anna Marsh"."""
    for line in lines:
        plain = [token for token in line.tokens if token[0].isalpha()]
        if line.quoted or not 1 < len(plain) <= LONGEST_SIGNATURE or plain[0].lower() not in SIGNING:
            continue
        found = owner_of(people, (plain[-1],), "") if plain[-1][0].isupper() else None
        if found is not None:
            return [found]
    return []


def _only_addressed(person: Person, people: Sequence[Person], clues: Mapping[Phrase, Clue]) -> bool:
    """Say whether others call this person by name and the narration never does."""
    own = [
        clue
        for phrase, clue in clues.items()
        if owner_of(people, phrase, titles().get(next(iter(clue.titles), ""), "")) is person
    ]
    return any(clue.addressed for clue in own) and not any(clue.narrated for clue in own)


def _may_be_one(teller: Person, other: Person) -> bool:
    """Say whether "Jack" and "Mr. Kane" can be one: a given name and a surname, and not two given names."""
    titled = [_plain(person.name) != person.name for person in (teller, other)]
    same = not (teller.sex and other.sex and teller.sex != other.sex)
    return same and titled[0] != titled[1] and " " not in _plain(teller.name)


def _plain(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.rstrip(".").lower() in titles() else name


def _merge(teller: Person, other: Person) -> None:
    """Join "Jack" with "Mr. Kane" under "Jack Kane"."""
    old = [teller.name, other.name]
    titled = next((name for name in old if _plain(name) != name), "")
    given = next((name for name in old if name != titled), old[0])
    if titled and " " not in given:
        teller.name = f"{given} {_plain(titled)}"
    called = [*old, *(_plain(name) for name in old), *teller.aliases, *other.aliases]
    teller.aliases = list(dict.fromkeys(name for name in called if name != teller.name))
    teller.sex = teller.sex or other.sex
    teller.role = teller.role or other.role
    teller.mentions += other.mentions
