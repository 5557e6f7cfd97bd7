"""Every address there is, as everybody finds it: the door, nothing at all, a look, or the work itself.

The addresses are found by walking the URL table, so one that is added tomorrow is asked tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import F, Model
from django.http.response import HttpResponseBase
from django.test import Client

from entities.models import GuideImage, Library, Membership
from generation.models import Slot, Take
from projects.models import Casting, Project, Scene, Segment
from publishing.models import Publication
from tests.factories import LibraryFactory
from tests.generation.planned import seat, stranger
from tests.url_table import OPEN, PARTS, PERSONAL, WORDS, Address, World, addresses, fields

pytestmark = pytest.mark.django_db

UNSAFE = ("post", "put", "patch", "delete")
METHODS = ("get", "head", *UNSAFE)
ALL = addresses()
GUARDED = [address for address in ALL if address.name not in OPEN and address.route != "admin/login/"]
OF_ROWS = [address for address in GUARDED if address.parts]
WITHOUT_ROWS = [address for address in GUARDED if not address.parts]


def every(some: list[Address]) -> pytest.MarkDecorator:
    """Ask one address a test."""
    return pytest.mark.parametrize("address", some, ids=lambda address: address.route or "/")


@pytest.fixture
def world(library: Library) -> World:
    """A library with something of everything."""
    return World(library)


def ask(
    browser: Client, method: str, path: str, sent: dict[str, Any] | None = None, headers: dict[str, str] | None = None
) -> int:
    """Return the status of an answer, whatever it holds."""
    given = sent if method in {"get", "head", "post"} else None
    answer: HttpResponseBase = getattr(browser, method)(path, given, headers=headers)
    answer.close()
    return answer.status_code


def test_every_address_has_a_name() -> None:
    nameless = [address.route for address in ALL if address.name.endswith("None") and address.route != "admin/login/"]

    assert nameless == [], "Give these a name, so that the test of the URL table can ask for them."


def test_the_lists_of_exceptions_name_only_what_there_is() -> None:
    names = {address.name for address in ALL}

    assert set(OPEN) | set(PERSONAL) | {name for name, _ in WORDS} <= names
    assert {part for _, part in WORDS}.isdisjoint(PARTS)


@every(GUARDED)
def test_whoever_has_not_signed_in_is_led_to_the_door(address: Address, world: World) -> None:
    path, nobody = address.of(world), Client()

    for method in METHODS:
        answer = getattr(nobody, method)(path)
        part = getattr(nobody, method)(path, headers={"HX-Request": "true"})

        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/")
        assert part.status_code == 401
        assert "studio:signed-out" in part.headers["HX-Trigger"]


@every(OF_ROWS)
def test_a_stranger_is_told_that_there_is_nothing(address: Address, world: World) -> None:
    path, sent, browser = address.of(world), address.sent(world), stranger()

    for headers in ({}, {"HX-Request": "true"}):
        answers = {method: ask(browser, method, path, sent, headers) for method in METHODS}

        # A method that nobody may use says nothing about the row.
        assert set(answers.values()) <= {404, 405}, answers
        assert 404 in answers.values()


@every(OF_ROWS)
def test_the_address_is_there_for_an_owner_so_that_the_others_are_asked_about_something(
    address: Address, world: World
) -> None:
    path, sent, owner = address.of(world), address.sent(world), seat(world.library, Membership.Role.OWNER)

    answers = [ask(owner, "get", path, sent)]
    answers += [ask(owner, "post", path, sent)] if answers == [405] else []

    assert answers[-1] not in {401, 403, 404, 405}, f"{path} answers {answers}: what does its entry in url_table lack?"
    assert answers[-1] < 500


@every(OF_ROWS)
def test_a_viewer_may_look_and_change_nothing(address: Address, world: World) -> None:
    path, sent, viewer = address.of(world), address.sent(world), seat(world.library, Membership.Role.VIEWER)

    answers = {method: ask(viewer, method, path, sent) for method in METHODS}

    assert {answers[method] for method in UNSAFE} <= {403, 405}, answers
    assert answers["get"] in {200, 302, 403, 405}, answers


@every(OF_ROWS)
def test_rows_of_another_library_do_not_come_in_by_a_form(address: Address, world: World) -> None:
    path, other, owner = address.of(world), World(LibraryFactory.create()), seat(world.library, Membership.Role.OWNER)
    sent = address.sent(other)
    before = _rows(other.library)

    ask(owner, "post", path, sent)

    assert list(_strays()) == []
    assert _rows(other.library) == before


def _strays() -> Iterator[Model]:
    """Rows that use something of another library."""
    yield from Scene.objects.exclude(set=None).exclude(set__library=F("project__library"))
    yield from Segment.objects.exclude(speaker=None).exclude(speaker__library=F("project__library"))
    yield from Casting.objects.exclude(project=None).exclude(entity__library=F("project__library"))
    yield from Casting.objects.exclude(scene=None).exclude(entity__library=F("scene__project__library"))
    yield from Casting.objects.exclude(shot=None).exclude(entity__library=F("shot__scene__project__library"))
    yield from Casting.objects.exclude(look=None).exclude(look__character=F("entity__character"))
    yield from GuideImage.objects.exclude(asset__library=F("entity__library"))
    yield from Project.objects.exclude(series=None).exclude(series__library=F("library"))
    for owner, path in (("project", "project"), ("shot", "shot__scene__project"), ("entity", "entity")):
        of_owner = Take.objects.exclude(**{f"slot__{owner}": None})
        yield from of_owner.exclude(asset__library=F(f"slot__{path}__library"))
    yield from Publication.objects.exclude(channel__library=F("library"))
    yield from Publication.objects.exclude(project__library=F("library"))
    yield from Slot.objects.exclude(selected_take=None).exclude(selected_take__slot=F("pk"))


@every(WITHOUT_ROWS)
def test_an_address_without_a_row_says_whose_it_shows(address: Address) -> None:
    assert address.name in PERSONAL, f"Say in PERSONAL (tests/url_table.py) what {address.route!r} shows, and whose."


@every(WITHOUT_ROWS)
def test_a_stranger_sees_nothing_of_a_library_on_pages_of_their_own(address: Address, world: World) -> None:
    Project.objects.filter(pk=world.film.pk).update(title="A well kept secret")
    path, browser = address.of(world), stranger()
    secrets = [b"well kept secret", b"/films/%d/" % world.film.pk, b"/media/%d/" % world.take.asset_id, b">Ana<"]

    page = browser.get(path, {"films": world.film.pk, "library": world.library.pk})

    assert page.status_code < 400 or page.status_code in {404, 405}
    assert [secret for secret in secrets if secret in page.content] == []


@every(WITHOUT_ROWS)
def test_a_viewer_and_a_stranger_add_nothing_to_a_library_on_pages_of_their_own(address: Address, world: World) -> None:
    path = address.of(world)
    wish = {**fields(world), "source": "A lamp goes out.", "library_id": world.library.pk}
    wish |= {"shape": "16:9", "length": "30", "until": "export", "seed": 1}
    before = _rows(world.library)

    for browser in (seat(world.library, Membership.Role.VIEWER), stranger()):
        ask(browser, "post", path)
        browser.post(path, wish)

    assert _rows(world.library) == before


def _rows(library: Library) -> dict[str, int]:
    """How many rows of each kind a library has."""
    names = ("projects", "entities", "voices", "styles", "series", "assets")
    return {name: getattr(library, name).count() for name in names}
