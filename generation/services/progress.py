"""How far a film is, step by step, and how long the rest will take: counted, or said to be unknown."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F

from generation import graph
from generation.film import load
from generation.graph import STEPS, Graph, State, Step
from generation.models import Job, Rendition, Run
from generation.services.takes import ensure_slots

_HISTORY = 300
"""How many past jobs tell how long work takes."""


@dataclass(frozen=True, slots=True)
class StepProgress:
    """One step as it stands. `total` is None while it is not known how much there is to do."""

    step: Step
    done: int
    total: int | None
    working: int
    waiting: int
    failed: int
    stale: int

    @property
    def state(self) -> str:
        """One word for it: done, working, failed, waiting or later."""
        if self.working:
            return "working"
        if self.failed:
            return "failed"
        if self.total is not None and self.done == self.total:
            return "done"
        return "waiting" if self.waiting else "later"


@dataclass(frozen=True, slots=True)
class Progress:
    """A film's standing. `seconds_left` is None while that is not known."""

    run: Run | None
    steps: tuple[StepProgress, ...]
    seconds_left: int | None
    film: Rendition | None
    is_film_current: bool
    is_busy: bool = False
    """Something of the film is being made, whether or not it is on the way through it: another format, say."""
    pace: Mapping[str, float] = field(default_factory=dict)
    """Seconds from one piece to the next for each role, as `pace` has it."""

    @property
    def is_live(self) -> bool:
        """Tell whether anything is being made, or will be without anybody asking."""
        is_running = self.run is not None and self.run.state == Run.State.RUNNING
        return is_running or self.is_busy or any(step.working for step in self.steps)

    @property
    def step(self) -> StepProgress | None:
        """The step that the work is at."""
        return next((step for step in self.steps if step.state in {"working", "failed", "waiting"}), None)


def progress_of(project_id: int) -> Progress:
    """Load a film and reckon its progress: the same after a reload and on another device."""
    return progress_from(graph.work_out(ensure_slots(load(project_id))))


def progress_from(worked_out: Graph) -> Progress:
    """Reckon the progress of a film that is loaded and worked out already."""
    project_id = worked_out.film.project.pk
    wanted = (step for step in STEPS if step.role not in graph.OPTIONAL or worked_out.of_role(step.role))
    steps = tuple(_step(worked_out, step) for step in wanted)
    run = worked_out.film.run
    exports = worked_out.of_role(graph.Role.EXPORT)
    renditions = Rendition.objects.filter(take__slot__in=exports, take__slot__selected_take=F("take"))
    rendition = renditions.select_related("take__asset", "srt", "vtt").first()
    is_busy = any(job.project_id == project_id for job in worked_out.film.active.values())
    is_current = worked_out.is_done(graph.Role.EXPORT)
    seconds_for = pace(worked_out.film.project.library_id)
    seconds_left = _seconds_left(steps, seconds_for)
    return Progress(run, steps, seconds_left, rendition, is_current, is_busy, seconds_for)


def _step(worked_out: Graph, step: Step) -> StepProgress:
    states = [worked_out.states[slot.pk] for slot in worked_out.of_role(step.role)]
    known = graph.is_known(worked_out, step.role)
    slots = worked_out.of_role(step.role)
    made = [slot.selected_take is not None for slot in slots]
    return StepProgress(
        step=step,
        done=states.count(State.FRESH),
        total=len(states) if known else None,
        working=states.count(State.WORKING),
        waiting=states.count(State.READY) + states.count(State.BLOCKED),
        failed=states.count(State.FAILED),
        stale=sum(has and state is not State.FRESH for has, state in zip(made, states, strict=True)),
    )


def _seconds_left(steps: tuple[StepProgress, ...], seconds_for: Mapping[str, float]) -> int | None:
    """Reckon from how long such work took in this studio; None where there is a step it has never done."""
    seconds = 0.0
    for step in steps:
        if step.state == "failed":
            continue
        if step.total is None or (step.done < step.total and step.step.role not in seconds_for):
            return None
        seconds += (step.total - step.done) * seconds_for.get(step.step.role, 0.0)
    return math.ceil(seconds)


def pace(library_id: int) -> dict[str, float]:
    """Seconds from one finished slot to the next for each role, as the newest work of a library went.

    In a run the time from its first start to its last finish is what counts, not that of each job: jobs go side by
    side, and wait for each other. What was asked for by hand counts by itself.
    """
    done = Job.objects.filter(library=library_id, state=Job.State.SUCCEEDED, started_at__isnull=False)
    rows = done.order_by("-pk").values_list("slot__role", "run", "pk", "started_at", "finished_at")[:_HISTORY]
    spells: dict[tuple[str, int | None, int], list[tuple[datetime, datetime]]] = defaultdict(list)
    for role, run_id, job_id, started, finished in rows:
        if started and finished:
            spells[role, run_id, 0 if run_id else job_id].append((started, finished))
    took: dict[str, float] = defaultdict(float)
    made: dict[str, int] = defaultdict(int)
    for (role, _, _), times in spells.items():
        took[role] += (max(end for _, end in times) - min(start for start, _ in times)).total_seconds()
        made[role] += len(times)
    return {role: took[role] / made[role] for role in made}
