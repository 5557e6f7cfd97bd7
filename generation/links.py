"""Links to stored files: sealed for some hours, so that one that got about is worth nothing the next day.

A seal is no key: whoever opens a link must be a member of its library all the same. It is the same for everybody and
changes twice in twelve hours at most, so that browsers keep what they have fetched and pages stay as they are.
"""

from __future__ import annotations

import hmac
from enum import Enum
from functools import lru_cache
from time import time
from typing import Final

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.crypto import salted_hmac
from django.utils.http import base36_to_int, int_to_base36

WINDOW_SECONDS: Final = 6 * 60 * 60
"""A link is good for one of these at least and two at most."""

SHOWN_SHA: Final = 16
"""How much of the digest stands in a link: the row is found by its id, this part makes the link immutable."""

_LINKS_KEPT: Final = 8192
"""A long film shows three thousand files on its timeline."""

_SALT = "generation.links"
_SEAL_LENGTH = 22


class Seal(Enum):
    """What a seal is worth."""

    GOOD = "good"
    EXPIRED = "expired"
    FALSE = "false"


def link_to(asset_id: int, sha256: str, extension: str) -> str:
    """Return where a member's browser finds a file from now until its seal expires."""
    sha = sha256[:SHOWN_SHA]
    expires = window() * WINDOW_SECONDS + 2 * WINDOW_SECONDS
    return _sealed(asset_id, sha, extension, expires, get_script_prefix(), settings.SECRET_KEY)


@lru_cache(_LINKS_KEPT)
def _sealed(asset_id: int, sha: str, extension: str, expires: int, prefix: str, key: str) -> str:
    """Seal a link once while it stays the same. All that it depends on is asked for, also what Django adds itself."""
    seal = f"{int_to_base36(expires)}-{_signature(asset_id, sha, extension, expires)}"
    return reverse("generation:media", args=(asset_id, sha, seal, extension))


def look_at(seal: str, asset_id: int, sha: str, extension: str) -> tuple[Seal, int]:
    """Return what a seal is worth for a file, and for how many seconds more."""
    stamp, _, signature = seal.partition("-")
    try:
        expires = base36_to_int(stamp)
    except ValueError:
        return Seal.FALSE, 0
    if not hmac.compare_digest(signature, _signature(asset_id, sha, extension, expires)):
        return Seal.FALSE, 0
    left = int(expires - time())
    return (Seal.GOOD, left) if left > 0 else (Seal.EXPIRED, 0)


def window() -> int:
    """Return the number of the hours we are in: what shows links changes with it."""
    return int(time()) // WINDOW_SECONDS


def _signature(asset_id: int, sha: str, extension: str, expires: int) -> str:
    signed = f"{asset_id}/{sha}/{extension}/{expires}"
    return salted_hmac(_SALT, signed, algorithm="sha256").hexdigest()[:_SEAL_LENGTH]
