"""What the timeline says, in the language of whoever looks at it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


def words() -> dict[str, Any]:
    """Return every sentence that the timeline's script writes. `%s` stands for a number."""
    return {
        "play": _("Play"),
        "pause": _("Pause"),
        "ready": _("Ready"),
        "states": {
            "stale": _("Out of date"),
            "missing": _("No clip"),
            "working": _("In the making"),
            "failed": _("Failed"),
        },
        "missing": _("No clip yet"),
        "broken": _("This clip cannot be played"),
        "silent": _("No voice yet"),
        "head": _("%1 shots, %2"),
        "sums": {
            "missing": _("%s without a clip"),
            "failed": _("%s failed"),
            "working": _("%s in the making"),
            "stale": _("%s out of date"),
            "silent": _("Lines without a voice: %s"),
            "whole": _("Every shot has its clip"),
        },
        "music": _("Music"),
        "effects": _("Effects"),
        "edge": _("Beginning of shot %s"),
        "seconds": _("%s s"),
        "part": _("%1 to %2 s of %3 s"),
        "trimmed": _("Shot %s begins here now."),
        "slipped": _("Shot %s shows another part of its clip."),
        "undo": _("Undo"),
        "undone": _("Taken back."),
        "lost": _("The studio could not be reached, so nothing was changed."),
        "unreachable": _("The cut could not be loaded. Load the page anew."),
    }
