"""How loud a sound is to a listener (ITU-R BS.1770), and how to bring it to a level without clipping."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .wave import SAMPLE_RATE, Samples, as_samples

SILENCE_LUFS = -120.0

_HOP = SAMPLE_RATE // 10
_CHUNK = 100 * _HOP
_LIMITER_BLOCK = 64
_LIMITER_REACH = 12
"""Blocks looked ahead and behind: 16 ms, short enough not to pump and long enough not to buzz."""

# The two filters of BS.1770 at 48 kHz, as (b, a): the head's shelf and the ear's low cut.
_K_FILTERS = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)


@lru_cache(maxsize=4)
def _k_weight(size: int) -> Samples:
    """Return the gain of BS.1770's filters at each frequency of a real FFT of `size` samples."""
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    gain = np.ones(len(z))
    for b, a in _K_FILTERS:
        gain *= np.abs((b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z))
    return gain.astype(np.float32)


def _hop_powers(stereo: Samples) -> NDArray[np.float64]:
    """Return the K-weighted power of each tenth of a second, both channels added."""
    weight, powers = _k_weight(_CHUNK), []
    for start in range(0, len(stereo), _CHUNK):
        chunk = stereo[start : start + _CHUNK]
        hops = math.ceil(len(chunk) / _HOP)
        power = np.zeros(_CHUNK // _HOP)
        for side in range(2):
            heard = np.fft.irfft(np.fft.rfft(chunk[:, side], _CHUNK) * weight, _CHUNK)
            power += np.square(heard).reshape(-1, _HOP).mean(axis=1, dtype=np.float64)
        powers.append(power[:hops])
    return np.concatenate(powers) if powers else np.zeros(0)


def _lufs(power: float) -> float:
    return -0.691 + 10 * math.log10(power) if power > 1e-12 else SILENCE_LUFS


def k_weighted_power(mono: Samples) -> NDArray[np.float64]:
    """Return the power of each sample of a short `mono` sound as the ear weighs it."""
    size = -(-len(mono) // 4096) * 4096
    heard = np.fft.irfft(np.fft.rfft(mono, size) * _k_weight(size), size)[: len(mono)]
    return np.square(heard, dtype=np.float64)


def weighted_level(stereo: Samples) -> float:
    """Return the K-weighted level of a short `stereo` sound as a whole, in LUFS; -120 for silence."""
    heard = np.fft.rfft(stereo, axis=0) * _k_weight(len(stereo))[:, None]
    # The energy of a real signal is in both halves of its spectrum.
    return _lufs(float(2 * np.square(np.abs(heard)).sum() / len(stereo) ** 2))


def loudness(stereo: Samples) -> float:
    """Return the integrated loudness of `stereo`, shape (n, 2), in LUFS; -120 for silence."""
    powers = _hop_powers(stereo)
    if len(powers) < 4:
        return _lufs(float(powers.mean())) if len(powers) else SILENCE_LUFS
    blocks = np.convolve(powers, np.full(4, 0.25), "valid")
    blocks = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
    if not len(blocks):
        return SILENCE_LUFS
    return _lufs(float(blocks[blocks >= blocks.mean() / 10].mean()))


def limit(stereo: Samples, ceiling: float) -> Samples:
    """Turn `stereo` down smoothly around what is beyond `ceiling`, in place, and return it."""
    loudest = _block_peaks(stereo)
    blocks = len(loudest)
    if loudest.max(initial=0.0) <= ceiling:
        return stereo
    needed = np.minimum(1.0, ceiling / np.maximum(loudest, 1e-9))
    reach = 2 * _LIMITER_REACH + 3
    padded = np.pad(needed, reach // 2, mode="edge")
    lowest = np.lib.stride_tricks.sliding_window_view(padded, reach).min(axis=1)
    window = np.hanning(2 * _LIMITER_REACH + 3)[1:-1]
    smooth = np.convolve(np.pad(lowest, _LIMITER_REACH, mode="edge"), window / window.sum(), "valid")
    centres = (np.arange(blocks) + 0.5) * _LIMITER_BLOCK
    for start in range(0, len(stereo), _CHUNK):
        part = stereo[start : start + _CHUNK]
        part *= as_samples(np.interp(np.arange(start, start + len(part)), centres, smooth))[:, None]
        np.clip(part, -ceiling, ceiling, out=part)
    return stereo


def _block_peaks(stereo: Samples) -> Samples:
    """Return the loudest sample of either side in each block of the limiter."""
    whole = len(stereo) // _LIMITER_BLOCK
    peaks = np.zeros(math.ceil(len(stereo) / _LIMITER_BLOCK), np.float32)
    sides = stereo[: whole * _LIMITER_BLOCK].reshape(whole, _LIMITER_BLOCK * 2)
    if whole:
        peaks[:whole] = np.maximum(sides.max(axis=1), -sides.min(axis=1))
    if whole < len(peaks):
        peaks[-1] = np.abs(stereo[whole * _LIMITER_BLOCK :]).max()
    return peaks


def bring_to(stereo: Samples, lufs: float, *, ceiling: float) -> Samples:
    """Bring `stereo` to `lufs`, in place, with no sample beyond `ceiling`; silence stays silence.

    Limiting takes some loudness away, so the level is set again after it, a few times at most.
    """
    measured = loudness(stereo)
    if measured <= SILENCE_LUFS:
        return stereo
    for _ in range(3):
        stereo *= np.float32(10 ** ((lufs - measured) / 20))
        limit(stereo, ceiling)
        measured = loudness(stereo)
        if abs(measured - lufs) < 0.5:
            break
    return stereo
