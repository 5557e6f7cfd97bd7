"""The desk of Replicate's twin: keys, the account, the models' pages, the webhooks' secret, and files."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from typing import Any

from .schema import input_schema, models_of
from .server import Answer, Asked, Twin

LARGEST_FILE = 100_000_000
SECRET = "whsec_" + base64.b64encode(b"the twin's own secret, 32 bytes!").decode()


class ReplicateDesk(Twin):
    """All of Replicate but predictions."""

    def __init__(self) -> None:
        super().__init__()
        self.models = models_of("replicate")
        self.files: dict[str, tuple[bytes, str, str]] = {}

    # --- Who asks -----------------------------------------------------------------------------------

    def key_of(self, asked: Asked) -> str:
        """The key of a request, empty where it has none."""
        kind, _, key = asked.headers.get("authorization", "").partition(" ")
        return key if kind in {"Bearer", "Token"} else ""

    def stranger(self, asked: Asked) -> Answer | None:
        """What somebody without a right key is told."""
        key = self.key_of(asked)
        if key.startswith("r8_") and key != "r8_wrong":
            return None
        words = "a valid authentication token" if key else "an authentication token"
        return problem(401, "Unauthenticated", f"You did not pass {words}")

    def account(self, asked: Asked) -> Answer:
        """GET /v1/account."""
        return self.stranger(asked) or Answer(
            body={
                "type": "user",
                "username": "twin",
                "name": "A Twin",
                "github_url": "https://github.com/twin",
                "avatar_url": "https://github.com/twin.png",
            }
        )

    def secret(self, asked: Asked) -> Answer:
        """GET /v1/webhooks/default/secret."""
        return self.stranger(asked) or Answer(body={"key": self.knobs.get("secret", SECRET)})

    def model(self, asked: Asked, owner: str, name: str) -> Answer:
        """GET /v1/models/{owner}/{name}."""
        known = self.models.get(f"{owner}/{name}")
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if known is None or f"{owner}/{name}" in self.knobs.get("gone", ()):
            return missing()
        version = {
            "id": self.version_of(f"{owner}/{name}"),
            "created_at": "2026-04-23T00:00:00Z",
            "cog_version": "0.16.8",
            "openapi_schema": {"openapi": "3.0.2", "components": {"schemas": {"Input": input_schema(known)}}},
        }
        return Answer(
            body={
                "url": f"https://replicate.com/{owner}/{name}",
                "owner": owner,
                "name": name,
                "visibility": "public",
                "is_official": known["official"],
                "run_count": 1,
                "latest_version": version,
            }
        )

    def version_of(self, name: str) -> str:
        """The number of a model's newest version."""
        return str(self.models[name].get("version") or hashlib.sha256(name.encode()).hexdigest())

    # --- Files --------------------------------------------------------------------------------------

    def upload(self, asked: Asked) -> Answer:
        """POST /v1/files."""
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        content = next(((name, body) for field_name, name, body in asked.parts if field_name == "content"), None)
        if content is None:
            return problem(400, "Bad request", "Missing content")
        name, body = content
        if len(body) > LARGEST_FILE:
            return problem(413, "Request Entity Too Large", "The file is too large")
        with self.lock:
            number = hashlib.sha256(f"file {len(self.files)} {self.url}".encode()).hexdigest()[:26]
            self.files[number] = (body, name, "application/octet-stream")
        return Answer(201, self._file(number))

    def _file(self, number: str) -> dict[str, Any]:
        body, name, kind = self.files[number]
        return {
            "id": number,
            "name": name,
            "content_type": kind,
            "size": len(body),
            "etag": hashlib.md5(body, usedforsecurity=False).hexdigest(),
            "checksums": {"sha256": hashlib.sha256(body).hexdigest()},
            "metadata": {},
            "created_at": iso(self.now()),
            "expires_at": iso(self.now() + 86_400),
            "urls": {"get": f"{self.url}/v1/files/{number}"},
        }

    def show_file(self, asked: Asked, number: str) -> Answer:
        """GET /v1/files/{id}."""
        return (self.stranger(asked) or Answer(body=self._file(number))) if number in self.files else missing()

    def delete_file(self, asked: Asked, number: str) -> Answer:
        """DELETE /v1/files/{id}."""
        if number not in self.files:
            return missing()
        del self.files[number]
        return Answer(204)


def problem(status: int, title: str, detail: str) -> Answer:
    """A refusal as Replicate words it."""
    return Answer(status, {"title": title, "detail": detail, "status": status})


def missing() -> Answer:
    """What is not there."""
    return Answer(404, {"detail": "The requested resource could not be found.", "status": 404})


def iso(moment: float) -> str:
    """A moment as Replicate writes it."""
    return datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")


def moment_of(text: str) -> float:
    """A moment from how Replicate writes it."""
    return datetime.fromisoformat(text.replace("Z", "+00:00").replace(" ", "+")).timestamp()


def span_of(text: str) -> float | None:
    """30s, 5m, 1h2m: at least five seconds."""
    total, number = 0.0, ""
    for sign in text:
        if sign.isdigit():
            number += sign
        elif number:
            total, number = total + int(number) * {"s": 1, "m": 60, "h": 3600}[sign], ""
    return max(5.0, total) if text else None


def transcript(text: str) -> dict[str, Any]:
    """What a model that listens answers."""
    words = text.split()
    chunks = [{"text": f" {word}", "timestamp": [n * 0.4, n * 0.4 + 0.35]} for n, word in enumerate(words)]
    return {"text": text, "chunks": chunks}
