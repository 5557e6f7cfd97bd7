"""Asking Meta's Graph API as one account, at either of its two hosts."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Any

from publishing.platforms.base import App
from publishing.platforms.errors import BadAnswer, Unavailable, Unconfirmed
from publishing.platforms.wire import Line, Piece, object_of

from .refusals import translate
from .row import PLATFORM

LONGEST_PAGES = 20
"""How far back a list is read: a thousand posts."""


class Graph:
    """One account's way to Instagram. `login` is "instagram" or "facebook": it decides the host."""

    def __init__(self, app: App, login: str, token: str = "") -> None:
        self.app = app
        self.login = login
        self.addresses = {**PLATFORM.addresses, **{name: url for name, url in app.addresses.items() if url}}
        self.version = str(self.setting("version"))
        self._token = token
        self._line = Line(
            PLATFORM.label,
            translate=translate,
            addresses=self.addresses.values(),
            allows_private=app.allows_private,
        )
        self._line.hide(token, app.client_secret)

    def setting(self, name: str) -> Any:
        """Return one of the platform's figures, or what this application has in its place."""
        return self.app.settings.get(name, PLATFORM.settings[name])

    def number(self, name: str) -> float:
        """Return one of the platform's figures that is a number."""
        return float(self.setting(name))

    def get(self, path: str, **params: Any) -> dict[str, Any]:
        """Look at something. Raise what a refusal means."""
        response = self._line.ask("GET", self._url(path), params=self._proved(params), headers=self._greeting())
        return object_of(response)

    def send(self, path: str, fields: Mapping[str, str]) -> dict[str, Any]:
        """Change something, once. Raise `Unconfirmed` where its answer is not seen, else what a refusal means."""
        response = self._line.once("POST", self._url(path), data=self._proved(fields), headers=self._greeting())
        try:
            return object_of(response)
        except BadAnswer as error:
            raise Unconfirmed(str(error), vendor_words=error.vendor_words) from error

    def delete(self, path: str) -> dict[str, Any]:
        """Take something back."""
        response = self._line.once("DELETE", self._url(path), params=self._proved({}), headers=self._greeting())
        return object_of(response)

    def upload(self, container: str, piece: Piece, size: int) -> dict[str, Any]:
        """Send a file's bytes from where `piece` begins on. They may be sent again from wherever they got to."""
        url = f"{self.addresses['facebook_upload'].rstrip('/')}/ig-api-upload/{self.version}/{container}"
        headers = {
            "Authorization": f"OAuth {self._token}",
            "offset": str(piece.start),
            "file_size": str(size),
            "Content-Type": "application/octet-stream",
        }
        try:
            return object_of(self._line.once("POST", url, piece=piece, headers=headers))
        except Unconfirmed as error:
            raise Unavailable("The upload to Instagram broke off.", vendor_words=error.vendor_words) from error

    def exchange(self, method: str, url: str, fields: Mapping[str, str]) -> dict[str, Any]:
        """Send what works only once: a code for a token. A form has parts, as Instagram's own server wants it."""
        parts = {name: (None, value) for name, value in fields.items()}
        more: dict[str, Any] = {"params": fields} if method == "GET" else {"files": parts}
        return object_of(self._line.once(method, url, **more))

    def plain(self, path: str, **params: str) -> dict[str, Any]:
        """Ask without a greeting and without a version of its own: what is sent along is all there is."""
        return object_of(self._line.ask("GET", f"{self.addresses[self.login].rstrip('/')}/{path}", params=params))

    def pages(self, path: str, **params: Any) -> Iterator[dict[str, Any]]:
        """Yield the rows of a list, page by page. The address of the next one is not followed: it holds our token."""
        for _ in range(LONGEST_PAGES):
            found = self.get(path, **params)
            yield from (row for row in found.get("data") or () if isinstance(row, dict))
            paging = found.get("paging") or {}
            after = (paging.get("cursors") or {}).get("after")
            if not paging.get("next") or not after:
                return
            params = {**params, "after": after}

    def hide(self, *secrets: str) -> None:
        """Keep these out of all words."""
        self._line.hide(*secrets)

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()

    def _url(self, path: str) -> str:
        return f"{self.addresses[self.login].rstrip('/')}/{self.version}/{path}"

    def _greeting(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"}

    def _proved(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Add the proof that we know the application's secret, where its owner demands it."""
        if not self.app.settings.get("needs_proof") or not self._token:
            return dict(fields)
        proof = hmac.new(self.app.client_secret.encode(), self._token.encode(), hashlib.sha256).hexdigest()
        return {**fields, "appsecret_proof": proof}
