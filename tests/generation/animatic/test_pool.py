from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generation.providers.animatic import pool
from generation.providers.base import BadAnswer, Unavailable

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(pool.PROCESSES_VARIABLE, "1")
    yield
    pool.close()


def complain(words: str) -> None:
    raise BadAnswer("It came out wrong.", vendor_words=words)


def imported_modules() -> list[str]:
    return sorted(sys.modules)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_function_runs_in_another_process_of_lower_priority() -> None:
    ours = os.getpid(), os.getpriority(os.PRIO_PROCESS, 0)

    theirs = pool.compute(os.getpid), pool.compute(os.nice, 0)

    assert theirs[0] != ours[0]
    assert theirs[1] == min(19, ours[1] + pool.LOWERED_PRIORITY)


def test_an_error_comes_through_with_all_it_says() -> None:
    with pytest.raises(BadAnswer, match="It came out wrong") as raised:
        pool.compute(complain, "decoder: no")

    assert raised.value.vendor_words == "decoder: no"


def test_provider_errors_survive_being_sent_between_processes() -> None:
    error = Unavailable("Busy.", vendor_words="503")

    copy = pickle.loads(pickle.dumps(error))

    assert (type(copy), str(copy), copy.vendor_words) == (Unavailable, "Busy.", "503")


def test_a_killed_process_is_unavailable_and_the_next_request_is_answered() -> None:
    with pytest.raises(Unavailable, match="stopped before it had finished"):
        pool.compute(die)

    assert pool.compute(pow, 2, 10) == 1024


def test_without_processes_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pool.PROCESSES_VARIABLE, "0")

    assert pool.compute(os.getpid) == os.getpid()


MODULES_SCRIPT = """
import sys
sys.path.insert(0, {root!r})
from generation.providers.animatic import pool, video
from tests.generation.animatic import test_pool

if __name__ == "__main__":
    print("django" in pool.compute(test_pool.imported_modules), __name__)
    pool.close()
"""


def test_processes_do_not_import_django(tmp_path: Path) -> None:
    script = tmp_path / "studio.py"
    script.write_text(MODULES_SCRIPT.format(root=str(ROOT)))

    answer = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=60)

    assert answer.stdout.split() == ["False", "__main__"]


KILLED_SCRIPT = """
import os, sys
sys.path.insert(0, {root!r})
from generation.providers.animatic import pool

if __name__ == "__main__":
    print(pool.compute(os.getpid), flush=True)
    os.kill(os.getpid(), 9)
"""


def test_processes_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "studio.py"
    script.write_text(KILLED_SCRIPT.format(root=str(ROOT)))

    answer = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)

    child = int(answer.stdout)
    deadline = time.monotonic() + 10
    while _is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_alive(child)


def _is_alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
