"""Scenes and shots in a real browser: opened, changed, moved by mouse, finger and keys, taken back, by two at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from entities.services import library_of
from projects.models import Project, Scene, Segment, Shot
from tests.browser.conftest import leave
from tests.generation.planned import film_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def film(person: User) -> Project:
    """A film of six shots in two scenes."""
    film = film_in(library_of(person), shots=6, scenes=2)
    for scene in Scene.objects.filter(project=film):
        for position, shot in enumerate(Shot.objects.filter(scene=scene)):
            Shot.objects.filter(pk=shot.pk).update(position=position)
    Segment.objects.filter(project=film).update(text="One two three four five six.")
    return film


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer, person: User) -> Iterator[Page]:
    """A telephone with a finger, inside the studio."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    _sign_in(context.new_page(), person, live_server)
    yield context.pages[0]
    leave(context)


def _sign_in(page: Page, user: User, server: LiveServer) -> None:
    browser = Client()
    browser.force_login(user)
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": server.url}])


def enter(page: Page, film: Project, query: str = "") -> None:
    page.goto(f"/films/{film.pk}/shots/{query}")


def shots(film: Project) -> list[Shot]:
    return list(Shot.objects.filter(scene__project=film).order_by("scene__position", "position"))


def listed(page: Page) -> list[str]:
    """The actions in the list, from top to bottom."""
    return [text.strip() for text in page.locator(".shot-row-action").all_inner_texts()]


def notice(page: Page) -> Locator:
    return page.locator("#notices .notice").last


def fields_of(page: Page, film: Project, at: int = 0) -> tuple[int, Locator]:
    pk = shots(film)[at].pk
    return pk, page.locator(f"#shot-{pk}-size")


def test_what_is_open_stands_in_the_address(studio: Page, film: Project) -> None:
    enter(studio, film)
    pk, size = fields_of(studio, film)

    studio.locator(f"#shot-{pk}-open").click()
    expect(size).to_be_visible()
    assert studio.url.endswith(f"?shot={pk}")

    studio.reload()
    expect(size).to_be_visible()
    studio.go_back()
    expect(studio.locator(".detail-none")).to_be_visible()
    studio.go_forward()
    expect(size).to_be_visible()


def test_a_field_is_saved_as_it_is_changed_and_taken_back_with_a_press(studio: Page, film: Project) -> None:
    pk, size = fields_of(studio, film)
    enter(studio, film, f"?shot={pk}")

    size.select_option("wide")
    expect(studio.locator(f"#shot-{pk} .shot-row-line")).to_contain_text("Wide")

    notice(studio).get_by_role("button", name="Undo").click()
    expect(size).to_have_value("medium")
    assert shots(film)[0].size == "medium"


def test_quick_changes_one_after_the_other_all_arrive(studio: Page, film: Project) -> None:
    pk, size = fields_of(studio, film)
    enter(studio, film, f"?shot={pk}")

    for value in ("wide", "close", "full"):
        size.select_option(value)
    studio.locator(f"#shot-{pk}-angle").select_option("low")

    expect(studio.locator(f"#shot-{pk} .shot-row-line")).to_contain_text("Full, from below")
    expect(studio.locator("#detail-conflict")).to_be_empty()
    assert (shots(film)[0].size, shots(film)[0].angle) == ("full", "low")


def test_what_is_being_typed_stays_when_the_page_hears_of_something_new(studio: Page, film: Project) -> None:
    pk, _size = fields_of(studio, film)
    enter(studio, film, f"?shot={pk}")
    action = studio.locator(f"#shot-{pk}-action")
    action.fill("Half a senten")
    Shot.objects.filter(pk=pk).update(action="Somebody else's words.", size="wide")

    studio.evaluate(
        "htmx.ajax('GET', document.querySelector('[data-shots]').dataset.live, {target: '#live', swap: 'outerHTML'})"
    )

    expect(studio.locator(f"#shot-{pk}-size")).to_have_value("wide")
    expect(action).to_have_value("Half a senten")


def test_two_people_edit_one_shot_and_nothing_is_lost(studio: Page, film: Project) -> None:
    pk, _size = fields_of(studio, film)
    enter(studio, film, f"?shot={pk}")
    Shot.objects.filter(pk=pk).update(action="She leaves.")

    studio.locator(f"#shot-{pk}-action").fill("She stays.")
    studio.locator(f"#shot-{pk}-action").blur()

    conflict = studio.locator("#detail-conflict")
    expect(conflict).to_contain_text("She leaves.")
    expect(conflict).to_contain_text("She stays.")
    expect(studio.locator(f"#shot-{pk}-action")).to_have_value("She leaves.")
    conflict.get_by_role("button", name="Use mine").click()
    expect(studio.locator(f"#shot-{pk}-action")).to_have_value("She stays.")
    expect(conflict).to_be_empty()
    assert shots(film)[0].action == "She stays."


def test_a_shot_is_dragged_with_the_mouse(studio: Page, film: Project) -> None:
    enter(studio, film)
    first, third = shots(film)[0].pk, shots(film)[2].pk

    grip, target = studio.locator(f"#shot-{first}-grip"), studio.locator(f"#shot-{third}")
    target.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), target.bounding_box()
    assert start and end
    studio.mouse.move(start["x"] + 20, start["y"] + 20)
    studio.mouse.down()
    studio.mouse.move(start["x"] + 20, start["y"] + 60, steps=3)
    studio.mouse.move(start["x"] + 20, end["y"] + end["height"] - 5, steps=5)
    studio.mouse.up()

    expect(notice(studio)).to_contain_text("Shot moved")
    assert listed(studio)[:3] == ["Action 1.", "Action 2.", "Action 0."]
    assert [shot.action for shot in shots(film)][:3] == ["Action 1.", "Action 2.", "Action 0."]


def test_a_shot_is_dragged_with_a_finger(phone: Page, film: Project) -> None:
    enter(phone, film)
    first, second = shots(film)[0].pk, shots(film)[1].pk
    phone.locator(f"#shot-{first}").scroll_into_view_if_needed()
    phone.evaluate(f"document.getElementById('shot-{first}').scrollIntoView({{block: 'start', behavior: 'instant'}})")
    start = phone.locator(f"#shot-{first}-grip").bounding_box()
    end = phone.locator(f"#shot-{second}").bounding_box()
    assert start and end
    x, y = start["x"] + 20, start["y"] + 20
    finger = phone.context.new_cdp_session(phone)

    def touch(kind: str, at: float) -> None:
        finger.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if kind == "touchEnd" else [{"x": x, "y": at}]}
        )

    touch("touchStart", y)
    for step in range(1, 11):
        touch("touchMove", y + (end["y"] + end["height"] - 5 - y) * step / 10)
    touch("touchEnd", y)

    expect(notice(phone)).to_contain_text("Shot moved")
    assert [shot.action for shot in shots(film)][:2] == ["Action 1.", "Action 0."]


def test_everything_is_done_with_the_keyboard_alone(studio: Page, film: Project) -> None:
    enter(studio, film)
    first, second = shots(film)[0].pk, shots(film)[1].pk
    studio.locator(f"#shot-{first}-open").focus()

    studio.keyboard.press("ArrowDown")
    expect(studio.locator(f"#shot-{second}-open")).to_be_focused()
    studio.keyboard.press("Alt+ArrowUp")
    expect(notice(studio)).to_contain_text("Shot moved")
    expect(studio.locator(f"#shot-{second}-open")).to_be_focused()
    assert listed(studio)[:2] == ["Action 1.", "Action 0."]

    studio.keyboard.press("Enter")
    expect(studio.locator("#detail-title")).to_be_focused()
    studio.keyboard.press("Escape")
    expect(studio.locator(f"#shot-{second}-open")).to_be_focused()

    studio.keyboard.press("Delete")
    expect(notice(studio)).to_contain_text("removed")
    expect(studio.locator(".shot-row")).to_have_count(5)
    expect(studio.locator(f"#shot-{first}-open")).to_be_focused()
    studio.keyboard.press("Control+z")
    expect(studio.locator(".shot-row")).to_have_count(6)
    studio.keyboard.press("Control+z")
    expect(notice(studio)).to_contain_text("Move a shot")
    assert [shot.pk for shot in shots(film)][:2] == [first, second]


def test_a_scene_is_moved_by_its_handle(studio: Page, film: Project) -> None:
    enter(studio, film)
    scenes = list(Scene.objects.filter(project=film).order_by("position"))
    studio.locator(f"#scene-{scenes[0].pk}-grip").focus()

    studio.keyboard.press("Alt+ArrowDown")

    expect(notice(studio)).to_contain_text("Scene moved")
    assert list(Scene.objects.filter(project=film).order_by("position")) == [scenes[1], scenes[0]]


def test_a_shot_is_trimmed_by_word_and_by_slider(studio: Page, film: Project) -> None:
    row = shots(film)[1]
    before = shots(film)[0].segment_id
    enter(studio, film, f"?shot={row.pk}")

    studio.locator(f"button.word[value='{before}:4']").click()
    expect(notice(studio)).to_contain_text("Shot trimmed")
    assert (shots(film)[1].segment_id, shots(film)[1].from_word) == (before, 4)

    studio.get_by_role("button", name="Begin one word earlier").click()
    expect(studio.locator(f"#trim-{row.pk} .word.is-first")).to_have_text("four")
    assert shots(film)[1].from_word == 3

    studio.locator(f"#trim-{row.pk} input[type=range]").focus()
    studio.keyboard.press("ArrowLeft")
    expect(studio.locator(f"#trim-{row.pk} .word.is-first")).to_have_text("three")


def test_a_shot_is_divided_at_a_word_and_the_new_one_opens(studio: Page, film: Project) -> None:
    row = shots(film)[0]
    enter(studio, film, f"?shot={row.pk}")

    studio.locator(f"button.word[value='{row.segment_id}:3']").click()

    expect(studio.locator("#detail-title")).to_have_text("Shot 1.2")
    assert studio.url.endswith(f"?shot={shots(film)[1].pk}")
    assert len(shots(film)) == 7


def test_the_picture_leads_its_voice_in_words(studio: Page, film: Project) -> None:
    row = shots(film)[1]
    enter(studio, film, f"?shot={row.pk}")

    studio.locator(f"#lead-{row.pk}").fill("300")
    studio.locator(f"#lead-{row.pk}").blur()
    expect(studio.locator("#lead-words")).to_have_text("Picture 0.3 s after the voice")
    studio.get_by_role("button", name="Picture 10 ms earlier").click()
    expect(studio.locator("#lead-words")).to_have_text("Picture 0.29 s after the voice")


def test_a_prompt_by_hand_is_one_press_from_the_built_one(studio: Page, film: Project) -> None:
    row = shots(film)[0]
    enter(studio, film, f"?shot={row.pk}")
    prompt = studio.locator(f"#prompt-{row.pk} textarea")
    built = prompt.input_value()

    prompt.fill("A lamp, alone.")
    prompt.blur()
    expect(studio.get_by_text("Written by hand", exact=True)).to_be_visible()
    studio.locator(f"#shot-{row.pk}-size").select_option("wide")
    expect(studio.locator(f"#shot-{row.pk} .shot-row-line")).to_contain_text("Wide")
    expect(prompt).to_have_value("A lamp, alone.")

    studio.get_by_role("button", name="Back to the built prompt").click()
    wide = built.replace("Medium shot", "Wide shot")
    seen = ("People are seen from the waist up.", "People are small, the whole place is seen.")
    expect(prompt).to_have_value(wide.replace(*seen))


def test_a_person_in_a_shot_is_directed_and_the_fold_stays_open(studio: Page, film: Project) -> None:
    row = shots(film)[0]
    casting = row.castings.get()
    enter(studio, film, f"?shot={row.pk}")

    studio.locator(f"#casting-{casting.pk} summary").click()
    studio.locator(f"#casting-{casting.pk}-pose").select_option("sit")

    expect(studio.locator(f"#casting-{casting.pk} summary")).to_contain_text("sit")
    expect(studio.locator(f"#casting-{casting.pk}-pose")).to_be_visible()
    casting.refresh_from_db()
    assert casting.pose == "sit"


def test_on_a_telephone_a_shot_opens_as_a_sheet_and_everything_can_be_touched(phone: Page, film: Project) -> None:
    enter(phone, film)
    row = shots(film)[0]
    assert phone.evaluate("document.querySelector('.shots-page').scrollWidth") <= 360

    phone.locator(f"#shot-{row.pk}-open").tap()
    sheet = phone.locator("#detail")
    expect(sheet).to_be_visible()
    box = sheet.bounding_box()
    assert box and box["width"] == 360 and box["y"] > 60

    small = phone.evaluate(
        """Array.from(document.querySelectorAll('.shots-page :is(a, button, select, summary):not(.word)'))
        .map((e) => [e.id || e.className, e.getBoundingClientRect()])
        .filter(([, box]) => box.height && (box.height < 43.5 || box.width < 43.5)).map(([name]) => name)"""
    )
    assert small == []
    phone.get_by_role("link", name="Close").tap()
    expect(sheet).to_be_hidden()


def test_several_shots_are_selected_with_shift_changed_deleted_and_brought_back(studio: Page, film: Project) -> None:
    enter(studio, film)
    boxes = studio.locator("[data-pick-shot]")
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    bar = studio.locator("[data-several]")
    expect(bar).to_contain_text("3 shots selected")
    expect(bar.get_by_role("button", name="Pictures again")).to_be_visible()

    bar.locator("summary").click()
    bar.get_by_label("Size").select_option("wide")
    bar.get_by_role("button", name="Set for all").click()
    expect(notice(studio)).to_contain_text("3 shots")
    expect(bar).to_contain_text("3 shots selected")
    boxes.nth(0).click()
    bar.get_by_role("button", name="Delete").click()

    expect(studio.locator(".shot-row")).to_have_count(4)
    expect(bar).to_be_hidden()
    assert {shot.size for shot in shots(film)[:1]} == {"wide"}
    notice(studio).get_by_role("button", name="Undo").click()
    expect(studio.locator(".shot-row")).to_have_count(6)


def test_a_selection_is_made_and_ended_with_keys_alone(studio: Page, film: Project) -> None:
    enter(studio, film)
    studio.locator("[data-pick-shot]").first.focus()

    studio.keyboard.press("Shift+ArrowDown")
    studio.keyboard.press("Shift+ArrowDown")
    expect(studio.locator("[data-several]")).to_contain_text("3 shots selected")
    studio.keyboard.press("Escape")

    expect(studio.locator("[data-several]")).to_be_hidden()
    expect(studio.locator("[data-pick-shot]:checked")).to_have_count(0)


def test_a_scene_is_selected_with_a_finger_and_everything_is_large_enough(phone: Page, film: Project) -> None:
    enter(phone, film)

    phone.locator(".shots-pick-scene").first.tap()

    bar = phone.locator("[data-several]")
    expect(bar).to_contain_text("3 shots selected")
    expect(bar.get_by_role("button", name="Clips again")).to_be_visible()
    targets = [*phone.locator(".shot-pick").all()[:3], *bar.locator("button:visible, summary").all()]
    sizes = [box for target in targets if (box := target.bounding_box())]
    assert min(min(box["width"], box["height"]) for box in sizes) >= 44
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
