"""Hosted models as a person uses them: a key, a budget, a price before and a bill after, and what happens on a bad day.

The vendors are twins on this machine. What the studio's worker would do is done between two looks at the page, while
the browser is elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from entities.models import Library
from entities.services import library_of
from generation import queue, services
from generation.models import Job, Slot, Vendor
from generation.services import keys
from generation.views import wording
from projects.models import Project
from tests.faults.bought import Messages, adapters, beat
from tests.generation.planned import fill, film_in
from tests.twins.elevenlabs import ElevenLabsTwin
from tests.twins.fal import FalTwin
from tests.twins.server import Twin

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 390, "height": 844}
MODEL = "fal/flux-2-pro"
PRICE = "$0.045"
ROUNDS = 20


@pytest.fixture
def library(person: User) -> Library:
    """The library of the one who looks, with all that the studio ships."""
    services.sync_shipped()
    return library_of(person)


@pytest.fixture
def fal(library: Library) -> Iterator[FalTwin]:
    """The twin that stands for fal."""
    twin = FalTwin()
    twin.knobs.update({"seconds": 0, "shrink": 16})
    with twin:
        stand_in("fal", twin)
        yield twin


@pytest.fixture
def elevenlabs(library: Library) -> Iterator[Twin]:
    """The twin that stands for ElevenLabs."""
    with ElevenLabsTwin() as twin:
        stand_in("elevenlabs", twin)
        yield twin


def stand_in(name: str, twin: Twin) -> None:
    """Let a twin be asked in place of a vendor."""
    vendor = Vendor.objects.get(key=name)
    vendor.base_url = twin.url
    vendor.settings = {**vendor.settings, **getattr(twin, "settings", {})}
    vendor.is_local = True
    vendor.save(update_fields=["base_url", "settings", "is_local"])


@pytest.fixture
def film(library: Library, fal: FalTwin) -> Project:
    """A planned film in a library that has a key for fal."""
    keys.write_key(library, Vendor.objects.get(key="fal"), "made-up:by-nobody", by_id=None)
    film = film_in(library, shots=2)
    for slot in Slot.objects.filter(role=Slot.Role.REFERENCE):
        fill(slot, library)
    return film


@pytest.fixture
def work(studio: Page, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Do what is waiting for the worker, for as long as something can be done, with the browser on an empty page."""
    messages = Messages()
    monkeypatch.setattr(queue, "send", messages.send)

    def done() -> None:
        studio.goto("about:blank")
        messages.deliver_all()
        for _ in range(ROUNDS):
            if not Job.objects.filter(state__in=(Job.State.WAITING, Job.State.COLLECTING)).exists():
                return
            beat(messages.deliver_all)

    with adapters():
        yield done


def vendor_row(page: Page, name: str) -> Locator:
    """Open a vendor's part of the keys."""
    row = page.locator(f"#vendor-{name}")
    row.locator("summary").first.click()
    return row


def try_key(page: Page, name: str, secret: str) -> None:
    """Type a key and press the button."""
    page.locator(f"#key-{name}").fill(secret)
    page.locator(f"#vendor-{name}").get_by_role("button", name="Try and keep").click()


def opened(page: Page, film: Project) -> Locator:
    """Open the first shot on the frames step."""
    page.goto(f"/films/{film.pk}/frames/")
    page.get_by_role("link", name="Open shot 1.1").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    return sheet


def order(page: Page, film: Project) -> None:
    """Make the first shot's frame again."""
    opened(page, film).locator("#bench-make").click()
    expect(page.get_by_role("dialog")).to_contain_text("Cancel")


def chosen(film: Project) -> None:
    """Choose the hosted model for the film."""
    Project.objects.filter(pk=film.pk).update(offers={"image": MODEL})


def fits(page: Page) -> bool:
    """Whether nothing sticks out of the screen sideways."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return wide


def test_a_key_is_tried_and_says_whose_it_is_and_what_is_left(studio: Page, elevenlabs: Twin) -> None:
    studio.goto("/account/?at=keys")
    vendor_row(studio, "elevenlabs")

    try_key(studio, "elevenlabs", "sk_made_up_by_nobody")

    row = studio.locator("#vendor-elevenlabs")
    expect(row).to_contain_text("Key kept")
    expect(row.locator(".says")).to_contain_text("credits left")
    expect(row).not_to_contain_text("made_up_by_nobody")


def test_a_wrong_key_is_refused_in_plain_words_and_a_right_one_may_know_nothing(studio: Page, fal: FalTwin) -> None:
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    studio.goto("/account/?at=keys")
    vendor_row(studio, "fal")

    try_key(studio, "fal", "wrong:key-of-nobody")
    refused = studio.locator("#vendor-fal").get_by_role("alert")
    expect(refused).to_contain_text("key")
    fitted = fits(studio)
    try_key(studio, "fal", "made-up:by-nobody")

    expect(studio.locator("#vendor-fal .says")).to_contain_text("not available with this key")
    assert fitted
    assert fits(studio)


def test_a_hosted_frame_says_its_price_before_and_is_on_the_statement_after(
    studio: Page, film: Project, fal: FalTwin, work: Callable[[], None]
) -> None:
    studio.goto("/account/?at=costs")
    budget = studio.get_by_label("Budget of The Lamp on the Quay, in dollars")
    budget.fill("2")
    budget.press("Enter")
    expect(studio.locator("#account")).to_contain_text("$2")
    studio.goto(f"/films/{film.pk}/story/?models=image")
    studio.locator("#choose-image").select_option(MODEL)
    expect(studio.locator("#models-image strong")).to_have_text("FLUX.2 Pro (fal)")

    sheet = opened(studio, film)
    expect(sheet.locator(".bench-press")).to_contain_text(PRICE)
    assert fal.charges == []
    sheet.locator("#bench-make").click()
    expect(sheet).to_contain_text("Cancel")
    work()

    sheet = opened(studio, film)
    expect(sheet).to_contain_text("FLUX.2 Pro (fal)")
    expect(sheet.locator(".bench-stand")).to_contain_text("Up to date")
    studio.goto(f"/account/films/{film.pk}/statement/")
    expect(studio.locator(".sums dd").first).to_have_text(wording.exact(fal.bill_micros))
    assert [charge.micros for charge in fal.charges] == [45_000]
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert fits(studio)


def test_a_lost_answer_is_shown_with_what_is_known_and_a_person_settles_it(
    studio: Page, film: Project, fal: FalTwin, work: Callable[[], None]
) -> None:
    chosen(film)
    # Only an ADMIN key may look at fal's own list: the studio cannot find out by itself.
    fal.knobs["lists"] = "admin"
    fal.fail("drop_after", method="POST", path="/flux-2-pro")
    order(studio, film)
    work()

    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    studio.goto("/activity/")
    job = studio.locator("#activity-list li").first
    expect(job).to_contain_text("No answer seen")
    expect(job).to_contain_text("it may have been paid for")
    assert fits(studio)
    job.get_by_label("its number at the vendor is").fill(fal.charges[0].job)
    job.get_by_role("button", name="Fetch it").click()
    expect(studio.locator("#activity-list li").first).to_contain_text("At the vendor")
    work()

    studio.goto("/activity/")
    expect(studio.locator("#activity-list li").first).to_contain_text("Done")
    expect(studio.locator("#activity-list li").first).to_contain_text(PRICE)
    assert len(fal.charges) == 1


def test_out_of_credit_is_said_and_goes_on_when_a_person_has_topped_up(
    studio: Page, film: Project, fal: FalTwin, work: Callable[[], None]
) -> None:
    chosen(film)
    fal.knobs["credit"] = "out"
    order(studio, film)
    work()

    studio.goto("/account/?at=keys")
    row = studio.locator("#vendor-fal")
    expect(row).to_contain_text("Out of credit")
    expect(row).to_contain_text("Nothing is left on the account")
    fal.knobs.pop("credit")
    row.get_by_role("button", name="Try again fal").click()
    expect(row).not_to_contain_text("Out of credit")
    work()

    assert Job.objects.get().state == Job.State.SUCCEEDED
    assert [charge.micros for charge in fal.charges] == [45_000]
    expect(opened(studio, film).locator(".bench-stand")).to_contain_text("Up to date")
