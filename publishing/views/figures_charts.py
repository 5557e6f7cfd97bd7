"""The charts of the numbers: what is drawn, from which rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from publishing import charts, services
from publishing.charts import Chart, Line, Mark
from publishing.models import Channel, Publication, Snapshot
from publishing.views.figures_words import Column

LONGEST_LABEL = 22


def over_time(post: Publication, snapshots: Sequence[Snapshot], column: Column) -> str:
    """Draw one number of one post from its beginning; "" where there is nothing to draw."""
    points = [(row.taken_at, float(value)) for row in snapshots if (value := getattr(row, column.name)) is not None]
    if not points:
        return ""
    if post.published_at and not column.is_share:
        points.insert(0, (post.published_at, 0.0))
    marks = [
        Mark(at, told)
        for at, told in breaks_of(post.channel.platform, column.name)
        if points[0][0] <= at <= points[-1][0]
    ]
    summary = _("%(label)s, from %(first)s to %(last)s") % {
        "label": column.label, "first": column.told(points[0][1]), "last": column.told(points[-1][1])
    }  # fmt: skip
    return charts.svg(
        Chart(
            str(column.label),
            summary,
            [Line("", points)],
            marks,
            told=column.told,
            is_share=column.is_share,
            is_time=column.is_time,
        )
    )


def side_by_side(posts: Sequence[tuple[Publication, Sequence[Snapshot]]], column: Column) -> str:
    """Draw one number of several posts by their age in days; "" where there is nothing to draw."""
    lines = []
    for post, snapshots in posts[: charts.MOST_LINES]:
        if post.published_at is None:
            continue
        points = [
            ((row.taken_at - post.published_at).total_seconds() / 86_400, float(value))
            for row in snapshots
            if (value := getattr(row, column.name)) is not None
        ]
        if points:
            lines.append(Line(label_of(post), [(0.0, 0.0), *points] if not column.is_share else points))
    if not lines:
        return ""
    told = "; ".join(f"{line.label}: {column.told(line.points[-1][1])}" for line in lines)
    return charts.svg(
        Chart(
            str(column.label), told, lines, x_label=_("Days since it was published"), told=column.told,
            is_share=column.is_share, is_time=column.is_time, is_wide=True,
        )
    )  # fmt: skip


def followers(channels: Sequence[Channel]) -> str:
    """Draw the followers of each channel over time; "" where none is known."""
    lines = []
    for channel in channels[: charts.MOST_LINES]:
        points = [(row.taken_at, float(row.followers)) for row in channel.snapshots.all() if row.followers is not None]
        if points:
            lines.append(Line(_short(channel.name), points))
    if not lines:
        return ""
    told = "; ".join(f"{line.label}: {line.points[-1][1]:,.0f}" for line in lines)
    return charts.svg(Chart(_("Followers"), told, lines, is_wide=True))


def breaks_of(platform: str, figure: str) -> list[tuple[datetime, str]]:
    """Return when a platform changed what a number means, and how."""
    return [
        (datetime(day.year, day.month, day.day, tzinfo=UTC), _(told))
        for day, name, told in services.spec_of(platform).breaks
        if name == figure
    ]


def label_of(post: Publication) -> str:
    """Return how a post is called at the end of its line."""
    return _short(str(post.text.get("title") or post.project.title or post.project))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"
