"""Publishing as a person does it, on a desk and a phone: connect, write, schedule by drag, publish, see it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from entities.models import Library, Membership
from entities.services import library_of
from generation import queue as generation_queue
from projects.models import Project
from publishing import queue as publishing_queue
from publishing import services
from publishing.models import Channel, PlatformApp, PlatformRow, Publication
from publishing.services import side_steps, working
from tests.browser.conftest import keep, leave
from tests.browser.test_axe import barriers
from tests.fakes import FakeQueue
from tests.publishing.posted import account_in, draft_of, film_with, folder_in, writer_at
from tests.twins import instagram, openai, tiktok, youtube

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
BERLIN = ZoneInfo("Europe/Berlin")

SMALL = """() => ["a", "button", "select", "summary", "input"].map((kind) => `.publishing ${kind}`)
    .flatMap((kind) => Array.from(document.querySelectorAll(kind)))
    .filter((one) => one.checkVisibility() && !one.closest("p, .is-chip, .chips-list, .day-name, label"))
    .map((one) => [one.className + one.textContent.trim().slice(0, 30), one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && (box.height < 39.5 || (box.height < 43.5 && box.width < 120)))
    .map(([name, box]) => `${name}: ${Math.round(box.width)} by ${Math.round(box.height)}`)"""


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> FakeQueue:
    """What workers were sent for: they come when the test says so."""
    fake = FakeQueue()
    monkeypatch.setattr(generation_queue, "send", fake.send)
    monkeypatch.setattr(publishing_queue, "send", fake.send)
    return fake


@pytest.fixture
def library(person: User, sent: FakeQueue) -> Library:
    """The person's own library."""
    library = library_of(person)
    Membership.objects.filter(library=library, user=person).update(role=Membership.Role.OWNER)
    services.sync_shipped()
    return library


@pytest.fixture
def film(library: Library) -> Project:
    """A finished film, wide and tall."""
    return film_with(library, "16:9", "9:16")


def window(chromium: Browser, live_server: LiveServer, person: User, **given: Any) -> Page:
    context = chromium.new_context(
        base_url=live_server.url, timezone_id="Europe/Berlin", service_workers="block", **given
    )
    browser = Client()
    browser.force_login(person)
    cookie = browser.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


@pytest.fixture(params=["desk", "phone"])
def screen(
    request: pytest.FixtureRequest, chromium: Browser, live_server: LiveServer, person: User, library: Library
) -> Iterator[Page]:
    """The studio in a window of either size, in Berlin."""
    is_phone = request.param == "phone"
    given = {"viewport": PHONE, "has_touch": True, "is_mobile": True} if is_phone else {"viewport": DESK}
    page = window(chromium, live_server, person, **given)
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    keep(page, request.node.name)
    leave(page.context)
    assert mistakes == []


def work() -> None:
    """Do what there is to do, as workers would after a while."""
    for _ in range(6):
        moving = Publication.objects.filter(state__in=Publication.UNDER_WAY)
        moving.update(not_before=datetime.now(UTC) - timedelta(seconds=1))
        for pk in working.due(datetime.now(UTC)).values_list("pk", flat=True):
            working.work_on(pk)
        side_steps.send_due()


def introduce(
    library: Library,
    platform: str,
    login: str,
    addresses: dict[str, str],
    client_id: str,
    secret: str,
    told: dict[str, Any] | None = None,
) -> None:
    """Tell the studio where a platform's stand-in is, and register it there."""
    PlatformRow.objects.filter(key=platform).update(addresses=addresses, is_local=True)
    services.keep_app(
        library.pk, platform, login, client_id=client_id, client_secret=secret, by_id=None, settings=told or {}
    )


def connect(page: Page, library: Library, platform: str) -> None:
    """Go to the platform's own page, allow what it asks, and come back."""
    page.goto(f"/publish/{library.pk}/channels/")
    page.locator(f"#platform-{platform}").get_by_role("button", name="Connect").click()
    page.get_by_role("button", name="Allow").click()
    page.wait_for_url(re.compile(r"/publish/\d+/(channels|choose)/"))
    if "/choose/" in page.url:
        page.get_by_role("button", name="Connect").click()
    expect(page.locator(f"#platform-{platform} .channel").first).to_contain_text("Ready")


def publish_now(page: Page) -> None:
    """Press the button, once more where the tests' database was locked by another request at that moment."""
    panel = page.locator("#pub-panel")
    for _ in range(3):
        page.wait_for_load_state("networkidle")
        panel.get_by_role("button", name="Publish now").click()
        try:
            expect(panel).to_contain_text("Scheduled", timeout=4_000)
        except AssertionError:
            continue
        return
    expect(panel).to_contain_text("Scheduled")


def in_days(days: int) -> datetime:
    return datetime.now(BERLIN) + timedelta(days=days)


def drag(page: Page, what: Locator, to: Locator) -> None:
    """Carry something: by mouse, or by a finger that rests on it first."""
    what.scroll_into_view_if_needed()
    box, there = what.bounding_box(), to.bounding_box()
    assert box is not None
    assert there is not None
    start = (box["x"] + box["width"] / 3, box["y"] + box["height"] / 2)
    end = (there["x"] + there["width"] / 2, there["y"] + min(there["height"] / 2, 60))
    if page.viewport_size == DESK:
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(start[0] + 20, start[1] + 20, steps=3)
        page.mouse.move(*end, steps=8)
        page.mouse.up()
        return
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start[0], "y": start[1]}]})
    page.wait_for_timeout(600)
    for step in range(1, 9):
        x, y = (start[i] + (end[i] - start[i]) * step / 8 for i in (0, 1))
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
        page.wait_for_timeout(30)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


# --- The whole way ------------------------------------------------------------------------------------


def test_a_film_goes_out_to_a_folder(screen: Page, library: Library, film: Project, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    screen.goto(f"/publish/{library.pk}/channels/")
    screen.locator("#address-folder").fill(str(shelf))
    screen.locator("#name-folder").fill("Shelf")
    screen.locator("#add-folder").get_by_role("button", name="Connect").click()
    expect(screen.get_by_role("heading", name="Shelf")).to_be_visible()

    screen.goto(f"/films/{film.pk}/publish/")
    screen.get_by_label("Shelf").first.check()
    screen.get_by_role("button", name="Begin drafts").click()
    screen.wait_for_url(re.compile(r"/publish/publications/\d+/"))
    screen.get_by_label("Title").fill("A lamp of my own")
    expect(screen.locator("[data-saved]")).to_have_text("Saved")

    screen.goto(f"/publish/{library.pk}/")
    row = Publication.objects.get()
    expect(screen.locator(f".tray [data-pub='{row.pk}']")).to_be_visible()
    screen.locator(f"[data-open='{row.pk}']").first.click()
    panel = screen.locator("#pub-panel")
    expect(panel).to_contain_text("The Lamp on the Quay")
    publish_now(screen)
    work()

    expect(panel).to_contain_text("Published", timeout=20_000)
    row.refresh_from_db()
    assert row.text["title"] == "A lamp of my own"
    assert row.state == Publication.State.LIVE
    assert list(shelf.rglob("*.mp4"))


def test_a_draft_is_put_on_a_day_by_drag_and_moved_to_another(
    screen: Page, library: Library, film: Project, tmp_path: Path
) -> None:
    draft = draft_of(film, folder_in(library, tmp_path / "shelf"))
    later = in_days(7)
    monday = later - timedelta(days=later.weekday())
    first, second = f"{monday + timedelta(days=1):%Y-%m-%d}", f"{monday + timedelta(days=2):%Y-%m-%d}"
    screen.goto(f"/publish/{library.pk}/?day={first}")

    drag(screen, screen.locator(f".tray [data-pub='{draft.pk}']"), screen.locator(f"#day-{first}"))
    dialog = screen.locator("#move")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_label("Day")).to_have_value(first)
    dialog.get_by_label("Time").fill("17:45")
    dialog.get_by_role("button", name="Move it there").click()
    card = screen.locator(f"#day-{first} [data-pub='{draft.pk}']")
    expect(card).to_contain_text("17:45")
    drag(screen, card, screen.locator(f"#day-{second}"))

    expect(screen.locator(f"#day-{second} [data-pub='{draft.pk}']")).to_contain_text("17:45")
    draft.refresh_from_db()
    assert draft.scheduled_at is not None
    assert f"{draft.scheduled_at.astimezone(BERLIN):%Y-%m-%d %H:%M}" == f"{second} 17:45"


def test_the_keyboard_moves_what_the_mouse_does(screen: Page, library: Library, film: Project, tmp_path: Path) -> None:
    draft = draft_of(film, folder_in(library, tmp_path / "shelf"))
    later = in_days(7)
    tuesday = (later - timedelta(days=later.weekday() - 1)).replace(hour=18, minute=0, second=0, microsecond=0)
    services.schedule(draft, tuesday, by_id=None)
    screen.goto(f"/publish/{library.pk}/?day={tuesday:%Y-%m-%d}")

    screen.locator(f"[data-open='{draft.pk}']").focus()
    screen.keyboard.press("Space")
    screen.keyboard.press("ArrowRight")
    screen.keyboard.press("ArrowDown")
    expect(screen.locator("#calendar-said")).to_contain_text("18:15")
    screen.keyboard.press("Enter")

    wednesday = tuesday + timedelta(days=1)
    expect(screen.locator(f"#day-{wednesday:%Y-%m-%d} [data-pub='{draft.pk}']")).to_contain_text("18:15")


def test_nothing_that_is_typed_into_a_draft_is_lost(screen: Page, library: Library, film: Project) -> None:
    draft = draft_of(film, account_in(library, "youtube", login="google"))
    screen.goto(f"/publish/publications/{draft.pk}/")

    screen.get_by_label("Title").fill("灯台守 🎬")
    expect(screen.locator("[data-field=title] [data-used]")).to_have_text("5")
    screen.get_by_label("Description").fill("Käthe")
    expect(screen.locator("[data-field=description] [data-used]")).to_have_text("6")
    tags = screen.locator("[data-field=hashtags] .chips-entry")
    tags.fill("#sea")
    tags.press("Enter")
    screen.locator("[data-field=made_for_kids]").get_by_label("No").check()
    expect(screen.locator("[data-field=made_for_kids] .field-problem")).to_have_count(0)
    expect(screen.locator("[data-saved]")).to_have_text("Saved")
    screen.reload()

    expect(screen.get_by_label("Title")).to_have_value("灯台守 🎬")
    expect(screen.locator("[data-field=hashtags] .chip")).to_have_text(["#sea"])
    draft.refresh_from_db()
    assert draft.text["made_for_kids"] is False
    assert set(draft.written_by_hand) == {"title", "description", "hashtags", "made_for_kids"}


def test_a_language_model_writes_what_nobody_has_written(
    screen: Page, library: Library, film: Project, sent: FakeQueue, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = draft_of(film, account_in(library, "youtube", login="google"))
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    with openai.OpenAITwin() as twin:
        writer = writer_at(twin.base_url)
        screen.goto(f"/publish/publications/{draft.pk}/")
        screen.get_by_label("Title").fill("My own title")
        expect(screen.locator("[data-saved]")).to_have_text("Saved")

        button = screen.get_by_role("button", name=f"Suggest {writer.label} · $0.0")
        button.click()
        expect(screen.locator("#draft-suggest")).to_contain_text("is writing")
        sent.deliver_all()

        expect(screen.get_by_label("Description")).to_have_value(re.compile("What would you do"), timeout=20_000)
        expect(screen.locator("[data-field=hashtags] .chip").first).to_have_text("#mystery")
        expect(screen.get_by_label("Title")).to_have_value("My own title")
        expect(screen.locator("#draft-suggest")).not_to_contain_text("is writing")
        assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert len(twin.asked_for("POST", "/chat/completions")) == 1


def test_the_last_words_are_saved_before_a_draft_goes_out(
    screen: Page, library: Library, film: Project, tmp_path: Path
) -> None:
    draft = draft_of(film, folder_in(library, tmp_path / "shelf"))
    screen.goto(f"/publish/publications/{draft.pk}/")
    screen.wait_for_load_state("networkidle")

    screen.get_by_label("Title").press_sequentially("Typed at the last moment")
    publish_now(screen)

    draft.refresh_from_db()
    assert draft.state == Publication.State.SCHEDULED
    assert "Typed at the last moment" in draft.text["title"]


def test_a_channel_is_connected_on_the_platforms_own_page_and_a_film_goes_out_once(
    screen: Page, library: Library, film: Project
) -> None:
    twin = youtube.YouTubeTwin()
    with twin:
        introduce(library, "youtube", "google", twin.addresses, youtube.CLIENT_ID, youtube.CLIENT_SECRET)
        connect(screen, library, "youtube")

        draft = draft_of(film, Channel.objects.get(platform="youtube"))
        screen.goto(f"/publish/publications/{draft.pk}/")
        screen.locator("[data-field=made_for_kids]").get_by_label("No").check()
        screen.get_by_label("Title").fill("The Lamp on the Quay")
        expect(screen.locator("#pub-panel .panel-problems")).to_have_count(0)
        publish_now(screen)
        for _ in range(8):
            twin.pass_time(5)
            work()

        expect(screen.locator("#pub-panel")).to_contain_text("Published", timeout=20_000)
        expect(screen.get_by_role("link", name="See the post")).to_be_visible()
        assert len(twin.posts) == 1


def test_on_tiktok_everything_is_chosen_by_a_person(screen: Page, library: Library, film: Project) -> None:
    twin = tiktok.TikTokTwin()
    with twin:
        introduce(library, "tiktok", "tiktok", twin.addresses, tiktok.CLIENT_KEY, tiktok.CLIENT_SECRET)
        connect(screen, library, "tiktok")
        draft = draft_of(film, Channel.objects.get(platform="tiktok"), shape="9:16")
        screen.goto(f"/publish/publications/{draft.pk}/")
        privacy = screen.locator("[data-field=privacy]")
        expect(privacy.get_by_label("Only you")).to_be_visible()
        expect(privacy.locator("input:checked")).to_have_count(0)
        privacy.get_by_label("Only you").check()
        expect(screen.locator("[data-saved]")).to_have_text("Saved")
        screen.get_by_label("Music Usage Confirmation").check()
        expect(screen.locator("#pub-panel .panel-problems")).to_have_count(0)

        publish_now(screen)
        for _ in range(8):
            twin.pass_time(5)
            work()

        expect(screen.locator("#pub-panel")).to_contain_text("Published", timeout=20_000)
        assert [post["privacy"] for post in twin.posts] == ["SELF_ONLY"]


def test_instagram_is_connected_through_a_page_and_gets_its_reel(screen: Page, library: Library, film: Project) -> None:
    twin = instagram.InstagramTwin()
    with twin:
        introduce(
            library,
            "instagram",
            "facebook",
            twin.addresses,
            instagram.CLIENT_ID,
            instagram.CLIENT_SECRET,
            twin.settings,
        )
        connect(screen, library, "instagram")
        draft = draft_of(film, Channel.objects.filter(platform="instagram")[0], shape="9:16")
        screen.goto(f"/publish/publications/{draft.pk}/")
        screen.get_by_label("Caption").fill("A lamp goes out.")
        expect(screen.locator("[data-saved]")).to_have_text("Saved")

        publish_now(screen)
        for _ in range(8):
            twin.pass_time(5)
            work()

        expect(screen.locator("#pub-panel")).to_contain_text("Published", timeout=20_000)
        assert len(twin.posts) == 1


# --- For everybody ------------------------------------------------------------------------------------


def test_pages_fit_a_thumb_and_have_no_barriers(screen: Page, library: Library, film: Project, tmp_path: Path) -> None:
    shelf, tiktok = folder_in(library, tmp_path / "shelf"), account_in(library, "tiktok")
    draft, tall = draft_of(film, shelf), draft_of(film, tiktok, shape="9:16")
    missed = draft_of(film, shelf)
    services.schedule(draft, in_days(1), by_id=None)
    Publication.objects.filter(pk=missed.pk).update(
        state=Publication.State.MISSED, scheduled_at=datetime.now(UTC) - timedelta(hours=3)
    )
    found, small = [], []
    for path in (
        f"/publish/{library.pk}/",
        f"/publish/{library.pk}/?view=month",
        f"/publish/{library.pk}/?open={draft.pk}",
        f"/publish/{library.pk}/channels/",
        f"/films/{film.pk}/publish/",
        f"/publish/publications/{tall.pk}/",
    ):
        screen.goto(path)
        screen.wait_for_timeout(300)
        assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        if screen.viewport_size == PHONE:
            small += [f"{path}: {one}" for one in screen.evaluate(SMALL)]
        else:
            found += list(barriers(screen, path))
            screen.set_viewport_size(DESK)  # type: ignore[arg-type]

    assert small == []
    assert "\n".join(found) == ""
    assert not PlatformApp.objects.exists()
