"""The figures beside the word Activity: what is under way, and what failed lately and has not been tried again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from generation.models import Job
from generation.views.access import jobs_of

RECENT: Final = timedelta(days=7)
"""A failure that nobody has looked at for longer is no news any more."""


ASKED_ELSEWHERE: Final[list[Callable[[User], int]]] = []
"""What apps above this one add: each counts, in one query, what of theirs needs somebody."""


@dataclass(frozen=True)
class Badge:
    """What stands beside the word Activity in the bar: what is under way, what failed, what else needs somebody."""

    open: int = 0
    failed: int = 0
    asks: int = 0

    @property
    def trouble(self) -> int:
        """The number of all that somebody has to look at."""
        return self.failed + self.asks

    @property
    def shown(self) -> str:
        """What it shows, for a browser to say that it has it."""
        return f"{self.open}-{self.failed}" + (f"-{self.asks}" if self.asks else "")

    @property
    def is_live(self) -> bool:
        """Tell whether it will change by itself."""
        return bool(self.open)


def badge_of(user: User | AnonymousUser) -> Badge:
    """Count what is under way, what failed lately and has not been tried again (one query), and what else asks."""
    if not user.is_authenticated:
        return Badge()
    found = jobs_of(user).filter(Q(state__in=Job.ACTIVE) | failed_lately()).order_by()
    open_jobs = Q(state__in=Job.ACTIVE)
    figures = found.aggregate(open=Count("pk", filter=open_jobs), failed=Count("pk", filter=~open_jobs))
    return Badge(**figures, asks=sum(count(user) for count in ASKED_ELSEWHERE))


def failed_lately() -> Q:
    """Return, inside a query of jobs, which of them failed of late and have not been tried again."""
    is_recent = Q(state=Job.State.FAILED, finished_at__gt=timezone.now() - RECENT)
    return is_recent & Q(~Exists(later_jobs()))


def badge_in(request: HttpRequest) -> dict[str, Any]:
    """Give templates `{{ activity_badge }}`, counted only where it is shown."""
    return {"activity_badge": SimpleLazyObject(lambda: badge_of(request.user))}


def later_jobs() -> QuerySet[Job]:
    """Return, inside a query of jobs, those that were asked for later in the same place."""
    return Job.objects.filter(slot=OuterRef("slot"), pk__gt=OuterRef("pk"))
