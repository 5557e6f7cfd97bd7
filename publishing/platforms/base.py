"""What every platform promises: a post in four steps, of which only one cannot be taken back.

`start` opens what is needed at the platform, `transfer` moves bytes and waits until the platform has digested them,
`commit` is the one request that makes the post exist, `observe` only looks. Nothing that `start` and `transfer` do can
be seen by anybody, so both may be repeated; `commit` is sent once, and where its answer is lost `reconcile` finds out
what came of it. A platform never repeats anything itself, never sleeps longer than `PATIENCE_S`, and keeps nothing in
memory between two calls: all that the next step needs is in the handle, which is stored (sealed) between the steps.

Each call may be made by another process than the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from generation.providers.base import Forged as Forged

Handle = Mapping[str, Any]
"""JSON. It may hold secrets (an upload's address), so it is sealed where it is kept and never logged."""

PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class App:
    """The studio as a platform knows it: the application that its owner registered there, and where it is asked.

    `addresses` override the platform's own by name (as in its row of the catalogue): twins and proxies live elsewhere.
    `settings` are this application's own ways ("is_audited", ...).
    """

    platform: str
    client_id: str = ""
    client_secret: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    allows_private: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """What an account's owner gave us. Times are aware; None: it does not end, or nobody says when."""

    access: str
    refresh: str = ""
    expires_at: datetime | None = None
    refresh_expires_at: datetime | None = None
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """An account that can be published to. `tokens` are set where it has some of its own (a Page's)."""

    remote_id: str
    name: str
    handle: str = ""
    url: str = ""
    picture_url: str = ""
    tokens: Tokens | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What else the platform says of it: {"long_uploads": true, "account_type": "BUSINESS", "uploads": "UU..."}."""


class Login(Protocol):
    """How consent is asked for, kept and given back. Built as `Login(app)`."""

    scopes: tuple[str, ...]
    """All that we ask for."""
    needed: tuple[str, ...]
    """Without which nothing can be published."""

    def authorize_url(self, *, redirect_uri: str, state: str, verifier: str) -> str:
        """Return where the account's owner is sent. `verifier` is PKCE's (43 to 128 unreserved characters)."""
        ...

    def exchange(self, *, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Turn the code that came back into tokens (long-lived ones where there are any). Raise `Reconnect`."""
        ...

    def refresh(self, tokens: Tokens, *, now: datetime) -> Tokens:
        """Return fresh tokens, with the old refresh token where no new one came.

        Raise `Reconnect` where consent has ended, `Unavailable` where it could not be asked.
        """
        ...

    def due(self, tokens: Tokens, *, now: datetime, needed_for_s: float = 0) -> bool:
        """Tell whether it is time to refresh: by the life that is left of the platform's usual one."""
        ...

    def revoke(self, tokens: Tokens) -> bool:
        """Give consent back; False where the platform has no way to (the owner does it there)."""
        ...

    def identities(self, tokens: Tokens) -> Sequence[Identity]:
        """Return the accounts that these tokens reach."""
        ...


@dataclass(frozen=True, slots=True)
class Account:
    """One connected account, ready to be used: a fresh token is in it."""

    app: App
    remote_id: str
    tokens: Tokens
    settings: Mapping[str, Any] = field(default_factory=dict)
    """The channel's own: folder, address, signing secret; "facts" of its identity; "login"."""


@dataclass(frozen=True, slots=True)
class Post:
    """What is to go out.

    `marker` is unguessable, alike in every attempt of one publication, and known to nobody else: a platform that
    shows it to the owner only (a file's name) gets it, so that a lost post can be found again.
    `text` is the draft by the platform's own field names (`catalog` says which). `publish_at` is set where the
    platform is to make it public by itself. `public_url` is where the file may be fetched without a sign-in, for
    platforms that fetch; "" where the studio cannot be reached from outside. `public_cover_url` is the same for the
    cover.
    """

    marker: str
    path: Path
    size: int
    duration_ms: int
    width: int
    height: int
    media_type: str = "video/mp4"
    text: Mapping[str, Any] = field(default_factory=dict)
    publish_at: datetime | None = None
    public_url: str = ""
    public_cover_url: str = ""
    cover_ms: int | None = None
    cover_path: Path | None = None
    captions: Mapping[str, Path] = field(default_factory=dict)
    """By language (BCP 47): SRT files."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How far `transfer` is. It is called again after `again_after_s` until `is_complete`."""

    handle: Handle
    is_complete: bool
    sent_bytes: int = 0
    again_after_s: float = 0.0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Committed:
    """The post was made, or is being made and cannot be stopped. `remote_id` is "" where it comes later."""

    handle: Handle
    remote_id: str = ""
    url: str = ""


class Whereabouts(StrEnum):
    """Where a post is."""

    PROCESSING = "processing"
    SCHEDULED = "scheduled"  # the platform keeps it until its time
    LIVE = "live"
    FAILED = "failed"  # the platform gave up on it: there is no post
    GONE = "gone"  # it was there, and somebody took it down


@dataclass(frozen=True, slots=True)
class Seen:
    """What `observe` saw. `failure` says which of the draft's fields to mend and in whose words, where it failed."""

    where: Whereabouts
    remote_id: str = ""
    url: str = ""
    progress: float | None = None
    again_after_s: float = 30.0
    words: str = ""
    vendor_words: str = ""
    may_try_again: bool = False
    """Failed for the platform's own reasons: a new attempt makes sense and cannot double the post."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """{"privacy": "public", "is_short": true, ...} as the platform reads them back."""


@dataclass(frozen=True, slots=True)
class NotThere:
    """The commit surely had no effect: go on from `step` ("start", "transfer" or "commit") with this handle."""

    step: str
    handle: Handle


@dataclass(frozen=True, slots=True)
class Undecided:
    """Nobody can tell yet; look again. `evidence` are sentences for the person who may have to decide."""

    evidence: tuple[str, ...]
    again_after_s: float = 60.0
    handle: Handle | None = None


@dataclass(frozen=True, slots=True)
class Requirements:
    """What an account may do right now, as the platform says: asked when a draft is opened and before each start.

    `longest_ms` None: not told. `choices` are by the draft's field: {"privacy": ["SELF_ONLY", ...], "playlist":
    [{"value": "PL...", "label": "..."}]}. `locked` are fields the account cannot switch on (comments, ...).
    """

    nickname: str = ""
    picture_url: str = ""
    longest_ms: int | None = None
    choices: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    locked: tuple[str, ...] = ()
    quota: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """What the platform itself says is used and the most there is, by bucket."""
    words: str = ""


Progress = Callable[[int], None]
"""Is told how many bytes the platform has for sure."""


class Platform(Protocol):
    """One platform, used as one account. Built as `Adapter(account)`; `close()` lets go of its connections."""

    def requirements(self) -> Requirements:
        """Ask what the account may do now."""
        ...

    def start(self, post: Post) -> Handle:
        """Open what is needed. Nothing can be seen of it, and one that is forgotten does no harm.

        Raise `Rejected`, `QuotaGone`, `AccountTrouble`, `Reconnect`, `RateLimited` or `Unavailable`.
        """
        ...

    def transfer(self, post: Post, handle: Handle, *, until: Callable[[], bool], told: Progress) -> Moved:
        """Bring over what is missing, as far as can be undone; stop soon after `until()` says so.

        It begins by asking what is there already. Raise `SessionGone` where a new start is needed and harmless.
        """
        ...

    def commit(self, post: Post, handle: Handle) -> Committed:
        """Send the one request that makes the post exist. Raise `Unconfirmed` if its answer is not seen.

        Raise `NeverTaken` where it surely had no effect and a new start is needed.
        """
        ...

    def reconcile(
        self, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """Find out what came of a commit whose answer was lost. Only looks.

        `since` is when it was sent; `taken` are ids that other publications of this account already have.
        """
        ...

    def observe(self, post: Post, handle: Handle, remote_id: str) -> Seen:
        """Look where the post is. May be called at any time, as often as one likes."""
        ...

    def side_steps(self, post: Post) -> tuple[str, ...]:
        """Return what is done beside the post, in order: "thumbnail", "captions", "playlist", "permalink"."""
        ...

    def side_step(self, kind: str, post: Post, handle: Handle, remote_id: str) -> Mapping[str, str]:
        """Do one of these; doing it again changes nothing. Return what is to be kept ({"url": ...}).

        Raise `Unavailable` where it is too early or failed for a passing reason, another error where it never works.
        """
        ...

    def close(self) -> None:
        """Let go of the connections."""
        ...


@runtime_checkable
class CanTakeDown(Protocol):
    """A platform where a post can be deleted through its API."""

    def take_down(self, remote_id: str) -> None:
        """Delete the post. One that is gone already is no error."""
        ...


@runtime_checkable
class CanReschedule(Protocol):
    """A platform that keeps posts until their time, and where privacy can be changed later."""

    def set_privacy(self, remote_id: str, *, privacy: str, publish_at: datetime | None = None) -> None:
        """Make a post public, unlisted or private, or give it (another) time. Everything else of it stays."""
        ...


@dataclass(frozen=True, slots=True)
class Figures:
    """A post's numbers so far, in the platform's own sense; None where it does not tell. Missing is never zero."""

    views: int | None = None
    engaged_views: int | None = None
    likes: int | None = None
    comments: int | None = None
    shares: int | None = None
    saves: int | None = None
    reach: int | None = None
    watch_time_s: int | None = None
    average_view_s: float | None = None
    average_view_share: float | None = None
    """Of the film's length, 0 to 1 and above."""
    followers_gained: int | None = None
    as_of: datetime | None = None
    """Up to when the platform has counted, where that lags behind."""
    notes: tuple[str, ...] = ()
    """Words of a known change of meaning or delay: "views_counted_anew_2026_08"."""


@dataclass(frozen=True, slots=True)
class ChannelFigures:
    """An account's own numbers."""

    followers: int | None = None
    views: int | None = None
    posts: int | None = None
    by_hour: Mapping[tuple[int, int], float] = field(default_factory=dict)
    """Where the platform tells it: (weekday from Monday 0, hour UTC) -> share of the audience that is there."""


@runtime_checkable
class CanCount(Protocol):
    """A platform that gives numbers back."""

    def figures(self, remote_ids: Sequence[str], *, since: datetime, now: datetime) -> Mapping[str, Figures]:
        """Return the numbers of these posts; one that is not told of is missing. `since`: the oldest one's day."""
        ...

    def channel_figures(self) -> ChannelFigures:
        """Return the account's own numbers."""
        ...


@runtime_checkable
class CanTellRetention(Protocol):
    """A platform that says when people leave."""

    def retention(self, remote_id: str, *, since: datetime, now: datetime) -> Sequence[tuple[float, float]]:
        """Return (share of the film's length, share of viewers who watch there), in order; empty: not known yet."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """What a platform's webhook told: only a hint to look. `fence` is its own id, for telling doubles."""

    delivery_id: str
    event: str
    remote_ref: str = ""
    """Of the upload or the post it is about, as our handle or remote id has it."""
    account_ref: str = ""
