"""What is done to lines and voices: each view changes the script and answers with what looks different now."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from entities.models import Character
from entities.services import create_entity
from generation.http import StudioRequest
from generation.models import Slot, Take
from generation.services.asking import ask_for
from generation.services.choices import choose_take
from generation.views import film as pages
from generation.views import wording
from generation.views.access import film_to_change, to_change
from generation.views.once import once
from generation.views.steps import script_tools
from generation.views.steps.answers import Labels, attempt, clean, newest_edit, plainly, whole
from generation.views.steps.base import open_studio
from generation.views.steps.bills import Reckoning
from generation.views.steps.undoing import take_back
from projects import editing
from projects.models import Edit, Project, Segment

NEW = "new"
MOST_PAUSE_S = 30
MOST_BEFORE_S = 10
MOST_TEXT = 5_000


def _line(request: StudioRequest, film_id: int, line_id: int) -> Segment:
    rows: QuerySet[Segment] = Segment.objects.select_related("project", "speaker")
    return to_change(request, rows, line_id, project=film_id)


def _labels() -> Labels:
    return {
        "text": ("text", _("Words")),
        "direction": ("direction", _("Direction")),
        "speaker_id": ("speaker", _("Speaker")),
        "pause_before_ms": ("before", _("Pause before")),
        "pause_ms": ("pause", _("Length of the pause")),
        "sounds": ("sounds", _("Effects")),
    }


def _read(name: str, value: Any) -> str:
    if name == "speaker_id":
        return str(Character.everything.filter(pk=value).values_list("name", flat=True).first() or _("Narrator"))
    if name == "sounds":
        return ", ".join(str(sound["sound"]) for sound in value) or _("nothing")
    return f"{value / 1000:g} s" if name.endswith("_ms") else plainly(name, value)


# --- The line itself ------------------------------------------------------------------------------


@require_safe
def tools(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Send what can be done with a line."""
    segment = _line(request, film_id, line_id)
    studio = open_studio(request, segment.project)
    row = next((row for row in studio.film.segments if row.pk == segment.pk), segment)
    context = {"tools": script_tools.tools(studio, row), "effects": script_tools.EFFECTS}
    return render(request, "generation/script/_tools.html", context)


@require_POST
def change(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Store what was written; fields that were not touched are left to whoever else is at them."""
    segment = _line(request, film_id, line_id)
    values, was, problem = _written(request, segment)
    if problem:
        messages.error(request, problem)
        return pages.answer(request, segment.project)
    if not values:
        return pages.answer(request, segment.project)
    done = _named(values, segment)

    def deed() -> Edit | None:
        return editing.change_line(segment, values, was=was, by_id=request.user.pk, label=done)

    return attempt(request, segment.project, done, deed, _labels(), _read)


def _written(request: StudioRequest, segment: Segment) -> tuple[dict[str, Any], dict[str, Any], str]:
    """Return the fields that were changed, what the user saw in them, and why they cannot be stored."""
    values: dict[str, Any] = {}
    was: dict[str, Any] = {}
    for name, column in (
        ("text", "text"),
        ("direction", "direction"),
        ("before", "pause_before_ms"),
        ("pause", "pause_ms"),
    ):
        sent, seen = request.POST.get(name), clean(request.POST.get(f"was-{name}", ""))
        if sent is None or clean(sent) == seen:
            continue
        try:
            values[column], was[column] = _value(name, clean(sent)), _value(name, seen, is_seen=True)
        except ValueError as error:
            return {}, {}, str(error)
    return _with_speaker(request, segment, values, was)


def _value(name: str, text: str, *, is_seen: bool = False) -> str | int:
    """Read a field. Raise `ValueError` with a sentence."""
    if name == "text":
        if len(text) > MOST_TEXT and not is_seen:
            raise ValueError(_("A line has up to %s characters: divide it.") % f"{MOST_TEXT:,}")
        return text
    if name == "direction":
        return text if is_seen else text.strip("() ")[:200]
    most = MOST_PAUSE_S if name == "pause" else MOST_BEFORE_S
    try:
        seconds = float(text.replace(",", ".") or 0)
    except ValueError:
        seconds = -1.0
    if not is_seen and (not 0 <= seconds <= most or (name == "pause" and seconds < 0.1)):
        raise ValueError(_("Give a length in seconds, up to %d.") % most)
    return round(seconds * 1000)


def _with_speaker(
    request: StudioRequest, segment: Segment, values: dict[str, Any], was: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any], str]:
    sent, seen = request.POST.get("speaker"), request.POST.get("was-speaker", "")
    if sent is None or sent == seen or segment.kind == Segment.Kind.PAUSE:
        return values, was, ""
    if sent == NEW:
        name = " ".join(request.POST.get("new_name", "").split())[:120]
        if not name:
            return values, was, ""
        values["speaker_id"] = _somebody_called(request, segment.project, name).pk
    elif sent:
        person = _cast_of(segment.project).filter(pk=whole(sent) or 0).first()
        if person is None:
            return {}, {}, _("This character is not in the film any more.")
        values["speaker_id"] = person.pk
    else:
        values["speaker_id"] = None
    was["speaker_id"] = whole(seen)
    return values, was, ""


def _cast_of(project: Project) -> QuerySet[Character]:
    here = Q(castings__project=project) | Q(lines__project=project)
    cast: QuerySet[Character] = Character.everything.filter(here).distinct()
    return cast


def _somebody_called(request: StudioRequest, project: Project, name: str) -> Character:
    """Return who has a name in the film; somebody new where nobody has."""
    wanted = name.casefold()
    for person in _cast_of(project):
        if wanted in {person.name.casefold(), *(str(alias).casefold() for alias in person.aliases)}:
            return person
    with transaction.atomic():
        entity = create_entity(project.library, "character", name, by_id=request.user.pk)
        editing.cast_in_film(project, entity, by_id=request.user.pk)
    fresh: Character = Character.objects.get(pk=entity.pk)
    return fresh


def _named(values: dict[str, Any], segment: Segment) -> str:
    labels = _labels()
    what = ", ".join(labels[name][1].lower() for name in values if name in labels)
    return _("Line %(number)d: %(what)s") % {"number": segment.position + 1, "what": what}


@require_POST
def sounds(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Add an effect at a word, or take one away."""
    segment = _line(request, film_id, line_id)
    try:
        seen = [dict(sound) for sound in json.loads(request.POST.get("was-sounds", "[]"))]
    except (ValueError, TypeError):
        seen = list(segment.sounds)
    wanted = list(seen)
    name, gone = " ".join(request.POST.get("sound", "").split())[:40], whole(request.POST.get("remove", ""))
    if request.POST.get("sounds"):  # somebody who met another's change keeps their own list
        wanted = [dict(sound) for sound in json.loads(request.POST["sounds"])]
    elif gone is not None and gone < len(wanted):
        del wanted[gone]
    elif name and len(wanted) < 20:
        word = min(whole(request.POST.get("word", "")) or 0, max(0, len(segment.text.split()) - 1))
        wanted = sorted([*wanted, {"sound": name, "word": word}], key=lambda sound: int(str(sound["word"])))
    done = _("Line %d: effects") % (segment.position + 1)

    def deed() -> Edit | None:
        return editing.change_line(segment, {"sounds": wanted}, was={"sounds": seen}, by_id=request.user.pk, label=done)

    return attempt(request, segment.project, done, deed, _labels(), _read)


# --- Lines and their order ------------------------------------------------------------------------


def _made(request: StudioRequest, project: Project, done: str, deed: Callable[[], object]) -> HttpResponse:
    """Do something that leaves one change behind, and offer to take it back."""

    def edit() -> Edit | None:
        return newest_edit(project, request.user.pk) if deed() is not None else None

    return attempt(request, project, done, edit)


@require_POST
@once
def add(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Add a line or a pause after another one."""
    after = _line(request, film_id, line_id)
    if request.POST.get("kind") == "pause":
        seconds = {"kind": Segment.Kind.PAUSE, "pause_ms": 1500}
        return _made(
            request,
            after.project,
            _("Pause added"),
            lambda: editing.add_segment(after, by_id=request.user.pk, **seconds),
        )
    text = clean(request.POST.get("text", ""))[:MOST_TEXT]
    if not text:
        messages.error(request, _("Write what is said in the new line first."))
        return pages.answer(request, after.project)
    person = _cast_of(after.project).filter(pk=whole(request.POST.get("speaker", "")) or 0).first()
    fields = {
        "text": text,
        "kind": Segment.Kind.LINE if person else Segment.Kind.NARRATION,
        "speaker": person,
        "speaker_name": person.name if person else "",
    }
    return _made(
        request, after.project, _("Line added"), lambda: editing.add_segment(after, by_id=request.user.pk, **fields)
    )


@require_POST
def divide(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Make two lines of one, at a word."""
    segment = _line(request, film_id, line_id)
    word = whole(request.POST.get("word", "")) or 0
    return _made(
        request,
        segment.project,
        _("Line divided"),
        lambda: editing.split_segment(segment, word, by_id=request.user.pk),
    )


@require_POST
def move(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Say a line earlier or later in its scene."""
    segment = _line(request, film_id, line_id)
    to = whole(request.POST.get("to", ""))
    if to is None:
        return pages.answer(request, segment.project)
    return attempt(
        request, segment.project, _("Line moved"), lambda: editing.move_segment(segment, to, by_id=request.user.pk)
    )


@require_POST
def remove(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Take a line out; its recordings are kept."""
    segment = _line(request, film_id, line_id)
    return attempt(
        request, segment.project, _("Line removed"), lambda: editing.remove_segment(segment, by_id=request.user.pk)
    )


# --- Speaking ---------------------------------------------------------------------------------------


@require_POST
def speak(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Speak a line again: as it reads now, or once more where it has not changed."""
    segment = _line(request, film_id, line_id)
    studio = open_studio(request, segment.project)
    slot = studio.film.slot("segment", segment.pk, Slot.Role.SPEECH)
    _ask(request, studio.graph, [slot] if slot else [])
    return pages.answer(request, segment.project)


@require_POST
def speak_all(request: StudioRequest, film_id: int) -> HttpResponse:
    """Speak every line that was changed or never spoken."""
    project = film_to_change(request, film_id)
    studio = open_studio(request, project)
    _ask(request, studio.graph, Reckoning(studio).to_speak())
    return pages.answer(request, project)


def _ask(request: StudioRequest, worked_out: Any, slots: list[Slot]) -> None:
    asked = ask_for(worked_out, slots, requested_by_id=request.user.pk)
    for problem in asked.problems:
        messages.error(request, problem[:1].upper() + problem[1:] + ("" if problem.endswith((".", "?")) else "."))
    if asked.queued:
        messages.success(request, _("Being spoken: %s.") % wording.count(asked.queued, _("line"), _("lines")))
    elif asked.found:
        messages.success(request, _("This had been spoken before: that recording is used again."))


@require_POST
def use_take(request: StudioRequest, film_id: int, line_id: int) -> HttpResponse:
    """Use another recording of a line."""
    segment = _line(request, film_id, line_id)
    takes = Take.objects.filter(slot__segment=segment, slot__role=Slot.Role.SPEECH)
    take = takes.filter(pk=whole(request.POST.get("take", "")) or 0).first()
    if take is None:
        messages.error(request, _("This recording is not there any more."))
    else:
        choose_take(take)
        messages.success(request, _("Recording %d is used.") % take.number)
    return pages.answer(request, segment.project)


@require_POST
def undo(request: StudioRequest, film_id: int, edit_id: int) -> HttpResponse:
    """Take a change back."""
    edit = to_change(request, Edit.objects.select_related("project__library"), edit_id, project=film_id)
    take_back(request, edit)
    return pages.answer(request, edit.project)
