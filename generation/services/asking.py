"""Several takes asked for at once, and what that will cost and last, known before anybody presses."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from generation.graph import Graph, State
from generation.models import Job, ModelOffer, Slot, Take
from generation.routing import NoOffer, OverLimit
from generation.services import budget
from generation.services.budget import OverBudget
from generation.services.takes import AlreadyActive, request_take

BEING_MADE = "being made already"


@dataclass(frozen=True, slots=True)
class Piece:
    """One slot as it could be asked for now. `problem` says why it cannot."""

    slot: Slot
    offer: ModelOffer | None = None
    micros: int = 0
    is_another: bool = False
    """What is there is up to date: it would be another take of the same wish."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What several pieces cost (in millionths of a dollar) and last together; `seconds` is None while unknown."""

    count: int
    micros: int
    seconds: int | None
    models: tuple[str, ...]
    problems: tuple[tuple[str, int], ...]


@dataclass
class Asked:
    """What came of asking: how many jobs wait now, how many takes were there already, what could not be asked for."""

    queued: int = 0
    found: int = 0
    problems: Counter[str] = field(default_factory=Counter)


def piece(worked_out: Graph, slot: Slot) -> Piece:
    """Reckon one slot, without asking the database."""
    state = worked_out.states.get(slot.pk)
    recipe = worked_out.recipes.get(slot.pk)
    if state is State.WORKING:
        return Piece(slot, problem=BEING_MADE)
    if recipe is None:
        waits_for = worked_out.waits_for.get(slot.pk, "something else")
        return Piece(slot, problem=worked_out.problems.get(slot.pk) or f"waiting for {waits_for}")
    if state is State.BLOCKED:
        return Piece(slot, problem="waiting for what it is made from")
    offer = next((offer for offer in worked_out.film.offers if offer.key == recipe.offer), None)
    micros = budget.estimate(offer, recipe.arguments)
    return Piece(slot, offer, micros, is_another=state is State.FRESH)


def quote(worked_out: Graph, slots: Iterable[Slot], pace: Mapping[str, float]) -> Quote:
    """Say what asking for slots costs and lasts. `pace` is `progress.pace` of the library."""
    pieces = [piece(worked_out, slot) for slot in slots]
    able = [one for one in pieces if not one.problem]
    seconds = None
    if all(one.slot.role in pace for one in able):
        seconds = math.ceil(sum(pace[one.slot.role] for one in able))
    return Quote(
        count=len(able),
        micros=sum(one.micros for one in able),
        seconds=seconds,
        models=tuple(sorted({one.offer.label for one in able if one.offer})),
        problems=tuple(Counter(one.problem for one in pieces if one.problem).items()),
    )


def unfinished(worked_out: Graph, role: str, shot_ids: Collection[int] | None = None) -> list[Slot]:
    """Return the slots of a role that want something made and have nobody at it; of some shots only, where given.

    What is up to date is not among them: asking for them twice makes nothing twice.
    """
    slots = worked_out.of_role(role)
    settled = {State.FRESH, State.WORKING}
    return [
        slot
        for slot in slots
        if worked_out.states[slot.pk] not in settled and (shot_ids is None or slot.shot_id in shot_ids)
    ]


def ask_for(worked_out: Graph, slots: Iterable[Slot], *, requested_by_id: int | None) -> Asked:
    """Ask for a take of each slot: another one of the same wish where what is there is up to date, else a new one."""
    wanted = list(slots)
    put_aside = _put_aside(wanted)
    asked = Asked()
    for slot in wanted:
        one = piece(worked_out, slot)
        if one.problem:
            asked.problems[one.problem] += 1
            continue
        recipe = worked_out.recipes[slot.pk]
        # Who put that very take aside does not want it made once more: a variation of it is.
        again = one.is_another or (slot.pk, recipe.digest) in put_aside
        try:
            made = request_take(worked_out.film, slot, recipe=recipe, requested_by_id=requested_by_id, again=again)
        except AlreadyActive:
            asked.problems[BEING_MADE] += 1
        except (OverBudget, NoOffer, OverLimit) as error:
            asked.problems[str(error)] += 1
        else:
            asked.queued += isinstance(made, Job)
            asked.found += isinstance(made, Take)
    return asked


def _put_aside(slots: list[Slot]) -> set[tuple[int, str]]:
    rows = Take.objects.filter(slot__in=slots, removed_at__isnull=False).exclude(recipe_digest="")
    return set(rows.values_list("slot", "recipe_digest"))
