"""How Kling is spoken to: a token that we sign ourselves, an envelope around each answer, and what its codes mean.

The key has two parts, the access key and the secret key, entered as "ACCESS:SECRET". A token made of them is good for
half an hour; it is used for twenty minutes.
"""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Callable
from typing import Any

import httpx
import jwt

from generation.providers.base import (
    Access,
    BadKey,
    GoneModel,
    Invalid,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Ticket,
    Unavailable,
    Unconfirmed,
)
from generation.providers.wire import Wire, json_of, need_key, retry_after_s, words_of

LABEL = "Kling"
DEFAULT_URL = "https://api-singapore.klingai.com"

TOKEN_LASTS_S = 1800
TOKEN_USED_S = 1200
CLOCK_SLACK_S = 5

_CODES: dict[int, tuple[type[ProviderError], str]] = {
    1003: (BadKey, "Kling says that the time is not right yet: this machine's clock may be ahead."),
    1004: (BadKey, "Kling says that the time is over: this machine's clock may be behind."),
    1101: (OutOfCredit, "The Kling account is in arrears."),
    1102: (OutOfCredit, "The Kling account has nothing left: its packages are used up or out of date."),
    1203: (GoneModel, "Kling does not have this model (any more)."),
    1302: (RateLimited, "Kling was asked too often."),
    1303: (RateLimited, "Kling works on as much at once as the plan allows."),
    1304: (NeedsSetup, "Kling does not take requests from this machine's address. Allow it in Kling's console."),
}
_CLASSES: dict[int, tuple[type[ProviderError], str]] = {
    10: (BadKey, "Kling does not accept the key."),
    11: (BadKey, "Kling says that the account may not do this."),
    12: (Invalid, "Kling says that the request is wrong."),
    13: (Refused, "Kling turned this down: it goes against its rules."),
    50: (Unavailable, "Kling has a problem."),
}
"""What a code means by its first two figures."""

_MAINTENANCE = 5001
"""Nothing is begun while the server is looked after. With its other troubles one cannot know."""


class Tokens:
    """Makes tokens of a key, one every twenty minutes. Used by several threads."""

    def __init__(self, key: str, now: Callable[[], float] = time.time) -> None:
        self._access_key, colon, self._secret_key = key.strip().partition(":")
        if not (colon and self._access_key and self._secret_key):
            raise NeedsSetup("Kling's key has two parts: enter the access key and the secret key as ACCESS:SECRET.")
        self._now = now
        self._lock = threading.Lock()
        self._token, self._made_at = "", 0.0

    def token(self) -> str:
        """Return a token that is good for ten minutes more at least."""
        with self._lock:
            now = self._now()
            # A clock that was set back makes a token out of the future; so it is made anew.
            if not self._token or not 0 <= now - self._made_at < TOKEN_USED_S:
                self._token, self._made_at = self._made(int(now)), now
            return self._token

    def _made(self, now: int) -> str:
        claims = {"iss": self._access_key, "exp": now + TOKEN_LASTS_S, "nbf": now - CLOCK_SLACK_S}
        with warnings.catch_warnings():
            # How long the secret is, is Kling's choice.
            warnings.simplefilter("ignore", jwt.InsecureKeyLengthWarning)
            return jwt.encode(claims, self._secret_key, algorithm="HS256", headers={"typ": "JWT"})


class Kling:
    """The vendor's server: what it says, without its envelope."""

    def __init__(self, access: Access) -> None:
        self.wire = Wire(access, default_url=DEFAULT_URL, translate=translate)
        self._tokens = Tokens(need_key(access, LABEL))

    def get(self, path: str, **params: Any) -> Any:
        """Ask for something, which costs nothing."""
        response = self.wire.get(path, params=params or None, headers=self._headers())
        try:
            return _opened(response)
        except Unconfirmed as error:
            raise Unavailable("Kling's answer cannot be read.", vendor_words=error.vendor_words) from error

    def pay(self, ticket: Ticket, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Create a task. Raise `Unconfirmed` where nobody knows whether it was."""
        response = self.wire.pay(ticket, "POST", path, json=body, headers=self._headers())
        data = _opened(response, paid=True)
        if not isinstance(data, dict) or not data.get("task_id"):
            raise Unconfirmed("Kling took the request, but did not say as which task.", vendor_words=words_of(response))
        return data

    def close(self) -> None:
        """Let go of the connections."""
        self.wire.close()

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._tokens.token()}"}


def _opened(response: httpx.Response, *, paid: bool = False) -> Any:
    """Return what is in the envelope; a code other than 0 is a refusal even where the HTTP status is 200."""
    envelope = json_of(response)
    if not isinstance(envelope, dict) or "code" not in envelope:
        raise Unconfirmed("Kling's answer cannot be read.", vendor_words=words_of(response))
    if envelope["code"] == 0:
        return envelope.get("data")
    error = translate(response)
    if paid and envelope["code"] // 100 == 50 and envelope["code"] != _MAINTENANCE:
        raise Unconfirmed(
            "Kling broke down while it was asked. It may have been made all the same.", vendor_words=error.vendor_words
        )
    raise error


def translate(response: httpx.Response) -> ProviderError:
    """Return what a refusal means: by its code, and by the HTTP status where there is none."""
    try:
        envelope = response.json()
    except ValueError:
        envelope = None
    code = envelope.get("code") if isinstance(envelope, dict) else None
    if not isinstance(code, int) or not code:
        return _by_number(response)
    words = f"HTTP {response.status_code}, code {code}: {envelope.get('message', '')}"
    meaning, message = _CODES.get(code) or _CLASSES.get(code // 100) or (Invalid, "Kling says no.")
    return _meant(meaning, message, words, response)


def _by_number(response: httpx.Response) -> ProviderError:
    number = response.status_code
    code = 1302 if number == 429 else 1203 if number == 404 else 0
    fallback = 10 if number in {401, 403} else 50 if number >= 500 else 12
    meaning, message = _CODES.get(code) or _CLASSES[fallback]
    return _meant(meaning, message, words_of(response), response)


def _meant(meaning: type[ProviderError], message: str, words: str, response: httpx.Response) -> ProviderError:
    if issubclass(meaning, Unavailable):
        return meaning(message, vendor_words=words, retry_after_s=retry_after_s(response))
    return meaning(message, vendor_words=words)
