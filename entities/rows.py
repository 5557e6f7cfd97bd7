"""Rows that a page reads by the thousand, made straight from what the database answered.

Django makes a row from the database as it makes a new one: through `__init__`, with its signals, field by field. That
is half of what loading a long film takes. These rows keep no signal and no `__init__` of their own, so nothing is
missed when they are put together at once.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models.base import ModelState


class QuickRow(models.Model):
    """A model of which a film has thousands of rows. It must not be given an `__init__`, nor `pre_init` signals."""

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **options: Any) -> Self:
        """Return the row of what was read; in Django's own way where only a part of it was."""
        if options or len(values) != len(cls._meta.concrete_fields):
            return super().from_db(db, field_names, values, **options)
        row = cls.__new__(cls)
        state = row._state = ModelState()
        state.adding, state.db = False, db
        vars(row).update(zip(field_names, values, strict=True))
        return row
