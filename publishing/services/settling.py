"""What a person says about a publication that asks: whether it is there, and what is to be done."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from django.db import IntegrityError, transaction
from django.utils import timezone

from publishing import queue
from publishing.models import LostRace, Publication

from .errors import NotPossible
from .history import note
from .scheduling import SOMEBODY_ELSE

State = Publication.State

ANSWERS = ("there", "not_there", "forget", "look")
_NUMBER = re.compile(r"[A-Za-z0-9_\-]{3,200}")


def settle(publication: Publication, answer: str, *, by_id: int | None, url: str = "") -> Publication:
    """Take a person's answer: "there" (with its address), "not_there" (post it again), "forget", or "look" once more.

    Raise `NotPossible` where it does not ask, or where the address is missing or another post's.
    """
    publication.refresh_from_db()
    if publication.state != State.PERSON:
        raise NotPossible("It does not wait for your decision.")
    try:
        with transaction.atomic():
            _settle(publication, answer, url.strip())
            note(publication, f"settled_{answer}", url.strip()[:500], by_id=by_id)
    except LostRace as error:
        raise NotPossible(SOMEBODY_ELSE) from error
    except IntegrityError as error:
        raise NotPossible("That address belongs to another publication of this channel.") from error
    return publication


def _settle(publication: Publication, answer: str, url: str) -> None:
    now = timezone.now()
    if answer == "there":
        if not url.startswith(("http://", "https://")):
            raise NotPossible("Give the post's address, so that its numbers can be found.")
        publication.move_to(
            State.LIVE, url=url[:500], remote_id=publication.remote_id or number_in(url), published_at=now,
            figures_due_at=now, evidence=[],
        )  # fmt: skip
    elif answer == "not_there":
        publication.move_to(
            State.STARTING, sealed_handle="", sent_bytes=0, attempts=0, commits=0, failures=0, remote_id="", url="",
            commit_sent_at=None, not_before=now, queued_at=now, scheduled_at=now, evidence=[],
        )  # fmt: skip
        queue.send(queue.WORK_ON, publication_id=publication.pk)
    elif answer == "forget":
        publication.move_to(State.CANCELLED, not_before=None)
    elif answer == "look":
        # What the platform has a number for was taken: that is looked at, the rest is looked for.
        target = State.OBSERVING if publication.remote_id or not publication.commit_sent_at else State.UNKNOWN
        changes = {"not_before": now, "queued_at": now, "failures": 0}
        publication.move_to(target, **changes)
        queue.send(queue.WORK_ON, publication_id=publication.pk)
    else:
        raise NotPossible("Choose one of the answers.")


def number_in(url: str) -> str:
    """Return a post's number from its address: `v=...`, else the last part of the path; "" where there is none."""
    parts = urlsplit(url)
    asked = parse_qs(parts.query).get("v", [""])[0]
    last = asked or next((part for part in reversed(parts.path.split("/")) if part), "")
    return last if _NUMBER.fullmatch(last) else ""
