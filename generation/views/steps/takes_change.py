"""“Change it with words” on the frames step: the form beside the takes of a picture."""

from __future__ import annotations

from django.urls import reverse

from generation.models import Slot
from generation.views import picture_change
from generation.views.parts import Part
from generation.views.steps.base import Studio

KEY = "bench-change"


def parts(studio: Studio, slot: Slot) -> tuple[Part, ...]:
    """Return the form for the picture that a shot uses; nothing for a clip, or for whoever may only look."""
    take = slot.selected_take
    if slot.role != Slot.Role.FRAME or take is None or not studio.may_edit:
        return ()
    shows = picture_change.change(
        studio.film,
        take,
        key=f"{KEY}-{slot.pk}",
        action=reverse("generation:takes-change", args=(studio.film.project.pk, slot.pk)),
        busy=slot.pk in studio.film.active,
        is_open="change" in studio.asked,
    )
    return (Part(KEY, "generation/takes/_bench_change.html", shows),)
