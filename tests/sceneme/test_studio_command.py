"""The studio's start: where it can be reached, and what it says when it cannot start."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from sceneme.management.commands.studio import _names_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_by_default_only_this_machine_is_answered(host: str) -> None:
    assert _names_of(host) == ["localhost"]


def test_opened_to_the_network_it_answers_to_every_name_of_this_machine() -> None:
    names = _names_of("0.0.0.0")

    assert socket.gethostname() in names
    assert "localhost" in names


def test_a_port_that_is_taken_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "studio", "--port", str(port)],
            env={**os.environ, "SCENEME_DATA": str(tmp_path)},
            cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    assert done.returncode == 1
    assert f"Port {port} is in use." in done.stderr
    assert "Traceback" not in done.stderr
