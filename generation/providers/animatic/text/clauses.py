"""Finds what an idea says at its top: its main verb, past relative clauses, openings such as "When ...," and lists."""

from __future__ import annotations

from collections.abc import Sequence

from .tagging import Tagged
from .tenses import is_finite

RELATIVE = frozenset({"who", "that", "which", "whose", "whom"})
OPENERS = frozenset(
    {"when", "after", "before", "if", "because", "while", "as", "since", "once", "until", "whenever", "although"}
)
NESTING = frozenset(
    {
        "that",
        "who",
        "which",
        "whose",
        "what",
        "when",
        "where",
        "how",
        "why",
        "because",
        "if",
        "while",
        "before",
        "after",
    }
    | {"until", "as", "than", "whether"}
)
JOINING = frozenset({"and", "but", "or", "nor", "yet", "then", "so"})
SAYING = frozenset(
    {"thinks", "think", "says", "say", "believes", "believe", "knows", "know", "hopes", "learns", "claims", "pretends"}
    | {"thought", "said", "believed", "knew", "insists", "dreams", "fears", "feels", "finds", "swears", "discovers"}
)


def relative_spans(tokens: Sequence[Tagged]) -> list[tuple[int, int]]:
    """Return where relative clauses stand, as (start, end): "who is afraid of fire" in "a dragon who ... opens"."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        if at and tokens[at].word.lower() in RELATIVE and _follows_a_noun(tokens, at):
            end = _end_of(tokens, at)
            found.append((at, end))
            at = end
        else:
            at += 1
    return found


def _follows_a_noun(tokens: Sequence[Tagged], at: int) -> bool:
    before = tokens[at - 2] if tokens[at - 1].word == "," and at > 1 else tokens[at - 1]
    return before.tag.startswith(("N", "CD", "PRP", "JJ"))


def _end_of(tokens: Sequence[Tagged], start: int) -> int:
    """Return where the clause that starts with a relative pronoun ends: before the main verb, a comma, or the text."""
    verbs, nested = 0, 0
    enclosed = tokens[start - 1].word == ","
    for at in range(start + 1, len(tokens)):
        word = tokens[at].word.lower()
        if word in {".", "!", "?", ";", ":"} or (word == "," and verbs and enclosed):
            return at
        if word == "," and verbs and at + 1 < len(tokens) and is_finite(tokens, _past_adverbs(tokens, at + 1)):
            return at
        if word in NESTING and verbs:
            nested += 1
        if not is_finite(tokens, at):
            continue
        before = tokens[at - 1]
        joined = any(tokens[back].word.lower() in JOINING for back in range(max(start, at - 2), at))
        said = tokens[at - 2].word.lower() if at > 1 else ""
        own_subject = before.tag in {"WP", "WDT", "WRB"} or before.word.lower() in NESTING
        own_subject = own_subject or (before.tag == "PRP" and (said in SAYING or said in NESTING | JOINING | {","}))
        if verbs and not joined and not own_subject and not nested:
            return at - (before.tag == "RB" and at - 1 > start)
        nested = max(0, nested - 1) if verbs and not own_subject else nested
        verbs += 1
    return len(tokens)


def _past_adverbs(tokens: Sequence[Tagged], at: int) -> int:
    while at < len(tokens) - 1 and tokens[at].tag == "RB":
        at += 1
    return at


def top_start(tokens: Sequence[Tagged]) -> int:
    """Return where the main clause starts: after the comma of "When the moon falls into a lake, two children ..."."""
    if not tokens or tokens[0].word.lower() not in OPENERS:
        return 0
    return next((at + 1 for at, token in enumerate(tokens) if token.word == ","), 0)


def main_verb(tokens: Sequence[Tagged], inside: Sequence[tuple[int, int]], start: int = 0) -> int:
    """Return where the main verb stands, outside the spans `inside`; -1 if there is none in the first sentence."""
    for at in range(start, len(tokens)):
        if tokens[at].word in {".", "!", "?"} and at < len(tokens) - 1:
            return -1
        if any(first <= at < end for first, end in inside) or not is_finite(tokens, at):
            continue
        return at
    return -1
