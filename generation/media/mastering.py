"""Bring a mix to its loudness under a ceiling.

The mix is measured once: its loudness, and how high it reaches in each millisecond. Everything after that is
arithmetic on those figures and one more hearing for each round, so that a long film needs no more memory than they do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from .formats import SAMPLE_RATE
from .loudness import PEAK_AFTER, PEAK_BEFORE, SILENT, LoudnessMeter, Samples, peak_envelope
from .tape import Tape, stretches

# What players turn a film to anyway, so that ours is neither turned down nor quieter than the one before.
TARGET_LUFS = -14.0
CEILING_DBTP = -1.5

# A track of almost nothing is not blown up into noise.
_MOST_GAIN_DB = 40.0
_NEAR_ENOUGH_LU = 0.05
_ROUNDS = 6

# The limiter works in steps of a millisecond. It turns down ahead of a peak and lets go slowly enough not to be heard.
_STEP = SAMPLE_RATE // 1000
_FALL_DB = 2.0
_RISE_DB = 0.03
# How many steps are worked out at once.
_STEPS = 1 << 16

_NEPERS_IN_DB = log(10) / 20

Steps = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a mix is turned up, how far the limiter takes it down again in each millisecond, and what that comes to.

    `reduction_db` is None where nothing reaches the ceiling.
    """

    gain_db: float
    reduction_db: Steps | None
    loudness_lufs: float


class Mastering:
    """A finished mix that can be brought to a loudness as often as need be. The tape must stay as it is meanwhile."""

    def __init__(self, mixed: Tape) -> None:
        self._mixed = mixed
        meter = LoudnessMeter(mixed.channels)
        highest = [np.zeros(0, np.float32)]
        for start, stop in mixed.stretches():
            sound = mixed.read(start - PEAK_BEFORE, stop + PEAK_AFTER)
            meter.add(sound[PEAK_BEFORE : len(sound) - PEAK_AFTER])
            highest.append(_by_step(peak_envelope(sound)))
        self._highest = np.concatenate(highest)
        self.loudness_lufs = meter.integrated()

    def reach(self, target_lufs: float = TARGET_LUFS, ceiling_dbtp: float = CEILING_DBTP) -> Setting:
        """What brings the mix to a loudness without letting a peak over the ceiling. Silence stays silence."""
        if self.loudness_lufs == SILENT:
            return Setting(0.0, None, SILENT)
        setting = Setting(0.0, None, self.loudness_lufs)
        for _ in range(_ROUNDS):
            setting = self.limited(setting.gain_db + target_lufs - setting.loudness_lufs, ceiling_dbtp)
            if abs(setting.loudness_lufs - target_lufs) <= _NEAR_ENOUGH_LU or setting.gain_db == _MOST_GAIN_DB:
                break
        return setting

    def limited(self, gain_db: float, ceiling_dbtp: float) -> Setting:
        """The mix turned up, and down around every peak, between samples too, that would go over the ceiling."""
        gain_db = min(_MOST_GAIN_DB, gain_db)
        reduction = _reduction(self._highest, 10 ** ((ceiling_dbtp - gain_db) / 20))
        if reduction is None:
            return Setting(gain_db, None, self.loudness_lufs + gain_db)
        meter = LoudnessMeter(self._mixed.channels)
        for sound in self._played(gain_db, reduction):
            meter.add(sound)
        return Setting(gain_db, reduction, meter.integrated())

    def play(self, setting: Setting) -> Iterator[Samples]:
        """The mastered sound, a stretch at a time."""
        return self._played(setting.gain_db, setting.reduction_db)

    def _played(self, gain_db: float, reduction_db: Steps | None) -> Iterator[Samples]:
        for start, stop in self._mixed.stretches():
            sound = self._mixed.read(start, stop)
            sound *= np.float32(10 ** (gain_db / 20))
            if reduction_db is not None:
                _turn_down(sound, _edges(reduction_db, start // _STEP, -(-stop // _STEP)))
            yield sound


def _by_step(peaks: Samples) -> Steps:
    steps = -(-len(peaks) // _STEP)
    padded = np.zeros(steps * _STEP, np.float32)
    padded[: len(peaks)] = peaks
    return np.asarray(padded.reshape(steps, _STEP).max(axis=1))


def _reduction(highest: Steps, ceiling: float) -> Steps | None:
    """How far each step is turned down, in dB: at once ahead of a peak, slowly back after it."""
    if highest.max(initial=0.0) <= ceiling:
        return None
    parts = list(stretches(len(highest), _STEPS))
    result = np.empty(len(highest), np.float32)
    before = 0.0
    for start, stop in parts:
        needed = np.minimum(0.0, 20 * np.log10(ceiling / np.maximum(highest[start:stop], 1e-9, dtype=np.float64)))
        result[start:stop] = _ramped(needed, _RISE_DB, before)
        before = float(result[stop - 1])
    after = 0.0
    for start, stop in reversed(parts):
        result[start:stop] = _ramped(result[start:stop][::-1].astype(np.float64), _FALL_DB, after)[::-1]
        after = float(result[start])
    return result


def _ramped(reduction: NDArray[np.float64], slope: float, before: float) -> NDArray[np.float64]:
    """After each low point, and after `before`, come back up by at most `slope` a step."""
    climb = slope * np.arange(len(reduction) + 1)
    lowest = np.minimum.accumulate(np.concatenate([[before], reduction]) - climb)
    return np.asarray((lowest + climb)[1:])


def _edges(reduction: Steps, first: int, last: int) -> Steps:
    """The reduction at the edges of steps `first` to `last`, one more than there are steps.

    Each edge takes the lower of the two steps that meet there, so that no point of a step is over what it needs.
    """
    around = np.zeros(last - first + 2, np.float32)
    known = reduction[max(0, first - 1) : last + 1]
    at = 1 if first == 0 else 0
    around[at : at + len(known)] = known
    return np.minimum(around[:-1], around[1:])


def _turn_down(sound: Samples, edges_db: Steps) -> None:
    """Turn sound down in place, evenly from each edge of a step to the next."""
    if not edges_db.any():
        return
    edges = edges_db * np.float32(_NEPERS_IN_DB)
    way = np.arange(_STEP, dtype=np.float32) / _STEP
    gain = np.exp(edges[:-1, np.newaxis] + np.diff(edges)[:, np.newaxis] * way)
    sound *= gain.reshape(-1)[: len(sound), np.newaxis]
