"""Cast. Who and what is seen, with the pictures that are kept for reference."""

from __future__ import annotations

from generation.models import Slot
from generation.views import story_parts
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return (story_parts.cast(studio.film),)


PAGE = StepPage("cast", "Cast", "generation/steps/cast.html", parts, roles=(Slot.Role.CAST, Slot.Role.REFERENCE))
