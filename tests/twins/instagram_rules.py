"""Instagram's rules as its twin keeps them: what a container may be made from, and how a refusal looks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

KNOWN = frozenset(
    {
        "media_type",
        "video_url",
        "upload_type",
        "caption",
        "share_to_feed",
        "thumb_offset",
        "cover_url",
        "collaborators",
        "location_id",
        "user_tags",
        "audio_name",
        "trial_params",
        "is_ai_generated",
        "is_paid_partnership",
        "branded_content_sponsor_ids",
        "appsecret_proof",
    }
)
METRICS = frozenset(
    {
        "views",
        "reach",
        "likes",
        "comments",
        "shares",
        "saved",
        "total_interactions",
        "ig_reels_avg_watch_time",
        "ig_reels_video_view_total_time",
        "reels_skip_rate",
        "reposts",
    }
)
_SWITCHES = ("share_to_feed", "is_ai_generated", "is_paid_partnership")


class Refused(Exception):
    """Instagram says no. `minutes`: its header tells to come back then."""

    def __init__(
        self, code: int, subcode: int, message: str, *, status: int = 400, minutes: int = 0, is_transient: bool = False
    ) -> None:
        super().__init__(message)
        self.code, self.subcode, self.message = code, subcode, message
        self.status, self.minutes, self.is_transient = status, minutes, is_transient

    def body(self) -> dict[str, Any]:
        """How it looks."""
        return {
            "error": {
                "message": self.message,
                "type": "OAuthException",
                "code": self.code,
                **({"error_subcode": self.subcode} if self.subcode else {}),
                "is_transient": self.is_transient,
                "error_user_title": "Sorry",
                "error_user_msg": self.message,
                "fbtrace_id": "AtwinTrace",
            }
        }


def check_container(fields: Mapping[str, str], host: str) -> None:
    """Raise `Refused` for what a container cannot be made from."""
    unknown = sorted(set(fields) - KNOWN)
    if unknown:
        raise Refused(100, 0, f"(#100) Invalid parameter: {', '.join(unknown)}")
    if fields.get("media_type") != "REELS":
        raise Refused(100, 2207023, "The media type is unknown")
    is_upload = fields.get("upload_type") == "resumable"
    if is_upload and host == "ig":
        raise Refused(100, 0, "(#100) Invalid parameter: upload_type")
    if is_upload == bool(fields.get("video_url")):
        raise Refused(100, 0, "(#100) The parameter video_url is required")
    if not is_upload and not re.match(r"https?://[^/\s]+/\S+$", fields["video_url"]):
        raise Refused(9004, 2207052, "Only photo or video can be accepted as media type: the URI is wrong")
    for name in _SWITCHES:
        if fields.get(name, "true") not in {"true", "false"}:
            raise Refused(100, 0, f"(#100) Param {name} must be a boolean")
    _check_caption(fields.get("caption", ""))
    _check_rest(fields)


def _check_caption(caption: str) -> None:
    hashtags, mentions = re.findall(r"#\w+", caption), re.findall(r"(?<!\w)@[\w.]+", caption)
    if len(caption) > 2200 or len(hashtags) > 30 or len(mentions) > 20:
        raise Refused(36004, 2207010, "The caption was too long")


def _check_rest(fields: Mapping[str, str]) -> None:
    if "thumb_offset" in fields and not fields["thumb_offset"].isdigit():
        raise Refused(1, 2207057, "Thumbnail offset must be greater than or equal to 0")
    if "collaborators" in fields:
        try:
            names = json.loads(fields["collaborators"])
        except ValueError:
            names = None
        if not isinstance(names, list) or len(names) > 3 or not all(isinstance(name, str) for name in names):
            raise Refused(100, 0, "(#100) Param collaborators must be an array of at most 3 usernames")
