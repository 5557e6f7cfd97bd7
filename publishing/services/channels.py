"""Channels: places that need no account, and letting go of those that do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from generation import vault
from publishing.models import Channel, Publication
from publishing.platforms.errors import NeedsSetup, PlatformError

from . import accounts, tokens
from .apps import app_for
from .errors import NotPossible
from .platform_rows import login_of, spec_of
from .scheduling import back_to_draft
from .waking import wake

log = structlog.get_logger(__name__)

State = Channel.State


def connect_place(
    library_id: int,
    platform: str,
    *,
    address: str,
    name: str,
    by_id: int | None,
    secret: str = "",
    settings: Mapping[str, Any] | None = None,
) -> Channel:
    """Connect a place that needs no account: a folder's path, a webhook's address (with the secret it is signed with).

    Raise `PlatformError` where the place cannot be used: then nothing is kept.
    """
    spec = spec_of(platform)
    if login_of(spec, "").login:
        raise NotPossible(f"{spec.label} wants a sign-in.")
    told: dict[str, Any] = {
        "login": login_of(spec, "").key,
        "name": (name or address)[:120],
        "state": State.READY,
        "problem": "",
        "connected_by_id": by_id,
        "disconnected_at": None,
        "settings": dict(settings or {}),
    }
    if secret:
        told["sealed_secret"] = vault.seal(secret)
    where: dict[str, Any] = {"library_id": library_id, "platform": platform, "remote_id": address.strip()[:200]}
    with accounts.opened(Channel(**where, **told)) as place:
        place.requirements()
    with transaction.atomic():
        channel, _ = Channel.objects.update_or_create(**where, defaults=told)
        wake(channel)
    return channel


def disconnect(channel: Channel, *, by_id: int | None) -> bool:
    """Give consent back and forget the tokens; what was scheduled becomes a draft again.

    Return False where the platform could not be told: then its owner does it there.
    """
    if channel.state == State.DISCONNECTED:
        return True
    is_told = _revoke(channel)
    with transaction.atomic():
        Channel.objects.filter(pk=channel.pk).update(
            state=State.DISCONNECTED,
            problem="",
            vendor_words="",
            sealed_tokens="",
            sealed_secret="",
            expires_at=None,
            refresh_expires_at=None,
            disconnected_at=timezone.now(),
        )
        waiting = [Publication.State.SCHEDULED, Publication.State.APPROVAL, Publication.State.MISSED]
        for publication in channel.publications.filter(state__in=waiting):
            try:
                back_to_draft(publication, by_id=by_id, words=f"{channel.name} was disconnected.")
            except NotPossible:
                continue  # a worker has it; it finds the channel disconnected
    channel.refresh_from_db()
    log.info("account disconnected", channel_id=channel.pk, is_told=is_told)
    return is_told


def _revoke(channel: Channel) -> bool:
    """Give consent back, unless another channel of this studio lives by the same consent."""
    spec = spec_of(channel.platform)
    same = Q(remote_id=channel.remote_id)
    if consent := channel.facts.get("consent"):
        same |= Q(facts__consent=consent)
    others = Channel.objects.filter(same, platform=channel.platform).exclude(pk=channel.pk)
    if others.exclude(state=State.DISCONNECTED).exists():
        return True
    try:
        login = tokens.login_for(spec, channel.login, app_for(channel.library_id, spec, channel.login))
        return login is None or login.revoke(tokens.kept(channel))
    except (PlatformError, NeedsSetup) as error:
        log.info("consent not given back", channel_id=channel.pk, why=str(error), vendor_words=error.vendor_words)
        return False
