"""Wishes about posts that exist: another time, another privacy, down. Each is a recorded step that may be repeated.

Nothing is asked here: a step is written down, and a worker does it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from publishing import queue
from publishing.models import LostRace, Publication, SideStep

from .errors import NotPossible
from .history import note
from .platform_rows import spec_for
from .scheduling import SOMEBODY_ELSE, Outcome, _wrong_time, schedule

State = Publication.State

SET_PRIVACY, TAKE_DOWN = "set_privacy", "take_down"
_LATER = 90
"""Position of these steps: after those that every post has."""


def reschedule(
    publication: Publication,
    at: datetime,
    *,
    by_id: int | None,
    time_zone: str = "",
    despite_warnings: bool = True,
) -> Outcome:
    """Move one that is scheduled, missed or kept by its platform to another time (`at` is aware).

    One that the platform keeps is changed there by a recorded step of its own. Raise `NotPossible`.
    """
    publication.refresh_from_db()
    if publication.state not in {State.HANDED_OVER, State.OBSERVING} or not publication.is_kept_by_platform:
        return schedule(publication, at, by_id=by_id, time_zone=time_zone, despite_warnings=despite_warnings)
    problems = _wrong_time(publication, at)
    if problems:
        return Outcome(is_done=False, problems=problems, publication=publication)
    _need(publication, "reschedule", "the time of a post that it keeps")
    with transaction.atomic():
        zone = time_zone or publication.time_zone
        _keep(publication, scheduled_at=at, time_zone=zone, not_before=at, waits_for="")
        want(publication, SET_PRIVACY, {"privacy": _privacy(publication), "publish_at": at.isoformat()})
        note(publication, "rescheduled", by_id=by_id, at=at.isoformat())
    return Outcome(is_done=True, publication=publication)


def cancel(publication: Publication, *, by_id: int | None) -> Publication:
    """Stop one that is not being posted yet; one that its platform keeps is made private there.

    Raise `NotPossible` where it is too late.
    """
    publication.refresh_from_db()
    if State.CANCELLED in Publication.NEXT.get(State(publication.state), ()) and publication.state != State.HANDED_OVER:
        if publication.state == State.PERSON:
            raise NotPossible("Say first whether it was posted.")
        with transaction.atomic():
            _move(publication, State.CANCELLED, not_before=None, leased_until=None, worker="", waits_for="")
            note(publication, "cancelled", by_id=by_id)
        return publication
    if publication.state in {State.HANDED_OVER, State.OBSERVING} and publication.is_kept_by_platform:
        _need(publication, "reschedule", "a post that it keeps")
        with transaction.atomic():
            want(publication, SET_PRIVACY, {"privacy": "private", "publish_at": None, "then": "cancelled"})
            _keep(publication, waits_for="It is being withdrawn.")
            note(publication, "cancelling", by_id=by_id)
        return publication
    raise NotPossible("It is too late to cancel it: it is being posted, or was.")


def take_down(publication: Publication, *, by_id: int | None) -> None:
    """Ask for a live post to be deleted; a recorded step does it. Raise `NotPossible` where the platform cannot."""
    publication.refresh_from_db()
    _need(publication, "take_down", "deleting a post")
    _must_exist(publication)
    with transaction.atomic():
        want(publication, TAKE_DOWN, {"then": "taken_down"})
        note(publication, "taking_down", by_id=by_id)


def unlist(publication: Publication, *, by_id: int | None, privacy: str = "unlisted") -> None:
    """Ask for another privacy of a live post; a recorded step does it. Raise `NotPossible` where it cannot."""
    publication.refresh_from_db()
    _need(publication, "unlist", "another privacy of a post")
    _must_exist(publication)
    with transaction.atomic():
        want(publication, SET_PRIVACY, {"privacy": privacy, "publish_at": None})
        note(publication, "unlisting", by_id=by_id, privacy=privacy)


def want(publication: Publication, kind: str, wants: dict[str, Any]) -> SideStep:
    """Write a step down, in place of an earlier wish of the same kind, and send for a worker."""
    step, _ = SideStep.objects.update_or_create(
        publication=publication,
        kind=kind,
        defaults={
            "position": _LATER, "state": SideStep.State.WAITING, "tries": 0, "not_before": timezone.now(),
            "leased_until": None, "wants": wants, "words": "", "vendor_words": "",
        },
    )  # fmt: skip
    queue.send(queue.DO_SIDE_STEP, side_step_id=step.pk)
    return step


def retry_side_step(publication: Publication, kind: str, *, by_id: int | None) -> None:
    """Try one of the steps beside the post again."""
    step = SideStep.objects.filter(publication=publication, kind=kind, state=SideStep.State.FAILED).first()
    if step is None:
        raise NotPossible("There is nothing to try again.")
    with transaction.atomic():
        SideStep.objects.filter(pk=step.pk).update(
            state=SideStep.State.WAITING, tries=0, not_before=timezone.now(), leased_until=None
        )
        note(publication, "step_again", by_id=by_id, step=kind)
        queue.send(queue.DO_SIDE_STEP, side_step_id=step.pk)


def _privacy(publication: Publication) -> str:
    return str(publication.text.get("privacy") or "public")


def _need(publication: Publication, ability: str, what: str) -> None:
    spec = spec_for(publication.channel)
    if ability not in spec.can:
        raise NotPossible(f"{spec.label} offers no way to change {what} from outside. Do it there.")


def _must_exist(publication: Publication) -> None:
    if publication.state not in {State.LIVE, State.HANDED_OVER, State.OBSERVING} or not publication.remote_id:
        raise NotPossible("There is no post yet that could be changed.")


def _keep(publication: Publication, **changes: Any) -> None:
    try:
        publication.keep(**changes)
    except LostRace as error:
        raise NotPossible(SOMEBODY_ELSE) from error


def _move(publication: Publication, state: State, **changes: Any) -> None:
    try:
        publication.move_to(state, **changes)
    except LostRace as error:
        raise NotPossible(SOMEBODY_ELSE) from error
