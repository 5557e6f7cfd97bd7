"""States as people read them: each by a word, an icon and a tone, never by colour alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publishing import services
from publishing.models import Channel, Publication, SideStep

_S = Publication.State

STATES: Final[dict[str, tuple[str, str]]] = {
    _S.DRAFT: ("file", "draft"),
    _S.APPROVAL: ("paused", "asks"),
    _S.SCHEDULED: ("waiting", "waits"),
    _S.MISSED: ("failed", "asks"),
    _S.STARTING: ("working", "works"),
    _S.TRANSFERRING: ("working", "works"),
    _S.COMMITTING: ("working", "works"),
    _S.UNKNOWN: ("working", "works"),
    _S.PERSON: ("failed", "bad"),
    _S.OBSERVING: ("working", "works"),
    _S.HANDED_OVER: ("waiting", "waits"),
    _S.LIVE: ("done", "good"),
    _S.FAILED: ("failed", "bad"),
    _S.CANCELLED: ("stopped", "over"),
    _S.TAKEN_DOWN: ("stopped", "over"),
}
"""Icon and tone by state."""

PILL: Final = {"good": "done", "works": "working", "bad": "failed", "asks": "paused"}
"""How a tone looks as a pill."""

CHANNEL_STATES: Final[dict[str, tuple[str, str]]] = {
    Channel.State.READY: ("done", "good"),
    Channel.State.LIMITED: ("paused", "asks"),
    Channel.State.RECONNECT: ("failed", "bad"),
    Channel.State.DISCONNECTED: ("stopped", "over"),
}

SIDE_STEPS: Final = {
    "thumbnail": gettext_lazy("Cover picture"),
    "captions": gettext_lazy("Captions file"),
    "playlist": gettext_lazy("Playlist"),
    "permalink": gettext_lazy("Link to the post"),
}
SIDE_STATES: Final[dict[str, str]] = {
    SideStep.State.WAITING: "waiting",
    SideStep.State.DONE: "done",
    SideStep.State.FAILED: "failed",
}

WEEKDAYS: Final = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)


def state_of(publication: Publication) -> tuple[str, str, str]:
    """Return a publication's state as icon, word and tone."""
    if services.is_ready(publication):
        return "waiting", _("Uploaded, waits for its time"), "waits"
    icon, tone = STATES[publication.state]
    if services.is_ahead(publication):
        return icon, _("Uploading ahead of its time"), tone
    return icon, str(_S(publication.state).label), tone


def at(moment: datetime | None, zone: ZoneInfo) -> str:
    """Return a moment as the calendar's clock shows it: “18:00”, “Fri 21 November, 18:00”."""
    if moment is None:
        return ""
    local = moment.astimezone(zone)
    today = timezone.now().astimezone(zone).date()
    clock = f"{local:%H:%M}"
    if local.fold:
        clock = _("%(time)s (the second time)") % {"time": clock}
    if local.date() == today:
        return _("today, %(time)s") % {"time": clock}
    if local.date() == today + timedelta(days=1):
        return _("tomorrow, %(time)s") % {"time": clock}
    form = "D j F" if local.year == today.year else "D j F Y"
    return f"{date_format(local, form)}, {clock}"


def size_of(number: int) -> str:
    """Return bytes as people read them."""
    return f"{number / 1e6:.1f} MB" if number < 1e9 else f"{number / 1e9:.2f} GB"
