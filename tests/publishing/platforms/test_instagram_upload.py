"""Bringing a film over to Instagram: what breaks off goes on at its byte, what fails says what is to be done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.errors import (
    AccountTrouble,
    Invalid,
    MissingScope,
    NeverTaken,
    PlatformError,
    QuotaGone,
    RateLimited,
    Reconnect,
    Rejected,
    SessionGone,
    Unavailable,
    Unconfirmed,
)
from tests.publishing.platforms.instagram_world import FilmServer, World, film_server
from tests.twins.instagram import InstagramTwin

FILM = bytes(range(256)) * 12_000


@pytest.fixture(scope="module")
def films() -> Iterator[FilmServer]:
    """Where a film lies for everybody."""
    with film_server(FILM) as running:
        yield running


@pytest.fixture
def twin() -> Iterator[InstagramTwin]:
    """Instagram."""
    with InstagramTwin() as running:
        assert isinstance(running, InstagramTwin)
        yield running


@pytest.fixture
def login() -> str:
    """The login that a test uses unless it says which."""
    return "instagram"


@pytest.fixture
def world(twin: InstagramTwin, films: FilmServer, tmp_path: Path, login: str) -> Iterator[World]:
    """A connected account."""
    films.status, films.media_type = 200, "video/mp4"
    made = World(twin, films, tmp_path, login)
    yield made
    made.close()


def moved(world: World, handle: Any, *, halt: bool = False) -> Any:
    """One step of a transfer by a new process."""
    return world.adapter().transfer(world.post, handle, until=lambda: halt, told=lambda _: None)


def test_a_lost_answer_to_a_start_does_no_harm(world: World) -> None:
    world.twin.fail("drop_after", path=r"/media$", method="POST")

    with pytest.raises(Unavailable):
        world.adapter().start(world.post)

    assert world.twin.posts == []
    assert len(world.twin.asked_for("POST", r"/media$")) == 1
    assert world.published().remote_id


def test_digesting_is_waited_for_once_a_minute_and_then_ever_more_seldom(world: World) -> None:
    world.twin.knobs["processing_s"] = 10**6
    handle, pauses = world.adapter().start(world.post), []

    for _ in range(10):
        step = moved(world, handle)
        handle = step.handle
        pauses.append(step.again_after_s)
        assert not step.is_complete

    assert pauses == [60, 60, 60, 60, 60, 120, 240, 480, 900, 900]


def test_a_film_that_takes_its_time_is_ready_in_the_end(world: World) -> None:
    world.twin.knobs["processing_s"] = 300
    first = moved(world, world.adapter().start(world.post))
    world.twin.pass_time(301)

    second = moved(world, first.handle)

    assert not first.is_complete
    assert second.is_complete
    assert second.sent_bytes == len(FILM)


@pytest.mark.parametrize("login", ["facebook"])
@pytest.mark.parametrize("spelling", ["bytes_transferred", "bytes_transfered"])
def test_an_upload_that_broke_off_goes_on_at_its_byte_in_another_process(world: World, spelling: str) -> None:
    world.twin.knobs |= {"rupload_keeps": [1_000_003], "video_status_spelling": spelling}
    world.twin.fail("drop_after", path="/rupload/")
    handle = world.adapter().start(world.post)

    with pytest.raises(Unavailable):
        moved(world, handle)
    moved(world, handle)

    offsets = [asked.headers["offset"] for asked in world.twin.asked_for("POST", "/rupload/")]
    assert offsets == ["0", "1000003"]
    assert len(world.twin.containers) == 1
    committed = world.adapter().commit(world.post, moved(world, handle).handle)
    assert world.twin.posts[0]["sha256"] == world.sha256
    assert world.twin.posts[0]["id"] == committed.remote_id


def settled(world: World) -> int:
    """How many bytes the twin has, once what was on its way has arrived."""
    (container,) = world.twin.containers.values()
    for _ in range(200):
        if container.content:
            break
        time.sleep(0.02)
    return len(container.content)


@pytest.mark.parametrize("login", ["facebook"])
def test_an_upload_stops_when_it_is_told_to_and_goes_on_later(world: World) -> None:
    handle = world.adapter().start(world.post)

    stopped = moved(world, handle, halt=True)
    stored = settled(world)
    went_on = moved(world, stopped.handle)

    assert not stopped.is_complete
    assert 0 < stored < len(FILM)
    assert world.twin.asked_for("POST", "/rupload/")[-1].headers["offset"] == str(stored)
    assert went_on.sent_bytes == len(FILM)
    world.adapter().commit(world.post, moved(world, went_on.handle).handle)
    assert world.twin.posts[0]["sha256"] == world.sha256


@pytest.mark.parametrize("login", ["facebook"])
@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"retriable": True, "type": "ProcessingFailedError", "message": "try again", "status": 500}, Unavailable),
        ({"retriable": True, "type": "PartialRequestError", "message": "partial"}, Unavailable),
        ({"retriable": False, "type": "OffsetInvalidError", "message": "elsewhere"}, Unavailable),
        ({"retriable": False, "type": "ProcessingFailedError", "message": "cannot"}, SessionGone),
        ({"retriable": False, "type": "NotAuthorizedError", "message": "who?", "status": 401}, Reconnect),
    ],
)
def test_what_the_server_of_uploads_says_is_understood(
    world: World, told: dict[str, Any], error: type[PlatformError]
) -> None:
    world.twin.knobs["rupload_errors"] = [told]
    handle = world.adapter().start(world.post)

    with pytest.raises(error) as caught:
        moved(world, handle)

    assert type(caught.value) is error or issubclass(type(caught.value), error)
    assert "debug_info" in caught.value.vendor_words


@pytest.mark.parametrize(
    ("subcode", "error", "field"),
    [
        (2207026, Rejected, "file"),
        (2207057, Rejected, "cover"),
        (2207010, Rejected, "caption"),
        (2207001, SessionGone, ""),
        (2207003, SessionGone, ""),
        (2207020, SessionGone, ""),
        (2207032, SessionGone, ""),
        (2207053, SessionGone, ""),
        (2207077, SessionGone, ""),
        (2207082, SessionGone, ""),
        (2207052, SessionGone, ""),
        (2207999, SessionGone, ""),
        (2207050, AccountTrouble, ""),
        (2207023, Invalid, ""),
    ],
)
def test_a_container_that_failed_says_what_is_to_be_done(
    world: World, subcode: int, error: type[PlatformError], field: str
) -> None:
    world.twin.knobs["container_errors"] = [subcode]
    handle = world.adapter().start(world.post)

    with pytest.raises(error) as caught:
        moved(world, handle)

    assert getattr(caught.value, "field", "") == field
    assert str(subcode) in caught.value.vendor_words


@pytest.mark.parametrize(("status", "kind"), [(302, "video/mp4"), (403, "video/mp4"), (200, "text/html")])
def test_a_film_that_cannot_be_fetched_names_the_public_address(world: World, status: int, kind: str) -> None:
    world.films.status, world.films.media_type = status, kind
    handle = world.adapter().start(world.post)

    with pytest.raises(SessionGone, match="public address"):
        moved(world, handle)


def test_a_container_of_yesterday_has_expired(world: World) -> None:
    handle = world.ready()
    world.twin.pass_time(86_401)

    with pytest.raises(SessionGone):
        moved(world, handle)
    with pytest.raises(NeverTaken):
        world.adapter().commit(world.post, handle)
    with pytest.raises(Unconfirmed):
        world.adapter().commit(world.post, {**handle, "commits": 1})

    assert world.twin.asked_for("POST", "/media_publish$") == []


def test_a_fresh_container_that_is_not_found_is_looked_for_again(world: World) -> None:
    handle = world.adapter().start(world.post)
    world.twin.knobs["glitches"] = 2

    first = moved(world, handle)
    second = moved(world, first.handle)
    third = moved(world, second.handle)

    assert (first.is_complete, second.is_complete, third.is_complete) == (False, False, True)
    assert first.again_after_s > 0


def test_a_container_that_stays_away_is_made_anew(world: World) -> None:
    handle = world.adapter().start(world.post)
    world.twin.knobs["glitches"] = 100

    with pytest.raises(SessionGone):
        for _ in range(10):
            handle = moved(world, handle).handle


# --- What refusals mean ------------------------------------------------------------------------------------


def refusal(code: int, subcode: int = 0, **more: Any) -> dict[str, Any]:
    """How Meta says no."""
    return {"error": {"message": "no", "type": "OAuthException", "code": code, "error_subcode": subcode, **more}}


@pytest.mark.parametrize(
    ("code", "subcode", "error"),
    [
        (190, 0, Reconnect),
        (190, 458, Reconnect),
        (190, 460, Reconnect),
        (190, 463, Reconnect),
        (10, 0, MissingScope),
        (200, 0, MissingScope),
        (100, 33, Unavailable),
        (1, 0, Unavailable),
        (2, 0, Unavailable),
        (4, 0, RateLimited),
        (17, 0, RateLimited),
        (32, 0, RateLimited),
        (613, 0, RateLimited),
        (80001, 0, RateLimited),
        (80002, 0, RateLimited),
        (4, 2207051, RateLimited),
        (9, 2207042, QuotaGone),
        (25, 2207050, AccountTrouble),
        (36004, 2207010, Rejected),
        (9004, 2207052, Unavailable),
        (-1, 2207032, Unavailable),
        (100, 0, Invalid),
    ],
)
def test_each_refusal_of_a_start_has_its_meaning(
    world: World, code: int, subcode: int, error: type[PlatformError]
) -> None:
    world.twin.fail("answer", path=r"/media$", method="POST", status=400, body=refusal(code, subcode))

    with pytest.raises(error) as caught:
        world.adapter().start(world.post)

    assert len(world.twin.asked_for("POST", r"/media$")) == 1
    assert isinstance(caught.value, error)
    assert world.account.tokens.access not in caught.value.vendor_words


def test_a_passing_trouble_is_told_by_its_flag(world: World) -> None:
    body = refusal(368, 0, is_transient=True)
    world.twin.fail("answer", path=r"/media$", method="POST", status=400, body=body)

    with pytest.raises(Unavailable):
        world.adapter().start(world.post)


@pytest.mark.parametrize(
    ("status", "error"), [(401, Reconnect), (403, Unavailable), (429, RateLimited), (408, Unavailable), (404, Invalid)]
)
def test_a_refusal_that_is_not_metas_own_is_told_by_its_status(
    world: World, status: int, error: type[PlatformError]
) -> None:
    world.twin.fail("html", path=r"/media$", method="POST", status=status)

    with pytest.raises(error):
        world.adapter().start(world.post)


def test_the_header_says_how_many_minutes_to_wait(world: World) -> None:
    world.twin.knobs |= {"rate_times": 1, "rate_minutes": 13}

    with pytest.raises(RateLimited) as caught:
        world.adapter().requirements()

    assert caught.value.retry_after_s == 13 * 60


def test_a_missing_permission_is_told_apart_from_an_ended_consent(world: World) -> None:
    token = world.twin.tokens[world.account.tokens.access]
    token.scopes = tuple(scope for scope in token.scopes if "content_publish" not in scope)

    with pytest.raises(MissingScope):
        world.adapter().start(world.post)
