"""What can be done on the export step: make the film in a format, choose how its captions look."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from generation import recipes, services
from generation.film import load
from generation.http import StudioRequest
from generation.media.caption_styles import caption_style_choices
from generation.media.formats import QUALITIES, SHAPES, variant_of
from generation.media.safe_zones import platforms_of
from generation.models import Job, Slot
from generation.recipes import NotYet, framing
from generation.services import choices
from generation.views import film as pages
from generation.views.access import film_to_change, to_change
from generation.views.steps.takes_actions import undoable
from projects import editing
from projects.journal import Conflict
from projects.models import Project, Shot

_SHOTS = Shot.objects.select_related("scene")


@require_POST
def make(request: StudioRequest, film_id: int) -> HttpResponse:
    """Make the film in a shape and a quality, as it stands; with room for a platform's buttons if it is for one."""
    project = film_to_change(request, film_id)
    shape, quality, platform = (request.POST.get(name, "") for name in ("shape", "quality", "for"))
    if shape not in SHAPES or quality not in QUALITIES or platform not in platforms_of(shape):
        return HttpResponseBadRequest()
    _make(request, project, variant_of(shape, quality, platform))
    return pages.answer(request, project)


def _make(request: StudioRequest, project: Project, variant: str) -> None:
    slot, _created = Slot.objects.get_or_create(project=project, role=Slot.Role.EXPORT, variant=variant)
    film = load(project.pk)
    try:
        recipe = recipes.recipe_for(film, slot)
        if slot.selected_take is not None and slot.selected_take.recipe_digest == recipe.digest:
            messages.info(request, _("This file is up to date already."))
            return
        made = services.request_take(film, slot, recipe=recipe, requested_by_id=request.user.pk)
    except NotYet as error:
        messages.info(request, _("This cannot be made yet: it waits for %(what)s.") % {"what": error})
    except services.AlreadyActive:
        messages.info(request, _("It is being made already."))
    else:
        is_queued = isinstance(made, Job)
        messages.success(request, _("Your film is being made.") if is_queued else _("It was made before: here it is."))


@require_POST
def frame(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """Put the window of a shot somewhere in one shape, `at` parts of 1000 of the still; without `at` it follows again.

    `was` says where it was put when the user took hold of it.
    """
    project = film_to_change(request, film_id)
    shot = to_change(request, _SHOTS, shot_id, scene__project=project)
    shape, at = request.POST.get("shape", ""), request.POST.get("at", "")
    if shape not in SHAPES or not framing.is_reframed_from(project.shape, shape):
        return HttpResponseBadRequest()
    if at and not (at.replace(".", "", 1).isdecimal() and float(at) <= _WHOLE):
        return HttpResponseBadRequest()
    before = framing.by_hand(shot, shape)
    if request.POST.get("was", "") != ("" if before is None else str(before)):
        messages.error(request, _("Somebody else has moved this window. This is how it is now."))
        return pages.answer(request, project)
    placed = {name: value for name, value in shot.framing.items() if name != shape}
    if at:
        placed[shape] = round(float(at) / _WHOLE, 4)
    try:
        editing.change(
            shot,
            {"framing": placed},
            was={"framing": shot.framing},
            by_id=request.user.pk,
            label=gettext_noop("Move the window of a shot"),
        )
    except Conflict:
        messages.error(request, _("Somebody else has moved this window. This is how it is now."))
    return pages.answer(request, project)


_WHOLE = 1000


@require_POST
def captions(request: StudioRequest, film_id: int) -> HttpResponse:
    """Choose how the captions of a film look, or that there are none in the picture."""
    project = film_to_change(request, film_id)
    style, was = request.POST.get("captions", ""), request.POST.get("was", "")
    if style not in {"", recipes.NO_CAPTIONS, *(key for key, _label in caption_style_choices())}:
        return HttpResponseBadRequest()
    try:
        choices.set_of_film(project.pk, "caption_style", style, was=was)
    except choices.ChangedMeanwhile:
        messages.error(
            request, _("Somebody chose another look meanwhile: the list shows it. Choose again if you like.")
        )
    else:
        address = reverse("generation:export-captions", args=(project.pk,))
        messages.success(
            request, undoable(_("It is seen in the next film that is made."), address, captions=was, was=style)
        )
    return pages.answer(request, project)
