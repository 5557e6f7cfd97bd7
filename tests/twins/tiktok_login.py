"""TikTok's login: flat answers, commas between scopes, a challenge in hex, refresh tokens that are used up."""

from __future__ import annotations

import hashlib
import uuid
from urllib.parse import parse_qs, urlencode

from . import tiktok_pages
from .server import Answer, Asked
from .tiktok_rules import SCOPES, Grant, check_redirect, flat, is_loopback
from .tiktok_state import CLIENT_KEY, CLIENT_SECRET, State


class Login(State):
    """The pages and the tokens."""

    def authorize(self, asked: Asked) -> Answer:
        """Show who asks for what."""
        given = {name: values[0] for name, values in asked.query.items()}
        wrong = self._wrong_request(given)
        if wrong:
            return Answer(400, f"<h1>Something went wrong</h1><p>{wrong}</p>")
        scopes = given["scope"].split(",")
        if self.knobs.get("auto_consent"):
            return self._redirected(
                given, self.users[0].open_id, [one for one in scopes if one in self._grantable(scopes)]
            )
        return Answer(200, tiktok_pages.consent(str(self.knobs.get("app_name", "SceneMe")), given, scopes, self.users))

    def decide(self, asked: Asked) -> Answer:
        """Send the browser back with what its owner decided."""
        given = {name: values[0] for name, values in asked.query.items()}
        if given.get("decision") != "allow":
            back = {"error": "access_denied", "error_description": "denied", "state": given.get("state", "")}
            return Answer(302, headers={"Location": f"{given['redirect_uri']}?{urlencode(back)}"})
        return self._redirected(given, given["user"], asked.query.get("granted", []))

    def _wrong_request(self, given: dict[str, str]) -> str:
        if given.get("client_key") != CLIENT_KEY:
            return "client_key"
        if given.get("response_type") != "code" or not given.get("state") or not given.get("scope"):
            return "response_type, state or scope"
        if any(scope not in SCOPES for scope in given["scope"].split(",")):
            return "scope"
        uri = given.get("redirect_uri", "")
        if is_loopback(uri) and (
            len(given.get("code_challenge", "")) != 64 or given.get("code_challenge_method") != "S256"
        ):
            return "code_challenge"
        return check_redirect(uri)

    def _grantable(self, asked: list[str]) -> list[str]:
        return list(self.knobs.get("scopes", asked))

    def _redirected(self, given: dict[str, str], open_id: str, scopes: list[str]) -> Answer:
        code = f"code*{uuid.uuid4().hex}!5678.va"
        with self.lock:
            self.codes[code] = {
                "open_id": open_id,
                "scopes": tuple(scopes),
                "redirect_uri": given["redirect_uri"],
                "challenge": given.get("code_challenge", ""),
            }
        back = {"code": code, "scopes": ",".join(scopes), "state": given["state"]}
        return Answer(302, headers={"Location": f"{given['redirect_uri']}?{urlencode(back)}"})

    def token(self, asked: Asked) -> Answer:
        """Give tokens for a code or a refresh token."""
        given = self._form(asked)
        if given is None:
            return self._no("invalid_request", "Only application/x-www-form-urlencoded is supported")
        if given.get("client_key") != CLIENT_KEY or given.get("client_secret") != CLIENT_SECRET:
            return self._no("invalid_client", "Client key or secret is incorrect.", 401)
        with self.lock:
            if given.get("grant_type") == "authorization_code":
                return self._exchanged(given)
            if given.get("grant_type") == "refresh_token":
                return self._refreshed(given)
        return self._no("unsupported_grant_type", "grant_type is not supported")

    def revoke(self, asked: Asked) -> Answer:
        """Take consent back."""
        given = self._form(asked) or {}
        with self.lock:
            for grant in self.grants:
                if given.get("token") in {grant.access, grant.refresh}:
                    grant.is_over = True
                    return Answer(200, b"", {"Content-Type": "application/json"})
        return self._no("invalid_grant", "The token is not known.")

    def _exchanged(self, given: dict[str, str]) -> Answer:
        code = self.codes.pop(given.get("code", ""), None)
        if code is None or code["redirect_uri"] != given.get("redirect_uri"):
            return self._no("invalid_grant", "Authorization code is expired.")
        proof = hashlib.sha256(given.get("code_verifier", "").encode()).hexdigest()
        if code["challenge"] and code["challenge"] != proof:
            return self._no("invalid_grant", "Code verifier or code challenge is invalid.")
        return self._told(self._grant(code["open_id"], code["scopes"]))

    def _refreshed(self, given: dict[str, str]) -> Answer:
        known = [one for one in self.grants if one.refresh == given.get("refresh_token") and not one.is_over]
        if not known or known[0].refresh_expires_at <= self.now():
            return self._no("invalid_grant", "Refresh token is invalid or expired.")
        old = known[0]
        fresh = self._grant(old.open_id, old.scopes)
        if self.knobs.get("rotates", True):
            old.refresh = ""
        else:
            fresh.refresh = old.refresh
        return self._told(fresh)

    def _told(self, grant: Grant) -> Answer:
        return Answer(
            body={
                "access_token": grant.access,
                "expires_in": int(grant.expires_at - self.now() + 0.5),
                "open_id": grant.open_id,
                "refresh_token": grant.refresh,
                "refresh_expires_in": int(grant.refresh_expires_at - self.now() + 0.5),
                "scope": ",".join(grant.scopes),
                "token_type": "Bearer",
            }
        )

    def _no(self, error: str, description: str, status: int = 400) -> Answer:
        return flat(error, description, status=200 if self.knobs.get("errors_as_200") else status)

    @staticmethod
    def _form(asked: Asked) -> dict[str, str] | None:
        if "x-www-form-urlencoded" not in str(asked.headers.get("content-type", "")):
            return None
        return {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
