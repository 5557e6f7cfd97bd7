"""What is done to a clip once it is there: camera move, lip sync, more pixels, its sound; and how each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation.graph import STEP_OF
from generation.models import Asset, Slot
from generation.recipes import finishing
from generation.services import asking
from generation.views import said
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps import takes_words
from generation.views.steps.base import Studio
from generation.views.steps.takes_words import Standing
from projects.models import Shot

ROLES = (*finishing.STEPS, Slot.Role.FOLEY)


@dataclass(frozen=True)
class Done:
    """One step of one clip."""

    slot_id: int
    role: str
    label: str
    standing: Standing
    kind: str
    url: str
    about: str
    is_seen: bool
    press: str
    takes: tuple[str, ...]
    not_now: str
    may_cancel: bool


@dataclass(frozen=True)
class Finishing:
    """All steps of one clip that are wanted, in their order."""

    film_id: int
    steps: tuple[Done, ...]
    may_edit: bool


def steps(studio: Studio, shot: Shot, *, seconds_for: Mapping[str, float]) -> tuple[Part, ...]:
    """Return what is done to a shot's clip; nothing where nothing is wanted."""
    slots = [slot for role in ROLES if (slot := _slot(studio, shot, role))]
    if not slots:
        return ()
    seen = finishing.seen(studio.film, shot)
    rows = tuple(_done(studio, slot, seen.pk if seen else 0, seconds_for) for slot in slots)
    shows = Finishing(studio.film.project.pk, rows, studio.may_edit)
    return (Part("bench-finishing", "generation/takes/_bench_finishing.html", shows),)


def _slot(studio: Studio, shot: Shot, role: str) -> Slot | None:
    return studio.graph.slots.get(("shot", shot.pk, role, ""))


def _done(studio: Studio, slot: Slot, seen: int, seconds_for: Mapping[str, float]) -> Done:
    standing = takes_words.standing(studio.graph, slot)
    piece = asking.piece(studio.graph, slot)
    quote = asking.quote(studio.graph, [slot], seconds_for)
    take, job = slot.selected_take, studio.film.active.get(slot.pk)
    return Done(
        slot_id=slot.pk,
        role=slot.role,
        label=STEP_OF[slot.role].label,
        standing=standing,
        kind=str(take.asset.kind) if take else str(Asset.Kind.VIDEO),
        url=media_url(take.asset) if take else "",
        about=_("Take %(n)s") % {"n": take.number} if take else "",
        is_seen=bool(take and take.pk == seen),
        press="" if piece.problem else _press(slot, standing),
        takes=takes_words.what_it_takes(slot.role, quote)[1:],
        not_now="" if job else said.words(piece.problem),
        may_cancel=bool(job and not job.is_final and studio.may_edit),
    )


def _press(slot: Slot, standing: Standing) -> str:
    if standing.key == "failed":
        return _("Try again")
    return _("Make it again") if slot.selected_take else _("Make it")
