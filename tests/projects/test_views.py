"""The box: what is typed becomes one film, or comes back with a sentence."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from entities.models import Library, Membership, Style
from generation.forms import seconds_in
from generation.models import Run
from projects.models import Project
from tests.factories import LibraryFactory, MembershipFactory, ProjectFactory, RunFactory

pytestmark = pytest.mark.django_db


def wish(library: Library, **changes: Any) -> dict[str, Any]:
    """What the box sends."""
    sent = {"source": "A lamp goes out.", "shape": "9:16", "length": "30", "until": "export", "seed": 1}
    return sent | {"library": library.pk, "once": uuid4().hex} | changes


def test_one_text_makes_one_film_and_shows_it(client: Client, library: Library) -> None:
    answer = client.post("/", wish(library))

    film = Project.objects.get()
    assert answer.headers["Location"] == f"/films/{film.pk}/"
    assert (film.source, film.shape, film.seconds, film.library) == ("A lamp goes out.", "9:16", 30, library)
    assert Run.objects.get(project=film).until == Run.Gate.EXPORT


def test_sending_the_same_form_twice_makes_one_film(client: Client, library: Library) -> None:
    form = wish(library)

    first, second = client.post("/", form), client.post("/", form)

    assert Project.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"]


def test_the_same_text_in_a_new_form_makes_another_film(client: Client, library: Library) -> None:
    client.post("/", wish(library))
    client.post("/", wish(library))

    assert Project.objects.count() == 2


@pytest.mark.parametrize("text", ["", "   \n ", "!!! 123", "\x00\x01"], ids=["nothing", "blank", "no words", "binary"])
def test_a_text_that_makes_no_film_gets_a_sentence(client: Client, library: Library, text: str) -> None:
    answer = client.post("/", wish(library, source=text))

    assert answer.status_code == 200
    assert b'role="alert"' in answer.content
    assert Project.objects.count() == 0


def test_nothing_that_was_typed_is_lost_when_the_film_cannot_be_made(client: Client, library: Library) -> None:
    style = Style.objects.create(name="Smoke", palette=["#101010"])
    form = wish(library, source="A <lamp> & “light”", length="own", own_length="soon", until="frames", style=style.pk)

    page = client.post("/", form).content.decode()

    assert "A &lt;lamp&gt; &amp; “light”" in page
    assert 'value="soon"' in page
    assert 'value="frames" selected' in page
    assert "Give a length between 5 seconds and 3 hours" in page
    assert "<span data-style-name>Smoke</span>" in page


def test_a_text_that_is_too_long_is_refused_with_its_length(client: Client, library: Library) -> None:
    page = client.post("/", wish(library, source="灯" * 400_001)).content.decode()

    assert "This text has 400,001 characters." in page
    assert Project.objects.count() == 0


def test_a_film_takes_a_copy_of_the_chosen_style(client: Client, library: Library) -> None:
    style = Style.objects.create(name="Smoke", palette=["#101010"], warmth=0.5)

    client.post("/", wish(library, style=style.pk))

    film = Project.objects.get()
    assert (film.style["name"], film.style["palette"], film.style["warmth"]) == ("Smoke", ["#101010"], 0.5)


def test_a_style_of_another_library_cannot_be_chosen(client: Client, library: Library) -> None:
    style = Style.objects.create(name="Secret", library=LibraryFactory.create())

    page = client.post("/", wish(library, style=style.pk)).content.decode()

    assert "Secret" not in page
    assert Project.objects.count() == 0


def test_a_film_cannot_be_made_in_a_library_that_one_may_only_look_at(client: Client, editor: Membership) -> None:
    shown = MembershipFactory.create(user=editor.user, role=Membership.Role.VIEWER).library

    client.post("/", wish(shown))

    assert Project.objects.count() == 0


def test_somebody_without_a_library_is_given_one() -> None:
    user = MembershipFactory.create(role=Membership.Role.VIEWER).user
    browser = Client()
    browser.force_login(user)

    answer = browser.get("/")

    assert answer.status_code == 200
    assert user.memberships.filter(role=Membership.Role.OWNER).count() == 1


def test_another_version_starts_from_what_was_asked_for_before(client: Client, library: Library) -> None:
    Style.objects.create(name="Smoke", palette=["#101010"])
    film = ProjectFactory.create(
        library=library, source="The same lamp.", shape="1:1", seconds=90, style={"name": "Smoke"}
    )
    RunFactory.create(project=film, until=Run.Gate.CLIPS)

    page = client.get(f"/films/{film.pk}/again/").content.decode()

    assert ">The same lamp.</textarea>" in page
    assert 'value="1:30"' in page
    assert 'name="seed" value="2"' in page
    assert 'value="clips" selected' in page
    assert "<span data-style-name>Smoke</span>" in page


def test_films_beyond_a_page_are_one_press_away(client: Client, library: Library) -> None:
    for number in range(26):
        ProjectFactory.create(library=library, title=f"Film {number:02}")

    first, second = client.get("/").content.decode(), client.get("/?page=2").content.decode()

    assert "Film 25" in first
    assert "Film 00" not in first
    assert "Film 00" in second


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90", 90),
        ("90 s", 90),
        ("1:30", 90),
        ("2 min", 120),
        ("1 min 30", 90),
        ("1m30s", 90),
        ("soon", None),
        ("", None),
    ],
)
def test_lengths_are_read_as_people_write_them(text: str, seconds: int | None) -> None:
    assert seconds_in(text) == seconds
