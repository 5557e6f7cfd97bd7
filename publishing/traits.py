"""What a published film was like: the things that its numbers may depend on.

They are read from the recipe of the very file that went out, not from the film as it stands now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from publishing.models import Publication

SLOW_CUT_S, FAST_CUT_S = 5.0, 2.7
"""Middle shots longer or shorter than this make a film slow or fast."""
SILENT_MS = 3_000
"""A film in which nobody speaks for so long opens in silence."""
_LENGTHS = ((20, "under 20 s"), (40, "20 to 40 s"), (60, "40 to 60 s"), (180, "1 to 3 min"))
_LONGER = "over 3 min"
_HOURS = ((6, "night"), (12, "morning"), (18, "afternoon"), (24, "evening"))


@dataclass(frozen=True, slots=True)
class CutShot:
    """One shot as it went out: what was seen (the digest of its clip), from when to when."""

    sha256: str
    start_ms: int
    end_ms: int
    card: str = ""


def shots_of(publication: Publication) -> list[CutShot]:
    """Return the shots of the file that went out, in order; none where it is not known how it was made."""
    rows = _recipe(publication).get("shots") or ()
    return [CutShot(str(row[0]), int(row[1]), int(row[2]), str(row[4] or "")) for row in rows]


def traits_of(publication: Publication) -> dict[str, str]:
    """Return what a published film was like, by trait. What is not known is left out.

    The publication must come with its rendition, its take and job, and its project (see `WITH`).
    """
    project, shots = publication.project, shots_of(publication)
    told = {
        "style": str((project.style or project.planned_style).get("name", "")),
        "genre": project.genre,
        "shape": publication.variant.partition(" ")[0],
        "length": _length(publication.rendition.duration_ms if publication.rendition else 0),
        "cutting": _cutting(shots),
        "title": _title(shots),
        "opening": _opening(publication),
        "time": _time(publication),
    }
    return {trait: value for trait, value in told.items() if value}


WITH = ("project", "channel", "rendition__take__job")
"""What `traits_of` reads of a publication."""


def _recipe(publication: Publication) -> Mapping[str, Any]:
    job = publication.rendition.take.job if publication.rendition else None
    return job.recipe.get("arguments", {}) if job else {}


def _length(duration_ms: int) -> str:
    if not duration_ms:
        return ""
    return next((name for seconds, name in _LENGTHS if duration_ms < seconds * 1000), _LONGER)


def _cutting(shots: Iterable[CutShot]) -> str:
    lengths = sorted((shot.end_ms - shot.start_ms) / 1000 for shot in shots if not shot.card)
    if len(lengths) < 3:
        return ""
    middle = lengths[len(lengths) // 2]
    return "fast" if middle < FAST_CUT_S else "slow" if middle > SLOW_CUT_S else "even"


def _title(shots: list[CutShot]) -> str:
    return ("with" if shots[0].card == "title" else "without") if shots else ""


def _opening(publication: Publication) -> str:
    """Return what is heard first: a line, the narrator, or for a while nothing."""
    speech = _recipe(publication).get("speech") or ()
    if not speech:
        return ""
    if min(int(at) for _, at in speech) > SILENT_MS:
        return "silence"
    first = publication.project.segments.exclude(kind="pause").order_by("position").first()
    return str(first.kind) if first else ""


def _time(publication: Publication) -> str:
    if publication.published_at is None:
        return ""
    hour = publication.published_at.astimezone(ZoneInfo(publication.time_zone or "UTC")).hour
    return next(name for before, name in _HOURS if hour < before)
