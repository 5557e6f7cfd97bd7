"""What a refusal means. Servers agree on the shape of an error, and on little else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from generation.providers.base import (
    BadKey,
    GoneModel,
    Invalid,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
    Unconfirmed,
)
from generation.providers.wire import LONGEST_WORDS, retry_after_s, words_of

_UNSAFE_CODES = frozenset({"content_policy_violation", "moderation_blocked", "content_filter", "prompt_blocked"})
_UNSAFE_WORDS = ("safety system", "content policy", "content management policy", "flagged as", "prohibited_content")
_BROKE_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_BROKE_WORDS = ("credit balance is too low", "exceeded your current quota", "insufficient credits")
_GONE_CODES = frozenset({"model_not_found", "model_deprecated", "deprecated_model"})
_GONE_WORDS = ("does not exist", "has been deprecated", "is not a valid model", "no endpoints found")
_BAD_KEY_WORDS = ("api key not valid", "invalid api key", "incorrect api key")
_TOO_LONG_WORDS = ("context length", "context size", "context window", "too many tokens", "prompt is too long")

_UNKNOWN_END = frozenset({520, 524})
"""What the network before a server says when the server was asked and its answer never came."""


class Meanings:
    """Turns the errors of one server into ours. `label` is how the server is called in messages."""

    def __init__(self, label: str) -> None:
        self.label = label

    def __call__(self, response: httpx.Response) -> ProviderError:
        """Return what a response with a status of 400 or more means."""
        error = error_of(response)
        said = f"HTTP {response.status_code}: {_words(error)}" if error else words_of(response)
        return self.of(response.status_code, error, vendor_words=said, wait_s=retry_after_s(response))

    def of(
        self, status: int, error: Mapping[str, Any], *, vendor_words: str, wait_s: float | None = None
    ) -> ProviderError:
        """Return what an error means that came with a status, or with a code where the status says nothing."""
        code, text = str(error.get("code") or error.get("type") or "").lower(), _words(error).lower()
        settled = self._by_words(status, code, text, error, vendor_words)
        if settled is not None:
            return settled
        if status == 429 or _is_passing(error):
            message = f"{self.label} was asked too often. It is asked again later."
            return RateLimited(message, vendor_words=vendor_words, retry_after_s=wait_s)
        if status == 402:
            return OutOfCredit(f"Nothing is left on the account with {self.label}.", vendor_words=vendor_words)
        if status in _UNKNOWN_END:
            message = f"{self.label} took too long for the network between us. It may have been made all the same."
            return Unconfirmed(message, vendor_words=vendor_words)
        if status in {408, 409, 425} or status >= 500:
            return Unavailable(self._trouble(text), vendor_words=vendor_words, retry_after_s=wait_s)
        return self._wrong(status, text, error, vendor_words)

    def _by_words(
        self, status: int, code: str, text: str, error: Mapping[str, Any], vendor_words: str
    ) -> ProviderError | None:
        """What only the words tell, whatever the status says."""
        if code in _UNSAFE_CODES or _has(text, _UNSAFE_WORDS) or (status == 403 and _was_moderated(error)):
            return Refused(f"The safety rules of {self.label} turned this down.", vendor_words=vendor_words)
        if code in _BROKE_CODES or _has(text, _BROKE_WORDS):
            return OutOfCredit(f"Nothing is left on the account with {self.label}.", vendor_words=vendor_words)
        if status in {401, 403} or code == "invalid_api_key" or _has(text, _BAD_KEY_WORDS):
            what = "does not let this key do that" if status == 403 else "does not accept the key"
            return BadKey(f"{self.label} {what}.", vendor_words=vendor_words)
        return None

    def _wrong(self, status: int, text: str, error: Mapping[str, Any], vendor_words: str) -> ProviderError:
        """The request itself is at fault."""
        if "pull" in text and "not found" in text:
            return NeedsSetup(
                f"{self.label} has not fetched this model yet: {_words(error)}", vendor_words=vendor_words
            )
        if str(error.get("code") or "").lower() in _GONE_CODES or (status in {400, 404} and _has(text, _GONE_WORDS)):
            return GoneModel(f"{self.label} does not have this model, or no longer.", vendor_words=vendor_words)
        if status == 404:
            if "model" in text:
                return GoneModel(f"{self.label} does not have this model, or no longer.", vendor_words=vendor_words)
            message = f"There is nothing at the address of {self.label}. See that it ends as the server wants it."
            return NeedsSetup(message, vendor_words=vendor_words)
        if _has(text, _TOO_LONG_WORDS):
            return Invalid(f"This is more text than the model of {self.label} can read.", vendor_words=vendor_words)
        said = _words(error)
        return Invalid(f"{self.label} did not take the request: {said or f'HTTP {status}'}", vendor_words=vendor_words)

    def _trouble(self, text: str) -> str:
        if "loading model" in text:
            return f"{self.label} is still loading its model."
        return f"{self.label} is in trouble right now."


def error_of(response: httpx.Response) -> Mapping[str, Any]:
    """Return the error that a response's body holds, {} if there is none to be found."""
    try:
        body = response.json()
    except ValueError:
        return {}
    return error_in(body)


def error_in(body: Any) -> Mapping[str, Any]:
    """Return the error in a body: `{"error": {...}}`, the same in a list, or a sentence alone; {} if there is none."""
    if isinstance(body, list) and body:
        body = body[0]
    if not isinstance(body, Mapping):
        return {}
    error = body.get("error") or body.get("detail") or {}
    if isinstance(error, str):
        return {"message": error}
    return error if isinstance(error, Mapping) else {"message": str(error)}


def status_in(error: Mapping[str, Any]) -> int:
    """Return the status that an error in a good answer's body stands for; 502 where it names none."""
    code = str(error.get("code") or "")
    return int(code) if code.isdigit() and 400 <= int(code) < 600 else 502


def _words(error: Mapping[str, Any]) -> str:
    said = str(error.get("message") or "")
    metadata = error.get("metadata")
    if isinstance(metadata, Mapping):
        more = metadata.get("raw") or metadata.get("remedy_hint") or metadata.get("reasons") or ""
        said = f"{said} ({more})" if more else said
    return said[:LONGEST_WORDS]


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _was_moderated(error: Mapping[str, Any]) -> bool:
    metadata = error.get("metadata")
    return isinstance(metadata, Mapping) and bool(metadata.get("reasons") or metadata.get("flagged_input"))


def _is_passing(error: Mapping[str, Any]) -> bool:
    """OpenRouter asks for money for what is only too much at once."""
    metadata = error.get("metadata")
    return isinstance(metadata, Mapping) and metadata.get("limit_source") == "openrouter_in_flight_budget"
