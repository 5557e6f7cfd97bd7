"""Roman numbers in a text: "Henry VIII" is the eighth, "Chapter IV" is four."""

from __future__ import annotations

import re

from generation.providers.animatic.voice.abbreviations import CHAPTER_WORDS, REGNAL_NAMES, REGNAL_TITLES
from generation.providers.animatic.voice.amounts import ordinal_word

_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# "Thomas Hale III" is the third of his name; a film that ends in "IV" is a number.
_LAST_OF_A_FAMILY = 3


def roman_words(core: str, before: str, earlier: str, after: str) -> str:
    """Return what is said for a Roman number, "" when `core` is none.

    `before` and `earlier` are the words before it ("" past a mark), `after` the next one.
    """
    numeral = core.removesuffix("'s")
    if not _ROMAN.fullmatch(numeral) or not before:
        return ""
    number, ending = _value(numeral), core[len(numeral) :]
    if before.lower() in CHAPTER_WORDS:
        return f"{number}{ending}"
    is_ruler = before.lower() in REGNAL_NAMES or earlier.lower() in REGNAL_TITLES
    # A single letter is more often a pronoun or an initial.
    if len(numeral) == 1 and not (is_ruler and _can_follow(numeral, earlier, after)):
        return ""
    if not before.istitle():
        return ""
    is_heir = earlier[:1].isupper() and number <= _LAST_OF_A_FAMILY
    return f"the {ordinal_word(number)}{ending}" if is_ruler or is_heir else f"{number}{ending}"


def _can_follow(numeral: str, earlier: str, after: str) -> bool:
    if numeral != "I":
        return True
    return (
        earlier.lower() in REGNAL_TITLES or (not after) or after.lower() in {"of", "was", "and", "had", "died", "ruled"}
    )


def _value(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < larger else value for value, larger in zip(values, following, strict=True))
