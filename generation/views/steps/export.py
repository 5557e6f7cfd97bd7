"""Export. The finished files."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps import export_framing, export_parts
from generation.views.steps.base import StepPage, Studio


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return (
        export_parts.missing(studio),
        export_parts.captions(studio),
        export_parts.versions(studio),
        export_framing.shapes(studio),
    )


PAGE = StepPage(
    "export",
    gettext_noop("Export"),
    "generation/steps/export.html",
    parts,
    roles=(Slot.Role.EXPORT,),
    script="js/takes.js",
    styles="css/takes.css",
)
