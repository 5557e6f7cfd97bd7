"""The models by vendor and by what they make, with their limits and prices and the day these were true."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from generation.http import StudioRequest
from generation.models import ModelOffer, SwitchedOff, Vendor
from generation.views import wording

MAKES: Final = {
    "text": _("Writing and planning"),
    "image": _("Pictures"),
    "video": _("Clips"),
    "speech": _("Voices"),
    "music": _("Music"),
    "effects": _("Sound effects"),
    "lipsync": _("Lip sync"),
    "camera": _("Camera moves"),
    "upscale": _("Finer pictures"),
    "foley": _("Sound for clips"),
    "voice": _("Changing voices"),
    "align": _("Word times"),
    "vision": _("Describing pictures"),
}
UNITS: Final = {
    "call": _("each"),
    "second": _("a second"),
    "image": _("a picture"),
    "megapixel": _("a megapixel"),
    "kchar": _("per 1,000 characters"),
    "mtoken": _("per million tokens"),
}


@dataclass(frozen=True)
class ModelRow:
    """One model with what is known of it."""

    pk: int
    label: str
    endpoint: str
    makes: str
    limits: tuple[str, ...]
    price: str
    checked: Any
    source: str
    is_on: bool
    is_on_everywhere: bool


@dataclass(frozen=True)
class VendorModels:
    """The models of one vendor."""

    label: str
    models: tuple[ModelRow, ...]


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows."""
    unwanted = set(SwitchedOff.objects.filter(library=library).values_list("offer", flat=True))
    order = list(MAKES)
    labels = dict(Vendor.objects.order_by("pk").values_list("key", "label"))
    known = list(labels)
    offers = sorted(
        ModelOffer.objects.all(),
        key=lambda offer: (
            known.index(offer.vendor) if offer.vendor in known else len(known),
            offer.vendor,
            order.index(offer.capability) if offer.capability in order else len(order),
            offer.preference,
            offer.label,
        ),
    )
    groups = groupby(offers, key=lambda offer: offer.vendor)
    return {
        "offers": [
            VendorModels(labels.get(key, key), tuple(_row(one, unwanted) for one in rows)) for key, rows in groups
        ]
    }


def _row(offer: ModelOffer, unwanted: set[int]) -> ModelRow:
    return ModelRow(
        pk=offer.pk,
        label=offer.label,
        endpoint=offer.endpoint,
        makes=str(MAKES.get(offer.capability, offer.capability)),
        limits=tuple(_limits(offer)),
        price=price_of(offer),
        checked=offer.facts_date,
        source=offer.facts_source,
        is_on=offer.is_on and offer.pk not in unwanted,
        is_on_everywhere=offer.is_on,
    )


def price_of(offer: ModelOffer) -> str:
    """Return a price with what it is for: “free”, “$0.05 a second”."""
    if offer.is_free:
        return wording.price(0)
    return f"{wording.price(offer.price_micros)} {UNITS[offer.price_unit]}"


def _limits(offer: ModelOffer) -> list[str]:
    words: list[str] = []
    if offer.max_references:
        words.append(_("up to %s") % wording.count(offer.max_references, "guide image"))
    elif offer.capability in {"image", "video"}:
        words.append(str(_("no guide images")))
    if offer.max_prompt_chars:
        words.append(_("%s characters") % f"{offer.max_prompt_chars:,}")
    if offer.durations_ms:
        words.append(f"{', '.join(f'{ms / 1000:g}' for ms in offer.durations_ms)} s")
    elif offer.max_duration_ms:
        words.append(_("up to %s") % wording.clock(offer.max_duration_ms))
    if offer.shapes:
        words.append(", ".join(offer.shapes))
    return words
