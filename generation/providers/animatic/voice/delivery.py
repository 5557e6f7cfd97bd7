"""How a line is delivered: a voice, the settings for it and the script's direction, in one set of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generation.providers.animatic.voice.voices import VoiceSpec

# Past these the model's own melody breaks up or stops being understood.
_PITCH_RANGE = (0.35, 2.0)
_FORMANT_RANGE = (0.7, 1.35)
_PACE_RANGE = (0.6, 1.7)
_LEVEL_RANGE = (-3.0, 2.0)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Multipliers of the recorded speaker (see `VoiceSpec`) and `level_db`, above or below the usual level."""

    pitch: float = 1.0
    formant: float = 1.0
    pace: float = 1.0
    liveliness: float = 1.0
    breath: float = 0.0
    tremor: float = 0.0
    level_db: float = 0.0


# Stems of the words that scripts use in parentheses, and what they do to a voice. All that match apply.
_DIRECTIONS: tuple[tuple[re.Pattern[str], Delivery], ...] = tuple(
    (re.compile(rf"\b(?:{stems})", re.IGNORECASE), delivery)
    for stems, delivery in (
        ("whisper|under (?:his|her|their) breath|hiss", Delivery(pace=0.94, breath=1.0, level_db=-3.0)),
        ("shout|yell|scream|bellow|roar|loud|call(?:s|ing) out|cry out", Delivery(1.16, 1.0, 1.06, 1.25, level_db=2.0)),
        ("slow|drawl|hesita|halting", Delivery(pace=0.86)),
        ("fast|quick|hurr|rush|urgent|rapid|breathless|panick", Delivery(pace=1.14, liveliness=1.05)),
        ("excit|happ[yi]|joy|cheer|laugh|delight|thrill|eager", Delivery(1.07, 1.0, 1.06, 1.25)),
        ("sad|sorrow|grie[fv]|weep|tear|mourn|sob|broken", Delivery(0.96, 1.0, 0.90, 0.75, level_db=-1.0)),
        ("tired|wear[yi]|exhaust|sleep|weak", Delivery(0.95, 1.0, 0.88, 0.75, 0.15, level_db=-1.0)),
        ("angr|furious|rage|fierce|stern|harsh|bitter", Delivery(1.04, 1.0, 1.04, 1.2, level_db=1.0)),
        ("fear|afraid|scared|terrif|trembl|nervous|anxious|frighten", Delivery(1.06, 1.0, 1.05, 1.1, 0.1, 0.02)),
        ("soft|gentl|tender|quiet|calm|hush|murmur|mutter", Delivery(0.99, 1.0, 0.95, 0.9, 0.2, level_db=-1.5)),
        ("grave|serious|solemn|cold|flat|deadpan|monoton", Delivery(0.98, 1.0, 0.97, 0.7)),
    )
)


FILM_PACE = 0.86
"""The model reads at four words a second; people who tell a story take a quarter longer."""


def delivery_of(voice: VoiceSpec, direction: str, settings: Mapping[str, Any]) -> Delivery:
    """Combine them. `settings` may hold the multipliers "pitch", "pace" and "formant".

    Other settings, and values that are no numbers, are another vendor's and are left alone. The answer
    is kept inside what the model can say.
    """
    pace = voice.pace * FILM_PACE
    delivery = Delivery(voice.pitch, voice.formant, pace, voice.liveliness, voice.breath, voice.tremor)
    for stems, change in _DIRECTIONS:
        if stems.search(direction):
            delivery = _combine(delivery, change)
    own = Delivery(_number(settings, "pitch"), _number(settings, "formant"), _number(settings, "pace"))
    return _limited(_combine(delivery, own))


def _combine(one: Delivery, other: Delivery) -> Delivery:
    return Delivery(
        one.pitch * other.pitch,
        one.formant * other.formant,
        one.pace * other.pace,
        one.liveliness * other.liveliness,
        max(one.breath, other.breath),
        max(one.tremor, other.tremor),
        one.level_db + other.level_db,
    )


def _limited(delivery: Delivery) -> Delivery:
    return Delivery(
        _clamp(delivery.pitch, _PITCH_RANGE),
        _clamp(delivery.formant, _FORMANT_RANGE),
        _clamp(delivery.pace, _PACE_RANGE),
        delivery.liveliness,
        delivery.breath,
        delivery.tremor,
        _clamp(delivery.level_db, _LEVEL_RANGE),
    )


def _number(settings: Mapping[str, Any], name: str) -> float:
    value = settings.get(name, 1.0)
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0.0 < value < 100.0
    return float(value) if usable else 1.0


def _clamp(value: float, limits: tuple[float, float]) -> float:
    low, high = limits
    return min(max(value, low), high)
