"""Says who speaks each quotation of a prose text, and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .persons import Company
from .reading import Paragraph, Span, sentences
from .roster import Memory, Roster, bare
from .words import WORD, index_of, words, words_of

CLAUSE = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?;]")
NEW_TALK_WORDS = 14  # so much narration between two lines ends a conversation
POSSESSIVES = frozenset({"his", "her", "my", "their", "your", "our", "its"})
TAG_WORDS = 9  # a tag says who within so many words of the verb


@dataclass(slots=True)
class _Talk:
    """The state of a conversation while reading."""

    roster: Roster
    memory: Memory = field(default_factory=Memory)
    turns: list[str] = field(default_factory=list)
    addressed: str = ""


def speakers(paragraphs: Sequence[Paragraph], company: Company) -> list[list[str]]:
    """Return for every span of every paragraph who speaks it ("" where it is narrated)."""
    talk = _Talk(company.roster())
    return [_paragraph_speakers(paragraph.spans, talk) for paragraph in paragraphs]


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
        clause = _clauses(spans[at + 1].text, first=True)
        if _has_speech(clause):
            return clause
    if at and not spans[at - 1].quoted:
        clause = _clauses(spans[at - 1].text, first=False)
        if spans[at - 1].text.endswith((",", ":")):
            return clause
    return ""


def _paragraph_speakers(spans: Sequence[Span], talk: _Talk) -> list[str]:
    found = [""] * len(spans)
    own = called = ""
    several = any(before.quoted and span.quoted for before, span in pairwise(spans))
    for at, span in enumerate(spans):
        if not span.quoted:
            talk.roster.mentioned(span.text, talk.memory)
            continue
        if several:
            talk.addressed, called = called, ""
        speaker = _speaker_of_several(spans, at, talk, own) if several else _speaker(spans, at, talk, own)
        found[at] = speaker
        if speaker:
            talk.memory.note(speaker, talk.roster.sexes.get(speaker, "") if speaker != talk.roster.teller else "")
            if speaker != own:
                talk.turns.append(speaker)
        own = speaker or own
        called = _addressed(span.text, talk.roster) or called
    talk.addressed = called
    if not own and sum(len(span.text.split()) for span in spans) > NEW_TALK_WORDS:
        talk.turns.clear()
    return found


def _speaker(spans: Sequence[Span], at: int, talk: _Talk, own: str) -> str:
    by_tag = _by_tag(spans, at, talk)
    if by_tag:
        return by_tag
    if own:
        return own
    return _by_action(spans, at, talk) or _by_turn(spans[at].text, talk)


def _speaker_of_several(spans: Sequence[Span], at: int, talk: _Talk, own: str) -> str:
    """Return who speaks in a paragraph that holds a whole conversation: every new quotation is somebody else's turn."""
    by_tag = _by_tag(spans, at, talk)
    if by_tag or not own:
        return by_tag or _by_action(spans, at, talk) or _by_turn(spans[at].text, talk)
    lead = spans[at - 1]
    if not lead.quoted and not lead.text.endswith((".", "!", "?", "…")):
        return own
    if lead.quoted:
        return _by_turn(spans[at].text, talk)
    told = sentences(lead.text)
    if len(told) == 1 and _has_speech(told[0]):
        return own
    acting = _who(" ".join(told[-1].split()[:4]), talk)
    return acting[0] if acting else own


def _clauses(text: str, *, first: bool) -> str:
    parts = [part for part in CLAUSE.split(text) if part.strip()]
    if not parts:
        return text
    return parts[0] if first else parts[-1]


def _has_speech(clause: str) -> bool:
    return any(word in words_of("feeling", "speech", "verbs") for word in words(clause)[:TAG_WORDS])


def _by_tag(spans: Sequence[Span], at: int, talk: _Talk) -> str:
    """Return who a speech tag names: "said Tom", "she whispered", "Tom turned and said:"."""
    if at + 1 < len(spans) and not spans[at + 1].quoted:
        found = _subject_of_speech(_clauses(spans[at + 1].text, first=True), talk, near=True)
        if found:
            return found
    if at and not spans[at - 1].quoted and spans[at - 1].text.endswith((",", ":", "—", "–")):
        return _subject_of_speech(_clauses(spans[at - 1].text, first=False), talk, near=False)
    return ""


def _subject_of_speech(clause: str, talk: _Talk, *, near: bool) -> str:
    tokens = WORD.findall(clause.replace("’", "'"))
    verbs = words_of("feeling", "speech", "verbs")
    limit = TAG_WORDS if near else len(tokens)
    place = next((at for at, token in enumerate(tokens[:limit]) if token.lower() in verbs), -1)
    if place < 0:
        return ""
    before = _who(_without_owners(tokens[:place]), talk)
    if before:
        return before[0]
    if near and place > 1:
        return ""
    after = _who(_without_owners(tokens[place + 1 : place + 6]), talk)
    return after[0] if after else ""


def _without_owners(tokens: Sequence[str]) -> str:
    """Drop "her" of "her brother Felix": the brother speaks."""
    return " ".join(token for token in tokens if token.lower() not in POSSESSIVES)


def _who(text: str, talk: _Talk) -> list[str]:
    """Return who is in a text without changing what is remembered."""
    memory = Memory(dict(talk.memory.last), list(talk.memory.recent))
    return talk.roster.mentioned(text, memory)


def _by_action(spans: Sequence[Span], at: int, talk: _Talk) -> str:
    """Return who does something in the sentence beside the quotation: `Tom stood up. "No."`."""
    nearby = []
    if at and not spans[at - 1].quoted:
        nearby.append(sentences(spans[at - 1].text)[-1])
    if at + 1 < len(spans) and not spans[at + 1].quoted:
        nearby.append(sentences(spans[at + 1].text)[0])
    called = _addressed(spans[at].text, talk.roster)
    for sentence in nearby:
        acting = [name for name in _who(" ".join(sentence.split()[:8]), talk) if name != called]
        if acting:
            return acting[0]
    return ""


def _by_turn(text: str, talk: _Talk) -> str:
    """Return whose turn it is when nothing says so: people in a conversation alternate."""
    called = _addressed(text, talk.roster)
    last = talk.turns[-1] if talk.turns else ""
    if talk.addressed and talk.addressed not in {last, called}:
        return talk.addressed
    for name in reversed(talk.turns[:-1]):
        if name not in {last, called}:
            return name
    others = [name for name in reversed(talk.memory.recent) if name not in {last, called}]
    if others:
        return others[0]
    everyone = [name for name in talk.roster.sexes if name not in {last, called}]
    return everyone[0] if everyone else last


def _addressed(text: str, roster: Roster) -> str:
    """Return who is spoken to by name in a quotation: `Come here, Tom.`"""
    tokens = re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|[,.!?…]", text)
    for at, token in enumerate(tokens):
        if not token[0].isupper():
            continue
        for length in (3, 2, 1):
            name = roster.phrases.get(tuple(bare(word) for word in tokens[at : at + length] if word[0].isalpha()))
            before = tokens[at - 1] if at else ","
            after = tokens[at + length] if at + length < len(tokens) else "."
            if name and (before in ",.!?…" or before.lower() in {"dear", "hello", "hey"}) and after in ",.!?…":
                return name
    return ""
