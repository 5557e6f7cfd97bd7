"""Messages from OpenAI, signed as Standard Webhooks: HMAC-SHA256 over number, time and the very bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping

from generation.providers.base import Access, Delivery, Forged

TOLERANCE_S = 300


def verify(body: bytes, headers: Mapping[str, str], access: Access, now: float) -> Delivery:
    """Return what a message is about. Raise `Forged` if it is not signed with the secret "webhook", or is old.

    `headers` have lower-case names; `now` is POSIX seconds.
    """
    secret = access.secrets.get("webhook", "")
    number, sent_at, signatures = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not secret:
        raise Forged("there is no secret to check the message with")
    if not number or not sent_at.isdecimal() or abs(now - int(sent_at)) > TOLERANCE_S:
        raise Forged("the message is not numbered or not of this time")
    signed = b".".join((number.encode(), sent_at.encode(), body))
    right = base64.b64encode(hmac.new(_key(secret), signed, hashlib.sha256).digest())
    given = [part.partition(",") for part in signatures.split()]
    if not any(version == "v1" and hmac.compare_digest(right, value.encode()) for version, _, value in given):
        raise Forged("the signature is not right")
    return Delivery(number, _job(body))


def _key(secret: str) -> bytes:
    if not secret.startswith("whsec_"):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error as error:
        raise Forged("the secret to check the message with is broken") from error


def _job(body: bytes) -> str:
    try:
        data = json.loads(body).get("data") or {}
        return str(data.get("id") or "")
    except (ValueError, AttributeError):
        return ""
