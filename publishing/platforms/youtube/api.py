"""One channel's way to YouTube: whom we are, where it is asked, and what it costs of our share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from publishing.platforms.base import Account, App
from publishing.platforms.errors import BadAnswer, PlatformError, Unavailable, Unconfirmed
from publishing.platforms.wire import Line, Piece, object_of

from .refusals import translate_for
from .row import PLATFORM

_API = "/youtube/v3/"
_UPLOAD = "/upload/youtube/v3/"


def addresses_of(app: App) -> dict[str, str]:
    """Return where everything is asked, by name, without slashes at the end."""
    found = {**PLATFORM.addresses, **{name: url for name, url in app.addresses.items() if url}}
    return {name: url.rstrip("/") for name, url in found.items()}


def line_to(app: App) -> Line:
    """Return the way to all of YouTube's servers."""
    return Line(
        PLATFORM.label,
        translate=_translated,
        addresses=addresses_of(app).values(),
        hosts=PLATFORM.settings["session_hosts"],
        allows_private=app.allows_private,
    )


class Api:
    """Requests in the name of one channel."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.addresses = addresses_of(account.app)
        self.settings: Mapping[str, Any] = {**PLATFORM.settings, **account.app.settings}
        self.line = line_to(account.app)
        self.line.hide(account.tokens.access, account.tokens.refresh, account.app.client_secret)
        self.headers = {"Authorization": f"Bearer {account.tokens.access}"}

    def read(self, what: str, **params: Any) -> dict[str, Any]:
        """Return what YouTube says of something: "videos", part="status", id="..."."""
        return _told(self.ask("GET", f"{self.addresses['api']}{_API}{what}", params=_written(params)))

    def report(self, **params: Any) -> dict[str, Any]:
        """Return one report of the channel's analytics."""
        url = f"{self.addresses['analytics']}/v2/reports"
        return _told(self.ask("GET", url, params=_written({"ids": "channel==MINE", **params})))

    def write(self, method: str, what: str, body: Any = None, **params: Any) -> dict[str, Any]:
        """Change something in a way that may be repeated: what is asked for is a state, not a step."""
        url = f"{self.addresses['api']}{_API}{what}"
        more = {} if body is None else {"json": body}
        response = self.ask(method, url, params=_written(params), tries=2, **more)
        return object_of(response) if response.content else {}

    def add(self, what: str, body: Any, **params: Any) -> dict[str, Any]:
        """Add something that a second request would add twice: sent once. Raise `Unavailable` if nobody knows."""
        url = f"{self.addresses['api']}{_API}{what}"
        return object_of(self.send("POST", url, params=_written(params), json=body))

    def bring(self, what: str, *, headers: Mapping[str, str], **more: Any) -> dict[str, Any]:
        """Upload something small beside a film: sent once. Raise `Unavailable` if nobody knows."""
        params = _written(more.pop("params"))
        response = self.send("POST", self.upload_url(what), params=params, headers=headers, **more)
        return object_of(response)

    def upload_url(self, what: str) -> str:
        """Return where files are brought."""
        return f"{self.addresses['upload']}{_UPLOAD}{what}"

    def ask(self, method: str, url: str, *, headers: Mapping[str, str] | None = None, **more: Any) -> httpx.Response:
        """Send what may be repeated."""
        return self.line.ask(method, url, headers={**self.headers, **(headers or {})}, **more)

    def once(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        piece: Piece | None = None,
        **more: Any,
    ) -> httpx.Response:
        """Send what is not repeated. Raise `Unconfirmed` if nobody knows what came of it."""
        return self.line.once(method, url, headers={**self.headers, **(headers or {})}, piece=piece, **more)

    def send(self, method: str, url: str, **more: Any) -> httpx.Response:
        """Send what is not repeated by itself, but may be by whoever looks first."""
        try:
            return self.once(method, url, **more)
        except Unconfirmed as error:
            raise Unavailable("YouTube did not answer.", vendor_words=error.vendor_words) from error


def _written(params: Mapping[str, Any]) -> dict[str, str]:
    """Lists with commas, truth in small letters, nothing where there is nothing."""
    found: dict[str, str] = {}
    for name, value in params.items():
        if value is None:
            continue
        if isinstance(value, bool):
            found[name] = "true" if value else "false"
        else:
            found[name] = ",".join(value) if isinstance(value, list | tuple) else str(value)
    return found


def _told(response: httpx.Response) -> dict[str, Any]:
    """Return what was read. Nonsense in its place passes, and looking again harms nothing."""
    try:
        return object_of(response)
    except BadAnswer as error:
        raise Unavailable("YouTube's answer makes no sense.", vendor_words=error.vendor_words) from error


def _translated(response: httpx.Response) -> PlatformError:
    path = response.request.url.path
    # What a session is sent has been paid for when it was opened.
    if path.endswith("/upload/youtube/v3/videos") and response.request.method == "POST":
        return translate_for("uploads")(response)
    return translate_for("stats" if path.endswith(":batchGetStats") else "units")(response)
