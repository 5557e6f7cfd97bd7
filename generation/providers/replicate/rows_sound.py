"""Models for voices, music and words that are heard, at Replicate."""

from __future__ import annotations

from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import MINIMAX_LANGUAGES, span
from generation.providers.specs import ModelSpec

from .offers import L40S, UNCHECKED, URI, at_replicate, by_time

SOUND = {"path": URI, "kind": "sound"}
LANGUAGES = {
    "ar": "arabic",
    "zh": "chinese",
    "cs": "czech",
    "da": "danish",
    "nl": "dutch",
    "en": "english",
    "fi": "finnish",
    "fr": "french",
    "de": "german",
    "el": "greek",
    "hi": "hindi",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "es": "spanish",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
}


def _elevenlabs(name: str, label: str, micros: int, **more: Any) -> ModelSpec:
    options = {
        "pace": {"field": "speed", "least": 0.7, "most": 1.2},
        "stability": {"field": "stability", "least": 0, "most": 1},
        "similarity_boost": {"field": "similarity_boost", "least": 0, "most": 1},
        "style": {"field": "style", "least": 0, "most": 1},
    }
    return at_replicate(
        f"elevenlabs/{name}",
        label,
        Capability.SPEECH,
        {
            # The text goes into the field that other models take their instructions in.
            "prompt": {"field": "prompt", "most": 5000},
            "voice": {"field": "voice", "default": "Rachel"},
            "language": "language_code",
            "options": options,
            "output": SOUND,
        },
        key=f"replicate/elevenlabs-{name}",
        family="elevenlabs",
        price_micros=micros,
        price_unit="kchar",
        typical_s=10,
        facts_source="fields: field notes of 2026-08; price: that of the same model at fal, 2026-08-21",
        **more,
    )


def _minimax(name: str, label: str, **more: Any) -> ModelSpec:
    return at_replicate(
        f"minimax/{name}",
        label,
        Capability.SPEECH,
        {
            "prompt": {"field": "text", "most": 10_000},
            "voice": {"field": "voice_id", "default": "Wise_Woman"},
            "language": {"field": "language_boost", "words": MINIMAX_LANGUAGES},
            "options": {
                "pace": {"field": "speed", "least": 0.5, "most": 2},
                "volume": {"field": "volume", "least": 0, "most": 10},
            },
            "output": SOUND,
        },
        family="minimax",
        price_micros=100_000,
        price_unit="kchar",
        typical_s=10,
        facts_source="fields and price: notes of 2026-08 to 2026-10",
        **more,
    )


SOUNDS: tuple[ModelSpec, ...] = (
    _elevenlabs("v3", "ElevenLabs v3 (Replicate)", 100_000, preference=120, quality=5),
    _elevenlabs("v2-multilingual", "ElevenLabs v2 Multilingual (Replicate)", 100_000, preference=125, quality=4),
    _elevenlabs("turbo-v2.5", "ElevenLabs Turbo v2.5 (Replicate)", 50_000, preference=130, speed=5),
    _elevenlabs("flash-v2.5", "ElevenLabs Flash v2.5 (Replicate)", 50_000, preference=131, speed=5),
    _minimax("speech-2.8-hd", "MiniMax Speech 2.8 HD", preference=60, quality=4),
    _minimax("speech-2.8-turbo", "MiniMax Speech 2.8 Turbo", preference=140, speed=5),
    _minimax("speech-2.6-hd", "MiniMax Speech 2.6 HD", preference=141, quality=4),
    _minimax("speech-2.6-turbo", "MiniMax Speech 2.6 Turbo", preference=142, speed=5),
    at_replicate(
        "lucataco/higgs-audio-v2",
        "Higgs Audio V2",
        Capability.SPEECH,
        {
            "prompt": "text",
            "direction": "scene_description",
            "any_voice": True,
            "output": SOUND,
            "versioned": True,
            "micros_per_s": L40S,
        },
        family="higgs",
        preference=170,
        **by_time(L40S, 15),
    ),
    at_replicate(
        "bzikst/higgs-audio-v3-tts-4b",
        "Higgs Audio V3",
        Capability.SPEECH,
        {
            "prompt": "text",
            "any_voice": True,
            "output": SOUND,
            "versioned": True,
            "micros_per_s": L40S,
        },
        family="higgs",
        preference=270,
        is_on=False,
        setup=UNCHECKED,
        **by_time(L40S, 15),
    ),
    at_replicate(
        "suno-ai/bark",
        "Bark",
        Capability.SPEECH,
        {
            "prompt": "prompt",
            "any_voice": True,
            "output": {"path": "audio_out", "kind": "sound"},
            "versioned": True,
            "micros_per_s": L40S,
        },
        family="bark",
        preference=275,
        quality=2,
        **by_time(L40S, 30),
    ),
    at_replicate(
        "lucataco/xtts-v2",
        "XTTS v2",
        Capability.SPEECH,
        {
            "prompt": "text",
            # Its voice is a recording, given by its address.
            "voice": {"field": "speaker"},
            "language": "language",
            "output": SOUND,
            "versioned": True,
            "micros_per_s": L40S,
        },
        family="xtts",
        preference=280,
        quality=2,
        is_on=False,
        setup="Its voice is a recording: give a voice the recording's https address as its key, then switch it on.",
        **by_time(L40S, 12),
    ),
    at_replicate(
        "elevenlabs/music",
        "ElevenLabs Music (Replicate)",
        Capability.MUSIC,
        {
            "prompt": "prompt",
            "duration": span(5, 300, way="ms", field="music_length_ms"),
            "extra": {"force_instrumental": True, "output_format": "mp3_high_quality"},
            "output": SOUND,
        },
        key="replicate/elevenlabs-music",
        family="elevenlabs",
        preference=60,
        quality=5,
        typical_s=60,
        price_micros=13_334,
        price_unit="second",
        facts_source="fields: field notes of 2026-08; price: that of the same model at fal, 2026-08-21",
    ),
    at_replicate(
        "stability-ai/stable-audio-2.5",
        "Stable Audio 2.5",
        Capability.MUSIC,
        {
            "prompt": "prompt",
            "duration": span(1, 190),
            "seed": "seed",
            "output": SOUND,
        },
        family="stable-audio",
        preference=130,
        quality=4,
        typical_s=30,
        price_micros=200_000,
        price_unit="call",
        facts_source="fields: field notes of 2026-08; the price is an estimate",
    ),
    at_replicate(
        "lucataco/ace-step",
        "ACE-Step",
        Capability.MUSIC,
        {
            "prompt": "tags",
            "duration": span(15, 240, way="float"),
            "extra": {"lyrics": "[instrumental]"},
            "output": SOUND,
            "versioned": True,
            "micros_per_s": L40S,
        },
        family="ace-step",
        preference=70,
        **by_time(L40S, 30),
    ),
    at_replicate(
        "vaibhavs10/incredibly-fast-whisper",
        "Whisper, word by word",
        Capability.ALIGN,
        {
            "sound": "audio",
            "needs": ["sound"],
            "language": {"field": "language", "words": LANGUAGES},
            "extra": {"timestamp": "word", "task": "transcribe"},
            "output": {"path": "chunks", "kind": "words", "text": "text", "times": "timestamp"},
            "micros_per_s": L40S,
        },
        version="3ab86df6c8f54c11309d4d1f930ac292bad43ace52d10c80d87eb258b3c9f79c",
        preference=60,
        **by_time(L40S, 6),
    ),
)
