"""Signs of life: while a worker has a publication, its lease is put off, so that nobody else takes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from generation.hearts import Heart
from generation.leases import worker_name as worker_name
from publishing.models import Publication


def lease_s() -> float:
    """Return for how long a worker has a publication without a sign of life."""
    return float(settings.PUBLISH_LEASE_SECONDS)


class _Heart(Heart[tuple[int, int]]):
    """Puts off the leases of all publications (with their fences) under way in a process."""

    pause_s = staticmethod(lambda: max(1.0, lease_s() / 6))
    patience_s = staticmethod(lambda: float(settings.PUBLISH_TIMEOUT_SECONDS))

    def _beat(self, keys: list[tuple[int, int]]) -> None:
        mine = Q()
        for publication_id, fence in keys:
            mine |= Q(pk=publication_id, fence=fence)
        until = timezone.now() + timedelta(seconds=lease_s())
        # Set to nothing means given back already: that stays.
        Publication.objects.filter(mine, leased_until__isnull=False).update(leased_until=until)


@contextmanager
def kept_alive(publication: Publication) -> Iterator[None]:
    """Keep the lease of a publication that was taken on while the block runs."""
    with _Heart.of_this_process().beats_for((publication.pk, publication.fence)):
        yield
