"""Which model fills which slot, and the adapter that speaks to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from django.utils.module_loading import import_string

from generation import pricing, vault
from generation.models import ModelOffer, Slot, Vendor
from generation.providers.base import Access, Capability, Provider
from generation.providers.catalog import CATALOG
from generation.providers.vendors import VENDORS
from projects.models import Project


class NoOffer(Exception):
    """No model that is switched on can do this kind of work."""

    def __init__(self, capability: str) -> None:
        super().__init__(f"No model for {capability} is switched on. Switch one on in the admin, under Model offers.")


class OverLimit(Exception):
    """The model cannot make what is wanted. Said before anything is sent, so nothing is paid for it."""


def check_limits(offer: ModelOffer, arguments: Mapping[str, Any], references: int, shape: str) -> None:
    """Raise `OverLimit` with a sentence for the user if a request is beyond what the model's row says."""
    text = str(arguments.get("prompt") or arguments.get("text") or "")
    if offer.max_prompt_chars and len(text) > offer.max_prompt_chars:
        raise OverLimit(f"{offer.label} takes {offer.max_prompt_chars:,} characters, but this has {len(text):,}.")
    if references > offer.max_references:
        raise OverLimit(f"{offer.label} takes {offer.max_references} reference pictures, but this has {references}.")
    if offer.min_duration_ms and 0 < int(arguments.get("duration_ms") or 0) < offer.min_duration_ms:
        raise OverLimit(f"{offer.label} makes nothing shorter than {offer.min_duration_ms / 1000:g} s.")
    if offer.shapes and "width" in arguments and shape not in offer.shapes:
        raise OverLimit(f"{offer.label} makes {', '.join(offer.shapes)}, not {shape}.")


def choose(
    offers: Iterable[ModelOffer],
    capability: str,
    chosen: Mapping[str, str],
    *,
    usual: Mapping[str, str] | None = None,
    preference: str = "",
    having: Collection[str] = (),
    may_spend: bool = True,
) -> ModelOffer:
    """Return the offer that fills a slot: the one chosen by name, else the usual one, else the preferred one.

    `having` are the inputs that there are (see `ModelSpec.needs`); a model that needs more is not taken unless it was
    chosen by name, nor is one that costs, where nobody `may_spend` and there is another. Raise `NoOffer` if the choice
    is switched off or nothing is left: another model is never taken silently in place of one that was chosen by name.
    """
    able = [offer for offer in offers if offer.capability == capability and offer.is_on]
    wanted = chosen.get(capability)
    if wanted:
        able = [offer for offer in able if offer.key == wanted]
    else:
        able = [offer for offer in able if _suits(offer, capability, having)]
        as_before = [offer for offer in able if offer.key == (usual or {}).get(capability)]
        able = as_before or [offer for offer in able if may_spend or offer.is_free] or able
    if not able:
        raise NoOffer(capability)
    return min(able, key=_ORDER.get(preference, _ORDER[""]))


def _suits(offer: ModelOffer, capability: str, having: Collection[str]) -> bool:
    """A clip starts from its first frame: a model that makes one from words alone makes something else."""
    if offer.problem or not set(offer.needs) <= set(having):
        return False
    return capability != Capability.VIDEO or "first_frame" in offer.takes


def editors(
    offers: Iterable[ModelOffer], *, chosen: str = "", preference: str = "", may_spend: bool = True
) -> list[ModelOffer]:
    """Return the models that can change a picture by words, the best choice first.

    `chosen` is what the film's pictures are made with; it comes first where it can do this too.
    """
    able = [offer for offer in offers if can_edit(offer, in_part=False) or can_edit(offer, in_part=True)]
    order = _ORDER.get(preference, _ORDER[""])
    return sorted(
        able,
        key=lambda offer: (
            offer.key != chosen,
            not (may_spend or offer.is_free),
            not can_edit(offer, in_part=False),
            *order(offer),
        ),
    )


def can_edit(offer: ModelOffer, *, in_part: bool) -> bool:
    """Tell whether a model can change a picture by words: all of it, or what a mask leaves open.

    One that merely goes by pictures draws a new one: it is never asked to change one.
    """
    having = {"edit", "mask"} if in_part else {"edit"}
    if offer.settings.get("edit") == "references":
        having.add("references")  # it takes the picture as the first of them
    is_there = offer.is_on and not offer.problem and offer.capability == Capability.IMAGE
    takes_it = {"edit", "mask"} <= set(offer.takes) if in_part else "edit" in offer.takes
    return is_there and takes_it and set(offer.needs) <= having


USUAL_PIECE: Mapping[str, Any] = {"duration_ms": 5000, "width": 1280, "height": 720, "text": "x" * 150}
"""What models are compared by: five seconds, one picture, two sentences."""

_ORDER: Mapping[str, Callable[[ModelOffer], tuple[Any, ...]]] = {
    "": lambda offer: (offer.preference, offer.key),
    "quality": lambda offer: (offer.is_ours, -offer.quality, offer.preference, offer.key),
    "speed": lambda offer: (offer.is_ours, -offer.speed, offer.typical_s, offer.preference, offer.key),
    "cost": lambda offer: (offer.is_ours, pricing.estimate(offer, USUAL_PIECE), offer.preference, offer.key),
}
"""What comes first by what the user prefers. What the studio draws itself comes last: it is there where nothing is."""


def diverted(offers: Iterable[ModelOffer], project: Project, slot: Slot, first: ModelOffer) -> ModelOffer:
    """Return the model that the route has come to, after earlier ones refused or were gone; else `first`."""
    if not slot.diverted_to or slot.diverted_to not in project.fallbacks.get(first.capability, ()):
        return first
    return next((offer for offer in offers if offer.key == slot.diverted_to and offer.is_on), first)


def following(project: Project, slot: Slot, offer: ModelOffer) -> str:
    """Return the key of the next model of a route; "" at its end."""
    route = [str(key) for key in project.fallbacks.get(offer.capability, ())]
    rest = route[route.index(offer.key) + 1 :] if offer.key in route else route
    known = set(ModelOffer.objects.filter(key__in=rest, is_on=True, problem="").values_list("key", flat=True))
    return next((key for key in rest if key in known), "")


def explain(project: Project, slot: Slot, offer: ModelOffer, offers: Iterable[ModelOffer]) -> str:
    """Say in one line why `offer` makes what fills a slot."""
    if offer.key == slot.diverted_to:
        return f"{offer.label}: the next of the route, after another model did not make it."
    if slot.shot is not None and slot.shot.offers.get(offer.capability) == offer.key:
        return f"{offer.label}: chosen for this shot."
    if project.offers.get(offer.capability) == offer.key:
        return f"{offer.label}: chosen for {'this film' if project.pk else 'the library'}."
    able = sum(other.capability == offer.capability and other.is_on for other in offers)
    by = {"quality": "the best", "speed": "the fastest", "cost": "the cheapest"}.get(
        project.preference, "the usual one"
    )
    return f"{offer.label}: {by} of {able} that can be used." if able > 1 else f"{offer.label}: the only one there is."


def provider_for(offer: ModelOffer, library_id: int) -> Provider:
    """Return the adapter of `offer` as a library reaches it, built once per process for each of its settings.

    Raise `vault.Unreadable` where the library's key cannot be read.
    """
    vendor = vault.vendor_of(offer)
    access = vault.access_for(library_id, vendor) if vendor and vendor.is_elsewhere else Access(vendor=offer.vendor)
    settings = {**offer.settings, **pricing.told(offer)}
    return _build(offer.adapter, offer.endpoint, *_frozen(settings, asdict(access)))


def _frozen(*values: Any) -> list[str]:
    return [json.dumps(value, sort_keys=True) for value in values]


@lru_cache(maxsize=256)
def _build(adapter: str, endpoint: str, settings: str, access: str) -> Provider:
    known: dict[str, Any] = json.loads(access)
    hosts = tuple(known.pop("download_hosts"))
    provider: Provider = import_string(adapter)(endpoint, json.loads(settings), Access(**known, download_hosts=hosts))
    return provider


def sync_catalog() -> int:
    """Add a row for each shipped vendor and model that has none; leave the others as people changed them."""
    known = set(Vendor.objects.values_list("key", flat=True))
    vendors = [Vendor(**_row(asdict(spec))) for spec in VENDORS if spec.key not in known]
    Vendor.objects.bulk_create(vendors, ignore_conflicts=True)
    known = set(ModelOffer.objects.values_list("key", flat=True))
    missing = [ModelOffer(**_row(asdict(spec))) for spec in CATALOG if spec.key not in known]
    ModelOffer.objects.bulk_create(missing, ignore_conflicts=True)
    return len(vendors) + len(missing)


def _row(spec: dict[str, Any]) -> dict[str, Any]:
    return {name: _stored(value) for name, value in spec.items()}


def _stored(value: Any) -> Any:
    if isinstance(value, Capability):
        return value.value
    return list(value) if isinstance(value, tuple) else value
