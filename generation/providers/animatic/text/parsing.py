"""Takes an idea apart: its noun phrases and verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .figures import is_someone
from .tagging import Tagged, tag
from .words import singular, words_of

STORY_VERBS = ("goal", "fear", "find", "search", "love", "meet")


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
        found.append(Tagged(token.word, "VBZ") if acts else token)
    for at, token in enumerate(found):
        following = found[at + 1].tag if at + 1 < len(found) else ""
        lonely = token.tag.startswith("J") and not following.startswith(("N", "J", "HYPH", "CC"))
        if lonely and is_someone(token.word.lower()):
            found[at] = Tagged(token.word, "NN")
    return found


def _is_story_verb(word: str) -> bool:
    """Say whether a word that looks like a plural is what somebody does: "a detective searches"."""
    return any(
        word in words_of("ideas", "verbs", shape) for shape in ("goal", "fear", "find", "search", "love", "meet")
    )


def _add_owner(parse: Parse, start: int, end: int) -> None:
    """Add "a cowboy" of "a cowboy's final ride" as a phrase of its own: the story is about him."""
    mark = next((at for at in range(start, end) if parse.tokens[at].tag == "POS"), -1)
    if mark > start and parse.tokens[start].tag != "PRP$":
        parse.phrases.append(Phrase(parse.tokens[start:mark], start, mark))


def _in_phrase(tokens: Sequence[Tagged], start: int, at: int) -> bool:
    token = tokens[at]
    if token.tag in {"DT", "PRP$"}:
        return at == start
    if token.tag in {"VBN", "VBG"} and token.word.lower() not in words_of("ideas", "verbs", "meet"):
        following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
        return following.startswith(("N", "J", "HYPH", "VBN"))
    return token.tag.startswith(("N", "JJ")) or token.tag in {"CD", "POS", "HYPH"}


def spaced(parts: Sequence[str]) -> str:
    joined = ""
    for part in parts:
        glue = not joined or part in {"-", "'s", "’s", "'"} or joined.endswith("-")
        joined += part if glue else f" {part}"
    return joined


def base_form(verb: str, kind: str) -> str:
    """Return a verb's plain form: "repairs" -> "repair", "flying" -> "fly"."""
    low = verb.lower()
    if kind == "VBG" or (low.endswith("ing") and len(low) > 5):
        stem = low[:-3]
        if stem.endswith(
            ("ak", "iv", "os", "id", "av", "ov", "uid", "at", "ik", "in", "ac", "us", "ng", "rit")
        ) and not stem.endswith("ing"):
            return stem + "e" if not stem.endswith(("eak", "ook", "oat", "eat", "ain")) else stem
        return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls" else stem
    if kind == "VBZ" or low.endswith("s"):
        return singular(low) if low not in {"goes", "does"} else low[:-2]
    return low


def gerund(phrase: str) -> str:
    """Return a verb phrase as a doing: "bake bread" -> "baking bread"."""
    verb, _, rest = phrase.partition(" ")
    if verb.endswith("ie"):
        form = verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        form = verb[:-1] + "ing"
    elif re.fullmatch(r"(?:[^aeiou]*)[aeiou][bdgklmnprt]", verb) and verb not in {"fix"}:
        form = verb + verb[-1] + "ing"
    else:
        form = verb + "ing"
    return f"{form} {rest}".strip()
