"""How Google is spoken to, and what its refusals mean.

The key travels in a header: `x-goog-api-key` for the Gemini API, a bearer token for Google Cloud. Which of them, and
under which address, is said by the vendor's row.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import httpx

from generation.providers.base import (
    Access,
    BadKey,
    GoneModel,
    Invalid,
    MediaInput,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
    Unsupported,
)
from generation.providers.wire import Wire, need_key, retry_after_s, words_of

LABEL = "Google"
VERSION = "/v1beta"
DEFAULT_URL = f"https://generativelanguage.googleapis.com{VERSION}"
API_KEY, BEARER = "x-goog-api-key", "bearer"
TIMEOUT_S = 300
"""A picture in 4K is made while we wait."""

_RULES = ("safety", "polic", "violat", "prohibited", "sensitive", "blocked", "responsible ai")
_MONEY = ("prepay", "credits are depleted", "out of credit", "insufficient", "spend cap")
_TAKEN = ("image/png", "image/jpeg", "image/webp")

# google.rpc.Code: what a long operation says in numbers, a refusal says in words.
CODES = {
    3: "INVALID_ARGUMENT",
    5: "NOT_FOUND",
    7: "PERMISSION_DENIED",
    8: "RESOURCE_EXHAUSTED",
    9: "FAILED_PRECONDITION",
    13: "INTERNAL",
    14: "UNAVAILABLE",
    16: "UNAUTHENTICATED",
}
_STATUSES: dict[str, tuple[type[ProviderError], str]] = {
    "INVALID_ARGUMENT": (Invalid, "Google says that the request is wrong."),
    "OUT_OF_RANGE": (Invalid, "Google says that the request is wrong."),
    "FAILED_PRECONDITION": (NeedsSetup, "Google says that the account is not set up for this: see to its billing."),
    "NOT_FOUND": (GoneModel, "Google does not have this model (any more)."),
    "PERMISSION_DENIED": (BadKey, "The Google key may not do this."),
    "UNAUTHENTICATED": (BadKey, "Google does not accept the key."),
}
_NUMBERS = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND"}


def open_wire(access: Access) -> Wire:
    """Return the way to Google. Raise `NeedsSetup` without a key, or without the address of a project."""
    if access.settings.get("auth") == BEARER and not access.base_url:
        raise NeedsSetup("Enter the address of your project on Google Cloud for this vendor first.")
    address = access.base_url.rstrip("/") or DEFAULT_URL
    if not urlsplit(address).path:
        # Google's own clients are given the address of a proxy without the version.
        address += VERSION
    return Wire(
        replace(access, base_url=address),
        default_url=DEFAULT_URL,
        translate=translate,
        headers=key_headers(access),
        timeout_s=TIMEOUT_S,
    )


def key_headers(access: Access) -> dict[str, str]:
    """Return the header with the key. Never part of an address, which ends up in logs."""
    key = need_key(access, LABEL)
    if access.settings.get("auth", API_KEY) == BEARER:
        return {"Authorization": f"Bearer {key}"}
    return {API_KEY: key}


def translate(response: httpx.Response) -> ProviderError:
    """Return what a refusal means."""
    try:
        body = response.json()
    except ValueError:
        body = None
    # Some of Google's servers put the answer into a list.
    body = body[0] if isinstance(body, list) and body else body
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        error = {"message": words_of(response)}
    return meant(error, response.status_code, retry_after_s(response))


def meant(error: Mapping[str, Any], number: int, wait: float | None = None) -> ProviderError:
    """Return what Google's own `error` object means; `number` is the HTTP status."""
    message, details = str(error.get("message") or ""), _details(error)
    status = str(error.get("status") or CODES.get(int(error.get("code") or 0)) or _NUMBERS.get(number, ""))
    words = f"HTTP {number} {status}: {message}"
    if "API_KEY_INVALID" in {detail.get("reason") for detail in details} or "api key not valid" in message.lower():
        return BadKey("Google does not accept the key.", vendor_words=words)
    if status == "RESOURCE_EXHAUSTED" or number == 429:
        if any(word in message.lower() for word in _MONEY):
            return OutOfCredit("The Google account has no credit left.", vendor_words=words)
        told = _retry_delay(details)
        return RateLimited(
            "Google was asked too often.", vendor_words=words, retry_after_s=wait if told is None else told
        )
    if status == "INVALID_ARGUMENT" and any(word in message.lower() for word in _RULES):
        return Refused("Google turned this down: it goes against its rules.", vendor_words=words)
    if status in _STATUSES:
        meaning, sentence = _STATUSES[status]
        return meaning(sentence, vendor_words=words)
    if 400 <= number < 500:
        return Invalid("Google says that the request is wrong.", vendor_words=words)
    return Unavailable("Google has a problem.", vendor_words=words, retry_after_s=wait)


def _details(error: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    details = error.get("details")
    return [detail for detail in details if isinstance(detail, dict)] if isinstance(details, list) else []


def _retry_delay(details: list[Mapping[str, Any]]) -> float | None:
    """Return how long we are to wait: "34.07s" in a RetryInfo."""
    for detail in details:
        told = str(detail.get("retryDelay") or "").removesuffix("s")
        try:
            return max(0.0, float(told))
        except ValueError:
            continue
    return None


def picture_in(media: MediaInput) -> tuple[str, str]:
    """Return a picture's media type and its content in base64. Raise `Unsupported` for other kinds."""
    if media.media_type not in _TAKEN:
        raise Unsupported("Google takes pictures as PNG, JPEG or WebP only.")
    return media.media_type, base64.b64encode(media.path.read_bytes()).decode("ascii")
