"""What is left of the packages on a Kling account. Whose account it is, it does not say."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from textwrap import shorten
from typing import Any

from generation.providers.base import Access, Account

from .client import Kling

LOOK_BACK_MS = 365 * 24 * 3600 * 1000
"""Packages that were bought up to a year ago; the vendor wants to be told from when to when."""

LONGEST = 200
"""As many characters as a panel shows."""


def look(access: Access) -> Account:
    """Return what is left of each package that is in use. Raise `BadKey`, `Unavailable` or `NeedsSetup`."""
    now = int(time.time() * 1000)
    with closing(Kling(access)) as kling:
        told = kling.get("/account/costs", start_time=now - LOOK_BACK_MS, end_time=now)
    packs = (told or {}).get("resource_pack_subscribe_infos") or []
    open_packs = [pack for pack in packs if int(pack.get("invalid_time") or now + 1) > now]
    return Account(balance=shorten("; ".join(_left(pack) for pack in open_packs), LONGEST, placeholder=" ..."))


def _left(pack: Mapping[str, Any]) -> str:
    text = f"{pack.get('resource_pack_name') or 'Package'}: {_number(pack.get('remaining_quantity'))}"
    text += f" of {_number(pack.get('total_quantity'))} units left"
    if pack.get("invalid_time"):
        day = datetime.fromtimestamp(int(pack["invalid_time"]) / 1000, UTC)
        text += f" until {day.day} {day:%B %Y}"
    return text


def _number(value: Any) -> str:
    return f"{float(value or 0):,.2f}".removesuffix(".00")
