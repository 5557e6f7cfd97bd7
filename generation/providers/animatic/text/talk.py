"""A conversation while it is read: who has spoken, who is told of between the lines, and who is turned to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .lines import tokens_of
from .reading import Span, sentences
from .roster import Memory, Roster
from .speech_tags import tag_beside
from .words import WORD

NEW_TALK_WORDS = 14  # so much narration between two lines ends a conversation
TURNED_TO = re.compile(
    r"\b(?:turned|turn|looked|look|stared|stare) (?:back |round |around )?(?:to|at) ([\w .'’\-]+?)[.!]?$"
)
OPENING_CLAUSES = frozenset({",", ";", ".", "and", "but", "then", "when", "as", "while", "until", "because", "so"})
TOLD_TO = re.compile(
    r"\b(?:told|tells|asked|asks|answered|(?:said|says|whispered|called|shouted) to) ([\w'’]+(?: [\w'’]+)?)$"
)
POSSESSIVES = frozenset({"his", "her", "my", "their", "your", "our", "its"})


@dataclass(slots=True)
class Talk:
    """The state of a conversation while reading."""

    roster: Roster
    memory: Memory = field(default_factory=Memory)
    turns: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)  # who talked before the narration took over
    since: list[str] = field(default_factory=list)  # whom it has told of since
    acting: list[str] = field(default_factory=list)  # who its last sentences are about
    beside: list[str] = field(default_factory=list)  # whom it has told of since the last line
    asker: str = ""  # who asked last
    addressed: str = ""
    stirred: str = ""  # who did something just before this line, in a paragraph of its own
    answer: str = ""  # the line that follows this one
    reply: str = ""  # the whole paragraph that answers
    answers: str = ""  # whom the next line's own tag names
    newcomer: str = ""  # who has just come into the story
    faced: str = ""  # to whom everybody has turned
    ahead: str = ""  # what is told after this paragraph, up to the next line
    met: set[str] = field(default_factory=set)  # who has been told of or has spoken
    voiced: frozenset[str] = frozenset()  # animals that the story lets speak
    learning: bool = False  # while names are learnt: "Tam." is somebody's answer, and not yet Tam's


def subjects(spans: Sequence[Span], talk: Talk) -> list[str]:
    """Return whom the sentences of a paragraph without a line are about, in order."""
    told = [sentence for span in spans for sentence in sentences(span.text)]
    found = [name for sentence in told for name in acting_in(tokens_of(sentence), talk)]
    return [name for name in found if name not in talk.roster.beings - talk.voiced]


def acting_in(tokens: Sequence[str], talk: Talk) -> list[str]:
    """Return who stands where the subject of a clause does: "When he rose, she turned" has both."""
    found = []
    for at, token in enumerate(tokens):
        name, length = talk.roster.named_at(tokens, at)
        if token.lower() in {"he", "she", "i"}:
            name = (who([token], talk) or [""])[0]
        opens = at == 0 or tokens[at - 1].lower() in OPENING_CLAUSES
        if name and opens and not tokens[at + length - 1].endswith("'s"):
            found.append(name)
    return found


def new_subject(spans: Sequence[Span], talk: Talk, known: frozenset[str]) -> str:
    """Return who is met first in a paragraph without a line and whom its last sentence is about: they speak next."""
    tokens = WORD.findall(sentences(spans[-1].text)[-1].replace("’", "'")) if spans[-1].text.strip() else []
    found = who(tokens[:2], talk)
    return found[0] if found and found[0] not in known | talk.roster.beings else ""


def turned_to(text: str, talk: Talk) -> str:
    """Return who is looked at where a paragraph ends: "They all turned to Leon."."""
    found = TURNED_TO.search(sentences(text)[-1]) if text.strip() else None
    named = talk.roster.mentioned(found[1], Memory(), first_person=False) if found else []
    return named[0] if named else ""


def told_to(spans: Sequence[Span], at: int, talk: Talk, speaker: str) -> str:
    """Return to whom a tag says a line is said: "she told him", "Tom said to Anna"."""
    found = TOLD_TO.search(tag_beside(spans, at))
    named = [name for name in who(WORD.findall(found[1]), talk) if name != speaker] if found else []
    if named and named[0] in talk.roster.beings - talk.voiced:
        sex = talk.roster.sexes.get(named[0], "")
        people = [name for name in reversed(talk.memory.recent) if name not in talk.roster.beings | {speaker}]
        named = [name for name in people if talk.roster.sexes.get(name) == sex]
    return named[0] if named else ""


def stirring(spans: Sequence[Span], talk: Talk) -> str:
    """Return who acts in a short paragraph between two lines: `He did not move.` and then he speaks."""
    tokens = WORD.findall(sentences(spans[0].text)[0].replace("’", "'")) if spans[0].text.strip() else []
    if not tokens or sum(len(span.text.split()) for span in spans) > NEW_TALK_WORDS:
        return ""
    found = who(tokens[:3], talk)
    return found[0] if found and found[0] not in talk.roster.beings else ""


def who(tokens: Sequence[str], talk: Talk) -> list[str]:
    """Return who is in some words without changing what is remembered; "her brother" is the brother and not her."""
    memory = Memory(dict(talk.memory.last), list(talk.memory.recent))
    places = talk.roster.places(tokens, memory)
    return [
        name for at, name in places if not (tokens[at].lower() in POSSESSIVES and name not in named(talk, tokens, at))
    ]


def named(talk: Talk, tokens: Sequence[str], at: int) -> tuple[str, ...]:
    name, length = talk.roster.named_at(tokens, at)
    return (name,) if length > 1 else ()
