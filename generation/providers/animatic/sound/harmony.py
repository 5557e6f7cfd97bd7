"""Chords by their numeral, and how one chord moves to the next with the fingers moving least."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_NUMERALS = {"i": 0, "ii": 2, "iii": 4, "iv": 5, "v": 7, "vi": 9, "vii": 11}
_ACCIDENTALS = {"": 0, "b": -1, "#": 1}

# Semitones above the root; the triad's third follows from the numeral's case where it says `None`.
_QUALITIES: dict[str, tuple[int | None, ...]] = {
    "": (0, None, 7),
    "5": (0, 7),
    "6": (0, None, 7, 9),
    "7": (0, None, 7, 10),
    "maj7": (0, None, 7, 11),
    "9": (0, None, 7, 10, 14),
    "add9": (0, None, 7, 14),
    "sus": (0, 5, 7),
    "7sus": (0, 5, 7, 10),
    "dim": (0, 3, 6),
    "dim7": (0, 3, 6, 9),
    "m7b5": (0, 3, 6, 10),
    "7b9": (0, 4, 7, 10, 13),
    "aug": (0, 4, 8),
}
_SYMBOL = re.compile(r"(?P<accidental>[b#]?)(?P<numeral>[ivIV]+)(?P<quality>.*)")


@dataclass(frozen=True, slots=True)
class Chord:
    """A chord over a tonic: `root` and `tones` are semitones above the tonic, the root's tone first."""

    root: int
    tones: tuple[int, ...]

    @property
    def classes(self) -> frozenset[int]:
        """The chord's tones without their octave, 0 to 11 above the tonic."""
        return frozenset(tone % 12 for tone in self.tones)

    @property
    def fifth(self) -> int:
        """The tone a bass plays besides the root: the fifth, or what the chord has in its place."""
        return self.tones[2] if len(self.tones) > 2 else self.tones[-1]


@lru_cache(maxsize=256)
def chord(symbol: str) -> Chord:
    """Return the chord of a numeral such as `i`, `bVI`, `V7` or `iim7b5`; raise `ValueError` for others."""
    match = _SYMBOL.fullmatch(symbol)
    if match is None or match["quality"] not in _QUALITIES:
        raise ValueError(f"not a chord: {symbol!r}")
    numeral = match["numeral"]
    root = _NUMERALS[numeral.lower()] + _ACCIDENTALS[match["accidental"]]
    third = 4 if numeral.isupper() else 3
    tones = tuple(root + (third if step is None else step) for step in _QUALITIES[match["quality"]])
    return Chord(root, tones)


def voicing(chord: Chord, tonic: int, *, near: Sequence[int], centre: int) -> tuple[int, ...]:
    """Return MIDI pitches of `chord`, closest to the last voicing `near`, about `centre`, lowest first.

    With `near` empty the voicing lies around `centre`. The pull to `centre` keeps a long film from creeping up.
    """
    classes = sorted((tonic + tone) % 12 for tone in chord.classes)
    candidates: list[tuple[float, tuple[int, ...]]] = []
    for turn in range(len(classes)):
        order = classes[turn:] + classes[:turn]
        close = [order[0]]
        for tone in order[1:]:
            close.append(close[-1] + (tone - close[-1]) % 12)
        for octave in range(2, 8):
            pitches = tuple(pitch + 12 * octave for pitch in close)
            cost = _distance(pitches, near) + 0.5 * abs(sum(pitches) / len(pitches) - centre)
            candidates.append((cost, pitches))
    return min(candidates)[1]


def _distance(pitches: Sequence[int], near: Sequence[int]) -> float:
    """Return how far the voices move from `near`, each to the nearest new pitch, and the other way round."""
    if not near:
        return 0.0
    there = sum(min(abs(pitch - last) for last in near) for pitch in pitches) / len(pitches)
    back = sum(min(abs(pitch - last) for pitch in pitches) for last in near) / len(near)
    return there + back


def nearest(pitch: int, classes: frozenset[int], tonic: int) -> int:
    """Return the MIDI pitch nearest to `pitch` whose class above `tonic` is among `classes`; the lower at a tie."""
    for step in range(12):
        for candidate in (pitch - step, pitch + step):
            if (candidate - tonic) % 12 in classes:
                return candidate
    return pitch


def scale_step(pitch: int, steps: int, scale: Sequence[int], tonic: int) -> int:
    """Return the pitch `steps` scale steps from `pitch` (first brought into the scale)."""
    start = nearest(pitch, frozenset(scale), tonic)
    index = list(scale).index((start - tonic) % 12) + steps
    octave, degree = divmod(index, len(scale))
    return start - (start - tonic) % 12 + 12 * octave + scale[degree]
