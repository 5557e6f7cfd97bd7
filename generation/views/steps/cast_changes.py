"""What is done to a film's cast: put on its list, taken off it, drawn again, two made one."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from entities import editing as shelf
from entities.models import Character, Entity
from generation.graph import Role
from generation.http import StudioRequest
from generation.models import Slot
from generation.services.asking import ask_for
from generation.views import film as pages
from generation.views import wording
from generation.views.access import film_to_change, to_change
from generation.views.steps.answers import attempt, whole
from generation.views.steps.base import Studio, open_studio
from generation.views.steps.bills import Reckoning
from projects import editing
from projects.models import Edit


def _entity(request: StudioRequest, film_id: int, entity_id: int) -> Entity:
    """Return a row of the film's own library."""
    library_id = film_to_change(request, film_id).library_id
    entity: Entity = to_change(request, Entity.everything.all(), entity_id, library=library_id)
    return entity


@require_POST
def add(request: StudioRequest, film_id: int) -> HttpResponse:
    """Put somebody or something of the library on the film's list."""
    project = film_to_change(request, film_id)
    wanted = whole(request.POST.get("entity", "")) or 0
    entity = Entity.objects.filter(pk=wanted, library=project.library_id).first()
    if entity is None:
        messages.error(request, _("This is not in the library any more."))
        return pages.answer(request, project)
    done = _("%s is in the film now") % entity.name
    return attempt(request, project, done, lambda: editing.cast_in_film(project, entity, by_id=request.user.pk))


@require_POST
def remove(request: StudioRequest, film_id: int, entity_id: int) -> HttpResponse:
    """Take somebody or something that is not used off the film's list; the library keeps it."""
    entity, project = _entity(request, film_id, entity_id), film_to_change(request, film_id)
    done = _("%s is off the list") % entity.name
    return attempt(request, project, done, lambda: editing.uncast_from_film(project, entity, by_id=request.user.pk))


@require_POST
def merge(request: StudioRequest, film_id: int, character_id: int) -> HttpResponse:
    """Make two characters one: the first one's name becomes another name of the second."""
    project = film_to_change(request, film_id)
    person = to_change(request, Character.everything.all(), character_id, library=project.library_id)
    into = Character.everything.filter(
        pk=whole(request.POST.get("into", "")) or 0, library=project.library_id, castings__project=project
    ).first()
    if into is None:
        messages.error(request, _("Choose who they are."))
        return pages.answer(request, project)

    def deed() -> Edit | None:
        with transaction.atomic():
            edit = editing.merge_people(project, person, into, by_id=request.user.pk)
            names = [*into.aliases, person.name, *person.aliases]
            fresh = [name for name in dict.fromkeys(names) if name.casefold() != into.name.casefold()]
            shelf.change(
                into,
                {"aliases": fresh},
                was={"aliases": into.aliases},
                by_id=request.user.pk,
                label=_("%(one)s is %(other)s") % {"one": person.name, "other": into.name},
            )
        return edit

    return attempt(request, project, _("%(one)s is %(other)s now") % {"one": person.name, "other": into.name}, deed)


@require_POST
def draw(request: StudioRequest, film_id: int, entity_id: int) -> HttpResponse:
    """Draw the reference picture of somebody or something again, as this film has it."""
    entity, project = _entity(request, film_id, entity_id), film_to_change(request, film_id)
    studio = open_studio(request, project)
    look = studio.film.usual_looks.get(entity.pk)
    place = ("look", look.pk) if look else ("entity", entity.pk)
    slot = studio.film.slot(*place, Slot.Role.REFERENCE)
    _ask(request, studio, [slot] if slot else [])
    return pages.answer(request, project)


@require_POST
def draw_all(request: StudioRequest, film_id: int) -> HttpResponse:
    """Draw every reference picture that is out of date."""
    project = film_to_change(request, film_id)
    studio = open_studio(request, project)
    reckoning = Reckoning(studio)
    _ask(request, studio, [slot for slot in studio.graph.of_role(Role.REFERENCE) if reckoning.is_stale(slot)])
    return pages.answer(request, project)


def _ask(request: StudioRequest, studio: Studio, slots: list[Slot]) -> None:
    asked = ask_for(studio.graph, slots, requested_by_id=request.user.pk)
    for problem in asked.problems:
        messages.error(request, problem[:1].upper() + problem[1:])
    if asked.queued:
        messages.success(request, _("Being drawn: %s.") % wording.count(asked.queued, _("picture"), _("pictures")))
    elif asked.found:
        messages.success(request, _("This had been drawn before: that picture is used again."))
    elif not asked.problems:
        messages.info(request, _("There is no picture of this to draw yet: no shot shows it."))
