"""Every change to a film's plan is written down as what it changed, so that it can be taken back and traced.

Changes run one after the other: each holds its film's row while it works.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import Casting, Edit, Project, Removable, Scene, Segment, Shot

Rows = dict[str, dict[str, dict[str, Any]]]
"""{model: {row: {field: value}}}, as JSON keeps it."""

PARKED = 1_000_000
"""Where rows wait while others take their places, so that no two ever stand at the same one."""

_MODELS: dict[str, type[models.Model]] = {
    "project": Project,
    "scene": Scene,
    "segment": Segment,
    "shot": Shot,
    "casting": Casting,
}
_IN_ORDER = tuple(_MODELS)


_TOGETHER: ContextVar[int] = ContextVar("together", default=0)
"""The film several changes of which are being written down as one; 0 where none is."""


class Conflict(Exception):
    """Somebody else changed the same thing since. `fields` holds {field: (theirs, yours)}."""

    def __init__(self, fields: dict[str, tuple[Any, Any]]) -> None:
        super().__init__(_("Somebody changed this while you were at it."))
        self.fields = fields


@dataclass
class Recording:
    """A change while it is made; `edit` is what was written down, None if nothing changed."""

    label: str
    edit: Edit | None = field(default=None)


@contextmanager
def recorded(project_id: int, label: str, by_id: int | None) -> Iterator[Recording]:
    """Do something to a film's plan and write down what it changed. All of it happens, or nothing.

    Inside `together` it is a part of that change, and nothing of its own is written down.
    """
    if _TOGETHER.get() == project_id:
        yield Recording(label)
        return
    with transaction.atomic():
        Project.objects.select_for_update().only("pk").get(pk=project_id)
        recording = Recording(label)
        was = _snapshot(project_id)
        yield recording
        before, after = _difference(was, _snapshot(project_id))
        if before or after:
            recording.edit = Edit.objects.create(
                project_id=project_id, user_id=by_id, label=recording.label[:160], before=before, after=after
            )


@contextmanager
def together(project_id: int, label: str, by_id: int | None) -> Iterator[Recording]:
    """Make several changes of a film's plan one, which is taken back as one. All of them happen, or none."""
    with recorded(project_id, label, by_id) as recording:
        token = _TOGETHER.set(project_id)
        try:
            yield recording
        finally:
            _TOGETHER.reset(token)


def undo(edit: Edit, by_id: int | None) -> Edit | None:
    """Take a change back, as a change of its own. Raise `Conflict` where somebody has changed the same since."""
    with recorded(edit.project_id, f"Undo: {edit.label}", by_id) as recording:
        now = _snapshot(edit.project_id)
        in_the_way = _changed_since(edit, now)
        if in_the_way:
            raise Conflict(in_the_way)
        _restore(edit.before, edit.after)
        Edit.objects.filter(pk=edit.pk).update(undone_at=timezone.now())
    return recording.edit


def last_edit(project_id: int) -> Edit | None:
    """Return the newest change that has not been taken back and is not itself a taking back."""
    done = Edit.objects.filter(project=project_id, undone_at=None).exclude(label__startswith="Undo: ")
    return done.order_by("-pk").first()


def _snapshot(project_id: int) -> Rows:
    """Every row of a film's plan, removed ones too."""
    querysets: dict[str, models.QuerySet[Any]] = {
        "project": Project.objects.filter(pk=project_id),
        "scene": Scene.everything.filter(project=project_id),
        "segment": Segment.everything.filter(project=project_id),
        "shot": Shot.everything.filter(scene__project=project_id),
        "casting": Casting.objects.filter(
            models.Q(project=project_id)
            | models.Q(scene__project=project_id)
            | models.Q(shot__scene__project=project_id)
        ),
    }
    return {name: {str(row.pk): _values(row) for row in rows} for name, rows in querysets.items()}


def _values(row: models.Model) -> dict[str, Any]:
    fields: dict[str, Any] = serializers.serialize("python", [row])[0]["fields"]
    plain: dict[str, Any] = json.loads(json.dumps(fields, cls=DjangoJSONEncoder))
    return plain


def _difference(was: Rows, now: Rows) -> tuple[Rows, Rows]:
    """Return what differs, as it was and as it is: of rows on both sides only the fields that changed."""
    before: Rows = {}
    after: Rows = {}
    for name in _IN_ORDER:
        for pk in was[name].keys() | now[name].keys():
            old, new = was[name].get(pk), now[name].get(pk)
            if old == new:
                continue
            keys = [key for key in (old or new or {}) if old is None or new is None or old[key] != new[key]]
            if old is not None:
                before.setdefault(name, {})[pk] = {key: old[key] for key in keys}
            if new is not None:
                after.setdefault(name, {})[pk] = {key: new[key] for key in keys}
    return before, after


def _changed_since(edit: Edit, now: Rows) -> dict[str, tuple[Any, Any]]:
    """Return the fields that are no longer as the edit left them."""
    found: dict[str, tuple[Any, Any]] = {}
    for name, rows in edit.after.items():
        for pk, fields in rows.items():
            current = now[name].get(pk)
            for key, value in fields.items():
                if current is None or current[key] != value:
                    found[f"{name} {key}"] = (current[key] if current else None, value)
    return found


def _restore(before: Rows, after: Rows) -> None:
    """Put rows back as they were: those that were made go, those that were taken away come, the others change."""
    for name in reversed(_IN_ORDER):
        model = _MODELS[name]
        made = [pk for pk in after.get(name, {}) if pk not in before.get(name, {})]
        if issubclass(model, Removable):
            model.everything.filter(pk__in=made).update(removed_at=timezone.now())
        else:
            model._default_manager.filter(pk__in=made).delete()
        moving = [pk for pk, fields in before.get(name, {}).items() if "position" in fields]
        if issubclass(model, Removable):
            model.everything.filter(pk__in=moving).update(position=models.F("pk") + 3 * PARKED)
    for name in _IN_ORDER:
        for pk, fields in before.get(name, {}).items():
            _put_back(_MODELS[name], pk, fields, is_whole=pk not in after.get(name, {}))


def _put_back(model: type[models.Model], pk: str, fields: dict[str, Any], *, is_whole: bool) -> None:
    if is_whole:
        label = model._meta.label_lower
        for row in serializers.deserialize("python", [{"model": label, "pk": int(pk), "fields": fields}]):
            row.save()
        return
    manager = model.everything if issubclass(model, Removable) else model._default_manager
    columns = {column.name: column for column in model._meta.concrete_fields}
    values = {columns[name].attname: columns[name].to_python(value) for name, value in fields.items()}
    manager.filter(pk=int(pk)).update(**values)
