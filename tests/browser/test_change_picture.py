"""A picture changed with words, as a person does it: with a mouse, on a phone, by keyboard."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from entities.models import Library
from entities.services import library_of
from generation import queue, routing, services, storage
from generation.models import Job, Slot, Take, Vendor
from generation.services import budget, keys
from projects.models import Project
from tests.faults.bought import Messages
from tests.generation.planned import film_in
from tests.twins.openai import OpenAITwin

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
SIZE = (1280, 720)
SEEN = os.environ.get("SCENEME_SCREENSHOTS", "")


@pytest.fixture
def library(person: User) -> Library:
    """The library of the one who looks, with all that the studio ships."""
    services.sync_shipped()
    return library_of(person)


@pytest.fixture
def openai(library: Library) -> Iterator[OpenAITwin]:
    """The twin that stands for OpenAI, and a key for it."""
    with OpenAITwin() as twin:
        Vendor.objects.filter(key="openai").update(base_url=twin.base_url, is_local=True)
        routing._build.cache_clear()
        keys.write_key(library, Vendor.objects.get(key="openai"), "sk-made-up-by-nobody", by_id=None)
        yield twin
        routing._build.cache_clear()


@pytest.fixture
def film(library: Library, tmp_path: Path) -> Project:
    """A planned film whose first shot shows a real picture."""
    film = film_in(library, shots=2)
    budget.set_budget(library.pk, film.pk, 5_000_000, by_id=None)
    place = tmp_path / "picture.png"
    picture = Image.linear_gradient("L").resize(SIZE).convert("RGB")
    picture.paste((160, 60, 40), (500, 200, 800, 640))
    picture.save(place)
    for slot in Slot.objects.filter(shot__scene__project=film, role=Slot.Role.FRAME):
        services.upload_take(slot, place, "image/png", library_id=library.pk, details={})
    return film


@pytest.fixture
def work(studio: Page, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Do what waits for the worker, with the browser on an empty page."""
    messages = Messages()
    monkeypatch.setattr(queue, "send", messages.send)

    def done() -> None:
        studio.goto("about:blank")
        messages.deliver_all()

    return done


def opened(page: Page, film: Project) -> Locator:
    """Open the first shot on the frames step, and what changes its picture."""
    page.goto(f"/films/{film.pk}/frames/")
    page.get_by_role("link", name="Open shot 1.1").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    sheet.get_by_text("Change it with words").click()
    return sheet


def keep(page: Page, name: str) -> None:
    """Keep what is seen, where somebody wants to look at it."""
    if SEEN:
        page.screenshot(path=Path(SEEN) / f"{name}.png")


def fits(page: Page) -> bool:
    """Whether nothing sticks out of the screen sideways."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return wide


def test_a_part_is_drawn_a_wish_is_written_and_a_new_take_stands_beside_the_old_one(
    studio: Page, film: Project, openai: OpenAITwin, work: Callable[[], None]
) -> None:
    sheet = opened(studio, film)
    keep(studio, "change-open")
    sheet.get_by_label("What should change?").fill("The door is green")
    sheet.get_by_text("Only in one part of it").click()
    area = sheet.locator("[data-change-area]")
    area.scroll_into_view_if_needed()
    place = area.bounding_box()
    assert place is not None
    studio.mouse.move(place["x"] + place["width"] * 0.25, place["y"] + place["height"] * 0.25)
    studio.mouse.down()
    studio.mouse.move(place["x"] + place["width"] * 0.5, place["y"] + place["height"] * 0.5)
    studio.mouse.move(place["x"] + place["width"] * 0.75, place["y"] + place["height"] * 0.75)
    studio.mouse.up()
    keep(studio, "change-drawn")

    expect(sheet.get_by_label("Width")).not_to_have_value("")
    press = sheet.get_by_role("button", name="Change it")
    expect(press).to_contain_text("GPT Image")
    expect(press).to_contain_text("$")
    press.click()
    expect(sheet).to_contain_text("Cancel")
    work()

    sheet = opened(studio, film)
    expect(sheet).to_contain_text("Changed with words")
    expect(sheet).to_contain_text("“The door is green.”")
    expect(sheet.get_by_label("What should change?")).to_have_value("")
    keep(studio, "change-done")
    slot = Slot.objects.get(shot__position=0, role=Slot.Role.FRAME)
    asked = [one for one in openai.seen if one.path.endswith("/images/edits")]
    mask = next(content for name, _file, content in asked[0].parts if name == "mask")
    with Image.open(io.BytesIO(mask)) as drawn:
        clear = drawn.getchannel("A").point(lambda value: 255 - value).getbbox()
    assert clear is not None
    assert [round(side / whole, 1) for side, whole in zip(clear, (*SIZE, *SIZE), strict=True)] == [0.2, 0.2, 0.8, 0.8]
    assert len(openai.charges) == 1
    assert Take.objects.filter(slot=slot, removed_at=None).count() == 3
    assert slot.selected_take is not None
    assert storage.is_kept(slot.selected_take.asset)


def test_on_a_phone_the_part_can_be_typed_and_nothing_sticks_out(
    studio: Page, film: Project, openai: OpenAITwin, work: Callable[[], None]
) -> None:
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    sheet = opened(studio, film)
    sheet.get_by_label("What should change?").fill("It rains")
    sheet.get_by_text("Only in one part of it").click()
    for label, value in (
        ("From the left", "10"),
        ("From the top", "20"),
        ("Width", "30"),
        ("Height", "40"),
    ):
        field = sheet.get_by_label(label)
        field.focus()
        studio.keyboard.type(value)

    box = sheet.locator("[data-change-box]")
    expect(box).to_be_visible()
    assert box.evaluate("box => box.style.width") == "30%"
    sheet.get_by_label("Height").scroll_into_view_if_needed()
    keep(studio, "change-phone")
    assert fits(studio)
    sheet.get_by_role("button", name="Change it").focus()
    studio.keyboard.press("Enter")
    expect(sheet).to_contain_text("Cancel")
    work()

    assert Job.objects.get().state == Job.State.SUCCEEDED
    assert len(openai.charges) == 1


def test_without_a_model_that_can_do_it_the_way_to_a_key_is_shown(studio: Page, film: Project) -> None:
    sheet = opened(studio, film)

    expect(sheet).to_contain_text("No model that can change a picture is set up.")
    keep(studio, "change-none")
    sheet.get_by_role("link", name="Add a key").click()
    expect(studio.locator("#vendor-openai")).to_be_visible()
