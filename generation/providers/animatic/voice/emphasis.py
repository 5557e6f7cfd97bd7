"""Which words a text leans on: between *stars* or _underscores_, and in CAPITALS that are no name and no heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generation.providers.animatic.voice.abbreviations import SPELLED
from generation.providers.animatic.voice.display import DisplayWord

EMPHASIS, SHOUTED = 1, 2
_MARKS = '.,;:!?…—-"“”‘()[]*_'

_MARKED = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])(.{1,120}?)(?<=[^\s*_])\1(?![\w*])")
# Screenplays write names in capitals too; without a cry, only words like these are leaned on.
_LEANED_ON_WORDS = (
    "all always am and any anyone anything are be because best big both but can cannot could did do does done don't "
    "else even ever every everyone everything exactly far first forever from go gone good had has have he her here "
    "him his how huge i'm if in is it's just know last lost love hate me mean more most much must my need never new "
    "next no nobody none not nothing now off on one only or our out over own please quiet really right said same "
    "saw she should so some something stop such that that's the their them then there these they this those three "
    "time to too true truth two under up very wait want was wasn't we were what when where which who whole why will "
    "with won't worst would wrong yes you your yours enough again alone alive dead real mine"
)
_LEANED_ON = frozenset(_LEANED_ON_WORDS.split())
_SENTENCE_END = re.compile(r"[.!?…\n]+")
_LINE = re.compile(r"[^\n]+")
# Capitals for so many words, without a cry, are the heading of a scene.
_HEADING_WORDS = 3


def emphasised(text: str, words: Sequence[DisplayWord]) -> dict[int, int]:
    """Return `EMPHASIS` or `SHOUTED` by index into `words`, for those that have any.

    Whether letters in capitals are a word at all ("STOP") or initials ("FBI") is left to the pronunciation rules.
    """
    spans = [match.span(2) for match in _MARKED.finditer(text)]
    quiet = _headings(text)
    found: dict[int, int] = {}
    for index, word in enumerate(words):
        if any(start < word.stop and word.start < stop for start, stop in spans):
            found[index] = EMPHASIS
        if is_shouted(word.text) and not any(start <= word.start < stop for start, stop in quiet):
            letters = word.text.strip(_MARKS).lower()
            if letters in _LEANED_ON or _is_cried(text, word.start):
                found[index] = SHOUTED
    return found


def is_shouted(word: str) -> bool:
    """Tell whether a word is written in capitals as a shouted one would be."""
    letters = re.sub(r"[\W\d_]", "", word)
    return len(letters) >= 2 and letters.isupper() and letters.isascii() and letters not in SPELLED


def _is_cried(text: str, at: int) -> bool:
    end = _SENTENCE_END.search(text, at)
    return end is not None and "!" in end[0]


def _headings(text: str) -> list[tuple[int, int]]:
    """Where lines are in capitals from end to end and nobody cries out."""
    found = []
    for match in _LINE.finditer(text):
        line = match[0]
        is_capitals = line.upper() == line and line.lower() != line
        if is_capitals and len(line.split()) >= _HEADING_WORDS and "!" not in line:
            found.append(match.span())
    return found
