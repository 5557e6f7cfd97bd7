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
_BLOCK = 1 << 18
_RING = 1 << 14

_OVERSAMPLED = 4
_TAPS = 24
_PEAK_BLOCK = 512
# The interpolation can raise a sample by no more than the sum of its taps.
_HEADROOM = 2.0


def integrated_loudness(sound: Samples) -> float:
    """Loudness of the whole in LUFS; `SILENT` when all of it is under the gate.

    Sound shorter than the measuring window of 400 ms is measured as one window.
    """
    if sound.ndim == 1:
        sound = sound[:, np.newaxis]
    energy = _window_energy(sound)
    loud = energy[_lufs(energy) > _ABSOLUTE_GATE]
    if not loud.size:
        return SILENT
    loud = loud[_lufs(loud) > float(_lufs(loud.mean())) + _RELATIVE_GATE]
    return float(_lufs(loud.mean()))


def true_peak(sound: Samples) -> float:
    """The highest level between and on the samples, four times oversampled, in dBTP; `SILENT` for silence."""
    if sound.ndim == 1:
        sound = sound[:, np.newaxis]
    highest = float(np.abs(sound).max(initial=0.0))
    if highest == 0.0:
        return SILENT
    for channel in sound.T:
        peaks = peak_envelope(channel, above=highest / _HEADROOM)
        highest = max(highest, float(peaks.max(initial=0.0)))
    return float(20 * np.log10(highest))


def peak_envelope(channel: Samples, above: float = 0.0) -> Samples:
    """For each sample, the highest level from it up to the next one, four times oversampled.

    Stretches of `_PEAK_BLOCK` samples that stay under `above` are not looked into: their own samples are given.
    """
    blocks = -(-len(channel) // _PEAK_BLOCK)
    reach = _TAPS // 2
    padded = np.zeros(blocks * _PEAK_BLOCK + _TAPS, np.float32)
    padded[reach : reach + len(channel)] = channel
    own = np.abs(padded[reach : reach + blocks * _PEAK_BLOCK]).reshape(blocks, _PEAK_BLOCK)
    peaks = own.copy()
    weights = _interpolator()
    for block in np.flatnonzero(own.max(axis=1) >= above):
        at = block * _PEAK_BLOCK
        windows = np.lib.stride_tricks.sliding_window_view(padded[at + 1 : at + _PEAK_BLOCK + _TAPS], _TAPS)
        between = np.abs(windows @ weights).max(axis=1)
        np.maximum(peaks[block], between, out=peaks[block])
    return peaks.reshape(-1)[: len(channel)]


def _window_energy(sound: Samples) -> NDArray[np.float64]:
    """Energy of each 400 ms window, the channels added."""
    hops = np.zeros(-(-len(sound) // _HOP))
    for channel in sound.T:
        hops += _hop_energy(channel)
    if len(sound) < _HOP * _HOPS_IN_WINDOW:
        return np.array([hops.sum() / max(1, len(sound))])
    whole = hops[: len(sound) // _HOP]
    sums = np.convolve(whole, np.ones(_HOPS_IN_WINDOW), "valid")
    return np.asarray(sums / (_HOP * _HOPS_IN_WINDOW))


def _hop_energy(channel: Samples) -> NDArray[np.float64]:
    """Sum of squares of the weighted channel in each stretch of 100 ms, the last one shorter."""
    squares = np.zeros(-(-len(channel) // _HOP) * _HOP, np.float32)
    step = _BLOCK - _RING
    for start in range(0, len(channel), step):
        before = min(start, _RING)
        block = channel[start - before : start + step]
        weighted = np.fft.irfft(np.fft.rfft(block, _BLOCK + _RING) * _k_weighting(), _BLOCK + _RING)
        heard = weighted[before : len(block)]
        np.square(heard, out=squares[start : start + len(heard)], casting="same_kind")
    return np.asarray(squares.reshape(-1, _HOP).sum(axis=1, dtype=np.float64))


@cache
def _k_weighting() -> NDArray[np.complex64]:
    """Frequency response of the two filters of BS.1770: the head's lift of the treble, and the bass cut."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(_BLOCK + _RING))
    lift = _biquad(z, (1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585))
    cut = _biquad(z, (1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
    return (lift * cut).astype(np.complex64)


def _biquad(
    z: NDArray[np.complex128], feed: tuple[float, float, float], back: tuple[float, float]
) -> NDArray[np.complex128]:
    return (feed[0] + feed[1] * z + feed[2] * z * z) / (1 + back[0] * z + back[1] * z * z)


@cache
def _interpolator() -> Samples:
    """Windowed-sinc weights, shape (taps, 3): the values a quarter, a half and three quarters past a sample."""
    taps = np.arange(_TAPS) - (_TAPS // 2 - 1)
    columns = []
    for part in range(1, _OVERSAMPLED):
        distance = taps - part / _OVERSAMPLED
        window = np.kaiser(2 * 512 + 1, 6.0)[np.rint((distance / (_TAPS / 2) + 1) * 512).astype(int)]
        weights = np.sinc(distance) * window
        columns.append(weights / weights.sum())
    return np.stack(columns, axis=1).astype(np.float32)


def _lufs(energy: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return np.asarray(_OFFSET_DB + 10 * np.log10(np.maximum(energy, 1e-20)))
