"""The desk of fal's twin: keys, the account, prices, the published keys, and the store of files."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from .schema import input_schema, models_of
from .server import Answer, Asked, Twin

TOKEN_S = 3600


class FalDesk(Twin):
    """All of fal but its queue."""

    def __init__(self) -> None:
        super().__init__()
        self.models = models_of("fal")
        self.files: dict[str, tuple[bytes, str]] = {}
        self.tokens: dict[str, float] = {}
        self.private_key = Ed25519PrivateKey.generate()

    @property
    def settings(self) -> dict[str, str]:
        """What `Access.settings` say, for all of fal to be here."""
        return {
            "label": "fal",
            "rest_url": self.url,
            "cdn_url": self.url,
            "platform_url": f"{self.url}/v1",
            "schemas_url": self.url,
            "jwks_url": f"{self.url}/.well-known/jwks.json",
        }

    # --- Who asks -----------------------------------------------------------------------------------

    def key_of(self, asked: Asked) -> str:
        """The key of a request, empty where it has none."""
        kind, _, key = asked.headers.get("authorization", "").partition(" ")
        return key if kind == "Key" else ""

    def stranger(self, asked: Asked) -> Answer | None:
        """What somebody without a right key is told."""
        key = self.key_of(asked)
        if ":" in key and not key.startswith("wrong"):
            return None
        return Answer(401, {"detail": "Authentication is required to access this application"})

    def is_admin(self, asked: Asked) -> bool:
        """Tell whether a key may look at the account."""
        return self.stranger(asked) is None and self.key_of(asked).startswith("admin")

    # --- The platform -------------------------------------------------------------------------------

    def billing(self, asked: Asked) -> Answer:
        """GET /v1/account/billing: for ADMIN keys."""
        if self.stranger(asked) is not None:
            return platform_error(401, "authorization_error", "Authentication required")
        if not self.is_admin(asked):
            return platform_error(403, "authorization_error", "Access denied: this needs an ADMIN key")
        told: dict[str, Any] = {"username": "twin"}
        if "credits" in asked.query.get("expand", []):
            told["credits"] = {"current_balance": self.knobs.get("balance", 24.5), "currency": "USD"}
        return Answer(body=told)

    def pricing(self, asked: Asked) -> Answer:
        """GET /v1/models/pricing."""
        names = [name for row in asked.query.get("endpoint_id", []) for name in row.split(",")]
        rows = [
            {
                "endpoint_id": name,
                "unit_price": self.models[name]["bill"]["micros"] / 1e6,
                "unit": self.models[name]["bill"]["unit"],
                "currency": "USD",
            }
            for name in names
            if name in self.models
        ]
        return Answer(body={"prices": rows, "next_cursor": None, "has_more": False})

    def openapi(self, asked: Asked) -> Answer:
        """GET /api/openapi/queue/openapi.json: an endpoint's own document, for everybody."""
        name = asked.query.get("endpoint_id", [""])[0]
        known = self.models.get(name)
        if known is None or name in self.knobs.get("gone", ()):
            return Answer(404, {"detail": f"Application {name!r} not found"})
        body = {"application/json": {"schema": {"$ref": "#/components/schemas/Input"}}}
        paths = {
            f"/{name}/requests/{{request_id}}/status": {"get": {"responses": {}}},
            f"/{name}": {"post": {"requestBody": {"required": True, "content": body}, "responses": {}}},
            f"/{name}/requests/{{request_id}}": {"get": {"responses": {}}},
        }
        schemas = {"Input": input_schema(known)}
        return Answer(body={"openapi": "3.0.4", "paths": paths, "components": {"schemas": schemas}})

    def jwks(self, asked: Asked) -> Answer:
        """GET /.well-known/jwks.json."""
        public = base64.urlsafe_b64encode(self.private_key.public_key().public_bytes_raw()).decode().rstrip("=")
        return Answer(body={"keys": [{"kty": "OKP", "crv": "Ed25519", "x": public, "kid": "twin"}]})

    # --- The store ----------------------------------------------------------------------------------

    def token(self, asked: Asked) -> Answer:
        """POST /storage/auth/token."""
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        with self.lock:
            token, until = f"pass-{len(self.tokens)}", self.now() + TOKEN_S
            self.tokens[token] = until
        told = {"token": token, "token_type": "Bearer", "base_url": self.url, "expires_at": iso(until)}
        return Answer(body=told)

    def upload(self, asked: Asked) -> Answer:
        """POST /files/upload, with a pass or with the key itself."""
        kind, _, token = asked.headers.get("authorization", "").partition(" ")
        if not (kind == "Bearer" and self.tokens.get(token, 0) > self.now()) and self.stranger(asked) is not None:
            return Answer(401, {"detail": "Invalid token"})
        with self.lock:
            suffix = asked.headers.get("x-fal-file-name", "file").rpartition(".")[2]
            name = f"{len(self.files):04d}-{hashlib.sha256(asked.body).hexdigest()[:12]}.{suffix}"
            self.files[name] = (asked.body, asked.headers.get("content-type", "application/octet-stream"))
        return Answer(body={"access_url": f"{self.url}/files/b/{name}"})

    def show_file(self, asked: Asked, name: str) -> Answer:
        """What the store serves, without a key."""
        if name not in self.files:
            return Answer(404, {"detail": "Not found"})
        content, kind = self.files[name]
        return Answer(200, content, {"Content-Type": kind})


def platform_error(status: int, kind: str, message: str) -> Answer:
    """A refusal of the platform."""
    return Answer(status, {"error": {"type": kind, "message": message, "docs_url": "https://docs.fal.ai"}})


def iso(moment: float) -> str:
    """A moment as fal writes it."""
    return datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")
