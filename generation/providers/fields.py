"""How a request becomes a model's own fields: a small language that rows are written in.

Each key of `ModelSpec.settings` named here says which of the vendor's fields takes something. A rule is a field's
name, or a mapping with its name under "field" and more beside it. A dot in a name leads into an object:
"voice_setting.speed".

    prompt         the words (for speech: the text); {"field": , "most": 800} limits its characters
    first_frame, last_frame, mask, clip, sound, picture, sample
                   a file, by link
    references     pictures to go by: {"field": , "as": , "most": }. As "list" (of links), "one" (the field is the link
                   itself), "objects" (a list of {key: link}, "key" says which) or "fields" (one each, in "fields")
    edit           the picture to change: a field, or "references" if it is the first of these
    media          what to enlarge: {"image": field, "video": field}
    duration, frames                  see `lengths`
    rate           {"field": , "choices": [24, 25], "as": "text"}: the nearest of them, in quotes if "as" says so
    shape, size                       see `sizes`
    seed           {"field": , "most": 2147483647}
    audio          {"field": , "on": false}: whether the model makes sound of its own; off unless the row says "on"
    voice          {"field": , "choices": [...], "default": }: a voice by its key
    language       {"field": , "words": {"en": "English"}}: by its code, or by the vendor's word for it
    direction      how something is said
    options        {"speed": {"field": , "least": 0.5, "most": 2}}: a voice's own settings
    any_voice      true for a model that has one voice only, whatever is asked for
    expressiveness, many_faces        of a lip-sync
    fallback_prompt                   what a lip-sync is told where there are no words, and the model wants some
    moves          {"pan_left": {field: value}}: what each move of a camera is to the model
    lasts_ms       how long everything is that the model makes, where it cannot be asked
    extra          what is always sent
    with           {"first_frame": {"task": "image_to_video"}}: what is sent beside a kind of input
    needs          kinds of input without which the model cannot work (the row's own `needs`)
    accepts        {"clip": {"kinds": ["video/mp4"], "most_bytes": , "least_side": , "most_side": , "least_ms": ,
                   "most_ms": }}: what a file must be like
    rules          [{"if": {"resolution": "1080p"}, "only": {"duration": [6]}}]: which values go together
    output         {"path": "images.0.url", "kind": "picture"}: see `outputs`

What a row has no words for is refused with a sentence, and nothing is dropped in silence. Fields that the row does not
name are never sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from . import base, lengths, sizes
from .attachments import NAMES, check_file, field_of, put_file, put_references, rule_of
from .base import Unsupported
from .extents import extent_of
from .filled import Filled as Filled

Settings = Mapping[str, Any]

_MOST_SEED = 2**31 - 1


def fill(request: base.Request, settings: Settings) -> Filled:
    """Return the fields of a request. Raise `Unsupported` for what the model, or its row, cannot express."""
    try:
        filled = Filled()
        for name, value in dict(settings.get("extra", {})).items():
            filled.put(name, value)
        _FILLERS[type(request)](request, settings, filled)
        _check_rules(filled, settings)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError, OverflowError) as error:
        raise Unsupported(
            "The row of this model does not say how to ask for this.", vendor_words=f"{type(error).__name__}: {error}"
        ) from error
    return filled


def known_fields(settings: Settings) -> frozenset[str]:
    """Return the names of all vendor fields that a row may send (the outermost, where they lead into objects)."""
    found = set(settings.get("extra", {}))
    for fixed in settings.get("with", {}).values():
        found |= set(fixed)
    for key in _FILE_KEYS + _MADE_KEYS + _SAID_KEYS:
        found |= set(_names(settings.get(key)))
    for move in settings.get("moves", {}).values():
        found |= set(move)
    for rule in settings.get("options", {}).values():
        found |= set(_names(rule))
    found |= set(settings.get("media", {}).values())
    found.discard("references")
    return frozenset(name.partition(".")[0] for name in found)


_FILE_KEYS = ("first_frame", "last_frame", "mask", "clip", "sound", "picture", "sample", "edit", "references")
_MADE_KEYS = ("duration", "frames", "rate", "shape", "size", "seed", "audio")
_SAID_KEYS = ("prompt", "voice", "language", "direction", "expressiveness", "many_faces")


def _names(rule: Any) -> Iterator[str]:
    if isinstance(rule, str):
        yield rule
    elif isinstance(rule, Mapping):
        for key in ("field", "rate_field", "width", "height"):
            if isinstance(rule.get(key), str):
                yield rule[key]
        yield from rule.get("fields", ())


# --- Of any request --------------------------------------------------------------------------------


def _words(text: str, settings: Settings, filled: Filled, *, must: bool = True) -> None:
    rule = settings.get("prompt")
    if rule is None:
        if must and text:
            raise Unsupported("This model takes no words.")
        return
    most = rule_of(rule).get("most")
    if most is not None and len(text) > int(most):
        raise Unsupported(f"This model takes {int(most):,} characters, but this has {len(text):,}.")
    if text or must:
        filled.put(field_of(rule), text)


def _size(width: int, height: int, settings: Settings, filled: Filled) -> None:
    if "shape" in settings:
        filled.put(field_of(settings["shape"]), sizes.shape_for(width, height, settings["shape"]))
    if "size" in settings:
        for name, value in sizes.size_for(width, height, settings["size"]).items():
            filled.put(name, value)


def _length(duration_ms: int, settings: Settings, filled: Filled) -> None:
    if "duration" in settings:
        rule = settings["duration"]
        filled.put(field_of(rule), lengths.written(lengths.length_for(duration_ms, rule), rule))
    if "frames" in settings:
        rule = settings["frames"]
        count, rate = lengths.frames_for(duration_ms, rule)
        filled.put(field_of(rule), str(count) if rule.get("as") == "text" else count)
        if "rate_field" in rule:
            filled.put(rule["rate_field"], rate)
    fixed = settings.get("lasts_ms")
    if fixed is not None and duration_ms > int(fixed):
        raise Unsupported(f"This model makes {int(fixed) / 1000:g} s, but {duration_ms / 1000:g} s are wanted.")


def _rate(rate: int, settings: Settings, filled: Filled) -> None:
    rule = settings.get("rate")
    if rule is not None:
        nearest = min(rule["choices"], key=lambda choice: (abs(choice - rate), -choice))
        filled.put(field_of(rule), str(nearest) if rule.get("as") == "text" else nearest)


def _seed(seed: int, settings: Settings, filled: Filled) -> None:
    rule = settings.get("seed")
    if rule is not None:
        filled.put(field_of(rule), seed % (int(rule_of(rule).get("most", _MOST_SEED)) + 1))


def _audio(settings: Settings, filled: Filled) -> None:
    rule = settings.get("audio")
    if rule is not None:
        filled.put(field_of(rule), bool(rule_of(rule).get("on", False)))


def _share(value: float, rule: Mapping[str, Any]) -> float:
    """Return a value between 0 and 1 on the vendor's own scale."""
    least, most = float(rule.get("least", 0)), float(rule.get("most", 1))
    return round(least + min(1.0, max(0.0, value)) * (most - least), 4)


def _check_rules(filled: Filled, settings: Settings) -> None:
    for rule in settings.get("rules", ()):
        if all(filled.get(name) == value for name, value in rule["if"].items()):
            for name, allowed in rule["only"].items():
                if filled.get(name) not in (None, *allowed):
                    told = ", ".join(f"{name} {value}" for name, value in rule["if"].items())
                    raise Unsupported(
                        f"With {told} this model takes {name} {' or '.join(map(str, allowed))}, "
                        f"and not {filled.get(name)}."
                    )


# --- Request by request ----------------------------------------------------------------------------


def _image(request: base.ImageRequest, settings: Settings, filled: Filled) -> None:
    _words(request.prompt, settings, filled)
    if request.edit is not None and settings.get("edit") == "references":
        put_references(request, settings, filled, (request.edit,))
    else:
        put_file("edit", request.edit, request, settings, filled)
        put_references(request, settings, filled)
    put_file("mask", request.mask, request, settings, filled)
    _size(request.width, request.height, settings, filled)
    _seed(request.seed, settings, filled)


def _clip(request: base.ClipRequest, settings: Settings, filled: Filled) -> None:
    _words(request.prompt, settings, filled)
    put_file("first_frame", request.first_frame, request, settings, filled)
    put_file("last_frame", request.last_frame, request, settings, filled)
    put_references(request, settings, filled)
    _length(request.duration_ms, settings, filled)
    _rate(request.rate, settings, filled)
    _size(request.width, request.height, settings, filled)
    _seed(request.seed, settings, filled)
    _audio(settings, filled)


def _speech(request: base.SpeechRequest, settings: Settings, filled: Filled) -> None:
    _words(request.text, settings, filled)
    _voice(request.voice, settings, filled)
    _language(request.language, settings, filled)
    for name, rule in settings.get("options", {}).items():
        # A voice may carry the settings of several vendors; a row names those that are this one's.
        if name in request.settings:
            value = float(request.settings[name])
            filled.put(field_of(rule), min(float(rule.get("most", value)), max(float(rule.get("least", value)), value)))
    if request.direction and "direction" in settings:
        filled.put(field_of(settings["direction"]), request.direction)
    elif request.direction:
        filled.notes.append("This model takes no direction: the line is spoken as its words suggest.")
    _seed(request.seed, settings, filled)


def _voice(voice: str, settings: Settings, filled: Filled) -> None:
    rule = settings.get("voice")
    if rule is None:
        if voice and not settings.get("any_voice"):
            raise Unsupported("This model has no voices to choose from.")
        return
    wanted = voice or rule.get("default", "")
    choices = rule.get("choices")
    if not wanted or (choices and wanted not in choices):
        raise Unsupported(f"This model has no voice {wanted!r}.")
    filled.put(field_of(rule), wanted)


def _language(language: str, settings: Settings, filled: Filled, *, must: bool = True) -> None:
    rule = settings.get("language")
    if rule is None or not language:
        return
    code = language.partition("-")[0].partition("_")[0].lower()
    words = rule_of(rule).get("words")
    if words is None:
        filled.put(field_of(rule), code)
    elif code in words:
        filled.put(field_of(rule), words[code])
    elif must:
        raise Unsupported(f"This model does not speak the language {language!r}.")


def _score(request: base.MusicRequest | base.EffectsRequest, settings: Settings, filled: Filled) -> None:
    _words(request.prompt, settings, filled)
    _length(request.duration_ms, settings, filled)
    _seed(request.seed, settings, filled)


def _lipsync(request: base.LipSyncRequest, settings: Settings, filled: Filled) -> None:
    _words(request.prompt or str(settings.get("fallback_prompt", "")), settings, filled, must=False)
    put_file("sound", request.sound, request, settings, filled)
    if "clip" not in settings and "picture" not in settings:
        raise Unsupported("This model takes neither a clip nor a picture.")
    role = "clip" if "clip" in settings and (request.clip is not None or "picture" not in settings) else "picture"
    face = request.clip if role == "clip" else request.picture
    if face is None:
        raise Unsupported(f"This model needs a {NAMES[role]}.")
    put_file(role, face, request, settings, filled)
    _length(request.duration_ms, settings, filled)
    _size(request.width, request.height, settings, filled)
    if "expressiveness" in settings:
        rule = rule_of(settings["expressiveness"])
        filled.put(field_of(rule), _share(request.expressiveness, rule))
    if "many_faces" in settings:
        filled.put(field_of(settings["many_faces"]), request.many_faces)
    _seed(request.seed, settings, filled)


def _camera(request: base.CameraRequest, settings: Settings, filled: Filled) -> None:
    moves = settings["moves"]
    if request.move not in moves:
        raise Unsupported(f"This model cannot move the camera like this: {request.move}.")
    for name, value in moves[request.move].items():
        filled.put(name, value)
    put_file("clip", request.clip, request, settings, filled)
    _words(request.prompt, settings, filled, must=False)
    _seed(request.seed, settings, filled)


def _upscale(request: base.UpscaleRequest, settings: Settings, filled: Filled) -> None:
    kind = request.media.media_type.partition("/")[0]
    name = settings["media"].get(kind)
    if name is None:
        raise Unsupported(f"This model does not enlarge a file of the kind {request.media.media_type}.")
    check_file("clip" if kind == "video" else "picture", request.media, request, settings)
    filled.put(name, request.media)
    rule = settings["size"]
    if rule["as"] != "factor":
        _size(request.width, request.height, settings, filled)
        return
    factor = sizes.factor_for(request.width, request.height, extent_of(request.media), rule)
    filled.put(field_of(rule), factor)


def _foley(request: base.FoleyRequest, settings: Settings, filled: Filled) -> None:
    _words(request.prompt, settings, filled, must=bool(settings.get("prompt")))
    put_file("clip", request.clip, request, settings, filled)
    _length(request.duration_ms, settings, filled)
    _seed(request.seed, settings, filled)


def _new_voice(request: base.VoiceRequest, settings: Settings, filled: Filled) -> None:
    put_file("sound", request.sound, request, settings, filled)
    if request.sample is not None or "sample" in settings.get("needs", ()):
        put_file("sample", request.sample, request, settings, filled)
    else:
        _voice(request.voice, settings, filled)
    _seed(request.seed, settings, filled)


def _align(request: base.AlignRequest, settings: Settings, filled: Filled) -> None:
    put_file("sound", request.sound, request, settings, filled)
    # A listener that is not told the language finds out by itself.
    _language(request.language, settings, filled, must=False)


def _never(request: Any, settings: Settings, filled: Filled) -> None:
    raise Unsupported("This model cannot do this kind of work.")


_FILLERS: dict[type, Callable[[Any, Settings, Filled], None]] = {
    base.ImageRequest: _image,
    base.ClipRequest: _clip,
    base.SpeechRequest: _speech,
    base.MusicRequest: _score,
    base.EffectsRequest: _score,
    base.LipSyncRequest: _lipsync,
    base.CameraRequest: _camera,
    base.UpscaleRequest: _upscale,
    base.FoleyRequest: _foley,
    base.VoiceRequest: _new_voice,
    base.AlignRequest: _align,
    base.TextRequest: _never,
    base.VisionRequest: _never,
}
