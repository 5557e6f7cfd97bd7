"""Numbers of reels: in our units, without what Instagram does not tell, whichever metrics it knows today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.base import CanCount, CanReschedule, CanTakeDown, Figures
from publishing.platforms.catalog import platforms
from publishing.platforms.errors import RateLimited
from publishing.platforms.instagram.row import PLATFORM
from tests.publishing.platforms.instagram_world import FilmServer, World, film_server
from tests.twins.instagram import InstagramTwin

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def films() -> Iterator[FilmServer]:
    """Where a film lies for everybody."""
    with film_server(b"a small film") as running:
        yield running


@pytest.fixture
def world(films: FilmServer, tmp_path: Path) -> Iterator[World]:
    """A connected account."""
    with InstagramTwin() as twin:
        assert isinstance(twin, InstagramTwin)
        made = World(twin, films, tmp_path, "instagram")
        yield made
        made.close()


def told(world: World, *remote_ids: str) -> dict[str, Figures]:
    """The figures of some posts."""
    return dict(world.adapter().figures(remote_ids, since=NOW, now=NOW))


def set_to(world: World, **values: Any) -> None:
    """Let every reel have these numbers."""
    world.twin.knobs["figures"] = {"*": values}


def test_numbers_come_in_our_units(world: World) -> None:
    reel = world.published().remote_id
    set_to(
        world,
        views=1000,
        reach=800,
        likes=50,
        comments=0,
        shares=7,
        saved=3,
        ig_reels_avg_watch_time=4250,
        ig_reels_video_view_total_time=4_250_499,
    )

    figures = told(world, reel)[reel]

    assert figures == Figures(
        views=1000,
        reach=800,
        likes=50,
        comments=0,
        shares=7,
        saves=3,
        average_view_s=4.25,
        watch_time_s=4250,
    )
    assert len(world.twin.asked_for("GET", "/insights$")) == 1


def test_a_metric_that_is_gone_costs_only_itself(world: World) -> None:
    reels = [world.published().remote_id for _ in range(2)]
    world.twin.knobs["unsupported_metrics"] = ["saved", "ig_reels_avg_watch_time"]
    set_to(world, views=10, likes=2, shares=1)

    found = told(world, *reels)

    assert set(found) == set(reels)
    for figures in found.values():
        assert (figures.views, figures.likes, figures.shares) == (10, 2, 1)
        assert figures.saves is None
        assert figures.average_view_s is None
    # Once in one, once each, and for the second reel once in one again.
    assert len(world.twin.asked_for("GET", "/insights$")) == 1 + 8 + 1


def test_numbers_that_are_not_there_yet_are_not_zero(world: World) -> None:
    world.twin.knobs["insights_delay_s"] = 48 * 3600
    reel = world.published().remote_id

    early = told(world, reel)[reel]
    world.twin.pass_time(49 * 3600)
    late = told(world, reel)[reel]

    assert early.views is None
    assert early.watch_time_s is None
    assert late.views is not None
    assert late.views > 0


def test_without_the_permission_for_numbers_likes_are_told_all_the_same(world: World) -> None:
    reel = world.published().remote_id
    token = world.twin.tokens[world.account.tokens.access]
    token.scopes = tuple(scope for scope in token.scopes if "insights" not in scope)
    set_to(world, likes=4, comments=1)

    figures = told(world, reel)[reel]

    assert figures == Figures(likes=4, comments=1)


def test_a_reel_that_is_gone_has_no_numbers_and_spoils_no_others(world: World) -> None:
    gone, there = world.published().remote_id, world.published().remote_id
    world.twin.delete(gone)

    found = told(world, gone, there)

    assert set(found) == {there}


def test_numbers_grow_with_the_days(world: World) -> None:
    reel = world.published().remote_id
    seen = []

    for _ in range(4):
        world.twin.pass_time(12 * 3600)
        seen.append(told(world, reel)[reel].views or 0)

    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1]


def test_an_account_tells_its_followers_and_how_many_posts_it_has(world: World) -> None:
    world.published()

    found = world.adapter().channel_figures()

    assert found.followers == 1200
    assert found.posts == 1
    assert found.views is None


def test_too_many_questions_are_told_as_such(world: World) -> None:
    reel = world.published().remote_id
    world.twin.knobs["rate_times"] = 1

    with pytest.raises(RateLimited):
        told(world, reel)


def test_instagram_counts_and_neither_deletes_nor_schedules(world: World) -> None:
    adapter = world.adapter()

    assert isinstance(adapter, CanCount)
    assert not isinstance(adapter, CanTakeDown)
    assert not isinstance(adapter, CanReschedule)
    assert platforms()["instagram"] is PLATFORM
    assert PLATFORM.can == ()
    assert not PLATFORM.keeps_schedule


def test_the_row_names_each_fact_with_its_day(world: World) -> None:
    assert PLATFORM.facts_date is not None
    assert PLATFORM.facts_source
    assert set(world.twin.addresses) == set(PLATFORM.addresses)
    assert all(url.startswith("https://") for url in PLATFORM.addresses.values())
