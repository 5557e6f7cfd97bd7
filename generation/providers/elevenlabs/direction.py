"""Stage directions for voices that take them as tags in the text, and for those that have only a few dials.

What a direction asks for is looked up by stems of its words. What no stem knows is said to the user, not passed on: a
tag that a model does not know is read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Manner:
    """How a line is said: the tag for models that know tags, and what the dials are turned to for the others.

    A lower `stability` lets the voice move more, a higher `style` exaggerates it; `speed` is a multiplier.
    """

    tag: str
    stability: float | None = None
    style: float | None = None
    speed: float = 1.0


_MANNERS: tuple[tuple[str, Manner], ...] = (
    (r"whisper|under (?:his|her|their|its|my) breath|hiss|sotto voce|hushed", Manner("whispers", 0.4, 0.2, 0.94)),
    (r"shout|yell|scream|shriek|bellow|roar|loud|cr(?:y|ies|ying) out", Manner("shouts", 0.3, 0.6, 1.03)),
    (r"laugh|giggl|chuckl|snicker", Manner("laughs", 0.3, 0.5)),
    (r"weep|in tears|tearful|\bsob|\bcr(?:y|ies|ying)\b(?! out)|sniff", Manner("crying", 0.3, 0.5, 0.92)),
    (r"sigh|exhal|weary|tired|exhaust", Manner("sighs", 0.5, 0.2, 0.92)),
    (r"excit|thrill|eager|enthus|ecstatic|delight|overjoyed", Manner("excited", 0.3, 0.5, 1.06)),
    (r"happ[yi]|joy|cheer|bright|smil|grin|playful|teas|amus", Manner("happy", 0.4, 0.4, 1.02)),
    (r"\bsad|sorrow|grie[fv]|mourn|broken|wistful|melanchol|dejected", Manner("sad", 0.45, 0.3, 0.92)),
    (r"angr|furious|fury|\brag(?:e|ing)|snarl|growl|seeth|outraged|livid", Manner("angry", 0.3, 0.6, 1.04)),
    (r"fear|afraid|scared|terrif|trembl|nervous|anxious|frighten|worried", Manner("nervous", 0.35, 0.4, 1.04)),
    (r"sarcas|ironic|mock|sneer|condescend", Manner("sarcastic", 0.4, 0.5)),
    (r"curious|question|puzzl|confus|wonder", Manner("curious", 0.4, 0.3)),
    (r"surpris|amazed|astonish|incredul|disbelie|gasp", Manner("surprised", 0.35, 0.5, 1.03)),
    (r"soft|gentl|tender|quiet|calm|murmur|mutter|loving|sooth|intimate|kindly", Manner("softly", 0.6, 0.1, 0.95)),
    (r"grave|serious|solemn|cold|grim|stern|ominous|menac|threat", Manner("serious", 0.6, 0.2, 0.95)),
    (r"flat|deadpan|monoton|bored|dull|emotionless", Manner("deadpan", 0.9, 0.0)),
    (r"slow|drawl|hesita|halting|deliberate|measured", Manner("slowly", speed=0.85)),
    (r"fast|quick|hurr|rush|urgent|rapid|panick?|frantic", Manner("rushed", 0.4, 0.3, 1.15)),
    (r"plead|beg(?:s|ging)\b|desperate|implor", Manner("pleading", 0.3, 0.5)),
    (r"proud|triumph|victor|declar|announc", Manner("proud", 0.45, 0.4)),
)
_COMPILED = tuple((re.compile(rf"\b(?:{stems})", re.IGNORECASE), manner) for stems, manner in _MANNERS)
_DENIED = re.compile(r"\b(?:not|never|without|no longer|isn't|stops?|instead of|rather than)\s+(?:\w+\s+)?[\w-]+", re.I)

SLOWEST, FASTEST = 0.7, 1.2
"""What the vendor takes for `speed`."""

_DIALS = ("stability", "similarity_boost", "style", "use_speaker_boost", "speed")
_FOREIGN = {"pitch": "pitch", "formant": "timbre"}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is put before the text, what the dials are turned to, and what the user has to know."""

    prefix: str
    dials: dict[str, Any]
    notes: tuple[str, ...] = ()


def deliver(direction: str, wishes: Mapping[str, Any], settings: Mapping[str, Any]) -> Delivery:
    """Return how a line is to be said on a model.

    `wishes` are a voice's own settings, `settings` the model's row: `tags` (it takes tags), `dials` (the names it
    takes), `stability_steps` (the only values it takes).
    """
    manners = _manners(direction)
    notes = (
        [f"This voice of ElevenLabs was not told “{direction.strip()}”: it does not know how."]
        if (direction.strip() and not manners)
        else []
    )
    notes += [_cannot(name) for name in _FOREIGN if float(wishes.get(name, 1) or 1) != 1]
    dials = {name: wishes[name] for name in _DIALS if wishes.get(name) is not None}
    if settings.get("tags"):
        prefix = "".join(f"[{manner.tag}] " for manner in manners)
        speed = 1.0
    else:
        prefix = ""
        speed = _turn(dials, manners)
    _set_speed(dials, speed * float(wishes.get("pace", 1) or 1))
    return Delivery(prefix, _taken(dials, settings), tuple(notes))


def _manners(direction: str) -> list[Manner]:
    plain = _DENIED.sub(" ", direction)
    return [manner for stems, manner in _COMPILED if stems.search(plain)]


def _turn(dials: dict[str, Any], manners: list[Manner]) -> float:
    """Turn the dials as the first manner that says so wants; what the voice itself asks for stays. Return the pace."""
    speed = 1.0
    for manner in manners:
        speed *= manner.speed
        if manner.stability is not None:
            dials.setdefault("stability", manner.stability)
        if manner.style is not None:
            dials.setdefault("style", manner.style)
    return speed


def _set_speed(dials: dict[str, Any], factor: float) -> None:
    speed = round(float(dials.get("speed", 1.0)) * factor, 3)
    if speed != 1.0 or "speed" in dials:
        dials["speed"] = min(FASTEST, max(SLOWEST, speed))


def _taken(dials: Mapping[str, Any], settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return the dials that the model has, at values that it takes."""
    taken = {name: value for name, value in dials.items() if name in settings.get("dials", _DIALS)}
    steps = settings.get("stability_steps")
    if steps and "stability" in taken:
        wanted = float(taken["stability"])
        taken["stability"] = min(steps, key=lambda step: (abs(step - wanted), step))
    return taken


def _cannot(name: str) -> str:
    return f"The {_FOREIGN[name]} of this voice was left as it is: ElevenLabs does not change it."
