"""The first page: the box in which a film begins, and the films there are."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from entities.services import library_of
from generation import services
from generation.forms import FilmForm, as_before
from generation.http import StudioRequest
from generation.models import Run, Take
from generation.views import film_list, parts, pulse, wording
from generation.views.access import film_to_change, libraries_to_fill
from generation.views.once import once, refused
from projects import services as film_services
from projects.models import Project, Shot
from projects.services import BadSource, create_film

PER_PAGE = 24


@require_http_methods(["GET", "HEAD", "POST"])
@once
def films(request: StudioRequest) -> HttpResponse:
    """Show the box and the films; make a film of what was typed."""
    form = _form(request, request.POST if request.method == "POST" else None)
    before = _film_before(request)
    if request.method == "POST":
        film = _made(request, form, before)
        if film is not None:
            return redirect("generation:film", film.pk)
    return refused(_page(request, form, follows=before))


@require_safe
def again(request: StudioRequest, film_id: int) -> HttpResponse:
    """Show the box filled in as it was for a film, for another version of it."""
    film = film_to_change(request, film_id)
    last = Run.objects.filter(project=film).order_by("-pk").first()
    first_values = as_before(film, until=last.until if last else Run.Gate.EXPORT)
    return _page(request, _form(request, None, initial=first_values), version_of=film)


@require_safe
def next_episode(request: StudioRequest, film_id: int) -> HttpResponse:
    """Show the box for the film that follows another one, with the same people, voices and style."""
    film = film_to_change(request, film_id)
    first_values = {**as_before(film, until=Run.Gate.EXPORT), "source": ""}
    return _page(request, _form(request, None, initial=first_values), follows=film)


@require_safe
def live(request: StudioRequest) -> HttpResponse:
    """Send the cards that changed; nothing (204) while none did."""
    shown = [int(pk) for pk in request.GET.get("films", "").split(".") if pk.isdecimal()][:PER_PAGE]
    since = pulse.of_films(request.user, shown)
    if since == request.GET.get("since"):
        return HttpResponse(status=204)
    rows = list(film_list.listed(request.user).filter(pk__in=shown))
    changed = list(parts.changed(film_list.cards(rows), parts.seen_by(request.GET)))
    return render(request, "generation/_films_live.html", {**_pulse(request, rows), "changed": changed, "oob": True})


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: StudioRequest, film_id: int) -> HttpResponse:
    """Say what goes with a film, and delete it once that is confirmed."""
    film = film_to_change(request, film_id)
    if request.method == "POST":
        title = wording.title(film)
        for run in film.runs.filter(state__in=Run.OPEN):
            services.cancel_run(run)
        film.delete()
        messages.success(request, _("“%s” is deleted.") % title)
        return redirect("generation:films")
    shots = Shot.objects.filter(scene__project=film)
    goes = [
        wording.count(film.segments.count(), "line of the script", "lines of the script"),
        wording.count(film.scenes.count(), "scene"),
        wording.count(shots.count(), "shot"),
        _("%s of pictures and clips") % wording.count(Take.objects.filter(slot__shot__in=shots).count(), "take"),
        wording.count(film.renditions.count(), "finished film"),
    ]
    return render(request, "generation/film_delete.html", {"film": film, "title": wording.title(film), "goes": goes})


def _form(request: StudioRequest, data: Any, **kwargs: Any) -> FilmForm:
    libraries = libraries_to_fill(request.user)
    if not libraries.exists():
        library_of(request.user)
    return FilmForm(data, libraries=libraries, **kwargs)


def _page(
    request: StudioRequest, form: FilmForm, *, version_of: Project | None = None, follows: Project | None = None
) -> HttpResponse:
    page = Paginator(film_list.listed(request.user), PER_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    context = {
        "form": form,
        "version_of": wording.title(version_of) if version_of else "",
        "follows": follows,
        "follows_title": wording.title(follows) if follows else "",
        "page": page,
        "cards": film_list.cards(rows),
        "nav": "films",
        **_pulse(request, rows),
    }
    return render(request, "generation/films.html", context)


def _pulse(request: StudioRequest, rows: list[Project]) -> dict[str, Any]:
    running = film_list.running_ids(rows)
    since = pulse.of_films(request.user, running)
    return {"since": since, "running": ".".join(str(pk) for pk in running), "is_live": bool(running)}


def _film_before(request: StudioRequest) -> Project | None:
    """Return the film that the one in the form follows; None where it stands alone."""
    number = request.POST.get("follows", "")
    return film_to_change(request, int(number)) if number.isdecimal() else None


def _made(request: StudioRequest, form: FilmForm, before: Project | None) -> Project | None:
    """Make the film that the form asks for; None if it cannot be, and then the form says why."""
    if not form.is_valid():
        return None
    try:
        return _make(request, form.cleaned_data, before)
    except BadSource as error:
        form.add_error("source", str(error))
        return None


def _make(request: StudioRequest, wish: dict[str, Any], before: Project | None) -> Project:
    said = {name: wish[name] for name in ("shape", "seconds", "seed", "style")}
    if before is not None:
        film = film_services.next_episode(before, wish["source"], **said, created_by_id=request.user.pk)
    else:
        film = create_film(wish["library"], wish["source"], **said, created_by_id=request.user.pk)
    services.start_run(film, until=wish["until"], requested_by_id=request.user.pk)
    return film
