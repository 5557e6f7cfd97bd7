"""One film, one video: whatever goes wrong on the way, in whatever order, and whoever goes on with it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing.platforms import wire
from publishing.platforms.base import Committed, Handle, NotThere, Post
from publishing.platforms.errors import BadAnswer, Invalid, RateLimited, SessionGone, Unavailable, Unconfirmed
from tests.twins.youtube import YouTubeTwin

from .on_youtube import UNIT, channel_on, film, now

KINDS = ("drop", "drop_after", "html", "html_after", "truncate", "garbage", "answer")
RUNS = 40
PATIENCE = 60


@pytest.fixture
def twin(monkeypatch: pytest.MonkeyPatch) -> Iterator[YouTubeTwin]:
    """YouTube, to which nobody waits between two tries."""
    monkeypatch.setattr(wire, "PAUSE_S", 0)
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        yield running


def go_wrong(twin: YouTubeTwin, chance: random.Random) -> None:
    """Let a few of the next requests fail."""
    twin.faults.clear()
    for _ in range(chance.randint(1, 4)):
        twin.knobs["sessions_gone"] = chance.random() < 0.05
        twin.fail(
            chance.choice(KINDS),
            method=chance.choice(("PUT", "PUT", "PUT", "POST", "GET")),
            after=chance.randint(0, 3),
            times=chance.randint(1, 4),
            status=chance.choice((400, 404, 429, 500, 502, 503, 504)),
        )
    twin.knobs["keep_bytes"] = [chance.choice((0, 1, UNIT // 2, UNIT)) for _ in range(chance.randint(0, 3))]
    twin.knobs["forgets_sessions"] = chance.random() < 0.3
    twin.knobs["shows_after_s"] = chance.choice((0, 0, 0, 10**6))


def carried(twin: YouTubeTwin, post: Post, chance: random.Random) -> str:
    """Carry a post through as an engine would: each step in a new process, handles kept, nothing blind."""
    step: str = "start"
    handle: Handle = {}
    for _ in range(PATIENCE):
        go_wrong(twin, chance)
        step, handle, made = stepped(twin, post, step, handle)
        if made:
            return made
    twin.faults.clear()
    twin.knobs.clear()
    for _ in range(PATIENCE):
        step, handle, made = stepped(twin, post, step, handle)
        if made:
            return made
    raise AssertionError(f"still {step}")


def stepped(twin: YouTubeTwin, post: Post, step: str, handle: Handle) -> tuple[str, Handle, str]:
    """Do one step, and say what is next."""
    with channel_on(twin) as adapter:
        try:
            if step == "start":
                return "transfer", adapter.start(post), ""
            if step == "transfer":
                moved = adapter.transfer(post, handle, until=lambda: False, told=lambda _sent: None)
                return ("commit" if moved.is_complete else step), moved.handle, ""
            if step == "commit":
                made = adapter.commit(post, handle)
                return step, made.handle, made.remote_id
            found = adapter.reconcile(post, handle, since=now(), taken=frozenset())
            if isinstance(found, Committed):
                return step, found.handle, found.remote_id
            if isinstance(found, NotThere):
                return found.step, found.handle, ""
        except Unconfirmed:
            return "reconcile", handle, ""
        except SessionGone:
            return "start", {}, ""
        except (Unavailable, RateLimited, BadAnswer, Invalid):
            # What was surely not taken is looked at again from where it was brought.
            return ("transfer" if step == "commit" else step), handle, ""
        return step, handle, ""


@pytest.mark.parametrize("seed", range(RUNS))
def test_one_film_is_one_video(twin: YouTubeTwin, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    post = film(tmp_path, chance.choice((1000, UNIT, 2 * UNIT + 17, 4 * UNIT)))

    made = carried(twin, post, chance)

    assert [(one["id"], one["size"]) for one in twin.posts] == [(made, post.size)]
