"""Speaking HTTP to a vendor: what costs nothing may be asked again, what may cost something is sent once.

Nothing below this module repeats a request: not the HTTP library, not a vendor's own client.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx

from .base import Access, NeedsSetup, ProviderError, RateLimited, Ticket, Unavailable, Unconfirmed

Translate = Callable[[httpx.Response], ProviderError]
"""Turns a vendor's refusal into what it means. It is given each answer whose status is 400 or more."""

TRIES = 3
PAUSE_S = 0.5
LONGEST_WORDS = 2000
_BUSY = frozenset({502, 503, 504})


@cache
def _trust() -> ssl.SSLContext:
    """Whom we believe. Reading the list takes longer than most requests, and it is the same for all."""
    return httpx.create_ssl_context()


class Wire:
    """One vendor's server: its address, how it wants to be greeted, and what its refusals mean."""

    def __init__(
        self,
        access: Access,
        *,
        default_url: str,
        translate: Translate,
        headers: Mapping[str, str] | None = None,
        timeout_s: float = 60,
    ) -> None:
        self.access = access
        self.base_url = (access.base_url or default_url).rstrip("/")
        self.translate = translate
        self.timeout_s = timeout_s
        self._headers = {"User-Agent": "sceneme", **(headers or {})}
        transport = httpx.HTTPTransport(retries=0, verify=_trust())
        self._client = httpx.Client(
            headers=self._headers, timeout=httpx.Timeout(timeout_s, connect=10), transport=transport
        )
        # A connection kept from earlier may have been closed at the other end: then one cannot tell whether the
        # request was read. What may cost something goes over a new one.
        fresh = httpx.Limits(max_keepalive_connections=0)
        self._paying = httpx.Client(
            headers=self._headers,
            timeout=httpx.Timeout(timeout_s, connect=10),
            transport=httpx.HTTPTransport(retries=0, verify=_trust(), limits=fresh),
        )

    def url(self, path: str) -> str:
        """Return the address of a path; one that is an address already stays what it is."""
        return path if path.startswith(("http://", "https://")) else f"{self.base_url}/{path.lstrip('/')}"

    def ask(self, method: str, path: str, *, tries: int = TRIES, **more: Any) -> httpx.Response:
        """Send what costs nothing, and again where the way there is bad. Raise what the vendor's refusal means."""
        for number in range(1, tries + 1):
            try:
                response = self._client.request(method, self.url(path), **more)
            except httpx.TransportError as error:
                trouble: ProviderError = Unavailable(f"{self.named} cannot be reached.", vendor_words=_words(error))
            else:
                if response.status_code < 400:
                    return response
                trouble = self.translate(response)
                if response.status_code not in _BUSY:
                    raise trouble
            if number < tries:
                time.sleep(PAUSE_S * 2**number)
        raise trouble

    def get(self, path: str, **more: Any) -> httpx.Response:
        """Ask for something."""
        return self.ask("GET", path, **more)

    def pay(self, ticket: Ticket, method: str, path: str, **more: Any) -> httpx.Response:
        """Send the one request that may cost something: once.

        Raise `Unavailable` if it surely never arrived, `Unconfirmed` if nobody knows, else what the refusal means.
        """
        ticket.sending()
        try:
            response = self._paying.request(method, self.url(path), **more)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise Unavailable(f"{self.named} cannot be reached.", vendor_words=_words(error)) from error
        except httpx.TransportError as error:
            raise Unconfirmed(
                f"{self.named} was asked, and no answer arrived. It may have been made all the same.",
                vendor_words=_words(error),
            ) from error
        if response.status_code < 400:
            return response
        raise self._refusal(response)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()
        self._paying.close()

    def _refusal(self, response: httpx.Response) -> ProviderError:
        """A server that breaks down in the middle may have begun; one that says that it is full has not."""
        meant = self.translate(response)
        if (
            response.status_code in {500, 502, 504}
            and isinstance(meant, Unavailable)
            and not isinstance(meant, RateLimited)
        ):
            return Unconfirmed(
                f"{self.named} broke down while it was asked. It may have been made all the same.",
                vendor_words=meant.vendor_words or words_of(response),
            )
        return meant

    @property
    def named(self) -> str:
        """How messages call it."""
        return str(self.access.settings.get("label") or self.access.vendor or httpx.URL(self.base_url).host)


def words_of(response: httpx.Response) -> str:
    """Return what a vendor said, shortened, for the log."""
    return f"HTTP {response.status_code}: {response.text[:LONGEST_WORDS]}"


def json_of(response: httpx.Response) -> Any:
    """Return the JSON of an answer. Raise `Unconfirmed` if it is none: it was taken, but what it says is lost."""
    try:
        return response.json()
    except ValueError as error:
        raise Unconfirmed(
            "The vendor answered with something that is not JSON.", vendor_words=words_of(response)
        ) from error


def object_of(response: httpx.Response) -> dict[str, Any]:
    """Return the JSON object of an answer. Raise `Unconfirmed` if it is none."""
    found = json_of(response)
    if not isinstance(found, dict):
        raise Unconfirmed("The vendor answered with something else than it should.", vendor_words=words_of(response))
    return found


def retry_after_s(response: httpx.Response) -> float | None:
    """Return how long the vendor asks us to wait, from its header: seconds or a date."""
    value = response.headers.get("retry-after", "").strip()
    if not value:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def need_key(access: Access, label: str) -> str:
    """Return the key. Raise `NeedsSetup` where there is none."""
    if not access.key:
        raise NeedsSetup(f"There is no key for {label}. Enter one in the account panel, under Keys.")
    return access.key


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:LONGEST_WORDS]
