"""What the calendar is made of: a week or a month of days, the drafts without a time, and what missed its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from generation.views.parts import Part
from publishing import services
from publishing.models import Channel, ChannelTime, Publication
from publishing.services.best_times import times_and_source
from publishing.views import cards, frame, zones
from publishing.views.cards import Card
from publishing.views.frame import Place

_S = Publication.State
WEEK, MONTH = "week", "month"
MOST_IN_TRAY: Final = 60
SHOWN_IN_A_MONTH: Final = 3
_OUT_OF_SIGHT: Final = (_S.CANCELLED,)
FURTHEST: Final = timedelta(days=366 * 5)


@dataclass(frozen=True)
class Asked:
    """Which part of the calendar is shown: by what, around which day, of which channels (none: all)."""

    view: str
    day: date
    channels: tuple[int, ...] = ()
    opened: int = 0

    @property
    def query(self) -> str:
        """The same as an address says it."""
        return self.having()

    def having(self, **other: Any) -> str:
        """Return the query of an address that shows the same but for `other`."""
        now = {"view": self.view, "day": self.day.isoformat(), "channels": ".".join(map(str, self.channels))}
        now |= {"open": self.opened or ""} | other
        return urlencode({name: value for name, value in now.items() if value})


@dataclass(frozen=True)
class Ghost:
    """A free place: a time at which a channel usually publishes, or at which people usually watch."""

    day: str
    time: str
    channel: str
    channel_id: int
    platform: str
    is_best: bool
    is_slot: bool
    label: str


@dataclass(frozen=True)
class Day:
    """One day of the calendar: cards and free places in the order of their times."""

    iso: str
    number: int
    name: str
    full: str
    is_today: bool
    is_past: bool
    is_outside: bool
    change: str
    items: tuple[tuple[str, Any], ...]
    more: int
    tones: tuple[str, ...]
    href: str


@dataclass(frozen=True)
class Chip:
    """A channel to show or to hide."""

    name: str
    platform: str
    href: str
    is_on: bool


@dataclass(frozen=True)
class Top:
    """Where in time one is, and the ways around."""

    title: str
    zone: str
    is_rule: bool
    before: str
    after: str
    today: str
    ways: tuple[tuple[str, str, bool], ...]
    chips: tuple[Chip, ...]
    all_href: str
    is_all: bool


def asked_of(parameters: Any, place: Place) -> Asked:
    """Read what a request asks to see."""
    today = timezone.now().astimezone(place.zone).date()
    try:
        day = date.fromisoformat(str(parameters.get("day", "")))
    except ValueError:
        day = today
    if abs(day - today) > FURTHEST:
        day = today
    view = MONTH if parameters.get("view") == MONTH else WEEK
    channels = tuple(int(one) for one in str(parameters.get("channels", "")).split(".") if one.isdecimal())[:50]
    opened = str(parameters.get("open", ""))
    return Asked(view, day, channels, int(opened) if opened.isdecimal() and len(opened) < 12 else 0)


def span(asked: Asked) -> tuple[date, date]:
    """Return the first day that is shown and the one after the last: whole weeks, from Monday."""
    first = asked.day if asked.view == WEEK else asked.day.replace(day=1)
    last = asked.day if asked.view == WEEK else _next_month(asked.day) - timedelta(days=1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=7 - last.weekday())


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def parts_of(place: Place, asked: Asked) -> tuple[Part, ...]:
    """Return the calendar's parts."""
    channels = list(Channel.objects.filter(library=place.library.pk).order_by("name", "pk"))
    alive = [row for row in channels if row.state != Channel.State.DISCONNECTED]
    rows = cards.listed(Publication.objects.filter(library=place.library.pk))
    if asked.channels:
        rows = rows.filter(channel__in=asked.channels)
    return (
        _top(place, asked, alive),
        Part("pub-warned", "publishing/_warned.html", (place.library.pk, frame.warned(place.library.pk))),
        _missed(place, rows),
        _tray(place, rows, has_channels=bool(alive)),
        _days(place, asked, rows, [row for row in alive if not asked.channels or row.pk in asked.channels]),
    )


# --- Around the days ----------------------------------------------------------------------------------


def _top(place: Place, asked: Asked, channels: list[Channel]) -> Part:
    step = timedelta(days=7)
    today = timezone.now().astimezone(place.zone).date()
    if asked.view == MONTH:
        before, after = (asked.day.replace(day=1) - timedelta(days=1)).replace(day=1), _next_month(asked.day)
    else:
        before, after = asked.day - step, asked.day + step
    here = reverse("publishing:calendar", args=(place.library.pk,))
    shows = Top(
        title=_title(asked),
        zone=zones.named(place.zone, timezone.now()),
        is_rule=bool(getattr(getattr(place.library, "publishing_rules", None), "time_zone", "")),
        before=f"{here}?{asked.having(day=before.isoformat(), open='')}",
        after=f"{here}?{asked.having(day=after.isoformat(), open='')}",
        today=f"{here}?{asked.having(day=today.isoformat(), open='')}",
        ways=tuple(
            (label, f"{here}?{asked.having(view=view, open='')}", view == asked.view)
            for view, label in ((WEEK, _("Week")), (MONTH, _("Month")))
        ),
        chips=tuple(_chip(row, asked, here) for row in channels) if len(channels) > 1 else (),
        all_href=f"{here}?{asked.having(channels='', open='')}",
        is_all=not asked.channels,
    )
    return Part("pub-top", "publishing/calendar/_top.html", shows)


def _title(asked: Asked) -> str:
    if asked.view == MONTH:
        return date_format(asked.day, "F Y")
    first, after = span(asked)
    last = after - timedelta(days=1)
    if first.month == last.month:
        return _("%(first)s – %(last)s") % {"first": first.day, "last": date_format(last, "j F Y")}
    return _("%(first)s – %(last)s") % {"first": date_format(first, "j F"), "last": date_format(last, "j F Y")}


def _chip(row: Channel, asked: Asked, here: str) -> Chip:
    is_on = row.pk in asked.channels
    rest = [one for one in asked.channels if one != row.pk] if is_on else [*asked.channels, row.pk]
    return Chip(row.name, row.platform, f"{here}?{asked.having(channels='.'.join(map(str, rest)), open='')}", is_on)


def _missed(place: Place, rows: QuerySet[Publication]) -> Part:
    found = list(rows.filter(state__in=[_S.MISSED, _S.PERSON]).order_by("scheduled_at", "pk")[:MOST_IN_TRAY])
    return Part("pub-missed", "publishing/calendar/_missed.html", tuple(_cards(place, found)))


def _tray(place: Place, rows: QuerySet[Publication], *, has_channels: bool) -> Part:
    unset = Q(state__in=[_S.DRAFT, _S.APPROVAL, _S.FAILED], scheduled_at=None)
    found = list(rows.filter(unset).order_by("-updated_at", "-pk")[:MOST_IN_TRAY])
    shows = (place.library.pk, place.may_edit, has_channels, tuple(_cards(place, found)))
    return Part("pub-tray", "publishing/calendar/_tray.html", shows)


def _cards(place: Place, rows: list[Publication]) -> list[Card]:
    return cards.cards(rows, place.zone, may_edit=place.may_edit)


# --- The days -----------------------------------------------------------------------------------------


def _days(place: Place, asked: Asked, rows: QuerySet[Publication], channels: list[Channel]) -> Part:
    first, after = span(asked)
    found = _in_span(rows, first, after, place)
    days = cards.by_day(_cards(place, found))
    ghosts = _ghosts(place, asked, first, after, channels, days) if asked.view == WEEK else {}
    today = timezone.now().astimezone(place.zone).date()
    children = tuple(
        Part(f"day-{day}", "publishing/calendar/_day.html", _day(place, asked, day, today, days, ghosts))
        for day in (first + timedelta(days=index) for index in range((after - first).days))
    )
    return Part("pub-days", "publishing/calendar/_days.html", (asked.view, asked.day.month, _names(first)), children)


def _names(first: date) -> tuple[str, ...]:
    return tuple(date_format(first + timedelta(days=index), "D") for index in range(7))


def _in_span(rows: QuerySet[Publication], first: date, after: date, place: Place) -> list[Publication]:
    since = datetime.combine(first, time(), tzinfo=place.zone).astimezone(UTC)
    until = datetime.combine(after, time(), tzinfo=place.zone).astimezone(UTC)
    inside = Q(published_at__gte=since, published_at__lt=until)
    inside |= Q(published_at=None, scheduled_at__gte=since, scheduled_at__lt=until)
    inside |= Q(published_at=None, scheduled_at=None, started_at__gte=since, started_at__lt=until)
    return list(rows.filter(inside).exclude(state__in=_OUT_OF_SIGHT).order_by("pk"))


def _day(
    place: Place,
    asked: Asked,
    day: date,
    today: date,
    days: dict[str, list[Card]],
    ghosts: dict[str, list[Ghost]],
) -> Day:
    iso = day.isoformat()
    found = days.get(iso, [])
    shown = found if asked.view == WEEK else found[:SHOWN_IN_A_MONTH]
    items = [("card", card.time, card) for card in shown] + [("ghost", one.time, one) for one in ghosts.get(iso, [])]
    here = reverse("publishing:calendar", args=(place.library.pk,))
    return Day(
        iso=iso,
        number=day.day,
        name=date_format(day, "D"),
        full=date_format(day, "l, j F Y"),
        is_today=day == today,
        is_past=day < today,
        is_outside=asked.view == MONTH and day.month != asked.day.month,
        change=zones.change_on(day, place.zone),
        items=tuple((kind, item) for kind, _time, item in sorted(items, key=lambda one: (one[1], one[0]))),
        more=len(found) - len(shown),
        tones=tuple(card.tone for card in found[:4]),
        href=f"{here}?{replace(asked, view=WEEK, day=day, opened=0).query}#day-{iso}",
    )


def _ghosts(
    place: Place, asked: Asked, first: date, after: date, channels: list[Channel], days: dict[str, list[Card]]
) -> dict[str, list[Ghost]]:
    """Return the free places of each day that is still to come."""
    if not place.may_edit:
        return {}
    now = timezone.now()
    slots: dict[int, set[tuple[int, time]]] = {row.pk: set() for row in channels}
    for row in ChannelTime.objects.filter(channel__in=channels):
        slots[row.channel_id].add((row.weekday, row.at))
    good = {row.pk: times_and_source(row, place.zone, now) for row in channels}
    found: dict[str, list[Ghost]] = {}
    for index in range((after - first).days):
        day = first + timedelta(days=index)
        taken = {(card.channel_id, card.time) for card in days.get(day.isoformat(), [])}
        places = [one for row in channels for one in _places(row, day, good[row.pk], slots[row.pk], place, now)]
        found[day.isoformat()] = [one for one in places if (one.channel_id, one.time) not in taken]
    return found


def _places(
    channel: Channel,
    day: date,
    good: tuple[list[tuple[int, time]], bool],
    slots: set[tuple[int, time]],
    place: Place,
    now: datetime,
) -> Iterable[Ghost]:
    times, is_own = good
    best = {at for weekday, at in times if weekday == day.weekday()}
    own = {at for weekday, at in slots if weekday == day.weekday()}
    for at in sorted(own | best):
        chosen = zones.moment_at(day, at, place.zone)
        if chosen.moment <= now:
            continue
        is_best, is_slot = at in best, at in own
        yield Ghost(
            day=day.isoformat(),
            time=f"{chosen.wall:%H:%M}",
            channel=channel.name,
            channel_id=channel.pk,
            platform=channel.platform,
            is_best=is_best,
            is_slot=is_slot,
            label=_label(channel, is_slot=is_slot, is_best=is_best, is_own=is_own),
        )


def _label(channel: Channel, *, is_slot: bool, is_best: bool, is_own: bool) -> str:
    """Say why a place is offered, and whether a good time is known from the channel's own numbers or only usual."""
    words = [_("usual time of %(channel)s") % {"channel": channel.name}] if is_slot else []
    if is_best and is_own:
        words.append(_("%(channel)s is watched most then, by its own numbers") % {"channel": channel.name})
    elif is_best:
        platform = gettext(services.spec_of(channel.platform).label)
        words.append(_("a usual hour of %(platform)s") % {"platform": platform})
    return ", ".join(words)
