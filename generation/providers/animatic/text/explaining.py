"""What the studio knows by itself about things people ask: facts for films that explain something.

Where it knows nothing it says so; it never makes up a fact.
"""

from __future__ import annotations

from functools import cache

from .plots import STORIES, Beat, Unit
from .tagging import Tagged, tag
from .words import singular, words, words_of

UNKNOWN = (
    "The studio knows no facts about this by itself, so the film only asks the question; "
    "write the answer into the script, or connect a language model."
)
AUXILIARIES = words_of("grammar", "sets", "explaining_auxiliaries")
OPEN_ANSWER = (
    (1, "There is a short answer, and there is a true one, and the true one takes a little longer."),
    (1, "First you look, for as long as it takes. Then you ask somebody who has looked for longer."),
    (2, "Nobody was born knowing it. Each piece of it was once one person's strange idea."),
    (2, "Write down what you see. Then write down what you expected. The answer lives between the two."),
    (3, "If you can draw it, you have understood half of it. If you can tell it to a friend, the other half."),
    (3, "And if two answers fit, take the one that you could test."),
)


@cache
def _topics() -> tuple[tuple[frozenset[str], tuple[tuple[int, str], ...]], ...]:
    found: list[tuple[frozenset[str], list[tuple[int, str]]]] = []
    for line in (STORIES / "facts.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            found.append((frozenset(line[2:].split()), []))
        elif line[:1].isdigit():
            found[-1][1].append((int(line[0]), line[2:]))
    return tuple((keys, tuple(lines)) for keys, lines in found)


def _facts(topic: str) -> tuple[tuple[int, str], ...]:
    said = {*words(topic), *(singular(word) for word in words(topic))}
    scored = [(len(said & keys), -at, lines) for at, (keys, lines) in enumerate(_topics())]
    score, _, lines = max(scored, key=lambda entry: entry[:2])
    # One shared word is chance unless the topic is hardly more than that word.
    meaning = [
        word
        for word in words(topic)
        if len(word) > 3 and word not in {"work", "works", "does", "make", "makes", "have"}
    ]
    return lines if score >= 2 or (score == 1 and len(meaning) <= 2) else ()


def is_known(topic: str) -> bool:
    """Say whether the studio has facts about a topic."""
    return bool(_facts(topic))


def answer(topic: str) -> list[Unit]:
    """Return the facts about a topic as units of a plot; general wisdom, and no facts, where none are known."""
    return [Unit(tier, [Beat(text, "A" if tier == 1 else "")]) for tier, text in _facts(topic) or OPEN_ANSWER]


def question(word: str, rest: str) -> str:
    """Return a topic as a question: ("why", "the sky is blue") -> "Why is the sky blue?"."""
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
