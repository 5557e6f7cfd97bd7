"""When a channel's audience is there: from its own numbers, and the platform's usual hours until there are enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time
from statistics import median
from zoneinfo import ZoneInfo

from django.utils import timezone

from publishing.models import Channel, Publication

from .findings import A_WEEK, RIPE, views_at
from .platform_rows import spec_of

LEAST_POSTS = 8
"""So many ripe posts at two hours at least, before their times are compared."""
LEAST_AT_AN_HOUR = 2
BETTER_BY = 1.1
MOST = 7


def best_times(channel: Channel, zone: ZoneInfo, now: datetime | None = None) -> list[tuple[int, time]]:
    """Return (weekday from Monday 0, time in `zone`), the best first.

    What the platform says of the audience's hours comes first, then what the channel's posts reached, then the usual
    guess for the platform.
    """
    return times_and_source(channel, zone, now)[0]


def times_and_source(
    channel: Channel, zone: ZoneInfo, now: datetime | None = None
) -> tuple[list[tuple[int, time]], bool]:
    """Return the best times, and whether they come from the channel's own numbers: both are read from all posts."""
    now = now or timezone.now()
    own = _told_by_platform(channel, zone, now) or _from_posts(channel, zone, now)
    usual = [(weekday, time(hour)) for weekday, hour in spec_of(channel.platform).best_times]
    return own or usual, bool(own)


def _told_by_platform(channel: Channel, zone: ZoneInfo, now: datetime) -> list[tuple[int, time]]:
    latest = channel.snapshots.order_by("-taken_at").exclude(by_hour={}).first()
    if latest is None:
        return []
    # The platform's hours are in UTC; the offset of this week holds well enough for the next ones.
    shift = int((now.astimezone(zone).utcoffset() or now - now).total_seconds() // 3600)
    shares: dict[tuple[int, int], float] = {}
    for key, share in latest.by_hour.items():
        weekday, hour = (int(part) for part in str(key).split())
        days, local = divmod(hour + shift, 24)
        shares[(weekday + days) % 7, local] = float(share)
    return _top(shares.items())


def _from_posts(channel: Channel, zone: ZoneInfo, now: datetime) -> list[tuple[int, time]]:
    posts = Publication.objects.filter(channel=channel, state="live", published_at__lte=now - RIPE)
    reached: dict[tuple[int, int], list[float]] = defaultdict(list)
    for post in posts.prefetch_related("snapshots"):
        views = views_at(post, list(post.snapshots.all()), A_WEEK)
        if views is not None and post.published_at is not None:
            local = post.published_at.astimezone(zone)
            reached[local.weekday(), local.hour].append(views)
    whole = [views for told in reached.values() for views in told]
    if len(whole) < LEAST_POSTS or not median(whole):
        return []
    usual = median(whole)
    better = {
        at: median(told) / usual
        for at, told in reached.items()
        if len(told) >= LEAST_AT_AN_HOUR and median(told) >= BETTER_BY * usual
    }
    return _top(better.items())


def _top(shares: Iterable[tuple[tuple[int, int], float]]) -> list[tuple[int, time]]:
    ordered = sorted(shares, key=lambda row: (-row[1], row[0]))
    return [(weekday, time(hour)) for (weekday, hour), _share in ordered[:MOST]]
