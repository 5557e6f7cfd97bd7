"""Making shots again: one, or all that is out of date, for the price that the page shows."""

from __future__ import annotations

from contextlib import suppress

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from generation import graph, services
from generation.film import load
from generation.http import StudioRequest
from generation.models import Job, Slot
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.views import film as pages
from generation.views.access import film_to_change
from generation.views.steps.shots_answers import (
    number_of,
    scene_to_change,
    shot_to_change,
)
from generation.views.steps.shots_standing import Standing
from projects.models import Project, Shot


@require_POST
def make_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make what is missing or out of date of a shot, else `what` of it once more."""
    shot = shot_to_change(request, film_id, shot_id)
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
        messages.success(request, words % number_of(shot))
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
        standing = Standing(film, graph.work_out(film))
        states = standing.graph.states
        wanted = next((slot for slot in standing.slots(shot) if states.get(slot.pk) is not graph.State.FRESH), None)
        if wanted is None:
            return False
        if isinstance(services.request_take(film, wanted, requested_by_id=request.user.pk), Job):
            return True
    return True


@require_POST
def make_all(request: StudioRequest, film_id: int) -> HttpResponse:
    """Make everything that is out of date, for the price that was shown: of each shot the picture before its clip.

    No run is started: a run also plans what it thinks is not planned yet, and nobody has asked for that.
    """
    project = film_to_change(request, film_id)
    film = services.ensure_slots(load(project.pk))
    standing = Standing(film, graph.work_out(film))
    worth = standing.worth(standing.stale(film.shots))
    try:
        for shot in film.shots:
            for slot in standing.stale([shot])[:1]:
                _ask(request, standing, slot)
    except (services.OverBudget, NoOffer, OverLimit) as error:
        messages.error(request, str(error))
    else:
        words = _("All is up to date.") if worth.is_nothing else _("Making %s.") % worth.pieces
        messages.success(request, words)
    return pages.answer(request, project)


def _ask(request: StudioRequest, standing: Standing, slot: Slot) -> None:
    recipe = standing.graph.recipes[slot.pk]
    with suppress(services.AlreadyActive):
        services.request_take(standing.film, slot, recipe=recipe, requested_by_id=request.user.pk)


@require_POST
def plan_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Have the shots of a scene planned that has none."""
    scene = scene_to_change(request, film_id, scene_id)
    film = services.ensure_slots(load(scene.project_id))
    slot = film.slot("scene", scene.pk, Slot.Role.SHOTS)
    if slot is None and not film.shots_by_scene.get(scene.pk):
        messages.info(request, _("This scene was made by hand and is in no plan. Add its first shot yourself."))
        return pages.answer(request, scene.project)
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
