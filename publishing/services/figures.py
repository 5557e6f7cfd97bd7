"""Bringing numbers home: each post's at moments that grow rarer with its age, each account's once a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db.models import Max
from django.utils import timezone

from publishing.models import Channel, ChannelSnapshot, Publication, RetentionSnapshot, Snapshot
from publishing.platforms.base import CanCount, CanTellRetention, Figures, Platform
from publishing.platforms.errors import PlatformError, Reconnect

from . import accounts, quotas
from .platform_rows import spec_of

log = structlog.get_logger(__name__)

PACE: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(hours=3), timedelta(minutes=20)),
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=7), timedelta(hours=6)),
    (timedelta(days=35), timedelta(days=1)),
    (timedelta(days=365), timedelta(days=7)),
)
"""Up to an age, how long until the next look."""
SELDOM = timedelta(days=30)
LATER = timedelta(minutes=30)
"""When to look again after it could not be asked."""
A_DAY = timedelta(hours=20)
"""An account's own numbers, and where people leave, are asked for no more often."""
CLAIMED_FOR = timedelta(minutes=10)
AT_ONCE = 200


def next_look(published_at: datetime, now: datetime) -> datetime:
    """Return when a post's numbers are worth asking for again."""
    age = now - published_at
    return now + next((pause for oldest, pause in PACE if age < oldest), SELDOM)


def take_due(now: datetime | None = None) -> int:
    """Ask for the numbers of all posts whose time has come, one account after the other; return how many came."""
    now = now or timezone.now()
    came = 0
    for channel, posts in _due(now).items():
        came += _take_of(channel, posts, now)
    return came


def _due(now: datetime) -> dict[Channel, list[Publication]]:
    due = Publication.objects.filter(state=Publication.State.LIVE, figures_due_at__lte=now).exclude(remote_id="")
    by_channel: dict[Channel, list[Publication]] = defaultdict(list)
    for post in due.select_related("channel").order_by("channel", "figures_due_at")[:AT_ONCE]:
        # Whoever comes second finds a later time and leaves it.
        mine = Publication.objects.filter(pk=post.pk, figures_due_at=post.figures_due_at)
        if mine.update(figures_due_at=now + CLAIMED_FOR):
            by_channel[post.channel].append(post)
    return by_channel


def _take_of(channel: Channel, posts: list[Publication], now: datetime) -> int:
    if not channel.is_usable or (channel.closed_until and channel.closed_until > now):
        _postpone(posts, max(now + LATER, channel.closed_until or now))
        return 0
    try:
        with accounts.opened(channel) as platform:
            if not isinstance(platform, CanCount):
                Publication.objects.filter(pk__in=[post.pk for post in posts]).update(figures_due_at=None)
                return 0
            found = _asked(platform, channel, posts, now)
            _channel_figures(platform, channel, now)
            _retentions(platform, channel, posts, now)
    except PlatformError as error:
        log.warning("numbers could not be asked for", channel_id=channel.pk, why=str(error), words=error.vendor_words)
        _postpone(posts, max(accounts.met(channel, error) or now, _after(error, now)))
        return 0
    return record(posts, found, now)


def _asked(platform: CanCount, channel: Channel, posts: list[Publication], now: datetime) -> Mapping[str, Figures]:
    quotas.spend(channel, spec_of(channel.platform), "figures")
    since = min(post.published_at or now for post in posts)
    return platform.figures([post.remote_id for post in posts], since=since, now=now)


def _after(error: PlatformError, now: datetime) -> datetime:
    """When it is worth asking again, where the account itself does not say more."""
    return now + (timedelta(hours=6) if isinstance(error, Reconnect) else LATER)


def _postpone(posts: Iterable[Publication], until: datetime) -> None:
    Publication.objects.filter(pk__in=[post.pk for post in posts]).update(figures_due_at=until)


_COLUMNS = tuple(column.name for column in fields(Figures))


def record(posts: Iterable[Publication], found: Mapping[str, Figures], now: datetime) -> int:
    """Write down what was told, and when to ask again; return how many posts were told of."""
    told = 0
    for post in posts:
        figures = found.get(post.remote_id)
        if figures is not None:
            columns = {name: getattr(figures, name) for name in _COLUMNS}
            Snapshot.objects.get_or_create(
                publication=post, taken_at=now, defaults={**columns, "notes": list(figures.notes)}
            )
            told += 1
        due = next_look(post.published_at or now, now)
        Publication.objects.filter(pk=post.pk).update(figures_due_at=due)
    return told


def _channel_figures(platform: CanCount, channel: Channel, now: datetime) -> None:
    latest = channel.snapshots.aggregate(at=Max("taken_at"))["at"]
    if latest and now - latest < A_DAY:
        return
    quotas.spend(channel, spec_of(channel.platform), "figures")
    told = platform.channel_figures()
    by_hour = {f"{weekday} {hour}": share for (weekday, hour), share in told.by_hour.items()}
    ChannelSnapshot.objects.create(
        channel=channel, taken_at=now, followers=told.followers, views=told.views, posts=told.posts, by_hour=by_hour
    )


def _retentions(platform: Platform | CanCount, channel: Channel, posts: list[Publication], now: datetime) -> None:
    if not isinstance(platform, CanTellRetention):
        return
    known: dict[int, datetime] = dict(
        RetentionSnapshot.objects.filter(publication__in=posts).values_list("publication_id", "taken_at")
    )
    for post in posts:
        if post.pk in known and now - known[post.pk] < A_DAY:
            continue
        quotas.spend(channel, spec_of(channel.platform), "figures")
        points: Any = platform.retention(post.remote_id, since=post.published_at or now, now=now)
        if points:
            RetentionSnapshot.objects.update_or_create(
                publication=post, defaults={"taken_at": now, "points": [list(point) for point in points]}
            )
