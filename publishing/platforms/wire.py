"""Speaking HTTP to a platform: looking may be done again, what changes something is sent once.

Nothing below this module repeats a request or follows a redirect. An address that came in an answer (where an upload
goes) is somebody else's word: its host must be one that the platform's row names, and it must not lie inside our own
network. What a platform said is kept for the log without our secrets in it.
"""

from __future__ import annotations

import logging
import re
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx

from generation.providers.guarded import GuardedBackend
from generation.providers.wire import retry_after_s as retry_after_s
from generation.providers.wire import words_of as words_of

from .errors import BadAnswer, PlatformError, RateLimited, Rejected, Unavailable, Unconfirmed

Translate = Callable[[httpx.Response], PlatformError]
"""Turns a platform's refusal into what it means. It is given each answer whose status is 400 or more."""

TRIES = 3
PAUSE_S = 0.3
BLOCK = 1024 * 1024
LARGEST_ANSWER = 16 * 1024 * 1024
"""No platform's answer has even a tenth of it."""

_BUSY = frozenset({502, 503, 504})
BROKEN = frozenset({500, 502, 504})
"""What a server says that broke down in the middle; one that says that it is full (503) has done nothing."""
_NEVER_ARRIVED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
_SECRET = re.compile(
    r"((?:access_token|refresh_token|client_secret|upload_id|upload_token|code_verifier|appsecret_proof)"
    r"[\"']?\s*[=:]\s*[\"']?|[?&]code=|Bearer |OAuth )[^\s&\"'<>,}]+"
)
"""In JSON a "code" is an error's, which we want to read; in an address it is the one that is turned into tokens."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a file as a request's body: read while it is sent, never held as a whole."""

    path: Path
    start: int
    size: int

    def __iter__(self) -> Iterator[bytes]:
        left = self.size
        with self.path.open("rb") as file:
            file.seek(self.start)
            while left and (block := file.read(min(BLOCK, left))):
                left -= len(block)
                yield block

    def check(self) -> None:
        """Raise `Rejected` if the file does not hold this part (any more)."""
        if not self.path.is_file() or self.path.stat().st_size < self.start + self.size:
            raise Rejected("The film's file is not what it was when it was to be sent.", field="file")


class Line:
    """The way to one platform.

    `addresses` are servers whose origin is trusted (from the row, or the studio's owner), `hosts` are names that
    addresses in answers may have: "upload.example.com", or ".example.com" for all under it.
    """

    def __init__(
        self,
        label: str,
        *,
        translate: Translate,
        addresses: Iterable[str] = (),
        hosts: Iterable[str] = (),
        allows_private: bool = False,
        headers: Mapping[str, str] | None = None,
        timeout_s: float = 60,
    ) -> None:
        self.label = label
        self.translate = translate
        self.timeout_s = timeout_s
        self._origins = {_origin(address) for address in addresses}
        self._hosts = tuple(host.lower() for host in hosts)
        self._allows_private = allows_private
        self._secrets: set[str] = set()
        self._asking = self._client(headers, keepalive=None)
        # A connection kept from earlier may have been closed at the other end: then one cannot tell whether the
        # request was read. What changes something goes over a new one.
        self._sending = self._client(headers, keepalive=0)

    def hide(self, *secrets: str) -> None:
        """Keep these out of all words."""
        self._secrets.update(secret for secret in secrets if len(secret) >= 4)

    def ask(
        self,
        method: str,
        url: str,
        *,
        tries: int = TRIES,
        piece: Piece | None = None,
        also: frozenset[int] = frozenset(),
        **more: Any,
    ) -> httpx.Response:
        """Send what changes nothing, and again where the way there is bad. Raise what the platform's refusal means.

        `also` are answers beside the 200s that are no refusal (308). `more` is httpx's; its `params` replace those of
        the address.
        """
        for number in range(1, tries + 1):
            try:
                return self._answer(self._asking, method, url, piece, also, more)
            except httpx.RequestError as error:
                trouble: PlatformError = Unavailable(
                    f"{self.label} cannot be reached.", vendor_words=self.redacted(f"{type(error).__name__}: {error}")
                )
            except _Refused as refusal:
                trouble = self._meant(refusal.response)
                if refusal.response.status_code not in _BUSY:
                    raise trouble from None
            if number < tries:
                time.sleep(PAUSE_S * 2**number)
        raise trouble

    def once(
        self,
        method: str,
        url: str,
        *,
        piece: Piece | None = None,
        also: frozenset[int] = frozenset(),
        unsure: frozenset[int] = BROKEN,
        **more: Any,
    ) -> httpx.Response:
        """Send what changes something: once, over a new connection.

        Raise `Unavailable` if it surely never arrived, `Unconfirmed` if nobody knows (no answer, or one of `unsure`:
        a breakdown in the middle), else what the refusal means.
        """
        try:
            return self._answer(self._sending, method, url, piece, also, more)
        except _NEVER_ARRIVED as error:
            words = self.redacted(f"{type(error).__name__}: {error}")
            raise Unavailable(f"{self.label} cannot be reached.", vendor_words=words) from error
        except httpx.RequestError as error:
            words = self.redacted(f"{type(error).__name__}: {error}")
            raise Unconfirmed(
                f"{self.label} was asked, and no answer arrived. It may have happened all the same.", vendor_words=words
            ) from error
        except _Refused as refusal:
            raise self._told(refusal.response, unsure) from None

    def checked(self, url: str) -> str:
        """Return `url` if a request may go there. Raise `BadAnswer` if not."""
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        is_secure = parts.scheme == "https" or (parts.scheme == "http" and self._allows_private)
        is_known = _origin(url) in self._origins or any(_matches(host, wanted) for wanted in self._hosts)
        if not host or not is_secure or parts.username or parts.password or not is_known:
            raise BadAnswer(
                f"{self.label} names an address that is not its own.", vendor_words=f"{parts.scheme}://{host}"[:300]
            )
        return url

    def redacted(self, words: str) -> str:
        """Return `words` without our secrets."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            words = words.replace(secret, "[...]")
        return _SECRET.sub(r"\1[...]", words)

    def close(self) -> None:
        """Let go of the connections."""
        self._asking.close()
        self._sending.close()

    def _client(self, headers: Mapping[str, str] | None, *, keepalive: int | None) -> httpx.Client:
        return httpx.Client(
            headers={"User-Agent": "sceneme", "Accept-Encoding": "identity", **(headers or {})},
            timeout=httpx.Timeout(self.timeout_s, connect=10),
            transport=_Transport(keepalive, allows_private=self._allows_private),
            follow_redirects=False,
        )

    def _answer(
        self,
        client: httpx.Client,
        method: str,
        url: str,
        piece: Piece | None,
        also: frozenset[int],
        more: dict[str, Any],
    ) -> httpx.Response:
        """Send it and return its whole answer. Raise `_Refused` for 400 and above, `httpx.RequestError` without one."""
        if piece is not None:
            piece.check()
            more = {
                **more,
                "content": piece,
                "headers": {**(more.get("headers") or {}), "Content-Length": str(piece.size)},
            }
        with client.stream(method, self.checked(url), **more) as stream:
            response = _whole(stream, self.timeout_s)
        status = response.status_code
        if status >= 400:
            raise _Refused(response)
        if status >= 300 and status not in also:
            raise BadAnswer(f"{self.label} sent us elsewhere.", vendor_words=f"HTTP {status}")
        return response

    def _meant(self, response: httpx.Response) -> PlatformError:
        meant = self.translate(response)
        meant.vendor_words = self.redacted(meant.vendor_words or words_of(response))
        meant.args = tuple(self.redacted(str(word)) for word in meant.args)
        return meant

    def _told(self, response: httpx.Response, unsure: frozenset[int]) -> PlatformError:
        meant = self._meant(response)
        is_vague = isinstance(meant, Unavailable) and not isinstance(meant, RateLimited)
        if response.status_code in unsure and is_vague:
            return Unconfirmed(
                f"{self.label} broke down while it was asked. It may have happened all the same.",
                vendor_words=meant.vendor_words,
            )
        return meant


def object_of(response: httpx.Response) -> dict[str, Any]:
    """Return the JSON object of an answer. Raise `BadAnswer` if it is none."""
    try:
        found = response.json()
    except ValueError as error:
        raise BadAnswer(
            "The platform answered with something that is not JSON.", vendor_words=_brief(response)
        ) from error
    if not isinstance(found, dict):
        raise BadAnswer("The platform answered with something else than it should.", vendor_words=_brief(response))
    return found


class _Refused(Exception):
    """A status of 400 or more."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response


class _Transport(httpx.HTTPTransport):
    """httpx's own, with a look at each address before it is connected to."""

    def __init__(self, keepalive: int | None, *, allows_private: bool) -> None:
        super().__init__(verify=_trust(), retries=0)
        # httpx has no parameter for it. Checking the name first would not do: it may be looked up differently later.
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trust(),
            max_keepalive_connections=keepalive,
            keepalive_expiry=5.0,
            network_backend=GuardedBackend(allows_private=allows_private),
        )


class _WithoutQuery(logging.Filter):
    """httpx logs each address as a whole, and in ours the query is often a secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                word.copy_with(query=None, userinfo=b"") if isinstance(word, httpx.URL) else word
                for word in record.args
            )
        return True


logging.getLogger("httpx").addFilter(_WithoutQuery())
logging.getLogger("httpcore").setLevel(logging.INFO)  # below that it logs headers, and tokens with them


@cache
def _trust() -> ssl.SSLContext:
    return httpx.create_ssl_context()


def _whole(stream: httpx.Response, longest_s: float) -> httpx.Response:
    """Read an answer to its end, but neither without end nor drop by drop for ever."""
    ends_at = time.monotonic() + longest_s
    content = b""
    for block in stream.iter_bytes():
        content += block
        if len(content) > LARGEST_ANSWER or time.monotonic() > ends_at:
            raise httpx.ReadError("the answer does not end", request=stream.request)
    headers = [(name, value) for name, value in stream.headers.multi_items() if name.lower() not in _OF_THE_WAY]
    return httpx.Response(stream.status_code, headers=headers, content=content, request=stream.request)


_OF_THE_WAY = frozenset({"content-encoding", "content-length", "transfer-encoding"})


def _brief(response: httpx.Response) -> str:
    return _SECRET.sub(r"\1[...]", words_of(response))


def _origin(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or usual


def _matches(host: str, wanted: str) -> bool:
    return host == wanted.lstrip(".") or (wanted.startswith(".") and host.endswith(wanted))
