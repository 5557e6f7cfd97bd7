"""How ElevenLabs is spoken to, what its refusals mean, and what it says that it billed.

Its refusals are told apart by `detail.status`, not by the HTTP status: two answers with 429 want opposite things.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from generation.providers.base import (
    Access,
    BadAnswer,
    BadKey,
    GoneModel,
    Invalid,
    LostByVendor,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
)
from generation.providers.kinds import SUFFIXES, media_type_of
from generation.providers.wire import Wire, need_key, retry_after_s, words_of

LABEL = "ElevenLabs"
DEFAULT_URL = "https://api.elevenlabs.io"
TIMEOUT_S = 300
"""Ten minutes of music are made while we wait; its own client waits 240 seconds."""

FORMAT = "mp3_44100_128"
"""What every plan may have: 192 kbit/s and uncompressed sound belong to dearer ones."""

_OUT_OF_CREDIT = frozenset({"quota_exceeded", "payment_required", "insufficient_credits", "insufficient_funds"})
_BAD_KEY = frozenset({"invalid_api_key", "missing_api_key", "needs_authorization", "unauthorized"})
_TOO_MANY = frozenset({"too_many_concurrent_requests", "concurrent_limit_exceeded", "rate_limit_exceeded"})
_REFUSED = frozenset({"content_against_policy", "bad_prompt", "bad_composition_plan", "content_moderated"})
_GONE = frozenset({"model_not_found", "invalid_model_id", "model_deprecated", "unsupported_model"})
_LOST = frozenset({"history_item_not_found", "deleted_history_item"})
_INVALID = {
    "voice_not_found": "ElevenLabs does not know this voice. Choose another one.",
    "invalid_uid": "ElevenLabs does not know this voice. Choose another one.",
    "max_character_limit_exceeded": "The text is longer than this model of ElevenLabs speaks at once.",
}
_STATUSES = (
    (_OUT_OF_CREDIT, OutOfCredit, "The ElevenLabs account has no credits left."),
    (_BAD_KEY, BadKey, "ElevenLabs does not accept the key."),
    (frozenset({"missing_permissions"}), BadKey, "The ElevenLabs key may not do this. Give it more permissions."),
    (_REFUSED, Refused, "ElevenLabs turned this down: it goes against its rules."),
    (_GONE, GoneModel, "ElevenLabs does not have this model any more."),
    (_LOST, LostByVendor, "ElevenLabs no longer has the result."),
)


def open_wire(access: Access) -> Wire:
    """Return the way to ElevenLabs. Raise `NeedsSetup` without a key."""
    key = need_key(access, LABEL)
    return Wire(access, default_url=DEFAULT_URL, translate=translate, headers={"xi-api-key": key}, timeout_s=TIMEOUT_S)


def read(wire: Wire, path: str, **params: Any) -> dict[str, Any]:
    """Ask for something that costs nothing. Raise `Unavailable` if the answer cannot be read."""
    response = wire.get(path, params=params or None)
    try:
        told = response.json()
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise Unavailable("ElevenLabs' answer cannot be read.", vendor_words=words_of(response))
    return told


def translate(response: httpx.Response) -> ProviderError:
    """Return what a refusal means."""
    status, said = _detail(response)
    words = f"HTTP {response.status_code} {status}: {said}".strip(": ") if said or status else words_of(response)
    wait = retry_after_s(response)
    if status in _TOO_MANY:
        return RateLimited(
            "ElevenLabs works on as much at once as the plan allows.", vendor_words=words, retry_after_s=wait
        )
    if status == "system_busy":
        return Unavailable("ElevenLabs is busy.", vendor_words=words, retry_after_s=wait)
    if status in _INVALID:
        return Invalid(_INVALID[status], vendor_words=words)
    for statuses, meaning, message in _STATUSES:
        if status in statuses:
            return meaning(message, vendor_words=words)
    return _by_number(response.status_code, words, wait)


def _by_number(number: int, words: str, wait: float | None) -> ProviderError:
    if number == 401:
        return BadKey("ElevenLabs does not accept the key.", vendor_words=words)
    if number == 402:
        return OutOfCredit("The ElevenLabs account has no credits left.", vendor_words=words)
    if number == 403:
        return NeedsSetup("The ElevenLabs plan does not include this.", vendor_words=words)
    if number == 429:
        return RateLimited("ElevenLabs was asked too often.", vendor_words=words, retry_after_s=wait)
    if number >= 500 or number == 408:
        return Unavailable("ElevenLabs has a problem.", vendor_words=words, retry_after_s=wait)
    return Invalid("ElevenLabs says that the request is wrong.", vendor_words=words)


def _detail(response: httpx.Response) -> tuple[str, str]:
    """Return the status word and the sentence of a refusal; both may be empty."""
    try:
        body = response.json()
    except ValueError:
        return "", ""
    detail = body.get("detail") if isinstance(body, dict) else None
    if isinstance(detail, dict):
        return str(detail.get("status") or detail.get("code") or ""), str(detail.get("message") or "")
    if isinstance(detail, list):
        return "", "; ".join(_complaint(row) for row in detail if isinstance(row, dict))
    return "", str(detail or "")


def _complaint(row: Mapping[str, Any]) -> str:
    return f"{'.'.join(str(part) for part in row.get('loc', ()))}: {row.get('msg', '')}"


def billed(response: httpx.Response, settings: Mapping[str, Any]) -> tuple[int | None, dict[str, int]]:
    """Return what was billed in millionths of a dollar (None where it does not say), and the details to keep.

    `micros_per_kchar` of the row is the price of 1,000 billed characters. Cheap models bill fewer characters than
    they speak.
    """
    told = response.headers.get("character-cost", "")
    if not told.isdigit():
        return None, {}
    price = settings.get("micros_per_kchar")
    cost = None if price is None else -(-int(told) * int(price) // 1000)
    return cost, {"billed_characters": int(told)}


def write_sound(content: bytes, folder: Path, name: str, cost_micros: int | None = None) -> tuple[Path, str]:
    """Write a sound into `folder` under its right ending, and return it with its media type.

    Raise `BadAnswer` if the bytes are no sound; it carries what was billed for them all the same.
    """
    path = folder / name
    path.write_bytes(content)
    media_type = media_type_of(path)
    if not media_type.startswith("audio/"):
        error = BadAnswer("ElevenLabs sent something that is no sound.", vendor_words=repr(content[:200]))
        error.charged_micros = cost_micros
        raise error
    return path.rename(path.with_suffix(SUFFIXES[media_type])), media_type
