"""Kill any process at any moment: the film is finished all the same, and nothing finished is made again."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.prepared import prepare

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, str(ROOT / "manage.py"), "film", "a lighthouse keeper finds a letter", "--seconds", "15"]

pytestmark = [pytest.mark.faults, pytest.mark.timeout(600)]


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Path]:
    """A data folder, and nothing left running in it afterwards."""
    yield prepare(tmp_path)
    for process in psutil.process_iter(["environ"]):
        if (process.info["environ"] or {}).get("SCENEME_DATA") == str(tmp_path):
            process.kill()


def start(studio: Path) -> subprocess.Popen[str]:
    """Begin to make a film, in a process tree of its own."""
    environment = {
        **os.environ,
        "SCENEME_DATA": str(studio),
        "SCENEME_PROCESSES": "2",
        "DATABASE_URL": "",
        "REDIS_URL": "",
    }
    command = [*COMMAND, "--out", str(studio / "film.mp4")]
    return subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def rows(studio: Path, query: str) -> list[tuple[object, ...]]:
    """Ask the studio's database."""
    database = studio / "sceneme.sqlite3"
    if not database.exists():
        return []
    try:
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10)
        found: list[tuple[object, ...]] = connection.execute(query).fetchall()
        connection.close()
    except sqlite3.OperationalError:
        return []
    return found


def wait_for(studio: Path, role: str, count: int, process: subprocess.Popen[str]) -> None:
    """Wait until `count` pieces of a kind are finished."""
    query = (
        "select count(*) from generation_job join generation_slot on generation_slot.id = slot_id "
        f"where state = 'succeeded' and role = '{role}'"
    )
    deadline = time.monotonic() + 240
    while time.monotonic() < deadline:
        found = rows(studio, query)
        if found and int(str(found[0][0])) >= count:
            return
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    raise AssertionError(f"no {role} in four minutes")


@pytest.mark.parametrize(("role", "count"), [("speech", 1), ("frame", 2), ("clip", 2)])
def test_killed_in_the_middle_and_started_again_the_film_is_finished_with_nothing_made_twice(
    studio: Path, role: str, count: int
) -> None:
    process = start(studio)
    wait_for(studio, role, count, process)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    finished = set(rows(studio, "select id, finished_at from generation_job where state = 'succeeded'"))

    again = start(studio)
    out, err = again.communicate(timeout=400)

    assert again.returncode == 0, err
    assert (studio / "film.mp4").stat().st_size > 50_000
    assert out.strip() == str(studio / "film.mp4")
    assert finished <= set(rows(studio, "select id, finished_at from generation_job where state = 'succeeded'"))
    twice = rows(
        studio,
        "select recipe_digest, count(*) from generation_job where state = 'succeeded' group by 1 having count(*) > 1",
    )
    assert twice == []
    assert rows(studio, "select count(*) from projects_project") == [(1,)]


def test_a_killed_child_costs_one_attempt_and_not_the_film(studio: Path) -> None:
    process = start(studio)
    wait_for(studio, "frame", 1, process)
    children = [
        child for child in psutil.Process(process.pid).children(recursive=True) if "spawn_main" in str(child.cmdline())
    ]

    for child in children:
        child.kill()
    _, err = process.communicate(timeout=400)

    assert children, "nothing was computing"
    assert process.returncode == 0, err


def test_the_children_die_with_a_killed_studio(studio: Path) -> None:
    process = start(studio)
    wait_for(studio, "frame", 1, process)
    children = psutil.Process(process.pid).children(recursive=True)

    os.kill(process.pid, signal.SIGKILL)
    process.communicate()

    _, alive = psutil.wait_procs(children, timeout=10)
    assert children
    assert alive == []


def test_two_commands_at_once_make_two_films(studio: Path) -> None:
    first = start(studio)
    wait_for(studio, "speech", 1, first)
    command = [*COMMAND[:-3], "a robot bakes bread", "--seconds", "15", "--out", str(studio / "second.mp4")]
    environment = {**os.environ, "SCENEME_DATA": str(studio), "DATABASE_URL": "", "REDIS_URL": ""}

    second = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False
    )
    _, err = first.communicate(timeout=400)

    assert (first.returncode, second.returncode) == (0, 0), (err, second.stderr)
    assert (studio / "film.mp4").exists()
    assert (studio / "second.mp4").exists()


def test_a_worker_that_breaks_on_a_message_is_replaced_and_the_film_is_finished(studio: Path) -> None:
    process = start(studio)
    wait_for(studio, "speech", 1, process)

    (studio / "queue" / "messages" / "00000000000000000000_broken.work.msg").write_text("not a message")
    _, err = process.communicate(timeout=400)

    assert process.returncode == 0, err
    assert "the worker ended by itself" in (studio / "logs" / "studio.log").read_text()
