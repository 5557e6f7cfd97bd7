"""A model's own fields, filled in, with files where links to them belong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .base import MediaInput

Deliver = Callable[[MediaInput], str]
"""Brings a file to the vendor and returns the link under which the vendor finds it."""


@dataclass(slots=True)
class Filled:
    """A model's own fields. `fields` holds files (`MediaInput`) where links belong; `notes` are for the user."""

    fields: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def put(self, name: str, value: Any) -> None:
        """Set a field; dots in its name lead into objects."""
        place = self.fields
        *path, last = name.split(".")
        for part in path:
            place = place.setdefault(part, {})
        place[last] = value

    def get(self, name: str) -> Any:
        """Return a field's value, None where it has none."""
        found: Any = self.fields
        for part in name.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return found

    @property
    def media(self) -> list[MediaInput]:
        """The files among the fields, in order."""
        return [leaf for _, leaf in _leaves(self.fields) if isinstance(leaf, MediaInput)]

    def sent(self, deliver: Deliver) -> dict[str, Any]:
        """Return the fields as JSON, with each file's link in its place; a file that is there twice goes once."""
        links: dict[str, str] = {}
        for media in self.media:
            if media.sha256 not in links:
                links[media.sha256] = deliver(media)
        sent: dict[str, Any] = _linked(self.fields, links)
        return sent

    def is_like(self, told: Any) -> bool:
        """Tell whether `told`, the vendor's record of a request, may be of this one. Files are not compared."""
        return _alike(self.fields, told)


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _leaves(part, f"{path}.{key}")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _leaves(part, f"{path}.{number}")
    else:
        yield path, value


def _linked(value: Any, links: Mapping[str, str]) -> Any:
    if isinstance(value, MediaInput):
        return links[value.sha256]
    if isinstance(value, Mapping):
        return {key: _linked(part, links) for key, part in value.items()}
    if isinstance(value, list):
        return [_linked(part, links) for part in value]
    return value


def _alike(ours: Any, told: Any) -> bool:
    if isinstance(ours, MediaInput):
        return bool(told)
    if isinstance(ours, Mapping):
        return isinstance(told, Mapping) and all(key in told and _alike(part, told[key]) for key, part in ours.items())
    if isinstance(ours, list):
        return isinstance(told, list) and len(told) == len(ours) and all(map(_alike, ours, told))
    return bool(ours == told)
