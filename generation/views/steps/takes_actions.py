"""What can be done with takes: ask for more, choose, keep, put aside and bring back, upload one's own."""

from __future__ import annotations

import json

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from generation import graph, services
from generation.film import Film, load
from generation.graph import FINISHING, Graph
from generation.http import StudioRequest
from generation.models import Job, LostRace, ModelOffer, Slot, Take
from generation.providers.base import Capability
from generation.services import asking, choices
from generation.services.progress import pace
from generation.services.uploads import BadUpload, receive_for
from generation.views import film as pages
from generation.views import picture_change, said
from generation.views.access import film_to_change, film_to_see
from generation.views.steps import takes_words
from projects.models import Project

ROLES = (Slot.Role.FRAME, Slot.Role.CLIP, Slot.Role.MUSIC, Slot.Role.EFFECTS, *FINISHING)
"""What is made, chosen and uploaded here. Plans are chosen where they are read, voices where they are heard."""

CAPABILITIES = (Capability.IMAGE, Capability.VIDEO, Capability.MUSIC, Capability.EFFECTS)
CHOSEN = "chosen"


# --- Asking for more -------------------------------------------------------------------------------


@require_POST
def make(request: StudioRequest, film_id: int) -> HttpResponse:
    """Ask for a take of the selected pieces, or of all that are out of date, missing or failed (`wish`)."""
    project = film_to_change(request, film_id)
    worked_out = _worked_out(project)
    slots = _wanted(request, worked_out)
    if not slots:
        messages.info(request, _("There is nothing to make: nothing is selected, or all is made already."))
        return pages.answer(request, project)
    tell_asked(request, asking.ask_for(worked_out, slots, requested_by_id=request.user.pk))
    return pages.answer(request, project)


@require_POST
def finish(request: StudioRequest, film_id: int) -> HttpResponse:
    """Take one or several steps (`role`) with all clips that want them. What is done or under way is left alone."""
    project = film_to_change(request, film_id)
    roles = request.POST.getlist("role")
    if not roles or not set(roles) <= set(FINISHING):
        raise Http404
    worked_out = _worked_out(project)
    slots = [slot for role in FINISHING if role in roles for slot in asking.unfinished(worked_out, role)]
    if slots:
        tell_asked(request, asking.ask_for(worked_out, slots, requested_by_id=request.user.pk))
    else:
        messages.info(request, _("There is nothing left to do: all is made, or being made."))
    return pages.answer(request, project)


@require_safe
def price(request: StudioRequest, film_id: int) -> HttpResponse:
    """Say what the selected pieces cost and last."""
    project = film_to_see(request, film_id)
    worked_out = _worked_out(project)
    slots = _wanted(request, worked_out)
    quote = asking.quote(worked_out, slots, pace(project.library_id))
    context = {
        "takes": takes_words.what_it_takes(_role(request), quote),
        "not_now": takes_words.held_up(quote),
        "count": quote.count,
        "number": len(slots),
    }
    return render(request, "generation/takes/_price.html", context)


def _worked_out(project: Project) -> Graph:
    film: Film = services.ensure_slots(load(project.pk))
    return graph.work_out(film)


def _role(request: StudioRequest) -> str:
    sent = request.POST if request.method == "POST" else request.GET
    role = sent.get("role", "")
    if role not in ROLES:
        raise Http404
    return role


def _wanted(request: StudioRequest, worked_out: Graph) -> list[Slot]:
    """Return the slots of a film that a form names; what is not the film's is not found in it."""
    sent = request.POST if request.method == "POST" else request.GET
    slots, wish = worked_out.of_role(_role(request)), sent.get("wish", CHOSEN)
    if wish == CHOSEN:
        ids = set(sent.getlist("slot"))
        return [slot for slot in slots if str(slot.pk) in ids]
    return [slot for slot in slots if takes_words.standing(worked_out, slot).key == wish]


def tell_asked(request: StudioRequest, asked: asking.Asked) -> None:
    """Say what came of asking for takes."""
    if asked.queued:
        words = ngettext("%(n)s take is being made.", "%(n)s takes are being made.", asked.queued)
        messages.success(request, words % {"n": asked.queued})
    if asked.found:
        words = ngettext(
            "%(n)s was made before and is used again.", "%(n)s were made before and are used again.", asked.found
        )
        messages.success(request, words % {"n": asked.found})
    for problem, count in asked.problems.items():
        messages.info(request, _("%(n)s not now: %(why)s") % {"n": count, "why": said.words(problem)})


@require_POST
def cancel(request: StudioRequest, film_id: int, slot_id: int) -> HttpResponse:
    """Stop what is being made for a slot."""
    project, slot = _slot_to_change(request, film_id, slot_id)
    job = Job.objects.filter(slot=slot, state__in=Job.ACTIVE).first()
    try:
        if job is None:
            raise LostRace
        services.cancel_job(job)
    except (LostRace, ValueError):
        messages.info(request, _("It had finished before it could be cancelled."))
    else:
        messages.success(request, _("Cancelled."))
    return pages.answer(request, project)


@require_POST
def model(request: StudioRequest, film_id: int) -> HttpResponse:
    """Make a film's pictures, clips, music or effects with another model from now on."""
    project = film_to_change(request, film_id)
    capability = request.POST.get("capability", "")
    if capability not in {str(one.value) for one in CAPABILITIES}:
        raise Http404
    try:
        chosen = choices.choose_model(
            project.pk, capability, request.POST.get("model", ""), was=request.POST.get("was-model", "")
        )
    except ModelOffer.DoesNotExist:
        messages.error(request, _("This model cannot be used now. Nothing was changed."))
    except choices.ChangedMeanwhile:
        messages.error(
            request, _("Somebody chose another model meanwhile: the list shows it. Choose again if you like.")
        )
    else:
        name = chosen.label if chosen else _("the studio's own choice")
        messages.success(request, _("From now on with %(model)s. What was made stays.") % {"model": name})
    return pages.answer(request, project)


# --- With one take ---------------------------------------------------------------------------------


@require_POST
def select(request: StudioRequest, film_id: int, take_id: int) -> HttpResponse:
    """Use a take in the film."""
    project, take = _take_to_change(request, film_id, take_id)
    before = take.slot.selected_take
    choices.choose_take(take)
    words = _("Take %(n)s is in the film.") % {"n": take.number}
    if before is not None and before.pk != take.pk:
        undo = reverse("generation:takes-select", args=(project.pk, before.pk))
        messages.success(request, undoable(words, undo))
    else:
        messages.success(request, words)
    return pages.answer(request, project)


@require_POST
def keep(request: StudioRequest, film_id: int, take_id: int) -> HttpResponse:
    """Keep a take, whatever comes; or no longer, with `kept` left out."""
    project, take = _take_to_change(request, film_id, take_id)
    kept = request.POST.get("kept") == "yes"
    choices.keep_take(take, kept=kept)
    words = _("Take %(n)s stays, whatever comes.") if kept else _("Take %(n)s is no longer kept.")
    messages.success(request, words % {"n": take.number})
    return pages.answer(request, project)


@require_POST
def remove(request: StudioRequest, film_id: int, take_id: int) -> HttpResponse:
    """Put a take aside."""
    project, take = _take_to_change(request, film_id, take_id)
    try:
        choices.remove_take(take)
    except choices.InUse:
        messages.info(request, _("The film uses this take. Choose another one first, then delete it."))
    else:
        undo = reverse("generation:takes-restore", args=(project.pk, take.pk))
        messages.success(request, undoable(_("Take %(n)s is deleted.") % {"n": take.number}, undo))
    return pages.answer(request, project)


@require_POST
def restore(request: StudioRequest, film_id: int, take_id: int) -> HttpResponse:
    """Bring a take back."""
    project, take = _take_to_change(request, film_id, take_id)
    choices.restore_take(take)
    messages.success(request, _("Take %(n)s is back.") % {"n": take.number})
    return pages.answer(request, project)


@require_POST
def upload(request: StudioRequest, film_id: int, slot_id: int) -> HttpResponse:
    """Use somebody's own picture, clip or song for a slot."""
    project, slot = _slot_to_change(request, film_id, slot_id)
    file = request.FILES.get("file")
    if file is None:
        messages.info(request, _("Choose a file first."))
        return pages.answer(request, project)
    try:
        take = receive_for(slot, file, project.library)
    except BadUpload as error:
        messages.error(request, str(error))
    else:
        choices.sign_take(take, request.user.pk)
        messages.success(request, _("Your file is take %(n)s, and in the film.") % {"n": take.number})
    return pages.answer(request, project)


@require_POST
def change(request: StudioRequest, film_id: int, slot_id: int) -> HttpResponse:
    """Ask for a shot's picture changed as somebody says."""
    project, slot = _slot_to_change(request, film_id, slot_id)
    if slot.role == Slot.Role.FRAME:
        picture_change.ask(request, slot, lambda: services.ensure_slots(load(project.pk)))
    return pages.answer(request, project)


_BUTTON = """{} <button class="button is-small" type="button"
 hx-post="{}" hx-vals="{}" hx-target="#live" hx-swap="outerHTML">{}</button>"""


def undoable(words: str, address: str, **values: object) -> str:
    """Return a notice with a button that takes it back, by sending `values` to an address."""
    return format_html(_BUTTON, words, address, json.dumps(values), _("Undo"))


# --- Whose it is -----------------------------------------------------------------------------------


def _take_to_change(request: StudioRequest, film_id: int, take_id: int) -> tuple[Project, Take]:
    project = film_to_change(request, film_id)
    rows = Take.objects.filter(slot__role__in=ROLES).select_related("slot__selected_take", *_PATHS)
    take = get_object_or_404(rows, pk=take_id)
    _demand_of(take.slot, project)
    return project, take


def _slot_to_change(request: StudioRequest, film_id: int, slot_id: int) -> tuple[Project, Slot]:
    project = film_to_change(request, film_id)
    slot = get_object_or_404(Slot.objects.filter(role__in=ROLES).select_related("scene", "shot__scene"), pk=slot_id)
    _demand_of(slot, project)
    return project, slot


_PATHS = ("slot__scene", "slot__shot__scene")


def _demand_of(slot: Slot, project: Project) -> None:
    """Raise 404 unless a slot is of a film."""
    owner = slot.project_id or (slot.scene and slot.scene.project_id) or (slot.shot and slot.shot.scene.project_id)
    if owner != project.pk:
        raise Http404
