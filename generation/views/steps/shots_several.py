"""Several shots at once: what making them again costs, and what is done to all of them with one press."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from generation import graph, services
from generation.film import load
from generation.graph import STEP_OF, Graph
from generation.http import StudioRequest
from generation.models import Slot
from generation.services import asking, choices
from generation.services.progress import pace
from generation.views import film as pages
from generation.views import wording
from generation.views.access import film_to_change, film_to_see
from generation.views.steps import takes_finishing, takes_words
from generation.views.steps.shots_answers import do
from generation.views.steps.shots_selection import FIELDS
from generation.views.steps.takes_actions import tell_asked, undoable
from projects import editing
from projects.models import Project

ROLES: Final = {"frames": Slot.Role.FRAME, "clips": Slot.Role.CLIP}
STEPS: Final = {str(role): role for role in takes_finishing.ROLES}
"""What is done to clips that are there: asked for only where it is wanted and not done."""


@dataclass(frozen=True)
class Press:
    """One way of making the selected shots again."""

    do: str
    label: str
    takes: tuple[str, ...]
    not_now: tuple[str, ...]
    is_possible: bool


@require_safe
def price(request: StudioRequest, film_id: int) -> HttpResponse:
    """Say what making the selected shots again costs and lasts, pictures and clips apart."""
    project = film_to_see(request, film_id)
    worked_out = _worked_out(project)
    ids = _chosen(request.GET, worked_out)
    presses = (
        *(_press(project, worked_out, name, ids) for name in ROLES),
        *(_step(project, worked_out, role, ids) for role in STEPS.values() if _wants(worked_out, role, ids)),
    )
    return render(request, "generation/shots/_several_price.html", {"presses": presses, "number": len(ids)})


def _press(project: Project, worked_out: Graph, name: str, ids: Collection[int]) -> Press:
    role = ROLES[name]
    quote = asking.quote(worked_out, _slots(worked_out, role, ids), pace(project.library_id))
    label = _("Pictures again") if role == Slot.Role.FRAME else _("Clips again")
    what = takes_words.what_it_takes(role, quote)
    return Press(name, label, what, takes_words.held_up(quote), is_possible=bool(quote.count))


def _wants(worked_out: Graph, role: str, ids: Collection[int]) -> bool:
    return any(slot.shot_id in ids for slot in worked_out.of_role(role))


def _step(project: Project, worked_out: Graph, role: str, ids: Collection[int]) -> Press:
    quote = asking.quote(worked_out, asking.unfinished(worked_out, role, ids), pace(project.library_id))
    what, why = takes_words.what_it_takes(role, quote), takes_words.held_up(quote)
    # Nothing is left to do where there is neither anything to make nor anything in its way.
    return Press(str(role), STEP_OF[role].label, what or (() if why else (_("done"),)), why, bool(quote.count))


@require_POST
def change(request: StudioRequest, film_id: int) -> HttpResponse:
    """Do one thing (`do`) to all selected shots."""
    project = film_to_change(request, film_id)
    wish = request.POST.get("do", "")
    if wish not in _DEEDS:
        raise Http404
    worked_out = _worked_out(project)
    ids = _chosen(request.POST, worked_out)
    if not ids:
        messages.info(request, _("No shot is selected, or the selected ones are gone."))
        return pages.answer(request, project)
    return _DEEDS[wish](request, project, worked_out, ids)


def _worked_out(project: Project) -> Graph:
    return graph.work_out(services.ensure_slots(load(project.pk)))


def _chosen(sent: QueryDict, worked_out: Graph) -> list[int]:
    """Return the shots that a form names, in film order; what is not the film's is not found in it."""
    named = set(sent.getlist("shots"))
    return [shot.pk for shot in worked_out.film.shots if str(shot.pk) in named]


def _slots(worked_out: Graph, role: str, ids: Collection[int]) -> list[Slot]:
    found = (worked_out.film.slot("shot", pk, role) for pk in ids)
    return [slot for slot in found if slot is not None]


def _count(ids: Collection[int]) -> str:
    return wording.count(len(ids), _("shot"), _("shots"))


# --- What can be done -------------------------------------------------------------------------------


def _make(request: StudioRequest, project: Project, worked_out: Graph, ids: list[int]) -> HttpResponse:
    slots = _slots(worked_out, ROLES[request.POST["do"]], ids)
    tell_asked(request, asking.ask_for(worked_out, slots, requested_by_id=request.user.pk))
    return pages.answer(request, project)


def _finish(request: StudioRequest, project: Project, worked_out: Graph, ids: list[int]) -> HttpResponse:
    slots = asking.unfinished(worked_out, STEPS[request.POST["do"]], ids)
    if slots:
        tell_asked(request, asking.ask_for(worked_out, slots, requested_by_id=request.user.pk))
    else:
        messages.info(request, _("There is nothing left to do: all is made, or being made."))
    return pages.answer(request, project)


def _remove(request: StudioRequest, project: Project, worked_out: Graph, ids: list[int]) -> HttpResponse:
    done = _("%s removed") % _count(ids)
    return do(request, project, done, lambda: editing.remove_shots(project.pk, ids, by_id=request.user.pk))


def _set(request: StudioRequest, project: Project, worked_out: Graph, ids: list[int]) -> HttpResponse:
    values: dict[str, str] = {}
    for name, words in FIELDS.items():
        if chosen := request.POST.get(name, ""):
            if chosen not in dict(words):
                raise Http404
            values[name] = chosen
    if not values:
        messages.info(request, _("Choose a size, an angle or a move first."))
        return pages.answer(request, project)
    words_set = ", ".join(str(dict(FIELDS[name])[value]) for name, value in values.items())
    done = _("%(words)s for %(shots)s") % {"words": words_set, "shots": _count(ids)}
    return do(
        request,
        project,
        done,
        lambda: editing.change_shots(project.pk, ids, values, by_id=request.user.pk, label=done),
    )


def _keep(request: StudioRequest, project: Project, worked_out: Graph, ids: list[int]) -> HttpResponse:
    kept = request.POST["do"] == "keep"
    number = choices.keep_used(project.pk, ids, kept=kept)
    if not number:
        messages.info(request, _("Nothing to change: there is nothing in them yet, or it was so already."))
        return pages.answer(request, project)
    takes = ngettext("%(n)s take", "%(n)s takes", number) % {"n": number}
    words = _("%s stay, whatever comes.") if kept else _("%s are no longer kept.")
    address = reverse("generation:shots-several", args=(project.pk,))
    back = {"do": "let-go" if kept else "keep", "shots": [str(pk) for pk in ids]}
    messages.success(request, undoable(words % takes, address, **back))
    return pages.answer(request, project)


Deed = Callable[[StudioRequest, Project, Graph, list[int]], HttpResponse]

_DEEDS: dict[str, Deed] = {
    "frames": _make,
    "clips": _make,
    "remove": _remove,
    "set": _set,
    "keep": _keep,
    "let-go": _keep,
    **dict.fromkeys(STEPS, _finish),
}
