"""The clock that a calendar is read by: a wall clock in somebody's time zone, and the moments it stands for.

A library may say which zone its calendar is in. Otherwise it is each person's own, which their browser says in a
cookie. What is stored is always the moment, and the zone in which it was chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.utils.translation import gettext as _

from generation.http import StudioRequest
from publishing.models import PublishingRules

COOKIE: Final = "zone"
"""The browser writes it; see static/js/publishing/zone.js."""

OFFERED: Final = tuple(
    sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/", "US/")))
)
"""What a library can choose from."""


@dataclass(frozen=True)
class Chosen:
    """The moment that a wall clock stands for, what the clock then really shows, and a sentence where that differs."""

    moment: datetime
    wall: datetime
    words: str = ""


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of that name; None where there is none."""
    if not name or len(name) > 60 or name.startswith(("/", ".")) or ".." in name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of(request: StudioRequest, library_id: int) -> ZoneInfo:
    """Return the zone in which somebody reads the calendar of a library."""
    rule = PublishingRules.objects.filter(library=library_id).values_list("time_zone", flat=True).first()
    return zone_named(rule or "") or zone_named(request.COOKIES.get(COOKIE, "")) or ZoneInfo("UTC")


def moment_at(day: date, at: time, zone: ZoneInfo, *, is_second: bool = False) -> Chosen:
    """Return the moment at which the clock shows a time on a day.

    Where clocks go forward over it, it is as much later as they go; where they go back, it is the first of both,
    unless the second one is asked for.
    """
    wall = datetime.combine(day, at.replace(fold=0), tzinfo=zone)
    comes_twice = wall.utcoffset() != wall.replace(fold=1).utcoffset()
    if is_second and comes_twice and _is_real(wall):
        wall = wall.replace(fold=1)
    moment = wall.astimezone(UTC)
    shown = moment.astimezone(zone)
    if shown.replace(tzinfo=None) != wall.replace(tzinfo=None):
        words = _("%(time)s does not exist on this day: clocks go forward. It is %(shown)s instead.")
        return Chosen(moment, shown, words % {"time": f"{at:%H:%M}", "shown": f"{shown:%H:%M}"})
    if comes_twice:
        words = (
            _("%(time)s comes twice on this day: clocks go back. The second of both is meant.")
            if wall.fold
            else _("%(time)s comes twice on this day: clocks go back. The first of both is meant.")
        )
        return Chosen(moment, shown, words % {"time": f"{at:%H:%M}"})
    return Chosen(moment, shown)


def _is_real(wall: datetime) -> bool:
    """Tell whether the clock ever shows that."""
    return wall.astimezone(UTC).astimezone(wall.tzinfo).replace(tzinfo=None) == wall.replace(tzinfo=None)


def moved_to(moment: datetime, day: date, zone: ZoneInfo) -> Chosen:
    """Return the moment at which the clock shows the same as at `moment`, on another day."""
    local = moment.astimezone(zone)
    return moment_at(day, local.time(), zone)


def change_on(day: date, zone: ZoneInfo) -> str:
    """Say in a sentence how clocks change on a day; "" where they do not."""
    before = datetime.combine(day, time(), tzinfo=zone)
    after = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
    first, last = before.utcoffset(), after.utcoffset()
    if first is None or last is None or first == last:
        return ""
    minutes = int(abs(last - first).total_seconds() // 60)
    words = (
        _("Clocks go forward by %(minutes)s minutes.") if last > first else _("Clocks go back by %(minutes)s minutes.")
    )
    return words % {"minutes": minutes}


def named(zone: ZoneInfo, moment: datetime) -> str:
    """Return a zone's name as people say it: “Berlin (UTC+1)”."""
    offset = moment.astimezone(zone).utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes >= 0 else "−"
    place = zone.key.rpartition("/")[2].replace("_", " ")
    if zone.key == "UTC":
        return "UTC"
    return f"{place} (UTC{sign}{hours}{f':{rest:02}' if rest else ''})"


def is_second(moment: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a moment is the second time that day at which the clock shows what it shows."""
    return bool(moment.astimezone(zone).fold)
