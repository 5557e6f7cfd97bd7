"""fal's messages: signed with ED25519, by keys that fal publishes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import threading
import time
from collections.abc import Mapping, Sequence

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from generation.providers.base import Access, Delivery, Forged
from generation.providers.wire import object_of

from .client import rest_url, wire_for

TOLERANCE_S = 300.0
_PREFIX = "x-fal-webhook-"


class Keys:
    """fal's public keys: asked for once a day, and again when none of them fits."""

    KEPT_S = 24 * 3600.0
    LEAST_S = 60.0

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[tuple[bytes, ...], float]] = {}

    def of(self, access: Access, *, anew: bool = False) -> Sequence[bytes]:
        """Return the keys. `anew`: they may have been changed; asked for once a minute at most."""
        url = str(access.settings.get("jwks_url") or f"{rest_url(access)}/.well-known/jwks.json")
        with self._lock:
            keys, since = self._known.get(url, ((), 0.0))
            age = time.monotonic() - since
            if keys and age < (self.LEAST_S if anew else self.KEPT_S):
                return keys
            wire = wire_for(access, url=url, has_key=False)
            try:
                told = object_of(wire.get(url))
            finally:
                wire.close()
            keys = tuple(_decoded(str(row.get("x", ""))) for row in told.get("keys", ()))
            self._known[url] = (keys, time.monotonic())
        return keys


KEYS = Keys()


def verify(body: bytes, headers: Mapping[str, str], access: Access, now: float) -> Delivery:
    """Return what a message is about. Raise `Forged` unless fal signed these very bytes, and lately."""
    request_id, user_id, timestamp, signature = (
        headers.get(f"{_PREFIX}{name}", "") for name in ("request-id", "user-id", "timestamp", "signature")
    )
    if not (request_id and timestamp and signature):
        raise Forged("the message is not signed")
    if not timestamp.isdigit() or abs(now - int(timestamp)) > TOLERANCE_S:
        raise Forged(f"the message is of {timestamp[:20]}, and it is {now:.0f}")
    signed = "\n".join([request_id, user_id, timestamp, hashlib.sha256(body).hexdigest()]).encode()
    try:
        given = bytes.fromhex(signature)
    except ValueError as error:
        raise Forged("the signature is not hexadecimal") from error
    if not _fits(signed, given, KEYS.of(access)) and not _fits(signed, given, KEYS.of(access, anew=True)):
        raise Forged("the signature does not fit")
    # One message that comes twice may have two times, and has one text.
    return Delivery(f"{request_id}:{hashlib.sha256(body).hexdigest()[:16]}", _request(body) or request_id)


def _fits(signed: bytes, signature: bytes, keys: Sequence[bytes]) -> bool:
    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, signed)
        except (InvalidSignature, ValueError):
            continue
        return True
    return False


def _decoded(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return b""


def _request(body: bytes) -> str:
    """The queue's own number; the one in the headers may be that of the last attempt inside."""
    try:
        told = json.loads(body)
    except ValueError as error:
        raise Forged("the message is not JSON") from error
    return str(told.get("request_id", "")) if isinstance(told, dict) else ""
