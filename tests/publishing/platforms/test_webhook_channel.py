"""A webhook as a platform: one signed message, and no second one unless the receiver can tell."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.base import (
    Account,
    App,
    CanTakeDown,
    Committed,
    NotThere,
    Post,
    Tokens,
    Undecided,
    Whereabouts,
)
from publishing.platforms.errors import (
    AccountTrouble,
    Invalid,
    NeedsSetup,
    PlatformError,
    RateLimited,
    Rejected,
    Unavailable,
    Unconfirmed,
)
from publishing.platforms.webhook.adapter import WebhookPlatform
from publishing.platforms.webhook.row import PLATFORM
from tests.twins.receiver import SECRET, ReceiverTwin

MARKER = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
SINCE = datetime.now(UTC) - timedelta(minutes=1)
NOBODYS: frozenset[str] = frozenset()
Open = Callable[..., WebhookPlatform]


@pytest.fixture
def twin() -> Iterator[ReceiverTwin]:
    with ReceiverTwin() as server:
        yield server  # type: ignore[misc]


@pytest.fixture
def opened(twin: ReceiverTwin) -> Iterator[Open]:
    """Open the adapter, as in another process each time."""
    with ExitStack() as stack:

        def build(address: str = "", *, is_local: bool = True, **settings: Any) -> WebhookPlatform:
            app = App("webhook", allows_private=is_local)
            told = {"secret": SECRET, **settings}
            made = WebhookPlatform(Account(app, address or twin.address, Tokens(""), told))
            stack.callback(made.close)
            return made

        yield build


@pytest.fixture
def post(tmp_path: Path) -> Post:
    path, captions = tmp_path / "film.mp4", tmp_path / "de.srt"
    path.write_bytes(b"film" * 1000)
    captions.write_text("1\n00:00:00,000 --> 00:00:01,000\nHallo\n")
    return Post(
        marker=MARKER,
        path=path,
        size=4000,
        duration_ms=30_000,
        width=1080,
        height=1920,
        text={"title": "The lighthouse", "hashtags": ("sea",)},
        public_url="https://studio.example.org/film/1",
        cover_ms=1500,
        captions={"de": captions},
    )


def ready(platform: WebhookPlatform, post: Post) -> dict[str, Any]:
    moved = platform.transfer(post, platform.start(post), until=lambda: False, told=lambda _: None)

    assert moved.is_complete

    return dict(moved.handle)


def test_a_receiver_is_told_once_of_all_it_needs(twin: ReceiverTwin, opened: Open, post: Post) -> None:
    platform = opened()

    done = platform.commit(post, ready(platform, post))
    seen = platform.observe(post, done.handle, done.remote_id)

    assert [row["id"] for row in twin.posts] == [MARKER]
    told = twin.posts[0]
    assert told["type"] == "film.published"
    assert told["data"]["text"] == {"title": "The lighthouse", "hashtags": ["sea"]}
    assert told["data"]["video"] == {
        "url": "https://studio.example.org/film/1",
        "media_type": "video/mp4",
        "bytes": 4000,
        "duration_ms": 30_000,
        "width": 1080,
        "height": 1920,
    }
    assert told["data"]["captions"]["de"].startswith("1\n00:00:00,000")
    assert told["data"]["cover"] == {"url": None, "at_ms": 1500}
    assert (done.remote_id, done.url) == (f"film-{MARKER[:8]}", f"https://films.example.org/{MARKER[:8]}")
    assert (seen.where, seen.url) == (Whereabouts.LIVE, done.url)


def test_it_is_signed_after_standard_webhooks(twin: ReceiverTwin, opened: Open, post: Post) -> None:
    opened().commit(post, ready(opened(), post))

    (sent,) = twin.seen
    name, at, given = (sent.headers[f"webhook-{what}"] for what in ("id", "timestamp", "signature"))
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    proof = hmac.new(key, f"{name}.{at}.".encode() + sent.body, hashlib.sha256).digest()
    assert name == MARKER
    assert abs(int(at) - datetime.now(UTC).timestamp()) < 60
    assert given == "v1," + base64.b64encode(proof).decode()


@pytest.mark.parametrize("secret", ["just words", ""])
def test_a_secret_may_be_words_or_none(twin: ReceiverTwin, opened: Open, post: Post, secret: str) -> None:
    twin.knobs["secret"] = secret
    platform = opened(secret=secret)

    platform.commit(post, ready(platform, post))

    assert len(twin.posts) == 1
    assert ("webhook-signature" in twin.seen[0].headers) is bool(secret)


def test_a_wrong_secret_is_said(twin: ReceiverTwin, opened: Open, post: Post) -> None:
    platform = opened(secret="whsec_" + base64.b64encode(b"another").decode())

    with pytest.raises(AccountTrouble, match="secret") as told:
        platform.commit(post, ready(platform, post))

    assert twin.posts == []
    assert SECRET not in told.value.vendor_words
    with pytest.raises(NeedsSetup):
        opened(secret="whsec_not base64!").requirements()


@pytest.mark.parametrize(
    ("status", "meant"),
    [
        (400, Rejected),
        (401, AccountTrouble),
        (403, AccountTrouble),
        (404, AccountTrouble),
        (405, AccountTrouble),
        (408, Unconfirmed),
        (409, Rejected),
        (410, AccountTrouble),
        (413, Rejected),
        (422, Rejected),
        (429, RateLimited),
        (500, Unconfirmed),
        (501, AccountTrouble),
        (502, Unconfirmed),
        (503, RateLimited),
        (504, Unconfirmed),
        (524, Unconfirmed),
    ],
)
def test_each_answer_means_what_is_to_be_done(
    twin: ReceiverTwin, opened: Open, post: Post, status: int, meant: type[PlatformError]
) -> None:
    twin.knobs["status"] = status

    with pytest.raises(meant) as told:
        opened().commit(post, ready(opened(), post))

    assert type(told.value) is meant
    assert len(twin.seen) == 1


def test_a_busy_receiver_says_for_how_long(twin: ReceiverTwin, opened: Open, post: Post) -> None:
    twin.knobs.update(status=429, retry_after=17)

    with pytest.raises(RateLimited) as told:
        opened().commit(post, ready(opened(), post))

    assert told.value.retry_after_s == 17


@pytest.mark.parametrize("kind", ["drop", "drop_after", "html_after"])
def test_a_lost_answer_is_left_to_a_person(twin: ReceiverTwin, opened: Open, post: Post, kind: str) -> None:
    twin.fail(kind, status=502)
    handle = ready(opened(), post)

    with pytest.raises(Unconfirmed):
        opened().commit(post, handle)
    found = opened().reconcile(post, handle, since=SINCE, taken=NOBODYS)

    assert isinstance(found, Undecided)
    assert any(MARKER in sentence for sentence in found.evidence)
    assert len(twin.seen) == 1


@pytest.mark.parametrize("kind", ["drop", "drop_after", "html_after"])
@pytest.mark.parametrize("conflict", ["409", "200"])
def test_a_receiver_that_knows_ids_is_told_again(
    twin: ReceiverTwin, opened: Open, post: Post, kind: str, conflict: str
) -> None:
    twin.fail(kind, status=502)
    twin.knobs["conflict"] = conflict == "409"
    handle = ready(opened(), post)

    with pytest.raises(Unconfirmed):
        opened(repeats_are_safe=True).commit(post, handle)
    found = opened(repeats_are_safe=True).reconcile(post, handle, since=SINCE, taken=NOBODYS)
    assert isinstance(found, NotThere)
    done = opened(repeats_are_safe=True).commit(post, found.handle)

    assert found.step == "commit"
    assert isinstance(done, Committed)
    assert done.remote_id == f"film-{MARKER[:8]}"
    assert len(twin.posts) == 1
    assert {row.headers["webhook-id"] for row in twin.seen} == {MARKER}


def test_it_is_told_again_at_growing_pauses(opened: Open, post: Post) -> None:
    platform = opened(repeats_are_safe=True)
    handle: Any = ready(platform, post)
    first = platform.reconcile(post, handle, since=SINCE, taken=NOBODYS)
    assert isinstance(first, NotThere)

    second = platform.reconcile(post, first.handle, since=SINCE, taken=NOBODYS)
    assert isinstance(second, Undecided)
    assert second.handle is not None
    past = {**second.handle, "repeat_at": (datetime.now(UTC) - timedelta(seconds=1)).isoformat()}
    third = platform.reconcile(post, past, since=SINCE, taken=NOBODYS)
    assert isinstance(third, NotThere)
    fourth = platform.reconcile(post, third.handle, since=SINCE, taken=NOBODYS)

    assert isinstance(fourth, Undecided)
    assert fourth.again_after_s > second.again_after_s
    assert "repeat_at" not in third.handle


def test_a_receiver_that_is_not_there_was_surely_not_told(opened: Open, post: Post, twin: ReceiverTwin) -> None:
    address = twin.address
    twin.stop()
    platform = opened(address)

    with pytest.raises(Unavailable):
        platform.commit(post, ready(platform, post))


def test_nobody_is_followed_elsewhere(twin: ReceiverTwin, opened: Open, post: Post) -> None:
    twin.knobs["moved_to"] = f"{twin.url}/films?again=1"

    with pytest.raises(AccountTrouble, match="elsewhere"):
        opened().commit(post, ready(opened(), post))

    assert len(twin.seen) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_our_own_network_is_told_nothing_unless_that_is_allowed(
    twin: ReceiverTwin, opened: Open, post: Post, host: str
) -> None:
    port = twin.url.rpartition(":")[2]
    platform = opened(f"https://{host}:{port}/films", is_local=False)

    with pytest.raises(AccountTrouble, match="private network"):
        platform.commit(post, ready(platform, post))

    assert twin.seen == []


@pytest.mark.parametrize(
    "address", ["films", "ftp://example.org/films", "https://me:secret@example.org/films", "http://example.org/films"]
)
def test_an_address_that_will_never_do_is_refused(opened: Open, post: Post, address: str) -> None:
    with pytest.raises(Invalid):
        opened(address, is_local=False).requirements()
    with pytest.raises(Invalid):
        opened(address, is_local=False).start(post)


@pytest.mark.parametrize(
    "answer", [{}, {"id": "x" * 300, "url": "javascript:alert(1)"}, {"id": ["a"], "url": 5}, {"id": True, "url": None}]
)
def test_an_answer_that_is_not_what_it_should_be_is_not_kept(
    twin: ReceiverTwin, opened: Open, post: Post, answer: dict[str, Any]
) -> None:
    twin.knobs["answer"] = answer

    done = opened().commit(post, ready(opened(), post))

    assert done.remote_id == MARKER
    assert done.url == ""


@pytest.mark.parametrize("kind", ["garbage", "truncate"])
def test_an_answer_that_cannot_be_read(twin: ReceiverTwin, opened: Open, post: Post, kind: str) -> None:
    twin.fail(kind)

    if kind == "garbage":
        assert opened().commit(post, ready(opened(), post)).remote_id == MARKER
    else:
        with pytest.raises(Unconfirmed):
            opened().commit(post, ready(opened(), post))


def test_without_an_address_of_our_own_there_is_no_link(twin: ReceiverTwin, opened: Open, post: Post) -> None:
    local = replace(post, public_url="")

    opened().commit(local, ready(opened(), local))

    assert twin.posts[0]["data"]["video"]["url"] is None
    with pytest.raises(NeedsSetup, match="could not fetch"):
        opened(needs_link=True).start(local)


def test_the_receiver_can_fetch_the_film(twin: ReceiverTwin, opened: Open, post: Post) -> None:
    twin.knobs["fetches"] = True
    served = replace(post, public_url=f"{twin.url}/_twin/bill")

    opened().commit(served, ready(opened(), served))

    assert twin.posts[0]["film"]["status"] == 200
    assert twin.posts[0]["film"]["sha256"] == hashlib.sha256(b"[]").hexdigest()


def test_what_went_out_is_not_taken_back(opened: Open) -> None:
    assert not isinstance(opened(), CanTakeDown)
    assert PLATFORM.can == ()
    assert json.dumps(opened().side_steps(Post("m", Path("x"), 1, 1, 1, 1))) == "[]"
