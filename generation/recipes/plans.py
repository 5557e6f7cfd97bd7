"""Recipes of plans: what was planned before, and how it was asked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from generation import prompts
from generation.film import Film
from generation.models import ModelOffer, Slot
from generation.providers.base import Capability
from generation.recipes.base import NotYet, Recipe, offer_of, recipe
from projects.models import Segment


def script(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of the words of a film."""
    project = film.project
    offer = offer_of(film, slot, Capability.TEXT)
    return recipe(
        offer,
        {
            "task": "script",
            "instructions": prompts.fingerprint("script"),
            "source": hashlib.sha256(project.source.encode()).hexdigest(),
            "source_kind": project.source_kind,
            # A story given whole is as long as it is.
            "seconds": project.seconds if project.source_kind == project.SourceKind.IDEA else None,
            "seed": project.seed,
            **findings(film),
            **_to_read(offer, "script", len(project.source)),
        },
    )


def cast(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of who and what is seen."""
    return _planned_from(film, slot, "cast", Slot.Role.SCRIPT)


def scenes(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of the scenes."""
    return _planned_from(film, slot, "scenes", Slot.Role.SCRIPT, Slot.Role.CAST)


def shots(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of the shots of a scene."""
    scene = film.scene_by_id[slot.owner_id]
    lines = (line for _, line in film.segments_by_scene.get(scene.pk, ()) if line.kind != Segment.Kind.PAUSE)
    if not all(line.pk in film.speech for line in lines):
        raise NotYet("the voices of the scene")
    planned = _planned_from(film, slot, "shots", Slot.Role.SCRIPT, Slot.Role.CAST, Slot.Role.SCENES)
    hand = {"framing": film.style.get("framing"), "rhythm": rhythm(film)}
    return recipe(
        offer_of(film, slot, Capability.TEXT), {**planned.arguments, "scene": scene.planned_as, "style": hand}
    )


def findings(film: Film) -> dict[str, Any]:
    """Return what the library's numbers say, for a story that is still to be written; nothing where there is none."""
    project = film.project
    told = project.findings if project.source_kind == project.SourceKind.IDEA else []
    return {"findings": [{name: finding[name] for name in ("key", "sentence")} for finding in told]} if told else {}


FASTER = {"fast": 0.35, "slow": -0.35}
"""How far a finding about cutting moves a style's rhythm, which goes from -1 to 1."""


def rhythm(film: Film) -> Any:
    """Return how fast is cut: as the style has it, moved by what the library's numbers say."""
    styled = film.style.get("rhythm")
    told = [finding["advice"].get("value") for finding in film.project.findings if obeys(finding)]
    return max(-1.0, min(1.0, float(styled or 0.0) + FASTER[told[0]])) if told else styled


def obeys(finding: Mapping[str, Any]) -> bool:
    """Tell whether a finding is obeyed whoever plans the shots, because it is about how fast is cut."""
    return finding["advice"].get("lever") == "rhythm" and finding["advice"].get("value") in FASTER


def _to_read(offer: ModelOffer, task: str, characters: int) -> dict[str, int]:
    """Return how much a model has to read, where it is paid for reading: the estimate is reckoned with it."""
    if offer.price_unit != ModelOffer.PriceUnit.MILLION_TOKENS:
        return {}
    return {"reads_characters": len(prompts.instructions(task)) + characters}


def _planned_from(film: Film, slot: Slot, task: str, *roles: str) -> Recipe:
    documents: dict[str, str] = {}
    characters = len(film.project.source)
    offer = offer_of(film, slot, Capability.TEXT)
    for role in roles:
        take = film.plan(role)
        if take is None:
            raise NotYet(role)
        documents[role] = take.asset.sha256
        characters += take.asset.size
    return recipe(
        offer,
        {
            "task": task,
            "instructions": prompts.fingerprint(task),
            "documents": documents,
            "seed": film.project.seed,
            **_to_read(offer, task, characters),
        },
    )
