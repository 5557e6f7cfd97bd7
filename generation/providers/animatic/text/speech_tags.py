"""Finds the clause beside a quotation that says who speaks it and how: "whispered Tom"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .reading import Span
from .words import index_of, words, words_of

CLAUSE = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?;]")
TAG_WORDS = 9  # a tag says who within so many words of the verb


def direction_of(tag: str) -> str:
    """Return how a line is said, from the words of its speech tag ("" where nothing is said of it)."""
    by_word = index_of("feeling", "directions")
    for word in words(tag)[:12]:
        if word in by_word:
            return by_word[word]
    return ""


def tag_beside(spans: Sequence[Span], at: int) -> str:
    """Return the narrated clause that belongs to the quotation at this place, or ""."""
    if at + 1 < len(spans) and not spans[at + 1].quoted:
        clause = clauses(spans[at + 1].text, first=True)
        if has_speech(clause):
            return clause
    if at and not spans[at - 1].quoted:
        clause = clauses(spans[at - 1].text, first=False)
        if spans[at - 1].text.endswith((",", ":")):
            return clause
    return ""


def clauses(text: str, *, first: bool) -> str:
    parts = [part for part in CLAUSE.split(text) if part.strip()]
    if not parts:
        return text
    return parts[0] if first else parts[-1]


def has_speech(clause: str) -> bool:
    return any(word in words_of("feeling", "speech", "verbs") for word in words(clause)[:TAG_WORDS])
