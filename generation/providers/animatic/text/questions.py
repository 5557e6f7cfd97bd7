"""Turns a topic into a question: "why the sky is blue" -> "Why is the sky blue?"."""

from __future__ import annotations

from .objects import is_plural
from .tagging import Tagged, tag
from .words import singular, words_of

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
