"""Models for voices, music, effects and words that are heard, at fal."""

from __future__ import annotations

from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import MINIMAX_LANGUAGES, span
from generation.providers.specs import ModelSpec

from .offers import ESTIMATED, SOUND_AT, at_fal, second

MP3 = {"output_format": "mp3_44100_192"}


def _elevenlabs(name: str, label: str, micros: int, *, has_pace: bool, **more: Any) -> ModelSpec:
    options: dict[str, Any] = {"stability": {"field": "stability", "least": 0, "most": 1}}
    if has_pace:
        options |= {
            "pace": {"field": "speed", "least": 0.7, "most": 1.2},
            "similarity_boost": {"field": "similarity_boost", "least": 0, "most": 1},
            "style": {"field": "style", "least": 0, "most": 1},
        }
    return at_fal(
        f"fal-ai/elevenlabs/tts/{name}",
        label,
        Capability.SPEECH,
        {
            "prompt": {"field": "text", "most": 5000},
            "voice": {"field": "voice", "default": "Rachel"},
            "language": "language_code",
            "options": options,
            "extra": {"timestamps": True},
            "output": {**SOUND_AT, "times_path": "timestamps"},
        },
        key=f"elevenlabs-{name}",
        family="elevenlabs",
        price_micros=micros,
        price_unit="kchar",
        typical_s=10,
        **more,
    )


def _minimax(name: str, label: str, micros: int, **more: Any) -> ModelSpec:
    return at_fal(
        f"fal-ai/minimax/{name}",
        label,
        Capability.SPEECH,
        {
            "prompt": {"field": "prompt", "most": 10_000},
            "voice": {"field": "voice_setting.voice_id", "default": "Wise_Woman"},
            "language": {"field": "language_boost", "words": MINIMAX_LANGUAGES},
            "options": {"pace": {"field": "voice_setting.speed", "least": 0.5, "most": 2}},
            # By itself it answers with the sound in hexadecimal.
            "extra": {"output_format": "url"},
            "output": SOUND_AT,
        },
        key=f"minimax-{name}",
        family="minimax",
        price_micros=micros,
        price_unit="kchar",
        typical_s=10,
        facts_source="fields: @fal-ai/client 1.10.1; price: that of the same model elsewhere",
        **more,
    )


SOUNDS: tuple[ModelSpec, ...] = (
    _elevenlabs("eleven-v3", "ElevenLabs v3 (fal)", 100_000, has_pace=False, preference=50, quality=5),
    _elevenlabs(
        "multilingual-v2",
        "ElevenLabs v2 Multilingual (fal)",
        100_000,
        has_pace=True,
        preference=126,
        quality=4,
    ),
    _elevenlabs("turbo-v2.5", "ElevenLabs Turbo v2.5 (fal)", 50_000, has_pace=True, preference=132, speed=5),
    _minimax("speech-2.8-hd", "MiniMax Speech 2.8 HD (fal)", 100_000, preference=65, quality=4),
    _minimax("speech-2.8-turbo", "MiniMax Speech 2.8 Turbo (fal)", 100_000, preference=143, speed=5),
    _minimax("speech-2.6-hd", "MiniMax Speech 2.6 HD (fal)", 100_000, preference=144, quality=4),
    _minimax("speech-2.6-turbo", "MiniMax Speech 2.6 Turbo (fal)", 100_000, preference=145, speed=5),
    at_fal(
        "fal-ai/elevenlabs/music",
        "ElevenLabs Music (fal)",
        Capability.MUSIC,
        {
            "prompt": "prompt",
            "duration": span(3, 600, way="ms", field="music_length_ms"),
            "extra": {"force_instrumental": True, **MP3},
            "output": SOUND_AT,
        },
        key="elevenlabs-music",
        family="elevenlabs",
        preference=55,
        quality=5,
        typical_s=60,
        **second(13_334),
    ),
    at_fal(
        "fal-ai/ace-step",
        "ACE-Step (fal)",
        Capability.MUSIC,
        {
            "prompt": "tags",
            "duration": span(5, 240, way="float"),
            "seed": "seed",
            "extra": {"lyrics": "[inst]"},
            "output": SOUND_AT,
        },
        key="ace-step",
        family="ace-step",
        preference=72,
        facts_source=ESTIMATED,
        **second(500),
    ),
    at_fal(
        "fal-ai/ace-step/prompt-to-audio",
        "ACE-Step, from words (fal)",
        Capability.MUSIC,
        {
            "prompt": "prompt",
            "duration": span(5, 240, way="float"),
            "seed": "seed",
            "extra": {"instrumental": True},
            "output": SOUND_AT,
        },
        key="ace-step-prompt",
        family="ace-step",
        preference=65,
        facts_source=ESTIMATED,
        **second(500),
    ),
    at_fal(
        "fal-ai/stable-audio-25/text-to-audio",
        "Stable Audio 2.5 (fal)",
        Capability.MUSIC,
        {"prompt": "prompt", "duration": span(1, 190, field="seconds_total"), "seed": "seed", "output": SOUND_AT},
        key="stable-audio-2.5",
        family="stable-audio",
        preference=131,
        quality=4,
        price_micros=200_000,
        price_unit="call",
        facts_source=ESTIMATED,
    ),
    at_fal(
        "fal-ai/elevenlabs/sound-effects/v2",
        "ElevenLabs Sound Effects (fal)",
        Capability.EFFECTS,
        {
            "prompt": {"field": "text", "most": 450},
            "duration": span(0.5, 22, way="float", field="duration_seconds"),
            "extra": MP3,
            "output": SOUND_AT,
        },
        key="elevenlabs-effects",
        family="elevenlabs",
        preference=40,
        quality=4,
        typical_s=15,
        facts_source=ESTIMATED,
        **second(2_000),
    ),
    at_fal(
        "fal-ai/mmaudio-v2/text-to-audio",
        "MMAudio v2, from words",
        Capability.EFFECTS,
        {
            "prompt": "prompt",
            "duration": span(1, 30, way="float"),
            "seed": "seed",
            "extra": {"negative_prompt": "music, speech"},
            "output": SOUND_AT,
        },
        key="mmaudio-effects",
        family="mmaudio",
        preference=130,
        facts_source=ESTIMATED,
        **second(1_000),
    ),
    at_fal(
        "fal-ai/mmaudio-v2",
        "MMAudio v2",
        Capability.FOLEY,
        {
            "prompt": "prompt",
            "clip": "video_url",
            "needs": ["clip"],
            "duration": span(1, 30, way="float"),
            "seed": "seed",
            "extra": {"negative_prompt": "music, speech"},
            "output": {"path": "video", "kind": "soundtrack"},
        },
        key="mmaudio",
        family="mmaudio",
        preference=35,
        facts_source="fields: those of its sister endpoint in @fal-ai/client 1.10.1; the price is an estimate",
        **second(1_000),
    ),
    at_fal(
        "fal-ai/elevenlabs/voice-changer",
        "ElevenLabs Voice Changer (fal)",
        Capability.VOICE,
        {
            "sound": "audio_url",
            "needs": ["sound"],
            "voice": {"field": "voice", "default": "Rachel"},
            "seed": "seed",
            "extra": MP3,
            "output": SOUND_AT,
        },
        key="elevenlabs-voice-changer",
        family="elevenlabs",
        preference=40,
        quality=5,
        facts_source=ESTIMATED,
        **second(5_000),
    ),
    at_fal(
        "fal-ai/elevenlabs/speech-to-text/scribe-v2",
        "ElevenLabs Scribe v2 (fal)",
        Capability.ALIGN,
        {
            "sound": "audio_url",
            "needs": ["sound"],
            "language": "language_code",
            "extra": {"diarize": False, "tag_audio_events": False},
            "output": {"path": "words", "kind": "words", "text": "text", "times": ["start", "end"]},
        },
        key="elevenlabs-scribe",
        family="elevenlabs",
        preference=50,
        quality=5,
        typical_s=10,
        facts_source=ESTIMATED,
        **second(500),
    ),
    at_fal(
        "fal-ai/whisper",
        "Whisper (fal)",
        Capability.ALIGN,
        {
            "sound": "audio_url",
            "needs": ["sound"],
            "language": "language",
            "extra": {"chunk_level": "word", "task": "transcribe"},
            "output": {"path": "chunks", "kind": "words", "text": "text", "times": "timestamp"},
        },
        key="whisper",
        preference=55,
        typical_s=10,
        facts_source=ESTIMATED,
        **second(200),
    ),
)
