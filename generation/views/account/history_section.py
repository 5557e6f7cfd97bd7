"""Who changed what of a library's affairs: members, links, keys, models, budgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from entities import audit
from generation.http import StudioRequest


@dataclass(frozen=True)
class Entry:
    """One thing that somebody did."""

    words: str
    who: str
    at: datetime


def shown(request: StudioRequest, library: Any) -> dict[str, Any]:
    """Return what the section shows."""
    return {
        "entries": [
            Entry(audit.words(row), row.user.get_username() if row.user else _("the studio"), row.at)
            for row in audit.of_library(library.pk)
        ]
    }
