"""How long a text is, as each platform counts, and what of a draft's field it would not take.

`static/js/publishing/counting.js` counts the same while somebody types; both are held to the same examples
(`tests/publishing/counting.json`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .specs import FieldSpec

_ENDS = r"\s#!-/:-@\[-^`{-~、。，！？「」（）"
HASHTAG = re.compile(rf"(?:^|(?<=[\s(]))#(?=[^{_ENDS}]*[^\W\d_])[^{_ENDS}]+")
"""A hashtag has a letter in it: "#1" is a number."""
MENTION = re.compile(r"(?:^|(?<=[\s(]))@[A-Za-z0-9_.]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field. `kind`: "missing", "long", "forbidden", "many" (with `what`) or "unknown" choice."""

    kind: str
    what: str = ""
    used: int = 0
    limit: int = 0


def length(value: Any, unit: str) -> int:
    """Return how much of its limit a value uses. Line breaks count once, however a browser sends them."""
    if unit == "tags":
        return tags_length(value if isinstance(value, list | tuple) else [str(value)])
    text = plain(str(value or ""))
    if unit == "utf8":
        return len(text.encode("utf-8", "surrogatepass"))
    if unit == "utf16":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text)


def plain(text: str) -> str:
    """Return a text with line breaks of one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tags_length(tags: Sequence[str]) -> int:
    """Return what YouTube counts: every character, the commas between, two more for a tag with a space in it."""
    return sum(len(tag) + (2 if " " in tag else 0) for tag in tags) + max(0, len(tags) - 1)


def words_in(text: str) -> dict[str, int]:
    """Return how many hashtags and mentions stand in a text."""
    return {"hashtags": len(HASHTAG.findall(text)), "mentions": len(MENTION.findall(text))}


def joined(text: str, hashtags: Sequence[str]) -> str:
    """Return a text with its hashtags below, as it goes out; one that stands in the text already is not repeated."""
    there = {tag[1:].casefold() for tag in HASHTAG.findall(text)}
    rest = [tag for tag in (one.lstrip("#") for one in hashtags) if tag and tag.casefold() not in there]
    below = " ".join(f"#{tag}" for tag in dict.fromkeys(rest))
    return "\n\n".join(part for part in (plain(text).rstrip(), below) if part)


def faults(spec: FieldSpec, value: Any, *, hashtags: Sequence[str] = ()) -> list[Fault]:
    """Return what is wrong with a field's value; `hashtags` are those that are joined to it and count with it."""
    is_empty = value in (None, "", []) or (isinstance(value, str) and not value.strip())
    if is_empty:
        must = spec.is_required or (spec.default is None and spec.kind in {"choice", "switch"})
        return [Fault("missing")] if must else []
    if spec.kind in {"choice", "switch", "playlist"}:
        return []
    whole = joined(str(value), hashtags) if hashtags and not isinstance(value, list) else value
    found = []
    used = length(whole, spec.unit)
    if spec.limit is not None and used > spec.limit:
        found.append(Fault("long", spec.unit, used, spec.limit))
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    there = "".join(dict.fromkeys(sign for sign in text if sign in spec.forbids))
    if there:
        found.append(Fault("forbidden", there))
    return [*found, *_too_many(spec, value, whole)]


def _too_many(spec: FieldSpec, value: Any, whole: Any) -> list[Fault]:
    counted = {"hashtags": len(value)} if isinstance(value, list) else words_in(str(whole))
    return [
        Fault("many", what, counted[what], most) for what, most in spec.counts.items() if counted.get(what, 0) > most
    ]
