"""The breath that people take between sentences."""

from __future__ import annotations

import numpy as np

from generation.providers.animatic.voice.wave import SAMPLE_RATE, Samples, active_level

# Far enough below speech that one feels it more than one hears it.
_BELOW_SPEECH_DB = -31.0
_LONGEST_S = 0.30
# Air through the mouth has its colour here.
_CENTRE_HZ = 1500.0
_OCTAVES = 1.1


def inhaled(pause: Samples, speech: Samples, formant: float, seed: int) -> Samples:
    """Return `pause` with a breath that ends just before the next word, in proportion to the `speech` before it."""
    room = round(0.05 * SAMPLE_RATE)
    count = min(len(pause) - 2 * room, round(_LONGEST_S * SAMPLE_RATE))
    if count <= room:
        return pause
    noise = np.random.default_rng([seed, 5]).standard_normal(count)
    frequency = np.maximum(np.fft.rfftfreq(count, 1 / SAMPLE_RATE), 20.0)
    colour = np.exp(-0.5 * (np.log2(frequency / (_CENTRE_HZ * formant)) / _OCTAVES) ** 2)
    place = np.linspace(0.0, 1.0, count)
    swell = np.sin(np.pi * place**1.6) ** 2
    air = (np.fft.irfft(np.fft.rfft(noise) * colour, count) * swell).astype(np.float32)
    level = active_level(speech) * 10 ** (_BELOW_SPEECH_DB / 20) / max(float(np.sqrt(np.mean(air**2))), 1e-9)
    result = pause.copy()
    result[len(pause) - room - count : len(pause) - room] += air * np.float32(level)
    return result
