"""What YouTube checks and how it refuses: envelopes, limits, scopes, shares of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from .server import Answer

PACIFIC = ZoneInfo("America/Los_Angeles")
UNIT = 262_144
LARGEST = 274_877_906_944

_PREFIX = "https://www.googleapis.com/auth/"
UPLOAD = f"{_PREFIX}youtube.upload"
READ = f"{_PREFIX}youtube.readonly"
CHANGE = f"{_PREFIX}youtube.force-ssl"
ALL = f"{_PREFIX}youtube"
FIGURES = f"{_PREFIX}yt-analytics.readonly"

SCOPES = {
    "videos.insert": {UPLOAD, ALL, CHANGE},
    "videos.list": {READ, ALL, CHANGE},
    "videos.update": {ALL, CHANGE},
    "videos.delete": {ALL, CHANGE},
    "videos.batchGetStats": {READ, ALL, CHANGE},
    "channels.list": {READ, ALL, CHANGE},
    "playlists.list": {READ, ALL, CHANGE},
    "playlistItems.list": {READ, ALL, CHANGE},
    "playlistItems.insert": {ALL, CHANGE},
    "videoCategories.list": {READ, ALL, CHANGE},
    "thumbnails.set": {UPLOAD, ALL, CHANGE},
    "captions.list": {CHANGE},
    "captions.insert": {CHANGE},
    "reports.query": {FIGURES, ALL, READ},
}
COSTS = {
    "videos.insert": ("uploads", 1),
    "videos.batchGetStats": ("stats", 1),
    "videos.update": ("units", 50),
    "videos.delete": ("units", 50),
    "thumbnails.set": ("units", 50),
    "playlistItems.insert": ("units", 50),
    "captions.list": ("units", 50),
    "captions.insert": ("units", 400),
    "reports.query": ("reports", 1),
}
SHARES = {"uploads": 100, "units": 10_000, "stats": 10_000, "reports": 100_000}
CATEGORIES = {
    "1": "Film & Animation",
    "2": "Autos & Vehicles",
    "10": "Music",
    "15": "Pets & Animals",
    "17": "Sports",
    "19": "Travel & Events",
    "20": "Gaming",
    "22": "People & Blogs",
    "23": "Comedy",
    "24": "Entertainment",
    "25": "News & Politics",
    "26": "Howto & Style",
    "27": "Education",
    "28": "Science & Technology",
    "29": "Nonprofits & Activism",
}
REPORTED = (
    "views",
    "engagedViews",
    "likes",
    "comments",
    "shares",
    "estimatedMinutesWatched",
    "averageViewDuration",
    "averageViewPercentage",
    "subscribersGained",
    "subscribersLost",
)


class GoogleError(Exception):
    """A refusal in Google's envelope."""

    def __init__(
        self, status: int, reason: str, message: str = "", *, domain: str = "youtube.video", named: str = ""
    ) -> None:
        super().__init__(message or reason)
        one = {"domain": domain, "reason": reason, "message": message or reason}
        error: dict[str, Any] = {"code": status, "message": message or reason, "errors": [one]}
        if named:
            error["status"] = named
        self.answer = Answer(status, {"error": error})


class TokenError(Exception):
    """A refusal of the token server, which is flat."""

    def __init__(self, error: str, description: str = "", status: int = 400) -> None:
        super().__init__(description)
        self.answer = Answer(status, {"error": error, "error_description": description or error})


@dataclass
class Grant:
    """What an owner allowed, for one channel."""

    channel: str
    scopes: tuple[str, ...]
    refresh: str
    refresh_ends: float | None = None
    is_ended: bool = False
    access: dict[str, float] = field(default_factory=dict)
    """Access tokens, and until when they are good."""


@dataclass
class Channel:
    """A channel, and its owner's playlists."""

    id: str
    title: str
    handle: str
    followers: int = 120
    long_uploads: str = "allowed"
    hides_followers: bool = False
    playlists: dict[str, str] = field(default_factory=dict)
    items: list[tuple[str, str, str, float]] = field(default_factory=list)
    """(id of the entry, playlist, video, when)."""

    @property
    def uploads(self) -> str:
        """The playlist of its uploads."""
        return f"UU{self.id[2:]}"


@dataclass
class Video:
    """One video, as its owner has it."""

    id: str
    channel: str
    snippet: dict[str, Any]
    status: dict[str, Any]
    paid: bool
    file_name: str
    size: int
    sha256: str
    made_at: float
    end: str = "processed"
    seconds: float = 0.0
    duration_ms: int = 60_000
    is_short: bool = False
    public_since: float | None = None
    is_deleted: bool = False
    thumbnail: bytes = b""
    captions: list[dict[str, Any]] = field(default_factory=list)


def check_snippet(snippet: Mapping[str, Any]) -> None:
    """Refuse what a title, a description, tags or a category may not be."""
    title = str(snippet.get("title") or "")
    if not title.strip() or len(title) > 100 or set("<>") & set(title):
        raise GoogleError(400, "invalidTitle", "The request metadata specifies an invalid or empty video title.")
    description = str(snippet.get("description") or "")
    if len(description.encode()) > 5000 or set("<>") & set(description):
        raise GoogleError(400, "invalidDescription", "The request metadata specifies an invalid video description.")
    tags = [str(tag) for tag in snippet.get("tags") or []]
    if sum(len(tag) + 2 * (" " in tag) for tag in tags) + max(0, len(tags) - 1) > 500 or "<" in "".join(tags):
        raise GoogleError(400, "invalidTags", "The request metadata specifies invalid video keywords.")
    if str(snippet.get("categoryId") or "22") not in CATEGORIES:
        raise GoogleError(400, "invalidCategoryId", "The snippet.categoryId property specifies an invalid category ID.")


def check_status(status: Mapping[str, Any], *, was_public: bool = False) -> None:
    """Refuse a privacy that there is not, and a time that cannot be."""
    privacy = status.get("privacyStatus", "public")
    if privacy not in {"public", "unlisted", "private"}:
        raise GoogleError(400, "invalidVideoMetadata", "The request metadata is invalid.")
    if status.get("license", "youtube") not in {"youtube", "creativeCommon"}:
        raise GoogleError(403, "forbiddenLicenseSetting", "The license is not allowed.")
    if status.get("publishAt") is not None:
        if privacy != "private" or moment(status["publishAt"]) is None:
            raise GoogleError(400, "invalidPublishAt", "The request metadata specifies an invalid scheduled time.")
        if was_public:
            raise GoogleError(400, "invalidPublishScheduleForVideo", "The video was published before.")


def moment(text: Any) -> float | None:
    """Return an RFC 3339 time as POSIX seconds; None for what is none."""
    try:
        when = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return None
    return when.timestamp() if when.tzinfo else None


def written(now: float) -> str:
    """Return a time as YouTube writes it."""
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def pacific_day(now: float) -> str:
    """Return the day by which YouTube counts its shares."""
    return datetime.fromtimestamp(now, PACIFIC).date().isoformat()


def listed(values: Sequence[str] | None) -> list[str]:
    """Return a parameter's values, however they were given: with commas or over again."""
    return [one for value in values or [] for one in value.split(",") if one]
