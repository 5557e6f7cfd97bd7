"""What can be done with a publication: what the engine allows as things stand, and nothing else."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from generation.http import StudioRequest
from generation.views.once import once
from publishing import services
from publishing.models import Publication
from publishing.views import access, answers, files, frame, told


@require_POST
@once
def do(request: StudioRequest, publication_id: int, wish: str) -> HttpResponse:
    """Publish now, approve, send back, cancel, take down: what the engine allows as things stand."""
    row = access.publication_to_change(request, publication_id)
    place = frame.place_of(request, row.library_id)
    if wish not in _DEEDS:
        raise Http404
    try:
        more = _DEEDS[wish](request, row)
    except services.NotPossible as error:
        messages.error(request, told.words(str(error)))
        more = {}
    return answers.answer(request, place, row, **more)


def _now(request: StudioRequest, row: Publication) -> dict[str, Any]:
    agreed = request.POST.get("despite") == "on"
    files.attach(row, by_id=request.user.pk)
    outcome = services.publish_now(row, by_id=request.user.pk, despite_warnings=agreed)
    if outcome.is_done:
        messages.success(request, _("It goes out now."))
        return {}
    if outcome.problems:
        messages.error(request, _("It cannot go out yet: %(why)s") % {"why": told.words(outcome.problems[0].words)})
    return {"is_open": True, "warnings": tuple(outcome.warnings), "wished": "now"}


def _approve(request: StudioRequest, row: Publication) -> dict[str, Any]:
    services.approve(row, by_id=request.user.pk)
    messages.success(request, _("Approved."))
    return {}


def _send_back(request: StudioRequest, row: Publication) -> dict[str, Any]:
    services.send_back(row, by_id=request.user.pk, words=request.POST.get("words", "")[:500])
    messages.success(request, _("Sent back to whoever wrote it."))
    return {}


def _draft(request: StudioRequest, row: Publication) -> dict[str, Any]:
    services.back_to_draft(row, by_id=request.user.pk)
    messages.success(request, _("It is a draft again."))
    return {}


def _cancel(request: StudioRequest, row: Publication) -> dict[str, Any]:
    services.cancel(row, by_id=request.user.pk)
    messages.success(request, _("Cancelled."))
    return {}


def _take_down(request: StudioRequest, row: Publication) -> dict[str, Any]:
    services.take_down(row, by_id=request.user.pk)
    messages.success(request, _("It is being taken down."))
    return {}


def _unlist(request: StudioRequest, row: Publication) -> dict[str, Any]:
    services.unlist(row, by_id=request.user.pk)
    messages.success(request, _("It is being unlisted."))
    return {}


_DEEDS: Final = {
    "now": _now,
    "approve": _approve,
    "send-back": _send_back,
    "draft": _draft,
    "cancel": _cancel,
    "take-down": _take_down,
    "unlist": _unlist,
}


@require_POST
def settle(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Take a person's word for what became of a post that nobody heard of."""
    row = access.publication_to_change(request, publication_id)
    place = frame.place_of(request, row.library_id)
    answer = request.POST.get("answer", "")
    if answer in {"there", "not_there", "forget", "look"}:
        try:
            services.settle(row, answer, by_id=request.user.pk, url=request.POST.get("url", "").strip()[:500])
            messages.success(request, _("Settled."))
        except services.NotPossible as error:
            messages.error(request, told.words(str(error)))
    return answers.answer(request, place, row)


@require_POST
def side_step(request: StudioRequest, publication_id: int, kind: str) -> HttpResponse:
    """Try a step beside the post again."""
    row = access.publication_to_change(request, publication_id)
    place = frame.place_of(request, row.library_id)
    if not row.side_steps.filter(kind=kind).exists():
        raise Http404
    try:
        services.retry_side_step(row, kind, by_id=request.user.pk)
        messages.success(request, _("Trying again."))
    except services.NotPossible as error:
        messages.error(request, told.words(str(error)))
    return answers.answer(request, place, row)
