"""Prices of tokens, as rows tell them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def per_million(into: int, cached: int, out: int, **more: int) -> dict[str, int]:
    """Prices of a million tokens, in millionths of a dollar."""
    return {"in": into, "cached_in": cached, "out": out, **more}


def priced(prices: Mapping[str, int]) -> dict[str, Any]:
    """Return a row's fields for these prices; {} stands for a model that costs nothing."""
    kinds = [{"micros": prices[kind], "unit": "mtoken", "kind": kind} for kind in ("in", "out") if prices]
    return {"prices": tuple(kinds), "price_micros": prices.get("out", 0), "price_unit": "mtoken" if prices else "free"}
