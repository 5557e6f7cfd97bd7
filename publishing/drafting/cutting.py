"""Texts, hashtags and tags brought within what a platform takes: a text is cut where a word ends, a list at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from publishing.platforms import counting
from publishing.platforms.specs import FieldSpec

MOST_HASHTAGS: Final = {"youtube": 5, "tiktok": 5, "instagram": 10}
USUAL_HASHTAGS: Final = 5
MOST_TAGS: Final = 20
LEAST_KEPT: Final = 2 / 3
"""So much of what fits is kept at least: a script without spaces is cut between any two of its signs."""
_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)
_END_OF_WORD: Final = re.compile(r"\s|(?<=[、。，！？；：])")


def cut(text: str, field: FieldSpec, hashtags: Sequence[str] = ()) -> str:
    """Return a text without what the platform does not take, cut where a word ends if it is too long.

    `hashtags` are those that are joined to it and count with it.
    """
    text = "".join(sign for sign in text if sign not in field.forbids)
    if field.limit is None or _used(text, field, hashtags) <= field.limit:
        return text
    room = _room(text, field, hashtags)
    ends = [found.start() for found in _END_OF_WORD.finditer(text, 0, room + 1) if found.start() >= room * LEAST_KEPT]
    kept = text[: ends[-1] if ends else room].rstrip(" \t\n,;:–—-、，")
    return f"{kept}…" if kept else ""


def _room(text: str, field: FieldSpec, hashtags: Sequence[str]) -> int:
    """Return how many characters of a text fit, with the sign that it was cut after them."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _used(text[:middle] + "…", field, hashtags) <= (field.limit or 0):
            low = middle
        else:
            high = middle - 1
    return low


def _used(text: str, field: FieldSpec, hashtags: Sequence[str]) -> int:
    return counting.length(counting.joined(text, hashtags) if hashtags else text, field.unit)


def hashtag(words: str) -> str:
    """Write words as one: “Golden hour” is #goldenhour. A number alone is none."""
    tag = "".join(_WORD.findall(words)).lower()
    return tag if 1 < len(tag) <= 30 and not tag.isdecimal() else ""


def hashtags_within(told: Iterable[str], field: FieldSpec | None, platform: str) -> list[str]:
    """Return words as hashtags of a platform, the first of them; none where it has no field for them."""
    if field is None:
        return []
    most = min(MOST_HASHTAGS.get(platform, USUAL_HASHTAGS), field.counts.get("hashtags", USUAL_HASHTAGS * 2))
    found = (hashtag(words) for words in told)
    return list(dict.fromkeys(tag for tag in found if tag and not set(tag) & set(field.forbids)))[:most]


def tags_within(told: Iterable[str], field: FieldSpec) -> list[str]:
    """Return words as tags of a platform, as many of the first as it takes."""
    kept: list[str] = []
    for words in told:
        tag = "".join(sign for sign in " ".join(words.split()).lower() if sign not in field.forbids + ",").strip("# ")
        fits = field.limit is None or counting.length([*kept, tag], field.unit) <= field.limit
        if tag and tag not in kept and fits and len(kept) < MOST_TAGS:
            kept.append(tag)
    return kept
