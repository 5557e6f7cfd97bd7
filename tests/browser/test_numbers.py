"""Numbers as a person reads them, on a desk and a phone: what came home, side by side, and where people leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from entities.models import Library
from entities.services import library_of
from generation.models import Job, Slot
from projects.models import Project
from publishing import services
from publishing.models import Channel, PlatformRow, Publication
from publishing.platforms.base import Tokens
from publishing.services import figures, tokens
from tests.browser.conftest import keep, leave
from tests.browser.test_axe import barriers
from tests.browser.test_publishing import DESK, PHONE, window
from tests.factories import JobFactory
from tests.generation.cut_film import cut_film, shots_of
from tests.publishing.posted import account_in, rendition_of
from tests.twins.youtube import CLIENT_ID, CLIENT_SECRET, YouTubeTwin
from tests.twins.youtube_rules import Video

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DAY = timedelta(days=1)
SHOT_MS = 2_000
FITS = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def library(person: User) -> Library:
    """The person's own library."""
    services.sync_shipped()
    return library_of(person)


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        running.knobs["token_s"] = 400 * 86_400
        yield running


@pytest.fixture
def channel(twin: YouTubeTwin, library: Library) -> Channel:
    """A channel on the platform's stand-in."""
    account = twin.channels[0]
    made = account_in(library, "youtube", remote_id=account.id, facts={"uploads": account.uploads})
    PlatformRow.objects.filter(key="youtube").update(addresses=twin.addresses, is_local=True)
    services.keep_app(None, "youtube", "", client_id=CLIENT_ID, client_secret=CLIENT_SECRET, by_id=None)
    access, refresh = twin.tokens()
    tokens.keep(made, Tokens(access, refresh, datetime.now(UTC) + 300 * DAY))
    return made


@pytest.fixture(params=["desk", "phone"])
def screen(request: pytest.FixtureRequest, chromium: Browser, live_server: LiveServer, person: User) -> Iterator[Page]:
    """The studio in a window of either size."""
    given = {"viewport": DESK}
    if request.param == "phone":
        given = {"viewport": PHONE, "has_touch": True, "is_mobile": True}  # type: ignore[dict-item]
    page = window(chromium, live_server, person, **given)
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    yield page
    keep(page, request.node.name)
    leave(page.context)
    assert mistakes == []


@pytest.fixture
def posts(channel: Channel, twin: YouTubeTwin) -> list[Publication]:
    """Two films that have been public for some days, whose numbers were asked for twice."""
    now = datetime.now(UTC)
    found = [posted(channel, twin, number, now - (4 + number) * DAY) for number in (1, 2)]
    twin.pass_time(-2 * DAY.total_seconds())
    assert figures.take_due(now - 2 * DAY) == 2
    twin.pass_time(2 * DAY.total_seconds())
    assert figures.take_due(now) == 2
    return found


def posted(channel: Channel, twin: YouTubeTwin, number: int, at: datetime) -> Publication:
    film = cut_film(channel.library, shots=3)
    Project.objects.filter(pk=film.pk).update(title=f"The Lamp {number}")
    made = rendition_of(film, "16:9")
    clips = Slot.objects.filter(shot__in=shots_of(film), role=Slot.Role.CLIP).order_by("shot__position")
    seen = [
        [clip.selected_take.asset.sha256, index * SHOT_MS, (index + 1) * SHOT_MS, "cut", "", "", 0]
        for index, clip in enumerate(clips.select_related("selected_take__asset"))
        if clip.selected_take
    ]
    recipe = {"arguments": {"shots": seen, "speech": []}}
    made.take.job = JobFactory.create(
        slot=made.take.slot, project=film, state=Job.State.SUCCEEDED, finished_at=at, recipe=recipe
    )
    made.take.save(update_fields=["job"])
    remote_id, since = f"video{number:06}", at.timestamp()
    twin.videos[remote_id] = Video(
        remote_id, channel.remote_id, {"title": "Film"}, {"privacyStatus": "public"}, paid=False,
        file_name="film.mp4", size=10, sha256="", made_at=since, public_since=since,
    )  # fmt: skip
    post: Publication = Publication.objects.create(
        library=channel.library, project=film, channel=channel, variant="16:9 full", state="live", rendition=made,
        text={"title": f"The Lamp {number}"}, remote_id=remote_id, published_at=at, figures_due_at=at,
        url=f"https://example.org/{number}",
    )  # fmt: skip
    return post


def as_number(place: Locator) -> int:
    return int(place.inner_text().replace(",", ""))


def is_clean(page: Page, name: str) -> None:
    """Nothing sticks out, and nothing grave is found."""
    assert page.evaluate(FITS), name
    if page.viewport_size == DESK:
        assert list(barriers(page, name)) == []
        page.set_viewport_size(DESK)  # type: ignore[arg-type]


def test_numbers_are_seen_side_by_side_and_followed_to_one_post(screen: Page, posts: list[Publication]) -> None:
    library = posts[0].library
    screen.goto(f"/publish/{library.pk}/")
    screen.get_by_role("link", name="Numbers").click()

    rows = screen.locator(".numbers-table tbody tr")
    expect(rows).to_have_count(2)
    expect(screen.locator(".numbers-chart svg").first).to_be_visible()
    assert all(as_number(rows.nth(index).locator("[data-label=Views]")) > 0 for index in (0, 1))
    is_clean(screen, "numbers")

    screen.get_by_role("link", name="The Lamp 1").click()

    expect(screen.get_by_role("heading", name="Where people leave")).to_be_visible()
    expect(screen.locator(".leaving-shot")).to_have_count(3)
    expect(screen.locator(".leaving-line")).to_have_attribute("points", re.compile(r"(\d+\.\d,\d+\.\d ?){3,}"))
    expect(screen.locator(".figures .numbers-chart svg").first).to_be_visible()
    is_clean(screen, "a post's numbers")

    screen.get_by_text("Shot by shot").click()
    screen.locator(".leaving-list a").first.click()
    screen.wait_for_url(f"**/films/{posts[0].project_id}/shots/#shot-*")


def test_the_numbers_of_a_post_are_found_from_the_post_and_from_the_film(
    screen: Page, posts: list[Publication]
) -> None:
    post = posts[0]
    views = post.snapshots.order_by("-taken_at")[0].views
    screen.goto(f"/films/{post.project_id}/publish/")
    expect(screen.locator(".going-row")).to_contain_text(f"{views:,} views")
    is_clean(screen, "the film's way out")

    screen.locator(".going-row").click()
    panel = screen.locator("#pub-panel")
    expect(panel.locator(".panel-numbers")).to_contain_text(f"{views:,} views")
    is_clean(screen, "the post")
    panel.get_by_role("link", name="Its numbers").click()

    expect(screen.get_by_role("heading", name="The Lamp 1")).to_be_visible()


def test_another_number_is_drawn_and_a_post_left_out(screen: Page, posts: list[Publication]) -> None:
    screen.goto(f"/publish/numbers/?library={posts[0].library_id}")

    screen.get_by_label("Number", exact=True).select_option("likes")
    screen.get_by_label("Draw The Lamp 2").uncheck()
    screen.get_by_role("button", name="Draw").click()

    screen.wait_for_url("**figure=likes**")
    chart = screen.locator(".numbers-chart").first
    expect(chart).to_contain_text("The Lamp 1")
    expect(chart).not_to_contain_text("The Lamp 2")
