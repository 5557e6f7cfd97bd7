"""What YouTube shows of its things, part by part, as far as they are by its clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .server import Answer, Asked
from .youtube_rules import Channel, GoogleError, Video, moment, written

PARTS = 8


def settle(video: Video, now: float) -> Video:
    """Make public what is due, and note since when it is public."""
    due = moment(video.status.get("publishAt")) if video.status.get("publishAt") else None
    if due is not None and due <= now and not video.is_deleted:
        video.status = {**{k: v for k, v in video.status.items() if k != "publishAt"}, "privacyStatus": "public"}
        video.public_since = video.public_since or max(due, video.made_at)
    elif video.status["privacyStatus"] == "public" and video.public_since is None:
        video.public_since = now
    return video


def video_shown(video: Video, parts: set[str], now: float, knobs: Mapping[str, Any]) -> dict[str, Any]:
    """Return these parts of a video."""
    whole = {
        "snippet": {
            "publishedAt": written(video.made_at),
            "channelId": video.channel,
            "liveBroadcastContent": "none",
            **video.snippet,
        },
        "status": _status(video, now),
        "processingDetails": _processing(video, now),
        "contentDetails": {"duration": f"PT{video.duration_ms // 1000}S", "hasCustomThumbnail": bool(video.thumbnail)},
        "fileDetails": _file(video, now, knobs),
        "paidProductPlacementDetails": {"hasPaidProductPlacement": video.paid},
    }
    return {"kind": "youtube#video", "id": video.id, **{name: part for name, part in whole.items() if name in parts}}


def channel_shown(channel: Channel, parts: set[str], videos: int) -> dict[str, Any]:
    """Return these parts of a channel."""
    whole = {
        "snippet": {
            "title": channel.title,
            "customUrl": channel.handle,
            "country": "DE",
            "thumbnails": {"default": {"url": f"https://yt3.example/{channel.id}.jpg", "width": 88, "height": 88}},
        },
        "contentDetails": {"relatedPlaylists": {"likes": "", "uploads": channel.uploads}},
        "statistics": {
            "viewCount": "4711",
            "hiddenSubscriberCount": channel.hides_followers,
            "videoCount": str(videos),
            **({} if channel.hides_followers else {"subscriberCount": str(channel.followers)}),
        },
        "status": {"privacyStatus": "public", "isLinked": True, "longUploadsStatus": channel.long_uploads},
    }
    return {
        "kind": "youtube#channel",
        "id": channel.id,
        **{name: part for name, part in whole.items() if name in parts},
    }


def page_of(asked: Asked, rows: Sequence[tuple[str, str, str, float]]) -> Answer:
    """Return a page of a playlist's entries."""
    parts = {one for value in asked.query.get("part", []) for one in value.split(",")}
    most = int(asked.query.get("maxResults", ["5"])[0])
    if not 0 <= most <= 50:
        raise GoogleError(400, "invalidParameter", "maxResults is at most 50.", domain="global")
    start = int(asked.query.get("pageToken", ["0"])[0])
    items = [_entry(row, parts) for row in rows[start : start + most]]
    more = {"nextPageToken": str(start + most)} if start + most < len(rows) else {}
    return Answer(body={"kind": "youtube#playlistItemListResponse", "items": items, **more})


def _entry(row: tuple[str, str, str, float], parts: set[str]) -> dict[str, Any]:
    key, playlist, video, at = row
    whole: dict[str, Any] = {
        "snippet": {
            "publishedAt": written(at),
            "playlistId": playlist,
            "resourceId": {"kind": "youtube#video", "videoId": video},
        },
        "contentDetails": {"videoId": video},
    }
    return {"kind": "youtube#playlistItem", "id": key, **{name: part for name, part in whole.items() if name in parts}}


def _share(video: Video, now: float) -> float:
    return 1.0 if video.seconds <= 0 else min(1.0, (now - video.made_at) / video.seconds)


def _status(video: Video, now: float) -> dict[str, Any]:
    kind, _, reason = video.end.partition(":")
    shown = {**video.status, "madeForKids": bool(video.status.get("selfDeclaredMadeForKids"))}
    if _share(video, now) < 1 or kind in {"never", "terminated", "processing-failed"}:
        return {**shown, "uploadStatus": "uploaded"}
    if kind in {"failed", "rejected"}:
        return {**shown, "uploadStatus": kind, "failureReason" if kind == "failed" else "rejectionReason": reason}
    return {**shown, "uploadStatus": kind}


def _processing(video: Video, now: float) -> dict[str, Any]:
    kind, _, reason = video.end.partition(":")
    share = _share(video, now)
    if share >= 1 and kind in {"terminated", "processing-failed"}:
        status = "terminated" if kind == "terminated" else "failed"
        return {"processingStatus": status, "processingFailureReason": reason}
    if share < 1 or kind == "never":
        left = 0.0 if kind == "never" else max(0.0, video.seconds * (1 - share))
        progress = {
            "partsTotal": str(PARTS),
            "partsProcessed": str(int(min(share, 0.99) * PARTS)),
            "timeLeftMs": str(round(left * 1000)),
        }
        return {
            "processingStatus": "processing",
            "processingProgress": progress,
            "fileDetailsAvailability": "available",
        }
    return {"processingStatus": "failed" if kind in {"failed", "rejected"} else "succeeded"}


def _file(video: Video, now: float, knobs: Mapping[str, Any]) -> dict[str, Any]:
    if now - video.made_at < float(knobs.get("file_after_s", 0)):
        return {}
    name = video.file_name or "unknown"
    return {"fileName": name, "fileSize": str(video.size), "fileType": "video", "container": "mp4"}
