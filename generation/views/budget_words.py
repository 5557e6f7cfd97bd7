"""Budgets in words: what holds each day, and how near the end of one a film or a library has come."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from generation.models import Budget, LedgerEntry
from generation.services.budget import Costs, Kind
from generation.views import wording


@dataclass(frozen=True)
class Limits:
    """The budgets of a library and of some of its films."""

    rows: tuple[Budget, ...]

    def daily_of(self, film_id: int | None) -> int | None:
        """Return what a film, or with None the library, may cost in a day; None without a limit."""
        rows = (row.micros for row in self.rows if row.is_daily and row.project_id == film_id)
        return next(rows, None)

    def warning_of(self, film_id: int | None) -> str:
        """Say which share of a budget is spoken for, where it is a good part; "" else."""
        return warning([row for row in self.rows if row.project_id == film_id])


def limits_of(library_id: int, film_ids: Collection[int]) -> Limits:
    """Return the budgets of a library and of some of its films: one query."""
    return Limits(tuple(Budget.objects.filter(Q(project=None) | Q(project__in=film_ids), library=library_id)))


def of_film(film_id: int) -> tuple[Costs, str]:
    """Return what a film has cost, and which share of a budget that it counts against is spoken for: two queries."""
    mine = Q(project=film_id) | Q(project=None, library__projects=film_id)
    limits = list(Budget.objects.filter(mine))
    whole = next((row.micros for row in limits if row.project_id and not row.is_daily), None)
    entries = LedgerEntry.objects.filter(project=film_id).order_by().values_list("kind")
    sums = dict(entries.annotate(total=Sum("amount_micros")))
    spent = Costs(sums.get(Kind.RESERVED, 0), sums.get(Kind.SETTLED, 0), sums.get(Kind.WASTED, 0), whole)
    return spent, warning(limits)


def warning(budgets: Iterable[Budget]) -> str:
    """Say the worst of what was warned of; what was warned of on another day is over where a budget is daily."""
    today = timezone.localdate()
    reached = [row for row in budgets if row.warned_percent and (not row.is_daily or row.warned_on == today)]
    if not reached:
        return ""
    worst = max(reached, key=lambda row: row.warned_percent)
    share = {"share": worst.warned_percent, "sum": wording.dollars(worst.micros)}
    if worst.project_id and worst.is_daily:
        return _("%(share)s %% of this film's %(sum)s for today are spoken for.") % share
    if worst.project_id:
        return _("%(share)s %% of this film's budget of %(sum)s are spoken for.") % share
    if worst.is_daily:
        return _("%(share)s %% of the library's %(sum)s for today are spoken for.") % share
    return _("%(share)s %% of the library's budget of %(sum)s are spoken for.") % share
