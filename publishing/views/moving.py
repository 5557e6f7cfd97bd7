"""Moving a publication about in the calendar: to another day, to another time, by hand or by a form."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from generation.http import StudioRequest
from publishing import services
from publishing.models import Publication
from publishing.views import access, answers, files, frame, state_words, told, zones


def chosen_time(request: StudioRequest, publication: Publication, zone: ZoneInfo) -> zones.Chosen | None:
    """Return the moment that a form asks for: a day and a time, or a day alone, at the same time of day.

    `which` says "second" where the clock shows that time twice and the later one is meant.
    """
    given_day, given_time = request.POST.get("day", ""), request.POST.get("time", "")
    try:
        day = date.fromisoformat(given_day)
        if not given_time:
            return zones.moved_to(publication.scheduled_at, day, zone) if publication.scheduled_at else None
        at = time.fromisoformat(given_time).replace(tzinfo=None)
        return zones.moment_at(day, at, zone, is_second=request.POST.get("which") == "second")
    except ValueError:
        return None


@require_POST
def move(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Give a publication another day, or another time."""
    publication = access.publication_to_change(request, publication_id)
    place = frame.place_of(request, publication.library_id)
    chosen = chosen_time(request, publication, place.zone)
    if chosen is None:
        return HttpResponseBadRequest(_("Choose a day and a time."), content_type="text/plain")
    more = put_at(request, publication, chosen, place.zone)
    return answers.answer(request, place, publication, **more)


def put_at(request: StudioRequest, publication: Publication, chosen: zones.Chosen, zone: ZoneInfo) -> dict[str, Any]:
    """Schedule or reschedule a publication, and say how it went; return what its panel has to say of it."""
    states = Publication.State
    kwargs: dict[str, Any] = {"by_id": request.user.pk, "time_zone": zone.key}
    try:
        is_ahead = services.is_ahead(publication)
        if (
            publication.state in {states.SCHEDULED, states.HANDED_OVER}
            or is_ahead
            or (publication.state == states.APPROVAL and publication.scheduled_at)
        ):
            outcome = services.reschedule(publication, chosen.moment, **kwargs)
        else:
            files.attach(publication, by_id=request.user.pk)
            agreed = request.POST.get("despite") == "on"
            outcome = services.schedule(publication, chosen.moment, despite_warnings=agreed, **kwargs)
    except services.NotPossible as error:
        messages.error(request, told.words(str(error)))
        return {"is_open": True}
    if outcome.is_done:
        words = _("Set for %(when)s.") % {"when": state_words.at(chosen.moment, zone)}
        messages.success(request, f"{words} {chosen.words}".strip())
        return {}
    wish = {"day": f"{chosen.wall:%Y-%m-%d}", "time": f"{chosen.wall:%H:%M}"}
    if chosen.wall.fold:
        wish["which"] = "second"
    if outcome.problems:
        messages.error(request, _("It cannot go out yet: %(why)s") % {"why": told.words(outcome.problems[0].words)})
    return {"is_open": True, "warnings": tuple(outcome.warnings), "wish": wish, "wished": "move"}
