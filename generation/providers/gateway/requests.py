"""Requests as a row writes them: the address, the headers with their secrets, the body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from generation.providers.base import Access, Invalid, NeedsSetup
from generation.providers.download import check_address

from . import template as templates
from .template import ABSENT, Hole, Resolve
from .values import FilePart, Secrets, with_secrets

_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]*")


def address(text: str, resolve: Resolve) -> str:
    """Return an address with values in it, each escaped so that it cannot become another part of the address.

    Raise `Invalid` if a value is missing.
    """
    pieces = templates.parse(text)
    if len(pieces) == 1 and isinstance(pieces[0], Hole):
        return str(_value(pieces[0], resolve))
    return "".join(piece if isinstance(piece, str) else _escaped(piece, resolve) for piece in pieces)


def _value(hole: Hole, resolve: Resolve) -> Any:
    value = resolve(hole.field)
    if value is ABSENT and hole.default is None:
        raise Invalid(f"The address of this workflow needs {hole.named}, and there is none.")
    return hole.default if value is ABSENT else value


def _escaped(hole: Hole, resolve: Resolve) -> str:
    text = templates.as_words(_value(hole, resolve))
    if hole.field == ("base_url",):
        return text
    has_slashes = hole.field == ("endpoint",)
    steps = text.split("/") if has_slashes else [text]
    if any(step in {".", ".."} for step in steps):
        raise Invalid(f"The address of this workflow cannot hold {text!r}.")
    return quote(text, safe="/" if has_slashes else "", errors="replace")


def headers(texts: Mapping[str, str], resolve: Resolve, secrets: Secrets) -> dict[str, str]:
    """Return headers with values and secrets in them; what has no value is left out.

    Raise `NeedsSetup` where a secret is missing or cannot be sent. No message holds a secret.
    """
    found: dict[str, str] = {}
    for name, text in texts.items():
        defaulted = frozenset(
            str(hole.field[1])
            for _, hole in templates.holes(text)
            if hole.field[0] == "secret" and hole.default is not None
        )
        value = templates.fill(text, with_secrets(resolve, secrets, defaulted=defaulted))
        value = "" if value is ABSENT else templates.as_words(value).strip()
        if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
            raise NeedsSetup(f"The header “{name}” would hold signs that no header can hold.")
        if value:
            found[name] = value
    return found


def content(rule: Mapping[str, Any], resolve: Resolve) -> dict[str, Any]:
    """Return the body of a request, as the HTTP client takes it."""
    if "multipart" in rule:
        filled = templates.fill(rule["multipart"], resolve)
        return {"files": [part for name, value in _pairs(filled) for part in _parts(name, value)]}
    if "body" in rule:
        filled = templates.fill(rule["body"], resolve)
        return {"json": {} if filled is ABSENT else filled}
    return {}


def _pairs(filled: Any) -> list[tuple[str, Any]]:
    return list(filled.items()) if isinstance(filled, Mapping) else []


def _parts(name: str, value: Any) -> list[tuple[str, tuple[Any, ...]]]:
    if isinstance(value, FilePart):
        return [(name, (value.name, value.content, value.media_type))]
    if isinstance(value, list):
        return [part for one in value for part in _parts(name, one)]
    return [(name, (None, templates.as_words(value)))]


def is_own(url: str, base_url: str) -> bool:
    """Tell whether an address is on the row's own server."""
    asked, own = urlsplit(url), urlsplit(base_url)
    return (asked.scheme, asked.hostname, asked.port) == (own.scheme, own.hostname, own.port)


def check_given(url: str, text: str, access: Access) -> None:
    """Raise `BadAnswer` for an address that a server gave us and that lies where the row's files may not lie."""
    if text.startswith(("{kept.", "{uploaded.")):
        check_address(url, access)
