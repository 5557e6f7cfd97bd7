"""Finding a film whose upload's answer was lost: its session knows, and after that the owner's list of uploads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from publishing.platforms.base import Committed, Handle, NotThere, Post, Undecided
from publishing.platforms.errors import Rejected, SessionGone

from .api import Api
from .login import uploads_of
from .session import Session, looked_at, name_of

_EARLY = timedelta(minutes=10)
"""Its clock and ours need not agree."""
_PARTS = "id,snippet,status,contentDetails,fileDetails,processingDetails"


def reconciled(
    api: Api, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
) -> Committed | NotThere | Undecided:
    """Find out what came of the last chunk."""
    try:
        session = looked_at(api, Session(str(handle["session"]), post.size))
    except SessionGone:
        return _found(api, post, handle, since=since, taken=taken)
    if session.video is not None:
        return committed(api, handle, session.video_id)
    if session.offset >= post.size:
        return Undecided(
            ("YouTube has every byte of the film and has not yet said which video it became.",), again_after_s=30
        )
    return NotThere("commit", {**handle, "session": session.address, "offset": session.offset, "was_sent": True})


def committed(api: Api, handle: Handle, video_id: str) -> Committed:
    """Return the post that was made."""
    kept = {**handle, "video_id": video_id, "made_at": handle.get("made_at") or datetime.now(UTC).isoformat()}
    return Committed(kept, video_id, watch_url(api, video_id))


def watch_url(api: Api, video_id: str) -> str:
    """Return where a video is watched. A Short is shown there too."""
    return f"{api.addresses['watch']}/watch?v={video_id}"


def _found(
    api: Api, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
) -> Committed | NotThere | Undecided:
    """Look through the newest uploads for our mark. That it is not there proves nothing: then a person decides."""
    searched, likely, unread = 0, [], 0
    ours: list[str] = []
    for video in _newest(api, since - _EARLY):
        searched += 1
        file = video.get("fileDetails") or {}
        if video["id"] in taken:
            continue
        if file.get("fileName") == name_of(post) and str(file.get("fileSize")) == str(post.size):
            ours.append(str(video["id"]))
        elif not file.get("fileName"):
            unread += 1
            likely.append(video)
        elif (video.get("snippet") or {}).get("title") == str(post.text.get("title", "")).strip():
            likely.append(video)
    if len(ours) == 1:
        return committed(api, handle, ours[0])
    return Undecided(tuple(_evidence(api, since, searched, ours, likely, unread)), again_after_s=300)


def _newest(api: Api, since: datetime) -> Iterator[Mapping[str, Any]]:
    """Yield the channel's uploads since a time, the newest first, as their owner sees them."""
    playlist, page = _uploads(api), None
    for _ in range(int(api.settings["pages_searched"])):
        try:
            told = api.read(
                "playlistItems",
                part="contentDetails,snippet",
                playlistId=playlist,
                maxResults=api.settings["page"],
                pageToken=page,
            )
        except Rejected:
            return  # A channel's list of uploads begins with its first one.
        items = told.get("items") or []
        fresh = [item for item in items if _when(item["snippet"].get("publishedAt")) >= since]
        if fresh:
            ids = [str(item["contentDetails"]["videoId"]) for item in fresh]
            yield from api.read("videos", part=_PARTS, id=ids).get("items") or []
        page = told.get("nextPageToken")
        if not page or len(fresh) < len(items):
            return


def _uploads(api: Api) -> str:
    facts = api.account.settings.get("facts") or {}
    if facts.get("uploads"):
        return str(facts["uploads"])
    items = api.read("channels", mine=True, part="contentDetails").get("items") or [{}]
    return uploads_of(items[0])


def _evidence(
    api: Api, since: datetime, searched: int, ours: list[str], likely: list[Mapping[str, Any]], unread: int
) -> Iterator[str]:
    asked = since.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
    yield f"The last part of the film was sent at {asked}, and no answer arrived."
    yield "YouTube no longer knows the upload: it was finished or has expired."
    if ours:
        yield f"More than one video carries this film's mark: {', '.join(watch_url(api, one) for one in ours)}."
        return
    yield f"Of {searched} newer uploads on the channel, none carries this film's mark so far. New ones show up late."
    if unread:
        yield f"YouTube does not yet tell the file's name of {unread} of them."
    for video in likely[:3]:
        title = (video.get("snippet") or {}).get("title", "")
        yield f'This one might be it: "{title}", {watch_url(api, str(video["id"]))}.'


def _when(text: str | None) -> datetime:
    return datetime.fromisoformat((text or "1970-01-01T00:00:00Z").replace("Z", "+00:00"))
