"""Signs of life: while a worker has a publication, its lease is put off, so that nobody else takes it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Q
from django.utils import timezone

from generation.leases import worker_name as worker_name
from publishing.models import Publication

log = structlog.get_logger(__name__)


def lease_s() -> float:
    """Return for how long a worker has a publication without a sign of life."""
    return float(settings.PUBLISH_LEASE_SECONDS)


class _Heart(threading.Thread):
    """One thread of a process that puts off the leases of all publications under way in it."""

    def __init__(self) -> None:
        super().__init__(name="publication-heartbeats", daemon=True)
        self.begun: dict[tuple[int, int], float] = {}
        self.lock = threading.Lock()

    def run(self) -> None:
        """Beat until the process ends."""
        while True:
            time.sleep(max(1.0, lease_s() / 6))
            if held := self.alive():
                self._beat(held)

    def alive(self) -> list[tuple[int, int]]:
        """Return (publication, fence) of those that may go on; what takes too long hangs, and is left to its lease."""
        latest = time.monotonic() - settings.PUBLISH_TIMEOUT_SECONDS
        with self.lock:
            return [key for key, begun in self.begun.items() if begun > latest]

    def _beat(self, held: list[tuple[int, int]]) -> None:
        mine = Q()
        for publication_id, fence in held:
            mine |= Q(pk=publication_id, fence=fence)
        try:
            until = timezone.now() + timedelta(seconds=lease_s())
            # Set to nothing means given back already: that stays.
            Publication.objects.filter(mine, leased_until__isnull=False).update(leased_until=until)
        except DatabaseError:
            # The next beat may reach the database; a lease outlasts several beats.
            log.warning("heartbeat failed", publications=held, exc_info=True)
        finally:
            connection.close()


_starting = threading.Lock()
_hearts: dict[int, _Heart] = {}


def _heart() -> _Heart:
    """The heart of this process; a forked child gets one of its own."""
    with _starting:
        heart = _hearts.get(os.getpid())
        if heart is None or not heart.is_alive():
            heart = _hearts[os.getpid()] = _Heart()
            heart.start()
        return heart


@contextmanager
def kept_alive(publication: Publication) -> Iterator[None]:
    """Keep the lease of a publication that was taken on while the block runs."""
    heart, key = _heart(), (publication.pk, publication.fence)
    with heart.lock:
        heart.begun[key] = time.monotonic()
    try:
        yield
    finally:
        with heart.lock:
            heart.begun.pop(key, None)
