"""Replicate's messages: signed as Standard Webhooks are."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping

from generation.providers.base import Access, Delivery, Forged

from .client import SECRETS

TOLERANCE_S = 300.0


def verify(body: bytes, headers: Mapping[str, str], access: Access, now: float) -> Delivery:
    """Return what a message is about. Raise `Forged` unless Replicate signed these very bytes, and lately."""
    message_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    signatures = headers.get("webhook-signature", "")
    if not (message_id and timestamp and signatures):
        raise Forged("the message is not signed")
    if not timestamp.isdigit() or abs(now - int(timestamp)) > TOLERANCE_S:
        raise Forged(f"the message is of {timestamp[:20]}, and it is {now:.0f}")
    signed = f"{message_id}.{timestamp}.".encode() + body
    if not _fits(signed, signatures, SECRETS.of(access)) and not _fits(
        signed, signatures, SECRETS.of(access, anew=True)
    ):
        raise Forged("the signature does not fit")
    return Delivery(message_id, _prediction(body))


def _fits(signed: bytes, signatures: str, secret: str) -> bool:
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"))
    except (binascii.Error, ValueError) as error:
        raise Forged("the secret of the webhooks cannot be read") from error
    wanted = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    given = [row.partition(",") for row in signatures.split()]
    return any(version == "v1" and hmac.compare_digest(wanted, text.encode()) for version, _, text in given)


def _prediction(body: bytes) -> str:
    try:
        told = json.loads(body)
    except ValueError as error:
        raise Forged("the message is not JSON") from error
    return str(told.get("id", "")) if isinstance(told, dict) else ""
