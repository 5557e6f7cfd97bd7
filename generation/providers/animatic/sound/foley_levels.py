"""How loud each sound of a scene is beside the others, all well below speech."""

from __future__ import annotations

import numpy as np

from .loudness import k_weighted_power
from .wave import SAMPLE_RATE, Samples

USUAL_SPOT_LUFS = -27.0
"""The loudest quarter of a second of a spot: some 7 dB below a voice in the film's mix."""
_WINDOW = SAMPLE_RATE // 4

_LOUD, _FIRM, _SOFT, _FAINT = -20.5, -23.5, -31.0, -35.0

_BY_LEVEL: dict[float, str] = {
    _LOUD: "gunshot|rifle|shotgun|machine gun|explosion|cannon|thunder crack|crash|fireworks|rocket",
    _FIRM: "thunder|door slam|glass break|scream|punch|body fall|thud|rocks|tree fall|earthquake|avalanche|jet|boom|"
           "train pass|monster|lion|car horn|siren|alarm|splash|cheer|applause|sword fight|clang|brakes",
    _SOFT: "breath|page|paper|writing|cloth|click|keyboard|purr|mouse|fly|whisper|rustle|ticking|zip|curtain|"
           "footsteps carpet|footsteps grass|drip|set down|heartbeat|snore|murmur|floorboard|chalk|stirring|keys|"
           "vibrating phone|cricket|whine|pigeon|kiss|gulp|servo|dice|cards|projector|hiss|owl|wolf|ghost|swish",
    _FAINT: "wings",
}  # fmt: skip
SPOT_LUFS: dict[str, float] = {name: level for level, names in _BY_LEVEL.items() for name in names.split("|")}

# Beds and rhythms in dB from the level of beds; others are at it.
_BEDS: dict[str, float] = {
    "room tone": -12, "vent": -8, "hum": -7, "crickets": -6, "night": -6, "birds": -4, "seagulls": -4, "drip": -5,
    "insects": -5, "chimes": -5, "engine": -2, "crowd": -2, "wind": -2, "clock": -3, "typing": -2, "heartbeat": -2,
    "underwater": -2,
}  # fmt: skip


def bed_level(name: str) -> float:
    """Return how much louder or softer than others a bed or a rhythm lies, in dB."""
    return _BEDS.get(name, 0.0)


def loudest_moment(mono: Samples) -> float:
    """Return the K-weighted level of the loudest quarter of a second of `mono`, in LUFS as heard from both sides."""
    padded = np.zeros(max(len(mono), _WINDOW), np.float32)
    padded[: len(mono)] = mono
    power = np.cumsum(np.concatenate(([0.0], k_weighted_power(padded))))
    loudest = float((power[_WINDOW:] - power[:-_WINDOW]).max()) / _WINDOW
    return float(-0.691 + 10 * np.log10(max(loudest, 1e-12)))
