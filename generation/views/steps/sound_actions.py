"""What can be done on the sound step: the mood of a scene's music, its sounds, and how loud both are."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from generation.http import StudioRequest
from generation.services import choices
from generation.views import film as pages
from generation.views.access import film_to_change, to_change
from generation.views.steps import sound_words
from generation.views.steps.sound_parts import decibels
from generation.views.steps.takes_actions import undoable
from projects import editing, journal
from projects.models import LEAST_GAIN_DB, MOST_GAIN_DB, Edit, Project, Scene, Segment

GAINS = ("music_gain_db", "effects_gain_db")
_LONGEST = 60
_MOST_SOUNDS = 40


@require_POST
def volume(request: StudioRequest, film_id: int) -> HttpResponse:
    """Make a film's music or effects louder or softer."""
    project = film_to_change(request, film_id)
    name = request.POST.get("name", "")
    try:
        value, was = float(request.POST.get("value", "")), float(request.POST.get("was", "0"))
    except ValueError:
        return HttpResponseBadRequest()
    if name not in GAINS or not LEAST_GAIN_DB <= value <= MOST_GAIN_DB:
        return HttpResponseBadRequest()
    try:
        choices.set_of_film(project.pk, name, value, was=was)
    except choices.ChangedMeanwhile as error:
        theirs = decibels(float(str(error.theirs)))
        messages.error(
            request, _("Somebody set it to %(value)s meanwhile. Set it again if you like.") % {"value": theirs}
        )
    else:
        words = _("%(value)s. It is heard in the next film that is made.") % {"value": decibels(value)}
        address = reverse("generation:sound-volume", args=(project.pk,))
        messages.success(request, undoable(words, address, name=name, value=was, was=value))
    return pages.answer(request, project)


@require_POST
def music(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Give the music of a scene another mood, or none."""
    project = film_to_change(request, film_id)
    scene = to_change(request, Scene.objects.all(), scene_id, project=project)
    mood, was = request.POST.get("music", "")[:40], request.POST.get("was-music", "")
    label = _("Music of scene %(n)s") % {"n": scene.position + 1}
    try:
        edit = editing.change(scene, {"music": mood}, was={"music": was}, by_id=request.user.pk, label=label)
    except journal.Conflict as conflict:
        theirs, yours = (sound_words.mood_word(str(value)) for value in conflict.fields["music"])
        words = _("Somebody made it “%(theirs)s” meanwhile. You wanted “%(yours)s”: choose it again if you still do.")
        messages.error(request, words % {"theirs": theirs, "yours": yours})
    else:
        _tell(request, project, edit, label)
    return pages.answer(request, project)


@require_POST
def beds(request: StudioRequest, film_id: int, scene_id: int) -> HttpResponse:
    """Add what is heard all through a scene, or take it out."""
    project = film_to_change(request, film_id)
    scene = to_change(request, Scene.objects.all(), scene_id, project=project)
    gone = request.POST.get("remove", "")
    sounds = (
        [sound for sound in scene.sounds if sound != gone] if gone else [*scene.sounds, *_new(request, scene.sounds)]
    )
    _change(request, project, scene, sounds, _("Sounds of scene %(n)s") % {"n": scene.position + 1})
    return pages.answer(request, project)


@require_POST
def cues(request: StudioRequest, film_id: int, segment_id: int) -> HttpResponse:
    """Add a sound at a word of a line, or take one out."""
    project = film_to_change(request, film_id)
    segment = to_change(request, Segment.objects.all(), segment_id, project=project)
    if "remove" in request.POST:
        gone = (request.POST["remove"], request.POST.get("word", ""))
        sounds = [cue for cue in segment.sounds if (str(cue["sound"]), str(cue.get("word", 0))) != gone]
    else:
        word = request.POST.get("word", "0")
        at = min(int(word), max(0, len(segment.text.split()) - 1)) if word.isdecimal() else 0
        sounds = [*segment.sounds, *({"sound": sound, "word": at} for sound in _new(request, ()))]
        sounds.sort(key=lambda cue: int(cue.get("word", 0)))
    _change(request, project, segment, sounds, _("Sounds of a line"))
    return pages.answer(request, project)


def _new(request: StudioRequest, there: Any) -> list[str]:
    """Return the sound that was typed, in a list; nothing for none and for what is there already."""
    sound = " ".join(request.POST.get("add", "").split())[:_LONGEST].casefold()
    return [sound] if sound and sound not in there else []


def _change(request: StudioRequest, project: Project, row: Scene | Segment, sounds: list[Any], label: str) -> None:
    """Store the sounds of a scene or a line: what was added or taken out of those that are there now."""
    if len(sounds) > _MOST_SOUNDS:
        messages.info(request, _("These are enough sounds for one place: take one out first."))
        return
    try:
        edit = editing.change(row, {"sounds": sounds}, was={"sounds": row.sounds}, by_id=request.user.pk, label=label)
    except journal.Conflict:
        messages.error(request, _("Somebody changed the same sounds at this moment. Look at them and try again."))
    else:
        _tell(request, project, edit, label)


def _tell(request: StudioRequest, project: Project, edit: Edit | None, label: str) -> None:
    if edit is not None:
        address = reverse("generation:shots-undo", args=(project.pk, edit.pk))
        messages.success(request, undoable(_("%(what)s: changed.") % {"what": label}, address))
