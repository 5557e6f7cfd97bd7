"""What a server says about a key: OpenRouter its name and what is left, the others only that they accept it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from generation.providers.base import Access, Account, BadKey, Invalid
from generation.providers.openai.server import Server
from generation.providers.wire import need_key


def look(access: Access) -> Account:
    """Return what the server says of the key. Raise `BadKey` if it does not accept it, `Unavailable` if it is silent.

    `settings["account"]` says what it can be asked: "key" (OpenRouter) or else the list of its models.
    """
    settings = access.settings
    if settings.get("needs_key", True):
        need_key(access, str(settings.get("label") or access.vendor))
    if settings.get("account") == "key":
        with closing(Server(access)) as server:
            return _of_key(server)
    if settings.get("key_header"):
        # Their own API, where the list of models is, knows no bearer.
        own = {**dict(settings.get("account_headers") or {}), str(settings["key_header"]): access.key}
        access = replace(access, key="", settings={**settings, "headers": own})
    with closing(Server(access)) as server:
        server.wire.get("models")
    return Account()


def _of_key(server: Server) -> Account:
    told = server.body_of(server.wire.get("key")).get("data")
    data: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    identity = str(data.get("label") or "")
    left = _dollars(data.get("limit_remaining"))
    if left:
        return Account(identity, f"{left} of this key's limit of {_dollars(data.get('limit')) or 'unknown'}")
    return Account(identity, _credit(server))


def _credit(server: Server) -> str:
    """What is left of the account's credit; "" where the key may not ask, which most may not."""
    try:
        told = server.body_of(server.wire.get("credits")).get("data")
    except (BadKey, Invalid):
        return ""
    data: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    try:
        return _dollars(Decimal(str(data["total_credits"])) - Decimal(str(data["total_usage"])))
    except (KeyError, InvalidOperation):
        return ""


def _dollars(amount: Any) -> str:
    if amount is None:
        return ""
    try:
        return f"${Decimal(str(amount)):,.2f}"
    except InvalidOperation:
        return ""
