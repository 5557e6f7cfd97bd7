"""What Meta's refusals mean: told by code and subcode, never by their words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx

from publishing.platforms.errors import (
    AccountTrouble,
    Invalid,
    MissingScope,
    PlatformError,
    QuotaGone,
    RateLimited,
    Reconnect,
    Rejected,
    SessionGone,
    Unavailable,
)
from publishing.platforms.wire import retry_after_s, words_of

from .row import PLATFORM


class Passing(Unavailable):
    """Instagram answered that it cannot now. Unlike a request that never arrived, this one was read."""


class Missing(Passing):
    """There is no such object, or it is not shown to us: Meta says so of fresh ones, too, for a while."""

    code = "missing"


class NotReady(Passing):
    """The container is not digested yet, so that nothing was published."""

    code = "not_ready"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal as it came: 0 where there is no code."""

    code: int = 0
    subcode: int = 0
    is_transient: bool = False
    words: str = ""


_RATE_CODES: Final = frozenset({4, 17, 32, 613, 80001, 80002})
_BLOCKED: Final = 2207051
_MISSING_OBJECT: Final = 33
_SUBCODE: Final = re.compile(r"\b2207\d{3}\b")

_Make = Callable[[str], PlatformError]


def _again(message: str) -> _Make:
    return lambda words: SessionGone(message, vendor_words=words)


def _mend(message: str, field: str) -> _Make:
    return lambda words: Rejected(message, vendor_words=words, field=field)


_TOO_OFTEN = "Instagram wants to be asked less often."
_TROUBLE = "Instagram has trouble of its own."
_SHUT_OUT = "Instagram no longer lets the studio in. Connect the account again."
_NOT_FETCHED = "Instagram could not fetch the film from this studio."
_NOT_DIGESTED = "Instagram could not take the film in this time. It has to be sent again."
_BY_SUBCODE: Final[Mapping[int, _Make]] = {
    2207003: _again(_NOT_FETCHED),
    2207020: _again("The film has expired at Instagram before it was posted."),
    2207001: _again(_NOT_DIGESTED),
    2207032: _again(_NOT_DIGESTED),
    2207053: _again(_NOT_DIGESTED),
    2207077: _again(_NOT_FETCHED),
    2207082: _again(_NOT_DIGESTED),
    2207052: _again(_NOT_FETCHED + " Its public address must be reachable from outside, over https."),
    2207026: _mend("Instagram does not take this kind of video file. Export the film anew.", "file"),
    2207057: _mend("The cover's moment does not lie inside the film.", "cover"),
    2207023: lambda words: Invalid("Instagram does not know this kind of post.", vendor_words=words),
    2207010: _mend("Instagram does not take this caption: it is too long, or has too many hashtags.", "caption"),
    2207081: lambda words: AccountTrouble("This account may not post trial reels.", vendor_words=words),
    2207050: lambda words: AccountTrouble(
        "Instagram has restricted this account. Its owner has to open Instagram and settle that there.",
        vendor_words=words,
    ),
    2207042: lambda words: QuotaGone(
        "This account has posted as often as Instagram allows in a day.", vendor_words=words, bucket="posts"
    ),
    2207027: lambda words: NotReady("Instagram is still preparing the film.", vendor_words=words),
    2207006: lambda words: Missing("Instagram does not know this upload (any more).", vendor_words=words),
    2207008: lambda words: Missing("Instagram does not know this upload (any more).", vendor_words=words),
}

_ENDED: Final[Mapping[int, str]] = {
    458: "The studio was removed from this account's apps. Connect it again.",
    460: "The account's password has changed. Connect it again.",
    463: "The account has not been used here for too long. Connect it again.",
}


def translate(response: httpx.Response) -> PlatformError:
    """Return what a refusal means."""
    upload = _of_upload(response)
    if upload is not None:
        return upload
    refusal = read(response)
    if refusal is None:
        return _without_code(response)
    return meaning(refusal, pause_s=_pause_s(response))


def read(response: httpx.Response) -> Refusal | None:
    """Return a refusal's code; None where it has none."""
    try:
        error = response.json().get("error")
    except (ValueError, AttributeError):
        return None
    if not isinstance(error, Mapping):
        # The server of api.instagram.com has an envelope of its own.
        return _flat(response)
    return Refusal(
        _number(error.get("code")),
        _number(error.get("error_subcode")),
        error.get("is_transient") is True,
        words_of(response),
    )


def _flat(response: httpx.Response) -> Refusal | None:
    found = response.json()
    if "error_type" not in found and "error_message" not in found:
        return None
    return Refusal(words=words_of(response), code=_number(found.get("code")))


def meaning(refusal: Refusal, *, pause_s: float) -> PlatformError:
    """Return what is to be done about a refusal. `pause_s`: how long to wait where we asked too often."""
    words = refusal.words
    if refusal.subcode in _BY_SUBCODE:
        return _BY_SUBCODE[refusal.subcode](words)
    if refusal.code == 190:
        ended = _ENDED.get(refusal.subcode, _SHUT_OUT)
        return Reconnect(ended, vendor_words=words)
    if refusal.code == 102:
        return Reconnect(_SHUT_OUT, vendor_words=words)
    if refusal.code == 10 or 200 <= refusal.code < 300:
        return MissingScope(
            "The account's owner did not allow this. Connect it again and allow it.", vendor_words=words
        )
    if refusal.code == 100 and refusal.subcode == _MISSING_OBJECT:
        return Missing("Instagram does not show this (yet, or any more).", vendor_words=words)
    if refusal.code in _RATE_CODES or refusal.subcode == _BLOCKED:
        return RateLimited(_TOO_OFTEN, vendor_words=words, retry_after_s=pause_s)
    if refusal.is_transient or refusal.code in {1, 2}:
        return Passing(_TROUBLE, vendor_words=words)
    return Invalid("Instagram does not take this.", vendor_words=words)


def failure_of(status: str) -> PlatformError:
    """Return why a container failed, by the subcode that stands in its status. A new one may do where none does."""
    found = _SUBCODE.search(status)
    make = _BY_SUBCODE.get(int(found.group())) if found else None
    return (make or _again(_NOT_DIGESTED))(status)


def _of_upload(response: httpx.Response) -> PlatformError | None:
    """The server that takes bytes has an envelope of its own."""
    try:
        told = response.json().get("debug_info")
    except (ValueError, AttributeError):
        return None
    if not isinstance(told, Mapping):
        return None
    words, kind = words_of(response), str(told.get("type"))
    # Where it got to may change once more after a broken upload: asked again, it tells.
    if told.get("retriable") is True or kind in {"OffsetInvalidError", "PartialRequestError"}:
        return Passing(_TROUBLE, vendor_words=words)
    if kind == "NotAuthorizedError" or response.status_code == 401:
        return Reconnect(_SHUT_OUT, vendor_words=words)
    return SessionGone(_NOT_DIGESTED, vendor_words=words)


def _without_code(response: httpx.Response) -> PlatformError:
    words, status = words_of(response), response.status_code
    if status == 429:
        return RateLimited(
            "Instagram wants to be asked less often.", vendor_words=words, retry_after_s=_pause_s(response)
        )
    # Meta's own refusals have codes: without one it was somebody on the way who shut the door.
    if status >= 500 or status in {403, 408}:
        return Passing(_TROUBLE, vendor_words=words, retry_after_s=retry_after_s(response))
    if status == 401:
        return Reconnect(_SHUT_OUT, vendor_words=words)
    return Invalid("Instagram does not take this.", vendor_words=words)


def _pause_s(response: httpx.Response) -> float:
    """Return how long Meta wants to be left alone: its header tells minutes."""
    told = [row.get("estimated_time_to_regain_access", 0) for row in _usage(response)]
    minutes = max((float(value) for value in told if isinstance(value, int | float)), default=0.0)
    return minutes * 60 or retry_after_s(response) or float(PLATFORM.settings["rate_pause_s"])


def _usage(response: httpx.Response) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(response.headers.get("x-business-use-case-usage", "{}"))
    except ValueError:
        return []
    if not isinstance(found, Mapping):
        return []
    rows = [row for value in found.values() if isinstance(value, list) for row in value]
    return [row for row in rows if isinstance(row, Mapping)]


def _number(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0
