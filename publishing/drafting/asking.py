"""A draft's words by a language model: its price before, the asking, and what came of it written into the draft.

The words are bought by `generation.services.posts` and lie there in a take. They are taken up when somebody who may
change the draft looks at it: nothing below publishing knows of drafts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_noop

from generation.models import Job, Take
from generation.routing import NoOffer, OverLimit
from generation.services import AlreadyActive, OverBudget, posts
from publishing import services
from publishing.drafting import briefs
from publishing.drafting.errors import CannotSuggest
from publishing.models import Publication, PublicationEvent
from publishing.platforms import catalog
from publishing.platforms.specs import PlatformSpec
from publishing.services.drafts import OPEN
from publishing.services.history import note

SUGGESTED: Final = "suggested"
SETTLED: Final = frozenset({Publication.State.APPROVAL, Publication.State.SCHEDULED})
"""Somebody has handed it in since: words that were asked for before are not put into it unseen."""
_HANDED_IN: Final = ("asked", "scheduled", "approved", "rescheduled")
BY_HAND: Final = gettext_noop("You wrote all of it yourself: nothing is left to suggest.")
ELSEWHERE: Final = gettext_noop("The very same words are being written for another draft. Try again in a moment.")
NOBODY: Final = gettext_noop(
    "No language model is set up for this film. Give the library a key for one, or take what rules suggest."
)


@dataclass(frozen=True)
class Offer:
    """A way to have a draft suggested: by a model at a price (in millionths of a dollar), or by rules for nothing."""

    label: str = ""
    price_micros: int = 0
    is_model: bool = False


@dataclass(frozen=True)
class Standing:
    """How the asking stands. `problem` is why the last one brought nothing, in the user's words."""

    is_working: bool = False
    model: str = ""
    waits_for: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Asked:
    """What came of asking: somebody writes now, or the words were there and stand in the draft."""

    is_working: bool


def offered(publication: Publication) -> Offer:
    """Return how suggestions for this draft are made now. The same wish is not paid for twice, and costs nothing."""
    spec = _spec(publication)
    if not briefs.asked_of(publication, spec) or not posts.has_writer(publication.library_id):
        return Offer()
    try:
        wish = _wish(publication, spec)
    except CannotSuggest:
        return Offer()
    return Offer(wish.offer.label, wish.micros, is_model=True)


def standing(publication: Publication) -> Standing:
    """Return whether somebody writes for this draft, or why nothing came."""
    slot = posts.slot_of(publication.project_id, place_of(publication))
    job = posts.last_job(slot) if slot else None
    if job is None:
        return Standing()
    model = job.offer.label if job.offer else ""
    if job.state in Job.ACTIVE:
        return Standing(is_working=True, model=model, waits_for=job.waits_for)
    told = PublicationEvent.objects.filter(publication=publication, kind=SUGGESTED, at__gt=job.finished_at)
    if job.state == Job.State.FAILED and not told.exists():
        return Standing(model=model, problem=job.error_detail)
    return Standing()


def ask(publication: Publication, *, by_id: int | None) -> Asked:
    """Ask a language model for the draft's words; where the same was asked before, they are written into it now.

    Raise `CannotSuggest` with a sentence where nobody can be asked or it costs more than is left, `NotPossible` for a
    draft that has begun to go out.
    """
    spec = _spec(publication)
    if not briefs.asked_of(publication, spec):
        raise CannotSuggest(BY_HAND)
    wish = _wish(publication, spec)
    try:
        found = posts.ask(wish, place_of(publication), requested_by_id=by_id)
    except AlreadyActive as error:
        if standing(publication).is_working:
            return Asked(is_working=True)
        raise CannotSuggest(ELSEWHERE) from error
    except (NoOffer, OverBudget, OverLimit) as error:
        raise CannotSuggest(str(error)) from error
    if isinstance(found, Take):
        _write(publication, spec, found, by_id)
    return Asked(is_working=isinstance(found, Job))


def take_up(publication: Publication) -> bool:
    """Write words that have come since into the draft, once; tell whether there were any."""
    slot = posts.slot_of(publication.project_id, place_of(publication))
    take = slot.selected_take if slot else None
    if take is None or publication.state not in OPEN or _is_taken_up(publication, take):
        return False
    if publication.state in SETTLED and not _was_asked_since(publication, take):
        return False
    with transaction.atomic():
        # Two windows may look at the same moment.
        row = Publication.objects.select_for_update(of=("self",)).select_related("project__series", "channel")
        publication = row.get(pk=publication.pk)
        if _is_taken_up(publication, take):
            return False
        try:
            _write(publication, _spec(publication), take, take.job.requested_by_id if take.job else None)
        except services.NotPossible:
            return False
    return True


def place_of(publication: Publication) -> str:
    """Return what the draft is called among its film's posts."""
    return f"{publication.channel.platform} {publication.pk}"


def _spec(publication: Publication) -> PlatformSpec:
    return catalog.platforms()[publication.channel.platform]


def _wish(publication: Publication, spec: PlatformSpec) -> posts.Wish:
    brief = briefs.brief_of(publication, spec)
    try:
        return posts.wish(publication.project_id, place_of(publication), brief)
    except NoOffer as error:
        raise CannotSuggest(NOBODY) from error


def _is_taken_up(publication: Publication, take: Take) -> bool:
    events = PublicationEvent.objects.filter(publication=publication, kind=SUGGESTED, facts__take=take.pk)
    return events.exists()


def _was_asked_since(publication: Publication, take: Take) -> bool:
    asked_at = take.job.created_at if take.job else take.created_at
    events = PublicationEvent.objects.filter(publication=publication, kind__in=_HANDED_IN)
    return not events.filter(at__gt=asked_at).exists()


def _write(publication: Publication, spec: PlatformSpec, take: Take, by_id: int | None) -> None:
    written = briefs.fitted(posts.words_of(take), publication, spec)
    with transaction.atomic():
        services.change_draft(publication, by_id=by_id, text={**publication.text, **written})
        note(publication, SUGGESTED, by_id=by_id, take=take.pk)
