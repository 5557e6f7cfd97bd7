"""Clips. The moving shots, and their other takes."""

from __future__ import annotations

from generation.models import Slot
from generation.views import picture_parts
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return (picture_parts.scenes(studio.film),)


PAGE = StepPage("clips", "Clips", "generation/steps/clips.html", parts, roles=(Slot.Role.CLIP,))
