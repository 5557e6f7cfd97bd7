"""All platforms there are a way to. What is in the database is what counts: these rows are where it starts."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from .specs import PlatformSpec

_FOLDERS = ("youtube", "tiktok", "instagram", "folder", "webhook")


@cache
def platforms() -> dict[str, PlatformSpec]:
    """Return every platform's row by its key, in the order in which they are offered."""
    rows = (import_module(f"publishing.platforms.{folder}.row").PLATFORM for folder in _FOLDERS)
    return {row.key: row for row in rows}
