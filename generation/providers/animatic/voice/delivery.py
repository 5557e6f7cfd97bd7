"""How a line is delivered: a voice, the settings for it and the script's direction, in one set of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from generation.providers.animatic.voice.directions import CHANNEL_SOUND, Change, changes_in
from generation.providers.animatic.voice.voices import Shape, VoiceSpec

FILM_PACE = 0.86
"""The model reads at four words a second; people who tell a story take a quarter longer."""

# Past these the model's own melody breaks up or stops being understood.
_LIMITS = {
    "pitch": (0.35, 2.1),
    "formant": (0.7, 1.35),
    "throat": (0.8, 1.25),
    "pace": (0.55, 1.7),
    "liveliness": (0.0, 1.9),
    "breath": (0.0, 1.0),
    "rough": (0.0, 0.6),
    "tremor": (0.0, 0.06),
    "shake": (0.0, 0.6),
    "tilt": (-4.0, 5.0),
}
_LEVEL_RANGE = (-6.0, 3.0)
_MULTIPLIED = frozenset({"pitch", "formant", "throat", "pace", "liveliness"})
# Two reasons to be breathy or to tremble do not add up; the stronger one is heard.
_STRONGEST = frozenset({"breath", "rough", "tremor", "shake"})


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a voice is made of for one line, `level_db` above or below the usual level, and what it is heard through.

    `channel` is "" or one of the keys of `channel.CHANNELS`; `pauses` multiplies every pause.
    """

    shape: Shape = field(default_factory=Shape)
    level_db: float = 0.0
    channel: str = ""
    pauses: float = 1.0


def delivery_of(voice: VoiceSpec, direction: str, settings: Mapping[str, Any]) -> Delivery:
    """Combine them. `settings` may hold the multipliers "pitch", "pace" and "formant".

    Other settings, and values that are no numbers, are another vendor's and are left alone. The answer
    is kept inside what the model can say.
    """
    shape = _combined(voice.shape, Shape(pace=FILM_PACE))
    level, channel, pauses = 0.0, voice.channel, 1.0
    for change in changes_in(direction):
        shape = _combined(shape, change.shape)
        level, channel, pauses = level + change.level_db, change.channel or channel, pauses * change.pauses
    own = Shape(pitch=_number(settings, "pitch"), formant=_number(settings, "formant"), pace=_number(settings, "pace"))
    quieter = CHANNEL_SOUND.get(channel, Change()).level_db
    return Delivery(_limited(_combined(shape, own)), _clamp(level + quieter, _LEVEL_RANGE), channel, pauses)


def _combined(one: Shape, other: Shape) -> Shape:
    values: dict[str, float] = {}
    for name in (each.name for each in fields(Shape)):
        first, second = getattr(one, name), getattr(other, name)
        if name in _MULTIPLIED:
            values[name] = first * second
        else:
            values[name] = max(first, second) if name in _STRONGEST else first + second
    return Shape(**values)


def _limited(shape: Shape) -> Shape:
    values = {each.name: getattr(shape, each.name) for each in fields(Shape)}
    return Shape(**values | {name: _clamp(values[name], limits) for name, limits in _LIMITS.items()})


def _number(settings: Mapping[str, Any], name: str) -> float:
    value = settings.get(name, 1.0)
    usable = isinstance(value, int | float) and not isinstance(value, bool) and 0.0 < value < 100.0
    return float(value) if usable else 1.0


def _clamp(value: float, limits: tuple[float, float]) -> float:
    low, high = limits
    return min(max(value, low), high)
