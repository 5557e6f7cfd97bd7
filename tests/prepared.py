"""A studio's folder with its database brought up to date already: that alone is half of what a short-lived one does.

The database is made once in a test process, by the command that makes every studio's, and copied from then on. Tests
of that command, and of a folder that is new, do without.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "sceneme.sqlite3"


def prepare(folder: Path) -> Path:
    """Put a database that is up to date into a studio's folder; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_database(), folder / NAME)
    return folder


@cache
def _database() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sceneme-prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    surroundings = {**os.environ, "SCENEME_DATA": str(folder), "DATABASE_URL": "", "REDIS_URL": ""}
    command = [sys.executable, str(ROOT / "manage.py"), "prepare"]
    subprocess.run(command, env=surroundings, cwd=ROOT, check=True, capture_output=True, timeout=240)
    return folder / NAME
