"""Gates: whether a vendor is asked now, and how much at once. The database keeps them, so they hold for all workers.

A vendor that is full, tired, out of credit or unknown to us is not asked; what is to be made waits and says why.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from generation import queue, vault
from generation.models import Job, Slot, Vendor, VendorGate, VendorKey
from generation.providers.base import BadKey, GoneModel, NeedsSetup, OutOfCredit, Refused

Reason = VendorGate.Reason

LONGEST_CLOSED = timedelta(hours=1)
UNTIL_SOMEBODY_ACTS = timedelta(days=3650)
FAILURES_BEFORE_REST = 5
"""So many failures one after the other, and a model is left alone for a while."""
FULL_FOR = timedelta(seconds=5)
"""How long to wait for a free place, at most; whoever leaves wakes the next."""
_AT_THE_VENDOR = (Job.State.RUNNING, Job.State.WAITING)


@transaction.atomic
def claim(job: Job, worker: str) -> bool:
    """Take a queued job for `worker` if its vendor may be asked now; else let it wait and say what for.

    Raise `LostRace` if somebody else has it. Counting and taking are one: no two workers take the last place.
    """
    vendor = vault.vendor_of(job.offer)
    if job.offer is None or vendor is None or not (vendor.is_elsewhere or vendor.max_in_flight):
        job.claim(worker)
        return True
    account = vault.account_of(job.library_id, vendor)
    whole, own = _gates(vendor.key, account, "", job.offer.endpoint)
    why = _shut(vendor, whole) or _shut(vendor, own) or _full(vendor, account) or _too_fast(vendor, whole)
    if why is None:
        job.claim(worker)
        return True
    until, words = why
    Job.objects.filter(pk=job.pk, state=Job.State.QUEUED).update(not_before=until, waits_for=words[:300])
    return False


def _gates(vendor: str, account: str, *endpoints: str) -> list[VendorGate]:
    """Return the gates before these models ("" for all of a vendor), held until the transaction ends."""
    held = VendorGate.objects.select_for_update().filter(vendor=vendor, account=account, endpoint__in=endpoints)
    # Always in the same order, so that no two who want both wait for each other.
    found = {gate.endpoint: gate for gate in held.order_by("endpoint")}
    if len(found) < len(set(endpoints)):
        for endpoint in endpoints:
            VendorGate.objects.get_or_create(vendor=vendor, account=account, endpoint=endpoint)
        found = {gate.endpoint: gate for gate in held.order_by("endpoint")}
    return [found[endpoint] for endpoint in endpoints]


def _shut(vendor: Vendor, gate: VendorGate) -> tuple[datetime, str] | None:
    if not vendor.is_on:
        return timezone.now() + LONGEST_CLOSED, f"{vendor.label} is switched off."
    if gate.closed_until and gate.closed_until > timezone.now():
        return min(gate.closed_until, timezone.now() + LONGEST_CLOSED), gate.words
    return None


def _full(vendor: Vendor, account: str) -> tuple[datetime, str] | None:
    if vendor.max_in_flight is None:
        return None
    if _in_flight(vendor, account) < vendor.max_in_flight:
        return None
    return timezone.now() + FULL_FOR, f"{vendor.label} makes {vendor.max_in_flight} pieces at once; this one is next."


def _in_flight(vendor: Vendor, account: str) -> int:
    return _of_account(vendor.key, account).filter(state__in=_AT_THE_VENDOR).count()


def _account(job: Job) -> str:
    """Return who pays for a job: a library with a key of its own, or "" for all that use the studio's."""
    vendor = vault.vendor_of(job.offer)
    return vault.account_of(job.library_id, vendor) if vendor else ""


def _of_account(vendor: str, account: str) -> QuerySet[Job]:
    jobs = Job.objects.filter(offer__vendor=vendor)
    if account:
        return jobs.filter(library=int(account))
    return jobs.exclude(library__in=VendorKey.objects.filter(vendor=vendor, name="").values("library"))


def _too_fast(vendor: Vendor, gate: VendorGate) -> tuple[datetime, str] | None:
    """Take one request out of the room that fills up again with time."""
    if vendor.requests_per_minute is None:
        return None
    now, a_second = timezone.now(), vendor.requests_per_minute / 60
    most = max(1.0, a_second * 5)
    gone = (now - gate.room_at).total_seconds() if gate.room_at else most / a_second
    room = min(most, gate.room + gone * a_second)
    if room < 1:
        return now + timedelta(seconds=(1 - room) / a_second), f"{vendor.label} takes so many requests a minute."
    gate.room, gate.room_at = room - 1, now
    gate.save(update_fields=["room", "room_at"])
    return None


# --- What a vendor's answer means for the next ones --------------------------------------------------


def close(job: Job, reason: str, words: str, *, seconds: float | None, whole: bool = True) -> datetime:
    """Ask the vendor (or only this model) nothing more for a while; return until when.

    `seconds` is what the vendor asked for; None closes it until somebody acts.
    """
    if job.offer is None:
        return timezone.now()
    lasting = UNTIL_SOMEBODY_ACTS if seconds is None else timedelta(seconds=seconds)
    until = timezone.now() + lasting
    VendorGate.objects.update_or_create(
        vendor=job.offer.vendor,
        account=_account(job),
        endpoint="" if whole else job.offer.endpoint,
        defaults={"closed_until": until, "reason": reason, "words": words[:500]},
    )
    return until


@transaction.atomic
def failed(job: Job, words: str) -> None:
    """Count a failure of a model; after several in a row it is left alone, longer each time."""
    if job.offer is None:
        return
    (gate,) = _gates(job.offer.vendor, _account(job), job.offer.endpoint)
    gate.failures += 1
    if gate.failures >= FAILURES_BEFORE_REST:
        rest = min(30 * 2 ** (gate.failures - FAILURES_BEFORE_REST), LONGEST_CLOSED.total_seconds())
        gate.closed_until = timezone.now() + timedelta(seconds=rest * random.uniform(0.8, 1.2))
        gate.reason, gate.words = (
            Reason.FAILING,
            f"{job.offer.label} failed {gate.failures} times in a row: {words}"[:500],
        )
    gate.save()


def succeeded(job: Job) -> None:
    """Forget the failures of a model that works. What was sent since the credit was missing tells that it is back."""
    if job.offer is None:
        return
    of_vendor = VendorGate.objects.filter(vendor=job.offer.vendor)
    out_of_credit = Q(reason=Reason.OUT_OF_CREDIT, closed_until__lt=job.sent_at or job.created_at)
    trouble = Q(endpoint=job.offer.endpoint, failures__gt=0) | out_of_credit
    for gate in of_vendor.filter(trouble):
        if gate.failures:
            of_vendor.filter(pk=gate.pk).update(failures=0, closed_until=None, reason=Reason.NONE, words="")
        elif gate.account == _account(job):
            reopen(gate.vendor, gate.account)


def reopen(vendor: str, account: str) -> None:
    """Ask a vendor again at once: a key was changed, somebody says that it works now, or it does."""
    VendorGate.objects.filter(vendor=vendor, account__in={account, ""}).update(
        closed_until=None, reason=Reason.NONE, words="", failures=0
    )
    _return_to_choice(vendor, account)
    wake(vendor, account, most=1000)


def _return_to_choice(vendor: str, account: str) -> None:
    """Let what went another way for want of credit or of a key go its own way again, where nothing is bought yet."""
    of_slot = Job.objects.filter(slot=OuterRef("pk"))
    came_from_here = _of_account(vendor, account).filter(
        slot=OuterRef("pk"), state=Job.State.FAILED, error_code__in=TROUBLE_OF_THE_ACCOUNT
    )
    # One that was refused besides would be refused again.
    is_settled = of_slot.filter(state__in=Job.ACTIVE) | of_slot.filter(state=Job.State.FAILED, error_code__in=REFUSALS)
    away = Slot.objects.filter(Exists(came_from_here), ~Exists(is_settled), selected_take=None)
    away.exclude(diverted_to="").update(diverted_to="")


TROUBLE_OF_THE_ACCOUNT = tuple(error.code for error in (OutOfCredit, BadKey, NeedsSetup))
REFUSALS = tuple(error.code for error in (Refused, GoneModel))


# --- Who waits -----------------------------------------------------------------------------------------


def left(job: Job) -> None:
    """A place at a vendor is free: send for whoever has waited longest."""
    if job.offer is not None:
        vendor = vault.vendor_of(job.offer)
        if vendor is not None and vendor.max_in_flight is not None:
            wake(vendor.key, vault.account_of(job.library_id, vendor), most=2)


def wake(vendor: str, account: str, *, most: int) -> None:
    """Send for the jobs that have waited longest for a vendor."""
    waiting = _of_account(vendor, account).filter(state=Job.State.QUEUED, not_before__isnull=False)
    send_for(list(waiting.order_by("pk").values_list("pk", flat=True)[:most]))


def send_due() -> int:
    """Send for every queued job whose time has come; return how many."""
    due = Job.objects.filter(state=Job.State.QUEUED, not_before__lte=timezone.now())
    return send_for(list(due.order_by("not_before").values_list("pk", flat=True)[:500]))


def send_for(job_ids: list[int]) -> int:
    """Send a message for each of these jobs that still waits, once."""
    sent = 0
    for job_id in job_ids:
        mine = Job.objects.filter(Q(pk=job_id), state=Job.State.QUEUED, not_before__isnull=False)
        if mine.update(not_before=None, waits_for="", queued_at=timezone.now()):
            queue.send(queue.RUN_JOB, job_id=job_id)
            sent += 1
    return sent
