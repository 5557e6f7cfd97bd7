"""Words with times -> phrases: what is read at once, divided where a reader would breathe, laid out in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from .caption_styles import WORD, CaptionStyle
from .fonts import Face
from .formats import Format
from .lettering import Type, width
from .timeline import CaptionWord
from .writing import (
    capitals,
    characters,
    direction,
    hyphenates,
    is_character,
    printable,
    runs_right_to_left,
    tear,
)

# A longer silence ends a phrase: holding words over it would show them long after they were said.
PAUSE_MS = 600
# The shortest time in which a phrase can be read, and how long one stays after its last word.
READABLE_MS = 800
HOLD_MS = 250
# A word may be made this much smaller to fit its line; a longer one is divided.
SMALLEST = 0.7

_SENTENCE_ENDS = ".!?…。！？؟।"
_CLAUSE_ENDS = ",;:—–-،、，；："
_CLOSERS = "\"'”’»)]」』）】》〉"
# A Chinese or Japanese character says about as much as a third of a word.
_CHARACTER = 1 / 3
_TITLES = frozenset(("mr.", "mrs.", "ms.", "mx.", "dr.", "prof.", "st.", "mme.", "sr.", "sra.", "capt.", "lt.", "sgt.",
                     "col.", "gen.", "rev.", "hon.", "no.", "vs.", "mt."))  # fmt: skip
# Words that belong to what follows, so that a phrase reads badly when it ends on one.
# fmt: off
_LEANING = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "into", "over", "under", "and",
    "or", "but", "nor", "as", "if", "than", "that", "who", "whose", "my", "your", "his", "her", "its", "our",
    "their", "this", "is", "was", "are", "were", "be", "no", "not", "very", "when", "where", "while", "because",
    "der", "die", "das", "ein", "eine", "und", "oder", "mit", "von", "zu", "im", "le", "la", "les", "un", "une", "et",
    "de", "du", "des", "el", "los", "las", "y", "que", "il", "di", "e",
))
# Words that begin a part of a sentence, so that a phrase reads well when the next begins with one.
_OPENING = frozenset((
    "and", "or", "but", "that", "who", "which", "when", "where", "while", "because", "as", "if", "than", "so", "until",
    "before", "after", "in", "on", "at", "by", "for", "from", "with", "into", "over", "under", "through", "of",
    "und", "oder", "aber", "dass", "weil", "wenn", "als", "mit", "von", "et", "ou", "mais", "que", "qui", "quand",
    "avec", "y", "o", "pero", "cuando", "con",
))
# fmt: on

# What it costs to divide words badly; only the order of the figures matters. A torn word is worst, then a lone word,
# a phrase too short to read, one that runs over the end of a sentence, uneven lengths.
_TEARS_WORD = 200.0
_LONE_WORD = 100.0
_UNREADABLE = 60.0
_RUNS_OVER_SENTENCE = 25.0
_RUNS_OVER_CLAUSE = 3.0
_BREAKS_INSIDE_CLAUSE = 8.0
_ENDS_ON_LEANING_WORD = 6.0
_OPENS_ANEW = 5.0
_LONG_ENOUGH = 0.7
_USUAL_WORDS = 4

# Widths are reckoned in letters of this size and given in ems.
_EM = 100.0
_BLANK = 0.26


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words shown together, laid out in lines; `lines` holds how many words stand on each.

    `is_torn` when its last word goes on in the next phrase.
    """

    words: tuple[CaptionWord, ...]
    lines: tuple[int, ...]
    end_ms: int
    is_torn: bool = False

    @property
    def start_ms(self) -> int:
        return self.words[0].start_ms

    @property
    def by_line(self) -> tuple[tuple[CaptionWord, ...], ...]:
        """The words of each line; a word torn by the end of a line has its hyphen."""
        found, at = [], 0
        for count in self.lines:
            words = self.words[at : at + count]
            at += count
            if at < len(self.words):
                torn = self.words[at].joined and hyphenates(words[-1].text, self.words[at].text)
            else:
                torn = self.is_torn
            if torn:
                words = (*words[:-1], replace(words[-1], text=words[-1].text + "-"))
            found.append(words)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class CaptionLayout:
    """Where captions stand in a format, in pixels. `size` is the height of an em."""

    size: float
    left: int
    right: int
    top: int
    bottom: int

    @classmethod
    def of(cls, fmt: Format, style: CaptionStyle = WORD) -> CaptionLayout:
        zone = fmt.safe_zone
        # Centred text looks centred only when both margins are the wider one.
        side = round(max(zone.left, zone.right) * fmt.width)
        # Phones show a narrow picture small, so its letters are larger for their width.
        size = 0.0455 * fmt.height if fmt.width > fmt.height else 0.062 * fmt.width
        top, bottom = (round((edge + 0.015) * fmt.height) for edge in (zone.top, zone.bottom))
        return cls(size=size * style.scale, left=side, right=side, top=top, bottom=bottom)

    def room(self, fmt: Format) -> float:
        """The longest line, in ems."""
        return (fmt.width - self.left - self.right) / self.size


def caption_type(style: CaptionStyle, size: float = _EM) -> Type:
    """What captions of a style are set in."""
    return Type(Face(weight=style.weight), size)


def shown_text(text: str, style: CaptionStyle, language: str = "") -> str:
    """The word as the style writes it."""
    return capitals(text, language) if style.capitals else text


def base_direction(words: Sequence[CaptionWord], language: str = "") -> str:
    """Which way a phrase runs: as its language does if it holds a letter of it, else as its first letter does."""
    found = [way for word in words if (way := direction(word.text))]
    if runs_right_to_left(language) and "rtl" in found:
        return "rtl"
    return found[0] if found else "ltr"


def phrases(
    words: Sequence[CaptionWord], fmt: Format, style: CaptionStyle = WORD, *, language: str = ""
) -> list[Phrase]:
    """Divide the words into phrases of as many words and lines as the style has.

    A phrase ends at every pause over 600 ms, and best at punctuation; a word stands alone only when nothing is near.
    """
    setting = _Setting(style, CaptionLayout.of(fmt, style).room(fmt), language)
    clean = [_clean(word) for word in words]
    ordered = sorted((word for word in clean if word.text), key=lambda word: word.start_ms)
    pieces = [piece for word in ordered for piece in _pieces(word, setting)]
    divided = [part for run in _runs(pieces) for part in _divide(run, setting)]
    result = []
    for index, part in enumerate(divided):
        after = divided[index + 1][0] if index + 1 < len(divided) else None
        torn = after is not None and after.joined and hyphenates(part[-1].text, after.text)
        end = _end_ms(part, after.start_ms if after else None)
        result.append(Phrase(tuple(part), _lines(part, setting), end, is_torn=torn))
    return result


def _clean(word: CaptionWord) -> CaptionWord:
    text = printable(word.text)
    return word if text == word.text else replace(word, text=text)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What decides how words are divided: the style, the longest line in ems, the language."""

    style: CaptionStyle
    room: float
    language: str

    def width(self, words: Sequence[CaptionWord], end: str = "") -> float:
        """Width of words on one line, in ems."""
        blanks = sum(_BLANK for word in words[1:] if not word.joined)
        return blanks + sum(self.of(word.text) for word in words[:-1]) + self.of(words[-1].text + end)

    def of(self, text: str) -> float:
        """Width of one word, in ems."""
        return _em_width(text, self.style, self.language)


@lru_cache(maxsize=1 << 15)
def _em_width(text: str, style: CaptionStyle, language: str) -> float:
    return width(shown_text(text, style, language), caption_type(style)) / _EM


# Words into pieces.


def _pieces(word: CaptionWord, setting: _Setting) -> Iterator[CaptionWord]:
    """The word whole, or in pieces between which a line may end."""
    if any(is_character(sign) for sign in word.text):
        texts = characters(word.text)
    elif setting.width([word]) * SMALLEST > setting.room:
        texts = _torn(word, setting)
    else:
        texts = [word.text]
    whole, said = sum(map(len, texts)), 0
    for index, text in enumerate(texts):
        start, end = (word.start_ms + (word.end_ms - word.start_ms) * at // whole for at in (said, said + len(text)))
        said += len(text)
        yield CaptionWord(text, start, end, joined=word.joined if not index else True)


def _torn(word: CaptionWord, setting: _Setting) -> list[str]:
    """A word far wider than a line, in parts that fit."""
    return tear(word.text, ceil(setting.width([word]) / (0.9 * setting.room)))


# Pieces into phrases.


def _runs(words: Sequence[CaptionWord]) -> list[list[CaptionWord]]:
    """Words with no long pause between them."""
    runs: list[list[CaptionWord]] = []
    for word in words:
        if runs and word.start_ms - runs[-1][-1].end_ms <= PAUSE_MS:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


class _Run:
    """Words without a pause between them, each measured once: a film may be one such run of thousands."""

    def __init__(self, words: list[CaptionWord], setting: _Setting) -> None:
        self.words, self.setting = words, setting
        self.best_words = setting.style.best_words
        self.weights = [_weight([word]) for word in words]
        self.widths = [setting.of(word.text) for word in words]
        self.blanks = [0.0 if word.joined else _BLANK for word in words]
        self.runs_over = [_cost_of_running_over(word) for word in words]

    def weight(self, start: int, end: int) -> float:
        """How many words a part counts as."""
        return sum(self.weights[start:end])

    def fits(self, start: int, end: int) -> bool:
        """Tell whether a part fits one line, else lines."""
        blanks = sum(self.blanks[start + 1 : end])
        if blanks + sum(self.widths[start : end - 1]) + self.widths[end - 1] <= self.setting.room:
            return True
        return _fits(self.words[start:end], self.setting)

    def cost(self, start: int, end: int) -> float:
        """How bad a phrase it would be."""
        style, best_words = self.setting.style, self.best_words
        weight = self.weight(start, end)
        # Of many words, one more or less is less than of few.
        cost = ((weight - best_words) * _USUAL_WORDS / best_words) ** 2
        if end - start == 1 and len(self.words) > 1 and style.most_words > 3:
            cost += _LONE_WORD
        if end < len(self.words):
            cost += _cost_of_ending(self.words[start], self.words[end - 1], self.words[end], weight, self.setting)
        for amount in self.runs_over[start : end - 1]:
            cost += amount
        return cost


def _divide(words: list[CaptionWord], setting: _Setting) -> list[list[CaptionWord]]:
    """The cheapest division of a run into phrases that fit."""
    run = _Run(words, setting)
    most = setting.style.most_words + 0.01
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        choices = []
        for start in range(end - 1, -1, -1):
            if end - start > 1 and (run.weight(start, end) > most or not run.fits(start, end)):
                break
            choices.append((best[start][0] + run.cost(start, end), start))
        best.append(min(choices))
    parts, end = [], len(words)
    while end:
        start = best[end][1]
        parts.append(words[start:end])
        end = start
    return parts[::-1]


def _weight(part: Sequence[CaptionWord]) -> float:
    """How many words it counts as."""
    return sum(_CHARACTER if is_character(word.text[0]) else 1.0 for word in part)


def _cost_of_running_over(word: CaptionWord) -> float:
    """What it costs that a phrase goes on after this word."""
    if _ends(word, _SENTENCE_ENDS):
        return _RUNS_OVER_SENTENCE
    return _RUNS_OVER_CLAUSE if _ends(word, _CLAUSE_ENDS) else 0.0


def _cost_of_ending(
    first: CaptionWord, last: CaptionWord, following: CaptionWord, weight: float, setting: _Setting
) -> float:
    cost = 0.0
    if following.start_ms - first.start_ms < READABLE_MS and setting.style.most_words > 3:
        cost += _UNREADABLE
    if following.joined and not is_character(following.text[0]):
        cost += _TEARS_WORD
    if not _ends(last, _SENTENCE_ENDS + _CLAUSE_ENDS):
        cost += _BREAKS_INSIDE_CLAUSE
        if last.text.lower() in _LEANING or _is_shortened(last.text):
            cost += _ENDS_ON_LEANING_WORD
        elif following.text.lower() in _OPENING and weight >= _LONG_ENOUGH * setting.style.best_words:
            cost -= _OPENS_ANEW
    return cost


def _ends(word: CaptionWord, marks: str) -> bool:
    """Tell whether a word ends with one of these marks that closes something; the point of "Dr." closes nothing."""
    return _closes(word.text, marks)


@lru_cache(maxsize=1 << 15)
def _closes(word: str, marks: str) -> bool:
    text = word.rstrip(_CLOSERS)
    return text.endswith(tuple(marks)) and not _is_shortened(text)


def _is_shortened(text: str) -> bool:
    """Tell whether a word is a title or an initial, which belongs to the name after it."""
    word = text.lstrip("(\"“‘'").casefold()
    return word in _TITLES or (len(word) == 2 and word[0].isalpha() and word[1] == "." and word != "i.")


def _end_ms(part: Sequence[CaptionWord], following_ms: int | None) -> int:
    end = max(part[-1].end_ms + HOLD_MS, part[0].start_ms + READABLE_MS)
    return end if following_ms is None else min(end, following_ms)


# Phrases into lines.


def _fits(words: Sequence[CaptionWord], setting: _Setting) -> bool:
    return setting.width(words) <= setting.room or any(
        max(widths) <= setting.room for _, widths in _layouts(words, setting)
    )


def _lines(words: Sequence[CaptionWord], setting: _Setting) -> tuple[int, ...]:
    """One line when the words fit it; else the most even two, the lower one rather the longer."""
    if setting.width(words) <= setting.room or len(words) == 1:
        return (len(words),)
    return min(_layouts(words, setting), key=lambda layout: (round(max(layout[1]), 2), layout[0]))[0]


def _layouts(words: Sequence[CaptionWord], setting: _Setting) -> Iterator[tuple[tuple[int, int], tuple[float, float]]]:
    for cut in range(1, len(words)):
        before, after = words[:cut], words[cut:]
        hyphen = "-" if after[0].joined and hyphenates(before[-1].text, after[0].text) else ""
        yield (cut, len(after)), (setting.width(before, hyphen), setting.width(after))
