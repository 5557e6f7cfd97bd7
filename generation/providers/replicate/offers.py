"""What rows of Replicate's models have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generation.providers.base import Capability
from generation.providers.offering import offered
from generation.providers.specs import ModelSpec

T4, L40S, A100, H100 = 225, 975, 1400, 1525
"""What a second of each graphics card costs, in micros of a dollar (replicate.com/docs, November 2026)."""

PRICES = "replicate.com prices and notes of August to October 2026"
UNCHECKED = (
    "Replicate publishes no fields of this model that we know. Compare the row with its schema, then switch it on."
)
SCHEMAS = "fields: models' schemas of 2026-04-23"
ESTIMATED = f"{SCHEMAS}; no price is known, this one is an estimate to be on the safe side"
NOTES = "fields: notes of 2026-08 to 2026-10"
NOTED = frozenset(
    {
        "qwen/qwen-image-edit-plus",
        "qwen/qwen-image-edit-2511",
        "google/nano-banana-pro",
        "google/veo-3.1-lite",
        "bytedance/pulid",
        "bytedance/flux-pulid",
        "bytedance/latentsync",
        "nightmareai/real-esrgan",
        "lucataco/real-esrgan-video",
        "wan-video/wan-2.7-i2v",
        "lightricks/ltx-2.3-fast",
        "lightricks/ltx-2.3-pro",
        "minimax/hailuo-2.3",
        "kwaivgi/kling-v2.5-turbo-pro",
        "kwaivgi/kling-v2.6",
        "kwaivgi/kling-v3-video",
        "lucataco/animate-diff",
        "lucataco/higgs-audio-v2",
        "bzikst/higgs-audio-v3-tts-4b",
        "suno-ai/bark",
        "lucataco/xtts-v2",
        "lucataco/ace-step",
    }
)
"""Models that are not among those schemas: what people wrote of them was all there was to go by."""
URI, URIS = "", "0"
"""Where a model's answer holds the file: it is the answer, or the first of a list."""


def at_replicate(
    name: str, label: str, capability: Capability, settings: Mapping[str, Any], *, version: str = "", **more: Any
) -> ModelSpec:
    """Return the row of the model "owner/name". `version`: the only one meant, for models that are not official."""
    row: dict[str, Any] = {
        "adapter": "generation.providers.replicate.model.ReplicateModel",
        "endpoint": f"{name}:{version}" if version else name,
        "facts_source": f"{SCHEMAS}; {PRICES}",
        **more,
    }
    row["facts_source"] = _source(name, str(row["facts_source"]))
    row.setdefault("facts_date", date(2026, 8, 21) if "notes of 2026-08" in row["facts_source"] else date(2026, 4, 23))
    return offered(f"replicate/{name.partition('/')[2]}", label, capability, settings, **row)


def _source(name: str, told: str) -> str:
    """Return where a row's facts are from, with that of its fields."""
    fields = NOTES if name in NOTED else SCHEMAS
    if told.startswith(SCHEMAS):
        return told.replace(SCHEMAS, fields, 1)
    return told if told.startswith("fields") else f"{fields}; price: {told}"


def by_time(card: int, seconds: int) -> dict[str, Any]:
    """Return the price of a model that is billed by time on a card: an estimate, settled by what it took."""
    return {
        "price_micros": card * seconds,
        "price_unit": "call",
        "typical_s": seconds + 10,
        "facts_source": f"an estimate: {seconds} s on a card at {card} micros a second; settled by the time it took",
    }


def second(micros: int, *cases: tuple[dict[str, Any], int], **more: Any) -> dict[str, Any]:
    """Return a price per second; `cases` are prices under a condition."""
    prices = tuple({"when": when, "micros": price, "unit": "second"} for when, price in cases)
    return {"price_micros": micros, "price_unit": "second", "prices": prices, **more}
