"""What twins know of models: the fields each takes, what it makes and what it bills, and who breaks the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


@lru_cache(maxsize=8)
def models_of(vendor: str) -> dict[str, dict[str, Any]]:
    """Return a vendor's models by their names."""
    folder = Path(__file__).parent / "schemas"
    models: dict[str, dict[str, Any]] = {}
    for place in sorted([*folder.glob(f"{vendor}.json"), *folder.glob(f"{vendor}-*.json")]):
        models |= json.loads(place.read_text("utf-8"))["models"]
    return models


def wrongs(model: Mapping[str, Any], fields: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (kind of mistake, field, sentence) for each rule of a model that some fields break."""
    known = model["fields"]
    for name in model.get("required", ()):
        if name not in fields:
            yield "required", name, f"{name} is required"
    for name, value in fields.items():
        if name not in known:
            yield "additional_property_not_allowed", name, f"Additional property {name} is not allowed"
            continue
        yield from _wrong(name, value, known[name])


def _wrong(name: str, value: Any, rule: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    kinds = rule.get("type", [])
    able = tuple(kind for word in ([kinds] if isinstance(kinds, str) else kinds) for kind in _TYPES[word])
    if able and (not isinstance(value, able) or (isinstance(value, bool) and bool not in able)):
        yield "invalid_type", name, f"Invalid type. Expected: {kinds}, given: {type(value).__name__}"
        return
    allowed = rule.get("enum")
    if allowed is not None and not isinstance(value, dict) and value not in allowed:
        yield "enum", name, f"{name} must be one of the following: {', '.join(map(repr, allowed))}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        if "ge" in rule and value < rule["ge"]:
            yield "number_gte", name, f"Must be greater than or equal to {rule['ge']:g}"
        if "le" in rule and value > rule["le"]:
            yield "number_lte", name, f"Must be less than or equal to {rule['le']:g}"
    if isinstance(value, list | str):
        if "most" in rule and len(value) > rule["most"]:
            yield "list_too_long" if isinstance(value, list) else "string_too_long", name, f"at most {rule['most']}"
        if "least" in rule and len(value) < rule["least"]:
            yield "list_too_short" if isinstance(value, list) else "string_too_short", name, f"at least {rule['least']}"


def input_schema(model: Mapping[str, Any]) -> dict[str, Any]:
    """A model's fields as its published schema says them."""
    names = {"ge": "minimum", "le": "maximum", "most": "maxItems", "least": "minItems"}
    properties = {
        field_name: {names.get(key, key): value for key, value in rule.items()}
        for field_name, rule in model["fields"].items()
    }
    return {"type": "object", "title": "Input", "properties": properties, "required": model["required"]}


def bill_of(model: Mapping[str, Any], fields: Mapping[str, Any], seconds: float, area: int) -> int:
    """Return what a vendor bills for one answer, in micros: `seconds` long, of `area` pixels."""
    units, micros = units_of(model, fields, seconds, area)
    return round(units * micros)


def units_of(model: Mapping[str, Any], fields: Mapping[str, Any], seconds: float, area: int) -> tuple[float, int]:
    """Return how many units a vendor bills for one answer, and what one costs in micros."""
    rule = model.get("bill", {})
    micros = next(
        (
            int(row["micros"])
            for row in rule.get("cases", ())
            if all(fields.get(name) == value for name, value in row.get("when", {}).items())
            and area <= float(row.get("most_mp", 1e9)) * 1e6
        ),
        int(rule.get("micros", 0)),
    )
    text = str(fields.get("text") or fields.get("prompt") or "")
    times = {
        "call": 1.0,
        "image": 1.0,
        "second": seconds,
        "megapixel": area / 1e6,
        "kchar": len(text) / 1000,
    }
    return round(times[rule.get("unit", "call")], 4), micros
