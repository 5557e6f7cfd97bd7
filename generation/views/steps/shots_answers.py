"""What changes of scenes and shots have in common: whose row it is, and an answer with a way back or both versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from entities.models import Entity, Look, Set
from generation.http import StudioRequest, wants_partial
from generation.views import film as pages
from generation.views.access import to_change
from generation.views.steps.answers import both_versions, tell_undoable
from generation.views.steps.shots_forms import PartialForm
from projects import editing, journal
from projects.models import Casting, Edit, Project, Scene, Shot


def shot_to_change(request: StudioRequest, film_id: int, shot_id: int) -> Shot:
    rows = Shot.objects.select_related("scene__project", "segment")
    shot: Shot = to_change(request, rows, shot_id, scene__project=film_id, scene__removed_at=None)
    return shot


def scene_to_change(request: StudioRequest, film_id: int, scene_id: int) -> Scene:
    scene: Scene = to_change(request, Scene.objects.select_related("project"), scene_id, project=film_id)
    return scene


def casting_to_change(request: StudioRequest, film_id: int, casting_id: int) -> Casting:
    rows = Casting.objects.select_related("shot__scene__project", "entity")
    return to_change(request, rows, casting_id, shot__scene__project=film_id)


def chosen_entity(request: StudioRequest, project: Project) -> Entity:
    """Return who or what was chosen, of the film's own library."""
    chosen = request.POST.get("entity", "")
    rows = Entity.everything.filter(library=project.library_id).exclude(kind=Entity.Kind.SET)
    entity: Entity = get_object_or_404(rows, pk=int(chosen) if chosen.isdigit() else 0)
    return entity


def number_of(shot: Shot) -> str:
    return f"{shot.scene.position + 1}.{shot.position + 1}"


def film_of(casting: Casting) -> Project:
    if casting.shot is None:
        raise Http404
    return casting.shot.scene.project


def place_asked(request: StudioRequest, position: int) -> int:
    to, by = request.POST.get("to", ""), request.POST.get("by", "")
    if to.isdigit():
        return min(int(to), 100_000)
    return max(0, position + (int(by) if by in {"-1", "1"} else 0))


def named(form: PartialForm, whose: str) -> str:
    """Name a change for the list of edits: “Size of shot 1.2”."""
    labels = [str(field.label) for field in form.fields.values()]
    return f"{', '.join(labels)} · {whose}"


def do(
    request: StudioRequest, project: Project, done: str, deed: Callable[[], object], *, opens: bool = False
) -> HttpResponse:
    """Do something to a plan and say so, with a way back; or say why it cannot be done. `opens` shows what was made."""
    try:
        made = deed()
    except editing.NotPossible as error:
        messages.error(request, str(error))
        return pages.answer(request, project)
    if made is not None:
        _tell(request, project, done)
    if opens and isinstance(made, Shot | Scene):
        return _answer_open(request, project, made)
    return pages.answer(request, project)


def _answer_open(request: StudioRequest, project: Project, made: Shot | Scene) -> HttpResponse:
    """Answer with the page on which what was made is open; a script writes it into the address."""
    name = "shot" if isinstance(made, Shot) else "scene"
    request.GET = QueryDict(f"{name}={made.pk}")
    response = pages.answer(request, project)
    if wants_partial(request):
        response["HX-Trigger"] = f'{{"shots:opened": "?{name}={made.pk}"}}'
    return response


def _tell(request: StudioRequest, project: Project, done: str) -> None:
    """Say what was done, with a button that takes it back."""
    edit = Edit.objects.filter(project=project, user=request.user, undone_at=None).only("pk").order_by("-pk").first()
    if edit is None:
        messages.success(request, done)
    else:
        tell_undoable(request, done, reverse("generation:shots-undo", args=(project.pk, edit.pk)))


def store(
    request: StudioRequest, project: Project, row: Shot | Scene | Casting, form: PartialForm, done: str
) -> HttpResponse:
    """Store the fields of a form that were changed; show both versions where somebody else changed the same ones."""
    if not form.is_valid():
        messages.error(request, form.problem)
        return pages.answer(request, project)
    try:
        edit = editing.change(row, form.values, was=form.was, by_id=request.user.pk, label=done)
    except journal.Conflict as conflict:
        return _conflicted(request, project, conflict, form)
    except type(row).DoesNotExist as error:
        raise Http404 from error
    if edit is not None:
        _tell(request, project, _("Saved: %s") % done)
    return pages.answer(request, project)


def _conflicted(
    request: StudioRequest, project: Project, conflict: journal.Conflict, form: PartialForm
) -> HttpResponse:
    """Show what the other one wrote beside what the user wrote, each a press away."""
    fields = [
        {
            "name": name,
            "label": form.fields[name].label,
            "theirs": "" if theirs is None else theirs,
            "yours": "" if yours is None else yours,
            "theirs_words": _read(name, theirs),
            "yours_words": _read(name, yours),
        }
        for name, (theirs, yours) in conflict.fields.items()
    ]
    return both_versions(request, project, "shots", {"fields": fields})


def _read(name: str, value: Any) -> str:
    if value in (None, ""):
        return _("nothing")
    if name == "set_id":
        return str(Set.everything.filter(pk=value).values_list("name", flat=True).first() or value)
    if name == "look_id":
        return str(Look.objects.filter(pk=value).values_list("name", flat=True).first() or value)
    return str(value).replace("_", " ") if " " not in str(value) else str(value)
