"""JSON that is kept sealed: handles of uploads, tokens, what a consent page brought."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from generation import vault
from publishing.platforms.base import Tokens


def seal(what: Mapping[str, Any]) -> str:
    """Return JSON so that only this studio can read it."""
    return vault.seal(json.dumps(what, separators=(",", ":")))


def opened(sealed: str) -> dict[str, Any]:
    """Return what was sealed; nothing for nothing. Raise `vault.Unreadable` where another studio sealed it."""
    found: dict[str, Any] = json.loads(vault.opened(sealed)) if sealed else {}
    return found


def tokens_as_json(tokens: Tokens) -> dict[str, Any]:
    """Return tokens as JSON has them."""
    return {
        "access": tokens.access,
        "refresh": tokens.refresh,
        "expires_at": _text(tokens.expires_at),
        "refresh_expires_at": _text(tokens.refresh_expires_at),
        "scopes": list(tokens.scopes),
    }


def tokens_of(told: Mapping[str, Any]) -> Tokens:
    """Return the tokens that JSON holds."""
    return Tokens(
        access=str(told.get("access", "")),
        refresh=str(told.get("refresh", "")),
        expires_at=_moment(told.get("expires_at")),
        refresh_expires_at=_moment(told.get("refresh_expires_at")),
        scopes=tuple(told.get("scopes", ())),
    )


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
