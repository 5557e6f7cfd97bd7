"""TikTok's messages: signed with the app's secret over the time and the very bytes."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from publishing.platforms.base import App, Forged, Message

from .row import PLATFORM


def verify(body: bytes, headers: Mapping[str, str], app: App, now: datetime) -> Message:
    """Return what a message is about. Raise `Forged` unless TikTok signed these very bytes for us, and lately.

    TikTok numbers no message, and says each at least once: alike bytes are one message.
    """
    given = {name.lower(): value for name, value in headers.items()}.get("tiktok-signature", "")
    parts = dict(part.strip().split("=", 1) for part in given.split(",") if "=" in part)
    at, signature = parts.get("t", ""), parts.get("s", "")
    if not at.isdecimal() or not signature or not app.client_secret:
        raise Forged("the message is not signed")
    if abs(now.timestamp() - int(at)) > PLATFORM.settings["webhook_skew_s"]:
        raise Forged(f"the message is of {at[:20]}, and it is {now.timestamp():.0f}")
    wanted = hmac.new(app.client_secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted.encode(), signature.lower().encode()):
        raise Forged("the signature does not fit")
    return _message(body, app)


def _message(body: bytes, app: App) -> Message:
    told = _object(body)
    if str(told.get("client_key") or "") != app.client_id:
        raise Forged("the message is for another app")
    content = told.get("content")
    inside = _object(content.encode()) if isinstance(content, str) and content else {}
    return Message(
        delivery_id=hashlib.sha256(body).hexdigest(),
        event=str(told.get("event") or "")[:80],
        remote_ref=str(inside.get("publish_id") or ""),
        account_ref=str(told.get("user_openid") or ""),
    )


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError as error:
        raise Forged("the message is not JSON") from error
    if not isinstance(found, dict):
        raise Forged("the message is no object")
    return found
