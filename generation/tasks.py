"""Celery's side: a message in, one service call, and always a state that says what came of it."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog
from celery import shared_task
from django.conf import settings
from django.utils import timezone

from generation import export, leases, queue, routing, services
from generation.film import load
from generation.models import Job, LostRace, Run
from generation.providers.base import Finished, ProviderError, Submitted
from generation.services import jobs, runs

log = structlog.get_logger(__name__)


class InternalError(ProviderError):
    """Our own fault. The log has the rest."""

    code = "internal_error"


class DiskFull(ProviderError):
    """No room is left."""

    code = "disk_full"


@shared_task(name=queue.RUN_JOB, acks_late=True, ignore_result=True)
def run_job(*, job_id: int, **_: Any) -> None:
    """Work on one job: claim it, do it, leave it in a state."""
    job = Job.objects.select_related("slot", "offer", "project", "run").filter(pk=job_id).first()
    if job is None or job.state != Job.State.QUEUED:
        log.info("job is not waiting for anybody", job_id=job_id, state=job and job.state)
        return
    with structlog.contextvars.bound_contextvars(job_id=job.pk, project_id=job.project_id, role=job.slot.role):
        try:
            job.claim(leases.worker_name())
        except LostRace:
            return
        _settled(job, lambda folder: _work(job, folder))


def _settled(job: Job, work: Callable[[Path], None]) -> None:
    """Do `work` under the job's lease in a folder of its own; turn whatever goes wrong into a failed job."""
    try:
        with leases.kept_alive(job), _folder() as folder:
            work(folder)
    except LostRace:
        log.info("job was taken or cancelled by somebody else")
    except ProviderError as error:
        _fail(job, error)
    except OSError as error:
        _fail(job, _disk_full(error) or InternalError(f"The studio could not use a file: {error.strerror or error}."))
        log.exception("file trouble")
    except Exception as error:
        _fail(job, InternalError(f"Something went wrong inside the studio ({type(error).__name__})."))
        log.exception("job broke")
    runs.wake_runs(job.library_id)


def _disk_full(error: OSError) -> DiskFull | None:
    if error.errno not in {28, 122}:  # ENOSPC, EDQUOT
        return None
    return DiskFull("The disk is full. Make room, then continue: nothing that was made is lost.")


def _fail(job: Job, error: ProviderError) -> None:
    try:
        services.fail_job(job, error)
    except LostRace:
        log.info("job was taken or cancelled by somebody else")


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder on the disk of the data, so that results are moved rather than copied twice."""
    base = settings.DATA_DIR / "work"
    base.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=base))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _work(job: Job, folder: Path) -> None:
    if job.offer is None:
        film = load(job.project_id or 0)
        made = export.make(film, job.slot, folder, on_progress=_progress(job))
        job.move_to(Job.State.COLLECTING)
        jobs.finish_export(job, made)
        return
    answer = routing.provider_for(job.offer).submit(services.request_of(job), folder)
    if isinstance(answer, Submitted):
        job.move_to(Job.State.WAITING, provider_job_id=answer.provider_job_id)
        return
    _collected(job, answer)


def _collected(job: Job, answer: Finished) -> None:
    job.move_to(Job.State.COLLECTING)
    _store(job, answer)


def _store(job: Job, answer: Finished) -> None:
    services.finish_job(job, answer)


def _progress(job: Job) -> Callable[[float], None]:
    """Write percents down, not more than twice a second."""
    last = [0.0]

    def tell(share: float) -> None:
        now = time.monotonic()
        if now - last[0] >= 0.5:
            last[0] = now
            Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(progress=max(0, min(99, int(share * 100))))

    return tell


@shared_task(name="generation.poll_waiting", ignore_result=True)
def poll_waiting(**_: Any) -> None:
    """Ask vendors for the results of jobs that wait for them."""
    for job in Job.objects.filter(state=Job.State.WAITING).select_related("slot", "offer", "project", "run"):
        if job.offer is not None:
            _poll(job, routing.provider_for(job.offer).collect)


def _poll(job: Job, collect: Callable[[str, Path], Finished | None]) -> None:
    with _folder() as folder:
        try:
            answer = collect(job.provider_job_id, folder)
        except ProviderError as error:
            _settle_waiting(job, error)
            return
        if answer is None:
            return
        try:
            job.move_to(Job.State.COLLECTING, worker=leases.worker_name(), heartbeat_at=timezone.now())
        except LostRace:
            return
        _settled(job, lambda _: _store(job, answer))


def _settle_waiting(job: Job, error: ProviderError) -> None:
    """A vendor that cannot be reached is asked again; one that gave up ends the job."""
    if error.code == "unavailable":
        log.info("vendor cannot be reached", job_id=job.pk, detail=str(error))
        return
    _fail(job, error)
    runs.wake_runs(job.library_id)


@shared_task(name=queue.ADVANCE_RUN, ignore_result=True)
def advance_run(*, run_id: int, **_: Any) -> None:
    """Look at one run."""
    with structlog.contextvars.bound_contextvars(run_id=run_id):
        services.advance_run(run_id)


@shared_task(name="generation.advance_runs", ignore_result=True)
def advance_runs(**_: Any) -> None:
    """Look at every run that goes on: what a lost message or another film's work left undone is found here."""
    for run_id in Run.objects.filter(state=Run.State.RUNNING).values_list("pk", flat=True):
        services.advance_run(run_id)


@shared_task(name="generation.recover_interrupted", ignore_result=True)
def recover_interrupted(**_: Any) -> None:
    """Take back what dead workers left."""
    if services.recover_interrupted():
        advance_runs()
