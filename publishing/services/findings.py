"""A library's numbers become findings: sentences that the next film is planned with."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation

from projects.models import Finding
from publishing import findings, traits
from publishing.findings import Observed
from publishing.models import Publication, Snapshot

RIPE = timedelta(hours=48)
"""Younger posts say little: platforms count late, and a film finds its viewers over days."""
A_WEEK = timedelta(days=7)
LEAST_OF_CHANNEL = 3
"""So many posts of a channel say what is usual there."""
PAUSE = timedelta(hours=6)


def refresh_due(now: datetime | None = None) -> int:
    """Look at the numbers of every library that has new ones; return how many were looked at."""
    now = now or timezone.now()
    newest = Snapshot.objects.values("publication__library").annotate(at=Max("taken_at"))
    looked = dict(Finding.objects.values_list("library").annotate(at=Max("found_at")))
    due = [
        row["publication__library"]
        for row in newest
        if (seen := looked.get(row["publication__library"])) is None or (row["at"] > seen and now - seen > PAUSE)
    ]
    for library_id in due:
        refresh(library_id, now)
    return len(due)


@transaction.atomic
def refresh(library_id: int, now: datetime | None = None) -> list[Finding]:
    """Work out a library's findings anew. What no longer holds goes; what somebody switched off stays off."""
    now = now or timezone.now()
    compared = findings.found(observed(library_id, now))
    with translation.override("en"):
        rows = {
            each.key: {
                "sentence": findings.sentence(each.key, each.evidence),
                "advice": dict(findings.ADVICE.get(each.key, {})) if each.difference > 0 else {},
                "evidence": each.evidence,
                "found_at": now,
            }
            for each in compared
        }
    Finding.objects.filter(library=library_id, is_off=False).exclude(key__in=rows).delete()
    return [
        Finding.objects.update_or_create(library_id=library_id, key=key, defaults=row)[0] for key, row in rows.items()
    ]


def observed(library_id: int, now: datetime) -> list[Observed]:
    """Return a library's ripe posts with what they were like and what they reached."""
    posts = Publication.objects.filter(library=library_id, state="live", published_at__lte=now - RIPE)
    rows = list(posts.select_related(*traits.WITH).prefetch_related("snapshots"))
    usual = _usual(rows)
    return [
        Observed(post.pk, {**traits.traits_of(post)}, reached)
        for post in rows
        if (reached := _reached(post, usual.get(post.channel_id)))
    ]


def _reached(post: Publication, usual: float | None) -> dict[str, float]:
    snapshots = list(post.snapshots.all())
    reached: dict[str, float] = {}
    shares = [row.average_view_share for row in snapshots if row.average_view_share is not None]
    if shares:
        reached[findings.WATCHED] = shares[-1]
    views = views_at(post, snapshots, A_WEEK)
    if views is not None and usual:
        reached[findings.VIEWED] = views / usual
    return reached


def _usual(posts: Sequence[Publication]) -> dict[int, float]:
    """What a channel's posts usually reach in a week; nothing for one with too few of them."""
    reached: dict[int, list[float]] = defaultdict(list)
    for post in posts:
        views = views_at(post, list(post.snapshots.all()), A_WEEK)
        if views is not None:
            reached[post.channel_id].append(views)
    return {channel: median(views) for channel, views in reached.items() if len(views) >= LEAST_OF_CHANNEL}


def views_at(post: Publication, snapshots: Sequence[Snapshot], age: timedelta) -> float | None:
    """Return how often a post had been seen at an age, between the two looks around it; None where it is not known."""
    if post.published_at is None:
        return None
    told = [(row.taken_at - post.published_at, row.views) for row in snapshots if row.views is not None]
    ages = [at for at, _ in told]
    place = bisect_left(ages, age)
    if place == len(told):
        return None
    later_at, later = told[place]
    at, before = told[place - 1] if place else (timedelta(), 0)
    if later is None or before is None or later_at == at:
        return float(later or 0)
    return before + (later - before) * ((age - at) / (later_at - at))
