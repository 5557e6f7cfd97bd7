"""A JSON Schema as servers take it that keep to one.

OpenAI's strict rules: each object names all its fields, all of them required, and nothing more; no defaults; nothing
beside a `$ref`. An object with free keys becomes a list of keys and values (`answers.py` turns it back). Limits that
some servers refuse (how long, how many, how large) are told in the description, unless they are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LIMITS = {
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "minimum": "{} or more",
    "maximum": "{} or less",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
}
_DROPPED = frozenset({"default", "title", "examples", "$schema", "$id", "format"})


def strict_schema(schema: Mapping[str, Any], *, keeps_limits: bool = False) -> dict[str, Any]:
    """Return the schema by the strict rules. `keeps_limits`: the server understands limits, as grammars do."""
    return _Strict(schema, keeps_limits=keeps_limits).of(schema)


def is_free_form(schema: Mapping[str, Any]) -> bool:
    """Say whether a schema is of an object whose keys are not known beforehand."""
    return schema.get("type") == "object" and not schema.get("properties") and schema.get("additionalProperties", True)


class _Strict:
    def __init__(self, root: Mapping[str, Any], *, keeps_limits: bool) -> None:
        self.root = root
        self.keeps_limits = keeps_limits

    def of(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return one part by the rules, with the parts in it."""
        if "$ref" in schema:
            return self._reference(schema)
        if is_free_form(schema):
            return self._pairs(schema)
        strict = {name: value for name, value in schema.items() if name not in _DROPPED and name not in _LIMITS}
        self._limits(schema, strict)
        if "const" in strict:
            strict["enum"] = [strict.pop("const")]
        for name in ("$defs", "definitions"):
            if name in strict:
                strict[name] = {key: self.of(part) for key, part in strict[name].items()}
        for name in ("anyOf", "oneOf", "allOf", "prefixItems"):
            if name in strict:
                strict[name] = [self.of(part) for part in strict[name]]
        if isinstance(strict.get("items"), Mapping):
            strict["items"] = self.of(strict["items"])
        return self._object(strict)

    def _object(self, strict: dict[str, Any]) -> dict[str, Any]:
        if "oneOf" in strict:
            strict["anyOf"] = strict.pop("oneOf")
            strict.pop("discriminator", None)
        if len(strict.get("allOf") or ()) == 1:
            strict = {**strict.pop("allOf")[0], **strict}
        if strict.get("type") == "object" or "properties" in strict:
            fields = {name: self.of(part) for name, part in (strict.get("properties") or {}).items()}
            strict |= {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
        return strict

    def _reference(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        beside = {name: value for name, value in schema.items() if name not in _DROPPED and name != "$ref"}
        if not beside:
            return {"$ref": schema["$ref"]}
        return self.of({**resolved(self.root, str(schema["$ref"])), **beside})

    def _pairs(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        values = schema.get("additionalProperties")
        value = self.of(values) if isinstance(values, Mapping) and values else {"type": "string"}
        pair = {"key": {"type": "string"}, "value": value}
        item = {"type": "object", "properties": pair, "required": ["key", "value"], "additionalProperties": False}
        return {"type": "array", "description": str(schema.get("description") or "Keys and values."), "items": item}

    def _limits(self, schema: Mapping[str, Any], strict: dict[str, Any]) -> None:
        limits = {name: schema[name] for name in _LIMITS if name in schema}
        if self.keeps_limits:
            strict |= limits
        elif limits:
            told = ", ".join(_LIMITS[name].format(value) for name, value in limits.items())
            said = str(schema.get("description") or "").rstrip(". ")
            strict["description"] = f"{said}. {told.capitalize()}." if said else f"{told.capitalize()}."


def resolved(root: Mapping[str, Any], reference: str) -> Mapping[str, Any]:
    """Return the part of a schema that a `$ref` inside it names; {} if there is none."""
    part: Any = root
    for name in reference.removeprefix("#/").split("/"):
        part = part.get(name) if isinstance(part, Mapping) else None
    return part if isinstance(part, Mapping) else {}
