"""Drafts: begun with what a platform and a channel usually have, and changed until they begin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from projects.models import Project
from publishing.models import Channel, LostRace, Publication, PublishingRules
from publishing.platforms.specs import PlatformSpec

from . import ahead
from .errors import NotPossible
from .history import note
from .platform_rows import spec_of

State = Publication.State

OPEN = frozenset({State.DRAFT, State.APPROVAL, State.SCHEDULED, State.MISSED})
"""Nothing of these was sent yet."""
CHANGEABLE = frozenset(
    {
        "text", "written_by_hand", "cover_ms", "cover_id", "sends_captions", "rendition_id", "variant",
        "consented_at", "is_kept_by_platform", "time_zone",
    }
)  # fmt: skip
_GOES_OUT = CHANGEABLE - {"written_by_hand", "consented_at", "time_zone", "is_kept_by_platform"}
"""What the public sees: when that changes, an approval is worth nothing any more."""
_SENT = CHANGEABLE - {"written_by_hand", "time_zone"}
"""What an upload holds that was begun: when that changes, it is begun anew."""


def usual_text(spec: PlatformSpec, channel: Channel) -> dict[str, Any]:
    """Return the fields of a draft as they begin; what a person must choose is None."""
    own = channel.settings.get("text") if isinstance(channel.settings.get("text"), Mapping) else {}
    text = {one.name: [] if one.kind == "tags" and not one.default else one.default for one in spec.fields}
    return {**text, **{name: value for name, value in dict(own or {}).items() if name in text}}


def make_draft(
    channel: Channel,
    project_id: int,
    variant: str,
    *,
    by_id: int | None,
    rendition_id: int | None = None,
    text: Mapping[str, Any] | None = None,
    time_zone: str = "",
) -> Publication:
    """Begin a publication; fields that are not given have the platform's and the channel's defaults."""
    project = Project.objects.get(pk=project_id)
    if project.library_id != channel.library_id:
        raise NotPossible("The film and the channel belong to different libraries.")
    spec = spec_of(channel.platform)
    with transaction.atomic():
        publication = Publication.objects.create(
            library_id=channel.library_id,
            project=project,
            channel=channel,
            variant=variant,
            rendition_id=rendition_id,
            text={**usual_text(spec, channel), **(text or {})},
            time_zone=time_zone,
            is_kept_by_platform=spec.keeps_schedule,
            created_by_id=by_id,
        )
        note(publication, "draft", by_id=by_id)
    return publication


def change_draft(publication: Publication, *, by_id: int | None, **changes: Any) -> Publication:
    """Change a draft's fields (`CHANGEABLE`). One that was approved waits for approval again if what goes out changed.

    One that is being brought over before its time begins anew. Raise `NotPossible` for one that is being posted.
    """
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise ValueError(f"not a draft's: {', '.join(sorted(unknown))}")
    if publication.state not in OPEN and not ahead.is_ahead(publication):
        raise NotPossible("It has begun to go out, so it cannot be changed any more.")
    changed = {name: value for name, value in changes.items() if getattr(publication, name) != value}
    if not changed:
        return publication
    with transaction.atomic():
        if publication.state not in OPEN and _SENT & set(changed):
            ahead.take_back(publication)
        _changed(publication, changed, by_id)
    return publication


def _changed(publication: Publication, changed: dict[str, Any], by_id: int | None) -> None:
    counts = bool(_GOES_OUT & set(changed))
    if publication.state == State.SCHEDULED and _SENT & set(changed):
        changed = {**changed, **_anew(publication)}
    is_approved = publication.approved_at is not None
    try:
        if counts and is_approved and wants_approval(publication.library_id) and publication.state == State.SCHEDULED:
            publication.move_to(State.APPROVAL, approved_by=None, approved_at=None, **changed)
        elif counts and is_approved:
            publication.keep(approved_by=None, approved_at=None, **changed)
        else:
            publication.keep(**changed)
    except LostRace as error:
        raise NotPossible("Somebody changed it at the same moment. Look at it again.") from error
    note(publication, "changed", by_id=by_id, fields=sorted(CHANGEABLE & set(changed)))


def _anew(publication: Publication) -> dict[str, Any]:
    """Take it out of the hands of whoever has just begun with the text as it was."""
    moments = [moment for moment in (publication.not_before, ahead.settled_at(publication)) if moment is not None]
    freed = {"leased_until": None, "worker": "", "queued_at": None}
    return {**freed, "fence": publication.fence + 1, "not_before": max(moments, default=None)}


def wants_approval(library_id: int) -> bool:
    """Tell whether a second person has to look first."""
    return PublishingRules.objects.filter(library_id=library_id, wants_approval=True).exists()
