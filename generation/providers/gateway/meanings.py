"""What a workflow's refusal means: by its row, else by what HTTP means with the number."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx

from generation.providers.base import (
    BadKey,
    GoneModel,
    Invalid,
    LostByVendor,
    NeedsSetup,
    OutOfCredit,
    OutOfMemory,
    ProviderError,
    RateLimited,
    Refused,
    Stopped,
    Unavailable,
)
from generation.providers.wire import retry_after_s, words_of

from .paths import first_at

MEANINGS: Mapping[str, tuple[type[ProviderError], str]] = {
    "bad_key": (BadKey, "{label} does not accept the key."),
    "out_of_credit": (OutOfCredit, "Nothing is left on the account at {label}."),
    "gone_model": (GoneModel, "{label} does not have this workflow or model (any more)."),
    "rate_limited": (RateLimited, "{label} was asked too often."),
    "invalid": (Invalid, "{label} says that the request is wrong."),
    "refused": (Refused, "{label} turned this down: it goes against its rules."),
    "unavailable": (Unavailable, "{label} has no room, or a problem."),
    "needs_setup": (NeedsSetup, "{label} has to be set up first."),
    "out_of_memory": (OutOfMemory, "The machine behind {label} has too little memory for this."),
    "stopped": (Stopped, "It was stopped at {label}."),
    "lost": (LostByVendor, "{label} no longer knows of this."),
    "failed": (ProviderError, "{label} could not make this."),
}
"""What rows call a meaning, which error it is, and what people are told."""

STATUSES: Mapping[int, str] = {
    401: "bad_key",
    402: "out_of_credit",
    403: "bad_key",
    404: "gone_model",
    408: "unavailable",
    410: "gone_model",
    429: "rate_limited",
}

WORDS: Mapping[str, tuple[str, ...]] = {
    "refused": ("nsfw", "safety checker", "content policy", "moderation"),
    "out_of_memory": ("out of memory", "outofmemoryerror"),
}
"""Words by which a failure is known, where a row names none of its own."""

LONGEST = 2000


def meant(name: str, label: str, words: str, wait_s: float | None = None) -> ProviderError:
    """Return the error that a meaning stands for."""
    kind, message = MEANINGS[name]
    said = message.format(label=label)
    if issubclass(kind, Unavailable):
        return kind(said, vendor_words=words[:LONGEST], retry_after_s=wait_s)
    return kind(said, vendor_words=words[:LONGEST])


def by_status(response: httpx.Response, settings: Mapping[str, Any], label: str) -> ProviderError:
    """Return what an answer of 400 or more means."""
    words = f"HTTP {response.status_code}: {said_in(response, settings)}"
    told = settings.get("statuses", {}).get(str(response.status_code))
    name = told or _by_words(words, settings, own=True) or STATUSES.get(response.status_code, "")
    if not name and response.status_code < 500:
        name = _by_words(words, settings) or "invalid"
    return meant(name or "unavailable", label, words, retry_after_s(response))


def by_failure(words: str, settings: Mapping[str, Any], label: str) -> ProviderError:
    """Return what the words of a failed job mean."""
    return meant(_by_words(words, settings) or "failed", label, words)


def _by_words(words: str, settings: Mapping[str, Any], *, own: bool = False) -> str:
    low = words.lower()
    known = settings.get("meanings", {}) if own else {**WORDS, **settings.get("meanings", {})}
    return next((name for name, signs in known.items() if any(str(sign).lower() in low for sign in signs)), "")


def said_in(response: httpx.Response, settings: Mapping[str, Any]) -> str:
    """Return the words of a refusal: where the row says that they are, else all of it."""
    try:
        found = first_at(response.json(), settings.get("error"))
    except ValueError:
        found = None
    if not found:
        return words_of(response).partition(": ")[2]
    whole = response.text if len(response.text) <= LONGEST else ""
    return f"{worded(found)} {whole}".strip()


def worded(found: Any) -> str:
    """Return what an answer says of a failure, as text."""
    return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False, default=str)
