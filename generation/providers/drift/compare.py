"""Rows beside what vendors publish, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generation.providers.specs import ModelSpec

from .asks import Ask
from .schemas import Price, Published, Rule, Schema


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: what a row says, and what its vendor says instead.

    `kind`: "gone", "version", "field", "required", "value", "range", "references", "words" or "price".
    """

    row: str
    kind: str
    says: str
    published: str

    def __str__(self) -> str:
        return f"{self.row}: {self.kind}: the row says {self.says}; the vendor says {self.published}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came out for one row: `silent` where nothing is published to compare it with."""

    findings: tuple[Finding, ...]
    silent: bool = False


def check(row: ModelSpec, asks: Iterable[Ask], published: Published) -> Checked:
    """Compare a row with what its vendor publishes."""
    findings: list[Finding] = []
    is_silent = True
    for ask in asks:
        if ask.model in published.gone or (published.models is not None and ask.model not in published.models):
            return Checked((Finding(row.key, "gone", ask.model, "that it has no such model"),))
        is_silent = is_silent and published.models is None
        schema = published.schemas.get(ask.operation)
        if schema is not None:
            is_silent = False
            findings += _against(row.key, ask, schema)
        price = published.prices.get(ask.model)
        if price is not None:
            is_silent = False
            findings += _priced(row, price)
    # One row may ask in two places whose schemas are the same.
    return Checked(tuple(dict.fromkeys(findings)), is_silent)


def _against(key: str, ask: Ask, schema: Schema) -> Iterator[Finding]:
    if ask.version and schema.version and ask.version != schema.version:
        yield Finding(key, "version", ask.version, f"that {schema.version} is its newest")
    for name in sorted(ask.fields - set(schema.fields)):
        yield Finding(
            key, "field", f"that there is a field {name}", f"that there are {', '.join(sorted(schema.fields))}"
        )
    for name in sorted((schema.required or frozenset()) - ask.always):
        yield Finding(key, "required", f"nothing of {name}, or not always", f"that {name} is required")
    for name, rule in schema.fields.items():
        for value in dict.fromkeys(map(_hashable, ask.values.get(name, ()))):
            if not allows(rule, value):
                yield Finding(key, "value", f"{name} = {value!r}", told(rule))
        yield from _beyond(key, ask, name, rule)


def _beyond(key: str, ask: Ask, name: str, rule: Rule) -> Iterator[Finding]:
    if name in ask.spans:
        least, most = ask.spans[name]
        if rule.least is not None and least is not None and least < rule.least:
            yield Finding(key, "range", f"{name} from {least:g}", told(rule))
        if rule.most is not None and (most is None or most > rule.most):
            yield Finding(key, "range", f"{name} to {'any' if most is None else f'{most:g}'}", told(rule))
    if rule.most_items is not None and ask.items.get(name, 0) > rule.most_items:
        yield Finding(key, "references", f"up to {ask.items[name]} in {name}", f"at most {rule.most_items}")
    if rule.most_chars is not None and name in ask.chars:
        chars = ask.chars[name]
        if chars is None or chars > rule.most_chars:
            most_said = "any number of" if chars is None else f"{chars}"
            yield Finding(key, "words", f"{most_said} characters in {name}", f"at most {rule.most_chars}")


def allows(rule: Rule, value: Any) -> bool:
    """Tell whether a field may hold a value."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        if rule.least is not None and value < rule.least:
            return False
        if rule.most is not None and value > rule.most:
            return False
    if any(type(value) is type(choice) and value == choice for choice in rule.choices):
        return True
    if (not rule.types and not rule.choices) or "any" in rule.types:
        return True
    return bool(_kinds(value) & rule.types)


def told(rule: Rule) -> str:
    """Return a rule in words."""
    parts = [", ".join(repr(choice) for choice in rule.choices)] if rule.choices else []
    free = sorted(rule.types - {"null", "any"})
    parts += [" or ".join(free)] if free else []
    if rule.least is not None or rule.most is not None:
        least = "…" if rule.least is None else f"{rule.least:g}"
        most = "…" if rule.most is None else f"{rule.most:g}"
        parts.append(f"{least} to {most}")
    return "; ".join(parts) or "anything"


def _kinds(value: Any) -> frozenset[str]:
    match value:
        case None:
            return frozenset({"null"})
        case bool():
            return frozenset({"boolean"})
        case int():
            return frozenset({"integer", "number"})
        case float():
            return frozenset({"number", "integer"} if value.is_integer() else {"number"})
        case str():
            return frozenset({"string"})
        case tuple() | list():
            return frozenset({"array"})
        case _:
            return frozenset({"object"})


def _hashable(value: Any) -> Any:
    """Lists and objects are compared by their kind only."""
    if isinstance(value, list):
        return tuple(map(_hashable, value))
    return frozenset(value) if isinstance(value, dict) else value


_UNITS = {
    "second": "second",
    "seconds": "second",
    "image": "image",
    "images": "image",
    "megapixel": "megapixel",
    "megapixels": "megapixel",
    "processed megapixels": "megapixel",
    "video": "call",
    "videos": "call",
    "generation": "call",
    "generations": "call",
    "call": "call",
    "1000 characters": "kchar",
    "kchar": "kchar",
}
"""What vendors call units, and what we call them. Prices in other units cannot be compared."""


def _priced(row: ModelSpec, price: Price) -> Iterator[Finding]:
    unit = _UNITS.get(price.unit.lower())
    own = {row.price_micros, *(int(one["micros"]) for one in row.prices)}
    if unit is None or price.currency.upper() != "USD":
        return
    said = f"{', '.join(f'{micros / 1e6:g}' for micros in sorted(own))} USD per {row.price_unit}"
    if unit != row.price_unit or price.micros not in own:
        yield Finding(row.key, "price", said, f"{price.micros / 1e6:g} {price.currency} per {price.unit}")
