"""The engine alone: jobs of a vendor that answers at once, beside Celery tasks that do nothing.

`bench_engine.py embedded` runs both in one process on SQLite and the file broker; `bench_engine.py servers`
with a worker process on what DATABASE_URL and REDIS_URL say. Prints jobs per second and their ratio as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "script")]
JOBS = int(os.environ.get("SCENEME_BENCH_JOBS", "1000"))


class Instant:
    """A vendor whose pictures are ready before they are asked for."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Any = None) -> None:
        from PIL import Image

        folder = Path(tempfile.mkdtemp())
        self.picture = folder / "dot.png"
        Image.new("RGB", (8, 8), "#c9b27c").save(self.picture)

    def submit(self, request: Any, folder: Path, ticket: Any = None) -> Any:
        """Answer at once."""
        from generation.providers.base import Finished

        return Finished(self.picture, "image/png")

    def collect(self, sent: Any, folder: Path, ticket: Any = None) -> Any:
        """Nothing is ever left to collect."""


def main(mode: str) -> None:
    """Measure both kinds of work in one mode."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")
    os.environ.setdefault("SCENEME_DATA", tempfile.mkdtemp(prefix="sceneme-bench-"))
    os.environ["SCENEME_LOG_LEVEL"] = "ERROR"
    import django

    django.setup()
    from sceneme.embedded import Studio, prepare

    prepare()
    with Studio() if mode == "embedded" else _worker():
        bare = _bare_tasks()
        jobs = _jobs()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    row = {"mode": mode, "jobs_per_s": round(jobs, 1), "bare_per_s": round(bare, 1), "ratio": round(bare / jobs, 2)}
    sys.stdout.write(json.dumps({**row, "peak_mb": memory // 1024}) + "\n")


@contextmanager
def _worker() -> Iterator[None]:
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "celery",
        "-A",
        "bench_engine_app",
        "worker",
        "-P",
        "threads",
        "-c",
        "8",
        "-l",
        "ERROR",
    ]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "script")])
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths})
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _bare_tasks() -> float:
    """Tasks per second when a task only says that it ran."""
    from bench_engine_app import nothing

    marks = Path(os.environ["SCENEME_DATA"]) / "marks"
    nothing.delay(str(marks))
    _until(lambda: _size(marks) >= 1)
    started = time.perf_counter()
    for _ in range(JOBS):
        nothing.delay(str(marks))
    _until(lambda: _size(marks) >= JOBS + 1)
    return JOBS / (time.perf_counter() - started)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _jobs() -> float:
    """Whole jobs per second: asked for, claimed, made, stored, taken."""
    from generation import services
    from generation.models import Job

    film, slots = _film()
    started = time.perf_counter()
    for slot in slots:
        services.request_take(film, slot)
    _until(lambda: Job.objects.filter(state=Job.State.SUCCEEDED).count() >= JOBS)
    return JOBS / (time.perf_counter() - started)


def _film() -> tuple[Any, list[Any]]:
    from entities.models import Library, Prop
    from generation.film import load
    from generation.models import ModelOffer, Slot
    from generation.services import ensure_slots
    from projects.models import Casting, Project, Scene, Segment, Shot

    ModelOffer.objects.create(
        key="bench/instant", label="Instant", vendor="bench", capability="image", adapter="bench_engine.Instant",
        endpoint="instant", preference=1,
    )  # fmt: skip
    library = Library.objects.create(name="Bench")
    project = Project.objects.create(library=library, source="bench")
    scene = Scene.objects.create(project=project, position=0)
    segment = Segment.objects.create(project=project, scene=scene, position=0, text="Bench.")
    shot = Shot.objects.create(scene=scene, position=0, segment=segment)
    for number in range(JOBS):
        prop = Prop.objects.create(library=library, name=f"Thing {number}")
        Casting.objects.create(shot=shot, entity=prop, position=number)
    film = ensure_slots(load(project.pk))
    slots = [slot for slot in film.slots.values() if slot.role == Slot.Role.REFERENCE]
    return film, slots


def _until(is_done: Any) -> None:
    deadline = time.monotonic() + 300
    while not is_done():
        if time.monotonic() > deadline:
            raise TimeoutError("the engine did not finish in five minutes")
        time.sleep(0.02)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "embedded")
