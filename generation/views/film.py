"""One film's page: everything about it, live, and what can be done with its run."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from generation import graph, services
from generation.film import load
from generation.http import StudioRequest, wants_partial
from generation.models import Job, Run
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services.progress import progress_from
from generation.views import parts, picture_parts, pulse, status_parts, story_parts, wording
from generation.views.access import film_to_change, film_to_see, job_to_change, may_edit
from projects.models import Project


@require_safe
def film(request: StudioRequest, film_id: int) -> HttpResponse:
    """Show a film with all that is made of it so far."""
    project = film_to_see(request, film_id)
    return render(request, "generation/film.html", _context(request, project))


@require_safe
def live(request: StudioRequest, film_id: int) -> HttpResponse:
    """Send the parts that changed; nothing (204) while none did."""
    since = pulse.of_film(request.user, film_id)
    if since is None:
        raise Http404
    if since == request.GET.get("since"):
        return HttpResponse(status=204)
    return _changed(request, film_to_see(request, film_id))


@require_POST
def run(request: StudioRequest, film_id: int, wish: str) -> HttpResponse:
    """Start, pause, continue or stop a film's run."""
    project = film_to_change(request, film_id)
    if wish not in {"start", "pause", "continue", "stop"}:
        raise Http404
    until = request.POST.get("until", "")
    until = until if until in Run.Gate.values else ""
    open_run = Run.objects.filter(project=project, state__in=Run.OPEN).first()
    if wish == "start":
        services.start_run(project, until=until or Run.Gate.EXPORT, requested_by_id=request.user.pk)
    elif open_run is None:
        messages.info(request, "This run is over already.")
    elif wish == "pause":
        services.pause_run(open_run)
    elif wish == "continue":
        services.continue_run(open_run, until=until)
    else:
        services.cancel_run(open_run)
    return _answer(request, project)


@require_POST
def retry(request: StudioRequest, film_id: int, job_id: int) -> HttpResponse:
    """Try again what failed."""
    project = film_to_change(request, film_id)
    job = get_object_or_404(Job, pk=job_id, project=project)
    try_again(request, job_to_change(request, job.pk))
    return _answer(request, project)


def try_again(request: StudioRequest, job: Job) -> None:
    """Ask for a failed job's slot again; a sentence says why where that cannot be."""
    try:
        services.retry_job(job, requested_by_id=request.user.pk)
    except services.AlreadyActive:
        messages.info(request, "It is being made already.")
    except (services.OverBudget, NoOffer, OverLimit) as error:
        messages.error(request, str(error))
    except (NotYet, StopIteration, Project.DoesNotExist):
        messages.info(request, "The film has changed since: this piece is not wanted any more, or not yet.")
    else:
        messages.success(request, "Trying again.")


def _answer(request: StudioRequest, project: Project) -> HttpResponse:
    return _changed(request, project) if wants_partial(request) else redirect("generation:film", project.pk)


def _changed(request: StudioRequest, project: Project) -> HttpResponse:
    context = _context(request, project)
    seen = parts.seen_by(request.POST if request.method == "POST" else request.GET)
    context["changed"] = list(parts.changed(context["parts"].values(), seen))
    return render(request, "generation/film_live.html", {**context, "oob": True})


def _context(request: StudioRequest, project: Project) -> dict[str, Any]:
    # Read before the rest: what changes in between is sent once more rather than never.
    since = pulse.of_film(request.user, project.pk)
    can_change = may_edit(request.user, project.library_id)
    loaded = services.ensure_slots(load(project.pk))
    progress = progress_from(graph.work_out(loaded))
    shown = (
        status_parts.announcement(progress),
        status_parts.head(loaded),
        status_parts.status(loaded, progress, may_edit=can_change),
        status_parts.steps(progress),
        status_parts.failures(loaded, may_edit=can_change),
        status_parts.notes(loaded),
        picture_parts.player(loaded, progress),
        picture_parts.scenes(loaded),
        story_parts.script(loaded),
        story_parts.cast(loaded),
        status_parts.log(loaded),
    )
    return {
        "film": loaded.project,
        "title": wording.title(loaded.project),
        "parts": {part.key: part for part in shown},
        "since": since,
        "is_live": progress.is_live,
        "may_edit": can_change,
        "nav": "films",
    }
