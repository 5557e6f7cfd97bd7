"""How a picture of the library stands: there, out of date, being drawn, failed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from generation import recipes
from generation.film import Film
from generation.models import Job, Slot, Take
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.views import said


@dataclass(frozen=True)
class Standing:
    """A state by icon and word; `problem` is a sentence where something stands in the way."""

    state: str
    word: Any
    problem: str = ""


WORKING: Final = Standing("working", _("Being drawn"))
MISSING: Final = Standing("later", _("No picture yet"))
YOURS: Final = Standing("done", _("Your own picture"))
CHANGED: Final = Standing("done", _("Changed with words"))
FRESH: Final = Standing("done", _("Up to date"))
STALE: Final = Standing("waiting", _("Out of date"))
_WORST_FIRST: Final = ("working", "failed", "waiting", "later", "done")


def of_slot(film: Film, slot: Slot | None, last: Job | None) -> Standing:
    """Return how one picture stands, by what the film would ask for now and by its last job."""
    if last is not None and not last.is_final:
        return WORKING
    take = slot.selected_take if slot else None
    if slot is not None and take is not None and not take.recipe_digest:
        return CHANGED if take.job_id or take.reused_from_id else YOURS
    if last is not None and last.state == Job.State.FAILED and (take is None or _is_later(last, take)):
        return Standing("failed", _("Failed"), said.words(last.error_detail))
    if slot is None or take is None:
        return MISSING
    try:
        recipe = recipes.recipe_for(film, slot)
    except (NoOffer, OverLimit, NotYet) as error:
        return Standing("failed", _("Cannot be drawn"), str(error))
    return FRESH if take.recipe_digest == recipe.digest else STALE


def _is_later(job: Job, take: Take) -> bool:
    return job.finished_at is not None and job.finished_at > take.created_at


def worst(standings: Iterable[Standing]) -> Standing:
    """Return what asks for attention first."""
    return min(standings, key=lambda standing: _WORST_FIRST.index(standing.state), default=MISSING)


def of_looks(standings: Sequence[Standing]) -> Standing:
    """Return how somebody stands who has several looks; where only some of them ask for attention, it says so."""
    found = worst(standings)
    words = {"later": _("A look without a picture"), "waiting": _("A look is out of date")}
    if found.state in words and any(one.state != found.state for one in standings):
        return Standing(found.state, words[found.state])
    return found


def last_jobs(slot_ids: Iterable[int]) -> dict[int, Job]:
    """Return the newest job of each slot."""
    newest = Job.objects.filter(slot__in=list(slot_ids)).order_by().values("slot").annotate(last=Max("pk"))
    jobs = Job.objects.filter(pk__in=[row["last"] for row in newest])
    return {job.slot_id: job for job in jobs}
