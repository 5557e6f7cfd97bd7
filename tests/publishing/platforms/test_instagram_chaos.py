"""Whatever goes wrong at whichever request, in whatever order: there is never a second reel."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.base import Committed, NotThere
from publishing.platforms.errors import (
    PlatformError,
    QuotaGone,
    SessionGone,
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


_TROUBLES = ("drop", "drop_after", "html", "html_after", "truncate")
_PATHS = (r"/media$", PUBLISH, r"/\d+$", "/content_publishing_limit")
_LIES = ((4, 2207051), (1, 0), (2, 0), (9007, 2207027))


def _in_trouble(world: World, luck: random.Random) -> None:
    for _ in range(luck.randint(0, 4)):
        status = luck.choice([500, 502, 503])
        world.twin.fail(luck.choice(_TROUBLES), path=luck.choice(_PATHS), status=status, after=luck.randint(0, 3))
    lies = [luck.choice([None, *_LIES]) for _ in range(2)]
    world.twin.knobs |= {
        "publish_answers": [
            None
            if lie is None
            else {"effect": lie[0] != 9007 and luck.random() < 0.5, "code": lie[0], "subcode": lie[1]}
            for lie in lies
        ],
        "processing_s": luck.choice([0, 90]),
        "publish_delay_s": luck.choice([0, 0, 40]),
        "list_delay_s": luck.choice([0, 40]),
        "glitches": luck.randint(0, 3),
    }


def _driven(world: World) -> Committed | None:
    """Post it the way a worker does: each step by a new process, the state in the handle alone."""
    step, handle, since = "start", dict[str, Any](), world.now()
    for _ in range(80):
        adapter = world.adapter()
        try:
            if step == "start":
                handle, step = dict(adapter.start(world.post)), "transfer"
            elif step == "transfer":
                moved = adapter.transfer(world.post, handle, until=lambda: False, told=lambda _: None)
                handle, step = dict(moved.handle), "commit" if moved.is_complete else "transfer"
                world.twin.pass_time(moved.again_after_s)
            elif step == "commit":
                since = world.now()
                return adapter.commit(world.post, handle)
            else:
                answer = adapter.reconcile(world.post, handle, since=since - timedelta(minutes=15), taken=NOBODY)
                if isinstance(answer, Committed):
                    return answer
                if isinstance(answer, NotThere):
                    step, handle = answer.step, dict(answer.handle)
                else:
                    handle = handle if answer.handle is None else dict(answer.handle)
                    world.twin.pass_time(answer.again_after_s)
        except Unconfirmed:
            step = "reconcile"
        except SessionGone:
            step = "start"
        except (Unavailable, QuotaGone):
            world.twin.pass_time(30)
        except PlatformError as error:
            raise AssertionError(f"gave up at {step}: {error!r} {error.vendor_words}") from error
        finally:
            adapter.close()
    return None


@pytest.mark.parametrize("seed", range(24))
def test_whatever_happens_there_is_never_a_second_reel(
    films: FilmServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("publishing.platforms.wire.PAUSE_S", 0.0)
    luck = random.Random(seed)
    with InstagramTwin() as twin:
        assert isinstance(twin, InstagramTwin)
        world = World(twin, films, tmp_path, "instagram")
        _in_trouble(world, luck)

        committed = _driven(world)
        twin.pass_time(60)

        posts = twin.posts
        world.close()
    assert len(posts) <= 1
    if committed is not None:
        assert len(posts) == 1
        assert committed.remote_id in {"", posts[0]["id"]}
