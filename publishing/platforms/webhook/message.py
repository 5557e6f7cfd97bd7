"""What a receiver is told of a film, and what its answer means."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from publishing.platforms.base import Handle, Post
from publishing.platforms.errors import (
    AccountTrouble,
    PlatformError,
    RateLimited,
    Rejected,
    Unavailable,
    Unconfirmed,
)
from publishing.platforms.wire import retry_after_s, words_of

from .row import PLATFORM

KIND = "film.published"


def body_of(post: Post, handle: Handle) -> bytes:
    """Return the message: the draft, and where the film can be fetched (null: nowhere)."""
    told = {
        "type": KIND,
        "timestamp": handle["opened_at"],
        "data": {
            "id": post.marker,
            "title": str(post.text.get("title") or ""),
            "text": {name: list(value) if isinstance(value, tuple) else value for name, value in post.text.items()},
            "publish_at": post.publish_at.isoformat() if post.publish_at else None,
            "video": {
                "url": post.public_url or None,
                "media_type": post.media_type,
                "bytes": post.size,
                "duration_ms": post.duration_ms,
                "width": post.width,
                "height": post.height,
            },
            "cover": {"url": post.public_cover_url or None, "at_ms": post.cover_ms},
            "captions": {language: _text(path) for language, path in sorted(post.captions.items())},
        },
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def kept_of(response: httpx.Response) -> dict[str, str]:
    """Return what the answer holds that is worth keeping: "id" and "url", where they are what they should be."""
    try:
        found = response.json()
    except ValueError:
        return {}
    if not isinstance(found, Mapping):
        return {}
    return {"id": _short(found.get("id"), 200), "url": _link(found.get("url"))}


def refusal(response: httpx.Response) -> PlatformError:
    """Return what a receiver's answer of 400 and more means."""
    status, said = response.status_code, words_of(response)
    if status == 410:
        return AccountTrouble("The receiver wants no more messages.", vendor_words=said)
    if status in {429, 503}:
        wait = retry_after_s(response)
        return RateLimited(
            "The receiver is busy.",
            vendor_words=said,
            retry_after_s=PLATFORM.settings["wait_s"] if wait is None else wait,
        )
    if status in {401, 403}:
        return AccountTrouble("The receiver does not believe us: look at the secret.", vendor_words=said)
    if status in {404, 405}:
        return AccountTrouble("Nobody waits for films at the receiver's address.", vendor_words=said)
    if status == 408:
        return Unconfirmed("The receiver did not get to the end of the message.", vendor_words=said)
    if status in {501, 505}:
        return AccountTrouble("The receiver does not take such messages.", vendor_words=said)
    if status >= 520:
        # Those of proxies, which give up before the receiver does.
        return Unconfirmed("The receiver may have got the message; its proxy gave up.", vendor_words=said)
    if status >= 500:
        return Unavailable("The receiver has trouble of its own.", vendor_words=said)
    return Rejected("The receiver does not take this film or its text.", vendor_words=said)


def _text(path: Path) -> str | None:
    """Return a captions file's text; None for one too large to go along."""
    try:
        if path.stat().st_size > PLATFORM.settings["largest_captions_bytes"]:
            return None
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None


def _short(value: Any, most: int) -> str:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return text if len(text) <= most else ""


def _link(value: Any) -> str:
    text = _short(value, 500)
    return text if text.startswith(("https://", "http://")) else ""
