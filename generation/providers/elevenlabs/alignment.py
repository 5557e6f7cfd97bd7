"""When each word is heard, from the times that the vendor gives for each character.

The characters are those of the text as it was sent, or of the text as it was spoken ("twenty" for "20"). What is on
screen is the text as it was written: each of its words gets a time, in order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generation.providers.hearing import Heard, pieces, timed

Words = list[list[str | int]]


def timed_words(text: str, spoken: str, answer: Mapping[str, Any]) -> Words | None:
    """Return [[word, start_ms, end_ms], ...] that cover `text`, None where the answer holds no times.

    `spoken` is what was sent, which ends with `text`. `answer` has `alignment` and `normalized_alignment`, either of
    which may be null.
    """
    for name in ("alignment", "normalized_alignment"):
        characters = _characters(answer.get(name))
        if characters:
            return words_of_characters(text, spoken, characters)
    return None


def words_of_characters(text: str, spoken: str, characters: Sequence[Heard]) -> Words:
    """Return the words of `text` with times, from the times of characters: of this text or of one much like it."""
    whole = "".join(character for character, _, _ in characters)
    # Whoever speaks may drop blanks at the ends, and we may have put a direction before the text.
    offset = whole.rfind(text.strip()) if whole.strip() in {spoken.strip(), text.strip()} else -1
    if offset < 0:
        return timed(text, _heard(characters), characters[-1][2])
    times = [(start, end) for character, start, end in characters for _ in character]
    return _exact(text.strip(), times[offset:])


def milliseconds(seconds: Any) -> int:
    """Return seconds as the vendor writes them in whole milliseconds."""
    return round(float(seconds) * 1000)


def _exact(text: str, times: Sequence[tuple[int, int]]) -> Words:
    """Give each word the time of its own characters; times never go back."""
    found: Words = []
    at = last = 0
    for word in pieces(text):
        at = text.index(word, at)
        own = times[at : at + len(word)]
        start = max(last, own[0][0])
        last = max(start, *(end for _, end in own))
        found.append([word, start, last])
        at += len(word)
    return found


def _characters(alignment: Any) -> list[Heard]:
    """Return the characters of one alignment with their times; nothing where it is null."""
    if not isinstance(alignment, dict):
        return []
    rows = zip(
        alignment.get("characters") or (),
        alignment.get("character_start_times_seconds") or (),
        alignment.get("character_end_times_seconds") or (),
        strict=False,
    )
    return [(str(text), milliseconds(start), milliseconds(end)) for text, start, end in rows]


def _heard(characters: Sequence[Heard]) -> list[Heard]:
    """Put characters together to words: what stands between blanks."""
    words: list[Heard] = []
    begun = False
    for character, start, end in characters:
        if not character.strip():
            begun = False
            continue
        if begun:
            text, first, _ = words[-1]
            words[-1] = (text + character, first, end)
        else:
            words.append((character, start, end))
        begun = True
    return words
