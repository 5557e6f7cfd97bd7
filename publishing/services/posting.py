"""Towards the one request that makes a post: begin, start, transfer, commit.

Each step writes down what it is about to do, does it, and writes down what came of it, in a commit of its own. The
request that makes the post is sent only after `committing` stands in the database, and once for each time it does.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.utils import timezone

from publishing.models import Channel, Publication, SideStep
from publishing.platforms.base import Committed, Moved, Platform, Post, Requirements
from publishing.platforms.errors import PlatformError, Rejected
from publishing.platforms.specs import PlatformSpec

from . import accounts, ahead, quotas, sealed, troubles
from .checking import draft_problems
from .history import note
from .platform_rows import spec_for
from .posts import is_kept, post_of
from .scheduling import grace

log = structlog.get_logger(__name__)

State = Publication.State

LOOK_AFTER_S = 2.0
"""How long after a commit the platform is first asked what became of it."""
RECONNECT_LOOK = timedelta(minutes=10)
MOST_COMMITS = 12
"""After so many requests that surely had no effect a person is asked."""
TOLD_EVERY_S = 2.0
ASKED_AGAIN_AFTER = timedelta(seconds=5)
"""What an account may do is asked before each post; a platform that refuses all the same says so at the start."""
LEFT_ALONE = timedelta(hours=6)
"""A studio that was off for longer asks before it goes on with what it had begun."""


@dataclass
class Errand:
    """A publication in a worker's hands, and how long it has for it."""

    publication: Publication
    ends_at: float
    """`time.monotonic()` at which a transfer is to be left to the next worker."""

    @property
    def spec(self) -> PlatformSpec:
        """The platform's row."""
        return spec_for(self.publication.channel)

    def is_over(self) -> bool:
        """Tell whether this worker's time is up."""
        return time.monotonic() >= self.ends_at


# --- Begin ------------------------------------------------------------------------------------------------


def begin(errand: Errand) -> None:
    """Take a scheduled publication on if its channel can be used now."""
    publication, now = errand.publication, timezone.now()
    channel = publication.channel
    at = publication.scheduled_at or now
    if is_missed(publication):
        troubles.missed(publication, "Its time passed while the studio was off or could not post.")
    elif channel.state == Channel.State.DISCONNECTED:
        troubles.fail(publication, Rejected(f"{channel.name} is disconnected.", field="channel"))
    elif not channel.is_usable and now - at > troubles.WAITED_FOR_AT_MOST:
        troubles.missed(publication, f"{channel.name} was not connected again in time.")
    elif not channel.is_usable:
        words = f"{channel.name} has to be connected again before this can go out."
        publication.keep(not_before=now + RECONNECT_LOOK, waits_for=words)
    elif channel.closed_until is not None and channel.closed_until > now:
        publication.keep(not_before=channel.closed_until, waits_for=channel.closed_words)
    elif not is_kept(publication, errand.spec) and (begins := ahead.begins_at(publication, errand.spec) or at) > now:
        publication.keep(not_before=begins)
    else:
        publication.move_to(
            State.STARTING, not_before=now, waits_for="", started_at=publication.started_at or now, failures=0
        )


def is_missed(publication: Publication) -> bool:
    """Tell whether nobody has looked after a scheduled publication for too long after its time."""
    channel_reopens = publication.channel.closed_until
    looked_after = [publication.scheduled_at, publication.not_before, publication.queued_at, channel_reopens]
    latest = max((moment for moment in looked_after if moment is not None), default=None)
    return latest is not None and timezone.now() - latest > grace()


def is_forgotten(publication: Publication) -> bool:
    """Tell whether one that was begun was left alone for so long that nobody expects it any more.

    One that was begun ahead has missed its time as one that was not begun at all has.
    """
    if publication.state not in {State.STARTING, State.TRANSFERRING} or publication.commit_sent_at is not None:
        return False
    at, begun_at = publication.scheduled_at, publication.started_at
    is_early = at is not None and begun_at is not None and begun_at < at
    moments = [publication.not_before, publication.queued_at, publication.channel.closed_until, at]
    latest = max((moment for moment in moments if moment is not None), default=None)
    return latest is not None and timezone.now() - latest > (grace() if is_early else LEFT_ALONE)


# --- Start ------------------------------------------------------------------------------------------------


def start(errand: Errand) -> None:
    """Ask what the account may do, check the draft against it, and open what the platform needs."""
    publication, spec = errand.publication, errand.spec
    if publication.attempts >= troubles.MOST_STARTS:
        troubles.fail(publication, PlatformError(f"{spec.label} lost the upload {publication.attempts} times."))
        return
    with accounts.opened(publication.channel, needed_for_s=300) as platform:
        problems = draft_problems(publication, _requirements(errand, platform))
        if problems:
            raise Rejected(problems[0].words, field=problems[0].field)
        post = post_of(publication, spec)
        quotas.spend(publication.channel, spec, "start", publication=publication)
        with transaction.atomic():
            publication.keep(attempts=publication.attempts + 1)
            note(publication, "start", attempt=publication.attempts)
        handle = platform.start(post)
        publication.move_to(
            State.TRANSFERRING, sealed_handle=sealed.seal(handle), sent_bytes=0, not_before=timezone.now(),
            failures=0, waits_for="",
        )  # fmt: skip


def _requirements(errand: Errand, platform: Platform) -> Requirements:
    """Return what the account may do now. Of posts that begin at the same moment only the first asks."""
    publication, now = errand.publication, timezone.now()
    channel = publication.channel
    kept = _asked_before.get(channel.pk)
    if kept is not None and kept[0] == channel.sealed_tokens and timedelta(0) <= now - kept[1] < ASKED_AGAIN_AFTER:
        return kept[2]
    quotas.spend(channel, errand.spec, "requirements", publication=publication)
    found = platform.requirements()
    _asked_before[channel.pk] = (channel.sealed_tokens, now, found)
    return found


_asked_before: dict[int, tuple[str, datetime, Requirements]] = {}
"""By channel: with which tokens and when it was asked, and what it answered."""


# --- Transfer ---------------------------------------------------------------------------------------------


def transfer(errand: Errand) -> None:
    """Bring the bytes over, as far as this worker's time reaches; commit when all but the last is there."""
    publication = errand.publication
    with accounts.opened(publication.channel, needed_for_s=600) as platform:
        post = post_of(publication, errand.spec)
        handle = sealed.opened(publication.sealed_handle)
        moved = platform.transfer(post, handle, until=errand.is_over, told=_telling(publication))
        _moved(publication, moved)
        if moved.is_complete:
            commit(errand, platform, post)


def _telling(publication: Publication) -> Callable[[int], None]:
    """Write down how far it is, not too often. It notices on the way that somebody has cancelled."""
    last = [time.monotonic()]

    def told(sent: int) -> None:
        if time.monotonic() - last[0] >= TOLD_EVERY_S:
            last[0] = time.monotonic()
            publication.keep(sent_bytes=sent)

    return told


def _moved(publication: Publication, moved: Moved) -> None:
    changes: dict[str, Any] = {"sealed_handle": sealed.seal(moved.handle), "waits_for": moved.words[:300]}
    if moved.sent_bytes > publication.sent_bytes or moved.is_complete:
        changes["failures"] = 0
    later = 0.0 if moved.is_complete else moved.again_after_s
    publication.keep(**changes, sent_bytes=moved.sent_bytes, not_before=timezone.now() + timedelta(seconds=later))


# --- Commit -----------------------------------------------------------------------------------------------


def commit_again(errand: Errand) -> None:
    """Send the commit of a publication whose last one surely had no effect."""
    with accounts.opened(errand.publication.channel, needed_for_s=300) as platform:
        commit(errand, platform, post_of(errand.publication, errand.spec))


def commit(errand: Errand, platform: Platform, post: Post) -> None:
    """Send the request that makes the post: written down before, settled after. Trouble with it is settled here."""
    publication = errand.publication
    now, at = timezone.now(), publication.scheduled_at
    if at is not None and now < at and not is_kept(publication, errand.spec):
        publication.keep(not_before=at)
        return
    if publication.commits >= MOST_COMMITS:
        _sent_often(publication)
        return
    quotas.spend(publication.channel, errand.spec, "commit", publication=publication)
    with transaction.atomic():
        publication.move_to(
            State.COMMITTING, commit_sent_at=now, not_before=now, waits_for="", commits=publication.commits + 1
        )
        note(publication, "commit", attempt=publication.attempts)
    try:
        committed = platform.commit(post, sealed.opened(publication.sealed_handle))
    except PlatformError as error:
        troubles.at_commit(publication, error)
        return
    except Exception as error:
        if not _is_ours(error):
            raise
        log.exception("commit broke", publication_id=publication.pk)
        troubles.at_commit(publication, troubles.InternalError(_inside(error)))
        return
    adopt(publication, committed, platform, post)


def _sent_often(publication: Publication) -> None:
    """Stop sending: what may have arrived all the same is for a person to settle."""
    if publication.state == State.UNKNOWN:
        troubles.ask_person(publication, [f"It was sent {publication.commits} times, and no answer was ever seen."])
    else:
        troubles.fail(publication, PlatformError("It was sent several times, and surely never arrived."))


def _is_ours(error: Exception) -> bool:
    """Tell whether trouble can be written down: not where the database itself is away, or somebody else has the row."""
    from django.db import Error

    from publishing.models import LostRace

    return not isinstance(error, Error | LostRace)


def _inside(error: Exception) -> str:
    return f"Something went wrong inside the studio ({type(error).__name__})."


def adopt(
    publication: Publication, committed: Committed, platform: Platform, post: Post, *, kind: str = "sent"
) -> None:
    """Keep what a commit brought, before anything else happens."""
    changes: dict[str, Any] = {
        "sealed_handle": sealed.seal(committed.handle),
        "remote_id": committed.remote_id[:200],
        "url": committed.url[:500],
        "sent_bytes": post.size,
        "not_before": timezone.now() + timedelta(seconds=LOOK_AFTER_S),
        "failures": 0,
        "waits_for": "",
        "evidence": [],
    }
    steps = _side_steps(platform, post)
    try:
        with transaction.atomic():
            publication.move_to(State.OBSERVING, **changes)
            note(publication, kind, remote_id=committed.remote_id)
            rows = [
                SideStep(publication=publication, kind=step, position=position, not_before=changes["not_before"])
                for position, step in enumerate(steps)
            ]
            SideStep.objects.bulk_create(rows, ignore_conflicts=True)
    except IntegrityError:
        # The platform gave us the number of another post of ours: only a person can tell what that is.
        publication.refresh_from_db()
        log.warning("a post's number is another's", publication_id=publication.pk, remote_id=committed.remote_id)
        troubles.ask_person(
            publication, [f"The platform names a post that another publication has ({committed.remote_id})."]
        )


def _side_steps(platform: Platform, post: Post) -> tuple[str, ...]:
    """Return what is done beside the post; one that cannot be told never loses the post itself."""
    try:
        return platform.side_steps(post)
    except PlatformError as error:
        log.warning("side steps not told", why=str(error))
        return ()
