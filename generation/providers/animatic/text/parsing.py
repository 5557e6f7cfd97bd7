"""Takes an idea apart: its noun phrases and verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from .figures import is_someone
from .tagging import Tagged, tag
from .tenses import base_form
from .words import lexicon

AFTER_ACTIONS = frozenset({"IN", "DT", "TO", "RP", "PRP$", "PRP", "RB", "CD"})


@dataclass(slots=True)
class Phrase:
    """A noun phrase of the idea: its words, its head noun, and where it stands."""

    tokens: list[Tagged]
    start: int
    end: int

    @property
    def head(self) -> str:
        return self.tokens[-1].word.lower()

    @property
    def text(self) -> str:
        return spaced([token.word for token in self.tokens])


@dataclass(slots=True)
class Parse:
    """An idea taken apart."""

    text: str
    tokens: list[Tagged]
    phrases: list[Phrase] = field(default_factory=list)


def parse_idea(text: str) -> Parse:
    tokens = _retagged([token for token in tag(text[:600]) if token.word.strip()])
    parse = Parse(text, tokens)
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and _in_phrase(tokens, at, end):
            end += 1
        noun_end = end
        while noun_end > at and not tokens[noun_end - 1].tag.startswith("N"):
            noun_end -= 1
        if noun_end > at:
            _add_owner(parse, at, noun_end)
            parse.phrases.append(Phrase(tokens[at:noun_end], at, noun_end))
        at = max(end, at + 1)
    return parse


def _retagged(tokens: list[Tagged]) -> list[Tagged]:
    """Mend what the tagger gets wrong in ideas: "a detective searches" (no plural), "an alien opens" (no adjective)."""
    found: list[Tagged] = []
    for token in tokens:
        acts = (
            token.tag == "NNS" and found and is_someone(found[-1].word.lower()) and _is_story_verb(token.word.lower())
        )
        pronoun = found and token.word.lower() in {"nobody", "everybody", "everyone", "somebody", "someone"}
        found.append(Tagged(token.word, "VBZ" if acts else "PRP") if acts or pronoun else token)
    found = _with_actions(found)
    for at, token in enumerate(found):
        before = found[at - 1].tag if at else ""
        after = found[at + 1].tag if at + 1 < len(found) else ""
        if token.tag == "VBG" and before in {"DT", "JJ", "PRP$"} and not after.startswith(("N", "J", "VB", "HYPH")):
            found[at] = Tagged(token.word, "NN")  # "the same painting"
        if token.word.lower() in {"yesterday", "today", "tomorrow", "tonight"}:
            found[at] = Tagged(token.word, "RB")
        following = found[at + 1].tag if at + 1 < len(found) else ""
        lonely = token.tag.startswith("J") and not following.startswith(("N", "J", "HYPH", "CC"))
        if lonely and is_someone(token.word.lower()):
            found[at] = Tagged(token.word, "NN")
    return found


def _with_actions(tokens: list[Tagged]) -> list[Tagged]:
    """Mend plurals and stems that are actions: "a dog waits at", "a mother and a daughter drive across"."""
    found = list(tokens)
    for at in range(1, len(tokens)):
        token, before = tokens[at], tokens[at - 1].word.lower()
        following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
        someone = is_someone(before) or before in {"who", "that", "nobody", "everybody"}
        if token.tag in {"NN", "NNS", "VB", "JJ"} and someone and following in AFTER_ACTIONS | {"NN", "NNS"}:
            strict = following in AFTER_ACTIONS
            if _is_story_verb(token.word.lower()) and (strict or token.tag == "VB"):
                found[at] = Tagged(token.word, "VBZ" if token.word.endswith("s") else "VBP")
    return found


def _is_story_verb(word: str) -> bool:
    """Say whether a word that looks like a noun can be what somebody does: "a detective searches"."""
    return base_form(word, "VBZ") in _story_verbs()


@cache
def _story_verbs() -> frozenset[str]:
    table = lexicon("happenings")
    return frozenset(word for line in table["verbs"].values() for word in str(line).split()) | frozenset(table["past"])


def _add_owner(parse: Parse, start: int, end: int) -> None:
    """Add "a cowboy" of "a cowboy's final ride" as a phrase of its own: the story is about him."""
    mark = next((at for at in range(start, end) if parse.tokens[at].tag == "POS"), -1)
    if mark > start and parse.tokens[start].tag != "PRP$" and not is_someone(parse.tokens[end - 1].word.lower()):
        parse.phrases.append(Phrase(parse.tokens[start:mark], start, mark))


def _in_phrase(tokens: Sequence[Tagged], start: int, at: int) -> bool:
    token = tokens[at]
    if token.tag in {"DT", "PRP$"}:
        return at == start
    if token.tag == "CD" and at > start and tokens[at - 1].tag.startswith("N"):
        return False  # "the same painting three times"
    described = at > start and not tokens[at - 1].tag.startswith("N")
    if token.tag in {"VBN", "VBG"} and (described or (token.tag == "VBN" and at == start)):
        following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
        return following.startswith(("N", "J", "HYPH", "VBN"))
    return token.tag.startswith(("N", "JJ")) or token.tag in {"CD", "POS", "HYPH"}


def spaced(parts: Sequence[str]) -> str:
    joined = ""
    for part in parts:
        glue = not joined or part in {"-", "'s", "’s", "'"} or joined.endswith("-")
        joined += part if glue else f" {part}"
    return joined
