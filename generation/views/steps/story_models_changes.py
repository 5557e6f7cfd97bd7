"""Models chosen for a film or for one of its shots, those that follow, and what counts most. Each can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from generation.http import StudioRequest
from generation.models import ModelOffer
from generation.recipes.finishing import NO_MODEL
from generation.services import choices
from generation.views import film as pages
from generation.views import model_words
from generation.views.access import film_to_change
from generation.views.model_choices import FINISHING
from generation.views.steps import shots_models, story_models
from generation.views.steps.answers import tell
from generation.views.steps.shots_answers import number_of, shot_to_change
from projects import editing, journal
from projects.models import Project, Shot


@require_POST
def choose(request: StudioRequest, film_id: int) -> HttpResponse:
    """Make a film's pieces of one kind with a model from now on; "" is the studio's choice, "none" leaves it out."""
    project = film_to_change(request, film_id)
    kind, key = _kind(request, story_models.KINDS), request.POST.get("model", "")
    label = _("Model: %s") % model_words.MAKES[kind]
    values = _chosen(request, project, project.offers, kind, key)
    return _store(request, project, project, {} if values is None else {"offers": values}, label)


@require_POST
def choose_for_shot(request: StudioRequest, film_id: int, shot_id: int) -> HttpResponse:
    """The same for one shot alone; "" is the film's choice."""
    shot = shot_to_change(request, film_id, shot_id)
    kind, key = _kind(request, shots_models.KINDS), request.POST.get("model", "")
    label = _("Model of shot %(n)s: %(kind)s") % {"n": number_of(shot), "kind": model_words.MAKES[kind]}
    values = _chosen(request, shot.scene.project, shot.offers, kind, key)
    return _store(request, shot.scene.project, shot, {} if values is None else {"offers": values}, label)


@require_POST
def fallbacks(request: StudioRequest, film_id: int) -> HttpResponse:
    """Add a model to those that follow where the chosen one cannot, take one away, or change their order."""
    project = film_to_change(request, film_id)
    kind, key = _kind(request, story_models.KINDS), request.POST.get("model", "")
    before = [str(one) for one in project.fallbacks.get(kind, ())]
    if ",".join(before) != request.POST.get("was", ",".join(before)):
        messages.error(request, _("Somebody changed this list meanwhile: it shows what it is now."))
        return pages.answer(request, project)
    after = _reordered(before, request.POST.get("do", ""), key)
    if key not in before and not _is_usable(request, project, kind, key):
        return pages.answer(request, project)
    others = {name: value for name, value in project.fallbacks.items() if name != kind}
    label = _("Models that follow: %s") % model_words.MAKES[kind]
    values = {"fallbacks": {**others, kind: after} if after else others}
    return _store(request, project, project, values, label)


@require_POST
def prefer(request: StudioRequest, film_id: int) -> HttpResponse:
    """Say what models are chosen by where none is."""
    project = film_to_change(request, film_id)
    wish = request.POST.get("preference", "")
    if wish not in Project.Preference.values and wish:
        raise Http404
    return _store(request, project, project, {"preference": wish}, _("What models are chosen by"))


def _kind(request: StudioRequest, kinds: tuple[str, ...]) -> str:
    kind = request.POST.get("capability", "")
    if kind not in kinds or kind == story_models.BY_VOICE:
        raise Http404
    return kind


def _chosen(
    request: StudioRequest, project: Project, before: Mapping[str, Any], kind: str, key: str
) -> dict[str, Any] | None:
    """Return the choices with one changed; None, with a message, where that cannot be."""
    now = str(before.get(kind, ""))
    if now not in {request.POST.get("was-model", now), key}:
        messages.error(
            request, _("Somebody chose another model meanwhile: the list shows it. Choose again if you like.")
        )
        return None
    is_left_out = key == NO_MODEL and kind in FINISHING
    if key and not is_left_out and not _is_usable(request, project, kind, key):
        return None
    others = {name: value for name, value in before.items() if name != kind}
    return {**others, kind: key} if key else others


def _is_usable(request: StudioRequest, project: Project, kind: str, key: str) -> bool:
    try:
        choices.usable_model(project.library_id, kind, key)
    except ModelOffer.DoesNotExist:
        messages.error(request, _("This model cannot be used now. Nothing was changed."))
        return False
    return True


def _reordered(route: list[str], do: str, key: str) -> list[str]:
    """Return a list with one model added, taken away, or moved by one place."""
    if do == "add":
        return route if key in route else [*route, key]
    if key not in route:
        raise Http404
    at, rest = route.index(key), [one for one in route if one != key]
    if do == "remove":
        return rest
    if do not in {"up", "down"}:
        raise Http404
    to = max(0, at - 1) if do == "up" else at + 1
    return [*rest[:to], key, *rest[to:]]


def _store(
    request: StudioRequest, project: Project, row: Project | Shot, values: Mapping[str, Any], label: str
) -> HttpResponse:
    was = {name: getattr(row, name) for name in values}
    try:
        edit = editing.change(row, values, was=was, by_id=request.user.pk, label=label)
    except journal.Conflict:
        messages.error(request, _("Somebody changed this at the same moment. Nothing was changed; try again."))
    else:
        if edit is not None:
            tell(request, project, _("From now on. What was made stays until it is made again."), edit)
    return pages.answer(request, project)
