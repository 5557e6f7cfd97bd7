"""Clips. The moving shots, and their other takes."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.takes_page import page_of


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return page_of(studio, Slot.Role.CLIP)


PAGE = StepPage(
    "clips",
    gettext_noop("Clips"),
    "generation/steps/clips.html",
    parts,
    roles=(Slot.Role.CLIP,),
    script="js/takes.js",
    styles="css/takes.css",
)
