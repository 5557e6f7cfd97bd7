"""Whether a key is good. Whose it is and what is left on the account, Google tells no key."""

from __future__ import annotations

from contextlib import closing

from generation.providers.base import Access, Account

from .client import BEARER, open_wire


def look(access: Access) -> Account:
    """Return an account of which nothing is known. Raise `BadKey`, `NeedsSetup` or `Unavailable`."""
    with closing(open_wire(access)) as wire:
        # A token of Google Cloud is only tried by using it: there is no list of models under a project's address.
        if access.settings.get("auth") != BEARER:
            wire.get("models", params={"pageSize": 1})
    return Account()
