"""What deleting something of the library would break, said before it is deleted."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from entities.models import Entity, Library, Style, Voice
from generation.views import wording
from generation.views.library.address import Address
from generation.views.library.opened import FilmUse, film_uses, uses_in_words
from generation.views.parts import Part
from projects import usage
from projects.models import Project, Series


@dataclass(frozen=True)
class Sure:
    """The question, with every film that it touches."""

    opened: str
    row_id: int
    name: str
    films: tuple[FilmUse, ...]
    what_happens: str
    comes_back: bool
    keep: str


def sure(opened: str, row: Entity | Voice | Style | Series, library: Library, address: Address) -> Part:
    """Return the question whether to delete a row."""
    films, words = _films(row, library)
    shows = Sure(opened, row.pk, row.name, films, words, not isinstance(row, Series), address.of(opened, row.pk))
    return Part(f"panel-{opened}-{row.pk}-delete", "library/_sure.html", shows)


def _films(row: Entity | Voice | Style | Series, library: Library) -> tuple[tuple[FilmUse, ...], str]:
    if isinstance(row, Series):
        episodes = Project.objects.filter(series=row).order_by("episode_number", "pk")
        films = tuple(FilmUse(film.pk, wording.title(film), "") for film in episodes)
        return films, _("The films stay, but they are no longer episodes: their numbers and the shared cast are lost.")
    if isinstance(row, Style):
        return (), _("No film changes: each keeps the copy that it was made with. New films cannot choose it any more.")
    if isinstance(row, Voice):
        films = uses_in_words(usage.of_voices([row.pk], [library.pk]).of(row.pk))
        words = _("These films go on speaking with it. It can no longer be given to anybody new.")
        return films, words if films else _("No film is spoken with it.")
    films = film_uses(row)
    words = _("These films keep it as it is, with its pictures. New films will not find it.")
    return films, words if films else _("No film uses it.")
