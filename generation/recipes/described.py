"""The recipe of a picture's description: which picture, and how the model is asked."""

from __future__ import annotations

from typing import Final

from generation import prompts
from generation.film import Film
from generation.models import Slot
from generation.providers.base import Capability
from generation.recipes.base import NotYet, Recipe, offer_of, recipe

PICTURE_CHARACTERS: Final = 7000
"""What a picture of the size that is sent costs to read, in characters of text: about 1,700 tokens at every vendor."""
ANSWER_TOKENS: Final = 1500
"""What an answer runs to, generously, with what a model thinks before it."""


def described(film: Film, slot: Slot) -> Recipe:
    """Return what is asked about the picture that a slot belongs to."""
    if slot.asset is None:
        raise NotYet("the picture")
    return recipe(
        offer_of(film, None, Capability.VISION, ("picture",)),
        {
            "picture": slot.asset.sha256,
            "asked": prompts.looking_fingerprint(),
            "reads_characters": PICTURE_CHARACTERS + len(prompts.looking()),
            "writes_tokens": ANSWER_TOKENS,
        },
    )
