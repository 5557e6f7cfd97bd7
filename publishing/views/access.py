"""Who may see and change what of publishing: the studio's own way, with the rows of this app made known to it."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404

from entities.models import Library, Membership
from generation.http import StudioRequest
from generation.views.access import (
    LIBRARY_OF,
    demand_editor,
    demand_owner,
    may_edit,
    may_own,
    to_change,
    to_own,
    to_see,
    visible,
)
from publishing.models import Channel, ChannelTime, PlatformApp, Publication, SideStep

__all__ = [
    "channel_to_change",
    "channel_to_own",
    "demand_editor",
    "demand_owner",
    "libraries_of",
    "library_to_change",
    "library_to_own",
    "library_to_see",
    "may_edit",
    "may_own",
    "publication_to_change",
    "publication_to_see",
    "publications_of",
    "to_change",
    "visible",
]

LIBRARY_OF.update(
    {
        Channel: F("library"),
        ChannelTime: F("channel__library"),
        PlatformApp: F("library"),
        Publication: F("library"),
        SideStep: F("publication__library"),
    }
)


def libraries_of(request: StudioRequest) -> list[Any]:
    """Return the user's libraries, each with the `role` that the user has there; their own come first."""
    seats = Library.objects.filter(memberships__user=request.user).annotate(role=F("memberships__role"))
    order = {Membership.Role.OWNER: 0, Membership.Role.EDITOR: 1}
    return sorted(seats, key=lambda seat: (order.get(seat.role, 2), seat.name, seat.pk))


def library_to_see(request: StudioRequest, library_id: int) -> Any:
    """Return a library the user may see, with the user's `role` in it; or answer 404."""
    seats = Library.objects.filter(memberships__user=request.user).annotate(role=F("memberships__role"))
    return get_object_or_404(seats, pk=library_id)


def library_to_change(request: StudioRequest, library_id: int) -> Library:
    """Return a library the user may change: 404 for a stranger, 403 for a viewer."""
    return to_change(request, Library.objects.all(), library_id)


def library_to_own(request: StudioRequest, library_id: int) -> Library:
    """Return a library that is the user's own: 404 for a stranger, 403 for other members."""
    return to_own(request, Library.objects.all(), library_id)


def channel_to_change(request: StudioRequest, channel_id: int) -> Channel:
    """Return a channel the user may change."""
    return to_change(request, Channel.objects.select_related("library"), channel_id)


def channel_to_own(request: StudioRequest, channel_id: int) -> Channel:
    """Return a channel of a library that is the user's own."""
    return to_own(request, Channel.objects.select_related("library"), channel_id)


def publications_of(request: StudioRequest) -> QuerySet[Publication]:
    """Return the publications a user may see."""
    return Publication.objects.filter(library__memberships__user=request.user)


_WITH = (
    "library",
    "project",
    "channel",
    "rendition__take__asset",
    "rendition__vtt",
    "cover",
    "approved_by",
    "created_by",
)


def publication_to_see(request: StudioRequest, publication_id: int) -> Publication:
    """Return a publication the user may see, or answer 404."""
    return to_see(request, Publication.objects.select_related(*_WITH), publication_id)


def publication_to_change(request: StudioRequest, publication_id: int) -> Publication:
    """Return a publication the user may change: 404 for a stranger, 403 for a viewer."""
    return to_change(request, Publication.objects.select_related(*_WITH), publication_id)
