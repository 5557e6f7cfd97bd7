"""What TikTok's twin keeps: accounts, consent, uploads, and how often who asked."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from .server import Answer, Asked, Twin
from .tiktok_rules import SCOPES, Grant, Refused, Upload, User
from .webhooks import Postman

CLIENT_KEY = "awtwinclientkey01"
CLIENT_SECRET = "tiktok-secret-made-up-by-nobody"
FIRST_ID = 7_412_345_678_901_234_567
"""Beyond what a float can hold, as TikTok's are."""

DAY_S = 86_400


class State(Twin):
    """TikTok's memory, and what all its parts ask of it."""

    def __init__(self) -> None:
        super().__init__()
        self.postman = Postman(self.now)
        self._begin()

    def _begin(self) -> None:
        self.users = [
            User("-000twin-studio-nord", "studio.nord", "Studio Nord"),
            User("-000twin-second", "second.screen", "Second Screen", followers=87),
        ]
        self.grants: list[Grant] = []
        self.codes: dict[str, dict[str, Any]] = {}
        self.uploads: dict[str, Upload] = {}
        self.messages: list[dict[str, Any]] = []
        self._calls: dict[tuple[str, str], list[float]] = {}
        self._next_id = FIRST_ID

    @property
    def addresses(self) -> dict[str, str]:
        """What the platform's addresses are to be replaced with."""
        return {"site": self.url, "api": self.url}

    @property
    def posts(self) -> list[dict[str, Any]]:
        """The posts there are: taken, and not given up."""
        return [self._post(row) for row in self._taken() if self._stage(row)[0] != "FAILED"]

    @property
    def public_posts(self) -> list[dict[str, Any]]:
        """The posts that everybody can see by now."""
        return [post for post in self.posts if post["is_visible"]]

    @property
    def waiting(self) -> list[Upload]:
        """Uploads that never got all their bytes."""
        return [row for row in self.uploads.values() if row.taken_at is None]

    def grant(self, *, scopes: tuple[str, ...] = SCOPES, user: int = 0) -> Grant:
        """Allow the app what its page would be asked for."""
        with self.lock:
            return self._grant(self.users[user].open_id, tuple(scopes))

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        with self.lock:
            self._begin()

    def stop(self) -> None:
        """Listen no more."""
        self.postman.stop()
        super().stop()

    def _control(self, asked: Asked) -> Answer:
        if asked.path == "/_twin/posts":
            return Answer(body=self.posts)
        return super()._control(asked)

    def answer(self, asked: Asked) -> Answer:
        """Answer one request; whatever is refused is said in TikTok's envelope."""
        try:
            return super().answer(asked)
        except Refused as refused:
            return refused.answer

    # --- Consent -------------------------------------------------------------------------------------------

    def _grant(self, open_id: str, scopes: tuple[str, ...]) -> Grant:
        now, name = self.now(), uuid.uuid4().hex
        life, long_life = self.knobs.get("token_life_s", DAY_S), self.knobs.get("refresh_life_s", 365 * DAY_S)
        grant = Grant(open_id, scopes, f"act.{name}", f"rft.{name}", now + life, now + long_life)
        self.grants.append(grant)
        return grant

    # --- Uploads -------------------------------------------------------------------------------------------

    def _stage(self, row: Upload) -> tuple[str, Any]:
        """Where an upload is by the twin's clock, and the ids that are told of it."""
        if row.taken_at is None:
            return "PROCESSING_UPLOAD", []
        age, process_s = self.now() - row.taken_at, float(self.knobs.get("process_s", 1))
        if self.knobs.get("fail_reason") and age >= float(self.knobs.get("fail_after_s", process_s)):
            return "FAILED", []
        if self.knobs.get("never_ends") or age < process_s:
            return str(self.knobs.get("status_value", "PROCESSING_UPLOAD")), []
        if not row.is_public or self.knobs.get("no_id") or age < process_s + float(self.knobs.get("id_s", 1)):
            return "PUBLISH_COMPLETE", []
        if row.post_id in self.knobs.get("hidden", ()):
            return "PUBLISH_COMPLETE", []
        form = self.knobs.get("id_form", "list")
        ids = {"text": str(row.post_id), "several": [row.post_id, row.post_id + 1]}.get(form, [row.post_id])
        return "PUBLISH_COMPLETE", ids

    def _taken(self) -> list[Upload]:
        return [row for row in list(self.uploads.values()) if row.taken_at is not None]

    def _post(self, row: Upload) -> dict[str, Any]:
        return {
            "id": row.post_id,
            "publish_id": row.publish_id,
            "open_id": row.open_id,
            "caption": row.info.get("title", ""),
            "privacy": row.info["privacy_level"],
            "info": dict(row.info),
            "size": len(row.content),
            "sha256": hashlib.sha256(row.content).hexdigest(),
            "at": row.taken_at,
            "is_visible": bool(self._stage(row)[1]),
        }

    # --- Who asks, and how often ---------------------------------------------------------------------------

    def _signed_in(self, asked: Asked, scope: str) -> Grant:
        token = str(asked.headers.get("authorization", "")).removeprefix("Bearer ")
        grant = next((one for one in self.grants if one.access == token and not one.is_over), None)
        if grant is None or grant.expires_at <= self.now():
            raise Refused("access_token_invalid", "The access token is invalid or not found in the request.")
        if scope not in grant.scopes:
            raise Refused("scope_not_authorized", f"The user did not authorize the scope {scope}.")
        if asked.method == "POST" and "json" not in str(asked.headers.get("content-type", "")):
            raise Refused("invalid_params", "Content-Type must be application/json")
        return grant

    def _count(self, grant: Grant, what: str, most: int, window_s: float) -> None:
        most = int(self.knobs.get(f"{what}_a_minute", most))
        with self.lock:
            now = self.now()
            times = [at for at in self._calls.get((grant.open_id, what), []) if at > now - window_s]
            if len(times) >= most:
                raise Refused("rate_limit_exceeded", "The API rate limit was exceeded.")
            self._calls[grant.open_id, what] = [*times, now]

    def _cap(self, grant: Grant) -> str:
        """The code with which TikTok turns an account away for today; "" where it does not."""
        if self.knobs.get("cap"):
            return str(self.knobs["cap"])
        lately = [row for row in self._counted() if row.opened_at > self.now() - DAY_S]
        if len([row for row in lately if row.open_id == grant.open_id]) >= self.knobs.get("posts_a_day", 15):
            return "spam_risk_too_many_posts"
        posters = {row.open_id for row in lately}
        is_full = len(posters - {grant.open_id}) >= self.knobs.get("posters_a_day", 5)
        return "reached_active_user_cap" if self.knobs.get("unaudited") and is_full else ""

    def _counted(self) -> list[Upload]:
        return list(self.uploads.values()) if self.knobs.get("orphans_count") else self._taken()

    def _user(self, grant: Grant) -> User:
        return next(user for user in self.users if user.open_id == grant.open_id)

    def _is_private(self, user: User) -> bool:
        return bool(self.knobs.get("is_private", user.is_private))

    def _options(self, user: User) -> tuple[str, ...]:
        plain = User("", "", "", is_private=self._is_private(user)).options
        return tuple(self.knobs.get("options", plain))

    def _new_id(self) -> int:
        self._next_id += 137
        return self._next_id
