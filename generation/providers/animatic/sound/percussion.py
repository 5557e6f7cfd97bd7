"""Drums of the synthesiser: short sounds made of noise and falling sine waves."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .space import band
from .wave import SAMPLE_RATE, Samples, as_samples

_TAKES = 4
"""Recordings of each drum, played in turn: the same stroke twice sounds like a machine."""


def _time(seconds: float) -> Samples:
    return np.arange(int(seconds * SAMPLE_RATE), dtype=np.float32) / np.float32(SAMPLE_RATE)


def _noise(seconds: float, low: float, high: float, fall: float, rng: np.random.Generator) -> Samples:
    """Return a burst of noise between `low` and `high` Hz that dies at `fall` per second."""
    time = _time(seconds)
    burst = band(rng.standard_normal(len(time)).astype(np.float32), low, high) * np.exp(-time * fall)
    return as_samples(burst / np.abs(burst).max())


def _thump(seconds: float, hertz: float, drop: float, fall: float) -> Samples:
    """Return a skin's tone that starts `drop` Hz sharp and settles at `hertz`."""
    time = _time(seconds)
    phase = hertz * time + drop * (1 - np.exp(-time * 22)) / 22
    return as_samples(np.sin(2 * np.pi * phase) * np.exp(-time * fall))


def _mixed(*parts: Samples) -> Samples:
    out = np.zeros(max(map(len, parts)), np.float32)
    for part in parts:
        out[: len(part)] += part
    return out


def _soft_start(burst: Samples, seconds: float) -> Samples:
    """Return `burst` rising over `seconds`, as a brush drawn over a skin does."""
    length = int(seconds * SAMPLE_RATE)
    burst[:length] *= np.linspace(0, 1, length, dtype=np.float32)
    return burst


def _made(drum: str, rng: np.random.Generator) -> Samples:
    loose = rng.uniform(0.96, 1.04)
    match drum:
        case "kick":
            return _thump(0.4, 52 * loose, 110, 9)
        case "taiko":
            return _mixed(
                _thump(1.3, 62 * loose, 70, 4.2),
                0.4 * _thump(0.7, 118 * loose, 40, 9),
                0.25 * _noise(0.12, 120, 1400, 45, rng),
            )
        case "frame":
            return _mixed(_thump(0.6, 96 * loose, 40, 9), 0.25 * _noise(0.15, 300, 2500, 40, rng))
        case "snare":
            return _mixed(0.5 * _thump(0.18, 185 * loose, 40, 24), 0.6 * _noise(0.22, 900, 5500, 20, rng))
        case "tap":
            return _mixed(0.35 * _thump(0.12, 190 * loose, 20, 35), 0.5 * _noise(0.16, 1200, 6000, 28, rng))
        case "brushtap":
            return 0.6 * _noise(0.1, 900, 5000, 42, rng)
        case "swish":
            return 0.5 * _soft_start(_noise(0.42, 1500, 6000, 7, rng), 0.14)
        case "ride" | "hat":
            return 0.35 * _noise(0.35 if drum == "ride" else 0.09, 5000, 9000, 12 if drum == "ride" else 55, rng)
        case "shaker":
            return 0.4 * _soft_start(_noise(0.11, 3500, 8000, 40, rng), 0.02)
        case "tambourine":
            return 0.45 * _noise(0.24, 4200, 9000, 20, rng)
        case "cymbal":
            return 0.5 * _noise(2.4, 2500, 8000, 1.8, rng)
        case "block":
            return _mixed(_thump(0.12, 820 * loose, 0, 45), 0.4 * _thump(0.12, 1290 * loose, 0, 55))
        case "tick":
            return 0.5 * _noise(0.05, 1800, 5200, 110, rng)
        case "clap":
            return 0.6 * _noise(0.2, 800, 3500, 24, rng)
        case _:
            return _noise(0.1, 400, 3000, 40, rng)  # fmt: skip


@lru_cache(maxsize=128)
def _take(drum: str, take: int) -> Samples:
    burst = _made(drum, np.random.default_rng([take, *drum.encode()]))
    rise, fall = min(48, len(burst)), min(960, len(burst))
    burst[:rise] *= np.linspace(0, 1, rise, dtype=np.float32)
    burst[-fall:] *= np.linspace(1, 0, fall, dtype=np.float32)
    return burst


def drum_sound(drum: str, stroke: int) -> Samples:
    """Return one stroke on `drum`, mono; `stroke` counts them, so that neighbours differ."""
    return _take(drum, stroke % _TAKES)
