"""What was set aside, paid, and paid for nothing: for the library and film by film, against their budgets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.utils.translation import gettext as _

from generation.http import StudioRequest
from generation.services import budget
from generation.services.budget import Costs
from generation.views import budget_words, wording
from generation.views.budget_words import Limits
from projects.models import Project

FILMS: Final = 40
MOST_MICROS: Final = 1_000_000 * 1_000_000


@dataclass(frozen=True)
class FilmCosts:
    """One film's line."""

    pk: int
    title: str
    words: str
    budget: str
    share: int
    daily: str
    warning: str


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows: the newest films, and the library as a whole."""
    films = list(Project.objects.filter(library=library).order_by("-created_at", "-pk")[: FILMS + 1])
    costs = budget.costs_of_films([film.pk for film in films[:FILMS]])
    whole = budget.costs_of_library(library.pk)
    limits = budget_words.limits_of(library.pk, [film.pk for film in films[:FILMS]])
    return {
        "films": [_line(film, costs[film.pk], limits) for film in films[:FILMS]],
        "are_more": len(films) > FILMS,
        "whole": {
            "spent": wording.dollars(whole.spent),
            "paid": wording.dollars(whole.settled),
            "reserved": wording.dollars(whole.reserved),
            "wasted": wording.dollars(whole.wasted),
            "budget": amount(whole.budget),
            "limit": "" if whole.budget is None else wording.dollars(whole.budget),
            "share": share(whole),
            "daily": amount(limits.daily_of(None)),
            "warning": limits.warning_of(None),
        },
    }


def _line(film: Project, costs: Costs, limits: Limits) -> FilmCosts:
    return FilmCosts(
        film.pk,
        wording.title(film),
        wording.costs(costs),
        amount(costs.budget),
        share(costs),
        amount(limits.daily_of(film.pk)),
        limits.warning_of(film.pk),
    )


def share(costs: Costs) -> int:
    """Return how much of a budget is used, in percent; 0 without one."""
    if costs.budget is None:
        return 0
    return min(100, round(100 * costs.spent / costs.budget)) if costs.budget else 100


def amount(micros: int | None) -> str:
    """Return a sum as it is typed: "" for none."""
    return "" if micros is None else f"{Decimal(micros) / 1_000_000:.2f}"


def read(text: str) -> int | None:
    """Return a typed sum in millionths of a dollar; None for none. Raise `ValueError` with a sentence."""
    words = text.strip().lstrip("$").strip().replace(",", ".")
    if not words:
        return None
    try:
        micros = int(Decimal(words) * 1_000_000)
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise ValueError(_("Write a sum in dollars, such as 5 or 2.50, or leave it empty for no limit.")) from error
    if not 0 <= micros <= MOST_MICROS:
        raise ValueError(_("A budget is between $0 and $1,000,000."))
    return micros
