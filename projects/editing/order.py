"""Rows in their order: numbered, moved, taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.utils import timezone

from projects.journal import PARKED


class NotPossible(Exception):
    """The change makes no sense here. The message is for the user."""


def renumber(rows: Sequence[Any]) -> None:
    """Give rows the positions 0, 1, 2 ... in the order given; no two ever stand at the same one on the way."""
    if all(row.position == position for position, row in enumerate(rows)):
        return
    manager = type(rows[0]).everything
    manager.filter(pk__in=[row.pk for row in rows]).update(position=models.F("pk") + 3 * PARKED)
    for position, row in enumerate(rows):
        row.position = position
    manager.bulk_update(rows, ["position"], batch_size=500)


def moved(rows: list[Any], row: Any, to: int) -> list[Any]:
    others = [other for other in rows if other.pk != row.pk]
    at = min(max(to, 0), len(others))
    return [*others[:at], row, *others[at:]]


def remove(rows: Iterable[Any]) -> None:
    listed = list(rows)
    if listed:
        type(listed[0]).everything.filter(pk__in=[row.pk for row in listed]).update(removed_at=timezone.now())
