"""Which model fills which slot, and the adapter that speaks to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from django.utils.module_loading import import_string

from generation.models import ModelOffer
from generation.providers.base import Capability, Provider
from generation.providers.catalog import CATALOG


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
    if offer.shapes and "width" in arguments and shape not in offer.shapes:
        raise OverLimit(f"{offer.label} makes {', '.join(offer.shapes)}, not {shape}.")


def choose(offers: Iterable[ModelOffer], capability: str, chosen: Mapping[str, str]) -> ModelOffer:
    """Return the offer that a project uses for `capability`: the one it chose, else the preferred one.

    Raise `NoOffer` if the choice is switched off or nothing is left: another model is never taken
    silently in place of one that was chosen by name.
    """
    able = [offer for offer in offers if offer.capability == capability and offer.is_on]
    wanted = chosen.get(capability)
    if wanted:
        able = [offer for offer in able if offer.key == wanted]
    if not able:
        raise NoOffer(capability)
    return min(able, key=lambda offer: (offer.preference, offer.key))


def provider_for(offer: ModelOffer) -> Provider:
    """Return the adapter of `offer`, built once per process for each of its settings."""
    return _build(offer.adapter, offer.endpoint, json.dumps(offer.settings, sort_keys=True))


@lru_cache(maxsize=64)
def _build(adapter: str, endpoint: str, settings: str) -> Provider:
    provider: Provider = import_string(adapter)(endpoint, json.loads(settings))
    return provider


def sync_catalog() -> int:
    """Add a row for each shipped model that has none; leave the others as people changed them."""
    known = set(ModelOffer.objects.values_list("key", flat=True))
    missing = [ModelOffer(**_row(asdict(spec))) for spec in CATALOG if spec.key not in known]
    ModelOffer.objects.bulk_create(missing, ignore_conflicts=True)
    return len(missing)


def _row(spec: dict[str, Any]) -> dict[str, Any]:
    return {**spec, "capability": Capability(spec["capability"]).value, "settings": dict(spec["settings"])}
