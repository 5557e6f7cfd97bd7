"""Times of a calendar: what a person means by a date, an hour and a zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_of(name: str) -> ZoneInfo:
    """Return a time zone by its name; UTC for one that is not known."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def moment_of(wall: datetime, zone: str) -> datetime:
    """Return the moment (UTC) at which the clocks of a zone show `wall` (without a zone).

    An hour that comes twice is its first; one that the clocks leave out is as much later as they are put forward.
    """
    place = zone_of(zone)
    there = wall.replace(tzinfo=place, fold=0)
    moment = there.astimezone(UTC)
    if moment.astimezone(place).replace(tzinfo=None) == wall:
        return moment
    before = there.replace(fold=0).utcoffset() or timedelta(0)
    return (wall - before).replace(tzinfo=UTC)
