"""The reference of what is open: the picture in use, beside it those of the other looks and the earlier ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from entities.models import Character, Entity, Look
from generation.models import Slot, Take
from generation.views import left_out
from generation.views.library import standing
from generation.views.library.address import Address
from generation.views.library.opened import Opened
from generation.views.media import media_url
from generation.views.picture_change import Change, change
from generation.views.seen import Seen, of_assets

MOST_TAKES: Final = 12


@dataclass(frozen=True)
class LookCard:
    """One look beside the others."""

    pk: int
    name: str
    picture: str
    state: str
    word: str
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class OtherTake:
    """A picture that was made or uploaded before."""

    pk: int
    number: int
    picture: str
    is_yours: bool


@dataclass(frozen=True)
class Reference:
    """The picture in use, with those of the other looks and the earlier ones."""

    entity_id: int
    look_id: int
    shape: str
    picture: str
    state: str
    word: str
    problem: str
    looks: tuple[LookCard, ...]
    is_person: bool
    may_remove_look: bool
    others: tuple[OtherTake, ...]
    seen: Seen | None
    change: Change | None
    left_out: tuple[str, ...]
    library_id: int
    may_edit: bool


def reference(opened: Opened, address: Address, *, may_edit: bool) -> Reference:
    """Return what is shown of the reference of what is open."""
    slot, entity, look = opened.slot, opened.entity, opened.look
    take = slot.selected_take if slot else None
    state = standing.of_slot(opened.film, slot, opened.job)
    return Reference(
        entity_id=entity.pk,
        look_id=look.pk if look else 0,
        shape="wide" if entity.kind == Entity.Kind.SET else "square",
        picture=media_url(take.asset) if take else "",
        state=state.state,
        word=str(state.word),
        problem=state.problem,
        looks=tuple(_look(opened, address, one) for one in opened.looks),
        is_person=isinstance(entity, Character),
        may_remove_look=look is not None and not look.is_usual,
        others=_others(slot, take),
        seen=_seen(opened, take),
        change=_change(opened, take) if may_edit else None,
        left_out=left_out.of_take(take),
        library_id=entity.library_id,
        may_edit=may_edit,
    )


def _seen(opened: Opened, take: Take | None) -> Seen | None:
    if take is None:
        return None
    return of_assets([take.asset], opened.film.offers)[take.asset_id]


def _change(opened: Opened, take: Take | None) -> Change | None:
    if take is None:
        return None
    look = opened.look.pk if opened.look else 0
    return change(
        opened.film,
        take,
        key=f"change-{opened.entity.pk}-{look}",
        action=reverse("generation:library-reference-change", args=(opened.entity.pk,)),
        busy=opened.job is not None and not opened.job.is_final,
        swap="none",
        hidden=(("look", look),),
    )


def _look(opened: Opened, address: Address, look: Look) -> LookCard:
    slot = opened.film.slot("look", look.pk, Slot.Role.REFERENCE)
    state = standing.of_slot(opened.film, slot, opened.jobs.get(slot.pk) if slot else None)
    picture = media_url(slot.selected_take.asset) if slot and slot.selected_take else ""
    href = address.of("entity", opened.entity.pk, look=look.pk)
    return LookCard(look.pk, look.name, picture, state.state, str(state.word), href, is_chosen=look == opened.look)


def _others(slot: Slot | None, chosen: Take | None) -> tuple[OtherTake, ...]:
    if slot is None:
        return ()
    takes = slot.takes.select_related("asset").order_by("-number")[: MOST_TAKES + 1]
    return tuple(
        OtherTake(take.pk, take.number, media_url(take.asset), is_yours=not take.recipe_digest and take.job_id is None)
        for take in takes
        if chosen is None or take.pk != chosen.pk
    )[:MOST_TAKES]
