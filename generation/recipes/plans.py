"""Recipes of plans: what was planned before, and how it was asked."""

from __future__ import annotations

import hashlib

from generation import prompts
from generation.film import Film
from generation.models import Slot
from generation.providers.base import Capability
from generation.recipes.base import NotYet, Recipe, offer_of, recipe
from projects.models import Segment


def script(film: Film, slot: Slot) -> Recipe:
    project = film.project
    return recipe(
        offer_of(film, slot, Capability.TEXT),
        {
            "task": "script",
            "instructions": prompts.fingerprint("script"),
            "source": hashlib.sha256(project.source.encode()).hexdigest(),
            "source_kind": project.source_kind,
            # A story given whole is as long as it is.
            "seconds": project.seconds if project.source_kind == project.SourceKind.IDEA else None,
            "seed": project.seed,
        },
    )


def cast(film: Film, slot: Slot) -> Recipe:
    return _planned_from(film, slot, "cast", Slot.Role.SCRIPT)


def scenes(film: Film, slot: Slot) -> Recipe:
    return _planned_from(film, slot, "scenes", Slot.Role.SCRIPT, Slot.Role.CAST)


def shots(film: Film, slot: Slot) -> Recipe:
    scene = film.scene_by_id[slot.owner_id]
    lines = (line for _, line in film.segments_by_scene.get(scene.pk, ()) if line.kind != Segment.Kind.PAUSE)
    if not all(line.pk in film.speech for line in lines):
        raise NotYet("the voices of the scene")
    planned = _planned_from(film, slot, "shots", Slot.Role.SCRIPT, Slot.Role.CAST, Slot.Role.SCENES)
    hand = {name: film.style.get(name) for name in ("framing", "rhythm")}
    return recipe(
        offer_of(film, slot, Capability.TEXT), {**planned.arguments, "scene": scene.planned_as, "style": hand}
    )


def _planned_from(film: Film, slot: Slot, task: str, *roles: str) -> Recipe:
    documents: dict[str, str] = {}
    for role in roles:
        take = film.plan(role)
        if take is None:
            raise NotYet(role)
        documents[role] = take.asset.sha256
    return recipe(
        offer_of(film, slot, Capability.TEXT),
        {
            "task": task,
            "instructions": prompts.fingerprint(task),
            "documents": documents,
            "seed": film.project.seed,
        },
    )
