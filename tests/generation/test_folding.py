"""A long film by scenes: what is shut costs nothing, what is asked for is there, and nothing changes unseen."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from entities.models import Library
from projects.models import Project, Scene, Shot
from tests.generation.long_film import long_film
from tests.generation.planned import film_in

pytestmark = pytest.mark.django_db

LONG = {"shots": 80, "scenes": 8}


def text(client: Client, address: str) -> str:
    """What a page says."""
    return client.get(address).content.decode()


def ids(page: str, kind: str) -> set[str]:
    """The rows of a kind that a page holds."""
    return set(re.findall(rf'id="({kind}-\d+)"', page))


def versions(page: str) -> str:
    """What a browser that shows a page says of it."""
    return ".".join(re.findall(r'data-v="(\w+)"', page))


def last(film: Project) -> Shot:
    """A shot that nobody sees at first."""
    shot: Shot = Shot.objects.filter(scene__project=film).order_by("-scene__position", "-position")[0]
    return shot


@pytest.mark.parametrize("step", ["", "script/", "shots/", "frames/", "clips/", "sound/"])
def test_a_page_of_five_hundred_shots_is_no_larger_and_asks_no_more(
    step: str, client: Client, library: Library
) -> None:
    counts = []
    for shots, scenes in ((10, 2), (500, 40)):
        path = f"/films/{long_film(library, shots=shots, scenes=scenes).pk}/{step}"
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(path).content
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 30
    assert len(page) < 300 * 1024


def test_a_short_film_is_shown_whole(client: Client, library: Library) -> None:
    film = film_in(library, shots=6, scenes=3)

    page = text(client, f"/films/{film.pk}/shots/")

    assert len(ids(page, "shot")) == 6
    assert "data-unfold=" not in page


@pytest.mark.parametrize(("step", "row", "head"), [("shots", "shot", "scene"), ("script", "line", "pages")])
def test_a_shut_scene_says_how_many_it_holds(step: str, row: str, head: str, client: Client, library: Library) -> None:
    film = long_film(library, **LONG)

    page = text(client, f"/films/{film.pk}/{step}/")

    assert len(ids(page, row)) == 30
    assert len(ids(page, head)) == 8
    assert page.count('aria-expanded="false"') >= 5
    assert page.count(f"<span>10 {row}s</span>") == 8


@pytest.mark.parametrize("step", ["shots", "frames", "clips"])
def test_the_scene_of_the_shot_in_the_address_is_open(step: str, client: Client, library: Library) -> None:
    film = long_film(library, **LONG)
    shot = last(film)

    page = text(client, f"/films/{film.pk}/{step}/?shot={shot.pk}")

    assert f"shot-{shot.pk}" in ids(page, "shot")


def test_everything_can_be_opened_without_script(client: Client, library: Library) -> None:
    film = long_film(library, **LONG)

    page = text(client, f"/films/{film.pk}/shots/?unfolded=all")

    assert len(ids(page, "shot")) == 80


def test_opening_a_scene_sends_that_scene_alone(client: Client, library: Library) -> None:
    film = long_film(library, **LONG)
    scene = last(film).scene_id
    page = text(client, f"/films/{film.pk}/shots/")
    opened = [*re.findall(r'data-unfold="(scene-\d+)" data-is-open', page), f"scene-{scene}"]

    answer = client.get(
        f"/films/{film.pk}/shots/live/",
        {"seen": versions(page), "unfolded": ".".join(opened)},
        headers={"HX-Request": "true"},
    )

    sent = answer.content.decode()
    assert ids(sent, "scene") == {f"scene-{scene}"}
    assert len(ids(sent, "shot")) == 10


def test_a_change_in_a_shut_scene_changes_its_figures_and_sends_no_row(client: Client, library: Library) -> None:
    film = long_film(library, **LONG)
    page = text(client, f"/films/{film.pk}/shots/")
    opened = re.findall(r'data-unfold="(scene-\d+)" data-is-open', page)
    shot = last(film)
    shot.delete()

    answer = client.get(
        f"/films/{film.pk}/shots/live/",
        {"seen": versions(page), "unfolded": ".".join(opened)},
        headers={"HX-Request": "true"},
    )

    sent = answer.content.decode()
    assert f'id="scene-{shot.scene_id}"' in sent
    assert "<span>9 shots</span>" in sent
    assert ids(sent, "shot") == set()


def test_a_change_keeps_open_what_the_browser_has_open(client: Client, library: Library) -> None:
    film = long_film(library, **LONG)
    scene = Scene.objects.filter(project=film).order_by("-position")[0]
    shot = Shot.objects.filter(scene=scene).order_by("position")[0]
    page = text(client, f"/films/{film.pk}/shots/?unfolded=scene-{scene.pk}")

    answer = client.post(
        f"/films/{film.pk}/shots/{shot.pk}/remove/",
        {"seen": versions(page), "unfolded": f"scene-{scene.pk}"},
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver/films/{film.pk}/shots/"},
    )

    sent = answer.content.decode()
    assert len(ids(sent, "shot") - {f"shot-{shot.pk}"}) == 9
