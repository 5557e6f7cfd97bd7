"""How a change is answered: with what differs now on the page that asked for it."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.http import HttpResponse
from django.shortcuts import redirect

from generation.http import StudioRequest, wants_partial
from publishing.models import Publication
from publishing.views import calendar, calendar_parts, publication
from publishing.views.calendar_parts import Asked
from publishing.views.frame import Place


def answer(
    request: StudioRequest, place: Place, row: Publication, *, is_open: bool = False, **told: Any
) -> HttpResponse:
    """Answer with what differs on the page that asked; without htmx, with the publication's page.

    `told` is said in the publication's panel only this once; `is_open` opens it for that.
    """
    if not wants_partial(request):
        return redirect("publishing:publication", row.pk)
    if request.POST.get("page") == "publication":
        return publication.changed(request, row.pk, **told)
    shown = dict(parse_qsl(urlsplit(request.htmx.current_url or "").query))
    given = calendar_parts.asked_of(shown, place)
    opened = row.pk if is_open else given.opened
    asked = Asked(given.view, given.day, given.channels, opened)
    return calendar.changed(request, place, asked, **(told if opened == row.pk else {}))
