"""Whether anything has changed, asked every two seconds by every open page: a few queries, nothing loaded.

What a page shows is worked out from a thousand rows; whether it is still true is told by a few sums over them. Jobs say
what machines do. For what people do there are the journals of the film and of its library, and for what stands in no
journal (which take is used, which are kept or put aside, which models are off) sums that no single change leaves alone.
Every page also shows the figures of the bar, so these are part of what stands for its state.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    F,
    Max,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    When,
)
from django.db.models.expressions import Combinable
from django.utils import timezone

from entities.models import GuideImage, Library, LibraryEdit
from generation.models import Budget, Job, ModelOffer, Run, RunEvent, Slot, SwitchedOff, Take
from generation.views.access import jobs_of
from generation.views.badge import Badge, badge_of, failed_lately
from generation.views.parts import digest
from projects.models import Edit, Project

_IN_FILM: Final = ("project", "scene__project", "segment__project", "shot__scene__project")
_IN_LIBRARY: Final = ("entity__library", "look__character__library")
"""How to get from a slot to the film, or to the library, that it belongs to."""

_SETTINGS: Final = (
    "title",
    "shape",
    "quality",
    "offers",
    "fallbacks",
    "preference",
    "style",
    "narrator",
    "caption_style",
    "music_gain_db",
    "effects_gain_db",
)
"""What of a film is set outside of its journal."""


class Pulse(NamedTuple):
    """What stands for the state of a page, and the figures of the bar that were read with it."""

    since: str
    badge: Badge


def of_film(user: User, film_id: int) -> str | None:
    """Return what stands for the state of a film; None if the user may not see it."""
    found = felt(user, film_id)
    return found.since if found else None


def felt(user: User, film_id: int) -> Pulse | None:
    """Return the same with the figures of the bar, so that a page need not ask for them once more."""
    row = _asked(_film_query(timezone.localdate()), user.pk, film_id)
    if row is None:
        return None
    badge = Badge(*(figure or 0 for figure in row[-2:]))
    return Pulse(digest(row, _jobs(Job.objects.filter(project=film_id))), badge)


@lru_cache(maxsize=2)
def _film_query(day: date) -> Prepared:
    run = Run.objects.filter(project=OuterRef("pk")).order_by("-pk")
    budgets = Budget.objects.filter(Q(project=None) | Q(project=OuterRef("pk")), library=OuterRef("library"))
    facts = Project.objects.filter(library__memberships__user=_USER, pk=_ROW).annotate(
        run=Subquery(run.values("pk")[:1]),
        run_state=Subquery(run.values("state")[:1]),
        run_message=Subquery(run.values("message")[:1]),
        run_until=Subquery(run.values("until")[:1]),
        last_event=_newest(RunEvent.objects.filter(run__project=OuterRef("pk"))),
        last_edit=_newest(Edit.objects.filter(project=OuterRef("pk"))),
        limits=_sum(budgets, "library", F("micros") * Case(When(project=None, then=2), default=1)),
        **_choices(_IN_FILM, OuterRef("pk")),
        **_of_library(OuterRef("library")),
        **_of_bar(),
    )
    prepared: Prepared = facts.values_list(*_SETTINGS, *facts.query.annotations).query.sql_with_params()
    return prepared


def of_films(user: User, film_ids: list[int]) -> str:
    """Return what stands for the state of several films together."""
    runs = Run.objects.filter(project__in=film_ids).values_list("pk", "state")
    return digest(list(runs.order_by("pk")), _jobs(jobs_of(user).filter(project__in=film_ids)), badge_of(user))


def of_activity(user: User) -> str:
    """Return what stands for the state of all jobs a user may see."""
    return digest(_jobs(jobs_of(user)))


def of_library(user: User, library_id: int) -> str:
    """Return what stands for the state of a library: its own jobs, its takes, and what people changed and chose."""
    roles = [Slot.Role.REFERENCE, Slot.Role.SAMPLE]
    jobs = Job.objects.filter(library=library_id, slot__role__in=roles)
    return digest(_jobs(jobs), _asked(_library_query(timezone.localdate()), user.pk, library_id))


@lru_cache(maxsize=2)
def _library_query(day: date) -> Prepared:
    facts = _of_library(OuterRef("pk")) | _of_bar()
    rows = Library.objects.filter(pk=_ROW).annotate(**facts).values_list("name", *facts)
    prepared: Prepared = rows.query.sql_with_params()
    return prepared


# --- Prepared queries -------------------------------------------------------------------------------

Prepared = tuple[str, tuple[Any, ...]]
"""SQL and its parameters. To put such a long query together costs ten times what the database takes to answer it."""

_USER: Final = -1_000_001
_ROW: Final = -1_000_002
"""What stands in a prepared query for the user and for the film or library that is asked about."""


def _asked(prepared: Prepared, user_id: int, row_id: int) -> tuple[Any, ...] | None:
    sql, parameters = prepared
    meant = {_USER: user_id, _ROW: row_id}
    with connection.cursor() as cursor:
        cursor.execute(sql, [meant.get(value, value) for value in parameters])
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row


# --- Sums -------------------------------------------------------------------------------------------


def _of_library(library: Combinable) -> dict[str, Any]:
    """What is changed for all films of a library at once: people, places, styles, and the models that may be used."""
    guides = GuideImage.objects.filter(entity__library=library)
    return {
        "last_take": _newest(Take.objects.filter(asset__library=library)),
        "last_library_edit": _newest(LibraryEdit.objects.filter(library=library)),
        "guide_order": _sum(guides, "entity__library", F("pk") * (F("position") + 1)),
        "models_on": _sum(ModelOffer.objects.filter(is_on=True), "is_on", F("pk")),
        "models_off": _sum(SwitchedOff.objects.filter(library=library), "library", F("offer") * F("pk")),
        **_choices(_IN_LIBRARY, library),
    }


def _of_bar() -> dict[str, Any]:
    """The figures beside the word Activity, as `badge_of` counts them."""
    parts = {"bar_open": Q(state__in=Job.ACTIVE), "bar_failed": failed_lately()}
    whose = "library__memberships__user"
    mine = Job.objects.filter(**{whose: _USER})
    return {
        name: Subquery(mine.filter(part).order_by().values(whose).annotate(n=Count("pk")).values("n")[:1])
        for name, part in parts.items()
    }


def _choices(paths: tuple[str, ...], owner: Combinable) -> dict[str, Any]:
    """What people chose among takes: which are used, which stay whatever comes, which are put aside."""
    marked = Q(is_kept=True) | Q(removed_at__isnull=False)
    mark = Case(When(is_kept=True, then=1), default=2)
    found: dict[str, Any] = {}
    for path in paths:
        used = Slot.objects.filter(**{path: owner}, selected_take__isnull=False)
        takes = Take.objects.filter(marked, **{f"slot__{path}": owner})
        name = path.replace("__", "_")
        found[f"used_{name}"] = _sum(used, path, F("pk") * F("selected_take"))
        found[f"marked_{name}"] = _sum(takes, f"slot__{path}", F("pk") * mark)
    return found


def _sum(rows: QuerySet[Any], owner: str, amount: Combinable) -> Subquery:
    total = Sum(amount, output_field=BigIntegerField())
    return Subquery(rows.order_by().values(owner).annotate(total=total).values("total")[:1])


def _newest(rows: QuerySet[Model]) -> Subquery:
    return Subquery(rows.order_by("-pk").values("pk")[:1])


def _jobs(jobs: QuerySet[Job]) -> list[Any]:
    """Every move of a job changes one of these figures."""
    figures = (
        jobs.order_by()
        .values_list("state")
        .annotate(Count("pk"), Max("pk"), Max("queued_at"), Max("started_at"), Max("finished_at"), Sum("progress"))
    )
    return sorted(figures)
