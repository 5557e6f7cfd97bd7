"""Reads prose: paragraphs, what is quoted in them, sentences, and pieces short enough to be one caption.

Nothing is ever dropped or reordered. The pieces of a text, joined, are its words; only whitespace, control
characters and the quotation marks around spoken lines are lost. Every step is linear in the text's length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import WORD, words, words_of

MAX_WORDS = 14  # of one segment, where a clause mark allows
HARD_WORDS = 18  # longer is cut anywhere: two captions' lines hold no more
MIN_WORDS = 3
ENDLESS_WORDS = 160
MAX_CHARACTERS = 110  # for scripts written without spaces, and for endless words

OPENING = "“„«"
CLOSING = "”»"
ABBREVIATIONS = words_of("grammar", "sets", "reading_abbreviations")
BREAKERS = words_of("grammar", "sets", "reading_breakers")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200b\u2028\u2029\ufeff]")
SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s|$)|[。！？।؟]+[」』”]*")
SINGLE_CLOSE = re.compile(r"[,.!?…—–]['’](?!\w)")
DASH_SPEECH = re.compile(r"[—–―]\s*\S.|-\s+\S.")
CLAUSE_END = re.compile(r"(?<=[,.!?…])\s+(?=\w)|\s+[—–―]\s*(?=\w)")
LONGEST_TAG = 10  # words
TERMINAL = tuple(".!?…\"”’'»:;—–)。！？।؟」")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of one paragraph that is either narrated or spoken aloud."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in its spans, in order. `continues`: its first quotation goes on with the speech before it."""

    spans: tuple[Span, ...]
    continues: bool = False

    @property
    def text(self) -> str:
        """The paragraph's words without quotation marks."""
        return " ".join(span.text for span in self.spans)


def clean(text: str) -> str:
    """Return the text with control characters, lone surrogates and odd line ends made harmless."""
    return CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))


def read(text: str) -> list[Paragraph]:
    """Return the paragraphs of a prose text, each divided into narrated and quoted spans."""
    found: list[Paragraph] = []
    open_before = False
    for block in paragraphs(clean(text)):
        divided, is_open = divide(block)
        found.append(Paragraph(tuple(divided), continues=open_before and divided[0].quoted))
        open_before = is_open
    return found


def paragraphs(text: str) -> list[str]:
    """Divide at blank lines, and at line ends unless the text is wrapped to a narrow column."""
    blocks: list[str] = []
    open_block = False
    for line in text.split("\n"):
        stripped = " ".join(line.split())
        if not stripped:
            open_block = False
            continue
        if open_block and not _ends_paragraph(blocks[-1]):
            blocks[-1] = f"{blocks[-1]} {stripped}"
        else:
            blocks.append(stripped)
        # A line longer than any wrapped column is a paragraph by itself.
        open_block = len(stripped) <= 100
    return blocks


def _ends_paragraph(block: str) -> bool:
    return block.endswith(TERMINAL) or len(block) > 4000


def divide(paragraph: str) -> tuple[list[Span], bool]:
    """Divide one paragraph into what is narrated and what is quoted, without the marks around spoken lines.

    Also say whether its last quotation is not closed: a speech of several paragraphs opens each and closes the last.
    """
    if DASH_SPEECH.match(paragraph):
        return _after_dash(paragraph), False
    found: list[Span] = []
    start = position = 0
    is_open = False
    while position < len(paragraph):
        end = _quotation_end(paragraph, position)
        if end is None:
            position += 1
            continue
        inside = paragraph[position + 1 : end].strip()
        after = paragraph[end + 1 : end + 2]
        if _is_speech(inside, paragraph[start:position], after):
            _add(found, paragraph[start:position], quoted=False)
            _add(found, inside, quoted=True)
            start = end + 1
            is_open = end >= len(paragraph)
        position = end + 1
    _add(found, paragraph[start:], quoted=False)
    return found or [Span(paragraph, quoted=False)], is_open


def _after_dash(paragraph: str) -> list[Span]:
    """Divide a paragraph of speech that is opened by a dash: "— You came back, she said. At last."."""
    found: list[Span] = []
    for clause in CLAUSE_END.split(paragraph.lstrip("—–-― ")):
        tag = bool(found) and found[-1].quoted and _is_tag(clause)
        if found and found[-1].quoted == (not tag) and found[-1].quoted:
            found[-1] = Span(f"{found[-1].text} {clause}", found[-1].quoted)
        else:
            _add(found, clause, quoted=not tag)
    return found or [Span(paragraph, quoted=False)]


def _is_tag(clause: str) -> bool:
    """Say whether a clause of speech opened by a dash says who speaks: "said Declan.", "the old man asked"."""
    said = words(clause)
    verbs = words_of("feeling", "speech", "verbs")
    place = next((at for at, word in enumerate(said[:4]) if word in verbs), -1)
    if place < 0 or len(said) > LONGEST_TAG:
        return False
    first = WORD.findall(clause)[0]
    subject = said[0] in {"he", "she", "they", "the", "my", "his", "her", "it"} or (first[0].isupper() and place == 1)
    return place == 0 or (subject and (first.islower() or place == 1))


def _add(found: list[Span], text: str, *, quoted: bool) -> None:
    text = text.strip()
    if not text:
        return
    if found and not any(character.isalnum() for character in text):
        # A dash or a full stop left between quotations belongs to what came before it.
        found[-1] = Span(f"{found[-1].text} {text}" if text[0] in "—–-" else found[-1].text + text, found[-1].quoted)
    else:
        found.append(Span(text, quoted=quoted))


def _quotation_end(text: str, start: int) -> int | None:
    """Return where the quotation that opens at `start` closes, or None if none opens there."""
    mark = text[start]
    if mark in OPENING:
        closers = {"“": '”"', "„": '“”"', "«": "»"}[mark]
        return _next_of(text, closers, start + 1)
    before = text[start - 1] if start else " "
    if mark == '"':
        return None if before.isdigit() else _next_of(text, '"”', start + 1)
    after = text[start + 1 : start + 2]
    if mark in "‘'" and not before.isalnum() and after.isalpha():
        closing = SINGLE_CLOSE.search(text, start + 1, start + 1200)
        return closing.end() - 1 if closing else None
    return None


def _next_of(text: str, marks: str, start: int) -> int:
    """Return the first position of any mark, or the end of the text: an unclosed quotation runs to the end."""
    places = [place for place in (text.find(mark, start) for mark in marks) if place >= 0]
    return min(places, default=len(text))


def _is_speech(inside: str, before: str, after: str) -> bool:
    """Say whether quoted words are spoken, and not a title or a word held at arm's length."""
    if not any(character.isalnum() for character in inside):
        return False
    if inside.endswith((",", ".", "!", "?", "…", "—", "–", "-")):
        return True
    lead = before.rstrip()
    starts = not lead or lead.endswith((".", "!", "?", ",", ":", "…", "—", "–"))
    return starts and (inside[0].isupper() or after in {"", ",", " "}) and (len(inside.split()) > 2 or not lead)


def sentences(text: str) -> list[str]:
    """Divide into sentences at full stops and their kin, but not after titles, initials or inside numbers."""
    found: list[str] = []
    start = checked = 0
    has_words = False
    for mark in SENTENCE_END.finditer(text):
        has_words = has_words or any(character.isalnum() for character in text[checked : mark.start()])
        checked = mark.end()
        if has_words and _is_sentence_end(text, mark.start(), mark.end()):
            found.append(text[start : mark.end()].strip())
            start, has_words = mark.end(), False
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def _is_sentence_end(text: str, start: int, end: int) -> bool:
    following = text[end:].lstrip()[:1] if end + 40 > len(text) else text[end : end + 40].lstrip()[:1]
    if following.islower():
        return False
    if text[start:end] != ".":
        return True
    last = text[max(0, start - 12) : start].rsplit(None, 1)[-1:] or [""]
    word = last[0].lstrip("(\"“‘'").lower()
    return not (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word not in {"i", "a"}))


def pieces(text: str) -> list[str]:
    """Divide a span into segments of one sentence or less, none much longer than `MAX_WORDS`."""
    found: list[str] = []
    for sentence in sentences(text):
        short = len(sentence.split())
        if found and found_short(found[-1], short):
            found[-1] = f"{found[-1]} {sentence}"
            continue
        found.extend(cut for clause in _cut(sentence.split()) for cut in _cut_characters(clause))
    return found


def found_short(previous: str, following: int) -> bool:
    """Say whether a sentence of `following` words is better heard in one breath with the one before it."""
    before = len(previous.split())
    return min(before, following) <= 2 and before + following <= 9


def _cut(sentence: list[str]) -> list[str]:
    """Cut a sentence in two at its best clause mark, again and again, until every part is short enough."""
    done: list[str] = []
    waiting = [sentence]
    while waiting:
        part = waiting.pop()
        at = _best_cut(part) if len(part) > MAX_WORDS else 0
        if at:
            waiting += [part[at:], part[:at]]
        else:
            done.append(" ".join(part))
    return done


def _best_cut(part: list[str]) -> int:
    """Return before which word to cut: a strong mark near the middle; 0 to leave the part whole."""
    best, best_score = 0, 0.0 if len(part) > HARD_WORDS else 0.9
    # A sentence without end is taken off its front, so that the work stays linear.
    middle = min(len(part) // 2, ENDLESS_WORDS // 2)
    for at in range(MIN_WORDS, min(len(part) - MIN_WORDS, 2 * middle) + 1):
        score = _strength(part[at - 1], part[at]) - 2 * abs(at - middle) / middle
        if score > best_score or (not best and len(part) > HARD_WORDS and at == middle):
            best, best_score = at, max(score, best_score)
    return best


def _strength(before: str, after: str) -> float:
    if before.lower().lstrip("(\"“‘'").rstrip(".") in ABBREVIATIONS and before.endswith("."):
        return -9.0
    if before.endswith((";", ":", "—", "–", ".", "!", "?", ".”", '."')) or after[0] in "—–":
        return 3.2
    if before.endswith((",", ",”", ',"')):
        return 2.8
    return 2.0 if after.lower() in BREAKERS else 0.1


def _cut_characters(clause: str) -> list[str]:
    """Cut what has no spaces to cut at: other scripts, and words without end."""
    if len(clause) <= MAX_CHARACTERS * 2:
        return [clause]
    parts: list[str] = []
    line = ""
    for word in clause.split():
        while len(word) > MAX_CHARACTERS:
            if line:
                parts.append(line)
                line = ""
            at = max((word.rfind(mark, 20, MAX_CHARACTERS) for mark in "、，,;；-"), default=-1) + 1 or MAX_CHARACTERS
            parts.append(word[:at])
            word = word[at:]
        if line and len(line) + len(word) > MAX_CHARACTERS:
            parts.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*parts, line] if line else parts
