"""The guide images of what is open, in order: which of them the model takes, and which model takes more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from entities.models import GuideImage
from generation.models import ModelOffer
from generation.providers.base import Capability
from generation.views.library.opened import Opened
from generation.views.media import media_url
from generation.views.seen import Seen, of_assets


@dataclass(frozen=True)
class Guide:
    """One guide image. A picture that the model cannot take is unused."""

    pk: int
    number: int
    picture: str
    seen: Seen
    is_unused: bool


@dataclass(frozen=True)
class Guides:
    """All of them, with what the model makes of them."""

    entity_id: int
    name: str
    guides: tuple[Guide, ...]
    used: int
    advice: str
    needs_setup: bool
    library_id: int
    may_edit: bool


def guides(opened: Opened, *, may_edit: bool) -> Guides:
    """Return what is shown of the guide images of what is open."""
    entity = opened.entity
    rows = list(GuideImage.objects.filter(entity=entity.pk).select_related("asset").order_by("position"))
    offer = opened.offer
    most = offer.max_references if offer else 0
    known = of_assets((row.asset for row in rows), opened.film.offers)
    shown = tuple(
        Guide(
            row.pk,
            index + 1,
            media_url(row.asset),
            known[row.asset_id],
            is_unused=index >= most,
        )
        for index, row in enumerate(rows)
    )
    return Guides(
        entity_id=entity.pk,
        name=entity.name,
        guides=shown,
        used=min(len(rows), most),
        advice=_advice(opened.film.offers, offer, len(rows)),
        needs_setup=any(guide.seen.needs_setup for guide in shown),
        library_id=entity.library_id,
        may_edit=may_edit,
    )


def _advice(offers: Sequence[ModelOffer], offer: ModelOffer | None, count: int) -> str:
    """Say which model takes more pictures than the chosen one; nothing where it takes them all."""
    if offer is None or count <= offer.max_references:
        return ""
    takes = (
        _("%(model)s takes %(most)s of them.") % {"model": offer.label, "most": offer.max_references}
        if offer.max_references
        else _("%(model)s draws from the fields alone and takes no guide images.") % {"model": offer.label}
    )
    able = [one for one in offers if one.is_on and one.capability == Capability.IMAGE]
    better = max(able, key=lambda one: (one.max_references, -one.preference), default=offer)
    if better.max_references <= offer.max_references:
        return f"{takes} " + _("No model that is switched on takes more.")
    more = _("%(model)s takes up to %(most)s.") % {"model": better.label, "most": better.max_references}
    return f"{takes} {more}"
