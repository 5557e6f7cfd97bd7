"""Sound. Music and effects."""

from __future__ import annotations

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return ()


PAGE = StepPage("sound", "Sound", "generation/steps/sound.html", parts, roles=(Slot.Role.MUSIC, Slot.Role.EFFECTS))
