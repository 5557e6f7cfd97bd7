"""TikTok's way of being asked: JSON both ways, and errors in an envelope that may come with any status, even 200."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from publishing.platforms.base import App
from publishing.platforms.errors import BadAnswer
from publishing.platforms.wire import Line, Piece, object_of, words_of

from .meanings import envelope_error, meaning, refusal, upload_refusal
from .row import PLATFORM

LABEL = PLATFORM.label


def address(app: App, name: str) -> str:
    """Return one of TikTok's servers, or what stands in for it."""
    return (app.addresses.get(name) or PLATFORM.addresses[name]).rstrip("/")


class TikTok:
    """TikTok's servers, asked with one account's token ("" for calls that need none)."""

    def __init__(self, app: App, token: str = "") -> None:
        self.api = address(app, "api")
        hosts = tuple(PLATFORM.settings["upload_hosts"])
        self.line = Line(LABEL, translate=refusal, addresses=(self.api,), allows_private=app.allows_private)
        # The upload's server gets no token, and says nothing but a status.
        self.uploads = Line(
            LABEL, translate=upload_refusal, addresses=(self.api,), hosts=hosts, allows_private=app.allows_private
        )
        self.line.hide(token, app.client_secret)
        self._greeting = {"Authorization": f"Bearer {token}"} if token else {}

    def look(self, path: str, body: Mapping[str, Any] | None = None, *, method: str = "POST", fields: str = "") -> Any:
        """Ask for something; return the answer's "data". `fields` are what is to be told."""
        return self._unwrapped(self.line.ask(method, self.api + path, **self._more(body, fields)))

    def once(self, path: str, body: Mapping[str, Any]) -> Any:
        """Send what begins something, once; return the answer's "data"."""
        return self._unwrapped(self.line.once("POST", self.api + path, **self._more(body, "")))

    def put(self, url: str, piece: Piece, *, total: int, media_type: str) -> httpx.Response:
        """Send one part of a file, once. The answer is 206 (more is wanted) or 201 (that was all)."""
        last = piece.start + piece.size - 1
        headers = {"Content-Type": media_type, "Content-Range": f"bytes {piece.start}-{last}/{total}"}
        return self.uploads.once("PUT", url, piece=piece, headers=headers)

    def close(self) -> None:
        """Let go of the connections."""
        self.line.close()
        self.uploads.close()

    def _more(self, body: Mapping[str, Any] | None, fields: str) -> dict[str, Any]:
        more: dict[str, Any] = {"headers": {**self._greeting, "Content-Type": "application/json; charset=UTF-8"}}
        if fields:
            more["params"] = {"fields": fields}
        if body is not None:
            more["json"] = dict(body)
        return more

    def _unwrapped(self, response: httpx.Response) -> Any:
        found = object_of(response)
        code = str(envelope_error(response).get("code") or "")
        if code and code != "ok":
            trouble = meaning(code, response)
            trouble.vendor_words = self.line.redacted(trouble.vendor_words)
            raise trouble
        data = found.get("data")
        if not code or not isinstance(data, dict):
            raise BadAnswer("TikTok's answer has nothing in it.", vendor_words=self.line.redacted(words_of(response)))
        return data
