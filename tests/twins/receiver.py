"""A program that waits for films: it takes Standard Webhooks, and may fetch what they link to.

`posts` are the messages that it took, each once; `deliveries` all that came with a good signature, repeats included.

Knobs: secret (SECRET; "" takes unsigned ones), knows_ids (true: a message that came before is taken as done),
conflict (false: and is answered with 409), status (200), retry_after, answer ({"id", "url"} of what it made, or any
JSON), moved_to (an address: redirect there), fetches (false: get the film from its link before answering).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any, ClassVar

import httpx

from .server import Answer, Asked, Twin

SECRET = "whsec_" + base64.b64encode(b"a secret that is made up by nobody").decode()
_SKEW_S = 300


class ReceiverTwin(Twin):
    """The receiver, at /films."""

    name: ClassVar[str] = "receiver"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (("POST", r"/films", "take"),)

    def __init__(self) -> None:
        super().__init__()
        self.posts: list[dict[str, Any]] = []
        self.deliveries: list[str] = []

    @property
    def address(self) -> str:
        """Where it wants to be told."""
        return f"{self.url}/films"

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        with self.lock:
            self.posts, self.deliveries = [], []

    def take(self, asked: Asked) -> Answer:
        """Take a message."""
        if self.knobs.get("moved_to"):
            return Answer(307, headers={"Location": str(self.knobs["moved_to"])})
        wrong = self._not_believed(asked)
        if wrong:
            return Answer(401, {"error": wrong})
        status = int(self.knobs.get("status", 200))
        if status >= 400:
            after = self.knobs.get("retry_after")
            return Answer(status, {"error": "as told"}, {"Retry-After": str(after)} if after is not None else {})
        return self._taken(str(asked.headers["webhook-id"]), asked.json, status)

    def _taken(self, name: str, told: dict[str, Any], status: int) -> Answer:
        with self.lock:
            self.deliveries.append(name)
            is_known = any(post["id"] == name for post in self.posts)
            if not is_known or not self.knobs.get("knows_ids", True):
                self.posts.append({"id": name, **told, "film": self._fetched(told)})
        if is_known and self.knobs.get("conflict"):
            return Answer(409, {"error": "known", **self._answer(name)})
        return Answer(status, self._answer(name))

    def _answer(self, name: str) -> dict[str, Any]:
        made = {"id": f"film-{name[:8]}", "url": f"https://films.example.org/{name[:8]}"}
        return dict(self.knobs.get("answer", made))

    def _fetched(self, told: dict[str, Any]) -> dict[str, Any] | None:
        url = told["data"]["video"]["url"]
        if not self.knobs.get("fetches") or not url:
            return None
        answer = httpx.get(url, timeout=30)
        return {"status": answer.status_code, "sha256": hashlib.sha256(answer.content).hexdigest()}

    def _not_believed(self, asked: Asked) -> str:
        name, at = str(asked.headers.get("webhook-id", "")), str(asked.headers.get("webhook-timestamp", ""))
        if not name or not at.isdigit() or abs(self.now() - int(at)) > _SKEW_S:
            return "no id, or not of now"
        secret = str(self.knobs.get("secret", SECRET))
        if not secret:
            return ""
        key = base64.b64decode(secret.removeprefix("whsec_")) if secret.startswith("whsec_") else secret.encode()
        proof = base64.b64encode(hmac.new(key, f"{name}.{at}.".encode() + asked.body, hashlib.sha256).digest())
        given = str(asked.headers.get("webhook-signature", "")).split()
        return "" if f"v1,{proof.decode()}" in given else "the signature does not fit"
