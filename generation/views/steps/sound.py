"""Sound. Music and effects: what is heard beside the voices, its takes, and how loud it is."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps import sound_parts, takes_words
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.takes_bench import Opened, bench
from generation.views.steps.takes_making import making
from generation.views.steps.takes_tally import counts_of, tally_of


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    roles = (Slot.Role.MUSIC, Slot.Role.EFFECTS)
    slots = {role: studio.graph.of_role(role) for role in roles}
    seconds_for = studio.progress.pace
    bars = []
    takes: dict[int, int] = {}
    counts = counts_of([slot for of_role in slots.values() for slot in of_role])
    for role in roles:
        standings = {slot.pk: takes_words.standing(studio.graph, slot) for slot in slots[role]}
        tally = tally_of(studio.film, slots[role], counts)
        takes |= tally.takes
        key = f"making_{role}"
        bars.append(making(studio, role, slots[role], standings, tally, seconds_for=seconds_for, key=key))
    opened, more = _opened(studio, slots[Slot.Role.MUSIC])
    return (
        sound_parts.volumes(studio),
        *bars,
        sound_parts.music(studio, next(iter(slots[Slot.Role.MUSIC]), None), takes),
        sound_parts.scenes(studio, takes),
        bench(studio, opened, seconds_for=seconds_for, more=more),
    )


def _opened(studio: Studio, music: list[Slot]) -> tuple[Opened | None, tuple[Part, ...]]:
    if studio.asked.get("music") and music:
        return Opened("music", "1", music[0], _("Music"), closed="?#score"), ()
    film, wanted = studio.film, studio.asked.get("scene", "")
    scenes = [scene for scene in film.scenes if _slot(studio, scene.pk)]
    at = next((index for index, scene in enumerate(scenes) if str(scene.pk) == wanted), None)
    if at is None:
        return None, ()
    scene = scenes[at]
    slot = _slot(studio, scene.pk)
    if slot is None:
        return None, ()
    opened = Opened(
        word="scene",
        value=wanted,
        slot=slot,
        title=_("Sounds of scene %(n)s") % {"n": scene.position + 1},
        facts=tuple(filter(None, (scene.heading, scene.summary))),
        before=f"?scene={scenes[at - 1].pk}" if at else "",
        after=f"?scene={scenes[at + 1].pk}" if at + 1 < len(scenes) else "",
        closed=f"?#sounds-{scene.pk}",
    )
    return opened, (sound_parts.scene_sounds(studio, scene),)


def _slot(studio: Studio, scene_id: int) -> Slot | None:
    slot = studio.film.slot("scene", scene_id, Slot.Role.EFFECTS)
    return slot if slot and slot.pk in studio.graph.states else None


PAGE = StepPage(
    "sound",
    gettext_noop("Sound"),
    "generation/steps/sound.html",
    parts,
    roles=(Slot.Role.MUSIC, Slot.Role.EFFECTS),
    script="js/takes.js",
    styles="css/takes.css",
)
