"""Making takes: the model that makes them, all that is out of date or missing, a selection; each with its price."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation.models import ModelOffer, Slot
from generation.recipes import CAPABILITY
from generation.services import asking
from generation.views import wording
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
class ModelChoice:
    """One model in the list."""

    key: str
    label: str
    is_chosen: bool
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
    models = choices(studio, capability)
    chosen = str(studio.film.project.offers.get(capability, ""))
    shows = Making(
        film_id=studio.film.project.pk,
        role=role,
        capability=capability,
        models=models,
        chosen=chosen,
        model_problem=_model_problem(models),
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


def choices(studio: Studio, capability: str) -> tuple[ModelChoice, ...]:
    """Return the models that can make something, the studio's own choice first; those that cannot, with a reason.

    What is switched off is no choice: it is named only where it was chosen before.
    """
    chosen = str(studio.film.project.offers.get(capability, ""))
    able = sorted(
        (
            offer
            for offer in studio.film.offers
            if offer.capability == capability and (offer.is_on or offer.key == chosen)
        ),
        key=lambda offer: (not offer.is_on, offer.preference, offer.key),
    )
    usual = next((offer for offer in able if offer.is_on), None)
    default = _("Default (%(name)s)") % {"name": usual.label} if usual else _("Default (none is switched on)")
    return (
        ModelChoice("", default, is_chosen=chosen == "", is_possible=True),
        *(_choice(studio, offer, chosen) for offer in able),
    )


def _choice(studio: Studio, offer: ModelOffer, chosen: str) -> ModelChoice:
    against = _against(offer, studio.film.project.shape)
    label = f"{offer.label} – {against}" if against else f"{offer.label} · {_price(offer)}"
    return ModelChoice(offer.key, label, offer.key == chosen, not against)


def _against(offer: ModelOffer, shape: str) -> str:
    """Return why a model cannot be chosen."""
    if not offer.is_on:
        return _("switched off")
    if offer.shapes and shape not in offer.shapes:
        return _("makes %(shapes)s only") % {"shapes": ", ".join(offer.shapes)}
    return ""


def _price(offer: ModelOffer) -> str:
    if offer.is_free:
        return wording.price(0)
    per = {
        ModelOffer.PriceUnit.CALL: _("each"),
        ModelOffer.PriceUnit.SECOND: _("a second"),
        ModelOffer.PriceUnit.THOUSAND_CHARACTERS: _("per 1,000 characters"),
    }
    return f"{wording.price(offer.price_micros)} {per[ModelOffer.PriceUnit(offer.price_unit)]}"


def _model_problem(models: tuple[ModelChoice, ...]) -> str:
    chosen = next((model for model in models if model.is_chosen), None)
    if chosen is None:
        return _("The model that was chosen is not there any more. Choose another one.")
    return "" if chosen.is_possible else _("The chosen model cannot be used now. Choose another one.")


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
