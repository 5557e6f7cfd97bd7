"""The words on screen: what stands between blanks, and short groups where a script is written without them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A group that an eye takes in at once, and that a caption can break after.
_GROUP = 4
_BLANKLESS = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
# Written before the consonant that they are spoken after: no group may end with one.
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
_KANA_THAT_CONTINUES = frozenset("ゃゅょぁぃぅぇぉっャュョァィゥェォッーんンヵヶ々")


@dataclass(frozen=True, slots=True)
class DisplayWord:
    """One word or group, where it stands in the text, and whether it goes on without a blank from the one before."""

    text: str
    start: int
    stop: int
    is_glued: bool


def display_words(text: str) -> list[DisplayWord]:
    """Return every word of `text` in order; put together (glued ones without a blank) they are the whole text."""
    found: list[DisplayWord] = []
    for match in re.finditer(r"\S+", text):
        at = match.start()
        for group in _groups(match[0]):
            found.append(DisplayWord(group, at, at + len(group), at > match.start()))
            at += len(group)
    return found


def is_blankless(character: str) -> bool:
    """Tell whether `character` belongs to a script that puts no blanks between words."""
    return not character.isascii() and unicodedata.name(character, "").startswith(_BLANKLESS)


def _groups(word: str) -> list[str]:
    if word.isascii() or not any(map(is_blankless, word)):
        return [word]
    groups = [""]
    for character in word:
        if _starts_group(groups[-1], character):
            groups.append("")
        groups[-1] += character
    return groups


def _starts_group(group: str, character: str) -> bool:
    """Marks stay with what they follow, openings with what follows; kanji begin a word, kana and endings go on."""
    if not group or unicodedata.category(group[-1]) in {"Ps", "Pi"} or group[-1] in _LEADING_VOWELS:
        return False
    category = unicodedata.category(character)
    if category in {"Pe", "Pf", "Po", "Pd", "Mn", "Mc", "Me", "Cf", "Lm"} or character in _KANA_THAT_CONTINUES:
        return False
    if unicodedata.category(group[-1]) in {"Po", "Pe", "Pf"} or category in {"Ps", "Pi"}:
        return True
    if is_blankless(group[-1]) != is_blankless(character):
        return True
    letters = sum(unicodedata.category(each)[0] == "L" for each in group)
    from_kana_to_kanji = _is_kana(group[-1]) and not _is_kana(character)
    return is_blankless(character) and (letters >= _GROUP or (from_kana_to_kanji and letters >= 2))


def _is_kana(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("HIRAGANA", "KATAKANA"))
