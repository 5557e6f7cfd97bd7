"""The head of a film's page: how it stands, step by step, what can be done about it, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from generation.film import Film
from generation.graph import GATES, STEP_OF
from generation.models import Job, Run, RunEvent, Slot
from generation.services.progress import Progress
from generation.views import budget_words, said, wording
from generation.views.film_list import STATE_ICONS, STATE_WORDS
from generation.views.parts import Part

DOING = {
    Slot.Role.SCRIPT: gettext_lazy("Writing the script"),
    Slot.Role.CAST: gettext_lazy("Casting"),
    Slot.Role.SPEECH: gettext_lazy("Recording the voices"),
    Slot.Role.SCENES: gettext_lazy("Dividing the story into scenes"),
    Slot.Role.SHOTS: gettext_lazy("Planning the shots"),
    Slot.Role.REFERENCE: gettext_lazy("Drawing the cast and the places"),
    Slot.Role.FRAME: gettext_lazy("Drawing the first pictures"),
    Slot.Role.CLIP: gettext_lazy("Shooting the clips"),
    Slot.Role.VOICED: gettext_lazy("Changing voices"),
    Slot.Role.CAMERA: gettext_lazy("Moving the camera"),
    Slot.Role.LIPSYNC: gettext_lazy("Moving mouths with the voices"),
    Slot.Role.UPSCALED: gettext_lazy("Making clips finer"),
    Slot.Role.FOLEY: gettext_lazy("Making the sounds of the clips"),
    Slot.Role.MUSIC: gettext_lazy("Composing the music"),
    Slot.Role.EFFECTS: gettext_lazy("Making the sound effects"),
    Slot.Role.EXPORT: gettext_lazy("Cutting the film"),
}
_AS_FAR_AS = {
    Run.Gate.SCRIPT: gettext_lazy("to the script"),
    Run.Gate.CAST: gettext_lazy("to the cast"),
    Run.Gate.SHOTS: gettext_lazy("to the shots"),
    Run.Gate.FRAMES: gettext_lazy("to the frames"),
    Run.Gate.CLIPS: gettext_lazy("to the clips"),
    Run.Gate.EXPORT: gettext_lazy("to the finished film"),
}
_LOG_LINES = 200


@dataclass(frozen=True)
class Head:
    """Title and facts."""

    title: str
    logline: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Wish:
    """One thing that can be done with a run."""

    key: str
    label: str
    icon: str
    is_main: bool = False


@dataclass(frozen=True)
class Status:
    """How the run stands."""

    state: str
    word: str
    icon: str
    doing: str
    time_left: str
    message: str
    look: str
    look_at: str
    wishes: tuple[Wish, ...]
    gates: tuple[tuple[str, str, bool], ...]
    film_id: int
    may_edit: bool


@dataclass(frozen=True)
class FailedJob:
    """What went wrong with one slot, in the user's words."""

    job_id: int
    film_id: int
    what: str
    sentence: str
    may_edit: bool


@dataclass(frozen=True)
class Costs:
    """What a film has cost, and how near the end of a budget it is."""

    words: str
    warning: str


@dataclass(frozen=True)
class LogLine:
    """One line of the log."""

    at: str
    level: str
    text: str


def head(film: Film) -> Part:
    """Return title, logline and facts."""
    project = film.project
    facts = [project.get_source_kind_display(), project.shape]
    if film.shots:
        facts += [wording.count(len(film.scenes), "scene"), wording.count(len(film.shots), "shot")]
    if film.is_timed:
        facts.append(wording.clock(film.length_ms))
    if project.style.get("name"):
        facts.append(project.style["name"])
    return Part("head", "generation/film/_head.html", Head(wording.title(project), project.logline, tuple(facts)))


def costs(film_id: int) -> Part:
    """Return what a film has cost so far, against its budget."""
    spent, warning = budget_words.of_film(film_id)
    return Part("costs", "generation/film/_costs.html", Costs(wording.costs(spent), warning))


def status(film: Film, progress: Progress, *, may_edit: bool) -> Part:
    """Return the state of the run, with its buttons."""
    run = progress.run
    state = run.state if run else ""
    word, icon = _word(progress, state)
    look, look_at = _look_over(progress) if state == Run.State.PAUSED else ("", "")
    return Part(
        "status",
        "generation/film/_status.html",
        Status(
            state=state or "none",
            word=word,
            icon=icon,
            doing=_doing(progress),
            time_left=wording.rough(progress.seconds_left) if progress.is_live else "",
            message=said.words(run.message) if run and state in {Run.State.PAUSED, Run.State.STOPPED} else "",
            look=look,
            look_at=look_at,
            wishes=_wishes(progress, state),
            gates=_gates_ahead(progress) if state == Run.State.PAUSED else (),
            film_id=film.project.pk,
            may_edit=may_edit,
        ),
    )


def _word(progress: Progress, state: str) -> tuple[str, str]:
    """Return the state in a word with its icon; a film that is finished but for some pieces says so."""
    gaps = any(step.failed for step in progress.steps) or bool(progress.film and progress.film.missing_shots)
    if state == Run.State.FINISHED and gaps:
        return _("Finished, with gaps"), "failed"
    return str(STATE_WORDS[state]), STATE_ICONS[state]


def announcement(progress: Progress) -> Part:
    """Return what is read aloud: a sentence per step, not per picture."""
    run = progress.run
    words = str(STATE_WORDS[run.state if run else ""])
    if progress.is_live and progress.step is not None:
        words = str(DOING[Slot.Role(progress.step.step.role)])
    return Part("announcement", "generation/film/_announcement.html", words)


def _doing(progress: Progress) -> str:
    if not progress.is_live:
        return ""
    # What is asked for by hand may be of a later step than the first that is not done.
    step = next((one for one in progress.steps if one.state == "working"), progress.step)
    if step is None or step.state == "waiting":
        return _("Getting ready")
    words = str(DOING[Slot.Role(step.step.role)])
    if not step.total or step.total < 2:
        return words
    return _("%(what)s: %(made)d of %(total)d") % {"what": words, "made": step.done, "total": step.total}


def _look_over(progress: Progress) -> tuple[str, str]:
    run = progress.run
    if run is None or not _is_reached(progress, run.until):
        return "", ""
    words, where = LOOK[run.until]
    return str(words), where


LOOK = {str(gate): words for gate, words in wording.LOOK_OVER.items()}


def _is_reached(progress: Progress, gate: str) -> bool:
    """Tell whether all up to a gate is made or has failed for good."""
    steps = [step for step in progress.steps if GATES.index(step.step.gate) <= GATES.index(gate)]
    return all(step.total is not None and step.done + step.failed >= step.total for step in steps)


def _gates_ahead(progress: Progress) -> tuple[tuple[str, str, bool], ...]:
    """Return the gates to continue to: (value, label, is chosen). The end of the film is offered first."""
    run = progress.run
    if run is None:
        return ()
    reached = _is_reached(progress, run.until)
    ahead = [gate for gate in GATES if GATES.index(gate) > GATES.index(run.until) - (0 if reached else 1)]
    chosen = Run.Gate.EXPORT if reached else run.until
    ordered = sorted(ahead, key=lambda gate: gate != Run.Gate.EXPORT)
    return tuple((gate, _gate_label(gate), gate == chosen) for gate in ordered)


def _gate_label(gate: str) -> str:
    return str(_AS_FAR_AS[Run.Gate(gate)])


def _wishes(progress: Progress, state: str) -> tuple[Wish, ...]:
    stop = Wish("stop", _("Stop"), "stop")
    if state == Run.State.RUNNING:
        return Wish("pause", _("Pause"), "pause"), stop
    if state == Run.State.PAUSED:
        return Wish("continue", _("Continue"), "play", is_main=True), stop
    if state == Run.State.STOPPED:
        return Wish("continue", _("Try again"), "again", is_main=True), stop
    if progress.film is not None and progress.is_film_current and not any(step.failed for step in progress.steps):
        return ()
    if state == Run.State.FINISHED:
        return (Wish("start", _("Make what is missing"), "again", is_main=True),)
    return (Wish("start", _("Make the film") if state == "" else _("Go on making it"), "play", is_main=True),)


def failures(film: Film, *, may_edit: bool) -> Part:
    """Return what went wrong and was not made good since, each with a way to try again."""
    newest = Job.objects.filter(slot=OuterRef("slot")).order_by("-pk").values("pk")[:1]
    jobs = Job.objects.filter(project=film.project, state=Job.State.FAILED, pk=Subquery(newest)).select_related("slot")
    lines = tuple(
        FailedJob(job.pk, film.project.pk, what(film, job.slot), _why(job), may_edit)
        for job in jobs.order_by("pk")[:50]
    )
    return Part("failures", "generation/film/_failures.html", lines)


def what(film: Film, slot: Slot) -> str:
    """Name what a slot is for: “Clip of shot 3.2”, “Line 12”."""
    role = {"role": slot.get_role_display()}
    if slot.shot_id and slot.shot_id in film.shot_index:
        shot = film.shots[film.shot_index[slot.shot_id]]
        number = f"{film.scene_by_id[shot.scene_id].position + 1}.{shot.position + 1}"
        return _("%(role)s of shot %(number)s") % {**role, "number": number}
    if slot.segment_id and slot.segment_id in film.segment_index:
        return _("Voice of line %d") % (film.segment_index[slot.segment_id] + 1)
    if slot.scene_id and slot.scene_id in film.scene_by_id:
        number = str(film.scene_by_id[slot.scene_id].position + 1)
        return _("%(role)s of scene %(number)s") % {**role, "number": number}
    return STEP_OF[slot.role].label


def _why(job: Job) -> str:
    return said.words(job.error_detail) or _("It failed.")


def notes(film: Film) -> Part:
    """Return what the planner wants the user to know."""
    return Part("notes", "generation/film/_notes.html", tuple(str(note) for note in film.project.notes))


def log(film: Film) -> Part:
    """Return the log of the film's runs, newest last."""
    events = RunEvent.objects.filter(run__project=film.project).order_by("-pk")[:_LOG_LINES]
    lines = tuple(LogLine(f"{event.at:%H:%M:%S}", event.level, said.words(event.text)) for event in reversed(events))
    return Part("log", "generation/film/_log.html", lines)
