"""Which models a film or one of its shots can be made with: a list to choose from, with prices and what is against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from generation import recipes, routing
from generation.film import Film
from generation.models import ModelOffer
from generation.providers.base import Capability
from generation.recipes.finishing import NO_MODEL
from generation.views import model_words

HAVING: Final = {str(recipes.CAPABILITY[role].value): having for role, having in recipes.HAVING.items()}
"""The inputs beside words that a model of each kind is given."""

ON_WISH: Final = frozenset({Capability.CAMERA, Capability.UPSCALE, Capability.FOLEY, Capability.VOICE})
"""Steps that are taken only where a model was chosen for them."""
FINISHING: Final = ON_WISH | {Capability.LIPSYNC}
"""Steps that can be left out."""


@dataclass(frozen=True)
class ModelChoice:
    """One model in the list."""

    key: str
    label: str
    is_chosen: bool
    is_possible: bool


def usual(film: Film, capability: str) -> ModelOffer | None:
    """Return the model that is taken where none is chosen; None where there is none, or the step is left out."""
    if capability in ON_WISH:
        return None
    try:
        return routing.choose(
            film.offers,
            capability,
            {},
            usual=film.project.usual_offers,
            preference=film.project.preference,
            having=HAVING.get(capability, ()),
            may_spend=film.may_spend,
        )
    except routing.NoOffer:
        return None


def usual_words(film: Film, capability: str) -> str:
    """Name what happens where no model is chosen: “Default (Animatic)”."""
    if capability in ON_WISH:
        return _("Default (no)")
    offer = usual(film, capability)
    if is_needless(film, capability):
        return _("Default (not needed: mouths in drawn clips move already)")
    return _("Default (%(name)s)") % {"name": offer.label} if offer else _("Default (none is switched on)")


def is_needless(film: Film, capability: str) -> bool:
    """Tell whether a step is left out because the clips have it already: drawn mouths move."""
    if capability != Capability.LIPSYNC:
        return False
    drawn = usual_or_chosen(film, Capability.VIDEO)
    return drawn is None or drawn.is_ours or usual(film, capability) is None


def usual_or_chosen(film: Film, capability: str) -> ModelOffer | None:
    """Return the model that a film's pieces of a kind are made with, where a shot has no other."""
    chosen = film.project.offers.get(capability)
    if not chosen:
        return usual(film, capability)
    return next((offer for offer in film.offers if offer.key == chosen), None)


def choices(film: Film, capability: str, chosen: str, default: str = "") -> tuple[ModelChoice, ...]:
    """Return the models that can make something, the studio's own choice first; those that cannot, with a reason.

    What is switched off is no choice: it is named only where it was chosen before. `default` says what no choice means.
    """
    able = sorted(
        (
            offer
            for offer in film.offers
            if offer.capability == capability and ((offer.is_on and not offer.problem) or offer.key == chosen)
        ),
        key=lambda offer: (not offer.is_on, offer.preference, offer.key),
    )
    none = ModelChoice(NO_MODEL, _("No"), is_chosen=chosen == NO_MODEL, is_possible=True)
    return (
        ModelChoice("", default or usual_words(film, capability), is_chosen=chosen == "", is_possible=True),
        *((none,) if capability in FINISHING else ()),
        *(_choice(film, offer, chosen) for offer in able),
    )


def _choice(film: Film, offer: ModelOffer, chosen: str) -> ModelChoice:
    against = _against(offer, film.project.shape)
    label = f"{offer.label} – {against}" if against else f"{offer.label} · {model_words.price_of(offer)}"
    return ModelChoice(offer.key, label, offer.key == chosen, not against)


def _against(offer: ModelOffer, shape: str) -> str:
    """Return why a model cannot be chosen."""
    if not offer.is_on:
        return _("switched off")
    if offer.problem:
        return _("no longer offered")
    if offer.shapes and shape not in offer.shapes:
        return _("makes %(shapes)s only") % {"shapes": ", ".join(offer.shapes)}
    return ""


def problem(models: tuple[ModelChoice, ...]) -> str:
    """Say what is wrong with the model that was chosen; "" for nothing."""
    chosen = next((model for model in models if model.is_chosen), None)
    if chosen is None:
        return _("The model that was chosen is not there any more. Choose another one.")
    return "" if chosen.is_possible else _("The chosen model cannot be used now. Choose another one.")
