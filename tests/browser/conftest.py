"""A real browser, signed in to a live studio. Chromium is the system's own; nothing is downloaded."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as BrowserError
from pytest_django.live_server_helper import LiveServer

from entities.services import library_of
from tests.factories import UserFactory

CHROMIUM = os.environ.get("CHROMIUM", shutil.which("chromium") or "/usr/bin/chromium")
SEEN_LAST = Path(__file__).resolve().parents[2] / "var" / "screenshots"
"""Where the last look of a page stays whose test failed."""
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed, so that its page is kept."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or (report.when == "call" and report.failed)
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, and Django would refuse to use its database beside one.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()
        os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture
def person(transactional_db: None) -> User:
    """Somebody with a password and a library."""
    user: User = UserFactory.create(username="maria")
    user.set_password("lamp")
    user.save()
    library_of(user)
    return user


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer, person: User, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page at the studio's door. A mistake in a script fails the test; of a test that failed, a picture is kept."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1280, "height": 800}, service_workers="block"
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    yield page
    if request.node.stash.get(FAILED, False):
        keep(page, request.node.name)
    leave(context)
    assert mistakes == []


def leave(context: BrowserContext) -> None:
    """Close a browser's window and let the studio finish what it was asked: the database is emptied next."""
    context.close()
    latest = time.monotonic() + 10
    while _is_asked() and time.monotonic() < latest:
        time.sleep(0.02)


def _is_asked() -> bool:
    return any("process_request_thread" in thread.name for thread in threading.enumerate())


def keep(page: Page, name: str) -> None:
    """Keep what a page shows."""
    SEEN_LAST.mkdir(parents=True, exist_ok=True)
    try:
        page.screenshot(path=SEEN_LAST / f"{re.sub('[^a-z0-9-]+', '-', name)}.png", full_page=True)
    except BrowserError:
        # A browser that has gone down shows nothing; the test says why.
        return


@pytest.fixture
def studio(page: Page, person: User, live_server: LiveServer) -> Page:
    """A page inside the studio."""
    browser = Client()
    browser.force_login(person)
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page.goto("/")
    return page
