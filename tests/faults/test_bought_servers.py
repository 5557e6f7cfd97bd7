"""The database or the broker goes away in the middle of bought work, and comes back: nothing is bought twice.

Servers of the test's own, so that they can be stopped; the worker is a Celery worker as on a server.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from tests.twins.server import Twin

from .bought import started

ROOT = Path(__file__).resolve().parents[2]
GONE_S = float(os.environ.get("SCENEME_TEST_GONE_S", "30"))
"""How long a server is away."""
PIECES = 6

pytestmark = [
    pytest.mark.servers,
    pytest.mark.faults,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not settings.REDIS_URL, reason="needs PostgreSQL and Redis, which script/test starts"),
]


@dataclass
class Servers:
    """A database and a broker that can be stopped."""

    folder: Path
    postgres: Path

    @property
    def url(self) -> str:
        """The database's address."""
        return f"postgres://sceneme@/sceneme?host={self.folder}"

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this studio is started with."""
        return {
            **os.environ,
            "DATABASE_URL": self.url,
            "REDIS_URL": f"redis+socket://{self.folder / 'redis.sock'}",
            "SCENEME_DATA": str(self.folder / "data"),
            "SCENEME_SECRET_KEY": settings.SECRET_KEY,
            "SCENEME_JOB_LEASE": "12",
            "PYTHONPATH": str(ROOT),
        }

    def as_postgres(self, program: str, *given: str) -> None:
        """Run one of PostgreSQL's programs; it refuses to be root."""
        command = [str(self.postgres / program), *given]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def start_database(self) -> None:
        """Start PostgreSQL on a socket."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off"
        self.as_postgres(
            "pg_ctl", "-D", str(self.folder / "pg"), "-l", str(self.folder / "pg.log"), "-w", "-o", options, "start"
        )

    def stop_database(self) -> None:
        """Stop PostgreSQL in the middle of whatever it does."""
        self.as_postgres("pg_ctl", "-D", str(self.folder / "pg"), "-m", "immediate", "stop")

    def start_broker(self) -> None:
        """Start Redis on a socket, with nothing in it."""
        socket = self.folder / "redis.sock"
        command = ["redis-server", "--port", "0", "--unixsocket", str(socket), "--save", "", "--appendonly", "no"]
        command += ["--daemonize", "yes", "--pidfile", str(self.folder / "redis.pid"), "--dir", str(self.folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def stop_broker(self) -> None:
        """Kill Redis: what it held is lost."""
        pid = self.folder / "redis.pid"
        if pid.exists():
            os.kill(int(pid.read_text()), signal.SIGKILL)
            pid.unlink()

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """Ask the database."""
        with psycopg.connect(f"host={self.folder} user=sceneme dbname=sceneme") as rows:
            return list(rows.execute(query).fetchall())


@pytest.fixture
def servers() -> Iterator[Servers]:
    """A database and a broker of the test's own."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    folder = Path(subprocess.check_output(["mktemp", "-d", "/tmp/sceneme-gone.XXXXXX"], text=True).strip())
    folder.chmod(0o777)
    made = Servers(folder, found[-1] if found else Path(shutil.which("initdb") or "initdb").parent)
    made.as_postgres("initdb", "-D", str(folder / "pg"), "-U", "sceneme", "-A", "trust", "-E", "UTF8", "--no-sync")
    made.start_database()
    made.as_postgres("createdb", "-h", str(folder), "-U", "sceneme", "sceneme")
    made.start_broker()
    yield made
    made.stop_broker()
    made.stop_database()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def twin() -> Iterator[Twin]:
    """A vendor that needs some seconds for each picture."""
    with started("replicate", seconds=6) as server:
        yield server


ORDER = """
import sys, types, django
django.setup()
from sceneme.embedded import prepare
prepare()
from entities.models import Library
from tests.faults.bought import Studio, introduce, Twin
from generation.models import Vendor
Vendor.objects.filter(key="replicate").delete()
from generation.models import ModelOffer
ModelOffer.objects.filter(key="replicate/flux-2-pro").delete()
twin = types.SimpleNamespace(name="replicate", url=sys.argv[1], settings={})
library = Library.objects.create(name="Home")
studio = Studio(library, int(sys.argv[2]), introduce(twin, library, poll_seconds=1.0))
ModelOffer.objects.filter(key="replicate/flux-2-pro").update(typical_s=6)
for _ in range(int(sys.argv[2])):
    studio.order()
"""


@pytest.fixture
def worker(servers: Servers, twin: Twin) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Order some pictures; start workers that make them."""
    environment = {**servers.environment, "DJANGO_SETTINGS_MODULE": "sceneme.settings"}
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ORDER, twin.url, str(PIECES)], env=environment, cwd=ROOT, check=True
    )
    running: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "celery",
            "-A",
            "sceneme",
            "worker",
            "-P",
            "threads",
            "-c",
            "4",
        ]
        command += ["-n", "bought", "-B", "-s", str(servers.folder / "beat"), "-l", "CRITICAL"]
        running.append(subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True))
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_until(is_true: Callable[[], bool], seconds: float = 150) -> None:
    """Wait for something that other processes do."""
    until = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < until
        time.sleep(0.1)


def compare(servers: Servers, twin: Twin) -> None:
    """Every picture is there, on the bill once, and booked as it was billed."""
    assert servers.ask("select state, count(*) from generation_job group by 1") == [("succeeded", PIECES)]
    assert len(twin.charges) == PIECES
    booked = servers.ask("select kind, sum(amount_micros) from generation_ledgerentry group by 1")
    assert {kind: int(str(total)) for kind, total in booked if total} == {"settled": twin.bill_micros}


def is_over(servers: Servers) -> bool:
    """Tell whether nothing is being made any more."""
    rows = servers.ask("select count(*) from generation_job where state not in ('succeeded', 'failed', 'cancelled')")
    return rows == [(0,)]


def test_a_database_that_is_gone_for_half_a_minute_costs_nothing(
    servers: Servers, twin: Twin, worker: Callable[[], subprocess.Popen[bytes]]
) -> None:
    process = worker()
    wait_until(lambda: len(twin.charges) >= 2)

    servers.stop_database()
    time.sleep(GONE_S)
    servers.start_database()
    wait_until(lambda: is_over(servers))

    assert process.poll() is None
    compare(servers, twin)


def test_a_broker_that_forgot_everything_costs_nothing(
    servers: Servers, twin: Twin, worker: Callable[[], subprocess.Popen[bytes]]
) -> None:
    process = worker()
    wait_until(lambda: len(twin.charges) >= 2)

    servers.stop_broker()
    time.sleep(min(GONE_S, 5))
    servers.start_broker()
    wait_until(lambda: is_over(servers))

    assert process.poll() is None
    compare(servers, twin)
