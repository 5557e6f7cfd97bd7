"""A platform that is nobody's: sessions, chunks, posts, accounts, and all that can go wrong with them.

It behaves as the strictest of the real ones: the last byte makes the post, a session that was used answers with its
post, tokens end, refresh tokens are used up, shares are counted.

Knobs: `processing_looks` (how often a post is "processing" before it is live), `visible_after_s` (how long the list of
posts lags behind), `session_lasts_s`, `token_lasts_s`, `rotates` (a refresh token works once), `quota` (posts begun a
day), `per_minute` (posts begun in a minute), `fails_processing` (posts that fail, one after the other), `scopes` (what
the account's owner leaves ticked), `accounts` (how many the sign-in reaches).
"""

from __future__ import annotations

import re
import secrets
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

from .server import Answer, Asked, Twin

SCOPES = ("post", "look", "change")
DAY_S = 86_400


@dataclass
class Session:
    """An upload that was begun."""

    number: str
    marker: str
    size: int
    publish_at: float | None
    begun: float
    received: int = 0
    post: str = ""
    title: str = ""


@dataclass
class Posted:
    """A post as the public would see it."""

    number: str
    marker: str
    made: float
    publish_at: float | None = None
    privacy: str = "public"
    looks: int = 0
    fails: bool = False
    is_gone: bool = False
    title: str = ""
    beside: list[str] = field(default_factory=list)


class PlatformTwin(Twin):
    """The platform's server."""

    name: ClassVar[str] = "twinplatform"
    routes = (
        ("POST", "/token", "token"),
        ("POST", "/revoke", "revoke"),
        ("GET", "/accounts", "accounts"),
        ("GET", "/may", "may"),
        ("POST", "/sessions", "begin"),
        ("GET", "/sessions/([^/]+)", "session"),
        ("PUT", "/sessions/([^/]+)", "chunk"),
        ("GET", "/posts", "list_posts"),
        ("GET", "/posts/([^/]+)", "post"),
        ("POST", "/posts/([^/]+)", "change"),
        ("DELETE", "/posts/([^/]+)", "delete"),
        ("POST", "/posts/([^/]+)/([a-z]+)", "beside"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.sessions: dict[str, Session] = {}
        self.made: list[Posted] = []
        self.codes: dict[str, tuple[str, ...]] = {}
        self.access: dict[str, float] = {}
        self.refreshers: dict[str, int] = {}
        self.refreshes = 0
        self.begun: list[float] = []

    # --- For tests ---------------------------------------------------------------------------------

    @property
    def posts(self) -> list[Posted]:
        """What was ever posted and did not fail in processing; what was taken down counts."""
        return [post for post in self.made if not post.fails]

    def posts_of(self, marker: str) -> list[Posted]:
        """The posts of one publication."""
        return [post for post in self.posts if post.marker == marker]

    def consented(self, *scopes: str) -> str:
        """Let the account's owner agree; return the code that the browser brings back."""
        code = secrets.token_hex(8)
        self.codes[code] = scopes or tuple(self.knobs.get("scopes", SCOPES))
        return code

    def expire(self) -> None:
        """Let all access tokens end now."""
        self.access = dict.fromkeys(self.access, 0.0)

    def forget_consent(self) -> None:
        """The account's owner takes consent back."""
        self.access, self.refreshers = {}, {}

    def tokens(self) -> dict[str, Any]:
        """Return fresh tokens."""
        access, refresh = "at-" + secrets.token_hex(8), "rt-" + secrets.token_hex(8)
        lasts = float(self.knobs.get("token_lasts_s", DAY_S))
        self.access[access], self.refreshers[refresh] = self.now() + lasts, 0
        return {"access_token": access, "refresh_token": refresh, "expires_in": lasts}

    # --- Accounts ----------------------------------------------------------------------------------

    def token(self, asked: Asked) -> Answer:
        """Give tokens for a code, or for a refresh token."""
        with self.lock:
            form = asked.json or {}
            if form.get("code"):
                scopes = self.codes.pop(form["code"], None)
                if scopes is None:
                    return Answer(400, {"error": "invalid_grant"})
                return Answer(body={**self.tokens(), "scope": " ".join(scopes)})
            used = self.refreshers.get(form.get("refresh_token", ""))
            if used is None or (self.knobs.get("rotates") and used):
                return Answer(400, {"error": "invalid_grant"})
            self.refreshers[form["refresh_token"]] += 1
            self.refreshes += 1
            return Answer(body=self.tokens())

    def revoke(self, asked: Asked) -> Answer:
        """Forget all tokens."""
        self.forget_consent()
        return Answer(body={})

    def accounts(self, asked: Asked) -> Answer:
        """Say whose tokens these are."""
        several = int(self.knobs.get("accounts", 1))
        found = [{"id": f"acc{number}", "name": f"Account {number}"} for number in range(several)]
        return self._refused(asked) or Answer(body={"accounts": found})

    def may(self, asked: Asked) -> Answer:
        """Say what the account may do."""
        return self._refused(asked) or Answer(body={"longest_ms": 600_000})

    def _refused(self, asked: Asked) -> Answer | None:
        token = str(asked.headers.get("authorization", "")).removeprefix("Bearer ")
        if self.access.get(token, 0.0) > self.now():
            return None
        return Answer(401, {"error": "token"})

    # --- Uploads -----------------------------------------------------------------------------------

    def begin(self, asked: Asked) -> Answer:
        """Open a session."""
        with self.lock:
            refused = self._refused(asked) or self._too_much()
            if refused:
                return refused
            told, now = asked.json, self.now()
            session = Session(secrets.token_hex(8), told["marker"], told["size"], told.get("publish_at"), now)
            session.title = told.get("title", "")
            self.sessions[session.number] = session
            self.begun.append(now)
            return Answer(body={"session": session.number})

    def _too_much(self) -> Answer | None:
        now = self.now()
        today = [at for at in self.begun if at // DAY_S == now // DAY_S]
        if "quota" in self.knobs and len(today) >= self.knobs["quota"]:
            return Answer(403, {"error": "quota", "until": (now // DAY_S + 1) * DAY_S})
        minute = [at for at in self.begun if at > now - 60]
        if "per_minute" in self.knobs and len(minute) >= self.knobs["per_minute"]:
            return Answer(429, {"error": "rate"}, {"Retry-After": "30"})
        return None

    def _live_session(self, number: str) -> Session | None:
        session = self.sessions.get(number)
        if session is None or self.now() > session.begun + self.knobs.get("session_lasts_s", 7 * DAY_S):
            return None
        return session

    def session(self, asked: Asked, number: str) -> Answer:
        """Say how far an upload is."""
        session = self._live_session(number)
        if session is None:
            return Answer(404, {"error": "session"})
        return self._refused(asked) or Answer(body={"received": session.received, "post": session.post})

    def chunk(self, asked: Asked, number: str) -> Answer:
        """Take bytes; the last of them makes the post."""
        with self.lock:
            session = self._live_session(number)
            if session is None:
                return Answer(404, {"error": "session"})
            if refused := self._refused(asked):
                return refused
            if session.post:
                return Answer(201, {"post": session.post})
            found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", asked.headers.get("content-range", ""))
            if found is None or int(found[3]) != session.size or int(found[2]) - int(found[1]) + 1 != len(asked.body):
                return Answer(400, {"error": "range"})
            if int(found[1]) != session.received:
                return Answer(416, {"received": session.received})
            session.received = int(found[2]) + 1
            if session.received < session.size:
                return Answer(202, {"received": session.received})
            return Answer(201, {"post": self._posted(session)})

    def _posted(self, session: Session) -> str:
        fails = int(self.knobs.get("fails_processing", 0))
        self.knobs["fails_processing"] = max(0, fails - 1)
        made = Posted(secrets.token_hex(6), session.marker, self.now(), session.publish_at, fails=fails > 0)
        made.title = session.title
        if session.publish_at:
            made.privacy = "private"
        self.made.append(made)
        session.post = made.number
        return made.number

    # --- Posts -------------------------------------------------------------------------------------

    def list_posts(self, asked: Asked) -> Answer:
        """List what was posted, newest first; the newest may not be in it yet."""
        until = self.now() - self.knobs.get("visible_after_s", 0)
        rows = [asdict(post) for post in reversed(self.made) if post.made <= until and not post.is_gone]
        return self._refused(asked) or Answer(body={"posts": rows[:200]})

    def post(self, asked: Asked, number: str) -> Answer:
        """Say where a post is."""
        if refused := self._refused(asked):
            return refused
        post = next((one for one in self.made if one.number == number), None)
        if post is None or post.is_gone:
            return Answer(404, {"error": "post"})
        post.looks += 1
        if post.looks <= self.knobs.get("processing_looks", 0):
            where = "processing"
        elif post.fails:
            where = "failed"
        elif post.publish_at and self.now() < post.publish_at:
            where = "scheduled"
        else:
            where = "live"
        return Answer(
            body={"where": where, "privacy": "public" if where == "live" and post.publish_at else post.privacy}
        )

    def change(self, asked: Asked, number: str) -> Answer:
        """Give a post another privacy or time."""
        if refused := self._refused(asked):
            return refused
        post = next((one for one in self.made if one.number == number and not one.is_gone), None)
        if post is None:
            return Answer(404, {"error": "post"})
        post.privacy, post.publish_at = asked.json["privacy"], asked.json.get("publish_at")
        return Answer(body={})

    def delete(self, asked: Asked, number: str) -> Answer:
        """Delete a post."""
        if refused := self._refused(asked):
            return refused
        for post in self.made:
            post.is_gone = post.is_gone or post.number == number
        return Answer(204)

    def beside(self, asked: Asked, number: str, kind: str) -> Answer:
        """Do something beside a post."""
        if refused := self._refused(asked):
            return refused
        post = next((one for one in self.made if one.number == number), None)
        if post is None:
            return Answer(404, {"error": "post"})
        post.beside.append(kind)
        return Answer(body={"url": f"{self.url}/p/{number}"})
