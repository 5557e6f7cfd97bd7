"""How loud sound is: integrated loudness and true peak, as ITU-R BS.1770 measures them, in numpy alone.

The filters work in the frequency domain, block by block: one core measures a minute of stereo in a fraction of a
second, which a sample-by-sample filter in Python would take minutes for.

Sound is a float32 array of shape (samples, channels) at 48 kHz, with full scale at 1.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from .formats import SAMPLE_RATE

Samples = NDArray[np.float32]

SILENT = float("-inf")

# BS.1770: loudness is -0.691 dB plus the energy; 400 ms windows every 100 ms; windows under -70 LUFS, and then those
# more than 10 LU under the rest, do not count.
_OFFSET_DB = -0.691
_HOP = SAMPLE_RATE // 10
_HOPS_IN_WINDOW = 4
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0

# Blocks overlap by more than the filters ring: at 38 Hz the high-pass has died away by 200 dB in a third of a second.
_RING = 1 << 14
_SPECTRUM = 1 << 17
_BLOCK = _SPECTRUM - 2 * _RING

_OVERSAMPLED = 4
_TAPS = 24
# How many samples before and after a sample have a say in what lies between it and the next one.
PEAK_BEFORE, PEAK_AFTER = _TAPS // 2 - 1, _TAPS // 2
# The interpolation can raise a sample by no more than the sum of its taps.
_HEADROOM = 2.0
_LOOKED_INTO = 1 << 11


class LoudnessMeter:
    """Measures sound that is given to it a stretch at a time; how it is divided changes nothing."""

    def __init__(self, channels: int) -> None:
        # What was heard before rings on in what is heard now, so the end of each block is kept for the next.
        self._heard = np.zeros((channels, _RING + _BLOCK), np.float32)
        self._filled = _RING
        self._squares = np.zeros((channels, 0), np.float32)
        self._hops: list[NDArray[np.float64]] = []

    def add(self, sound: Samples) -> None:
        """Measure the next samples, of shape (samples, channels)."""
        given = 0
        while given < len(sound):
            part = sound[given : given + self._heard.shape[1] - self._filled]
            self._heard[:, self._filled : self._filled + len(part)] = part.T
            self._filled += len(part)
            given += len(part)
            if self._filled == self._heard.shape[1]:
                self._take_in()

    def integrated(self) -> float:
        """Loudness of all that was added in LUFS; `SILENT` when all of it is under the gate."""
        self._take_in()
        energy = self._window_energy()
        loud = energy[_lufs(energy) > _ABSOLUTE_GATE]
        if not loud.size:
            return SILENT
        loud = loud[_lufs(loud) > float(_lufs(loud.mean())) + _RELATIVE_GATE]
        return float(_lufs(loud.mean()))

    def _take_in(self) -> None:
        """Weight what has come in, and keep no more of it than the energy of each 100 ms."""
        if self._filled == _RING:
            return
        weighted = np.fft.irfft(np.fft.rfft(self._heard[:, : self._filled], _SPECTRUM) * _k_weighting(), _SPECTRUM)
        squares = np.square(weighted[:, _RING : self._filled], dtype=np.float32, casting="same_kind")
        squares = np.concatenate([self._squares, squares], axis=1)
        whole = squares.shape[1] // _HOP
        self._hops.append(_energy(squares[:, : whole * _HOP].reshape(len(squares), whole, _HOP)))
        self._squares = squares[:, whole * _HOP :].copy()
        self._heard[:, :_RING] = self._heard[:, self._filled - _RING : self._filled].copy()
        self._filled = _RING

    def _window_energy(self) -> NDArray[np.float64]:
        """Energy of each 400 ms window, the channels added."""
        hops = np.concatenate([np.zeros(0), *self._hops])
        if len(hops) < _HOPS_IN_WINDOW:
            samples = len(hops) * _HOP + self._squares.shape[1]
            return np.array([(hops.sum() + float(_energy(self._squares))) / max(1, samples)])
        sums = np.convolve(hops, np.ones(_HOPS_IN_WINDOW), "valid")
        return np.asarray(sums / (_HOP * _HOPS_IN_WINDOW))


class PeakMeter:
    """Finds the highest level, between samples too, of sound that is given to it a stretch at a time."""

    def __init__(self, channels: int) -> None:
        self._last = np.zeros((PEAK_BEFORE + PEAK_AFTER, channels), np.float32)
        self._highest = 0.0

    def add(self, sound: Samples) -> None:
        """Look into the next samples, of shape (samples, channels)."""
        known = np.concatenate([self._last, sound])
        reach = len(self._last)
        for at in range(0, len(sound), _LOOKED_INTO):
            part = known[at : at + _LOOKED_INTO + reach]
            # Most of a sound stays so far under its highest point that there is nothing to find between its samples.
            if max(float(part.max()), -float(part.min())) * _HEADROOM > self._highest:
                self._highest = max(self._highest, float(peak_envelope(part).max()))
        self._last = known[len(known) - PEAK_BEFORE - PEAK_AFTER :].copy()

    def true_peak(self) -> float:
        """The highest level of all that was added, four times oversampled, in dBTP; `SILENT` for silence."""
        self.add(np.zeros((PEAK_AFTER, self._last.shape[1]), np.float32))
        return float(20 * np.log10(self._highest)) if self._highest else SILENT


def integrated_loudness(sound: Samples) -> float:
    """Loudness of the whole in LUFS; `SILENT` when all of it is under the gate.

    Sound shorter than the measuring window of 400 ms is measured as one window.
    """
    shaped = sound[:, np.newaxis] if sound.ndim == 1 else sound
    meter = LoudnessMeter(shaped.shape[1])
    meter.add(shaped)
    return meter.integrated()


def true_peak(sound: Samples) -> float:
    """The highest level between and on the samples, four times oversampled, in dBTP; `SILENT` for silence."""
    shaped = sound[:, np.newaxis] if sound.ndim == 1 else sound
    meter = PeakMeter(shaped.shape[1])
    meter.add(shaped)
    return meter.true_peak()


def peak_envelope(sound: Samples) -> Samples:
    """For each sample, the highest level of any channel from it up to the next one, four times oversampled.

    `sound` begins `PEAK_BEFORE` samples before the first and ends `PEAK_AFTER` samples after the last of those.
    """
    own = sound[PEAK_BEFORE : len(sound) - PEAK_AFTER]
    peaks = np.abs(own).max(axis=1, initial=0.0)
    if len(own):
        for channel in np.ascontiguousarray(sound.T):
            for weights in _interpolator():
                np.maximum(peaks, np.abs(np.correlate(channel, weights, "valid")), out=peaks)
    return np.asarray(peaks, dtype=np.float32)


def _energy(squares: NDArray[np.float32]) -> NDArray[np.float64]:
    """The sum over the last axis, and over the channels on the first."""
    return np.asarray(squares.sum(axis=-1, dtype=np.float64).sum(axis=0))


@cache
def _k_weighting() -> NDArray[np.complex64]:
    """Frequency response of the two filters of BS.1770: the head's lift of the treble, and the bass cut."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(_SPECTRUM))
    lift = _biquad(z, (1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585))
    cut = _biquad(z, (1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
    return (lift * cut).astype(np.complex64)


def _biquad(
    z: NDArray[np.complex128], feed: tuple[float, float, float], back: tuple[float, float]
) -> NDArray[np.complex128]:
    return (feed[0] + feed[1] * z + feed[2] * z * z) / (1 + back[0] * z + back[1] * z * z)


@cache
def _interpolator() -> Samples:
    """Windowed-sinc weights, shape (3, taps): the values a quarter, a half and three quarters past a sample."""
    taps = np.arange(_TAPS) - (_TAPS // 2 - 1)
    rows = []
    for part in range(1, _OVERSAMPLED):
        distance = taps - part / _OVERSAMPLED
        window = np.kaiser(2 * 512 + 1, 6.0)[np.rint((distance / (_TAPS / 2) + 1) * 512).astype(int)]
        weights = np.sinc(distance) * window
        rows.append(weights / weights.sum())
    return np.stack(rows).astype(np.float32)


def _lufs(energy: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return np.asarray(_OFFSET_DB + 10 * np.log10(np.maximum(energy, 1e-20)))
