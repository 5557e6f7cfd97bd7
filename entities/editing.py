"""The library, changed by hand: field by field, written down, and nothing that films use is ever lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from entities.models import Entity, LibraryEdit, Look, Shelved, Style, Voice


class Conflict(Exception):
    """Somebody else changed the same thing since. `fields` holds {field: (theirs, yours)}."""

    def __init__(self, fields: dict[str, tuple[Any, Any]]) -> None:
        super().__init__(_("Somebody changed this while you were at it."))
        self.fields = fields


def change(
    row: models.Model, values: Mapping[str, Any], *, was: Mapping[str, Any], by_id: int | None, label: str
) -> LibraryEdit | None:
    """Store `values` of a row; `was` is what the user saw before changing them. Return what was written down.

    Two people may change different fields of one row. Raise `Conflict` where both changed the same one: then nothing
    is stored, and it says what the other one wrote.
    """
    with transaction.atomic():
        fresh = type(row)._base_manager.select_for_update(of=("self",)).get(pk=row.pk)
        wanted = {name: value for name, value in values.items() if not _same(value, was.get(name))}
        theirs = {name: getattr(fresh, name) for name in wanted}
        lost = {
            name: (theirs[name], value)
            for name, value in wanted.items()
            if not _same(theirs[name], was.get(name)) and not _same(theirs[name], value)
        }
        if lost:
            raise Conflict(lost)
        return _stored(fresh, wanted, theirs, by_id=by_id, label=label)


def _stored(
    row: models.Model, values: Mapping[str, Any], before: Mapping[str, Any], *, by_id: int | None, label: str
) -> LibraryEdit | None:
    changed = {name: value for name, value in values.items() if not _same(before[name], value)}
    if not changed:
        return None
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(update_fields=list(changed))
    return write_down(row, {name: before[name] for name in changed}, changed, by_id=by_id, label=label)


def write_down(
    row: models.Model, before: Mapping[str, Any], after: Mapping[str, Any], *, by_id: int | None, label: str
) -> LibraryEdit:
    """Keep who changed what of a row of a library."""
    return LibraryEdit.objects.create(
        library_id=library_id_of(row),
        user_id=by_id,
        label=label[:160],
        model=str(row.kind if isinstance(row, Entity) else row._meta.model_name),
        row_id=row.pk,
        before=_plain(before),
        after=_plain(after),
    )


def take_off(row: Shelved, *, by_id: int | None) -> LibraryEdit:
    """Take a row off its shelf. Films that use it keep it; `put_back` undoes it."""
    return _shelve(row, timezone.now(), f"Deleted “{row}”", by_id)


def put_back(row: Shelved, *, by_id: int | None) -> LibraryEdit:
    """Put a row back on its shelf; a style whose name was given away meanwhile gets a number."""
    if isinstance(row, Style):
        fresh = free_style_name(row.library_id, row.name)
        Style.everything.filter(pk=row.pk).update(name=fresh)
    return _shelve(row, None, f"Put back “{row}”", by_id)


@transaction.atomic
def _shelve(row: Shelved, moment: Any, label: str, by_id: int | None) -> LibraryEdit:
    before = row.removed_at
    type(row).everything.filter(pk=row.pk).update(removed_at=moment)
    row.removed_at = moment
    return write_down(row, {"removed_at": before}, {"removed_at": moment}, by_id=by_id, label=label)


def free_style_name(library_id: int | None, wanted: str) -> str:
    """Return a style's name that the library has not got yet: the wanted one, or it with a number."""
    taken = set(Style.objects.filter(library=library_id).values_list("name", flat=True))
    numbered = (f"{wanted[:74]} {number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(name for name in numbered if name not in taken)


def library_id_of(row: models.Model) -> int:
    """Return the library that a row belongs to."""
    if isinstance(row, Look):
        return int(row.character.library_id)
    return int(getattr(row, "library_id", 0))


def label_for(row: Entity | Look | Voice | Style | models.Model, what: str) -> str:
    """Return the words under which a change is written down."""
    return f"{what} of {row}"


def _same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same to whoever reads them: browsers write line ends in their own way."""
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()) == " ".join(other.split()) and _lines(one) == _lines(other)
    return bool(one == other)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    rows = {name: value.pk if isinstance(value, models.Model) else value for name, value in values.items()}
    plain: dict[str, Any] = json.loads(json.dumps(rows, cls=DjangoJSONEncoder))
    return plain
