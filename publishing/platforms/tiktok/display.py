"""The Display API: an account's public videos and their numbers. It knows no watch time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from publishing.platforms.base import ChannelFigures, Figures, Post

from .client import TikTok
from .draft import caption
from .row import PLATFORM

_NUMBERS = "id,view_count,like_count,comment_count,share_count"
_MARKS = "id,create_time,title,video_description,duration,share_url"
_CLOCKS_DIFFER = timedelta(minutes=2)
_LONGEST_OFF_S = 2
"""TikTok tells whole seconds, and cuts or rounds them."""


def numbers(wire: TikTok, ids: Sequence[str]) -> dict[str, Figures]:
    """Return the numbers of these videos; those that TikTok does not tell of are missing."""
    found: dict[str, Figures] = {}
    for some in _in_batches(ids):
        data = wire.look("/v2/video/query/", {"filters": {"video_ids": some}}, fields=_NUMBERS)
        for video in _videos(data):
            found[str(video["id"])] = Figures(
                views=_count(video.get("view_count")),
                likes=_count(video.get("like_count")),
                comments=_count(video.get("comment_count")),
                shares=_count(video.get("share_count")),
            )
    return found


def account_numbers(wire: TikTok) -> ChannelFigures:
    """Return the account's own numbers."""
    user = wire.look("/v2/user/info/", method="GET", fields="follower_count,video_count").get("user") or {}
    return ChannelFigures(followers=_count(user.get("follower_count")), posts=_count(user.get("video_count")))


def link(wire: TikTok, video_id: str) -> str | None:
    """Return where a video is seen ("" where TikTok does not say); None if it cannot be seen (any more)."""
    data = wire.look("/v2/video/query/", {"filters": {"video_ids": [video_id]}}, fields="id,share_url")
    rows = [video for video in _videos(data) if str(video["id"]) == video_id]
    return _address(rows[0].get("share_url")) if rows else None


def lost(wire: TikTok, post: Post, *, since: datetime, taken: frozenset[str]) -> list[tuple[str, str]]:
    """Return (id, address) of the public videos made since then that look like this post and are nobody else's."""
    wanted = _plain(caption(post))
    return [
        (str(video["id"]), _address(video.get("share_url")))
        for video in _newest(wire, since - _CLOCKS_DIFFER)
        if str(video["id"]) not in taken and _is_like(video, wanted, post.duration_ms)
    ]


def _newest(wire: TikTok, since: datetime) -> Iterator[Mapping[str, Any]]:
    cursor: int | None = None
    while True:
        body: dict[str, Any] = {"max_count": PLATFORM.settings["ids_at_once"]}
        if cursor is not None:
            body["cursor"] = cursor
        data = wire.look("/v2/video/list/", body, fields=_MARKS)
        for video in _videos(data):
            if int(video.get("create_time") or 0) < since.timestamp():
                return
            yield video
        before, cursor = cursor, data.get("cursor")
        if not data.get("has_more") or not isinstance(cursor, int) or cursor == before:
            return


def _is_like(video: Mapping[str, Any], wanted: str, duration_ms: int) -> bool:
    told = {_plain(str(video.get(field) or "")) for field in ("video_description", "title")}
    length_s = video.get("duration")
    is_as_long = not isinstance(length_s, int | float) or abs(length_s - duration_ms / 1000) <= _LONGEST_OFF_S
    return wanted in told and is_as_long


def _plain(text: str) -> str:
    return " ".join(text.split())


def _videos(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rows = data.get("videos")
    return [row for row in rows if isinstance(row, dict) and row.get("id")] if isinstance(rows, list) else []


def _count(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _address(value: Any) -> str:
    text = str(value or "")
    return text if text.startswith(("https://", "http://")) and len(text) <= 500 else ""


def _in_batches(ids: Sequence[str]) -> Iterator[list[str]]:
    most = PLATFORM.settings["ids_at_once"]
    unique = list(dict.fromkeys(one for one in ids if one))
    for start in range(0, len(unique), most):
        yield unique[start : start + most]
