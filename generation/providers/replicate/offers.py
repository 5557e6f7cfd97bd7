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
ESTIMATED = "fields: models' schemas of 2026-04-23; no price is known, this one is an estimate to be on the safe side"
URI, URIS = "", "0"
"""Where a model's answer holds the file: it is the answer, or the first of a list."""


def at_replicate(
    name: str, label: str, capability: Capability, settings: Mapping[str, Any], *, version: str = "", **more: Any
) -> ModelSpec:
    """Return the row of the model "owner/name". `version`: the only one meant, for models that are not official."""
    return offered(
        f"replicate/{name.partition('/')[2]}",
        label,
        capability,
        settings,
        **{
            "adapter": "generation.providers.replicate.model.ReplicateModel",
            "endpoint": f"{name}:{version}" if version else name,
            "facts_date": date(2026, 4, 23),
            "facts_source": f"fields: models' schemas of 2026-04-23; {PRICES}",
            **more,
        },
    )


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
