"""Making takes: the model that makes them, all that is out of date or missing, a selection; each with its price."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation.models import Slot
from generation.recipes import CAPABILITY
from generation.services import asking
from generation.views import model_choices, wording
from generation.views.model_choices import ModelChoice
from generation.views.parts import Part
from generation.views.steps import takes_words
from generation.views.steps.base import Studio
from generation.views.steps.takes_tally import Tally
from generation.views.steps.takes_words import Standing

WISHES = ("stale", "missing", "failed")


@dataclass(frozen=True)
class Wish:
    """All pieces in one state, made with one press."""

    key: str
    label: str
    takes: tuple[str, ...]
    not_now: tuple[str, ...]
    is_possible: bool


@dataclass(frozen=True)
class Making:
    """The bar over the pieces of a step."""

    film_id: int
    role: str
    capability: str
    models: tuple[ModelChoice, ...]
    chosen: str
    model_problem: str
    wishes: tuple[Wish, ...]
    wasted: str
    may_edit: bool


def making(
    studio: Studio,
    role: str,
    slots: Sequence[Slot],
    standings: dict[int, Standing],
    tally: Tally,
    *,
    seconds_for: Mapping[str, float],
    key: str = "making",
) -> Part:
    """Return the bar. `seconds_for` is the library's `pace`."""
    capability = str(CAPABILITY[role].value)
    chosen = str(studio.film.project.offers.get(capability, ""))
    models = model_choices.choices(studio.film, capability, chosen)
    shows = Making(
        film_id=studio.film.project.pk,
        role=role,
        capability=capability,
        models=models,
        chosen=chosen,
        model_problem=model_choices.problem(models),
        wishes=tuple(filter(None, (_wish(studio, role, key, slots, standings, seconds_for) for key in WISHES))),
        wasted=wasted(tally),
        may_edit=studio.may_edit,
    )
    return Part(key, "generation/takes/_making.html", shows)


def wasted(tally: Tally) -> str:
    """Say how many takes are not used, and what they cost."""
    if not tally.unused and not tally.wasted_micros:
        return ""
    return (
        f"{wording.count(tally.unused, _('take not used'), _('takes not used'))} · {wording.price(tally.wasted_micros)}"
    )


def _wish(
    studio: Studio,
    role: str,
    key: str,
    slots: Sequence[Slot],
    standings: dict[int, Standing],
    seconds_for: Mapping[str, float],
) -> Wish | None:
    wanted = [slot for slot in slots if standings[slot.pk].key == key]
    if not wanted:
        return None
    quote = asking.quote(studio.graph, wanted, seconds_for)
    labels = {
        "stale": _("Make what is out of date"),
        "missing": _("Make what is missing"),
        "failed": _("Try again what failed"),
    }
    return Wish(
        key,
        labels[key],
        takes_words.what_it_takes(role, quote),
        takes_words.held_up(quote),
        bool(quote.count) and studio.may_edit,
    )


@dataclass(frozen=True)
class Selection:
    """The bar under a selection."""

    film_id: int
    role: str
    may_edit: bool


def selection(studio: Studio, role: str) -> Part:
    """Return the bar that says what the selected pieces take; it is filled in as they are selected."""
    return Part(
        "selection", "generation/takes/_selection.html", Selection(studio.film.project.pk, role, studio.may_edit)
    )
