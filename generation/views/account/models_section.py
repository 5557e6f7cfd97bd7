"""The models by what they make and by vendor, with their limits and prices and the day these were true.

There are hundreds. One kind is open at a time (it stands in the address: "models:3:video"), or what a search finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from generation.http import StudioRequest
from generation.models import ModelOffer, SwitchedOff, Vendor
from generation.views import model_words
from generation.views.account import describer

MAKES: Final = model_words.MAKES
ALL_AT_ONCE: Final = 40
"""So few models are shown without being asked for."""
MOST_FOUND: Final = 80
OPEN_VENDOR: Final = 12
"""A vendor's models are unfolded where they are so few."""


@dataclass(frozen=True)
class ModelRow:
    """One model with what is known of it."""

    pk: int
    label: str
    endpoint: str
    limits: tuple[str, ...]
    prices: tuple[str, ...]
    grades: str
    checked: Any
    source: str
    setup: str
    problem: str
    is_on: bool
    is_on_everywhere: bool


@dataclass(frozen=True)
class VendorModels:
    """The models of one vendor, of one kind."""

    label: str
    models: tuple[ModelRow, ...]
    is_open: bool


@dataclass(frozen=True)
class Kind:
    """What models make, and those that make it."""

    key: str
    label: str
    count: int
    at: str
    is_open: bool
    vendors: tuple[VendorModels, ...]


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows."""
    opened, sought = _asked(request)
    unwanted = set(SwitchedOff.objects.filter(library=library).values_list("offer", flat=True))
    labels = dict(Vendor.objects.order_by("pk").values_list("key", "label"))
    offers = list(ModelOffer.objects.defer("settings"))
    found = [offer for offer in offers if _is_meant(offer, labels, sought)] if sought else offers
    shows_all = bool(sought) or len(offers) <= ALL_AT_ONCE
    seen = {offer.pk for offer in found[:MOST_FOUND]} if sought else {offer.pk for offer in found}
    kinds = []
    for key, of_kind in _by_kind(found):
        is_open = shows_all or key == opened
        rows = [offer for offer in of_kind if offer.pk in seen] if is_open else []
        at = f"models:{library.pk}" if key == opened else f"models:{library.pk}:{key}"
        label = str(MAKES.get(key, key))
        kinds.append(Kind(key, label, len(of_kind), at, is_open, tuple(_by_vendor(rows, labels, unwanted, sought))))
    return {
        "kinds": kinds,
        "describers": None if sought else describer.choices(library.pk),
        "are_many": len(offers) > ALL_AT_ONCE,
        "found": len(found),
        "are_more": bool(sought) and len(found) > MOST_FOUND,
        "sought": sought,
        "opened": opened,
    }


def _asked(request: StudioRequest) -> tuple[str, str]:
    """Return the kind that is open and the words that are sought."""
    sent = request.POST if request.method == "POST" else request.GET
    opened = sent.get("open", "") or sent.get("at", "").partition(":")[2].partition(":")[2]
    return opened[:20], " ".join(sent.get("find", "")[:80].split())


def _is_meant(offer: ModelOffer, labels: Mapping[str, str], sought: str) -> bool:
    about = (offer.label, offer.key, offer.endpoint, labels.get(offer.vendor, ""), str(MAKES.get(offer.capability, "")))
    text = " ".join(about).lower()
    return all(word in text for word in sought.lower().split())


def _by_kind(offers: Iterable[ModelOffer]) -> list[tuple[str, list[ModelOffer]]]:
    order = list(MAKES)
    found: dict[str, list[ModelOffer]] = {}
    for offer in offers:
        found.setdefault(offer.capability, []).append(offer)
    return sorted(found.items(), key=lambda kind: order.index(kind[0]) if kind[0] in order else len(order))


def _by_vendor(
    offers: list[ModelOffer], labels: Mapping[str, str], unwanted: set[int], sought: str
) -> Iterable[VendorModels]:
    known = list(labels)
    ordered = sorted(
        offers,
        key=lambda offer: (
            known.index(offer.vendor) if offer.vendor in known else len(known),
            offer.vendor,
            offer.preference,
            offer.label,
        ),
    )
    for key, rows in groupby(ordered, key=lambda offer: offer.vendor):
        models = tuple(_row(offer, unwanted) for offer in rows)
        yield VendorModels(labels.get(key, key), models, bool(sought) or len(models) <= OPEN_VENDOR)


def _row(offer: ModelOffer, unwanted: set[int]) -> ModelRow:
    return ModelRow(
        pk=offer.pk,
        label=offer.label,
        endpoint=offer.endpoint,
        limits=tuple(str(limit) for limit in model_words.limits_of(offer)),
        prices=model_words.prices_of(offer),
        grades="" if offer.is_ours else str(_("quality %(q)s of 5, speed %(s)s of 5") % _grades(offer)),
        checked=offer.facts_date,
        source=offer.facts_source,
        setup=offer.setup,
        problem=offer.problem,
        is_on=offer.is_on and offer.pk not in unwanted,
        is_on_everywhere=offer.is_on,
    )


def _grades(offer: ModelOffer) -> dict[str, int]:
    return {"q": offer.quality, "s": offer.speed}
