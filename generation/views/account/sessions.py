"""Where somebody is signed in. A session is known to others by a digest of its key: the key itself opens the door."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

_DEVICE: Final = "signed_in_with"
_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)
_BROWSERS: Final = (("Edg", "Edge"), ("Firefox|FxiOS", "Firefox"), ("Chrom|CriOS", "Chrome"), ("Safari", "Safari"))


@dataclass(frozen=True)
class SignedIn:
    """One browser in which somebody is signed in. `since` is None where it was not written down."""

    digest: str
    device: str
    since: datetime | None
    ends: datetime
    is_this: bool


def remember_device(request: HttpRequest) -> None:
    """Write down, in a session that has just begun, what began it."""
    agent = request.headers.get("User-Agent", "")[:300]
    request.session[_DEVICE] = {"agent": agent, "at": timezone.now().isoformat()}


def sessions_of(user: User, this_key: str | None) -> list[SignedIn]:
    """Return where a user is signed in: this browser first, then the newest."""
    found = [_signed_in(session, data, this_key) for session, data in _open(user)]
    return sorted(found, key=lambda one: (not one.is_this, -one.ends.timestamp()))


def end_others(user: User, this_key: str | None) -> int:
    """Sign a user out everywhere but here; return how many sessions that ended."""
    keys = [session.session_key for session, _ in _open(user) if session.session_key != this_key]
    return Session.objects.filter(session_key__in=keys).delete()[0]


def end_one(user: User, digest: str, this_key: str | None) -> bool:
    """Sign a user out in one other browser."""
    keys = [s.session_key for s, _ in _open(user) if _digest(s.session_key) == digest and s.session_key != this_key]
    return bool(Session.objects.filter(session_key__in=keys).delete()[0])


def _open(user: User) -> list[tuple[Session, dict[str, Any]]]:
    # A session says whose it is only inside. A studio has as many as people have browsers: few enough to look at.
    sessions = [(session, session.get_decoded()) for session in Session.objects.filter(expire_date__gt=timezone.now())]
    return [(session, data) for session, data in sessions if data.get(SESSION_KEY) == str(user.pk)]


def _signed_in(session: Session, data: dict[str, Any], this_key: str | None) -> SignedIn:
    noted = data.get(_DEVICE) or {}
    since = datetime.fromisoformat(noted["at"]) if noted.get("at") else None
    key = session.session_key
    return SignedIn(_digest(key), device_of(noted.get("agent", "")), since, session.expire_date, key == this_key)


def device_of(agent: str) -> str:
    """Return what a browser says of itself in two words: “Firefox on Linux”."""
    browser = next((name for marks, name in _BROWSERS if re.search(marks, agent)), "")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    return (
        _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
        if browser and system
        else browser or system or _("Unknown browser")
    )


def _digest(key: str) -> str:
    return hashlib.sha256(f"session:{key}".encode()).hexdigest()[:16]
