"""A text in pieces short enough for a model that can only speak for some seconds at once."""

from __future__ import annotations

import re

_AFTER_A_SENTENCE = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
_AFTER_A_CLAUSE = re.compile(r"(?<=[,;:，；：、—])\s*")


def sentences(text: str, most: int) -> list[str]:
    """Return the text in order in pieces of at most `most` characters, cut where one would breathe."""
    packed: list[str] = []
    for sentence in _AFTER_A_SENTENCE.split(text.strip()):
        for part in _short(sentence, most):
            if packed and len(packed[-1]) + len(part) < most:
                packed[-1] += f" {part}"
            else:
                packed.append(part)
    return packed


def _short(sentence: str, most: int) -> list[str]:
    if len(sentence) <= most:
        return [sentence] if sentence else []
    for cut in (_AFTER_A_CLAUSE.split(sentence), sentence.split()):
        if len(cut) > 1:
            return [short for part in cut for short in _short(part, most)]
    return [sentence[start : start + most] for start in range(0, len(sentence), most)]
