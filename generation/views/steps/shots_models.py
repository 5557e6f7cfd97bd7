"""The models of one shot: those of the film, unless another one is chosen for this shot alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from generation.providers.base import Capability
from generation.recipes.finishing import NO_MODEL
from generation.views import model_choices, model_words
from generation.views.model_choices import ModelChoice
from generation.views.parts import Part
from generation.views.steps.base import Studio
from projects.models import Shot

KINDS: Final = tuple(
    str(kind.value)
    for kind in (
        Capability.IMAGE, Capability.VIDEO, Capability.CAMERA, Capability.LIPSYNC, Capability.UPSCALE, Capability.FOLEY,
    )
)  # fmt: skip
"""What is made for one shot."""


@dataclass(frozen=True)
class ShotModel:
    """One kind of work, with the model that this shot has for it."""

    kind: str
    label: str
    chosen: str
    problem: str
    choices: tuple[ModelChoice, ...]


@dataclass(frozen=True)
class ShotModels:
    """The models of a shot."""

    pk: int
    film_id: int
    own: int
    rows: tuple[ShotModel, ...]
    may_edit: bool


def models(studio: Studio, shot: Shot) -> Part:
    """Return the models of a shot, folded; kinds for which there is nothing to choose are left out."""
    rows = tuple(row for kind in KINDS if len((row := _row(studio, shot, kind)).choices) > 1)
    shows = ShotModels(shot.pk, studio.film.project.pk, len(shot.offers), rows, studio.may_edit)
    return Part(f"models-{shot.pk}", "generation/shots/_models.html", shows)


def _row(studio: Studio, shot: Shot, kind: str) -> ShotModel:
    chosen = str(shot.offers.get(kind, ""))
    listed = model_choices.choices(studio.film, kind, chosen, _of_film(studio, kind))
    return ShotModel(kind, str(model_words.MAKES[kind]), chosen, model_choices.problem(listed), listed)


def _of_film(studio: Studio, kind: str) -> str:
    of_film = str(studio.film.project.offers.get(kind, ""))
    if of_film == NO_MODEL or (not of_film and kind in model_choices.ON_WISH):
        return _("As the film (no)")
    offer = model_choices.usual_or_chosen(studio.film, kind)
    return _("As the film (%(name)s)") % {"name": offer.label} if offer else _("As the film")
