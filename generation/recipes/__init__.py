"""All that decides what a take is like, written down and digested: the heart of "a film is a build".

`recipe_for` reckons from a loaded `Film` only; it asks the database nothing. A take whose digest is
no longer the one reckoned here is stale.
"""

from __future__ import annotations

from collections.abc import Callable

from generation import routing
from generation.film import Film
from generation.models import ModelOffer, Slot
from generation.recipes import changing, described, finishing, pictures, plans, posts, sound
from generation.recipes.base import CAPABILITY, HANDLE_MS, NotYet, Recipe, offer_of
from generation.recipes.export import NO_CAPTIONS, caption_style, clip_in_ms, export, spare_ms, transition
from generation.recipes.leaving import left_out
from generation.recipes.pictures import default_reference_offer, entity_of, reference_offer
from generation.recipes.sound import EFFECTS_TAIL_MS, SAMPLE_TEXT

__all__ = [
    "CAPABILITY",
    "EFFECTS_TAIL_MS",
    "HANDLE_MS",
    "NO_CAPTIONS",
    "SAMPLE_TEXT",
    "NotYet",
    "Recipe",
    "caption_style",
    "changing",
    "check_limits",
    "clip_in_ms",
    "default_reference_offer",
    "entity_of",
    "finishing",
    "left_out",
    "offer_for",
    "offer_of",
    "posts",
    "recipe_for",
    "reference_offer",
    "spare_ms",
    "transition",
]

Role = Slot.Role

_RECIPES: dict[str, Callable[[Film, Slot], Recipe]] = {
    Role.SCRIPT: plans.script,
    Role.CAST: plans.cast,
    Role.SCENES: plans.scenes,
    Role.SHOTS: plans.shots,
    Role.SPEECH: sound.speech,
    Role.REFERENCE: pictures.reference,
    Role.FRAME: pictures.frame,
    Role.CLIP: pictures.clip,
    **finishing.RECIPES,
    Role.MUSIC: sound.music,
    Role.EFFECTS: sound.effects,
    Role.EXPORT: export,
    Role.SAMPLE: sound.sample,
    Role.DESCRIBED: described.described,
}


def recipe_for(film: Film, slot: Slot) -> Recipe:
    """Return the recipe of a slot as the film stands.

    Raise `NotYet` while its inputs are missing, `routing.NoOffer` if no model is there for it,
    `routing.OverLimit` if the chosen one cannot make it.
    """
    recipe = _RECIPES[Role(slot.role)](film, slot)
    check_limits(film, recipe)
    return recipe


def check_limits(film: Film, recipe: Recipe) -> None:
    """Raise `routing.OverLimit` if the model of a recipe cannot make it."""
    offer = film.offer_by_key.get(recipe.offer)
    if offer is not None:
        routing.check_limits(offer, recipe.arguments, len(recipe.references), film.project.shape)


def offer_for(film: Film, slot: Slot) -> ModelOffer | None:
    """Return the model that fills a slot; None for what the studio does itself."""
    capability = CAPABILITY.get(slot.role)
    if capability is None:
        return None
    if slot.role == Role.SPEECH:
        return sound.speech_offer(film, sound.segment_of(film, slot))
    if slot.role == Role.SAMPLE:
        return sound.offer_of_voice(film, film.voices[slot.owner_id])
    if slot.role == Role.REFERENCE:
        return routing.diverted(film.offers, film.project, slot, reference_offer(film, entity_of(film, slot)))
    return offer_of(film, slot, capability, HAVING.get(slot.role, ()))


HAVING: dict[str, tuple[str, ...]] = {
    Role.FRAME: ("references",),
    Role.CLIP: ("first_frame",),
    Role.CAMERA: ("clip",),
    Role.LIPSYNC: ("clip", "picture", "sound"),
    Role.UPSCALED: ("clip",),
    Role.FOLEY: ("clip",),
    Role.VOICED: ("sound",),
    Role.ALIGNED: ("sound",),
    Role.DESCRIBED: ("picture",),
}
"""The inputs beside words that a slot's model is given."""
