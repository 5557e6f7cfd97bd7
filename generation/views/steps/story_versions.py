"""The scripts that were written for a film: looked at, held side by side, chosen."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from generation import storage
from generation.models import Slot, Take
from generation.views import wording
from generation.views.parts import Part
from generation.views.steps.base import Studio
from generation.views.steps.bills import Reckoning
from generation.views.steps.script_lines import speaker_name
from generation.views.steps.story_facts import would_be

MOST_VERSIONS = 12
MOST_LINES = 400
"""More lines than these side by side are read on the script's own page."""

Spoken = tuple[str, str]


@dataclass(frozen=True)
class Version:
    """One script."""

    pk: int
    number: int
    about: str
    is_used: bool
    is_compared: bool


@dataclass(frozen=True)
class Versions:
    """All scripts of a film, and what writing another one would mean."""

    film_id: int
    rows: tuple[Version, ...]
    would: str
    bill: str
    write_bill: str
    is_working: bool
    has_script: bool
    may_edit: bool


@dataclass(frozen=True)
class Pair:
    """A line of the script as it is, and of the other version."""

    here: Spoken
    there: Spoken
    is_changed: bool


@dataclass(frozen=True)
class Comparison:
    """Two scripts side by side. Nothing is open where there is no `number`."""

    film_id: int
    take: int = 0
    number: int = 0
    pairs: tuple[Pair, ...] = ()
    changed: int = 0
    is_cut_short: bool = False
    may_edit: bool = False


def script_slot(studio: Studio) -> Slot | None:
    """Return the place of the film's script."""
    return studio.film.slot("project", studio.film.project.pk, Slot.Role.SCRIPT)


def versions(studio: Studio, reckoning: Reckoning) -> Part:
    """Return the scripts that were written, the newest first."""
    project, slot = studio.film.project, script_slot(studio)
    takes = Take.objects.filter(slot=slot).select_related("asset").order_by("-number")[:MOST_VERSIONS]
    asked = studio.asked.get("compare", "")
    rows = tuple(_version(take, slot, asked) for take in takes)
    bill = would_be(studio, {"seed": project.seed + 1}) if rows and studio.may_edit else None
    shows = Versions(
        film_id=project.pk,
        rows=rows,
        would=bill.pieces if bill else "",
        bill=bill.words if bill else "",
        write_bill=reckoning.bill([slot]).words if slot else "",
        is_working=slot is not None and slot.pk in studio.film.active,
        has_script=bool(studio.film.segments),
        may_edit=studio.may_edit,
    )
    return Part("versions", "generation/story/_versions.html", shows)


def _version(take: Take, slot: Slot | None, asked: str) -> Version:
    is_used = slot is not None and take.pk == slot.selected_take_id
    try:
        document = storage.read_json(take.asset)
    except (OSError, ValueError):
        return Version(take.pk, take.number, _("Its file is missing."), is_used, is_compared=False)
    lines = [segment for segment in document.get("segments", ()) if segment.get("kind") != "pause"]
    words = sum(len(str(segment.get("text", "")).split()) for segment in lines)
    about = [
        str(document.get("title", "")),
        wording.count(len(lines), _("line"), _("lines")),
        wording.count(words, _("word"), _("words")),
    ]
    return Version(take.pk, take.number, " · ".join(filter(None, about)), is_used, str(take.pk) == asked)


def comparison(studio: Studio) -> Part:
    """Return the script as it is beside the version that the address asks for."""
    return Part("comparison", "generation/story/_comparison.html", _comparison(studio))


def _comparison(studio: Studio) -> Comparison:
    film, slot, asked = studio.film, script_slot(studio), studio.asked.get("compare", "")
    nothing = Comparison(film.project.pk)
    if not asked.isdecimal() or slot is None:
        return nothing
    take = Take.objects.filter(slot=slot, pk=int(asked)).select_related("asset").first()
    if take is None:
        return nothing
    here = [(speaker_name(film, segment), segment.text) for segment in film.spoken]
    there = [_spoken(segment) for segment in storage.read_json(take.asset)["segments"] if segment["kind"] != "pause"]
    pairs = _pairs(here, there)
    return Comparison(
        film_id=film.project.pk,
        take=take.pk,
        number=take.number,
        pairs=tuple(pairs[:MOST_LINES]),
        changed=sum(pair.is_changed for pair in pairs),
        is_cut_short=len(pairs) > MOST_LINES,
        may_edit=studio.may_edit,
    )


def _spoken(segment: dict[str, Any]) -> Spoken:
    speaker = segment.get("speaker") or (_("Narrator") if segment.get("kind") == "narration" else _("Somebody"))
    return str(speaker), str(segment.get("text", ""))


def _pairs(here: list[Spoken], there: list[Spoken]) -> list[Pair]:
    """Put two scripts side by side, line by line, so that what is the same stands in one row."""
    found = []
    matcher = SequenceMatcher(None, [text for _who, text in here], [text for _who, text in there], autojunk=False)
    for same, first, end, other, other_end in matcher.get_opcodes():
        for at in range(max(end - first, other_end - other)):
            mine = here[first + at] if first + at < end else ("", "")
            theirs = there[other + at] if other + at < other_end else ("", "")
            found.append(Pair(mine, theirs, is_changed=same != "equal"))
    return found
