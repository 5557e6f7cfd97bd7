"""TikTok as one account: the last byte of the upload is what makes the post, and nothing takes it back.

Opening an upload is harmless: without all its bytes it comes to nothing within the hour. So whatever is lost before
the last chunk is begun anew, and whatever is lost after it is found by asking where the very same upload is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import httpx

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
    MissingScope,
    NeverTaken,
    PlatformError,
    QuotaGone,
    SessionGone,
    Unavailable,
    Unconfirmed,
)

from . import display
from .chunks import Chunks
from .client import TikTok, address
from .draft import EVERYBODY, Creator, check_file, post_info
from .meanings import OutOfStep, stored_bytes
from .status import Status
from .whereabouts import looked, place

_MISSES = 3
"""How often a transfer may be sent back to an earlier part before it is left to a later one."""
_RESENT_BLINDLY, _RESENT = 3, 9
"""How often a film's end is sent again where TikTok does not say what it has, and where it says that it is less."""


class TikTokPlatform:
    """TikTok, used as one account."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.app = account.app
        self._wire = TikTok(account.app, account.tokens.access)

    def requirements(self) -> Requirements:
        """Ask what the account may do now. TikTok wants that asked before each post, and its name shown."""
        creator = self._creator()
        return Requirements(
            nickname=creator.nickname,
            picture_url=creator.picture_url,
            longest_ms=creator.longest_ms,
            choices={"privacy": creator.choices(self.app)},
            locked=creator.locked,
            words=creator.words(self.app),
        )

    def start(self, post: Post) -> Handle:
        """Open an upload."""
        check_file(post)
        creator = self._creator()
        creator.check(post, self.app)
        info = post_info(post, creator)
        chunks = Chunks.planned(post.size)
        source = {
            "source": "FILE_UPLOAD",
            "video_size": chunks.size,
            "chunk_size": chunks.each,
            "total_chunk_count": chunks.count,
        }
        try:
            opened = self._wire.once("/v2/post/publish/video/init/", {"post_info": info, "source_info": source})
        except Unconfirmed as error:
            # An upload that never gets its bytes comes to nothing.
            raise Unavailable(
                "TikTok did not answer when the upload was opened.", vendor_words=error.vendor_words
            ) from error
        return self._handle(opened, chunks, creator.username, str(info["privacy_level"]))

    def transfer(self, post: Post, handle: Handle, *, until: Callable[[], bool], told: Progress) -> Moved:
        """Send all chunks but the last, from where TikTok says it is."""
        chunks = Chunks.of(handle)
        status = self._status(handle)
        if status.is_failed:
            raise SessionGone("TikTok gave the upload up before it was whole.", vendor_words=status.reason)
        if status.is_taken(chunks.size):
            told(chunks.size)
            return Moved({**handle, "is_there": True}, is_complete=True, sent_bytes=chunks.size)
        number = chunks.wanted(int(handle.get("sent") or 0) if status.stored is None else status.stored)
        misses = 0
        while number < chunks.count - 1:
            told(chunks.start(number))
            if until():
                return self._moved(handle, chunks, number)
            then = self._put(post, handle, chunks, number)
            misses += then <= number
            if misses > _MISSES:
                raise Unavailable("TikTok does not keep what it is sent of the film.")
            number = then
        told(chunks.start(number))
        return self._moved(handle, chunks, number)

    def commit(self, post: Post, handle: Handle) -> Committed:
        """Send the last chunk. Raise `NeverTaken` where it surely came to nothing and a new start is harmless."""
        if handle.get("is_there"):
            return _committed(handle, datetime.now(UTC))
        chunks = Chunks.of(handle)
        try:
            answer = self._send(post, handle, chunks, chunks.count - 1)
        except (SessionGone, OutOfStep) as error:
            return self._settled(handle, chunks, error)
        if answer.status_code != 201:
            raise Unconfirmed(
                "TikTok took the end of the film and did not say that this was all.",
                vendor_words=f"HTTP {answer.status_code}",
            )
        return _committed(handle, datetime.now(UTC))

    def reconcile(
        self, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """Ask where the upload is. It is one post at most, however often its end is sent."""
        chunks = Chunks.of(handle)
        try:
            status = self._status(handle)
        except (SessionGone, AccountTrouble) as error:
            return self._searched(post, handle, error, since=since, taken=taken)
        if status.is_failed and status.failing.may_try_again:
            return NotThere("start", {})
        if status.is_failed or status.is_taken(chunks.size):
            # Why it failed is for `observe` to tell.
            return _committed(handle, datetime.now(UTC), since=since)
        return self._unfinished(handle, chunks, status, since)

    def observe(self, post: Post, handle: Handle, remote_id: str) -> Seen:
        """Look where the post is."""
        try:
            status: Status | None = self._status(handle)
        except SessionGone:
            status = None  # TikTok forgets uploads, some time after they became posts
        known = remote_id or (status.post_ids[0] if status and status.post_ids else "")
        if remote_id and (status is None or remote_id not in status.post_ids):
            return looked(handle, remote_id, status, self._link(remote_id))
        found = [] if known or status is not None else self._lost(post, _since(handle), frozenset())
        if len(found) == 1:
            known = found[0][0]
        return place(handle, status, known, self._url(handle, known))

    def side_steps(self, post: Post) -> tuple[str, ...]:
        """Return what is done beside the post: only posts for everybody ever get an id that others can use."""
        return ("permalink",) if post.text.get("privacy") == EVERYBODY else ()

    def side_step(self, kind: str, post: Post, handle: Handle, remote_id: str) -> Mapping[str, str]:
        """Find the post's own id and address. Raise `Unavailable` while TikTok does not tell them."""
        if kind != "permalink":
            raise BadAnswer(f"TikTok has no {kind} of its own.")
        if remote_id:
            return {"remote_id": remote_id, "url": self._url(handle, remote_id)}
        try:
            ids = self._status(handle).post_ids
        except SessionGone:
            ids = ()
        found = [(ids[0], self._url(handle, ids[0]))] if ids else self._lost(post, _since(handle), frozenset())
        if len(found) != 1:
            raise Unavailable("TikTok does not tell the post's address yet: it may be looking the film over.")
        return {"remote_id": found[0][0], "url": found[0][1] or self._url(handle, found[0][0])}

    def figures(self, remote_ids: Sequence[str], *, since: datetime, now: datetime) -> Mapping[str, Figures]:
        """Return the numbers of these posts, whole and of this moment."""
        return display.numbers(self._wire, remote_ids)

    def channel_figures(self) -> ChannelFigures:
        """Return the account's own numbers."""
        return display.account_numbers(self._wire)

    def close(self) -> None:
        """Let go of the connections."""
        self._wire.close()

    def _creator(self) -> Creator:
        return Creator.of(self._wire.look("/v2/post/publish/creator_info/query/", {}))

    def _status(self, handle: Handle) -> Status:
        found = self._wire.look("/v2/post/publish/status/fetch/", {"publish_id": str(handle.get("publish_id") or "")})
        return Status.of(found)

    def _handle(self, opened: Mapping[str, Any], chunks: Chunks, username: str, privacy: str) -> Handle:
        publish_id, upload_url = str(opened.get("publish_id") or ""), str(opened.get("upload_url") or "")
        if not publish_id or not upload_url:
            raise BadAnswer("TikTok opened an upload without saying where.")
        return {
            "publish_id": publish_id,
            "upload_url": self._wire.uploads.checked(upload_url),
            "size": chunks.size,
            "each": chunks.each,
            "count": chunks.count,
            "sent": 0,
            "username": username,
            "privacy": privacy,
        }

    def _put(self, post: Post, handle: Handle, chunks: Chunks, number: int) -> int:
        """Send a chunk that is not the last; return which is wanted next."""
        try:
            stored = stored_bytes(self._send(post, handle, chunks, number))
        except Unconfirmed as error:
            # Whatever came of it, the next worker asks first what is there.
            raise Unavailable("The upload to TikTok broke off.", vendor_words=error.vendor_words) from error
        except OutOfStep as error:
            if error.stored is None:
                raise Unavailable(str(error), vendor_words=error.vendor_words) from error
            return chunks.wanted(error.stored)
        return number + 1 if stored is None else chunks.wanted(stored)

    def _send(self, post: Post, handle: Handle, chunks: Chunks, number: int) -> httpx.Response:
        piece, url = chunks.piece(number, post.path), str(handle.get("upload_url") or "")
        return self._wire.put(url, piece, total=chunks.size, media_type=post.media_type)

    @staticmethod
    def _moved(handle: Handle, chunks: Chunks, number: int) -> Moved:
        sent = chunks.start(number)
        return Moved({**handle, "sent": sent}, is_complete=number >= chunks.count - 1, sent_bytes=sent)

    def _settled(self, handle: Handle, chunks: Chunks, refused: PlatformError) -> Committed:
        """The last chunk was turned away: because it is there already, or because its session is gone?"""
        if isinstance(refused, OutOfStep) and (refused.stored or 0) >= chunks.size:
            return _committed(handle, datetime.now(UTC))
        try:
            status = self._status(handle)
        except PlatformError as error:
            raise Unconfirmed(
                "TikTok turned the end of the film away, and does not say what it has.", vendor_words=error.vendor_words
            ) from error
        if status.is_failed or status.is_taken(chunks.size):
            return _committed(handle, datetime.now(UTC))
        if isinstance(refused, SessionGone):
            # Only the bytes that it never got would have made it a post.
            raise NeverTaken(str(refused), vendor_words=refused.vendor_words)
        raise Unconfirmed("TikTok wants another part of the film first.", vendor_words=refused.vendor_words)

    @staticmethod
    def _unfinished(handle: Handle, chunks: Chunks, status: Status, since: datetime) -> NotThere | Undecided:
        """TikTok says that bytes are missing. They may be sent again: it is the same upload, so the same post."""
        resent = int(handle.get("resent") or 0)
        if resent >= (_RESENT_BLINDLY if status.stored is None else _RESENT):
            evidence = (
                f"The end of the film was sent to TikTok after {since:%Y-%m-%d %H:%M} UTC, and {resent} times since.",
                "TikTok does not say how much of it there is."
                if status.stored is None
                else f"TikTok says that it has {status.stored} of {chunks.size} bytes.",
                "Look into the TikTok app, under your profile, whether the film is there.",
            )
            return Undecided(evidence, again_after_s=60)
        number = chunks.count - 1 if status.stored is None else chunks.wanted(status.stored)
        step = "commit" if number == chunks.count - 1 else "transfer"
        return NotThere(step, {**handle, "sent": chunks.start(number), "resent": resent + 1})

    def _searched(
        self, post: Post, handle: Handle, error: PlatformError, *, since: datetime, taken: frozenset[str]
    ) -> Committed | Undecided:
        found = self._lost(post, since, taken)
        if len(found) == 1:
            done = _committed(handle, datetime.now(UTC), since=since)
            return Committed(done.handle, found[0][0], found[0][1] or self._url(handle, found[0][0]))
        seen = (
            f"{len(found)} videos of the account look like this one."
            if found
            else ("Among the account's public videos none looks like this one; others cannot be seen from here.")
        )
        evidence = (
            f"The end of the film was sent to TikTok after {since:%Y-%m-%d %H:%M} UTC.",
            str(error),
            seen,
            "Look into the TikTok app, under your profile, whether the film is there.",
        )
        return Undecided(evidence, again_after_s=300)

    def _lost(self, post: Post, since: datetime, taken: frozenset[str]) -> list[tuple[str, str]]:
        if post.text.get("privacy") != EVERYBODY:
            return []
        try:
            return display.lost(self._wire, post, since=since, taken=taken)
        except MissingScope:
            return []

    def _link(self, remote_id: str) -> str | None:
        """Return where a post is seen, None if it cannot be; "" where we may not ask."""
        try:
            return display.link(self._wire, remote_id)
        except (MissingScope, QuotaGone):
            return ""

    def _url(self, handle: Handle, remote_id: str) -> str:
        username = str(handle.get("username") or self.account.settings.get("facts", {}).get("username") or "")
        return f"{address(self.app, 'site')}/@{username}/video/{remote_id}" if username and remote_id else ""


def _committed(handle: Handle, at: datetime, since: datetime | None = None) -> Committed:
    """All is there, since `since` or later. The upload's address is of no more use, so it is not kept."""
    kept = {name: value for name, value in handle.items() if name != "upload_url"}
    made_after = (since or at).isoformat()
    return Committed({**kept, "is_there": True, "committed_at": at.isoformat(), "made_after": made_after})


def _since(handle: Handle) -> datetime:
    try:
        return datetime.fromisoformat(str(handle["made_after"]))
    except (KeyError, ValueError):
        return datetime.now(UTC)
