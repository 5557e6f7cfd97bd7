"""Whose key it is and what is left on it, as ElevenLabs tells."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from generation.providers.base import Access, Account, BadKey

from .client import open_wire, read


def look(access: Access) -> Account:
    """Return the name on the account and the credits left. Raise `BadKey` or `Unavailable`.

    A key may be allowed to speak and not to read the account: then nothing is known, and the key is good.
    """
    with closing(open_wire(access)) as wire:
        try:
            user = read(wire, "/v1/user")
        except BadKey as error:
            if "missing_permissions" in error.vendor_words:
                return Account()
            raise
    plan = user.get("subscription") or {}
    return Account(identity=str(user.get("first_name") or user.get("user_id") or ""), balance=_balance(plan))


def _balance(plan: Mapping[str, Any]) -> str:
    if "character_limit" not in plan or "character_count" not in plan:
        return ""
    limit, used = int(plan["character_limit"]), int(plan["character_count"])
    text = f"{max(0, limit - used):,} of {limit:,} credits left"
    if plan.get("tier"):
        text += f" on the plan “{str(plan['tier']).replace('_', ' ')}”"
    renewed = plan.get("next_character_count_reset_unix")
    if renewed:
        day = datetime.fromtimestamp(int(renewed), UTC)
        text += f", renewed on {day.day} {day:%B %Y}"
    return text
