"""Reads what a sentence says about somebody's clothes, hair, face and build."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .words import lexicon, words_of

if TYPE_CHECKING:
    from .persons import Person
    from .roster import Memory, Roster

BUILDS = {
    "thin": "slim",
    "slim": "slim",
    "slender": "slim",
    "skinny": "slim",
    "lean": "slim",
    "fat": "heavy",
    "stout": "heavy",
    "heavy": "heavy",
    "plump": "heavy",
    "broad": "heavy",
    "round": "heavy",
    "big": "heavy",
    "burly": "heavy",
    "huge": "heavy",
    "chubby": "heavy",
    "stocky": "heavy",
    "bony": "slim",
    "wiry": "slim",
    "gaunt": "slim",
    "petite": "short",
    "tall": "tall",
    "lanky": "tall",
    "towering": "tall",
    "short": "short",
    "tiny": "short",
    "small": "short",
}
WEARING = words_of("grammar", "sets", "looks_wearing")
AGE = re.compile(r"[2-9]0s|[1-9][0-9]?")
NUMBERS = {word: str(number) for number, word in enumerate(lexicon("grammar")["sets"]["looks_numbers"].split(), 5)}
NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ONES = dict(zip(NUMERALS, range(1, 10), strict=True))
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50} | {
    "teens": 15, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90
}  # fmt: skip
NEARLY = words_of("grammar", "sets", "looks_nearly")
SOMEBODY = words_of("people", "sexed", "male") | words_of("people", "sexed", "female") | {"child", "kid", "youth"}
GARMENTS = words_of("things", "clothes", "words")
NOT_IN_LIST = words_of("grammar", "sets", "looks_not_in_list") | GARMENTS
OBJECTS = frozenset({"him", "them", "me", "us", "himself", "herself"})
UNDRESSING = frozenset(
    {"took", "takes", "take", "kicked", "kicks", "pulled", "tore", "threw", "shrugged", "slipped", "peeled"}
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
HAIR = words_of("things", "hair", "words") | words_of("things", "hair", "features") | {"eyes", "face"}
COMPOUNDS = ("-haired", "-headed", "-bearded", "-eyed")
OWNERS = frozenset({"his", "her", "my", "their", "our"})
SUBJECT_WITHIN = 7  # words: "King Osric of the Hill was round"
WORN_WITHIN = 7  # words: "in round glasses and a purple robe"
AFTER_AGE = words_of("grammar", "sets", "looks_after_age")
BODY = words_of("grammar", "sets", "looks_body")
STUFFS = words_of("grammar", "sets", "looks_stuffs")
MATERIALS = words_of("grammar", "sets", "looks_materials")


def told_of(roster: Roster, tokens: Sequence[str], memory: Memory) -> list[tuple[str, list[str]]]:
    """Divide a sentence by who it speaks of; what follows "beside him" is about whoever the sentence was about."""
    found: list[tuple[str, list[str]]] = []
    for name, part in roster.clauses(tokens, memory):
        after = part[1].lower() if len(part) > 1 else ""
        object_of = part[0].lower() in OBJECTS or (part[0].lower() == "her" and after in {"in", "with", ",", "and"})
        if found and object_of:
            found[-1] = (found[-1][0], [*found[-1][1], *part])
        else:
            found.append((name, part))
    return found


def describe(person: Person, tokens: Sequence[str], *, listed: bool = False) -> None:
    """Add what the sentence says of a person's looks. `listed`: it is a list of looks and nothing else."""
    lows = [token.lower() for token in tokens]
    for at, low in enumerate(lows):
        if low.endswith(COMPOUNDS):
            _compound(person, low)
        elif low in {"glasses", "spectacles"}:
            _add(person.features, low)
        elif low in GARMENTS and lows[at + 1 : at + 2] and lows[at + 1] in GARMENTS:
            continue  # "uniform coat" is one garment
        elif low in GARMENTS and _is_taken_off(lows, at):
            continue
        elif low in GARMENTS and (listed or _worn(lows, at)):
            described = MATERIALS | words_of("things", "colours", "words")
            known = described | (frozenset(lows) - NOT_IN_LIST if listed else frozenset())
            _add(person.wears, _made_of(lows, at, _phrase(lows, at, known)))
        elif low in words_of("things", "hair", "words") and low not in {"beard", "moustache", "mustache"}:
            shape = words_of("things", "hair", "colours") | words_of("things", "hair", "shapes")
            phrase = _phrase(lows, at, shape).removesuffix(" hair")
            person.hair = person.hair or ("" if phrase == "hair" else phrase)
        elif low in words_of("things", "hair", "features"):
            _add(person.features, _phrase(lows, at, words_of("things", "hair", "colours") | {"long", "short"}))
        elif low in DECADES and (listed or {"his", "her"} & set(lows[max(0, at - 2) : at])):
            _grow(person, DECADES[low])
        elif _is_age(lows, at, listed=listed):
            _grow(person, int(_number(low).rstrip("s")))
        elif low in {"his", "her"} and listed:
            person.sex = person.sex or {"his": "male", "her": "female"}[low]  # "DOT (70s, cigarette behind her ear)"
        elif low in {"old", "elderly"} and _stands_alone(lows, at):
            person.age = person.age if person.years >= 0 else "elder"
        elif low in BUILDS and (listed or _is_build(lows, at)):
            person.build = person.build or BUILDS[low]


def _grow(person: Person, years: int) -> None:
    """Note the first age that is told in numbers: it overrides what a trade or a word such as "girl" implies."""
    if person.years < 0:
        person.years, person.age = years, age_of_years(years)


def _compound(person: Person, word: str) -> None:
    """Read "red-haired", "grey-bearded", "one-eyed"."""
    kind, _, ending = word.rpartition("-")
    if ending in {"haired", "headed"} and kind in words_of("things", "hair", "colours") | words_of(
        "things", "hair", "shapes"
    ):
        person.hair = person.hair or kind
    elif ending == "bearded":
        _add(person.features, f"{kind} beard")
    elif word == "one-eyed":
        _add(person.features, "eyepatch")


def _is_taken_off(lows: Sequence[str], at: int) -> bool:
    """Say whether a garment comes off: "took off her hat", "kicked off her boots"."""
    before = lows[max(0, at - 5) : at]
    return ("off" in before and bool(UNDRESSING & set(before))) or bool({"removed", "removes"} & set(before))


def _is_build(lows: Sequence[str], at: int) -> bool:
    """Say whether a word is about somebody's body: "a tall man", "was short,", "tall and red-haired"."""
    if any(word in BODY for word in lows[at + 1 : at + 4]):
        return True
    before, after = lows[at - 1 : at], lows[at + 1 : at + 2]
    ends = not after or after[0] in {",", ".", "and", ";"}
    if ends and before[:1] in (["was"], ["is"]) and _is_own(lows, at):
        return True  # "King Osric was round and loud", and not a room that is
    return (
        ends
        and bool(before)
        and before[0] in {"was", "is", "very", "and", ","}
        and lows[at] not in {"small", "round", "big", "lean"}
    )


def _is_own(lows: Sequence[str], at: int) -> bool:
    """Say whether what stands after "was" is about somebody, and not about their house or voice."""
    return at <= SUBJECT_WITHIN and not any(word.endswith("'s") or word in OWNERS for word in lows[:at])


def _stands_alone(lows: Sequence[str], at: int) -> bool:
    """Say whether "old" is said of somebody by itself: "very old, a hat in his hands", "was old and tired"."""
    after = lows[at + 1 : at + 2]
    before = lows[at - 1 : at] if at else []
    was = before[:1] in (["was"], ["is"]) and _is_own(lows, at)
    return (not after or after[0] in {",", ".", "and", ";"}) and (before[:1] in (["very"], [","]) or was)


def _number(word: str) -> str:
    """Return a written number in digits: "nine" and "nine-year-old" are "9", "sixty-nine" is "69"."""
    word = word.removesuffix("-old").removesuffix("-year").removesuffix("-years")
    tens, _, ones = word.partition("-")
    if tens in TENS:
        return str(TENS[tens] + ONES.get(ones, 0))
    return NUMBERS.get(word, word)


def _is_age(lows: Sequence[str], at: int, *, listed: bool) -> bool:
    """Say whether a number is somebody's age: "who was seven", "aged 9", ", thirty-four,", and not "12 hives"."""
    if not AGE.fullmatch(_number(lows[at])):
        return False
    before, after = lows[at - 1 : at] if at else [], lows[at + 1 : at + 2]
    if lows[max(0, at - 2) : at] == ["had", "been"]:
        return False  # long ago
    if lows[at].endswith("-old"):
        return True
    own = before and before[0] in {"was", "is", "am", "turned", "aged", "i'm"}
    apart = before == [","] and (not after or after[0] in {",", "."})
    old = lows[at + 1 : at + 3] in (["years", "old"], ["year", "old"])
    start = at - 1
    while start > 0 and lows[start] in NEARLY:
        start -= 1
    of_age = start > 0 and lows[start] == "of" and lows[start - 1] in SOMEBODY
    was = start >= 0 and lows[start] in {"was", "is", "aged"} and (not after or after[0] in AFTER_AGE)
    return listed or bool(own and (not after or after[0] in AFTER_AGE)) or apart or old or of_age or was


def age_of_years(years: int) -> str:
    """Return the age group of somebody so many years old."""
    return "child" if years < 13 else "teen" if years < 18 else "elder" if years >= 60 else "adult"


def _worn(lows: Sequence[str], at: int) -> bool:
    """Say whether a garment is on somebody: worn, his, hers; not one that lies in a shop."""
    listed = "," in lows[:at] and at > 0 and lows[at - 1] in words_of("things", "colours", "words") | MATERIALS
    wore = any(word in {"wore", "wears", "wear", "wearing", "dressed"} for word in lows[max(0, at - 14) : at])
    told = lows[max(0, at - 14) : at]
    described = {"had", "has"} & set(told) and (set(told) & HAIR or "on" in lows[at + 1 : at + 2])
    return listed or wore or bool(described) or any(word in WEARING for word in lows[max(0, at - WORN_WITHIN) : at])


def _phrase(lows: Sequence[str], at: int, adjectives: frozenset[str]) -> str:
    start = at
    while start > 0 and at - start < 3 and lows[start - 1] in adjectives:
        start -= 1
    return " ".join(lows[start : at + 1])


def _made_of(lows: Sequence[str], at: int, garment: str) -> str:
    """Return a garment with what it is made of: "a crown of plain iron" is an "iron crown"."""
    after = lows[at + 1 : at + 4]
    stuff = next((word for word in after[1:] if word in STUFFS), "") if after[:1] == ["of"] else ""
    return f"{stuff} {garment}" if stuff and stuff not in garment else garment


def _add(phrases: list[str], phrase: str) -> None:
    last = phrase.rsplit(" ", 1)[-1]
    for place, known in enumerate(phrases):
        if known.rsplit(" ", 1)[-1] == last:
            phrases[place] = max(known, phrase, key=len)
            return
    if len(phrases) < 4:
        phrases.append(phrase)
