"""A shorter cut looked over, made and taken back in the browser; and one of the two hours that look the same chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from entities.models import Library
from entities.services import library_of
from generation.film import load
from projects.models import Project
from publishing import services
from publishing.models import Channel
from publishing.platforms.base import Requirements
from tests.browser.conftest import keep, leave
from tests.browser.test_axe import barriers
from tests.browser.test_publishing import DESK, PHONE, window
from tests.generation.silent_film import silent_film
from tests.publishing.posted import account_in, draft_of, film_with, folder_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def library(person: User) -> Library:
    """The person's own library."""
    services.sync_shipped()
    return library_of(person)


@pytest.fixture(params=["desk", "phone"])
def screen(request: pytest.FixtureRequest, chromium: Browser, live_server: LiveServer, person: User) -> Iterator[Page]:
    """The studio in a window of either size, in Berlin."""
    page = window(chromium, live_server, person, viewport=PHONE if request.param == "phone" else DESK)
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    yield page
    keep(page, request.node.name)
    leave(page.context)
    assert mistakes == []


@pytest.fixture
def film(library: Library) -> Project:
    """A film of 23 seconds."""
    return silent_film(library)


@pytest.fixture
def channel(library: Library) -> Iterator[Channel]:
    """A channel whose account takes 17 seconds."""
    made = account_in(library, "tiktok")
    cache.set(f"publishing-requirements-{made.pk}", Requirements(longest_ms=17_000))
    yield made
    cache.clear()


def test_a_shorter_cut_is_looked_over_made_and_taken_back(screen: Page, film: Project, channel: Channel) -> None:
    before = load(film.pk).length_ms
    screen.goto(f"/films/{film.pk}/publish/")
    screen.get_by_role("link", name="Propose a shorter cut").click()
    told, first = screen.locator("[data-told]"), screen.locator("[name=part]").first
    expect(told).to_have_text("Short enough.")
    assert screen.evaluate(FITS)
    if screen.viewport_size == DESK:
        assert list(barriers(screen, "a shorter cut")) == []
        screen.set_viewport_size(DESK)  # type: ignore[arg-type]

    first.uncheck()
    expect(told).to_contain_text("too long")
    first.check()
    screen.get_by_role("button", name="Make this cut").click()

    screen.wait_for_url("**/publish/")
    notice = screen.locator(".notice")
    expect(notice).to_contain_text("The film lasts 0:17 now.")
    assert load(film.pk).length_ms <= 17_000
    notice.get_by_role("button", name="Undo").click()
    expect(screen.get_by_role("link", name="Propose a shorter cut")).to_be_visible()
    assert load(film.pk).length_ms == before


def test_of_an_hour_that_comes_twice_the_later_one_can_be_meant(screen: Page, library: Library, tmp_path: Path) -> None:
    draft = draft_of(film_with(library, "16:9"), folder_in(library, tmp_path / "shelf"))
    screen.goto(f"/publish/{library.pk}/?day=2031-10-26")
    screen.locator("[data-move]").first.click()
    dialog = screen.locator("#move")
    dialog.get_by_label("Day").fill("2031-10-26")
    dialog.get_by_label("Time").fill("05:30")
    expect(dialog.locator("[data-twice]")).to_be_hidden()

    dialog.get_by_label("Time").fill("02:30")
    dialog.get_by_label("The later hour").check()
    dialog.get_by_role("button", name="Move it there").click()

    expect(screen.locator(".notice")).to_contain_text("the second time")
    draft.refresh_from_db()
    assert draft.scheduled_at == datetime(2031, 10, 26, 1, 30, tzinfo=UTC)
    screen.locator("[data-move]").first.click()
    expect(dialog.get_by_label("The later hour")).to_be_checked()
