"""Cut. The film as it stands, before any export: a timeline that plays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop

from generation.film import Film
from generation.graph import Graph
from generation.models import Slot
from generation.views.parts import Part, digest
from generation.views.steps.base import StepPage, Studio
from generation.views.steps.cut_words import words
from projects import editing


@dataclass(frozen=True)
class CutNow:
    """What tells a timeline that is open in a browser that the cut is another one by now."""

    version: str
    has_shots: bool
    words: dict[str, Any]


def parts(studio: Studio) -> tuple[Part, ...]:
    """Return what the page shows: a stamp of the cut. Where it changes, the timeline asks for the cut itself."""
    shows = CutNow(_version(studio), bool(studio.film.shots), words())
    return (Part("cutnow", "generation/cut/_now.html", shows),)


def _version(studio: Studio) -> str:
    """All that the timeline shows depends on these: what is heard and seen, when, and how each clip stands."""
    film = studio.film
    names = ("pk", "scene_id", "position", "segment_id", "from_word", *editing.SHOT_FIELDS)
    seen = [[getattr(shot, name) for name in names] for shot in film.shots]
    heard = [(segment.pk, segment.text, segment.pause_before_ms, segment.pause_ms) for segment in film.segments]
    scenes = [(scene.pk, scene.heading, scene.transition, scene.position) for scene in film.scenes]
    return digest(seen, heard, scenes, _takes(studio.graph), _whole(film))


def _whole(film: Film) -> list[Any]:
    project = film.project
    return [project.title, project.caption_style, project.music_gain_db, project.effects_gain_db]


def _takes(worked_out: Graph) -> list[tuple[int, int | None, str]]:
    film = worked_out.film
    roles = {Slot.Role.CLIP, Slot.Role.FRAME, Slot.Role.SPEECH, Slot.Role.MUSIC, Slot.Role.EFFECTS}
    return [
        (slot.pk, slot.selected_take_id, "working" if slot.pk in film.active else worked_out.states.get(slot.pk, ""))
        for slot in worked_out.slots.values()
        if slot.role in roles
    ]


PAGE = StepPage("cut", gettext_noop("Cut"), "generation/steps/cut.html", parts, styles="css/cut.css")
