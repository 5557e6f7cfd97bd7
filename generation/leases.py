"""Signs of life: while a job is worked on, its row is touched, so that nobody else takes it."""

from __future__ import annotations

import os
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import structlog
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from generation.models import Job

log = structlog.get_logger(__name__)


@cache
def worker_name() -> str:
    """Return this process's name: the studio's folder or the host, the process, and a part nobody else has."""
    home = os.environ.get("SCENEME_WORKER_HOME") or socket.gethostname()
    return f"{home[:70]}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


class _Heart(threading.Thread):
    """One thread of a process that touches the rows of all jobs under way in it."""

    def __init__(self) -> None:
        super().__init__(name="job-heartbeats", daemon=True)
        self.begun: dict[int, float] = {}
        self.lock = threading.Lock()
        self.stopped = threading.Event()

    def run(self) -> None:
        """Beat until the process ends."""
        while not self.stopped.wait(settings.JOB_HEARTBEAT_SECONDS):
            if job_ids := self.alive():
                self._beat(job_ids)

    def alive(self) -> list[int]:
        """Return the jobs that may go on; one that takes too long hangs, and is left to its lease."""
        latest = time.monotonic() - settings.JOB_TIMEOUT_SECONDS
        with self.lock:
            return [job_id for job_id, begun in self.begun.items() if begun > latest]

    def _beat(self, job_ids: list[int]) -> None:
        try:
            Job.objects.filter(pk__in=job_ids, worker=worker_name(), state__in=Job.LEASED).update(
                heartbeat_at=timezone.now()
            )
        except DatabaseError:
            # The next beat may reach the database; a lease outlasts several beats.
            log.warning("heartbeat failed", job_ids=job_ids, exc_info=True)
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
def kept_alive(job: Job) -> Iterator[None]:
    """Keep the lease of `job` while the block runs."""
    heart = _heart()
    with heart.lock:
        heart.begun[job.pk] = time.monotonic()
    try:
        yield
    finally:
        with heart.lock:
            heart.begun.pop(job.pk, None)
