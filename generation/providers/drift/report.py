"""All rows beside all that was found of what vendors publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from types import ModuleType

from generation.providers.base import Access, ProviderError
from generation.providers.specs import ModelSpec

from .compare import Finding, check
from .schemas import Published

AccessOf = Callable[[str], Access]
"""Returns how a vendor is reached, by its key."""


@dataclass(slots=True)
class Report:
    """What differs; which rows were compared; and of which vendors nothing could be found, and why."""

    findings: list[Finding] = field(default_factory=list)
    compared: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    troubles: dict[str, str] = field(default_factory=dict)


def against_folder(rows: Iterable[ModelSpec], folder: Path) -> Report:
    """Compare rows with the documents of a folder."""

    def found(publishing: ModuleType, vendor: str, some: Sequence[ModelSpec]) -> Published | None:
        published: Published | None = publishing.in_folder(folder, vendor) if _has(publishing, "in_folder") else None
        return published

    return _report(rows, found)


def against_vendors(rows: Iterable[ModelSpec], access_of: AccessOf) -> Report:
    """Compare rows with what their vendors say now. It costs nothing."""

    def found(publishing: ModuleType, vendor: str, some: Sequence[ModelSpec]) -> Published | None:
        published: Published | None = publishing.live(access_of(vendor), some) if _has(publishing, "live") else None
        return published

    return _report(rows, found)


def _report(
    rows: Iterable[ModelSpec], found: Callable[[ModuleType, str, Sequence[ModelSpec]], Published | None]
) -> Report:
    report = Report()
    for vendor, group in groupby(sorted(rows, key=lambda row: row.vendor), key=lambda row: row.vendor):
        some = list(group)
        publishing = _publishing(some[0].adapter)
        try:
            published = found(publishing, vendor, some) if publishing else None
        except (ProviderError, ValueError, KeyError) as error:
            report.troubles[vendor] = str(error) or type(error).__name__
            published = None
        if publishing is None or published is None:
            report.silent += [row.key for row in some]
            continue
        _compare(report, publishing, published, some)
    return report


def _compare(report: Report, publishing: ModuleType, published: Published, rows: Sequence[ModelSpec]) -> None:
    for row in rows:
        checked = check(row, publishing.asks_of(row), published)
        (report.silent if checked.silent else report.compared).append(row.key)
        report.findings += checked.findings


@cache
def _publishing(adapter: str) -> ModuleType | None:
    """Return what a vendor's folder says of what it publishes, by the dotted path of an adapter in it."""
    folder = ".".join(adapter.split(".")[:3])
    name = f"{folder}.published"
    try:
        is_there = find_spec(name) is not None
    except ModuleNotFoundError:
        is_there = False
    return import_module(name) if is_there else None


def _has(publishing: ModuleType, name: str) -> bool:
    return hasattr(publishing, name)
