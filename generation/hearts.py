"""Signs of life: one thread of a process says again and again that what is under way in it is still worked on."""

from __future__ import annotations

import os
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, Generic, Self, TypeVar

import structlog
from django.db import DatabaseError, connection

log = structlog.get_logger(__name__)

Key = TypeVar("Key", bound=Hashable)


class Heart(threading.Thread, ABC, Generic[Key]):
    """Touches the rows of all that is under way in a process. Each subclass has one of its own in each process."""

    pause_s: ClassVar[Callable[[], float]]
    """How long it rests between two beats."""
    patience_s: ClassVar[Callable[[], float]]
    """What takes longer hangs, and is left to its lease."""
    _starting: ClassVar[threading.Lock] = threading.Lock()
    _running: ClassVar[dict[tuple[type[Any], int], Any]] = {}

    def __init__(self) -> None:
        super().__init__(name=type(self).__module__, daemon=True)
        self.begun: dict[Key, float] = {}
        self.lock = threading.Lock()

    @classmethod
    def of_this_process(cls) -> Self:
        """Return the heart of this process; a forked child gets one of its own."""
        with Heart._starting:
            heart: Self | None = Heart._running.get((cls, os.getpid()))
            if heart is None or not heart.is_alive():
                heart = Heart._running[cls, os.getpid()] = cls()
                heart.start()
            return heart

    def run(self) -> None:
        """Beat until the process ends."""
        while True:
            time.sleep(type(self).pause_s())
            if keys := self.alive():
                try:
                    self._beat(keys)
                except DatabaseError:
                    # The next beat may reach the database; a lease outlasts several beats.
                    log.warning("heartbeat failed", keys=keys, exc_info=True)
                finally:
                    connection.close()

    def alive(self) -> list[Key]:
        """Return what may go on."""
        latest = time.monotonic() - type(self).patience_s()
        with self.lock:
            return [key for key, begun in self.begun.items() if begun > latest]

    @abstractmethod
    def _beat(self, keys: list[Key]) -> None:
        """Say that these are still worked on."""

    @contextmanager
    def beats_for(self, key: Key) -> Iterator[None]:
        """Keep something alive while the block runs."""
        with self.lock:
            self.begun[key] = time.monotonic()
        try:
            yield
        finally:
            with self.lock:
                self.begun.pop(key, None)
