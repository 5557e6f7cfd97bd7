"""Which wishes make sense for a publication as it stands: what a page offers."""

from __future__ import annotations

from publishing.models import Publication, SideStep

from .ahead import is_ahead
from .platform_rows import spec_for

State = Publication.State

_ALWAYS: dict[str, tuple[str, ...]] = {
    State.DRAFT: ("edit", "schedule", "publish_now", "cancel"),
    State.APPROVAL: ("edit", "reschedule", "approve", "send_back", "cancel", "back_to_draft"),
    State.SCHEDULED: ("edit", "reschedule", "publish_now", "cancel", "back_to_draft"),
    State.MISSED: ("edit", "schedule", "reschedule", "publish_now", "cancel", "back_to_draft"),
    State.STARTING: ("cancel",),
    State.TRANSFERRING: ("cancel",),
    State.PERSON: ("settle",),
    State.FAILED: ("back_to_draft",),
    State.CANCELLED: ("back_to_draft",),
}


def what_may_be_done(publication: Publication) -> tuple[str, ...]:
    """Return "edit", "schedule", "publish_now", "reschedule", "approve", "send_back", "cancel", "back_to_draft",
    "settle", "take_down", "unlist" and "retry_side_steps", as far as they make sense.
    """
    found = [*_ALWAYS.get(publication.state, ())]
    if is_ahead(publication):
        found += ["edit", "reschedule", "publish_now"]
    spec = spec_for(publication.channel)
    if publication.state == State.HANDED_OVER and "reschedule" in spec.can:
        found += ["reschedule", "cancel"]
    if publication.state == State.LIVE and publication.remote_id:
        found += [name for name in ("take_down", "unlist") if name in spec.can]
    if publication.side_steps.filter(state=SideStep.State.FAILED).exists():
        found.append("retry_side_steps")
    return tuple(found)
