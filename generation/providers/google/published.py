"""Which models Google lists. Their fields it publishes in words only."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from generation.providers.base import Access
from generation.providers.drift.asks import Ask
from generation.providers.drift.schemas import Published
from generation.providers.specs import ModelSpec
from generation.providers.wire import object_of

from .client import BEARER, open_wire


def asks_of(row: ModelSpec) -> tuple[Ask, ...]:
    """Return what a row asks for: a model by its name."""
    return (Ask("", model=row.endpoint),)


def live(access: Access, rows: Iterable[ModelSpec]) -> Published:
    """Ask the Gemini API which models it has. Google Cloud has no list under a project's address."""
    if access.settings.get("auth") == BEARER:
        return Published()
    names: set[str] = set()
    page: str | None = ""
    with closing(open_wire(access)) as wire:
        while page is not None:
            told = object_of(wire.get("models", params={"pageSize": 1000, **({"pageToken": page} if page else {})}))
            names |= {str(row["name"]).removeprefix("models/") for row in told.get("models", ())}
            page = told.get("nextPageToken") or None
    return Published(models=frozenset(names))
