"""Voices chosen for speakers, and heard before."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from entities import editing as shelf
from entities.models import Character, Voice
from generation import services
from generation.film import load_entities
from generation.http import StudioRequest
from generation.models import ModelOffer
from generation.providers.base import Capability
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services.choices import usable_model
from generation.services.library import speak_sample
from generation.views import film as pages
from generation.views.access import demand_editor, film_to_change, film_to_see, may_edit, to_see
from generation.views.steps.answers import attempt, conflicted, tell_other_way, whole
from generation.views.steps.voices import NARRATOR, Sample, samples_of
from projects import editing
from projects.models import Edit, Project


@require_http_methods(["GET", "HEAD", "POST"])
def sample(request: StudioRequest, film_id: int, voice_id: int) -> HttpResponse:
    """Show what a voice sounds like; asked by POST, have it speak."""
    project = film_to_see(request, film_id)
    voice = to_see(request, Voice.everything.all(), voice_id)
    if request.method == "POST":
        demand_editor(request.user, project.library_id)
        _ask_for_sample(request, voice, project)
    film = load_entities(project.library, set())
    audio, is_working = samples_of(film, [voice]).get(voice.pk, ("", False))
    able = may_edit(request.user, project.library_id)
    shows = Sample(project.pk, voice.pk, voice.name, audio, is_working, may_edit=able)
    return render(request, "generation/script/_sample.html", {"sample": shows, "is_fresh": bool(audio)})


def _ask_for_sample(request: StudioRequest, voice: Voice, project: Project) -> None:
    try:
        speak_sample(voice, project.library, requested_by_id=request.user.pk)
    except services.AlreadyActive:
        pass  # somebody else wants to hear it too
    except (NoOffer, OverLimit, services.OverBudget, NotYet) as error:
        messages.error(request, str(error))


@require_POST
def choose(request: StudioRequest, film_id: int) -> HttpResponse:
    """Give a character, or the narrator, a voice."""
    project = film_to_change(request, film_id)
    voice = Voice.objects.filter(pk=whole(request.POST.get("voice", "")) or 0).first()
    if voice is None or voice.library_id not in {None, project.library_id}:
        messages.error(request, _("This voice is not there any more."))
        return pages.answer(request, project)
    try:
        usable_model(project.library_id, Capability.SPEECH, voice.offer)
    except ModelOffer.DoesNotExist:
        messages.error(request, _("The model of this voice is switched off. Choose another voice."))
        return pages.answer(request, project)
    was = whole(request.POST.get("was-voice", "")) or None
    key = request.POST.get("of", "")
    if key == NARRATOR:
        return _choose_narrator(request, project, voice, was)
    person = Character.everything.filter(pk=whole(key) or 0, library=project.library_id).first()
    if person is None:
        messages.error(request, _("This character is not in the film any more."))
        return pages.answer(request, project)
    return _choose_for(request, project, person, voice, was)


def _choose_narrator(request: StudioRequest, project: Project, voice: Voice, was: int | None) -> HttpResponse:
    done = _("The narrator speaks as %s") % voice.name

    def deed() -> Edit | None:
        return editing.change(
            project, {"narrator_id": voice.pk}, was={"narrator_id": was}, by_id=request.user.pk, label=done
        )

    return attempt(request, project, done, deed, {"narrator_id": ("voice", _("Voice"))}, _read)


def _choose_for(
    request: StudioRequest, project: Project, person: Character, voice: Voice, was: int | None
) -> HttpResponse:
    done = _("%(name)s speaks as %(voice)s") % {"name": person.name, "voice": voice.name}
    try:
        shelf.change(person, {"voice_id": voice.pk}, was={"voice_id": was}, by_id=request.user.pk, label=done)
    except shelf.Conflict as conflict:
        return conflicted(request, project, conflict.fields, {"voice_id": ("voice", _("Voice"))}, _read)
    if was is None:
        messages.success(request, done)
    else:
        tell_other_way(request, done, {"of": str(person.pk), "voice": str(was), "was-voice": str(voice.pk)})
    return pages.answer(request, project)


def _read(name: str, value: object) -> str:
    found = Voice.everything.filter(pk=value).values_list("name", flat=True).first() if value else None
    return found or _("nothing")
