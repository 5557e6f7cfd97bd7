"""What ElevenLabs publishes of its requests, and which models it lists."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from generation.providers.base import Access, Capability
from generation.providers.drift.asks import Ask
from generation.providers.drift.schemas import Published, newest, of_operation
from generation.providers.specs import ModelSpec
from generation.providers.wire import json_of

from . import effects, music, speech
from .client import FORMAT, open_wire

SPEAK = "/v1/text-to-speech/{voice_id}/with-timestamps"
SOUND, COMPOSE = "/v1/sound-generation", "/v1/music"
CHANGE, ALIGN = "/v1/speech-to-speech/{voice_id}", "/v1/forced-alignment"
_LISTED = frozenset({Capability.SPEECH, Capability.VOICE})
"""Kinds of work whose models the vendor lists."""


def asks_of(row: ModelSpec) -> tuple[Ask, ...]:
    """Return what a row sends."""
    ask = _ASKS[row.capability](row)
    ask.model = row.endpoint if row.capability in _LISTED else ""
    if row.capability is not Capability.ALIGN:
        ask.sends("model_id", row.endpoint)
        ask.sends("output_format", row.settings.get("format", FORMAT))
    return (ask,)


def in_folder(folder: Path, vendor: str) -> Published | None:
    """Return what is in a folder: ElevenLabs' own document."""
    document = newest(folder, "elevenlabs-openapi*.json")
    if document is None:
        return None
    return Published({path: of_operation(document, path) for path in (SPEAK, SOUND, COMPOSE, CHANGE, ALIGN)})


def live(access: Access, rows: Iterable[ModelSpec]) -> Published:
    """Ask ElevenLabs which models it has."""
    with closing(open_wire(access)) as wire:
        told = json_of(wire.get("/v1/models"))
    # Models of sounds and music are in no list; they are asked for without a name.
    return Published(models=frozenset({str(row["model_id"]) for row in told} | {""}))


def _speech(row: ModelSpec) -> Ask:
    ask = Ask(SPEAK)
    ask.sends("text")
    ask.sends("seed")
    ask.spans["seed"] = (0, speech.LARGEST_SEED - 1)
    if row.settings.get("dials"):
        ask.sends("voice_settings", always=False)
    if row.settings.get("language"):
        ask.sends("language_code", always=False)
    if row.settings.get("context"):
        ask.fields |= {"previous_text", "next_text"}
    return ask


def _sound(row: ModelSpec) -> Ask:
    ask = Ask(SOUND)
    ask.sends("text")
    ask.sends("duration_seconds")
    ask.spans["duration_seconds"] = (effects.SHORTEST_MS / 1000, effects.LONGEST_MS / 1000)
    if row.settings.get("loops"):
        ask.sends("loop", bool(row.settings["loops"]), always=False)
    return ask


def _music(row: ModelSpec) -> Ask:
    ask = Ask(COMPOSE)
    for name in ("prompt", "music_length_ms", "force_instrumental", "composition_plan", "seed"):
        ask.sends(name, always=False)
    ask.chars["prompt"] = music.LONGEST_PROMPT
    ask.spans["music_length_ms"] = (music.SHORTEST_MS, music.LONGEST_MS)
    ask.spans["seed"] = (0, music.LARGEST_SEED - 1)
    return ask


def _changed(row: ModelSpec) -> Ask:
    ask = Ask(CHANGE)
    ask.sends("audio")
    ask.sends("seed")
    ask.spans["seed"] = (0, speech.LARGEST_SEED - 1)
    return ask


def _aligned(row: ModelSpec) -> Ask:
    ask = Ask(ALIGN)
    ask.sends("file")
    ask.sends("text")
    return ask


_ASKS = {
    Capability.SPEECH: _speech,
    Capability.EFFECTS: _sound,
    Capability.MUSIC: _music,
    Capability.VOICE: _changed,
    Capability.ALIGN: _aligned,
}
