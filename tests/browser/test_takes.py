"""Takes in a real browser: opened, compared by keyboard, chosen, deleted and brought back, selected; desk and phone."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from entities.models import Library
from entities.services import library_of
from generation.models import Asset, Slot
from projects.models import Project
from tests.factories import AssetFactory, ModelOfferFactory, TakeFactory
from tests.generation.planned import film_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 360, "height": 740}


def picture(library: Library, colour: str) -> Asset:
    """A stored picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (320, 180), colour).save(file, "PNG")
    key = default_storage.save(f"{colour}.png", ContentFile(file.getvalue()))
    asset: Asset = AssetFactory.create(
        library=library, content=file.getvalue(), key=key, size=len(file.getvalue()), width=320, height=180
    )
    return asset


@pytest.fixture
def film(person: User) -> Project:
    """A film of six shots; the first has two more takes of its picture."""
    ModelOfferFactory.create(label="Brush")
    library = library_of(person)
    film = film_in(library, shots=6, scenes=2)
    slot = first_slot(film)
    for number, colour in ((2, "teal"), (3, "orange")):
        TakeFactory.create(slot=slot, number=number, asset=picture(library, colour))
    return film


def first_slot(film: Project) -> Slot:
    """The place of the first shot's picture."""
    slots = Slot.objects.filter(shot__scene__project=film, role=Slot.Role.FRAME)
    slot: Slot = slots.order_by("shot__scene__position", "shot__position")[0]
    return slot


def opened(page: Page, film: Project, number: str = "1.1") -> Locator:
    """Open a shot on the frames step."""
    page.goto(f"/films/{film.pk}/frames/")
    page.get_by_role("link", name=f"Open shot {number}").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    return sheet


def fits(page: Page) -> bool:
    """Whether nothing sticks out of the screen sideways, once all its pictures are there."""
    page.wait_for_load_state("networkidle")
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return wide


def test_a_shot_opens_under_its_own_address_and_the_back_button_closes_it(studio: Page, film: Project) -> None:
    sheet = opened(studio, film)
    address = studio.url

    studio.go_back()
    expect(sheet).to_have_count(0)
    studio.goto(address)

    assert "shot=" in address
    expect(studio.get_by_role("dialog")).to_be_visible()
    studio.keyboard.press("Escape")
    expect(studio.get_by_role("dialog")).to_have_count(0)


def test_two_takes_are_compared_with_the_keyboard_alone(studio: Page, film: Project) -> None:
    opened(studio, film)

    studio.get_by_role("link", name="Compare with take 3").focus()
    studio.keyboard.press("Enter")
    slider = studio.get_by_role("slider")
    slider.focus()
    for _ in range(20):
        studio.keyboard.press("ArrowRight")

    assert slider.input_value() == "70"
    assert studio.locator("[data-compare]").evaluate("box => box.style.getPropertyValue('--at')") == "70%"


def test_a_take_is_deleted_and_brought_back_while_the_sheet_is_open(studio: Page, film: Project) -> None:
    sheet = opened(studio, film)

    sheet.get_by_role("button", name="Delete take 2").click()
    expect(sheet.get_by_text("1 deleted take")).to_be_visible()
    sheet.get_by_role("button", name="Undo").click()

    expect(sheet.get_by_role("button", name="Delete take 2")).to_be_visible()
    expect(sheet.get_by_text("1 deleted take")).to_have_count(0)


def test_another_take_is_chosen_and_the_grid_shows_it(studio: Page, film: Project) -> None:
    sheet = opened(studio, film)
    teal = first_slot(film).takes.get(number=2).asset

    sheet.get_by_role("button", name="Use take 2").click()
    expect(sheet.get_by_text("Take 2 is in the film.")).to_be_visible()
    studio.keyboard.press("Escape")

    slot = first_slot(film)
    expect(studio.locator(f"#shot-{slot.shot_id} img")).to_have_attribute("src", f"{teal.link}?w=640")


def test_shift_selects_a_range_and_the_bar_says_what_it_takes(studio: Page, film: Project) -> None:
    studio.goto(f"/films/{film.pk}/frames/")
    picks = studio.get_by_role("checkbox")
    bar = studio.locator("#selection")

    picks.nth(1).click()
    picks.nth(4).click(modifiers=["Shift"])

    expect(studio.locator("[data-pick]:checked")).to_have_count(4)
    expect(bar).to_contain_text("4 pictures")
    expect(bar).to_contain_text("Brush")
    expect(bar).to_contain_text("free")


@pytest.mark.parametrize("step", ["frames", "clips", "sound", "export"])
def test_every_page_fits_a_phone(studio: Page, film: Project, step: str) -> None:
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]

    studio.goto(f"/films/{film.pk}/{step}/")

    assert fits(studio)


def test_a_sheet_fills_a_phone_and_everything_in_it_is_large_enough_to_touch(studio: Page, film: Project) -> None:
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    sheet = opened(studio, film)

    small = sheet.locator("a.button, button").evaluate_all(
        """all => all.filter((one) => one.offsetParent && Math.min(one.offsetHeight, one.offsetWidth) < 44)
        .map((one) => one.outerHTML)"""
    )

    assert small == []
    assert fits(studio)
