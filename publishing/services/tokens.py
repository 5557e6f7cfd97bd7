"""Tokens of connected accounts: sealed, renewed in time, and by one worker at a time.

Who renews them is settled by a claim in the row, not by a lock that lasts as long as the platform takes to answer: in
SQLite such a lock would hold up every other writer of the studio. What is renewed is read again under the claim, and
written down before anybody uses it: the old refresh token may be worth nothing any more.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from generation import vault
from publishing.models import Channel
from publishing.platforms.base import App, Login, Tokens
from publishing.platforms.errors import PlatformError, Reconnect, Unavailable
from publishing.platforms.specs import PlatformSpec

from . import sealed
from .platform_rows import login_of

log = structlog.get_logger(__name__)

CLAIM = timedelta(seconds=90)
"""Longer than a platform takes to answer."""
BRIEFLY_S = 3.0
UNREADABLE = "The studio's own secret has changed, so this account's tokens cannot be read. Connect it again."


def login_for(spec: PlatformSpec, login: str, app: App) -> Login | None:
    """Return how an account signs in; None for a place that needs no account."""
    way = login_of(spec, login)
    return import_string(way.login)(app) if way.login else None


def kept(channel: Channel) -> Tokens:
    """Return the tokens as they are. Raise `Reconnect` where they cannot be read."""
    try:
        return sealed.tokens_of(sealed.opened(channel.sealed_tokens))
    except vault.Unreadable as error:
        raise Reconnect(UNREADABLE) from error


def keep(channel: Channel, tokens: Tokens) -> None:
    """Write fresh tokens down."""
    changes = {
        "sealed_tokens": sealed.seal(sealed.tokens_as_json(tokens)),
        "expires_at": tokens.expires_at,
        "refresh_expires_at": tokens.refresh_expires_at,
        "refreshed_at": timezone.now(),
    }
    Channel.objects.filter(pk=channel.pk).update(**changes)
    for name, value in changes.items():
        setattr(channel, name, value)


def fresh(channel: Channel, spec: PlatformSpec, app: App, *, needed_for_s: float = 0, refused: str = "") -> Tokens:
    """Return tokens that last for what is to be done; `refused` is an access token that the platform just refused.

    Raise `Reconnect` where consent has ended, `Unavailable` where none can be had now.
    """
    login, tokens, now = login_for(spec, channel.login, app), kept(channel), timezone.now()
    if login is None or not _is_wanted(login, tokens, now, needed_for_s, refused):
        return tokens
    until = now + CLAIM
    free = Q(refreshing_until__isnull=True) | Q(refreshing_until__lt=now) | Q(refreshing_until__gt=now + 2 * CLAIM)
    if not Channel.objects.filter(free, pk=channel.pk).update(refreshing_until=until):
        return _while_another_asks(channel, now, refused)
    try:
        channel.refresh_from_db()
        tokens = kept(channel)
        if not _is_wanted(login, tokens, now, needed_for_s, refused):
            return tokens
        return _renewed(channel, login, tokens, now, refused)
    finally:
        Channel.objects.filter(pk=channel.pk, refreshing_until=until).update(refreshing_until=None)


def is_alive(tokens: Tokens, now: datetime) -> bool:
    """Tell whether an access token can still be used."""
    return bool(tokens.access) and (tokens.expires_at is None or tokens.expires_at > now)


def _is_wanted(login: Login, tokens: Tokens, now: datetime, needed_for_s: float, refused: str) -> bool:
    return (bool(refused) and tokens.access == refused) or login.due(tokens, now=now, needed_for_s=needed_for_s)


def _while_another_asks(channel: Channel, now: datetime, refused: str) -> Tokens:
    channel.refresh_from_db()
    tokens = kept(channel)
    if is_alive(tokens, now) and tokens.access != refused:
        return tokens
    raise Unavailable("The account's access is being renewed at this moment.", retry_after_s=BRIEFLY_S)


def _renewed(channel: Channel, login: Login, tokens: Tokens, now: datetime, refused: str) -> Tokens:
    try:
        renewed = _asked(login, tokens, now)
    except Reconnect:
        raise
    except PlatformError as error:
        if is_alive(tokens, now) and not refused:
            # What passes does not cut off an account that still works.
            log.warning("tokens not renewed", channel_id=channel.pk, why=str(error), vendor_words=error.vendor_words)
            return tokens
        if isinstance(error, Unavailable):
            raise
        raise Unavailable(str(error), vendor_words=error.vendor_words) from error
    keep(channel, renewed)
    log.info("tokens renewed", channel_id=channel.pk)
    return renewed


def _asked(login: Login, tokens: Tokens, now: datetime) -> Tokens:
    """Ask for fresh tokens. An answer that nobody understands is none."""
    try:
        return login.refresh(tokens, now=now)
    except PlatformError:
        raise
    except Exception as error:
        log.exception("tokens not understood")
        raise Unavailable(
            "The platform's answer about the account cannot be read.", vendor_words=repr(error)
        ) from error
