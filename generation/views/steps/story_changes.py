"""What is done to a story: its text and settings changed, its style chosen, its script written again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from entities.services import styles_for
from generation import services
from generation.film import load
from generation.forms import seconds_in
from generation.http import StudioRequest
from generation.models import Slot, Take
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services.choices import choose_take
from generation.views import film as pages
from generation.views.access import film_to_change
from generation.views.once import once
from generation.views.steps.answers import Labels, attempt, clean, newest_edit, tell, whole
from generation.views.steps.story_facts import AS_THE_STORY_WANTS
from projects import editing
from projects.models import SHAPES, Edit, Project
from projects.services import BadSource, checked_source, copied_style

_SEEDS = 2**31 - 1


def _labels() -> Labels:
    return {
        "source": ("source", _("Text")),
        "source_kind": ("kind", _("Kind")),
        "seconds": ("seconds", _("Length")),
        "shape": ("shape", _("Shape")),
        "seed": ("seed", _("Seed")),
        "language": ("language", _("Language")),
    }


@require_POST
def change(request: StudioRequest, film_id: int) -> HttpResponse:
    """Store the settings that were changed."""
    project = film_to_change(request, film_id)
    values: dict[str, Any] = {}
    was: dict[str, Any] = {}
    for column, (name, _label) in _labels().items():
        sent, seen = request.POST.get(name), clean(request.POST.get(f"was-{name}", ""))
        if sent is None or clean(sent) == seen:
            continue
        try:
            values[column] = _value(name, clean(sent))
        except (BadSource, ValueError) as error:
            messages.error(request, str(error))
            return pages.answer(request, project)
        was[column] = _seen(name, seen, project)
    if not values:
        return pages.answer(request, project)
    done = _("%s of the film changed") % ", ".join(_labels()[name][1] for name in values)

    def deed() -> Edit | None:
        return editing.change(project, values, was=was, by_id=request.user.pk, label=done)

    return attempt(request, project, done, deed, _labels())


def _value(name: str, text: str) -> str | int:
    """Read a setting. Raise `BadSource` or `ValueError` with a sentence."""
    if name == "source":
        return checked_source(text)
    if name == "seconds":
        seconds = seconds_in(text)
        if seconds is None or not 5 <= seconds <= 10_800:
            raise ValueError(_("Give a length between 5 seconds and 3 hours, such as 1:30 or 90 s."))
        return seconds
    if name == "seed":
        seed = whole(text)
        if seed is None or not 1 <= seed <= _SEEDS:
            raise ValueError(_("A seed is a number from 1 on."))
        return seed
    if name == "shape" and text not in SHAPES:
        raise ValueError(_("There is no such shape."))
    if name == "kind" and text not in Project.SourceKind.values:
        raise ValueError(_("There is no such kind of text."))
    return text[:12] if name == "language" else text


def _seen(name: str, text: str, project: Project) -> str | int | None:
    """Return what the user saw, as it is stored."""
    if name == "source":
        # Browsers write line ends and edges in their own way: what reads the same is the same.
        return project.source if clean(project.source) == text else text
    if name in {"seconds", "seed"}:
        return seconds_in(text) if name == "seconds" else whole(text)
    return text


@require_POST
def choose_style(request: StudioRequest, film_id: int) -> HttpResponse:
    """Copy a style into the film, or leave it to the story."""
    project = film_to_change(request, film_id)
    wanted, seen = request.POST.get("style", ""), request.POST.get("was-style", "")
    rows = {str(row.pk): row for row in styles_for(project.library)}
    if wanted != AS_THE_STORY_WANTS and wanted not in rows:
        messages.error(request, _("This style is not there any more."))
        return pages.answer(request, project)
    name = rows[wanted].name if wanted in rows else _("as the story wants")
    before = project.style
    if seen and seen != AS_THE_STORY_WANTS and (seen not in rows or rows[seen].name != before.get("name")):
        messages.error(request, _("Somebody chose another style meanwhile: %s.") % (before.get("name") or _("none")))
        return pages.answer(request, project)

    def deed() -> Edit | None:
        style = copied_style(rows.get(wanted))
        label = _("Style: %s") % name
        return editing.change(project, {"style": style}, was={"style": before}, by_id=request.user.pk, label=label)

    return attempt(request, project, _("Style: %s") % name, deed)


@require_POST
@once
def write(request: StudioRequest, film_id: int) -> HttpResponse:
    """Write the script again, with another seed."""
    project = film_to_change(request, film_id)
    seed = project.seed % _SEEDS + 1
    if Take.objects.filter(slot__project=project, slot__role=Slot.Role.SCRIPT).exists():
        done = _("Another seed: %d") % seed
        editing.change(project, {"seed": seed}, was={"seed": project.seed}, by_id=request.user.pk, label=done)
    film = services.ensure_slots(load(project.pk))
    slot = film.slot("project", project.pk, Slot.Role.SCRIPT)
    try:
        if slot is not None:
            services.request_take(film, slot, requested_by_id=request.user.pk)
    except services.AlreadyActive:
        messages.info(request, _("It is being written already."))
    except (services.OverBudget, NoOffer, OverLimit, NotYet) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The script is being written. The version you have stays below."))
    return pages.answer(request, project)


@require_POST
def use(request: StudioRequest, film_id: int) -> HttpResponse:
    """Use another version of the script: its lines replace those that are there, and can be brought back."""
    project = film_to_change(request, film_id)
    takes = Take.objects.filter(slot__project=project, slot__role=Slot.Role.SCRIPT)
    take = takes.filter(pk=whole(request.POST.get("take", "")) or 0).first()
    if take is None:
        messages.error(request, _("This version is not there any more."))
        return pages.answer(request, project)
    choose_take(take)
    edit = newest_edit(project, None)
    if edit is not None:
        tell(request, project, _("Version %d of the script is used") % take.number, edit)
    return pages.answer(request, project)
