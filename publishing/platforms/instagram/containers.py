"""Containers: what a reel is at Instagram before it is posted. One that is never published is forgotten in a day."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from publishing.platforms.base import Post
from publishing.platforms.counting import joined
from publishing.platforms.errors import NeedsSetup, Rejected
from publishing.platforms.wire import Piece

from .graph import Graph


class Status(StrEnum):
    """How far a container is."""

    IN_PROGRESS = "IN_PROGRESS"
    FINISHED = "FINISHED"
    PUBLISHED = "PUBLISHED"
    ERROR = "ERROR"
    EXPIRED = "EXPIRED"


@dataclass(frozen=True, slots=True)
class Container:
    """What Instagram says of one. `stored_bytes`: of an upload."""

    status: Status
    words: str = ""
    stored_bytes: int = 0


class Halted(Exception):
    """We were asked to stop in the middle of an upload."""


@dataclass(frozen=True, slots=True)
class Watched(Piece):
    """A part of a file that can be stopped being sent."""

    until: Callable[[], bool] = field(default=lambda: False)

    def __iter__(self) -> Any:
        """Yield the bytes. Raise `Halted`."""
        for block in Piece.__iter__(self):
            yield block
            if self.until():
                raise Halted


def caption_of(post: Post) -> str:
    """Return the caption as it goes out."""
    return joined(str(post.text.get("caption") or ""), list(post.text.get("hashtags") or ())).strip()


def fields_of(post: Post, graph: Graph, *, caption: str) -> dict[str, str]:
    """Return what a container is made from. Raise `Rejected` or `NeedsSetup`."""
    text = post.text
    fields = {
        "media_type": "REELS",
        "caption": caption,
        "share_to_feed": _word(text.get("share_to_feed", True)),
        "is_ai_generated": _word(text.get("is_ai", True)),
    }
    if text.get("paid"):
        fields["is_paid_partnership"] = "true"
    if text.get("audio_name"):
        fields["audio_name"] = str(text["audio_name"])
    return fields | _collaborators(text, graph) | _cover(post, graph) | _film(post, graph)


def uploads(post: Post, graph: Graph) -> bool:
    """Tell whether we send the bytes; otherwise Instagram fetches them."""
    if graph.login != "facebook":
        return False
    return not (graph.app.settings.get("fetches") and post.public_url)


def look(graph: Graph, container: str, *, with_bytes: bool = False) -> Container:
    """Return how far a container is; what Instagram does not name is under way."""
    fields = "status_code,status,video_status" if with_bytes else "status_code,status"
    found = graph.get(container, fields=fields)
    code = str(found.get("status_code") or "")
    status = Status(code) if code in Status.__members__ else Status.IN_PROGRESS
    return Container(status, str(found.get("status") or ""), _stored(found))


def _stored(found: Mapping[str, Any]) -> int:
    told = found.get("video_status")
    phase = told.get("uploading_phase") if isinstance(told, Mapping) else None
    if not isinstance(phase, Mapping):
        return 0
    # Meta has spelt it both ways.
    value = phase.get("bytes_transferred", phase.get("bytes_transfered", 0))
    try:
        return max(0, int(value))
    except (TypeError, ValueError):
        return 0


def _film(post: Post, graph: Graph) -> dict[str, str]:
    if uploads(post, graph):
        return {"upload_type": "resumable"}
    if not _is_usable(post.public_url, graph):
        raise NeedsSetup(
            "Instagram fetches films from the studio, which has no public https address. Set one up "
            "(SCENEME_PUBLIC_URL), or connect the account through its Facebook Page."
        )
    return {"video_url": post.public_url}


def _cover(post: Post, graph: Graph) -> dict[str, str]:
    """A picture of one's own, where Instagram can fetch it and takes it; else a moment of the film."""
    path = post.cover_path
    is_taken = (
        path is not None
        and path.suffix.lower() in {".jpg", ".jpeg"}
        and path.is_file()
        and path.stat().st_size <= graph.number("largest_cover_bytes")
    )
    if is_taken and _is_usable(post.public_cover_url, graph):
        return {"cover_url": post.public_cover_url}
    if post.cover_ms is None:
        return {}
    return {"thumb_offset": str(max(0, min(post.cover_ms, post.duration_ms - 1)))}


def _collaborators(text: Mapping[str, Any], graph: Graph) -> dict[str, str]:
    names = [str(name).strip().lstrip("@") for name in text.get("collaborators") or ()]
    names = [name for name in names if name]
    most = int(graph.number("most_collaborators"))
    if len(names) > most:
        raise Rejected(f"Instagram takes {most} collaborators at most.", field="collaborators")
    return {"collaborators": json.dumps(names)} if names else {}


def _is_usable(url: str, graph: Graph) -> bool:
    return url.startswith("https://") or (url.startswith("http://") and graph.app.allows_private)


def _word(value: Any) -> str:
    return "true" if value else "false"
