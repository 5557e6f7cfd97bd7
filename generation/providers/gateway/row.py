"""What a row of the gateway may say, and what is wrong with one that says it wrongly.

`docs/gateways.md` explains each field with examples. A row is checked when it is saved, and once more before anything
is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from generation.providers import lengths, sizes
from generation.providers.base import Unsupported

from . import template as templates
from .meanings import MEANINGS
from .paths import BadPath, parse
from .values import LISTS, MEDIA, MEDIA_PARTS, OBJECTS, REQUEST_FIELDS

Problems = Iterator[str]
Check = Callable[[Any, str], Problems]

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
STATES = ("working", "done", "failed", "stopped", "lost")
OUTPUTS = ("auto", "url", "base64", "fetch", "json")

_OF_ADDRESS = frozenset(("base_url", "endpoint", "reference"))
_OF_JOB = _OF_ADDRESS | {"id", "kept"}
_OF_UPLOAD = _OF_ADDRESS | {"file", "uploaded"}
_OF_REQUEST = REQUEST_FIELDS | _OF_ADDRESS
UNSET = "ENDPOINT_ID"
"""Stands as a row's endpoint until somebody enters their own."""
_FREE = frozenset(("label", "staging", "min_side", "max_side", "note"))
"""What other parts of the studio read."""


def check(settings: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a row's settings, each with the name of its field; nothing where all is well."""
    if not isinstance(settings, Mapping):
        return ["settings: this has to be a JSON object"]
    problems = [problem for name in settings for problem in _field(name, settings[name])]
    if "submit" not in settings:
        problems.append("submit: it says where the request goes, and is missing")
    return problems + list(_whole(settings))


def _field(name: str, value: Any) -> Problems:
    if name in _CHECKS:
        yield from _CHECKS[name](value, name)
    elif name not in _FREE:
        yield f"{name}: there is no such field{_perhaps(name, (*_CHECKS, *_FREE))}"


def _whole(settings: Mapping[str, Any]) -> Problems:
    """What fields say of each other."""
    submit = settings.get("submit")
    if not isinstance(submit, Mapping):
        return
    if submit.get("answer") != "file" and "output" not in settings:
        yield "output: it says where the result is, and is missing"
    if "poll" in settings and "state" not in settings and "output" not in settings:
        yield "state: without it nobody can tell when a job is done"
    find = settings.get("find")
    if isinstance(find, Mapping) and find.get("by") == "id" and "poll" not in settings:
        yield "find.by: “id” asks the address under “poll”, which is missing"


def named_fields(settings: Mapping[str, Any]) -> list[templates.Field]:
    """Return the fields of a request that a row's templates name, for a row without problems."""
    submit = settings.get("submit", {})
    parts = [submit.get(name) for name in ("url", "body", "multipart", "headers")]
    return [hole.field for part in parts for _, hole in templates.holes(part)]


# --- Small checks ----------------------------------------------------------------------------------


def _perhaps(name: str, known: Any) -> str:
    near = get_close_matches(str(name), [str(one) for one in known], 1, 0.6)
    return f"; did you mean “{near[0]}”?" if near else ""


def _is(kind: type | tuple[type, ...], called: str) -> Check:
    def look(value: Any, where: str) -> Problems:
        if isinstance(value, bool) or not isinstance(value, kind):
            yield f"{where}: this has to be {called}"

    return look


_a_number = _is((int, float), "a number")
_a_text = _is(str, "text")


def _positive(value: Any, where: str) -> Problems:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        yield f"{where}: this has to be a number above 0"


def _one_of(*words: str) -> Check:
    def look(value: Any, where: str) -> Problems:
        if value not in words:
            yield f"{where}: this has to be one of {', '.join(words)}"

    return look


def _words(value: Any, where: str) -> Problems:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        yield f"{where}: this has to be a list of words"


def _object(parts: Mapping[str, Check], must: tuple[str, ...] = ()) -> Check:
    def look(value: Any, where: str) -> Problems:
        if not isinstance(value, Mapping):
            yield f"{where}: this has to be an object"
            return
        for name, part in value.items():
            if name in parts:
                yield from parts[name](part, f"{where}.{name}")
            else:
                yield f"{where}.{name}: there is no such field{_perhaps(name, parts)}"
        yield from (f"{where}.{name}: this is missing" for name in must if name not in value)

    return look


def _each(check_one: Check) -> Check:
    def look(value: Any, where: str) -> Problems:
        if not isinstance(value, list | tuple):
            yield f"{where}: this has to be a list"
            return
        for number, one in enumerate(value):
            yield from check_one(one, f"{where}[{number}]")

    return look


def _mapped(check_one: Check, known: Any = None) -> Check:
    def look(value: Any, where: str) -> Problems:
        if not isinstance(value, Mapping):
            yield f"{where}: this has to be an object"
            return
        for name, one in value.items():
            if known is not None and name not in known:
                yield f"{where}.{name}: this has to be one of {', '.join(map(str, known))}{_perhaps(name, known)}"
            yield from check_one(one, f"{where}.{name}")

    return look


def _path(value: Any, where: str) -> Problems:
    for text in [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else [None]:
        if not isinstance(text, str):
            yield f"{where}: this has to be a path, or a list of paths"
            continue
        try:
            parse(text)
        except BadPath as error:
            yield f"{where}: {error}"


def _status(value: Any, where: str) -> Problems:
    if not where.rpartition(".")[2].isdigit():
        yield f'{where}: this has to be the number of an HTTP status, such as "409"'
    yield from _one_of(*MEANINGS)(value, where)


def _decimal(value: Any, where: str) -> Problems:
    try:
        good = Decimal(str(value)) > 0
    except InvalidOperation:
        good = False
    if not good:
        yield f"{where}: this has to be a number above 0"


def _rule(try_it: Callable[[Any], Any]) -> Check:
    def look(value: Any, where: str) -> Problems:
        try:
            try_it(value)
        except Unsupported:
            return
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError) as error:
            yield f"{where}: this rule cannot be used ({type(error).__name__}: {error})"

    return look


# --- Templates -------------------------------------------------------------------------------------


def _template(known: frozenset[str], *, secrets: bool = False, files: bool = False) -> Check:
    def look(value: Any, where: str) -> Problems:
        try:
            found = list(templates.holes(value, where))
        except templates.BadTemplate as error:
            yield str(error)
            return
        for place, hole in found:
            yield from _hole(hole.field, place, known, secrets=secrets, files=files)

    return look


def _hole(field: templates.Field, where: str, known: frozenset[str], *, secrets: bool, files: bool) -> Problems:
    root, steps = str(field[0]), field[1:]
    if root == "secret":
        if not secrets:
            yield f"{where}: secrets may stand in headers only"
        return
    if root not in known:
        yield f"{where}: “{root}” cannot be named here{_perhaps(root, known)}"
        return
    is_condition = where.rpartition(".")[2] in templates.CONDITIONS
    if root in MEDIA:
        yield from _media(root, steps, where, files=files, bare=is_condition)
    elif root == "file":
        yield from _file(steps, where, files=files)
    elif steps and root not in OBJECTS | LISTS | {"kept", "uploaded", "output"}:
        yield f"{where}: “{root}” has no parts"


def _file(steps: templates.Field, where: str, *, files: bool) -> Problems:
    if not steps and not files:
        yield f"{where}: the file itself can be sent under “multipart” only"
    elif steps and (len(steps) > 1 or steps[0] not in MEDIA_PARTS):
        yield f"{where}: a file has the parts {', '.join(MEDIA_PARTS)}"


def _media(root: str, steps: templates.Field, where: str, *, files: bool, bare: bool) -> Problems:
    rest = steps
    if root == "references":
        if rest and not isinstance(rest[0], str):
            rest = rest[1:]
        elif not bare:
            yield f"{where}: there are several references; write references[] or references[0]"
            return
    if not rest and bare:
        return
    if not rest or (rest[0] not in MEDIA_PARTS and rest[0] != "uploaded"):
        told = templates.written((root, *steps))
        yield f"{where}: “{told}” is a file; its parts are {', '.join((*MEDIA_PARTS, 'uploaded'))}"
    elif rest[0] == "file" and not files:
        yield f"{where}: a file itself can be sent under “multipart” only"


def _address(known: frozenset[str]) -> Check:
    named = _template(known)

    def look(value: Any, where: str) -> Problems:
        if not isinstance(value, str) or not value:
            yield f"{where}: this has to be an address"
            return
        given = value.startswith(("{kept.", "{uploaded.")) and value.endswith("}") and value.count("{") == 1
        if not (given or value.startswith(("{base_url}", "https://", "http://"))):
            yield f"{where}: an address begins with {{base_url}} or https://"
        elif value.startswith("http") and "{" in value.partition("//")[2].partition("/")[0]:
            yield f"{where}: the name of a server cannot be put together from fields"
        yield from named(value, where)

    return look


_headers = _mapped(_template(_OF_ADDRESS | {"callback_url"}, secrets=True))


def _asking(known: frozenset[str], **more: Check) -> dict[str, Check]:
    return {"method": _one_of(*METHODS), "url": _address(known), "headers": _headers, **more}


_CHECKS: Mapping[str, Check] = {
    "headers": _headers,
    "timeout_s": _positive,
    "limits": _object(
        {
            "references": _a_number,
            "references_beside_edit": _a_number,
            "characters": _positive,
            "body_bytes": _positive,
            "duration_ms": _each(_a_number),
        }
    ),
    "needs": _words,
    "ignores": _words,
    "words": _mapped(_mapped(lambda value, where: iter(()))),
    "rate": _positive,
    "duration": _rule(lambda rule: lengths.written(lengths.length_for(1, rule), rule)),
    "frames": _rule(lambda rule: lengths.frames_for(1, rule)),
    "size": _rule(lambda rule: sizes.size_for(16, 9, rule)),
    "shape": _rule(lambda rule: sizes.shape_for(16, 9, rule)),
    "factor": _rule(lambda rule: sizes.factor_for(2, 2, (1, 1), rule)),
    "uploads": _each(
        _object(
            {
                "for": _each(_one_of(*MEDIA)),
                "steps": _each(
                    _object(
                        _asking(
                            _OF_UPLOAD,
                            body=_template(_OF_UPLOAD),
                            multipart=_template(_OF_UPLOAD, files=True),
                            send=_one_of("bytes"),
                            keep=_mapped(_path),
                        ),
                        ("url",),
                    )
                ),
            },
            ("for", "steps"),
        )
    ),
    "submit": _object(
        _asking(
            _OF_REQUEST,
            body=_template(_OF_REQUEST),
            multipart=_template(_OF_REQUEST, files=True),
            timeout_s=_positive,
            answer=_one_of("json", "file", "any"),
        ),
        ("url",),
    ),
    "id": _path,
    "keep": _mapped(_path),
    "state": _object({"path": _path, **dict.fromkeys(STATES, _words)}, ("path", "done")),
    "progress": _object({"path": _path, "of": _positive}, ("path",)),
    "error": _path,
    "output": _object(
        {"path": _path, "as": _one_of(*OUTPUTS), "url": _address(_OF_JOB | {"output"}), "headers": _headers}
    ),
    "spoken": _object(
        {"path": _path, "text": _a_text, "start": _a_text, "end": _a_text, "unit": _one_of("ms", "s")}, ("path",)
    ),
    "cost": _object({"path": _path, "micros": _decimal}, ("path", "micros")),
    "poll": _object(_asking(_OF_JOB, working=_each(_a_number)), ("url",)),
    "known": _object({"url": _address(_OF_JOB), "in": _path, "headers": _headers}, ("url", "in")),
    "cancel": _each(_object(_asking(_OF_JOB, body=_template(_OF_JOB)), ("url",))),
    "find": _object(
        {"by": _one_of("id", "list"), "url": _address(_OF_ADDRESS), "rows": _path, "reference": _path, "id": _path}
    ),
    "statuses": _mapped(_status),
    "meanings": _mapped(_words, MEANINGS),
}
"""The fields of a row, and what is right in each."""

FIELDS = tuple(_CHECKS)
"""The names of a row's fields."""
