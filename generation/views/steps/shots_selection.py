"""The bar over the shots that are selected: what can be done with all. Which they are, only the browser knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps.base import Studio
from generation.views.steps.shots_forms import ANGLES, MOVES, SIZES, Choices

FIELDS: Final[dict[str, Choices]] = {"size": SIZES, "angle": list(ANGLES.items()), "move": MOVES}
"""What can be set for several shots together."""


@dataclass(frozen=True)
class Several:
    """The bar. `camera` holds each field's name, its word, and what can be chosen."""

    film_id: int
    may_edit: bool
    shots: tuple[int, ...]
    camera: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    stale: tuple[int, ...]


def out_of_date(slots: Collection[Slot]) -> tuple[int, ...]:
    """Return the shots that some slots belong to, each once."""
    return tuple(dict.fromkeys(slot.shot_id or 0 for slot in slots))


def bar(studio: Studio, stale: Collection[Slot]) -> Part:
    """Return the bar; what a selection costs is asked for when there is one."""
    labels = {"size": _("Size"), "angle": _("Angle"), "move": _("Move")}
    camera = tuple(
        (name, labels[name], tuple((str(key), str(word)) for key, word in words)) for name, words in FIELDS.items()
    )
    shots = tuple(shot.pk for shot in studio.film.shots)
    shows = Several(studio.film.project.pk, studio.may_edit, shots, camera, out_of_date(stale))
    return Part("several", "generation/shots/_several.html", shows)
