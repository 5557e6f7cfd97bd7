"""Cut. The film as it stands, before any export."""

from __future__ import annotations

from generation.views import picture_parts
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return (picture_parts.player(studio.film, studio.progress),)


PAGE = StepPage("cut", "Cut", "generation/steps/cut.html", parts)
