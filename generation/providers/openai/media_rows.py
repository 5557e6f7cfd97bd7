"""OpenAI's models for pictures, voices and the times of words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.openai.prices import per_million
from generation.providers.openai.voices import ALL_VOICES, FIRST_VOICES
from generation.providers.specs import ModelSpec

_CHECKED = date(2026, 11, 20)
_HERE = "generation.providers.openai"

_OLD_SIZES = ((1024, 1024), (1536, 1024), (1024, 1536))


def _picture(
    endpoint: str, label: str, preference: int, micros: int, prices: Mapping[str, int], **more: Any
) -> ModelSpec:
    ways = {"quality": "medium", "mtoken_micros": dict(prices), **more.pop("settings", {})}
    return ModelSpec(
        key=f"openai/{endpoint}",
        label=label,
        vendor="openai",
        capability=Capability.IMAGE,
        adapter=f"{_HERE}.image.OpenAIImage",
        endpoint=endpoint,
        preference=preference,
        family="gpt-image",
        takes=("references", "edit", "mask"),
        max_references=16,
        beyond="more than 16 pictures are refused",
        max_prompt_chars=32_000,
        price_micros=micros,
        price_unit="image",
        facts_date=_CHECKED,
        facts_source="OpenAI's price list (tokens), its calculator for a picture in medium quality",
        settings=ways,
        **{"typical_s": 45, **more},
    )


_ANY_SIZE = {"sizes": "any"}
_IMAGE_2 = per_million(5_000_000, 1_250_000, 10_000_000, image_in=8_000_000, image_out=30_000_000)
_IMAGE_15 = per_million(5_000_000, 1_250_000, 10_000_000, image_in=8_000_000, image_out=32_000_000)
_IMAGE_MINI = per_million(2_000_000, 200_000, 8_000_000, image_in=2_500_000, image_out=8_000_000)
_UNPRICED = "Its price was not known when this row was written: enter it, then switch this on."

PICTURES: tuple[ModelSpec, ...] = (
    _picture("gpt-image-2", "GPT Image 2", 30, 60_000, _IMAGE_2, settings=_ANY_SIZE, quality=5),
    _picture("gpt-image-2.5-sunburst", "GPT Image 2.5 Sunburst", 32, 60_000, _IMAGE_2, settings=_ANY_SIZE, quality=5),
    _picture("gpt-image-2.5-flare", "GPT Image 2.5 Flare", 34, 60_000, _IMAGE_2, settings=_ANY_SIZE, speed=4),
    _picture(
        "gpt-image-2.6-sunburst",
        "GPT Image 2.6 Sunburst",
        150,
        60_000,
        {},
        settings=_ANY_SIZE,
        quality=5,
        is_on=False,
        setup=_UNPRICED,
    ),
    _picture(
        "gpt-image-2.6-flare",
        "GPT Image 2.6 Flare",
        152,
        60_000,
        {},
        settings=_ANY_SIZE,
        speed=4,
        is_on=False,
        setup=_UNPRICED,
    ),
    _picture(
        "gpt-image-1.5",
        "GPT Image 1.5",
        130,
        50_000,
        _IMAGE_15,
        sizes=_OLD_SIZES,
        quality=4,
        settings={"fidelity": "high"},
    ),
    _picture("gpt-image-1-mini", "GPT Image 1 mini", 140, 15_000, _IMAGE_MINI, sizes=_OLD_SIZES, quality=2, speed=4),
)


def _voices(endpoint: str, label: str, preference: int, micros: int, unit: str, **more: Any) -> ModelSpec:
    return ModelSpec(
        key=f"openai/{endpoint}",
        label=f"{label} (until 6 January 2027)",
        vendor="openai",
        capability=Capability.SPEECH,
        adapter=f"{_HERE}.speech.OpenAISpeech",
        endpoint=endpoint,
        preference=preference,
        max_prompt_chars=4096,
        price_micros=micros,
        price_unit=unit,
        typical_s=6,
        facts_date=_CHECKED,
        facts_source="OpenAI's price list and its deprecations page",
        settings={"format": "wav", "ends_on": "2027-01-06", **more.pop("settings", {})},
        **more,
    )


SOUND: tuple[ModelSpec, ...] = (
    _voices(
        "gpt-4o-mini-tts",
        "GPT-4o mini TTS",
        50,
        17_000,  # 1.5 cents a minute, in which a voice says about 900 letters.
        "kchar",
        quality=4,
        settings={"voices": list(ALL_VOICES), "takes_directions": True},
    ),
    _voices("tts-1-hd", "TTS-1 HD", 160, 30_000, "kchar", settings={"voices": list(FIRST_VOICES)}),
    _voices("tts-1", "TTS-1", 162, 15_000, "kchar", quality=2, speed=5, settings={"voices": list(FIRST_VOICES)}),
    ModelSpec(
        key="openai/whisper-1",
        label="Whisper (until 26 February 2027)",
        vendor="openai",
        capability=Capability.ALIGN,
        adapter=f"{_HERE}.align.OpenAIAlign",
        endpoint="whisper-1",
        preference=50,
        takes=("sound",),
        needs=("sound",),
        price_micros=100,
        price_unit="second",
        typical_s=8,
        facts_date=_CHECKED,
        facts_source="OpenAI's price list and its deprecations page; its successor tells no times of words",
        settings={"second_micros": 100, "ends_on": "2027-02-26"},
    ),
)
