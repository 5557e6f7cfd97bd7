"""What fal's refusals and failures mean. `detail` may be a text or a list, and both come from the same places."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import httpx

from generation.providers.base import (
    BadAnswer,
    BadKey,
    GoneModel,
    Invalid,
    LostByVendor,
    OutOfCredit,
    OutOfMemory,
    ProviderError,
    RateLimited,
    Refused,
    Stopped,
    Unavailable,
)
from generation.providers.wire import retry_after_s, words_of

_LOCKED = re.compile(r"user is locked|exhausted balance|top up your balance", re.IGNORECASE)
_UNSAFE = re.compile(
    r"content_policy|content polic|content_filter|nsfw|safety|flagged|prohibited|moderat", re.IGNORECASE
)
_NO_MEMORY = re.compile(r"out of memory|cuda oom|outofmemory", re.IGNORECASE)
_EMPTY = {"no_media_generated"}
_BUSY = frozenset(
    {
        "downstream_service_error",
        "downstream_service_unavailable",
        "generation_timeout",
        "internal_error",
        "internal_server_error",
        "request_timeout",
        "runner_connection_error",
        "runner_connection_refused",
        "runner_connection_timeout",
        "runner_disconnected",
        "runner_scheduling_failure",
        "runner_server_error",
        "startup_timeout",
    }
)
"""Troubles of the machines, not of the request: another attempt may go well."""


def translate(response: httpx.Response) -> ProviderError:
    """Return what an answer of 400 or more means, of whatever is not a model's own result."""
    words, body, status = words_of(response), told(response), response.status_code
    if status == 429:
        return RateLimited(
            "fal takes no more requests for the moment.", vendor_words=words, retry_after_s=retry_after_s(response)
        )
    if status >= 500:
        return Unavailable(
            "fal is not available at the moment.", vendor_words=words, retry_after_s=retry_after_s(response)
        )
    if status in {401, 403}:
        return _forbidden(body, words)
    if status in {404, 410}:
        if response.request.method == "POST":
            return GoneModel("fal does not have this model.", vendor_words=words)
        return LostByVendor("fal no longer knows of this.", vendor_words=words)
    return _of_the_request(body, words)


def failure(status: int, body: Any, words: str, error_type: str = "") -> ProviderError:
    """Return what it means that a model's run ended badly: it is over, and nobody tries again by itself.

    `status` is the result's, 0 where only the queue says that it failed.
    """
    kinds = {error_type, *(_kinds(body))} - {""}
    text = f"{error_type} {text_of(body)}"
    if "client_cancelled" in kinds:
        return Stopped("It was stopped at fal.", vendor_words=words)
    if _NO_MEMORY.search(text):
        return OutOfMemory("The model ran out of memory at fal.", vendor_words=words)
    if _UNSAFE.search(" ".join([*kinds, text])):
        return Refused("The model's safety rules turned this down.", vendor_words=words)
    if kinds & _EMPTY:
        return BadAnswer("The model is done and delivered nothing.", vendor_words=words)
    if kinds & _BUSY or status >= 500 or not (status or kinds):
        return ProviderError("The model failed at fal.", vendor_words=words)
    if status in {401, 403}:
        return _forbidden(body, words)
    return _of_the_request(body, words)


def told(response: httpx.Response) -> Any:
    """Return what a refusal says, {} where it is not JSON."""
    try:
        return response.json()
    except ValueError:
        return {}


def text_of(body: Any) -> str:
    """Return the sentence of a refusal."""
    detail = body.get("detail", body.get("error", "")) if isinstance(body, Mapping) else body
    if isinstance(detail, Mapping):
        return str(detail.get("message", json.dumps(detail)))
    if isinstance(detail, list):
        return "; ".join(_sentence(row) for row in detail)
    return str(detail or "")


def _sentence(row: Any) -> str:
    if not isinstance(row, Mapping):
        return str(row)
    place = ".".join(str(part) for part in row.get("loc", ()) if part != "body")
    return f"{place}: {row.get('msg', '')}".removeprefix(": ")


def _kinds(body: Any) -> set[str]:
    detail = body.get("detail") if isinstance(body, Mapping) else None
    rows = detail if isinstance(detail, list) else [body]
    found = {str(row.get("type") or row.get("error_type") or "") for row in rows if isinstance(row, Mapping)}
    return found - {""}


def _forbidden(body: Any, words: str) -> ProviderError:
    if _LOCKED.search(text_of(body)):
        return OutOfCredit("Nothing is left on the account at fal.", vendor_words=words)
    return BadKey("fal does not accept the key, or the key may not do this.", vendor_words=words)


def _of_the_request(body: Any, words: str) -> ProviderError:
    text = text_of(body)
    if _UNSAFE.search(" ".join([*_kinds(body), text])):
        return Refused("The model's safety rules turned this down.", vendor_words=words)
    return Invalid(f"fal says that the request is wrong: {text[:300] or 'it does not say why'}", vendor_words=words)
