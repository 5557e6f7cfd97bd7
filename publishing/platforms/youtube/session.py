"""An upload's session: what YouTube has of the film, and sending it more.

A session makes one video, when its last byte arrives; until then there is nothing, and after that the session says
which one it made. That is what makes an upload happen once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import httpx

from publishing.platforms.base import Post
from publishing.platforms.errors import BadAnswer, SessionGone, Unavailable
from publishing.platforms.wire import BROKEN, Piece, object_of

from .api import Api
from .resource import parts_of, video_of

_MORE = frozenset({308})


@dataclass(frozen=True, slots=True)
class Session:
    """How far a session is. `offset` is what YouTube has, in bytes; `video` is what it made, once it has all."""

    address: str
    size: int
    offset: int = 0
    video: dict[str, Any] | None = None

    @property
    def video_id(self) -> str:
        """The id of what it made; "" before."""
        return str((self.video or {}).get("id") or "")


def opened(api: Api, post: Post) -> Session:
    """Open a session for a film. Nothing can be seen of it on the channel."""
    video = video_of(post)
    notify = post.text.get("notify")
    response = api.send(
        "POST",
        api.upload_url("videos"),
        params={
            "uploadType": "resumable",
            "part": ",".join(parts_of(video)),
            "notifySubscribers": "false" if notify is False else "true",
        },
        headers={
            "Content-Type": "application/json; charset=UTF-8",
            "X-Upload-Content-Length": str(post.size),
            "X-Upload-Content-Type": post.media_type,
            "Slug": name_of(post),
        },
        json=video,
    )
    address = response.headers.get("location", "")
    if not address:
        raise BadAnswer("YouTube opened an upload without saying where.")
    return Session(api.line.checked(address), post.size)


def name_of(post: Post) -> str:
    """Return the file's name as YouTube is told it: only the channel's owner ever sees it."""
    return f"{post.marker}.mp4"


def looked_at(api: Api, session: Session) -> Session:
    """Ask how far a session is. Raise `SessionGone` if YouTube no longer knows it."""
    found = _asked(api, session)
    return _asked(api, found) if found.address != session.address else found


def sent(api: Api, post: Post, session: Session, end: int, *, unsure: frozenset[int] = BROKEN) -> Session:
    """Send the bytes up to `end`, once, and return how far the session is then.

    Raise `Unconfirmed` if no answer is seen: then ask the session.
    """
    start = session.offset
    response = api.once(
        "PUT",
        session.address,
        also=_MORE,
        unsure=unsure,
        piece=Piece(post.path, start, end - start),
        headers={"Content-Type": post.media_type, **_range(f"{start}-{end - 1}/{session.size}")},
    )
    return _after(api, session, response)


def last_chunk(size: int, chunk: int) -> int:
    """Return where the last chunk of a film begins: a film of one chunk has nothing before it."""
    return (max(size, 1) - 1) // chunk * chunk


def next_end(offset: int, limit: int, chunk: int, unit: int) -> int:
    """Return up to where the next chunk goes, in steps that YouTube takes, and not beyond `limit`."""
    return offset + min(chunk, (limit - offset) // unit * unit)


def _asked(api: Api, session: Session) -> Session:
    response = api.ask("PUT", session.address, also=_MORE, content=b"", headers=_range(f"*/{session.size}"))
    try:
        return _after(api, session, response)
    except BadAnswer as error:
        if response.status_code in _MORE:
            raise
        raise Unavailable("YouTube's answer makes no sense.", vendor_words=error.vendor_words) from error


def _after(api: Api, session: Session, response: httpx.Response) -> Session:
    if response.status_code != 308:
        video = object_of(response)
        if not video.get("id"):
            raise BadAnswer("YouTube took the film and did not say which video it became.")
        return replace(session, offset=session.size, video=video)
    address = response.headers.get("location") or session.address
    # Without a range, YouTube has kept nothing at all.
    told = response.headers.get("range", "").removeprefix("bytes=")
    last = told.partition("-")[2]
    if told and not last.isdigit():
        raise BadAnswer("YouTube did not say how much of the film it has.", vendor_words=told[:100])
    offset = int(last) + 1 if last else 0
    if offset > session.size:
        raise SessionGone("YouTube has more bytes than this film: it is another one's upload.")
    return replace(session, address=api.line.checked(address), offset=offset)


def _range(content: str) -> dict[str, str]:
    return {"Content-Range": f"bytes {content}"}
