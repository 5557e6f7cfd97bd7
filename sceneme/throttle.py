"""Guessing passwords takes longer with every try: under one name, and from one address.

A try is counted before the password is looked at, so many at the same moment count too; success takes it back. The
door never shuts for longer than a quarter of an hour, so nobody can keep somebody else out for good, and links that
sign in once are not held up at all.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sceneme.models import SignInTries

FREE_TRIES: Final = {"name": 5, "address": 20}
"""Mistakes that cost no time. Several people may share an address."""

FIRST_WAIT: Final = timedelta(seconds=5)
LONGEST_WAIT: Final = timedelta(minutes=15)
FORGOTTEN_AFTER: Final = timedelta(days=1)


class Shut(Exception):
    """Too many tries: the door opens again after `wait`."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(_("Too many tries. Wait %s, then try again.") % _in_words(wait))
        self.wait = wait


def count_try(name: str, address: str, *, now: datetime | None = None) -> None:
    """Count a try that is about to be made; raise `Shut`, and count nothing, where it has to wait."""
    now = now or timezone.now()
    keys = _keys(name, address)
    SignInTries.objects.filter(last_at__lt=now - FORGOTTEN_AFTER).delete()
    with transaction.atomic():
        rows = [_row(key, now) for _, key in keys]
        wait = max((row.shut_until - now for row in rows if row.shut_until), default=timedelta())
        if wait > timedelta():
            raise Shut(wait)
        for (kind, _), row in zip(keys, rows, strict=True):
            _count(row, FREE_TRIES[kind], now)


def forget_tries(name: str, address: str) -> None:
    """Forget the mistakes made under a name, and take back the last try of an address: somebody has signed in."""
    (_, by_name), (_, by_address) = _keys(name, address)
    SignInTries.objects.filter(key=by_name).update(count=0, shut_until=None)
    with transaction.atomic():
        row = SignInTries.objects.select_for_update().filter(key=by_address).first()
        if row is not None:
            row.count, row.shut_until = max(0, row.count - 1), None
            row.save(update_fields=["count", "shut_until"])


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from: behind a proxy, whom the proxy says it heard from."""
    heard_from = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    direct: str = request.META.get("REMOTE_ADDR", "")
    return heard_from if heard_from and settings.BEHIND_PROXY else direct


def _keys(name: str, address: str) -> list[tuple[str, str]]:
    return [("name", _digest(f"name:{name.strip().casefold()}")), ("address", _digest(f"address:{address}"))]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _row(key: str, now: datetime) -> SignInTries:
    SignInTries.objects.get_or_create(key=key, defaults={"last_at": now})
    return SignInTries.objects.select_for_update().get(key=key)


def _count(row: SignInTries, free: int, now: datetime) -> None:
    row.count += 1
    row.last_at = now
    beyond = row.count - free
    row.shut_until = now + min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(beyond, 20)) if beyond >= 0 else None
    row.save(update_fields=["count", "last_at", "shut_until"])


def _in_words(wait: timedelta) -> str:
    seconds = max(1, round(wait.total_seconds()))
    if seconds < 90:
        return ngettext("%d second", "%d seconds", seconds) % seconds
    return _("%d minutes") % -(-seconds // 60)
