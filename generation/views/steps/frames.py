"""Frames. The first picture of every shot, and its other takes."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.takes_page import page_of


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    return page_of(studio, Slot.Role.FRAME)


PAGE = StepPage(
    "frames",
    gettext_noop("Frames"),
    "generation/steps/frames.html",
    parts,
    roles=(Slot.Role.FRAME,),
    script="js/takes.js",
    styles="css/takes.css",
)
