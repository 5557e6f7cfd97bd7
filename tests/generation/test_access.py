"""Owner, editor and viewer do what their names say, whatever kind of row it is about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404
from django.test import RequestFactory

from entities.models import Library, Membership, Style, Voice
from generation.http import StudioRequest
from generation.models import LedgerEntry, ModelOffer, RunEvent, SentForm, Vendor, VendorGate
from generation.views.access import LIBRARY_OF, to_change, to_own, to_see, visible
from tests.factories import LibraryFactory, MembershipFactory
from tests.url_table import World

pytestmark = pytest.mark.django_db

WITHOUT_A_LIBRARY = {
    ModelOffer: "the whole studio's",
    Vendor: "the whole studio's",
    VendorGate: "whose key it is stands in its account",
    SentForm: "its sender's",
}
OURS = [model for app in ("entities", "projects", "generation") for model in apps.get_app_config(app).get_models()]


@pytest.fixture
def world(library: Library) -> World:
    """A library with something of everything."""
    return World(library)


def asking(user: User) -> StudioRequest:
    """A request of somebody."""
    request = RequestFactory().get("/")
    request.user = user
    return request  # type: ignore[return-value]


def member(library: Library, role: str) -> StudioRequest:
    """A request of a member of a library."""
    return asking(MembershipFactory.create(library=library, role=role).user)


def rows_of(world: World) -> Iterator[models.Model]:
    """One row of every kind that a view may ask for."""
    yield from (
        world.library,
        world.film,
        world.scene,
        world.shot,
        world.segment,
        world.casting,
        world.slot,
        world.take,
    )
    yield from (world.asset, world.job, world.run, world.rendition, world.edit, world.library_edit, world.character)
    yield from (world.look, world.set, world.prop, world.guide_image, world.voice, world.style, world.series)
    yield world.membership
    yield RunEvent.objects.create(run=world.run, text="Begun.")


def test_every_kind_of_row_says_which_library_it_belongs_to() -> None:
    known = set(LIBRARY_OF) | set(WITHOUT_A_LIBRARY)

    assert [model.__name__ for model in OURS if model not in known] == [], "Add them to LIBRARY_OF in views/access.py."


def test_every_row_is_seen_by_members_and_by_nobody_else(world: World) -> None:
    viewer, stranger = member(world.library, "viewer"), member(LibraryFactory.create(), "owner")

    for row in rows_of(world):
        rows = type(row)._default_manager.all()
        assert to_see(viewer, rows, row.pk) == row
        with pytest.raises(Http404):
            to_see(stranger, rows, row.pk)


def test_every_row_is_changed_by_editors_and_owners_only(world: World) -> None:
    people = {role: member(world.library, role) for role in Membership.Role.values}

    for row in rows_of(world):
        rows = type(row)._default_manager.all()
        assert to_change(people["editor"], rows, row.pk) == row
        assert to_change(people["owner"], rows, row.pk) == row
        with pytest.raises(PermissionDenied, match="not change it"):
            to_change(people["viewer"], rows, row.pk)


def test_who_else_gets_in_is_for_owners_to_say(world: World) -> None:
    rows, seat = Membership.objects.all(), world.membership.pk

    assert to_own(member(world.library, "owner"), rows, seat).pk == seat
    for role in ("editor", "viewer"):
        with pytest.raises(PermissionDenied, match="Only an owner"):
            to_own(member(world.library, role), rows, seat)
    with pytest.raises(Http404):
        to_own(member(LibraryFactory.create(), "owner"), rows, seat)


@pytest.mark.parametrize("kind", [Voice, Style])
def test_what_comes_with_the_studio_is_seen_by_all_and_changed_by_nobody(
    library: Library, kind: type[Voice | Style]
) -> None:
    shared = kind._default_manager.create(name="Everybody's")
    owner = member(library, "owner")

    assert to_see(owner, kind._default_manager.all(), shared.pk) == shared
    with pytest.raises(PermissionDenied, match="Make a copy"):
        to_change(owner, kind._default_manager.all(), shared.pk)


def test_a_row_of_another_film_is_not_found_under_this_films_address(world: World) -> None:
    other = World(world.library).film
    rows = type(world.scene).objects.all()

    with pytest.raises(Http404):
        to_see(member(world.library, "editor"), rows, world.scene.pk, project=other)


def test_a_row_is_listed_once_however_many_members_there_are(world: World) -> None:
    for _ in range(3):
        MembershipFactory.create(library=world.library)
    me = member(world.library, "viewer").user

    assert visible(me, LedgerEntry.objects.all()).count() == 0
    assert list(visible(me, type(world.film).objects.all())) == [world.film]
