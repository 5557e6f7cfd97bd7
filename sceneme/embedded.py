"""The one-process studio: worker and beat run as threads beside the web server or the command, with no server.

One process of a data folder works at a time: it holds a lock that dies with it. Whoever gets the lock
knows that the one before is dead, takes back what it was doing, and goes on. The others stand by.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import structlog
from celery.beat import EmbeddedService
from celery.worker import WorkController
from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections, connection
from django.db.migrations.executor import MigrationExecutor

from generation.providers.animatic import pool
from sceneme.celery import app

log = structlog.get_logger(__name__)

THREADS = (os.cpu_count() or 1) + 3
"""Threads wait for vendors, files and child processes; computing is done in processes, one per core.

A few more than there are cores: one that waits for its turn to compute would only look busy.
"""


def prepare() -> None:
    """Bring the database up to date and add what every studio starts with. Safe to call from two processes."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.DATA_DIR / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        make_queue_folders()
        _declare_queues()
        # The web server looks for collected files there, and warns where there is no such folder.
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        if _is_behind():
            call_command("migrate", verbosity=0, interactive=False)
        from generation.services import sync_shipped
        from publishing.services import sync_shipped as sync_platforms

        sync_shipped()
        sync_platforms()


class Studio:
    """The worker side of an embedded studio. Use it as a context manager."""

    def __init__(self) -> None:
        self.home = "embedded-" + hashlib.sha256(str(settings.DATA_DIR).encode()).hexdigest()[:12]
        os.environ["SCENEME_WORKER_HOME"] = self.home
        self._lock: IO[str] | None = None
        self._stopping = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="studio-keeper", daemon=True)
        self._worker: Any = None
        self._working: threading.Thread | None = None
        self._beat: Any = None

    def __enter__(self) -> Self:
        """Work as soon as no other process of this data folder does."""
        self._keeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop at once: what is under way is taken back at the next start."""
        self._stopping.set()
        self._keeper.join(timeout=5)
        if self._beat is not None:
            # Not waited for: it may be asleep for a second, and holds nothing.
            self._beat.service.stop(wait=False)
        if self._worker is not None:
            self._worker.terminate()
        pool.close()
        if self._lock is not None:
            self._lock.close()

    @property
    def is_working(self) -> bool:
        """Tell whether this process is the one that works."""
        return self._worker is not None

    def _keep(self) -> None:
        """Take over when nobody else works; then see to it that the worker lives."""
        while not self._stopping.is_set():
            try:
                self._look_after()
            except Exception:
                # Nobody else would do this: whatever went wrong, the next round tries again.
                log.exception("studio keeper failed")
            finally:
                close_old_connections()
            self._stopping.wait(1.0)

    def _look_after(self) -> None:
        if self._lock is None:
            if self._try_lock():
                self._take_over()
        elif self._working is None or not self._working.is_alive():
            log.error("the worker ended by itself; another takes its place")
            self._start_worker()
            # Its jobs may still run in its threads; only messages can be lost.
            resume()

    def _try_lock(self) -> bool:
        lock = (settings.DATA_DIR / "studio.lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return False
        self._lock = lock
        return True

    def _take_over(self) -> None:
        self._clean()
        # The children take a second to start: let them, while the film is being planned.
        pool.warm()
        self._start_worker()
        resume(dead_home=self.home)
        self._beat = EmbeddedService(app, max_interval=1, thread=True)
        self._beat.start()
        log.info("studio works", home=self.home, threads=THREADS)

    def _start_worker(self) -> None:
        self._worker = _worker()
        self._working = threading.Thread(target=self._worker.start, name="studio-worker", daemon=True)
        self._working.start()

    def _clean(self) -> None:
        """What the dead left: half-made files, and messages about jobs that are about to be sent again."""
        shutil.rmtree(settings.DATA_DIR / "work", ignore_errors=True)
        # The schedule's own file breaks when its writer is killed; it holds nothing that matters.
        for path in settings.DATA_DIR.glob("beat*"):
            path.unlink(missing_ok=True)
        if not settings.REDIS_URL:
            # The folders stay: others may be sending at this moment, and what they send is sent again below.
            for message in settings.QUEUE_DIR.glob("*/*.msg"):
                message.unlink(missing_ok=True)


def resume(*, dead_home: str = "") -> None:
    """Send what is queued once more, and take back what the workers of a dead predecessor held."""
    # Imported late: models can be imported only once Django is set up.
    from generation.services import resume_after_restart
    from publishing.services import resume_after_restart as resume_publishing

    resume_after_restart(dead_home)
    resume_publishing(dead_home)


def make_queue_folders() -> None:
    """Make the folders that the file broker works in."""
    options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    for name in ("data_folder_in", "processed_folder", "control_folder"):
        if name in options:
            Path(options[name]).mkdir(parents=True, exist_ok=True)


def _is_behind() -> bool:
    """Tell whether the database lacks a migration. `migrate` itself takes much longer to find that it does not."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _declare_queues() -> None:
    """Enter the queues into the broker's table, where a message sent at the same moment would not find them."""
    with app.connection_for_write() as broker:
        for queue in app.amqp.queues.values():
            queue(broker.default_channel).declare()


def _worker() -> Any:
    return WorkController(
        app=app,
        hostname=f"studio@{os.getpid()}",
        pool_cls="threads",
        concurrency=THREADS,
        loglevel="WARNING",
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
    )
