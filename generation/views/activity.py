"""Every job of the user's libraries: what is being made, what waits, what failed, what it took and cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from generation import services
from generation.graph import STEP_OF
from generation.http import StudioRequest, wants_partial
from generation.models import Job, LedgerEntry, LostRace
from generation.views import parts, pulse, wording
from generation.views.access import job_to_change, jobs_of, libraries_to_fill
from generation.views.film import try_again
from generation.views.parts import Part

PER_PAGE = 40
SHOWN = {
    "all": ("Everything", Q()),
    "open": ("Under way", Q(state__in=Job.ACTIVE)),
    "failed": ("Failed", Q(state=Job.State.FAILED)),
    "done": ("Done", Q(state=Job.State.SUCCEEDED)),
}
STATE_WORDS = {
    Job.State.QUEUED: ("waiting", "Waiting"),
    Job.State.RUNNING: ("working", "Working"),
    Job.State.WAITING: ("working", "At the vendor"),
    Job.State.COLLECTING: ("working", "Storing"),
    Job.State.UNCONFIRMED: ("failed", "No answer seen"),
    Job.State.SUCCEEDED: ("done", "Done"),
    Job.State.FAILED: ("failed", "Failed"),
    Job.State.CANCELLED: ("stopped", "Cancelled"),
}


@dataclass(frozen=True)
class JobRow:
    """One line of the list."""

    pk: int
    film: str
    film_id: int
    step: str
    model: str
    state: str
    word: str
    percent: int
    took: str
    cost: str
    problem: str
    asked_at: str
    may_retry: bool
    may_cancel: bool


@require_safe
def activity(request: StudioRequest) -> HttpResponse:
    """Show the jobs, newest first."""
    return render(request, "generation/activity.html", _context(request, request.GET))


@require_safe
def live(request: StudioRequest) -> HttpResponse:
    """Send the rows that changed; nothing (204) while none did."""
    if pulse.of_activity(request.user) == request.GET.get("since"):
        return HttpResponse(status=204)
    return _changed(request, request.GET)


@require_POST
def change(request: StudioRequest, job_id: int, wish: str) -> HttpResponse:
    """Try a failed job again, or cancel one that is not finished."""
    job = job_to_change(request, job_id)
    if wish == "retry":
        if job.state == Job.State.FAILED:
            try_again(request, job)
    elif wish == "cancel":
        _cancel(request, job)
    else:
        raise Http404
    return _changed(request, request.POST) if wants_partial(request) else redirect("generation:activity")


def _cancel(request: StudioRequest, job: Job) -> None:
    try:
        services.cancel_job(job)
    except (LostRace, ValueError):
        messages.info(request, "It had finished before it could be cancelled.")
    else:
        messages.success(request, "Cancelled.")


def _changed(request: StudioRequest, parameters: Any) -> HttpResponse:
    context = _context(request, parameters)
    changed = list(parts.changed([context["list"]], parts.seen_by(parameters)))
    return render(request, "generation/activity_live.html", {**context, "changed": changed, "oob": True})


def _context(request: StudioRequest, parameters: Any) -> dict[str, Any]:
    since = pulse.of_activity(request.user)
    show = parameters.get("show", "all")
    show = show if show in SHOWN else "all"
    page = Paginator(_listed(request, SHOWN[show][1]), PER_PAGE).get_page(parameters.get("page"))
    counts = jobs_of(request.user).aggregate(**{key: Count("pk", filter=where) for key, (_, where) in SHOWN.items()})
    tabs = tuple((key, label, counts[key], key == show) for key, (label, _) in SHOWN.items())
    return {
        "list": Part("jobs", "generation/_jobs.html", (tabs, page.number, page.paginator.num_pages), _rows(page)),
        "page": page,
        "show": show,
        "since": since,
        "is_live": bool(counts["open"]),
        "nav": "activity",
    }


def _listed(request: StudioRequest, where: Q) -> QuerySet[Job]:
    paid = LedgerEntry.objects.filter(job=OuterRef("pk"), kind__in=["settled", "wasted"]).order_by()
    return (
        jobs_of(request.user)
        .filter(where)
        .select_related("slot", "project", "offer")
        .annotate(
            paid=Coalesce(Subquery(paid.values("job").annotate(sum=Sum("amount_micros")).values("sum")), 0),
            is_mine=Q(library__in=libraries_to_fill(request.user).order_by().values("pk")),
        )
        .order_by("-pk")
    )


def _rows(page: Page[Job]) -> tuple[Part, ...]:
    return tuple(Part(f"job-{job.pk}", "generation/_job.html", _row(job)) for job in page.object_list)


def _row(job: Job) -> JobRow:
    state, word = STATE_WORDS[Job.State(job.state)]
    is_mine: bool = job.is_mine  # type: ignore[attr-defined]
    return JobRow(
        pk=job.pk,
        film=wording.title(job.project) if job.project else "Library",
        film_id=job.project_id or 0,
        step=STEP_OF[job.slot.role].label,
        model=job.offer.label if job.offer else "SceneMe",
        state=state,
        word=word,
        percent=job.progress if job.state == Job.State.RUNNING else 0,
        took=_took(job),
        cost=wording.dollars(job.paid) if job.paid else "free" if job.is_free else "",  # type: ignore[attr-defined]
        problem=job.error_detail or _doubt(job),
        asked_at=_when(job),
        may_retry=is_mine and job.state == Job.State.FAILED,
        may_cancel=is_mine and not job.is_final,
    )


def _took(job: Job) -> str:
    if job.started_at is None or job.finished_at is None:
        return ""
    return wording.took((job.finished_at - job.started_at).total_seconds())


def _doubt(job: Job) -> str:
    if job.state != Job.State.UNCONFIRMED:
        return ""
    return (
        "It was sent, but no answer was seen: it may have been paid for. Look at the vendor's own list, then cancel it."
    )


def _when(job: Job) -> str:
    at = timezone.localtime(job.created_at)
    return f"{at:%H:%M}" if at.date() == timezone.localdate() else f"{at:%-d %b %H:%M}"
