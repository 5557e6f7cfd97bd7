"""What a page of scenes and shots can choose from: the people, props and places of a library, and looks."""

from __future__ import annotations

from django.utils.translation import gettext as _

from entities.models import Entity
from generation.film import Film
from generation.views.media import media_url
from generation.views.steps.base import Studio

Shelf = tuple[tuple[int, str, str], ...]
"""The rows of a library: (row, kind, name), by name."""


def shelf_of(studio: Studio) -> Shelf:
    """Return who, what and which places a library has."""
    rows = Entity.objects.filter(library=studio.film.project.library_id)
    return tuple(rows.order_by("name", "pk").values_list("pk", "kind", "name"))


def choices(
    studio: Studio, shelf: Shelf, taken: set[int], *, first: int = 0
) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    """Whom and what of the library can be put in, by kind; what is in the scene `first` goes before the rest."""
    if not studio.may_edit:
        return ()
    here = {casting.entity_id for casting in studio.film.scene_castings.get(first, ())}
    listed = [row for row in shelf if row[0] not in taken and row[1] != Entity.Kind.SET]
    groups = (
        (_("In this scene"), [row for row in listed if row[0] in here]),
        (_("People"), [row for row in listed if row[0] not in here and row[1] == Entity.Kind.CHARACTER]),
        (_("Props"), [row for row in listed if row[0] not in here and row[1] == Entity.Kind.PROP]),
    )
    return tuple((label, tuple((pk, name) for pk, _kind, name in rows)) for label, rows in groups if rows)


def looks_of(film: Film, entity_id: int) -> tuple[tuple[str, str], ...]:
    usual = film.usual_looks.get(entity_id)
    named = tuple((str(look.pk), look.name) for look in film.looks.values() if look.character_id == entity_id)
    return (("", _("Usual (%s)") % usual.name if usual and usual.name != "Usual" else _("Usual")), *named)


def file_of(film: Film, owner: str, pk: int, role: str) -> str:
    take = film.take(owner, pk, role)
    return media_url(take.asset) if take else ""
