"""Many slots or jobs at once, whatever films and libraries they are of: what an administrator asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from generation import graph
from generation.film import load
from generation.models import Job, LostRace, Slot, Take
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services.asking import BEING_MADE, Asked, ask_for
from generation.services.jobs import cancel_job, retry_job
from generation.services.library import ask_again
from generation.services.takes import AlreadyActive, OverBudget, ensure_slots
from projects.models import Project

NOT_WANTED = "not wanted by its film any more, or not yet"


def film_id_of(slot: Slot) -> int | None:
    """Return the film of a slot; None for what belongs to the library."""
    if slot.project_id:
        return slot.project_id
    if slot.scene:
        return int(slot.scene.project_id)
    if slot.segment:
        return int(slot.segment.project_id)
    return int(slot.shot.scene.project_id) if slot.shot else None


def make_again(slots: Iterable[Slot], *, requested_by_id: int | None) -> Asked:
    """Ask for a take of each slot, loading each film once: a new one, or another where it is up to date."""
    asked = Asked()
    by_film: dict[int | None, list[Slot]] = defaultdict(list)
    for slot in slots:
        by_film[film_id_of(slot)].append(slot)
    for slot in by_film.pop(None, ()):
        _ask(asked, lambda slot=slot: _of_library(slot, requested_by_id))  # type: ignore[misc]
    for film_id, wanted in by_film.items():
        worked_out = graph.work_out(ensure_slots(load(film_id or 0)))
        own = {slot.pk: slot for slot in worked_out.slots.values()}
        made = ask_for(worked_out, [own[slot.pk] for slot in wanted if slot.pk in own], requested_by_id=requested_by_id)
        asked.queued += made.queued
        asked.found += made.found
        asked.problems.update(made.problems)
        asked.problems[NOT_WANTED] += sum(slot.pk not in own for slot in wanted)
    asked.problems += type(asked.problems)()  # drops what is zero
    return asked


def retry(jobs: Iterable[Job], *, requested_by_id: int | None) -> Asked:
    """Try failed jobs again, as their films stand now."""
    asked = Asked()
    for job in jobs:
        if job.state not in {Job.State.FAILED, Job.State.CANCELLED}:
            asked.problems["not failed"] += 1
            continue
        _ask(asked, lambda job=job: retry_job(job, requested_by_id=requested_by_id))  # type: ignore[misc]
    return asked


def cancel(jobs: Iterable[Job]) -> int:
    """Cancel what has not finished; return how many."""
    done = 0
    for job in jobs:
        try:
            cancel_job(job)
        except (LostRace, ValueError):
            continue
        done += 1
    return done


def _of_library(slot: Slot, requested_by_id: int | None) -> Job | Take:
    owner = slot.voice or (slot.look.character if slot.look else slot.entity)
    library = getattr(owner, "library", None)
    if library is None:
        raise NotYet("a library")
    return ask_again(slot, library, requested_by_id=requested_by_id)


def _ask(asked: Asked, ask: Callable[[], Job | Take]) -> None:
    try:
        made = ask()
    except AlreadyActive:
        asked.problems[BEING_MADE] += 1
    except (OverBudget, NoOffer, OverLimit) as error:
        asked.problems[str(error)] += 1
    except (NotYet, StopIteration, Project.DoesNotExist):
        asked.problems[NOT_WANTED] += 1
    else:
        asked.queued += isinstance(made, Job)
        asked.found += isinstance(made, Take)
