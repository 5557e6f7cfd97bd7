"""Death at the N-th step of a worker's life, inside the test's own process.

A step is a boundary that somebody else can see: before and after each statement that writes, each commit, each
request over HTTP, each file put into its place, each message sent. `Killed` is raised there, and from then on at each
further step, until `Reaper.restart`: whatever the dying process would still like to do does not happen. Open
transactions are rolled back as their connection's end would do it, messages that waited for a commit are forgotten.

What is simulated is the death, not what is around it: the database, the vendor's twin and the files are real. What
differs from SIGKILL: temporary folders are cleaned up, memory is not lost (adapters stay built), and the steps lie
between calls, never inside one. Real kills are in `test_bought_kill`.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpcore
import pytest
from django.db import connections

from generation import leases, queue
from tests.fakes import FakeQueue

_WRITES = ("INSERT", "UPDATE", "DELETE")
_READS = ("SELECT", "WITH")


class Killed(BaseException):
    """The process ends here."""


class Reaper:
    """Counts steps and kills at the one it was told."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.restart(at=None)

    def restart(self, *, at: int | None) -> None:
        """Begin a new life, that ends at a step; None for one that does not end."""
        self.at, self.steps, self.is_dead = at, 0, False
        self.names: list[str] = []
        connections["default"].run_on_commit = []

    def step(self, name: str) -> None:
        """Go one step further, or die."""
        with self.lock:
            self.steps += 1
            self.names.append(name)
            self.is_dead = self.is_dead or self.steps == self.at
            if self.is_dead:
                raise Killed(name)

    def around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return `call` with a step before and one after it."""

        def stepped(*given: Any, **more: Any) -> Any:
            self.step(f"before {name}")
            answer = call(*given, **more)
            self.step(f"after {name}")
            return answer

        return stepped

    def _requested(self, request: Callable[..., httpcore.Response]) -> Callable[..., httpcore.Response]:
        def stepped(pool: httpcore.ConnectionPool, asked: httpcore.Request) -> httpcore.Response:
            name = asked.method.decode()
            self.step(f"before {name}")
            answer = request(pool, asked)
            try:
                self.step(f"after {name}")
            except Killed:
                answer.close()  # a dead process has no connections
                raise
            return answer

        return stepped

    def statement(self, execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any) -> Any:
        """Stand between Django and the database."""
        word = sql.split(None, 1)[0].upper()
        if word in _READS and self.is_dead:
            raise Killed(sql[:60])
        if word not in _WRITES:
            return execute(sql, params, many, context)
        return self.around(" ".join(sql.split()[:3]), execute)(sql, params, many, context)

    def install(self, patch: pytest.MonkeyPatch, messages: FakeQueue) -> None:
        """Put a step at every boundary for as long as `patch` lasts."""
        connection: Any = connections["default"]
        patch.setattr(connection, "execute_wrappers", [self.statement])
        patch.setattr(connection, "_commit", self.around("commit", connection._commit))
        patch.setattr(
            httpcore.ConnectionPool, "handle_request", self._requested(httpcore.ConnectionPool.handle_request)
        )
        for owner, name in ((Path, "rename"), (Path, "replace"), (shutil, "move"), (shutil, "copyfile")):
            patch.setattr(owner, name, _in_place(self, name, getattr(owner, name)))
        patch.setattr(queue, "_publish", self.around("message", lambda name, ids: messages.send(name, **ids)))
        # Its own thread and connection would meet this one's locks: an SQLite database in memory is shared with them.
        patch.setattr(leases._Heart, "_beat", lambda heart, job_ids: None)


def _in_place(reaper: Reaper, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def stepped(*given: Any, **more: Any) -> Any:
        return reaper.around(name, call)(*given, **more)

    return stepped
