"""Whether a film is too long for where it is to go: said as soon as its length is known, before a file is made."""

from __future__ import annotations

from typing import Final

from generation.film import Film
from generation.media import preflight
from publishing import services
from publishing.models import Channel
from publishing.platforms.specs import PlatformSpec
from publishing.views import draft_parts, told

ROOM_MS: Final = 250
"""A file ends on a whole frame and a whole block of sound: it may last a little longer than the plan says."""


def limit_of(channel: Channel) -> int | None:
    """Return how long a film may be on a channel in ms: as its platform says, and its account where it was asked."""
    return _limit(services.spec_of(channel.platform), channel)


def _limit(spec: PlatformSpec, channel: Channel) -> int | None:
    return services.limits_of(spec, draft_parts.requirements(channel)).longest_ms


def planned_ms(film: Film) -> int | None:
    """Return how long a film will be; None while a line has no voice yet."""
    return film.length_ms if film.is_timed and film.shots else None


def too_long(length_ms: int | None, channel: Channel) -> str:
    """Return the sentence for a film that a channel does not take because of its length; "" for others."""
    limit_ms = limit_of(channel)
    if length_ms is None or limit_ms is None or length_ms <= limit_ms:
        return ""
    facts = {
        "is": preflight.clock(length_ms),
        "limit": preflight.clock(limit_ms),
        "name": services.spec_of(channel.platform).label,
    }
    return told.words(preflight.SENTENCES["too_long"] % facts)
