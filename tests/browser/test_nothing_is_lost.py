"""A session that ends, a page that is left, a link that expires: what was typed and what plays goes on."""

from __future__ import annotations

import re
from time import time

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from entities.services import library_of
from generation import links
from generation.models import Slot
from tests.generation.planned import film_in

pytestmark = pytest.mark.browser

IDEA = "A lighthouse keeper finds a message in a bottle."


def box(page: Page) -> str:
    """What stands in the box."""
    return page.locator("textarea[name=source]").input_value()


def test_text_survives_a_session_that_ends_in_the_middle_of_it(studio: Page) -> None:
    studio.fill("textarea[name=source]", IDEA)
    Session.objects.all().delete()

    studio.get_by_role("button", name="Make the film").click()
    expect(studio).to_have_url(re.compile("/sign-in/"))
    studio.fill("input[name=username]", "maria")
    studio.fill("input[name=password]", "lamp")
    studio.get_by_role("button", name="Sign in").click()

    expect(studio.locator("textarea[name=source]")).to_have_value(IDEA)
    expect(studio.get_by_text("What you had typed was put back.")).to_be_visible()


def test_text_that_was_not_wanted_after_all_can_be_discarded(studio: Page) -> None:
    studio.fill("textarea[name=source]", IDEA)
    studio.goto("/activity/")
    studio.goto("/")
    expect(studio.locator("textarea[name=source]")).to_have_value(IDEA)

    studio.get_by_role("button", name="Discard it").click()
    studio.reload()

    assert box(studio) == ""


def test_text_that_was_sent_is_not_put_back(studio: Page) -> None:
    studio.fill("textarea[name=source]", IDEA)
    studio.get_by_role("button", name="Make the film").click()
    expect(studio).to_have_url(re.compile(r"/films/\d+/"))

    studio.goto("/")

    assert box(studio) == ""


def test_a_password_is_never_kept(page: Page) -> None:
    page.goto("/sign-in/")
    page.fill("input[name=username]", "maria")
    page.fill("input[name=password]", "lamp")

    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('kept:'))") == []


def test_a_page_that_is_told_that_its_session_is_over_says_so(studio: Page) -> None:
    Session.objects.all().delete()

    studio.evaluate("htmx.ajax('GET', '/activity/live/', {swap: 'none'})")

    expect(studio.locator("#toast")).to_contain_text("You have been signed out.")


def test_a_picture_whose_link_has_expired_gets_the_next_one(
    studio: Page, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = film_in(library_of(person))
    old = links.link_to(*_first_frame(film.pk))
    later = time() + 2 * links.WINDOW_SECONDS + 1
    monkeypatch.setattr("generation.links.time", lambda: later)

    studio.evaluate("link => { document.body.insertAdjacentHTML('beforeend', `<img id=old src=${link}>`); }", old)

    expect(studio.locator("#old")).not_to_have_attribute("src", old)


def test_no_page_breaks_the_policy(studio: Page, person: User) -> None:
    film = film_in(library_of(person))
    broken: list[str] = []
    studio.on("console", lambda line: broken.append(line.text) if "Content Security Policy" in line.text else None)

    for path in ("/", f"/films/{film.pk}/", f"/films/{film.pk}/shots/", "/activity/", f"/films/{film.pk}/delete/"):
        studio.goto(path)
        studio.wait_for_load_state("networkidle")

    assert broken == []


def test_the_colours_of_a_style_are_painted(studio: Page) -> None:
    studio.evaluate("""() => {
      const part = document.createElement("p");
      part.innerHTML = '<i id="painted" data-vars="one: rgb(1, 2, 3); share: 40%"></i>';
      document.body.append(part);
    }""")

    shown = studio.evaluate("getComputedStyle(document.getElementById('painted')).getPropertyValue('--one')")
    assert shown == "rgb(1, 2, 3)"


def test_the_admin_works_under_the_policy(studio: Page, person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_staff=True, is_superuser=True)
    broken: list[str] = []
    studio.on("console", lambda line: broken.append(line.text) if "Content Security Policy" in line.text else None)

    for path in ("/admin/", "/admin/projects/project/add/", "/admin/entities/style/"):
        studio.goto(path)
        studio.wait_for_load_state("networkidle")

    assert broken == []


def _first_frame(film_id: int) -> tuple[int, str, str]:
    slot = Slot.objects.filter(shot__scene__project=film_id, role="frame").select_related("selected_take__asset")[0]
    assert slot.selected_take is not None
    asset = slot.selected_take.asset
    return asset.pk, asset.sha256, asset.extension
