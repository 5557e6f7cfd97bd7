"""What was paid for and has arrived, kept on disk until it is a take: a worker may die in between.

A result is complete or not there at all. It lies on the disk of the worker that fetched it.
"""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

from django.conf import settings

from generation.models import Job
from generation.providers.base import Finished

_FACTS = "facts.json"


def keep(job: Job, answer: Finished) -> Finished:
    """Move a result to where it outlives this process; return it as it lies there."""
    place = _place(job)
    part = place.with_name(f"{place.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    name = f"result{answer.path.suffix}"
    shutil.move(answer.path, part / name)
    facts = {
        "name": name,
        "media_type": answer.media_type,
        "details": dict(answer.details),
        "notes": list(answer.notes),
        "cost_micros": answer.cost_micros,
    }
    (part / _FACTS).write_text(json.dumps(facts), encoding="utf-8")
    shutil.rmtree(place, ignore_errors=True)
    part.rename(place)
    return _read(place)


def kept(job: Job) -> Finished | None:
    """Return a result that arrived and is no take yet; None where there is none here."""
    place = _place(job)
    return _read(place) if (place / _FACTS).exists() else None


def drop(job: Job) -> None:
    """Forget a result: it is a take now, or nobody wants it."""
    shutil.rmtree(_place(job), ignore_errors=True)


def sweep() -> int:
    """Remove what lies here of jobs that have come to their end: a death between take and drop leaves it.

    Return how much that was. What came in the last hour stays, whatever its job.
    """
    before = time.time() - YOUNG_S
    lying = {place: int(place.name.partition("-")[0]) for place in _box().glob("[0-9]*-*") if _is_older(place, before)}
    needed = set(Job.objects.filter(pk__in=lying.values()).exclude(state__in=Job.FINAL).values_list("pk", flat=True))
    done_with = [place for place, job_id in lying.items() if job_id not in needed]
    for place in done_with:
        shutil.rmtree(place, ignore_errors=True)
    return len(done_with)


def _is_older(place: Path, moment: float) -> bool:
    try:
        return place.stat().st_mtime < moment
    except FileNotFoundError:
        return False


YOUNG_S = 3600


def _box() -> Path:
    return Path(settings.DATA_DIR) / "inbox"


def _place(job: Job) -> Path:
    return _box() / f"{job.pk}-{job.attempt}"


def _read(place: Path) -> Finished:
    facts = json.loads((place / _FACTS).read_text(encoding="utf-8"))
    path = place / facts.pop("name")
    return Finished(path, facts["media_type"], facts["details"], tuple(facts["notes"]), facts["cost_micros"])
