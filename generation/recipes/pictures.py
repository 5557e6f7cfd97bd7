"""Recipes of pictures and clips."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Final

from entities.models import Entity
from generation import prompts, routing, staging
from generation.film import Film
from generation.models import ModelOffer, Slot
from generation.providers.base import Capability
from generation.recipes import finishing
from generation.recipes.base import (
    HANDLE_MS,
    NotYet,
    Recipe,
    fitting_duration,
    fitting_size,
    frames_of,
    offer_of,
    recipe,
)
from projects.models import Shot


def entity_of(film: Film, slot: Slot) -> Entity:
    """Return whom, where or what a reference picture shows."""
    if slot.look_id:
        return film.characters[film.looks[slot.look_id].character_id]
    row = film.sets.get(slot.owner_id) or film.props.get(slot.owner_id)
    return row or film.characters[slot.owner_id]


def reference_offer(film: Film, entity: Entity) -> ModelOffer:
    """Return the model that draws an entity: its own, else the film's, else the default.

    By default whoever has guide images is drawn by the preferred model that takes some, where one is switched on.
    """
    if entity.offer:
        return routing.choose(film.offers, Capability.IMAGE, {Capability.IMAGE: entity.offer})
    return default_reference_offer(film, entity.pk)


def default_reference_offer(film: Film, entity_id: int) -> ModelOffer:
    """Return the model that draws an entity for which none was chosen."""
    if not film.project.offers.get(Capability.IMAGE) and film.guides.get(entity_id):
        led = [offer for offer in film.offers if offer.max_references and (film.may_spend or offer.is_free)]
        if any(offer.is_on and offer.capability == Capability.IMAGE for offer in led):
            return routing.choose(led, Capability.IMAGE, {}, preference=film.project.preference, having={"references"})
    return offer_of(film, None, Capability.IMAGE)


def reference(film: Film, slot: Slot) -> Recipe:
    entity = entity_of(film, slot)
    offer = routing.diverted(film.offers, film.project, slot, reference_offer(film, entity))
    scene = staging.reference(film, slot)
    guides = [asset.sha256 for asset in film.guides.get(entity.pk, ())][: offer.max_references]
    sent = [("guide", entity.name)] * len(guides)
    width, height = fitting_size(offer, *((1024, 1024) if scene["subject"] != "set" else (1280, 720)))
    return recipe(
        offer,
        {
            "prompt": ""
            if offer.needs_no_words
            else prompts.reference(scene, family=offer.family, references=sent, most=offer.max_prompt_chars),
            "width": width,
            "height": height,
            "staging": scene if offer.draws_from_staging else None,
            "seed": film.project.seed,
        },
        tuple(guides),
    )


def shot_of(film: Film, slot: Slot) -> Shot:
    return film.shots[film.shot_index[slot.owner_id]]


def frame(film: Film, slot: Slot) -> Recipe:
    shot = shot_of(film, slot)
    scene = staging.shot(film, shot)
    having = {"references"} if staging.references(film, shot, 1) else set()
    offer = offer_of(film, slot, Capability.IMAGE, having)
    width, height = fitting_size(offer, *sides_of(film))
    references = staging.references(film, shot, offer.max_references)
    return recipe(
        offer,
        {
            "prompt": shot.prompt or ("" if offer.needs_no_words else frame_words(film, shot, offer)),
            "width": width,
            "height": height,
            "staging": scene if offer.draws_from_staging else None,
            "seed": film.project.seed,
        },
        tuple(reference.asset.sha256 for reference in references),
    )


def frame_words(film: Film, shot: Shot, offer: ModelOffer) -> str:
    """Return the prompt of a shot's first frame as it is built for a model; one that draws from staging reads none."""
    sent = tuple((reference.kind, reference.name) for reference in staging.references(film, shot, offer.max_references))
    return _frame_prompt(_written(film, shot), offer.family, sent, offer.max_prompt_chars)


def clip_words(film: Film, shot: Shot, offer: ModelOffer) -> str:
    """Return the prompt of a shot's clip as it is built for a model."""
    return _clip_prompt(_written(film, shot), offer.family, offer.max_prompt_chars)


def _written(film: Film, shot: Shot) -> str:
    """Return the staging of a shot as text: what its prompts are built from, whole."""
    return film.once(("written", shot.pk), lambda: _TO_TEXT(staging.shot(film, shot)))


_TO_TEXT: Final = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: `json.dumps` makes one each time that it is asked for anything unusual."""

# A page of a long film asks for the prompts of all its shots, and few of them have changed since the last page.
_PROMPTS_KEPT: Final = 2048


@lru_cache(_PROMPTS_KEPT)
def _frame_prompt(written: str, family: str, sent: tuple[tuple[str, str], ...], most: int | None) -> str:
    return prompts.frame(json.loads(written), family=family, references=sent, most=most)


@lru_cache(_PROMPTS_KEPT)
def _clip_prompt(written: str, family: str, most: int | None) -> str:
    return prompts.clip(json.loads(written), family=family, most=most)


def clip(film: Film, slot: Slot) -> Recipe:
    offer, shot = offer_of(film, slot, Capability.VIDEO, ("first_frame",)), shot_of(film, slot)
    frame_slot = film.slot("shot", shot.pk, Slot.Role.FRAME)
    take = frame_slot.selected_take if frame_slot else None
    if take is None or not film.is_timed:
        raise NotYet("the first frame and the voices")
    scene = staging.shot(film, shot)
    start, end = film.span_ms[shot.pk]
    width, height = fitting_size(offer, *sides_of(film), least_side=_least_side(film, shot))
    # What was drawn from the plan may be drawn again in depth; any other picture is what must move.
    drawn = bool(take.recipe_digest) and (take.job_id is not None or take.reused_from_id is not None)
    redraws = drawn and offer.draws_from_staging and _vendor(film, frame_slot) == offer.vendor
    return recipe(
        offer,
        {
            "prompt": shot.prompt or ("" if redraws and offer.needs_no_words else clip_words(film, shot, offer)),
            "width": width,
            "height": height,
            "duration_ms": _clip_duration(offer, end - start),
            "rate": round(frames_of(film).rate),
            "first_frame": take.asset.sha256,
            "staging": scene if redraws else None,
            # Who does not hear the voices need not make the clip again when one changes.
            "speech": staging.mouths(film, shot) if offer.hears_speech else [],
            "seed": film.project.seed + shot.position,
        },
    )


def _vendor(film: Film, frame_slot: Slot | None) -> str:
    return offer_of(film, frame_slot, Capability.IMAGE).vendor


def sides_of(film: Film) -> tuple[int, int]:
    """Return how many pixels a picture of the film should have at least."""
    frames = frames_of(film)
    return frames.width, frames.height


def _least_side(film: Film, shot: Shot) -> int:
    """Return what a later step demands of a clip's shorter side, so that it need not be made twice."""
    if not finishing.is_wanted(film, shot, Slot.Role.LIPSYNC):
        return 0
    try:
        offer = offer_of(film, film.slot("shot", shot.pk, Slot.Role.LIPSYNC), Capability.LIPSYNC, ("clip", "picture"))
    except routing.NoOffer:
        return 0
    return int(offer.settings.get("min_side", 0))


def _clip_duration(offer: ModelOffer, seen_ms: int) -> int:
    """Return the length to ask for a shot that is seen for `seen_ms`; the handle may be cut short, the shot may not."""
    made = fitting_duration(offer, seen_ms + HANDLE_MS)
    if made < seen_ms:
        raise routing.OverLimit(
            f"{offer.label} makes clips of up to {made / 1000:g} s, but this shot lasts {seen_ms / 1000:.1f} s. "
            "Divide the shot or choose another model."
        )
    return made
