"""The servers that speak the protocol, with each one's own ways, and the models we ship rows for.

Names and prices are of the date in each row; a row that is in the database may be changed there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generation.providers.openai.language_rows import TEXT, VISION
from generation.providers.openai.media_rows import PICTURES, SOUND
from generation.providers.specs import ModelSpec, VendorSpec

_CHECKED = date(2026, 11, 20)
_HERE = "generation.providers.openai"
_LOOK = f"{_HERE}.account.look"
_PLANS = "Planning films, and describing pictures"


def _vendor(key: str, label: str, offers: str, ways: Mapping[str, Any], **more: Any) -> VendorSpec:
    return VendorSpec(key, label, offers, account=_LOOK, settings={"label": label, **ways}, facts_date=_CHECKED, **more)


_LOCAL = {
    "needs_key": False,
    "is_free": True,
    "path": "/v1",
    "answers": "json_schema",
    "strict": False,
    "keeps_limits": True,
    "shows_schema": True,
    "takes_seed": True,
    "tokens_field": "max_tokens",
    "max_output_tokens": 16_000,
    # A model on an ordinary processor writes a few words a second.
    "timeout_s": 7200,
}

VENDORS: tuple[VendorSpec, ...] = (
    _vendor(
        "openrouter",
        "OpenRouter",
        _PLANS,
        {
            "answers": "json_schema",
            "strict": True,
            "tokens_field": "max_tokens",
            "tells_cost": True,
            "account": "key",
            "headers": {"X-Title": "SceneMe"},
            # Without `require_parameters` it may choose a host that ignores the schema.
            "extra": {"provider": {"require_parameters": True}, "usage": {"include": True}},
        },
        variable="OPENROUTER_API_KEY",
        site="https://openrouter.ai/settings/keys",
        base_url="https://openrouter.ai/api/v1",
        facts_source="openrouter.ai/docs",
    ),
    _vendor(
        "openai",
        "OpenAI",
        "Planning films, pictures, voices, word times",
        {
            "answers": "json_schema",
            "strict": True,
            "tokens_field": "max_completion_tokens",
            "address_variable": "OPENAI_BASE_URL",
        },
        variable="OPENAI_API_KEY",
        site="https://platform.openai.com/api-keys",
        base_url="https://api.openai.com/v1",
        webhook=f"{_HERE}.webhooks.verify",
        facts_source="openai-openapi 2.3.0 (2026-08-21), openai-python 3.51.0",
    ),
    _vendor(
        "anthropic",
        "Anthropic",
        _PLANS,
        {
            # It reads `response_format` and ignores it, so the schema is told in words.
            "answers": "words",
            "tokens_field": "max_tokens",
            "key_header": "x-api-key",
            "account_headers": {"anthropic-version": "2023-06-01"},
        },
        variable="ANTHROPIC_API_KEY",
        site="https://console.anthropic.com/settings/keys",
        base_url="https://api.anthropic.com/v1",
        facts_source="platform.claude.com/docs/en/api/openai-sdk",
    ),
    _vendor(
        "gemini",
        "Google Gemini (words)",
        _PLANS,
        {"answers": "json_schema", "strict": False, "tokens_field": "max_tokens"},
        variable="GEMINI_API_KEY",
        site="https://aistudio.google.com/apikey",
        base_url="https://generativelanguage.googleapis.com/v1beta/openai",
        facts_source="ai.google.dev/gemini-api/docs/openai",
    ),
    _vendor(
        "ollama",
        "Ollama",
        "Planning films with models on your own machine",
        {**_LOCAL, "address_variable": "OLLAMA_HOST"},
        site="https://ollama.com",
        base_url="http://localhost:11434/v1",
        is_local=True,
        max_in_flight=1,
        facts_source="docs.ollama.com (2026-10-29)",
    ),
    _vendor(
        "llamacpp",
        "llama.cpp",
        "Planning films with a model on your own machine",
        {**_LOCAL, "address_variable": "LLAMACPP_BASE_URL"},
        site="https://github.com/ggml-org/llama.cpp",
        base_url="http://127.0.0.1:8080/v1",
        is_local=True,
        max_in_flight=1,
        facts_source="llama.cpp, tools/server",
    ),
    _vendor(
        "own_server",
        "Another server",
        "Any server that speaks OpenAI's protocol",
        {
            "answers": "json_schema",
            "strict": False,
            # Should it take schemas and ignore them, the model has still been told.
            "shows_schema": True,
            "tokens_field": "max_tokens",
            "max_output_tokens": 16_000,
            "needs_key": False,
            "path": "/v1",
            "address_variable": "OWN_SERVER_BASE_URL",
        },
        variable="OWN_SERVER_API_KEY",
        is_local=True,
        facts_source="its own documentation",
    ),
)

MODELS: tuple[ModelSpec, ...] = (*TEXT, *VISION, *PICTURES, *SOUND)
