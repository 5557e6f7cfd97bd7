"""Reading a document out of what a language model said.

Each answer is paid for, so small faults of form are forgiven: a code fence, words around it, thoughts aloud, a comma
too many, a wrapper, a number as text or a little beyond its limit. What is missing stays missing: nothing is made up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from generation.providers.openai.strict import is_free_form, resolved

_THOUGHTS = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"```[a-zA-Z0-9_-]*[ \t]*\r?\n?(.*?)```", re.DOTALL)
_STRING_OR_COMMA = re.compile(r'"(?:\\.|[^"\\])*"|,(?=\s*[}\]])', re.DOTALL)


class NotADocument(Exception):
    """There is no document in the text. The message says why, for the log."""


def read_document(text: str, schema: Mapping[str, Any]) -> Any:
    """Return the JSON document in `text`, settled into the shape of `schema` as far as its form allows.

    Raise `NotADocument` if there is none.
    """
    return settled(_parsed(text), schema)


def _parsed(text: str) -> Any:
    cleaned = _THOUGHTS.sub("", text.lstrip("\ufeff")).strip()
    reason = "it is empty"
    for candidate in _candidates(cleaned):
        for attempt in (candidate, _without_extra_commas(candidate)):
            try:
                return _decoded(attempt)
            except (ValueError, RecursionError) as error:
                reason = str(error)
    raise NotADocument(reason)


def _candidates(text: str) -> list[str]:
    """Where a document may be: the whole, what is fenced, what starts at the first bracket."""
    starts = [found for found in (text.find("{"), text.find("[")) if found >= 0]
    fenced = [match.strip() for match in _FENCE.findall(text)]
    return [
        part for part in (text, *sorted(fenced, key=len, reverse=True), *(text[s:] for s in sorted(starts))) if part
    ]


def _decoded(text: str) -> Any:
    found, end = json.JSONDecoder(strict=False, parse_constant=lambda _: None).raw_decode(text)
    if not isinstance(found, dict | list):
        raise ValueError("it is no object")
    if end < len(text) and isinstance(found, list) and not text[end:].isspace() and "{" in text[end:]:
        raise ValueError("words in brackets stand before it")
    return found


def _without_extra_commas(text: str) -> str:
    return _STRING_OR_COMMA.sub(lambda match: "" if match.group() == "," else match.group(), text)


# --- Into the shape --------------------------------------------------------------------------------


def settled(document: Any, schema: Mapping[str, Any]) -> Any:
    """Return the document in the shape of the schema, where that is only a matter of form."""
    return _Settling(schema).of(_unwrapped(document, schema), schema)


def _unwrapped(document: Any, schema: Mapping[str, Any]) -> Any:
    """Take off a wrapper that nobody asked for: `{"script": {...}}`, `[{...}]`, or a list in place of its object."""
    fields = schema.get("properties") or {}
    if isinstance(document, list):
        lists = [name for name, part in fields.items() if part.get("type") == "array"]
        if len(document) == 1 and isinstance(document[0], dict) and set(document[0]) & set(fields):
            return document[0]
        return {lists[0]: document} if len(lists) == 1 else document
    if isinstance(document, dict) and fields and not set(document) & set(fields):
        inner = [value for value in document.values() if isinstance(value, dict) and set(value) & set(fields)]
        return inner[0] if len(inner) == 1 else document
    return document


class _Settling:
    def __init__(self, root: Mapping[str, Any]) -> None:
        self.root = root

    def of(self, value: Any, schema: Mapping[str, Any]) -> Any:
        if "$ref" in schema:
            return self.of(value, {**resolved(self.root, str(schema["$ref"])), **_beside(schema)})
        branches = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
        if branches:
            return self.of(value, self._branch(value, branches))
        if "enum" in schema or "const" in schema:
            return _one_of(value, schema.get("enum") or [schema["const"]])
        kind = schema.get("type")
        if kind == "object":
            return self._object(value, schema)
        if kind == "array":
            return self._array(value, schema)
        settle = {"string": _text, "integer": _whole, "number": _number, "boolean": _truth}.get(str(kind))
        return settle(value, schema) if settle else value

    def _object(self, value: Any, schema: Mapping[str, Any]) -> Any:
        if is_free_form(schema):
            return _from_pairs(value)
        if not isinstance(value, dict):
            return value
        fields = schema.get("properties") or {}
        found = {}
        for name, inner in value.items():
            if name not in fields or (inner is None and not self._takes_null(fields[name])):
                continue
            found[name] = self.of(inner, fields[name])
        return found

    def _array(self, value: Any, schema: Mapping[str, Any]) -> Any:
        if not isinstance(value, list):
            value = [] if value in (None, "", {}) else [value]
        items = schema.get("items")
        if isinstance(items, Mapping):
            value = [self.of(item, items) for item in value if item is not None]
        return value[: schema["maxItems"]] if "maxItems" in schema else value

    def _branch(self, value: Any, branches: list[Mapping[str, Any]]) -> Mapping[str, Any]:
        whole = [resolved(self.root, str(part["$ref"])) if "$ref" in part else part for part in branches]
        fitting = [part for part in whole if _fits(value, part)]
        real = [part for part in whole if part.get("type") != "null"]
        return (fitting or real or whole)[0]

    def _takes_null(self, schema: Mapping[str, Any]) -> bool:
        whole = resolved(self.root, str(schema["$ref"])) if "$ref" in schema else schema
        kinds = [part.get("type", "null") for part in whole.get("anyOf") or whole.get("oneOf") or [whole]]
        return "null" in kinds and "enum" not in whole


def _beside(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name not in {"$ref", "$defs"}}


_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def _fits(value: Any, schema: Mapping[str, Any]) -> bool:
    if "enum" in schema:
        return value in schema["enum"]
    kind = _KINDS.get(str(schema.get("type")))
    return kind is not None and isinstance(value, kind)


def _one_of(value: Any, allowed: list[Any]) -> Any:
    if value in allowed or not isinstance(value, str):
        return value
    plain = value.strip().casefold().replace("-", "_").replace(" ", "_")
    same = [word for word in allowed if isinstance(word, str) and word.casefold().replace(" ", "_") == plain]
    return same[0] if same else value


def _text(value: Any, schema: Mapping[str, Any]) -> Any:
    if isinstance(value, bool) or value is None:
        return "" if value in (None, False) else "yes"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return value


def _number(value: Any, schema: Mapping[str, Any]) -> Any:
    if isinstance(value, str):
        try:
            value = float(value.strip())
        except ValueError:
            return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    least, most = schema.get("minimum"), schema.get("maximum")
    value = max(value, least) if least is not None else value
    return min(value, most) if most is not None else value


def _whole(value: Any, schema: Mapping[str, Any]) -> Any:
    number = _number(value, schema)
    return round(number) if isinstance(number, float) and abs(number) < 1e15 else number


def _truth(value: Any, schema: Mapping[str, Any]) -> Any:
    if isinstance(value, str) and value.strip().casefold() in {"true", "yes", "false", "no"}:
        return value.strip().casefold() in {"true", "yes"}
    return value


def _from_pairs(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(pair, dict) and "key" in pair for pair in value):
        return {str(pair["key"]): pair.get("value") for pair in value}
    return value
