"""Export. The finished files."""

from __future__ import annotations

from generation.models import Slot
from generation.views import picture_parts
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return (picture_parts.player(studio.film, studio.progress),)


PAGE = StepPage("export", "Export", "generation/steps/export.html", parts, roles=(Slot.Role.EXPORT,))
