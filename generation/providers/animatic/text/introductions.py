"""Takes the introductions out of a screenplay's action: "IRINA (60s, yellow raincoat) waits" is heard as "Irina waits".

What stands in brackets after a name in capitals, an age, and clothes listed between commas tell the wardrobe what to
do and are no prose; they are kept beside the text. A name in capitals is written like any other name.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from .looks import BUILDS
from .persons import role_words
from .words import given_names, kinds, words, words_of

TITLE = r"(?:DR|MR|MRS|MS|ST|PROF|CAPT|LT|SGT|COL|GEN|REV)\."
CAPITAL = r"[A-ZÀ-Þ]['’]?[A-ZÀ-Þ][A-ZÀ-Þ'’\-]*"
CAPITALS = re.compile(rf"(?<![\w'’])(?:{TITLE} )?{CAPITAL}(?: (?:{TITLE}|{CAPITAL}))*\b")
BRACKETS = re.compile(r"\s*\(([^()]{0,200})\)")
DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|teens"
YEARS = re.compile(
    rf"(?:(?:in )?(?:his|her|their) )?(?:(?:early|mid|late|about|around)[- ]?)*(?:\d0['’]?s|\d{{1,2}}|{DECADES})"
    r"(?:[- ]years?[- ]old)?",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|$")
OPENS_PROSE = words_of("grammar", "sets", "introductions_opens_prose")
SIGNS = words_of("grammar", "sets", "introductions_signs")
LONGEST_ENTRY = 6  # words of a list of looks; more are a clause
SHOUTED = 5  # letters; a shorter word in capitals may be an abbreviation: "TV", "NASA"


def heard(action: str, cues: Collection[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return an action text as it is heard, and (name, looks) of everybody it brings in.

    `cues` are the names that speak. Other capitals are somebody if looks follow them or if they are a given name or a
    trade; else they are a noise or a thing.
    """
    speaking = {word.lower() for cue in cues for word in cue.split()}
    parts: list[str] = []
    found: list[tuple[str, str]] = []
    at = 0
    for match in CAPITALS.finditer(action):
        if match.start() < at:
            continue
        before = "".join([*parts, action[at : match.start()]]).rstrip()
        looks, at_prose, joint = "", match.end(), ""
        if not _is_thing(match[0], speaking):
            looks, at_prose, joint = _looks_after(action, match.end())
        parts += [action[at : match.start()], _written(match[0], speaking, named=bool(looks)), joint]
        at = at_prose
        if not before or before.endswith((".", "!", "?", ":")):
            parts[-2] = parts[-2][:1].upper() + parts[-2][1:]
        sign = not looks and _is_written_there(before, match[0], speaking)
        if sign:
            somebody = match[0].split()[-1].lower() in role_words()
            parts[-2] = _name(match[0]) if somebody else parts[-2]
        elif looks or _is_somebody(match[0], speaking):
            found.append((_name(match[0]), looks))
    return " ".join("".join([*parts, action[at:]]).split()), tuple(found)


def _is_written_there(before: str, capitals: str, speaking: Collection[str]) -> bool:
    """Say whether capitals are what a poster, a sign or a page says, or a title: nobody comes in with them."""
    said = [word.lower() for word in capitals.split()]
    if any(word in speaking for word in said if word != "the"):
        return False
    sentence = words(re.split(r"[.!?]\s", before)[-1])
    return bool(SIGNS & set(sentence)) or (said[0] == "the" and len(said) > 1 and not before.endswith("."))


def _looks_after(action: str, at: int) -> tuple[str, int, str]:
    """Return the looks that follow a name, where the prose goes on, and what joins it to the name."""
    looks: list[str] = []
    brackets = BRACKETS.match(action, at)
    if brackets:
        looks.append(brackets[1])
        at = brackets.end()
    end = _end_of_sentence(action, at)
    if action[at : at + 1] != ",":
        return ", ".join(looks), at, ""
    entries = action[at + 1 : end].split(",")
    listed = 0
    while listed < len(entries) and _is_look(entries[listed], last=listed == len(entries) - 1, after=listed > 0):
        listed += 1
    if not listed:
        return ", ".join(looks), at, ""
    looks += [entry.strip() for entry in entries[:listed]]
    if listed == len(entries):
        return ", ".join(looks), end, ""
    going_on = at + 1 + sum(len(entry) + 1 for entry in entries[:listed])
    opening = words(entries[listed])[:1]
    # "INES, 40, tired, a pencil in her hair, walks" goes on with what she is like, and not with what she does.
    like = opening and opening[0] != "and" and (opening[0] in OPENS_PROSE or not opening[0].endswith("s"))
    aside = like and listed < len(entries) - 1
    return ", ".join(looks), going_on, "," if aside else ""


def _end_of_sentence(action: str, at: int) -> int:
    found = SENTENCE_END.search(action, at)
    return found.start() if found else len(action)


def _is_look(entry: str, *, last: bool, after: bool) -> bool:
    """Say whether an entry between commas is an age or a garment, and not what somebody does."""
    entry = entry.strip()
    if YEARS.fullmatch(entry):
        return True
    said = words(entry)
    if not said or (last and not after) or len(said) > LONGEST_ENTRY or said[0] in OPENS_PROSE - {"a", "an"}:
        return False
    return said[-1] in LOOKS or "hair" in said


LOOKS = (
    words_of("things", "clothes", "words")
    | words_of("things", "hair", "words")
    | words_of("things", "hair", "features")
    | frozenset(BUILDS)
)


def _is_thing(capitals: str, speaking: Collection[str]) -> bool:
    """Say whether capitals stand out a thing or a place and no person: "the LETTER (folded)"."""
    last = capitals.split()[-1].lower()
    things = words_of("things", "props", "hand") | words_of("things", "props", "big") | frozenset(kinds())
    return last in things and last not in speaking and capitals.split()[0].title() not in given_names()


def _is_somebody(capitals: str, speaking: Collection[str]) -> bool:
    said = [word.lower() for word in capitals.split()]
    return (
        any(word in speaking for word in said)
        or said[0].title() in given_names()
        or (said[-1] in role_words() and said[-1] not in words_of("people", "animals", "words"))
    )


def _written(capitals: str, speaking: Collection[str], *, named: bool) -> str:
    """Return words in capitals as they are written in running text."""
    said = [word.lower() for word in capitals.split()]
    if said[-1] in role_words() and said[-1].title() not in given_names():
        return " ".join(said)
    if named or any(word in speaking for word in said) or said[0].title() in given_names() or "." in said[0]:
        return _name(capitals)
    return capitals.lower() if any(len(word) >= SHOUTED for word in said) else capitals


def _name(capitals: str) -> str:
    return re.sub(r"(?<![^\W\d_])(?<!\w['’](?=s\b))[^\W\d_]", lambda found: found[0].upper(), capitals.lower())
