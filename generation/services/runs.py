"""Runs: what is to do is worked out, asked for, and worked out again when something has come of it."""

from __future__ import annotations

import structlog
from django.db import IntegrityError, transaction
from django.utils import timezone

from generation import graph, queue
from generation.film import load
from generation.graph import STEPS, Graph
from generation.models import Job, LostRace, Run, RunEvent
from generation.services import jobs
from generation.services.budget import OverBudget
from generation.services.takes import AlreadyActive, ensure_slots, request_take
from projects.models import Project

log = structlog.get_logger(__name__)

Level = RunEvent.Level


@transaction.atomic
def start_run(
    project: Project, *, until: str = Run.Gate.EXPORT, requested_by_id: int | None = None, budget_micros: int = 0
) -> Run:
    """Make everything for a film up to a gate; a run that is open already goes on instead."""
    try:
        with transaction.atomic():
            run = Run.objects.create(
                project=project, until=until, requested_by_id=requested_by_id, budget_micros=budget_micros
            )
    except IntegrityError:
        run = Run.objects.get(project=project, state__in=Run.OPEN)
        return continue_run(run, until=until)
    want_advance(run)
    return run


@transaction.atomic
def continue_run(run: Run, *, until: str = "") -> Run:
    """Go on after a gate, a pause or a problem; what failed is tried again."""
    Run.objects.filter(pk=run.pk, state__in=Run.OPEN).update(
        state=Run.State.RUNNING, until=until or run.until, message="", forgiven_at=timezone.now(), wants_advance=False
    )
    run.refresh_from_db()
    want_advance(run)
    return run


@transaction.atomic
def pause_run(run: Run, message: str = "Paused. What is being made now is still finished.") -> None:
    """Ask for nothing more until somebody continues."""
    Run.objects.filter(pk=run.pk, state=Run.State.RUNNING).update(state=Run.State.PAUSED, message=message)


@transaction.atomic
def cancel_run(run: Run) -> None:
    """End a run and its unfinished jobs; what was made stays."""
    Run.objects.filter(pk=run.pk, state__in=Run.OPEN).update(state=Run.State.CANCELLED, finished_at=timezone.now())
    for job in Job.objects.filter(run=run, state__in=Job.ACTIVE).exclude(state=Job.State.UNCONFIRMED):
        try:
            jobs.cancel_job(job)
        except LostRace:
            log.info("job finished before it was cancelled", job_id=job.pk)


def want_advance(run: Run) -> None:
    """See to it that a run is looked at soon; many wishes make one message."""
    if Run.objects.filter(pk=run.pk, wants_advance=False).update(wants_advance=True):
        queue.send(queue.ADVANCE_RUN, run_id=run.pk)


def wake_runs(library_id: int) -> None:
    """Something was made in a library: every run there may go on."""
    for run in Run.objects.filter(project__library=library_id, state=Run.State.RUNNING, wants_advance=False):
        want_advance(run)


def is_wanted(run_id: int) -> bool:
    """Tell whether somebody wants a run to be looked at."""
    return Run.objects.filter(pk=run_id, state=Run.State.RUNNING, wants_advance=True).exists()


def notice(run: Run, text: str, *, level: str = Level.NOTE, step: str = "") -> None:
    """Write one line into a run's log, unless it is the very last line already."""
    last = run.events.order_by("-pk").first()
    if last is None or last.text != text:
        RunEvent.objects.create(run=run, text=text, level=level, step=step)


def advance_run(run_id: int) -> None:
    """Ask for all that can be made now; settle the run if there is nothing more. Calling it twice is harmless."""
    # Taken down first: whoever finishes something from here on asks for another look.
    Run.objects.filter(pk=run_id).update(wants_advance=False)
    run = Run.objects.select_related("project").get(pk=run_id)
    if run.state != Run.State.RUNNING:
        return None
    # Reuse fills slots at once, and what they open may be reused in turn.
    for _ in range(len(STEPS) + 1):
        film = ensure_slots(load(run.project_id, forgiven_at=run.forgiven_at))
        worked_out = graph.work_out(film)
        if not _ask_for(run, worked_out):
            break
    else:
        return want_advance(run)
    if not film.active:
        _settle(run, worked_out)
    return None


def _ask_for(run: Run, worked_out: Graph) -> bool:
    """Ask for what is ready; tell whether a slot was filled at once, so that it is worth looking again."""
    reused = False
    wanted: set[str] = set()
    for slot in worked_out.ready(run.until):
        recipe = worked_out.recipes[slot.pk]
        if slot.shot_id:
            slot.shot = worked_out.film.shots[worked_out.film.shot_index[slot.shot_id]]  # at hand, so not read again
        if recipe.digest in wanted:
            continue  # asked for a moment ago, for another slot: reuse it when it is there
        try:
            answer = request_take(worked_out.film, slot, recipe=recipe, run=run, requested_by_id=run.requested_by_id)
        except AlreadyActive:
            continue
        except OverBudget as error:
            return _stop(run, str(error))
        wanted.add(recipe.digest)
        reused = reused or not isinstance(answer, Job)
    return reused


def _stop(run: Run, message: str) -> bool:
    Run.objects.filter(pk=run.pk, state=Run.State.RUNNING).update(state=Run.State.STOPPED, message=message)
    notice(run, message, level=Level.ERROR)
    return False


def _settle(run: Run, worked_out: Graph) -> None:
    """Nothing is being made and nothing can be asked for: say what that means."""
    if worked_out.ready(run.until) or worked_out.is_made_elsewhere:
        return
    problem = _what_stops_it(run, worked_out)
    if problem:
        _stop(run, problem)
        return
    _mention_gaps(run, worked_out)
    if run.until == Run.Gate.EXPORT:
        if worked_out.is_done(graph.Role.EXPORT):
            _finish(run)
        return
    gate = run.get_until_display()
    Run.objects.filter(pk=run.pk, state=Run.State.RUNNING).update(
        state=Run.State.PAUSED, message=f"{gate}: ready. Look it over, then continue."
    )


def _what_stops_it(run: Run, worked_out: Graph) -> str:
    film = worked_out.film
    for step, slot in graph.failed(worked_out, run.until, stops_film=True):
        why = worked_out.problems.get(slot.pk, "")
        if slot.role == graph.Role.SHOTS:
            scene = film.scene_by_id[slot.owner_id]
            return f"Scene {scene.position + 1} ({scene}) has no shots, so no picture was begun. {why}".strip()
        if slot.role == graph.Role.SPEECH:
            segment = film.segments[film.segment_index[slot.owner_id]]
            return f"Line {segment.position + 1} (“{str(segment)[:40]}”) could not be spoken. {why}".strip()
        return f"{step.label}: {why}"
    for step in STEPS:
        if graph.GATES.index(step.gate) <= graph.GATES.index(run.until) and not worked_out.is_settled(step.role):
            missing = next((why for pk, why in worked_out.waits_for.items() if pk in _rows(worked_out, step.role)), "")
            return f"{step.label} cannot begin" + (f": {missing} is missing." if missing else ".")
    return ""


def _rows(worked_out: Graph, role: str) -> set[int]:
    return {slot.pk for slot in worked_out.of_role(role)}


def _mention_gaps(run: Run, worked_out: Graph) -> None:
    """Say once what is missing from a film that is finished all the same."""
    missing: dict[str, list[str]] = {}
    for step, slot in graph.failed(worked_out, run.until, stops_film=False):
        missing.setdefault(step.key, []).append(worked_out.problems.get(slot.pk, ""))
    for step in STEPS:
        if step.key in missing:
            whys = "; ".join(dict.fromkeys(why for why in missing[step.key] if why))
            notice(
                run,
                f"{step.label}: {len(missing[step.key])} could not be made. {whys}".strip(),
                level=Level.WARNING,
                step=step.key,
            )


def _finish(run: Run) -> None:
    done = Run.objects.filter(pk=run.pk, state=Run.State.RUNNING).update(
        state=Run.State.FINISHED, finished_at=timezone.now(), message=""
    )
    if done:
        notice(run, "The film is finished.")
        log.info("run finished", run_id=run.pk, project_id=run.project_id)
