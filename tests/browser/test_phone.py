"""A phone is enough: it can be installed, says when the line is cut, shows nothing stale, and fits a small screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from entities.services import library_of
from projects.models import Project
from tests.browser.conftest import leave
from tests.generation.planned import film_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALL = """() => ["#drawer a", "#drawer button", "#drawer select", "#drawer summary", ".topbar a"]
    .flatMap((kind) => Array.from(document.querySelectorAll(kind)))
    .filter((one) => one.checkVisibility() && !one.closest("p, label"))
    .map((one) => [one.textContent.trim() || one.getAttribute("aria-label"), one.getBoundingClientRect()])
    .filter(([, box]) => box.height < 28 || (box.height < 43.5 && box.width < 120))
    .map(([name, box]) => `${name}: ${Math.round(box.width)} by ${Math.round(box.height)}`)"""


@pytest.fixture
def film(person: User) -> Project:
    """A film."""
    return film_in(library_of(person))


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer, person: User, film: Project) -> Iterator[Page]:
    """A phone in which the studio is open, with its worker at work."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    browser = Client()
    browser.force_login(person)
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    yield page
    leave(context)


def test_pages_come_from_the_studio_and_only_files_that_never_change_are_kept(phone: Page, film: Project) -> None:
    phone.goto("/library/")
    phone.goto("/")
    Project.objects.update(title="Another title")
    phone.reload()

    kept = phone.evaluate(
        """async () => (await Promise.all((await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map((one) => new URL(one.url))))).flat()
        .map((address) => address.pathname + address.search)"""
    )

    expect(phone.locator("main")).to_contain_text("Another title")
    assert [link for link in kept if "?v=" not in link and "/static/fonts/" not in link] == ["/offline/"]
    assert any("css/tokens.css?v=" in link for link in kept)


def test_without_a_line_it_says_so_and_comes_back_by_itself(phone: Page) -> None:
    phone.context.set_offline(True)
    phone.goto("/library/")
    expect(phone.get_by_role("heading")).to_have_text("The studio cannot be reached.")

    phone.context.set_offline(False)

    expect(phone.locator(".topbar")).to_be_visible(timeout=15_000)
    assert phone.url.endswith("/library/")


def test_there_is_all_that_a_phone_asks_for_to_install_it(phone: Page) -> None:
    manifest = phone.evaluate(
        """async () => {
            const link = document.querySelector("link[rel=manifest]").href;
            const said = await (await fetch(link)).json();
            const icons = await Promise.all(said.icons.map((icon) => fetch(new URL(icon.src, link)).then((a) => a.ok)));
            return { ...said, icons };
        }"""
    )

    assert manifest["display"] == "standalone"
    assert manifest["start_url"] == "/"
    assert all(manifest["icons"])
    assert len(manifest["icons"]) >= 3


@pytest.mark.parametrize("at", ["activity", "account", "account:members", "account:keys", "account:models"])
def test_drawers_fit_a_small_screen_and_a_thumb(phone: Page, at: str) -> None:
    phone.goto(f"/?drawer={at}")
    expect(phone.locator("#drawer .tabs").first).to_be_visible()

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert phone.evaluate("document.querySelector('#drawer-body').scrollWidth <= innerWidth")
    assert phone.evaluate(SMALL) == []
