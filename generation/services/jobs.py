"""What becomes of a job that does not go well: failed, cancelled, tried again, or taken back from a dead worker."""

from __future__ import annotations

from datetime import timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from generation import leases, queue
from generation.film import load
from generation.models import Job, LostRace, Slot, Take
from generation.providers.base import BadAnswer, LostByVendor, ProviderError
from generation.services import budget, gates, inbox, library
from generation.services.results import finish_job

log = structlog.get_logger(__name__)

INTERRUPTIONS_BEFORE_GIVING_UP = 5
FORGOTTEN_AFTER = timedelta(seconds=30)
SURELY_FORGOTTEN_AFTER = timedelta(minutes=10)
LOST = "It was made, but never arrived here. What it cost is counted as wasted."
NOT_MADE = "The vendor never made it, so it cost nothing. It can be tried again."
UNSEEN = "It was sent, and no answer was seen. Whether it was made is being found out."


@transaction.atomic
def fail_job(job: Job, error: ProviderError) -> None:
    """Let a job fail with a sentence for the user and the vendor's own words for the log."""
    log.warning("job failed", job_id=job.pk, code=error.code, detail=str(error), vendor_words=error.vendor_words)
    # What came and cannot be used is billed as what can be, and so is what we could not keep.
    is_ours = error.code in {"disk_full", "internal_error"} and job.sent_at is not None
    was_delivered = job.state == Job.State.COLLECTING or is_ours or isinstance(error, BadAnswer | LostByVendor)
    job.move_to(
        Job.State.FAILED,
        error_code=error.code,
        error_detail=str(error),
        vendor_words=error.vendor_words[:4000],
        # What was sent and may be charged is not asked for again by itself: a person decides.
        is_permanent=error.permanent or (not job.is_free and job.sent_at is not None),
        waits_for="",
    )
    inbox.drop(job)
    if error.charged_micros is not None:
        budget.waste(job, error.charged_micros)
    else:
        (budget.waste if was_delivered else budget.release)(job)


@transaction.atomic
def cancel_job(job: Job) -> None:
    """Stop a job; its worker finds out by losing the race. Raise `LostRace` if it finished meanwhile."""
    was_sent = job.state != Job.State.QUEUED
    job.move_to(Job.State.CANCELLED, waits_for="")
    inbox.drop(job)
    if job.provider_job_id:
        queue.send(queue.CANCEL_JOB, job_id=job.pk)
    gates.left(job)
    # What was asked for may be charged although nobody waits for it any more.
    (budget.waste if was_sent else budget.release)(job)


@transaction.atomic
def settle_unconfirmed(job: Job, *, was_made: bool, provider_job_id: str = "") -> None:
    """Say of a job whose answer was not seen whether the vendor made it. Raise `LostRace` if it is settled already.

    What was made is collected where its number at the vendor is known; else it is paid for and lost. What was not made
    costs nothing.
    """
    if was_made and provider_job_id:
        job.move_to(Job.State.WAITING, provider_job_id=provider_job_id, not_before=timezone.now(), waits_for="")
        return
    code, words = ("lost", LOST) if was_made else ("not_made", NOT_MADE)
    job.move_to(Job.State.FAILED, error_code=code, error_detail=words, is_permanent=False)
    (budget.waste if was_made else budget.release)(job)


def retry_job(job: Job, *, requested_by_id: int | None) -> Job | Take:
    """Try a failed job's slot again, as the film stands now."""
    from generation.services import changing, posts
    from generation.services.takes import request_take

    if job.is_change:
        return changing.ask_again(job, requested_by_id=requested_by_id)
    if job.slot.role == Slot.Role.POST:
        return posts.ask_again(job, requested_by_id=requested_by_id)
    if job.project_id is None:
        return library.ask_again(job.slot, job.library, requested_by_id=requested_by_id)
    film = load(job.project_id or 0)
    slot = next(slot for slot in film.slots.values() if slot.pk == job.slot_id)
    return request_take(film, slot, run=job.run, requested_by_id=requested_by_id)


def recover_interrupted(*, dead_worker: str = "") -> int:
    """Take back jobs whose worker is dead: leases that ran out, and all of `dead_worker`'s. Return how many.

    Free work is queued again, and bought work that was not sent yet. What was sent never is: with the vendor's id it
    waits for the vendor, what has arrived becomes a take, and the rest is looked for.
    """
    silent_since = timezone.now() - timedelta(seconds=settings.JOB_LEASE_SECONDS)
    under_way = Job.objects.filter(state__in=Job.LEASED).select_related("offer")
    orphans = list(under_way.filter(heartbeat_at__lt=silent_since))
    if dead_worker:
        orphans += [job for job in under_way.filter(worker__startswith=dead_worker) if job not in orphans]
    for job in orphans:
        _take_back(job)
    _resend_forgotten()
    return len(orphans)


def _take_back(job: Job) -> None:
    try:
        arrived = None if job.is_free else inbox.kept(job)
        if arrived is not None:
            job.take_over(leases.worker_name())
            finish_job(job, arrived)
            inbox.drop(job)
        elif job.provider_job_id:
            job.move_to(Job.State.WAITING, not_before=timezone.now())
        elif not job.is_free and job.sent_at is not None:
            job.move_to(Job.State.UNCONFIRMED, not_before=timezone.now(), tries=0, waits_for=UNSEEN)
        elif job.attempt >= INTERRUPTIONS_BEFORE_GIVING_UP:
            fail_job(job, ProviderError(f"The work was cut off {job.attempt} times, so it was given up."))
        else:
            _queue_again(job)
    except LostRace:
        log.info("job was moved meanwhile", job_id=job.pk)
    except ProviderError as error:
        fail_job(job, error)


def _queue_again(job: Job) -> None:
    with transaction.atomic():
        job.move_to(Job.State.QUEUED, attempt=job.attempt + 1, worker="", heartbeat_at=None, queued_at=timezone.now())
        queue.send(queue.RUN_JOB, job_id=job.pk)
    log.info("interrupted job queued again", job_id=job.pk, attempt=job.attempt)


def _resend_forgotten() -> None:
    """Send a new message for jobs that nobody came for: a message may die with the worker that fetched it.

    While others are at work, a job that waits is most likely waiting for them.
    """
    now = timezone.now()
    at_work = Job.objects.filter(state__in=Job.LEASED) | Job.objects.filter(started_at__gte=now - FORGOTTEN_AFTER)
    patience = SURELY_FORGOTTEN_AFTER if at_work.exists() else FORGOTTEN_AFTER
    forgotten = Job.objects.filter(state=Job.State.QUEUED, not_before=None, queued_at__lt=now - patience)
    resend(list(forgotten.order_by("pk").values_list("pk", flat=True)))


def resend(job_ids: list[int]) -> None:
    """Send a message for each queued job; one that was fetched meanwhile ignores it."""
    Job.objects.filter(pk__in=job_ids, state=Job.State.QUEUED).update(queued_at=timezone.now())
    for job_id in job_ids:
        queue.send(queue.RUN_JOB, job_id=job_id)
