"""A video's numbers: counters that are of now, and the analytics' own, which are days late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from publishing.platforms.base import ChannelFigures, Figures
from publishing.platforms.errors import AccountTrouble, Invalid, MissingScope, NeedsSetup

from .api import Api
from .refusals import PACIFIC
from .row import PLATFORM

_METRICS = (
    "views",
    "engagedViews",
    "likes",
    "comments",
    "shares",
    "estimatedMinutesWatched",
    "averageViewDuration",
    "averageViewPercentage",
    "subscribersGained",
)
RECOUNTED = "views_counted_anew_2026_08"
LATE = "analytics_late"
NOT_ALLOWED = "analytics_not_allowed"


def figures(api: Api, ids: Sequence[str], *, since: datetime, now: datetime) -> dict[str, Figures]:
    """Return the numbers of these videos; one that YouTube does not tell of is missing."""
    counters = _counters(api, ids)
    notes = [RECOUNTED] if _day(since) < PLATFORM.breaks[0][0] else []
    reports: dict[str, dict[str, float]] = {}
    as_of = None
    try:
        reports = _reports(api, ids, since, now)
        as_of = _counted_until(api, now)
    except (MissingScope, AccountTrouble, NeedsSetup):
        notes.append(NOT_ALLOWED)
    else:
        notes.extend([] if as_of else [LATE])
    return {
        one: _figures(counters.get(one), reports.get(one), as_of, tuple(notes))
        for one in ids
        if one in counters or one in reports
    }


def retention(api: Api, video_id: str, *, since: datetime, now: datetime) -> list[tuple[float, float]]:
    """Return (share of the film's length, share of viewers who watch there), in order; empty: not known yet."""
    told = api.report(
        startDate=_day(since).isoformat(),
        endDate=_day(now).isoformat(),
        metrics="audienceWatchRatio",
        dimensions="elapsedVideoTimeRatio",
        filters=f"video=={video_id}",
        sort="elapsedVideoTimeRatio",
    )
    rows = _rows(told)
    return sorted((float(row["elapsedVideoTimeRatio"]), float(row["audienceWatchRatio"])) for row in rows)


def channel_figures(api: Api) -> ChannelFigures:
    """Return the channel's own numbers. YouTube does not tell when its audience is there."""
    items = api.read("channels", mine=True, part="statistics").get("items") or [{}]
    told = items[0].get("statistics") or {}
    return ChannelFigures(
        followers=None if told.get("hiddenSubscriberCount") else _count(told, "subscriberCount"),
        views=_count(told, "viewCount"),
        posts=_count(told, "videoCount"),
    )


def _figures(
    counter: Mapping[str, Any] | None,
    report: Mapping[str, float] | None,
    as_of: datetime | None,
    notes: tuple[str, ...],
) -> Figures:
    counter, report = counter or {}, report or {}
    minutes, share = report.get("estimatedMinutesWatched"), report.get("averageViewPercentage")
    return Figures(
        views=_first(_count(counter, "viewCount"), _whole(report, "views")),
        engaged_views=_whole(report, "engagedViews"),
        likes=_first(_count(counter, "likeCount"), _whole(report, "likes")),
        comments=_first(_count(counter, "commentCount"), _whole(report, "comments")),
        shares=_whole(report, "shares"),
        watch_time_s=None if minutes is None else round(minutes * 60),
        average_view_s=report.get("averageViewDuration"),
        average_view_share=None if share is None else share / 100,
        followers_gained=_whole(report, "subscribersGained"),
        as_of=as_of if report else None,
        notes=notes,
    )


def _counters(api: Api, ids: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    found = {}
    for some in _portions(ids, int(api.settings["page"])):
        told = api.read("videos:batchGetStats", part="statistics", id=some)
        found.update({str(item["id"]): item.get("statistics") or {} for item in told.get("items") or []})
    return found


def _reports(api: Api, ids: Sequence[str], since: datetime, now: datetime) -> dict[str, dict[str, float]]:
    found = {}
    for some in _portions(ids, int(api.settings["report_ids"])):
        for row in _report(api, some, since, now):
            video = str(row.pop("video"))
            found[video] = {name: float(value) for name, value in row.items() if value is not None}
    return found


def _report(api: Api, ids: Sequence[str], since: datetime, now: datetime) -> list[dict[str, Any]]:
    asked = {
        "startDate": _day(since).isoformat(),
        "endDate": _day(now).isoformat(),
        "dimensions": "video",
        "filters": f"video=={','.join(ids)}",
        "sort": "-views",
        "maxResults": len(ids),
    }
    try:
        return _rows(api.report(metrics=_METRICS, **asked))
    except Invalid:
        # Not every kind of report knows the newer figure.
        return _rows(api.report(metrics=[name for name in _METRICS if name != "engagedViews"], **asked))


def _counted_until(api: Api, now: datetime) -> datetime | None:
    """Return the end of the last day that YouTube has counted: it leaves out the days that it has not."""
    told = api.report(
        startDate=(_day(now) - timedelta(days=14)).isoformat(),
        endDate=_day(now).isoformat(),
        metrics="views",
        dimensions="day",
        sort="day",
    )
    days = sorted(date.fromisoformat(str(row["day"])) for row in _rows(told))
    return datetime.combine(days[-1] + timedelta(days=1), time(), PACIFIC).astimezone(UTC) if days else None


def _rows(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return a report's rows by name. Where there is nothing to tell, there are no rows at all."""
    names = [str(column["name"]) for column in told.get("columnHeaders") or []]
    return [dict(zip(names, row, strict=False)) for row in told.get("rows") or []]


def _portions(ids: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), most):
        yield ids[start : start + most]


def _day(when: datetime) -> date:
    """Return the day of a time where YouTube counts."""
    return when.astimezone(PACIFIC).date()


def _count(told: Mapping[str, Any], name: str) -> int | None:
    return int(told[name]) if told.get(name) is not None else None


def _whole(told: Mapping[str, float], name: str) -> int | None:
    return round(told[name]) if name in told else None


def _first(one: int | None, other: int | None) -> int | None:
    return other if one is None else one
