"""What is done to scenes and shots: each view changes the plan by `projects.editing` and answers with what looks
different now. Every change says how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from entities.models import Entity, Look, Set
from generation import graph, services
from generation.film import load
from generation.forms_shots import CastingForm, PartialForm, SceneForm, ShotForm
from generation.http import StudioRequest, wants_partial
from generation.models import Job, Run, Slot
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.views import film as pages
from generation.views.access import film_to_change, to_change
from generation.views.steps.shots_standing import Standing
from projects import editing, journal
from projects.models import Casting, Edit, Project, Scene, Segment, Shot


def _shot(request: StudioRequest, film_id: int, shot_id: int) -> Shot:
    rows = Shot.objects.select_related("scene__project", "segment")
    return to_change(request, rows, shot_id, scene__project=film_id, scene__removed_at=None)


def _scene(request: StudioRequest, film_id: int, scene_id: int) -> Scene:
    return to_change(request, Scene.objects.select_related("project"), scene_id, project=film_id)


def _casting(request: StudioRequest, film_id: int, casting_id: int) -> Casting:
    rows = Casting.objects.select_related("shot__scene__project", "entity")
    return to_change(request, rows, casting_id, shot__scene__project=film_id)


def _entity(request: StudioRequest, project: Project) -> Entity:
    """Return who or what was chosen, of the film's own library."""
    chosen = request.POST.get("entity", "")
    rows = Entity.everything.filter(library=project.library_id).exclude(kind=Entity.Kind.SET)
    entity: Entity = get_object_or_404(rows, pk=int(chosen) if chosen.isdigit() else 0)
    return entity


# --- Answers ---------------------------------------------------------------------------------------


def _do(
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
    context = {"words": done, "edit_id": edit.pk if edit else 0, "film_id": project.pk}
    words = render_to_string("generation/shots/_done.html", context, request)
    messages.success(request, mark_safe(words.strip()))  # noqa: S308  (a template has escaped it)


def _changed(
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
        _tell(request, project, done)
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
    context = {"fields": fields, "action": request.path, "film": project, "title": project, "nav": "films"}
    if not wants_partial(request):
        return render(request, "generation/shots/conflict.html", context, status=409)
    response = pages.changed(request, project, pages.step_of(request))
    response.content += render_to_string("generation/shots/_conflict.html", {**context, "oob": True}, request).encode()
    response.status_code = 409
    return response


def _read(name: str, value: Any) -> str:
    if value in (None, ""):
        return _("nothing")
    if name == "set_id":
        return str(Set.everything.filter(pk=value).values_list("name", flat=True).first() or value)
    if name == "look_id":
        return str(Look.objects.filter(pk=value).values_list("name", flat=True).first() or value)
    return str(value).replace("_", " ") if " " not in str(value) else str(value)


# --- Fields ----------------------------------------------------------------------------------------


@require_POST
def change_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Store what was changed about a shot."""
    shot = _shot(request, film_id, shot_id)
    data = request.POST.copy()
    nudge = data.get("nudge", "")
    if nudge.lstrip("-").isdigit() and data.get("was-lead_ms", "").lstrip("-").isdigit():
        data["lead_ms"] = str(int(data["was-lead_ms"]) + int(nudge))
    form = ShotForm(data)
    return _changed(request, shot.scene.project, shot, form, _what(form, _("shot %s") % _number(shot)))


@require_POST
def write_prompt(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Keep a prompt written by hand, or go back to the one that is built from the fields."""
    shot = _shot(request, film_id, shot_id)
    data = request.POST.copy()
    if data.get("prompt", "").strip() == data.get("was-prompt", "").replace("\r\n", "\n").strip():
        return pages.answer(request, shot.scene.project)
    if not data.get("is_own"):
        data["was-prompt"] = ""  # what stood there was built, not written
    form = ShotForm({name: data[name] for name in ("prompt", "was-prompt") if name in data})
    words = (
        _("Prompt of shot %s written by hand") if data.get("prompt", "").strip() else _("Prompt of shot %s built again")
    )
    return _changed(request, shot.scene.project, shot, form, words % _number(shot))


@require_POST
def change_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Store what was changed about a scene."""
    scene = _scene(request, film_id, scene_id)
    form = SceneForm(request.POST, library_id=scene.project.library_id)
    return _changed(request, scene.project, scene, form, _what(form, _("scene %d") % (scene.position + 1)))


@require_POST
def change_casting(request: StudioRequest, film_id: int, casting_id: int) -> HttpResponse:
    """Store what was changed about somebody in a shot."""
    casting = _casting(request, film_id, casting_id)
    form = CastingForm(request.POST, entity_id=casting.entity_id)
    return _changed(request, _film_of(casting), casting, form, _what(form, casting.entity.name))


def _what(form: PartialForm, whose: str) -> str:
    """Name a change for the list of edits: “Size of shot 1.2”."""
    labels = [str(field.label) for field in form.fields.values()]
    return f"{', '.join(labels)} · {whose}"


def _number(shot: Shot) -> str:
    return f"{shot.scene.position + 1}.{shot.position + 1}"


def _film_of(casting: Casting) -> Project:
    if casting.shot is None:
        raise Http404
    return casting.shot.scene.project


# --- Shots -----------------------------------------------------------------------------------------


@require_POST
def move_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Show a shot at another place of its scene: `to` counts from 0, `by` from where it is."""
    shot = _shot(request, film_id, shot_id)
    to = _place(request, shot.position)
    return _do(
        request,
        shot.scene.project,
        _("Shot moved"),
        lambda: editing.move_shot(shot, to, by_id=request.user.pk),
    )


def _place(request: StudioRequest, position: int) -> int:
    to, by = request.POST.get("to", ""), request.POST.get("by", "")
    if to.isdigit():
        return min(int(to), 100_000)
    return max(0, position + (int(by) if by in {"-1", "1"} else 0))


@require_POST
def duplicate_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make another shot like this one, after it."""
    shot = _shot(request, film_id, shot_id)
    return _do(
        request,
        shot.scene.project,
        _("Shot duplicated"),
        lambda: editing.duplicate_shot(shot, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def add_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make a plain shot after this one."""
    shot = _shot(request, film_id, shot_id)
    return _do(
        request,
        shot.scene.project,
        _("Shot added"),
        lambda: editing.add_shot(shot, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def join_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Show this shot for the next one too."""
    shot = _shot(request, film_id, shot_id)
    return _do(
        request,
        shot.scene.project,
        _("Shots joined"),
        lambda: editing.merge_shot(shot, by_id=request.user.pk),
    )


@require_POST
def remove_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Take a shot out. What was made for it is kept."""
    shot = _shot(request, film_id, shot_id)
    return _do(
        request,
        shot.scene.project,
        _("Shot %s removed") % _number(shot),
        lambda: editing.remove_shot(shot, by_id=request.user.pk),
    )


@require_POST
def trim_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Let a shot begin at another word, or divide it there."""
    shot = _shot(request, film_id, shot_id)
    project = shot.scene.project
    line, _colon, number = request.POST.get("at", "").partition(":")
    if not (line.isdigit() and number.isdigit()):
        raise Http404
    segment = get_object_or_404(Segment, pk=int(line), project=film_id)
    if request.POST.get("do") == "divide":
        return _do(
            request,
            project,
            _("Shot divided"),
            lambda: editing.split_shot(shot, segment, int(number), by_id=request.user.pk),
            opens=True,
        )
    if request.POST.get("was-at", "") not in {"", f"{shot.segment_id}:{shot.from_word}"}:
        messages.error(request, _("Somebody else trimmed this shot meanwhile. It is shown as it is now: look again."))
        return pages.answer(request, project)
    return _do(
        request,
        project,
        _("Shot trimmed"),
        lambda: editing.trim_shot(shot, segment, int(number), shot.lead_ms, by_id=request.user.pk),
    )


@require_POST
def cast_in_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Put somebody or something into a shot."""
    shot = _shot(request, film_id, shot_id)
    entity = _entity(request, shot.scene.project)
    return _do(
        request,
        shot.scene.project,
        _("%s is in the shot") % entity.name,
        lambda: editing.cast_in_shot(shot, entity.pk, by_id=request.user.pk),
    )


@require_POST
def uncast(request: StudioRequest, film_id: int, casting_id: int) -> HttpResponse:
    """Take somebody or something out of a shot."""
    casting = _casting(request, film_id, casting_id)
    return _do(
        request,
        _film_of(casting),
        _("%s is not in the shot any more") % casting.entity.name,
        lambda: editing.uncast(casting, by_id=request.user.pk),
    )


# --- Scenes ----------------------------------------------------------------------------------------


@require_POST
def add_first_scene(request: StudioRequest, film_id: int) -> HttpResponse:
    """Add a scene before all others."""
    project = film_to_change(request, film_id)
    return _do(
        request,
        project,
        _("Scene added"),
        lambda: editing.add_scene(project.pk, None, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def move_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Tell a scene earlier or later."""
    scene = _scene(request, film_id, scene_id)
    to = _place(request, scene.position)
    return _do(
        request,
        scene.project,
        _("Scene moved"),
        lambda: editing.move_scene(scene, to, by_id=request.user.pk),
    )


@require_POST
def add_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Add a silent scene after this one."""
    scene = _scene(request, film_id, scene_id)
    return _do(
        request,
        scene.project,
        _("Scene added"),
        lambda: editing.add_scene(scene.project_id, scene, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def duplicate_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Tell a scene twice."""
    scene = _scene(request, film_id, scene_id)
    return _do(
        request,
        scene.project,
        _("Scene duplicated"),
        lambda: editing.duplicate_scene(scene, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def join_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Join a scene with the next one."""
    scene = _scene(request, film_id, scene_id)
    return _do(
        request,
        scene.project,
        _("Scenes joined"),
        lambda: editing.merge_scene(scene, by_id=request.user.pk),
    )


@require_POST
def divide_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Make a scene of its own of all from a line on."""
    scene = _scene(request, film_id, scene_id)
    line = request.POST.get("line", "")
    segment = get_object_or_404(Segment, pk=int(line) if line.isdigit() else 0, scene=scene)
    return _do(
        request,
        scene.project,
        _("Scene divided"),
        lambda: editing.split_scene(scene, segment, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def divide_scene_at(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make a scene of its own of all from a shot on."""
    shot = _shot(request, film_id, shot_id)
    return _do(
        request,
        shot.scene.project,
        _("Scene divided"),
        lambda: editing.split_scene(shot.scene, shot.segment, by_id=request.user.pk),
    )


@require_POST
def remove_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Take a scene out, with all that is said and seen in it. What was made for it is kept."""
    scene = _scene(request, film_id, scene_id)
    return _do(
        request,
        scene.project,
        _("Scene %d removed") % (scene.position + 1),
        lambda: editing.remove_scene(scene, by_id=request.user.pk),
    )


@require_POST
def cast_in_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Put somebody or something into a scene, or take them out of it and of its shots."""
    scene = _scene(request, film_id, scene_id)
    entity = _entity(request, scene.project)
    if request.POST.get("do") == "remove":
        return _do(
            request,
            scene.project,
            _("%s is not in the scene any more") % entity.name,
            lambda: editing.uncast_from_scene(scene, entity.pk, by_id=request.user.pk),
        )
    return _do(
        request,
        scene.project,
        _("%s is in the scene") % entity.name,
        lambda: editing.cast_in_scene(scene, entity.pk, by_id=request.user.pk),
    )


@require_POST
def dress(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Give somebody a look for a whole scene."""
    scene = _scene(request, film_id, scene_id)
    entity = _entity(request, scene.project)
    chosen = request.POST.get("look", "")
    look = get_object_or_404(Look, pk=int(chosen), character=entity.pk) if chosen.isdigit() else None
    return _do(
        request,
        scene.project,
        _("%s wears another look in this scene") % entity.name,
        lambda: editing.dress_in_scene(scene, entity.pk, look.pk if look else None, by_id=request.user.pk),
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
        messages.success(request, _("Taken back: %s") % edit.label)
    return pages.answer(request, project)


# --- Making ----------------------------------------------------------------------------------------


@require_POST
def make_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make what is missing or out of date of a shot, else `what` of it once more."""
    shot = _shot(request, film_id, shot_id)
    project = shot.scene.project
    what = request.POST.get("what", "")
    try:
        asked = _again(request, project, shot, what) if what in _ROLES else _missing(request, project, shot)
    except services.AlreadyActive:
        messages.info(request, _("It is being made already."))
    except (services.OverBudget, NoOffer, OverLimit) as error:
        messages.error(request, str(error))
    except NotYet as error:
        messages.info(request, _("This has to wait for %s.") % error)
    else:
        words = _("Shot %s is being made again.") if asked else _("Shot %s is up to date.")
        messages.success(request, words % _number(shot))
    return pages.answer(request, project)


_ROLES = {"frame": Slot.Role.FRAME, "clip": Slot.Role.CLIP}


def _again(request: StudioRequest, project: Project, shot: Shot, what: str) -> bool:
    film = services.ensure_slots(load(project.pk))
    slot = film.slot("shot", shot.pk, _ROLES[what])
    if slot is None:
        raise NotYet(_("its place in the film"))
    services.request_take(film, slot, requested_by_id=request.user.pk, again=True)
    return True


def _missing(request: StudioRequest, project: Project, shot: Shot) -> bool:
    """Ask for the first piece of a shot that is not up to date; for the next one too where the first was there."""
    for _piece in _ROLES:
        film = services.ensure_slots(load(project.pk))
        states = graph.work_out(film).states
        slots = Standing(film, graph.work_out(film)).slots(shot)
        wanted = next((slot for slot in slots if states.get(slot.pk) is not graph.State.FRESH), None)
        if wanted is None:
            return False
        if isinstance(services.request_take(film, wanted, requested_by_id=request.user.pk), Job):
            return True
    return True


@require_POST
def make_all(request: StudioRequest, film_id: int) -> HttpResponse:
    """Make everything that is out of date, for the price that was shown."""
    project = film_to_change(request, film_id)
    film = services.ensure_slots(load(project.pk))
    standing = Standing(film, graph.work_out(film))
    worth = standing.worth(standing.stale(film.shots))
    open_run = Run.objects.filter(project=project, state__in=Run.OPEN).first()
    until = open_run.until if open_run and open_run.until == Run.Gate.EXPORT else Run.Gate.CLIPS
    services.start_run(project, until=until, requested_by_id=request.user.pk, budget_micros=worth.micros or 0)
    messages.success(request, _("Making %s.") % worth.pieces if not worth.is_nothing else _("All is up to date."))
    return pages.answer(request, project)


@require_POST
def plan_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Have the shots of a scene planned that has none."""
    scene = _scene(request, film_id, scene_id)
    film = services.ensure_slots(load(scene.project_id))
    slot = film.slot("scene", scene.pk, Slot.Role.SHOTS)
    if slot is None or film.shots_by_scene.get(scene.pk):
        messages.info(request, _("This scene has its shots already."))
        return pages.answer(request, scene.project)
    try:
        services.request_take(film, slot, requested_by_id=request.user.pk)
    except services.AlreadyActive:
        messages.info(request, _("Its shots are being planned already."))
    except (services.OverBudget, NoOffer, OverLimit) as error:
        messages.error(request, str(error))
    except NotYet as error:
        messages.info(request, _("This has to wait for %s.") % error)
    return pages.answer(request, scene.project)
