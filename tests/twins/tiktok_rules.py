"""What TikTok takes and how it refuses: envelopes, chunks, caps, and what a post may say of itself."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from .server import Answer

MB = 1_000_000
SCOPES = ("user.info.basic", "user.info.profile", "user.info.stats", "video.list", "video.publish", "video.upload")
PUBLIC = ("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY")
PRIVATE = ("FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY")
STATUS_OF = {
    "invalid_param": 400,
    "invalid_params": 400,
    "invalid_publish_id": 400,
    "token_not_authorized_for_specified_publish_id": 400,
    "scope_permission_missed": 400,
    "access_token_invalid": 401,
    "scope_not_authorized": 401,
    "rate_limit_exceeded": 429,
    "internal_error": 500,
}
_TEXT_FIELDS = {"title": str, "privacy_level": str, "video_cover_timestamp_ms": int}
_SWITCHES = (
    "disable_duet",
    "disable_stitch",
    "disable_comment",
    "brand_content_toggle",
    "brand_organic_toggle",
    "is_aigc",
)


class Refused(Exception):
    """What TikTok says instead."""

    def __init__(self, code: str, message: str = "", status: int | None = None) -> None:
        super().__init__(code)
        self.answer = enveloped({}, code, message, status=STATUS_OF.get(code, 403) if status is None else status)


def enveloped(data: Any, code: str = "ok", message: str = "", *, status: int = 200) -> Answer:
    """The envelope of everything but the login and the upload."""
    return Answer(status, {"data": data, "error": {"code": code, "message": message, "log_id": uuid.uuid4().hex}})


def flat(error: str, description: str, *, status: int = 400) -> Answer:
    """The login's own way of refusing."""
    return Answer(status, {"error": error, "error_description": description, "log_id": uuid.uuid4().hex})


@dataclass
class User:
    """One TikTok account."""

    open_id: str
    username: str
    nickname: str
    is_private: bool = False
    followers: int = 1200
    longest_s: int = 600
    locked: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """Who may see its posts."""
        return PRIVATE if self.is_private else PUBLIC


@dataclass
class Grant:
    """What an account's owner allowed an app."""

    open_id: str
    scopes: tuple[str, ...]
    access: str
    refresh: str
    expires_at: float
    refresh_expires_at: float
    is_over: bool = False


@dataclass
class Upload:
    """One post, from its init on."""

    publish_id: str
    token: str
    open_id: str
    info: dict[str, Any]
    size: int
    each: int
    count: int
    opened_at: float
    content: bytearray = field(default_factory=bytearray)
    taken_at: float | None = None
    post_id: int = 0

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return bool(self.info["privacy_level"] == "PUBLIC_TO_EVERYONE")


def check_redirect(uri: str) -> str:
    """Return what is wrong with where the code is to go; "" where nothing is."""
    parts = urlsplit(uri)
    if len(uri) > 512 or parts.query or parts.fragment:
        return "redirect_uri must be static, of at most 512 characters"
    if is_loopback(uri):
        return "" if parts.port else "redirect_uri of a desktop app needs a port"
    return "" if parts.scheme == "https" else "redirect_uri must be https"


def is_loopback(uri: str) -> bool:
    """Whether a code goes to a desktop app."""
    return (urlsplit(uri).hostname or "") in {"localhost", "127.0.0.1", "::1"}


def check_source(source: Any) -> tuple[int, int, int]:
    """Return (size, chunk size, count) of an upload that is cut as TikTok wants it."""
    if not isinstance(source, dict) or source.get("source") != "FILE_UPLOAD":
        raise Refused("invalid_param", "source is not supported here")
    try:
        size, each, count = (source[name] for name in ("video_size", "chunk_size", "total_chunk_count"))
    except KeyError as error:
        raise Refused("invalid_param", f"{error} is missing") from error
    if not all(type(value) is int and value > 0 for value in (size, each, count)):
        raise Refused("invalid_param", "sizes must be positive integers")
    if size > 4000 * MB:
        raise Refused("invalid_param", "The video is too large")
    wrong = _wrong_cut(size, each, count)
    if wrong:
        raise Refused("invalid_param", wrong)
    return size, each, count


def _wrong_cut(size: int, each: int, count: int) -> str:
    if not 1 <= count <= 1000 or count != max(1, size // each) or each > size:
        return "The total chunk count is invalid"
    if count == 1:
        return "The chunk size is invalid" if size > 64 * MB or (size < 5 * MB and each != size) else ""
    if not 5 * MB <= each <= 64 * MB:
        return "The chunk size is invalid"
    return "The last chunk is too large" if size - (count - 1) * each > 128 * MB else ""


def check_info(info: Any) -> dict[str, Any]:
    """Return what is said of a post, if it is said rightly."""
    if not isinstance(info, dict):
        raise Refused("invalid_param", "post_info is missing")
    for name in info:
        if name not in _TEXT_FIELDS and name not in _SWITCHES:
            raise Refused("invalid_param", f"post_info.{name} is not known")
    for name, kind in _TEXT_FIELDS.items():
        if name in info and type(info[name]) is not kind:
            raise Refused("invalid_param", f"post_info.{name} is of the wrong type")
    if any(type(info[name]) is not bool for name in _SWITCHES if name in info):
        raise Refused("invalid_param", "a switch of post_info is not true or false")
    if len(str(info.get("title", "")).encode("utf-16-le")) // 2 > 2200:
        raise Refused("invalid_param", "The title is too long")
    if not info.get("privacy_level"):
        raise Refused("invalid_param", "privacy_level is missing")
    return info


def range_of(header: str) -> tuple[int, int, int] | None:
    """Return (first, last, total) of a Content-Range."""
    found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", header)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
