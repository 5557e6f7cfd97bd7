"""What is done beside a post. Each of these looks first, so that doing it again changes nothing."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from pathlib import Path

from publishing.platforms.base import Post
from publishing.platforms.errors import AccountTrouble, Invalid, Rejected, Unavailable

from .api import Api
from .resource import is_short_expected
from .search import watch_url
from .sight import is_processed

_PICTURES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}


def steps_of(post: Post) -> tuple[str, ...]:
    """Return what a post wants beside itself."""
    wanted = (
        ("permalink", True),
        ("captions", bool(post.captions)),
        ("thumbnail", post.cover_path is not None),
        ("playlist", bool(post.text.get("playlist"))),
    )
    return tuple(kind for kind, is_wanted in wanted if is_wanted)


def done(api: Api, kind: str, post: Post, video_id: str) -> Mapping[str, str]:
    """Do one of these."""
    if kind == "permalink":
        return {"url": watch_url(api, video_id), "is_short_expected": "yes" if is_short_expected(post) else ""}
    if kind == "thumbnail":
        return _thumbnail(api, post, video_id)
    if kind == "captions":
        return _captions(api, post, video_id)
    if kind == "playlist":
        return _playlist(api, post, video_id)
    raise Invalid(f"YouTube has nothing called {kind}.")


def _thumbnail(api: Api, post: Post, video_id: str) -> Mapping[str, str]:
    picture = post.cover_path
    kind = _PICTURES.get(picture.suffix.lower()) if picture is not None else None
    if picture is None or kind is None:
        raise Rejected("YouTube takes a cover as JPEG or PNG.", field="cover")
    content = _content(picture, int(api.settings["thumbnail_bytes"]), "cover")
    if is_short_expected(post) and not _is_processed(api, video_id):
        # Until then YouTube does not know whether it is a Short, and refuses.
        raise Unavailable("YouTube takes a Short's cover only once it has processed it.", retry_after_s=60)
    try:
        api.bring(
            "thumbnails/set",
            params={"videoId": video_id, "uploadType": "media"},
            headers={"Content-Type": kind},
            content=content,
        )
    except AccountTrouble as error:
        raise AccountTrouble(
            "YouTube takes own covers only from channels with a verified phone number.", vendor_words=error.vendor_words
        ) from error
    return {"thumbnail": "set"}


def _captions(api: Api, post: Post, video_id: str) -> Mapping[str, str]:
    """Add the languages that are missing; YouTube's own guess at what is said counts for nothing."""
    told = api.read("captions", part="snippet", videoId=video_id)
    snippets = [item.get("snippet") or {} for item in told.get("items") or []]
    there = {
        (str(one.get("language", "")).lower(), str(one.get("name", "")))
        for one in snippets
        if str(one.get("trackKind", "")).lower() != "asr"
    }
    for language, path in sorted(post.captions.items()):
        if (language.lower(), "") not in there:
            _caption(api, video_id, language, path)
    return {"captions": ",".join(sorted(post.captions))}


def _caption(api: Api, video_id: str, language: str, path: Path) -> None:
    content = _content(path, int(api.settings["captions_bytes"]), "captions")
    snippet = {"videoId": video_id, "language": language, "name": "", "isDraft": False}
    edge = uuid.uuid4().hex
    body = b"\r\n".join(
        [
            f"--{edge}\r\nContent-Type: application/json; charset=UTF-8\r\n".encode(),
            json.dumps({"snippet": snippet}).encode(),
            f"--{edge}\r\nContent-Type: application/octet-stream\r\n".encode(),
            content,
            f"--{edge}--\r\n".encode(),
        ]
    )
    try:
        api.bring(
            "captions",
            params={"part": "snippet", "uploadType": "multipart"},
            headers={"Content-Type": f'multipart/related; boundary="{edge}"'},
            content=body,
        )
    except Invalid as error:
        if "captionExists" not in error.vendor_words:
            raise


def _playlist(api: Api, post: Post, video_id: str) -> Mapping[str, str]:
    playlist = str(post.text["playlist"])
    there = api.read("playlistItems", part="id", playlistId=playlist, videoId=video_id, maxResults=1)
    if not there.get("items"):
        resource = {"kind": "youtube#video", "videoId": video_id}
        api.add("playlistItems", {"snippet": {"playlistId": playlist, "resourceId": resource}}, part="snippet")
    return {"playlist": playlist}


def _is_processed(api: Api, video_id: str) -> bool:
    items = api.read("videos", part="status,processingDetails", id=video_id).get("items") or []
    return bool(items) and is_processed(items[0])


def _content(path: Path, largest: int, field: str) -> bytes:
    if not path.is_file() or not path.stat().st_size:
        raise Rejected("The file is no longer there.", field=field)
    if path.stat().st_size > largest:
        raise Rejected(f"The file is larger than YouTube takes: {largest // 1_000_000} MB.", field=field)
    return path.read_bytes()
