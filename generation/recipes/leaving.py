"""What of the pictures that there are does not go along, because the model takes fewer: said before and kept after.

Pictures go in their order, who matters most first; those at its end are left out, and never in silence.
"""

from __future__ import annotations

from typing import Final

from generation import staging
from generation.film import Film
from generation.models import ModelOffer, Slot
from generation.recipes.pictures import entity_of, shot_of

ALL: Final = 1_000
"""More pictures than any shot has."""


def left_out(film: Film, slot: Slot, offer: ModelOffer) -> str:
    """Return a sentence that names the pictures which `offer` does not take for a slot; "" where it takes them all."""
    if offer.needs_no_words:
        return ""  # it draws from the plan's own fields, which say all that the pictures would show
    if slot.role == Slot.Role.FRAME:
        found = staging.references(film, shot_of(film, slot), ALL)
        names = ", ".join(reference.name for reference in found[offer.max_references :])
    elif slot.role == Slot.Role.REFERENCE:
        names = _guides(len(film.guides.get(entity_of(film, slot).pk, ())), offer.max_references)
    else:
        return ""
    return f"{offer.label} takes {_pictures(offer.max_references)}; left out: {names}." if names else ""


def _pictures(number: int) -> str:
    return {0: "no pictures", 1: "1 picture"}.get(number, f"{number} pictures")


def _guides(count: int, taken: int) -> str:
    """Name guide images by their place: “guide images 4, 5”."""
    which = ", ".join(str(number) for number in range(taken + 1, count + 1))
    return f"guide image{'s' if count - taken > 1 else ''} {which}" if which else ""
