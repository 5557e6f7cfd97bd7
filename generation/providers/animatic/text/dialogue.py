"""Says who speaks each quotation of a prose text, and how."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .persons import Company, sex_of
from .reading import Paragraph, Span, sentences
from .roster import Memory, Roster
from .speech_tags import TAG_WORDS, clauses, has_speech, tag_beside
from .talk import NEW_TALK_WORDS, Talk, new_subject, stirring, subjects, told_to, turned_to, who
from .vocatives import addressed, child_calling, own_name
from .words import WORD, singular, words, words_of

SHORT_ANSWER = 3  # words: "Zoe."
VOICES = frozenset({"voice", "voices", "whisper", "somebody", "someone"})  # heard before anybody says whose it is


def speakers(paragraphs: Sequence[Paragraph], company: Company, *, learning: bool = False) -> list[list[str]]:
    """Return for every span of every paragraph who speaks it ("" where it is narrated).

    `learning`: who people are is still being found out, so that who says "Tam." is not taken for the Tam of later.
    """
    talk = Talk(company.roster(), learning=learning)
    talk.voiced = _voiced(paragraphs, talk.roster)
    found = []
    for at, paragraph in enumerate(paragraphs):
        talk.ahead = _told_next(paragraphs, at)
        following = paragraphs[at + 1].spans[:1] if at + 1 < len(paragraphs) else ()
        talk.answer = following[0].text if following and following[0].quoted else ""
        talk.reply = paragraphs[at + 1].text if talk.answer else ""
        talk.answers = _tagged_next(paragraphs[at + 1], talk) if talk.answer else ""
        found.append(_paragraph_speakers(paragraph.spans, talk, continues=paragraph.continues))
    return found


def _tagged_next(paragraph: Paragraph, talk: Talk) -> str:
    """Return whom the tag of a paragraph's first line calls by name: "No," said Tom."""
    clause = tag_beside(paragraph.spans, 0)
    tokens = WORD.findall(clause.replace("’", "'"))
    if paragraph.continues or not has_speech(clause) or {token.lower() for token in tokens} & VOICES:
        return ""
    named = [name for _, name in talk.roster.places(tokens, Memory(), first_person=False)]
    return named[0] if len(set(named)) == 1 else ""


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
            if clause and has_speech(clause):
                voice = set(words(clause)) & VOICES
                told = spans[at + 1].text if voice and at + 1 < len(spans) else clause
                found.update(roster.mentioned(told, Memory()))
    return roster.beings & found


def _paragraph_speakers(spans: Sequence[Span], talk: Talk, *, continues: bool) -> list[str]:
    found = [""] * len(spans)
    own = called = ""
    known = frozenset(talk.met)
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
            partners = [name for name in talk.beside if name != speaker]
            if talk.turns and speaker not in talk.turns[-4:] and partners and at and not spans[0].quoted:
                talk.earlier, talk.turns = talk.turns[-2:], [partners[-1]]  # somebody else is talked with now
            if speaker != own:
                talk.turns.append(speaker)
            if span.text.rstrip().endswith("?"):
                talk.asker = speaker
            talk.beside.clear()
        own = speaker or own
        called = addressed(span.text, talk.roster) or told_to(spans, at, talk, speaker) or called
    talk.addressed = called
    talk.stirred = stirring(spans, talk) if not own else ""
    faced = turned_to(spans[-1].text, talk) if not spans[-1].quoted else ""
    if not own:
        talk.acting = subjects(spans, talk)
    talk.newcomer = new_subject(spans, talk, known) if not own else ""
    talk.faced = faced or (talk.faced if own and own != talk.faced else "")
    if not own and sum(len(span.text.split()) for span in spans) > NEW_TALK_WORDS:
        if talk.turns:
            talk.since = talk.roster.mentioned(" ".join(span.text for span in spans), Memory(dict(talk.memory.last)))
        talk.earlier = talk.turns[-2:] or talk.earlier
        talk.turns.clear()
    return found


def _speaker(spans: Sequence[Span], at: int, talk: Talk, own: str) -> str:
    by_tag = _by_tag(spans, at, talk)
    if by_tag:
        return by_tag
    if own:
        return _taking_over(spans, at, talk) or own
    said = spans[at].text
    return _by_own_words(said, talk) or _by_action(spans, at, talk) or _by_turn(said, talk)


def _by_own_words(said: str, talk: Talk) -> str:
    """Return who says who they are: "Tam. This is Admiral." and "I'm Tam" are Tam's words."""
    name = "" if talk.learning else own_name(said)
    found = talk.roster.mentioned(name, Memory(), first_person=False) if name else []
    return found[0] if found else ""


def _taking_over(spans: Sequence[Span], at: int, talk: Talk) -> str:
    """Return who else acts just before a quotation of the same paragraph: `"Sit," said Tom. Anna sat. "Thanks."`."""
    told = sentences(spans[at - 1].text)
    if not told or has_speech(told[-1]) or not spans[at - 1].text.endswith((".", "!", "…")):
        return ""
    tokens = WORD.findall(told[-1].replace("’", "'"))
    name, length = talk.roster.named_at(tokens, 0) if tokens else ("", 1)
    return name if name and name not in talk.roster.beings and len(tokens) > length else ""


def _speaker_of_several(spans: Sequence[Span], at: int, talk: Talk, own: str, here: Sequence[str]) -> str:
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
    if len(told) == 1 and has_speech(told[0]):
        answers = at > 1 and spans[at - 2].text.endswith("?") and len(spans[at].text.split()) <= SHORT_ANSWER
        return _by_turn(spans[at].text, talk) if answers else own
    acting = who(WORD.findall(told[-1].replace("’", "'"))[:4], talk)
    return acting[0] if acting else own


def _by_tag(spans: Sequence[Span], at: int, talk: Talk) -> str:
    """Return who a speech tag names: "said Tom", "she whispered", "Tom turned and said:"."""
    revealed = _revealed(spans, at, talk)
    if revealed:
        return revealed
    if at + 1 < len(spans) and not spans[at + 1].quoted:
        found = _subject_of_speech(clauses(spans[at + 1].text, first=True), talk, near=True)
        if found:
            return found
    if at and not spans[at - 1].quoted and spans[at - 1].text.endswith((",", ":", "—", "–")):
        return _subject_of_speech(clauses(spans[at - 1].text, first=False), talk, near=False)
    return ""


def _revealed(spans: Sequence[Span], at: int, talk: Talk) -> str:
    """Return who it was that spoke: `... and whined: "Good luck." It was the jackal.`."""
    if at + 1 >= len(spans) or spans[at + 1].quoted:
        return ""
    told = sentences(spans[at + 1].text)
    for sentence in told[: 1 + bool(set(words(told[0])) & VOICES)]:
        tokens = WORD.findall(sentence)[:8]
        it_was = [token.lower() for token in tokens[:2]] == ["it", "was"]
        found = who(tokens[2:5], talk) if it_was else []
        if found:
            return found[-1]
    return ""


def _subject_of_speech(clause: str, talk: Talk, *, near: bool) -> str:
    tokens = WORD.findall(clause.replace("’", "'"))
    verbs = words_of("feeling", "speech", "verbs")
    limit = TAG_WORDS if near else len(tokens)
    place = next((at for at, token in enumerate(tokens[:limit]) if token.lower() in verbs), -1)
    if place < 0 or {token.lower() for token in tokens[:place]} & VOICES:
        return ""
    together = _of_several([*tokens[:place], *tokens[place + 1 : place + 6]], talk)
    if together:
        return together
    before = who(tokens[:place], talk) or _it(tokens[:place], talk) or _somebody(tokens[:place], talk)
    if before:
        return before[-1] if near and len(before) > 1 and "and" not in tokens[:place] else before[0]
    if near and place > 1:
        return ""
    rest = tokens[place + 1 : place + 6]
    if {token.lower() for token in rest[:3]} & VOICES:
        return ""
    after = who(rest, talk) or _it(rest[:1], talk) or _somebody(rest[:1], talk)
    return after[0] if after else ""


def _of_several(tokens: Sequence[str], talk: Talk) -> str:
    """Return the first of several who speak together: "cried both kings"."""
    if not {"both", "together", "all"} & {token.lower() for token in tokens}:
        return ""
    for token in tokens:
        one = singular(token)
        named = [name for name in talk.roster.sexes if one in name.lower().split()]
        if one != token.lower() and len(named) > 1:
            return named[0]
    return ""


def _somebody(tokens: Sequence[str], talk: Talk) -> list[str]:
    """Return the one person "he" or "she" can be, where nobody of that sex is known yet."""
    if not any(token.lower() in {"he", "she"} for token in tokens[:2]):
        return []
    unknown = [name for name in talk.memory.recent if not talk.roster.sexes.get(name) and name != talk.roster.teller]
    return unknown[-1:]


def _it(tokens: Sequence[str], talk: Talk) -> list[str]:
    """Return the animal or robot that "it" is, where it speaks."""
    last = talk.memory.last.get("being", "")
    return [last] if last and any(token.lower() == "it" for token in tokens) else []


def _by_action(spans: Sequence[Span], at: int, talk: Talk) -> str:
    """Return who does something in the sentence beside the quotation: `Tom stood up. "No."`."""
    nearby = []
    if at and not spans[at - 1].quoted:
        nearby.append(sentences(spans[at - 1].text)[-1])
    if at + 1 < len(spans) and not spans[at + 1].quoted:
        told = sentences(spans[at + 1].text)
        nearby += told[:1]
        if set(words(told[0])) & VOICES and not _of_voice(WORD.findall(told[0].replace("’", "'")), talk.roster):
            nearby = told[1:2]  # "said a voice above him. It was the owl": not he, the owl
    called = addressed(spans[at].text, talk.roster)
    # A dog that thumps its tail has said nothing, unless the story lets it speak.
    dumb = talk.roster.beings - talk.voiced - set(talk.turns)
    for sentence in nearby:
        tokens = WORD.findall(sentence.replace("’", "'"))
        voiced = bool(set(words(sentence)) & VOICES)
        told = _of_voice(tokens, talk.roster) if voiced else who(tokens[:8], talk)
        acting = [name for name in told if name != called and name not in dumb]
        if acting:
            return acting[0]
    return _unseen(spans, at, talk)


def _of_voice(tokens: Sequence[str], roster: Roster) -> list[str]:
    """Return whose voice it is: "Tom's voice", "the voice of Tom"; "a voice behind her" is not hers."""
    at = next(place for place, token in enumerate(tokens) if token.lower() in VOICES)
    beside = [*tokens[max(0, at - 3) : at], *(tokens[at + 1 : at + 5] if tokens[at + 1 : at + 2] == ["of"] else [])]
    return [name for _, name in roster.places(beside, Memory(), first_person=False)]


def _unseen(spans: Sequence[Span], at: int, talk: Talk) -> str:
    """Return whose voice is heard: who comes into view next, else the first of its sex who has not come yet."""
    beside = [spans[place].text for place in (at + 1, at - 1) if 0 <= place < len(spans) and not spans[place].quoted]
    tag = next((text for text in beside if set(words(text)) & VOICES), "")
    if not tag:
        return ""
    sexes = talk.roster.sexes
    said = [word.removesuffix("'s") for word in words(tag)[:6]]
    hint = next((sex_of(word) for word in said if sex_of(word)), "")
    coming = talk.roster.mentioned(f"{tag} {talk.ahead} {talk.reply}", Memory(), first_person=False)
    options = [*coming, *(name for name in sexes if hint and sexes[name] == hint)]
    unmet = [name for name in options if name not in talk.met | talk.roster.beings]
    return next((name for name in unmet if not hint or sexes[name] in {hint, ""}), "")


def _by_turn(text: str, talk: Talk) -> str:
    """Return whose turn it is when nothing says so: people in a conversation alternate."""
    called = addressed(text, talk.roster)
    last = talk.turns[-1] if talk.turns else ""
    out = {last, called}
    if talk.addressed and talk.addressed not in out:
        return talk.addressed
    if talk.faced and last and talk.faced not in out:
        return talk.faced
    mute = talk.roster.beings - talk.voiced
    if talk.answers and talk.answers != last and set(talk.roster.sexes) - mute - out - {talk.answers}:
        out |= {talk.answers}  # the next line is somebody else's, and says so
    if talk.stirred and talk.stirred not in out and talk.stirred in {*talk.turns, *talk.earlier}:
        return talk.stirred
    if talk.newcomer and talk.newcomer not in out and not talk.turns:
        return talk.newcomer
    child = child_calling(text, talk.roster)
    if child and child not in out:
        return child
    answered = addressed(talk.answer, talk.roster) if not talk.turns else ""
    if answered and answered not in out:
        return answered  # "What is in there?" - "Cider, Captain."
    recent = talk.memory.recent
    talked = [name for name in reversed(recent) if name in talk.earlier]
    several = len(set(talk.turns[-3:])) > 2
    options = [
        *([talk.asker] if several and talk.asker in talk.turns[-3:] else []),
        *(name for name in talk.turns[-5:] if several and name in talk.beside),
        *reversed(talk.turns[:-1]),
        *(name for name in reversed(talk.acting) if name in talk.earlier),
        *reversed(talk.acting),
        *(name for name in talked if name in talk.since),
        *([talk.roster.teller] if talk.roster.teller in talk.met or talk.roster.teller in recent else []),
        *talked,
        *reversed(recent),
        *talk.roster.sexes,
    ]
    # An animal that has never spoken does not begin to without a word about it.
    silent = talk.roster.beings - set(talk.turns) - set(talk.earlier)
    return next((name for name in options if name not in out | silent), "") or next(
        (name for name in options if name not in out), last
    )
