"""Signs of life: while a job is worked on, its row is touched, so that nobody else takes it."""

from __future__ import annotations

import os
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.conf import settings
from django.utils import timezone

from generation.hearts import Heart
from generation.models import Job


@cache
def worker_name() -> str:
    """Return this process's name: the studio's folder or the host, the process, and a part nobody else has."""
    home = os.environ.get("SCENEME_WORKER_HOME") or socket.gethostname()
    return f"{home[:70]}:{os.getpid()}:{uuid.uuid4().hex[:8]}"


class _Heart(Heart[int]):
    """Touches the rows of all jobs under way in a process."""

    pause_s = staticmethod(lambda: float(settings.JOB_HEARTBEAT_SECONDS))
    patience_s = staticmethod(lambda: float(settings.JOB_TIMEOUT_SECONDS))

    def _beat(self, keys: list[int]) -> None:
        mine = Job.objects.filter(pk__in=keys, worker=worker_name(), state__in=Job.LEASED)
        mine.update(heartbeat_at=timezone.now())


def _heart() -> _Heart:
    return _Heart.of_this_process()


@contextmanager
def kept_alive(job: Job) -> Iterator[None]:
    """Keep the lease of `job` while the block runs."""
    with _heart().beats_for(job.pk):
        yield
