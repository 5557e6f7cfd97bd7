"""Story. What the film is made from: the text as it was typed, and what was made of it."""

from __future__ import annotations

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return ()


PAGE = StepPage("story", "Story", "generation/steps/story.html", parts, roles=(Slot.Role.SCRIPT,))
