"""Publishing whose answer is lost or lies: what the container says counts, and there is one reel in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.base import Committed, Handle, NotThere, Undecided, Whereabouts
from publishing.platforms.errors import (
    AccountTrouble,
    Reconnect,
    Unavailable,
    Unconfirmed,
)
from tests.publishing.platforms.instagram_world import FilmServer, World, film_server
from tests.twins.instagram import InstagramTwin

FILM = b"a small film" * 50
PUBLISH = "/media_publish$"
NOBODY: frozenset[str] = frozenset()


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
def world(twin: InstagramTwin, films: FilmServer, tmp_path: Path) -> Iterator[World]:
    """A connected account."""
    made = World(twin, films, tmp_path, "instagram")
    yield made
    made.close()


def found_out(
    world: World, handle: Handle, since: datetime, *, taken: frozenset[str] = NOBODY, most: int = 12
) -> Committed | NotThere | Undecided:
    """What reconciling comes to, each look by another process and the waits in between gone by."""
    for _ in range(most):
        answer = world.adapter().reconcile(world.post, handle, since=since, taken=taken)
        if not isinstance(answer, Undecided):
            return answer
        assert answer.evidence
        handle = handle if answer.handle is None else answer.handle
        world.twin.pass_time(answer.again_after_s)
    return answer


def lost_commit(world: World, handle: Handle) -> datetime:
    """Commit and lose the answer; return when it was sent."""
    since = world.now()
    with pytest.raises(Unconfirmed):
        world.adapter().commit(world.post, handle)
    return since


@pytest.mark.parametrize(
    "trouble",
    [
        {"kind": "drop_after"},
        {"kind": "html_after", "status": 502},
        {"kind": "truncate"},
        {"kind": "html_after", "status": 200},
        {"kind": "html_after", "status": 503},
        {"kind": "html_after", "status": 404},
    ],
)
def test_a_reel_whose_answer_was_lost_is_found_and_not_posted_again(world: World, trouble: dict[str, Any]) -> None:
    handle = world.ready()
    world.twin.fail(path=PUBLISH, **trouble)

    since = lost_commit(world, handle)
    answer = found_out(world, handle, since)

    assert isinstance(answer, Committed)
    assert [row["id"] for row in world.twin.posts] == [answer.remote_id]
    assert answer.url == world.twin.posts[0]["permalink"]
    assert len(world.twin.asked_for("POST", PUBLISH)) == 1


@pytest.mark.parametrize(
    ("code", "subcode", "status"),
    [(4, 2207051, 400), (1, 0, 500), (2, 0, 400), (190, 463, 401), (25, 2207050, 400), (100, 0, 400), (4, 0, 403)],
)
def test_an_error_that_came_although_it_was_posted_does_not_double_it(
    world: World, code: int, subcode: int, status: int
) -> None:
    world.twin.knobs["publish_answers"] = [{"effect": True, "status": status, "code": code, "subcode": subcode}]
    handle = world.ready()

    since = lost_commit(world, handle)
    answer = found_out(world, handle, since)

    assert isinstance(answer, Committed)
    assert [row["id"] for row in world.twin.posts] == [answer.remote_id]


@pytest.mark.parametrize("kind", ["drop", "html"])
def test_what_surely_was_not_posted_is_posted_from_the_same_container(world: World, kind: str) -> None:
    handle = world.ready()
    world.twin.fail(kind, path=PUBLISH, status=500)

    since = lost_commit(world, handle)
    answer = found_out(world, handle, since)

    assert isinstance(answer, NotThere)
    assert answer.step == "commit"
    assert answer.handle["container"] == handle["container"]
    committed = world.adapter().commit(world.post, answer.handle)
    assert [row["id"] for row in world.twin.posts] == [committed.remote_id]
    assert len(world.twin.containers) == 1


def test_it_is_looked_for_minutes_before_it_is_posted_again(world: World) -> None:
    handle = world.ready()
    world.twin.fail("drop", path=PUBLISH)
    since, begun = lost_commit(world, handle), world.twin.now()

    found_out(world, handle, since)

    looks = [asked for asked in world.twin.asked_for("GET", rf"/{handle['container']}$")]
    assert world.twin.now() - begun >= 90
    assert len(looks) >= 6


def test_a_late_effect_is_seen_while_it_is_doubted(world: World) -> None:
    world.twin.knobs["publish_delay_s"] = 50
    handle = world.ready()
    world.twin.fail("drop_after", path=PUBLISH)

    since = lost_commit(world, handle)
    answer = found_out(world, handle, since)

    assert isinstance(answer, Committed)
    assert len(world.twin.posts) == 1


def test_an_effect_that_came_after_all_doubt_is_seen_before_it_is_sent_again(world: World) -> None:
    world.twin.knobs["publish_delay_s"] = 300
    handle = world.ready()
    world.twin.fail("drop_after", path=PUBLISH)
    since = lost_commit(world, handle)
    answer = found_out(world, handle, since)
    assert isinstance(answer, NotThere)
    world.twin.pass_time(300)

    again = lost_commit(world, answer.handle)
    found = found_out(world, answer.handle, again)

    assert isinstance(found, Committed)
    assert [row["id"] for row in world.twin.posts] == [found.remote_id]
    assert len(world.twin.asked_for("POST", PUBLISH)) == 1


def test_a_request_that_never_arrived_may_be_sent_again(world: World, twin: InstagramTwin) -> None:
    handle = world.ready()
    adapter = world.adapter()
    addresses = {**world.account.app.addresses, "instagram": "http://127.0.0.1:9"}
    world.account = replace(world.account, app=replace(world.account.app, addresses=addresses))

    with pytest.raises(Unavailable):
        world.adapter().commit(world.post, handle)

    assert adapter.commit(world.post, handle).remote_id
    assert len(twin.posts) == 1


def test_too_early_is_no_loss(world: World) -> None:
    world.twin.knobs["processing_s"] = 10**6
    handle = world.adapter().start(world.post)

    with pytest.raises(Unavailable):
        world.adapter().commit(world.post, handle)

    assert world.twin.asked_for("POST", PUBLISH) == []


def test_not_ready_as_told_by_publishing_itself_is_no_loss_either(world: World) -> None:
    world.twin.knobs["publish_answers"] = [{"effect": False, "code": 9007, "subcode": 2207027}]
    handle = world.ready()

    with pytest.raises(Unavailable):
        world.adapter().commit(world.post, handle)

    assert world.adapter().commit(world.post, handle).remote_id
    assert len(world.twin.posts) == 1


def test_a_restricted_account_is_believed_when_it_had_no_effect_before(world: World) -> None:
    world.twin.knobs["is_restricted"] = True
    handle = world.ready()
    since = lost_commit(world, handle)
    answer = found_out(world, handle, since)
    assert isinstance(answer, NotThere)

    with pytest.raises(AccountTrouble):
        world.adapter().commit(world.post, answer.handle)

    assert world.twin.posts == []


def test_it_is_not_asked_without_end(world: World) -> None:
    world.twin.knobs["publish_answers"] = [{"effect": False, "code": 4, "subcode": 2207051}] * 10
    handle = world.ready()

    for _ in range(10):
        since = lost_commit(world, handle)
        answer = found_out(world, handle, since)
        if isinstance(answer, Undecided):
            break
        assert isinstance(answer, NotThere)
        handle = answer.handle

    assert isinstance(answer, Undecided)
    assert len(world.twin.asked_for("POST", PUBLISH)) == 4
    assert world.twin.posts == []


def test_a_container_that_expired_unpublished_is_begun_anew(world: World) -> None:
    handle = world.ready()
    world.twin.fail("drop", path=PUBLISH)
    since = lost_commit(world, handle)
    world.twin.pass_time(86_401)

    answer = found_out(world, handle, since)

    assert isinstance(answer, NotThere)
    assert answer.step == "start"


def test_a_consent_that_ended_leaves_it_open(world: World) -> None:
    handle = world.ready()
    world.twin.fail("drop_after", path=PUBLISH)
    since = lost_commit(world, handle)
    world.twin.tokens[world.account.tokens.access].is_revoked = True

    with pytest.raises(Reconnect):
        world.adapter().reconcile(world.post, handle, since=since, taken=NOBODY)


# --- Which of them is ours ---------------------------------------------------------------------------------


def test_an_older_reel_with_the_same_caption_is_not_taken_for_it(world: World) -> None:
    older = world.published()
    handle = world.ready()
    world.twin.knobs["list_delay_s"] = 20
    world.twin.fail("drop_after", path=PUBLISH)

    since = lost_commit(world, handle) - timedelta(minutes=15)
    answer = found_out(world, handle, since)

    assert isinstance(answer, Committed)
    assert answer.remote_id not in {"", older.remote_id}
    assert len(world.twin.posts) == 2


def test_what_another_publication_has_is_not_taken(world: World) -> None:
    handle, other = world.ready(), world.ready()
    since = world.now()
    theirs = world.adapter().commit(world.post, other)
    world.twin.fail("drop_after", path=PUBLISH)
    lost_commit(world, handle)

    answer = found_out(world, handle, since, taken=frozenset({theirs.remote_id}))

    assert isinstance(answer, Committed)
    assert answer.remote_id not in {"", theirs.remote_id}


def test_of_two_alike_none_is_taken_and_it_is_live_all_the_same(world: World) -> None:
    handle, other = world.ready(), world.ready()
    since = world.now()
    world.adapter().commit(world.post, other)
    world.twin.fail("drop_after", path=PUBLISH)
    lost_commit(world, handle)

    answer = found_out(world, handle, since)

    assert isinstance(answer, Committed)
    assert answer.remote_id == ""
    assert world.adapter().observe(world.post, answer.handle, "").where is Whereabouts.LIVE


def test_a_list_that_is_late_is_waited_for(world: World) -> None:
    world.twin.knobs["list_delay_s"] = 50
    handle = world.ready()
    world.twin.fail("drop_after", path=PUBLISH)

    since = lost_commit(world, handle)
    answer = found_out(world, handle, since)

    assert isinstance(answer, Committed)
    assert answer.remote_id == world.twin.posts[0]["id"]


def test_a_container_that_is_hidden_for_a_moment_is_looked_at_again(world: World) -> None:
    handle = world.ready()
    world.twin.fail("drop_after", path=PUBLISH)
    since = lost_commit(world, handle)
    world.twin.knobs["glitches"] = 2

    answer = found_out(world, handle, since)

    assert isinstance(answer, Committed)
    assert answer.remote_id == world.twin.posts[0]["id"]


def test_a_container_that_stays_hidden_is_never_posted_again_by_itself(world: World) -> None:
    handle = world.ready()
    world.twin.fail("drop", path=PUBLISH)
    since = lost_commit(world, handle)
    world.twin.knobs["glitches"] = 1000

    answer = found_out(world, handle, since)

    assert isinstance(answer, Undecided)
    assert any("0 posts" in words for words in answer.evidence)


def test_a_reel_that_stands_there_although_its_container_failed_is_asked_about(world: World) -> None:
    handle = world.ready()
    world.twin.fail("drop", path=PUBLISH)
    since = lost_commit(world, handle)
    stray = world.ready()
    world.adapter().commit(world.post, stray)
    world.twin.pass_time(86_401)

    answer = found_out(world, handle, since)

    assert isinstance(answer, Undecided)
    assert any(world.twin.posts[0]["permalink"] in words for words in answer.evidence)
