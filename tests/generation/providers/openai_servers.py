"""Adapters of the shipped rows, pointed at a twin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generation.providers.base import Access, MediaInput, Ticket
from generation.providers.openai.rows import MODELS, VENDORS
from tests.twins.openai import OpenAITwin

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "minLength": 1},
        "mood": {"enum": ["calm", "tense"], "type": "string"},
        "seconds": {"type": "integer", "minimum": 0, "maximum": 60, "default": 0},
        "scenes": {"type": "array", "items": {"$ref": "#/$defs/Scene"}, "maxItems": 3, "default": []},
    },
    "required": ["title"],
    "$defs": {
        "Scene": {
            "type": "object",
            "properties": {"place": {"type": "string"}, "weather": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
            "required": ["place"],
        }
    },
}


def access_to(twin: OpenAITwin, vendor: str, key: str = "sk-test", **more: Any) -> Access:
    """The way to a twin as the vendor's row has it."""
    row = next(row for row in VENDORS if row.key == vendor)
    settings = {**row.settings, **more.pop("settings", {})}
    return Access(vendor, twin.base_url, key, settings=settings, allows_private=True, **more)


def adapter(twin: OpenAITwin, model: str, key: str = "sk-test", **settings: Any) -> Any:
    """The adapter of a shipped row; `settings` overrule those of the row."""
    row = next(row for row in MODELS if row.key == model)
    module, _, name = row.adapter.rpartition(".")
    access = access_to(twin, row.vendor, key)
    made = getattr(import_module(module), name)(row.endpoint, {**row.settings, **settings}, access)
    _OPENED.append(made)
    return made


_OPENED: list[Any] = []


@pytest.fixture(autouse=True)
def _connections() -> Iterator[None]:
    """Let go of the connections after each test."""
    yield
    while _OPENED:
        _OPENED.pop().server.close()


@dataclass
class Counting:
    """A ticket that counts how often something was about to be paid for."""

    sent: list[str] = field(default_factory=list)

    def ticket(self) -> Ticket:
        """One attempt's ticket."""
        return Ticket("job-7", sending=lambda: self.sent.append("sent"))


def stored(path: Path, content: bytes, media_type: str) -> MediaInput:
    """A file as requests carry it."""
    path.write_bytes(content)
    return MediaInput(path.name, path, media_type)
