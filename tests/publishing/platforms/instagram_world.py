"""A studio's side of Instagram for tests: an application, an account, a film, and where it is fetched."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from publishing.platforms.base import Account, App, Committed, Handle, Post, Tokens
from publishing.platforms.instagram.adapter import Adapter
from publishing.platforms.instagram.login import FacebookLogin, InstagramLogin
from tests.twins.instagram import CLIENT_ID, CLIENT_SECRET, InstagramTwin

REDIRECT = "https://films.example.org/publishing/back/instagram/"
STATE = "state-of-one-session"
VERIFIER = "v" * 43
ME = "17841400000000001"


def app_for(twin: InstagramTwin, **settings: Any) -> App:
    """The studio's application at the twin."""
    return App("instagram", CLIENT_ID, CLIENT_SECRET, twin.addresses, settings, allows_private=True)


def came_back(url: str) -> dict[str, str]:
    """What the consent page hung on to the address that it leads to."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def tokens_for(twin: InstagramTwin, login: str = "instagram", **settings: Any) -> Tokens:
    """The tokens of an account that was just connected; at Facebook, its Page's."""
    app = app_for(twin, **settings)
    if login == "instagram":
        way: InstagramLogin | FacebookLogin = InstagramLogin(app)
    else:
        way = FacebookLogin(app)
    url = way.authorize_url(redirect_uri=REDIRECT, state=STATE, verifier=VERIFIER)
    tokens = way.exchange(code=came_back(twin.consent(url))["code"], redirect_uri=REDIRECT, verifier=VERIFIER)
    if login == "instagram":
        return tokens
    found = way.identities(tokens)[0].tokens
    return found or tokens


@dataclass
class FilmServer:
    """Where the twin fetches films: it says what they are, or what it is told to say instead."""

    url: str
    status: int = 200
    media_type: str = "video/mp4"
    content: bytes = b""


@contextmanager
def film_server(content: bytes) -> Iterator[FilmServer]:
    """Serve one film."""
    place = FilmServer("", content=content)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(place.status)
            if place.status == 302:
                self.send_header("Location", place.url)
            self.send_header("Content-Type", place.media_type)
            self.send_header("Content-Length", str(len(place.content)))
            self.end_headers()
            self.wfile.write(place.content)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    place.url = f"http://127.0.0.1:{server.server_address[1]}/film.mp4"
    try:
        yield place
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class World:
    """One connected account with a film to post."""

    def __init__(self, twin: InstagramTwin, films: FilmServer, folder: Path, login: str, **settings: Any) -> None:
        self.twin, self.films, self.login = twin, films, login
        path = folder / "film.mp4"
        path.write_bytes(films.content)
        self.post = Post(
            marker="m" * 32,
            path=path,
            size=len(films.content),
            duration_ms=30_000,
            width=1080,
            height=1920,
            text={"caption": "A quiet film", "hashtags": ["animation", "#short"], "is_ai": True},
            public_url=films.url,
        )
        self.account = Account(
            app_for(twin, **settings), ME, tokens_for(twin, login, **settings), {"login": login, "facts": {}}
        )
        self._open: list[Adapter] = []

    def adapter(self) -> Adapter:
        """A new one, as another process would build it."""
        made = Adapter(self.account)
        self._open.append(made)
        return made

    def with_text(self, **text: Any) -> Post:
        """The film with another draft."""
        return replace(self.post, text={**self.post.text, **text})

    def ready(self, post: Post | None = None) -> Handle:
        """Go all the way to where only the commit is missing, each step in a process of its own."""
        post = post or self.post
        handle = self.adapter().start(post)
        for _ in range(20):
            moved = self.adapter().transfer(post, handle, until=lambda: False, told=lambda _: None)
            handle = moved.handle
            if moved.is_complete:
                return handle
        raise AssertionError("it never became ready")

    def published(self, post: Post | None = None) -> Committed:
        """Post it."""
        return self.adapter().commit(post or self.post, self.ready(post))

    def now(self) -> datetime:
        """The twin's time."""
        return datetime.fromtimestamp(self.twin.now(), UTC)

    @property
    def sha256(self) -> str:
        """Of the film."""
        return hashlib.sha256(self.films.content).hexdigest()

    def close(self) -> None:
        """Let go of all connections."""
        for adapter in self._open:
            adapter.close()
