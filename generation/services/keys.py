"""Keys at vendors: tried before they are kept, shown to nobody."""

from __future__ import annotations

from django.utils import timezone
from django.utils.module_loading import import_string

from entities.models import Library
from generation import vault
from generation.models import Vendor, VendorKey
from generation.providers.base import Account, ProviderError
from generation.services import gates, voices


class KeyNotTaken(Exception):
    """The key was not kept. The message is for the user."""


def write_key(library: Library, vendor: Vendor, secret: str, *, by_id: int | None, name: str = "") -> VendorKey:
    """Try a key and keep it, in place of the one there was. Raise `KeyNotTaken`: then the old one stays.

    A secret with a `name` is not the key itself and cannot be tried.
    """
    secret = _readable(secret)
    account = Account() if name else _tried(library.pk, vendor, secret)
    now = timezone.now()
    row, _ = VendorKey.objects.update_or_create(
        library=library,
        vendor=vendor.key,
        name=name,
        defaults={
            "sealed": vault.seal(secret),
            "identity": account.identity[:200],
            "balance": account.balance[:200],
            "problem": "",
            "written_by_id": by_id,
            "written_at": now,
            "tested_at": now,
        },
    )
    gates.reopen(vendor.key, str(library.pk))
    if not name:
        voices.bring(library, vendor)
    return row


def try_again(row: VendorKey) -> None:
    """Ask the vendor about a kept key once more, and write down what it says. A good answer opens its gate."""
    vendor = Vendor.objects.filter(key=row.vendor).first()
    row.identity = row.balance = row.problem = ""
    try:
        if vendor is None:
            raise KeyNotTaken("The studio does not know this vendor any more.")
        account = _tried(row.library_id, vendor, vault.unsealed(row))
    except (KeyNotTaken, vault.Unreadable) as error:
        row.problem = str(error)[:500]
    else:
        row.identity, row.balance = account.identity[:200], account.balance[:200]
        gates.reopen(row.vendor, str(row.library_id))
    row.tested_at = timezone.now()
    row.save(update_fields=["identity", "balance", "problem", "tested_at"])


def _readable(secret: str) -> str:
    text = secret.strip()
    if not 8 <= len(text) <= 500 or not text.isascii() or not text.isprintable() or " " in text:
        raise KeyNotTaken("This does not look like a key: it is one word of letters, digits and signs.")
    return text


def _tried(library_id: int, vendor: Vendor, secret: str) -> Account:
    if not vendor.account:
        return Account()  # Nobody can be asked about it: it is tried when something is made with it.
    try:
        account: Account = import_string(vendor.account)(vault.access_for(library_id, vendor, key=secret))
    except ProviderError as error:
        # A vendor may repeat what it was sent.
        raise KeyNotTaken(str(error).replace(secret, "…")) from error
    return account
