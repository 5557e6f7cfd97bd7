"""What happened to a publication, line by line, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing.models import Publication, PublicationEvent
from publishing.views import state_words, told

MOST: Final = 200

WORDS: Final[dict[str, Any]] = {
    "draft": gettext_lazy("Begun."),
    "changed": gettext_lazy("Changed."),
    "suggested": gettext_lazy("A language model’s words were written in."),
    "asked": gettext_lazy("Handed in for approval."),
    "scheduled": gettext_lazy("Scheduled."),
    "rescheduled": gettext_lazy("Moved to another time."),
    "approved": gettext_lazy("Approved."),
    "sent_back": gettext_lazy("Sent back."),
    "draft_again": gettext_lazy("Made a draft again."),
    "missed": gettext_lazy("Its time passed."),
    "start": gettext_lazy("A place for it is opened at the platform. Nothing can be seen of it yet."),
    "start_again": gettext_lazy("Begun anew: what was opened at the platform has ended, and nothing was posted."),
    "commit": gettext_lazy("The one request that posts it is being sent."),
    "sent": gettext_lazy("The platform has taken it."),
    "found": gettext_lazy("It was posted after all: the platform has it."),
    "not_there": gettext_lazy("It was surely not posted: it goes on from there."),
    "not_taken": gettext_lazy("The platform did not take it. Nothing was posted."),
    "unknown": gettext_lazy("The answer was not seen. Nothing is sent again before it is known what came of it."),
    "asked_person": gettext_lazy("Nobody can tell from here whether it was posted: a person has to say."),
    "settled_there": gettext_lazy("Said to be there."),
    "settled_not_there": gettext_lazy("Said not to be there: it is posted again."),
    "settled_forget": gettext_lazy("Left as it is."),
    "settled_look": gettext_lazy("To be looked for once more."),
    "handed_over": gettext_lazy("The platform keeps it until its time."),
    "live": gettext_lazy("Published."),
    "gone": gettext_lazy("It is not there any more: somebody took it down."),
    "failed": gettext_lazy("Failed."),
    "cancelling": gettext_lazy("It is being withdrawn."),
    "cancelled": gettext_lazy("Cancelled."),
    "taking_down": gettext_lazy("It is to be taken down."),
    "taken_down": gettext_lazy("Taken down."),
    "unlisting": gettext_lazy("It is to be unlisted."),
    "step_done": gettext_lazy("%(step)s: done."),
    "step_failed": gettext_lazy("%(step)s: not done."),
    "step_again": gettext_lazy("%(step)s: to be tried again."),
}
BAD: Final = frozenset({"failed", "not_taken", "missed", "unknown", "asked_person", "gone", "step_failed"})


@dataclass(frozen=True)
class Line:
    """One line of what happened."""

    at: str
    clock: str
    words: str
    by: str
    tone: str


def lines(publication: Publication, zone: ZoneInfo) -> Iterable[Line]:
    """Yield what happened, newest first; changes that somebody made one after the other are one line."""
    rows = PublicationEvent.objects.filter(publication=publication).select_related("by").order_by("-pk")[:MOST]
    before: tuple[str, int | None] | None = None
    for row in rows:
        this = (row.kind, row.by_id)
        if row.kind == "changed" and this == before:
            continue
        before = this
        local = row.at.astimezone(zone)
        by = row.by.get_username() if row.by else ""
        yield Line(local.isoformat(), _clock(local), _said(row, zone), by, "bad" if row.kind in BAD else "")


def _said(row: PublicationEvent, zone: ZoneInfo) -> str:
    step = str(row.facts.get("step", ""))
    named = str(state_words.SIDE_STEPS.get(step, step.replace("_", " ").capitalize()))
    known = str(WORDS[row.kind]) % {"step": named} if row.kind in WORDS else ""
    if row.kind in {"scheduled", "asked", "rescheduled"} and row.facts.get("at"):
        known = _("%(what)s %(when)s") % {"what": known, "when": _moment(str(row.facts["at"]), zone)}
    more = "" if row.kind.startswith("settled_") else told.words(row.words)
    return " ".join(part for part in (known, more) if part) or row.kind.replace("_", " ").capitalize()


def _moment(text: str, zone: ZoneInfo) -> str:
    try:
        return state_words.at(datetime.fromisoformat(text), zone)
    except ValueError:
        return ""


def _clock(local: datetime) -> str:
    today = timezone.now().astimezone(local.tzinfo).date()
    return f"{local:%H:%M:%S}" if local.date() == today else date_format(local, _("j M H:i"))
