"""What becomes of a publication that met trouble, by what the trouble means.

Before the commit nothing of a post can be seen, so what passes is waited for and tried again, and what does not pass
fails with a reason. From the commit on nothing is tried again unless it surely had no effect.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.utils import timezone

from publishing.models import Channel, Publication
from publishing.platforms.errors import (
    AccountTrouble,
    BadAnswer,
    NeedsSetup,
    NeverTaken,
    PlatformError,
    QuotaGone,
    RateLimited,
    Reconnect,
    SessionGone,
    Unavailable,
    Unconfirmed,
)

from . import accounts
from .history import note
from .platform_rows import spec_for

log = structlog.get_logger(__name__)

State = Publication.State

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 900.0
FAILURES_BEFORE_GIVING_UP = 10
MOST_STARTS = 5
"""So many sessions are opened for one publication; each costs some of a platform's share."""
WAITED_FOR_AT_MOST = timedelta(days=7)
"""So long a publication waits for a quota, or for its channel to be connected again; then a person is asked."""
FIRST_LOOK_S = 5.0
AFTER_A_DEATH_S = 90.0
"""Longer than any request lives: what a dead worker had sent has arrived by then, or never will."""


class InternalError(PlatformError):
    """Our own fault. The log has the rest."""

    code = "internal_error"


def before_commit(publication: Publication, error: PlatformError) -> None:
    """Settle trouble before anything can be seen of a post. Raise `LostRace` if it is not ours."""
    _log(publication, error)
    channel = publication.channel
    if isinstance(error, SessionGone):
        if publication.commit_sent_at is not None and not isinstance(error, NeverTaken):
            # A commit was sent into that session and was said not to be taken: it is looked for before another begins.
            unknown(publication, str(error), error.vendor_words, after_s=FIRST_LOOK_S)
        else:
            start_again(publication, error)
        return
    if isinstance(error, QuotaGone | Reconnect | RateLimited):
        when = accounts.met(channel, error)
        if when is not None:
            wait(publication, error, when)
            return
    if _passes(error):
        _try_later(publication, error)
        return
    if isinstance(error, AccountTrouble):
        Channel.objects.filter(pk=channel.pk).update(problem=str(error)[:500], vendor_words=error.vendor_words[:4000])
    fail(publication, error)


def at_commit(publication: Publication, error: PlatformError) -> None:
    """Settle a commit that brought no answer to keep. Raise `LostRace` if it is not ours.

    What was surely not taken goes back to where it was sent from; a clear refusal fails; the rest nobody knows.
    """
    _log(publication, error)
    if isinstance(error, Unavailable | QuotaGone | Reconnect):
        with transaction.atomic():
            publication.move_to(State.TRANSFERRING, not_before=timezone.now())
            note(publication, "not_taken", str(error), code=error.code)
        before_commit(publication, error)
    elif error.permanent and not isinstance(error, SessionGone | BadAnswer | Unconfirmed):
        accounts.met(publication.channel, error)
        fail(publication, error)
    else:
        unknown(publication, str(error), error.vendor_words, after_s=FIRST_LOOK_S)


def while_looking(publication: Publication, error: PlatformError) -> None:
    """Settle a look that told nothing: look again later. Nothing of a post changes by it.

    Raise `LostRace` if it is not ours.
    """
    _log(publication, error)
    when = accounts.met(publication.channel, error)
    if when is None or (isinstance(error, Reconnect) and when <= timezone.now()):
        when = max(when or timezone.now(), timezone.now() + timedelta(seconds=_pause_s(publication, error)))
    publication.keep(
        not_before=when,
        failures=publication.failures + 1,
        waits_for=str(error)[:300],
        vendor_words=error.vendor_words[:4000],
    )


# --- Where it goes ------------------------------------------------------------------------------------------


def fail(publication: Publication, error: PlatformError) -> None:
    """End it with a sentence for the user, and the field to mend."""
    field = str(getattr(error, "field", ""))
    with transaction.atomic():
        publication.move_to(
            State.FAILED,
            error_code=error.code,
            error_field=field[:40],
            error_detail=str(error),
            vendor_words=error.vendor_words[:4000],
            waits_for="",
            not_before=None,
        )
        note(publication, "failed", str(error), code=error.code, field=field)


def unknown(publication: Publication, words: str, vendor_words: str = "", *, after_s: float) -> None:
    """Begin to look for a post that may have been made."""
    with transaction.atomic():
        publication.move_to(
            State.UNKNOWN,
            not_before=timezone.now() + timedelta(seconds=after_s),
            failures=0,
            waits_for="It was sent, and no answer was seen. Whether it was posted is being found out.",
            vendor_words=vendor_words[:4000],
            evidence=[words],
        )
        note(publication, "unknown", words)


def ask_person(publication: Publication, evidence: list[str]) -> None:
    """Leave it to a person, with what is known."""
    known = list(dict.fromkeys([*publication.evidence, *evidence]))[-12:]
    with transaction.atomic():
        publication.move_to(State.PERSON, evidence=known, not_before=None, waits_for="")
        note(publication, "asked_person", evidence[-1] if evidence else "")


def missed(publication: Publication, words: str) -> None:
    """Ask about one whose time has passed."""
    with transaction.atomic():
        publication.move_to(State.MISSED, waits_for=words[:300], not_before=None)
        note(publication, "missed", words)


def start_again(publication: Publication, error: PlatformError) -> None:
    """Begin a new session, a few times at most. Only where surely nothing was posted."""
    if publication.attempts >= MOST_STARTS:
        fail(publication, error)
        return
    pause = _pause_s(publication, error) if publication.failures else 0.0
    with transaction.atomic():
        publication.move_to(
            State.STARTING,
            sealed_handle="",
            sent_bytes=0,
            remote_id="",
            url="",
            commit_sent_at=None,
            not_before=timezone.now() + timedelta(seconds=pause),
            failures=publication.failures + 1,
            waits_for=str(error)[:300],
        )
        note(publication, "start_again", str(error), code=error.code)


def wait(publication: Publication, error: PlatformError, when: datetime) -> None:
    """Let it wait for a quota, a rate or its account; ask a person where that takes too long."""
    at = publication.scheduled_at or publication.created_at
    if timezone.now() - at > WAITED_FOR_AT_MOST:
        missed_or_failed(publication, error)
        return
    words = str(error)[:300]
    if not publication.channel.is_usable:
        words = f"{publication.channel.name} has to be connected again before this can go out. {error}"[:300]
    is_stuck = isinstance(error, QuotaGone) or not publication.channel.is_usable
    if is_stuck and publication.state == State.STARTING:
        # Nothing is open yet, so its time and its text can still be changed.
        publication.move_to(State.SCHEDULED, not_before=when, waits_for=words)
    else:
        publication.keep(not_before=when, waits_for=words, vendor_words=error.vendor_words[:4000])


def missed_or_failed(publication: Publication, error: PlatformError) -> None:
    """End a wait that took too long: nothing was posted, so a person may choose another time."""
    if State.MISSED in Publication.NEXT[State(publication.state)]:
        missed(publication, str(error))
    else:
        fail(publication, error)


def _try_later(publication: Publication, error: PlatformError) -> None:
    if publication.failures + 1 >= FAILURES_BEFORE_GIVING_UP:
        fail(publication, error)
        return
    publication.keep(
        not_before=timezone.now() + timedelta(seconds=_pause_s(publication, error)),
        failures=publication.failures + 1,
        waits_for=str(error)[:300],
        vendor_words=error.vendor_words[:4000],
    )


def _pause_s(publication: Publication, error: PlatformError) -> float:
    told = getattr(error, "retry_after_s", None)
    longer = FIRST_PAUSE_S * 2 ** min(publication.failures, 10) * random.uniform(0.7, 1.3)
    return float(told) if told else min(longer, LONGEST_PAUSE_S)


def _passes(error: PlatformError) -> bool:
    return isinstance(error, Unavailable | Unconfirmed | BadAnswer | InternalError) or not (
        error.permanent or isinstance(error, NeedsSetup)
    )


def _log(publication: Publication, error: PlatformError) -> None:
    log.warning(
        "publication met trouble", publication_id=publication.pk, state=str(publication.state), code=error.code,
        detail=str(error), vendor_words=error.vendor_words,
    )  # fmt: skip


def limit_s(publication: Publication, name: str, usual: float) -> float:
    """Return a limit that a platform's row may set in seconds ("reconcile_for_s", "observe_for_s")."""
    told = spec_for(publication.channel).settings.get(name)
    return float(told) if isinstance(told, int | float) else usual
