"""What came of the films that went out: all posts of a library beside each other, and what they teach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from generation.http import StudioRequest
from generation.views import tables
from projects.models import Finding
from publishing import findings, services
from publishing.models import Channel, Publication, Snapshot
from publishing.views import figures_charts
from publishing.views.access import demand_editor, libraries_of, library_to_see
from publishing.views.figures_words import BY_NAME, COLUMNS, Column, age, cell, lag

MOST_ROWS: Final = 200
COMPARED: Final = 4
"""So many posts are drawn until somebody chooses."""


@dataclass(frozen=True)
class Cell:
    """One number in the table; `told` is empty where the platform does not say."""

    label: str
    told: str
    name: str


@dataclass(frozen=True)
class Row:
    """One post in the table."""

    post: Publication
    title: str
    place: str
    cells: tuple[Cell, ...]
    age: str
    is_drawn: bool


@dataclass(frozen=True)
class Taught:
    """A finding as it is shown."""

    finding: Finding
    words: str
    sureness: str


@require_safe
def numbers(request: StudioRequest) -> HttpResponse:
    """Show the numbers of a library's posts."""
    libraries = libraries_of(request)
    library = library_to_see(request, _number(request.GET.get("library")) or libraries[0].pk)
    posts = _posts(library.pk)
    drawn = _chosen(request, posts)
    column = BY_NAME.get(request.GET.get("figure", ""), COLUMNS[0])
    channels = Channel.objects.filter(library=library.pk).prefetch_related("snapshots")
    pairs = [(post, snapshots) for post, snapshots in posts if post.pk in drawn]
    columns = [each for each in COLUMNS if any(_latest(rows, each) for _post, rows in posts)] or list(COLUMNS[:3])
    return render(
        request,
        "publishing/numbers.html",
        {
            "libraries": libraries,
            "library": library,
            "rows": [_row(post, snapshots, columns, post.pk in drawn) for post, snapshots in posts],
            "columns": columns,
            "column": column,
            "chart": mark_safe(figures_charts.side_by_side(pairs, column)),  # noqa: S308 - drawn and escaped by us
            "followers": mark_safe(figures_charts.followers(list(channels))),  # noqa: S308
            "lags": _lags(post for post, _rows in posts),
            "taught": [_taught(finding) for finding in Finding.objects.filter(library=library.pk)],
            "may_edit": library.role in {"owner", "editor"},
            "file": f"{reverse('publishing:numbers-file')}?library={library.pk}",
            "nav": "publish",
            "tab": "numbers",
        },
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 18 else 0


def _posts(library_id: int) -> list[tuple[Publication, list[Snapshot]]]:
    """Return the newest posts that were made, each with its snapshots in order."""
    live = Publication.objects.filter(library=library_id, published_at__isnull=False, state__in=["live", "taken_down"])
    rows = live.select_related("channel", "project").prefetch_related("snapshots").order_by("-published_at")[:MOST_ROWS]
    return [(post, list(post.snapshots.all())) for post in rows]


def _chosen(request: StudioRequest, posts: Sequence[tuple[Publication, Sequence[Snapshot]]]) -> set[int]:
    wanted = {_number(text) for text in request.GET.getlist("post")}
    there = [post.pk for post, snapshots in posts if snapshots]
    return wanted & {post.pk for post, _ in posts} or set(there[:COMPARED])


def _latest(snapshots: Sequence[Snapshot], column: Column) -> str:
    """The last time that a platform told this number."""
    told = (cell(row, column) for row in reversed(snapshots))
    return next(filter(None, told), "")


def _row(post: Publication, snapshots: Sequence[Snapshot], columns: Sequence[Column], is_drawn: bool) -> Row:  # noqa: FBT001
    return Row(
        post=post,
        title=figures_charts.label_of(post),
        place=post.channel.name,
        cells=tuple(Cell(str(column.label), _latest(snapshots, column), column.name) for column in columns),
        age=age(timezone.now() - post.published_at) if post.published_at else "",
        is_drawn=is_drawn,
    )


def _lags(posts: Iterator[Publication]) -> list[str]:
    """Say of each platform that counts late how late it is."""
    platforms = {post.channel.platform: None for post in posts}
    specs = [services.spec_of(platform) for platform in platforms]
    return [f"{spec.label} {lag(spec.figure_lag_h)}" for spec in specs if lag(spec.figure_lag_h)]


def _taught(finding: Finding) -> Taught:
    chance = float(finding.evidence.get("chance") or 0)
    return Taught(
        finding,
        findings.sentence(finding.key, finding.evidence),
        _("Among shuffled films a difference like this comes once in %(n)d times.") % {"n": max(1, round(1 / chance))}
        if chance
        else "",
    )


@require_POST
def switch_finding(request: StudioRequest, finding_id: int) -> HttpResponse:
    """Let films be planned with a finding, or not."""
    finding = Finding.objects.filter(pk=finding_id, library__memberships__user=request.user).first()
    if finding is None:
        return HttpResponse(status=404)
    demand_editor(request.user, finding.library_id)
    Finding.objects.filter(pk=finding.pk).update(is_off=request.POST.get("use") != "on")
    return redirect(f"{reverse('publishing:numbers')}?library={finding.library_id}#findings")


FILE_COLUMNS: Final = (
    "taken_at", "counted_until", "film", "title", "platform", "channel", "published_at", "url",
    *(column.name for column in COLUMNS), "reach", "average_view_s", "notes",
)  # fmt: skip


@require_safe
def numbers_file(request: StudioRequest) -> StreamingHttpResponse:
    """Send every number of a library that was ever told as a table."""
    library = library_to_see(request, _number(request.GET.get("library")))
    rows = Snapshot.objects.filter(publication__library=library.pk).order_by("publication", "taken_at")
    told = rows.select_related("publication__project", "publication__channel").iterator(chunk_size=500)
    return tables.file(f"numbers-{library.pk}.csv", FILE_COLUMNS, map(_values, told))


def _values(row: Snapshot) -> tuple[Any, ...]:
    post = row.publication
    numbers = (getattr(row, column.name) for column in COLUMNS)
    return (
        row.taken_at.isoformat(),
        _moment(row.as_of),
        post.project.title,
        str(post.text.get("title") or ""),
        post.channel.platform,
        post.channel.name,
        _moment(post.published_at),
        post.url,
        *("" if number is None else number for number in numbers),
        "" if row.reach is None else row.reach,
        "" if row.average_view_s is None else row.average_view_s,
        " ".join(row.notes),
    )


def _moment(at: datetime | None) -> str:
    return at.isoformat() if at else ""
