"""The next episode goes on with the people, the voices, the models and the style of the one before."""

from __future__ import annotations

import pytest
from django.test import Client

from entities.models import Library, Membership, Style, Voice
from generation.film import load
from generation.planning.material import known_characters
from projects.models import Casting, Project, Series
from tests.fakes import FakeQueue, FakeVendor
from tests.generation.planned import film_in, seat, stranger

pytestmark = pytest.mark.django_db

FORM = {"source": "The lamp is lit again.", "shape": "16:9", "length": "60", "until": "export", "seed": "2"}


@pytest.fixture
def film(library: Library, vendor: type[FakeVendor], task_queue: FakeQueue) -> Project:
    """A planned film with a style, a narrator and a model of its own."""
    made = film_in(library)
    made.style = {"name": "Noir", "contrast": 0.7}
    made.narrator = Voice.objects.first()
    made.offers = {"image": "fake/image"}
    made.music_gain_db = -3.0
    made.save()
    return made


def follow(client: Client, film: Project, **more: object) -> Project:
    """Make the next episode; return it."""
    client.post("/", {**FORM, "follows": film.pk, "library": film.library_id, **more})
    return Project.objects.order_by("-pk")[0]


def test_it_has_the_same_people_voices_models_and_style(client: Client, film: Project) -> None:
    fresh = follow(client, film)

    film.refresh_from_db()
    assert (fresh.series, fresh.episode_number, film.episode_number) == (film.series, 2, 1)
    assert (fresh.style, fresh.narrator, fresh.offers, fresh.music_gain_db) == (
        film.style, film.narrator, film.offers, -3.0
    )  # fmt: skip
    cast = [set(Casting.objects.filter(project=one).values_list("entity", flat=True)) for one in (film, fresh)]
    assert cast[0] == cast[1] != set()


def test_the_planner_knows_who_was_in_the_episode_before(client: Client, film: Project) -> None:
    fresh = follow(client, film)

    assert [person.name for person in known_characters(load(fresh.pk))] == ["Ana"]


def test_a_film_alone_becomes_the_first_of_a_series_with_its_title(client: Client, film: Project) -> None:
    Series.objects.create(library=film.library, name=film.title)

    follow(client, film)
    follow(client, film)

    film.refresh_from_db()
    assert film.series is not None
    assert film.series.name == f"{film.title} (2)"
    assert set(film.series.episodes.values_list("episode_number", flat=True)) == {1, 2, 3}


def test_another_style_may_be_chosen_to_go_on_with(client: Client, film: Project) -> None:
    style = Style.objects.create(library=film.library, name="Pastel", warmth=0.4)

    fresh = follow(client, film, style=style.pk)

    assert fresh.style["name"] == "Pastel"


def test_the_box_says_what_is_taken_over_and_stays_so_after_a_refusal(client: Client, film: Project) -> None:
    box = client.get(f"/films/{film.pk}/next/").content.decode()
    refused = client.post("/", {**FORM, "source": "", "follows": film.pk, "library": film.library_id}).content.decode()

    for page in (box, refused):
        assert f'name="follows" value="{film.pk}"' in page
        assert "The next episode" in page


def test_a_film_and_a_series_lead_to_the_next_episode(client: Client, film: Project) -> None:
    fresh = follow(client, film)

    page = client.get(f"/films/{film.pk}/").content.decode()
    series = client.get(f"/library/series/{fresh.series_id}/").content.decode()

    assert f"/films/{film.pk}/next/" in page
    assert f"/films/{fresh.pk}/next/" in series


def test_nobody_goes_on_with_a_film_that_they_may_not_change(film: Project) -> None:
    viewer = seat(film.library, Membership.Role.VIEWER)

    assert stranger().post("/", {**FORM, "follows": film.pk}).status_code == 404
    assert viewer.post("/", {**FORM, "follows": film.pk}).status_code == 403
    assert Project.objects.count() == 1
