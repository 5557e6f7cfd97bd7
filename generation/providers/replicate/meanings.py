"""What Replicate's refusals and failures mean."""

from __future__ import annotations

import re
from typing import Any

import httpx

from generation.providers.base import (
    BadKey,
    GoneModel,
    Invalid,
    LostByVendor,
    OutOfCredit,
    OutOfMemory,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
)
from generation.providers.wire import retry_after_s, words_of

_RESETS = re.compile(r"resets in ~?\s*(\d+(?:\.\d+)?)\s*s", re.IGNORECASE)
_UNSAFE = re.compile(
    r"\bE005\b|nsfw|sensitive|flagged|safety|content polic|moderat|prohibited|not allowed by our polic", re.IGNORECASE
)
_TOO_LARGE = re.compile(r"\bE1001\b|out of memory|outofmemory", re.IGNORECASE)
_WRONG_INPUT = re.compile(r"\bE006\b|invalid input|input validation|upstream error 1201", re.IGNORECASE)

NOT_PERMITTED = "Invalid version or not permitted"
"""The title of an answer that may mean that the model is gone, and may mean that the key is wrong."""


def translate(response: httpx.Response) -> ProviderError:
    """Return what an answer of 400 or more means."""
    words = words_of(response)
    status = response.status_code
    if status == 429:
        return RateLimited(
            "Replicate takes no more requests for the moment.", vendor_words=words, retry_after_s=_wait_s(response)
        )
    if status >= 500:
        return Unavailable(
            "Replicate is not available at the moment.", vendor_words=words, retry_after_s=retry_after_s(response)
        )
    if status in {401, 403}:
        return BadKey("Replicate does not accept the key.", vendor_words=words)
    if status == 402:
        return OutOfCredit("Nothing is left on the account at Replicate.", vendor_words=words)
    if status in {404, 410}:
        return _missing(response, words)
    if status == 422 and told(response).get("title") == NOT_PERMITTED:
        return GoneModel("Replicate does not have this model, or not for this key.", vendor_words=words)
    if status == 413:
        return Invalid("A file is larger than Replicate takes.", vendor_words=words)
    return Invalid(f"Replicate says that the request is wrong: {_why(told(response))}", vendor_words=words)


def failure(text: str) -> ProviderError:
    """Return what the error of a prediction that failed means."""
    words = text[:2000]
    if _TOO_LARGE.search(text):
        return OutOfMemory("The model ran out of memory at Replicate.", vendor_words=words)
    if _UNSAFE.search(text):
        return Refused("The model's safety rules turned this down.", vendor_words=words)
    if _WRONG_INPUT.search(text):
        return Invalid("The model says that what it was given is wrong.", vendor_words=words)
    return ProviderError("The model failed at Replicate.", vendor_words=words)


def told(response: httpx.Response) -> dict[str, Any]:
    """Return what a refusal says, nothing where it is not JSON."""
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _missing(response: httpx.Response, words: str) -> ProviderError:
    if response.request.method == "POST" and response.request.url.path.endswith("/predictions"):
        return GoneModel("Replicate does not have this model.", vendor_words=words)
    return LostByVendor("Replicate no longer knows of this.", vendor_words=words)


def _wait_s(response: httpx.Response) -> float | None:
    header = retry_after_s(response)
    if header is not None:
        return header
    body = told(response)
    if isinstance(body.get("retry_after"), int | float):
        return float(body["retry_after"])
    found = _RESETS.search(str(body.get("detail", "")))
    return float(found[1]) if found else None


def _why(body: dict[str, Any]) -> str:
    wrong = body.get("invalid_fields")
    if isinstance(wrong, list) and wrong:
        return "; ".join(str(row.get("description", row)) for row in wrong if isinstance(row, dict))[:300]
    return str(body.get("detail") or body.get("title") or "it does not say why").strip()[:300]
