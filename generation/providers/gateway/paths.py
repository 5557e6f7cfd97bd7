"""Where something is in an answer: a small language of paths.

    a.b          the value under "b" in the object under "a"
    a[0]         the first of a list
    a.*          the first of any: of a list, or of an object whatever its names are
    a["x.y"]     a name with signs that mean something here
    ""           the whole answer

Where a `*` stands, each value is tried in order, and the first under which the rest of the path leads to something is
taken. A list of paths means: the first that leads to something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any


class BadPath(ValueError):
    """This is no path. The message is for whoever wrote the row."""


class _Each:
    """Any value of a list or of an object."""


EACH = _Each()
Step = str | int | _Each
Path = tuple[Step, ...]

_STEP = re.compile(
    r'(?P<dot>\.?)(?:(?P<each>\*)|(?P<name>[^.\[\]*"\s]+))|\[(?:(?P<index>\d{1,6})|(?P<every>\*)|"(?P<key>[^"]*)")\]'
)


@lru_cache(maxsize=2048)
def parse(text: str) -> Path:
    """Return the steps of a path. Raise `BadPath`."""
    steps: list[Step] = []
    place = 0
    while place < len(text):
        found = _STEP.match(text, place)
        dotted = found is not None and found["dot"] is not None and (found["each"] or found["name"]) is not None
        if found is None or (dotted and bool(found["dot"]) != bool(steps)):
            raise BadPath(f"“{text}” is no path: it cannot be read from character {place + 1} on")
        steps.append(_step(found))
        place = found.end()
    return tuple(steps)


def _step(found: re.Match[str]) -> Step:
    if found["each"] or found["every"]:
        return EACH
    if found["index"] is not None:
        return int(found["index"])
    return found["key"] if found["key"] is not None else found["name"]


def all_at(value: Any, path: Path) -> Iterator[Any]:
    """Yield everything a path leads to, in order; null counts as nothing."""
    if not path:
        if value is not None:
            yield value
        return
    step, rest = path[0], path[1:]
    if isinstance(step, _Each):
        for one in _values(value):
            yield from all_at(one, rest)
    else:
        yield from all_at(_under(value, step), rest)


def _values(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list | tuple) else ()


def _under(value: Any, step: str | int) -> Any:
    if isinstance(value, Mapping):
        return value.get(str(step))
    if isinstance(value, list | tuple) and (isinstance(step, int) or step.isdecimal()):
        number = int(step)
        return value[number] if number < len(value) else None
    return None


def first_at(value: Any, paths: str | Iterable[str] | None) -> Any:
    """Return what the first path that leads to something leads to; None where none does."""
    for text in _several(paths):
        for found in all_at(value, parse(text)):
            return found
    return None


def every_at(value: Any, paths: str | Iterable[str] | None) -> list[Any]:
    """Return everything that any of the paths leads to."""
    return [found for text in _several(paths) for found in all_at(value, parse(text))]


def _several(paths: str | Iterable[str] | None) -> Iterable[str]:
    if paths is None:
        return ()
    return (paths,) if isinstance(paths, str) else paths
