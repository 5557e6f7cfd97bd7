"""The language models we ship rows for: those that plan films, and those that look at pictures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.openai.prices import per_million, priced
from generation.providers.specs import ModelSpec

_CHECKED = date(2026, 11, 20)
_HERE = "generation.providers.openai"


def _language(
    vendor: str, endpoint: str, label: str, preference: int, prices: Mapping[str, int], **more: Any
) -> ModelSpec:
    most = {"claude": 100_000, "gpt": 100_000, "gemini": 60_000}.get(str(more.get("family")))
    settings = {
        **({"max_output_tokens": most} if most else {}),
        **more.pop("settings", {}),
        **({"mtoken_micros": dict(prices)} if prices else {}),
    }
    return ModelSpec(
        key=f"{vendor}/{more.pop('name', endpoint.rpartition('/')[2])}",
        label=label,
        vendor=vendor,
        capability=more.pop("capability", Capability.TEXT),
        adapter=more.pop("adapter", f"{_HERE}.text.OpenAIText"),
        endpoint=endpoint,
        preference=preference,
        settings=settings,
        facts_date=_CHECKED,
        **priced(prices),
        **{"typical_s": 60, "facts_source": f"{vendor}'s price list, November 2026", **more},
    )


def _seeing(
    vendor: str, endpoint: str, label: str, preference: int, prices: Mapping[str, int], **more: Any
) -> ModelSpec:
    return _language(
        vendor,
        endpoint,
        f"{label}, looking at pictures",
        preference,
        prices,
        name=f"{endpoint.rpartition('/')[2]}-vision",
        capability=Capability.VISION,
        adapter=f"{_HERE}.vision.OpenAIVision",
        takes=("picture",),
        needs=("picture",),
        **{"typical_s": 8, **more, "settings": {"max_output_tokens": 4000, **more.get("settings", {})}},
    )


_SONNET = per_million(2_000_000, 200_000, 10_000_000)
_OPUS = per_million(4_000_000, 200_000, 20_000_000)
_HAIKU = per_million(100_000, 10_000, 500_000)
_TERRA = per_million(1_000_000, 50_000, 5_000_000)
_SOL = per_million(2_000_000, 200_000, 10_000_000)
_LUNA = per_million(100_000, 10_000, 500_000)
_FLASH = per_million(750_000, 75_000, 3_750_000)
_FLASH_ENDS = "Google's price list, October 2026: these prices double on 1 January 2027"
_PRO = per_million(2_000_000, 200_000, 12_000_000)
_LITE = per_million(300_000, 30_000, 2_500_000)
_LLAMA = per_million(600_000, 600_000, 900_000)

TEXT: tuple[ModelSpec, ...] = (
    _language(
        "openrouter", "anthropic/claude-sonnet-5.5", "Claude Sonnet 5.5", 10, _SONNET, family="claude", quality=5
    ),
    _language("openrouter", "openai/gpt-6.1-terra", "GPT-6.1 Terra", 12, _TERRA, family="gpt", quality=4, speed=4),
    _language(
        "openrouter",
        "google/gemini-3.8-flash",
        "Gemini 3.8 Flash",
        14,
        _FLASH,
        facts_source=_FLASH_ENDS,
        family="gemini",
        quality=4,
        speed=5,
    ),
    _language("openrouter", "anthropic/claude-opus-5.5", "Claude Opus 5.5", 16, _OPUS, family="claude", quality=5),
    _language("openrouter", "openai/gpt-6.1-sol", "GPT-6.1 Sol", 17, _SOL, family="gpt", quality=5),
    _language(
        "openrouter",
        "meta-llama/llama-3.3-70b-instruct",
        "Llama 3.3 70B",
        60,
        _LLAMA,
        family="llama",
        quality=2,
        settings={"max_output_tokens": 16_000},
        facts_source="an upper price among its hosts; OpenRouter tells with each answer what it charged",
    ),
    _language("openai", "gpt-6.1-terra", "GPT-6.1 Terra", 20, _TERRA, family="gpt", quality=4, speed=4),
    _language("openai", "gpt-6.1-sol", "GPT-6.1 Sol", 22, _SOL, family="gpt", quality=5),
    _language("openai", "gpt-6-luna", "GPT-6 Luna", 24, _LUNA, family="gpt", quality=3, speed=5),
    _language(
        "openai", "gpt-5.6-terra", "GPT-5.6 Terra", 110, per_million(2_000_000, 200_000, 12_000_000), family="gpt"
    ),
    _language(
        "openai", "gpt-5.6-luna", "GPT-5.6 Luna", 112, per_million(200_000, 20_000, 1_200_000), family="gpt", speed=5
    ),
    _language(
        "openai", "gpt-5.5", "GPT-5.5", 120, per_million(5_000_000, 500_000, 30_000_000), family="gpt", quality=4
    ),
    _language(
        "openai", "gpt-5.4", "GPT-5.4", 122, per_million(2_500_000, 250_000, 15_000_000), family="gpt", quality=4
    ),
    _language(
        "openai", "gpt-5.4-mini", "GPT-5.4 mini", 124, per_million(750_000, 75_000, 4_500_000), family="gpt", speed=4
    ),
    _language(
        "openai",
        "gpt-4.1",
        "GPT-4.1 (until 14 January 2027)",
        280,
        per_million(2_000_000, 500_000, 8_000_000),
        family="gpt",
        settings={"ends_on": "2027-01-14", "max_output_tokens": 32_000},
    ),
    _language(
        "openai",
        "gpt-4o",
        "GPT-4o (until 14 January 2027)",
        290,
        per_million(2_500_000, 1_250_000, 10_000_000),
        family="gpt",
        quality=2,
        settings={"ends_on": "2027-01-14", "max_output_tokens": 16_000},
    ),
    _language("anthropic", "claude-sonnet-5-5", "Claude Sonnet 5.5", 30, _SONNET, family="claude", quality=5),
    _language("anthropic", "claude-opus-5-5", "Claude Opus 5.5", 32, _OPUS, family="claude", quality=5),
    _language("anthropic", "claude-haiku-5-5", "Claude Haiku 5.5", 34, _HAIKU, family="claude", speed=5),
    _language(
        "gemini",
        "gemini-3.8-flash",
        "Gemini 3.8 Flash",
        40,
        _FLASH,
        facts_source=_FLASH_ENDS,
        family="gemini",
        quality=4,
        speed=5,
    ),
    _language("gemini", "gemini-3.1-pro-preview", "Gemini 3.1 Pro", 42, _PRO, family="gemini", quality=5),
    _language("gemini", "gemini-3.5-flash-lite", "Gemini 3.5 Flash-Lite", 44, _LITE, family="gemini", speed=5),
    _language(
        "ollama",
        "llama3.2",
        "Llama 3.2 on Ollama",
        70,
        {},
        is_on=False,
        family="llama",
        quality=1,
        speed=2,
        typical_s=300,
        setup="Start Ollama with room for long texts (OLLAMA_CONTEXT_LENGTH=32768), fetch the model "
        "(ollama pull llama3.2), then switch this on. Any other model works the same way: change the name.",
        facts_source="runs on your own machine",
    ),
    _language(
        "llamacpp",
        "loaded",
        "Whatever llama.cpp has loaded",
        72,
        {},
        is_on=False,
        family="llama",
        quality=1,
        speed=2,
        typical_s=300,
        setup="Start llama-server with a model and room for long texts (-c 32768), then switch this on.",
        facts_source="runs on your own machine",
    ),
    _language(
        "own_server",
        "model",
        "A model of another server",
        74,
        {},
        is_on=False,
        quality=2,
        typical_s=120,
        setup="Enter the server's address with the vendor and the model's name here, then switch this on.",
        facts_source="its own documentation",
    ),
)

VISION: tuple[ModelSpec, ...] = (
    _seeing(
        "openrouter",
        "google/gemini-3.8-flash",
        "Gemini 3.8 Flash",
        10,
        _FLASH,
        facts_source=_FLASH_ENDS,
        family="gemini",
        speed=5,
    ),
    _seeing("openrouter", "anthropic/claude-sonnet-5.5", "Claude Sonnet 5.5", 12, _SONNET, family="claude", quality=5),
    _seeing("openai", "gpt-6.1-terra", "GPT-6.1 Terra", 20, _TERRA, family="gpt", quality=4, speed=4),
    _seeing("anthropic", "claude-haiku-5-5", "Claude Haiku 5.5", 30, _HAIKU, family="claude", speed=5),
    _seeing(
        "gemini", "gemini-3.8-flash", "Gemini 3.8 Flash", 40, _FLASH, facts_source=_FLASH_ENDS, family="gemini", speed=5
    ),
    _seeing(
        "ollama",
        "llama3.2-vision",
        "Llama 3.2 Vision on Ollama",
        70,
        {},
        is_on=False,
        family="llama",
        quality=2,
        speed=2,
        typical_s=120,
        setup="Start Ollama, fetch the model (ollama pull llama3.2-vision), then switch this on.",
        facts_source="runs on your own machine",
    ),
)
