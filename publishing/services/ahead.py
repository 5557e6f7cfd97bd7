"""A head start: the film is brought to its platform before its time, so that then only one request is left to send.

In that time it may still be cancelled, moved to another time, or changed. All of these take it out of the hands of
whoever works on it (the fence counts up), so that nobody posts by a time or a text that is no longer meant.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from publishing.models import LostRace, Publication, PublicationEvent
from publishing.platforms.specs import PlatformSpec

from .errors import NotPossible
from .platform_rows import spec_for
from .posts import asset_of

State = Publication.State

MOST_LEAD = timedelta(minutes=10)
LEAST_LEAD_S = 30.0
BYTES_A_SECOND = 2_000_000
"""What a modest line brings over."""
LOOKS_AHEAD = 2
"""So many of the pauses that a platform wants between two looks at what it prepares."""
SESSION_S = 86_400.0
"""How long an upload that was opened stays open, where the platform's row does not say ("upload_life_s")."""
SPARE = timedelta(minutes=10)
"""An upload is begun anew where less than this would be left of its life at the time of the post."""
SETTLES = timedelta(seconds=20)
"""A text that was changed is often changed once more: so long its upload waits, which costs a share each time."""

FREED: dict[str, Any] = {"queued_at": None, "waits_for": "", "failures": 0, "leased_until": None, "worker": ""}
TOO_LATE = "It is being posted at this moment, so it cannot be changed any more."


def begins_at(publication: Publication, spec: PlatformSpec) -> datetime | None:
    """Return when a scheduled publication is begun; None without a time."""
    if publication.scheduled_at is None:
        return None
    size = asset_of(publication).size if publication.rendition else 0
    looks_s = LOOKS_AHEAD * float(spec.settings.get("look_s", 0))
    lead = timedelta(seconds=LEAST_LEAD_S + size / BYTES_A_SECOND + looks_s)
    return publication.scheduled_at - min(lead, MOST_LEAD, _life(spec) / 2)


def is_ahead(publication: Publication, now: datetime | None = None) -> bool:
    """Tell whether it is being brought over before its time, and surely was not sent to be posted yet."""
    is_under_way = publication.state in {State.STARTING, State.TRANSFERRING} and publication.commit_sent_at is None
    return is_under_way and publication.scheduled_at is not None and publication.scheduled_at > (now or timezone.now())


def is_ready(publication: Publication) -> bool:
    """Tell whether all of it is at its platform, and only its time has to come."""
    return (
        is_ahead(publication)
        and publication.state == State.TRANSFERRING
        and publication.not_before == publication.scheduled_at
    )


def hold(publication: Publication) -> None:
    """Read it anew, and keep it from changing until the transaction ends. Raise `NotPossible` if it is too late."""
    publication.refresh_from_db(from_queryset=Publication.objects.select_for_update())
    if not is_ahead(publication):
        raise NotPossible(TOO_LATE)


def move(publication: Publication, at: datetime, **changes: Any) -> None:
    """Give it another time: it goes on with its upload if that lives so long, else begins anew before its time.

    Call it in a transaction. Raise `NotPossible` where it is too late.
    """
    hold(publication)
    spec = spec_for(publication.channel)
    if not _lives_until(publication, spec, at):
        _take_back(publication, scheduled_at=at, not_before=None, **changes)
        return
    _write(publication, State(publication.state), scheduled_at=at, not_before=timezone.now(), **changes)


def take_back(publication: Publication) -> None:
    """Put it back into the schedule, because what goes out is to be changed: its session holds the old text.

    Call it in a transaction. Raise `NotPossible` where it is too late.
    """
    hold(publication)
    _take_back(publication, not_before=settled_at(publication))


def settled_at(publication: Publication) -> datetime | None:
    """Return when a scheduled one may be begun whose text was just changed."""
    at, now = publication.scheduled_at, timezone.now()
    if at is None or at - MOST_LEAD > now:
        return None
    return min(max(at, now), now + SETTLES)


def _take_back(publication: Publication, **changes: Any) -> None:
    _write(publication, State.SCHEDULED, sealed_handle="", sent_bytes=0, attempts=0, started_at=None, **changes)


def _write(publication: Publication, state: State, **changes: Any) -> None:
    try:
        publication.move_to(state, **{**FREED, "fence": publication.fence + 1, **changes})
    except LostRace as error:
        raise NotPossible(TOO_LATE) from error


def _lives_until(publication: Publication, spec: PlatformSpec, at: datetime) -> bool:
    """Tell whether the upload that is open can be posted at another time. One that holds its time itself cannot."""
    is_kept = publication.is_kept_by_platform and spec.keeps_schedule
    if is_kept or publication.state != State.TRANSFERRING or not publication.sealed_handle:
        return False
    starts = PublicationEvent.objects.filter(publication=publication, kind="start").order_by("-pk")
    opened_at = starts.values_list("at", flat=True).first()
    return opened_at is not None and at + SPARE < opened_at + _life(spec)


def _life(spec: PlatformSpec) -> timedelta:
    told = spec.settings.get("upload_life_s")
    return timedelta(seconds=float(told) if isinstance(told, int | float) else SESSION_S)
