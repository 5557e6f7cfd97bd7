"""In whose voice a voice is heard in the end: chosen among the vendors' voices, or by the id that a vendor gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from entities.models import Library, Voice
from generation.film import offers_of
from generation.models import ModelOffer, Vendor
from generation.providers.base import Capability
from generation.recipes.finishing import CHANGED_TO
from generation.views.parts import Part

MOST_ID: Final = 120
"""Characters of a vendor's name for a voice."""


@dataclass(frozen=True)
class ChangedVoice:
    """The choice, and whether there is a model that can do it."""

    voice_id: int
    chosen: str
    name: str
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    vendors: tuple[str, ...]
    setup: str
    most: int
    may_edit: bool


def part(voice: Voice, library: Library, *, may_edit: bool) -> Part:
    """Return what is shown of it beside a voice."""
    changers = changers_of(offers_of(library.pk))
    labels = _labels({offer.vendor for offer in changers})
    groups = _groups(labels, library)
    chosen = str(voice.settings.get(CHANGED_TO, ""))
    names = {key: name for _vendor, voices in groups for key, name in voices}
    shows = ChangedVoice(
        voice_id=voice.pk,
        chosen=chosen,
        name=names.get(chosen, chosen),
        groups=(*groups, *(((_("By its id"), ((chosen, chosen),)),) if chosen and chosen not in names else ())),
        vendors=tuple(sorted(labels.values())),
        setup=f"{reverse('generation:account')}?at=keys:{library.pk}",
        most=MOST_ID,
        may_edit=may_edit,
    )
    return Part(f"changed-{voice.pk}", "library/_changed_voice.html", shows)


def changers_of(offers: Iterable[ModelOffer]) -> list[ModelOffer]:
    """Return the models that can change a voice into one that is chosen by its name."""
    able = (offer for offer in offers if offer.capability == Capability.VOICE and offer.is_on and not offer.problem)
    return [offer for offer in able if "sample" not in offer.needs]


def _labels(vendors: set[str]) -> dict[str, str]:
    known = dict(Vendor.objects.filter(key__in=vendors).values_list("key", "label"))
    return {vendor: known.get(vendor, vendor) for vendor in vendors}


def _groups(labels: Mapping[str, str], library: Library) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the voices of each vendor that changes voices, under the vendor's name."""
    found: dict[str, dict[str, str]] = {}
    rows = Voice.objects.filter(library=None) | Voice.objects.filter(library=library)
    for voice in rows.order_by("name", "pk"):
        if label := labels.get(voice.offer.partition("/")[0]):
            words = f"{voice.name} · {voice.tone}" if voice.tone else voice.name
            found.setdefault(label, {}).setdefault(voice.key, words)
    return tuple((label, tuple(voices.items())) for label, voices in sorted(found.items()))
