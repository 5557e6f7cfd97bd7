"""Connected accounts, ready to be used: fresh tokens, the right application, and words where something is amiss."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from generation import vault
from publishing.models import Channel
from publishing.platforms.base import Account, Platform, Requirements
from publishing.platforms.errors import MissingScope, NeedsSetup, PlatformError, RateLimited, Reconnect, StaleToken

from . import quotas, tokens
from .apps import app_of
from .platform_rows import spec_for

log = structlog.get_logger(__name__)

WARNED_BEFORE = timedelta(days=7)
"""So long before consent ends its owner is told."""
USUAL_REST_S = 60.0
MOST_REFUSALS = 3
"""So many fresh tokens are refused one after the other before an account counts as lost."""


@contextmanager
def opened(channel: Channel, *, needed_for_s: float = 60) -> Iterator[Platform]:
    """Give a platform, used as this account; its connections end with the block.

    Raise `Reconnect`, `NeedsSetup` or `Unavailable` where the account cannot be used now.
    """
    spec = spec_for(channel)
    app = app_of(channel)
    account = Account(
        app=app,
        remote_id=channel.remote_id,
        tokens=tokens.fresh(channel, spec, app, needed_for_s=needed_for_s),
        settings=_settings(channel),
    )
    platform: Platform = import_string(spec.adapter)(account)
    try:
        yield platform
        if channel.refusals:
            _count_refusals(channel, 0)
    finally:
        platform.close()


def _settings(channel: Channel) -> dict[str, Any]:
    """The channel's own, and what every adapter may want to know of it."""
    try:
        secret = vault.opened(channel.sealed_secret) if channel.sealed_secret else ""
    except vault.Unreadable as error:
        raise NeedsSetup(str(error)) from error
    return {**channel.settings, "facts": channel.facts, "login": channel.login, "secret": secret}


def requirements_of(channel: Channel) -> Requirements:
    """Ask the platform what the account may do now. Raise `PlatformError`."""
    spec = spec_for(channel)
    try:
        with opened(channel) as platform:
            quotas.spend(channel, spec, "requirements")
            return platform.requirements()
    except PlatformError as error:
        met(channel, error)
        raise


def warning_of(channel: Channel, now: datetime | None = None) -> str:
    """Return what is to be said of a channel: reconnect it (soon), what was not allowed, how long it waits; else ""."""
    now = now or timezone.now()
    if channel.state in {Channel.State.RECONNECT, Channel.State.DISCONNECTED}:
        return channel.problem or str(channel.get_state_display())
    ends_at = channel.refresh_expires_at
    if ends_at is not None and ends_at - now < WARNED_BEFORE:
        days = max(0, (ends_at - now).days)
        when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
        return f"The consent of {channel.name} ends {when}. Connect it again before that."
    if channel.closed_until is not None and channel.closed_until > now and channel.closed_words:
        return channel.closed_words
    return channel.problem


# --- What an error means for the account ------------------------------------------------------------------


def met(channel: Channel, error: PlatformError) -> datetime | None:
    """Note what an error means for the account; return when it is worth going on, None where the error says nothing."""
    if isinstance(error, MissingScope):
        limit(channel, error)
        return None
    if isinstance(error, StaleToken):
        return refused(channel, error)
    if isinstance(error, Reconnect):
        lose(channel, error)
        return timezone.now() + timedelta(minutes=10)
    if isinstance(error, RateLimited):
        return close(channel, str(error), seconds=error.retry_after_s or USUAL_REST_S)
    if error.code == "quota_gone":
        return quotas.gone(channel, spec_for(channel), error)
    return None


def close(channel: Channel, words: str, *, seconds: float) -> datetime:
    """Ask nothing as this account for a while; return until when."""
    until = timezone.now() + timedelta(seconds=seconds)
    Channel.objects.filter(pk=channel.pk).update(closed_until=until, closed_words=words[:300])
    channel.closed_until, channel.closed_words = until, words[:300]
    return until


def refused(channel: Channel, error: PlatformError) -> datetime:
    """Find out whether fresh tokens help where a platform refused ours; else its owner has to consent again."""
    spec, now = spec_for(channel), timezone.now()
    try:
        before = tokens.kept(channel).access
        if before and channel.refusals < MOST_REFUSALS:
            app = app_of(channel)
            if tokens.fresh(channel, spec, app, refused=before).access != before:
                _count_refusals(channel, channel.refusals + 1)
                return now
    except Reconnect as ended:
        error = ended
    except PlatformError as passing:
        log.info("tokens cannot be renewed now", channel_id=channel.pk, why=str(passing))
        return now + timedelta(seconds=30)
    lose(channel, error)
    return now + timedelta(minutes=10)


def _count_refusals(channel: Channel, count: int) -> None:
    Channel.objects.filter(pk=channel.pk).update(refusals=count)
    channel.refusals = count


def lose(channel: Channel, error: PlatformError) -> None:
    """Mark an account whose owner has to connect it again."""
    log.warning("account lost", channel_id=channel.pk, why=str(error), vendor_words=error.vendor_words)
    usable = Channel.objects.filter(pk=channel.pk).exclude(state=Channel.State.DISCONNECTED)
    usable.update(state=Channel.State.RECONNECT, problem=str(error)[:500], vendor_words=error.vendor_words[:4000])
    channel.refresh_from_db(fields=["state", "problem", "vendor_words"])


def limit(channel: Channel, error: PlatformError) -> None:
    """Mark an account of which a part was not allowed."""
    usable = Channel.objects.filter(pk=channel.pk, state=Channel.State.READY)
    usable.update(state=Channel.State.LIMITED, problem=str(error)[:500], vendor_words=error.vendor_words[:4000])
    channel.refresh_from_db(fields=["state", "problem", "vendor_words"])


# --- Looking after tokens ----------------------------------------------------------------------------------


def keep_alive(*, most: int = 200) -> int:
    """Renew the tokens of accounts that are due, whether anything is published or not; return how many were looked at.

    An account that nobody uses would die silently.
    """
    usable = Channel.objects.filter(state__in=[Channel.State.READY, Channel.State.LIMITED]).exclude(sealed_tokens="")
    ending = usable.filter(Q(expires_at__isnull=False) | Q(refresh_expires_at__isnull=False))
    looked = 0
    for channel in ending.order_by("expires_at")[:most]:
        looked += 1
        look_after(channel)
    return looked


def look_after(channel: Channel) -> None:
    """Renew one account's tokens if they are due; what fails is noted in the channel."""
    spec = spec_for(channel)
    try:
        app = app_of(channel)
        tokens.fresh(channel, spec, app)
    except Reconnect as error:
        lose(channel, error)
    except PlatformError as error:
        log.info("tokens not renewed now", channel_id=channel.pk, why=str(error), vendor_words=error.vendor_words)


def check(channel: Channel) -> None:
    """Ask the platform something as this account, so that an account that was lost is noticed."""
    try:
        requirements_of(channel)
    except PlatformError as error:
        log.info("account looked at", channel_id=channel.pk, why=str(error))
