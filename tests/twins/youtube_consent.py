"""Google's side of a connection: the page on which a channel's owner allows or not, codes, tokens and their end."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from .server import Answer, Asked
from .youtube_rules import Channel, Grant, TokenError

CLIENT_ID = "1234-twin.apps.googleusercontent.com"
CLIENT_SECRET = "GOCSPX-made-up-by-nobody"
CODE_S = 600

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sign in - Google (twin)</title>
<body style="font:16px/1.5 sans-serif;max-width:32em;margin:2em auto;padding:0 1em">
<h1>{app} wants to access your Google account</h1>
<form method="post" action="/o/oauth2/v2/answer">{hidden}
<fieldset><legend>Choose a channel</legend>{channels}</fieldset>
<fieldset><legend>Select what {app} can access</legend>{scopes}</fieldset>
<p><button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button></p>
</form></body></html>"""


@dataclass
class Code:
    """A code that was given out, once."""

    grant: Grant
    redirect_uri: str
    challenge: str
    given_at: float


class Consent:
    """What a twin needs to let people in: codes, grants, and how long they last."""

    def __init__(self) -> None:
        self.codes: dict[str, Code] = {}
        self.grants: list[Grant] = []

    def page(self, asked: Asked, channels: list[Channel], knobs: Mapping[str, Any]) -> Answer:
        """Show what is asked for."""
        given = {name: values[0] for name, values in asked.query.items()}
        trouble = _trouble(given, knobs)
        if trouble:
            return Answer(400, f"<h1>Access blocked: {escape(trouble)}</h1>")
        hidden = "".join(f'<input type="hidden" name="{escape(k)}" value="{escape(v)}">' for k, v in given.items())
        offered = "".join(
            f'<p><label><input type="radio" name="channel" value="{one.id}" {"checked" if not at else ""}> '
            f"{escape(one.title)} ({escape(one.handle)})</label></p>"
            for at, one in enumerate(channels)
        )
        scopes = "".join(
            f'<p><label><input type="checkbox" name="granted" value="{escape(scope)}" checked> '
            f"{escape(scope)}</label></p>"
            for scope in given["scope"].split()
        )
        app = escape(str(knobs.get("app_name", "SceneMe")))
        return Answer(body=_PAGE.format(app=app, hidden=hidden, channels=offered, scopes=scopes))

    def answered(self, form: Mapping[str, list[str]], now: float, knobs: Mapping[str, Any]) -> Answer:
        """Send the owner back, with a code or without."""
        back, state = form["redirect_uri"][0], form.get("state", [""])[0]
        if form.get("answer", [""])[0] != "allow":
            return _sent_to(back, {"error": "access_denied", "state": state})
        scopes = tuple(form.get("granted", []))
        code = self._code(form["channel"][0], scopes, back, form.get("code_challenge", [""])[0], now, knobs)
        return _sent_to(back, {"code": code, "state": state, "scope": " ".join(scopes)})

    def consent(
        self, url: str, channel: str, without: tuple[str, ...], now: float, knobs: Mapping[str, Any]
    ) -> dict[str, str]:
        """Do what an owner does who was sent to `url` and allows all but `without`. Return what comes back."""
        given = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        trouble = _trouble(given, knobs)
        if trouble:
            raise ValueError(trouble)
        scopes = tuple(scope for scope in given["scope"].split() if scope not in without)
        code = self._code(channel, scopes, given["redirect_uri"], given.get("code_challenge", ""), now, knobs)
        return {"code": code, "state": given.get("state", ""), "scope": " ".join(scopes)}

    def grant(self, channel: str, scopes: tuple[str, ...], now: float, knobs: Mapping[str, Any]) -> tuple[str, str]:
        """Give out tokens without asking anybody: (access, refresh)."""
        grant = self._granted(channel, scopes, now, knobs)
        return self._access(grant, now, knobs), grant.refresh

    def token(self, asked: Asked, now: float, knobs: Mapping[str, Any]) -> Answer:
        """Give out tokens for a code or a refresh token."""
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        wanted = (knobs.get("client_id", CLIENT_ID), knobs.get("client_secret", CLIENT_SECRET))
        if (form.get("client_id"), form.get("client_secret")) != wanted:
            raise TokenError("invalid_client", "The OAuth client was not found.", 401)
        if form.get("grant_type") == "authorization_code":
            return self._exchanged(form, now, knobs)
        if form.get("grant_type") == "refresh_token":
            return self._refreshed(form, now, knobs)
        raise TokenError("unsupported_grant_type")

    def revoke(self, asked: Asked) -> Answer:
        """End a grant."""
        token = parse_qs(asked.body.decode()).get("token", [""])[0]
        found = [grant for grant in self.grants if token and (token == grant.refresh or token in grant.access)]
        if not found or found[0].is_ended:
            raise TokenError("invalid_token", "Token expired or revoked")
        found[0].is_ended = True
        return Answer(body={})

    def whose(self, token: str, now: float) -> Grant | None:
        """Return the grant of a good access token."""
        for grant in self.grants:
            if token in grant.access and grant.access[token] > now and not grant.is_ended:
                return grant
        return None

    def _code(
        self, channel: str, scopes: tuple[str, ...], back: str, challenge: str, now: float, knobs: Mapping[str, Any]
    ) -> str:
        code = f"4/0{secrets.token_urlsafe(24)}"
        self.codes[code] = Code(self._granted(channel, scopes, now, knobs), back, challenge, now)
        return code

    def _granted(self, channel: str, scopes: tuple[str, ...], now: float, knobs: Mapping[str, Any]) -> Grant:
        life = knobs.get("refresh_s")
        ends = now + float(life) if life else None
        grant = Grant(channel, scopes, f"1//{secrets.token_urlsafe(30)}", ends)
        self.grants.append(grant)
        return grant

    def _access(self, grant: Grant, now: float, knobs: Mapping[str, Any]) -> str:
        access = f"ya29.{secrets.token_urlsafe(40)}"
        grant.access[access] = now + float(knobs.get("token_s", 3599))
        return access

    def _exchanged(self, form: Mapping[str, str], now: float, knobs: Mapping[str, Any]) -> Answer:
        code = self.codes.pop(form.get("code", ""), None)
        if code is None or now - code.given_at > CODE_S:
            raise TokenError("invalid_grant", "Malformed auth code.")
        if form.get("redirect_uri") != code.redirect_uri:
            raise TokenError("redirect_uri_mismatch", "Bad Request")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if code.challenge != base64.urlsafe_b64encode(digest).rstrip(b"=").decode():
            raise TokenError("invalid_grant", "Invalid code verifier.")
        told = self._told(code.grant, now, knobs)
        return Answer(body=told if knobs.get("no_refresh") else {**told, "refresh_token": code.grant.refresh})

    def _refreshed(self, form: Mapping[str, str], now: float, knobs: Mapping[str, Any]) -> Answer:
        found = [grant for grant in self.grants if grant.refresh == form.get("refresh_token")]
        is_over = bool(found) and found[0].refresh_ends is not None and found[0].refresh_ends <= now
        if not found or found[0].is_ended or is_over:
            raise TokenError("invalid_grant", "Token has been expired or revoked.")
        told = self._told(found[0], now, knobs)
        if knobs.get("rotate_refresh"):
            found[0].refresh = told["refresh_token"] = f"1//{secrets.token_urlsafe(30)}"
        return Answer(body=told)

    def _told(self, grant: Grant, now: float, knobs: Mapping[str, Any]) -> dict[str, Any]:
        told: dict[str, Any] = {
            "access_token": self._access(grant, now, knobs),
            "expires_in": int(knobs.get("token_s", 3599)),
            "scope": " ".join(grant.scopes),
            "token_type": "Bearer",
        }
        if grant.refresh_ends is not None:
            told["refresh_token_expires_in"] = int(grant.refresh_ends - now)
        return told


def _trouble(given: Mapping[str, str], knobs: Mapping[str, Any]) -> str:
    if given.get("client_id") != knobs.get("client_id", CLIENT_ID):
        return "invalid_client"
    allowed = knobs.get("redirect_uris")
    if not given.get("redirect_uri") or (allowed and given["redirect_uri"] not in allowed):
        return "redirect_uri_mismatch"
    if given.get("response_type") != "code" or not given.get("scope"):
        return "invalid_request"
    if given.get("access_type") != "offline" or given.get("code_challenge_method") != "S256":
        return "invalid_request: this twin wants offline access and PKCE"
    return ""


def _sent_to(back: str, params: dict[str, str]) -> Answer:
    edge = "&" if "?" in back else "?"
    return Answer(302, headers={"Location": f"{back}{edge}{urlencode(params)}"})
