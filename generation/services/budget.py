"""Money: set aside before a request, settled after it, never more than a run may spend."""

from __future__ import annotations

import math

from django.db.models import Sum

from generation.models import Job, LedgerEntry, ModelOffer, Run

Kind = LedgerEntry.Kind


class OverBudget(Exception):
    """The next piece of work costs more than the run has left."""

    def __init__(self, needed_micros: int, left_micros: int) -> None:
        super().__init__(
            f"The next piece of work costs {needed_micros / 1e6:.2f} USD, but only {left_micros / 1e6:.2f} USD "
            "of this run's budget is left. Raise the budget or choose another model."
        )


def estimate(offer: ModelOffer | None, recipe_arguments: dict[str, object]) -> int:
    """Return what one request will cost, in millionths of a dollar, by the offer's price; 0 for free work."""
    if offer is None or offer.is_free:
        return 0
    units = {
        ModelOffer.PriceUnit.CALL: 1.0,
        ModelOffer.PriceUnit.SECOND: float(str(recipe_arguments.get("duration_ms") or 0)) / 1000,
        ModelOffer.PriceUnit.THOUSAND_CHARACTERS: len(str(recipe_arguments.get("text") or "")) / 1000,
    }[ModelOffer.PriceUnit(offer.price_unit)]
    return math.ceil(offer.price_micros * units)


def reserve(job: Job) -> None:
    """Set the job's price aside. Raise `OverBudget` if its run has less left. Inside the caller's transaction."""
    needed = estimate(job.offer, job.recipe["arguments"])
    if not needed:
        return
    if job.run_id:
        # The lock makes two requests of one run reckon one after the other.
        run = Run.objects.select_for_update().get(pk=job.run_id)
        left = run.budget_micros - spent(run)
        if needed > left:
            raise OverBudget(needed, max(left, 0))
    _enter(job, Kind.RESERVED, needed)


def spent(run: Run) -> int:
    """Return what a run has set aside, paid and wasted, in millionths of a dollar."""
    return run.ledger.aggregate(total=Sum("amount_micros"))["total"] or 0


def settle(job: Job, cost_micros: int | None = None) -> None:
    """Replace what was set aside by what it cost (the estimate, where the vendor does not say)."""
    reserved = release(job)
    cost = reserved if cost_micros is None else cost_micros
    if cost:
        _enter(job, Kind.SETTLED, cost)


def waste(job: Job) -> None:
    """Book what was set aside as paid for nothing: the vendor delivered, and it could not be used."""
    reserved = release(job)
    if reserved:
        _enter(job, Kind.WASTED, reserved)


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
