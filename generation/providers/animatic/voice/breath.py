"""Breath in a voice: a share of the voice turned into air of the same colour, up to a whisper."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from generation.providers.animatic.voice.wave import SAMPLE_RATE, Samples

_WINDOW = 960
_HOP = _WINDOW // 4
# Wide enough to hide the harmonics of a high voice, narrow enough to leave the vowels apart.
_SMOOTHING_HZ = 420.0
# A whisper has no voice in the chest: below this it fades out.
_CHEST_HZ = 700.0


def breathy(samples: Samples, breath: float, seed: int) -> Samples:
    """Mix in `breath` (0 to 1) of air, at the voice's own loudness; 1 leaves nothing but a whisper."""
    if breath <= 0 or len(samples) < _WINDOW:
        return samples
    # The voice keeps its level until it has to leave.
    voice = np.float32(np.sqrt(1.0 - breath**2))
    return (samples * voice + _as_air(samples, seed) * np.float32(breath)).astype(np.float32)


def _as_air(samples: Samples, seed: int) -> Samples:
    """Noise with the spectral envelope of `samples`, moment by moment."""
    padded = np.pad(samples, (_WINDOW, _WINDOW + -len(samples) % _HOP))
    window = np.hanning(_WINDOW + 1)[:-1].astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP] * window
    envelope = _smoothed(np.abs(np.fft.rfft(frames, axis=1)) ** 2) ** 0.5
    random = np.random.default_rng([seed, 1])
    turned = np.exp(2j * np.pi * random.random(envelope.shape))
    air = np.fft.irfft(envelope * _without_chest(envelope.shape[1]) * turned, axis=1) * window
    result = np.zeros(len(padded))
    for index, frame in enumerate(air):
        result[index * _HOP : index * _HOP + _WINDOW] += frame
    # Four windows overlap, and their squares add up to one and a half.
    return (result / 1.5)[_WINDOW : _WINDOW + len(samples)].astype(np.float32)


def _smoothed(power: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Average over neighbouring frequencies."""
    reach = round(_SMOOTHING_HZ / 2 / (SAMPLE_RATE / _WINDOW))
    sums = np.cumsum(np.pad(power, ((0, 0), (reach + 1, reach)), mode="edge"), axis=1)
    width = 2 * reach + 1
    return np.maximum((sums[:, width:] - sums[:, :-width]) / width, 0.0)


def _without_chest(bins: int) -> npt.NDArray[np.float64]:
    frequency = np.arange(bins) * SAMPLE_RATE / _WINDOW
    return np.asarray(np.clip(frequency / _CHEST_HZ, 0.15, 1.0))
