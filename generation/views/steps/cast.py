"""Cast. Who and what is seen, with the pictures that are kept for reference."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps import cast_tiles, voices
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.bills import Reckoning


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    reckoning = Reckoning(studio)
    return (
        cast_tiles.head(studio, reckoning),
        *cast_tiles.groups(studio, reckoning),
        cast_tiles.shelf(studio),
        voices.chooser(studio, reckoning),
    )


PAGE = StepPage(
    "cast",
    gettext_noop("Cast"),
    "generation/steps/cast.html",
    parts,
    roles=(Slot.Role.CAST, Slot.Role.REFERENCE),
    script="js/script.js",
    styles="css/script.css",
)
