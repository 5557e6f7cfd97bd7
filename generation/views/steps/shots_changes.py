"""What is done to shots: each view changes the plan by `projects.editing` and answers with what looks different now."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from generation.http import StudioRequest
from generation.views import film as pages
from generation.views import wording
from generation.views.access import film_to_change, to_change
from generation.views.steps.shots_answers import (
    casting_to_change,
    chosen_entity,
    do,
    film_of,
    named,
    number_of,
    place_asked,
    shot_to_change,
    store,
)
from generation.views.steps.shots_forms import CastingForm, ShotForm
from projects import editing, journal
from projects.models import Edit, Segment


@require_POST
def change_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Store what was changed about a shot."""
    shot = shot_to_change(request, film_id, shot_id)
    data = request.POST.copy()
    nudge = data.get("nudge", "")
    if nudge.lstrip("-").isdigit() and data.get("was-lead_ms", "").lstrip("-").isdigit():
        data["lead_ms"] = str(int(str(data["was-lead_ms"])) + int(nudge))
    form = ShotForm(data)
    return store(request, shot.scene.project, shot, form, named(form, _("shot %s") % number_of(shot)))


@require_POST
def write_prompt(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Keep a prompt written by hand, or go back to the one that is built from the fields."""
    shot = shot_to_change(request, film_id, shot_id)
    data = request.POST.copy()
    if data.get("prompt", "").strip() == data.get("was-prompt", "").replace("\r\n", "\n").strip():
        return pages.answer(request, shot.scene.project)
    if not data.get("is_own"):
        data["was-prompt"] = ""  # what stood there was built, not written
    form = ShotForm({name: data[name] for name in ("prompt", "was-prompt") if name in data})
    words = (
        _("Prompt of shot %s written by hand") if data.get("prompt", "").strip() else _("Prompt of shot %s built again")
    )
    return store(request, shot.scene.project, shot, form, words % number_of(shot))


@require_POST
def change_casting(request: StudioRequest, film_id: int, casting_id: int) -> HttpResponse:
    """Store what was changed about somebody in a shot."""
    casting = casting_to_change(request, film_id, casting_id)
    form = CastingForm(request.POST, entity_id=casting.entity_id)
    return store(request, film_of(casting), casting, form, named(form, casting.entity.name))


# --- Shots -----------------------------------------------------------------------------------------


@require_POST
def move_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Show a shot at another place of its scene: `to` counts from 0, `by` from where it is."""
    shot = shot_to_change(request, film_id, shot_id)
    to = place_asked(request, shot.position)
    return do(
        request,
        shot.scene.project,
        _("Shot moved"),
        lambda: editing.move_shot(shot, to, by_id=request.user.pk),
    )


@require_POST
def duplicate_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make another shot like this one, after it."""
    shot = shot_to_change(request, film_id, shot_id)
    return do(
        request,
        shot.scene.project,
        _("Shot duplicated"),
        lambda: editing.duplicate_shot(shot, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def add_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make a plain shot after this one."""
    shot = shot_to_change(request, film_id, shot_id)
    return do(
        request,
        shot.scene.project,
        _("Shot added"),
        lambda: editing.add_shot(shot, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def join_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Show this shot for the next one too."""
    shot = shot_to_change(request, film_id, shot_id)
    return do(
        request,
        shot.scene.project,
        _("Shots joined"),
        lambda: editing.merge_shot(shot, by_id=request.user.pk),
    )


@require_POST
def remove_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Take a shot out. What was made for it is kept."""
    shot = shot_to_change(request, film_id, shot_id)
    return do(
        request,
        shot.scene.project,
        _("Shot %s removed") % number_of(shot),
        lambda: editing.remove_shot(shot, by_id=request.user.pk),
    )


@require_POST
def trim_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Let a shot begin at another word, or divide it there."""
    shot = shot_to_change(request, film_id, shot_id)
    project = shot.scene.project
    line, _colon, number = request.POST.get("at", "").partition(":")
    if not (line.isdigit() and number.isdigit()):
        raise Http404
    segment = get_object_or_404(Segment, pk=int(line), project=film_id)
    if request.POST.get("do") == "divide":
        return do(
            request,
            project,
            _("Shot divided"),
            lambda: editing.split_shot(shot, segment, int(number), by_id=request.user.pk),
            opens=True,
        )
    if request.POST.get("was-at", "") not in {"", f"{shot.segment_id}:{shot.from_word}"}:
        messages.error(request, _("Somebody else trimmed this shot meanwhile. It is shown as it is now: look again."))
        return pages.answer(request, project)
    return do(
        request,
        project,
        _("Shot trimmed"),
        lambda: editing.trim_shot(shot, segment, int(number), shot.lead_ms, by_id=request.user.pk),
    )


@require_POST
def cast_in_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Put somebody or something into a shot."""
    shot = shot_to_change(request, film_id, shot_id)
    entity = chosen_entity(request, shot.scene.project)
    return do(
        request,
        shot.scene.project,
        _("%s is in the shot") % entity.name,
        lambda: editing.cast_in_shot(shot, entity.pk, by_id=request.user.pk),
    )


@require_POST
def uncast(request: StudioRequest, film_id: int, casting_id: int) -> HttpResponse:
    """Take somebody or something out of a shot."""
    casting = casting_to_change(request, film_id, casting_id)
    return do(
        request,
        film_of(casting),
        _("%s is not in the shot any more") % casting.entity.name,
        lambda: editing.uncast(casting, by_id=request.user.pk),
    )


# --- Taking back -----------------------------------------------------------------------------------


@require_POST
def undo(request: StudioRequest, film_id: int, edit_id: int) -> HttpResponse:
    """Take a change back, or put back what was taken back."""
    edit = to_change(request, Edit.objects.all(), edit_id, project=film_id)
    project = film_to_change(request, film_id)
    if edit.undone_at is not None:
        messages.info(request, _("This was taken back already."))
        return pages.answer(request, project)
    try:
        journal.undo(edit, request.user.pk)
    except journal.Conflict:
        messages.error(
            request,
            _("This cannot be taken back alone: somebody changed the same since. Take the later change back first."),
        )
    else:
        messages.success(request, _("Taken back: %s") % wording.deed(edit.label))
    return pages.answer(request, project)
