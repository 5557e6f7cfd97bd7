"""Story. What the film is made from: the text as it was typed, and what was made of it."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from generation.models import Slot
from generation.views.parts import Part
from generation.views.steps import story_facts, story_models, story_versions, voices
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.bills import Reckoning
from generation.views.steps.script import last_change


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    reckoning = Reckoning(studio)
    return (
        last_change(studio),
        story_facts.make(studio, reckoning),
        story_facts.source(studio),
        story_facts.settings(studio),
        story_models.models(studio),
        story_facts.styles(studio),
        story_facts.notes(studio),
        story_versions.versions(studio, reckoning),
        story_versions.comparison(studio),
        voices.chooser(studio, reckoning),
    )


PAGE = StepPage(
    "story",
    gettext_noop("Story"),
    "generation/steps/story.html",
    parts,
    roles=(Slot.Role.SCRIPT,),
    script="js/script.js",
    styles="css/script.css",
)
