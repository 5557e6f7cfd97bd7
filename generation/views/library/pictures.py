"""The pictures of an entity: guide images in order, the reference, its takes, its looks; and the sample of a voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from entities import editing
from entities import services as entity_services
from entities.models import Character, Entity, GuideImage, Look, Voice
from generation import services
from generation.http import StudioRequest
from generation.models import Asset, Job, ModelOffer, Take
from generation.providers.base import Capability
from generation.recipes import NotYet
from generation.recipes.finishing import CHANGED_TO
from generation.routing import NoOffer, OverLimit
from generation.services import library as library_services
from generation.services import uploads
from generation.services.choices import usable_model
from generation.services.uploads import BadUpload
from generation.views import picture_change
from generation.views.access import to_change, to_see
from generation.views.library.address import Address, of_request
from generation.views.library.changed_voice import MOST_ID
from generation.views.library.page import answer, go, opened_library
from generation.views.library.rows import undoable, whole

MOST_AT_ONCE: Final = 24
"""How many pictures one form may bring."""


# --- Guide images -----------------------------------------------------------------------------------


@require_POST
def add_guides(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Put uploaded pictures behind the guide images that are there; what cannot be used is named, the rest is kept."""
    entity = whole(request, entity_id)
    files = request.FILES.getlist("pictures")
    if not files:
        messages.info(request, _("Choose one picture or more."))
    if len(files) > MOST_AT_ONCE:
        messages.info(request, _("The first %s pictures were taken; send the others after them.") % MOST_AT_ONCE)
    for file in files[:MOST_AT_ONCE]:
        try:
            asset = uploads.receive(file, Asset.Kind.IMAGE, entity.library)
            entity_services.add_guide(entity, asset.pk, by_id=request.user.pk)
        except (BadUpload, entity_services.NotPossible) as error:
            messages.error(request, f"{str(file.name)[:60]}: {error}")
    return answer(request, Address("entity", entity.pk))


@require_POST
def remove_guide(request: StudioRequest, guide_id: int) -> HttpResponse:
    """Take a guide image away; it can be put back."""
    guide = to_change(request, GuideImage.objects.select_related("entity"), guide_id)
    entity = guide.entity
    entity_services.remove_guide(guide, by_id=request.user.pk)
    edit = entity.library.edits.order_by("-pk")[0]
    messages.success(request, undoable(_("The picture is removed."), edit))
    return answer(request, Address("entity", entity.pk))


@require_POST
def order_guides(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Put the guide images in the order of the form."""
    entity = whole(request, entity_id)
    ids = [int(pk) for pk in request.POST.get("order", "").split(".") if pk.isdecimal()]
    entity_services.order_guides(entity, ids, by_id=request.user.pk)
    return answer(request, Address("entity", entity.pk))


# --- Reference --------------------------------------------------------------------------------------


@require_POST
def generate(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Ask for a new picture from the fields as they are stored."""
    entity = whole(request, entity_id)
    look = _look(request, entity)
    _asked_for(request, lambda: library_services.draw(entity, look, requested_by_id=request.user.pk))
    return answer(request, _address(entity, look))


@require_POST
def upload_reference(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Use a picture of one's own as the reference. It is never out of date and never overwritten."""
    entity = whole(request, entity_id)
    look, file = _look(request, entity), request.FILES.get("picture")
    if file is None:
        messages.info(request, _("Choose a picture."))
        return answer(request, _address(entity, look))
    try:
        asset = uploads.receive(file, Asset.Kind.IMAGE, entity.library)
        library_services.use_asset(library_services.reference_slot(entity, look), asset)
    except BadUpload as error:
        messages.error(request, f"{str(file.name)[:60]}: {error}")
    else:
        messages.success(request, _("Your own picture is in use."))
    return answer(request, _address(entity, look))


@require_POST
def change_reference(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Ask for the picture in use changed as somebody says."""
    entity = whole(request, entity_id)
    look = _look(request, entity)
    slot = library_services.reference_slot(entity, look)
    picture_change.ask(request, slot, lambda: library_services.film_for(entity))
    return answer(request, _address(entity, look))


@require_POST
def clear_reference(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Use no reference; the guide images and the earlier pictures stay."""
    entity = whole(request, entity_id)
    look = _look(request, entity)
    library_services.clear_reference(library_services.reference_slot(entity, look))
    messages.success(request, _("Cleared. Guide images and earlier pictures are still here."))
    return answer(request, _address(entity, look))


@require_POST
def choose_take(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Use an earlier picture again."""
    entity = whole(request, entity_id)
    look = _look(request, entity)
    slot = library_services.reference_slot(entity, look)
    wanted = request.POST.get("take", "")
    if wanted.isdecimal():
        services.select_take(slot, get_object_or_404(Take, slot=slot, pk=int(wanted)))
    return answer(request, _address(entity, look))


@require_POST
def choose_model(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Let an entity be drawn by one model, or by the default."""
    entity = whole(request, entity_id)
    wanted = request.POST.get("offer", "")
    try:
        if wanted:
            usable_model(entity.library_id, Capability.IMAGE, wanted)
    except ModelOffer.DoesNotExist:
        messages.error(request, _("This model is not switched on."))
    else:
        values = {"offer": wanted}
        label = editing.label_for(entity, "Model")
        editing.change(entity, values, was={"offer": entity.offer}, by_id=request.user.pk, label=label)
    return answer(request, Address("entity", entity.pk))


def _look(request: StudioRequest, entity: Entity) -> Look | None:
    """Return the look that a form names; for a character without one in it, the usual."""
    if not isinstance(entity, Character):
        return None
    looks = Look.objects.filter(character=entity)
    wanted = request.POST.get("look", "")
    if wanted.isdecimal() and int(wanted):
        return get_object_or_404(looks, pk=int(wanted))
    usual = looks.order_by("-is_usual", "pk").first()
    return usual or Look.objects.create(character=entity, is_usual=True)


def _address(entity: Entity, look: Look | None) -> Address:
    return Address("entity", entity.pk, {"look": str(look.pk)} if look else {})


def _asked_for(request: StudioRequest, ask: Callable[[], Job | Take]) -> None:
    """Ask for something to be made; where it cannot be, a sentence says why."""
    try:
        made = ask()
    except services.AlreadyActive:
        messages.info(request, _("It is being made already."))
    except (services.OverBudget, NoOffer, OverLimit) as error:
        messages.error(request, str(error))
    except NotYet as error:
        messages.error(request, _("It cannot be made yet: %s is missing.") % error)
    else:
        if isinstance(made, Take):
            messages.success(request, _("This was made before, so it is here at once and costs nothing."))


# --- Looks ------------------------------------------------------------------------------------------


@require_POST
def add_look(request: StudioRequest, entity_id: int) -> HttpResponse:
    """Add a look beside the others, and choose it."""
    entity = whole(request, entity_id)
    if not isinstance(entity, Character):
        messages.info(request, _("Only characters have looks."))
        return answer(request, Address("entity", entity.pk))
    look = entity_services.add_look(entity, _("Another look"), by_id=request.user.pk)
    return go(request, of_request(request).of("entity", entity.pk, look=look.pk))


@require_POST
def remove_look(request: StudioRequest, look_id: int) -> HttpResponse:
    """Delete a look that no film shows."""
    look = to_change(request, Look.objects.select_related("character"), look_id)
    entity_id, name = look.character_id, look.name
    try:
        entity_services.remove_look(look, by_id=request.user.pk)
    except entity_services.NotPossible as error:
        messages.error(request, str(error))
        return answer(request, Address("entity", entity_id))
    messages.success(request, _("The look “%s” is deleted.") % name)
    return go(request, of_request(request).of("entity", entity_id))


# --- Voices -----------------------------------------------------------------------------------------


@require_POST
def sample(request: StudioRequest, voice_id: int) -> HttpResponse:
    """Let a voice say a line; what it said before is used again."""
    voice = to_see(request, Voice.objects.all(), voice_id)
    library = opened_library(request)
    _asked_for(request, lambda: library_services.speak_sample(voice, library, requested_by_id=request.user.pk))
    return answer(request, Address("voice", voice.pk))


@require_POST
def change_voice_to(request: StudioRequest, voice_id: int) -> HttpResponse:
    """Let a voice of one's own be heard as another one, chosen from the list or named by its id; or as it is."""
    voice = to_change(request, Voice.objects.all(), voice_id)
    wanted = request.POST.get("own", "").strip() or request.POST.get("voice", "").strip()
    if len(wanted) > MOST_ID or not (wanted.isprintable() or not wanted):
        messages.error(request, _("This is no id of a voice."))
        return answer(request, Address("voice", voice.pk))
    others = {name: value for name, value in voice.settings.items() if name != CHANGED_TO}
    after = {**others, CHANGED_TO: wanted} if wanted else others
    label = editing.label_for(voice, "Heard as")
    editing.change(voice, {"settings": after}, was={"settings": voice.settings}, by_id=request.user.pk, label=label)
    return answer(request, Address("voice", voice.pk))
