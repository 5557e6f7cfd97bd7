"""What of publishing needs somebody: posts that wait for a decision, missed their time or failed, and lost channels."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils import timezone

from publishing.models import Channel, Publication

_S = Publication.State
RECENT: Final = timedelta(days=7)
"""A failure that nobody has looked at for longer is no news any more."""


def asks() -> Q:
    """Return, inside a query of publications, which wait for a person, or failed of late."""
    return Q(state__in=[_S.PERSON, _S.MISSED]) | Q(state=_S.FAILED, finished_at__gt=timezone.now() - RECENT)


def lost_channels(user: User) -> QuerySet[Channel]:
    """Return the channels of a user's libraries that have to be connected again."""
    return Channel.objects.filter(library__memberships__user=user, state=Channel.State.RECONNECT).order_by()


def count(user: User) -> int:
    """Return how much needs somebody in a user's libraries: one query."""
    posts = Publication.objects.filter(asks(), library__memberships__user=user).order_by()
    found: int = posts.values_list("pk").union(lost_channels(user).values_list("pk"), all=True).count()
    return found
