"""The database or the broker goes away while films are going out, and comes back: there is one post of each.

Servers of the test's own, so that they can be stopped; the worker is a Celery worker as on a server, and the platform
is YouTube's twin, which takes its time.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from tests.twins.youtube import YouTubeTwin

from .test_bought_servers import ROOT, Servers, wait_until
from .test_bought_servers import servers as servers

GONE_S = float(os.environ.get("SCENEME_TEST_GONE_S", "6"))
"""How long a server is away."""
FILMS = 12
ANSWER_S = 0.4
UNDER_WAY = "('scheduled', 'starting', 'transferring', 'committing', 'unknown', 'observing')"

pytestmark = [
    pytest.mark.servers,
    pytest.mark.faults,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not settings.REDIS_URL, reason="needs PostgreSQL and Redis, which script/test starts"),
]

Process = subprocess.Popen[bytes]


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    """A platform that needs a moment for each answer."""
    with YouTubeTwin().start() as server:
        assert isinstance(server, YouTubeTwin)
        server.fail("slow", times=1_000_000, seconds=ANSWER_S)
        yield server


@pytest.fixture
def worker(servers: Servers, twin: YouTubeTwin) -> Iterator[Callable[[], Process]]:
    """Put some films into the schedule; start a worker that publishes them."""
    environment = {
        **servers.environment,
        "DJANGO_SETTINGS_MODULE": "sceneme.settings",
        "SCENEME_PUBLISH_LEASE": "6",
    }
    access, refresh = twin.tokens()
    channel = twin.channels[0]
    told = {
        "twin": {"addresses": twin.addresses, "settings": {"chunk_bytes": 262_144}},
        "account": {
            "id": channel.id, "access": access, "refresh": refresh, "facts": {"uploads": channel.uploads},
        },
        "count": FILMS,
        "pad": 600_000,
    }  # fmt: skip
    order = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("published_order.py")), json.dumps(told)]
    subprocess.run(order, env=environment, cwd=ROOT, check=True)
    running: list[Process] = []

    def start() -> Process:
        command = [sys.executable, "-W", "ignore", "-m", "celery", "-A", "sceneme", "worker", "-P", "threads"]
        command += ["-c", "4", "-n", "published", "-B", "-s", str(servers.folder / "beat"), "-l", "CRITICAL"]
        running.append(subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True))
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def is_over(servers: Servers) -> bool:
    """Tell whether nothing moves any more. What would be looked at later is looked at now, to save time."""
    rows = servers.ask(f"select count(*) from publishing_publication where state in {UNDER_WAY}")
    with psycopg.connect(f"host={servers.folder} user=sceneme dbname=sceneme") as late:
        late.execute(
            "update publishing_publication set not_before = now(), queued_at = null "
            f"where state in {UNDER_WAY} and leased_until is null and not_before > now() + interval '5 seconds'"
        )
        late.execute(
            f"update publishing_publication set queued_at = null where state in {UNDER_WAY} "
            "and leased_until < now() - interval '1 second'"
        )
    return rows == [(0,)]


def compare(servers: Servers, twin: YouTubeTwin) -> None:
    """There is one post of each film, and each is known by its number."""
    assert servers.ask("select state, count(*) from publishing_publication group by 1") == [("live", FILMS)]
    assert sorted(post["title"] for post in twin.posts) == sorted(f"Lamp {number}" for number in range(FILMS))
    kept = {str(row[0]) for row in servers.ask("select remote_id from publishing_publication")}
    assert kept == {post["id"] for post in twin.posts}


MOMENTS = {"a session is open": 1, "films are on their way": 3 * FILMS, "the first are posted": 6 * FILMS}
"""When a server goes away: by how many requests there were."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_database_that_goes_away_while_films_go_out_leaves_one_post_of_each(
    servers: Servers, twin: YouTubeTwin, worker: Callable[[], Process], moment: str
) -> None:
    process = worker()
    wait_until(lambda: len(twin.seen) >= MOMENTS[moment])

    servers.stop_database()
    time.sleep(GONE_S)
    servers.start_database()
    wait_until(lambda: is_over(servers))

    assert process.poll() is None
    compare(servers, twin)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_broker_that_goes_away_while_films_go_out_leaves_one_post_of_each(
    servers: Servers, twin: YouTubeTwin, worker: Callable[[], Process], moment: str
) -> None:
    process = worker()
    wait_until(lambda: len(twin.seen) >= MOMENTS[moment])

    servers.stop_broker()
    time.sleep(GONE_S)
    servers.start_broker()
    wait_until(lambda: is_over(servers))

    assert process.poll() is None
    compare(servers, twin)
