"""Takes an idea apart: its noun phrases and verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from .clauses import main_verb, relative_spans, top_start
from .figures import is_someone
from .tagging import Tagged, tag
from .tenses import base_form
from .words import kinds, lexicon

AFTER_ACTIONS = frozenset({"IN", "DT", "TO", "RP", "PRP$", "PRP", "RB", "CD", "PDT", "VBG"})
SOMEBODY = frozenset({"nobody", "everybody", "everyone", "somebody", "someone", "who", "that", "which"})


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
    asides: list[tuple[int, int]] = field(default_factory=list)  # relative clauses, as token places

    def is_aside(self, at: int) -> bool:
        """Say whether a token belongs to a relative clause, which says who somebody is and not what happens."""
        return any(start <= at < end for start, end in self.asides)


def parse_idea(text: str) -> Parse:
    tokens = _retagged([token for token in tag(text[:600]) if token.word.strip()])
    parse = Parse(text, tokens, asides=relative_spans(tokens))
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
        pronoun = token.word.lower() in {"nobody", "everybody", "everyone", "somebody", "someone"}
        found.append(Tagged(token.word, "VBZ" if acts else "PRP") if acts or pronoun else token)
    found = _with_main_verb(_with_actions(found))
    for at, token in enumerate(found):
        before = found[at - 1].tag if at else ""
        after = found[at + 1].tag if at + 1 < len(found) else ""
        if token.tag == "VBG" and before in {"DT", "JJ", "PRP$"} and not after.startswith(("N", "J", "VB", "HYPH")):
            found[at] = Tagged(token.word, "NN")  # "the same painting"
        finite = {"VBZ", "VBP", "VBD"}
        if token.tag == "VBZ" and before in finite and after in finite:
            found[at] = Tagged(token.word, "NNS")  # "who collects sounds loses one"
        adverb = token.word.lower() == "home" and before.startswith("N")
        if token.word.lower() in {"yesterday", "today", "tomorrow", "tonight"} or adverb:
            found[at] = Tagged(token.word, "RB")
        following = found[at + 1].tag if at + 1 < len(found) else ""
        lonely = token.tag.startswith("J") and not following.startswith(("N", "J", "HYPH", "CC"))
        if lonely and (is_someone(token.word.lower()) or (before in {"DT", "PRP$"} and token.word.lower() in kinds())):
            found[at] = Tagged(token.word, "NN")
    return found


def _with_actions(tokens: list[Tagged]) -> list[Tagged]:
    """Mend plurals and stems that are actions: "a dog waits at", "a mother and a daughter drive across"."""
    found = list(tokens)
    for at in range(1, len(tokens)):
        token, before = tokens[at], tokens[at - 1].word.lower()
        following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
        someone = is_someone(before) or before in SOMEBODY
        if token.tag in {"NN", "NNS", "VB", "JJ"} and someone and following in AFTER_ACTIONS | {"NN", "NNS"}:
            strict = following in AFTER_ACTIONS
            if _is_story_verb(token.word.lower()) and (strict or token.tag == "VB"):
                found[at] = Tagged(token.word, "VBZ" if token.word.endswith("s") else "VBP")
    return found


def _with_main_verb(tokens: list[Tagged]) -> list[Tagged]:
    """Give an idea without a main verb the one it must have: "astronauts on Mars find", "a whale become friends"."""
    asides = relative_spans(tokens)
    start = top_start(tokens)
    if start and main_verb(tokens[:start], asides) < 0:
        tokens = _with_verb_within(tokens, 0, start - 1, asides)
    main = main_verb(tokens, asides, start)
    # ", and somebody knocks" is a clause of its own: the first one needs a verb before it.
    second = next(
        (at for at in range(start, len(tokens) - 1) if tokens[at].word == "," and tokens[at + 1].tag == "CC"), -1
    )
    if main >= 0 and not start < second < main:
        return tokens
    return _with_verb_within(tokens, start, second if main >= 0 else len(tokens), asides)


def _with_verb_within(tokens: list[Tagged], start: int, end: int, asides: Sequence[tuple[int, int]]) -> list[Tagged]:
    for at in range(start + 1, end):
        if any(first <= at < end for first, end in asides) or not _may_act(tokens, at):
            continue
        found = list(tokens)
        found[at] = Tagged(tokens[at].word, "VBZ" if tokens[at].word.endswith("s") else "VBP")
        return found
    return tokens


def _may_act(tokens: list[Tagged], at: int) -> bool:
    """Say whether a word that was taken for a noun or an infinitive can be what a sentence is about."""
    word, kind = tokens[at].word.lower(), tokens[at].tag
    before = tokens[at - 2] if tokens[at - 1].tag in {"RB", ","} and at > 1 else tokens[at - 1]
    enclosed = tokens[at - 1].tag == "," and kind in {"VB", "JJ"} and _is_story_verb(word)
    following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if enclosed and following in {"DT", "PRP$"}:
        return True  # "a pirate, who cannot swim, and a mermaid, who cannot sing, open a hotel"
    subject = before.tag in {"NN", "NNS", "NNP", "NNPS", "PRP"} and before.word.lower() != "to"
    plain = kind in {"VB", "VBN"} and base_form(word) == word
    plural = kind == "NNS" and following in AFTER_ACTIONS and before.tag in {"NN", "NNP", "PRP"}
    proper = kind in {"NN", "VB"} and before.tag == "NNP" and following == ","  # "all the clocks in Prague stop,"
    stem = proper or (kind == "NN" and following in {"DT", "PRP$", "TO"} and before.tag in {"NNS", "NNPS"})
    return subject and (plain or plural or stem) and _is_story_verb(word)


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
