"""The voices that a vendor's key brings along, as rows of a library's voices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .base import Access
from .elevenlabs import voices as elevenlabs_voices
from .openai import voices as openai_voices
from .specs import voice_rows

Rows = list[dict[str, Any]]

_OPENAI_OFFER = "openai/gpt-4o-mini-tts"


def _openai() -> Rows:
    return voice_rows(_OPENAI_OFFER, openai_voices.VOICES)


_SHIPPED: Mapping[str, Callable[[], Rows]] = {
    "elevenlabs": elevenlabs_voices.shipped_voices,
    "openai": _openai,
}
_ASKED: Mapping[str, Callable[[Access], Rows]] = {"elevenlabs": elevenlabs_voices.account_voices}


def shipped(vendor: str) -> Rows:
    """Return the voices that everybody has at a vendor; none where it has no voices of its own."""
    make = _SHIPPED.get(vendor)
    return make() if make else []


def of_account(vendor: str, access: Access) -> Rows:
    """Return the voices that a key opens, the vendor being asked where it can be. Raise `ProviderError` as it does."""
    ask = _ASKED.get(vendor)
    return ask(access) if ask else shipped(vendor)
