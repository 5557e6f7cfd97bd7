"""The schedule: put into it, moved in it, approved, taken out of it. A worker finds what is due by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from publishing import queue
from publishing.models import LostRace, Publication, PublicationEvent

from . import ahead
from .checking import Problem, draft_problems
from .drafts import wants_approval
from .errors import NotPossible
from .history import note
from .platform_rows import spec_for

State = Publication.State

SOMEBODY_ELSE = "Somebody changed it at the same moment. Look at it again."
_CLEAN: dict[str, Any] = {
    "not_before": None, "queued_at": None, "waits_for": "", "failures": 0, "leased_until": None, "worker": "",
}  # fmt: skip
_BEGUN_ANEW: dict[str, Any] = {
    **_CLEAN, "sealed_handle": "", "sent_bytes": 0, "attempts": 0, "commits": 0, "started_at": None,
    "commit_sent_at": None, "finished_at": None, "remote_id": "", "url": "", "error_code": "", "error_field": "",
    "error_detail": "", "vendor_words": "", "evidence": [], "facts": {},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wish. Not done: either there are `problems` to mend, or `warnings` to be agreed to."""

    is_done: bool
    problems: Sequence[Problem] = ()
    warnings: Sequence[str] = ()
    publication: Publication | None = None


def grace() -> timedelta:
    """Return how late something may begin without anybody being asked."""
    return timedelta(seconds=settings.PUBLISH_GRACE_SECONDS)


# --- Into the schedule -----------------------------------------------------------------------------------


def schedule(
    publication: Publication,
    at: datetime,
    *,
    by_id: int | None,
    time_zone: str = "",
    despite_warnings: bool = False,
) -> Outcome:
    """Put a draft (or a missed one) into the schedule; where approval is wanted it waits for that first.

    `at` is aware. Warnings (the same film on the same channel) keep it from being done until `despite_warnings`.
    """
    _look_again(publication)
    is_ahead = ahead.is_ahead(publication)
    if publication.state not in {State.DRAFT, State.APPROVAL, State.SCHEDULED, State.MISSED} and not is_ahead:
        raise NotPossible("It has begun to go out, so its time cannot be set any more.")
    problems = [*draft_problems(publication), *_wrong_time(publication, at)]
    warnings = doubles(publication)
    if problems or (warnings and not despite_warnings):
        return Outcome(is_done=False, problems=problems, warnings=warnings, publication=publication)
    if is_ahead:
        _move_ahead(publication, at, by_id=by_id, time_zone=time_zone or publication.time_zone)
        return Outcome(is_done=True, warnings=warnings, publication=publication)
    must_wait = wants_approval(publication.library_id) and publication.approved_at is None
    target = State.APPROVAL if must_wait else State.SCHEDULED
    changes = {
        **_CLEAN,
        "attempts": 0,
        "commits": 0,
        "scheduled_at": at,
        "time_zone": time_zone or publication.time_zone,
    }
    with transaction.atomic():
        if target == State.APPROVAL and publication.state in {State.MISSED, State.SCHEDULED}:
            _move(publication, State.DRAFT)
        _move(publication, target, **changes)
        note(publication, "asked" if must_wait else "scheduled", by_id=by_id, at=at.isoformat(), warnings=warnings)
        if not must_wait:
            send_if_due(publication)
    return Outcome(is_done=True, warnings=warnings, publication=publication)


def _move_ahead(publication: Publication, at: datetime, *, by_id: int | None, time_zone: str) -> None:
    """Move one that is being brought over before its time."""
    with transaction.atomic():
        ahead.move(publication, at, time_zone=time_zone)
        note(publication, "rescheduled", by_id=by_id, at=at.isoformat())
        send_if_due(publication)


def publish_now(publication: Publication, *, by_id: int | None, despite_warnings: bool = False) -> Outcome:
    """Schedule it for this moment and send for a worker."""
    return schedule(publication, timezone.now(), by_id=by_id, despite_warnings=despite_warnings)


def _wrong_time(publication: Publication, at: datetime) -> list[Problem]:
    if timezone.is_naive(at):
        raise ValueError("a time without a zone")
    if at < timezone.now() - grace():
        return [Problem("when", "That time has passed. Choose a later one, or publish it now.")]
    return []


def send_if_due(publication: Publication) -> None:
    """Send for a worker when this is committed, if there is something to do already."""
    at, now = publication.scheduled_at, timezone.now()
    if at is not None and (at <= now or is_begun_early(publication) or publication.state == State.TRANSFERRING):
        Publication.objects.filter(pk=publication.pk).update(queued_at=now)
        publication.queued_at = now
        queue.send(queue.WORK_ON, publication_id=publication.pk)


def is_begun_early(publication: Publication) -> bool:
    """Tell whether the platform keeps it until its time, so that it is brought there as soon as it is scheduled."""
    return publication.is_kept_by_platform and spec_for(publication.channel).keeps_schedule


def doubles(publication: Publication) -> list[str]:
    """Return warnings where the same film is on the same channel already, or about to be."""
    same = Publication.objects.filter(channel=publication.channel_id, project=publication.project_id)
    same = same.exclude(pk=publication.pk)
    found = []
    for other in same.filter(state=State.LIVE).order_by("-published_at")[:1]:
        found.append(f"This film was published on {publication.channel.name} already ({_day(other.published_at)}).")
    waiting = same.filter(state__in=[State.SCHEDULED, State.APPROVAL, *Publication.UNDER_WAY, State.HANDED_OVER])
    for other in waiting.order_by("scheduled_at")[:1]:
        found.append(f"This film is scheduled for {publication.channel.name} already ({_day(other.scheduled_at)}).")
    for _ in same.filter(state=State.PERSON)[:1]:
        found.append(f"It is not settled whether this film went out on {publication.channel.name}. Look at that first.")
    return found


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "no date"


# --- Approval ----------------------------------------------------------------------------------------------


def approve(publication: Publication, *, by_id: int) -> Publication:
    """Let it go out. Raise `NotPossible` for whoever wrote it or asked for approval."""
    _look_again(publication)
    if publication.state != State.APPROVAL:
        raise NotPossible("It does not wait for approval.")
    if by_id in _writers(publication):
        raise NotPossible("Somebody else has to approve it: you wrote it or asked for approval.")
    now, at = timezone.now(), publication.scheduled_at
    with transaction.atomic():
        _move(publication, State.SCHEDULED, **_CLEAN, approved_by_id=by_id, approved_at=now, scheduled_at=at or now)
        note(publication, "approved", by_id=by_id)
        if at is not None and at < now - grace():
            _move(publication, State.MISSED, waits_for="Its time passed before it was approved. Choose another.")
        else:
            send_if_due(publication)
    return publication


def _writers(publication: Publication) -> set[int | None]:
    """Return who wrote what goes out, or asked for it to be approved."""
    wrote = PublicationEvent.objects.filter(publication=publication, kind__in=["draft", "changed", "asked"])
    return {publication.created_by_id, *wrote.values_list("by_id", flat=True)} - {None}


def send_back(publication: Publication, *, by_id: int, words: str = "") -> Publication:
    """Make it a draft again, with words for whoever wrote it."""
    _look_again(publication)
    if publication.state != State.APPROVAL:
        raise NotPossible("It does not wait for approval.")
    with transaction.atomic():
        _move(publication, State.DRAFT, **{**_CLEAN, "waits_for": words[:300]}, approved_by=None, approved_at=None)
        note(publication, "sent_back", words, by_id=by_id)
    return publication


# --- Out of the schedule -----------------------------------------------------------------------------------


def back_to_draft(publication: Publication, *, by_id: int | None, words: str = "") -> Publication:
    """Make a scheduled, missed, failed or cancelled one a draft again. Raise `NotPossible`."""
    _look_again(publication)
    if State.DRAFT not in Publication.NEXT.get(State(publication.state), ()):
        raise NotPossible("It has begun to go out. Cancel it first.")
    with transaction.atomic():
        changes = {**_BEGUN_ANEW, "waits_for": words[:300]}
        _move(publication, State.DRAFT, **changes, approved_by=None, approved_at=None)
        publication.side_steps.all().delete()
        note(publication, "draft_again", words, by_id=by_id)
    return publication


def _look_again(publication: Publication) -> None:
    publication.refresh_from_db()


def _move(publication: Publication, state: State, **changes: Any) -> None:
    """Move it, out of the hands of whoever works on it: they know another time, or another text."""
    try:
        publication.move_to(state, **{"fence": publication.fence + 1, **changes})
    except LostRace as error:
        raise NotPossible(SOMEBODY_ELSE) from error
