"""A planned film to look at, and browsers in which people have signed in."""

from __future__ import annotations

from django.test import Client

from entities.models import Library, Membership
from generation.film import load
from generation.models import Asset, Slot
from generation.services import ensure_slots
from projects.models import Project
from tests.factories import (
    AssetFactory,
    CastingFactory,
    CharacterFactory,
    LibraryFactory,
    LookFactory,
    MembershipFactory,
    ProjectFactory,
    SceneFactory,
    SegmentFactory,
    ShotFactory,
    TakeFactory,
)


def film_in(library: Library, *, shots: int = 2, scenes: int = 1) -> Project:
    """Make a planned film with a picture for every shot."""
    film = ProjectFactory.create(library=library, title="The Lamp on the Quay")
    person = CharacterFactory.create(library=library, name="Ana")
    LookFactory.create(character=person)
    CastingFactory.create(project=film, entity=person.entity)
    rows = [SceneFactory.create(project=film, position=index, heading=f"Place {index}") for index in range(scenes)]
    for index in range(shots):
        scene = rows[index * scenes // shots]
        segment = SegmentFactory.create(project=film, scene=scene, position=index, text=f"Line number {index}.")
        shot = ShotFactory.create(scene=scene, segment=segment, position=index, action=f"Action {index}.")
        CastingFactory.create(project=None, shot=shot, entity=person.entity)
    ensure_slots(load(film.pk))
    for slot in Slot.objects.filter(shot__scene__project=film, role=Slot.Role.FRAME):
        fill(slot, library)
    return film


def fill(slot: Slot, library: Library) -> Asset:
    """Give a slot a file that the user chose."""
    asset = AssetFactory.create(library=library)
    slot.selected_take = TakeFactory.create(slot=slot, asset=asset, number=slot.takes.count() + 1)
    slot.save(update_fields=["selected_take"])
    return asset


def clip_slots(film: Project) -> list[Slot]:
    """Return the slots of a film's clips, in film order."""
    slots = Slot.objects.filter(shot__scene__project=film, role=Slot.Role.CLIP)
    return list(slots.order_by("shot__scene__position", "shot__position"))


def seat(library: Library, role: str = Membership.Role.EDITOR) -> Client:
    """Return the browser of a new member of a library."""
    browser = Client()
    browser.force_login(MembershipFactory.create(library=library, role=role).user)
    return browser


def stranger() -> Client:
    """Return the browser of somebody with a library of their own."""
    return seat(LibraryFactory.create(), Membership.Role.OWNER)
