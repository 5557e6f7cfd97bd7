"""What Instagram's twin keeps: accounts, who may use them, containers and posts; and who is let in."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from tests.twins.instagram_rules import Refused
from tests.twins.server import Answer, Asked, Twin

CLIENT_ID = "1234567890123456"
CLIENT_SECRET = "made-up-by-nobody"
DAY_S = 86_400.0


@dataclass
class Account:
    """A professional account, the Page that it is linked to, and how often it posted."""

    id: str
    scoped_id: str
    username: str
    name: str
    page_id: str = ""
    page: str = ""
    tasks: tuple[str, ...] = ("MANAGE", "CREATE_CONTENT", "ANALYZE")
    followers: int = 1200
    begun: list[float] = field(default_factory=list)
    posted: list[float] = field(default_factory=list)


@dataclass
class Token:
    """A token: "short", "long", "user" or "page", with all that may be done with it."""

    value: str
    kind: str
    account: str
    scopes: tuple[str, ...]
    made_at: float
    ends_at: float | None
    grant: str = ""
    is_revoked: bool = False
    is_rotated: bool = False


@dataclass
class Container:
    """What a reel is before it is posted."""

    id: str
    account: str
    fields: dict[str, str]
    made_at: float
    content: bytearray = field(default_factory=bytearray)
    size: int | None = None
    fetching: threading.Thread | None = None
    ready_at: float | None = None
    error: int = 0
    live_at: float | None = None
    """Published, to be seen from then on."""
    media: str = ""


@dataclass
class Reel:
    """A post as the public sees it."""

    id: str
    account: str
    container: str
    caption: str
    at: float
    shortcode: str
    sha256: str
    fields: dict[str, str]
    is_deleted: bool = False


def _accounts() -> list[Account]:
    return [
        Account("17841400000000001", "9001", "quiet.films", "Quiet Films", "5001", "Quiet Films Page"),
        Account("17841400000000002", "9002", "night.reels", "Night Reels", "5002", "Night Reels Page", followers=88),
        Account("17841400000000003", "9003", "only.read", "Only Read", "5003", "A Client's Page", tasks=("ANALYZE",)),
    ]


class Shelf(Twin):
    """All state, and who is let in to it."""

    def __init__(self) -> None:
        super().__init__()
        self._empty()

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        with self.lock:
            self._empty()

    def _empty(self) -> None:
        self.accounts = {account.id: account for account in _accounts()}
        self.tokens: dict[str, Token] = {}
        self.codes: dict[str, dict[str, Any]] = {}
        self.containers: dict[str, Container] = {}
        self.reels: dict[str, Reel] = {}
        self.fetched: list[dict[str, Any]] = []
        self._last = 0

    def knob(self, name: str, usual: Any) -> Any:
        """What a knob stands at."""
        return self.knobs.get(name, usual)

    def pop(self, name: str) -> Any:
        """Take the next of a knob that is a list; None when it is used up."""
        rows = self.knobs.get(name)
        return rows.pop(0) if isinstance(rows, list) and rows else None

    def count_down(self, name: str) -> bool:
        """Tell whether a knob that counts is not at zero yet, and take one off."""
        left = int(self.knobs.get(name, 0))
        if left > 0:
            self.knobs[name] = left - 1
        return left > 0

    def new_id(self, prefix: str) -> str:
        """A number that nobody had before."""
        with self.lock:
            self._last += 1
            return f"{prefix}{self._last:012d}"

    @contextmanager
    def told(self, answers: list[Answer]) -> Iterator[None]:
        """Turn a refusal into an answer, with the header that tells how much was used."""
        try:
            yield
        except Refused as refused:
            answers.append(Answer(refused.status, refused.body(), self._usage(refused)))

    def answered(self, asked: Asked, make: Any) -> Answer:
        """Answer with what `make` returns, or with why not."""
        answers: list[Answer] = []
        with self.lock, self.told(answers):
            answers.append(Answer(body=make()))
        return answers[0]

    def _usage(self, refused: Refused) -> dict[str, str]:
        if not refused.minutes:
            return {}
        row: dict[str, Any] = {"type": "instagram", "call_count": 100, "total_cputime": 25, "total_time": 25}
        row["estimated_time_to_regain_access"] = refused.minutes
        return {"X-Business-Use-Case-Usage": json.dumps({"17841400000000001": [row]})}

    # --- Who asks ------------------------------------------------------------------------------------

    def let_in(self, asked: Asked, host: str, scope: str = "", *, scheme: str = "Bearer") -> Token:
        """Return whose token it is. Raise `Refused`."""
        given = asked.headers.get("authorization", "")
        value = given.removeprefix(f"{scheme} ") if given.startswith(f"{scheme} ") else ""
        if "access_token" in asked.query:
            raise Refused(1, 99, "this twin wants tokens in the header, not in addresses")
        token = self.alive(value)
        kinds = {"ig": {"long", "short"}, "fb": {"user", "page"}}[host]
        if token.kind not in kinds:
            raise Refused(190, 0, "Cannot parse access token")
        self._check_proof(asked, value)
        if self.count_down("rate_times"):
            raise Refused(4, 0, "Application request limit reached", minutes=int(self.knob("rate_minutes", 7)))
        if scope and not any(name.endswith(scope) for name in token.scopes):
            raise Refused(10, 0, f"(#10) Application does not have permission for this action: {scope}")
        return token

    def alive(self, value: str) -> Token:
        """Return a token that still lives. Raise `Refused`."""
        token = self.tokens.get(value)
        if token is None or token.is_rotated:
            raise Refused(190, 0, "Invalid OAuth access token - Cannot parse access token")
        if token.is_revoked:
            raise Refused(190, 458, "Error validating access token: The user has not authorized application")
        if token.ends_at is not None and token.ends_at <= self.now():
            raise Refused(190, 463, "Error validating access token: Session has expired")
        if self.knobs.get("password_changed"):
            raise Refused(190, 460, "Error validating access token: The session is invalid: password changed")
        return token

    def _check_proof(self, asked: Asked, value: str) -> None:
        if not self.knobs.get("needs_proof"):
            return
        wanted = hmac.new(CLIENT_SECRET.encode(), value.encode(), hashlib.sha256).hexdigest()
        given = asked.query.get("appsecret_proof", [""])[0] or form(asked).get("appsecret_proof", "")
        if given != wanted:
            raise Refused(100, 0, "API calls from the server require an appsecret_proof argument")

    def own(self, token: Token, account: str) -> Account:
        """Return the account of an address, if the token is one of its."""
        if token.account != account or account not in self.accounts:
            raise Refused(100, 33, f"Unsupported request. Object with ID '{account}' does not exist")
        return self.accounts[account]

    def glitch(self, name: str) -> None:
        """Say of something fresh that it is not there, as often as the knob says."""
        if self.count_down("glitches"):
            raise Refused(100, 33, f"Unsupported get request. Object with ID '{name}' does not exist")

    def issue(self, kind: str, account: str, scopes: tuple[str, ...], life_s: float | None, grant: str) -> Token:
        """Make a token."""
        prefix = "IGAA" if kind in {"short", "long"} else "EAAB"
        value = f"{prefix}{kind}{self.new_id('t')}{hashlib.sha256(grant.encode()).hexdigest()[:24]}"
        ends_at = None if life_s is None else self.now() + life_s
        token = Token(value, kind, account, scopes, self.now(), ends_at, grant)
        self.tokens[value] = token
        return token

    # --- What the public sees ------------------------------------------------------------------------

    def settle(self) -> None:
        """Let come true what was to come true by now."""
        for container in self.containers.values():
            if container.live_at is not None and container.live_at <= self.now() and container.media not in self.reels:
                self._appear(container)

    def _appear(self, container: Container) -> None:
        self.reels[container.media] = Reel(
            id=container.media,
            account=container.account,
            container=container.id,
            caption=container.fields.get("caption", "").strip(),
            at=container.live_at or self.now(),
            shortcode=f"C{container.media[-8:]}",
            sha256=hashlib.sha256(container.content).hexdigest(),
            fields=dict(container.fields),
        )

    @property
    def posts(self) -> list[dict[str, Any]]:
        """What the public would see, oldest first."""
        with self.lock:
            self.settle()
            return [
                {
                    "id": reel.id,
                    "account": reel.account,
                    "caption": reel.caption,
                    "at": reel.at,
                    "permalink": self.permalink(reel),
                    "sha256": reel.sha256,
                    "container": reel.container,
                    "fields": reel.fields,
                }
                for reel in sorted(self.reels.values(), key=lambda reel: (reel.at, reel.id))
                if not reel.is_deleted
            ]

    def permalink(self, reel: Reel) -> str:
        """Where people see it: on this twin."""
        return f"{self.url}/reel/{reel.shortcode}/"


def form(asked: Asked) -> dict[str, str]:
    """A form's fields, however they were sent."""
    if "multipart/" in asked.headers.get("content-type", ""):
        return {name: content.decode() for name, _file, content in asked.parts}
    return dict(parse_qsl(asked.body.decode("utf-8", "replace"), keep_blank_values=True))
