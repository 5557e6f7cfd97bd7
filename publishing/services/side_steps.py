"""What is done beside a post: thumbnail, captions, playlist, its address; another time or privacy; taking it down.

Each has a lease of its own, may be repeated, and never makes the post fail.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import Error as DatabaseTrouble
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from publishing import queue
from publishing.models import Channel, LostRace, Publication, SideStep
from publishing.platforms.base import CanReschedule, CanTakeDown, Platform
from publishing.platforms.errors import (
    BadAnswer,
    PlatformError,
    QuotaGone,
    RateLimited,
    Reconnect,
    Unavailable,
    Unconfirmed,
)

from . import accounts, changing, quotas, sealed, troubles
from .history import note
from .platform_rows import spec_for
from .posts import post_of, whole

log = structlog.get_logger(__name__)

State = SideStep.State

LEASE = timedelta(minutes=5)
MOST_TRIES = 30
FIRST_PAUSE_S = 15.0
LONGEST_PAUSE_S = 3600.0
_WITH_A_POST = (Publication.State.OBSERVING, Publication.State.HANDED_OVER, Publication.State.LIVE)


def due(now: datetime) -> QuerySet[SideStep]:
    """Return the steps that are to be done now."""
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now) | Q(leased_until__gt=now + 3 * LEASE)
    is_open = Q(publication__channel__closed_until__isnull=True) | Q(publication__channel__closed_until__lte=now)
    usable = [Channel.State.READY, Channel.State.LIMITED]
    rows = SideStep.objects.filter(state=State.WAITING, not_before__lte=now, publication__state__in=_WITH_A_POST)
    return rows.filter(free).filter(is_open).filter(publication__channel__state__in=usable)


def send_due() -> int:
    """Send for a worker for each step that is due; return how many."""
    found = claim_due()
    for step_id in found:
        queue.send(queue.DO_SIDE_STEP, side_step_id=step_id)
    return len(found)


def claim_due(*, most: int = 200) -> list[int]:
    """Return the steps that somebody is to be sent for now. One that nobody comes for is due again a little later."""
    now = timezone.now()
    found = list(due(now).order_by("not_before", "pk").values_list("pk", flat=True)[:most])
    if found:
        SideStep.objects.filter(pk__in=found, state=State.WAITING).update(not_before=now + timedelta(minutes=3))
    return found


def do(step_id: int) -> None:
    """Do one step, if nobody else does."""
    joined, columns = whole(under="publication__")
    own = [one.name for one in SideStep._meta.concrete_fields]
    rows = SideStep.objects.select_related(*joined).only(*own, *columns)
    step = rows.filter(pk=step_id, state=State.WAITING, publication__state__in=_WITH_A_POST).first()
    if step is None or not _taken(step):
        return
    with structlog.contextvars.bound_contextvars(publication_id=step.publication_id, step=step.kind):
        try:
            _done(step, _do(step))
        except PlatformError as error:
            _not_done(step, error)
        except LostRace:
            log.info("the publication moved meanwhile; the step is done again")
        except DatabaseTrouble:
            raise
        except Exception as error:
            log.exception("side step broke")
            _not_done(step, troubles.InternalError(f"Something went wrong inside the studio ({type(error).__name__})."))


def _taken(step: SideStep) -> bool:
    now = timezone.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now) | Q(leased_until__gt=now + 3 * LEASE)
    step.leased_until = now + LEASE
    mine = SideStep.objects.filter(free, pk=step.pk, state=State.WAITING, tries=step.tries)
    step.tries += 1
    return bool(mine.update(leased_until=step.leased_until, tries=step.tries))


def _do(step: SideStep) -> Mapping[str, str]:
    publication = step.publication
    channel = publication.channel
    with accounts.opened(channel) as platform:
        quotas.spend(channel, spec_for(channel), step.kind, publication=publication)
        if step.kind == changing.SET_PRIVACY:
            return _set_privacy(platform, publication, step.wants)
        if step.kind == changing.TAKE_DOWN:
            return _take_down(platform, publication)
        handle = sealed.opened(publication.sealed_handle)
        post = post_of(publication, spec_for(channel))
        return platform.side_step(step.kind, post, handle, publication.remote_id)


def _set_privacy(platform: Platform, publication: Publication, wants: Mapping[str, Any]) -> Mapping[str, str]:
    if not isinstance(platform, CanReschedule):
        raise PlatformError("This platform changes no posts from outside.")
    at = wants.get("publish_at")
    platform.set_privacy(
        publication.remote_id,
        privacy=str(wants.get("privacy", "private")),
        publish_at=datetime.fromisoformat(at) if at else None,
    )
    return {}


def _take_down(platform: Platform, publication: Publication) -> Mapping[str, str]:
    if not isinstance(platform, CanTakeDown):
        raise PlatformError("This platform deletes no posts from outside.")
    platform.take_down(publication.remote_id)
    return {}


def _done(step: SideStep, told: Mapping[str, str]) -> None:
    """Write down that it is done, and what it brought."""
    with transaction.atomic():
        if not _mine(step).update(state=State.DONE, leased_until=None, words="", vendor_words=""):
            return  # somebody wished for something else meanwhile
        note(step.publication, "step_done", step=step.kind)
        _followed(step)
    if not told:
        return
    try:
        with transaction.atomic():
            _learnt(step.publication, told)
    except IntegrityError:
        log.warning("a post's number is another's", publication_id=step.publication_id)


def _learnt(publication: Publication, told: Mapping[str, str]) -> None:
    """Keep what a step brought."""
    rows = Publication.objects.filter(pk=publication.pk)
    if url := told.get("url", ""):
        rows.update(url=url[:500])
    if remote_id := told.get("remote_id", ""):
        rows.filter(remote_id="").update(remote_id=remote_id[:200])


def _followed(step: SideStep) -> None:
    """Bring the publication to where a wish has brought its post."""
    then, publication = step.wants.get("then"), step.publication
    if step.kind not in {changing.SET_PRIVACY, changing.TAKE_DOWN}:
        return
    publication.refresh_from_db()
    now = timezone.now()
    if then == "taken_down":
        words = "It was deleted."
        publication.move_to(Publication.State.TAKEN_DOWN, waits_for="", not_before=None, error_detail=words)
        note(publication, "taken_down", words)
    elif then == "cancelled" and publication.state == Publication.State.HANDED_OVER:
        words = "It was withdrawn; it stays there as a private post."
        publication.move_to(Publication.State.CANCELLED, waits_for="", not_before=None, error_detail=words)
        note(publication, "cancelled", words)
    elif then == "cancelled":
        publication.move_to(
            Publication.State.TAKEN_DOWN, waits_for="", not_before=None, error_detail="It was made private."
        )
        note(publication, "cancelled")
    elif step.kind == changing.SET_PRIVACY:
        facts = {**publication.facts, "privacy": step.wants.get("privacy")}
        changes: dict[str, Any] = {"facts": facts}
        if publication.state == Publication.State.HANDED_OVER:
            changes["not_before"] = publication.scheduled_at or now
        publication.keep(**changes)


def _mine(step: SideStep) -> QuerySet[SideStep]:
    return SideStep.objects.filter(pk=step.pk, state=State.WAITING, leased_until=step.leased_until, tries=step.tries)


def _not_done(step: SideStep, error: PlatformError) -> None:
    """Try again later where that makes sense; else give up with words."""
    log.info("side step not done", code=error.code, detail=str(error), vendor_words=error.vendor_words)
    when = accounts.met(step.publication.channel, error) if _is_of_the_account(error) else None
    passes = isinstance(error, Unavailable | Unconfirmed | BadAnswer | QuotaGone | Reconnect) or not error.permanent
    gives_up = step.tries >= MOST_TRIES or (when is None and (not passes or error.code == "missing_scope"))
    pause = min(FIRST_PAUSE_S * 2 ** min(step.tries, 9), LONGEST_PAUSE_S)
    later = max(
        when or timezone.now(), timezone.now() + timedelta(seconds=getattr(error, "retry_after_s", None) or pause)
    )
    changes: dict[str, Any] = {
        "leased_until": None,
        "words": str(error)[:300],
        "vendor_words": error.vendor_words[:4000],
    }
    with transaction.atomic():
        if gives_up and _mine(step).update(state=State.FAILED, **changes):
            note(step.publication, "step_failed", str(error), step=step.kind)
            _look_where_it_is(step)
        elif not gives_up:
            _mine(step).update(not_before=later, **changes)


def _is_of_the_account(error: PlatformError) -> bool:
    return isinstance(error, RateLimited | QuotaGone | Reconnect)


def _look_where_it_is(step: SideStep) -> None:
    """A wish that failed leaves a post where it was: that is looked at, not guessed."""
    if step.kind == changing.SET_PRIVACY:
        handed = Publication.objects.filter(pk=step.publication_id, state=Publication.State.HANDED_OVER)
        handed.update(not_before=timezone.now(), waits_for=step.words[:300])
