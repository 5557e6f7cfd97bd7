"""The life of a bought job: sent once, looked for until it is found, and every kind of trouble by what it means.

What was sent is never sent again by itself. A request that surely was not taken waits for its time and is sent then;
one whose fate is unknown is looked for at the vendor, and left to a person where the vendor cannot tell.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

import structlog
from django.conf import settings
from django.db.models import Case, F, Value, When
from django.urls import reverse
from django.utils import timezone

from generation import routing, vault
from generation.models import Job, LostRace, ModelOffer, RunEvent, Slot, VendorGate
from generation.providers.base import (
    BadKey,
    CanCancel,
    GoneModel,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Submitted,
    Ticket,
    Unavailable,
    Unconfirmed,
    Working,
)
from generation.services import gates
from generation.services.jobs import fail_job

log = structlog.get_logger(__name__)

TRIES_BEFORE_GIVING_UP = 6
FIRST_PAUSE_S = 4.0
LOOK_LEASE = timedelta(minutes=2)
"""Whoever looks at a waiting job has it for so long; then somebody else may."""
LONGEST_PAUSE_S = 60.0
LOOKS_PER_SECOND = 40
"""How often vendors are asked about waiting jobs, all together: below the tightest limit that a vendor names."""
CREDIT_PAUSE_S = 900.0
NO_ROOM_PAUSE_S = 30.0
FIRST_SEARCH_S = 5
"""How long after an answer was lost the vendor is asked whether it has the request. Lists at vendors lag behind."""

TROUBLE_OF_THE_KEY: Mapping[type[ProviderError], tuple[str, float | None]] = {
    OutOfCredit: (VendorGate.Reason.OUT_OF_CREDIT, CREDIT_PAUSE_S),
    BadKey: (VendorGate.Reason.BAD_KEY, None),
    NeedsSetup: (VendorGate.Reason.NEEDS_SETUP, None),
}


# --- Sending -----------------------------------------------------------------------------------------


def ticket_for(job: Job, *, progress: Callable[[float], None], is_stopped: Callable[[], bool]) -> Ticket:
    """Return what goes along with a job's request."""
    return Ticket(
        reference=job.token,
        callback_url=callback_url(job),
        sent_at=job.sent_at.timestamp() if job.sent_at else 0.0,
        sending=partial(_sending, job),
        progress=progress,
        is_stopped=is_stopped,
    )


def _sending(job: Job) -> None:
    """Write down that the request goes out now. Raise `LostRace` where somebody cancelled it: then it does not."""
    job.sent_at = timezone.now()
    mine = Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, worker=job.worker, attempt=job.attempt)
    if not mine.update(sent_at=job.sent_at):
        raise LostRace(f"job {job.pk} is no longer ours to send")


def callback_url(job: Job) -> str:
    """Return where a vendor may report a job; "" where the studio cannot be reached from outside."""
    if not settings.PUBLIC_URL or not job.token or job.offer is None:
        return ""
    return str(settings.PUBLIC_URL).rstrip("/") + reverse("generation:webhook", args=[job.offer.vendor, job.token])


def accepted(job: Job, sent: Submitted) -> None:
    """Keep the vendor's id before anything else happens. Where the vendor has called already, it is looked at now."""
    # What the vendor has called to say already is kept beside what it answers now.
    told = Job.objects.values_list("handle", flat=True).get(pk=job.pk).get("told")
    # Due at once: whoever dies before the next line leaves a job that is looked for all the same.
    job.move_to(
        Job.State.WAITING,
        provider_job_id=sent.provider_job_id,
        handle={**sent.handle, "told": told} if told else dict(sent.handle),
        not_before=timezone.now(),
        waits_for="",
    )
    if not job.deliveries.filter(problem="").exists():
        later = timezone.now() + timedelta(seconds=_pause_s(job, 0.0))
        Job.objects.filter(pk=job.pk, state=Job.State.WAITING, not_before=job.not_before).update(not_before=later)
    log.info("vendor took the request", job_id=job.pk, provider_job_id=sent.provider_job_id)


# --- Trouble while it is sent -------------------------------------------------------------------------


def not_taken(job: Job, error: ProviderError) -> None:
    """Settle a running job that brought no answer, by what the trouble means. Raise `LostRace` if it is not ours."""
    broke_after_sending = error.code == "internal_error" and job.sent_at is not None and not job.is_free
    if isinstance(error, Unconfirmed) or broke_after_sending:
        # Our own mistake with an answer is no answer either: it was taken perhaps, and must not be asked for again.
        _unseen(job, error)
    elif not _is_elsewhere(job.offer):
        fail_job(job, error)
    elif isinstance(error, tuple(TROUBLE_OF_THE_KEY)):
        _trouble_of_the_key(job, error)
    elif isinstance(error, RateLimited):
        until = gates.close(job, VendorGate.Reason.RATE_LIMITED, str(error), seconds=error.retry_after_s or 10.0)
        _later(job, until, str(error))
    elif isinstance(error, Unavailable):
        _try_later(job, error)
    else:
        _refused(job, error)
    gates.left(job)


def _is_elsewhere(offer: ModelOffer | None) -> bool:
    vendor = vault.vendor_of(offer)
    return vendor is not None and vendor.is_elsewhere


def _unseen(job: Job, error: ProviderError) -> None:
    log.warning("no answer seen", job_id=job.pk, detail=str(error), vendor_words=error.vendor_words)
    job.move_to(
        Job.State.UNCONFIRMED,
        not_before=timezone.now() + timedelta(seconds=FIRST_SEARCH_S),
        tries=0,
        waits_for=str(error)[:300],
        vendor_words=error.vendor_words[:4000],
    )


def _trouble_of_the_key(job: Job, error: ProviderError) -> None:
    """Nothing was taken. The next model of the route is asked, or all waits until somebody has seen to the account."""
    reason, seconds = TROUBLE_OF_THE_KEY[type(error)]
    until = gates.close(job, reason, str(error), seconds=seconds)
    if divert(job):
        # As if it had not been sent: once the account is in order, the very same may be asked for.
        job.sent_at = None
        Job.objects.filter(pk=job.pk, state=job.state, worker=job.worker).update(sent_at=None)
        fail_job(job, error)
        return
    _later(job, min(until, timezone.now() + gates.LONGEST_CLOSED), str(error))
    if job.run_id and not RunEvent.objects.filter(run=job.run_id, text=str(error)).exists():
        RunEvent.objects.create(run_id=job.run_id, text=str(error), level=RunEvent.Level.WARNING)


def _try_later(job: Job, error: Unavailable) -> None:
    gates.failed(job, str(error))
    if job.tries + 1 >= TRIES_BEFORE_GIVING_UP:
        divert(job)
        fail_job(job, error)
        return
    pause = error.retry_after_s or FIRST_PAUSE_S * 2**job.tries * random.uniform(0.5, 1.5)
    _later(job, timezone.now() + timedelta(seconds=pause), str(error), tries=job.tries + 1)


def _later(job: Job, when: datetime, why: str, **changes: int) -> None:
    """Put a job that was not taken back into the queue, for later."""
    log.info("will be tried again", job_id=job.pk, at=when.isoformat(), why=why)
    job.move_to(
        Job.State.QUEUED,
        worker="",
        heartbeat_at=None,
        sent_at=None,
        not_before=when,
        waits_for=why[:300],
        **changes,
    )


def _refused(job: Job, error: ProviderError) -> None:
    if isinstance(error, GoneModel) and job.offer is not None:
        ModelOffer.objects.filter(pk=job.offer.pk).update(problem=str(error)[:300])
    if isinstance(error, Refused | GoneModel):
        divert(job)
    fail_job(job, error)


def divert(job: Job) -> bool:
    """Let the next model of the slot's route make it; tell whether there is one. The failed job stays as it is."""
    if job.offer is None or job.project is None or job.is_change:
        return False  # the model of a change was chosen for it; what the plan asks for goes its own way
    following = routing.following(job.project, job.slot, job.offer)
    if not following:
        return False
    Slot.objects.filter(pk=job.slot_id).update(diverted_to=following)
    log.info("diverted", job_id=job.pk, offer=job.offer.key, to=following)
    return True


# --- Looking for the result -----------------------------------------------------------------------------


def take_due(state: str, *, most: int = 200) -> list[Job]:
    """Return jobs in `state` whose time for a look has come. Nobody else looks at them for a while."""
    now = timezone.now()
    due = Job.objects.filter(state=state, not_before__lte=now)
    wanted = list(due.order_by("not_before").values_list("pk", flat=True)[:most])
    # The odd part of a second tells what is ours from what somebody else takes at this very moment.
    ours = now + LOOK_LEASE + timedelta(microseconds=random.randrange(1_000_000))
    if not wanted or not due.filter(pk__in=wanted).update(not_before=ours):
        return []
    taken = Job.objects.filter(pk__in=wanted, state=state, not_before=ours)
    return list(taken.select_related("slot", "offer").order_by("pk"))


def sent_of(job: Job) -> Submitted:
    """Return what the vendor gave us for a job."""
    return Submitted(job.provider_job_id, job.handle)


def crowd() -> int:
    """Return how many jobs are at vendors."""
    return Job.objects.filter(state=Job.State.WAITING).count()


def still_working(job: Job, working: Working, *, among: int) -> None:
    """Look again later: sooner for quick work, and at a pace that vendors allow for as many as it is `among`."""
    elapsed = (timezone.now() - (job.sent_at or job.created_at)).total_seconds()
    later = timezone.now() + timedelta(seconds=_pause_s(job, elapsed, among))
    changes: dict[str, object] = {"not_before": _unless_called(job, later)}
    if working.progress is not None:
        changes["progress"] = max(0, min(99, int(working.progress * 100)))
    Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(**changes)


def _unless_called(job: Job, later: datetime) -> Case:
    """Return when a job that we look at now is looked at again: `later`, unless somebody has made it due meanwhile."""
    return Case(When(not_before=job.not_before, then=Value(later)), default=F("not_before"))


def _pause_s(job: Job, elapsed_s: float, among: int = 0) -> float:
    """Return how long to wait before the next look: until it is likely done, then a tenth of how long it took so far.

    Where the vendor calls us, looking is only a net below.
    """
    vendor = vault.vendor_of(job.offer)
    least = vendor.poll_seconds if vendor else 5.0
    if elapsed_s == 0:
        likely = job.offer.typical_s + 0.5 if job.offer and _is_known(job.offer) else least
        pause = min(max(1.0, likely), LONGEST_PAUSE_S)
    else:
        # In a crowd each is looked at less often, so that all looks together stay at a pace that vendors bear.
        pause = min(max(least, elapsed_s / 10, among / LOOKS_PER_SECOND), LONGEST_PAUSE_S)
    return max(pause, 30.0) if vendor and vendor.webhook and settings.PUBLIC_URL else pause


def _is_known(offer: ModelOffer) -> bool:
    """Tell whether the time that a model takes was learnt: what its row says at first is a guess."""
    return Job.objects.filter(offer=offer, state=Job.State.SUCCEEDED).exists()


def not_collected(job: Job, error: ProviderError) -> None:
    """Settle a waiting job that brought no result: what passes is waited for, the rest ends it. Nothing is sent again.

    Raise `LostRace` if it is not ours.
    """
    if isinstance(error, Unavailable | Unconfirmed | BadKey | OutOfCredit | NeedsSetup):
        log.info("cannot be asked now", job_id=job.pk, detail=str(error), vendor_words=error.vendor_words)
        if isinstance(error, tuple(TROUBLE_OF_THE_KEY)):
            reason, seconds = TROUBLE_OF_THE_KEY[type(error)]
            gates.close(job, reason, str(error), seconds=seconds)
        pause = getattr(error, "retry_after_s", None) or min(FIRST_PAUSE_S * 2 ** min(job.tries, 6), 300.0)
        Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(
            not_before=_unless_called(job, timezone.now() + timedelta(seconds=pause)),
            tries=F("tries") + 1,
            waits_for=str(error)[:300],
        )
        return
    if isinstance(error, Refused):
        divert(job)
    gates.failed(job, str(error))
    fail_job(job, error)
    gates.left(job)


def collect_later(job: Job, error: ProviderError) -> None:
    """Leave a result at the vendor for now: there is no room for it here. Raise `LostRace` if the job is not ours."""
    when = timezone.now() + timedelta(seconds=NO_ROOM_PAUSE_S)
    if job.state == Job.State.COLLECTING:
        job.move_to(Job.State.WAITING, worker="", heartbeat_at=None, not_before=when, waits_for=str(error)[:300])
    else:
        Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(not_before=when, waits_for=str(error)[:300])


def learn_pace(job: Job) -> None:
    """Remember how long this model takes: a running mean, so that the first look comes at the right time."""
    if job.offer is None or job.offer.is_ours:
        return
    gates.succeeded(job)
    gates.left(job)
    if job.sent_at is not None:
        took = max(1, int((timezone.now() - job.sent_at).total_seconds()))
        ModelOffer.objects.filter(pk=job.offer.pk).update(typical_s=(F("typical_s") * 4 + took) / 5)


def cancel_at_vendor(job: Job) -> None:
    """Ask the vendor to stop, where it can be asked; what it says does not matter to anybody any more."""
    if job.offer is None or not job.provider_job_id:
        return
    provider = routing.provider_for(job.offer, job.library_id)
    if isinstance(provider, CanCancel):
        try:
            provider.cancel(sent_of(job))
        except ProviderError as error:
            log.info("not cancelled there", job_id=job.pk, detail=str(error), vendor_words=error.vendor_words)
