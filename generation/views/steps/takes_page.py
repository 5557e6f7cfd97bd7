"""The frames and the clips step: one page for both, of pictures or of clips."""

from __future__ import annotations

from django.utils.translation import gettext as _

from generation.models import Slot
from generation.views import wording
from generation.views.parts import Part
from generation.views.steps import takes_bulk, takes_change, takes_finishing, takes_words
from generation.views.steps.base import Studio
from generation.views.steps.takes_bench import Opened, bench
from generation.views.steps.takes_grid import (
    address,
    filters,
    grid,
    is_of,
    number_of,
    shown,
    slots_by_shot,
)
from generation.views.steps.takes_making import making, selection
from generation.views.steps.takes_tally import tally_of
from generation.views.steps.takes_words import Standing


def page_of(studio: Studio, role: str) -> tuple[Part, ...]:
    """Return what the page of a role (frames or clips) shows."""
    slots = studio.graph.of_role(role)
    standings = {slot.pk: takes_words.standing(studio.graph, slot) for slot in slots}
    tally = tally_of(studio.film, slots)
    seconds_for = studio.progress.pace
    return (
        making(studio, role, slots, standings, tally, seconds_for=seconds_for),
        *((takes_bulk.bulk(studio, seconds_for=seconds_for),) if role == Slot.Role.CLIP else ()),
        filters(studio, standings),
        *grid(studio, role, standings, tally),
        selection(studio, role),
        bench(
            studio,
            opened := _opened(studio, role, standings),
            seconds_for=seconds_for,
            change=takes_change.parts(studio, opened.slot) if opened else (),
            more=_more(studio, role),
        ),
    )


def _more(studio: Studio, role: str) -> tuple[Part, ...]:
    """Return what is done to the open clip once it is there."""
    opened = studio.asked.get("shot", "")
    shot = next((shot for shot in studio.film.shots if str(shot.pk) == opened), None)
    if role != Slot.Role.CLIP or shot is None:
        return ()
    return takes_finishing.steps(studio, shot, seconds_for=studio.progress.pace)


def _opened(studio: Studio, role: str, standings: dict[int, Standing]) -> Opened | None:
    slots = slots_by_shot(studio.graph, role)
    shots = [shot for shot in studio.film.shots if shot.pk in slots]
    shot = next((shot for shot in shots if str(shot.pk) == studio.asked.get("shot")), None)
    if shot is None:
        return None
    seen = [one for one in shots if one is shot or is_of(shown(studio), standings[slots[one.pk].pk])]
    at = seen.index(shot)
    scene = studio.film.scene_by_id[shot.scene_id]
    return Opened(
        word="shot",
        value=str(shot.pk),
        slot=slots[shot.pk],
        title=_("Shot %(n)s") % {"n": number_of(scene, shot)},
        facts=tuple(filter(None, (wording.camera(shot.size, shot.angle, shot.move), shot.action))),
        before=address(studio, shot=seen[at - 1].pk) if at else "",
        after=address(studio, shot=seen[at + 1].pk) if at + 1 < len(seen) else "",
        closed=f"{address(studio)}#shot-{shot.pk}",
    )
