"""The way through a film: a page for each step, all alike in how they are opened, kept live and answered.

A page is a template and a function that makes its parts from what is loaded once (`Studio`). Whatever is changed on a
page is answered with the parts that look different afterwards, by `film.answer`.
"""

from __future__ import annotations

from generation.views.steps import cast, clips, cut, export, frames, script, shots, sound, story
from generation.views.steps.base import StepPage

PAGES: dict[str, StepPage] = {
    page.key: page
    for page in (
        story.PAGE,
        cast.PAGE,
        script.PAGE,
        shots.PAGE,
        frames.PAGE,
        clips.PAGE,
        sound.PAGE,
        cut.PAGE,
        export.PAGE,
    )
}
"""All steps by their key, in the order in which a film is usually made. They may be used in any order."""

__all__ = ["PAGES", "StepPage"]
