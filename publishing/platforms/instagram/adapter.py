"""Reels on Instagram: a container is made and filled, and one request publishes it.

Publishing may be answered with an error although it happened. So whatever its answer is, other than a success or one
of a few that cannot have had an effect, the container is asked: only what it says is the truth.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
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
    Whereabouts,
)
from publishing.platforms.errors import (
    AccountTrouble,
    Invalid,
    MissingScope,
    NeverTaken,
    PlatformError,
    QuotaGone,
    RateLimited,
    Rejected,
    SessionGone,
    Unavailable,
    Unconfirmed,
)

from . import containers, figures, posts
from .containers import Container, Halted, Status, Watched
from .graph import Graph
from .refusals import Missing, NotReady, Passing, failure_of

_LASTING = (AccountTrouble, MissingScope, Rejected, Invalid)
_PATIENT_LOOKS = 3
_LATE_S = 30.0
_SETTLES_S = 2.0
"""What was on its way when an upload was cut off still arrives."""


class Adapter:
    """One Instagram account."""

    def __init__(self, account: Account) -> None:
        self.account = account
        login = str(account.settings.get("login") or "instagram")
        self.graph = Graph(account.app, login, account.tokens.access)

    def requirements(self) -> Requirements:
        """Ask who the account is, and how often it may still post today."""
        who = self.graph.get(self._me, fields="username,profile_picture_url")
        return Requirements(
            nickname=str(who.get("username") or ""),
            picture_url=str(who.get("profile_picture_url") or ""),
            quota=self._quota(),
        )

    def start(self, post: Post) -> Handle:
        """Make a container. One whose answer is lost is forgotten there within a day."""
        caption = containers.caption_of(post)
        fields = containers.fields_of(post, self.graph, caption=caption)
        self._demand_room()
        try:
            made = self.graph.send(f"{self._me}/media", fields)
        except (Unconfirmed, SessionGone) as error:
            raise Unavailable("Instagram could not begin a post.", vendor_words=error.vendor_words) from error
        if not made.get("id"):
            raise Unavailable("Instagram could not begin a post.", vendor_words="the answer has no id")
        return {
            "container": str(made["id"]),
            "uploads": containers.uploads(post, self.graph),
            "caption": caption,
        }

    def transfer(self, post: Post, handle: Handle, *, until: Callable[[], bool], told: Progress) -> Moved:
        """Send what is missing where we send, and look until the film is digested."""
        uploads = bool(handle.get("uploads"))
        try:
            found = containers.look(self.graph, str(handle["container"]), with_bytes=uploads)
        except Missing as error:
            return self._looked_in_vain(handle, error)
        if found.status in {Status.FINISHED, Status.PUBLISHED}:
            told(post.size)
            kept = _without(handle, "missed", "looks")
            if found.status is Status.FINISHED and "before" not in kept:
                kept["before"] = posts.alike(self.graph, self._me, caption=str(handle.get("caption", "")))
            return Moved(kept, is_complete=True, sent_bytes=post.size)
        _raise_ended(found)
        if uploads and found.stored_bytes < post.size:
            return self._sent(post, _without(handle, "missed"), found.stored_bytes, until, told)
        return self._waits(post, _without(handle, "missed"))

    def commit(self, post: Post, handle: Handle) -> Committed:
        """Publish the container: once, and only one that is finished and not published yet."""
        container = str(handle["container"])
        found = containers.look(self.graph, container)
        try:
            _raise_ended(found)
        except SessionGone as error:
            if handle.get("commits"):
                raise Unconfirmed(str(error), vendor_words=error.vendor_words) from error
            raise NeverTaken(str(error), vendor_words=error.vendor_words) from error
        if found.status is Status.PUBLISHED:
            raise Unconfirmed("Instagram has published this before.")
        if found.status is not Status.FINISHED:
            raise NotReady("Instagram is still preparing the film.", retry_after_s=self.graph.number("look_s"))
        made = self._published(container, was_tried=bool(handle.get("commits")))
        return Committed(self._done(handle), remote_id=made)

    def reconcile(
        self, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """Ask the container whether it was published, and find the post that it became."""
        since = min([since, *filter(None, [posts.when(handle.get("since"))])])
        try:
            found = containers.look(self.graph, str(handle["container"]))
        except Missing as error:
            return self._unreadable(handle, error, since, taken)
        if found.status is Status.PUBLISHED:
            return self._named(handle, since, taken)
        if found.status in {Status.EXPIRED, Status.ERROR}:
            return self._unless_seen(NotThere("start", {}), handle, found, since, taken)
        return self._doubted(handle, found, since, taken)

    def observe(self, post: Post, handle: Handle, remote_id: str) -> Seen:
        """Look at the post; where nobody knows its id, Instagram's word that it was published is all there is."""
        if remote_id:
            return posts.see(self.graph, self._me, remote_id, is_fresh=self._is_fresh(handle))
        if handle.get("is_published"):
            return Seen(Whereabouts.LIVE, words="Instagram has published it, but does not tell which post it is.")
        found = containers.look(self.graph, str(handle["container"]))
        if found.status is Status.PUBLISHED:
            return Seen(Whereabouts.LIVE, words="Instagram has published it, but does not tell which post it is.")
        if found.status in {Status.ERROR, Status.EXPIRED}:
            return Seen(Whereabouts.FAILED, words="Instagram did not publish it.", vendor_words=found.words)
        return Seen(Whereabouts.PROCESSING, again_after_s=self.graph.number("look_s"))

    def side_steps(self, post: Post) -> tuple[str, ...]:
        """Return what is done beside: a post's id is no address, so that is asked for."""
        return ("permalink",)

    def side_step(self, kind: str, post: Post, handle: Handle, remote_id: str) -> Mapping[str, str]:
        """Ask for the post's address."""
        if kind != "permalink":
            raise Invalid(f"Instagram has no {kind}.")
        if not remote_id:
            raise Invalid("Instagram does not tell which post it is, so it has no address here.")
        url = posts.permalink(self.graph, remote_id)
        if not url:
            raise Unavailable("Instagram does not tell the reel's address yet.")
        return {"url": url}

    def figures(self, remote_ids: Sequence[str], *, since: datetime, now: datetime) -> Mapping[str, Figures]:
        """Return the numbers of these posts."""
        return figures.of_posts(self.graph, remote_ids)

    def channel_figures(self) -> ChannelFigures:
        """Return the account's own numbers."""
        return figures.of_account(self.graph, self._me)

    def close(self) -> None:
        """Let go of the connections."""
        self.graph.close()

    @property
    def _me(self) -> str:
        return self.account.remote_id

    def _quota(self) -> dict[str, tuple[int, int]]:
        return _quota(self.graph.get(f"{self._me}/content_publishing_limit", fields="quota_usage,config"))

    def _demand_room(self) -> None:
        """What cannot be posted today need not be sent today. Raise `QuotaGone`."""
        used, most = self._quota().get("posts", (0, 1))
        if used >= most:
            words = f"This account has posted as often as Instagram allows in a day ({most})."
            raise QuotaGone(words, bucket="posts")

    # --- Bringing it over ----------------------------------------------------------------------------

    def _sent(self, post: Post, handle: Handle, start: int, until: Callable[[], bool], told: Progress) -> Moved:
        told(start)
        piece = Watched(post.path, start, post.size - start, until)
        try:
            answer = self.graph.upload(str(handle["container"]), piece, post.size)
        except Halted:
            return Moved(handle, is_complete=False, sent_bytes=start, again_after_s=_SETTLES_S)
        if answer.get("success") is False:
            raise Unavailable("Instagram did not take the upload.", vendor_words=str(answer)[:500])
        told(post.size)
        return self._waits(post, handle)

    def _waits(self, post: Post, handle: Handle) -> Moved:
        """Return when to look again: every minute at first, then ever more seldom."""
        looks = int(handle.get("looks", 0)) + 1
        pause_s = self.graph.number("look_s") * 2 ** max(0, looks - int(self.graph.number("looks_often")))
        return Moved(
            {**handle, "looks": looks},
            is_complete=False,
            sent_bytes=post.size,
            again_after_s=min(pause_s, self.graph.number("look_longest_s")),
            words="Instagram is preparing the film.",
        )

    def _looked_in_vain(self, handle: Handle, error: Missing) -> Moved:
        """A container that was just made is not always found at once."""
        missed = int(handle.get("missed", 0)) + 1
        if missed > _PATIENT_LOOKS:
            raise SessionGone(str(error), vendor_words=error.vendor_words) from error
        return Moved({**handle, "missed": missed}, is_complete=False, again_after_s=_LATE_S)

    # --- Publishing ----------------------------------------------------------------------------------

    def _published(self, container: str, *, was_tried: bool) -> str:
        """Send the one request. Raise `Unconfirmed` for all that does not prove that nothing happened."""
        try:
            made = self.graph.send(f"{self._me}/media_publish", {"creation_id": container})
        except (Unconfirmed, NotReady, QuotaGone):
            raise
        except PlatformError as error:
            # What never arrived had no effect. A refusal that lasts is believed the second time only: then the
            # container has said for minutes that the first one had none.
            never_arrived = isinstance(error, Unavailable) and not isinstance(error, Passing | RateLimited)
            if never_arrived or (was_tried and isinstance(error, _LASTING)):
                raise
            raise Unconfirmed(
                "Instagram answered with an error. It may have been posted all the same.",
                vendor_words=error.vendor_words,
            ) from error
        if not made.get("id"):
            raise Unconfirmed("Instagram's answer does not name the post.", vendor_words=str(made)[:500])
        return str(made["id"])

    def _done(self, handle: Handle) -> dict[str, Any]:
        known = {"is_published": True, "published_at": datetime.now(UTC).isoformat()}
        return {**_without(handle, "doubts", "late", "missed", "looks"), **known}

    def _is_fresh(self, handle: Handle) -> bool:
        at = posts.when(handle.get("published_at"))
        return at is not None and (datetime.now(UTC) - at).total_seconds() < self.graph.number("fresh_s")

    # --- What came of it -----------------------------------------------------------------------------

    def _named(self, handle: Handle, since: datetime, taken: frozenset[str]) -> Committed | Undecided:
        """It was published: find its id. A list may be late; two alike are never told apart by guessing."""
        found = self._candidates(handle, since, taken)
        if len(found) == 1:
            url = str(found[0].get("permalink") or "")
            return Committed(self._done(handle), remote_id=str(found[0]["id"]), url=url)
        late = int(handle.get("late", 0)) + 1
        if late <= _PATIENT_LOOKS:
            words = ("Instagram says that it was published.", f"{len(found)} posts there could be it.")
            return Undecided(words, again_after_s=_LATE_S, handle={**handle, "late": late})
        return Committed(self._done(handle))

    def _doubted(
        self, handle: Handle, found: Container, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """It was not published yet: look some more before that is believed, and then publish the same container."""
        doubts = int(handle.get("doubts", 0)) + 1
        commits = int(handle.get("commits", 0)) + 1
        words = (
            f"Instagram says of the upload: {found.status.value}. Looked {doubts} times.",
            f"It was asked to publish it {commits} times.",
        )
        is_over = doubts > int(self.graph.number("doubts")) and found.status is Status.FINISHED
        if not is_over or commits >= int(self.graph.number("most_commits")):
            return Undecided(words, again_after_s=self.graph.number("doubt_s"), handle={**handle, "doubts": doubts})
        kept = {**_without(handle, "doubts", "late", "missed"), "commits": commits, "since": since.isoformat()}
        return self._unless_seen(NotThere("commit", kept), handle, found, since, taken)

    def _unless_seen(
        self, nowhere: NotThere, handle: Handle, found: Container, since: datetime, taken: frozenset[str]
    ) -> Undecided | NotThere:
        """The container says no. Where a post with this caption stands there all the same, a person has to look."""
        like = self._candidates(handle, since, taken)
        if not like:
            return nowhere
        links = ", ".join(str(row.get("permalink") or row.get("id")) for row in like[:3])
        words = f"Instagram says of the upload: {found.status.value}."
        return Undecided((words, f"Yet there is a post with this caption: {links}"), again_after_s=300.0)

    def _unreadable(
        self, handle: Handle, error: Missing, since: datetime, taken: frozenset[str]
    ) -> Committed | Undecided:
        """The container cannot be read: look again, and in the end at the posts alone."""
        late = int(handle.get("late", 0)) + 1
        if late <= _PATIENT_LOOKS:
            words = "Instagram does not show the upload."
            return Undecided((words, error.vendor_words), again_after_s=_LATE_S, handle={**handle, "late": late})
        found = self._candidates(handle, since, taken)
        if len(found) == 1:
            return Committed(
                self._done(handle), remote_id=str(found[0]["id"]), url=str(found[0].get("permalink") or "")
            )
        words = "Instagram no longer knows the upload."
        return Undecided((words, f"{len(found)} posts there could be it."), again_after_s=300.0)

    def _candidates(self, handle: Handle, since: datetime, taken: frozenset[str]) -> list[Mapping[str, Any]]:
        caption, known = str(handle.get("caption", "")), taken | set(handle.get("before", ()))
        return posts.candidates(self.graph, self._me, caption=caption, since=since, taken=known)


def _raise_ended(found: Container) -> None:
    if found.status is Status.ERROR:
        raise failure_of(found.words)
    if found.status is Status.EXPIRED:
        raise SessionGone("The film has expired at Instagram before it was posted.", vendor_words=found.words)


def _without(handle: Handle, *names: str) -> dict[str, Any]:
    return {name: value for name, value in handle.items() if name not in names}


def _quota(limits: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    rows = limits.get("data")
    row = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], Mapping) else {}
    config = row.get("config")
    total = config.get("quota_total") if isinstance(config, Mapping) else None
    used = row.get("quota_usage")
    if not isinstance(total, int) or not isinstance(used, int):
        return {}
    return {"posts": (used, total)}
