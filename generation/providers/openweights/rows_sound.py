"""The rows of models that speak: Bark and XTTS."""

from __future__ import annotations

from generation.providers.base import Capability
from generation.providers.specs import ModelSpec

from .offers import NOT_FOR_MONEY, row

VOICES: tuple[ModelSpec, ...] = (
    row(
        "bark",
        "Bark (this machine)",
        Capability.SPEECH,
        "speech.OpenWeightsSpeech",
        "suno/bark",
        {
            "dtype": "float32",
            "on_cpu": True,
            "tiles": False,
            "most_chars": 180,
            "voice": "v2/en_speaker_6",
            "memory_gb": 7,
            "weights_gb": 5,
        },
        family="bark",
        preference=150,
        max_prompt_chars=3000,
        quality=3,
        speed=2,
        typical_s=30,
        licence="MIT",
    ),
    row(
        "xtts-v2",
        "XTTS-v2 (this machine)",
        Capability.SPEECH,
        "xtts.OpenWeightsXtts",
        "coqui/XTTS-v2",
        {
            "on_cpu": True,
            "tiles": False,
            "most_chars": 200,
            "voice": "Ana Florence",
            "languages": [
                "en",
                "es",
                "fr",
                "de",
                "it",
                "pt",
                "pl",
                "tr",
                "ru",
                "nl",
                "cs",
                "ar",
                "zh-cn",
                "ja",
                "hu",
                "ko",
                "hi",
            ],
            "memory_gb": 4,
            "weights_gb": 2,
        },
        family="xtts",
        preference=155,
        max_prompt_chars=3000,
        quality=3,
        speed=3,
        typical_s=15,
        licence=NOT_FOR_MONEY,
        more_setup=" It needs the packages coqui-tts[codec] and torchaudio too.",
    ),
)
