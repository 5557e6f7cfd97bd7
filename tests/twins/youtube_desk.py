"""Google's front desk: who is let in to which channel, what that costs of a day's share, and whose a video is."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar
from urllib.parse import parse_qs

from .server import Answer, Asked, Twin
from .youtube_consent import Consent
from .youtube_rules import (
    CHANGE,
    COSTS,
    FIGURES,
    READ,
    SCOPES,
    SHARES,
    UPLOAD,
    Channel,
    GoogleError,
    Grant,
    TokenError,
    Video,
    pacific_day,
)
from .youtube_shown import settle
from .youtube_upload import Sessions

ALL_SCOPES = (UPLOAD, READ, CHANGE, FIGURES)


class YouTubeDesk(Twin):
    """All that stands before YouTube's own methods."""

    name: ClassVar[str] = "youtube"

    def __init__(self) -> None:
        super().__init__()
        self._begin()

    def _begin(self) -> None:
        self.channels = [
            Channel("UCtwin-harbour-films-001", "Harbour Films", "@harbourfilms", playlists={"PLtwin-tales": "Tales"}),
            Channel("UCtwin-second-stage-002", "Second Stage", "@secondstage", long_uploads="eligible"),
        ]
        self.consent = Consent()
        self.sessions = Sessions()
        self.videos: dict[str, Video] = {}
        self.used: Counter[tuple[str, str]] = Counter()
        """Units by (bucket, day in California), and requests by (grant, minute)."""

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        with self.lock:
            self._begin()

    @property
    def addresses(self) -> dict[str, str]:
        """Where the studio is to ask, by the names of its row."""
        return dict.fromkeys(("api", "upload", "analytics", "authorize", "token", "watch"), self.url)

    def allow(self, url: str, *, channel: int = 0, without: tuple[str, ...] = ()) -> dict[str, str]:
        """Do what an owner does who is sent to `url`; return what comes back with them."""
        return self.consent.consent(url, self.channels[channel].id, without, self.now(), self.knobs)

    def tokens(self, *scopes: str, channel: int = 0) -> tuple[str, str]:
        """Return tokens of an owner who has allowed these (or all): (access, refresh)."""
        return self.consent.grant(self.channels[channel].id, scopes or ALL_SCOPES, self.now(), self.knobs)

    def _routed(self, asked: Asked) -> Answer:
        try:
            with self.lock:
                return super()._routed(asked)
        except (GoogleError, TokenError) as error:
            return error.answer

    def ask_owner(self, asked: Asked) -> Answer:
        """Show the page of consent."""
        return self.consent.page(asked, self.channels, self.knobs)

    def owner_answered(self, asked: Asked) -> Answer:
        """Take the answer of whoever sits before that page."""
        return self.consent.answered(parse_qs(asked.body.decode()), self.now(), self.knobs)

    def token(self, asked: Asked) -> Answer:
        """Give out tokens."""
        return self.consent.token(asked, self.now(), self.knobs)

    def revoke(self, asked: Asked) -> Answer:
        """End a grant."""
        return self.consent.revoke(asked)

    def _let_in(self, asked: Asked, method: str) -> Channel:
        """Return whose channel it is about. It costs a share of the day, whatever comes of it."""
        grant = self._granted(asked)
        self._hurry(grant)
        bucket, units = COSTS.get(method, ("units", 1))
        self._spend(bucket, units)
        if not SCOPES[method] & set(grant.scopes):
            raise GoogleError(
                403, "insufficientPermissions", "Insufficient Permission", domain="global", named="PERMISSION_DENIED"
            )
        if self.knobs.get("no_channel"):
            raise GoogleError(401, "youtubeSignupRequired", "Unauthorized", domain="youtube.header")
        return next(channel for channel in self.channels if channel.id == grant.channel)

    def _hurry(self, grant: Grant) -> None:
        minute = (grant.refresh, str(int(self.now() // 60)))
        self.used[minute] += 1
        if self.used[minute] > float(self.knobs.get("per_minute", "inf")):
            raise GoogleError(
                429, "rateLimitExceeded", "Too many requests.", domain="global", named="RESOURCE_EXHAUSTED"
            )

    def _granted(self, asked: Asked) -> Grant:
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        grant = self.consent.whose(token, self.now())
        if grant is None:
            raise GoogleError(401, "authError", "Invalid Credentials", domain="global", named="UNAUTHENTICATED")
        return grant

    def _spend(self, bucket: str, units: int) -> None:
        most = {**SHARES, **self.knobs.get("shares", {})}[bucket]
        day = (bucket, pacific_day(self.now()))
        if self.used[day] + units > most:
            if bucket == "uploads" and self.knobs.get("quota_form", "429") == "429":
                raise GoogleError(
                    429,
                    "rateLimitExceeded",
                    "Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day'.",
                    domain="global",
                    named="RESOURCE_EXHAUSTED",
                )
            raise GoogleError(403, "quotaExceeded", "The request cannot be completed.", domain="youtube.quota")
        self.used[day] += units

    def _own(self, channel: Channel, video_id: str) -> Video:
        video = self.videos.get(video_id)
        if video is None or video.is_deleted:
            raise GoogleError(404, "videoNotFound", "The video that you are trying to find cannot be found.")
        if video.channel != channel.id:
            raise GoogleError(403, "forbidden", "Forbidden")
        return settle(video, self.now())
