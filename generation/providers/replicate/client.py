"""Reaching Replicate: the wire, files that are sent along, the account and its webhooks' secret."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections import OrderedDict

from generation.providers.base import Access, Account, MediaInput
from generation.providers.wire import Wire, need_key, object_of

from .meanings import translate

URL = "https://api.replicate.com"
SMALL_BYTES = 256_000
"""Up to here a file may travel inside the request; beyond, it has to be uploaded first."""
FILES_KEPT_S = 12 * 3600.0
"""Uploaded files are kept for a day at least. Half of it is surely not over while a request waits its turn."""
_MOST_KEPT = 500


def wire_for(access: Access) -> Wire:
    """Return a wire that carries the key. Raise `NeedsSetup` where there is none."""
    headers = {"Authorization": f"Bearer {need_key(access, 'Replicate')}"}
    return Wire(access, default_url=URL, translate=translate, headers=headers)


class Uploads:
    """Files at Replicate. Each goes there once, and is known by its content."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._lock = threading.Lock()
        self._links: OrderedDict[str, tuple[str, float]] = OrderedDict()

    def link(self, media: MediaInput, *, is_uploaded: bool) -> str:
        """Return the link of a file: itself if it is small and may be, else where it was uploaded to."""
        if not is_uploaded and media.path.stat().st_size <= SMALL_BYTES:
            content = base64.b64encode(media.path.read_bytes()).decode()
            return f"data:{media.media_type};base64,{content}"
        with self._lock:
            known, until = self._links.get(media.sha256, ("", 0.0))
        if known and time.monotonic() < until:
            return known
        link = self._upload(media)
        with self._lock:
            self._links[media.sha256] = (link, time.monotonic() + FILES_KEPT_S)
            while len(self._links) > _MOST_KEPT:
                self._links.popitem(last=False)
        return link

    def _upload(self, media: MediaInput) -> str:
        name = media.path.name
        answer = self._wire.ask(
            "POST",
            "/v1/files",
            files={
                "content": (name, media.path.read_bytes(), media.media_type),
                "metadata": (None, json.dumps({"sha256": media.sha256}), "application/json"),
            },
        )
        return str(object_of(answer)["urls"]["get"])


def look(access: Access) -> Account:
    """Return whose key it is. Replicate tells nobody what is left on the account."""
    wire = wire_for(access)
    try:
        told = object_of(wire.get("/v1/account"))
    finally:
        wire.close()
    return Account(identity=str(told.get("username") or told.get("name") or ""))


class Secrets:
    """The secrets that webhooks are signed with: asked for once, and again when one does not fit."""

    KEPT_S = 3600.0
    LEAST_S = 60.0

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[str, float]] = {}

    def of(self, access: Access, *, anew: bool = False) -> str:
        """Return the secret of a key. `anew`: it may have been changed; asked for once a minute at most."""
        kept = access.secrets.get("webhook", "")
        if kept:
            return kept
        name = hashlib.sha256(f"{access.base_url} {access.key}".encode()).hexdigest()
        with self._lock:
            secret, since = self._known.get(name, ("", 0.0))
            age = time.monotonic() - since
            if secret and age < (self.LEAST_S if anew else self.KEPT_S):
                return secret
            wire = wire_for(access)
            try:
                secret = str(object_of(wire.get("/v1/webhooks/default/secret"))["key"])
            finally:
                wire.close()
            self._known[name] = (secret, time.monotonic())
        return secret


SECRETS = Secrets()
