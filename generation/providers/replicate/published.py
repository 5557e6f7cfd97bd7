"""What Replicate publishes of its models: the schema of each version's input. It tells no prices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from generation.providers.base import Access, GoneModel, LostByVendor
from generation.providers.drift.asks import Ask, ask_by_fields
from generation.providers.drift.schemas import Published, Schema, newest, of_json_schema, of_python_fields
from generation.providers.specs import ModelSpec
from generation.providers.wire import Wire, object_of

from .client import wire_for


def asks_of(row: ModelSpec) -> tuple[Ask, ...]:
    """Return what a row sends."""
    name, _, version = row.endpoint.partition(":")
    return (ask_by_fields(row, name, version=version),)


def in_folder(folder: Path, vendor: str) -> Published | None:
    """Return what is in a folder: a table of fields made from the models' schemas."""
    table = newest(folder, "replicate-model-inputs*.json")
    if table is None:
        return None
    models = table["models"].items()
    return Published({name: of_python_fields(row["input"], version=row.get("version", "")) for name, row in models})


def live(access: Access, rows: Iterable[ModelSpec]) -> Published:
    """Ask Replicate about the models of some rows. A row that names a version is compared with that version."""
    schemas: dict[str, Schema] = {}
    gone: set[str] = set()
    with closing(wire_for(access)) as wire:
        for name, _, version in sorted({row.endpoint.partition(":") for row in rows}):
            try:
                schemas[name] = _asked(wire, name, version)
            except (GoneModel, LostByVendor):
                gone.add(name)
    return Published(schemas, gone=frozenset(gone))


def _asked(wire: Wire, name: str, version: str) -> Schema:
    newest_one: Mapping[str, Any] = object_of(wire.get(f"/v1/models/{name}")).get("latest_version") or {}
    if version and newest_one.get("id") != version:
        newest_one = object_of(wire.get(f"/v1/models/{name}/versions/{version}"))
    document: Mapping[str, Any] = newest_one.get("openapi_schema") or {}
    inputs = document.get("components", {}).get("schemas", {}).get("Input")
    if inputs is None:
        raise GoneModel(f"Replicate has no version of {name} that could be used.")
    return of_json_schema(document, inputs, version=str(newest_one.get("id", "")))
