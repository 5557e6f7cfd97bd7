"""What is sent, as a template: JSON with placeholders, which is filled without ever being read as text.

    "{prompt}"                    a value as it is: a number stays a number, a list stays a list
    "{prompt}, 35 mm film"        a value inside words
    "{references[].url}"          of each of a list; "{references[0].url}" of the first
    "{direction|calmly}"          words for where there is no value
    "{{" and "}}"                 the signs themselves

What has no value is left out: the key of an object, the item of a list, or the whole string that it is a part of.

    {"$if": "first_frame", ...}                       an object that is left out without a value
    {"$if": "first_frame", "$then": ..., "$else": ...}   one thing or another, "$else" may be missing
    "$unless"                                         the other way round

Values are never looked into: a prompt that holds "{seed}" is sent as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final


class BadTemplate(ValueError):
    """This is no template. The message is for whoever wrote the row."""


class _Absent:
    """There is no value."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
EACH: Final = None
"""The step of a field that means: of each of a list."""

Field = tuple[str | int | None, ...]
"""The name of a value, and the steps into it."""

Resolve = Callable[[Field], Any]
"""Returns the value of a field, `ABSENT` where there is none."""

CONDITIONS = ("$if", "$unless")
CHOICES = ("$then", "$else")

_FIELD = r"(?:secret:[A-Za-z0-9_.-]+|[a-z][a-z0-9_]*)(?:\.[A-Za-z_][\w-]*|\[\d{0,4}\])*"
_HOLE = re.compile(rf"\{{(?P<field>{_FIELD})(?:\|(?P<default>[^{{}}]*))?\}}")
_STEP = re.compile(r"\.(?P<name>[A-Za-z_][\w-]*)|\[(?P<index>\d*)\]")


@dataclass(frozen=True, slots=True)
class Hole:
    """A placeholder."""

    field: Field
    default: str | None = None

    @property
    def named(self) -> str:
        """How it is written."""
        return "{" + written(self.field) + "}"


def written(field: Field) -> str:
    """Return a field as it is written."""
    if field[0] == "secret":
        return f"secret:{field[1]}"
    steps = ("[]" if step is EACH else f"[{step}]" if isinstance(step, int) else f".{step}" for step in field[1:])
    return str(field[0]) + "".join(steps)


@lru_cache(maxsize=4096)
def field_of(text: str) -> Field:
    """Return the field that is written like this. Raise `BadTemplate`."""
    if not re.fullmatch(_FIELD, text):
        raise BadTemplate(f"“{text}” is no field")
    if text.startswith("secret:"):
        return ("secret", text.removeprefix("secret:"))
    root = re.match(r"[a-z][a-z0-9_]*", text)
    name = root.group() if root else text
    steps: list[str | int | None] = [name]
    for step in _STEP.finditer(text, len(name)):
        if step["name"] is not None:
            steps.append(step["name"])
        else:
            steps.append(int(step["index"]) if step["index"] else EACH)
    return tuple(steps)


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[str | Hole, ...]:
    """Return a string's words and placeholders, in order. Raise `BadTemplate`."""
    pieces: list[str | Hole] = []
    words, place = "", 0
    while place < len(text):
        sign = text[place]
        hole = _HOLE.match(text, place) if sign == "{" else None
        if hole:
            pieces += [words] if words else []
            pieces.append(Hole(field_of(hole["field"]), hole["default"]))
            words, place = "", hole.end()
        elif sign in "{}" and text[place : place + 2] == sign * 2:
            words, place = words + sign, place + 2
        elif sign in "{}":
            raise BadTemplate(
                f"the “{sign}” at character {place + 1} belongs to no field; write it twice to mean the sign"
            )
        else:
            words, place = words + sign, place + 1
    return (*pieces, words) if words or not pieces else tuple(pieces)


def fill(template: Any, resolve: Resolve) -> Any:
    """Return what a template says with values in it, `ABSENT` where it says nothing. Raise `BadTemplate`."""
    if isinstance(template, str):
        return _filled(parse(template), resolve)
    if isinstance(template, Mapping):
        return _object(template, resolve)
    if isinstance(template, list | tuple):
        return [value for one in template if (value := fill(one, resolve)) is not ABSENT]
    return template


def _object(template: Mapping[str, Any], resolve: Resolve) -> Any:
    if not _holds(template, resolve):
        return fill(template["$else"], resolve) if "$else" in template else ABSENT
    if "$then" in template:
        return fill(template["$then"], resolve)
    rest = {key: fill(one, resolve) for key, one in template.items() if key not in (*CONDITIONS, *CHOICES)}
    return {key: value for key, value in rest.items() if value is not ABSENT}


def _holds(template: Mapping[str, Any], resolve: Resolve) -> bool:
    for word in CONDITIONS:
        if word in template and (resolve(field_of(template[word])) is ABSENT) is (word == "$if"):
            return False
    return True


def _filled(pieces: tuple[str | Hole, ...], resolve: Resolve) -> Any:
    values = [piece if isinstance(piece, str) else _value(piece, resolve) for piece in pieces]
    if len(values) == 1:
        return values[0]
    return ABSENT if any(value is ABSENT for value in values) else "".join(map(as_words, values))


def _value(hole: Hole, resolve: Resolve) -> Any:
    value = resolve(hole.field)
    return hole.default if value is ABSENT and hole.default is not None else value


def as_words(value: Any) -> str:
    """Return a value as it stands inside words."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def holes(template: Any, where: str = "") -> Iterator[tuple[str, Hole]]:
    """Yield each placeholder and condition of a template, and where it stands. Raise `BadTemplate`."""
    if isinstance(template, str):
        for piece in _parsed(template, where):
            if isinstance(piece, Hole):
                yield where, piece
    elif isinstance(template, Mapping):
        for key, value in template.items():
            place = f"{where}.{key}" if where else str(key)
            if key in CONDITIONS:
                yield place, Hole(_condition(value, place))
            else:
                yield from holes(value, place)
    elif isinstance(template, list | tuple):
        for number, value in enumerate(template):
            yield from holes(value, f"{where}[{number}]")


def _parsed(text: str, where: str) -> tuple[str | Hole, ...]:
    try:
        return parse(text)
    except BadTemplate as error:
        raise BadTemplate(f"{where}: {error}") from error


def _condition(value: Any, where: str) -> Field:
    if not isinstance(value, str):
        raise BadTemplate(f"{where}: a condition is the name of a field")
    try:
        return field_of(value)
    except BadTemplate as error:
        raise BadTemplate(f"{where}: {error}") from error
