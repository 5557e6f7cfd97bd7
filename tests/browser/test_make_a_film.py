"""The studio as a person uses it."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page, Request, expect

from entities.models import Style
from entities.services import library_of
from generation.models import Job, Run
from projects.models import Project
from tests.factories import JobFactory, RunFactory
from tests.generation.planned import clip_slots, film_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STEPS = ["Story", "Cast", "Script & voices", "Shots", "Frames", "Clips", "Sound", "Cut", "Export"]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def film(person: User) -> Project:
    """A film that is being made."""
    film = film_in(library_of(person), shots=3)
    RunFactory.create(project=film)
    return film


def asked(page: Page) -> list[str]:
    """Collect what the page asks for from now on."""
    paths: list[str] = []

    def remember(request: Request) -> None:
        paths.append(request.url)

    page.on("request", remember)
    return paths


def test_signing_in_leads_to_the_box(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Name").fill("maria")
    page.get_by_label("Password").fill("lamp")
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_label("What is your film about?")).to_be_focused()
    expect(page.get_by_text("Your first film will stand here.")).to_be_visible()


def test_a_text_that_makes_no_film_stays_in_the_box_with_a_sentence(studio: Page) -> None:
    studio.get_by_label("What is your film about?").fill("!!! 123")
    studio.get_by_label("Tall").check()
    studio.get_by_role("button", name="Make the film").click()

    expect(studio.get_by_role("alert").first).to_contain_text("There are no words in this.")
    expect(studio.get_by_label("What is your film about?")).to_have_value("!!! 123")
    expect(studio.get_by_label("Tall")).to_be_checked()


def test_a_text_file_fills_the_box(studio: Page) -> None:
    story = {"name": "lamp.fountain", "mimeType": "text/plain", "buffer": "INT. TOWER – NIGHT\n\nÉ.".encode()}

    studio.locator("input[type=file]").set_input_files(story)  # type: ignore[arg-type]

    expect(studio.get_by_label("What is your film about?")).to_have_value("INT. TOWER – NIGHT\n\nÉ.")


def test_choosing_a_style_shows_its_name_and_closes_the_cards(studio: Page) -> None:
    Style.objects.create(name="Smoke", palette=["#101010", "#808080"])
    studio.reload()

    studio.locator("summary.select").click()
    studio.get_by_role("radio", name="Smoke").click()

    expect(studio.locator(".style-cards")).to_be_hidden()
    expect(studio.locator("summary.select")).to_contain_text("Smoke")


def test_the_film_shows_its_steps(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/")

    expect(studio.locator(".step-label")).to_have_text(STEPS)
    expect(studio.locator("#status")).to_contain_text("In the making")
    expect(studio.get_by_role("button", name="Pause")).to_be_visible()


def test_what_changes_appears_by_itself_and_leaves_the_rest_alone(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/")
    first, second = clip_slots(film)[:2]
    untouched = studio.locator(f"#shot-{second.shot_id}")
    untouched.evaluate("shot => { shot.dataset.mine = 'yes'; }")

    JobFactory.create(slot=first, state=Job.State.RUNNING)

    expect(studio.locator(f"#shot-{first.shot_id}")).to_contain_text("Shooting", timeout=8000)
    assert untouched.evaluate("shot => shot.dataset.mine") == "yes"


def test_a_finished_film_asks_for_nothing_more(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/")
    Run.objects.filter(project=film).update(state=Run.State.FINISHED, finished_at=timezone.now())
    expect(studio.locator("#status")).to_contain_text("Finished", timeout=8000)

    requests = asked(studio)
    studio.wait_for_timeout(4500)

    assert requests == []


def test_pausing_shows_at_once(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/")

    studio.get_by_role("button", name="Pause").click()

    expect(studio.get_by_role("button", name="Continue")).to_be_visible()
    expect(studio.locator("#status")).to_contain_text("Paused")


def test_a_page_whose_session_ended_says_so_and_stays(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/")

    studio.context.clear_cookies()

    expect(studio.locator("#toast")).to_contain_text("You have been signed out.", timeout=8000)
    expect(studio.locator("h1")).to_have_text("The Lamp on the Quay")


def test_a_phone_needs_no_sideways_scrolling(studio: Page, film: Project) -> None:
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    widths = {}

    for path in ("/", f"/films/{film.pk}/", "/activity/", f"/films/{film.pk}/delete/"):
        studio.goto(path)
        widths[path] = studio.evaluate("document.documentElement.scrollWidth")

    assert set(widths.values()) == {PHONE["width"]}


def test_everything_that_can_be_pressed_on_a_phone_is_large_enough(studio: Page, film: Project) -> None:
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    studio.goto(f"/films/{film.pk}/")

    sizes = studio.locator("button:visible, .button:visible, summary:visible, .topbar-nav a:visible").evaluate_all(
        "found => found.map(one => [one.textContent.trim(), one.getBoundingClientRect().height])"
    )

    assert [size for size in sizes if size[1] < 44] == []


def test_the_studio_can_be_installed(studio: Page) -> None:
    link = studio.locator("link[rel=manifest]").get_attribute("href")

    manifest = studio.request.get(link or "").json()
    icons = [studio.request.get(re.sub(r"manifest\.json$", icon["src"], link or "")) for icon in manifest["icons"]]

    assert (manifest["display"], manifest["start_url"]) == ("standalone", "/")
    assert [icon.status for icon in icons] == [200] * 3
