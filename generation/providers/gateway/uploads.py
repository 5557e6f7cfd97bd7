"""Files that go to a workflow's server before the request does. They cost nothing and may be sent again.

An upload is a list of steps; what the answer of a step holds is kept under names, for the steps after it and for the
request. Without a step that is answered (a file that is simply put somewhere) nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx

from generation.providers.base import BadAnswer, MediaInput

from .paths import first_at
from .template import Field, Resolve
from .values import MEDIA, Values, part_of

Send = Callable[[Mapping[str, Any], Resolve], httpx.Response]
"""Sends one step of an upload."""


def upload(rules: Any, values: Mapping[str, Any], send: Send, named: set[str]) -> dict[str, dict[str, Any]]:
    """Upload what the rules say and the request names, each file once; return what was kept, by the file's digest."""
    kept: dict[str, dict[str, Any]] = {}
    for rule in rules:
        for media in _files(values, rule["for"], named):
            if media.sha256 not in kept:
                kept[media.sha256] = _uploaded(media, rule["steps"], values, send)
    return kept


def _files(values: Mapping[str, Any], roles: Any, named: set[str]) -> Iterator[MediaInput]:
    for role in roles:
        found = values.get(role) if role in MEDIA and role in named else None
        yield from (one for one in (found if isinstance(found, list) else [found]) if isinstance(one, MediaInput))


def _uploaded(media: MediaInput, steps: Any, values: Mapping[str, Any], send: Send) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for step in steps:
        response = send(step, _Step(media, Values({**values, "uploaded": dict(kept)})))
        if "keep" in step:
            kept |= _kept(response, step["keep"])
    return kept


def _kept(response: httpx.Response, rule: Mapping[str, Any]) -> dict[str, Any]:
    try:
        answer = response.json()
    except ValueError:
        answer = None
    found = {name: first_at(answer, path) for name, path in rule.items()}
    missing = [name for name, value in found.items() if value is None]
    if missing:
        raise BadAnswer(
            f"A file was uploaded, and the answer does not say its {', '.join(missing)}.",
            vendor_words=response.text[:500],
        )
    return found


class _Step:
    """Looks fields up for a step: the file, what was kept so far, and what all requests know."""

    def __init__(self, media: MediaInput, values: Values) -> None:
        self._file, self._media = media, Values({"file": media})
        self._values = values

    def __call__(self, field: Field) -> Any:
        if field == ("file",):
            return part_of(self._file, "file")
        return self._media(field) if field[0] == "file" else self._values(field)
