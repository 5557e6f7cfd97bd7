"""The script edited as a script, in a real browser: typed over, moved, heard, met by somebody else's change."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from entities.services import library_of
from projects import editing
from projects.models import Project, Segment
from tests.generation.planned import film_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def film(person: User) -> Project:
    """A film of four lines in two scenes."""
    return film_in(library_of(person), shots=4, scenes=2)


def lines(film: Project) -> list[str]:
    return list(Segment.objects.filter(project=film).order_by("position").values_list("text", flat=True))


def test_a_line_is_typed_over_kept_with_enter_and_taken_back(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")
    words = studio.get_by_label("Words of line 1")

    words.fill("The lamp is out.")
    words.press("Enter")

    expect(studio.get_by_text("Last change: Line 1: words")).to_be_visible()
    expect(studio.get_by_label("Words of line 1")).to_be_focused()
    assert lines(film)[0] == "The lamp is out."
    studio.locator(".last-change").get_by_role("button", name="Undo").click()
    expect(studio.get_by_label("Words of line 1")).to_have_value("Line number 0.")


def test_what_is_being_typed_survives_what_the_server_sends(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")
    studio.get_by_label("Words of line 2").press_sequentially("Still typing ")
    typed = studio.get_by_label("Words of line 2").input_value()
    segment = Segment.objects.get(project=film, position=1)
    editing.change_line(segment, {"direction": "slow"}, was={"direction": ""}, by_id=None, label="Direction")

    studio.evaluate(
        "htmx.ajax('POST', document.querySelector('form.say-form').action, {target: '#live', swap: 'outerHTML'})"
    )

    expect(studio.locator(f"#how-{segment.pk}")).to_have_value("slow")
    assert studio.get_by_label("Words of line 2").input_value() == typed


def test_two_people_change_one_line_and_the_second_chooses(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")
    segment = Segment.objects.get(project=film, position=0)
    editing.change_line(segment, {"text": "Hers."}, was={"text": segment.text}, by_id=None, label="Words")

    studio.get_by_label("Words of line 1").fill("His.")
    studio.get_by_label("Words of line 1").press("Enter")

    dialog = studio.get_by_role("alertdialog")
    expect(dialog).to_contain_text("Hers.")
    expect(dialog).to_contain_text("His.")
    dialog.get_by_role("button", name="Keep mine").click()
    expect(studio.get_by_role("alertdialog")).to_have_count(0)
    expect(studio.get_by_label("Words of line 1")).to_have_value("His.")
    assert lines(film)[0] == "His."


def test_a_line_is_divided_and_moved_with_the_keyboard_alone(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")
    words = studio.get_by_label("Words of line 1")
    words.focus()
    words.press("Home")
    for _ in range(5):
        words.press("ArrowRight")

    words.press("Control+Enter")
    expect(studio.get_by_label("Words of line 2")).to_have_value("number 0.")
    studio.get_by_label("Words of line 2").press("Alt+ArrowUp")

    expect(studio.get_by_label("Words of line 1")).to_have_value("number 0.")
    assert lines(film)[:2] == ["number 0.", "Line"]


def test_a_line_is_dragged_to_another_place(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")
    grips = studio.locator("[data-grip]")
    grips.nth(1).scroll_into_view_if_needed()
    start, end = grips.nth(0).bounding_box(), grips.nth(1).bounding_box()
    assert start is not None
    assert end is not None

    studio.mouse.move(start["x"] + 10, start["y"] + 10)
    studio.mouse.down()
    studio.mouse.move(start["x"] + 10, end["y"] + end["height"] + 20, steps=6)
    studio.mouse.up()

    expect(studio.get_by_label("Words of line 1")).to_have_value("Line number 1.")
    assert lines(film)[:2] == ["Line number 1.", "Line number 0."]


def test_a_line_is_given_to_somebody_new(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")
    who = studio.get_by_label("Speaker of line 1")
    who.focus()

    who.select_option("new")
    studio.get_by_label("Name of the new character").first.fill("Otto")
    studio.get_by_label("Name of the new character").first.press("Enter")

    expect(studio.locator(".say").first).to_have_attribute("data-who", "Otto")
    segment = Segment.objects.get(project=film, position=0)
    assert (segment.kind, segment.speaker_name) == ("line", "Otto")


def test_a_removed_line_comes_back_by_the_notice_that_says_it_is_gone(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")
    studio.get_by_label("More for line 2").click()
    studio.get_by_role("button", name="Remove").click()
    expect(studio.get_by_label("Words of line 4")).to_have_count(0)

    studio.locator(".notice").get_by_role("button", name="Undo").click()

    expect(studio.get_by_label("Words of line 4")).to_have_value("Line number 3.")
    assert lines(film) == [f"Line number {number}." for number in range(4)]


def test_words_are_found(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/script/")

    studio.get_by_label("Find in the script").fill("number 3")

    expect(studio.locator(".say:visible")).to_have_count(1)
    expect(studio.locator("[data-found]")).to_have_text("1")


@pytest.mark.parametrize("step", ["story", "cast", "script"])
def test_the_pages_fit_a_phone(studio: Page, film: Project, step: str) -> None:
    studio.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})

    studio.goto(f"/films/{film.pk}/{step}/")

    assert studio.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    if step == "script":
        studio.get_by_label("More for line 1").click()
        expect(studio.get_by_role("button", name="Remove")).to_be_visible()
        assert studio.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
