"""Publications as cards: what, where, when and how it stands. A constant number of queries for any number of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from generation.models import Asset, Slot
from generation.views import wording
from generation.views.media import media_url
from publishing import services
from publishing.models import Channel, Publication, Snapshot
from publishing.views import figures_words, state_words, told

_S = Publication.State

MOVABLE = frozenset({_S.DRAFT, _S.APPROVAL, _S.SCHEDULED, _S.MISSED, _S.HANDED_OVER})
"""What still has a time that can be chosen."""


@dataclass(frozen=True)
class Card:
    """One publication in a list or in the calendar. `day` and `time` are the calendar's own."""

    pk: int
    title: str
    channel: str
    channel_id: int
    platform: str
    picture: str
    day: str
    time: str
    when: str
    icon: str
    word: str
    tone: str
    percent: int | None
    note: str
    may_move: bool
    is_second: bool
    """Its time comes twice on that day, and this is the second of both."""
    views: str
    """Only of cards of `watched` publications that somebody has watched."""


def listed(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Return publications, each with what its card needs of the rows around it."""
    frames = Slot.objects.filter(
        role=Slot.Role.FRAME, shot__scene__project=OuterRef("project"), selected_take__isnull=False
    ).order_by("shot__scene__position", "shot__position")
    return publications.select_related("project", "channel", "rendition__take__asset").annotate(
        poster_id=Subquery(frames.values("selected_take__asset")[:1])
    )


def watched(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Return publications, each with how often it was watched when that was last told."""
    told_last = Snapshot.objects.filter(publication=OuterRef("pk"), views__isnull=False).order_by("-taken_at")
    return publications.annotate(newest_views=Subquery(told_last.values("views")[:1]))


def cards(rows: Sequence[Publication], zone: ZoneInfo, *, may_edit: bool) -> list[Card]:
    """Return a card for each publication; `rows` come from `listed`."""
    wanted = {row.cover_id or row.poster_id for row in rows}  # type: ignore[attr-defined]
    pictures = Asset.objects.in_bulk([pk for pk in wanted if pk])
    return [_card(row, pictures, zone, may_edit=may_edit) for row in rows]


def _card(row: Publication, pictures: dict[int, Asset], zone: ZoneInfo, *, may_edit: bool) -> Card:
    icon, word, tone = state_words.state_of(row)
    moment = time_of(row)
    local = moment.astimezone(zone) if moment else None
    return Card(
        pk=row.pk,
        title=wording.title(row.project),
        channel=row.channel.name,
        channel_id=row.channel_id,
        platform=row.channel.platform,
        picture=media_url(pictures.get(row.cover_id or row.poster_id or 0)),  # type: ignore[attr-defined]
        day=f"{local:%Y-%m-%d}" if local else "",
        time=f"{local:%H:%M}" if local else "",
        when=state_words.at(moment, zone),
        icon=icon,
        word=word,
        tone=tone,
        percent=percent_of(row),
        note=note_of(row),
        may_move=may_edit and (row.state in MOVABLE or services.is_ahead(row)),
        is_second=bool(local and local.fold),
        views=figures_words.views(getattr(row, "newest_views", None)),
    )


def time_of(row: Publication) -> datetime | None:
    """Return where in the calendar a publication stands: when it went out, or is to."""
    return (
        row.published_at or row.scheduled_at or (row.started_at if row.state not in {_S.DRAFT, _S.APPROVAL} else None)
    )


def percent_of(row: Publication) -> int | None:
    """Return how much of its file is at the platform while it is brought over; None at other times."""
    size = row.rendition.take.asset.size if row.rendition else 0
    if row.state != _S.TRANSFERRING or not size:
        return None
    return min(100, 100 * row.sent_bytes // size)


def note_of(row: Publication) -> str:
    """Return the one thing to know of a publication besides its state."""
    if row.state == _S.FAILED:
        return told.words(row.error_detail)
    if row.channel.state == Channel.State.RECONNECT and not row.is_final:
        return _("The channel has to be connected again.")
    return told.words(row.waits_for) if not row.is_final else ""


def by_day(found: Iterable[Card]) -> dict[str, list[Card]]:
    """Return the cards of each day in the order of their times."""
    days: dict[str, list[Card]] = {}
    for card in sorted(found, key=lambda one: (one.time, one.pk)):
        days.setdefault(card.day, []).append(card)
    return days
