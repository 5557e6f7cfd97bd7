"""The library as a person uses it: fields that save themselves, pictures put in order, two people at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from PIL import Image
from playwright.sync_api import Page, expect

from entities.models import Character, GuideImage, Library, Look
from generation import queue
from generation.models import Job, ModelOffer
from tests.factories import CharacterFactory, LookFactory
from tests.fakes import FakeQueue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ana(person: User, monkeypatch: pytest.MonkeyPatch) -> Character:
    """Somebody in the library, whom a model that takes two pictures can draw. Nothing is really drawn."""
    monkeypatch.setattr(queue, "send", FakeQueue().send)
    library: Library = person.libraries.get()
    ModelOffer.objects.all().delete()
    ModelOffer.objects.create(
        key="fake/two",
        label="Twain",
        vendor="fake",
        capability="image",
        adapter="tests.fakes.FakeVendor",
        endpoint="image",
        max_references=2,
    )
    character: Character = CharacterFactory.create(library=library, name="Ana", hair="red")
    LookFactory.create(character=character)
    return character


def pictures(folder: Path, count: int) -> list[str]:
    """Different small pictures on the disk."""
    paths = [folder / f"picture-{number}.png" for number in range(count)]
    for number, path in enumerate(paths):
        Image.new("RGB", (80, 100), (40 * number, 90, 160)).save(path)
    return [str(path) for path in paths]


def order(ana: Character) -> list[int]:
    """The guide images as they are stored."""
    return list(GuideImage.objects.filter(entity=ana.pk).order_by("position").values_list("pk", flat=True))


def test_a_field_saves_itself_while_generate_waits_for_it(studio: Page, ana: Character) -> None:
    studio.goto(f"/library/entities/{ana.pk}/")
    generate = studio.locator("[data-generate]")
    expect(generate).to_be_enabled()

    studio.get_by_label("Hair", exact=True).fill("silver")

    expect(generate).to_be_disabled()
    expect(generate).to_be_enabled()
    expect(studio.locator("#impact")).to_contain_text("No film uses it yet")
    ana.refresh_from_db()
    assert ana.hair == "silver"
    generate.click()
    expect(generate).to_contain_text("Being drawn")
    assert Job.objects.get().recipe["arguments"]["prompt"].count("silver hair") == 1


def test_what_is_typed_further_is_not_overwritten_by_its_own_save(studio: Page, ana: Character) -> None:
    studio.goto(f"/library/entities/{ana.pk}/")
    field = studio.get_by_label("Who is this?")

    field.press_sequentially("A keeper of lamps, ", delay=60)
    studio.wait_for_timeout(900)
    field.press_sequentially("and of secrets.", delay=60)

    expect(field).to_have_value("A keeper of lamps, and of secrets.")
    expect(studio.locator("[data-generate]")).to_be_enabled()
    ana.refresh_from_db()
    assert ana.description == "A keeper of lamps, and of secrets."


def test_two_people_change_one_field_and_the_second_chooses(studio: Page, ana: Character) -> None:
    studio.goto(f"/library/entities/{ana.pk}/")
    Character.objects.filter(pk=ana.pk).update(hair="black")

    studio.get_by_label("Hair", exact=True).fill("grey")

    expect(studio.locator(".field-conflict")).to_contain_text("black")
    expect(studio.get_by_label("Hair", exact=True)).to_have_value("grey")
    studio.get_by_role("button", name="Keep mine").click()
    expect(studio.locator(".field-conflict")).to_have_count(0)
    ana.refresh_from_db()
    assert ana.hair == "grey"


def test_guides_beyond_the_models_number_are_marked_and_put_in_order_by_keyboard_and_mouse(
    studio: Page, ana: Character, tmp_path: Path
) -> None:
    studio.goto(f"/library/entities/{ana.pk}/")
    studio.locator(".guide-form.is-large input[type=file]").set_input_files(pictures(tmp_path, 3))
    expect(studio.locator(".guide")).to_have_count(3)
    expect(studio.locator(".guide.is-unused")).to_have_count(1)
    first, second, third = order(ana)

    studio.locator(f"#guide-move-{third}").focus()
    with studio.expect_response("**/guides/order/"):
        studio.keyboard.press("Home")
    expect(studio.locator(".guide").first).to_have_attribute("data-guide", str(third))
    assert order(ana) == [third, first, second]

    tile, target = studio.locator(f"[data-guide='{second}']"), studio.locator(f"[data-guide='{third}']")
    with studio.expect_response("**/guides/order/"):
        tile.drag_to(target)
    assert order(ana) == [second, third, first]
    expect(studio.locator("[data-generate]")).to_contain_text("2 of 3 guides")


def test_a_removed_guide_comes_back_by_undo(studio: Page, ana: Character, tmp_path: Path) -> None:
    studio.goto(f"/library/entities/{ana.pk}/")
    studio.locator(".guide-form.is-large input[type=file]").set_input_files(pictures(tmp_path, 2))
    expect(studio.locator(".guide")).to_have_count(2)

    studio.get_by_role("button", name="Remove picture 1").click()
    expect(studio.locator(".guide")).to_have_count(1)
    studio.get_by_role("button", name="Undo").click()

    expect(studio.locator(".guide")).to_have_count(2)


def test_a_line_that_breaks_in_the_middle_of_a_save_loses_nothing(studio: Page, ana: Character) -> None:
    studio.goto(f"/library/entities/{ana.pk}/")
    studio.context.set_offline(True)
    studio.get_by_label("Hair", exact=True).fill("silver")
    studio.wait_for_timeout(1200)
    expect(studio.locator("[data-generate]")).to_be_disabled()

    studio.context.set_offline(False)

    expect(studio.locator("[data-generate]")).to_be_enabled(timeout=15_000)
    ana.refresh_from_db()
    assert ana.hair == "silver"


def test_looks_are_added_and_chosen_side_by_side(studio: Page, ana: Character) -> None:
    studio.goto(f"/library/entities/{ana.pk}/")

    studio.get_by_role("button", name="Add a look").click()

    expect(studio.locator("a.look")).to_have_count(2)
    expect(studio.locator("a.look[aria-current]")).to_contain_text("Another look")
    assert Look.objects.filter(character=ana).count() == 2


def test_the_library_can_be_used_on_a_phone(studio: Page, ana: Character) -> None:
    studio.set_viewport_size({"width": 360, "height": 740})
    studio.goto("/library/")
    studio.get_by_role("link", name="Ana").click()
    expect(studio.get_by_role("heading", name="Ana")).to_be_visible()

    wide = studio.evaluate("document.documentElement.scrollWidth - innerWidth")
    small = studio.evaluate(
        """Array.from(document.querySelectorAll('main a, main button, main select, main input[type=text]'))
            .filter((one) => one.offsetParent && !one.closest('.used'))
            .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([html]) => html)"""
    )
    studio.get_by_role("link", name="Close").click()

    expect(studio.get_by_role("link", name="Ana")).to_be_visible()
    assert wide <= 0
    assert small == []
