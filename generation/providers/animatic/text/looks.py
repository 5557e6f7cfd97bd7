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
DECADES = dict.fromkeys(words_of("grammar", "sets", "looks_adult_decades"), "adult") | (
    dict.fromkeys(words_of("grammar", "sets", "looks_elder_decades"), "elder")
)
GARMENTS = words_of("things", "clothes", "words")
NOT_IN_LIST = words_of("grammar", "sets", "looks_not_in_list") | GARMENTS
OBJECTS = frozenset({"him", "them", "me", "us", "himself", "herself"})
UNDRESSING = frozenset(
    {"took", "takes", "take", "kicked", "kicks", "pulled", "tore", "threw", "shrugged", "slipped", "peeled"}
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
COMPOUNDS = ("-haired", "-headed", "-bearded", "-eyed")
WORN_WITHIN = 7  # words: "in round glasses and a purple robe"
AFTER_AGE = words_of("grammar", "sets", "looks_after_age")
BODY = words_of("grammar", "sets", "looks_body")
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
            _add(
                person.wears, _phrase(lows, at, described | (frozenset(lows) - NOT_IN_LIST if listed else frozenset()))
            )
        elif low in words_of("things", "hair", "words") and low not in {"beard", "moustache", "mustache"}:
            shape = words_of("things", "hair", "colours") | words_of("things", "hair", "shapes")
            phrase = _phrase(lows, at, shape).removesuffix(" hair")
            person.hair = person.hair or ("" if phrase == "hair" else phrase)
        elif low in words_of("things", "hair", "features"):
            _add(person.features, _phrase(lows, at, words_of("things", "hair", "colours") | {"long", "short"}))
        elif low in DECADES and (listed or lows[at - 1 : at] == ["his"] or lows[at - 1 : at] == ["her"]):
            person.age = person.age or DECADES[low]
        elif _is_age(lows, at, listed=listed):
            person.age = person.age or _age(int(_number(low).rstrip("s")), decade=low.endswith("0s"))
        elif low in BUILDS and (listed or _is_build(lows, at)):
            person.build = person.build or BUILDS[low]


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
    return (
        ends
        and bool(before)
        and before[0] in {"was", "is", "very", "and", ","}
        and lows[at] not in {"small", "round", "big", "lean"}
    )


def _number(word: str) -> str:
    """Return a written number in digits: "nine" is "9", "sixty-nine" is "69"."""
    tens, _, ones = word.partition("-")
    if tens in TENS:
        return str(TENS[tens] + ONES.get(ones, 0))
    return NUMBERS.get(word, word)


def _is_age(lows: Sequence[str], at: int, *, listed: bool) -> bool:
    """Say whether a number is somebody's age: "who was seven", "aged 9", ", thirty-four,", and not "12 hives"."""
    if not AGE.fullmatch(_number(lows[at])):
        return False
    before, after = lows[at - 1 : at] if at else [], lows[at + 1 : at + 2]
    own = before and before[0] in {"was", "is", "am", "turned", "aged", "i'm"}
    apart = before == [","] and after == [","]
    old = lows[at + 1 : at + 3][-1:] == ["old"]
    return listed or bool(own and (not after or after[0] in AFTER_AGE)) or apart or old


def _age(years: int, *, decade: bool) -> str:
    """Return the age group of a number in a screenplay's introduction: "70s", "9"."""
    if decade:
        return "elder" if years >= 60 else "adult"
    return "child" if years < 13 else "teen" if years < 18 else "elder" if years >= 60 else "adult"


def _worn(lows: Sequence[str], at: int) -> bool:
    """Say whether a garment is on somebody: worn, his, hers; not one that lies in a shop."""
    listed = "," in lows[:at] and at > 0 and lows[at - 1] in words_of("things", "colours", "words") | MATERIALS
    wore = any(word in {"wore", "wears", "wearing", "dressed"} for word in lows[max(0, at - 14) : at])
    return listed or wore or any(word in WEARING for word in lows[max(0, at - WORN_WITHIN) : at])


def _phrase(lows: Sequence[str], at: int, adjectives: frozenset[str]) -> str:
    start = at
    while start > 0 and at - start < 3 and lows[start - 1] in adjectives:
        start -= 1
    return " ".join(lows[start : at + 1])


def _add(phrases: list[str], phrase: str) -> None:
    last = phrase.rsplit(" ", 1)[-1]
    for place, known in enumerate(phrases):
        if known.rsplit(" ", 1)[-1] == last:
            phrases[place] = max(known, phrase, key=len)
            return
    if len(phrases) < 4:
        phrases.append(phrase)
