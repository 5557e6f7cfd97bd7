"""Shots. Scenes and shots: who and what is seen from where."""

from __future__ import annotations

from generation.models import Slot
from generation.views import picture_parts
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return (picture_parts.scenes(studio.film),)


PAGE = StepPage("shots", "Shots", "generation/steps/shots.html", parts, roles=(Slot.Role.SCENES, Slot.Role.SHOTS))
