"""When somebody speaks: the phrases between their pauses, and the beats that gestures and nods fall on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generation.providers.animatic.mouths import opening, same_person
from generation.providers.base import SpokenPart

_PAUSE_S = 0.20
"""A silence at least this long ends a phrase."""

_BEATS_APART_S = 0.62
_NUCLEUS = 0.33
"""How wide a mouth the middle of a syllable has at least."""

_SYLLABLE_S = 0.24


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is said in one breath, in seconds; `beats` are its stressed syllables."""

    start: float
    end: float
    beats: tuple[float, ...]


def phrases_of(speech: Iterable[SpokenPart], person: str) -> list[Phrase]:
    """Return the phrases of one person."""
    phrases: list[Phrase] = []
    for part in speech:
        if same_person(part.speaker, person):
            phrases += _phrases(part)
    return sorted(phrases, key=lambda phrase: phrase.start)


def _phrases(part: SpokenPart) -> list[Phrase]:
    sounds = [
        (start / 1000, end / 1000, opening(symbol), "ˈ" in symbol or "ː" in symbol)
        for symbol, start, end in part.phones
        if opening(symbol) > 0 or any(letter.isalpha() for letter in symbol)
    ]
    if not sounds:
        return [_phrase(part.start_ms / 1000, part.end_ms / 1000, [])]
    runs: list[list[tuple[float, float, float, bool]]] = [[sounds[0]]]
    for sound in sounds[1:]:
        if sound[0] - runs[-1][-1][1] > _PAUSE_S:
            runs.append([])
        runs[-1].append(sound)
    return [
        _phrase(
            run[0][0], run[-1][1],
            [(start, end - start + 0.08 * stressed) for start, end, wide, stressed in run if wide >= _NUCLEUS],
        )
        for run in runs
    ]  # fmt: skip


def _phrase(start: float, end: float, syllables: list[tuple[float, float]]) -> Phrase:
    """Return a phrase whose beats are its longest syllables, well apart from each other."""
    if not syllables:
        count = max(1, round((end - start) / _SYLLABLE_S))
        syllables = [(start + index * _SYLLABLE_S, 0.1 + 0.05 * (index % 3 == 1)) for index in range(count)]
    beats: list[float] = []
    for moment, _ in sorted(syllables, key=lambda syllable: -syllable[1]):
        if all(abs(moment - other) >= _BEATS_APART_S for other in beats):
            beats.append(moment)
    return Phrase(start, end, tuple(sorted(beats)))
