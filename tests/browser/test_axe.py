"""What axe-core finds on every page, on a desk and on a phone, in the dark and in the light: nothing serious."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from entities.models import Voice
from entities.services import library_of
from generation.views.account.page import SECTIONS
from generation.views.library.address import SHELVES
from generation.views.steps import PAGES
from tests.url_table import WORDS, World, addresses

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK: Final = {"width": 1280, "height": 800}
PHONE: Final = {"width": 360, "height": 740}
GRAVE: Final = {"serious", "critical"}
EVERYTHING: Final[dict[str, Any]] = {"resultTypes": ["violations"]}
COLOURS: Final = EVERYTHING | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""All that another colour scheme can change."""
AT_REST: Final = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  const short = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < 5000);
  await Promise.allSettled(short.map((one) => one.finished));
  await frame();
}"""
"""Waits until colours that are on their way to another scheme have arrived."""

OPENED: Final = {
    "story": ("?style={style}",),
    "cast": ("?add=1",),
    "script": ("?voice=narrator",),
    "shots": ("?shot={shot}", "?scene={scene}", "?edits"),
    "frames": ("?shot={shot}", "?show=stale"),
    "clips": ("?shot={shot}",),
    "sound": ("?music=1", "?scene={scene}"),
}
"""What can be open on a step's page."""


@pytest.fixture
def world(person: User) -> World:
    """A library with a film that has pictures, and with something of every kind."""
    world = World(library_of(person))
    for row in ("rendition", "job", "edit", "look", "prop", "guide_image", "voice", "series", "membership", "run"):
        getattr(world, row)
    return world


def barriers(page: Page, path: str) -> Iterator[str]:
    """Yield what is grave on what a page shows now, in both sizes and both colour schemes."""
    page.evaluate(AXE_SCRIPT)
    for size in (DESK, PHONE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        for scheme, options in (("dark", EVERYTHING), ("light", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page.evaluate(AT_REST)
            for violation in page.evaluate("options => axe.run(options).then(found => found.violations)", options):
                if violation["impact"] in GRAVE:
                    where = "; ".join(
                        f"{node['target']} {node['failureSummary'][:160]}" for node in violation["nodes"][:3]
                    )
                    yield f"{path} ({size['width']} wide, {scheme}): {violation['id']}: {where}"


def found_on(page: Page, paths: Iterable[str]) -> list[str]:
    """Return what is grave on these pages."""
    found: list[str] = []
    for path in paths:
        page.set_viewport_size(DESK)  # type: ignore[arg-type]
        page.goto(path)
        found += barriers(page, path)
    return found


def is_page(browser: Client, path: str) -> bool:
    """Say whether an address answers with a whole page."""
    answer = browser.get(path)
    if answer.streaming or answer.status_code != 200:
        answer.close()
        return False
    return answer.content.lstrip()[:15].lower() == b"<!doctype html>"


def pages_of_the_table(world: World, person: User) -> list[str]:
    """Return every address of the URL table that is a page, but a film's steps."""
    browser = Client()
    browser.force_login(person)
    left_out = {"logout", *(name for name, _ in WORDS)}
    table = [address for address in addresses() if address.name not in left_out and address.route != "admin/login/"]
    paths = [address.of(world) for address in table]
    return [path for path in dict.fromkeys(paths) if is_page(browser, path)]


def test_nothing_grave_on_any_page_of_the_url_table(studio: Page, world: World, person: User) -> None:
    paths = pages_of_the_table(world, person)

    assert {"/", f"/films/{world.film.pk}/", "/library/", "/activity/", "/account/"} <= set(paths)
    assert "\n".join(found_on(studio, paths)) == ""


def test_nothing_grave_on_any_step_of_a_film_whatever_is_open(studio: Page, world: World) -> None:
    rows = {"shot": world.shot.pk, "scene": world.scene.pk, "style": world.style.pk}
    states = [(step, opened.format(**rows)) for step in PAGES for opened in ("", *OPENED.get(step, ()))]

    assert "\n".join(found_on(studio, [f"/films/{world.film.pk}/{step}/{opened}" for step, opened in states])) == ""


def test_nothing_grave_on_any_shelf_and_in_any_section_of_the_account(studio: Page, world: World) -> None:
    ready_made = Voice.objects.filter(library=None).first()
    paths = [f"/library/?kind={shelf}" for shelf in SHELVES if shelf]
    paths += [f"/account/?at={section}:{world.library.pk}" for section in SECTIONS]
    paths += [f"/library/voices/{ready_made.pk}/"] if ready_made else []
    paths += ["/library/?q=nobody+is+called+so", "/films/999999/"]

    assert "\n".join(found_on(studio, paths)) == ""


@pytest.mark.parametrize("drawer", ["activity", "account"])
def test_nothing_grave_in_a_drawer(studio: Page, world: World, drawer: str) -> None:
    studio.reload()
    studio.locator(f"[data-drawer={drawer}]").first.click()
    expect(studio.locator("#drawer-body a").first).to_be_visible()

    assert list(barriers(studio, f"the drawer of {drawer}")) == []


def test_nothing_grave_on_what_strangers_see(page: Page) -> None:
    assert "\n".join(found_on(page, ["/sign-in/", "/offline/", "/enter/spent/", "/join/spent/"])) == ""
