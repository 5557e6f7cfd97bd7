"""A film of hundreds of shots in a real browser: scenes open as they are wanted, links lead where they say."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from entities.services import library_of
from projects.models import Project, Segment, Shot
from tests.generation.long_film import long_film

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def film(person: User) -> Project:
    """A film of 120 shots in 12 scenes."""
    return long_film(library_of(person), shots=120, scenes=12)


def last(film: Project) -> Shot:
    shot: Shot = Shot.objects.filter(scene__project=film).order_by("-scene__position", "-position")[0]
    return shot


@pytest.mark.parametrize("step", ["shots", "frames"])
def test_a_link_to_a_shot_opens_its_scene_and_shows_it(studio: Page, film: Project, step: str) -> None:
    shot = last(film)

    studio.goto(f"/films/{film.pk}/{step}/#shot-{shot.pk}")

    expect(studio.locator(f"#shot-{shot.pk}")).to_be_in_viewport()
    expect(studio.locator(f"#scene-{shot.scene_id}-fold")).to_have_attribute("aria-expanded", "true")


def test_an_open_shot_stands_in_the_address_wherever_it_is(studio: Page, film: Project) -> None:
    shot = last(film)

    studio.goto(f"/films/{film.pk}/shots/?shot={shot.pk}")

    expect(studio.locator(f"#shot-{shot.pk}")).to_have_class(re.compile("is-open"))
    expect(studio.locator("#detail-title")).to_be_visible()


def test_a_scene_is_opened_and_shut_with_the_keyboard(studio: Page, film: Project) -> None:
    scene = last(film).scene_id
    studio.goto(f"/films/{film.pk}/shots/")
    rows = studio.locator(f"#scene-{scene} .shot-row")
    expect(rows).to_have_count(0)
    studio.locator(f"#scene-{scene}-fold").focus()

    studio.keyboard.press("Enter")
    expect(rows).to_have_count(10)
    expect(studio.locator(f"#scene-{scene}-fold")).to_be_focused()

    studio.keyboard.press("Enter")
    expect(rows).to_have_count(0)


def test_everything_opens_at_once_to_be_searched(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/frames/")

    studio.get_by_role("button", name="Open all scenes").click()

    expect(studio.locator(".piece")).to_have_count(120)


def test_the_script_opens_as_it_is_read_and_is_searched_whole(studio: Page, film: Project) -> None:
    Segment.objects.filter(shots=last(film)).update(text="Only here a walrus sings.")
    studio.goto(f"/films/{film.pk}/script/")
    expect(studio.locator("#content")).not_to_contain_text("walrus")

    studio.locator("[data-find]").fill("walrus")

    expect(studio.locator("[data-found]")).to_have_text("1")
