"""Each field of a row as a part of its own, so that a save replaces what was saved and nothing that is being typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model
from django.urls import reverse

from generation.views.library.forms import Field
from generation.views.parts import Part

_PARTS: Final = {
    "entity": "entity_id",
    "look": "look_id",
    "voice": "voice_id",
    "style": "style_id",
    "series": "series_id",
}


@dataclass(frozen=True)
class FieldCard:
    """One field as it is shown. `theirs` is what somebody else wrote meanwhile, None where nobody did."""

    key: str
    name: str
    label: str
    kind: str
    value: str
    was: str
    colours: tuple[str, ...]
    choices: tuple[tuple[str, str, bool], ...]
    suggestions: tuple[str, ...]
    least: float
    most: float
    ends: tuple[str, str]
    help: str
    is_needed: bool
    is_more: bool
    is_look: bool
    url: str
    problem: str
    theirs: str | None
    theirs_words: str
    may_edit: bool


def field_parts(row: Model, fields: Sequence[Field], owner: str, *, may_edit: bool) -> tuple[Part, ...]:
    """Return a part for each field of a row. `owner` says whose addresses take the change."""
    return tuple(field_part(row, field, owner, may_edit=may_edit) for field in fields)


def field_part(
    row: Model,
    field: Field,
    owner: str,
    *,
    may_edit: bool,
    typed: str | None = None,
    problem: str = "",
    theirs: str | None = None,
) -> Part:
    """Return one field. `typed` is shown instead of what is stored; `theirs` lets the user choose between the two."""
    stored = field.shown(getattr(row, field.name))
    value = stored if typed is None else typed
    key = f"{owner}-{row.pk}-{field.name}"
    card = FieldCard(
        key=key,
        name=field.name,
        label=str(field.label),
        kind=field.kind,
        value=value,
        was=stored if theirs is None else theirs,
        colours=tuple(value.split()) if field.kind == "colours" else (),
        choices=tuple((choice, str(label), choice == value) for choice, label in field.choices),
        suggestions=field.suggestions,
        least=field.least,
        most=int(field.most) if float(field.most).is_integer() else field.most,
        ends=(str(field.ends[0]), str(field.ends[1])),
        help=str(field.help),
        is_needed=field.is_needed,
        is_more=field.is_more,
        is_look=owner == "look",
        url=reverse(f"generation:library-{owner}-change", kwargs={_PARTS[owner]: row.pk}),
        problem=problem,
        theirs=theirs,
        theirs_words=_words(field, theirs),
        may_edit=may_edit,
    )
    return Part(f"field-{key}", "library/_field.html", card)


def _words(field: Field, value: str | None) -> str:
    if value is None:
        return ""
    labels: Mapping[str, Any] = dict(field.choices)
    return str(labels.get(value, value))
