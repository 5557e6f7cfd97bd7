"""A film of hundreds of shots, made in a moment: rows only, with one small picture that all shots share."""

from __future__ import annotations

from entities.models import Library
from generation.film import load
from generation.models import Slot, Take
from generation.services import ensure_slots
from projects.models import Project, Scene, Segment, Shot
from tests.factories import AssetFactory, ProjectFactory


def long_film(library: Library, *, shots: int = 500, scenes: int = 40) -> Project:
    """Make a planned film in which every shot has a line, and a picture that somebody chose."""
    film: Project = ProjectFactory.create(library=library, title="The Lamp on the Quay")
    rows = Scene.objects.bulk_create(Scene(project=film, position=n, heading=f"Place {n}") for n in range(scenes))
    places = [rows[n * scenes // shots] for n in range(shots)]
    lines = Segment.objects.bulk_create(
        Segment(project=film, scene=scene, position=n, kind="narration", text=f"Line number {n}.")
        for n, scene in enumerate(places)
    )
    Shot.objects.bulk_create(
        Shot(scene=line.scene, segment=line, position=n, action=f"Action {n}.") for n, line in enumerate(lines)
    )
    ensure_slots(load(film.pk))
    picture = AssetFactory.create(library=library)
    frames = list(Slot.objects.filter(shot__scene__project=film, role=Slot.Role.FRAME))
    for slot, take in zip(
        frames, Take.objects.bulk_create(Take(slot=slot, number=1, asset=picture) for slot in frames), strict=True
    ):
        slot.selected_take = take
    Slot.objects.bulk_update(frames, ["selected_take"])
    return film
