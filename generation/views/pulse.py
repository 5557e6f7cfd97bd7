"""Whether anything has changed, asked every two seconds by every open page: two queries, nothing loaded."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery, Sum

from entities.models import LibraryEdit
from generation.models import Job, Run, RunEvent, Slot, Take
from generation.views.access import films_of, jobs_of
from generation.views.parts import digest
from projects.models import Edit


def of_film(user: User, film_id: int) -> str | None:
    """Return what stands for the state of a film; None if the user may not see it."""
    run = Run.objects.filter(project=OuterRef("pk")).order_by("-pk")
    film = films_of(user).filter(pk=film_id)
    facts = film.annotate(
        run=Subquery(run.values("pk")[:1]),
        run_state=Subquery(run.values("state")[:1]),
        run_message=Subquery(run.values("message")[:1]),
        run_until=Subquery(run.values("until")[:1]),
        last_event=Subquery(_newest(RunEvent.objects.filter(run__project=OuterRef("pk")))),
        last_edit=Subquery(_newest(Edit.objects.filter(project=OuterRef("pk")))),
        last_take=Subquery(_newest(Take.objects.filter(asset__library=OuterRef("library")))),
    ).values_list("title", "run", "run_state", "run_message", "run_until", "last_event", "last_edit", "last_take")
    row = facts.first()
    return None if row is None else digest(row, _jobs(Job.objects.filter(project=film_id)))


def of_films(user: User, film_ids: list[int]) -> str:
    """Return what stands for the state of several films together."""
    runs = Run.objects.filter(project__in=film_ids).values_list("pk", "state")
    return digest(list(runs.order_by("pk")), _jobs(jobs_of(user).filter(project__in=film_ids)))


def of_activity(user: User) -> str:
    """Return what stands for the state of all jobs a user may see."""
    return digest(_jobs(jobs_of(user)))


def of_library(library_id: int) -> str:
    """Return what stands for the state of a library: its own jobs, its takes, and what people changed."""
    roles = [Slot.Role.REFERENCE, Slot.Role.SAMPLE]
    jobs = Job.objects.filter(library=library_id, slot__role__in=roles)
    takes = Take.objects.filter(asset__library=library_id)
    edits = LibraryEdit.objects.filter(library=library_id)
    return digest(_jobs(jobs), *(rows.aggregate(last=Max("pk"))["last"] for rows in (takes, edits)))


def _newest(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.order_by("-pk").values("pk")[:1]


def _jobs(jobs: QuerySet[Job]) -> list[Any]:
    """Every move of a job changes one of these figures."""
    figures = (
        jobs.order_by()
        .values_list("state")
        .annotate(Count("pk"), Max("pk"), Max("queued_at"), Max("started_at"), Max("finished_at"), Sum("progress"))
    )
    return sorted(figures)
