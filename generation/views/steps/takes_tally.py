"""How many takes the slots of a page have, and what was paid for those that are not used: two queries, however many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Sum

from generation.film import Film
from generation.models import LedgerEntry, Slot, Take

PAID = (LedgerEntry.Kind.SETTLED, LedgerEntry.Kind.WASTED)


@dataclass(frozen=True)
class Tally:
    """Takes of each slot, those that the film does not use, and what was paid for nothing (in micros)."""

    takes: dict[int, int]
    unused: int
    wasted_micros: int


def counts_of(slots: Sequence[Slot]) -> dict[int, int]:
    """Count the takes of slots."""
    rows = Take.objects.filter(slot__in=slots, removed_at=None).order_by().values_list("slot").annotate(Count("pk"))
    return dict(rows)


def tally_of(film: Film, slots: Sequence[Slot], counts: dict[int, int] | None = None) -> Tally:
    """Count the takes of slots (or take `counts` for it). What another slot uses too was not paid for nothing."""
    takes = counts_of(slots) if counts is None else counts
    unused = sum(takes.get(slot.pk, 0) - (slot.selected_take_id is not None) for slot in slots)
    used = {slot.selected_take.asset_id for slot in film.slots.values() if slot.selected_take}
    paid = LedgerEntry.objects.filter(job__slot__in=slots, kind__in=PAID).exclude(job__take__asset__in=used)
    return Tally(takes, max(0, unused), paid.aggregate(sum=Sum("amount_micros"))["sum"] or 0)
