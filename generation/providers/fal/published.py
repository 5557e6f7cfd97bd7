"""What fal publishes of its models: each endpoint's OpenAPI document, and the prices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from generation.providers.base import Access, GoneModel, LostByVendor
from generation.providers.drift.asks import Ask, ask_by_fields
from generation.providers.drift.schemas import Price, Published, Schema, newest, of_operation, of_script_fields
from generation.providers.specs import ModelSpec
from generation.providers.wire import Wire, object_of

from .client import platform_url, wire_for

SCHEMAS_URL = "https://fal.ai"
_AT_ONCE = 50
"""How many endpoints' prices are told at once."""


def asks_of(row: ModelSpec) -> tuple[Ask, ...]:
    """Return what a row sends."""
    return (ask_by_fields(row, row.endpoint),)


def in_folder(folder: Path, vendor: str) -> Published | None:
    """Return what is in a folder: the table of fields made from fal's own client."""
    table = newest(folder, "fal-model-inputs*.json")
    if table is None:
        return None
    return Published({name: of_script_fields(row["input"]) for name, row in table["endpoints"].items()})


def live(access: Access, rows: Iterable[ModelSpec]) -> Published:
    """Ask fal about the models of some rows."""
    names = sorted({row.endpoint for row in rows})
    schemas: dict[str, Schema] = {}
    gone: set[str] = set()
    with closing(wire_for(access, url=str(access.settings.get("schemas_url", SCHEMAS_URL)), has_key=False)) as wire:
        for name in names:
            try:
                schemas[name] = _asked(wire, name)
            except (GoneModel, LostByVendor):
                gone.add(name)
    with closing(wire_for(access, url=platform_url(access))) as platform:
        return Published(
            schemas, dict(_prices(platform, [name for name in names if name not in gone])), frozenset(gone)
        )


def _asked(wire: Wire, name: str) -> Schema:
    document = object_of(wire.get("/api/openapi/queue/openapi.json", params={"endpoint_id": name}))
    path = next(
        path for path, ways in document.get("paths", {}).items() if "post" in ways and "requestBody" in ways["post"]
    )
    return of_operation(document, path)


def _prices(wire: Wire, names: Iterable[str]) -> Iterator[tuple[str, Price]]:
    for some in _by(names):
        told = object_of(wire.get("/models/pricing", params={"endpoint_id": ",".join(some)}))
        for row in told.get("prices", ()):
            price = Price(round(float(row["unit_price"]) * 1_000_000), str(row["unit"]), str(row["currency"]))
            yield str(row["endpoint_id"]), price


def _by(names: Iterable[str]) -> Iterator[list[str]]:
    rest = list(names)
    for start in range(0, len(rest), _AT_ONCE):
        yield rest[start : start + _AT_ONCE]
