"""After the commit: find out whether there is a post, and where it is. Nothing here changes anything at a platform."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.utils import timezone

from publishing.models import Publication
from publishing.platforms.base import Committed, NotThere, Seen, Whereabouts
from publishing.platforms.errors import PlatformError

from . import accounts, posting, quotas, sealed, troubles
from .history import note
from .posting import Errand
from .posts import post_of

log = structlog.get_logger(__name__)

State = Publication.State

RECONCILE_FOR_S = 2 * 3600.0
"""How long a lost post is looked for before a person is asked; a platform's row may say "reconcile_for_s"."""
OBSERVE_FOR_S = 24 * 3600.0
"""How long a platform may digest a post before a person is asked; a platform's row may say "observe_for_s"."""
LOOKS_AT_LEAST = 3
"""A studio that was off has not looked, however long ago it was."""
PACE_S = (10.0, 30.0, 60.0, 180.0, 600.0, 1200.0)
SKEW = timedelta(minutes=15)
"""Our clock and a platform's may differ by so much: a post that seems a little older than its request is ours too."""
LONGEST_LOOK_S = 1800.0


def lost(errand: Errand) -> None:
    """Take note of a commit whose worker died."""
    troubles.unknown(
        errand.publication, "The studio was cut off while it was being posted.", after_s=troubles.AFTER_A_DEATH_S
    )


# --- Reconcile --------------------------------------------------------------------------------------------


def reconcile(errand: Errand) -> None:
    """Find out what came of a commit whose answer was lost."""
    publication = errand.publication
    channel = publication.channel
    if _is_looked_for_too_long(publication, publication.commit_sent_at, "reconcile_for_s", RECONCILE_FOR_S):
        troubles.ask_person(publication, _last_words(publication, "It could not be found out whether it was posted."))
        return
    with accounts.opened(channel) as platform:
        quotas.spend(channel, errand.spec, "reconcile", publication=publication)
        post = post_of(publication, errand.spec)
        sent_at = publication.commit_sent_at or timezone.now()
        answer = platform.reconcile(
            post, sealed.opened(publication.sealed_handle), since=sent_at - SKEW, taken=_taken(publication)
        )
        if isinstance(answer, Committed):
            posting.adopt(publication, answer, platform, post, kind="found")
            return
    if isinstance(answer, NotThere):
        _not_there(errand, answer)
        return
    pause = max(answer.again_after_s, PACE_S[min(publication.failures, len(PACE_S) - 1)])
    changes: dict[str, Any] = {"sealed_handle": sealed.seal(answer.handle)} if answer.handle is not None else {}
    publication.keep(
        **changes,
        evidence=list(dict.fromkeys([*publication.evidence[:1], *answer.evidence]))[:12],
        failures=publication.failures + 1,
        not_before=timezone.now() + timedelta(seconds=pause),
    )


def _taken(publication: Publication) -> frozenset[str]:
    """Return the posts of the same account that are known: other publications', and this one's that came to nothing."""
    channel = publication.channel
    others = Publication.objects.filter(channel__platform=channel.platform, channel__remote_id=channel.remote_id)
    theirs = others.exclude(pk=publication.pk).exclude(remote_id="").values_list("remote_id", flat=True)
    earlier = publication.events.filter(kind__in=["sent", "found"]).values_list("facts", flat=True)
    return frozenset([*theirs, *(facts["remote_id"] for facts in earlier if facts.get("remote_id"))])


def _not_there(errand: Errand, answer: NotThere) -> None:
    """Go on from where it surely is: nothing was posted."""
    publication, now = errand.publication, timezone.now()
    note(publication, "not_there", step=answer.step)
    if answer.step == "start":
        publication.keep(failures=0)
        troubles.start_again(publication, PlatformError("It was not posted. It is sent again."))
        return
    publication.keep(sealed_handle=sealed.seal(answer.handle), failures=0)
    if answer.step == "commit":
        posting.commit_again(errand)
    else:
        publication.move_to(State.TRANSFERRING, not_before=now, waits_for="")


def _last_words(publication: Publication, words: str) -> list[str]:
    return [words, *([publication.waits_for] if publication.waits_for else [])]


def _is_looked_for_too_long(publication: Publication, since: datetime | None, name: str, usual: float) -> bool:
    allowed = timedelta(seconds=troubles.limit_s(publication, name, usual))
    is_long = since is not None and timezone.now() - since > allowed
    return is_long and publication.failures >= LOOKS_AT_LEAST


# --- Observe ----------------------------------------------------------------------------------------------


def observe(errand: Errand) -> None:
    """Look where a post is."""
    publication = errand.publication
    since = publication.scheduled_at if publication.state == State.HANDED_OVER else publication.commit_sent_at
    if _is_looked_for_too_long(publication, since, "observe_for_s", OBSERVE_FOR_S):
        words = "It was taken by the platform, which has not said since whether it is public."
        troubles.ask_person(publication, _last_words(publication, words))
        return
    settle(errand, look(errand))


def look(errand: Errand) -> Seen:
    """Ask the platform where a post is. Raise `PlatformError`."""
    publication = errand.publication
    with accounts.opened(publication.channel) as platform:
        quotas.spend(publication.channel, errand.spec, "observe", publication=publication)
        handle = sealed.opened(publication.sealed_handle)
        return platform.observe(post_of(publication, errand.spec), handle, publication.remote_id)


def settle(errand: Errand, seen: Seen) -> None:
    """Write down where a post is."""
    publication = errand.publication
    known: dict[str, Any] = {
        "remote_id": (seen.remote_id or publication.remote_id)[:200],
        "url": (seen.url or publication.url)[:500],
        "facts": {**publication.facts, **seen.facts},
    }
    try:
        with transaction.atomic():
            _settled(publication, seen, known)
    except IntegrityError:
        publication.refresh_from_db()
        troubles.ask_person(
            publication, [f"The platform names a post that another publication has ({seen.remote_id})."]
        )


def _settled(publication: Publication, seen: Seen, known: dict[str, Any]) -> None:
    now = timezone.now()
    if seen.where == Whereabouts.LIVE:
        _live(publication, known, now)
    elif seen.where == Whereabouts.SCHEDULED:
        at = publication.scheduled_at or now
        later = max(at + timedelta(seconds=10), now + timedelta(seconds=min(max(seen.again_after_s, 15), 300)))
        if publication.state != State.HANDED_OVER:
            note(publication, "handed_over", seen.words)
        is_late = at < now
        changes = {**known, "not_before": later, "waits_for": seen.words[:300]}
        publication.move_to(State.HANDED_OVER, **changes, failures=publication.failures + 1 if is_late else 0)
    elif seen.where == Whereabouts.PROCESSING:
        pause = min(max(seen.again_after_s, _elapsed_s(publication, now) / 20), LONGEST_LOOK_S)
        publication.keep(
            **known, not_before=now + timedelta(seconds=pause), waits_for=seen.words[:300],
            failures=publication.failures + 1,
        )  # fmt: skip
    elif seen.where == Whereabouts.GONE:
        publication.move_to(State.TAKEN_DOWN, **known, waits_for="", not_before=None, error_detail=seen.words)
        note(publication, "gone", seen.words)
    else:
        _failed(publication, seen)


def _live(publication: Publication, known: dict[str, Any], now: datetime) -> None:
    if publication.state == State.LIVE:
        publication.keep(**known)
        return
    publication.move_to(
        State.LIVE, **known, published_at=now, figures_due_at=now, not_before=None, waits_for="", failures=0,
        vendor_words="",
    )  # fmt: skip
    note(publication, "live", remote_id=known["remote_id"])


def _failed(publication: Publication, seen: Seen) -> None:
    error = PlatformError(seen.words or "The platform gave up on it.", vendor_words=seen.vendor_words)
    error.code = "platform_failed"
    if seen.may_try_again and State.STARTING in Publication.NEXT[State(publication.state)]:
        publication.keep(failures=max(1, publication.failures))
        troubles.start_again(publication, error)
    else:
        error.field = str(seen.facts.get("field", ""))  # type: ignore[attr-defined]
        troubles.fail(publication, error)


def _elapsed_s(publication: Publication, now: datetime) -> float:
    return (now - publication.commit_sent_at).total_seconds() if publication.commit_sent_at else 0.0
