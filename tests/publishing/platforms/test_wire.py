"""The way to a platform: what changes something is sent once, and nothing goes where it must not."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import httpx
import pytest

from publishing.platforms.errors import (
    BadAnswer,
    Invalid,
    PlatformError,
    RateLimited,
    Rejected,
    Unavailable,
    Unconfirmed,
)
from publishing.platforms.wire import Line, Piece, object_of
from tests.twins.server import Answer, Asked, Twin


class Echo(Twin):
    """Says what it was sent."""

    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("GET", "/thing", "thing"),
        ("POST", "/thing", "thing"),
        ("PUT", "/thing", "thing"),
        ("GET", "/moved", "moved"),
        ("PUT", "/more", "more"),
    )

    def thing(self, asked: Asked) -> Answer:
        """Tell the size of what came."""
        return Answer(body={"size": len(asked.body), "chunked": "transfer-encoding" in asked.headers})

    def moved(self, asked: Asked) -> Answer:
        """Send away."""
        return Answer(302, headers={"Location": f"{self.url}/thing"})

    def more(self, asked: Asked) -> Answer:
        """Want more, with an address as for a redirect."""
        return Answer(308, headers={"Location": f"{self.url}/thing", "Range": "bytes=0-9"})


def translated(response: httpx.Response) -> PlatformError:
    """Mean something by each status."""
    if response.status_code == 429:
        return RateLimited("Too often.")
    if response.status_code >= 500:
        return Unavailable("Broken.", vendor_words=f"HTTP {response.status_code}: {response.text}")
    return Invalid("Wrong.", vendor_words=response.text)


@pytest.fixture
def twin() -> Iterator[Echo]:
    """A server."""
    with Echo() as running:
        assert isinstance(running, Echo)
        yield running


@pytest.fixture
def line(twin: Echo) -> Iterator[Line]:
    """The way to it."""
    made = Line("Echo", translate=translated, addresses=[twin.url], allows_private=True, timeout_s=5)
    yield made
    made.close()


@pytest.mark.parametrize("kind", ["drop", "drop_after"])
def test_what_changes_something_is_sent_once_however_the_answer_is_lost(twin: Echo, line: Line, kind: str) -> None:
    twin.fail(kind, times=9)

    with pytest.raises(Unconfirmed):
        line.once("POST", f"{twin.url}/thing", json={})

    assert len(twin.asked_for("POST", "/thing")) == 1


def test_what_changes_something_is_sent_once_over_a_connection_that_was_used_before(twin: Echo, line: Line) -> None:
    line.once("POST", f"{twin.url}/thing", json={})
    twin.fail("drop")

    with pytest.raises(Unconfirmed):
        line.once("POST", f"{twin.url}/thing", json={})

    assert len(twin.asked_for("POST", "/thing")) == 2


@pytest.mark.parametrize("status", [500, 502, 504])
def test_a_breakdown_in_the_middle_leaves_open_whether_it_happened(twin: Echo, line: Line, status: int) -> None:
    twin.fail("answer", status=status)

    with pytest.raises(Unconfirmed):
        line.once("POST", f"{twin.url}/thing", json={})


@pytest.mark.parametrize(
    ("status", "meaning"), [(503, Unavailable), (429, RateLimited), (400, Invalid)], ids=["full", "often", "wrong"]
)
def test_a_refusal_of_what_changes_something_means_that_it_did_not_happen(
    twin: Echo, line: Line, status: int, meaning: type[PlatformError]
) -> None:
    twin.fail("answer", status=status)

    with pytest.raises(meaning):
        line.once("POST", f"{twin.url}/thing", json={})

    assert len(twin.asked_for("POST", "/thing")) == 1


def test_what_never_arrived_did_surely_not_happen(twin: Echo, line: Line) -> None:
    where = f"{twin.url}/thing"
    twin.stop()

    with pytest.raises(Unavailable):
        line.once("POST", where, json={})


def test_half_an_answer_is_no_answer(twin: Echo, line: Line) -> None:
    twin.fail("truncate")

    with pytest.raises(Unconfirmed):
        line.once("POST", f"{twin.url}/thing", json={})


def test_looking_is_done_again_on_a_bad_way(twin: Echo, line: Line) -> None:
    twin.fail("drop")
    twin.fail("answer", status=503)

    assert object_of(line.ask("GET", f"{twin.url}/thing"))["size"] == 0
    assert len(twin.asked_for("GET", "/thing")) == 3


def test_looking_is_not_done_for_ever(twin: Echo, line: Line) -> None:
    twin.fail("answer", status=503, times=99)

    with pytest.raises(Unavailable):
        line.ask("GET", f"{twin.url}/thing")

    assert len(twin.asked_for("GET", "/thing")) == 3


def test_a_refused_look_is_not_repeated(twin: Echo, line: Line) -> None:
    twin.fail("answer", status=404)

    with pytest.raises(Invalid):
        line.ask("GET", f"{twin.url}/thing")

    assert len(twin.asked_for("GET", "/thing")) == 1


def test_a_redirect_is_not_followed(twin: Echo, line: Line) -> None:
    with pytest.raises(BadAnswer):
        line.ask("GET", f"{twin.url}/moved")

    assert not twin.asked_for("GET", "/thing")


def test_a_308_that_is_expected_is_an_answer(twin: Echo, line: Line) -> None:
    response = line.once("PUT", f"{twin.url}/more", also=frozenset({308}))

    assert (response.status_code, response.headers["range"]) == (308, "bytes=0-9")
    assert not twin.asked_for("PUT", "/thing")


def test_a_piece_of_a_file_is_sent_with_its_length(twin: Echo, line: Line, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(bytes(range(256)) * 8192)

    told = object_of(line.once("PUT", f"{twin.url}/thing", piece=Piece(film, 100, 1_500_000)))

    (sent,) = twin.asked_for("PUT", "/thing")
    assert told == {"size": 1_500_000, "chunked": False}
    assert sent.body == film.read_bytes()[100:1_500_100]


def test_a_file_that_has_shrunk_is_not_sent(twin: Echo, line: Line, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"x" * 10)

    with pytest.raises(Rejected):
        line.once("PUT", f"{twin.url}/thing", piece=Piece(film, 5, 6))

    assert not twin.seen


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/upload",
        "https://upload.example.com.evil.example/",
        "https://notexample.com/",
        "https://user:word@upload.example.com/",
        "file:///etc/passwd",
        "",
    ],
)
def test_an_address_of_somebody_else_is_not_asked(line: Line, address: str) -> None:
    strict = Line("Echo", translate=translated, hosts=[".example.com"])

    with pytest.raises(BadAnswer):
        strict.once("PUT", address)

    strict.close()


def test_plain_http_is_for_private_servers_only() -> None:
    strict = Line("Echo", translate=translated, addresses=["http://api.example.com"], hosts=["api.example.com"])

    with pytest.raises(BadAnswer):
        strict.ask("GET", "http://api.example.com/")

    strict.close()


def test_a_public_name_with_an_address_inside_our_network_is_not_asked(twin: Echo) -> None:
    strict = Line("Echo", translate=translated, hosts=["localhost"], timeout_s=5)

    with pytest.raises(BadAnswer, match="private"):
        strict.once("PUT", twin.url.replace("http://127.0.0.1", "https://localhost"))

    assert not twin.seen
    strict.close()


def test_secrets_are_in_no_words(twin: Echo, line: Line, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    line.hide("very-secret-token")
    twin.fail("answer", status=400, body={"you said": "Bearer very-secret-token", "at": "?upload_id=abc123&x=1"})

    with pytest.raises(Invalid) as caught:
        line.once("POST", f"{twin.url}/thing?upload_id=abc123", headers={"Authorization": "Bearer very-secret-token"})

    assert "secret" not in caught.value.vendor_words
    assert "abc123" not in caught.value.vendor_words
    assert "abc123" not in caplog.text
    assert "very-secret" not in caplog.text
