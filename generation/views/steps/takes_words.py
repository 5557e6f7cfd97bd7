"""How takes, their makers and what they cost are put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from generation.graph import Graph, State
from generation.models import Job, Slot
from generation.services.asking import Quote
from generation.views import said, wording

STATES = {
    "done": "done",
    "kept": "done",
    "stale": "again",
    "failed": "failed",
    "missing": "none",
    "queued": "waiting",
    "working": "working",
}
"""The icon of each state of a piece."""


@dataclass(frozen=True)
class Standing:
    """How one piece stands: a key for styles and filters, its icon, a word, and a sentence about what is wrong."""

    key: str
    icon: str
    word: str
    percent: int = 0
    problem: str = ""


def pieces(role: str, number: int) -> str:
    """Count the pieces of a role: “3 pictures”."""
    words = {
        Slot.Role.FRAME: ngettext("%(n)s picture", "%(n)s pictures", number),
        Slot.Role.CLIP: ngettext("%(n)s clip", "%(n)s clips", number),
        Slot.Role.MUSIC: ngettext("%(n)s score", "%(n)s scores", number),
        Slot.Role.EFFECTS: ngettext("effects of %(n)s scene", "effects of %(n)s scenes", number),
        Slot.Role.CAMERA: ngettext("%(n)s camera move", "%(n)s camera moves", number),
        Slot.Role.LIPSYNC: ngettext("lip sync of %(n)s clip", "lip sync of %(n)s clips", number),
        Slot.Role.UPSCALED: ngettext("%(n)s finer clip", "%(n)s finer clips", number),
        Slot.Role.FOLEY: ngettext("sound of %(n)s clip", "sound of %(n)s clips", number),
        Slot.Role.VOICED: ngettext("%(n)s changed voice", "%(n)s changed voices", number),
    }
    return words[Slot.Role(role)] % {"n": f"{number:,}"}


def what_it_takes(role: str, quote: Quote) -> tuple[str, ...]:
    """Say what a press makes, with which models, for how much and how long."""
    if not quote.count:
        return ()
    return (pieces(role, quote.count), *quote.models, wording.price(quote.micros), wording.rough(quote.seconds))


def held_up(quote: Quote) -> tuple[str, ...]:
    """Say what cannot be asked for now, and why."""
    problems = ((said.words(problem), count) for problem, count in quote.problems)
    return tuple(_("%(n)s not now: %(why)s") % {"n": count, "why": why} for why, count in problems)


def standing(worked_out: Graph, slot: Slot) -> Standing:
    """Say how a slot stands, as its card shows it."""
    job = worked_out.film.active.get(slot.pk)
    if job is not None:
        return under_way(job)
    state, take = worked_out.states.get(slot.pk), slot.selected_take
    recipe = worked_out.recipes.get(slot.pk)
    problem = _problem(worked_out, slot, recipe.digest if recipe else "")
    if state is State.FRESH:
        is_old = bool(take and take.recipe_digest and recipe and take.recipe_digest != recipe.digest)
        return _made("kept", _("Kept, older")) if is_old else _made("done", _("Up to date"))
    if problem:
        return _made("failed", _("Failed"), problem)
    return _made("stale", _("Out of date")) if take else _made("missing", _("Missing"))


def _problem(worked_out: Graph, slot: Slot, digest: str) -> str:
    if worked_out.states.get(slot.pk) is State.FAILED:
        return said.words(worked_out.problems.get(slot.pk, "")) or _("It failed.")
    failure = worked_out.film.failures.get((slot.pk, digest))
    return (said.words(failure.detail) or _("It failed.")) if failure else ""


def _made(key: str, word: str, problem: str = "") -> Standing:
    return Standing(key, STATES[key], word, problem=problem)


def under_way(job: Job) -> Standing:
    """Say how a job that is not over stands."""
    if job.state == Job.State.UNCONFIRMED:
        problem = _("It was sent, but no answer was seen. It may have been paid for.")
        return Standing("failed", "failed", _("No answer seen"), problem=problem)
    if job.state == Job.State.QUEUED:
        return Standing("queued", STATES["queued"], _("Queued"))
    percent = job.progress if job.state == Job.State.RUNNING else 0
    words: Mapping[str, str] = {Job.State.WAITING: _("At the vendor"), Job.State.COLLECTING: _("Storing")}
    return Standing("working", STATES["working"], words.get(job.state, _("Being made")), percent)


def when(at: datetime) -> str:
    """Return a moment: the hour today, else the day too."""
    local = timezone.localtime(at)
    if local.date() == timezone.localdate():
        return date_format(local, "H:i")
    return date_format(local, "j M H:i" if local.year == timezone.localdate().year else "j M Y H:i")


def bytes_of(size: int) -> str:
    """Return a file's size."""
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{max(1, round(size / 1e3))} kB"
