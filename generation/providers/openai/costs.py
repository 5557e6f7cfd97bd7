"""What an answer cost: what the server says that it charged, else its tokens at the prices of the row.

Prices are in `settings["mtoken_micros"]`, millionths of a dollar per million tokens, by kind: "in", "cached_in", "out",
and for pictures "image_in" and "image_out". A kind without a price of its own costs what "in" or "out" costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

_MILLION = 1_000_000
_FALLS_BACK_ON = {"cached_in": "in", "image_in": "in", "image_out": "out"}


def cost_micros(usage: Any, settings: Mapping[str, Any]) -> int | None:
    """Return what an answer with this `usage` cost, None if neither the server nor the row can tell."""
    if not isinstance(usage, Mapping):
        return None
    told = usage.get("cost")
    if told is not None and settings.get("tells_cost"):
        return dollars_to_micros(told)
    prices = settings.get("mtoken_micros")
    if not isinstance(prices, Mapping) or not prices:
        return None
    parts = sum(count * _price(prices, kind) for kind, count in tokens(usage).items())
    return (parts + _MILLION // 2) // _MILLION


def tokens(usage: Mapping[str, Any]) -> dict[str, int]:
    """Return the tokens of an answer by kind, each counted once."""
    into = _count(usage, "prompt_tokens", "input_tokens")
    out = _count(usage, "completion_tokens", "output_tokens")
    details_in = _details(usage, "prompt_tokens_details", "input_tokens_details")
    details_out = _details(usage, "completion_tokens_details", "output_tokens_details")
    cached = min(into, _count(details_in, "cached_tokens"))
    seen = min(into - cached, _count(details_in, "image_tokens")) if "input_tokens" in usage else 0
    # The picture API speaks of pictures alone where it does not say more.
    is_all_drawn = "input_tokens" in usage and not details_out
    drawn = out if is_all_drawn else min(out, _count(details_out, "image_tokens"))
    found = {"in": into - cached - seen, "cached_in": cached, "image_in": seen, "out": out - drawn, "image_out": drawn}
    return {kind: count for kind, count in found.items() if count}


def dollars_to_micros(dollars: Any) -> int | None:
    """Return an amount of dollars in millionths, rounded to the nearest; None if it is no number."""
    try:
        amount = Decimal(str(dollars)) * _MILLION
        return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    except (InvalidOperation, ValueError):
        return None


def _price(prices: Mapping[str, Any], kind: str) -> int:
    price = prices.get(kind)
    return int(price if price is not None else prices.get(_FALLS_BACK_ON.get(kind, kind)) or 0)


def _count(values: Mapping[str, Any], *names: str) -> int:
    return next((int(values[name]) for name in names if isinstance(values.get(name), int)), 0)


def _details(usage: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    return next((usage[name] for name in names if isinstance(usage.get(name), Mapping)), {})
