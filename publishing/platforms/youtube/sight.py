"""Where a video is, in plain words: what YouTube says of its upload, its processing and its privacy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from publishing.platforms.base import Handle, Post, Seen, Whereabouts

from .api import Api
from .resource import is_short_expected
from .search import watch_url

FAILURES = {
    "codec": "YouTube cannot read how the film is encoded. Export it again as H.264 in MP4.",
    "conversion": "YouTube could not convert the film. Export it again.",
    "emptyFile": "YouTube received an empty file.",
    "invalidFile": "YouTube received a file that is no film it can read. Export it again.",
    "tooSmall": "YouTube received a file that is too small to be a film.",
    "uploadAborted": "The upload broke off at YouTube.",
}
REJECTIONS = {
    "claim": "YouTube took the film back: somebody else claims what is in it.",
    "copyright": "YouTube rejected the film for copyright.",
    "duplicate": "YouTube rejected the film: the channel already has the same one.",
    "inappropriate": "YouTube rejected the film as inappropriate.",
    "legal": "YouTube rejected the film for legal reasons.",
    "length": "YouTube rejected the film because it is too long for this channel. A verified channel may upload more "
    "than 15 minutes.",
    "termsOfUse": "YouTube rejected the film for breaking its terms.",
    "trademark": "YouTube rejected the film for a trademark.",
    "uploaderAccountClosed": "YouTube rejected the film because the account was closed.",
    "uploaderAccountSuspended": "YouTube rejected the film because the account is suspended.",
}
PROCESSING = {
    "uploadFailed": "YouTube lost the film while it took it in.",
    "transcodeFailed": "YouTube could not convert the film.",
    "streamingFailed": "YouTube could not make the film ready to be watched.",
    "other": "YouTube could not process the film, and does not say why.",
}
_MAY_TRY_AGAIN = frozenset({"uploadAborted", "uploadFailed", "streamingFailed", "other"})
_FIELDS = {"length": "file", "codec": "file", "conversion": "file", "invalidFile": "file", "duplicate": "file"}


def seen(api: Api, post: Post, handle: Handle, remote_id: str) -> Seen:
    """Look where a video is."""
    video_id = remote_id or str(handle.get("video_id") or "")
    told = api.read("videos", part="id,snippet,status,processingDetails,contentDetails", id=video_id)
    items = told.get("items") or []
    if not items:
        return _absent(api, handle, video_id)
    return _of(api, post, items[0])


def is_processed(video: Mapping[str, Any]) -> bool:
    """Tell whether YouTube is done with a video."""
    return (video.get("status") or {}).get("uploadStatus") == "processed"


def _absent(api: Api, handle: Handle, video_id: str) -> Seen:
    """One that was made a moment ago may not be told of everywhere yet."""
    made_at = handle.get("made_at")
    age = (datetime.now(UTC) - datetime.fromisoformat(str(made_at))).total_seconds() if made_at else float("inf")
    if age < float(api.settings["shown_after_s"]):
        return Seen(Whereabouts.PROCESSING, video_id, watch_url(api, video_id), words="YouTube does not show it yet.")
    return Seen(Whereabouts.GONE, video_id, words="The video is no longer on YouTube.")


def _of(api: Api, post: Post, video: Mapping[str, Any]) -> Seen:
    status, details = video.get("status") or {}, video.get("processingDetails") or {}
    known: dict[str, Any] = {
        "remote_id": str(video["id"]),
        "url": watch_url(api, str(video["id"])),
        "facts": _facts(post, video),
    }
    upload = str(status.get("uploadStatus") or "")
    if upload == "deleted":
        return Seen(Whereabouts.GONE, words="The video was deleted on YouTube.", **known)
    if upload in {"failed", "rejected"}:
        reason = str(status.get("failureReason" if upload == "failed" else "rejectionReason") or "")
        return _failed(reason, FAILURES if upload == "failed" else REJECTIONS, upload, known)
    if upload != "processed" and details.get("processingStatus") in {"failed", "terminated"}:
        reason = str(details.get("processingFailureReason") or "other")
        return _failed(reason, PROCESSING, str(details["processingStatus"]), known)
    if upload != "processed":
        return Seen(Whereabouts.PROCESSING, progress=_progress(details), again_after_s=_patience(details), **known)
    return _there(post, status, known)


def _failed(reason: str, words: Mapping[str, str], kind: str, known: dict[str, Any]) -> Seen:
    facts = {**known.pop("facts"), "reason": reason, "field": _FIELDS.get(reason, "")}
    return Seen(
        Whereabouts.FAILED,
        words=words.get(reason, "YouTube did not keep the film, and does not say why."),
        vendor_words=f"{kind}: {reason}",
        may_try_again=reason in _MAY_TRY_AGAIN,
        facts=facts,
        **known,
    )


def _there(post: Post, status: Mapping[str, Any], known: dict[str, Any]) -> Seen:
    privacy = str(status.get("privacyStatus") or "")
    if privacy == "private" and status.get("publishAt"):
        return Seen(Whereabouts.SCHEDULED, progress=1.0, again_after_s=300, **known)
    wanted = str(post.text.get("privacy") or "")
    words = ""
    if post.publish_at is None and wanted == "public" and privacy != wanted:
        words = f'YouTube holds the video as "{privacy}", not as "{wanted}".'
    return Seen(Whereabouts.LIVE, progress=1.0, again_after_s=3600, words=words, **known)


def _facts(post: Post, video: Mapping[str, Any]) -> dict[str, Any]:
    status = video.get("status") or {}
    return {
        "privacy": str(status.get("privacyStatus") or ""),
        "publish_at": str(status.get("publishAt") or ""),
        "made_for_kids": status.get("madeForKids"),
        "is_ai": status.get("containsSyntheticMedia"),
        "is_short_expected": is_short_expected(post),
        "duration": str((video.get("contentDetails") or {}).get("duration") or ""),
    }


def _progress(details: Mapping[str, Any]) -> float | None:
    progress = details.get("processingProgress") or {}
    total, done = _whole(progress.get("partsTotal")), _whole(progress.get("partsProcessed"))
    return min(1.0, done / total) if total else None


def _patience(details: Mapping[str, Any]) -> float:
    left_ms = _whole((details.get("processingProgress") or {}).get("timeLeftMs"))
    return min(300.0, max(10.0, left_ms / 1000)) if left_ms else 30.0


def _whole(text: Any) -> int:
    return int(text) if str(text or "").isdigit() else 0
