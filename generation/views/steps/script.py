"""Script & voices. Who says what, with which voice, and how it sounds."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from generation.models import Slot
from generation.views import wording
from generation.views.parts import Part
from generation.views.steps import script_lines, voices
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.bills import Reckoning
from projects import journal


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows."""
    reckoning = Reckoning(studio)
    return (
        script_lines.summary(studio, reckoning),
        last_change(studio),
        voices.speakers(studio),
        voices.chooser(studio, reckoning),
        *script_lines.script(studio, reckoning),
        voices.names(studio),
    )


def last_change(studio: Studio) -> Part:
    """Return the newest change that can be taken back."""
    edit = journal.last_edit(studio.film.project.pk) if studio.may_edit else None
    shows = (wording.deed(edit.label), edit.pk, studio.film.project.pk) if edit else ("", 0, 0)
    return Part("lastchange", "generation/script/_last_change.html", shows)


PAGE = StepPage(
    "script",
    gettext_noop("Script & voices"),
    "generation/steps/script.html",
    parts,
    roles=(Slot.Role.SPEECH,),
    script="js/script.js",
    styles="css/script.css",
)
