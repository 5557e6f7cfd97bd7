"""Numbers that a video could have: they grow while it is public, fast at first; reports of them come late."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from .youtube_rules import PACIFIC, REPORTED, GoogleError, Video

_HALF_LIFE_S = 3 * 24 * 3600.0
_DAY_S = 24 * 3600.0


def liking(video_id: str) -> float:
    """Return how well a video does, 0 to 1: always the same for the same one."""
    return int.from_bytes(hashlib.sha256(video_id.encode()).digest()[:4], "big") / 2**32


def totals(video: Video, now: float, given: Mapping[str, Any]) -> dict[str, float]:
    """Return a video's totals until `now`; `given` are those that somebody has set."""
    age = max(0.0, now - video.public_since) if video.public_since is not None else 0.0
    luck = liking(video.id)
    views = round((200 + 5000 * luck**3) * (1 - math.exp(-age * math.log(2) / _HALF_LIFE_S)))
    share = 0.35 + 0.4 * luck
    found: dict[str, float] = {"views": views, "averageViewPercentage": round(100 * share, 2)}
    found.update({name: value for name, value in given.items() if name in {"views", "averageViewPercentage"}})
    views, share = round(found["views"]), found["averageViewPercentage"] / 100
    seconds = video.duration_ms / 1000 * share
    found |= {
        "engagedViews": round(views * 0.8),
        "likes": round(views * 0.04),
        "comments": round(views * 0.005),
        "shares": round(views * 0.01),
        "estimatedMinutesWatched": round(views * seconds / 60),
        "averageViewDuration": round(seconds),
        "subscribersGained": round(views * 0.003),
        "subscribersLost": round(views * 0.0005),
    }
    return {**found, **{name: value for name, value in given.items() if name in REPORTED}}


def statistics(found: Mapping[str, float], hidden: Sequence[str]) -> dict[str, str]:
    """Return counters: strings, and without those that the owner hides."""
    names = {"viewCount": "views", "likeCount": "likes", "commentCount": "comments"}
    return {name: str(round(found[of])) for name, of in names.items() if name not in hidden}


def report(
    query: Mapping[str, list[str]], videos: Sequence[Video], now: float, knobs: Mapping[str, Any]
) -> dict[str, Any]:
    """Return a report of the analytics; without rows where there is nothing to tell."""
    metrics = [one for value in query.get("metrics", []) for one in value.split(",")]
    dimensions = [one for value in query.get("dimensions", []) for one in value.split(",")]
    if query.get("ids") != ["channel==MINE"] or not metrics:
        raise GoogleError(400, "badRequest", "Invalid query.", domain="global", named="INVALID_ARGUMENT")
    wanted = _wanted(query)
    some = [video for video in videos if wanted is None or video.id in wanted]
    _check(metrics, dimensions, wanted, query, knobs)
    counted = _counted_until(now, float(knobs.get("lag_h", 60)))
    start, end = (date.fromisoformat(query[name][0]) for name in ("startDate", "endDate"))
    last = min(end, counted)
    if dimensions == ["video"]:
        rows = _by_video(some, metrics, last, knobs)
    elif dimensions == ["day"]:
        rows = _by_day(some, metrics, start, last, knobs)
    elif dimensions == ["elapsedVideoTimeRatio"]:
        rows = _by_moment(some, last, knobs)
    else:
        rows = _summed(some, metrics, last, knobs)
    columns = [{"name": name, "columnType": "DIMENSION", "dataType": "STRING"} for name in dimensions]
    columns += [{"name": name, "columnType": "METRIC", "dataType": "INTEGER"} for name in metrics]
    told: dict[str, Any] = {"kind": "youtubeAnalytics#resultTable", "columnHeaders": columns}
    return {**told, "rows": rows} if rows else told


def _check(
    metrics: list[str],
    dimensions: list[str],
    wanted: set[str] | None,
    query: Mapping[str, list[str]],
    knobs: Mapping[str, Any],
) -> None:
    unknown = set(knobs.get("unsupported", []))
    known = (
        {"audienceWatchRatio", "relativeRetentionPerformance"} if "elapsedVideoTimeRatio" in dimensions else {*REPORTED}
    )
    is_odd = len(dimensions) > 1 or not set(metrics) <= known - unknown
    is_alone = "elapsedVideoTimeRatio" in dimensions and (wanted is None or len(wanted) != 1)
    lacks_most = dimensions == ["video"] and not (query.get("maxResults") and query.get("sort"))
    if is_odd or is_alone or lacks_most or (wanted is not None and len(wanted) > 500):
        raise GoogleError(400, "badRequest", "The query is not supported.", domain="global", named="INVALID_ARGUMENT")


def _wanted(query: Mapping[str, list[str]]) -> set[str] | None:
    for part in ";".join(query.get("filters", [])).split(";"):
        name, _, values = part.partition("==")
        if name == "video":
            return set(values.split(","))
    return None


def _counted_until(now: float, lag_h: float) -> date:
    """Return the last day that is counted whole."""
    return (datetime.fromtimestamp(now, PACIFIC) - timedelta(hours=lag_h)).date() - timedelta(days=1)


def _end_of(day: date) -> float:
    return datetime.combine(day + timedelta(days=1), time(), PACIFIC).astimezone(UTC).timestamp()


def _given(video: Video, knobs: Mapping[str, Any]) -> dict[str, Any]:
    given = knobs.get("figures", {})
    return {**given.get("*", {}), **given.get(video.id, {})}


def _is_told(video: Video, day: date) -> bool:
    return video.public_since is not None and video.public_since < _end_of(day)


def _by_video(videos: Sequence[Video], metrics: list[str], last: date, knobs: Mapping[str, Any]) -> list[list[Any]]:
    rows: list[list[Any]] = []
    for video in videos:
        if _is_told(video, last):
            found = totals(video, _end_of(last), _given(video, knobs))
            rows.append([video.id, *(found[name] for name in metrics)])
    return rows


def _by_day(
    videos: Sequence[Video], metrics: list[str], start: date, last: date, knobs: Mapping[str, Any]
) -> list[list[Any]]:
    rows: list[list[Any]] = []
    day = start
    while day <= last:
        told = [video for video in videos if _is_told(video, day)]
        if told:
            rows.append([day.isoformat(), *(_grown(told, name, day, knobs) for name in metrics)])
        day += timedelta(days=1)
    return rows


def _grown(videos: Sequence[Video], name: str, day: date, knobs: Mapping[str, Any]) -> float:
    end = _end_of(day)
    after = sum(totals(video, end, _given(video, knobs))[name] for video in videos)
    return after - sum(totals(video, end - _DAY_S, _given(video, knobs))[name] for video in videos)


def _summed(videos: Sequence[Video], metrics: list[str], last: date, knobs: Mapping[str, Any]) -> list[list[Any]]:
    told = [totals(video, _end_of(last), _given(video, knobs)) for video in videos if _is_told(video, last)]
    return [[sum(found[name] for found in told) for name in metrics]] if told else []


def _by_moment(videos: Sequence[Video], last: date, knobs: Mapping[str, Any]) -> list[list[Any]]:
    """A hundred points: many leave in the first seconds, then few by few."""
    if not videos or not _is_told(videos[0], last):
        return []
    if knobs.get("retention"):
        return [list(point) for point in knobs["retention"]]
    luck = liking(videos[0].id)
    floor = 0.25 + 0.35 * luck
    return [[i / 100, round(floor + (1.05 - floor) * math.exp(-i / 12), 4)] for i in range(1, 101)]
