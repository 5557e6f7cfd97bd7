"""Consent at Instagram's twin: both pages that ask for it, and what becomes of a code."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

from tests.twins.instagram_rules import Refused
from tests.twins.instagram_shelf import CLIENT_ID, CLIENT_SECRET, Account, Shelf, Token, form
from tests.twins.server import Answer, Asked

_KNOWN_SCOPES = {
    "ig": {
        "instagram_business_basic",
        "instagram_business_content_publish",
        "instagram_business_manage_insights",
        "instagram_business_manage_comments",
    },
    "fb": {
        "instagram_basic",
        "instagram_content_publish",
        "instagram_manage_insights",
        "pages_show_list",
        "pages_read_engagement",
        "ads_management",
        "ads_read",
    },
}
_CODE_LIFE_S = 3600.0
_USER = "700000000000001"


class Consent(Shelf):
    """Codes and tokens."""

    def consent(self, url: str, *, untick: tuple[str, ...] = (), account: str = "", allow: bool = True) -> str:
        """Do on the consent page what a person would, and return where it leads."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        wanted = asked.get("scope") or ",".join(sorted(_KNOWN_SCOPES["fb"]))
        scopes = [scope for scope in wanted.split(",") if scope not in untick]
        chosen = {
            "host": "ig" if "/oauth/authorize" in url else "fb",
            "account": account or next(iter(self.accounts)),
            "redirect_uri": asked.get("redirect_uri", ""),
            "state": asked.get("state", ""),
            "decision": "allow" if allow else "deny",
        }
        answer = httpx.get(f"{self.url}/decide", params={**chosen, "scope": scopes}, follow_redirects=False)
        return answer.headers["location"]

    def ask_instagram(self, asked: Asked) -> Answer:
        """Show Instagram's page."""
        return self._page(asked, "ig", "Instagram")

    def ask_facebook(self, asked: Asked) -> Answer:
        """Show Facebook's page."""
        return self._page(asked, "fb", "Facebook")

    def _page(self, asked: Asked, host: str, label: str) -> Answer:
        query = {name: values[0] for name, values in asked.query.items()}
        if query.get("client_id") != CLIENT_ID or query.get("response_type") != "code":
            return Answer(400, f"<h1>{label}</h1><p>Invalid request: unknown app or response_type.</p>")
        if not query.get("redirect_uri"):
            return Answer(400, f"<h1>{label}</h1><p>Invalid redirect_uri.</p>")
        wanted = query.get("scope") or ",".join(sorted(_KNOWN_SCOPES["fb"] if "config_id" in query else ()))
        scopes = [scope for scope in wanted.split(",") if scope]
        unknown = set(scopes) - _KNOWN_SCOPES[host]
        if unknown or not scopes:
            return Answer(400, f"<h1>{label}</h1><p>Invalid Scopes: {escape(', '.join(unknown))}</p>")
        return Answer(body=_html(label, host, query, scopes, list(self.accounts.values())))

    def decide(self, asked: Asked) -> Answer:
        """Lead back with a code, or with why not."""
        query = {name: values[0] for name, values in asked.query.items()}
        ending = "#_" if query.get("host") == "ig" and self.knob("has_ending", 1) else ""
        if query.get("decision") != "allow":
            denied = {
                "error": "access_denied",
                "error_reason": "user_denied",
                "error_description": "The user denied your request",
                "state": query.get("state", ""),
            }
            return _lead(query["redirect_uri"], denied, ending)
        code = f"AQ{self.new_id('c')}"
        declined = set(self.knob("declined_scopes", []))
        with self.lock:
            self.codes[code] = {
                "host": query["host"],
                "account": query.get("account") or next(iter(self.accounts)),
                "scopes": tuple(scope for scope in asked.query.get("scope", []) if scope not in declined),
                "redirect_uri": query["redirect_uri"],
                "made_at": self.now(),
            }
        return _lead(query["redirect_uri"], {"code": code, "state": query.get("state", "")}, ending)

    # --- Instagram's tokens --------------------------------------------------------------------------

    def short_token(self, asked: Asked) -> Answer:
        """Turn a code into a token of an hour."""
        if "multipart/form-data" not in asked.headers.get("content-type", ""):
            return _flat_refusal("Missing required field client_id")
        fields = form(asked)
        if fields.get("client_id") != CLIENT_ID or fields.get("client_secret") != CLIENT_SECRET:
            return _flat_refusal("Invalid platform app")
        if fields.get("grant_type") != "authorization_code":
            return _flat_refusal("Invalid grant_type")
        with self.lock:
            kept = self._used(fields.get("code", ""), "ig", fields.get("redirect_uri", ""))
            if kept is None:
                return _flat_refusal("This authorization code has been used, has expired or is of another address")
            token = self.issue("short", kept["account"], kept["scopes"], self.knob("short_life_s", 3600), "ig")
        scopes: Any = list(token.scopes)
        if self.knob("permissions_as", "list") == "comma":
            scopes = ",".join(token.scopes)
        told = {
            "access_token": token.value,
            "user_id": int(self.accounts[token.account].scoped_id),
            "permissions": scopes,
        }
        return Answer(body={"data": [told]} if self.knob("token_reply", "data") == "data" else told)

    def long_token(self, asked: Asked) -> Answer:
        """Turn a token of an hour into one of sixty days."""

        def make() -> dict[str, Any]:
            query = {name: values[0] for name, values in asked.query.items()}
            if query.get("grant_type") != "ig_exchange_token" or query.get("client_secret") != CLIENT_SECRET:
                raise Refused(101, 0, "Error validating client secret")
            short = self.alive(query.get("access_token", ""))
            if short.kind != "short":
                raise Refused(452, 0, "Session key invalid: not a short-lived token")
            return self._long(short)

        return self.answered(asked, make)

    def refreshed(self, asked: Asked) -> Answer:
        """Give a token of sixty days for one that is old enough; with the knob, the old one ends."""

        def make() -> dict[str, Any]:
            query = {name: values[0] for name, values in asked.query.items()}
            if query.get("grant_type") != "ig_refresh_token":
                raise Refused(100, 0, "(#100) Invalid grant_type")
            old = self.alive(query.get("access_token", ""))
            if old.kind != "long" or self.now() - old.made_at < self.knob("min_refresh_age_s", 86_400):
                raise Refused(100, 0, "The access token must be at least 24 hours old to be refreshed")
            old.is_rotated = bool(self.knob("rotates", 1))
            return self._long(old)

        return self.answered(asked, make)

    def _long(self, old: Token) -> dict[str, Any]:
        life_s = float(self.knob("long_life_s", 5_184_000))
        token = self.issue("long", old.account, old.scopes, life_s, "ig")
        return {"access_token": token.value, "token_type": "bearer", "expires_in": int(life_s)}

    def me(self, asked: Asked) -> Answer:
        """Say who the token is."""

        def make() -> dict[str, Any]:
            token = self.let_in(asked, "ig", "_basic")
            account = self.accounts[token.account]
            told = {
                "id": account.scoped_id,
                "user_id": account.id,
                "username": account.username,
                "account_type": self.knob("account_type", "BUSINESS"),
                "name": account.name,
                "profile_picture_url": f"{self.url}/picture/{account.id}.jpg",
            }
            wanted = asked.query.get("fields", ["id"])[0].split(",")
            inner = {name: told[name] for name in wanted if name in told}
            return {"data": [inner]} if self.knob("me_reply", "flat") == "data" else inner

        return self.answered(asked, make)

    # --- Facebook's tokens ---------------------------------------------------------------------------

    def facebook_token(self, asked: Asked) -> Answer:
        """Turn a code into a user's token, and that into one of sixty days."""

        def make() -> dict[str, Any]:
            query = {name: values[0] for name, values in asked.query.items()}
            if query.get("client_id") != CLIENT_ID or query.get("client_secret") != CLIENT_SECRET:
                raise Refused(101, 0, "Error validating application")
            life_s = float(self.knob("long_life_s", 5_184_000))
            if query.get("grant_type") == "fb_exchange_token":
                old = self.alive(query.get("fb_exchange_token", ""))
                scopes, grant = old.scopes, old.grant
            else:
                kept = self._used(query.get("code", ""), "fb", query.get("redirect_uri", ""))
                if kept is None:
                    raise Refused(100, 36009, "This authorization code has been used")
                scopes, grant, life_s = kept["scopes"], self.new_id("g"), 5400.0
            token = self.issue("user", "", scopes, life_s, grant)
            return {"access_token": token.value, "token_type": "bearer", "expires_in": int(life_s)}

        return self.answered(asked, make)

    def user(self, asked: Asked) -> Answer:
        """Say which of Facebook's users the token is of: there is one here."""

        def make() -> dict[str, Any]:
            if self.let_in(asked, "fb").kind != "user":
                raise Refused(100, 0, "(#100) this twin tells users only")
            return {"id": _USER}

        return self.answered(asked, make)

    def permissions(self, asked: Asked) -> Answer:
        """Say what was allowed and what was not."""

        def make() -> dict[str, Any]:
            token = self.let_in(asked, "fb")
            rows = [
                {"permission": scope, "status": "granted" if scope in token.scopes else "declined"}
                for scope in sorted(_KNOWN_SCOPES["fb"])
            ]
            return {"data": rows}

        return self.answered(asked, make)

    def revoked(self, asked: Asked) -> Answer:
        """Take the consent back: a user's own token only."""

        def make() -> dict[str, Any]:
            token = self.let_in(asked, "fb")
            if token.kind != "user":
                raise Refused(100, 0, "(#100) A page cannot give consent back")
            for other in self.tokens.values():
                other.is_revoked |= other.kind in {"user", "page"}
            return {"success": True}

        return self.answered(asked, make)

    def pages(self, asked: Asked) -> Answer:
        """List the user's Pages, a few at a time, with a token of its own for each."""

        def make() -> dict[str, Any]:
            token = self.let_in(asked, "fb", "pages_show_list")
            rows = [self._page_row(account, token) for account in self.accounts.values()]
            rows.append({"id": "5009", "name": "A Page without Instagram", "access_token": "x", "tasks": ["MANAGE"]})
            start, most = int(asked.query.get("after", ["0"])[0]), int(self.knob("page_size", 2))
            cut = rows[start : start + most]
            paging: dict[str, Any] = {"cursors": {"before": str(start), "after": str(start + len(cut))}}
            if start + most < len(rows):
                paging["next"] = f"{self.url}/fb/v26.0/me/accounts?access_token={token.value}&after={start + most}"
            return {"data": cut, "paging": paging}

        return self.answered(asked, make)

    def _page_row(self, account: Account, user: Token) -> dict[str, Any]:
        token = self.issue("page", account.id, user.scopes, None, user.grant)
        return {
            "id": account.page_id,
            "name": account.page,
            "access_token": token.value,
            "tasks": list(account.tasks),
            "instagram_business_account": {
                "id": account.id,
                "username": account.username,
                "name": account.name,
                "profile_picture_url": f"{self.url}/picture/{account.id}.jpg",
            },
        }

    def _used(self, code: str, host: str, redirect_uri: str) -> dict[str, Any] | None:
        kept = self.codes.get(code)
        if kept is None or kept["host"] != host or kept["redirect_uri"] != redirect_uri:
            return None
        del self.codes[code]
        return kept if self.now() - kept["made_at"] < _CODE_LIFE_S else None


def _lead(redirect_uri: str, told: dict[str, str], ending: str) -> Answer:
    between = "&" if "?" in redirect_uri else "?"
    return Answer(302, "", {"Location": f"{redirect_uri}{between}{urlencode(told)}{ending}"})


def _flat_refusal(message: str) -> Answer:
    return Answer(400, {"error_type": "OAuthException", "code": 400, "error_message": message})


def _html(label: str, host: str, query: dict[str, str], scopes: list[str], accounts: list[Account]) -> str:
    choices = "".join(
        f'<label><input type="radio" name="account" value="{row.id}"{" checked" if not number else ""}> '
        f"{escape(row.name)} (@{escape(row.username)})</label><br>"
        for number, row in enumerate(accounts)
    )
    boxes = "".join(
        f'<label><input type="checkbox" name="scope" value="{escape(scope)}" checked> {escape(scope)}</label><br>'
        for scope in scopes
    )
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (
            ("host", host),
            ("redirect_uri", query["redirect_uri"]),
            ("state", query.get("state", "")),
        )
    )
    return (
        f"<!doctype html><html lang='en'><meta name='viewport' content='width=device-width'>"
        f"<title>{label} (twin)</title><body style='font:16px sans-serif;max-width:30em;margin:3em auto'>"
        f"<h1>{label} (twin)</h1><p>The app <b>{escape(query['client_id'])}</b> asks to use an account of yours.</p>"
        f"<form action='/decide'>{hidden}<fieldset><legend>Account</legend>{choices}</fieldset>"
        f"<fieldset><legend>It may</legend>{boxes}</fieldset>"
        f"<p><button name='decision' value='allow'>Allow</button> "
        f"<button name='decision' value='deny'>Deny</button></p></form></body></html>"
    )
