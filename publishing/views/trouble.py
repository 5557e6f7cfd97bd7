"""What of publishing needs somebody, as activity shows it: what failed, what asks, what missed its time, what moves."""

from __future__ import annotations

from typing import Final

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from generation.http import StudioRequest
from publishing.models import Publication
from publishing.services import attention
from publishing.views import access, cards, frame, zones

_S = Publication.State
MOST: Final = 30


@require_safe
def trouble(request: StudioRequest) -> HttpResponse:
    """Show what needs somebody or moves, in the user's own libraries."""
    moves = Q(state__in=[_S.APPROVAL, *Publication.UNDER_WAY])
    zone = zones.zone_named(request.COOKIES.get(zones.COOKIE, "")) or zones.zone_named("UTC")
    rows = cards.listed(access.publications_of(request).filter(moves | attention.asks())).order_by("-pk")[:MOST]
    broken = attention.lost_channels(request.user)
    warned = [one for library in broken.values_list("library", flat=True).distinct() for one in _of(library)]
    context = {"cards": cards.cards(list(rows), zone, may_edit=False) if zone else [], "warned": warned}
    return render(request, "publishing/trouble.html", context)


def _of(library_id: int) -> list[tuple[int, frame.Warned]]:
    return [(library_id, one) for one in frame.warned(library_id) if one.is_broken]
