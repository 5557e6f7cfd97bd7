"""What TikTok's refusals mean: its error codes by what is to be done about them, in a film maker's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import httpx

from publishing.platforms.errors import (
    AccountTrouble,
    Invalid,
    MissingScope,
    NeedsSetup,
    PlatformError,
    QuotaGone,
    RateLimited,
    Reconnect,
    Rejected,
    SessionGone,
    StaleToken,
    Unavailable,
)
from publishing.platforms.wire import retry_after_s, words_of

_FULL = (
    "This TikTok account has no posts left for now. TikTok allows about 15 in 24 hours, those of other apps included."
)
_MINUTE_S = 60.0

_CODES: dict[str, Callable[[str], PlatformError]] = {
    "access_token_invalid": lambda said: StaleToken(
        "TikTok no longer accepts our access to this account.", vendor_words=said
    ),
    "scope_not_authorized": lambda said: MissingScope(
        "The account's owner did not allow this. Connect TikTok again and leave everything ticked.", vendor_words=said
    ),
    "scope_permission_missed": lambda said: MissingScope(
        "Some of what was asked for was not allowed. Connect TikTok again and leave everything ticked.",
        vendor_words=said,
    ),
    "spam_risk_too_many_posts": lambda said: QuotaGone(_FULL, vendor_words=said, bucket="posts"),
    "spam_risk_too_many_pending_share": lambda said: QuotaGone(
        "Too many films wait in this account's TikTok inbox. Finish or delete some there.", vendor_words=said
    ),
    "reached_active_user_cap": lambda said: QuotaGone(
        "The studio's TikTok app has reached the number of accounts that may post in 24 hours.",
        vendor_words=said,
        everywhere=True,
    ),
    "spam_risk_user_banned_from_posting": lambda said: AccountTrouble(
        "TikTok does not let this account post at the moment. Look into the TikTok app for the reason.",
        vendor_words=said,
    ),
    "unaudited_client_can_only_post_to_private_accounts": lambda said: AccountTrouble(
        "TikTok has not audited the studio's app yet. Until then it posts to private accounts only: set the account "
        "to private in the TikTok app, or have the app audited.",
        vendor_words=said,
    ),
    "privacy_level_option_mismatch": lambda said: Rejected(
        "The account does not offer this choice of who can see the film (any more). Choose again.",
        vendor_words=said,
        field="privacy",
    ),
    "token_not_authorized_for_specified_publish_id": lambda said: AccountTrouble(
        "This upload belongs to another TikTok account than the one that is connected now.", vendor_words=said
    ),
    "invalid_publish_id": lambda said: SessionGone("TikTok does not know this upload (any more).", vendor_words=said),
    "internal_error": lambda said: Unavailable("TikTok has trouble of its own.", vendor_words=said),
    "invalid_param": lambda said: Invalid("TikTok does not take the post as it is.", vendor_words=said),
    "invalid_params": lambda said: Invalid("TikTok does not take the request as it is.", vendor_words=said),
}

_GRANTS_ENDED = frozenset({"invalid_grant", "access_denied", "invalid_token", "token_expired"})
_APP_IS_WRONG = frozenset({"invalid_client", "unauthorized_client", "client_key_mismatch"})


class OutOfStep(PlatformError):
    """A chunk came out of its turn. `stored` is how many bytes there are, as far as the answer says."""

    code = "out_of_step"

    def __init__(self, message: str, *, vendor_words: str = "", stored: int | None = None) -> None:
        super().__init__(message, vendor_words=vendor_words)
        self.stored = stored


def refusal(response: httpx.Response) -> PlatformError:
    """Return what a refused call means."""
    return meaning(str(envelope_error(response).get("code") or ""), response)


def meaning(code: str, response: httpx.Response) -> PlatformError:
    """Return what a code means; one that nobody told us of goes by the answer's status."""
    status, said = response.status_code, _said(code, response)
    if code == "rate_limit_exceeded" or (status == 429 and code not in _CODES):
        wait = retry_after_s(response)
        return RateLimited(
            "TikTok was asked too often.", vendor_words=said, retry_after_s=_MINUTE_S if wait is None else wait
        )
    if code in _CODES:
        return _CODES[code](said)
    if status == 401:
        return _CODES["access_token_invalid"](said)
    if status == 403:
        return AccountTrouble("TikTok does not let this account do that.", vendor_words=said)
    if status >= 500:
        return _CODES["internal_error"](said)
    return _CODES["invalid_params"](said)


def _said(code: str, response: httpx.Response) -> str:
    """Return TikTok's own words. Its codes go in by hand: a "code" may be a secret, and is hidden where it stands."""
    error = envelope_error(response)
    if not code:
        return words_of(response)
    return f"HTTP {response.status_code} {code}: {error.get('message') or ''} (log_id {error.get('log_id') or 'none'})"


def envelope_error(response: httpx.Response) -> dict[str, Any]:
    """Return the "error" of an answer; {} where there is none."""
    try:
        found = response.json()
    except ValueError:
        return {}
    error = found.get("error") if isinstance(found, dict) else None
    return error if isinstance(error, dict) else {}


def upload_refusal(response: httpx.Response) -> PlatformError:
    """Return what a refused chunk means. The upload's server speaks in bare statuses."""
    status, said = response.status_code, words_of(response)
    if status in {403, 404, 410}:
        return SessionGone("The upload to TikTok has expired.", vendor_words=said)
    if status == 416:
        return OutOfStep("TikTok wants another part of the file.", vendor_words=said, stored=stored_bytes(response))
    if status == 429:
        return RateLimited("TikTok was asked too often.", vendor_words=said, retry_after_s=retry_after_s(response))
    if status >= 500:
        return Unavailable("TikTok did not take a part of the film.", vendor_words=said)
    return Invalid("TikTok does not take the upload as it is.", vendor_words=said)


def stored_bytes(response: httpx.Response) -> int | None:
    """Return how many bytes an upload's answer says are there, from "bytes 0-{uploaded}/{total}"."""
    found = re.fullmatch(r"bytes 0-(\d+)/\d+", response.headers.get("content-range", "").strip())
    return int(found[1]) + 1 if found else None


def login_refusal(found: dict[str, Any], said: str) -> PlatformError:
    """Return what a flat error of the login's means."""
    error = str(found.get("error") or "")
    if error in _APP_IS_WRONG:
        return NeedsSetup(
            "TikTok does not know the studio's app: look at its client key and secret.", vendor_words=said
        )
    if error in _GRANTS_ENDED or error.startswith("invalid"):
        return Reconnect("TikTok's consent has ended. Connect the account again.", vendor_words=said)
    if error == "rate_limit_exceeded":
        return RateLimited("TikTok was asked too often.", vendor_words=said, retry_after_s=_MINUTE_S)
    return Unavailable("TikTok could not be asked about its consent.", vendor_words=said)
