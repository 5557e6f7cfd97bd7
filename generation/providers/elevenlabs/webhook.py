"""Checking that a message comes from ElevenLabs: `ElevenLabs-Signature: t=<unix time>,v0=<hex>`.

What this studio buys there comes at once; messages come for work that was ordered by other means.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping

from generation.providers.base import Access, Delivery, Forged

TOLERANCE_S = 300


def verify(body: bytes, headers: Mapping[str, str], access: Access, now: float) -> Delivery:
    """Return what a message says. Raise `Forged` unless it was signed, with our secret, within five minutes."""
    secret = access.secrets.get("webhook", "")
    if not secret:
        raise Forged("no webhook secret is set for ElevenLabs")
    at, signatures = _signature(headers.get("elevenlabs-signature", ""))
    if abs(now - at) > TOLERANCE_S:
        raise Forged(f"signed {now - at:.0f} s ago")
    wanted = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    if not any(hmac.compare_digest(wanted, signature) for signature in signatures):
        raise Forged("the signature is wrong")
    # A message that is sent again has a new time and so a new signature, but the same body.
    return Delivery(hashlib.sha256(body).hexdigest(), _job_in(body))


def _signature(header: str) -> tuple[int, list[str]]:
    parts = [part.strip().partition("=") for part in header.split(",")]
    times = [value for name, _, value in parts if name == "t"]
    if len(times) != 1 or not (times[0].isascii() and times[0].isdigit()):
        raise Forged("no signature")
    return int(times[0]), [value for name, _, value in parts if name == "v0" and value.isascii()]


def _job_in(body: bytes) -> str:
    try:
        message = json.loads(body)
    except ValueError as error:
        raise Forged("the message is not JSON") from error
    data = message.get("data") if isinstance(message, dict) else None
    return str(data.get("request_id") or "") if isinstance(data, dict) else ""
