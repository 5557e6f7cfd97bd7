"""Which pictures a model does not take along, said where a picture is made and where it is shown."""

from __future__ import annotations

from generation import recipes
from generation.film import Film
from generation.models import Slot, Take
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.views import said

_SAYS = "; left out: "
"""What every such sentence holds, whichever the model is (see `generation.recipes.leaving`)."""


def of_slot(film: Film, slot: Slot) -> str:
    """Say which pictures would not go along if the slot were made now; "" where all would."""
    try:
        offer = recipes.offer_for(film, slot)
    except (NoOffer, OverLimit, NotYet):
        return ""
    return said.words(recipes.left_out(film, slot, offer)) if offer else ""


def of_take(take: Take | None) -> tuple[str, ...]:
    """Say which pictures did not go along with a take."""
    job = take.job if take is not None else None
    return tuple(said.words(str(note)) for note in job.notes if _SAYS in str(note)) if job else ()
