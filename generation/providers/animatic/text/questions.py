"""Turns a topic into a question: "why the sky is blue" -> "Why is the sky blue?"."""

from __future__ import annotations

from .objects import is_plural
from .tagging import Tagged, tag
from .tenses import past
from .words import plural, singular, words_of

SHORTEST_ASKED = 3  # words
AUXILIARIES = words_of("grammar", "sets", "explaining_auxiliaries")


def question(word: str, rest: str) -> str:
    """Return a topic as a question: ("why", "the sky is blue") -> "Why is the sky blue?"."""
    if not word:
        several = is_plural(rest) and not rest.lower().startswith("the ")
        return f"What {'are' if several else 'is'} {rest[:1].lower() + rest[1:] if not rest.isupper() else rest}?"
    tokens = tag(rest)
    if not tokens:
        return f"{word.capitalize()}?"
    if tokens[0].word.lower() in AUXILIARIES or word in {"who"}:
        return f"{word.capitalize()} {rest}?"
    at = next((place for place, token in enumerate(tokens) if token.tag.startswith("VB") or token.tag == "MD"), -1)
    if at <= 0 or tokens[0].tag == "TO":
        return f"{word.capitalize()} {rest}?" if at else f"{word.capitalize()} does one {rest}?"
    return f"{word.capitalize()} {_asked(tokens, at)}?"


def _asked(tokens: list[Tagged], at: int) -> str:
    subject = " ".join(token.word for token in tokens[:at]).replace(" - ", "-").replace(" 's", "'s")
    rest = " ".join(token.word for token in tokens[at + 1 :]).replace(" - ", "-")
    verb = tokens[at].word.lower()
    if verb in AUXILIARIES:
        return f"{verb} {subject} {rest}".strip()
    helper = "does" if tokens[at].tag == "VBZ" else "did" if tokens[at].tag == "VBD" else "do"
    plain = singular(verb) if helper == "does" else verb
    return f"{helper} {subject} {plain} {rest}".strip()


def statement(word: str, rest: str) -> str:
    """Return a question as a title says it: ("how", "did tea conquer the world") -> "how tea conquered the world"."""
    tokens = tag(rest)
    if not word or not tokens:
        return rest
    first = tokens[0].word.lower()
    if first not in AUXILIARIES or len(tokens) < SHORTEST_ASKED:
        return f"{word} {rest}"
    plain = [token.word for token in tokens[1:]]
    at = next((i for i, token in enumerate(tokens[1:]) if token.tag in {"VB", "VBP", "VBD"}), -1)
    if first in {"do", "does", "did"} and at > 0:
        verb = plain[at]
        plain[at] = past(verb) if first == "did" else _third_person(verb) if first == "does" else verb
        return " ".join([word, *plain]).replace(" - ", "-").replace(" 's", "'s")
    if first in {"is", "are", "was", "were"}:
        # "is the sky blue": the verb goes before the last word or phrase.
        nouns = [i for i, token in enumerate(tokens[1:]) if token.tag.startswith("N")]
        if not nouns or nouns[0] + 1 >= len(plain):
            return f"{word} {rest}"
        return " ".join([word, *plain[: nouns[0] + 1], first, *plain[nouns[0] + 1 :]]).replace(" - ", "-")
    return f"{word} {rest}"


def _third_person(verb: str) -> str:
    return plural(verb)
