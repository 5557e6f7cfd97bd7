"""Celery's side: a message in, one service call, and always a state that says what came of it."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from celery import shared_task
from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from generation import export, leases, queue, routing, services, vault
from generation.film import load
from generation.models import Job, LostRace, Run
from generation.providers.base import Finished, Provider, ProviderError, Submitted, Ticket, Unavailable, Working
from generation.services import analysis, buying, describing, finding, gates, inbox, results, runs, sweeping

log = structlog.get_logger(__name__)


class InternalError(ProviderError):
    """Our own fault. The log has the rest."""

    code = "internal_error"


class DiskFull(ProviderError):
    """No room is left."""

    code = "disk_full"


@shared_task(bind=True, name=queue.RUN_JOB, acks_late=True, ignore_result=True)
def run_job(self: Any, /, *, job_id: int, **_: Any) -> None:
    """Work on one job: claim it, do it, leave it in a state. What is bought is an errand, if there is room for one."""
    job = Job.objects.select_related("slot", "offer").filter(pk=job_id).first()
    if job is None or job.state != Job.State.QUEUED:
        log.info("job is not waiting for anybody", job_id=job_id, state=job and job.state)
        return
    with _bound(job):
        try:
            if not gates.claim(job, leases.worker_name()):
                return
        except LostRace:
            return
        is_here = self.request.called_directly or self.request.is_eager or not _is_elsewhere(job)
        if is_here or not _errands.take(partial(_worked_on, job)):
            _worked_on(job)


def _worked_on(job: Job) -> None:
    with _bound(job):
        _settled(job, lambda folder: _work(job, folder))


def _is_elsewhere(job: Job) -> bool:
    vendor = vault.vendor_of(job.offer)
    return vendor is not None and vendor.is_elsewhere


class _Errands:
    """Threads beside the worker's own for what is mostly waiting: some vendors answer only when all is done.

    A process sends so many requests side by side, while its workers look at films and make what is made here. A
    process that dies on an errand leaves the job as a worker would: its lease runs out, and it is taken back.
    """

    MOST = 16

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(self.MOST)
        self._threads = ThreadPoolExecutor(self.MOST, thread_name_prefix="errand")

    def take(self, errand: Callable[[], None]) -> bool:
        """Run an errand in a thread of its own; tell whether one was free."""
        if not self._free.acquire(blocking=False):
            return False
        self._threads.submit(self._run, errand)
        return True

    def _run(self, errand: Callable[[], None]) -> None:
        try:
            close_old_connections()
            errand()
        except Exception:
            log.exception("errand broke")
        finally:
            self._free.release()


_errands = _Errands()


def _bound(job: Job) -> Any:
    """Put into every line of the log whose work it is."""
    return structlog.contextvars.bound_contextvars(
        job_id=job.pk, project_id=job.project_id, role=job.slot.role, offer=job.offer.key if job.offer else ""
    )


def _settled(job: Job, work: Callable[[Path], None]) -> None:
    """Do `work` under the job's lease in a folder of its own; settle whatever goes wrong by what it means."""
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
    # One that the vendor has only just taken opens nothing.
    if job.state not in {Job.State.WAITING, Job.State.UNCONFIRMED}:
        runs.wake_runs(job.library_id)


def _disk_full(error: OSError) -> DiskFull | None:
    if error.errno not in {28, 122}:  # ENOSPC, EDQUOT
        return None
    return DiskFull("The disk is full. Make room, then continue: nothing that was made is lost.")


def _fail(job: Job, error: ProviderError) -> None:
    try:
        if job.state == Job.State.RUNNING:
            buying.not_taken(job, error)
        elif isinstance(error, DiskFull) and job.provider_job_id:
            buying.collect_later(job, error)
        else:
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
        results.finish_export(job, made)
        return
    provider = routing.provider_for(job.offer, job.library_id)
    ticket = buying.ticket_for(job, progress=_progress(job), is_stopped=_is_stopped(job))
    answer = provider.submit(services.request_of(job, folder), folder, ticket)
    if isinstance(answer, Submitted):
        buying.accepted(job, answer)
    else:
        _arrived(job, answer)


def _arrived(job: Job, answer: Finished) -> None:
    """Make a take of a result. What was paid for is put where it outlives this process first.

    A result that its vendor still has is claimed before: a message and a look may bring it twice at the same moment.
    """
    mine = {"worker": leases.worker_name(), "heartbeat_at": timezone.now()}
    if job.state == Job.State.WAITING:
        job.move_to(Job.State.COLLECTING, **mine)
    if not job.is_free:
        answer = inbox.keep(job, answer)
    if job.state != Job.State.COLLECTING:
        job.move_to(Job.State.COLLECTING, **mine)
    services.finish_job(job, answer)
    if not job.is_free:
        inbox.drop(job)
    buying.learn_pace(job)


def _is_stopped(job: Job) -> Callable[[], bool]:
    """Ask, not more than once a second, whether somebody has cancelled a job."""
    asked = [time.monotonic(), False]

    def is_stopped() -> bool:
        if not asked[1] and time.monotonic() - asked[0] >= 1:
            asked[:] = [
                time.monotonic(),
                not Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, worker=job.worker).exists(),
            ]
        return bool(asked[1])

    return is_stopped


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
    """Look for the results of jobs whose time has come; many vendors at once, because looking is mostly waiting."""
    gates.send_due()
    while due := buying.take_due(Job.State.WAITING):
        _look_at(due)
    for job in buying.take_due(Job.State.UNCONFIRMED, most=20):
        with _bound(job), _folder() as folder:
            try:
                finding.search(job, folder)
            except LostRace:
                log.info("job was moved meanwhile")


@shared_task(name=queue.LOOK_AT_JOB, ignore_result=True)
def look_at_job(*, job_id: int, **_: Any) -> None:
    """Look for the result of a job now, since its vendor says that it is done; and of those that are due beside it.

    Where many are told of at once, few looks find them all. One that is not due any more is being looked at, or has
    been since.
    """
    due = buying.take_due(Job.State.WAITING, most=LOOKS_AT_ONCE)
    if due:
        _look_at(due)
    # At once: the message about it waits behind those of all other vendors' calls.
    for run_id in sorted({job.run_id for job in due if job.run_id}):
        advance_run(run_id=run_id)


@shared_task(name=queue.CANCEL_JOB, ignore_result=True)
def cancel_job(*, job_id: int, **_: Any) -> None:
    """Ask the vendor to stop what somebody has cancelled."""
    job = Job.objects.select_related("offer").filter(pk=job_id, state=Job.State.CANCELLED).first()
    if job is not None:
        buying.cancel_at_vendor(job)


LOOKS_AT_ONCE = 16

Look = Callable[[], Finished | Working]
"""Asks a vendor about a job, or tells what it answered."""


def _look_at(due: list[Job]) -> None:
    """Ask about jobs side by side, and settle each as its answer comes."""
    crowd = buying.crowd()
    providers: dict[tuple[int, int], Provider] = {}
    with _folder() as folder:
        looks = {_looker(job, folder, providers): job for job in due if job.offer}
        for look, job in _answered(looks) if len(looks) > 1 else looks.items():
            with _bound(job):
                _looked(job, look, crowd)


def _answered(looks: Mapping[Look, Job]) -> Iterator[tuple[Look, Job]]:
    with ThreadPoolExecutor(LOOKS_AT_ONCE, thread_name_prefix="look") as pool:
        asked = {pool.submit(look): job for look, job in looks.items()}
        for answer in as_completed(asked):
            yield answer.result, asked[answer]


def _looker(job: Job, folder: Path, providers: dict[tuple[int, int], Provider]) -> Look:
    """Return what asks the vendor about a job; it may be called in a thread and leaves the database alone."""
    assert job.offer is not None  # noqa: S101
    whose = (job.offer.pk, job.library_id)
    if whose not in providers:
        providers[whose] = routing.provider_for(job.offer, job.library_id)
    provider = providers[whose]
    sent, ticket = buying.sent_of(job), Ticket(reference=job.token)

    def look() -> Finished | Working:
        return provider.collect(sent, Path(tempfile.mkdtemp(dir=folder)), ticket)

    return look


def _looked(job: Job, look: Look, crowd: int) -> None:
    try:
        answer = look()
        if isinstance(answer, Working):
            buying.still_working(job, answer, among=crowd)
            return
        _settled(job, lambda _: _arrived(job, answer))
    except LostRace:
        log.info("job was taken or cancelled by somebody else")
    except ProviderError as error:
        _not_collected(job, error)
    except OSError as error:
        full = _disk_full(error)
        log.exception("file trouble")
        _not_collected(job, Unavailable(str(full or f"The studio could not use a file: {error.strerror or error}.")))
    except Exception as error:
        log.exception("looking for a result broke")
        _not_collected(job, Unavailable(f"Something went wrong inside the studio ({type(error).__name__})."))


def _not_collected(job: Job, error: ProviderError) -> None:
    try:
        buying.not_collected(job, error)
    except LostRace:
        log.info("job was taken or cancelled by somebody else")
    runs.wake_runs(job.library_id)


@shared_task(name=queue.ADVANCE_RUN, ignore_result=True)
def advance_run(*, run_id: int, **_: Any) -> None:
    """Look at one run while that is wanted. Whatever else finishes in a moment is seen with the same look."""
    while runs.is_wanted(run_id) and _begun(run_id):
        try:
            began = time.thread_time()
            with structlog.contextvars.bound_contextvars(run_id=run_id):
                services.advance_run(run_id)
            if runs.is_wanted(run_id):
                time.sleep(min(REST_PER_LOOK * (time.thread_time() - began), LONGEST_REST_S))
        finally:
            _looking.discard(run_id)


def _begun(run_id: int) -> bool:
    """Tell whether a run is ours to look at. Another thread that is at it looks once more, since that is wanted."""
    with _beginning:
        is_free = run_id not in _looking
        _looking.add(run_id)
    return is_free


REST_PER_LOOK = 1.0
"""Between two looks at a film a worker rests so many times as long as the look kept the processor: a long film is not
looked at for each of its hundred clips that come in at once."""
LONGEST_REST_S = 2.0
_beginning = threading.Lock()
_looking: set[int] = set()
"""The runs that some thread of this process looks at now."""


@shared_task(name="generation.advance_runs", ignore_result=True)
def advance_runs(**_: Any) -> None:
    """Look at every run that goes on: what a lost message or another film's work left undone is found here."""
    going_on = Run.objects.filter(state=Run.State.RUNNING)
    going_on.update(wants_advance=True)
    for run_id in going_on.values_list("pk", flat=True):
        advance_run(run_id=run_id)


@shared_task(name="generation.recover_interrupted", ignore_result=True)
def recover_interrupted(**_: Any) -> None:
    """Take back what dead workers left."""
    if services.recover_interrupted():
        advance_runs()


@shared_task(name="generation.sweep", ignore_result=True)
def sweep(**_: Any) -> None:
    """Remove stored files that no row needs any more, and what arrived for jobs that are over."""
    sweeping.sweep()
    inbox.sweep()


@shared_task(name="generation.look_at_pictures", ignore_result=True)
def look_at_pictures(**_: Any) -> None:
    """Look at pictures that are new, and ask models about them where a library wants that."""
    analysis.look_at_new()
    describing.describe_new()
