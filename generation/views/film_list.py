"""The films as cards: a picture, a title, how it stands. A constant number of queries for any number of films."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from generation.graph import STEPS
from generation.models import Asset, Job, Rendition, Run, Slot
from generation.views import wording
from generation.views.access import films_of
from generation.views.media import media_url
from generation.views.parts import Part
from projects.models import Project

STATE_WORDS = {
    "": gettext_lazy("Not started"),
    Run.State.RUNNING: gettext_lazy("In the making"),
    Run.State.PAUSED: gettext_lazy("Paused"),
    Run.State.STOPPED: gettext_lazy("Needs you"),
    Run.State.FINISHED: gettext_lazy("Finished"),
    Run.State.CANCELLED: gettext_lazy("Stopped"),
}
STATE_ICONS = {
    "": "later",
    Run.State.RUNNING: "working",
    Run.State.PAUSED: "paused",
    Run.State.STOPPED: "failed",
    Run.State.FINISHED: "done",
    Run.State.CANCELLED: "stopped",
}


@dataclass(frozen=True)
class FilmCard:
    """What a card shows."""

    pk: int
    title: str
    shape: str
    length: str
    poster: str
    palette: tuple[str, ...]
    state: str
    word: str
    icon: str
    doing: str
    made_on: str


def listed(user: User) -> QuerySet[Project]:
    """Return the user's films, newest first, each with what its card needs of the rows around it."""
    frames = Slot.objects.filter(
        role=Slot.Role.FRAME, shot__scene__project=OuterRef("pk"), selected_take__isnull=False
    ).order_by("shot__scene__position", "shot__position")
    runs = Run.objects.filter(project=OuterRef("pk")).order_by("-pk")
    films = Rendition.objects.filter(project=OuterRef("pk"), take__slot__selected_take=F("take")).order_by("-pk")
    return (
        films_of(user)
        .order_by("-created_at", "-pk")
        .annotate(
            poster_id=Subquery(frames.values("selected_take__asset")[:1]),
            run_state=Subquery(runs.values("state")[:1]),
            duration_ms=Subquery(films.values("duration_ms")[:1]),
        )
    )


def cards(films: Sequence[Project]) -> tuple[Part, ...]:
    """Return one part per film; `films` come from `listed`."""
    posters = Asset.objects.in_bulk([film.poster_id for film in films if film.poster_id])  # type: ignore[attr-defined]
    running = [film.pk for film in films if film.run_state == Run.State.RUNNING]  # type: ignore[attr-defined]
    doing = _doing(running) if running else {}
    return tuple(_card(film, posters, doing.get(film.pk, "")) for film in films)


def running_ids(films: Iterable[Project]) -> list[int]:
    """Return which of the films are being made."""
    return [film.pk for film in films if film.run_state == Run.State.RUNNING]  # type: ignore[attr-defined]


def _card(film: Project, posters: dict[int, Asset], doing: str) -> Part:
    state = film.run_state or ""  # type: ignore[attr-defined]
    duration = film.duration_ms  # type: ignore[attr-defined]
    shows = FilmCard(
        pk=film.pk,
        title=wording.title(film),
        shape=film.shape.replace(":", "x"),
        length=wording.clock(duration) if duration else "",
        poster=media_url(posters.get(film.poster_id)),  # type: ignore[attr-defined]
        palette=tuple(film.style.get("palette", ())),
        state=state or "none",
        word=str(STATE_WORDS[state]),
        icon=STATE_ICONS[state],
        doing=doing or (_("Starting") if state == Run.State.RUNNING else ""),
        made_on=date_format(film.created_at, _("j F Y")),
    )
    return Part(f"film-{film.pk}", "generation/_film_card.html", shows)


def _doing(film_ids: list[int]) -> dict[int, str]:
    """Say for each film which kind of work is under way, and how much of it is made: “Clips 12 of 30”."""
    owner = Coalesce("project", "segment__project", "scene__project", "shot__scene__project")
    belongs = Q(project__in=film_ids) | Q(segment__project__in=film_ids)
    belongs |= Q(scene__project__in=film_ids) | Q(shot__scene__project__in=film_ids)
    rows = (
        Slot.objects.filter(belongs)
        .values(film=owner, kind=F("role"))
        .annotate(all=Count("pk"), made=Count("selected_take"))
    )
    counts = {(row["film"], row["kind"]): (row["made"], row["all"]) for row in rows.order_by()}
    busy: dict[int, set[str]] = defaultdict(set)
    active = Job.objects.filter(project__in=film_ids, state__in=Job.ACTIVE)
    for film_id, role in active.values_list("project", "slot__role").distinct():
        busy[film_id or 0].add(role)
    return {film_id: _sentence(film_id, busy[film_id], counts) for film_id in film_ids}


def _sentence(film_id: int, roles: set[str], counts: dict[tuple[int, str], tuple[int, int]]) -> str:
    step = next((step for step in STEPS if step.role in roles), None)
    if step is None:
        return ""
    made, total = counts.get((film_id, step.role), (0, 0))
    return (
        _("%(what)s %(made)d of %(total)d") % {"what": step.label, "made": made, "total": total}
        if total > 1
        else step.label
    )
