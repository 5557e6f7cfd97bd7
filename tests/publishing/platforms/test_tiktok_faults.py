"""Whatever is lost, whoever dies, however late: each film becomes exactly one post on TikTok."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from publishing.platforms import wire
from publishing.platforms.base import Account, App, Committed, Handle, NotThere, Platform, Post, Tokens, Whereabouts
from publishing.platforms.errors import PlatformError, SessionGone, Unavailable
from publishing.platforms.tiktok.adapter import TikTokPlatform
from tests.twins.tiktok import CLIENT_KEY, CLIENT_SECRET, TikTokTwin

KINDS = ("drop", "drop_after", "html", "html_after", "truncate", "garbage", "answer")
PATHS = ("creator_info", "video/init", "status/fetch", "/upload/", "/upload/", "/upload/")
MOST_STEPS = 80


@dataclass
class Errand:
    """One publication's way, as whoever keeps it would drive it: every step may be cut off, none is remembered."""

    twin: TikTokTwin
    post: Post
    rng: random.Random
    step: str = "start"
    handle: Handle = field(default_factory=dict)

    def run(self) -> None:
        """Go on until it is live."""
        for _ in range(MOST_STEPS):
            if self.step == "done":
                return
            self._trouble()
            platform = self._platform()
            try:
                getattr(self, f"_{self.step}")(platform)
            except PlatformError as error:
                self._met(error)
            finally:
                platform.close()
        raise AssertionError(f"still at {self.step} after {MOST_STEPS} steps")

    def _trouble(self) -> None:
        if self.rng.random() < 0.45:
            path, kind = self.rng.choice(PATHS), self.rng.choice(KINDS)
            self.twin.fail(kind, path=path, status=self.rng.choice([500, 502, 503]), after=self.rng.choice([0, 0, 1]))
        if self.rng.random() < 0.05:
            self.twin.pass_time(3700)

    def _is_killed(self) -> bool:
        return self.rng.random() < 0.1

    def _start(self, platform: Platform) -> None:
        handle = platform.start(self.post)
        if not self._is_killed():
            self.step, self.handle = "transfer", handle

    def _transfer(self, platform: Platform) -> None:
        stops = self.rng.randrange(4)
        asked = iter(range(1000))
        moved = platform.transfer(self.post, self.handle, until=lambda: next(asked) >= stops, told=lambda _: None)
        if not self._is_killed():
            self.handle = moved.handle
            self.step = "commit" if moved.is_complete else "transfer"

    def _commit(self, platform: Platform) -> None:
        done = platform.commit(self.post, self.handle)
        self.step = "reconcile"
        if not self._is_killed():
            self.step, self.handle = "observe", done.handle

    def _reconcile(self, platform: Platform) -> None:
        since = datetime.now(UTC) - timedelta(minutes=15)
        found = platform.reconcile(self.post, self.handle, since=since, taken=frozenset())
        if isinstance(found, Committed):
            self.step, self.handle = "observe", found.handle
        elif isinstance(found, NotThere):
            self.step, self.handle = found.step, found.handle

    def _observe(self, platform: Platform) -> None:
        seen = platform.observe(self.post, self.handle, "")
        assert seen.where in {Whereabouts.LIVE, Whereabouts.PROCESSING}
        if seen.where is Whereabouts.LIVE:
            self.step = "done"

    def _met(self, error: PlatformError) -> None:
        if self.step == "commit":
            was_taken_surely_not = isinstance(error, Unavailable)
            self.step = "transfer" if was_taken_surely_not else "reconcile"
            if was_taken_surely_not and isinstance(error, SessionGone):
                self.step = "start"
        elif self.step == "transfer" and isinstance(error, SessionGone):
            self.step = "start"

    def _platform(self) -> Platform:
        app = App("tiktok", CLIENT_KEY, CLIENT_SECRET, self.twin.addresses, allows_private=True)
        grant = self.twin.grant()
        return TikTokPlatform(Account(app, grant.open_id, Tokens(grant.access)))


@pytest.fixture
def twin(monkeypatch: pytest.MonkeyPatch) -> Iterator[TikTokTwin]:
    monkeypatch.setattr(wire, "PAUSE_S", 0.0)
    with TikTokTwin() as server:
        plenty = dict.fromkeys(["posts_a_day", "init_a_minute", "creator_a_minute", "status_a_minute"], 10**6)
        server.knobs.update(plenty, process_s=0, id_s=0)
        yield server  # type: ignore[misc]


@pytest.mark.parametrize(("size", "seeds"), [(2_000, range(120)), (21_000_000, range(1000, 1012))])
def test_every_schedule_of_faults_ends_in_one_post(twin: TikTokTwin, tmp_path: Path, size: int, seeds: range) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(random.Random(1).randbytes(1000) * (size // 1000))
    film = Post("m", path, size, 30_000, 1080, 1920)

    for seed in seeds:
        text = {"caption": f"Film {seed}", "privacy": "PUBLIC_TO_EVERYONE"}
        Errand(twin, replace(film, marker=f"{seed:032x}", text=text), random.Random(seed)).run()
        twin.faults.clear()

    made = [post["caption"] for post in twin.posts]
    assert sorted(made) == sorted(f"Film {seed}" for seed in seeds)
    assert {post["size"] for post in twin.posts} == {size}
