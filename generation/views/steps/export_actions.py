"""What can be done on the export step: make the film in a format, choose how its captions look."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from generation import recipes, services
from generation.film import load
from generation.http import StudioRequest
from generation.media.caption_styles import caption_style_choices
from generation.media.formats import QUALITIES, SHAPES
from generation.models import Job, Slot
from generation.recipes import NotYet
from generation.services import choices
from generation.views import film as pages
from generation.views.access import film_to_change
from generation.views.steps.takes_actions import undoable
from projects.models import Project


@require_POST
def make(request: StudioRequest, film_id: int) -> HttpResponse:
    """Make the film in a shape and a quality, as it stands."""
    project = film_to_change(request, film_id)
    shape, quality = request.POST.get("shape", ""), request.POST.get("quality", "")
    if shape not in SHAPES or quality not in QUALITIES:
        return HttpResponseBadRequest()
    _make(request, project, f"{shape} {quality}")
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
