"""The recipe of a picture that somebody wants changed: what should change, in which picture, and where in it.

Such a picture is a choice made by hand, like an upload: no plan leads to it, so none makes it out of date (see
`docs/decisions/0015-a-changed-picture-is-a-choice.md`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generation import prompts, routing
from generation.film import Film
from generation.models import Asset, ModelOffer
from generation.providers.base import Capability
from generation.recipes.base import Recipe, fitting_size, recipe

LONGEST_SIDE: Final = 2048
"""Pixels: what every model that changes pictures makes. A larger picture comes back in this size."""


def editors(film: Film) -> list[ModelOffer]:
    """Return the models that can change a picture by words: the film's own choice first, then as it prefers them."""
    chosen = str(film.project.offers.get(Capability.IMAGE, ""))
    return routing.editors(film.offers, chosen=chosen, preference=film.project.preference, may_spend=film.may_spend)


def editor(film: Film, key: str, *, in_part: bool) -> ModelOffer:
    """Return the model of a key, or the first that can do it. Raise `routing.OverLimit` with a sentence if it cannot.

    `in_part`: only a part of the picture may change.
    """
    able = editors(film)
    if not able:
        raise routing.OverLimit("No model that can change a picture is set up.")
    fit = [offer for offer in able if routing.can_edit(offer, in_part=in_part)]
    if not key and fit:
        return fit[0]
    offer = next((offer for offer in able if offer.key == key), None)
    if key and offer is None:
        raise routing.OverLimit("This model cannot change a picture, or it is switched off.")
    if offer is None or offer not in fit:
        label = offer.label if offer else "Any model that is set up"
        raise routing.OverLimit(
            f"{label} changes the whole picture: it takes no mask. Mark no part, or choose another model."
            if in_part
            else f"{label} changes only a part of a picture. Mark the part."
        )
    return offer


def change(offer: ModelOffer, picture: Asset, words: str, *, mask: Asset | None = None) -> Recipe:
    """Return what is asked of `offer`: to change `picture` as `words` say, inside `mask` where there is one."""
    return recipe(
        offer,
        {
            "prompt": prompts.change(words),
            **_sides(offer, picture),
            "edit": picture.sha256,
            "mask": mask.sha256 if mask else "",
            # The same wish about the same picture is the same work, whichever film asks for it.
            "seed": int(picture.sha256[:7], 16),
        },
    )


def _sides(offer: ModelOffer, picture: Asset) -> dict[str, int]:
    """Return the size of the picture that comes back: as it was, no larger than models make."""
    width, height = picture.width or 1024, picture.height or 1024
    scale = min(1.0, LONGEST_SIDE / max(width, height))
    width, height = fitting_size(offer, *(max(2, round(side * scale / 2) * 2) for side in (width, height)))
    return {"width": width, "height": height}


def wish_of(arguments: Mapping[str, object]) -> str:
    """Return what somebody wanted changed, in their words; "" for a picture that was made from the plan."""
    return prompts.wish(str(arguments.get("prompt", ""))) if arguments.get("edit") else ""
