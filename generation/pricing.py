"""What one request costs by a model's row: exact, in millionths of a dollar, and known before it is sent."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generation.models import ModelOffer

Unit = ModelOffer.PriceUnit

CHARS_PER_TOKEN = Decimal(4)
"""English text has about four characters a token in every vendor's count; other scripts have fewer."""
EXPECTED_ANSWER_TOKENS = Decimal(6000)
"""What a plan of one step runs to, generously. The vendor's own count settles the bill."""
LINES = (480, 580, 720, 768, 1080, 1440, 2160)


def estimate(offer: ModelOffer | None, arguments: Mapping[str, Any]) -> int:
    """Return what a request for `offer` will cost, by its recipe's arguments; 0 for free work."""
    if offer is None or offer.is_free:
        return 0
    facts = facts_of(arguments)
    if offer.price_unit == Unit.MILLION_TOKENS:
        return _of_tokens(offer, arguments)
    rule = next((rule for rule in offer.prices if _fits(rule.get("when", {}), facts)), None)
    micros = Decimal(rule["micros"]) if rule else Decimal(offer.price_micros)
    unit = str(rule.get("unit", offer.price_unit)) if rule else offer.price_unit
    return math.ceil(micros * _units(unit, arguments))


def facts_of(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a price may depend on: resolution ("720p"), megapixels, seconds, sound, references."""
    width, height = int(arguments.get("width") or 0), int(arguments.get("height") or 0)
    lines = min(width, height)
    return {
        "resolution": f"{min(LINES, key=lambda known: abs(known - lines))}p" if lines else "",
        "megapixels": math.ceil(width * height / 1_000_000),
        "seconds": Decimal(int(arguments.get("duration_ms") or 0)) / 1000,
        "sound": bool(arguments.get("with_sound")),
        "shape": "wide" if width > height else "tall" if height > width else "square",
    }


def _fits(when: Mapping[str, Any], facts: Mapping[str, Any]) -> bool:
    return all(_holds(facts.get(name), wanted) for name, wanted in when.items())


def _holds(value: Any, wanted: Any) -> bool:
    if not isinstance(wanted, Mapping):
        return bool(value == wanted)
    return ("min" not in wanted or value >= wanted["min"]) and ("max" not in wanted or value <= wanted["max"])


def _units(unit: str, arguments: Mapping[str, Any]) -> Decimal:
    if unit == Unit.SECOND:
        return Decimal(int(arguments.get("duration_ms") or 0)) / 1000
    if unit == Unit.THOUSAND_CHARACTERS:
        return Decimal(len(str(arguments.get("text") or arguments.get("prompt") or ""))) / 1000
    if unit == Unit.MEGAPIXEL:
        return Decimal(int(arguments.get("width") or 0) * int(arguments.get("height") or 0)) / 1_000_000
    return Decimal(1)


def _of_tokens(offer: ModelOffer, arguments: Mapping[str, Any]) -> int:
    """A language model is paid for what it reads and what it writes; how much that is, only the answer tells."""
    read = Decimal(int(arguments.get("reads_characters") or 0)) / CHARS_PER_TOKEN
    written = Decimal(int(arguments.get("writes_tokens") or EXPECTED_ANSWER_TOKENS))
    prices = {str(rule.get("kind")): Decimal(rule["micros"]) for rule in offer.prices}
    usual = Decimal(offer.price_micros)
    whole = read * prices.get("in", usual) + written * prices.get("out", usual)
    return math.ceil(whole / 1_000_000)


def told(offer: ModelOffer) -> dict[str, Any]:
    """Return the prices that an adapter reckons a bill with: they are changed in the row and nowhere else."""
    prices: dict[str, Any] = {}
    if offer.price_unit == Unit.MILLION_TOKENS:
        by_kind = {str(rule["kind"]): rule["micros"] for rule in offer.prices if "kind" in rule}
        prices["mtoken_micros"] = {**offer.settings.get("mtoken_micros", {}), **by_kind}
    if offer.price_unit == Unit.THOUSAND_CHARACTERS:
        prices["micros_per_kchar"] = offer.price_micros
    if offer.price_unit == Unit.SECOND:
        prices["second_micros"] = offer.price_micros
    return {name: value for name, value in prices.items() if name in offer.settings}
