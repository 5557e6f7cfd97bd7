"""Whether anything of a library's publishing has changed: a few sums, nothing loaded."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import Count, Max, Q, Sum
from django.utils import timezone

from generation.views.badge import badge_of
from generation.views.parts import digest
from publishing.models import Channel, Publication, PublicationEvent, SideStep, Snapshot

SOON_S = 120
"""What is due so soon will change by itself."""


def of_library(user: User, library_id: int) -> str:
    """Return what stands for the state of a library's publications and channels."""
    rows = Publication.objects.filter(library=library_id)
    figures = rows.aggregate(
        all=Count("pk"),
        fences=Sum("fence"),
        sent=Sum("sent_bytes"),
        changed=Max("updated_at"),
        when=Max("scheduled_at"),
        looked=Max("not_before"),
        **{state: Count("pk", filter=Q(state=state)) for state in Publication.State.values},
    )
    told = PublicationEvent.objects.filter(publication__library=library_id).aggregate(last=Max("pk"), all=Count("pk"))
    steps = (
        SideStep.objects.filter(publication__library=library_id)
        .values_list("state")
        .annotate(Count("pk"), Sum("tries"))
    )
    channels = Channel.objects.filter(library=library_id).order_by("pk").values_list("pk", "state", "closed_until")
    watched = Snapshot.objects.filter(publication__library=library_id).aggregate(last=Max("pk"))
    today = timezone.localdate()
    return digest(figures, told, list(steps.order_by("state")), list(channels), watched, badge_of(user), today)


def is_live(library_id: int) -> bool:
    """Tell whether something changes by itself within the next moments."""
    soon = timezone.now() + timedelta(seconds=SOON_S)
    moving = Q(state__in=Publication.UNDER_WAY) | Q(state="scheduled", scheduled_at__lt=soon)
    side = Q(side_steps__state=SideStep.State.WAITING, side_steps__not_before__lt=soon)
    return Publication.objects.filter(moving | side, library=library_id).exists()
