"""Consent at TikTok. It differs from everybody else's OAuth: the key's name, commas, and a challenge in hex."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

import httpx

from publishing.platforms.base import App, Identity, Tokens
from publishing.platforms.errors import BadAnswer, NeedsSetup, PlatformError, Reconnect, Unavailable, Unconfirmed
from publishing.platforms.wire import Line, words_of

from .client import LABEL, TikTok, address
from .meanings import login_refusal
from .row import PLATFORM

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_DUE_SHARE = 0.25
"""Refreshed when so much of the life is left: TikTok's tokens live a day, so a fixed time would be always or never."""
_MOST_ASKED = 0.9
"""Nobody can be given a token for longer than it lives: then the freshest must do."""

_SECRETS = ("code", "code_verifier", "refresh_token", "token")
_OF_USER = {
    "user.info.basic": ("open_id", "avatar_url", "display_name"),
    "user.info.profile": ("username", "profile_deep_link"),
}


class TikTokLogin:
    """TikTok's login, version 2."""

    scopes: tuple[str, ...] = tuple(PLATFORM.logins[0].scopes)
    needed: tuple[str, ...] = ("user.info.basic", "video.publish")

    def __init__(self, app: App) -> None:
        self.app = app

    def authorize_url(self, *, redirect_uri: str, state: str, verifier: str) -> str:
        """Return where the account's owner is sent."""
        self._need_app()
        asked = {
            "client_key": self.app.client_id,
            "response_type": "code",
            "scope": ",".join(self.scopes),
            "redirect_uri": redirect_uri,
            "state": state,
        }
        if _is_loopback(redirect_uri):
            asked["code_challenge"] = hashlib.sha256(verifier.encode()).hexdigest()
            asked["code_challenge_method"] = "S256"
        return f"{address(self.app, 'site')}/v2/auth/authorize/?{urlencode(asked)}"

    def exchange(self, *, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Turn the code that came back into tokens. Raise `Reconnect` where it is no longer good."""
        self._need_app()
        asked = {"code": unquote(code), "grant_type": "authorization_code", "redirect_uri": redirect_uri}
        if _is_loopback(redirect_uri):
            asked["code_verifier"] = verifier
        return self._tokens(asked, now=datetime.now(UTC))

    def refresh(self, tokens: Tokens, *, now: datetime) -> Tokens:
        """Return fresh tokens; the refresh token that comes with them replaces the old one."""
        self._need_app()
        has_ended = tokens.refresh_expires_at is not None and tokens.refresh_expires_at <= now
        if not tokens.refresh or has_ended:
            raise Reconnect("TikTok's consent has ended: it lasts a year. Connect the account again.")
        asked = {"grant_type": "refresh_token", "refresh_token": tokens.refresh}
        return self._tokens(asked, now=now, before=tokens)

    def due(self, tokens: Tokens, *, now: datetime, needed_for_s: float = 0) -> bool:
        """Tell whether it is time to refresh."""
        if tokens.expires_at is None:
            return False
        life = float(PLATFORM.settings["access_life_s"])
        wanted = max(life * _DUE_SHARE, min(needed_for_s, life * _MOST_ASKED))
        return (tokens.expires_at - now).total_seconds() <= wanted

    def revoke(self, tokens: Tokens) -> bool:
        """Give consent back. One that had ended already is given back as well."""
        self._need_app()
        try:
            answer = self._post("/v2/oauth/revoke/", {"token": tokens.access})
        except Reconnect:
            return True
        found = _flat(answer)
        if found.get("error"):
            trouble = login_refusal(found, self._said(answer))
            if not isinstance(trouble, Reconnect):
                raise trouble
        return True

    def identities(self, tokens: Tokens) -> Sequence[Identity]:
        """Return the one account that these tokens reach."""
        granted = tokens.scopes or ("user.info.basic",)
        fields = [field for scope, fields in _OF_USER.items() if scope in granted for field in fields]
        wire = TikTok(self.app, tokens.access)
        try:
            found = wire.look("/v2/user/info/", method="GET", fields=",".join(fields))
        finally:
            wire.close()
        user = found.get("user")
        if not isinstance(user, dict) or not user.get("open_id"):
            raise BadAnswer("TikTok does not say which account this is.")
        return (_identity(user, address(self.app, "site")),)

    def _tokens(self, asked: Mapping[str, str], *, now: datetime, before: Tokens | None = None) -> Tokens:
        answer = self._post("/v2/oauth/token/", asked)
        found = _flat(answer)
        # Errors may come with any status; what counts is whether there is a token.
        if not found.get("access_token"):
            raise login_refusal(found, self._said(answer))
        refresh_life = _number(found.get("refresh_expires_in"))
        return Tokens(
            access=str(found["access_token"]),
            refresh=str(found.get("refresh_token") or (before.refresh if before else "")),
            expires_at=now + timedelta(seconds=_number(found.get("expires_in")) or PLATFORM.settings["access_life_s"]),
            refresh_expires_at=now + timedelta(seconds=refresh_life)
            if refresh_life
            else (before.refresh_expires_at if before else None),
            scopes=_scopes(found.get("scope")) or (before.scopes if before else ()),
        )

    def _post(self, path: str, form: Mapping[str, str]) -> httpx.Response:
        line = Line(
            LABEL,
            translate=_refused,
            addresses=(address(self.app, "api"),),
            allows_private=self.app.allows_private,
        )
        line.hide(self.app.client_secret, *(form.get(name, "") for name in _SECRETS))
        try:
            return line.once(
                "POST",
                address(self.app, "api") + path,
                data={"client_key": self.app.client_id, "client_secret": self.app.client_secret, **form},
            )
        except Unconfirmed as error:
            raise Unavailable("TikTok did not answer about its consent.", vendor_words=error.vendor_words) from error
        finally:
            line.close()

    def _need_app(self) -> None:
        if not self.app.client_id or not self.app.client_secret:
            raise NeedsSetup("Enter the client key and the client secret of your TikTok app first.")

    def _said(self, answer: httpx.Response) -> str:
        found = _flat(answer)
        told = {name: found.get(name) for name in ("error", "error_description", "log_id")}
        return f"HTTP {answer.status_code}: {told}"


def _refused(response: httpx.Response) -> PlatformError:
    return login_refusal(_flat(response), words_of(response))


def _flat(response: httpx.Response) -> dict[str, Any]:
    """Return the flat object of an answer; {} where there is none (a revocation's answer is empty)."""
    try:
        found = response.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _is_loopback(redirect_uri: str) -> bool:
    return (urlsplit(redirect_uri).hostname or "") in _LOOPBACK


def _number(value: Any) -> float:
    try:
        return float(value or 0)
    except (TypeError, ValueError):
        return 0.0


def _scopes(value: Any) -> tuple[str, ...]:
    return tuple(word.strip() for word in str(value or "").replace(" ", ",").split(",") if word.strip())


def _identity(user: Mapping[str, Any], site: str) -> Identity:
    username = str(user.get("username") or "")
    return Identity(
        remote_id=str(user["open_id"]),
        name=str(user.get("display_name") or username or "TikTok"),
        handle=f"@{username}" if username else "",
        url=f"{site}/@{username}" if username else "",
        picture_url=str(user.get("avatar_url") or ""),
        facts={"username": username},
    )
