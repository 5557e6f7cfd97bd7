"""What a film is made from and with: text, settings, style; and how far it can be made, at what price."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from entities.services import styles_for
from generation import graph, staging
from generation.graph import GATES, STEPS, State
from generation.models import Run, Slot
from generation.views import wording
from generation.views.parts import Part
from generation.views.steps.base import Studio
from generation.views.steps.bills import Bill, Reckoning
from projects.models import SHAPES, Project
from projects.services import copied_style

AS_THE_STORY_WANTS = "0"
"""Stands in an address for no style of one's own."""


@dataclass(frozen=True)
class Gate:
    """How far a film can be made from here."""

    key: str
    label: str
    about: str
    is_done: bool
    is_main: bool


@dataclass(frozen=True)
class Make:
    """All the ways to go on."""

    film_id: int
    gates: tuple[Gate, ...]
    is_running: bool
    may_edit: bool


@dataclass(frozen=True)
class Source:
    """The text as it was typed."""

    film_id: int
    text: str
    words: str
    kind: str
    may_edit: bool


@dataclass(frozen=True)
class Settings:
    """What a film is made with."""

    film_id: int
    kind: str
    kinds: tuple[tuple[str, str], ...]
    is_idea: bool
    seconds: str
    shape: str
    shapes: tuple[tuple[str, str], ...]
    seed: int
    language: str
    narrator: str
    would: str
    may_edit: bool


@dataclass(frozen=True)
class StyleTile:
    """A style to choose."""

    key: str
    name: str
    about: str
    palette: tuple[str, ...]
    is_chosen: bool
    is_asked: bool


@dataclass(frozen=True)
class Styles:
    """The styles, and what choosing the one that is asked about would make out of date."""

    film_id: int
    tiles: tuple[StyleTile, ...]
    chosen: str
    asked: str
    asked_name: str
    would: str
    bill: str
    may_edit: bool


def make(studio: Studio, reckoning: Reckoning) -> Part:
    """Return how far the film can be made, with what that costs and takes."""
    gates = []
    words = {
        Run.Gate.SCRIPT: _("The script"),
        Run.Gate.CAST: _("The cast and voices"),
        Run.Gate.SHOTS: _("The shots, spoken"),
        Run.Gate.FRAMES: _("The pictures"),
        Run.Gate.CLIPS: _("The clips"),
        Run.Gate.EXPORT: _("The whole film"),
    }
    for gate in GATES:
        steps = [step for step in STEPS if GATES.index(step.gate) <= GATES.index(gate)]
        done = all(studio.graph.is_done(step.role) for step in steps)
        about = _("Up to date") if done else _to_make(studio, reckoning, [step.role for step in steps])
        gates.append(Gate(gate, words[Run.Gate(gate)], about, done, gate == Run.Gate.EXPORT))
    shows = Make(studio.film.project.pk, tuple(gates), studio.progress.is_live, studio.may_edit)
    return Part("make", "generation/story/_make.html", shows)


def _to_make(studio: Studio, reckoning: Reckoning, roles: list[str]) -> str:
    bill = reckoning.bill(reckoning.missing(roles))
    if all(graph.is_known(studio.graph, role) for role in roles):
        return bill.words
    free = all(offer.is_free for offer in studio.film.offers if offer.is_on)
    return f"{wording.price(0 if free else None)}, {_('time unknown')}"


def source(studio: Studio) -> Part:
    """Return the text as it was typed."""
    project = studio.film.project
    count = wording.count(len(project.source.split()), _("word"), _("words"))
    kind = str(project.get_source_kind_display())
    return Part(
        "source",
        "generation/story/_source.html",
        Source(project.pk, project.source, count, kind, studio.may_edit),
    )


def settings(studio: Studio) -> Part:
    """Return what the film is made with, as fields."""
    project = studio.film.project
    voice = studio.film.voices.get(project.narrator_id or 0)
    shows = Settings(
        film_id=project.pk,
        kind=project.source_kind,
        kinds=tuple((str(value), str(label)) for value, label in Project.SourceKind.choices),
        is_idea=project.source_kind == Project.SourceKind.IDEA,
        seconds=wording.clock(project.seconds * 1000),
        shape=project.shape,
        shapes=tuple((shape, label) for shape, label in zip(SHAPES, (_("Wide"), _("Tall"), _("Square")), strict=True)),
        seed=project.seed,
        language=project.language,
        narrator=voice.name if voice else _("none yet"),
        would=_would_by_shape(studio),
        may_edit=studio.may_edit,
    )
    return Part("settings", "generation/story/_settings.html", shows)


def _would_by_shape(studio: Studio) -> str:
    made = [shot for shot in studio.film.shots if studio.film.take("shot", shot.pk, Slot.Role.FRAME)]
    return wording.count(len(made), _("picture"), _("pictures")) if made else ""


def styles(studio: Studio) -> Part:
    """Return the styles; for the one that the address asks about, what choosing it would mean."""
    project = studio.film.project
    rows = list(styles_for(project.library))
    chosen = next((str(row.pk) for row in rows if row.name == project.style.get("name")), AS_THE_STORY_WANTS)
    asked = studio.asked.get("style", "") if studio.may_edit else ""
    tiles = [_no_style(project, chosen, asked)]
    tiles += [
        StyleTile(
            str(row.pk),
            row.name,
            row.description,
            tuple(map(str, row.palette[:5])),
            str(row.pk) == chosen,
            str(row.pk) == asked,
        )
        for row in rows
    ]
    tile = next((one for one in tiles if one.key == asked and asked != chosen), None)
    row = next((row for row in rows if str(row.pk) == asked), None)
    bill = would_be(studio, {"style": copied_style(row)}) if tile else None
    shows = Styles(
        film_id=project.pk,
        tiles=tuple(tiles),
        chosen=chosen,
        asked=tile.key if tile else "",
        asked_name=tile.name if tile else "",
        would=bill.pieces if bill else "",
        bill=bill.words if bill else "",
        may_edit=studio.may_edit,
    )
    return Part("styles", "generation/story/_styles.html", shows)


def _no_style(project: Project, chosen: str, asked: str) -> StyleTile:
    planned = project.planned_style.get("name", "")
    about = _("Now: %s") % planned if planned else _("The story decides light and colour.")
    key = AS_THE_STORY_WANTS
    palette = tuple(map(str, project.planned_style.get("palette", ())[:5]))
    return StyleTile(key, _("As the story wants"), about, palette, chosen == key, asked == key)


def would_be(studio: Studio, changes: Mapping[str, Any]) -> Bill:
    """Work out what would be out of date if the film had other settings: the film itself is left as it is."""
    other = copy.copy(studio.film.project)
    for name, value in changes.items():
        setattr(other, name, value)
    film = staging.with_project(studio.film, other)
    then = graph.work_out(film)
    fresh = {pk for pk, state in studio.graph.states.items() if state is State.FRESH}
    slots = [
        slot
        for place in then.places
        if (slot := then.slots[place]).pk in fresh and then.states[slot.pk] is not State.FRESH
    ]
    slots += _after(studio, slots)
    return Reckoning(replace(studio, film=film, graph=then)).bill(slots)


def _after(studio: Studio, slots: list[Slot]) -> list[Slot]:
    """What is made from pieces that would change: clips from pictures, the film from everything."""
    known = {slot.pk for slot in slots}
    frames = {slot.shot_id for slot in slots if slot.role == Slot.Role.FRAME}
    found = []
    for place in studio.graph.places:
        slot = studio.graph.slots[place]
        follows = (slot.role == Slot.Role.CLIP and slot.shot_id in frames) or slot.role == Slot.Role.EXPORT
        if slots and follows and slot.pk not in known and slot.selected_take is not None:
            found.append(slot)
    return found


@dataclass(frozen=True)
class Told:
    """One finding that a film was planned with."""

    words: str
    is_used: bool


@dataclass(frozen=True)
class Notes:
    """What the planner says, and what it knew from the numbers of earlier films."""

    notes: tuple[str, ...]
    findings: tuple[Told, ...]


def notes(studio: Studio) -> Part:
    """Return what the planner wants the user to know."""
    project = studio.film.project
    told = tuple(
        Told(str(finding["sentence"]), finding["key"] in project.used_findings) for finding in project.findings
    )
    return Part("storynotes", "generation/story/_notes.html", Notes(tuple(map(str, project.notes)), told))
