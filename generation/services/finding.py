"""Requests whose answer was lost: looked for in the vendor's own list, or told of by the vendor's call.

Only what is surely not there is sent again; what nobody can tell is left to a person.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import structlog
from django.db import transaction
from django.utils import timezone

from generation import routing
from generation.models import Job
from generation.providers.base import CanFind, Delivery, ProviderError, Submitted, Ticket
from generation.services.buying import FIRST_SEARCH_S, accepted, callback_url
from generation.services.requests import request_of

log = structlog.get_logger(__name__)

SEARCHES = (FIRST_SEARCH_S, 20, 60, 300, 1800)
"""Seconds between the looks for a request whose answer was lost. Lists at vendors lag behind."""
LOOKS_THAT_FIND_NOTHING = 2
"""How often a vendor's list must say that it has nothing from us before we believe it."""


def search(job: Job, folder: Path) -> None:
    """Look for an unconfirmed job in the vendor's own list; leave it to a person where that tells nothing."""
    if job.offer is None or job.sent_at is None:
        return
    called_for = job.deliveries.filter(problem="").exclude(provider_job_id="").first()
    if called_for is not None:
        accepted(job, Submitted(called_for.provider_job_id))
        return
    provider = routing.provider_for(job.offer, job.library_id)
    if not isinstance(provider, CanFind):
        Job.objects.filter(pk=job.pk, state=Job.State.UNCONFIRMED).update(not_before=None)
        return
    ticket = Ticket(reference=job.token, callback_url=callback_url(job), sent_at=job.sent_at.timestamp())
    try:
        found = provider.find(request_of(job, folder), ticket)
    except ProviderError as error:
        log.info("cannot be found out", job_id=job.pk, detail=str(error), vendor_words=error.vendor_words)
        _search_later(job)
        return
    if found is not None and _is_anothers(job, found):
        _search_later(job)
    elif found is not None:
        accepted(job, found)
    elif _empty_looks(job) >= LOOKS_THAT_FIND_NOTHING:
        _surely_not_taken(job)
    else:
        _search_later(job)


def _empty_looks(job: Job) -> int:
    """Count one more look that found nothing of ours; those that told nothing do not count."""
    job.handle = {**job.handle, "empty_looks": int(job.handle.get("empty_looks", 0)) + 1}
    Job.objects.filter(pk=job.pk, state=Job.State.UNCONFIRMED).update(handle=job.handle)
    return int(job.handle["empty_looks"])


def _is_anothers(job: Job, found: Submitted) -> bool:
    """Tell whether what was found belongs to another job that asked for the very same."""
    same = Job.objects.filter(provider_job_id=found.provider_job_id).exclude(pk=job.pk)
    return job.offer is not None and same.filter(offer__vendor=job.offer.vendor).exists()


def _search_later(job: Job) -> None:
    step = job.tries + 1
    when = timezone.now() + timedelta(seconds=SEARCHES[step]) if step < len(SEARCHES) else None
    Job.objects.filter(pk=job.pk, state=Job.State.UNCONFIRMED).update(not_before=when, tries=step)


def _surely_not_taken(job: Job) -> None:
    log.info("the vendor has nothing from us", job_id=job.pk)
    job.move_to(
        Job.State.QUEUED,
        attempt=job.attempt + 1,
        tries=0,
        worker="",
        heartbeat_at=None,
        sent_at=None,
        handle={},
        not_before=timezone.now(),
        waits_for="",
    )


# --- When the vendor calls ------------------------------------------------------------------------------


@transaction.atomic
def called(token: str, delivery: Delivery) -> Job | None:
    """Note that the vendor says that a job is done; return it if it is worth a look now.

    The address is known to the vendor alone, so a message for a job whose answer was lost tells that it was taken, and
    under which id. A message may come before the answer does: then the id is kept by whoever sent the request.
    """
    job = Job.objects.select_for_update(of=("self",)).select_related("offer").filter(token=token).first()
    if job is None or job.is_final:
        return None
    if delivery.told:
        job.handle = {**job.handle, "told": dict(delivery.told)}
        Job.objects.filter(pk=job.pk).update(handle=job.handle)
    if job.state == Job.State.UNCONFIRMED and delivery.provider_job_id:
        accepted(job, Submitted(delivery.provider_job_id, job.handle))
    if job.state == Job.State.WAITING:
        Job.objects.filter(pk=job.pk).update(not_before=timezone.now())
        return job
    return None
