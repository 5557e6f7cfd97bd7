"""Says who speaks each quotation of a prose text, and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .persons import Company, sex_of
from .reading import Paragraph, Span, sentences
from .roster import Memory, Roster
from .vocatives import addressed, child_calling, own_name
from .words import WORD, index_of, singular, words, words_of

CLAUSE = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?;]")
NEW_TALK_WORDS = 14  # so much narration between two lines ends a conversation
POSSESSIVES = frozenset({"his", "her", "my", "their", "your", "our", "its"})
SHORT_ANSWER = 3  # words: "Zoe."
VOICES = frozenset({"voice", "voices", "whisper", "somebody", "someone"})  # heard before anybody says whose it is
TAG_WORDS = 9  # a tag says who within so many words of the verb


@dataclass(slots=True)
class _Talk:
    """The state of a conversation while reading."""

    roster: Roster
    memory: Memory = field(default_factory=Memory)
    turns: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)  # who talked before the narration took over
    since: list[str] = field(default_factory=list)  # whom it has told of since
    beside: list[str] = field(default_factory=list)  # whom it has told of since the last line
    asker: str = ""  # who asked last
    addressed: str = ""
    stirred: str = ""  # who did something just before this line, in a paragraph of its own
    answer: str = ""  # the line that follows this one
    ahead: str = ""  # what is told after this paragraph, up to the next line
    met: set[str] = field(default_factory=set)  # who has been told of or has spoken
    voiced: frozenset[str] = frozenset()  # animals that the story lets speak
    learning: bool = False  # while names are learnt: "Tam." is somebody's answer, and not yet Tam's


def speakers(paragraphs: Sequence[Paragraph], company: Company, *, learning: bool = False) -> list[list[str]]:
    """Return for every span of every paragraph who speaks it ("" where it is narrated).

    `learning`: who people are is still being found out, so that who says "Tam." is not taken for the Tam of later.
    """
    talk = _Talk(company.roster(), learning=learning)
    talk.voiced = _voiced(paragraphs, talk.roster)
    found = []
    for at, paragraph in enumerate(paragraphs):
        talk.ahead = _told_next(paragraphs, at)
        following = paragraphs[at + 1].spans[:1] if at + 1 < len(paragraphs) else ()
        talk.answer = following[0].text if following and following[0].quoted else ""
        found.append(_paragraph_speakers(paragraph.spans, talk, continues=paragraph.continues))
    return found


def _told_next(paragraphs: Sequence[Paragraph], at: int) -> str:
    """Return what is told between this paragraph and the next line that is spoken."""
    spans = [span for paragraph in paragraphs[at + 1 : at + 3] for span in paragraph.spans]
    quoted = next((place for place, span in enumerate(spans) if span.quoted), len(spans))
    return " ".join(span.text for span in spans[:quoted])


def _voiced(paragraphs: Sequence[Paragraph], roster: Roster) -> frozenset[str]:
    """Return the animals that a speech tag somewhere lets speak; all of them where nobody else is there."""
    if not set(roster.sexes) - roster.beings:
        return roster.beings
    found: set[str] = set()
    for spans in (paragraph.spans for paragraph in paragraphs):
        for at, span in enumerate(spans):
            clause = tag_beside(spans, at) if span.quoted else ""
            if clause and _has_speech(clause):
                found.update(roster.mentioned(clause, Memory()))
    return roster.beings & found


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


def _paragraph_speakers(spans: Sequence[Span], talk: _Talk, *, continues: bool) -> list[str]:
    found = [""] * len(spans)
    own = called = ""
    several = any(before.quoted and span.quoted for before, span in pairwise(spans))
    for at, span in enumerate(spans):
        if not span.quoted:
            told = talk.roster.mentioned(span.text, talk.memory)
            talk.met.update(told)
            talk.since += told
            talk.beside += told
            continue
        if several:
            talk.addressed, called = called, ""
        if continues and at == 0 and talk.turns:
            speaker = talk.turns[-1]
        else:
            here = [name for name in found if name]
            speaker = _speaker_of_several(spans, at, talk, own, here) if several else _speaker(spans, at, talk, own)
        found[at] = speaker
        if speaker:
            talk.met.add(speaker)
            talk.memory.note(speaker, talk.roster.sexes.get(speaker, "") if speaker != talk.roster.teller else "")
            if speaker != own:
                talk.turns.append(speaker)
            if span.text.rstrip().endswith("?"):
                talk.asker = speaker
            talk.beside.clear()
        own = speaker or own
        called = addressed(span.text, talk.roster) or called
    talk.addressed = called
    talk.stirred = _stirring(spans, talk) if not own else ""
    if not own and sum(len(span.text.split()) for span in spans) > NEW_TALK_WORDS:
        if talk.turns:
            talk.since = talk.roster.mentioned(" ".join(span.text for span in spans), Memory(dict(talk.memory.last)))
        talk.earlier = talk.turns[-2:] or talk.earlier
        talk.turns.clear()
    return found


def _stirring(spans: Sequence[Span], talk: _Talk) -> str:
    """Return who acts in a short paragraph between two lines: `He did not move.` and then he speaks."""
    tokens = WORD.findall(sentences(spans[0].text)[0].replace("’", "'")) if spans[0].text.strip() else []
    if not tokens or sum(len(span.text.split()) for span in spans) > NEW_TALK_WORDS:
        return ""
    found = _who(tokens[:3], talk)
    return found[0] if found and found[0] not in talk.roster.beings else ""


def _speaker(spans: Sequence[Span], at: int, talk: _Talk, own: str) -> str:
    by_tag = _by_tag(spans, at, talk)
    if by_tag:
        return by_tag
    if own:
        return _taking_over(spans, at, talk) or own
    said = spans[at].text
    return _by_own_words(said, talk) or _by_action(spans, at, talk) or _by_turn(said, talk)


def _by_own_words(said: str, talk: _Talk) -> str:
    """Return who says who they are: "Tam. This is Admiral." and "I'm Tam" are Tam's words."""
    name = "" if talk.learning else own_name(said)
    found = talk.roster.mentioned(name, Memory(), first_person=False) if name else []
    return found[0] if found else ""


def _taking_over(spans: Sequence[Span], at: int, talk: _Talk) -> str:
    """Return who else acts just before a quotation of the same paragraph: `"Sit," said Tom. Anna sat. "Thanks."`."""
    told = sentences(spans[at - 1].text)
    if not told or _has_speech(told[-1]) or not spans[at - 1].text.endswith((".", "!", "…")):
        return ""
    tokens = WORD.findall(told[-1].replace("’", "'"))
    name, length = talk.roster.named_at(tokens, 0) if tokens else ("", 1)
    return name if name and name not in talk.roster.beings and len(tokens) > length else ""


def _speaker_of_several(spans: Sequence[Span], at: int, talk: _Talk, own: str, here: Sequence[str]) -> str:
    """Return who speaks in a paragraph that holds a whole conversation: every new quotation is somebody else's turn."""
    by_tag = _by_tag(spans, at, talk)
    if by_tag or not own:
        return by_tag or _by_action(spans, at, talk) or _by_turn(spans[at].text, talk)
    lead = spans[at - 1]
    closed = lead.quoted or lead.text.endswith((".", "!", "?", "…"))
    if closed and len(set(here)) > 1 and len(set(here)) == len(here):
        # Two have said one thing each: they go on in turns.
        return _taking_over(spans, at, talk) or _by_turn(spans[at].text, talk)
    if not lead.quoted and not lead.text.endswith((".", "!", "?", "…")):
        return own
    if lead.quoted:
        return _by_turn(spans[at].text, talk)
    told = sentences(lead.text)
    if len(told) == 1 and _has_speech(told[0]):
        answers = at > 1 and spans[at - 2].text.endswith("?") and len(spans[at].text.split()) <= SHORT_ANSWER
        return _by_turn(spans[at].text, talk) if answers else own
    acting = _who(WORD.findall(told[-1].replace("’", "'"))[:4], talk)
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
    revealed = _revealed(spans, at, talk)
    if revealed:
        return revealed
    if at + 1 < len(spans) and not spans[at + 1].quoted:
        found = _subject_of_speech(_clauses(spans[at + 1].text, first=True), talk, near=True)
        if found:
            return found
    if at and not spans[at - 1].quoted and spans[at - 1].text.endswith((",", ":", "—", "–")):
        return _subject_of_speech(_clauses(spans[at - 1].text, first=False), talk, near=False)
    return ""


def _revealed(spans: Sequence[Span], at: int, talk: _Talk) -> str:
    """Return who it was that spoke: `... and whined: "Good luck." It was the jackal.`."""
    if at + 1 >= len(spans) or spans[at + 1].quoted:
        return ""
    tokens = WORD.findall(spans[at + 1].text)[:8]
    it_was = [token.lower() for token in tokens[:2]] == ["it", "was"]
    found = _who(tokens[2:], talk) if it_was else []
    return found[-1] if found else ""


def _subject_of_speech(clause: str, talk: _Talk, *, near: bool) -> str:
    tokens = WORD.findall(clause.replace("’", "'"))
    verbs = words_of("feeling", "speech", "verbs")
    limit = TAG_WORDS if near else len(tokens)
    place = next((at for at, token in enumerate(tokens[:limit]) if token.lower() in verbs), -1)
    if place < 0 or {token.lower() for token in tokens[:place]} & VOICES:
        return ""
    together = _of_several([*tokens[:place], *tokens[place + 1 : place + 6]], talk)
    if together:
        return together
    before = _who(tokens[:place], talk) or _it(tokens[:place], talk) or _somebody(tokens[:place], talk)
    if before:
        return before[-1] if near and len(before) > 1 and "and" not in tokens[:place] else before[0]
    if near and place > 1:
        return ""
    rest = tokens[place + 1 : place + 6]
    if {token.lower() for token in rest[:3]} & VOICES:
        return ""
    after = _who(rest, talk) or _it(rest[:1], talk) or _somebody(rest[:1], talk)
    return after[0] if after else ""


def _of_several(tokens: Sequence[str], talk: _Talk) -> str:
    """Return the first of several who speak together: "cried both kings"."""
    if not {"both", "together", "all"} & {token.lower() for token in tokens}:
        return ""
    for token in tokens:
        one = singular(token)
        named = [name for name in talk.roster.sexes if one in name.lower().split()]
        if one != token.lower() and len(named) > 1:
            return named[0]
    return ""


def _somebody(tokens: Sequence[str], talk: _Talk) -> list[str]:
    """Return the one person "he" or "she" can be, where nobody of that sex is known yet."""
    if not any(token.lower() in {"he", "she"} for token in tokens[:2]):
        return []
    unknown = [name for name in talk.memory.recent if not talk.roster.sexes.get(name) and name != talk.roster.teller]
    return unknown[-1:]


def _it(tokens: Sequence[str], talk: _Talk) -> list[str]:
    """Return the animal or robot that "it" is, where it speaks."""
    last = talk.memory.last.get("being", "")
    return [last] if last and any(token.lower() == "it" for token in tokens) else []


def _who(tokens: Sequence[str], talk: _Talk) -> list[str]:
    """Return who is in some words without changing what is remembered; "her brother" is the brother and not her."""
    memory = Memory(dict(talk.memory.last), list(talk.memory.recent))
    places = talk.roster.places(tokens, memory)
    return [
        name for at, name in places if not (tokens[at].lower() in POSSESSIVES and name not in _named(talk, tokens, at))
    ]


def _named(talk: _Talk, tokens: Sequence[str], at: int) -> tuple[str, ...]:
    name, length = talk.roster.named_at(tokens, at)
    return (name,) if length > 1 else ()


def _by_action(spans: Sequence[Span], at: int, talk: _Talk) -> str:
    """Return who does something in the sentence beside the quotation: `Tom stood up. "No."`."""
    nearby = []
    if at and not spans[at - 1].quoted:
        nearby.append(sentences(spans[at - 1].text)[-1])
    if at + 1 < len(spans) and not spans[at + 1].quoted:
        told = sentences(spans[at + 1].text)
        nearby += told[:1]
        if set(words(told[0])) & VOICES:
            nearby = told[1:2]  # "said a voice above him. It was the owl": not he, the owl
    called = addressed(spans[at].text, talk.roster)
    # A dog that thumps its tail has said nothing, unless the story lets it speak.
    dumb = talk.roster.beings - talk.voiced - set(talk.turns)
    for sentence in nearby:
        tokens = WORD.findall(sentence.replace("’", "'"))
        voiced = bool(set(words(sentence)) & VOICES)
        told = _of_voice(tokens, talk.roster) if voiced else _who(tokens[:8], talk)
        acting = [name for name in told if name != called and name not in dumb]
        if acting:
            return acting[0]
    return _unseen(spans, at, talk)


def _of_voice(tokens: Sequence[str], roster: Roster) -> list[str]:
    """Return whose voice it is: "Tom's voice", "the voice of Tom"; "a voice behind her" is not hers."""
    at = next(place for place, token in enumerate(tokens) if token.lower() in VOICES)
    beside = [*tokens[max(0, at - 3) : at], *(tokens[at + 1 : at + 5] if tokens[at + 1 : at + 2] == ["of"] else [])]
    return [name for _, name in roster.places(beside, Memory(), first_person=False)]


def _unseen(spans: Sequence[Span], at: int, talk: _Talk) -> str:
    """Return whose voice is heard: who comes into view next, else the first of its sex who has not come yet."""
    beside = [spans[place].text for place in (at + 1, at - 1) if 0 <= place < len(spans) and not spans[place].quoted]
    tag = next((text for text in beside if set(words(text)) & VOICES), "")
    if not tag:
        return ""
    sexes = talk.roster.sexes
    said = [word.removesuffix("'s") for word in words(tag)[:6]]
    hint = next((sex_of(word) for word in said if sex_of(word)), "")
    coming = talk.roster.mentioned(f"{tag} {talk.ahead}", Memory(), first_person=False)
    options = [*coming, *(name for name in sexes if hint and sexes[name] == hint)]
    unmet = [name for name in options if name not in talk.met | talk.roster.beings]
    return next((name for name in unmet if not hint or sexes[name] in {hint, ""}), "")


def _by_turn(text: str, talk: _Talk) -> str:
    """Return whose turn it is when nothing says so: people in a conversation alternate."""
    called = addressed(text, talk.roster)
    last = talk.turns[-1] if talk.turns else ""
    out = {last, called}
    if talk.addressed and talk.addressed not in out:
        return talk.addressed
    if talk.stirred and talk.stirred not in out and talk.stirred in {*talk.turns, *talk.earlier}:
        return talk.stirred
    child = child_calling(text, talk.roster)
    if child and child not in out:
        return child
    answered = addressed(talk.answer, talk.roster) if not talk.turns else ""
    if answered and answered not in out:
        return answered  # "What is in there?" - "Cider, Captain."
    recent = talk.memory.recent
    talked = [name for name in reversed(talk.earlier) if name in recent]
    several = len(set(talk.turns[-3:])) > 2
    options = [
        *([talk.asker] if several and talk.asker in talk.turns[-4:] else []),
        *(name for name in talk.turns[-5:] if several and name in talk.beside),
        *reversed(talk.turns[:-1]),
        *(name for name in talked if name in talk.since),
        *talked,
        *reversed(recent),
        *talk.roster.sexes,
    ]
    # An animal that has never spoken does not begin to without a word about it.
    silent = talk.roster.beings - set(talk.turns) - set(talk.earlier)
    return next((name for name in options if name not in out | silent), "") or next(
        (name for name in options if name not in out), last
    )
