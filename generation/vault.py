"""Secrets at vendors: sealed while they are kept, opened only to ask the vendor with them."""

from __future__ import annotations

import base64
import hashlib
import os

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

from generation.models import ModelOffer, Vendor, VendorKey
from generation.providers.base import Access


class Unreadable(Exception):
    """A secret was sealed by a studio with another secret of its own. The message is for the user."""

    def __init__(self) -> None:
        super().__init__("The studio's own secret has changed, so this key cannot be read. Write it again.")


def seal(secret: str) -> str:
    """Return `secret` so that only this studio can read it."""
    return _seals().encrypt(secret.encode()).decode()


def unsealed(row: VendorKey) -> str:
    """Return a kept secret. Raise `Unreadable` where it was sealed by a studio with another secret."""
    return opened(row.sealed)


def opened(sealed: str) -> str:
    """Return what `seal` was given. Raise `Unreadable` where another studio's secret sealed it."""
    try:
        return _seals().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise Unreadable from error


def _seals() -> MultiFernet:
    """What is sealed is sealed with the first; the second still reads what was sealed before there was a first."""
    secrets = [os.environ.get("SCENEME_KEY", ""), settings.SECRET_KEY]
    return MultiFernet([Fernet(_derived(secret)) for secret in secrets if secret])


def _derived(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"sceneme vendor keys:{secret}".encode()).digest())


def vendor_of(offer: ModelOffer | None) -> Vendor | None:
    """Return who makes what a model makes; None for our own work, and for a vendor without a row.

    Looked up once for each row of a model that was read: a job is read anew for each thing that is done about it.
    """
    if offer is None:
        return None
    if not hasattr(offer, "known_vendor"):
        offer.known_vendor = Vendor.objects.filter(key=offer.vendor).first()  # type: ignore[attr-defined]
    found: Vendor | None = offer.known_vendor  # type: ignore[attr-defined]
    return found


def from_environment(variable: str) -> str:
    """Return the key that the studio was started with under a name; "" for none."""
    return os.environ.get(variable, "").strip() if variable else ""


def account_of(library_id: int, vendor: Vendor) -> str:
    """Return who pays: the library, where it has a key of its own, else "" for the studio."""
    own = VendorKey.objects.filter(library=library_id, vendor=vendor.key, name="").exists()
    return str(library_id) if own else ""


def access_for(library_id: int, vendor: Vendor, *, key: str | None = None) -> Access:
    """Return how a library reaches a vendor: with its own secrets, else with the studio's from the environment.

    `key` is one that is to be tried. Raise `Unreadable` where a kept one cannot be read.
    """
    kept = {row.name: unsealed(row) for row in VendorKey.objects.filter(library=library_id, vendor=vendor.key)}
    mine = kept.pop("", "") or from_environment(vendor.variable)
    return Access(
        vendor=vendor.key,
        base_url=from_environment(str(vendor.settings.get("address_variable", ""))) or vendor.base_url,
        key=mine if key is None else key,
        secrets=kept,
        settings={"label": vendor.label, **vendor.settings},
        download_hosts=tuple(vendor.download_hosts),
        allows_private=vendor.is_local,
    )
