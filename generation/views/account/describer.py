"""Who describes a library's pictures, and what that costs."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation.film import offers_of
from generation.models import Describer, ModelOffer
from generation.pricing import estimate
from generation.providers.base import Capability
from generation.recipes.described import ANSWER_TOKENS, PICTURE_CHARACTERS
from generation.views import wording


@dataclass(frozen=True)
class Choice:
    """One model that looks at pictures; `key` is "" for nobody."""

    key: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Choices:
    """The models that can be asked. `gone` is one that was chosen and cannot be asked now."""

    choices: tuple[Choice, ...]
    gone: str
    can_choose: bool


def choices(library_id: int) -> Choices:
    """Return who can describe the pictures of a library, and who does."""
    chosen = Describer.objects.filter(library=library_id).values_list("offer", flat=True).first() or ""
    able = looking(library_id)
    known = [Choice(offer.key, f"{offer.label}, {_price(offer)}", offer.key == chosen) for offer in able]
    gone = chosen if chosen and all(not choice.is_chosen for choice in known) else ""
    return Choices((Choice("", _("Nobody"), not chosen), *known), gone, bool(known))


def looking(library_id: int) -> list[ModelOffer]:
    """Return the models that look at pictures and can be asked, the preferred one first."""
    offers = [offer for offer in offers_of(library_id) if offer.capability == Capability.VISION and offer.is_on]
    return sorted((offer for offer in offers if not offer.problem), key=lambda offer: (offer.preference, offer.key))


def _price(offer: ModelOffer) -> str:
    micros = estimate(offer, {"reads_characters": PICTURE_CHARACTERS, "writes_tokens": ANSWER_TOKENS})
    return _("up to %(price)s a picture") % {"price": wording.price(micros)} if micros else wording.price(0)
