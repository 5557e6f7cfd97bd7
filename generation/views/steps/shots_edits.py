"""Who changed what in a film's plan, and when: the list from which any change can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from generation.views import wording
from projects.models import Edit

_MOST = 60
UNDO = "Undo: "


@dataclass(frozen=True)
class EditLine:
    """One change."""

    pk: int
    film_id: int
    label: str
    who: str
    when: str
    is_undo: bool
    can_undo: bool


def lines_of(film_id: int) -> tuple[EditLine, ...]:
    """Return a film's newest changes, newest first."""
    rows = Edit.objects.filter(project=film_id).order_by("-pk")
    values = rows.values_list("pk", "label", "user__username", "at", "undone_at")[:_MOST]
    return tuple(
        EditLine(
            pk=pk,
            film_id=film_id,
            label=wording.deed(label.removeprefix(UNDO)),
            who=who or _("the studio"),
            when=_when(at),
            is_undo=label.startswith(UNDO),
            can_undo=undone_at is None,
        )
        for pk, label, who, at, undone_at in values
    )


def _when(at: datetime) -> str:
    """Say when, roughly: what is shown must not change with every second."""
    if (timezone.now() - at).total_seconds() < 3600:
        return f"{timezone.localtime(at):%H:%M}"
    return _("%s ago") % timesince(at, depth=1)
