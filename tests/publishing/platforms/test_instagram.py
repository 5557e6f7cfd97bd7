"""Posting a reel, at both logins: what goes over the wire, what is refused, and what is there in the end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from publishing.platforms.base import Whereabouts
from publishing.platforms.errors import (
    Invalid,
    NeedsSetup,
    QuotaGone,
    Reconnect,
    Rejected,
)
from tests.publishing.platforms.instagram_world import ME, FilmServer, World, film_server
from tests.twins.instagram import InstagramTwin
from tests.twins.instagram_shelf import form

FILM = bytes(range(256)) * 12_000
BOTH = pytest.mark.parametrize("login", ["instagram", "facebook"])


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


def asked_to_make(world: World) -> dict[str, str]:
    """The fields of the last container that was asked for."""
    return form(world.twin.asked_for("POST", r"/media$")[-1])


# --- All goes well ---------------------------------------------------------------------------------------


@BOTH
def test_a_film_becomes_one_reel_with_its_caption_and_its_bytes(world: World) -> None:
    committed = world.published()

    seen = world.adapter().observe(world.post, committed.handle, committed.remote_id)

    assert [row["id"] for row in world.twin.posts] == [committed.remote_id]
    post = world.twin.posts[0]
    assert post["caption"] == "A quiet film\n\n#animation #short"
    assert post["sha256"] == world.sha256
    assert post["account"] == ME
    assert seen.where is Whereabouts.LIVE
    assert seen.url == post["permalink"]


@BOTH
def test_what_is_sent_is_what_instagram_documents(world: World, login: str) -> None:
    world.published()

    fields = asked_to_make(world)
    publish = world.twin.asked_for("POST", "/media_publish$")
    assert fields["media_type"] == "REELS"
    assert fields["is_ai_generated"] == "true"
    assert fields["share_to_feed"] == "true"
    if login == "instagram":
        assert fields["video_url"] == world.films.url
        assert world.twin.asked_for("POST", "/rupload/") == []
    else:
        assert fields["upload_type"] == "resumable"
        assert world.twin.fetched == []
        headers = world.twin.asked_for("POST", "/rupload/")[0].headers
        assert headers["authorization"].startswith("OAuth ")
        assert (headers["offset"], headers["file_size"]) == ("0", str(len(FILM)))
    assert len(publish) == 1
    assert set(form(publish[0])) == {"creation_id"}
    assert publish[0].headers["authorization"].startswith("Bearer ")
    assert not any("access_token" in asked.query for asked in publish)


def test_a_signed_address_arrives_as_it_is(world: World) -> None:
    signed = f"{world.films.url}?X-Amz-Signature=ab%2Fcd&x=1%2B1&y=a b".replace(" ", "%20")

    world.published(replace(world.post, public_url=signed))

    assert world.twin.fetched[0]["url"] == signed


def test_the_drafts_switches_go_along(world: World) -> None:
    post = world.with_text(
        is_ai=False, share_to_feed=False, paid=True, collaborators=["@friend", "other"], audio_name="Rain"
    )

    world.published(replace(post, cover_ms=1500))

    fields = asked_to_make(world)
    assert fields["is_ai_generated"] == "false"
    assert fields["share_to_feed"] == "false"
    assert fields["is_paid_partnership"] == "true"
    assert json.loads(fields["collaborators"]) == ["friend", "other"]
    assert fields["audio_name"] == "Rain"
    assert fields["thumb_offset"] == "1500"


def test_a_cover_of_ones_own_is_used_where_instagram_can_fetch_and_read_it(world: World, tmp_path: Path) -> None:
    picture, other = tmp_path / "cover.jpg", tmp_path / "cover.png"
    picture.write_bytes(b"jpeg")
    other.write_bytes(b"png")
    link = "http://films.example.org/cover.jpg"
    with_cover = replace(world.post, cover_ms=900, cover_path=picture, public_cover_url=link)

    world.adapter().start(with_cover)
    assert asked_to_make(world)["cover_url"] == link
    assert "thumb_offset" not in asked_to_make(world)

    world.adapter().start(replace(with_cover, cover_path=other))
    assert asked_to_make(world)["thumb_offset"] == "900"

    world.adapter().start(replace(with_cover, public_cover_url=""))
    assert "cover_url" not in asked_to_make(world)


def test_a_page_may_have_its_films_fetched_too(twin: InstagramTwin, films: FilmServer, tmp_path: Path) -> None:
    world = World(twin, films, tmp_path, "facebook", fetches=True)

    world.published()
    world.close()

    assert len(twin.fetched) == 1
    assert twin.asked_for("POST", "/rupload/") == []


@BOTH
def test_the_proof_of_the_secret_goes_along_with_every_request(
    twin: InstagramTwin, films: FilmServer, tmp_path: Path, login: str
) -> None:
    twin.knobs["needs_proof"] = True
    world = World(twin, films, tmp_path, login, needs_proof=True)

    if login == "instagram":
        world.published()
    else:
        world.adapter().requirements()
        world.adapter().start(world.post)
    world.close()

    assert len(twin.containers) == 1


# --- Before it is sent -------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["", "ftp://films.example.org/film.mp4"])
def test_without_a_public_address_instagram_login_says_what_to_do(world: World, url: str) -> None:
    with pytest.raises(NeedsSetup, match="public https address"):
        world.adapter().start(replace(world.post, public_url=url))

    assert world.twin.containers == {}


def test_an_address_without_encryption_is_for_twins_only(world: World) -> None:
    world.account = replace(world.account, app=replace(world.account.app, allows_private=False))

    with pytest.raises(NeedsSetup):
        world.adapter().start(world.post)


def test_a_caption_at_its_limit_goes_out_and_one_beyond_it_does_not(world: World) -> None:
    at_limit = world.with_text(caption="x" * (2200 - len("\n\n#short")), hashtags=["short"])
    beyond = world.with_text(caption="x" * (2201 - len("\n\n#short")), hashtags=["short"])

    world.adapter().start(at_limit)
    with pytest.raises(Rejected) as caught:
        world.adapter().start(beyond)

    assert caught.value.field == "caption"
    assert len(world.twin.containers) == 1


def test_more_hashtags_than_instagram_takes_point_to_the_caption(world: World) -> None:
    with pytest.raises(Rejected) as caught:
        world.adapter().start(world.with_text(hashtags=[f"tag{number}x" for number in range(31)]))

    assert caught.value.field == "caption"


def test_a_fourth_collaborator_is_one_too_many(world: World) -> None:
    with pytest.raises(Rejected) as caught:
        world.adapter().start(world.with_text(collaborators=["a", "b", "c", "d"]))

    assert caught.value.field == "collaborators"


@pytest.mark.parametrize("total", [50, 100])
def test_the_accounts_own_share_counts(world: World, total: int) -> None:
    world.twin.knobs["quota_total"] = total
    account = world.twin.accounts[ME]
    account.posted = [world.twin.now()] * (total - 1)

    assert world.adapter().requirements().quota == {"posts": (total - 1, total)}
    world.published()

    with pytest.raises(QuotaGone) as caught:
        world.adapter().start(world.post)
    assert caught.value.bucket == "posts"
    world.twin.pass_time(86_401)
    world.adapter().start(world.post)


def test_the_share_may_be_gone_when_it_comes_to_publishing(world: World) -> None:
    handle = world.ready()
    world.twin.accounts[ME].posted = [world.twin.now()] * 50

    with pytest.raises(QuotaGone):
        world.adapter().commit(world.post, handle)

    assert world.twin.posts == []


# --- Afterwards --------------------------------------------------------------------------------------------


def test_the_address_is_a_step_of_its_own_and_may_be_done_twice(world: World) -> None:
    committed = world.published()
    adapter = world.adapter()

    first = adapter.side_step("permalink", world.post, committed.handle, committed.remote_id)
    second = adapter.side_step("permalink", world.post, committed.handle, committed.remote_id)

    assert adapter.side_steps(world.post) == ("permalink",)
    assert first == second == {"url": world.twin.posts[0]["permalink"]}


def test_without_an_id_there_is_no_address(world: World) -> None:
    with pytest.raises(Invalid):
        world.adapter().side_step("permalink", world.post, {}, "")


def test_a_fresh_reel_that_is_not_found_is_not_gone(world: World) -> None:
    committed = world.published()
    world.twin.knobs["glitches"] = 1

    first = world.adapter().observe(world.post, committed.handle, committed.remote_id)
    second = world.adapter().observe(world.post, committed.handle, committed.remote_id)

    assert first.where is Whereabouts.PROCESSING
    assert second.where is Whereabouts.LIVE


def test_a_reel_that_was_deleted_is_gone(world: World) -> None:
    committed = world.published()
    world.twin.delete(committed.remote_id)
    long_ago = {**committed.handle, "published_at": "2026-01-01T00:00:00+00:00"}

    seen = world.adapter().observe(world.post, long_ago, committed.remote_id)

    assert seen.where is Whereabouts.GONE


def test_a_lost_account_is_no_lost_reel(world: World) -> None:
    committed = world.published()
    world.twin.tokens[world.account.tokens.access].is_revoked = True

    with pytest.raises(Reconnect):
        world.adapter().observe(world.post, {}, committed.remote_id)
