"""When each word of a text is heard, from a transcript that has other words, or spells them otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

Heard = tuple[str, int, int]
"""A word, and the milliseconds at which it starts and ends."""

_WRITTEN_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def pieces(text: str) -> list[str]:
    """Return the words of a text as they are shown, punctuation included; each sign of Chinese or Japanese is one."""
    found: list[str] = []
    for word in text.split():
        if not _WRITTEN_WITHOUT_SPACES.search(word):
            found.append(word)
            continue
        for part in re.findall(
            r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]\W*|[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+", word
        ):
            found.append(part)
    return found


def timed(text: str, heard: Sequence[Heard], duration_ms: int) -> list[list[str | int]]:
    """Return [word, start_ms, end_ms] for each word of `text`, in order.

    Words that were heard as written get their times; what lies between two of them is shared out by length. Without
    any the words are spread over the whole of `duration_ms`.
    """
    words = pieces(text)
    simple = [_plain(word) for word in words]
    known: dict[int, tuple[int, int]] = {}
    matcher = SequenceMatcher(None, simple, [_plain(word) for word, _, _ in heard], autojunk=False)
    for ours, theirs, size in matcher.get_matching_blocks():
        for step in range(size):
            if simple[ours + step]:
                known[ours + step] = heard[theirs + step][1:]
    end = duration_ms or (heard[-1][2] if heard else 0)
    return _ordered(words, known, heard[0][1] if heard else 0, max(end, heard[-1][2] if heard else 0))


def _ordered(words: list[str], known: dict[int, tuple[int, int]], start: int, end: int) -> list[list[str | int]]:
    told: list[list[str | int]] = []
    number, last = 0, start
    while number < len(words):
        if number in known:
            begins, ends = max(last, known[number][0]), max(last, *known[number])
            told.append([words[number], begins, ends])
            number, last = number + 1, ends
            continue
        until = next((later for later in range(number, len(words)) if later in known), len(words))
        limit = max(last, known[until][0]) if until in known else max(last, end)
        told += _shared(words[number:until], last, limit)
        number, last = until, limit
    return told


def _shared(words: list[str], start: int, end: int) -> list[list[str | int]]:
    whole, before = sum(map(len, words)), 0
    told: list[list[str | int]] = []
    for word in words:
        after = before + len(word)
        told.append([word, start + (end - start) * before // whole, start + (end - start) * after // whole])
        before = after
    return told


def _plain(word: str) -> str:
    return re.sub(r"\W", "", word).casefold()
