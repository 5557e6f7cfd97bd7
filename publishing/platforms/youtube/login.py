"""Consent of a channel's owner: asked for at Google, kept for as long as it lasts, given back."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx

from publishing.platforms.base import Account, App, Identity, Tokens
from publishing.platforms.errors import AccountTrouble, NeedsSetup, PlatformError, Reconnect, Unavailable, Unconfirmed
from publishing.platforms.wire import Line, object_of, retry_after_s, words_of

from .api import Api, addresses_of
from .row import CHANGE, FIGURES, PLATFORM, READ, UPLOAD

_ENDED = frozenset({"invalid_grant", "deleted_client", "access_denied", "admin_policy_enforced", "invalid_token"})
_SETUP = frozenset({"invalid_client", "unauthorized_client", "redirect_uri_mismatch", "invalid_scope", "org_internal"})


class YouTubeLogin:
    """Google's OAuth, for a channel's owner who is somewhere else and will not be there when we publish."""

    scopes: tuple[str, ...] = (UPLOAD, READ, CHANGE, FIGURES)
    needed: tuple[str, ...] = (UPLOAD, READ)

    def __init__(self, app: App) -> None:
        self.app = app
        self.addresses = addresses_of(app)

    def authorize_url(self, *, redirect_uri: str, state: str, verifier: str) -> str:
        """Return where the owner is sent. Consent is asked for each time: only then does a lasting token come back."""
        if not self.app.client_id:
            raise NeedsSetup("No application is registered for YouTube yet. Enter its client id first.")
        digest = hashlib.sha256(verifier.encode()).digest()
        asked = {
            "client_id": self.app.client_id,
            "redirect_uri": redirect_uri,
            "response_type": "code",
            "scope": " ".join(self.scopes),
            "access_type": "offline",
            "prompt": "consent",
            "include_granted_scopes": "true",
            "state": state,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return f"{self.addresses['authorize']}/o/oauth2/v2/auth?{urlencode(asked)}"

    def exchange(self, *, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Turn the code that came back into tokens."""
        told = self._asked(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": redirect_uri,
                "code_verifier": verifier,
            },
            may_repeat=False,
        )
        if not told.get("refresh_token"):
            raise Reconnect(
                "Google gave no lasting permission. Take the studio out of your Google account's connections, then "
                "connect again."
            )
        return _tokens(told, Tokens(access=""), datetime.now(UTC))

    def refresh(self, tokens: Tokens, *, now: datetime) -> Tokens:
        """Return fresh tokens. Google rarely sends a new refresh token; without one the old stays good."""
        if not tokens.refresh:
            raise Reconnect("There is no lasting permission for this channel. Connect it again.")
        told = self._asked({"grant_type": "refresh_token", "refresh_token": tokens.refresh}, may_repeat=True)
        return _tokens(told, tokens, now)

    def due(self, tokens: Tokens, *, now: datetime, needed_for_s: float = 0) -> bool:
        """Tell whether less than a tenth of an access token's hour is left, or less than what is needed."""
        if tokens.expires_at is None:
            return False
        life = float(PLATFORM.settings["token_life_s"])
        wanted = min(max(life / 10, needed_for_s + 60), life * 0.8)
        return (tokens.expires_at - now).total_seconds() < wanted

    def revoke(self, tokens: Tokens) -> bool:
        """Give consent back. With it goes every token that the owner gave this application."""
        token = tokens.refresh or tokens.access
        line = self._line(token)
        try:
            line.ask("POST", f"{self.addresses['token']}/revoke", data={"token": token})
        except Reconnect:
            pass  # It has ended already.
        finally:
            line.close()
        return True

    def identities(self, tokens: Tokens) -> Sequence[Identity]:
        """Return the channel that the owner chose at Google. Raise `AccountTrouble` where there is none."""
        api = Api(Account(app=self.app, remote_id="", tokens=tokens))
        try:
            told = api.read("channels", mine=True, part="id,snippet,contentDetails,statistics,status")
        finally:
            api.line.close()
        found = [_identity(item, self.addresses["watch"]) for item in told.get("items") or []]
        if not found:
            raise AccountTrouble(
                "This Google account has no YouTube channel yet. Make one on YouTube, then connect again."
            )
        return found

    def _asked(self, form: Mapping[str, str], *, may_repeat: bool) -> dict[str, Any]:
        line = self._line(*(form[name] for name in ("code", "refresh_token", "code_verifier") if name in form))
        whole = {**form, "client_id": self.app.client_id, "client_secret": self.app.client_secret}
        send = line.ask if may_repeat else line.once
        try:
            told = object_of(send("POST", f"{self.addresses['token']}/token", data=whole))
        except Unconfirmed as error:
            raise Unavailable("Google did not answer. Connect again.", vendor_words=error.vendor_words) from error
        finally:
            line.close()
        if not told.get("access_token"):
            raise Unavailable("Google answered without a token.", vendor_words=", ".join(sorted(told)))
        return told

    def _line(self, *secrets: str) -> Line:
        line = Line(
            "Google",
            translate=translate,
            addresses=self.addresses.values(),
            allows_private=self.app.allows_private,
            timeout_s=30,
        )
        line.hide(self.app.client_secret, *secrets)
        return line


def translate(response: httpx.Response) -> PlatformError:
    """Return what a refusal of Google's token server means: it is flat, unlike YouTube's own."""
    words = words_of(response)
    try:
        told = response.json()
        error = str(told.get("error", "")) if isinstance(told, dict) else ""
    except ValueError:
        error = ""
    if error in _SETUP:
        return NeedsSetup(
            "Google does not know the studio's application as it was entered: look at its client id, its secret and "
            "the return address in the Google Cloud console.",
            vendor_words=words,
        )
    if error in _ENDED:
        return Reconnect("The channel's permission has ended. Connect it again.", vendor_words=words)
    return Unavailable("Google cannot be asked now.", vendor_words=words, retry_after_s=retry_after_s(response))


def _tokens(told: Mapping[str, Any], before: Tokens, now: datetime) -> Tokens:
    ends_in = told.get("refresh_token_expires_in")
    return Tokens(
        access=str(told["access_token"]),
        refresh=str(told.get("refresh_token") or before.refresh),
        expires_at=now + timedelta(seconds=float(told.get("expires_in") or PLATFORM.settings["token_life_s"])),
        refresh_expires_at=now + timedelta(seconds=float(ends_in)) if ends_in else before.refresh_expires_at,
        scopes=tuple(str(told["scope"]).split()) if told.get("scope") else before.scopes,
    )


def _identity(item: Mapping[str, Any], site: str) -> Identity:
    snippet, status = item.get("snippet") or {}, item.get("status") or {}
    handle = str(snippet.get("customUrl") or "")
    pictures = snippet.get("thumbnails") or {}
    return Identity(
        remote_id=str(item["id"]),
        name=str(snippet.get("title") or handle or item["id"]),
        handle=handle,
        url=f"{site}/{handle}" if handle.startswith("@") else f"{site}/channel/{item['id']}",
        picture_url=str((pictures.get("default") or {}).get("url") or ""),
        facts={
            "uploads": uploads_of(item),
            "long_uploads": status.get("longUploadsStatus") == "allowed",
            "country": str(snippet.get("country") or ""),
        },
    )


def uploads_of(item: Mapping[str, Any]) -> str:
    """Return the playlist of all that a channel uploaded."""
    return str(((item.get("contentDetails") or {}).get("relatedPlaylists") or {}).get("uploads") or "")
