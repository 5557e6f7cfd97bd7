"""The calendar's page: looked at, kept live, and moved about in."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from generation.http import StudioRequest, wants_partial
from generation.views import parts
from generation.views.parts import Part
from publishing.models import Publication
from publishing.views import access, calendar_parts, frame, panel_parts, pulse
from publishing.views.calendar_parts import Asked
from publishing.views.frame import Place


@require_safe
def home(request: StudioRequest) -> HttpResponse:
    """Go to the calendar of the user's own library, or of the one that publishes."""
    seats = access.libraries_of(request)
    busy = set(Publication.objects.filter(library__in=[seat.pk for seat in seats]).values_list("library", flat=True))
    chosen = next((seat for seat in seats if seat.pk in busy), seats[0])
    return redirect("publishing:calendar", chosen.pk)


@require_safe
def calendar(request: StudioRequest, library_id: int) -> HttpResponse:
    """Show a week or a month of a library's publications."""
    place = frame.place_of(request, library_id)
    asked = calendar_parts.asked_of(request.GET, place)
    context = _context(request, place, asked)
    if wants_partial(request):
        # One publication is opened or shut, or another week is looked at: what differs is sent.
        context["changed"] = list(parts.changed(context["parts"].values(), parts.seen_by(request.GET)))
        return render(request, "publishing/live.html", {**context, "oob": True})
    return render(request, "publishing/calendar.html", context)


@require_safe
def live(request: StudioRequest, library_id: int) -> HttpResponse:
    """Send the parts that changed; nothing (204) while none did."""
    place = frame.place_of(request, library_id)
    if pulse.of_library(request.user, library_id) == request.GET.get("since"):
        return HttpResponse(status=204)
    return changed(request, place, calendar_parts.asked_of(request.GET, place))


def changed(request: StudioRequest, place: Place, asked: Asked, **told: Any) -> HttpResponse:
    """Send the parts of the calendar that the browser does not show yet. `told` is said in the panel only this once."""
    context = _context(request, place, asked, told)
    given = request.POST if request.method == "POST" else request.GET
    context["changed"] = list(parts.changed(context["parts"].values(), parts.seen_by(given)))
    return render(request, "publishing/live.html", {**context, "oob": True})


def _context(request: StudioRequest, place: Place, asked: Asked, told: dict[str, Any] | None = None) -> dict[str, Any]:
    since = pulse.of_library(request.user, place.library.pk)
    shown = (*calendar_parts.parts_of(place, asked), panel(request, place, asked, told or {}))
    live_at = reverse("publishing:calendar-live", args=(place.library.pk,))
    return {
        **frame.frame(request, place, "calendar"),
        "parts": {part.key: part for part in shown},
        "asked": asked,
        "view": asked.view,
        "opens": f"{asked.having(open='')}&",
        "since": since,
        "live_at": f"{live_at}?{asked.query}&since={since}",
        "is_live": pulse.is_live(place.library.pk),
    }


def panel(request: StudioRequest, place: Place, asked: Asked, told: dict[str, Any]) -> Part:
    """Return the publication that is open beside the days; an empty place where none is."""
    closed = f"{reverse('publishing:calendar', args=(place.library.pk,))}?{asked.having(open='')}"
    row = Publication.objects.filter(pk=asked.opened, library=place.library.pk).first() if asked.opened else None
    if row is None:
        return Part("pub-panel", "publishing/panel/_closed.html", closed)
    opened = access.publication_to_see(request, row.pk)
    return panel_parts.panel(opened, place, closed=closed, user_id=request.user.pk, **told)
