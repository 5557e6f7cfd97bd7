"""The channels' page: what is connected, and what can be changed of it."""

from __future__ import annotations

from datetime import time
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from generation.http import StudioRequest, wants_partial
from generation.views import parts
from publishing import services
from publishing.models import Channel, ChannelTime, PublishingRules
from publishing.platforms.errors import PlatformError
from publishing.views import access, channel_parts, frame, pulse, told, zones
from publishing.views.frame import Place

MOST_TIMES = 50


@require_safe
def channels(request: StudioRequest, library_id: int) -> HttpResponse:
    """Show a library's channels."""
    return render(request, "publishing/channels.html", _context(request, frame.place_of(request, library_id)))


@require_safe
def live(request: StudioRequest, library_id: int) -> HttpResponse:
    """Send the parts that changed; nothing (204) while none did."""
    place = frame.place_of(request, library_id)
    if pulse.of_library(request.user, library_id) == request.GET.get("since"):
        return HttpResponse(status=204)
    return _changed(request, place)


def _changed(request: StudioRequest, place: Place) -> HttpResponse:
    context = _context(request, place)
    given = request.POST if request.method == "POST" else request.GET
    context["changed"] = list(parts.changed(context["parts"].values(), parts.seen_by(given)))
    return render(request, "publishing/live.html", {**context, "oob": True})


def _context(request: StudioRequest, place: Place) -> dict[str, Any]:
    since = pulse.of_library(request.user, place.library.pk)
    shown = channel_parts.parts_of(request, place)
    live_at = reverse("publishing:channels-live", args=(place.library.pk,))
    return {
        **frame.frame(request, place, "channels"),
        "parts": {part.key: part for part in shown},
        "since": since,
        "live_at": f"{live_at}?since={since}",
        "is_live": False,
    }


def answer(request: StudioRequest, library_id: int) -> HttpResponse:
    """Answer a change with what differs; without htmx, with the page."""
    if not wants_partial(request):
        return redirect("publishing:channels", library_id)
    return _changed(request, frame.place_of(request, library_id))


# --- Applications -------------------------------------------------------------------------------------


@require_POST
def write_app(request: StudioRequest, library_id: int, platform: str, login: str) -> HttpResponse:
    """Keep what the library's owner registered at a platform. The secret is never sent back, not even in a form."""
    library = access.library_to_own(request, library_id)
    client_id = request.POST.get("client_id", "").strip()[:200]
    secret = request.POST.get("client_secret", "").strip()[:500]
    if not client_id:
        messages.error(request, _("Both are needed: the client id and its secret."))
        return answer(request, library.pk)
    try:
        services.keep_app(library.pk, platform, login, client_id=client_id, client_secret=secret, by_id=request.user.pk)
    except (KeyError, services.NotPossible, PlatformError) as error:
        messages.error(request, told.words(str(error)))
        return answer(request, library.pk)
    messages.success(request, _("Kept. The secret is shown to nobody. Now connect the account."))
    return answer(request, library.pk)


@require_POST
def forget_app(request: StudioRequest, library_id: int, platform: str, login: str) -> HttpResponse:
    """Forget an application of the library's own."""
    library = access.library_to_own(request, library_id)
    services.forget_app(library.pk, platform, login)
    messages.success(request, _("Forgotten."))
    return answer(request, library.pk)


# --- Places without an account ------------------------------------------------------------------------


@require_POST
def add_place(request: StudioRequest, library_id: int, place: str) -> HttpResponse:
    """Connect a folder of this machine, or an address that is told. Only owners may: it writes where they say."""
    library = access.library_to_own(request, library_id)
    if place not in channel_parts.PLACES:
        return HttpResponseBadRequest()
    given = request.POST
    address = given.get("address", "").strip()[:200]
    name = given.get("name", "").strip()[:120]
    if not address:
        messages.error(request, _("Say where: a folder, or an address."))
        return answer(request, library.pk)
    try:
        services.connect_place(
            library.pk,
            place,
            address=address,
            name=name,
            by_id=request.user.pk,
            secret=given.get("secret", "").strip()[:200],
        )
    except (PlatformError, services.NotPossible) as error:
        messages.error(request, told.words(str(error)))
        return answer(request, library.pk)
    messages.success(request, _("Connected."))
    return answer(request, library.pk)


# --- Channels -----------------------------------------------------------------------------------------


@require_POST
def disconnect(request: StudioRequest, channel_id: int) -> HttpResponse:
    """Disconnect a channel; what was scheduled for it becomes a draft again."""
    channel = access.channel_to_own(request, channel_id)
    try:
        is_told = services.disconnect(channel, by_id=request.user.pk)
    except (PlatformError, services.NotPossible) as error:
        messages.error(request, told.words(str(error)))
        return answer(request, channel.library_id)
    if is_told:
        messages.success(request, _("Disconnected. What was scheduled for it is a draft again."))
    else:
        messages.success(
            request, _("Disconnected here. Take the permission back in the account’s settings at the platform too.")
        )
    return answer(request, channel.library_id)


@require_POST
def add_time(request: StudioRequest, channel_id: int) -> HttpResponse:
    """Add a time of the week at which a channel usually publishes."""
    channel = access.channel_to_change(request, channel_id)
    days = [int(day) for day in request.POST.getlist("weekday") if day in set("0123456")]
    try:
        at = time.fromisoformat(request.POST.get("at", "")).replace(tzinfo=None, second=0, microsecond=0)
    except ValueError:
        return HttpResponseBadRequest(_("Choose a time."), content_type="text/plain")
    if channel.times.count() + len(days) <= MOST_TIMES:
        rows = [ChannelTime(channel=channel, weekday=day, at=at) for day in days]
        ChannelTime.objects.bulk_create(rows, ignore_conflicts=True)
    return answer(request, channel.library_id)


@require_POST
def remove_time(request: StudioRequest, time_id: int) -> HttpResponse:
    """Take a time of the week away."""
    row = access.to_change(request, ChannelTime.objects.select_related("channel"), time_id)
    library_id = row.channel.library_id
    row.delete()
    return answer(request, library_id)


@require_POST
def rules(request: StudioRequest, library_id: int) -> HttpResponse:
    """Say whether a second person looks at everything, and whose clock the calendar goes by."""
    library = access.library_to_own(request, library_id)
    name = request.POST.get("time_zone", "").strip()
    if name and zones.zone_named(name) is None:
        messages.error(request, _("There is no such time zone."))
        return answer(request, library.pk)
    changes = {"wants_approval": request.POST.get("wants_approval") == "on", "time_zone": name}
    PublishingRules.objects.update_or_create(library=library, defaults=changes)
    messages.success(request, _("Saved."))
    return answer(request, library.pk)


def connected_words(rows: Any) -> str:
    """Say what has been connected."""
    names = ", ".join(row.name for row in rows)
    limited = [row for row in rows if row.state == Channel.State.LIMITED]
    if limited:
        return _("%(names)s connected, but some things were not allowed: see below.") % {"names": names}
    return _("%(names)s connected.") % {"names": names}
