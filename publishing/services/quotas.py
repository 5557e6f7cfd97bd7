"""What is left of each platform's shares: counted by us, written down before a request leaves.

No platform tells in time how much is left. An entry counts also where the request then fails: most platforms count
those too, and a share that we think smaller than it is costs a delay, the other way round a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from publishing.models import Channel, Publication, QuotaEntry, QuotaGate
from publishing.platforms.base import App
from publishing.platforms.errors import NeedsSetup, PlatformError, QuotaGone
from publishing.platforms.specs import PlatformSpec, QuotaSpec

from .apps import app_of
from .platform_rows import spec_for

UNTOLD = timedelta(hours=1)
"""How long to wait where a platform says that a share is gone, and nobody knows until when."""
KEPT = timedelta(days=32)


@dataclass(frozen=True, slots=True)
class Quota:
    """One share as a channel has it. `left` counts what we wrote down; `resets_at` None: nothing of it is used."""

    bucket: str
    label: str
    limit: int
    used: int
    left: int
    resets_at: datetime | None
    is_shared: bool
    closed_words: str = ""


def quotas_of(channel: Channel, now: datetime | None = None) -> list[Quota]:
    """Return what is left of a platform's shares for a channel."""
    now, spec = now or timezone.now(), spec_for(channel)
    return [_seen(channel, quota, now) for quota in spec.quotas]


def _seen(channel: Channel, quota: QuotaSpec, now: datetime) -> Quota:
    owner = owner_of(channel, quota)
    gate = QuotaGate.objects.filter(platform=channel.platform, bucket=quota.bucket, owner=owner).first()
    is_closed = gate is not None and gate.closed_until is not None and gate.closed_until > now
    taken = used(channel.platform, quota, owner, now)
    return Quota(
        bucket=quota.bucket,
        label=quota.label,
        limit=quota.limit,
        used=taken,
        left=0 if is_closed else max(0, quota.limit - taken),
        resets_at=gate.closed_until if gate and is_closed else resets_at(channel.platform, quota, owner, now),
        is_shared=quota.per_app,
        closed_words=gate.words if gate and is_closed else "",
    )


def owner_of(channel: Channel, quota: QuotaSpec, app: App | None = None) -> str:
    """Return whose share it is: the application's or the account's."""
    if not quota.per_app:
        return channel.remote_id[:200]
    if app is None:
        try:
            app = app_of(channel)
        except NeedsSetup:
            return "studio"
    return (app.client_id or "studio")[:200]


def spend(channel: Channel, spec: PlatformSpec, what: str, *, publication: Publication | None = None) -> None:
    """Write down what a request will use, before it leaves. Raise `QuotaGone` where too little is left."""
    # A look for a lost post costs what a look costs, where the row does not say.
    kind = "observe" if what == "reconcile" and not any(what in quota.costs for quota in spec.quotas) else what
    wanted = [(quota, quota.costs[kind]) for quota in spec.quotas if quota.costs.get(kind)]
    if not wanted:
        return
    app = app_of(channel) if any(quota.per_app for quota, _ in wanted) else None
    shares = [_Share(quota, units, owner_of(channel, quota, app)) for quota, units in wanted]
    with transaction.atomic():
        _spend(channel, shares, what, publication)


@dataclass(frozen=True, slots=True)
class _Share:
    """What a request takes of one share."""

    quota: QuotaSpec
    units: int
    owner: str


def _spend(channel: Channel, shares: list[_Share], what: str, publication: Publication | None) -> None:
    now = timezone.now()
    gates = _held(channel.platform, shares)
    used_now = _used_of_each(channel.platform, shares, now)
    for share in shares:
        _demand(channel.platform, share, gates[share.quota.bucket], used_now.get(share.quota.bucket, 0), now)
    QuotaEntry.objects.bulk_create(
        QuotaEntry(
            platform=channel.platform, bucket=share.quota.bucket, owner=share.owner, units=share.units, what=what,
            at=now, channel_id=channel.pk, publication_id=publication.pk if publication else None,
        )
        for share in shares
    )  # fmt: skip


def _demand(platform: str, share: _Share, gate: QuotaGate, taken: int, now: datetime) -> None:
    """Raise `QuotaGone` where a share is closed, or has too little left."""
    quota = share.quota
    if gate.closed_until is not None and gate.closed_until > now:
        raise QuotaGone(
            gate.words or _words(quota), until=gate.closed_until, bucket=quota.bucket, everywhere=quota.per_app
        )
    if taken + share.units > quota.limit:
        until = resets_at(platform, quota, share.owner, now, needed=taken + share.units - quota.limit)
        raise QuotaGone(_words(quota), until=until, bucket=quota.bucket, everywhere=quota.per_app)


def _held(platform: str, shares: list[_Share]) -> dict[str, QuotaGate]:
    """Return the gates of some shares by bucket, held until the transaction ends: counting and taking are one."""
    mine = reduce(or_, (Q(bucket=share.quota.bucket, owner=share.owner) for share in shares))
    rows = QuotaGate.objects.select_for_update().filter(mine, platform=platform).order_by("bucket")
    found = {row.bucket: row for row in rows}
    if len(found) < len(shares):
        for share in sorted(shares, key=lambda one: one.quota.bucket):
            QuotaGate.objects.get_or_create(platform=platform, bucket=share.quota.bucket, owner=share.owner)
        found = {row.bucket: row for row in rows.all()}
    return found


def _used_of_each(platform: str, shares: list[_Share], now: datetime) -> dict[str, int]:
    """Return the units of some shares that count at a moment, by bucket."""
    mine = reduce(or_, (Q(bucket=one.quota.bucket, owner=one.owner, at__gte=_since(one.quota, now)) for one in shares))
    rows = QuotaEntry.objects.filter(mine, platform=platform).order_by().values_list("bucket")
    return dict(rows.annotate(total=Sum("units")))


def _words(quota: QuotaSpec) -> str:
    whose = "of all channels together" if quota.per_app else "of this channel"
    return f"The share {whose} is used up: {quota.label} ({quota.limit})."


def gone(channel: Channel, spec: PlatformSpec, error: PlatformError) -> datetime:
    """Note that a platform says that a share is used up; return when it is worth going on."""
    now = timezone.now()
    until: datetime = getattr(error, "until", None) or now + UNTOLD
    bucket = str(getattr(error, "bucket", ""))
    quota = next((one for one in spec.quotas if one.bucket == bucket), None)
    if quota is None:
        Channel.objects.filter(pk=channel.pk).update(closed_until=until, closed_words=str(error)[:300])
        return until
    owner = owner_of(channel, quota)
    if getattr(error, "until", None) is None:
        until = next_midnight(quota, now) or until
    gate: dict[str, Any] = {"platform": spec.key, "bucket": bucket, "owner": owner}
    if used(spec.key, quota, owner, now) < quota.limit:  # else it was our own count
        QuotaGate.objects.update_or_create(**gate, defaults={"closed_until": until, "words": str(error)[:300]})
    return until


# --- Counting -----------------------------------------------------------------------------------------------


def used(platform: str, quota: QuotaSpec, owner: str, now: datetime) -> int:
    """Return the units of a share that count at a moment."""
    total = _entries(platform, quota, owner, now).aggregate(total=Sum("units"))["total"]
    return int(total or 0)


def _entries(platform: str, quota: QuotaSpec, owner: str, now: datetime) -> QuerySet[QuotaEntry]:
    mine = QuotaEntry.objects.filter(platform=platform, bucket=quota.bucket, owner=owner)
    return mine.filter(at__gte=_since(quota, now))


def _since(quota: QuotaSpec, now: datetime) -> datetime:
    kind, _, what = quota.resets.partition(":")
    if kind == "day":
        return datetime.combine(now.astimezone(ZoneInfo(what)).date(), time.min, ZoneInfo(what)).astimezone(UTC)
    return now - timedelta(seconds=float(what or 86400))


def next_midnight(quota: QuotaSpec, now: datetime) -> datetime | None:
    """Return when a share that is given anew each day is given next; None for one that slides."""
    kind, _, what = quota.resets.partition(":")
    if kind != "day":
        return None
    zone = ZoneInfo(what)
    return datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time.min, zone).astimezone(UTC)


def resets_at(platform: str, quota: QuotaSpec, owner: str, now: datetime, needed: int = 1) -> datetime | None:
    """Return when there are `needed` more units than now; None where nothing is used."""
    midnight = next_midnight(quota, now)
    if midnight is not None:
        return midnight
    slides = timedelta(seconds=float(quota.resets.partition(":")[2] or 86400))
    freed = 0
    for at, units in _entries(platform, quota, owner, now).order_by("at").values_list("at", "units"):
        freed += units
        if freed >= needed:
            return max(at + slides, now) + timedelta(seconds=1)
    return now + slides if freed else None


def forget_old() -> int:
    """Remove entries that count for nothing any more."""
    return QuotaEntry.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
