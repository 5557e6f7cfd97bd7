"""Connecting an account: to the platform's consent page and back, and the choice where an account has several."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from generation.http import StudioRequest, wants_partial
from publishing import services
from publishing.platforms.errors import PlatformError
from publishing.views import access, channel_parts, channels, frame, told


@require_POST
def connect(request: StudioRequest, library_id: int, platform: str, login: str) -> HttpResponse:
    """Send the browser to a platform's consent page.

    A form may not lead out of the studio, so the way there is a header for scripts, and a link for everybody else.
    """
    library = access.library_to_change(request, library_id)
    if request.session.session_key is None:
        request.session.create()
    try:
        address = services.begin_connecting(
            library.pk,
            platform,
            login,
            user_id=request.user.pk,
            session_key=request.session.session_key or "",
            redirect_uri=channel_parts.redirect_uri(request),
        )
    except (KeyError, PlatformError, services.NotPossible) as error:
        messages.error(request, told.words(str(error)))
        return channels.answer(request, library.pk)
    if wants_partial(request):
        return HttpResponse(headers={"HX-Redirect": address})
    context = frame.frame(request, frame.place_of(request, library.pk), "channels")
    return render(request, "publishing/channels/leave.html", {**context, "address": address})


@require_safe
def connected(request: StudioRequest) -> HttpResponse:
    """Take what a platform's consent page sent the browser back with."""
    given = request.GET
    home = redirect("publishing:home")
    if not given.get("state"):
        return home
    try:
        arrival = services.finish_connecting(
            state=given.get("state", "")[:500],
            code=given.get("code", "")[:4000],
            error=given.get("error", "")[:200],
            error_words=given.get("error_description", "")[:500],
            user_id=request.user.pk,
            session_key=request.session.session_key or "",
        )
    except (services.NotPossible, PlatformError) as error:
        messages.error(request, told.words(str(error)))
        return _back(request)
    if arrival.attempt_id is not None:
        return redirect("publishing:choose", arrival.library_id, arrival.attempt_id)
    messages.success(request, channels.connected_words(arrival.channels))
    return redirect("publishing:channels", arrival.library_id)


def _back(request: StudioRequest) -> HttpResponse:
    seats = access.libraries_of(request)
    return redirect("publishing:channels", seats[0].pk) if seats else redirect("publishing:home")


def choose(request: StudioRequest, library_id: int, attempt_id: int) -> HttpResponse:
    """Choose which of an account's channels are connected."""
    place = frame.place_of(request, library_id)
    access.demand_editor(request.user, library_id)
    try:
        arrival = services.identities_of(attempt_id, user_id=request.user.pk)
        if arrival.library_id != library_id:
            raise services.NotPossible(_("This choice is not open any more. Connect the account once more."))
        if request.method == "POST":
            rows = services.choose_identities(attempt_id, request.POST.getlist("identity"), user_id=request.user.pk)
            messages.success(request, channels.connected_words(rows))
            return redirect("publishing:channels", library_id)
    except (services.NotPossible, PlatformError) as error:
        messages.error(request, told.words(str(error)))
        return redirect("publishing:channels", library_id)
    context = {
        **frame.frame(request, place, "channels"),
        "identities": arrival.identities,
        "spec": services.spec_of(arrival.platform),
        "back": reverse("publishing:channels", args=(library_id,)),
    }
    return render(request, "publishing/channels/choose.html", context)
