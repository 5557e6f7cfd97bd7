"""A shorter cut for a channel that does not take the film as it is: proposed, looked over, and made only then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST, require_safe

from generation.film import Film, load
from generation.http import StudioRequest, wants_partial
from generation.models import Slot
from generation.shortening import DROP, Change, Proposal, carry_out, propose
from generation.views import said, wording
from generation.views.access import film_to_change, film_to_see, to_change, to_see
from generation.views.media import media_url
from generation.views.once import once
from generation.views.parts import digest
from generation.views.steps.takes_actions import undoable
from generation.views.steps.undoing import take_back
from projects.editing import NotPossible
from projects.journal import Conflict
from projects.models import Edit, Project
from publishing import services
from publishing.models import Channel
from publishing.views import frame, lengths

LABEL: Final = gettext_noop("Make a shorter cut")
"""What `generation.shortening` calls it among a film's changes."""


@dataclass(frozen=True)
class Touched:
    """One shot that would go or be shorter."""

    number: str
    action: str
    picture: str
    words: str


@dataclass(frozen=True)
class Piece:
    """What can be done, or left out, by itself."""

    key: str
    title: str
    reason: str
    saves: str
    saves_ms: int
    is_gone: bool
    shots: tuple[Touched, ...]


@dataclass(frozen=True)
class Cut:
    """The whole proposal. Lengths are in ms; `state` stands for it, so that another one is not carried out for it."""

    platform: str
    name: str
    limit_ms: int
    is_ms: int
    length_ms: int
    limit: str
    is_now: str
    length: str
    is_enough: bool
    state: str
    pieces: tuple[Piece, ...]


@require_safe
def shorter(request: StudioRequest, film_id: int, channel_id: int) -> HttpResponse:
    """Show which shots could go, or be shorter, for the film to be taken by a channel."""
    project = film_to_see(request, film_id)
    channel = to_see(request, Channel.objects.all(), channel_id, library=project.library_id)
    place = frame.place_of(request, project.library_id)
    film, limit_ms = load(project.pk), lengths.limit_of(channel)
    if limit_ms is None or lengths.planned_ms(film) is None:
        messages.info(request, _nothing_to_propose(limit_ms, channel))
        return redirect("publishing:film", project.pk)
    return render(
        request,
        "publishing/shorter.html",
        {
            **frame.frame(request, place, "film"),
            "nav": "films",
            "film": project,
            "title": wording.title(project),
            "channel": channel,
            "cut": _cut(film, channel, limit_ms),
        },
    )


def _nothing_to_propose(limit_ms: int | None, channel: Channel) -> str:
    if limit_ms is None:
        return _("%(name)s takes films of any length.") % {"name": channel.name}
    return _("How long the film is will be known once every line has its voice.")


@require_POST
@once
def shorten(request: StudioRequest, film_id: int, channel_id: int) -> HttpResponse:
    """Carry out what was chosen of a proposal, as one change of the film."""
    project = film_to_change(request, film_id)
    channel = to_see(request, Channel.objects.all(), channel_id, library=project.library_id)
    try:
        edit = _carry_out(request, project, channel)
    except (NotPossible, Conflict) as error:
        messages.error(request, str(error))
        edit = None
    if edit is None:
        return to(request, reverse("publishing:film-shorter", args=(project.pk, channel.pk)))
    _tell(request, project, channel, edit)
    return to(request, reverse("publishing:film", args=(project.pk,)))


def _carry_out(request: StudioRequest, project: Project, channel: Channel) -> Edit | None:
    """Make the cut, if the film is still the one that the proposal is about."""
    limit_ms, wanted = lengths.limit_of(channel), set(request.POST.getlist("part"))
    with transaction.atomic():
        Project.objects.select_for_update().only("pk").get(pk=project.pk)
        film = load(project.pk)
        if limit_ms is None or lengths.planned_ms(film) is None:
            raise NotPossible(_nothing_to_propose(limit_ms, channel))
        found = _proposal(film, limit_ms)
        if request.POST.get("state") != _state(film, found):
            raise NotPossible(_("The film was changed meanwhile. This is what could go now."))
        steps = [step for step in found.steps if step.part in wanted]
        if not steps:
            raise NotPossible(_("Nothing is ticked, so nothing was changed."))
        return carry_out(film, steps, by_id=request.user.pk)


def _tell(request: StudioRequest, project: Project, channel: Channel, edit: Edit) -> None:
    length_ms = load(project.pk).length_ms
    limit_ms = lengths.limit_of(channel)
    words = _("The film lasts %(length)s now. Make its version again.") % {"length": wording.clock(length_ms)}
    undo = reverse("publishing:film-shorten-undo", args=(project.pk, edit.pk))
    messages.success(request, undoable(words, undo))
    if limit_ms is not None and length_ms > limit_ms:
        messages.info(request, lengths.too_long(length_ms, channel))


@require_POST
def undo(request: StudioRequest, film_id: int, edit_id: int) -> HttpResponse:
    """Take a shorter cut back."""
    project = film_to_change(request, film_id)
    take_back(request, to_change(request, Edit.objects.all(), edit_id, project=project))
    return to(request, reverse("publishing:film", args=(project.pk,)))


def to(request: StudioRequest, address: str) -> HttpResponse:
    """Send the browser to a page."""
    if wants_partial(request):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


# --- The proposal -------------------------------------------------------------------------------------


def _proposal(film: Film, limit_ms: int) -> Proposal:
    return propose(film, max(1, limit_ms - lengths.ROOM_MS))


def _state(film: Film, found: Proposal) -> str:
    return digest(film.length_ms, found.steps)


def _cut(film: Film, channel: Channel, limit_ms: int) -> Cut:
    found = _proposal(film, limit_ms)
    return Cut(
        platform=channel.platform,
        name=services.spec_of(channel.platform).label,
        limit_ms=limit_ms,
        is_ms=film.length_ms,
        length_ms=found.length_ms,
        limit=wording.clock(limit_ms),
        is_now=wording.clock(film.length_ms),
        length=wording.clock(found.length_ms),
        is_enough=found.is_enough,
        state=_state(film, found),
        pieces=tuple(_piece(film, key, changes) for key, changes in found.parts),
    )


def _piece(film: Film, key: str, changes: Sequence[Change]) -> Piece:
    first, saves_ms = changes[0], sum(change.saves_ms for change in changes)
    shot = film.shots[film.shot_index[first.shot_id]]
    scene = film.scene_by_id[shot.scene_id]
    is_gone = first.action == DROP
    if key.startswith("scene-"):
        title = _("Leave out scene %(n)s") % {"n": scene.position + 1}
    else:
        words = _("Leave out shot %(n)s") if is_gone else _("Shorten shot %(n)s")
        title = words % {"n": f"{scene.position + 1}.{shot.position + 1}"}
    return Piece(
        key=key,
        title=title,
        reason=said.words(first.reason),
        saves=_seconds(saves_ms),
        saves_ms=saves_ms,
        is_gone=is_gone,
        shots=tuple(_touched(film, change) for change in changes),
    )


def _touched(film: Film, change: Change) -> Touched:
    shot = film.shots[film.shot_index[change.shot_id]]
    start, end = film.span_ms[shot.pk]
    frame_take = film.take("shot", shot.pk, Slot.Role.FRAME)
    was = _seconds(end - start)
    return Touched(
        number=f"{film.scene_by_id[shot.scene_id].position + 1}.{shot.position + 1}",
        action=shot.action,
        picture=media_url(frame_take.asset) if frame_take else "",
        words=was if change.action == DROP else f"{was} → {_seconds(change.to_ms)}",
    )


def _seconds(length_ms: int) -> str:
    return _("%(n)s s") % {"n": f"{length_ms / 1000:.1f}"} if length_ms < 60_000 else wording.clock(length_ms)
