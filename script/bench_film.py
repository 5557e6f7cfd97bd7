"""A whole animatic, from one line to a file, and again with one shot changed: seconds beside the film's length."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
IDEA = "A 60s noir detective story"

CHANGE_ONE_SHOT = """
from projects.models import Shot
from generation.models import Run
shot = Shot.objects.order_by("scene__position", "position")[4]
Shot.objects.filter(pk=shot.pk).update(size="close" if shot.size != "close" else "medium")
from generation import services
services.start_run(shot.scene.project)
"""


def main() -> None:
    """Make the film and change it; print one line of JSON."""
    folder = Path(tempfile.mkdtemp(prefix="sceneme-bench-film-"))
    environment = {**os.environ, "SCENEME_DATA": str(folder), "DATABASE_URL": "", "REDIS_URL": ""}
    # Where Python is told to keep no compiled modules, every start compiles them all anew: not so for those who
    # make films.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    out = folder / "film.mp4"
    command = [sys.executable, str(ROOT / "manage.py"), "film", IDEA, "--seconds", "60", "--out", str(out)]
    # The first start makes the database: that is set-up.
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "prepare"], env=environment, check=True, capture_output=True
    )
    cold_s, cold_mb = _timed(command, environment)
    length_s = _length(out)
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "shell", "-c", CHANGE_ONE_SHOT],
        env=environment,
        check=True,
        capture_output=True,
    )
    changed_s, changed_mb = _timed(command, environment)
    row: dict[str, Any] = {
        "film_s": round(length_s, 2),
        "cold_s": round(cold_s, 1),
        "cold_ratio": round(cold_s / length_s, 2),
        "one_shot_changed_s": round(changed_s, 1),
        "peak_mb": max(cold_mb, changed_mb),
    }
    sys.stdout.write(json.dumps(row) + "\n")


def _timed(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """Run a command; return its seconds and the most memory that its whole tree held at once, in MB."""
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    peak = [0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    if process.wait():
        raise SystemExit("the film was not made")
    return time.perf_counter() - started, peak[0]


def _watch(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    while process.poll() is None:
        try:
            family = psutil.Process(process.pid)
            tree = [family, *family.children(recursive=True)]
            # Shared pages are counted once, where the system can tell.
            total = sum(getattr(member.memory_full_info(), "pss", member.memory_info().rss) for member in tree)
            peak[0] = max(peak[0], total // 1024**2)
        except psutil.Error:
            pass
        time.sleep(0.5)


def _length(film: Path) -> float:
    import av

    with av.open(str(film)) as container:
        return float((container.duration or 0) / 1_000_000)


if __name__ == "__main__":
    main()
