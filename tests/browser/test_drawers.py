"""Drawers in a real browser: over every page, under an address, by keyboard; live, and the same elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from entities.services import library_of
from generation.models import Job
from projects.models import Project
from tests.factories import JobFactory
from tests.generation.planned import clip_slots, film_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def film(person: User) -> Project:
    """A film with one clip that failed and one that waits."""
    film = film_in(library_of(person))
    failed, waiting = clip_slots(film)
    JobFactory.create(slot=failed, state=Job.State.FAILED, error_detail="No light.", vendor_words="too dark")
    JobFactory.create(slot=waiting)
    return film


def drawer(page: Page) -> Locator:
    """The drawer that is open."""
    return page.locator("#drawer").get_by_role("dialog")


def opened(page: Page, name: str = "Activity") -> Locator:
    """Open a drawer by its button."""
    page.locator(".topbar").get_by_role("link", name=name).click()
    expect(drawer(page).get_by_role("navigation").first).to_be_visible()
    return drawer(page)


def test_it_opens_over_any_page_and_is_there_again_after_a_reload(studio: Page, film: Project) -> None:
    studio.goto("/library/")

    opened(studio)
    studio.reload()

    assert studio.url.endswith("/library/?drawer=activity")
    expect(drawer(studio)).to_contain_text("No light.")


def test_the_back_button_and_escape_and_a_click_beside_it_close_it(studio: Page, film: Project) -> None:
    ways: tuple[Callable[[], object], ...] = (
        lambda: studio.go_back(),
        lambda: studio.keyboard.press("Escape"),
        lambda: studio.mouse.click(200, 400),
        lambda: drawer(studio).get_by_role("button", name="Close").click(),
    )
    for way in ways:
        opened(studio)
        way()

        expect(drawer(studio)).to_have_count(0)
        assert "drawer" not in studio.url


def test_closing_after_some_sections_leads_to_the_page_and_back_leads_before_it(studio: Page, film: Project) -> None:
    studio.goto("/library/")
    studio.goto("/")
    panel = opened(studio, "Account of maria")
    panel.get_by_role("link", name="Members").click()
    expect(panel).to_contain_text("Invite")
    panel.get_by_role("link", name="Costs").click()
    expect(panel).to_contain_text("Set aside")

    studio.keyboard.press("Escape")
    expect(drawer(studio)).to_have_count(0)
    studio.go_back()

    expect(studio).to_have_url("/library/".join([studio.url.split("/library")[0], ""]))


def test_the_keyboard_stays_inside_and_comes_back_to_where_it_was(studio: Page, film: Project) -> None:
    link = studio.locator(".topbar").get_by_role("link", name="Activity")
    link.focus()
    studio.keyboard.press("Enter")
    expect(drawer(studio)).to_contain_text("No light.")

    for _ in range(25):
        studio.keyboard.press("Tab")
        inside = "document.activeElement === document.body || !!document.activeElement.closest('#drawer')"
        assert studio.evaluate(inside)
    studio.keyboard.press("Escape")

    expect(link).to_be_focused()


def test_a_job_is_cancelled_in_the_drawer_and_the_figures_in_the_bar_follow(studio: Page, film: Project) -> None:
    studio.reload()
    badge = studio.locator("#activity-badge")
    expect(badge).to_contain_text("1 under way")
    panel = opened(studio)

    panel.get_by_role("button", name="Cancel").click()

    expect(panel).to_contain_text("Cancelled")
    expect(badge).not_to_contain_text("under way")
    expect(badge).to_contain_text("1 failed")


def test_an_open_log_stays_open_while_its_job_goes_on(studio: Page, film: Project) -> None:
    panel = opened(studio)
    job = Job.objects.get(state=Job.State.QUEUED)
    row = panel.locator(f"#job-{job.pk}")
    row.get_by_text("Log").click()

    job.claim("somebody")

    expect(row).to_contain_text("Working")
    expect(row.locator("details")).to_have_attribute("open", "")


def test_the_colours_change_at_once_and_stay(studio: Page) -> None:
    panel = opened(studio, "Account of maria")
    ground = "getComputedStyle(document.body).backgroundColor"
    before = studio.evaluate(ground)

    panel.get_by_role("button", name="Dark").click()
    dark = studio.evaluate(ground)
    panel.get_by_role("button", name="Light").click()
    expect(panel.get_by_role("button", name="Light")).to_have_attribute("aria-pressed", "true")
    light = studio.evaluate(ground)
    studio.reload()

    assert light == studio.evaluate(ground) == before != dark


def test_a_drawer_that_cannot_be_fetched_says_so_and_tries_again(studio: Page, film: Project) -> None:
    studio.route("**/activity/drawer/**", lambda route: route.abort())
    studio.locator(".topbar").get_by_role("link", name="Activity").click()
    expect(drawer(studio)).to_contain_text("cannot be reached")
    studio.unroute("**/activity/drawer/**")

    drawer(studio).get_by_role("button", name="Try again").click()

    expect(drawer(studio)).to_contain_text("No light.")
