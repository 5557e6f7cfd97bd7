"""What a row may send: which fields, with which values, how many references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generation.providers import lengths
from generation.providers.attachments import field_of, rule_of
from generation.providers.base import Capability
from generation.providers.fields import known_fields
from generation.providers.specs import ModelSpec

Span = tuple[float | None, float | None]


@dataclass(slots=True)
class Ask:
    """All requests that a row may lead to, at one place of a vendor.

    `operation` names the vendor's schema. `always` are fields that no request is without. Of a span or a number of
    characters None means that the row sets no limit.
    """

    operation: str
    fields: set[str] = field(default_factory=set)
    always: set[str] = field(default_factory=set)
    values: dict[str, list[Any]] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)
    chars: dict[str, int | None] = field(default_factory=dict)
    model: str = ""
    version: str = ""

    def sends(self, name: str, *values: Any, always: bool = True) -> None:
        """Note that a field is sent, with one of these values."""
        self.fields.add(name)
        self.values.setdefault(name, []).extend(values)
        if always:
            self.always.add(name)


_FILES: Mapping[Capability, tuple[str, ...]] = {
    Capability.LIPSYNC: ("sound",),
    Capability.FOLEY: ("clip",),
    Capability.VOICE: ("sound",),
    Capability.CAMERA: ("clip",),
    Capability.ALIGN: ("sound",),
}
"""Files that every request of a kind of work has."""
_ALWAYS = ("duration", "frames", "rate", "shape", "size", "seed", "audio", "voice", "expressiveness", "many_faces")
_FREELY_WORDED = frozenset({Capability.LIPSYNC, Capability.CAMERA})
"""Work that may be wanted without a word."""


def ask_by_fields(row: ModelSpec, operation: str, *, version: str = "") -> Ask:
    """Return what a row sends whose settings are in the language of `generation.providers.fields`."""
    settings = row.settings
    ask = Ask(operation, set(known_fields(settings)), model=operation, version=version)
    for name, value in settings.get("extra", {}).items():
        ask.sends(name, value)
    for fixed in (*settings.get("with", {}).values(), *settings.get("moves", {}).values()):
        for name, value in fixed.items():
            ask.sends(name, value, always=False)
    _note_words(ask, row)
    _note_files(ask, row)
    for key in _ALWAYS:
        if key in settings:
            ask.always |= set(_outer_names(settings[key]))
    _note_values(ask, settings)
    return _outermost(ask)


def _note_words(ask: Ask, row: ModelSpec) -> None:
    rule = row.settings.get("prompt")
    if rule is None:
        return
    name = field_of(rule)
    most = rule_of(rule).get("most", row.max_prompt_chars)
    ask.chars[name] = None if most is None else int(most)
    if row.capability not in _FREELY_WORDED or "fallback_prompt" in row.settings:
        ask.always.add(name)


def _note_files(ask: Ask, row: ModelSpec) -> None:
    settings = row.settings
    needed = {*settings.get("needs", ()), *_FILES.get(row.capability, ())}
    if row.capability is Capability.LIPSYNC and not {"clip", "picture"} <= set(settings):
        needed |= {"clip", "picture"} & set(settings)
    for role in needed & set(settings):
        if settings[role] != "references":
            ask.always |= set(_outer_names(settings[role])[:1])
        elif "references" in settings:
            ask.always |= set(_outer_names(settings["references"])[:1])
    if row.capability is Capability.UPSCALE and len(settings.get("media", {})) == 1:
        ask.always |= set(settings["media"].values())
    rule = settings.get("references")
    if rule is not None and rule_of(rule).get("as", "list") in {"list", "objects"}:
        ask.items[field_of(rule)] = int(rule_of(rule).get("most", row.max_references))


def _note_values(ask: Ask, settings: Mapping[str, Any]) -> None:
    for name, values in _listed(settings):
        ask.sends(name, *values, always=False)
    for name, least, most in _spanned(settings):
        ask.spans[name] = (least, most)


def _listed(settings: Mapping[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """Yield fields with the only values that they are sent."""
    if "shape" in settings:
        yield field_of(settings["shape"]), list(settings["shape"]["choices"])
    size = settings.get("size", {})
    if size.get("as") in {"names", "short_side", "megapixels"}:
        yield size["field"], list(size["names"])
    if "choices" in size:
        yield size["field"], list(size["choices"])
    if "duration" in settings:
        rule = settings["duration"]
        yield field_of(rule), [lengths.written(length, rule) for length in _lengths(rule)]
    rule = settings.get("rate")
    if rule is not None:
        yield field_of(rule), [str(one) if rule.get("as") == "text" else one for one in rule["choices"]]
    if "choices" in settings.get("frames", {}):
        rule = settings["frames"]
        yield field_of(rule), [str(one) if rule.get("as") == "text" else one for one in rule["choices"]]
    if "choices" in settings.get("voice", {}):
        yield field_of(settings["voice"]), list(settings["voice"]["choices"])
    if isinstance(settings.get("language"), Mapping) and "words" in settings["language"]:
        yield field_of(settings["language"]), list(settings["language"]["words"].values())
    for key in ("audio", "many_faces"):
        if key in settings:
            yield field_of(settings[key]), [bool(rule_of(settings[key]).get("on", False))]


def _lengths(rule: Mapping[str, Any]) -> list[int]:
    """Return the lengths that a rule may write; where any may be, the shortest and the longest."""
    if rule.get("choices_ms"):
        return [int(length) for length in rule["choices_ms"]]
    least, most = int(rule.get("least_ms", 1000)), rule.get("most_ms")
    if most is None:
        return [least]
    if rule.get("as") in {"text", "text_s"}:
        return list(range(-(-least // 1000) * 1000, int(most) + 1, 1000))
    return [least, int(most)]


def _spanned(settings: Mapping[str, Any]) -> Iterator[tuple[str, float | None, float | None]]:
    """Yield fields that are sent a number, with the least and the most of it."""
    size = settings.get("size", {})
    if size.get("as") == "sides":
        for side in ("width", "height"):
            yield size[side], size.get("least"), size.get("most")
    if size.get("as") == "factor" and "choices" not in size:
        yield size["field"], size.get("least", 1), size.get("most", 10)
    frames = settings.get("frames")
    if frames is not None:
        if "choices" not in frames and frames.get("as") != "text":
            yield field_of(frames), frames["least"], frames["most"]
        if "rate_field" in frames:
            least, most = frames.get("rates", (frames["rate"], frames["rate"]))
            yield frames["rate_field"], least, most
    if "seed" in settings:
        yield field_of(settings["seed"]), 0, rule_of(settings["seed"]).get("most", 2**31 - 1)
    for rule in settings.get("options", {}).values():
        yield field_of(rule), rule_of(rule).get("least"), rule_of(rule).get("most")
    if "expressiveness" in settings:
        rule = rule_of(settings["expressiveness"])
        yield field_of(rule), rule.get("least", 0), rule.get("most", 1)


def _outer_names(rule: Any) -> list[str]:
    if isinstance(rule, str):
        return [rule.partition(".")[0]]
    names = [str(rule[key]) for key in ("field", "rate_field", "width", "height") if isinstance(rule.get(key), str)]
    return [name.partition(".")[0] for name in [*names, *rule.get("fields", ())]]


def _outermost(ask: Ask) -> Ask:
    """What lies inside of objects is not compared; the object itself is."""
    kept: tuple[dict[str, Any], ...] = (ask.values, ask.spans, ask.chars, ask.items)
    for some in kept:
        for name in [name for name in some if "." in name]:
            some.pop(name)
    ask.always = {name.partition(".")[0] for name in ask.always}
    ask.fields = {name.partition(".")[0] for name in ask.fields}
    return ask
