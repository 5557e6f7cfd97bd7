"""ElevenLabs' rows: voices, times of words, effects, music, other voices for recordings."""

from __future__ import annotations

from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec, VendorSpec

_CHECKED = date(2026, 8, 22)
_SPEC = "the vendor's OpenAPI document of 2026-08-22"
_PRICES = "; prices: public price lists, June to November 2026"

VENDORS: tuple[VendorSpec, ...] = (
    VendorSpec(
        "elevenlabs",
        "ElevenLabs",
        "Voices, times of words, effects and music",
        variable="ELEVENLABS_API_KEY",
        site="https://elevenlabs.io/app/settings/api-keys",
        base_url="https://api.elevenlabs.io",
        account="generation.providers.elevenlabs.account.look",
        webhook="generation.providers.elevenlabs.webhook.verify",
        # Plans differ from 2 (free) to 15 and more; this is what a starter's plan allows, and can be raised.
        max_in_flight=3,
        facts_date=_CHECKED,
        facts_source=_SPEC,
    ),
)


def _model(
    name: str, label: str, capability: Capability, adapter: str, endpoint: str, settings: dict[str, Any], **more: Any
) -> ModelSpec:
    return ModelSpec(
        key=f"elevenlabs/{name}",
        label=label,
        vendor="elevenlabs",
        capability=capability,
        adapter=f"generation.providers.elevenlabs.{adapter}",
        endpoint=endpoint,
        facts_date=_CHECKED,
        facts_source=_SPEC + _PRICES,
        settings={"format": "mp3_44100_128", **settings},
        **more,
    )


def _speech(name: str, label: str, endpoint: str, longest: int, settings: dict[str, Any], **more: Any) -> ModelSpec:
    return _model(
        name,
        label,
        Capability.SPEECH,
        "speech.ElevenLabsSpeech",
        endpoint,
        {"max_chars": longest, **settings},
        max_prompt_chars=longest,
        price_unit="kchar",
        family="elevenlabs",
        **more,
    )


# Of the dials, `style` and `use_speaker_boost` belong to multilingual_v2; v3 knows three values of stability only.
_FAST = {"dials": ["stability", "similarity_boost", "speed", "use_speaker_boost"], "language": True, "context": True}
_TAGGED = {"tags": True, "dials": ["stability", "similarity_boost", "speed"], "language": True}
# Cheaper models bill less than one character for each that is spoken; 1,000 billed ones cost the same with all.
_PER_BILLED = {"micros_per_kchar": 100_000}

MODELS: tuple[ModelSpec, ...] = (
    _speech(
        "eleven-v3",
        "Eleven v3",
        "eleven_v3",
        5000,
        {**_TAGGED, **_PER_BILLED, "stability_steps": [0.0, 0.5, 1.0]},
        preference=10,
        price_micros=100_000,
        quality=5,
        speed=3,
        typical_s=8,
    ),
    _speech(
        "multilingual-v2",
        "Eleven Multilingual v2",
        "eleven_multilingual_v2",
        10_000,
        {**_PER_BILLED, "context": True},
        preference=20,
        price_micros=100_000,
        quality=4,
        speed=3,
        typical_s=6,
    ),
    _speech(
        "eleven-v4",
        "Eleven v4",
        "eleven_v4",
        10_000,
        {**_TAGGED, **_PER_BILLED},
        preference=30,
        price_micros=80_000,
        quality=5,
        speed=3,
        typical_s=8,
    ),
    _speech(
        "eleven-v4-turbo",
        "Eleven v4 Turbo",
        "eleven_v4_turbo",
        10_000,
        # No price list of it was found: the dearer model's is the most it can be.
        {**_TAGGED, **_PER_BILLED},
        preference=110,
        price_micros=80_000,
        quality=4,
        speed=4,
        typical_s=4,
    ),
    _speech(
        "flash-v2-5",
        "Eleven Flash v2.5",
        "eleven_flash_v2_5",
        40_000,
        {**_FAST, **_PER_BILLED},
        preference=40,
        price_micros=50_000,
        quality=3,
        speed=5,
        typical_s=2,
    ),
    _speech(
        "turbo-v2-5",
        "Eleven Turbo v2.5",
        "eleven_turbo_v2_5",
        40_000,
        {**_FAST, **_PER_BILLED},
        preference=120,
        price_micros=50_000,
        quality=3,
        speed=4,
        typical_s=3,
    ),
    _model(
        "forced-alignment",
        "ElevenLabs forced alignment",
        Capability.ALIGN,
        "aligner.ElevenLabsAligner",
        "forced-alignment",
        {},
        preference=10,
        takes=("sound",),
        needs=("sound",),
        # $0.22 an hour, as transcription costs.
        price_micros=62,
        price_unit="second",
        quality=4,
        speed=5,
        typical_s=3,
    ),
    _model(
        "sound-effects",
        "ElevenLabs sound effects",
        Capability.EFFECTS,
        "effects.ElevenLabsEffects",
        "eleven_text_to_sound_v2",
        # 40 credits a second where a length is given, as here it always is.
        {"max_chars": 450, "loops": True, **_PER_BILLED},
        preference=10,
        min_duration_ms=500,
        max_duration_ms=30_000,
        price_micros=4000,
        price_unit="second",
        quality=4,
        speed=4,
        typical_s=8,
    ),
    _model(
        "music-v2",
        "Eleven Music v2",
        Capability.MUSIC,
        "music.ElevenLabsMusic",
        "music_v2",
        {"plan": "chunks"},
        preference=10,
        max_prompt_chars=4100,
        min_duration_ms=3000,
        max_duration_ms=600_000,
        price_micros=5000,
        price_unit="second",
        quality=5,
        speed=3,
        typical_s=60,
    ),
    _model(
        "music-v1",
        "Eleven Music v1",
        Capability.MUSIC,
        "music.ElevenLabsMusic",
        "music_v1",
        {"plan": "sections"},
        preference=110,
        max_prompt_chars=4100,
        min_duration_ms=3000,
        max_duration_ms=600_000,
        price_micros=5000,
        price_unit="second",
        quality=4,
        speed=3,
        typical_s=60,
    ),
    _model(
        "voice-changer",
        "ElevenLabs voice changer",
        Capability.VOICE,
        "voice_changer.ElevenLabsVoiceChanger",
        "eleven_multilingual_sts_v2",
        {},
        preference=10,
        takes=("sound",),
        needs=("sound",),
        price_micros=2000,
        price_unit="second",
        quality=4,
        speed=4,
        typical_s=6,
    ),
    _model(
        "voice-changer-english",
        "ElevenLabs voice changer, English",
        Capability.VOICE,
        "voice_changer.ElevenLabsVoiceChanger",
        "eleven_english_sts_v2",
        {},
        preference=110,
        takes=("sound",),
        needs=("sound",),
        price_micros=2000,
        price_unit="second",
        quality=3,
        speed=4,
        typical_s=6,
    ),
)
