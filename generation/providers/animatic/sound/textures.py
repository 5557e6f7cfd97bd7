"""What noises are made of: coloured noise, slow swells, scattered grains, ringing bodies, voices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .space import band, pan_gains
from .wave import SAMPLE_RATE, Samples, as_samples

Rng = np.random.Generator

_CONTROL = 96
"""Samples between two values of a slow gain: 2 ms."""


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
    place = np.linspace(0, points - 1.001, max(2, samples // _CONTROL + 2))
    index = place.astype(int)
    blend = 0.5 - 0.5 * np.cos(np.pi * (place - index))
    gain = heights[index] * (1 - blend) + heights[index + 1] * blend
    return as_samples(np.interp(np.linspace(0, 1, samples), np.linspace(0, 1, len(gain)), gain))[:, None]


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


Formant = tuple[float, float, float]
"""Centre in Hz, width as a ratio (1.2 is narrow), level."""

AH: tuple[Formant, ...] = ((750, 1.35, 1.0), (1150, 1.3, 0.6), (2600, 1.3, 0.25))
OH: tuple[Formant, ...] = ((450, 1.35, 1.0), (800, 1.3, 0.5), (2500, 1.3, 0.12))
EE: tuple[Formant, ...] = ((320, 1.4, 1.0), (2200, 1.25, 0.45), (3000, 1.25, 0.3))


def line(*parts: tuple[float, Samples]) -> Samples:
    """Return sounds put one over the other, each at its second."""
    out = np.zeros(max(int(at * SAMPLE_RATE) + len(part) for at, part in parts), np.float32)
    for at, part in parts:
        start = int(at * SAMPLE_RATE)
        out[start : start + len(part)] += part
    return out


def bent(length_s: float, points: Sequence[tuple[float, float]]) -> Samples:
    """Return a pitch over time: `points` are (share of the length, Hz)."""
    shares, hertz = zip(*points, strict=True)
    return as_samples(np.interp(np.linspace(0, 1, int(length_s * SAMPLE_RATE)), shares, hertz))


def voice(
    length_s: float, points: Sequence[tuple[float, float]], harmonics: Sequence[float], *, rise: float = 0.2
) -> Samples:
    """Return a tone that follows `points` (see `bent`), loudest at the share `rise`, of about unit peak."""
    pitch = bent(length_s, points)
    return as_samples(chirp(pitch, hump(len(pitch), rise=rise), harmonics) / sum(harmonics))


def throat(
    length_s: float,
    points: Sequence[tuple[float, float]],
    formants: Sequence[Formant],
    rng: Rng,
    *,
    rise: float = 0.2,
    breath: float = 0.1,
) -> Samples:
    """Return what a throat makes: a buzz whose pitch follows `points`, and breath, both coloured by `formants`."""
    pitch = bent(length_s, points)
    pitch = as_samples(pitch * (1 + 0.01 * np.cumsum(rng.standard_normal(len(pitch))) / len(pitch) ** 0.5))
    harmonics = [number**-0.7 for number in range(1, max(2, int(4500 / float(pitch.mean()))) + 1)]
    buzz = chirp(pitch, np.ones(len(pitch), np.float32), harmonics) / 3
    source = as_samples(buzz + breath * rng.standard_normal(len(pitch), dtype=np.float32))
    out = np.zeros(len(pitch), np.float32)
    for centre, width, level in formants:
        out += np.float32(level) * band(source, centre / width, centre * width)
    out *= hump(len(pitch), rise=rise)
    return as_samples(out / (np.abs(out).max() + 1e-9))


def grains(length_s: float, rate: float, make: Callable[[Rng], Samples], rng: Rng, *, takes: int = 12) -> Samples:
    """Return a mono flurry of grains, `rate` a second, that rises at once and thins out over `length_s`."""
    made = [make(rng) for _ in range(takes)]
    longest = max(map(len, made))
    out = np.zeros(int(length_s * SAMPLE_RATE) + longest, np.float32)
    for at in rng.random(max(1, int(rate * length_s))) ** 1.3 * length_s:
        grain = made[int(rng.integers(takes))]
        start = int(at * SAMPLE_RATE)
        out[start : start + len(grain)] += grain * np.float32(rng.uniform(0.25, 1.0))
    return out


def roughened(sound: Samples, hertz: float, depth: float) -> Samples:
    """Return `sound` beating at `hertz`, as an engine, a purr or a growl does."""
    time = np.arange(len(sound), dtype=np.float32) / np.float32(SAMPLE_RATE)
    beat = np.sin(np.float32(2 * np.pi * hertz) * time) * 0.5 + 0.5
    return as_samples(sound * (1 - depth + depth * beat**2))


def faded(sound: Samples, head_s: float, tail_s: float) -> Samples:
    """Return mono `sound` with its ends faded, in place."""
    head, tail = min(len(sound), int(head_s * SAMPLE_RATE)), min(len(sound), int(tail_s * SAMPLE_RATE))
    if head:
        sound[:head] *= np.linspace(0, 1, head, dtype=np.float32)
    if tail:
        sound[-tail:] *= np.linspace(1, 0, tail, dtype=np.float32)
    return sound
