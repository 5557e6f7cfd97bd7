"""What is done to scenes, and the answers: each view changes the plan by `projects.editing`."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from entities.models import Look
from generation.http import StudioRequest
from generation.views.access import film_to_change
from generation.views.steps.shots_answers import (
    chosen_entity,
    do,
    named,
    place_asked,
    scene_to_change,
    shot_to_change,
    store,
)
from generation.views.steps.shots_forms import SceneForm
from projects import editing
from projects.models import Segment


@require_POST
def change_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Store what was changed about a scene."""
    scene = scene_to_change(request, film_id, scene_id)
    form = SceneForm(request.POST, library_id=scene.project.library_id)
    return store(request, scene.project, scene, form, named(form, _("scene %d") % (scene.position + 1)))


@require_POST
def add_first_scene(request: StudioRequest, film_id: int) -> HttpResponse:
    """Add a scene before all others."""
    project = film_to_change(request, film_id)
    return do(
        request,
        project,
        _("Scene added"),
        lambda: editing.add_scene(project.pk, None, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def move_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Tell a scene earlier or later."""
    scene = scene_to_change(request, film_id, scene_id)
    to = place_asked(request, scene.position)
    return do(
        request,
        scene.project,
        _("Scene moved"),
        lambda: editing.move_scene(scene, to, by_id=request.user.pk),
    )


@require_POST
def add_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Add a silent scene after this one."""
    scene = scene_to_change(request, film_id, scene_id)
    return do(
        request,
        scene.project,
        _("Scene added"),
        lambda: editing.add_scene(scene.project_id, scene, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def duplicate_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Tell a scene twice."""
    scene = scene_to_change(request, film_id, scene_id)
    return do(
        request,
        scene.project,
        _("Scene duplicated"),
        lambda: editing.duplicate_scene(scene, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def join_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Join a scene with the next one."""
    scene = scene_to_change(request, film_id, scene_id)
    return do(
        request,
        scene.project,
        _("Scenes joined"),
        lambda: editing.merge_scene(scene, by_id=request.user.pk),
    )


@require_POST
def divide_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Make a scene of its own of all from a line on."""
    scene = scene_to_change(request, film_id, scene_id)
    line = request.POST.get("line", "")
    segment = get_object_or_404(Segment, pk=int(line) if line.isdigit() else 0, scene=scene)
    return do(
        request,
        scene.project,
        _("Scene divided"),
        lambda: editing.split_scene(scene, segment, by_id=request.user.pk),
        opens=True,
    )


@require_POST
def divide_scene_at(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Make a scene of its own of all from a shot on."""
    shot = shot_to_change(request, film_id, shot_id)
    return do(
        request,
        shot.scene.project,
        _("Scene divided"),
        lambda: editing.split_scene(shot.scene, shot.segment, by_id=request.user.pk),
    )


@require_POST
def remove_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Take a scene out, with all that is said and seen in it. What was made for it is kept."""
    scene = scene_to_change(request, film_id, scene_id)
    return do(
        request,
        scene.project,
        _("Scene %d removed") % (scene.position + 1),
        lambda: editing.remove_scene(scene, by_id=request.user.pk),
    )


@require_POST
def cast_in_scene(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Put somebody or something into a scene, or take them out of it and of its shots."""
    scene = scene_to_change(request, film_id, scene_id)
    entity = chosen_entity(request, scene.project)
    if request.POST.get("do") == "remove":
        return do(
            request,
            scene.project,
            _("%s is not in the scene any more") % entity.name,
            lambda: editing.uncast_from_scene(scene, entity.pk, by_id=request.user.pk),
        )
    return do(
        request,
        scene.project,
        _("%s is in the scene") % entity.name,
        lambda: editing.cast_in_scene(scene, entity.pk, by_id=request.user.pk),
    )


@require_POST
def dress(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Give somebody a look for a whole scene."""
    scene = scene_to_change(request, film_id, scene_id)
    entity = chosen_entity(request, scene.project)
    chosen = request.POST.get("look", "")
    look = get_object_or_404(Look, pk=int(chosen), character=entity.pk) if chosen.isdigit() else None
    return do(
        request,
        scene.project,
        _("%s wears another look in this scene") % entity.name,
        lambda: editing.dress_in_scene(scene, entity.pk, look.pk if look else None, by_id=request.user.pk),
    )
