"""What can be done with one line, opened when it is wanted: it is not on the page five hundred times."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from generation.models import Slot, Take
from generation.views.media import media_url
from generation.views.steps.base import Studio
from generation.views.steps.bills import Reckoning, pieces
from generation.views.steps.script_lines import Line, line
from projects.models import Segment

EFFECTS = (
    "applause", "bell", "birds", "breaking glass", "clock ticking", "crash", "creak", "dog barking", "door closes",
    "door opens", "engine", "explosion", "fire crackling", "footsteps", "heartbeat", "horse", "knock", "laughter",
    "phone rings", "rain", "sea waves", "siren", "splash", "thunder", "train", "whistle", "wind",
)  # fmt: skip


@dataclass(frozen=True)
class SpokenTake:
    """One recording of a line."""

    pk: int
    number: int
    audio: str
    length: str
    is_used: bool


@dataclass(frozen=True)
class Tools:
    """All that can be done with a line, and what a change of it would make out of date."""

    line: Line
    sounds: tuple[tuple[int, str, str], ...]
    sounds_json: str
    words: tuple[tuple[int, str], ...]
    index: int
    is_first: bool
    is_last: bool
    if_changed: str
    if_changed_bill: str
    again_bill: str
    takes: tuple[SpokenTake, ...]
    has_slot: bool
    next_index: int
    earlier_index: int


def tools(studio: Studio, segment: Segment) -> Tools:
    """Return what can be done with a line."""
    film, reckoning = studio.film, Reckoning(studio)
    own = [row for row in film.segments if row.scene_id == segment.scene_id]
    index = next(at for at, row in enumerate(own) if row.pk == segment.pk)
    slot = film.slot("segment", segment.pk, Slot.Role.SPEECH)
    shown = line(studio, reckoning, segment)
    followers = reckoning.followers(segment)
    hit = [slot, *followers] if slot and slot.selected_take else followers
    return Tools(
        line=shown,
        sounds=tuple((at, name, word) for at, (name, word) in enumerate(shown.effects)),
        sounds_json=json.dumps(segment.sounds, ensure_ascii=False),
        words=tuple(enumerate(segment.text.split())),
        index=index,
        is_first=index == 0,
        is_last=index == len(own) - 1,
        if_changed=pieces(one.role for one in hit if one) or _("nothing that is made already"),
        if_changed_bill=reckoning.bill(hit).words if hit else "",
        again_bill=reckoning.bill([slot]).words if slot else "",
        takes=_takes(slot) if slot else (),
        has_slot=slot is not None,
        next_index=index + 1,
        earlier_index=index - 1,
    )


def _takes(slot: Slot) -> tuple[SpokenTake, ...]:
    takes = Take.objects.filter(slot=slot).select_related("asset").order_by("-number")[:8]
    return tuple(
        SpokenTake(
            take.pk,
            take.number,
            media_url(take.asset),
            f"{(take.asset.duration_ms or 0) / 1000:.1f} s",
            take.pk == slot.selected_take_id,
        )
        for take in takes
    )
