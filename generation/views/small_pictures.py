"""Small copies of stored pictures: made once when they are first asked for, kept beside the other caches.

A copy lies under the digest of its original and its width. It is reached through the link of the original only, so
whoever may not see the one never sees the other.
"""

from __future__ import annotations

import fcntl
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import BoundedSemaphore
from typing import Final

from django.conf import settings

from generation import storage
from generation.media.thumbnails import make_small
from generation.models import Asset

_AT_ONCE: Final = BoundedSemaphore(2)
_PATIENCE_SECONDS: Final = 0.4
"""How many are made at the same time in one process, and how long one waits for its turn: pages go first."""


class Busy(Exception):
    """Too many are being made at the moment."""


def small_picture(asset: Asset, width: int) -> Path:
    """Return the file of a small copy, making it if need be.

    Raise `Busy` if that would take too long now, `FileNotFoundError` if the original is gone, `BrokenMedia` if it
    cannot be read.
    """
    place: Path = settings.CACHE_DIR / "pictures" / f"{asset.sha256}-{width}.webp"
    if not place.exists():
        if not _AT_ONCE.acquire(timeout=_PATIENCE_SECONDS):
            raise Busy
        try:
            _make_once(asset, width, place)
        finally:
            _AT_ONCE.release()
    os.utime(place)
    return place


def _make_once(asset: Asset, width: int, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with _only_one(place.parent / f"{asset.sha256[:2]}.lock"):
        if place.exists():
            return
        # Written beside its place and renamed: nobody is ever sent half a picture.
        part = place.with_name(f"{place.name}.{uuid.uuid4().hex}.part")
        try:
            make_small(storage.local_path(asset), width, part)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    """Let one thread of one process through at a time; whoever dies lets go."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
