"""The room a sound is heard in: filters, reverberation, fades, all by FFT in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from .wave import SAMPLE_RATE, Samples

_BLOCK = 1 << 18
_EQ_TAPS = 4096


def convolve(signal: Samples, kernels: Sequence[Samples], *, delay: int = 0) -> Samples:
    """Return mono `signal` through each of `kernels` (all of one length), shape (n, len(kernels)).

    The answer is as long as the signal. `delay` is how many samples of the kernels come before their
    centre; that much is taken off the front, so that filters do not move the sound in time.
    """
    taps = len(kernels[0])
    step = _BLOCK - taps + 1
    spectra = [np.fft.rfft(kernel, _BLOCK) for kernel in kernels]
    out = np.zeros((len(signal) + delay, len(kernels)), np.float32)
    for start in range(0, len(signal), step):
        spectrum = np.fft.rfft(signal[start : start + step], _BLOCK)
        for column, kernel in enumerate(spectra):
            part = np.fft.irfft(spectrum * kernel, _BLOCK)[: len(out) - start]
            out[start : start + len(part), column] += part
    return out[delay:]


def equalise(stereo: Samples, points: Sequence[tuple[float, float]]) -> Samples:
    """Give `stereo` the gain curve `points`, (Hz, dB) joined on a logarithmic scale, in place, and return it."""
    frequencies = np.maximum(np.fft.rfftfreq(_EQ_TAPS, 1 / SAMPLE_RATE), 1.0)
    hertz, decibels = zip(*points, strict=True)
    gain = 10 ** (np.interp(np.log(frequencies), np.log(hertz), decibels) / 20)
    kernel = np.roll(np.fft.irfft(gain), _EQ_TAPS // 2) * np.hanning(_EQ_TAPS + 1)[:-1]
    for side in range(2):
        stereo[:, side] = convolve(stereo[:, side], [kernel.astype(np.float32)], delay=_EQ_TAPS // 2)[:, 0]
    return stereo


def _quick_size(length: int) -> int:
    """Return a size of small factors, `length` or a little more: FFTs of others are slow."""
    power = 1 << max(6, (length - 1).bit_length() - 1)
    return next(size for size in (power, power * 9 // 8, power * 5 // 4, power * 3 // 2, power * 2) if size >= length)


def band(signal: Samples, low: float, high: float) -> Samples:
    """Return `signal`, mono or stereo, with only what lies between `low` and `high` Hz (12 dB an octave)."""
    length = len(signal)
    size = _quick_size(length)
    frequencies = np.maximum(np.fft.rfftfreq(size, 1 / SAMPLE_RATE), 1.0)
    gain = (1 / (1 + (low / frequencies) ** 4) / (1 + (frequencies / high) ** 4)).astype(np.float32)
    gain = gain if signal.ndim == 1 else gain[:, None]
    return np.fft.irfft(np.fft.rfft(signal, size, axis=0) * gain, size, axis=0)[:length].astype(np.float32)


@lru_cache(maxsize=4)
def room(seconds: float, seed: int = 7) -> tuple[Samples, Samples]:
    """Return a left and a right impulse response of a hall that rings for `seconds`; each has unit energy.

    The highs die three times as fast as the lows, as air and walls make them do.
    """
    rng = np.random.default_rng(seed)
    length = int(seconds * SAMPLE_RATE)
    time = np.arange(length) / SAMPLE_RATE
    kernels = []
    for _ in range(2):
        noise = rng.standard_normal(length).astype(np.float32)
        low, high = band(noise, 120, 900), band(noise, 900, 5200)
        tail = low * np.exp(-time * 6.9 / seconds) + 0.6 * high * np.exp(-time * 20 / seconds)
        tail *= np.minimum(1.0, time / 0.03)
        for at in rng.uniform(0.012, 0.07, 8):
            tail[int(at * SAMPLE_RATE)] += rng.choice([-1, 1]) * 0.5 * np.exp(-at * 18)
        kernels.append((tail / np.sqrt(np.square(tail).sum())).astype(np.float32))
    return kernels[0], kernels[1]


def fade_ends(stereo: Samples, *, head_s: float, tail_s: float) -> Samples:
    """Fade `stereo` in and out in place, so that it starts and ends in silence, and return it."""
    head = min(int(head_s * SAMPLE_RATE), len(stereo) // 2)
    tail = min(int(tail_s * SAMPLE_RATE), len(stereo) // 2)
    if head:
        stereo[:head] *= (np.sin(np.linspace(0, np.pi / 2, head, endpoint=False)) ** 2).astype(np.float32)[:, None]
    if tail:
        stereo[-tail:] *= (np.cos(np.linspace(0, np.pi / 2, tail)) ** 2).astype(np.float32)[:, None]
        stereo[-1] = 0.0
    return stereo


def pan_gains(position: float) -> tuple[float, float]:
    """Return the left and right gain for `position`, -1 (left) to 1 (right), equally loud everywhere."""
    angle = (position + 1) * np.pi / 4
    return float(np.cos(angle)), float(np.sin(angle))
