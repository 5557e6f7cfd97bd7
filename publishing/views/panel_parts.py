"""One publication in full: when it goes out, how it stands, what happened to it, and what can be done now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from generation.views import wording
from generation.views.parts import Part
from publishing import services
from publishing.models import Publication, SideStep
from publishing.views import cards, draft_parts, event_words, state_words, told
from publishing.views.frame import Place

_S = Publication.State

WISHES: Final[dict[str, tuple[str, Any, str]]] = {
    "approve": ("approve", gettext_lazy("Approve it"), "main"),
    "send_back": ("send-back", gettext_lazy("Send it back"), ""),
    "publish_now": ("now", gettext_lazy("Publish now"), ""),
    "back_to_draft": ("draft", gettext_lazy("Back to the drafts"), "quiet"),
    "cancel": ("cancel", gettext_lazy("Cancel it"), "quiet"),
    "unlist": ("unlist", gettext_lazy("Unlist it"), ""),
    "take_down": ("take-down", gettext_lazy("Take it down"), "danger"),
}
"""By what the engine allows: the wish in the address, the button's words, how it looks."""

SURE: Final = {
    "now": gettext_lazy("Publish this now? It goes out as it is."),
    "cancel": gettext_lazy("Cancel this? It does not go out."),
    "take-down": gettext_lazy("Take this post down? It is deleted on the platform, with its comments and its numbers."),
    "unlist": gettext_lazy("Unlist this post? Only people with its link will see it."),
}


@dataclass(frozen=True)
class Wish:
    """A button."""

    href: str
    label: str
    look: str
    sure: str
    asks: bool


@dataclass(frozen=True)
class Side:
    """A step beside the post."""

    kind: str
    label: str
    icon: str
    word: str
    words: str
    may_retry: bool


@dataclass(frozen=True)
class Panel:
    """All that a panel shows."""

    pk: int
    card: cards.Card
    state: str
    film_id: int
    page: str
    closed: str
    is_draft: bool
    is_person: bool
    is_missed: bool
    may_edit: bool
    may_move: bool
    when: str
    day: str
    time: str
    zone: str
    is_kept: bool
    problems: tuple[tuple[str, str], ...]
    channel_warning: str
    wishes: tuple[Wish, ...]
    warnings: tuple[str, ...]
    wish: tuple[tuple[str, str], ...]
    wished: str
    percent: int | None
    progress: str
    evidence: tuple[str, ...]
    sides: tuple[Side, ...]
    events: tuple[event_words.Line, ...]
    url: str
    numbers: str
    error: str
    vendor_words: str
    approval: str
    facts: tuple[tuple[str, str], ...]


def panel(
    publication: Publication,
    place: Place,
    *,
    closed: str = "",
    user_id: int = 0,
    warnings: Sequence[str] = (),
    wish: Mapping[str, str] | None = None,
    wished: str = "",
) -> Part:
    """Return a publication's panel. `warnings` ask whether `wished` is to be done all the same, with `wish`."""
    row = cards.watched(cards.listed(Publication.objects.filter(pk=publication.pk))).get()
    card = cards.cards([row], place.zone, may_edit=place.may_edit)[0]
    allowed = services.what_may_be_done(publication) if place.may_edit else ()
    local = publication.scheduled_at.astimezone(place.zone) if publication.scheduled_at else None
    is_early = publication.state in {_S.DRAFT, _S.APPROVAL, _S.SCHEDULED, _S.MISSED}
    shows = Panel(
        pk=publication.pk,
        card=card,
        state=publication.state,
        film_id=publication.project_id,
        page=reverse("publishing:publication", args=(publication.pk,)),
        closed=closed,
        is_draft=publication.state in {_S.DRAFT, _S.APPROVAL},
        is_person=publication.state == _S.PERSON,
        is_missed=publication.state == _S.MISSED,
        may_edit=place.may_edit,
        may_move=bool({"schedule", "reschedule"} & set(allowed)),
        when=state_words.at(cards.time_of(publication), place.zone),
        day=f"{local:%Y-%m-%d}" if local else "",
        time=f"{local:%H:%M}" if local else "",
        zone=place.zone.key,
        is_kept=publication.is_kept_by_platform,
        problems=_problems(publication) if is_early else (),
        channel_warning=told.words(services.warning_of(publication.channel)) if not publication.is_final else "",
        wishes=tuple(_wishes(publication, allowed)),
        warnings=tuple(told.words(one) for one in warnings),
        wish=tuple((wish or {}).items()),
        wished=wished,
        percent=cards.percent_of(row),
        progress=_progress(row),
        evidence=tuple(told.words(str(one)) for one in publication.evidence) if publication.state == _S.PERSON else (),
        sides=tuple(_sides(publication, may_edit=place.may_edit)),
        events=tuple(event_words.lines(publication, place.zone)),
        url=publication.url,
        numbers=_numbers(publication),
        error=told.words(publication.error_detail) if publication.state == _S.FAILED else "",
        vendor_words=publication.vendor_words[:600] if publication.state in {_S.FAILED, _S.PERSON} else "",
        approval=_approval(publication, user_id, allowed),
        facts=tuple(_facts(publication)),
    )
    return Part("pub-panel", "publishing/panel/_panel.html", shows)


def _numbers(publication: Publication) -> str:
    """Return where the numbers of a post are; "" before there is one."""
    if publication.state not in {_S.LIVE, _S.TAKEN_DOWN} or publication.published_at is None:
        return ""
    return reverse("publishing:post-numbers", args=(publication.pk,))


def _problems(publication: Publication) -> tuple[tuple[str, str], ...]:
    known = draft_parts.requirements(publication.channel)
    return tuple((one.field, told.words(one.words)) for one in services.draft_problems(publication, known))


def _wishes(publication: Publication, allowed: Iterable[str]) -> Iterable[Wish]:
    for name in WISHES:
        if name in allowed:
            wish, label, look = WISHES[name]
            href = reverse("publishing:publication-do", args=(publication.pk, wish))
            yield Wish(href, str(label), look, str(SURE.get(wish, "")), wish == "send-back")


def _progress(row: Publication) -> str:
    if row.state != _S.TRANSFERRING or row.rendition is None:
        return "" if row.is_final else told.words(row.waits_for)
    whole = state_words.size_of(row.rendition.take.asset.size)
    return _("%(sent)s of %(whole)s") % {"sent": state_words.size_of(row.sent_bytes), "whole": whole}


def _sides(publication: Publication, *, may_edit: bool) -> Iterable[Side]:
    for row in publication.side_steps.all():
        label = str(state_words.SIDE_STEPS.get(row.kind, row.kind.replace("_", " ").capitalize()))
        may = may_edit and row.state == SideStep.State.FAILED
        word = str(SideStep.State(row.state).label)
        yield Side(row.kind, label, state_words.SIDE_STATES[row.state], word, told.words(row.words), may)


def _approval(publication: Publication, user_id: int, allowed: Iterable[str]) -> str:
    if publication.state != _S.APPROVAL:
        if publication.approved_by and publication.approved_at:
            return _("Approved by %(who)s.") % {"who": publication.approved_by.get_username()}
        return ""
    if "approve" in allowed:
        return _("Look it over: nothing goes out before somebody besides its writer has approved it.")
    return _("Somebody besides its writer has to approve it before it goes out.")


def _facts(publication: Publication) -> Iterable[tuple[str, str]]:
    if publication.rendition is not None:
        asset = publication.rendition.take.asset
        size = f"{asset.width} × {asset.height}" if asset.width and asset.height else publication.variant
        length = wording.clock(publication.rendition.duration_ms)
        yield _("File"), f"{size} · {length} · {state_words.size_of(asset.size)}"
    else:
        yield _("File"), _("%(version)s, not made yet") % {"version": publication.variant}
    if publication.facts.get("privacy"):
        yield _("Who can watch"), str(publication.facts["privacy"])
    if publication.remote_id:
        yield _("Its number there"), publication.remote_id
