"""Reaching fal: its queue, its store of files and its platform, each on a host of its own; and the account."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import replace
from datetime import datetime
from typing import Any

from generation.providers.base import Access, Account, BadKey, MediaInput, Unavailable
from generation.providers.wire import Wire, need_key, object_of

from .meanings import translate

QUEUE_URL = "https://queue.fal.run"
REST_URL = "https://rest.fal.ai"
CDN_URL = "https://v3.fal.media"
PLATFORM_URL = "https://api.fal.ai/v1"
KEPT_S = 24 * 3600.0
"""fal keeps files for seven days at least. A day of it is surely not over while a request waits its turn."""
_MOST_KEPT = 500
_EARLY_S = 60.0
"""How long before its end a pass for the store is no longer used."""


def wire_for(access: Access, *, url: str = "", has_key: bool = True) -> Wire:
    """Return a wire to fal's queue, or to `url`. Raise `NeedsSetup` where there is no key."""
    headers = {"Authorization": f"Key {need_key(access, 'fal')}"} if has_key else {}
    reached = replace(access, base_url=url) if url else access
    return Wire(reached, default_url=QUEUE_URL, translate=translate, headers=headers)


def rest_url(access: Access) -> str:
    """Return where fal's store gives out passes and the keys of webhooks are."""
    return str(access.settings.get("rest_url", REST_URL))


def platform_url(access: Access) -> str:
    """Return where fal tells of accounts and requests."""
    return str(access.settings.get("platform_url", PLATFORM_URL))


class Uploads:
    """Files at fal. Each goes there once, and is known by its content."""

    def __init__(self, access: Access) -> None:
        self._rest = wire_for(access, url=rest_url(access))
        self._cdn = wire_for(access, url=str(access.settings.get("cdn_url", CDN_URL)), has_key=False)
        self._lock = threading.Lock()
        self._links: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._pass: tuple[str, str, float] = ("", "", 0.0)

    def link(self, media: MediaInput) -> str:
        """Return where fal keeps a file; bring it there first if it is new."""
        with self._lock:
            known, until = self._links.get(media.sha256, ("", 0.0))
        if known and time.monotonic() < until:
            return known
        link = self._upload(media)
        with self._lock:
            self._links[media.sha256] = (link, time.monotonic() + KEPT_S)
            while len(self._links) > _MOST_KEPT:
                self._links.popitem(last=False)
        return link

    def close(self) -> None:
        """Let go of the connections."""
        self._rest.close()
        self._cdn.close()

    def _upload(self, media: MediaInput) -> str:
        greeting = self._greeting()
        answer = self._cdn.ask(
            "POST",
            "/files/upload",
            content=media.path.read_bytes(),
            headers={
                "Authorization": greeting,
                "Content-Type": media.media_type,
                "X-Fal-File-Name": media.path.name,
            },
        )
        return str(object_of(answer)["access_url"])

    def _greeting(self) -> str:
        """Return how the store wants to be greeted, with a pass that still holds for a while."""
        with self._lock:
            kind, token, until = self._pass
            if not token or time.time() > until - _EARLY_S:
                told = object_of(
                    self._rest.ask("POST", "/storage/auth/token", params={"storage_type": "fal-cdn-v3"}, json={})
                )
                kind, token = str(told.get("token_type", "Bearer")), str(told["token"])
                self._pass = (kind, token, _moment(told.get("expires_at")))
            return f"{kind} {token}"


def look(access: Access) -> Account:
    """Return whose key it is and what is left. Only an ADMIN key is told; another one works and is told nothing."""
    wire = wire_for(access, url=platform_url(access))
    try:
        told = object_of(wire.get("/account/billing", params={"expand": "credits"}))
    except BadKey:
        # Refused may mean a wrong key as well as one without the right to look: the queue knows the difference.
        _check_key(access)
        return Account()
    finally:
        wire.close()
    credits_left = told.get("credits") or {}
    balance = credits_left.get("current_balance")
    worth = f"{balance:,.2f} {credits_left.get('currency', '')}".strip() if isinstance(balance, int | float) else ""
    return Account(identity=str(told.get("username", "")), balance=worth)


def _check_key(access: Access) -> None:
    """Raise `BadKey` unless a pass for the store is given for this key. It costs nothing."""
    wire = wire_for(access, url=rest_url(access))
    try:
        wire.ask("POST", "/storage/auth/token", params={"storage_type": "fal-cdn-v3"}, json={})
    finally:
        wire.close()


def _moment(text: Any) -> float:
    try:
        return datetime.fromisoformat(str(text).replace("Z", "+00:00")).timestamp()
    except ValueError as error:
        raise Unavailable("fal gave a pass for its store that cannot be read.", vendor_words=str(text)) from error
