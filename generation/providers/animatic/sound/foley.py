"""The sound of a scene: beds for its whole length, rhythms over them, and spots where they tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .foley_beds import BEDS
from .foley_rhythms import RHYTHMS
from .foley_spots import SPOTS
from .foley_words import loudness_of, sounds_named
from .loudness import limit, loudness
from .space import convolve, fade_ends, room
from .textures import Rng, put
from .wave import SAMPLE_RATE, Samples, samples_in, write_wav

BED_LUFS = -27.0
_RHYTHM_LUFS = -30.0
_QUIET_LUFS = -44.0
"""Room tone under spots alone: enough that the sound never drops to nothing."""
_PEAK = 0.495
_FADE_S = 0.03
_LOOP_S = 30
"""Longer scenes repeat a bed of this length: nobody hears that rain comes round again."""
_CROSSFADE_S = 2.0
_SPOT_EVERY_S = (14.0, 26.0)
_LONGEST_SPOT_S = 7.0

# How loud each bed is beside the others, in LUFS from the bed's level; others are at it.
_TRIM: Mapping[str, float] = {
    "room tone": -16, "hum": -9, "crickets": -8, "night": -8, "birds": -5, "seagulls": -5, "drip": -7, "insects": -7,
    "chimes": -7, "engine": -3, "crowd": -2, "wind": -2, "clock": -4, "typing": -3, "heartbeat": -2,
}  # fmt: skip

# How loud a spot is at its peak; others reach 0.3.
_SPOT_PEAK: Mapping[str, float] = {
    "gunshot": 0.48, "explosion": 0.48, "thunder": 0.45, "glass break": 0.38, "crash": 0.42, "door": 0.36,
    "siren": 0.14, "owl": 0.16, "wolf": 0.12, "magic": 0.2, "music box": 0.2, "paper": 0.18, "click": 0.2,
    "phone": 0.22, "glass clink": 0.2, "cat": 0.16, "beep": 0.16, "dog": 0.24, "whoosh": 0.22, "train whistle": 0.2,
    "ship horn": 0.24, "rooster": 0.18, "laser": 0.18, "neigh": 0.2, "breath": 0.14,
}  # fmt: skip


def scene_sound(sounds: Sequence[str], duration_ms: int, seed: int, path: str) -> dict[str, Any]:
    """Mix the named `sounds` for exactly `duration_ms` into the file `path`; return those used and those not known."""
    gains: dict[str, float] = {}
    unknown = []
    for phrase in sounds:
        named = sounds_named(phrase)
        gains.update({name: max(loudness_of(phrase), gains.get(name, 0.0)) for name in named})
        if not named:
            unknown.append(phrase)
    gains = gains or {"room tone": 1.0}
    mixed = _mix(gains, samples_in(duration_ms), seed)
    write_wav(Path(path), fade_ends(limit(mixed, _PEAK), head_s=_FADE_S, tail_s=_FADE_S))
    return {"sounds": list(gains), "unknown": unknown}


def _mix(gains: Mapping[str, float], samples: int, seed: int) -> Samples:
    beds = [name for name in gains if name in BEDS]
    events = [name for name in gains if name not in BEDS]
    mixed = np.zeros((samples, 2), np.float32)
    for name in beds or ["room tone"]:
        level = BED_LUFS + _TRIM.get(name, 0.0) - 3.0 * max(0, len(beds) - 1) ** 0.5
        bed = _looped(name, samples, _generator(name, seed))
        mixed += _levelled(bed, level if beds else _QUIET_LUFS) * np.float32(gains.get(name, 1.0))
    if events:
        near = np.zeros((samples, 2), np.float32)
        for name in events:
            near += np.float32(gains[name]) * _event(name, samples, _generator(name, seed))
        mixed += near + convolve(near.mean(axis=1), [side * np.float32(0.12) for side in room(0.9)])
    return mixed


def _generator(name: str, seed: int) -> Rng:
    return np.random.default_rng([abs(seed), *name.encode()])


def _levelled(sound: Samples, lufs: float) -> Samples:
    measured = loudness(sound)
    return sound * np.float32(10 ** ((lufs - measured) / 20)) if measured > -100 else sound


def _looped(name: str, samples: int, rng: Rng) -> Samples:
    """Return a bed of `samples`: made whole, or a loop whose end runs softly into its beginning."""
    loop = _LOOP_S * SAMPLE_RATE
    if samples <= loop:
        return BEDS[name](max(samples, SAMPLE_RATE), rng)[:samples]
    overlap = int(_CROSSFADE_S * SAMPLE_RATE)
    made = BEDS[name](loop + overlap, rng)
    rise = np.sin(np.linspace(0, np.pi / 2, overlap, dtype=np.float32))[:, None]
    made[:overlap] = made[:overlap] * rise + made[loop:] * rise[::-1]
    return np.tile(made[:loop], (-(-samples // loop), 1))[:samples]


def _event(name: str, samples: int, rng: Rng) -> Samples:
    if name in RHYTHMS:
        rhythm = _levelled(RHYTHMS[name](samples, rng), _RHYTHM_LUFS + _TRIM.get(name, 0.0))
        return limit(rhythm, 0.4)
    out = np.zeros((samples, 2), np.float32)
    for start in spot_times(samples / SAMPLE_RATE, rng):
        spot = SPOTS[name](rng)
        level = _SPOT_PEAK.get(name, 0.3) / (float(np.abs(spot).max()) + 1e-9)
        put(out, spot, int(start * SAMPLE_RATE), level=level, pan=float(rng.uniform(-0.5, 0.5)))
    return out


def spot_times(length_s: float, rng: Rng) -> list[float]:
    """Return when a spot is heard in a scene of `length_s` seconds: never at once, and not often."""
    latest = max(length_s * 0.3, length_s - _LONGEST_SPOT_S)
    at = float(rng.uniform(0.12, 0.32)) * min(length_s, 15.0)
    times = []
    while at <= latest:
        times.append(at)
        at += float(rng.uniform(*_SPOT_EVERY_S))
    return times or [length_s * 0.25]
