"""What the timeline asks for: the cut as JSON, an edge put elsewhere, another part of a clip, a change taken back."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import transaction
from django.http import HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST, require_safe

from generation.film import load
from generation.http import StudioRequest
from generation.views import wording
from generation.views.access import film_to_change, film_to_see, to_change
from generation.views.steps.base import open_studio
from generation.views.steps.cut_data import anchor_of, timeline, with_guessed_times
from generation.views.steps.cut_trim import beginning_at
from projects import editing, journal
from projects.editing import NotPossible
from projects.journal import Conflict
from projects.models import Edit, Project, Shot

_SHOTS = Shot.objects.select_related("scene", "segment")


@require_safe
def cut(request: StudioRequest, film_id: int) -> HttpResponse:
    """Send the cut; nothing (304) to whoever has it already."""
    project = film_to_see(request, film_id)
    body = json.dumps(timeline(open_studio(request, project)), ensure_ascii=False, separators=(",", ":"))
    etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(body, content_type="application/json", headers=headers)


@require_POST
def trim(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Let a shot begin at another moment, `at_ms`. `was` says where it began when the user took hold of its edge."""
    project = film_to_change(request, film_id)
    shot = to_change(request, _SHOTS, shot_id, scene__project=project)
    try:
        edit = _trim(request, project, shot, _number(request, "at_ms"))
    except NotPossible as error:
        return _refused(request, project, str(error))
    return _changed(request, project, edit)


@require_POST
def slip(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Let another part of a shot's clip be seen: the one that begins at `in_ms`."""
    project = film_to_change(request, film_id)
    shot = to_change(request, _SHOTS, shot_id, scene__project=project)
    values, was = {"clip_in_ms": max(0, _number(request, "in_ms"))}, {"clip_in_ms": _number(request, "was")}
    try:
        edit = editing.change(
            shot, values, was=was, by_id=request.user.pk, label=gettext_noop("Show another part of a clip")
        )
    except Conflict:
        return _refused(request, project, _("Somebody else has changed this shot. This is how it is now."))
    return _changed(request, project, edit)


@require_POST
def undo(request: StudioRequest, film_id: int, edit_id: int) -> HttpResponse:
    """Take a change back."""
    project = film_to_change(request, film_id)
    edit = to_change(request, Edit.objects.all(), edit_id, project=project)
    if edit.undone_at:
        return _refused(request, project, _("This was taken back already."))
    try:
        journal.undo(edit, request.user.pk)
    except Conflict:
        return _refused(request, project, _("Somebody has changed the same since, so it was left as it is."))
    return _changed(request, project, None)


def _trim(request: StudioRequest, project: Project, shot: Shot, at_ms: int) -> Edit | None:
    with transaction.atomic():
        Project.objects.select_for_update().only("pk").get(pk=project.pk)
        film = with_guessed_times(load(project.pk))
        fresh = film.shots[film.shot_index[shot.pk]]
        if request.POST.get("was") != anchor_of(fresh):
            raise NotPossible(_("Somebody else has moved this cut. This is how it is now."))
        begins = beginning_at(film, fresh, at_ms)
        return editing.trim_shot(shot, begins.segment, begins.word, begins.lead_ms, by_id=request.user.pk)


def _number(request: StudioRequest, name: str) -> int:
    """A whole number of milliseconds from a form; what is none counts as 0, what is beyond any film as a day."""
    text = request.POST.get(name, "")
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    return sign * min(int(digits[:12]), 86_400_000) if digits.isascii() and digits.isdecimal() else 0


def _changed(request: StudioRequest, project: Project, edit: Edit | None) -> JsonResponse:
    """Answer with the cut as it is now, and what can be taken back."""
    done = {"edit": edit.pk, "label": wording.deed(edit.label)} if edit else {}
    return _answer(request, project, done)


def _refused(request: StudioRequest, project: Project, sentence: str) -> JsonResponse:
    return _answer(request, project, {"says": sentence}, status=409)


def _answer(request: StudioRequest, project: Project, facts: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse({**facts, "timeline": timeline(open_studio(request, project))}, status=status)
