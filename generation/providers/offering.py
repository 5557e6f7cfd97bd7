"""Writing rows of models whose fields are named by the language of `fields`: each limit is said once.

What a model takes, needs and makes follows from its settings; only what settings do not say is given beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .base import Capability
from .lengths import frame_lengths
from .specs import ModelSpec

_INPUTS = ("first_frame", "last_frame", "references", "edit", "mask", "sound", "clip", "picture", "sample")
_FILM_SHAPES = ((16, 9), (9, 16), (1, 1))

Sizes = dict[str, list[list[int]]]

CLIPS = {
    "480p": [[832, 480], [480, 832]],
    "720p": [[1280, 720], [720, 1280]],
    "1080p": [[1920, 1080], [1080, 1920]],
    "1440p": [[2560, 1440], [1440, 2560]],
    "2160p": [[3840, 2160], [2160, 3840]],
}
"""Sizes of clips under the names that most vendors use."""

MINIMAX_LANGUAGES = {
    "zh": "Chinese",
    "en": "English",
    "ar": "Arabic",
    "ru": "Russian",
    "es": "Spanish",
    "fr": "French",
    "pt": "Portuguese",
    "de": "German",
    "tr": "Turkish",
    "nl": "Dutch",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "id": "Indonesian",
    "ja": "Japanese",
    "it": "Italian",
    "ko": "Korean",
    "th": "Thai",
    "pl": "Polish",
    "ro": "Romanian",
    "el": "Greek",
    "cs": "Czech",
    "fi": "Finnish",
    "hi": "Hindi",
    "bg": "Bulgarian",
    "da": "Danish",
    "he": "Hebrew",
    "ms": "Malay",
    "sk": "Slovak",
    "sv": "Swedish",
    "hr": "Croatian",
    "hu": "Hungarian",
    "no": "Norwegian",
    "sl": "Slovenian",
    "ca": "Catalan",
    "nn": "Nynorsk",
    "af": "Afrikaans",
}
"""What MiniMax calls the languages that its voices speak."""


def clip_sizes(*names: str, own: Sizes | None = None) -> dict[str, Any]:
    """Return the rule of a size that is one of these words; `own` are words of the vendor's own."""
    return {"as": "names", "field": "resolution", "names": {**{name: CLIPS[name] for name in names}, **(own or {})}}


def seconds(*choices: int, way: str = "seconds", field: str = "duration") -> dict[str, Any]:
    """Return the rule of a length that is one of these."""
    return {"field": field, "as": way, "choices_ms": [choice * 1000 for choice in choices]}


def span(least_s: float, most_s: float, *, way: str = "seconds", field: str = "duration") -> dict[str, Any]:
    """Return the rule of any length between these."""
    return {"field": field, "as": way, "least_ms": round(least_s * 1000), "most_ms": round(most_s * 1000)}


def offered(key: str, label: str, capability: Capability, settings: Mapping[str, Any], /, **more: Any) -> ModelSpec:
    """Return the row of a model; `more` are fields of `ModelSpec`, which come before what its settings say."""
    vendor = key.partition("/")[0]
    kept = {name: value for name, value in settings.items() if value is not None}
    kept |= _demanded(kept)
    told: dict[str, Any] = {
        "key": key,
        "takes": tuple(_takes(kept)),
        "needs": tuple(kept.get("needs", ())),
        "max_references": _most_references(kept.get("references")),
        "max_prompt_chars": kept["prompt"].get("most") if isinstance(kept.get("prompt"), Mapping) else None,
        "shapes": tuple(kept.get("shape", {}).get("choices", ())),
        "sizes": tuple(_sizes(kept.get("size"))),
        **_lengths(kept),
    }
    return ModelSpec(
        label=label, vendor=vendor, capability=capability, settings={**kept, "label": label}, **{**told, **more}
    )


def _demanded(settings: Mapping[str, Any]) -> dict[str, int]:
    """Return what the model demands of a clip's sides: a clip that is made for it is made as large at once."""
    clip = settings.get("accepts", {}).get("clip", {})
    named = (("min_side", "least_side"), ("max_side", "most_side"))
    return {name: int(clip[word]) for name, word in named if word in clip}


def _takes(settings: Mapping[str, Any]) -> Iterable[str]:
    yield from (name for name in _INPUTS if name in settings)
    media = settings.get("media", {})
    yield from (name for kind, name in (("image", "picture"), ("video", "clip")) if kind in media)


def _most_references(rule: Any) -> int:
    if rule is None:
        return 0
    if isinstance(rule, str) or rule.get("as") == "one":
        return 1
    return int(rule.get("most", len(rule.get("fields", ())) or 1))


def _sizes(rule: Mapping[str, Any] | None) -> Iterable[tuple[int, int]]:
    if rule is None:
        return
    if rule["as"] == "fixed":
        yield from ((wide, high) for wide, high in rule["sizes"])
    elif rule["as"] == "names":
        yield from ((wide, high) for sizes in rule["names"].values() for wide, high in sizes)
    elif rule["as"] == "short_side":
        for side in rule["names"].values():
            for wide, high in _FILM_SHAPES:
                shorter = min(wide, high)
                yield -(-side * wide // shorter), -(-side * high // shorter)


def _lengths(settings: Mapping[str, Any]) -> dict[str, Any]:
    if "lasts_ms" in settings:
        return {"durations_ms": (settings["lasts_ms"],), "max_duration_ms": settings["lasts_ms"]}
    if "frames" in settings:
        least, most = frame_lengths(settings["frames"])
        return {"min_duration_ms": least, "max_duration_ms": most}
    rule = settings.get("duration") or settings.get("accepts", {}).get("clip") or {}
    choices = tuple(rule.get("choices_ms", ()))
    if choices:
        return {"durations_ms": choices, "min_duration_ms": min(choices), "max_duration_ms": max(choices)}
    return {"min_duration_ms": rule.get("least_ms", 0), "max_duration_ms": rule.get("most_ms")}
