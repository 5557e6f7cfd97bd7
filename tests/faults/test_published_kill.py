"""A real worker is killed at every moment of a publication's life, and another one goes on: there is one post.

The worker is a process with the studio's own queue, database and beat; the platform is a twin on a real socket.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from publishing.models import Publication
from tests.publishing import generic
from tests.twins.platform import PlatformTwin

from .published import Studio, only

WORKER = Path(__file__).with_name("published_worker.py")
MOMENTS = (
    "it is taken on",
    "the session is open",
    "some bytes are there",
    "all but the last is there",
    "it is about to be posted",
    "it is posted",
    "the number is here",
    "the number is kept",
    "it was looked at",
    "the tokens are fresh",
    "the picture is there",
)

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300), pytest.mark.django_db(transaction=True)]


@dataclass
class Office:
    """A data folder with films that are due, and the worker that is to publish them."""

    folder: Path
    twin: PlatformTwin
    process: subprocess.Popen[bytes] | None = None

    def start(self, moment: str = "") -> subprocess.Popen[bytes]:
        """Start a worker; it kills itself at `moment`."""
        environment = {
            **os.environ,
            "SCENEME_DATA": str(self.folder),
            "SCENEME_SECRET_KEY": settings.SECRET_KEY,
            "DATABASE_URL": "",
            "REDIS_URL": "",
            "SCENEME_LOG_LEVEL": "CRITICAL",
        }
        command = [sys.executable, "-W", "ignore", str(WORKER), self.twin.url, *filter(None, [moment])]
        self.process = subprocess.Popen(command, env=environment, start_new_session=True)
        return self.process

    def kill(self) -> None:
        """Kill the worker."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """Ask the database, or change it."""
        rows = sqlite3.connect(self.folder / "sceneme.sqlite3", timeout=30)
        try:
            with rows:
                return rows.execute(query).fetchall()
        finally:
            rows.close()

    def wait(self, seconds: float = 120) -> None:
        """Wait until nothing moves any more; what would be looked at later is looked at now."""
        until = time.monotonic() + seconds
        while self.ask(f"select id from publishing_publication where state in {UNDER_WAY}"):
            assert time.monotonic() < until, self.ask("select id, state, waits_for from publishing_publication")
            assert self.process is not None and self.process.poll() is None
            self.ask(
                "update publishing_publication set not_before = datetime('now', '-1 second'), queued_at = null "
                f"where state in {UNDER_WAY} and not_before > datetime('now')"
            )
            time.sleep(0.3)


UNDER_WAY = "('scheduled', 'starting', 'transferring', 'committing', 'unknown', 'observing')"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A data folder in which films are due, one for each moment; they are drafts until their turn comes."""
    twin = PlatformTwin()
    with twin.start(), only(generic.row(twin.url)):
        studio = Studio(twin)
        for _ in MOMENTS:
            studio.publication(state=Publication.State.DRAFT)
        made = Office(tmp_path, twin)
        connection.ensure_connection()
        with sqlite3.connect(tmp_path / "sceneme.sqlite3") as copy:
            connection.connection.backup(copy)
        copy.close()
        place = tmp_path / "media" / "published"
        place.mkdir(parents=True)
        (place / Path(studio.rendition.take.asset.key).name).write_bytes(studio.content)
        yield made
        made.kill()


def test_killed_at_each_moment_there_is_one_post_of_each(office: Office) -> None:
    numbers = [row[0] for row in office.ask("select id from publishing_publication order by id")]

    for number, moment in zip(numbers, MOMENTS, strict=True):
        if moment == "the tokens are fresh":
            office.ask("update publishing_channel set expires_at = datetime('now', '-1 second')")
            office.twin.knobs["rotates"] = False
            expire_in_the_books(office)
        office.ask(
            "update publishing_publication set state = 'scheduled', scheduled_at = datetime('now', '-1 second') "
            f"where id = {number}"
        )
        assert office.start(moment).wait(timeout=90) == -signal.SIGKILL, moment
    office.start()
    office.wait()

    states = office.ask("select state, count(*) from publishing_publication group by 1")
    assert states == [("live", len(MOMENTS))]
    markers = [post.marker for post in office.twin.posts]
    assert len(markers) == len(MOMENTS) == len(set(markers))
    kept = {row[0] for row in office.ask("select remote_id from publishing_publication")}
    assert kept == {post.number for post in office.twin.posts}


def expire_in_the_books(office: Office) -> None:
    """Let the stored tokens be old: they are read from what is sealed, so they are sealed anew."""
    from datetime import timedelta

    from django.utils import timezone

    from publishing.platforms.base import Tokens
    from publishing.services import sealed

    told = office.twin.tokens()
    old = Tokens(told["access_token"], told["refresh_token"], timezone.now() - timedelta(seconds=1))
    text = sealed.seal(sealed.tokens_as_json(old))
    office.ask(f"update publishing_channel set sealed_tokens = '{text}'")
