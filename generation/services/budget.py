"""Money: set aside before a request, settled after it, never more than a run may spend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from generation.models import Budget, Job, LedgerEntry, Run, RunEvent
from generation.pricing import estimate as estimate

Kind = LedgerEntry.Kind


class OverBudget(Exception):
    """The next piece of work costs more than the run, its film or its library has left."""

    def __init__(self, needed_micros: int, left_micros: int, whose: str = "this run's") -> None:
        super().__init__(
            f"The next piece of work costs {_usd(needed_micros)} USD, but only {_usd(left_micros)} USD "
            f"of {whose} budget is left. Raise the budget or choose another model."
        )


class NoBudget(OverBudget):
    """Nobody has said what the run or its film may cost, and the next piece of work is not free."""

    def __init__(self, needed_micros: int) -> None:
        Exception.__init__(
            self,
            f"The next piece of work costs {_usd(needed_micros)} USD, and this film has no budget. "
            "Set one under Account, Costs, or choose another model.",
        )


def _usd(micros: int) -> str:
    """Return a sum as it is: a price of a few cents is not rounded."""
    whole, part = divmod(micros, 1_000_000)
    return f"{whole}.{f'{part:06}'.rstrip('0').ljust(2, '0')}"


@dataclass(frozen=True, slots=True)
class Costs:
    """What was set aside, paid, and paid for nothing, in millionths of a dollar. `budget` is None without a limit."""

    reserved: int = 0
    settled: int = 0
    wasted: int = 0
    budget: int | None = None

    @property
    def spent(self) -> int:
        """All that counts against a budget."""
        return self.reserved + self.settled + self.wasted


def reserve(job: Job) -> None:
    """Set the job's price aside. Raise `OverBudget` if its run, film or library has less left.

    Inside the caller's transaction. A run that was given no budget of its own spends nothing, unless its film or its
    library has one: then that is what it may spend. Raise `NoBudget` where nobody has set any.
    """
    needed = estimate(job.offer, job.recipe["arguments"])
    if not needed:
        return
    # The locks make two requests that share a budget reckon one after the other; always in this order.
    limits = _budgets(job)
    spent_before = [_spent_under(limit) for limit in limits]
    for limit, gone in zip(limits, spent_before, strict=True):
        _demand(needed, limit.micros - gone, _WHOSE[limit.project_id is not None, limit.is_daily])
    if job.run_id:
        run = Run.objects.select_for_update().get(pk=job.run_id)
        if run.budget_micros:
            _demand(needed, run.budget_micros - spent(run), "this run's")
        elif all(limit.is_daily for limit in limits):
            raise NoBudget(needed)
    _enter(job, Kind.RESERVED, needed)
    for limit, gone in zip(limits, spent_before, strict=True):
        _warn(limit, job, gone + needed)


_WHOSE = {
    (False, False): "the library's",
    (False, True): "the library's daily",
    (True, False): "this film's",
    (True, True): "this film's daily",
}
WARNINGS = (50, 80, 100)
"""At which shares of a budget, in percent, somebody is told."""


def _budgets(job: Job) -> list[Budget]:
    """Return the budgets that a job counts against, held until the transaction ends."""
    wanted = Q(project=None) | Q(project=job.project_id) if job.project_id else Q(project=None)
    return list(Budget.objects.select_for_update().filter(wanted, library=job.library_id).order_by("pk"))


def _spent_under(limit: Budget) -> int:
    entries = LedgerEntry.objects.filter(library=limit.library_id)
    if limit.project_id:
        entries = entries.filter(project=limit.project_id)
    if limit.is_daily:
        today = timezone.localdate()
        # What was asked for counts on the day it was: what is given back of it later makes no room on another day.
        before = LedgerEntry.objects.filter(
            job=OuterRef("job"), kind=Kind.RESERVED, amount_micros__gt=0, at__date__lt=today
        )
        entries = entries.filter(~Exists(before), at__date=today)
    return _total(entries)


def _warn(limit: Budget, job: Job, gone: int) -> None:
    """Say once, in the log of the run, that a good part of a budget is spoken for."""
    share = 100 * gone // limit.micros if limit.micros else 100
    reached = max((percent for percent in WARNINGS if percent <= share), default=0)
    today = timezone.localdate()
    before = limit.warned_percent if not limit.is_daily or limit.warned_on == today else 0
    if reached <= before:
        return
    Budget.objects.filter(pk=limit.pk).update(warned_percent=reached, warned_on=today)
    whose = _WHOSE[limit.project_id is not None, limit.is_daily]
    text = f"{reached} % of {whose} budget of {limit.micros / 1e6:.2f} USD is spent or set aside."
    if job.run_id:
        RunEvent.objects.create(run_id=job.run_id, text=text, level=RunEvent.Level.WARNING)


def _demand(needed: int, left: int, whose: str) -> None:
    if needed > left:
        raise OverBudget(needed, max(left, 0), whose)


def _total(entries: QuerySet[LedgerEntry]) -> int:
    return entries.aggregate(total=Sum("amount_micros"))["total"] or 0


def spent(run: Run) -> int:
    """Return what a run has set aside, paid and wasted, in millionths of a dollar."""
    return run.ledger.aggregate(total=Sum("amount_micros"))["total"] or 0


def settle(job: Job, cost_micros: int | None = None) -> None:
    """Replace what was set aside by what it cost (the estimate, where the vendor does not say)."""
    reserved = release(job)
    cost = reserved if cost_micros is None else cost_micros
    if cost:
        _enter(job, Kind.SETTLED, cost)


def waste(job: Job, cost_micros: int | None = None) -> None:
    """Book what it cost (what was set aside, where nobody says) as paid for nothing: it could not be used."""
    reserved = release(job)
    cost = reserved if cost_micros is None else cost_micros
    if cost:
        _enter(job, Kind.WASTED, cost)


def release(job: Job) -> int:
    """Give back what was set aside for a job; return how much that was."""
    reserved = job.ledger.filter(kind=Kind.RESERVED).aggregate(total=Sum("amount_micros"))["total"] or 0
    if reserved:
        _enter(job, Kind.RESERVED, -reserved)
    return reserved


def _enter(job: Job, kind: Kind, amount: int) -> None:
    LedgerEntry.objects.create(
        library_id=job.library_id,
        project_id=job.project_id,
        run_id=job.run_id,
        job=job,
        kind=kind,
        amount_micros=amount,
    )


# --- What it came to ----------------------------------------------------------------------------------


def set_budget(
    library_id: int, project_id: int | None, micros: int | None, *, by_id: int | None, is_daily: bool = False
) -> None:
    """Limit what a film, or without one a library, may cost, ever or in a day; None lifts the limit."""
    whose: dict[str, Any] = {"library_id": library_id, "project_id": project_id, "is_daily": is_daily}
    if micros is None:
        Budget.objects.filter(**whose).delete()
    else:
        Budget.objects.update_or_create(**whose, defaults={"micros": micros, "set_by_id": by_id, "warned_percent": 0})


def costs_of_library(library_id: int) -> Costs:
    """Return what all of a library has cost, with what was asked for outside of films."""
    limit = (
        Budget.objects.filter(library=library_id, project=None, is_daily=False).values_list("micros", flat=True).first()
    )
    found = _by_kind(LedgerEntry.objects.filter(library=library_id), "library")
    return _costs(found.get(library_id, {}), limit)


def costs_of_films(film_ids: Iterable[int]) -> dict[int, Costs]:
    """Return what films have cost, wasted takes included: two queries, however many they are."""
    wanted = list(film_ids)
    limits = dict(Budget.objects.filter(project__in=wanted, is_daily=False).values_list("project", "micros"))
    found = _by_kind(LedgerEntry.objects.filter(project__in=wanted), "project")
    return {film_id: _costs(found.get(film_id, {}), limits.get(film_id)) for film_id in wanted}


def costs_of_film(film_id: int) -> Costs:
    """Return what one film has cost."""
    return costs_of_films([film_id])[film_id]


def costs_of_shots(film_id: int) -> dict[int, Costs]:
    """Return what each shot of a film has cost, by its id; shots for which nothing was paid are left out."""
    entries = LedgerEntry.objects.filter(project=film_id, job__slot__shot__isnull=False)
    found = _by_kind(entries, "job__slot__shot")
    return {shot_id: _costs(kinds, None) for shot_id, kinds in found.items()}


def _by_kind(entries: QuerySet[LedgerEntry], owner: str) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for key, kind, total in entries.order_by().values_list(owner, "kind").annotate(total=Sum("amount_micros")):
        found.setdefault(key, {})[kind] = total
    return found


def _costs(kinds: dict[str, int], limit: int | None) -> Costs:
    return Costs(kinds.get(Kind.RESERVED, 0), kinds.get(Kind.SETTLED, 0), kinds.get(Kind.WASTED, 0), limit)
