"""What noises are made of: coloured noise, slow swells, scattered grains, ringing bodies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .space import band, pan_gains
from .wave import SAMPLE_RATE, Samples, as_samples

Rng = np.random.Generator


def seconds(length_s: float) -> Samples:
    """Return the time of each sample of `length_s`."""
    return np.arange(int(length_s * SAMPLE_RATE), dtype=np.float32) / np.float32(SAMPLE_RATE)


def hiss(samples: int, low: float, high: float, rng: Rng, *, width: float = 0.7) -> Samples:
    """Return stereo noise between `low` and `high` Hz of unit power; `width` 0 is mono, 1 two separate sides."""
    noise = rng.standard_normal((samples, 2), dtype=np.float32)
    noise[:, 1] = width * noise[:, 1] + np.float32((1 - width**2) ** 0.5) * noise[:, 0]
    noise = band(noise, low, high)
    return noise / np.float32(np.sqrt(np.mean(np.square(noise))) + 1e-9)


def puff(length_s: float, low: float, high: float, fall: float, rng: Rng, *, rise_s: float = 0.001) -> Samples:
    """Return a mono burst of noise that rises in `rise_s` and dies at `fall` per second, of unit peak."""
    time = seconds(length_s)
    burst = band(rng.standard_normal(len(time), dtype=np.float32), low, high)
    burst *= np.minimum(1, time / rise_s) * np.exp(-time * fall)
    burst *= np.minimum(1, (time[-1] - time) / 0.005)
    return as_samples(burst / (np.abs(burst).max() + 1e-9))


def ring(length_s: float, hertz: float, partials: Sequence[tuple[float, float, float]]) -> Samples:
    """Return a struck body, mono, of unit peak: `partials` are (ratio to `hertz`, level, fall per second)."""
    time = seconds(length_s)
    out = np.zeros(len(time), np.float32)
    for ratio, level, fall in partials:
        out += level * np.exp(-time * fall) * np.sin(np.float32(2 * np.pi * hertz * ratio) * time)
    out *= np.minimum(1, time / 0.001) * np.minimum(1, (time[-1] - time) / 0.02)
    return as_samples(out / (np.abs(out).max() + 1e-9))


def chirp(hertz: Samples, envelope: Samples, harmonics: Sequence[float] = (1.0,)) -> Samples:
    """Return a voice whose pitch follows `hertz` and loudness `envelope`, with levels of its `harmonics`."""
    phase = np.cumsum(hertz.astype(np.float64)) * (2 * np.pi / SAMPLE_RATE)
    voice = sum(level * np.sin(number * phase) for number, level in enumerate(harmonics, 1))
    return as_samples(voice * envelope)


def hump(samples: int, *, rise: float = 0.5) -> Samples:
    """Return an envelope from 0 up to 1 at the share `rise` and back to 0, rounded."""
    place = np.linspace(0, 1, samples, dtype=np.float32)
    return np.sin(np.pi / 2 * np.interp(place, (0, rise, 1), (0, 1, 0))).astype(np.float32) ** 2


def swell(samples: int, period_s: float, depth: float, rng: Rng) -> Samples:
    """Return a slow random gain of about 1, moving by up to `depth` every `period_s`, shape (samples, 1)."""
    points = max(2, int(samples / SAMPLE_RATE / period_s) + 2)
    heights = 1 - depth * rng.random(points)
    # Cosine steps between random heights have no corners, so the gain itself makes no sound.
    place = np.linspace(0, points - 1.001, samples)
    index = place.astype(int)
    blend = 0.5 - 0.5 * np.cos(np.pi * (place - index))
    return as_samples(heights[index] * (1 - blend) + heights[index + 1] * blend)[:, None]


def put(stereo: Samples, sound: Samples, start: int, *, level: float = 1.0, pan: float = 0.0) -> None:
    """Add mono `sound` into `stereo` at sample `start`; what runs over the end is left away."""
    sound = sound[: max(0, len(stereo) - start)]
    for side, gain in enumerate(pan_gains(pan)):
        stereo[start : start + len(sound), side] += sound * np.float32(gain * level)


def scatter(samples: int, rate: float, make: Callable[[Rng], Samples], rng: Rng, *, takes: int = 24) -> Samples:
    """Return stereo grains at random times, `rate` a second, drawn from `takes` made by `make`.

    The times wrap around nothing: a grain that would run over the end is left out, so none is cut.
    """
    out = np.zeros((samples, 2), np.float32)
    grains = [make(rng) for _ in range(takes)]
    for _ in range(rng.poisson(rate * samples / SAMPLE_RATE)):
        grain = grains[int(rng.integers(takes))]
        if len(grain) < samples:
            start = int(rng.integers(samples - len(grain)))
            put(out, grain, start, level=float(rng.uniform(0.15, 1.0)), pan=float(rng.uniform(-0.8, 0.8)))
    return out
