"""Consent: through Instagram itself, or through the Facebook Page that an account is linked to.

Neither has PKCE for applications with a secret; what protects the way back is `state` and the secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from publishing.platforms.base import App, Identity, Tokens
from publishing.platforms.errors import (
    BadAnswer,
    Invalid,
    PlatformError,
    Reconnect,
    Unavailable,
    Unconfirmed,
)

from .graph import Graph
from .row import PLATFORM

_AGAIN = "Instagram did not accept this sign-in. Connect the account once more."
_PAGE_TASKS = frozenset({"MANAGE", "CREATE_CONTENT"})


class InstagramLogin:
    """Through Instagram: a token of an hour becomes one of sixty days, which is made anew while it lives."""

    key = "instagram"
    scopes: tuple[str, ...] = tuple(PLATFORM.logins[0].scopes)
    needed: tuple[str, ...] = ("instagram_business_basic", "instagram_business_content_publish")

    def __init__(self, app: App) -> None:
        self.app = app

    def authorize_url(self, *, redirect_uri: str, state: str, verifier: str) -> str:
        """Return where the account's owner is sent."""
        return _consent(
            f"{_address(self.app, 'instagram_consent')}/oauth/authorize",
            {
                "client_id": self.app.client_id,
                "redirect_uri": redirect_uri,
                "response_type": "code",
                "scope": ",".join(self.scopes),
                "state": state,
                "enable_fb_login": "0",
                "force_authentication": "1",
            },
        )

    def exchange(self, *, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Turn a code into a token of sixty days. Raise `Reconnect`."""
        with closing(Graph(self.app, self.key)) as graph:
            code = without_ending(code)
            graph.hide(code)
            short = _once(
                lambda: graph.exchange(
                    "POST",
                    f"{_address(self.app, 'instagram_token')}/oauth/access_token",
                    {
                        "client_id": self.app.client_id,
                        "client_secret": self.app.client_secret,
                        "grant_type": "authorization_code",
                        "redirect_uri": redirect_uri,
                        "code": code,
                    },
                )
            )
            told = _inner(short)
            token = _text(told, "access_token")
            graph.hide(token)
            found = graph.plain(
                "access_token",
                grant_type="ig_exchange_token",
                client_secret=self.app.client_secret,
                access_token=token,
            )
            return self._tokens(found, scopes=_words(told.get("permissions")), now=datetime.now(UTC))

    def refresh(self, tokens: Tokens, *, now: datetime) -> Tokens:
        """Return a token of another sixty days; the same one while it is too young to be refreshed."""
        left_s = self._left_s(tokens, now)
        if left_s <= 0:
            raise Reconnect("The account has not been used here for too long. Connect it again.")
        if self._age_s(left_s) < self._number("refresh_from_s"):
            return tokens
        with closing(Graph(self.app, self.key, tokens.access)) as graph:
            found = _asked(
                lambda: graph.plain("refresh_access_token", grant_type="ig_refresh_token", access_token=tokens.access)
            )
        return self._tokens(found, scopes=tokens.scopes, now=now)

    def due(self, tokens: Tokens, *, now: datetime, needed_for_s: float = 0) -> bool:
        """Tell whether a week of its life is over, or it ends before it is no longer needed."""
        left_s = self._left_s(tokens, now)
        age_s = self._age_s(left_s)
        if age_s < self._number("refresh_from_s"):
            return False
        return age_s >= self._number("refresh_after_s") or left_s < needed_for_s

    def revoke(self, tokens: Tokens) -> bool:
        """Instagram has no way to: its owner removes the app there."""
        return False

    def identities(self, tokens: Tokens) -> Sequence[Identity]:
        """Return the one account that was signed in to."""
        with closing(Graph(self.app, self.key, tokens.access)) as graph:
            told = graph.get("me", fields="user_id,username,account_type,name,profile_picture_url")
        found = _inner(told)
        username = str(found.get("username") or "")
        return [
            Identity(
                remote_id=_text(found, "user_id"),
                name=str(found.get("name") or username),
                handle=username,
                url=f"https://www.instagram.com/{username}/" if username else "",
                picture_url=str(found.get("profile_picture_url") or ""),
                facts={"account_type": str(found.get("account_type") or ""), "login": self.key},
            )
        ]

    def _tokens(self, found: Mapping[str, Any], *, scopes: tuple[str, ...], now: datetime) -> Tokens:
        ends_at = now + timedelta(seconds=float(found.get("expires_in") or self._number("token_life_s")))
        # There is no other token: one that is not refreshed in time takes the consent with it.
        return Tokens(_text(found, "access_token"), expires_at=ends_at, refresh_expires_at=ends_at, scopes=scopes)

    def _left_s(self, tokens: Tokens, now: datetime) -> float:
        if tokens.expires_at is None:
            return self._number("token_life_s")
        return (tokens.expires_at - now).total_seconds()

    def _age_s(self, left_s: float) -> float:
        """A token does not tell when it was made, only when it ends."""
        return self._number("token_life_s") - left_s

    def _number(self, name: str) -> float:
        return float(self.app.settings.get(name, PLATFORM.settings[name]))


class FacebookLogin:
    """Through Facebook: each Page that is linked to an account has a token of its own, which does not end.

    The user's own token is kept as the refresh token: consent is given back with it.
    """

    key = "facebook"
    scopes: tuple[str, ...] = tuple(PLATFORM.logins[1].scopes)
    needed: tuple[str, ...] = (
        "instagram_basic",
        "instagram_content_publish",
        "pages_show_list",
        "pages_read_engagement",
    )

    def __init__(self, app: App) -> None:
        self.app = app

    def authorize_url(self, *, redirect_uri: str, state: str, verifier: str) -> str:
        """Return where the account's owner is sent; with the application's configuration where it has one."""
        config = str(self.app.settings.get("config_id") or "")
        wanted = {"config_id": config} if config else {"scope": ",".join(self.scopes)}
        return _consent(
            f"{_address(self.app, 'facebook_consent')}/{_version(self.app)}/dialog/oauth",
            {
                "client_id": self.app.client_id,
                "redirect_uri": redirect_uri,
                "response_type": "code",
                "state": state,
                **wanted,
            },
        )

    def exchange(self, *, code: str, redirect_uri: str, verifier: str) -> Tokens:
        """Turn a code into the user's token of sixty days, and read what was really allowed. Raise `Reconnect`."""
        with closing(Graph(self.app, self.key)) as graph:
            code = without_ending(code)
            graph.hide(code)
            url = f"{_address(self.app, 'facebook')}/{graph.version}/oauth/access_token"
            app = {"client_id": self.app.client_id, "client_secret": self.app.client_secret}
            short = _once(lambda: graph.exchange("GET", url, {**app, "redirect_uri": redirect_uri, "code": code}))
            token = _text(short, "access_token")
            graph.hide(token)
            found = self._longer(graph, token)
        return self._tokens(found, now=datetime.now(UTC))

    def refresh(self, tokens: Tokens, *, now: datetime) -> Tokens:
        """Return a Page's token as it is, since it does not end; a user's own one for another sixty days."""
        if tokens.expires_at is None:
            return tokens
        if tokens.expires_at <= now:
            raise Reconnect("The account has not been used here for too long. Connect it again.")
        with closing(Graph(self.app, self.key)) as graph:
            graph.hide(tokens.access)
            found = _asked(lambda: self._longer(graph, tokens.access))
        return self._tokens(found, now=now)

    def due(self, tokens: Tokens, *, now: datetime, needed_for_s: float = 0) -> bool:
        """Tell whether a user's own token is a week old; a Page's does not end."""
        if tokens.expires_at is None:
            return False
        left_s = (tokens.expires_at - now).total_seconds()
        age_s = self._number("token_life_s") - left_s
        return age_s >= self._number("refresh_after_s") or left_s < needed_for_s

    def revoke(self, tokens: Tokens) -> bool:
        """Give the user's whole consent back, for all Pages of it."""
        with closing(Graph(self.app, self.key, tokens.refresh or tokens.access)) as graph:
            try:
                return graph.delete("me/permissions").get("success") is True
            except (Reconnect, Invalid, BadAnswer):
                return False

    def identities(self, tokens: Tokens) -> Sequence[Identity]:
        """Return the accounts behind the Pages on which the user may publish."""
        fields = "id,name,access_token,tasks,instagram_business_account{id,username,name,profile_picture_url}"
        with closing(Graph(self.app, self.key, tokens.access)) as graph:
            pages = list(graph.pages("me/accounts", fields=fields, limit=50))
            user = str(graph.get("me", fields="id").get("id") or "")
        found = [_behind(page, tokens, user) for page in pages]
        return [identity for identity in found if identity is not None]

    def _longer(self, graph: Graph, token: str) -> dict[str, Any]:
        return graph.plain(
            f"{graph.version}/oauth/access_token",
            grant_type="fb_exchange_token",
            client_id=self.app.client_id,
            client_secret=self.app.client_secret,
            fb_exchange_token=token,
        )

    def _tokens(self, found: Mapping[str, Any], *, now: datetime) -> Tokens:
        token = _text(found, "access_token")
        life_s = float(found.get("expires_in") or self._number("token_life_s"))
        with closing(Graph(self.app, self.key, token)) as graph:
            rows = list(graph.pages("me/permissions"))
        granted = tuple(str(row.get("permission")) for row in rows if row.get("status") == "granted")
        return Tokens(token, expires_at=now + timedelta(seconds=life_s), scopes=granted)

    def _number(self, name: str) -> float:
        return float(self.app.settings.get(name, PLATFORM.settings[name]))


def without_ending(code: str) -> str:
    """Return a code without what Instagram hangs on to the address that it comes back in."""
    return code.removesuffix("#_")


def _behind(page: Mapping[str, Any], tokens: Tokens, user: str) -> Identity | None:
    """Return the account behind a Page; None where there is none or the user may not publish.

    Accounts of one user share one consent ("consent" among its facts): given back for one, it ends for all.
    """
    account = page.get("instagram_business_account")
    if not isinstance(account, Mapping) or not account.get("id") or not page.get("access_token"):
        return None
    tasks = page.get("tasks")
    if isinstance(tasks, list) and not _PAGE_TASKS & set(tasks):
        return None
    username = str(account.get("username") or "")
    return Identity(
        remote_id=str(account["id"]),
        name=str(account.get("name") or username or page.get("name") or ""),
        handle=username,
        url=f"https://www.instagram.com/{username}/" if username else "",
        picture_url=str(account.get("profile_picture_url") or ""),
        tokens=Tokens(str(page["access_token"]), refresh=tokens.access, scopes=tokens.scopes),
        facts={
            "page_id": str(page.get("id", "")),
            "page": str(page.get("name", "")),
            "login": FacebookLogin.key,
            "consent": user,
        },
    )


def _address(app: App, name: str) -> str:
    return (app.addresses.get(name) or PLATFORM.addresses[name]).rstrip("/")


def _version(app: App) -> str:
    return str(app.settings.get("version", PLATFORM.settings["version"]))


def _consent(address: str, asked: Mapping[str, str]) -> str:
    return f"{address}?{urlencode(asked)}"


def _once(ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """A code works once: where its answer is lost, or it is refused, the owner has to begin again."""
    try:
        return ask()
    except (Unconfirmed, Invalid, BadAnswer) as error:
        raise Reconnect(_AGAIN, vendor_words=error.vendor_words) from error


def _asked(ask: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """A refresh that fails for any other reason than an ended consent may be tried again: the old token still works."""
    try:
        return ask()
    except (Reconnect, Unavailable):
        raise
    except PlatformError as error:
        raise Unavailable("Instagram did not refresh the sign-in.", vendor_words=error.vendor_words) from error


def _inner(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Instagram answers with the thing itself, or with a list that holds it."""
    rows = found.get("data")
    if isinstance(rows, list) and rows and isinstance(rows[0], Mapping):
        return rows[0]
    return found


def _words(told: Any) -> tuple[str, ...]:
    if isinstance(told, str):
        told = told.split(",")
    return tuple(str(word).strip() for word in told or () if str(word).strip())


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str | int) or not str(value):
        raise Reconnect(_AGAIN, vendor_words=f"the answer has no {name}")
    return str(value)
