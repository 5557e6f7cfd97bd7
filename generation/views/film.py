"""A film's pages: the whole of it and each step, live, and what can be done with its run."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from generation import services
from generation.http import StudioRequest, wants_partial
from generation.models import Job, Run
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.views import parts, picture_parts, pulse, status_parts, step_row, story_parts, wording
from generation.views.access import film_to_change, film_to_see, job_to_change
from generation.views.steps import PAGES, StepPage
from generation.views.steps.base import Studio, open_studio
from projects.models import Project


@require_safe
def film(request: StudioRequest, film_id: int, step: str = "") -> HttpResponse:
    """Show a film with all that is made of it so far, or one of its steps."""
    project = film_to_see(request, film_id)
    if step and step not in PAGES:
        raise Http404
    template = PAGES[step].template if step else "generation/film.html"
    return render(request, template, _context(request, project, step))


@require_safe
def live(request: StudioRequest, film_id: int, step: str = "") -> HttpResponse:
    """Send the parts that changed; nothing (204) while none did."""
    if step and step not in PAGES:
        raise Http404
    felt = pulse.felt(request.user, film_id)
    if felt is None:
        raise Http404
    if felt.since == request.GET.get("since"):
        return HttpResponse(status=204)
    return changed(request, film_to_see(request, film_id), step, felt=felt)


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
        messages.info(request, _("This run is over already."))
    elif wish == "pause":
        services.pause_run(open_run)
    elif wish == "continue":
        services.continue_run(open_run, until=until)
    else:
        services.cancel_run(open_run)
    return answer(request, project)


@require_POST
def retry(request: StudioRequest, film_id: int, job_id: int) -> HttpResponse:
    """Try again what failed."""
    project = film_to_change(request, film_id)
    job = get_object_or_404(Job, pk=job_id, project=project)
    try_again(request, job_to_change(request, job.pk))
    return answer(request, project)


def try_again(request: StudioRequest, job: Job) -> None:
    """Ask for a failed job's slot again; a sentence says why where that cannot be."""
    try:
        services.retry_job(job, requested_by_id=request.user.pk)
    except services.AlreadyActive:
        messages.info(request, _("It is being made already."))
    except (services.OverBudget, NoOffer, OverLimit) as error:
        messages.error(request, str(error))
    except (NotYet, StopIteration, Project.DoesNotExist):
        messages.info(request, _("The film has changed since: this piece is not wanted any more, or not yet."))
    else:
        messages.success(request, _("Trying again."))


def answer(request: StudioRequest, project: Project) -> HttpResponse:
    """Answer a change with the parts of its page that look different now; without htmx, with the page."""
    step = step_of(request)
    if wants_partial(request):
        return changed(request, project, step)
    return redirect("generation:film-step", project.pk, step) if step else redirect("generation:film", project.pk)


def step_of(request: StudioRequest) -> str:
    """Return the step whose page a request was made from; "" for the film's own page."""
    address = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    try:
        step = resolve(urlsplit(address).path).kwargs.get("step", "")
    except Resolver404:
        return ""
    return str(step) if step in PAGES else ""


def changed(request: StudioRequest, project: Project, step: str, *, felt: pulse.Pulse | None = None) -> HttpResponse:
    """Send the parts of a page that the browser does not show yet. `felt` is the film's pulse, where it was read."""
    context = _context(request, project, step, felt)
    seen = parts.seen_by(request.POST if request.method == "POST" else request.GET)
    context["changed"] = list(parts.changed(context["parts"].values(), seen))
    return render(request, "generation/film_live.html", {**context, "oob": True})


def _context(request: StudioRequest, project: Project, step: str, felt: pulse.Pulse | None = None) -> dict[str, Any]:
    # Read before the rest: what changes in between is sent once more rather than never.
    felt = felt or pulse.felt(request.user, project.pk)
    studio = open_studio(request, project)
    page = PAGES.get(step)
    shown = (*_frame(studio, page), *(page.parts(studio) if page else _whole(studio)))
    return {
        "film": studio.film.project,
        "title": wording.title(studio.film.project),
        "page": page,
        "step": step,
        "parts": {part.key: part for part in shown},
        "since": felt.since if felt else "",
        **({"activity_badge": felt.badge} if felt else {}),
        "is_live": studio.progress.is_live,
        "may_edit": studio.may_edit,
        "asked": studio.asked,
        "nav": "films",
    }


def _frame(studio: Studio, page: StepPage | None) -> tuple[parts.Part, ...]:
    """What stands on every page of a film."""
    return (
        status_parts.announcement(studio.progress),
        step_row.row(studio, PAGES, page.key if page else ""),
        status_parts.status(studio.film, studio.progress, may_edit=studio.may_edit),
        status_parts.failures(studio.film, may_edit=studio.may_edit),
        status_parts.costs(studio.film.project.pk),
    )


def _whole(studio: Studio) -> tuple[parts.Part, ...]:
    """What stands on the page of the whole film."""
    return (
        status_parts.head(studio.film),
        status_parts.notes(studio.film),
        picture_parts.player(studio.film, studio.progress),
        *picture_parts.scenes(studio.film, studio.asked),
        story_parts.script(studio.film, studio.asked),
        story_parts.cast(studio.film),
        status_parts.log(studio.film),
    )
