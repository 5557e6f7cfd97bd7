"""Numbers of reels and of the account. A reel's may take two days to be whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from publishing.platforms.base import ChannelFigures, Figures
from publishing.platforms.errors import Invalid, MissingScope

from .graph import Graph
from .refusals import Missing

METRICS = (
    "views",
    "reach",
    "likes",
    "comments",
    "shares",
    "saved",
    "ig_reels_avg_watch_time",
    "ig_reels_video_view_total_time",
)
"""What becomes a figure of ours; Instagram has more."""

_FIELDS = "like_count,comments_count"


def of_posts(graph: Graph, remote_ids: Sequence[str]) -> dict[str, Figures]:
    """Return the numbers of posts; one that cannot be read is missing."""
    asked: tuple[str, ...] = METRICS
    found: dict[str, Figures] = {}
    for remote_id in remote_ids:
        try:
            told, asked = _insights(graph, remote_id, asked)
        except Missing:
            continue
        except MissingScope:
            # What everybody sees may be read without it.
            told = {}
        figures = _figures(told, _fields(graph, remote_id) if not told else {})
        if figures != Figures():
            found[remote_id] = figures
    return found


def of_account(graph: Graph, account: str) -> ChannelFigures:
    """Return the account's own numbers. Its views are told for a day only, which is no total: they are left out."""
    found = graph.get(account, fields="followers_count,media_count")
    return ChannelFigures(followers=_whole(found.get("followers_count")), posts=_whole(found.get("media_count")))


def _insights(graph: Graph, remote_id: str, asked: tuple[str, ...]) -> tuple[dict[str, float], tuple[str, ...]]:
    """Return the numbers and which of them can be asked for at once: one that is not known spoils the whole answer."""
    if not asked:
        return _one_by_one(graph, remote_id)
    try:
        return _read(graph.get(f"{remote_id}/insights", metric=",".join(asked))), asked
    except Missing:
        raise
    except Invalid:
        return _one_by_one(graph, remote_id)


def _one_by_one(graph: Graph, remote_id: str) -> tuple[dict[str, float], tuple[str, ...]]:
    found: dict[str, float] = {}
    known: list[str] = []
    for metric in METRICS:
        try:
            found |= _read(graph.get(f"{remote_id}/insights", metric=metric))
        except Invalid:
            continue
        known.append(metric)
    return found, tuple(known)


def _fields(graph: Graph, remote_id: str) -> dict[str, Any]:
    try:
        return graph.get(remote_id, fields=_FIELDS)
    except Missing:
        return {}


def _read(answer: Mapping[str, Any]) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in answer.get("data") or ():
        values = row.get("values") or [row.get("total_value") or {}]
        value = values[0].get("value") if values and isinstance(values[0], Mapping) else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            found[str(row.get("name"))] = value
    return found


def _figures(told: Mapping[str, float], fields: Mapping[str, Any]) -> Figures:
    total_ms, average_ms = told.get("ig_reels_video_view_total_time"), told.get("ig_reels_avg_watch_time")
    return Figures(
        views=_whole(told.get("views")),
        reach=_whole(told.get("reach")),
        likes=_whole(told.get("likes", fields.get("like_count"))),
        comments=_whole(told.get("comments", fields.get("comments_count"))),
        shares=_whole(told.get("shares")),
        saves=_whole(told.get("saved")),
        watch_time_s=None if total_ms is None else round(total_ms / 1000),
        average_view_s=None if average_ms is None else average_ms / 1000,
    )


def _whole(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
