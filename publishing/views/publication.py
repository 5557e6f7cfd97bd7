"""A publication's page: its draft, how it will look, and what became of it."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from generation.http import StudioRequest, wants_partial
from generation.media.safe_zones import covered
from generation.models import Asset, Slot
from generation.services import uploads
from generation.services.uploads import BadUpload
from generation.views import parts, wording
from generation.views.media import media_url
from generation.views.parts import Part
from publishing import drafting, services
from publishing.models import Publication
from publishing.platforms.specs import FieldSpec, PlatformSpec
from publishing.views import access, draft_parts, files, frame, panel_parts, pulse, suggesting, told
from publishing.views.draft_parts import Cover, Preview

_S = Publication.State
EDITABLE: Final = frozenset({_S.DRAFT, _S.APPROVAL, _S.SCHEDULED, _S.MISSED})
"""What has not begun may still be changed."""


@require_safe
def publication(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Show a publication."""
    row = access.publication_to_see(request, publication_id)
    return render(request, "publishing/publication.html", _context(request, row))


@require_safe
def live(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Send the parts that changed; nothing (204) while none did. `ask` asks the platform what the account may do."""
    row = access.publication_to_see(request, publication_id)
    ask = "ask" in request.GET
    if not ask and pulse.of_library(request.user, row.library_id) == request.GET.get("since"):
        return HttpResponse(status=204)
    return changed(request, publication_id, ask=ask)


def changed(request: StudioRequest, publication_id: int, *, ask: bool = False, **more: Any) -> HttpResponse:
    """Send the parts of the page that the browser does not show yet. `more` is said in the panel only this once."""
    row = access.publication_to_see(request, publication_id)
    context = _context(request, row, ask=ask, more=more)
    given = request.POST if request.method == "POST" else request.GET
    context["changed"] = list(parts.changed(context["parts"].values(), parts.seen_by(given)))
    return render(request, "publishing/live.html", {**context, "oob": True})


def _context(
    request: StudioRequest, row: Publication, *, ask: bool = False, more: dict[str, Any] | None = None
) -> dict[str, Any]:
    place = frame.place_of(request, row.library_id)
    is_early = row.state in EDITABLE
    may_edit = place.may_edit and (is_early or services.is_ahead(row))
    if may_edit and is_early and drafting.take_up(row):
        row = access.publication_to_see(request, row.pk)
    since = pulse.of_library(request.user, row.library_id)
    spec = services.spec_of(row.channel.platform)
    shown = (
        suggesting.part(row, may_edit=may_edit),
        panel_parts.panel(row, place, user_id=request.user.pk, **(more or {})),
        draft_parts.fields(row, spec, may_edit=may_edit, ask=ask),
        files.files(row, spec, may_edit=may_edit),
        cover(row, spec, may_edit=may_edit),
        draft_parts.terms(row, spec, may_edit=may_edit),
        preview(row, spec),
    )
    return {
        **frame.frame(request, place, "calendar"),
        "publication": row,
        "film": row.project,
        "title": wording.title(row.project),
        "spec": spec,
        "may_write": may_edit,
        "parts": {part.key: part for part in shown},
        "since": since,
        "live_at": f"{reverse('publishing:publication-live', args=(row.pk,))}?since={since}",
        "is_live": pulse.is_live(row.library_id),
        "asks": draft_parts.requirements(row.channel) is None and row.channel.is_usable and not ask,
    }


# --- What it looks like -------------------------------------------------------------------------------


def preview(row: Publication, spec: PlatformSpec) -> Part:
    """Return the post as people will see it."""
    text, asset = row.text, row.rendition.take.asset if row.rendition else None
    title = str(text.get("title") or "")
    body = str(text.get("caption") or text.get("description") or "")
    variant = row.rendition.take.slot.variant if row.rendition else row.variant
    shape = variant.partition(" ")[0] or "16:9"
    zone = covered(spec.zone, shape)
    shows = Preview(
        platform=spec.key,
        zone=_zone_vars(zone.zone) if zone and shape == "9:16" else "",
        shape=shape.replace(":", "x"),
        video=media_url(asset),
        poster=_poster(row),
        cover=media_url(row.cover),
        cover_ms=row.cover_ms,
        channel=row.channel.name,
        handle=row.channel.handle,
        title=title or wording.title(row.project),
        text=body,
        tags=tuple(map(str, text.get("hashtags") or ())),
        length=wording.clock(row.rendition.duration_ms) if row.rendition else "",
    )
    return Part("draft-preview", "publishing/draft/_preview.html", shows)


def _zone_vars(zone: Any) -> str:
    sides = (("top", zone.top), ("right", zone.right), ("bottom", zone.bottom), ("left", zone.left))
    return "; ".join(f"{side}: {share * 100:.1f}%" for side, share in sides)


def _poster(row: Publication) -> str:
    frames = Slot.objects.filter(
        role=Slot.Role.FRAME, shot__scene__project=row.project_id, selected_take__isnull=False
    ).order_by("shot__scene__position", "shot__position")
    slot = frames.select_related("selected_take__asset").first()
    return media_url(slot.selected_take.asset) if slot and slot.selected_take else ""


def cover(row: Publication, spec: PlatformSpec, *, may_edit: bool) -> Part:
    """Return the choice of the picture that stands for the film."""
    asset = row.rendition.take.asset if row.rendition else None
    shows = Cover(
        url=reverse("publishing:publication-cover", args=(row.pk,)),
        video=media_url(asset),
        poster=_poster(row),
        cover=media_url(row.cover),
        cover_ms=row.cover_ms,
        duration_ms=row.rendition.duration_ms if row.rendition else 0,
        may_edit=may_edit,
        takes_upload=spec.key not in {"tiktok"},
        accept=uploads.ACCEPTED[Asset.Kind.IMAGE],
    )
    return Part("field-cover", "publishing/draft/_cover.html", shows)


# --- Writing ------------------------------------------------------------------------------------------


@require_POST
def write(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Keep one field, or one choice beside the fields. Two people who write the same field are both asked."""
    access.publication_to_change(request, publication_id)
    with transaction.atomic():
        # Fields are sent one by one, and two of them may come at the same moment.
        row = Publication.objects.select_for_update().get(pk=publication_id)
        return _written(request, row) or _answer(request, row)


def _written(request: StudioRequest, row: Publication) -> HttpResponse | None:
    """Keep what was sent; return an answer only where somebody else wrote the same field meanwhile."""
    spec = services.spec_of(row.channel.platform)
    field = next((one for one in spec.fields if one.name in request.POST), None)
    try:
        if field is not None:
            return _write_field(request, row, spec, field)
        _write_terms(request, row)
    except services.NotPossible as error:
        messages.error(request, told.words(str(error)))
    return None


def _write_field(request: StudioRequest, row: Publication, spec: PlatformSpec, field: FieldSpec) -> HttpResponse | None:
    typed = request.POST.getlist(field.name)[-1][:20_000]
    stored = draft_parts.as_typed(field, draft_parts.value_of(row, field))
    was = request.POST.get(f"was-{field.name}")
    value = draft_parts.as_kept(field, typed)
    now = draft_parts.as_kept(field, stored)
    if was is not None and now not in (draft_parts.as_kept(field, was), value):
        return _conflict(request, row, spec, field, typed, stored)
    by_hand = list(dict.fromkeys([*row.written_by_hand, field.name]))
    services.change_draft(row, by_id=request.user.pk, text={**row.text, field.name: value}, written_by_hand=by_hand)
    return None


def _conflict(
    request: StudioRequest, row: Publication, spec: PlatformSpec, field: FieldSpec, typed: str, stored: str
) -> HttpResponse:
    known = draft_parts.requirements(row.channel)
    part = draft_parts.field_part(row, spec, field, known, (), may_edit=True, typed=typed, theirs=stored)
    return render(request, "publishing/draft/conflict.html", {"part": part, "oob": True}, status=409)


def _write_terms(request: StudioRequest, row: Publication) -> None:
    given, changes = request.POST, dict[str, Any]()
    if given.get("rendition", "").isdecimal():
        known = {one.pk: one for one in files.newest_of(row.project).values()}
        wanted = known.get(int(given["rendition"]))
        changes |= files.chosen(wanted) if wanted is not None else {}
    if "consent" in given:
        changes["consented_at"] = timezone.now() if given.getlist("consent")[-1] == "on" else None
    if "sends_captions" in given:
        changes["sends_captions"] = given.getlist("sends_captions")[-1] == "on"
    if "is_kept" in given:
        changes["is_kept_by_platform"] = given.getlist("is_kept")[-1] == "on"
    if changes:
        services.change_draft(row, by_id=request.user.pk, **changes)


@require_POST
def choose_cover(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Take a frame of the film, or a picture of the user's own, as what stands for it."""
    row = access.publication_to_change(request, publication_id)
    changes: dict[str, Any] = {}
    file, moment = request.FILES.get("picture"), request.POST.get("cover_ms", "")
    try:
        if file is not None:
            changes = {"cover_id": uploads.receive(file, Asset.Kind.IMAGE, row.library).pk}
        elif moment.isdecimal() and len(moment) < 10:
            longest = row.rendition.duration_ms if row.rendition else 0
            changes = {"cover_ms": min(int(moment), longest), "cover_id": None}
        elif "none" in request.POST:
            changes = {"cover_ms": None, "cover_id": None}
        if changes:
            services.change_draft(row, by_id=request.user.pk, **changes)
    except BadUpload as error:
        messages.error(request, told.words(str(error)))
    except services.NotPossible as error:
        messages.error(request, told.words(str(error)))
    return _answer(request, row)


@require_POST
def suggest(request: StudioRequest, publication_id: int) -> HttpResponse:
    """Write what can be suggested into every field that nobody has written by hand: by rules, or `with` a model."""
    row = access.publication_to_change(request, publication_id)
    try:
        words = _ask_model(request, row) if request.POST.get("with") == "model" else _by_rules(request, row)
    except (services.NotPossible, drafting.CannotSuggest) as error:
        messages.error(request, told.words(str(error)))
    else:
        if words:
            messages.success(request, words)
    return _answer(request, row)


def _by_rules(request: StudioRequest, row: Publication) -> str:
    written = drafting.suggest(row, by_id=request.user.pk)
    if not written:
        return _("There is nothing to suggest.")
    services.change_draft(row, by_id=request.user.pk, text={**row.text, **written})
    return _("Suggested. What you wrote yourself is as it was.")


def _ask_model(request: StudioRequest, row: Publication) -> str:
    if drafting.ask(row, by_id=request.user.pk).is_working:
        return ""  # the page says so for as long as it lasts
    return _("Suggested. What you wrote yourself is as it was.")


def _answer(request: StudioRequest, row: Publication) -> HttpResponse:
    if not wants_partial(request):
        return redirect("publishing:publication", row.pk)
    return changed(request, row.pk)
