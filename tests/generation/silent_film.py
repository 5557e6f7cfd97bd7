"""A film with silences: shots during which nothing is said, and pauses after words."""

from __future__ import annotations

from entities.models import Library
from projects.models import Project, Segment, Shot
from tests.factories import SegmentFactory, ShotFactory
from tests.generation.cut_film import cut_film, shots_of


def pause_after(shot: Shot, length_ms: int, *, shown: bool = True) -> Segment:
    """Let a silence follow a shot's line; a shot of its own is seen meanwhile, unless it is part of that shot."""
    later = Segment.objects.filter(project=shot.scene.project, position__gt=shot.segment.position)
    for segment in later.order_by("-position"):
        Segment.objects.filter(pk=segment.pk).update(position=segment.position + 1)
    position = shot.segment.position + 1
    pause: Segment = SegmentFactory.create(
        project=shot.scene.project, scene=shot.scene, position=position, kind="pause", text="", pause_ms=length_ms
    )
    if shown:
        for other in Shot.objects.filter(scene=shot.scene, position__gt=shot.position).order_by("-position"):
            Shot.objects.filter(pk=other.pk).update(position=other.position + 1)
        ShotFactory.create(scene=shot.scene, segment=pause, position=shot.position + 1, action="The lamp.")
    return pause


def silent_film(library: Library) -> Project:
    """Six shots with a line of two seconds each in three scenes; silences after the second and the third."""
    film = cut_film(library, shots=6, scenes=3)
    rows = shots_of(film)
    pause_after(rows[1], 4_000, shown=False)
    pause_after(rows[2], 6_000)
    return film
