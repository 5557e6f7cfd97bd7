"""Statements: what a film or a library has paid to whom, line by line, so that it can be laid beside a vendor's bill.

What was set aside and given back again is no cost and stands nowhere; what is still set aside stands apart. Sums are
whole millionths of a dollar, so that they equal the vendor's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet, Sum

from generation.models import Job, LedgerEntry
from projects.models import Project

Kind = LedgerEntry.Kind
BILLED = (Kind.SETTLED, Kind.WASTED)

_ABOUT = (
    "slot__shot__scene",
    "slot__segment",
    "slot__scene",
    "slot__look__character",
    "slot__entity",
    "slot__voice",
    "slot__asset",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sum that a vendor was paid. `job` and `film` are None where they were deleted since."""

    at: datetime
    job: Job | None
    film: Project | None
    kind: str
    micros: int
    note: str

    @property
    def vendor(self) -> str:
        """The key of who was paid; "" where nobody knows any more."""
        return self.job.offer.vendor if self.job and self.job.offer else ""

    @property
    def model(self) -> str:
        """The key of the model; "" where nobody knows any more."""
        return self.job.offer.key if self.job and self.job.offer else ""

    @property
    def is_wasted(self) -> bool:
        """Tell whether what was paid for could not be used."""
        return self.kind == Kind.WASTED


@dataclass(frozen=True, slots=True)
class Account:
    """What one model of one vendor came to, in millionths of a dollar."""

    vendor: str
    model: str
    label: str
    pieces: int
    used: int
    wasted: int
    reserved: int

    @property
    def billed(self) -> int:
        """What the vendor's bill says."""
        return self.used + self.wasted


@dataclass(frozen=True, slots=True)
class Statement:
    """All accounts of a film or a library, by vendor and model."""

    accounts: tuple[Account, ...]

    @property
    def used(self) -> int:
        """What was paid for what could be used."""
        return sum(account.used for account in self.accounts)

    @property
    def wasted(self) -> int:
        """What was paid for nothing."""
        return sum(account.wasted for account in self.accounts)

    @property
    def reserved(self) -> int:
        """What is set aside for what is being made."""
        return sum(account.reserved for account in self.accounts)

    @property
    def billed(self) -> int:
        """What the vendors' bills say together."""
        return self.used + self.wasted


def statement_of(library_id: int, film_id: int | None = None) -> Statement:
    """Return what a library, or one of its films, has paid to whom: one query, however long the books are."""
    rows = (
        _entries(library_id, film_id)
        .order_by()
        .values_list("job__offer__vendor", "job__offer__key", "job__offer__label", "kind", "job")
        .annotate(total=Sum("amount_micros"))
    )
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for vendor, key, label, kind, job, total in rows:
        sums = found.setdefault((vendor or "", key or "", label or ""), {"jobs": set()})
        sums[kind] = sums.get(kind, 0) + total
        if kind in BILLED:
            sums["jobs"].add(job)
    accounts = (
        Account(
            *whose, len(sums["jobs"]), sums.get(Kind.SETTLED, 0), sums.get(Kind.WASTED, 0), sums.get(Kind.RESERVED, 0)
        )
        for whose, sums in sorted(found.items())
    )
    return Statement(tuple(account for account in accounts if account.billed or account.reserved))


def lines_of(library_id: int, film_id: int | None = None, *, newest: int | None = None) -> Iterator[Line]:
    """Yield every line of a bill, oldest first; with `newest` only so many, newest first."""
    entries = _entries(library_id, film_id).filter(kind__in=BILLED)
    entries = entries.select_related("project", "job__offer", *(f"job__{path}" for path in _ABOUT))
    ordered = entries.order_by("at", "pk") if newest is None else entries.order_by("-at", "-pk")[:newest]
    for entry in ordered.iterator(chunk_size=500):
        yield Line(entry.at, entry.job, entry.project, entry.kind, entry.amount_micros, entry.note)


def _entries(library_id: int, film_id: int | None) -> QuerySet[LedgerEntry]:
    where = Q(library=library_id) if film_id is None else Q(library=library_id, project=film_id)
    return LedgerEntry.objects.filter(where)
