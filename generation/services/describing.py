"""Asking a model what pictures show: only for a library that chose one, as a job like any other, within its budget."""

from __future__ import annotations

from typing import Final

import structlog
from django.db.models import Exists, OuterRef, QuerySet

from entities.models import Library
from generation import recipes
from generation.film import load_entities
from generation.models import Asset, AssetAnalysis, Describer, Job, ModelOffer, Slot, Take
from generation.providers.base import Capability
from generation.routing import NoOffer, OverLimit
from generation.services.budget import OverBudget
from generation.services.takes import AlreadyActive, request_take

log = structlog.get_logger(__name__)

AT_ONCE: Final = 5
"""Pictures of one library that are being described at a time: films come first."""


def choose(library: Library, offer: ModelOffer | None) -> None:
    """Let a model describe the pictures of a library from now on; None: nobody does."""
    if offer is None:
        Describer.objects.filter(library=library).delete()
    else:
        Describer.objects.update_or_create(library=library, defaults={"offer": offer.key})


def describer_of(library_id: int) -> ModelOffer | None:
    """Return the model that describes the pictures of a library; None where none was chosen or it is gone."""
    chosen = Describer.objects.filter(library=library_id).values_list("offer", flat=True).first()
    if not chosen:
        return None
    return ModelOffer.objects.filter(key=chosen, capability=Capability.VISION, is_on=True).first()


def describe(asset: Asset, *, requested_by_id: int | None = None) -> Job | Take:
    """Ask what one picture shows. Raise as `request_take` and `recipe_for` do, `NoOffer` where nobody was chosen."""
    offer = describer_of(asset.library_id)
    if offer is None:
        raise NoOffer(Capability.VISION)
    slot, _ = Slot.objects.get_or_create(role=Slot.Role.DESCRIBED, variant="", asset=asset)
    slot.asset = asset
    film = load_entities(asset.library, set())
    film.project.offers = {Capability.VISION.value: offer.key}
    return request_take(film, slot, recipe=recipes.recipe_for(film, slot), requested_by_id=requested_by_id)


def describe_new() -> int:
    """Ask about pictures that no model has described yet, in every library that chose one; return how many."""
    return sum(_describe_some(chosen.library, chosen) for chosen in Describer.objects.select_related("library"))


def _describe_some(library: Library, chosen: Describer) -> int:
    under_way = Job.objects.filter(library=library, slot__role=Slot.Role.DESCRIBED, state__in=Job.ACTIVE).count()
    asked = 0
    for row in _undescribed(library, chosen)[: max(0, AT_ONCE - under_way)]:
        try:
            describe(row.asset)
        except AlreadyActive:
            continue
        except (OverBudget, NoOffer, OverLimit) as why:
            log.info("pictures are not described now", library_id=library.pk, why=str(why))
            break
        asked += 1
    return asked


def _undescribed(library: Library, chosen: Describer) -> QuerySet[AssetAnalysis]:
    """Return pictures to ask about: people's own first. One that failed since the model was chosen is left to them."""
    jobs = Job.objects.filter(slot__asset=OuterRef("asset"), slot__role=Slot.Role.DESCRIBED)
    tried = jobs.filter(created_at__gte=chosen.chosen_at) | jobs.filter(state__in=Job.ACTIVE)
    rows = AssetAnalysis.objects.filter(asset__library=library, state=AssetAnalysis.State.LOCAL)
    rows = rows.filter(~Exists(tried)).select_related("asset__library")
    return rows.order_by("asked_for", "-asset")
