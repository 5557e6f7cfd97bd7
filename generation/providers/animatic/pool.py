"""A pool of processes that draw, sing and encode.

Skia and the voices hold Python's lock while they compute, so threads gain nothing; processes do. They
are started afresh (spawned), never forked, because forking a process that has threads is not safe, and
they import only what the work needs: no Django.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any, TypeVar

from generation.providers.base import Unavailable

PROCESSES_VARIABLE = "SCENEME_PROCESSES"
"""How many processes compute at once; 0 computes in the asking process."""

LOWERED_PRIORITY = 5
"""Added to the niceness of a process that computes, so that pages stay quick while a film is made."""

_HEAVY_MODULES = ("numpy", "skia", "av", f"{__package__}.video")

T = TypeVar("T")


class _Hand(SpawnProcess):
    """A process of this pool, told apart by its type from whatever else the program has started."""


class _HandContext(SpawnContext):
    Process = _Hand


def process_count() -> int:
    """Return how many processes may compute at once."""
    wanted = os.environ.get(PROCESSES_VARIABLE, "")
    return int(wanted) if wanted.isdigit() else (os.cpu_count() or 1)


class _Pool:
    """The executor of this process, made when first asked for and made anew after it broke."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, function: Callable[..., T], *args: Any) -> tuple[ProcessPoolExecutor, Future[T]]:
        with self._lock:
            if self._executor is None:
                self._executor = ProcessPoolExecutor(process_count(), mp_context=_HandContext(), initializer=_settle_in)
            return self._executor, self._executor.submit(function, *args)

    def discard(self, broken: ProcessPoolExecutor | None = None) -> None:
        """Forget the executor, or only if it is `broken` (another thread may already have made a new one)."""
        with self._lock:
            if broken is not None and self._executor is not broken:
                return
            executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=False, cancel_futures=True)


_pool = _Pool()


def _forget_after_fork() -> None:
    global _pool
    _pool = _Pool()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_after_fork)


def compute(function: Callable[..., T], *args: Any) -> T:
    """Run `function(*args)` in a process of the pool and return what it returns.

    `function` must be at the top of a module that does not need Django. What it raises comes through; a
    process that is killed raises `Unavailable`, and the next call gets fresh processes.
    """
    if _computes_itself():
        return function(*args)
    executor = None
    try:
        executor, future = _pool.submit(function, *args)
        return future.result()
    except BrokenProcessPool as broken:
        _pool.discard(executor)
        raise Unavailable("A process that was drawing the film was stopped before it had finished.") from broken


def warm() -> None:
    """Start the processes and let them import their tools, without waiting for either."""
    if _computes_itself():
        return
    for _ in range(process_count()):
        _pool.submit(_import_tools)


def close() -> None:
    """End the processes; work in progress raises `Unavailable`. The next `compute` starts new ones."""
    _pool.discard()
    for child in multiprocessing.active_children():
        if isinstance(child, _Hand):
            child.terminate()


def _computes_itself() -> bool:
    """A process that may have no children (a worker's own forked child) is already one of many."""
    return process_count() == 0 or bool(multiprocessing.current_process().daemon)


def _settle_in() -> None:
    """Prepare a new process: it leaves Ctrl-C to its parent, gives way to it, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(LOWERED_PRIORITY)
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()


def _end_with_parent() -> None:
    # Not PR_SET_PDEATHSIG: the kernel sends that when the *thread* that started us ends, and our parent's
    # threads come and go. This pipe closes when the parent process is gone, even by SIGKILL.
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _import_tools() -> None:
    for name in _HEAVY_MODULES:
        importlib.import_module(name)
