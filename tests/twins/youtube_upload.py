"""Google's resumable uploads: a session takes bytes in order and makes one thing when it has them all."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from .server import Answer, Asked
from .youtube_rules import LARGEST, UNIT, GoogleError

_CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-(\d+)|\*)/(\d+)")


@dataclass
class Session:
    """One upload under way. `made` is what its end made."""

    id: str
    resource: dict[str, Any]
    channel: str
    size: int
    file_name: str
    opened_at: float
    notify: bool = True
    stored: bytearray = field(default_factory=bytearray)
    made: dict[str, Any] | None = None
    successor: str = ""
    puts: int = 0


Make = Callable[[Session], dict[str, Any]]


class Sessions:
    """All sessions there are."""

    def __init__(self) -> None:
        self.by_id: dict[str, Session] = {}

    def open(self, asked: Asked, resource: dict[str, Any], channel: str, now: float) -> Session:
        """Begin one."""
        size = asked.headers.get("x-upload-content-length", "")
        kind = asked.headers.get("x-upload-content-type", "")
        if not size.isdigit() or int(size) > LARGEST:
            raise GoogleError(400, "badRequest", "Invalid upload size.", domain="global")
        if not (kind.startswith("video/") or kind == "application/octet-stream"):
            raise GoogleError(400, "badContent", f"Media type '{kind}' is not supported.", domain="global")
        notify = asked.query.get("notifySubscribers", ["true"])[0] == "true"
        session = Session(
            secrets.token_urlsafe(24), resource, channel, int(size), asked.headers.get("slug", ""), now, notify
        )
        self.by_id[session.id] = session
        return session

    def put(self, asked: Asked, url: str, now: float, knobs: Mapping[str, Any], make: Make) -> Answer:
        """Take bytes, or tell how many there are."""
        session = self._known(asked, now, knobs)
        if session.successor:
            return self._more(self.by_id[session.successor], self.where(url, session.successor))
        first, last, total = self._range(asked, session)
        if total != session.size:
            raise GoogleError(400, "badRequest", "The total size differs from the announced one.", domain="global")
        if session.made is not None:
            return Answer(int(knobs.get("final_status", 201)), session.made)
        if first is None:
            return self._more(session)
        session.puts += 1
        self._take(asked.body, session, first, last, knobs)
        if len(session.stored) == session.size:
            session.made = make(session)
            session.stored = bytearray()
            return Answer(int(knobs.get("final_status", 201)), session.made)
        if knobs.get("moves_session") and session.puts == 1:
            return self._moved(session, url)
        return self._more(session)

    def where(self, url: str, session_id: str) -> str:
        """Return a session's address."""
        return f"{url}/upload/youtube/v3/videos?uploadType=resumable&upload_id={session_id}"

    def _known(self, asked: Asked, now: float, knobs: Mapping[str, Any]) -> Session:
        session = self.by_id.get(asked.query.get("upload_id", [""])[0])
        is_old = session is not None and now - session.opened_at > float(knobs.get("session_s", 7 * 24 * 3600))
        is_forgotten = session is not None and session.made is not None and knobs.get("forgets_sessions")
        if session is None or is_old or is_forgotten or knobs.get("sessions_gone"):
            raise GoogleError(int(knobs.get("gone_status", 404)), "notFound", "Not Found", domain="global")
        return session

    def _range(self, asked: Asked, session: Session) -> tuple[int | None, int, int]:
        told = asked.headers.get("content-range")
        if told is None:
            return 0, len(asked.body) - 1, session.size
        found = _CONTENT_RANGE.fullmatch(told)
        if not found:
            raise GoogleError(400, "badRequest", "Invalid Content-Range.", domain="global")
        if found[1] is None:
            if asked.body:
                raise GoogleError(400, "badRequest", "A question has no body.", domain="global")
            return None, -1, int(found[3])
        return int(found[1]), int(found[2]), int(found[3])

    def _take(self, body: bytes, session: Session, first: int, last: int, knobs: Mapping[str, Any]) -> None:
        if last - first + 1 != len(body) or last >= session.size:
            raise GoogleError(400, "badRequest", "Content-Range and the length of the body differ.", domain="global")
        if first != len(session.stored):
            raise GoogleError(400, "badRequest", f"Expected byte {len(session.stored)}.", domain="global")
        if last + 1 < session.size and len(body) % UNIT:
            raise GoogleError(400, "badRequest", f"Chunks are multiples of {UNIT} bytes.", domain="global")
        kept = knobs.get("keep_bytes") or []
        session.stored += body[: int(kept.pop(0))] if kept else body

    def _moved(self, session: Session, url: str) -> Answer:
        next_one = Session(**{**vars(session), "id": secrets.token_urlsafe(24)})
        self.by_id[next_one.id] = next_one
        session.successor = next_one.id
        return self._more(next_one, self.where(url, next_one.id))

    def _more(self, session: Session, address: str = "") -> Answer:
        headers = {"Location": address} if address else {}
        if session.stored:
            headers["Range"] = f"bytes=0-{len(session.stored) - 1}"
        return Answer(308, headers=headers)


def related(asked: Asked) -> tuple[dict[str, Any], bytes]:
    """Return the two parts of a multipart/related upload: the resource, and the file."""
    head = f"Content-Type: {asked.headers.get('content-type', '')}\r\n\r\n".encode()
    parts = list(BytesParser(policy=HTTP).parsebytes(head + asked.body).iter_parts())
    if len(parts) != 2:
        raise GoogleError(400, "badRequest", "Expected two parts.", domain="global")
    resource, content = (part.get_payload(decode=True) for part in parts)
    try:
        told = json.loads(resource if isinstance(resource, bytes) else b"")
    except ValueError:
        raise GoogleError(400, "parseError", "Parse Error", domain="global") from None
    return told, content if isinstance(content, bytes) else b""
