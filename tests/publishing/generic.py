"""A platform for tests: the adapter of `tests.twins.platform`, its row, and how it is put into the catalogue."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from publishing.platforms.base import (
    Account,
    App,
    Committed,
    Forged,
    Handle,
    Identity,
    Message,
    Moved,
    NotThere,
    Post,
    Progress,
    Requirements,
    Seen,
    Tokens,
    Undecided,
    Whereabouts,
)
from publishing.platforms.errors import (
    BadAnswer,
    PlatformError,
    QuotaGone,
    RateLimited,
    Reconnect,
    Rejected,
    SessionGone,
    StaleToken,
    Unavailable,
    Unconfirmed,
)
from publishing.platforms.specs import FieldSpec, LoginSpec, MediaSpec, PlatformSpec, QuotaSpec

KEY = "generic"
CHUNK = 512
"""Small, so that a small film has a few of them."""


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    body: dict[str, Any] = field(default_factory=dict)
    retry_after: str = ""


def send(method: str, url: str, token: str, body: bytes, headers: Mapping[str, str]) -> Reply:
    """Send one request over a connection of its own. Raise `OSError` or `HTTPException` without an answer."""
    parts = urlsplit(url)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        line.connect()
    except OSError as error:
        raise Unavailable("The platform cannot be reached.", vendor_words=str(error)) from error
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        line.request(method, path, body, {"Authorization": f"Bearer {token}", **headers})
        answer = line.getresponse()
        content = answer.read()
        told = json.loads(content) if content.startswith((b"{", b"[")) else {}
        return Reply(answer.status, told, answer.headers.get("Retry-After", ""))
    finally:
        line.close()


def ask(method: str, url: str, token: str = "", told: Any = None, body: bytes = b"", **headers: str) -> Reply:
    """Send one request; turn what is no answer, and every refusal, into what it means."""
    try:
        reply = send(method, url, token, json.dumps(told).encode() if told is not None else body, headers)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unconfirmed("No answer arrived.", vendor_words=repr(error)) from error
    if reply.status < 400:
        return reply
    raise _meant(reply)


def _meant(reply: Reply) -> PlatformError:
    what = reply.body.get("error", "")
    if reply.status == 401:
        return StaleToken("The token is not taken.")
    if what == "invalid_grant":
        return Reconnect("The account has to be connected again.")
    if what == "quota":
        until = datetime.fromtimestamp(reply.body["until"], UTC)
        return QuotaGone("Today's posts are used up.", until=until, bucket="posts", everywhere=True)
    if reply.status == 429:
        return RateLimited("Asked too often.", retry_after_s=float(reply.retry_after or 30))
    if what == "session":
        return SessionGone("The upload is no longer known.")
    if reply.status in {500, 502, 504}:
        return Unconfirmed("The platform broke down.", vendor_words=str(reply.status))
    if reply.status == 503:
        return Unavailable("The platform has no room.")
    if reply.status == 404:
        return BadAnswer("There is no such post.")
    return Rejected(f"The platform refused it ({reply.status}).", field="title")


class GenericLogin:
    """How an account signs in."""

    scopes = ("post", "look", "change")
    needed = ("post", "look")

    def __init__(self, app: App) -> None:
        self.url = app.addresses["api"]

    def authorize_url(self, *, redirect_uri: str, state: str, verifier: str) -> str:
        """Return the consent page's address."""
        return f"{self.url}/authorize?" + urlencode({"redirect_uri": redirect_uri, "state": state})

    def exchange(self, *, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Turn a code into tokens."""
        return _tokens(ask("POST", f"{self.url}/token", told={"code": code}).body)

    def refresh(self, tokens: Tokens, *, now: datetime) -> Tokens:
        """Return fresh tokens."""
        try:
            told = ask("POST", f"{self.url}/token", told={"refresh_token": tokens.refresh}).body
        except Unconfirmed as error:
            raise Unavailable(str(error)) from error
        return _tokens({"scope": " ".join(tokens.scopes), **told}, now)

    def due(self, tokens: Tokens, *, now: datetime, needed_for_s: float = 0) -> bool:
        """Tell whether a tenth of a day is all that is left."""
        return tokens.expires_at is not None and tokens.expires_at - now < timedelta(seconds=max(600, needed_for_s))

    def revoke(self, tokens: Tokens) -> bool:
        """Give consent back."""
        ask("POST", f"{self.url}/revoke", tokens.access)
        return True

    def identities(self, tokens: Tokens) -> Sequence[Identity]:
        """Return the accounts."""
        found = ask("GET", f"{self.url}/accounts", tokens.access).body["accounts"]
        return [Identity(one["id"], one["name"]) for one in found]


def _tokens(told: Mapping[str, Any], now: datetime | None = None) -> Tokens:
    from django.utils import timezone

    begin = now or timezone.now()
    return Tokens(
        told["access_token"],
        told["refresh_token"],
        begin + timedelta(seconds=told["expires_in"]),
        None,
        tuple(told.get("scope", "").split()),
    )


class GenericPlatform:
    """The adapter."""

    def __init__(self, account: Account) -> None:
        self.url, self.token = account.app.addresses["api"], account.tokens.access

    def ask(self, method: str, path: str, **more: Any) -> Reply:
        """Ask the platform as this account."""
        return ask(method, self.url + path, self.token, **more)

    def requirements(self) -> Requirements:
        """Ask what the account may do."""
        return Requirements(longest_ms=self.ask("GET", "/may").body["longest_ms"])

    def start(self, post: Post) -> Handle:
        """Open a session."""
        told = {"marker": post.marker, "size": post.size, "title": post.text.get("title", "")}
        if post.publish_at:
            told["publish_at"] = post.publish_at.timestamp()
        return {"session": self.ask("POST", "/sessions", told=told).body["session"]}

    def transfer(self, post: Post, handle: Handle, *, until: Callable[[], bool], told: Progress) -> Moved:
        """Send all chunks but the last."""
        there = self.ask("GET", f"/sessions/{handle['session']}").body
        received = there["received"]
        while not there["post"] and post.size - received > CHUNK and not until():
            received = self._chunk(post, handle, received).body["received"]
            told(received)
        return Moved(handle, bool(there["post"]) or post.size - received <= CHUNK, received)

    def _chunk(self, post: Post, handle: Handle, start: int) -> Reply:
        with post.path.open("rb") as file:
            file.seek(start)
            body = file.read(CHUNK)
        span = {"Content-Range": f"bytes {start}-{start + len(body) - 1}/{post.size}"}
        return self.ask("PUT", f"/sessions/{handle['session']}", body=body, **span)

    def commit(self, post: Post, handle: Handle) -> Committed:
        """Send the last chunk."""
        start = (post.size - 1) // CHUNK * CHUNK
        made = self._chunk(post, handle, start).body.get("post")
        if not made:
            raise Unconfirmed("The platform said something else.")
        return Committed({**handle, "post": made}, made)

    def reconcile(
        self, post: Post, handle: Handle, *, since: datetime, taken: frozenset[str]
    ) -> Committed | NotThere | Undecided:
        """Ask the session, then the list."""
        try:
            there = self.ask("GET", f"/sessions/{handle['session']}").body
        except SessionGone:
            return self._listed(post, handle, taken)
        if there["post"]:
            return Committed({**handle, "post": there["post"]}, there["post"])
        return NotThere("commit" if post.size - there["received"] <= CHUNK else "transfer", handle)

    def _listed(self, post: Post, handle: Handle, taken: frozenset[str]) -> Committed | Undecided:
        rows = self.ask("GET", "/posts").body["posts"]
        mine = [row for row in rows if row["marker"] == post.marker and row["number"] not in taken and not row["fails"]]
        if len(mine) == 1:
            return Committed({**handle, "post": mine[0]["number"]}, mine[0]["number"])
        return Undecided((f"The upload is gone, and of {len(rows)} posts none is this one.",), again_after_s=60)

    def observe(self, post: Post, handle: Handle, remote_id: str) -> Seen:
        """Look at the post."""
        try:
            told = self.ask("GET", f"/posts/{remote_id}").body
        except BadAnswer:
            return Seen(Whereabouts.GONE, words="Somebody took it down there.")
        facts = {"privacy": told["privacy"]}
        url = f"{self.url}/p/{remote_id}"
        return Seen(Whereabouts(told["where"]), remote_id, url, again_after_s=5, may_try_again=True, facts=facts)

    def side_steps(self, post: Post) -> tuple[str, ...]:
        """Return what is done beside it."""
        return ("thumbnail", "permalink")

    def side_step(self, kind: str, post: Post, handle: Handle, remote_id: str) -> Mapping[str, str]:
        """Do it."""
        told = self.ask("POST", f"/posts/{remote_id}/{kind}").body
        return {"url": told["url"]} if kind == "permalink" else {}

    def take_down(self, remote_id: str) -> None:
        """Delete it."""
        self.ask("DELETE", f"/posts/{remote_id}")

    def set_privacy(self, remote_id: str, *, privacy: str, publish_at: datetime | None = None) -> None:
        """Change it."""
        at = publish_at.timestamp() if publish_at else None
        self.ask("POST", f"/posts/{remote_id}", told={"privacy": privacy, "publish_at": at})

    def close(self) -> None:
        """Nothing is kept open."""


def verify(body: bytes, headers: Mapping[str, str], app: App, now: datetime) -> Message:
    """Believe whoever knows the application's secret."""
    if headers.get("x-secret") != app.client_secret:
        raise Forged("the secret is wrong")
    told = json.loads(body)
    return Message(told["id"], told["event"], told.get("ref", ""), told.get("account", ""))


def row(url: str, **changes: Any) -> PlatformSpec:
    """Return the platform's row, for a twin at `url`."""
    told: dict[str, Any] = {
        "key": KEY,
        "label": "Generic",
        "adapter": f"{__name__}.GenericPlatform",
        "logins": (
            LoginSpec(
                "main",
                "Account",
                f"{__name__}.GenericLogin",
                scopes={"post": "Post", "look": "Look", "change": "Change"},
            ),
        ),
        "media": MediaSpec("16:9 full", (), allows_edit_lists=True, needs_moov_first=False),
        "fields": (
            FieldSpec("title", "Title", limit=100, is_required=True, forbids="<>"),
            FieldSpec(
                "privacy", "Who sees it", "choice", default="public", choices=(("public", "All"), ("private", "I"))
            ),
            FieldSpec("made_for_kids", "Made for children", "switch", default=False),
        ),
        "addresses": {"api": url},
        "keeps_schedule": True,
        "can": ("take_down", "unlist", "reschedule"),
        "webhook": f"{__name__}.verify",
        "quotas": (
            QuotaSpec("posts", "Posts", 100_000, "day:America/Los_Angeles", per_app=True, costs={"start": 1}),
            QuotaSpec("calls", "Calls", 10_000_000, "rolling:60", costs={"observe": 1}),
        ),
    }
    return PlatformSpec(**{**told, **changes})
