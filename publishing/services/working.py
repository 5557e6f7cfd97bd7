"""The engine: finds what is due, takes it on, does step after step, and leaves every publication in a state.

All of it comes from the database: a message only says where to look, and one that is lost is sent again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
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
from .posting import Errand
from .posts import LEAST_LEAD

log = structlog.get_logger(__name__)

State = Publication.State

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
STEPS_AT_MOST = 12
"""In one go; a worker that goes round in circles stops here."""


# --- What is due ------------------------------------------------------------------------------------------


def due(now: datetime) -> QuerySet[Publication]:
    """Return the publications that something is to be done about."""
    begins = Q(scheduled_at__lte=now) | Q(is_kept_by_platform=True, scheduled_at__gt=now + LEAST_LEAD)
    may_begin = Q(not_before__isnull=True) | Q(not_before__lte=now)
    waiting = Q(begins, may_begin, state=State.SCHEDULED)
    moving = Q(state__in=_MOVING, not_before__lte=now)
    bogus = now + timedelta(seconds=3 * leases.lease_s())
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now) | Q(leased_until__gt=bogus)
    is_open = Q(channel__closed_until__isnull=True) | Q(channel__closed_until__lte=now)
    return Publication.objects.filter(waiting | moving).filter(free).filter(is_open)


def send_due(*, most: int = 2000) -> int:
    """Send for a worker for each publication that is due, those first that are to go out; return how many.

    One that was sent for is given time.
    """
    now = timezone.now()
    unsent = (
        Q(queued_at__isnull=True) | Q(queued_at__lt=now - SENT_AGAIN_AFTER) | Q(queued_at__gt=now + SENT_AGAIN_AFTER)
    )
    rows = due(now).filter(unsent).select_related("channel").order_by(_GOES_OUT_FIRST, "scheduled_at", "pk")[:most]
    ready = []
    for publication in rows:
        is_late = publication.state == State.SCHEDULED and posting.is_missed(publication)
        if is_late or posting.is_forgotten(publication):
            _ask(publication)
        else:
            ready.append(publication.pk)
    Publication.objects.filter(pk__in=ready).update(queued_at=now)
    for publication_id in ready:
        queue.send(queue.WORK_ON, publication_id=publication_id)
    return len(ready)


def _ask(publication: Publication) -> None:
    try:
        troubles.missed(publication, "Its time passed while the studio was off or could not post.")
    except LostRace:
        log.info("publication was moved meanwhile", publication_id=publication.pk)


# --- One publication --------------------------------------------------------------------------------------


def work_on(publication_id: int) -> None:
    """Do what is due for one publication, step after step, until it has to wait."""
    rows = Publication.objects.select_related("channel", "project", "rendition__take__asset", "rendition__srt", "cover")
    publication = rows.filter(pk=publication_id).first()
    if publication is None or not _is_due(publication):
        return
    try:
        publication.take(leases.worker_name(), leases.lease_s())
    except LostRace:
        return
    with structlog.contextvars.bound_contextvars(publication_id=publication.pk, channel_id=publication.channel_id):
        with leases.kept_alive(publication):
            _go_on(publication)
        _give_back(publication)


def _is_due(publication: Publication) -> bool:
    now = timezone.now()
    if publication.state == State.SCHEDULED:
        at = publication.scheduled_at
        return at is not None and (at <= now or publication.is_kept_by_platform) and _has_come(publication, now)
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


def _give_back(publication: Publication) -> None:
    """Let others take it on; send for the next worker where there is more to do at once."""
    mine = Publication.objects.filter(pk=publication.pk, fence=publication.fence)
    goes_on = _is_due(publication) and publication.state != State.SCHEDULED
    if mine.update(leased_until=None, worker="", queued_at=timezone.now() if goes_on else None) and goes_on:
        queue.send(queue.WORK_ON, publication_id=publication.pk)


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
