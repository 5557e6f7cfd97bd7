"""Where a reader rests and what a reader stresses: pauses by the marks of a text, weight by its capitals and stars."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from generation.providers.animatic.voice.delivery import FILM_PACE, Delivery
from generation.providers.animatic.voice.frames import FRAME_RATE, Rest, Stress
from generation.providers.animatic.voice.phonemes import PAUSES, SILENCE, VOWELS
from generation.providers.animatic.voice.wording import EMPHASIS, SHOUTED, SpokenWord

# The least silence at a mark inside a sentence, in seconds at the usual pace. The model rests by itself at commas.
_INSIDE_S = {
    ",": 0.11,
    ";": 0.26,
    ":": 0.26,
    "(": 0.12,
    ")": 0.12,
    "—": 0.30,
    "…": 0.48,
    "!": 0.24,
    "?": 0.24,
    ".": 0.24,
}
# Between two sentences. As voices fade out, 0.19 is heard as 0.22 to 0.25.
SENTENCE_PAUSE_S = 0.19
BREATH_PAUSE_S = 0.10
_AFTER_S = {"…": 0.42, "—": 0.10, "?": 0.23}
LINE_PAUSE_S = 0.34
PARAGRAPH_PAUSE_S = 0.62
# After a long sentence people take longer; a second of speech asks for so much more.
_MORE_PER_SECOND = 0.02
_MOST_MORE_S = 0.12
# (held, louder in dB, higher in semitones)
_WEIGHT = {EMPHASIS: (1.16, 2.5, 3.0), SHOUTED: (1.18, 4.5, 4.0)}


def pause_after(last: SpokenWord | None, spoken_s: float, delivery: Delivery) -> float:
    """Return the seconds of silence after a sentence that ends with `last`, or after a part of one (None)."""
    if last is None:
        return BREATH_PAUSE_S * _stretch(delivery)
    mark = next((mark for mark in reversed(last.spoken[-1]) if mark in _INSIDE_S), "") if last.spoken else ""
    pause = _AFTER_S.get(mark, SENTENCE_PAUSE_S) + min(_MORE_PER_SECOND * spoken_s, _MOST_MORE_S)
    if last.ends_paragraph:
        pause = max(pause, PARAGRAPH_PAUSE_S)
    elif last.ends_line:
        pause = max(pause, LINE_PAUSE_S)
    return pause * _stretch(delivery)


def rests(symbols: Sequence[str], starts: Sequence[int], delivery: Delivery) -> list[Rest]:
    """Return the pauses inside a sentence that have to last; `starts` are the frames where the symbols begin."""
    found: list[Rest] = []
    for is_pause, group in itertools.groupby(range(len(symbols)), key=lambda at: symbols[at] in PAUSES | {SILENCE}):
        run = list(group)
        inside = is_pause and run[0] > 0 and run[-1] < len(symbols) - 1
        least = max((_INSIDE_S.get(symbols[at], 0.0) for at in run), default=0.0) if inside else 0.0
        if least:
            # The model lets a sound before a pause ring, and counts much of the silence as a part of it.
            middle = (starts[run[0] - 1] + starts[run[0]]) // 2
            found.append(Rest(middle, starts[run[-1] + 1] + 1, round(least * _stretch(delivery) * FRAME_RATE)))
    return found


def stresses(owners: Sequence[int], stressed: Mapping[int, int], starts: Sequence[int]) -> list[Stress]:
    """Return the stretches of frames of the words in `stressed`; `owners` tells whose each symbol is."""
    found: list[Stress] = []
    for owner, group in itertools.groupby(range(len(owners)), key=lambda at: owners[at]):
        run = list(group)
        if stressed.get(owner):
            found.append(Stress(starts[run[0]], starts[run[-1] + 1], *_WEIGHT[stressed[owner]]))
    return found


def stressed_symbols(symbols: str) -> str:
    """Give a word its full stress, as no reader would swallow it."""
    if "ˈ" in symbols:
        return symbols
    if "ˌ" in symbols:
        return symbols.replace("ˌ", "ˈ", 1)
    first = next((at for at, symbol in enumerate(symbols) if symbol in VOWELS), None)
    return symbols if first is None else f"{symbols[:first]}ˈ{symbols[first:]}"


def _stretch(delivery: Delivery) -> float:
    return delivery.pauses * FILM_PACE / delivery.shape.pace
