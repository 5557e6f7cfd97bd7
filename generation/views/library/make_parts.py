"""The model that draws what is open, and the button Generate with what pressing it means."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation import recipes
from generation.models import ModelOffer, Slot
from generation.providers.base import Capability
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services import budget
from generation.views import wording
from generation.views.library import standing
from generation.views.library.opened import Opened


@dataclass(frozen=True)
class Make:
    """The model, and the button that says what pressing it means."""

    entity_id: int
    look_id: int
    choices: tuple[tuple[str, str, bool], ...]
    was: str
    model: str
    price: str
    guides: str
    verb: str
    problem: str
    note: str
    is_working: bool
    may_edit: bool


def make(opened: Opened, *, may_edit: bool) -> Make:
    """Return what is shown of the model and of Generate."""
    entity, film = opened.entity, opened.film
    offer, problem = opened.offer, ""
    count = len(film.guides.get(entity.pk, ()))
    micros = 0
    try:
        micros = budget.estimate(offer, _recipe(opened).arguments)
    except (NoOffer, OverLimit, NotYet) as error:
        problem = str(error)
    return Make(
        entity_id=entity.pk,
        look_id=opened.look.pk if opened.look else 0,
        choices=_models(opened),
        was=entity.offer,
        model=_name(opened, offer),
        price=wording.price(micros),
        guides=_guide_words(count, offer.max_references if offer else 0),
        verb=_("Generate another") if _is_current(opened) else _("Generate"),
        problem=problem,
        note=_note(opened),
        is_working=opened.job is not None and not opened.job.is_final,
        may_edit=may_edit,
    )


def _recipe(opened: Opened) -> recipes.Recipe:
    look = opened.look
    slot = opened.slot or Slot(role=Slot.Role.REFERENCE, look=look, entity_id=None if look else opened.entity.pk)
    return recipes.recipe_for(opened.film, slot)


def _is_current(opened: Opened) -> bool:
    return standing.of_slot(opened.film, opened.slot, opened.job) in {standing.FRESH, standing.YOURS, standing.CHANGED}


def _models(opened: Opened) -> tuple[tuple[str, str, bool], ...]:
    """Return what can be chosen, the default by its name."""
    film, entity = opened.film, opened.entity
    able = [offer for offer in film.offers if offer.is_on and offer.capability == Capability.IMAGE]
    try:
        default = recipes.default_reference_offer(film, entity.pk).label
    except NoOffer:
        default = _("none is switched on")
    choices = [("", _("Default (%s)") % default, not entity.offer)]
    choices += [
        (offer.key, offer.label, offer.key == entity.offer) for offer in sorted(able, key=lambda one: one.label)
    ]
    if entity.offer and entity.offer not in {offer.key for offer in able}:
        label = next((offer.label for offer in film.offers if offer.key == entity.offer), entity.offer)
        choices.append((entity.offer, _("%s (switched off)") % label, True))
    return tuple(choices)


def _name(opened: Opened, offer: ModelOffer | None) -> str:
    if offer is None:
        return _("no model")
    return offer.label if opened.entity.offer else _("Default (%s)") % offer.label


def _guide_words(count: int, most: int) -> str:
    if not count:
        return _("no guides")
    used = min(count, most)
    return (
        wording.count(count, "guide")
        if used == count
        else _("%(used)s of %(count)s guides")
        % {
            "used": used,
            "count": count,
        }
    )


def _note(opened: Opened) -> str:
    """Say what pressing Generate does where that is not plain."""
    take = opened.slot.selected_take if opened.slot else None
    if take is not None and not take.recipe_digest:
        if take.job_id or take.reused_from_id:
            return _("The changed picture stays in use; the new one will stand beside it.")
        return _("Your own picture stays in use; the new one will stand beside it.")
    title = wording.title(opened.film.project) if opened.film.project.pk else ""
    return _("Drawn in the style of “%s”, the newest film that uses it.") % title if title else ""
