"""Signing after Standard Webhooks: HMAC-SHA256 over id, time and the very bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from datetime import datetime

from publishing.platforms.errors import NeedsSetup

_PREFIX = "whsec_"


def signed(marker: str, body: bytes, secret: str, now: datetime) -> dict[str, str]:
    """Return a message's headers. Without a secret it goes out unsigned, but with its id and time.

    Raise `NeedsSetup` for a secret that cannot be read.
    """
    at = str(int(now.timestamp()))
    headers = {"webhook-id": marker, "webhook-timestamp": at}
    if secret:
        proof = hmac.new(_key(secret), f"{marker}.{at}.".encode() + body, hashlib.sha256).digest()
        headers["webhook-signature"] = f"v1,{base64.b64encode(proof).decode()}"
    return headers


def _key(secret: str) -> bytes:
    """Return the bytes of a secret: base64 where it says so ("whsec_..."), as it is where it does not."""
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except (binascii.Error, ValueError) as error:
        raise NeedsSetup("The secret after whsec_ is not base64. Enter it again.") from error
