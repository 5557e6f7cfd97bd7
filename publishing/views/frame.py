"""What stands on every page of publishing: its sections, the libraries, and which channels need somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone

from entities.models import Membership
from generation.http import StudioRequest
from generation.views.access import EDITORS
from publishing import services
from publishing.models import Channel
from publishing.views import access, told, zones


@dataclass(frozen=True)
class Place:
    """A library as publishing shows it to somebody."""

    library: Any
    zone: ZoneInfo
    may_edit: bool
    is_owner: bool


@dataclass(frozen=True)
class Tab:
    """One way in a row of ways."""

    label: str
    href: str
    is_shown: bool


@dataclass(frozen=True)
class Warned:
    """A channel that somebody has to look after."""

    pk: int
    name: str
    platform: str
    words: str
    is_broken: bool


def place_of(request: StudioRequest, library_id: int) -> Place:
    """Return a library with what somebody may do there; or answer 404."""
    library = access.library_to_see(request, library_id)
    return Place(
        library, zones.zone_of(request, library_id), library.role in EDITORS, library.role == Membership.Role.OWNER
    )


def frame(request: StudioRequest, place: Place, section: str) -> dict[str, Any]:
    """Return what every page of publishing says around its own things."""
    seats = access.libraries_of(request)
    return {
        "nav": "publish",
        "place": place,
        "library": place.library,
        "may_edit": place.may_edit,
        "is_owner": place.is_owner,
        "section": section,
        "libraries": [_seat(seat, section, place.library.pk) for seat in seats] if len(seats) > 1 else [],
        "zone": place.zone.key,
        "zone_name": zones.named(place.zone, timezone.now()),
    }


def _seat(seat: Any, section: str, library_id: int) -> Tab:
    name = "publishing:channels" if section == "channels" else "publishing:calendar"
    return Tab(seat.name, reverse(name, args=(seat.pk,)), seat.pk == library_id)


def warned(library_id: int, channel_ids: set[int] | None = None) -> tuple[Warned, ...]:
    """Return the channels that need somebody, those that cannot publish any more first."""
    rows = Channel.objects.filter(library=library_id).exclude(state=Channel.State.DISCONNECTED).order_by("name")
    found = []
    for row in rows if channel_ids is None else rows.filter(pk__in=channel_ids):
        words = services.warning_of(row)
        if words:
            found.append(
                Warned(row.pk, row.name, row.platform, told.words(words), row.state == Channel.State.RECONNECT)
            )
    return tuple(sorted(found, key=lambda one: not one.is_broken))
