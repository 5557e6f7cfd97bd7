"""A channel that works again: what waited for it goes on, and what is too late now is asked about."""

from __future__ import annotations

from django.utils import timezone

from publishing.models import Channel, LostRace, Publication, SideStep

from . import troubles
from .scheduling import grace

State = Publication.State


def wake(channel: Channel) -> None:
    """Let go on what waited for a channel to be connected again."""
    now = timezone.now()
    late = channel.publications.filter(state=State.SCHEDULED, scheduled_at__lt=now - grace())
    for publication in late:
        try:
            troubles.missed(publication, f"Its time passed before {channel.name} was connected again.")
        except LostRace:
            continue
    waiting = channel.publications.filter(state=State.SCHEDULED)
    waiting.update(not_before=None, waits_for="")
    channel.publications.filter(state__in=Publication.UNDER_WAY).update(not_before=now, queued_at=None)
    SideStep.objects.filter(publication__channel=channel, state=SideStep.State.WAITING).update(not_before=now)
