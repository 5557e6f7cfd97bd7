"""Stretches of an English text that are in another language: a sentence, a quotation, a word in another script."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generation.providers.animatic.voice.language import ENGLISH, guess_language, is_mostly_latin
from generation.providers.animatic.voice.wording import SpokenWord, sentences

_OPENING, _CLOSING = "\"“«„‹'‘(", "\"”»“›'’)"
_MARKS = ".,;:!?…—-*_"
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one language that follow each other."""

    words: range
    language: str


def passages(words: Sequence[SpokenWord]) -> list[Passage]:
    """Divide all `words` of a text that is mostly English."""
    languages = [ENGLISH] * len(words)
    quotations = list(_quotations(words))
    quoted = {index for stretch in quotations for index in stretch}
    rests = [[index for index in run if index not in quoted] for run in sentences(words)]
    for stretch in (*quotations, *rests):
        language = _language_of([words[index].display for index in stretch])
        for index in stretch if language != ENGLISH else ():
            languages[index] = language
    for index, word in enumerate(words):
        if languages[index] == ENGLISH and not is_mostly_latin(word.display):
            languages[index] = guess_language(word.display)
    return _merged(languages)


def _language_of(displays: Sequence[str]) -> str:
    """Guess by different words: "la la la" is a song, but three words that only one language has are a sentence."""
    return guess_language(" ".join(dict.fromkeys(_LETTERS.findall(" ".join(displays).lower()))))


def _quotations(words: Sequence[SpokenWord]) -> Iterable[range]:
    """What is said in one go, from its opening mark to its closing one, also over several sentences."""
    start: int | None = None
    for index, word in enumerate(words):
        display = word.display.strip(_MARKS)
        if display[:1] and display[0] in _OPENING:
            start = index
        if start is not None and display[-1:] and display[-1] in _CLOSING:
            yield range(start, index + 1)
            start = None


def _merged(languages: Sequence[str]) -> list[Passage]:
    found: list[Passage] = []
    for language, group in itertools.groupby(range(len(languages)), key=lambda index: languages[index]):
        run = list(group)
        found.append(Passage(range(run[0], run[-1] + 1), language))
    return found
