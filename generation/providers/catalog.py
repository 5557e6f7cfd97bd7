"""The models we ship rows for. A row is copied into the database once; there it may be changed or switched off."""

from __future__ import annotations

from datetime import date
from typing import Any

from .animatic.voice.voices import VOICES
from .base import Capability
from .elevenlabs.rows import MODELS as ELEVENLABS
from .fal.rows import MODELS as FAL
from .gateway.rows import MODELS as GATEWAY
from .google.rows import MODELS as GOOGLE
from .kling.rows import MODELS as KLING
from .openai.rows import MODELS as OPENAI
from .openweights.rows import MODELS as OPENWEIGHTS
from .replicate.rows import MODELS as REPLICATE
from .specs import ModelSpec, voice_rows

_CHECKED = date(2026, 11, 20)


def _animatic(name: str, label: str, capability: Capability, adapter: str, **limits: Any) -> ModelSpec:
    return ModelSpec(
        key=f"animatic/{name}",
        label=label,
        vendor="animatic",
        capability=capability,
        adapter=f"generation.providers.animatic.{adapter}",
        endpoint=f"{name}-1",
        # Chosen where nothing else is: any model that the user pays for or hosts comes first.
        preference=900,
        facts_date=_CHECKED,
        facts_source="made on this machine",
        **limits,
    )


CATALOG: tuple[ModelSpec, ...] = (
    _animatic("planner", "Animatic planner", Capability.TEXT, "text.AnimaticText"),
    _animatic("voices", "Animatic voices", Capability.SPEECH, "speech.AnimaticSpeech", max_prompt_chars=5000),
    _animatic("frames", "Animatic frames", Capability.IMAGE, "image.AnimaticImage"),
    _animatic(
        "clips",
        "Animatic clips",
        Capability.VIDEO,
        "video.AnimaticVideo",
        max_duration_ms=120_000,
        takes=("first_frame", "sound"),
    ),
    _animatic("score", "Animatic score", Capability.MUSIC, "music.AnimaticMusic", max_duration_ms=1_800_000),
    _animatic("effects", "Animatic effects", Capability.EFFECTS, "effects.AnimaticEffects", max_duration_ms=1_800_000),
    *OPENAI,
    *FAL,
    *REPLICATE,
    *ELEVENLABS,
    *GOOGLE,
    *KLING,
    *GATEWAY,
    *OPENWEIGHTS,
)


def shipped_voices() -> list[dict[str, Any]]:
    """Return the voices that come with the shipped models, as rows of a library's voices."""
    return voice_rows("animatic/voices", VOICES)
