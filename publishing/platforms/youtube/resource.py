"""A draft as YouTube wants it: the video resource, with everything said that YouTube would otherwise guess."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from publishing.platforms import counting
from publishing.platforms.base import Post
from publishing.platforms.errors import Rejected

from .row import PLATFORM

_SPECS = {spec.name: spec for spec in PLATFORM.fields}
_SAID = {
    "missing": "{label} is missing.",
    "long": "{label} is too long for YouTube: {fault.used} of {fault.limit}.",
    "forbidden": "{label} must not hold {fault.what}.",
    "many": "There are too many hashtags for YouTube: {fault.used}, of {fault.limit} at most.",
}


def check(post: Post) -> None:
    """Raise `Rejected`, with the field to mend, for what YouTube would not take."""
    hashtags = list(post.text.get("hashtags") or [])
    for name, spec in _SPECS.items():
        value = post.text.get(name, spec.default)
        for fault in counting.faults(spec, value, hashtags=hashtags if name == "description" else ()):
            said = _SAID.get(fault.kind, "{label} cannot be used.")
            raise Rejected(said.format(label=spec.label, fault=fault), field=name)
    if post.publish_at is not None and _said(post, "privacy") != "public":
        raise Rejected("At its time, YouTube makes a scheduled video public for everyone.", field="privacy")
    if post.size <= 0:
        raise Rejected("The film's file is empty.", field="file")
    if PLATFORM.media.largest_bytes is not None and post.size > PLATFORM.media.largest_bytes:
        raise Rejected("The film's file is larger than YouTube takes.", field="file")


def parts_of(video: Mapping[str, Any]) -> list[str]:
    """Return the parts that a resource writes, and `id`, which comes back."""
    return ["id", *(name for name in video if name != "id")]


def video_of(post: Post) -> dict[str, Any]:
    """Return the resource of a new video."""
    video: dict[str, Any] = {"snippet": _snippet(post), "status": _status(post)}
    if _said(post, "paid"):
        video["paidProductPlacementDetails"] = {"hasPaidProductPlacement": True}
    return video


def rfc3339(when: datetime) -> str:
    """Return a time as YouTube writes it."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def is_short_expected(post: Post) -> bool:
    """Tell whether YouTube will likely show it as a Short: not wider than high, and short. Nobody can promise it."""
    return post.height >= post.width and post.duration_ms <= PLATFORM.settings["longest_short_ms"]


def _snippet(post: Post) -> dict[str, Any]:
    snippet: dict[str, Any] = {
        "title": str(_said(post, "title")).strip(),
        "description": counting.joined(str(_said(post, "description") or ""), list(_said(post, "hashtags") or [])),
        "tags": [str(tag) for tag in _said(post, "tags") or []],
        "categoryId": str(_said(post, "category") or _SPECS["category"].default),
    }
    if language := str(_said(post, "language") or ""):
        snippet["defaultLanguage"] = language
        snippet["defaultAudioLanguage"] = language
    return snippet


def _status(post: Post) -> dict[str, Any]:
    status: dict[str, Any] = {
        "privacyStatus": str(_said(post, "privacy") or "private"),
        "selfDeclaredMadeForKids": bool(_said(post, "made_for_kids")),
        "containsSyntheticMedia": bool(_said(post, "is_ai")),
        "license": str(_said(post, "licence") or "youtube"),
        "embeddable": bool(_said(post, "embeddable")),
    }
    if post.publish_at is not None:
        # YouTube keeps a video back only while it is private, and makes it public by itself.
        status["privacyStatus"] = "private"
        status["publishAt"] = rfc3339(post.publish_at)
    return status


def _said(post: Post, name: str) -> Any:
    spec = _SPECS[name]
    return post.text.get(name, spec.default)
