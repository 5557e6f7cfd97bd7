"""Threads beside the worker's own for publications: a post is mostly waiting for its platform.

A process has so many posts under way side by side, while its workers look at films and find what is due. What is worth
going on with in a moment is begun at that moment, not at beat's next round. All of this is only haste: a process that
dies leaves a publication as a worker would, and its lease, or the time at which a worker was sent for, runs out.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import structlog
from django.db import close_old_connections

log = structlog.get_logger(__name__)

Errand = Callable[[], None]

MOST = 16
"""Each holds a connection to the database."""


class Errands:
    """Errands of one process. Threads begin with the first one, so a process that forks has none of its parent's."""

    def __init__(self, most: int = MOST) -> None:
        self._free = threading.BoundedSemaphore(most)
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="publication")
        self._waiting: list[tuple[float, int, int, Errand]] = []
        self._ready: list[tuple[int, int, Errand]] = []
        self._numbers = count()
        self._changed = threading.Condition()
        self._clock: threading.Thread | None = None

    def take(self, errand: Errand) -> bool:
        """Run an errand in a thread of its own; tell whether one was free."""
        if not self._free.acquire(blocking=False):
            return False
        self._threads.submit(self._run, errand)
        return True

    def later(self, seconds: float, errand: Errand, *, rank: int = 0) -> None:
        """Run an errand in so many seconds, or as soon after as a thread is free. It is forgotten if we die.

        Of those whose time has come, those of the lowest rank go first.
        """
        with self._changed:
            heapq.heappush(self._waiting, (time.monotonic() + seconds, rank, next(self._numbers), errand))
            if self._clock is None or not self._clock.is_alive():
                self._clock = threading.Thread(target=self._ring, name="publication-clock", daemon=True)
                self._clock.start()
            self._changed.notify()

    def _ring(self) -> None:
        while True:
            with self._changed:
                while not self._is_one_ready():
                    self._changed.wait(self._waiting[0][0] - time.monotonic() if self._waiting else None)
            # No more than there are threads, so that a process that ends has to wait for those under way alone.
            self._free.acquire()
            with self._changed:
                self._is_one_ready()
                _, _, errand = heapq.heappop(self._ready)
            try:
                self._threads.submit(self._run, errand)
            except RuntimeError:
                return  # the process ends

    def _is_one_ready(self) -> bool:
        while self._waiting and self._waiting[0][0] <= time.monotonic():
            _, rank, number, errand = heapq.heappop(self._waiting)
            heapq.heappush(self._ready, (rank, number, errand))
        return bool(self._ready)

    def _run(self, errand: Errand) -> None:
        try:
            close_old_connections()
            errand()
        except Exception:
            log.exception("errand broke")
        finally:
            self._free.release()
