"""Pages that change while they are looked at: a page is a tree of parts, and a browser is sent those it does not have.

A part's version is a digest of all that decides how it looks. The browser says which versions it
shows; whatever is not among them is sent to replace what stands under the same id. So a clip that
plays is left alone, and a browser that slept for an hour catches up with one answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """One piece of a page. `shows` is a plain value whose `repr` says everything that the template shows of it."""

    key: str
    template: str
    shows: Any
    children: tuple[Part, ...] = ()

    @property
    def version(self) -> str:
        """What this part looks like, without its children; which children there are does count."""
        return digest(self.key, self.template, self.shows, [child.key for child in self.children])


def digest(*values: Any) -> str:
    """Return eight characters that stand for the values."""
    return hashlib.sha256(repr(values).encode()).hexdigest()[:8]


def changed(parts: Iterable[Part], seen: Collection[str]) -> Iterator[Part]:
    """Yield the parts to send: a part is sent with all its children, or only those children that changed."""
    for part in parts:
        if part.version not in seen:
            yield part
        else:
            yield from changed(part.children, seen)


def seen_by(parameters: Any) -> frozenset[str]:
    """Return the versions that the browser says it shows."""
    return frozenset(str(parameters.get("seen", "")).split("."))
