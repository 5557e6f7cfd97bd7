"""Script & voices. Who says what, with which voice, and how it sounds."""

from __future__ import annotations

from generation.models import Slot
from generation.views import story_parts
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return (story_parts.script(studio.film),)


PAGE = StepPage("script", "Script & voices", "generation/steps/script.html", parts, roles=(Slot.Role.SPEECH,))
