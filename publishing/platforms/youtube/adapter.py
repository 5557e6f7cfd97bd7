"""YouTube as a platform: a session is opened, all but its last chunk is brought, and the last one is sent once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from publishing.platforms.base import (
    Account,
    ChannelFigures,
    Committed,
    Figures,
    Handle,
    Moved,
    NotThere,
    Post,
    Progress,
    Requirements,
    Seen,
    Undecided,
)
from publishing.platforms.errors import (
    AccountTrouble,
    BadAnswer,
    Invalid,
    MissingScope,
    NeedsSetup,
    PlatformError,
    RateLimited,
    Reconnect,
    Rejected,
    SessionGone,
    Unavailable,
    Unconfirmed,
)

from . import beside, numbers, search, sight
from .api import Api
from .resource import check, is_short_expected, rfc3339
from .row import PLATFORM
from .session import Session, last_chunk, looked_at, next_end, opened, sent

_KEPT = (
    "privacyStatus",
    "publishAt",
    "license",
    "embeddable",
    "publicStatsViewable",
    "selfDeclaredMadeForKids",
    "containsSyntheticMedia",
)
"""What of a video's status can be written: an update overwrites all of it."""
_BREAKDOWNS = frozenset({500, 502, 503, 504})
"""After any of these YouTube wants the session to be asked, not the bytes to be sent again."""


class YouTube:
    """One channel."""

    def __init__(self, account: Account) -> None:
        self.api = Api(account)

    def requirements(self) -> Requirements:
        """Ask what the channel may do now."""
        items = self.api.read("channels", mine=True, part="id,snippet,status").get("items") or []
        if not items:
            raise AccountTrouble("This Google account has no YouTube channel.")
        channel = items[0]
        snippet, status = channel.get("snippet") or {}, channel.get("status") or {}
        is_verified = status.get("longUploadsStatus") == "allowed"
        longest = PLATFORM.media.longest_ms if is_verified else int(self.api.settings["longest_unverified_ms"])
        choices = {"playlist": self._playlists(), "category": self._categories(str(snippet.get("country") or "US"))}
        words = "" if is_verified else "Without a verified phone number, this channel's films end at 15 minutes."
        return Requirements(
            nickname=str(snippet.get("title") or ""),
            picture_url=str(((snippet.get("thumbnails") or {}).get("default") or {}).get("url") or ""),
            longest_ms=longest,
            choices={name: told for name, told in choices.items() if told is not None},
            words=words,
        )

    def start(self, post: Post) -> Handle:
        """Open a session. What YouTube would not take is said before it is asked."""
        check(post)
        session = opened(self.api, post)
        return {
            "session": session.address,
            "size": post.size,
            "offset": 0,
            "is_short_expected": is_short_expected(post),
        }

    def transfer(self, post: Post, handle: Handle, *, until: Callable[[], bool], told: Progress) -> Moved:
        """Bring all but the last chunk. With that YouTube has the film but no video of it, whatever happens."""
        if handle.get("video_id"):
            return Moved(handle, is_complete=True, sent_bytes=post.size)
        try:
            session = looked_at(self.api, _session(post, handle))
        except SessionGone as error:
            raise _unsure(error) if handle.get("was_sent") else error from None
        if session.video is not None:
            kept = search.committed(self.api, handle, session.video_id).handle
            return Moved(kept, is_complete=True, sent_bytes=post.size)
        unit = int(self.api.settings["chunk_unit"])
        chunk = max(1, int(self.api.settings["chunk_bytes"]) // unit) * unit
        limit = last_chunk(post.size, chunk)
        told(session.offset)
        while (end := next_end(session.offset, limit, chunk, unit)) > session.offset:
            # A session that has moved is kept first: the next request might be the last that we see of it.
            if until() or session.address != handle["session"]:
                return Moved(_kept(handle, session), is_complete=False, sent_bytes=session.offset)
            before, session = session, self._brought(post, session, end)
            told(session.offset)
            if session.offset <= before.offset:
                return Moved(_kept(handle, session), is_complete=False, sent_bytes=session.offset, again_after_s=5)
        return Moved(_kept(handle, session), is_complete=True, sent_bytes=session.offset)

    def commit(self, post: Post, handle: Handle) -> Committed:
        """Send the rest, which makes the video. The session is asked first: it may have made it already.

        `Unavailable` means that nothing was made: `transfer` is what comes next.
        """
        if handle.get("video_id"):
            return search.committed(self.api, handle, str(handle["video_id"]))
        try:
            session = looked_at(self.api, _session(post, handle))
            while session.video is None:
                session = self._finished(post, session)
        except SessionGone as error:
            if handle.get("was_sent"):
                raise _unsure(error) from error
            # Nothing was made, and nothing of this can be. Bringing it again finds that out, and begins anew.
            raise Unavailable(
                "The upload ended at YouTube before its last part was sent. It begins anew.",
                vendor_words=error.vendor_words,
            ) from error
        return search.committed(self.api, _kept(handle, session), session.video_id)

    def reconcile(
        self, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """Find out what came of the last chunk: its session knows; after its end, the owner's list of uploads."""
        if handle.get("video_id"):
            return search.committed(self.api, handle, str(handle["video_id"]))
        return search.reconciled(self.api, post, handle, since=since, taken=taken)

    def observe(self, post: Post, handle: Handle, remote_id: str) -> Seen:
        """Look where the video is."""
        return sight.seen(self.api, post, handle, remote_id)

    def side_steps(self, post: Post) -> tuple[str, ...]:
        """Return what is done beside the post."""
        return beside.steps_of(post)

    def side_step(self, kind: str, post: Post, handle: Handle, remote_id: str) -> Mapping[str, str]:
        """Do one of these."""
        return beside.done(self.api, kind, post, remote_id or str(handle.get("video_id") or ""))

    def take_down(self, remote_id: str) -> None:
        """Delete the video. One that is gone already is no error."""
        try:
            self.api.write("DELETE", "videos", id=remote_id)
        except Invalid as error:
            if "videoNotFound" not in error.vendor_words:
                raise

    def set_privacy(self, remote_id: str, *, privacy: str, publish_at: datetime | None = None) -> None:
        """Make a video public, unlisted or private, or give it a time. The rest of its status is sent as it is."""
        if publish_at is not None and privacy == "unlisted":
            raise Rejected("At its time, YouTube makes a scheduled video public for everyone.", field="privacy")
        items = self.api.read("videos", part="status", id=remote_id).get("items") or []
        if not items:
            raise Invalid("The video is no longer on YouTube.")
        before = items[0].get("status") or {}
        status: dict[str, Any] = {name: before[name] for name in _KEPT if name in before}
        status.pop("publishAt", None)
        status["privacyStatus"] = privacy if publish_at is None else "private"
        if publish_at is not None:
            status["publishAt"] = rfc3339(publish_at)
        after = self.api.write("PUT", "videos", {"id": remote_id, "status": status}, part="status")
        is_due = publish_at is not None and (after.get("status") or {}).get("privacyStatus") == "public"
        if (after.get("status") or {}).get("privacyStatus") != status["privacyStatus"] and not is_due:
            raise Rejected("YouTube did not take this setting for who can watch.", field="privacy")

    def figures(self, remote_ids: Sequence[str], *, since: datetime, now: datetime) -> Mapping[str, Figures]:
        """Return the numbers of these videos."""
        return numbers.figures(self.api, list(dict.fromkeys(remote_ids)), since=since, now=now)

    def channel_figures(self) -> ChannelFigures:
        """Return the channel's own numbers."""
        return numbers.channel_figures(self.api)

    def retention(self, remote_id: str, *, since: datetime, now: datetime) -> Sequence[tuple[float, float]]:
        """Return when people leave."""
        return numbers.retention(self.api, remote_id, since=since, now=now)

    def close(self) -> None:
        """Let go of the connections."""
        self.api.line.close()

    def _brought(self, post: Post, session: Session, end: int) -> Session:
        """Send a chunk that is not the last: one whose answer is lost is asked after, next time."""
        try:
            return sent(self.api, post, session, end)
        except Unconfirmed as error:
            raise Unavailable(
                "YouTube did not answer while the film was sent.", vendor_words=error.vendor_words
            ) from error

    def _finished(self, post: Post, session: Session) -> Session:
        """Send all that is left. A 308 says for sure that there is no video yet, so what it lacks may follow."""
        if session.offset >= post.size:
            raise Unconfirmed("YouTube has every byte of the film and has not yet said which video it became.")
        try:
            after = sent(self.api, post, session, post.size, unsure=_BREAKDOWNS)
        except (BadAnswer, Invalid, RateLimited, SessionGone) as error:
            # Whoever said that on the way, only the session knows.
            raise Unconfirmed(
                "YouTube's answer to the end of the film makes no sense.", vendor_words=error.vendor_words
            ) from error
        if after.video is None and after.offset <= session.offset:
            raise Unavailable("YouTube keeps nothing of what it is sent.", retry_after_s=60)
        return after

    def _playlists(self) -> list[dict[str, str]] | None:
        return self._offered("playlists", mine=True, part="id,snippet", maxResults=self.api.settings["page"])

    def _categories(self, region: str) -> list[dict[str, str]] | None:
        return self._offered("videoCategories", part="snippet", regionCode=region)

    def _offered(self, what: str, **params: Any) -> list[dict[str, str]] | None:
        """Return what can be chosen; None where it cannot be had now: a draft can be written without."""
        try:
            items = self.api.read(what, **params).get("items") or []
        except MissingScope:
            return None
        except (Reconnect, NeedsSetup):
            raise
        except PlatformError:
            return None
        return [
            {"value": str(item["id"]), "label": str(item["snippet"].get("title") or item["id"])}
            for item in items
            if item["snippet"].get("assignable", True)
        ]


def _unsure(error: SessionGone) -> Unconfirmed:
    return Unconfirmed(
        "YouTube no longer knows the upload, whose last part was sent before.", vendor_words=error.vendor_words
    )


def _session(post: Post, handle: Handle) -> Session:
    return Session(str(handle["session"]), post.size, int(handle.get("offset") or 0))


def _kept(handle: Handle, session: Session) -> dict[str, Any]:
    return {**handle, "session": session.address, "offset": session.offset}
