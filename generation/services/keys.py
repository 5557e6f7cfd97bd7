"""Keys at vendors: tried before they are kept, sealed while they are kept, shown to nobody."""

from __future__ import annotations

import base64
import hashlib
import os

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils import timezone

from entities.models import Library
from generation.models import VendorKey
from generation.providers import vendors
from generation.providers.base import ProviderError
from generation.providers.vendors import Account, Vendor


class KeyNotTaken(Exception):
    """The key was not kept. The message is for the user."""


def write_key(library: Library, vendor: Vendor, secret: str, *, by_id: int | None) -> VendorKey:
    """Try a key and keep it, in place of the one there was. Raise `KeyNotTaken`: then the old one stays."""
    account = _tried(vendor, _readable(secret))
    now = timezone.now()
    row, _ = VendorKey.objects.update_or_create(
        library=library,
        vendor=vendor.key,
        defaults={
            "sealed": seal(_readable(secret)),
            "identity": account.identity[:200],
            "balance": account.balance[:200],
            "problem": "",
            "written_by_id": by_id,
            "written_at": now,
            "tested_at": now,
        },
    )
    return row


def try_again(row: VendorKey) -> None:
    """Ask the vendor about a kept key once more, and write down what it says."""
    vendor = vendors.vendor_of(row.vendor)
    row.identity = row.balance = row.problem = ""
    try:
        if vendor is None:
            raise KeyNotTaken("The studio does not know this vendor any more.")
        account = _tried(vendor, unsealed(row))
    except KeyNotTaken as error:
        row.problem = str(error)[:500]
    else:
        row.identity, row.balance = account.identity[:200], account.balance[:200]
    row.tested_at = timezone.now()
    row.save(update_fields=["identity", "balance", "problem", "tested_at"])


def key_for(library_id: int, vendor: Vendor) -> str:
    """Return the key to use for a library: its own, else the studio's from the environment; "" for none."""
    row = VendorKey.objects.filter(library=library_id, vendor=vendor.key).first()
    return unsealed(row) if row else from_environment(vendor)


def from_environment(vendor: Vendor) -> str:
    """Return the key that the studio was started with; "" for none."""
    return os.environ.get(vendor.variable, "").strip() if vendor.variable else ""


def _readable(secret: str) -> str:
    text = secret.strip()
    if not 8 <= len(text) <= 500 or not text.isascii() or not text.isprintable() or " " in text:
        raise KeyNotTaken("This does not look like a key: it is one word of letters, digits and signs.")
    return text


def _tried(vendor: Vendor, secret: str) -> Account:
    if vendor.look is None:
        raise KeyNotTaken(f"{vendor.label} is not connected yet.")
    try:
        return vendor.look(secret)
    except ProviderError as error:
        # A vendor may repeat what it was sent.
        raise KeyNotTaken(str(error).replace(secret, "…")) from error


# --- Sealing ------------------------------------------------------------------------------------------


def seal(secret: str) -> str:
    """Return `secret` so that only this studio can read it."""
    return _seals().encrypt(secret.encode()).decode()


def unsealed(row: VendorKey) -> str:
    """Return a kept key. Raise `KeyNotTaken` where it was sealed by a studio with another secret."""
    try:
        return _seals().decrypt(row.sealed.encode()).decode()
    except InvalidToken as error:
        raise KeyNotTaken("The studio's own secret has changed, so this key cannot be read. Write it again.") from error


def _seals() -> MultiFernet:
    """What is sealed is sealed with the first; the second still reads what was sealed before there was a first."""
    secrets = [os.environ.get("SCENEME_KEY", ""), settings.SECRET_KEY]
    return MultiFernet([Fernet(_derived(secret)) for secret in secrets if secret])


def _derived(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"sceneme vendor keys:{secret}".encode()).digest())
