"""Published schemas in one form, whatever they were written in: JSON Schema, or tables of fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """What one field may hold: one of `choices`, or anything of the kinds `types`; without both, anything.

    The kinds are JSON Schema's. `least` and `most` are of a number, `most_items` of a list, `most_chars` of a text.
    """

    types: frozenset[str] = frozenset()
    choices: tuple[Any, ...] = ()
    least: float | None = None
    most: float | None = None
    most_items: int | None = None
    most_chars: int | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of one model or one request. `required` is None where the source does not tell."""

    fields: Mapping[str, Rule]
    required: frozenset[str] | None = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """What a vendor asks for one of its units, in its own word for it."""

    micros: int
    unit: str
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Published:
    """What a vendor publishes, as far as it was found. What it has nothing of is not compared.

    `gone` are models that the vendor no longer has. `models` are all that it has, None where nobody told.
    """

    schemas: Mapping[str, Schema] = field(default_factory=dict)
    prices: Mapping[str, Price] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    models: frozenset[str] | None = None


# --- JSON Schema -----------------------------------------------------------------------------------


def of_json_schema(document: Json, node: Json, *, version: str = "") -> Schema:
    """Return the fields of an object's schema; `document` is where its references lead."""
    whole = _merged(document, node)
    rules = {str(name): rule_of(document, what) for name, what in whole.get("properties", {}).items()}
    return Schema(rules, frozenset(whole.get("required", ())), version)


FORM = "multipart/form-data"


def of_operation(document: Json, path: str, *, body: str = "application/json") -> Schema:
    """Return the fields of a POST: of its query and of its body, in the form `body` if there are several.

    Raise `KeyError` where there is no such request.
    """
    operation = document["paths"][path]["post"]
    schema = Schema({}, frozenset())
    content = operation.get("requestBody", {}).get("content", {})
    for kind in (body, *content):
        if kind in content:
            schema = of_json_schema(document, content[kind]["schema"])
            break
    queried = {
        str(row["name"]): rule_of(document, row.get("schema", {}))
        for row in (_resolved(document, row) for row in operation.get("parameters", ()))
        if row.get("in") == "query"
    }
    return replace(schema, fields={**queried, **schema.fields})


def rule_of(document: Json, node: Json) -> Rule:
    """Return what a property of a schema may hold."""
    whole = _merged(document, node)
    ways = [way for word in ("anyOf", "oneOf") for way in whole.get(word, ())]
    if ways:
        return _either([rule_of(document, way) for way in ways])
    choices = tuple(whole["enum"]) if "enum" in whole else (whole["const"],) if "const" in whole else ()
    kinds = whole.get("type", ())
    types = frozenset({kinds} if isinstance(kinds, str) else kinds)
    if whole.get("nullable"):
        types |= {"null"}
    return Rule(
        types=types & {"null"} if choices else types,
        choices=choices,
        least=whole.get("minimum", whole.get("exclusiveMinimum")),
        most=whole.get("maximum", whole.get("exclusiveMaximum")),
        most_items=whole.get("maxItems"),
        most_chars=whole.get("maxLength"),
    )


def _merged(document: Json, node: Json) -> dict[str, Any]:
    """Return a schema with what it refers to and all of its parts in one."""
    whole = dict(_resolved(document, node))
    for part in whole.pop("allOf", ()):
        inner = _merged(document, part)
        for word in ("properties", "required"):
            if word in inner:
                both = (inner[word], whole.get(word, type(inner[word])()))
                inner[word] = {**both[0], **both[1]} if word == "properties" else [*both[0], *both[1]]
        whole = {**inner, **whole, **{word: inner[word] for word in ("properties", "required") if word in inner}}
    return whole


def _resolved(document: Json, node: Json) -> Json:
    seen = 0
    while "$ref" in node and seen < 20:
        found: Any = document
        for part in str(node["$ref"]).removeprefix("#/").split("/"):
            found = found[part]
        node, seen = {**found, **{key: value for key, value in node.items() if key != "$ref"}}, seen + 1
    return node


def _either(rules: list[Rule]) -> Rule:
    """One of several: what is free in one is free. A bound holds where every way that has numbers knows one."""
    numbers = [rule for rule in rules if rule.types & {"integer", "number"}]
    texts = [rule for rule in rules if "string" in rule.types]
    lists = [rule for rule in rules if "array" in rule.types]
    return Rule(
        types=frozenset[str]().union(*(rule.types for rule in rules)),
        choices=tuple(choice for rule in rules for choice in rule.choices),
        least=_bound(min, (rule.least for rule in numbers)),
        most=_bound(max, (rule.most for rule in numbers)),
        most_items=_whole(_bound(max, (rule.most_items for rule in lists))),
        most_chars=_whole(_bound(max, (rule.most_chars for rule in texts))),
    )


def _bound(widest: Any, bounds: Iterable[float | None]) -> float | None:
    known = list(bounds)
    return widest(known) if known and None not in known else None


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)


# --- Tables of fields ------------------------------------------------------------------------------

_PYTHON = {"str": "string", "int": "integer", "float": "number", "bool": "boolean", "list": "array", "dict": "object"}
_SCRIPT = {"string": "string", "number": "number", "boolean": "boolean", "Blob": "string", "File": "string"}
_PART = re.compile(r'"(?:[^"\\]|\\.)*"|[^|"<]+(?:<[^>]*>)?')


def of_python_fields(fields: Json, *, version: str = "") -> Schema:
    """Return a schema from a table of Python's types with bounds `ge` and `le`. Nothing in it tells what is needed."""
    return Schema({str(name): _python_rule(row) for name, row in fields.items()}, None, version)


def _python_rule(row: Json) -> Rule:
    words = [word.strip() for word in str(row.get("type", "")).split("|")]
    types = {
        _PYTHON.get(word, "string" if word.endswith("Ref") else word.lower().replace("none", "null"))
        for word in words
        if word
    }
    # Whatever is not named there may stay away.
    return Rule(
        frozenset() if "enum" in row else frozenset(types | {"null"}),
        tuple(row.get("enum", ())),
        row.get("ge"),
        row.get("le"),
    )


def of_script_fields(fields: Json) -> Schema:
    """Return a schema from a table of TypeScript's types. They know no bounds."""
    rules = {str(name): _script_rule(str(row["type"])) for name, row in fields.items()}
    return Schema(rules, frozenset(name for name, row in fields.items() if row.get("required")))


def _script_rule(text: str) -> Rule:
    types: set[str] = set()
    choices: list[Any] = []
    named = False
    for part in (found.strip() for found in _PART.findall(text)):
        if part.startswith('"') or re.fullmatch(r"-?\d+(\.\d+)?", part):
            choices.append(json.loads(part))
        elif part.startswith("Array") or part.endswith("[]"):
            types.add("array")
        elif part in _SCRIPT:
            types.add(_SCRIPT[part])
        elif part in {"null", "undefined"}:
            types.add("null")
        else:
            named = named or bool(part)
    if named:
        # A type of its own name: an object beside words, else maybe words that are listed elsewhere.
        types.add("object" if choices else "any")
    return Rule(frozenset(types), tuple(choices))


# --- Files -----------------------------------------------------------------------------------------


def newest(folder: Path, pattern: str) -> Json | None:
    """Return the document of a folder whose name fits; of several the last by name, None for none.

    Raise `ValueError` where it cannot be read.
    """
    places = sorted(folder.glob(pattern))
    if not places:
        return None
    text = places[-1].read_text("utf-8")
    if places[-1].suffix in {".yaml", ".yml"}:
        return _yaml(text)
    found: Json = json.loads(text)
    return found


def _yaml(text: str) -> Json:
    try:
        import yaml
    except ImportError as error:
        raise ValueError("PyYAML is not installed, so YAML cannot be read") from error
    found: Json = yaml.safe_load(text)
    return found
