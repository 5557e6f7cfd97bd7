"""The engine: finds what is due, takes it on, does step after step, and leaves every publication in a state.

All of it comes from the database: a message only says where to look, and one that is lost is sent again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import Error as DatabaseTrouble
from django.db.models import Case, Q, QuerySet, Value, When
from django.utils import timezone

from publishing import leases, queue
from publishing.models import Channel, LostRace, Publication
from publishing.platforms.base import Whereabouts
from publishing.platforms.errors import PlatformError, Rejected

from . import looking, posting, troubles
from .ahead import MOST_LEAD
from .posting import Errand
from .posts import LEAST_LEAD, whole

log = structlog.get_logger(__name__)

State = Publication.State
Later = Callable[[float, int, int], None]
"""Is told in how many seconds which publication is to be worked on, and its rank."""

STEPS: Mapping[str, Callable[[Errand], None]] = {
    State.SCHEDULED: posting.begin,
    State.STARTING: posting.start,
    State.TRANSFERRING: posting.transfer,
    State.COMMITTING: looking.lost,
    State.UNKNOWN: looking.reconcile,
    State.OBSERVING: looking.observe,
    State.HANDED_OVER: looking.observe,
}
_MOVING = (State.STARTING, State.TRANSFERRING, State.COMMITTING, State.UNKNOWN, State.OBSERVING, State.HANDED_OVER)
_BEFORE_COMMIT = frozenset({State.SCHEDULED, State.STARTING, State.TRANSFERRING})
_GOES_OUT_FIRST = Case(When(state__in=_BEFORE_COMMIT, then=Value(0)), default=Value(1))
SENT_AGAIN_AFTER = timedelta(minutes=2)
"""A message that nobody came for is taken for lost."""
SOON_S = 30.0
"""What is worth going on with so soon does not wait for beat's next round."""
STEPS_AT_MOST = 12
"""In one go; a worker that goes round in circles stops here."""


# --- What is due ------------------------------------------------------------------------------------------


def due(now: datetime) -> QuerySet[Publication]:
    """Return the publications that something is to be done about."""
    begins = Q(scheduled_at__lte=now + MOST_LEAD) | Q(is_kept_by_platform=True, scheduled_at__gt=now + LEAST_LEAD)
    may_begin = Q(not_before__isnull=True) | Q(not_before__lte=now)
    waiting = Q(begins, may_begin, state=State.SCHEDULED)
    moving = Q(state__in=_MOVING, not_before__lte=now)
    bogus = now + timedelta(seconds=3 * leases.lease_s())
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now) | Q(leased_until__gt=bogus)
    is_open = Q(channel__closed_until__isnull=True) | Q(channel__closed_until__lte=now)
    return Publication.objects.filter(waiting | moving).filter(free).filter(is_open)


def send_due() -> int:
    """Send for a worker for each publication that is due, those first that are to go out; return how many."""
    ready = claim_due()
    for one in ready:
        queue.send(queue.WORK_ON, publication_id=one.publication_id)
    return len(ready)


@dataclass(frozen=True, slots=True)
class Due:
    """A publication that is due in so many seconds; those of a lower rank go first."""

    publication_id: int
    rank: int
    in_s: float


_TO_BE_SENT = (
    "state", "fence", "scheduled_at", "not_before", "queued_at", "commit_sent_at", "started_at",
    "channel__closed_until",
)  # fmt: skip


def claim_due(*, soon_s: float = 0, most: int = 2000) -> list[Due]:
    """Return the publications that somebody is to be sent for now, or within `soon_s`.

    One that was sent for is given time. What is far too late is asked about.
    """
    now = timezone.now()
    unsent = (
        Q(queued_at__isnull=True) | Q(queued_at__lt=now - SENT_AGAIN_AFTER) | Q(queued_at__gt=now + SENT_AGAIN_AFTER)
    )
    found = due(now + timedelta(seconds=soon_s)).filter(unsent).select_related("channel").only(*_TO_BE_SENT)
    rows = found.order_by(_GOES_OUT_FIRST, "scheduled_at", "pk")[:most]
    ready = []
    for publication in rows:
        is_late = publication.state == State.SCHEDULED and posting.is_missed(publication)
        if is_late or posting.is_forgotten(publication):
            _ask(publication)
        else:
            ready.append(Due(publication.pk, rank_of(publication, now), _in_s(publication, now)))
    if ready:
        Publication.objects.filter(pk__in=[one.publication_id for one in ready]).update(queued_at=now)
    return ready


def rank_of(publication: Publication, now: datetime) -> int:
    """Return which goes first of those that are due: 0 for one whose time has come, 1 for the rest."""
    at = publication.scheduled_at
    is_urgent = at is None or at <= now + timedelta(seconds=SOON_S)
    return 0 if publication.state in _BEFORE_COMMIT and is_urgent else 1


def _ask(publication: Publication) -> None:
    try:
        troubles.missed(publication, "Its time passed while the studio was off or could not post.")
    except LostRace:
        log.info("publication was moved meanwhile", publication_id=publication.pk)


# --- One publication --------------------------------------------------------------------------------------


def work_on(publication_id: int, *, later: Later | None = None) -> None:
    """Do what is due for one publication, step after step, until it has to wait.

    `later` sees to it that this is called again, where that is worth it in a moment.
    """
    publication = _taken(publication_id)
    if publication is None:
        return
    with structlog.contextvars.bound_contextvars(publication_id=publication.pk, channel_id=publication.channel_id):
        with leases.kept_alive(publication):
            _go_on(publication)
        _give_back(publication, later)


_ENOUGH = ("pk", "state", "fence", "scheduled_at", "not_before", "is_kept_by_platform")


def _taken(publication_id: int) -> Publication | None:
    """Take a publication on if it is due, and read it then: what was changed before is seen, and whoever changes it
    from now on counts its fence up. None where there is nothing to do, or somebody else does it.
    """
    try:
        publication = Publication.objects.only(*_ENOUGH).get(pk=publication_id)
    except Publication.DoesNotExist:
        return None
    if not _is_due(publication):
        # Somebody moved it, or came too early: beat may send for a worker again.
        Publication.objects.filter(pk=publication_id, fence=publication.fence).update(queued_at=None)
        return None
    try:
        publication.take(leases.worker_name(), leases.lease_s())
    except LostRace:
        return None
    joined, columns = whole()
    mine = Publication.objects.select_related(*joined).only(*columns)
    try:
        return mine.get(pk=publication_id, fence=publication.fence)
    except Publication.DoesNotExist:
        return None  # somebody changed it since


def _is_due(publication: Publication) -> bool:
    now = timezone.now()
    if publication.state == State.SCHEDULED:
        at = publication.scheduled_at
        is_near = at is not None and (at - MOST_LEAD <= now or publication.is_kept_by_platform)
        return is_near and _has_come(publication, now)
    return publication.state in _MOVING and publication.not_before is not None and _has_come(publication, now)


def _has_come(publication: Publication, now: datetime) -> bool:
    return publication.not_before is None or publication.not_before <= now


def _go_on(publication: Publication) -> None:
    errand = Errand(publication, time.monotonic() + settings.PUBLISH_TASK_SECONDS)
    for _ in range(STEPS_AT_MOST):
        if errand.is_over() or not _is_due(publication):
            return
        if not _step(errand):
            return


def _step(errand: Errand) -> bool:
    """Do one step; settle whatever goes wrong by what it means. Tell whether the publication is still ours."""
    publication = errand.publication
    try:
        try:
            STEPS[publication.state](errand)
        except PlatformError as error:
            _trouble(publication, error)
        except FileNotFoundError as error:
            log.warning("the film's file is gone", detail=str(error))
            _trouble(publication, Rejected("The film's file is no longer there. Make it again.", field="file"))
        except (LostRace, DatabaseTrouble):
            raise
        except Exception as error:
            log.exception("publication broke")
            words = f"Something went wrong inside the studio ({type(error).__name__})."
            _trouble(publication, troubles.InternalError(words))
    except LostRace:
        log.info("publication was taken or changed by somebody else")
        return False
    return True


def _trouble(publication: Publication, error: PlatformError) -> None:
    if publication.state in _BEFORE_COMMIT:
        troubles.before_commit(publication, error)
    elif publication.state == State.COMMITTING:
        troubles.at_commit(publication, error)
    else:
        troubles.while_looking(publication, error)


def _give_back(publication: Publication, later: Later | None) -> None:
    """Let others take it on; send for the next worker where there is more to do, at once or in a moment."""
    mine = Publication.objects.filter(pk=publication.pk, fence=publication.fence)
    now = timezone.now()
    wait_s = _wait_s(publication, now)
    if wait_s is None or wait_s > (SOON_S if later is not None else 0):
        mine.update(leased_until=None, worker="", queued_at=None)
    elif mine.update(leased_until=None, worker="", queued_at=now + timedelta(seconds=wait_s)):
        if later is not None:
            later(wait_s, publication.pk, rank_of(publication, now))
        else:
            queue.send(queue.WORK_ON, publication_id=publication.pk)


def _wait_s(publication: Publication, now: datetime) -> float | None:
    """Return in how many seconds it is worth going on; None where that is not known, or beat has to look first."""
    if publication.state not in _MOVING or publication.not_before is None:
        return None
    return _in_s(publication, now)


def _in_s(publication: Publication, now: datetime) -> float:
    """Return in how many seconds somebody is to look at it."""
    return max(0.0, (publication.not_before - now).total_seconds()) if publication.not_before else 0.0


def look_now(publication: Publication) -> None:
    """Let something under way be looked at at once: somebody outside says that it moved."""
    moving = Publication.objects.filter(
        pk=publication.pk, state__in=[State.UNKNOWN, State.OBSERVING, State.HANDED_OVER]
    )
    if moving.update(not_before=timezone.now()):
        queue.send(queue.WORK_ON, publication_id=publication.pk)


def look_at_live(publication_id: int) -> None:
    """Look whether a live post is still there. What cannot be asked now changes nothing."""
    publication = Publication.objects.select_related("channel", "project").filter(pk=publication_id).first()
    if publication is None or publication.state != State.LIVE:
        return
    errand = Errand(publication, time.monotonic() + settings.PUBLISH_TASK_SECONDS)
    try:
        seen = looking.look(errand)
        if seen.where in {Whereabouts.LIVE, Whereabouts.GONE}:
            looking.settle(errand, seen)
    except (PlatformError, LostRace, OSError) as error:
        log.info("a live post cannot be looked at now", publication_id=publication_id, why=str(error))


# --- After a restart ---------------------------------------------------------------------------------------


def resume_after_restart(dead_home: str) -> None:
    """Free what the workers of `dead_home` had, which are dead, and forget which messages were sent."""
    if dead_home:
        held = Publication.objects.filter(worker__startswith=f"{dead_home}:")
        held.update(leased_until=None, worker="")
        Channel.objects.filter(refreshing_until__isnull=False).update(refreshing_until=None)
    Publication.objects.filter(state__in=_MOVING).update(queued_at=None)
