"""The button that has a draft's words suggested: by whom, for how much, and how far that is."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from generation.views import wording
from generation.views.parts import Part
from publishing import drafting
from publishing.models import Publication
from publishing.views import told


@dataclass(frozen=True)
class Suggesting:
    """What the button says. `model` is empty where only rules can suggest."""

    url: str
    may_edit: bool
    model: str = ""
    price: str = ""
    is_working: bool = False
    writes: str = ""
    waits_for: str = ""
    problem: str = ""


def part(row: Publication, *, may_edit: bool) -> Part:
    """Return the button, and who writes at the moment."""
    url = reverse("publishing:publication-suggest", args=(row.pk,))
    shows = _shown(row, url) if may_edit else Suggesting(url, may_edit=False)
    return Part("draft-suggest", "publishing/draft/_suggest.html", shows)


def _shown(row: Publication, url: str) -> Suggesting:
    offer, standing = drafting.offered(row), drafting.standing(row)
    return Suggesting(
        url=url,
        may_edit=True,
        model=offer.label if offer.is_model else "",
        price=wording.price(offer.price_micros),
        is_working=standing.is_working,
        writes=standing.model,
        waits_for=told.words(standing.waits_for),
        problem=told.words(standing.problem),
    )
