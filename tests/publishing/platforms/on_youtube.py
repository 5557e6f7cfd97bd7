"""A channel on the twin, and films for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from publishing.platforms.base import Account, App, Handle, Moved, Post, Tokens
from publishing.platforms.youtube.adapter import YouTube
from tests.twins.youtube import CLIENT_ID, CLIENT_SECRET, YouTubeTwin

UNIT = 262_144
MARKER = "1f0e5b6c-film"
TEXT: Mapping[str, Any] = {"title": "The Harbour", "privacy": "public", "made_for_kids": False}


def app_on(twin: YouTubeTwin, **settings: Any) -> App:
    """The studio's application, whose chunks are small."""
    return App(
        "youtube",
        CLIENT_ID,
        CLIENT_SECRET,
        addresses=twin.addresses,
        settings={"chunk_bytes": UNIT, **settings},
        allows_private=True,
    )


def account_on(twin: YouTubeTwin, *scopes: str, **settings: Any) -> Account:
    """An account whose owner has allowed these scopes, or all."""
    access, refresh = twin.tokens(*scopes)
    channel = twin.channels[0]
    facts = {"facts": {"uploads": channel.uploads}}
    return Account(app_on(twin, **settings), channel.id, Tokens(access, refresh), facts)


@contextmanager
def channel_on(twin: YouTubeTwin, *scopes: str, **settings: Any) -> Iterator[YouTube]:
    """An adapter, as a process has it: everything it knows is in the account and the handle."""
    adapter = YouTube(account_on(twin, *scopes, **settings))
    try:
        yield adapter
    finally:
        adapter.close()


def film(folder: Path, size: int = 2 * UNIT + 1000, **more: Any) -> Post:
    """A film's file of so many bytes, and its draft."""
    path = folder / "film.mp4"
    path.write_bytes(hashlib.shake_256(b"film").digest(size))
    text = {**TEXT, **more.pop("text", {})}
    measures = {"duration_ms": 60_000, "width": 1920, "height": 1080, **more}
    return Post(MARKER, path, size, text=text, **measures)


def brought(adapter: YouTube, post: Post, handle: Handle | None = None) -> Moved:
    """Open a session where there is none, and bring all that can be undone."""
    handle = adapter.start(post) if handle is None else handle
    moved = adapter.transfer(post, handle, until=lambda: False, told=lambda _sent: None)
    while not moved.is_complete:
        moved = adapter.transfer(post, moved.handle, until=lambda: False, told=lambda _sent: None)
    return moved


def published(adapter: YouTube, post: Post) -> str:
    """Go all the way, and return the video's id."""
    return adapter.commit(post, brought(adapter, post).handle).remote_id


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)
