"""Notes to sound with the built-in synthesiser, and the hall and the last polish that every cue gets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from .composer import Note, Score
from .instruments import sound
from .loudness import SILENCE_LUFS, bring_to, loudness
from .percussion import drum_sound
from .space import convolve, equalise, fade_ends, pan_gains, room
from .stage import seat_of
from .wave import SAMPLE_RATE, Samples

CUE_LUFS = -16.0
_PEAK = 0.88
"""-1.1 dBFS: a little under the -1 that the mix expects, as 16 bits round."""

# Bass that only eats headroom, the range where consonants live, and hiss are all turned down a little.
_UNDER_SPEECH = (
    (1, -60), (15, -40), (25, -12), (35, -3), (60, 0), (250, -0.5), (900, -1), (1800, -2.5), (3500, -1), (6000, 1),
    (12000, -3), (24000, -18),
)  # fmt: skip
_FONT_UNDER_SPEECH = (*_UNDER_SPEECH[:8], (3500, -2), (6000, -4), (12000, -12), (24000, -24))
"""Recordings are brighter than our synthesiser; under a voice that is only hiss."""
_MOST_CHANGE_DB = 10.0
_GLIDE_S = 0.3
_HALL_S = 2.2
_HALL_LEVEL = 0.24
"""Puts the hall about 8 dB under a player who stands in the middle of it."""
_ROUNDED_S = 1 / 16
"""Held notes are made in steps of this length, so that a bar's chord is computed once and played often."""


def render(score: Score, samples: int) -> tuple[Samples, Samples]:
    """Return the dry players, shape (samples, 2), and what they send into the hall, shape (samples,)."""
    dry, hall = np.zeros((samples, 2), np.float32), np.zeros(samples, np.float32)
    for stroke, note in enumerate(score.notes):
        played = _played(note, stroke)
        start = int(note.start_s * SAMPLE_RATE)
        played = played[: max(0, samples - start)]
        seat = seat_of(note.instrument)
        level = np.float32(seat.level * note.force**1.5)
        end = start + len(played)
        left, right = pan_gains(seat.pan)
        both = played.ndim == 2
        dry[start:end, 0] += (played[:, 0] if both else played) * (level * np.float32(left))
        dry[start:end, 1] += (played[:, 1] if both else played) * (level * np.float32(right))
        hall[start:end] += (played.mean(axis=1) if both else played) * (level * np.float32(seat.depth))
    return dry, hall


def _played(note: Note, stroke: int) -> Samples:
    if note.drum:
        return drum_sound(note.instrument, stroke)
    return _cached(note.instrument, note.pitch, max(1, round(note.length_s / _ROUNDED_S)))


@lru_cache(maxsize=96)
def _cached(instrument: str, pitch: int, steps: int) -> Samples:
    return sound(instrument, pitch, steps * _ROUNDED_S)


@lru_cache(maxsize=1)
def _hall() -> list[Samples]:
    return [side * np.float32(_HALL_LEVEL) for side in room(_HALL_S)]


def level_cues(dry: Samples, hall: Samples, levels: Sequence[tuple[float, float]]) -> None:
    """Bring each cue of a film to its level, in place: `levels` are (second it begins, dB beside the whole)."""
    if not levels:
        return
    bounds = [round(start * SAMPLE_RATE) for start, _ in levels]
    heard = [loudness(dry[begin:end]) for begin, end in zip(bounds, [*bounds[1:], len(dry)], strict=True)]
    sounding = [level for level in heard if level > SILENCE_LUFS]
    usual = sum(sounding) / max(1, len(sounding))
    changes = (
        usual + wanted - level if level > SILENCE_LUFS else 0.0
        for level, (_, wanted) in zip(heard, levels, strict=True)
    )
    gains = [10 ** (max(-_MOST_CHANGE_DB, min(_MOST_CHANGE_DB, change)) / 20) for change in changes]
    glide = round(_GLIDE_S * SAMPLE_RATE)
    for begin, end, gain, before in zip(bounds, [*bounds[1:], len(dry)], gains, [gains[0], *gains], strict=False):
        # The tail of the cue before is still heard while the gain moves, so it moves and does not jump.
        moving = max(0, min(glide, end - begin))
        ramp = np.linspace(before, gain, moving, dtype=np.float32)
        for moved in (dry[begin : begin + moving], hall[begin : begin + moving, None]):
            moved *= ramp[:, None]
        dry[begin + moving : end] *= np.float32(gain)
        hall[begin + moving : end] *= np.float32(gain)


def finish(dry: Samples, hall: Samples, *, recorded: bool = False) -> Samples:
    """Turn `dry` into the finished music, in place: in its hall, out of speech's way, at its level, ending in silence.

    `hall` is what goes into the hall; `recorded` instruments are brighter than made ones.
    """
    dry += convolve(hall, _hall())
    mixed = equalise(dry, _FONT_UNDER_SPEECH if recorded else _UNDER_SPEECH)
    seconds = len(mixed) / SAMPLE_RATE
    tail = min(3.0, 0.2 * seconds)
    mixed = fade_ends(mixed, head_s=0.01, tail_s=tail)
    return bring_to(mixed, CUE_LUFS, ceiling=_PEAK)
