"""Fetching a result: only from where the vendor keeps its files, never from inside our own network, never without end.

An address in an answer is somebody else's word. Each host on the way is checked by its name and, once looked up, by
its address; the connection goes to the very address that was checked.
"""

from __future__ import annotations

import base64
import binascii
import ssl
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

import httpcore

from .base import Access, BadAnswer, LostByVendor, Unavailable
from .guarded import GuardedBackend

LARGEST = 4 * 1024**3
"""The most that a result may hold, in bytes. A minute of 4K video from today's models has under 1 GB."""
REDIRECTS = 5
TRIES = 3
_TIMEOUT = {"connect": 10.0, "read": 60.0, "write": 30.0, "pool": 10.0}


_INSIDE = "The result is said to lie at {host}, which is inside a private network."


def fetch(
    url: str, place: Path, access: Access, *, headers: dict[str, str] | None = None, largest: int = LARGEST
) -> str:
    """Write what lies at `url` into `place` and return its media type ("" where it is not said).

    `headers` go to the vendor's own host only. Raise `BadAnswer` for an address that is not allowed or a file that is
    too large, `LostByVendor` if it is no longer there, `Unavailable` if it cannot be fetched now. Fetching costs
    nothing: a transfer that breaks is begun again.
    """
    if url.startswith("data:"):
        return _written(url, place, largest)
    for number in range(1, TRIES + 1):
        try:
            return _fetched(url, place, access, headers or {}, largest)
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            if number == TRIES:
                raise Unavailable(
                    "The result could not be fetched.", vendor_words=f"{type(error).__name__}: {error}"
                ) from error
    raise AssertionError("unreachable")


def _fetched(url: str, place: Path, access: Access, headers: dict[str, str], largest: int) -> str:
    with httpcore.ConnectionPool(
        ssl_context=_tls(), network_backend=GuardedBackend(allows_private=access.allows_private, refusal=_INSIDE)
    ) as pool:
        for _ in range(REDIRECTS + 1):
            check_address(url, access)
            sent: dict[bytes | str, bytes | str] = {"User-Agent": "sceneme"}
            if _is_own(url, access):
                sent.update(headers)
            with pool.stream("GET", url, headers=sent, extensions={"timeout": _TIMEOUT}) as answer:
                told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
                if answer.status in {301, 302, 303, 307, 308} and "location" in told:
                    url = urljoin(url, told["location"])
                    continue
                _check_status(answer.status, url)
                _write(answer.iter_stream(), place, told, largest)
                return told.get("content-type", "").partition(";")[0].strip().lower()
    raise BadAnswer("The result was moved from one address to the next without end.")


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def check_address(url: str, access: Access) -> None:
    """Raise `BadAnswer` unless `url` lies where this vendor's files may lie."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    is_secure = parts.scheme == "https" or (parts.scheme == "http" and access.allows_private)
    if not host or not is_secure or parts.username or parts.password:
        raise BadAnswer("The result is said to lie at an address that cannot be used.", vendor_words=url[:500])
    if not (_is_own(url, access) or any(_matches(host, wanted) for wanted in access.download_hosts)):
        raise BadAnswer(
            f"The result is said to lie at {host}, which is not a host of this vendor.", vendor_words=url[:500]
        )


def _is_own(url: str, access: Access) -> bool:
    own, asked = urlsplit(access.base_url), urlsplit(url)
    return bool(access.base_url) and (own.hostname, own.port) == (asked.hostname, asked.port)


def _matches(host: str, wanted: str) -> bool:
    wanted = wanted.lower()
    return host == wanted.lstrip(".") or (wanted.startswith(".") and host.endswith(wanted))


def _check_status(status: int, url: str) -> None:
    if status in {401, 403, 404, 410}:
        raise LostByVendor("The vendor no longer has the result.", vendor_words=f"HTTP {status} for {url[:500]}")
    if status >= 400:
        raise Unavailable("The result could not be fetched.", vendor_words=f"HTTP {status} for {url[:500]}")


def _write(chunks: Iterator[bytes], place: Path, told: dict[str, str], largest: int) -> None:
    announced = int(told["content-length"]) if told.get("content-length", "").isdigit() else None
    if announced is not None and announced > largest:
        raise BadAnswer(f"The result has {announced / 1e6:,.0f} MB, more than may be fetched.")
    written = 0
    with place.open("wb") as file:
        for chunk in chunks:
            written += len(chunk)
            if written > largest:
                raise BadAnswer(f"The result has more than {largest / 1e6:,.0f} MB.")
            file.write(chunk)
    if announced is not None and written != announced and "content-encoding" not in told:
        raise httpcore.RemoteProtocolError(f"{written} of {announced} bytes")


def _written(url: str, place: Path, largest: int) -> str:
    head, _, body = url[5:].partition(",")
    try:
        content = base64.b64decode(body, validate=True) if head.endswith(";base64") else unquote_to_bytes(body)
    except binascii.Error as error:
        raise BadAnswer("The result came inside the answer, and is broken.") from error
    if len(content) > largest:
        raise BadAnswer(f"The result has more than {largest / 1e6:,.0f} MB.")
    place.write_bytes(content)
    return head.partition(";")[0].lower()
