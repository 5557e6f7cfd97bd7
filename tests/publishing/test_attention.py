"""What needs somebody is counted in the bar, numbers are where the post is, and times say what they stand for."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from entities.models import Library
from publishing import services
from publishing.models import Channel, ChannelSnapshot, Publication, Snapshot
from publishing.services import attention
from publishing.views import zones
from tests.generation.planned import stranger
from tests.publishing.posted import account_in, draft_of, film_with, folder_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sent")]

BERLIN = ZoneInfo("Europe/Berlin")
CLOCKS_GO_BACK = date(2031, 10, 26)


@pytest.fixture
def draft(library: Library, tmp_path: Path) -> Publication:
    """A draft that may go out."""
    return draft_of(film_with(library, "16:9"), folder_in(library, tmp_path / "shelf"))


def badge(client: Client) -> str:
    found = re.search(r'id="activity-badge".*?data-shown="([^"]*)"', client.get("/account/").content.decode())
    return found[1] if found else ""


# --- The bar ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "asks"), [("person", True), ("missed", True), ("failed", True), ("draft", False), ("live", False)]
)
def test_a_post_that_needs_somebody_is_counted_in_the_bar(
    client: Client, draft: Publication, state: str, *, asks: bool
) -> None:
    Publication.objects.filter(pk=draft.pk).update(state=state, finished_at=timezone.now(), scheduled_at=timezone.now())

    assert badge(client) == ("0-0-1" if asks else "0-0")


def test_a_channel_that_was_lost_is_counted_and_an_old_failure_is_not(client: Client, draft: Publication) -> None:
    Publication.objects.filter(pk=draft.pk).update(state="failed", finished_at=timezone.now() - timedelta(days=8))
    Channel.objects.update(state=Channel.State.RECONNECT)

    assert badge(client) == "0-0-1"
    assert "1 to look at in publishing" in client.get("/account/").content.decode()


def test_the_bar_says_nothing_of_strangers_and_counts_in_one_query(draft: Publication) -> None:
    Publication.objects.filter(pk=draft.pk).update(state="missed", scheduled_at=timezone.now())
    user = stranger().session["_auth_user_id"]

    with CaptureQueriesContext(connection) as queries:
        assert attention.count(user) == 0

    assert len(queries) == 1


# --- Numbers where the post is ------------------------------------------------------------------------


@pytest.fixture
def posted(draft: Publication) -> Publication:
    now = timezone.now()
    Publication.objects.filter(pk=draft.pk).update(state="live", published_at=now - timedelta(days=2))
    Snapshot.objects.create(publication=draft, taken_at=now - timedelta(days=1), views=900)
    Snapshot.objects.create(publication=draft, taken_at=now, views=None)
    return draft


def test_the_panel_of_a_post_leads_to_its_numbers_and_shows_the_newest(client: Client, posted: Publication) -> None:
    page = client.get(f"/publish/publications/{posted.pk}/").content.decode()

    assert f'href="/publish/{posted.pk}/numbers/"' in page
    assert "900 views" in page


def test_a_draft_has_no_numbers(client: Client, draft: Publication) -> None:
    assert "/numbers/" not in re.sub(
        r"<header.*?</header>", "", client.get(f"/publish/publications/{draft.pk}/").content.decode(), flags=re.DOTALL
    )


def test_the_films_page_shows_views_beside_its_posts(client: Client, posted: Publication) -> None:
    assert "900 views" in client.get(f"/films/{posted.project_id}/publish/").content.decode()


# --- Good times ---------------------------------------------------------------------------------------


def test_good_times_say_that_they_are_the_platforms_until_the_channel_has_its_own(
    client: Client, library: Library
) -> None:
    channel = account_in(library, "youtube")
    next_week = {"day": f"{timezone.now() + timedelta(days=7):%Y-%m-%d}"}
    before = client.get(f"/publish/{library.pk}/", next_week).content.decode()

    ChannelSnapshot.objects.create(channel=channel, taken_at=timezone.now(), by_hour={"2 9": 0.4, "3 9": 0.3})
    after = client.get(f"/publish/{library.pk}/", next_week).content.decode()

    assert 'data-why="a usual hour of YouTube"' in before
    assert 'data-why="Quay on youtube is watched most then, by its own numbers"' in after
    assert 'data-why="a usual hour of YouTube"' not in after


# --- The hour that comes twice ------------------------------------------------------------------------


def test_the_second_of_two_equal_hours_can_be_chosen() -> None:
    first = zones.moment_at(CLOCKS_GO_BACK, time(2, 30), BERLIN)
    second = zones.moment_at(CLOCKS_GO_BACK, time(2, 30), BERLIN, is_second=True)

    assert first.moment == datetime(2031, 10, 26, 0, 30, tzinfo=UTC)
    assert second.moment == datetime(2031, 10, 26, 1, 30, tzinfo=UTC)
    assert "The second of both" in second.words


@pytest.mark.parametrize("day", [date(2031, 6, 1), date(2031, 3, 30)])
def test_there_is_no_second_time_on_other_days(day: date) -> None:
    assert zones.moment_at(day, time(2, 30), BERLIN, is_second=True) == zones.moment_at(day, time(2, 30), BERLIN)


def test_a_form_that_says_the_second_time_schedules_it(client: Client, draft: Publication) -> None:
    client.cookies[zones.COOKIE] = "Europe/Berlin"

    client.post(f"/publish/publications/{draft.pk}/move/", {"day": "2031-10-26", "time": "02:30", "which": "second"})

    draft.refresh_from_db()
    assert draft.scheduled_at == datetime(2031, 10, 26, 1, 30, tzinfo=UTC)
    page = client.get(f"/publish/{draft.library_id}/", {"day": "2031-10-26"}).content.decode()
    assert 'data-at-time="02:30" data-at-second' in page


def test_what_was_asked_about_keeps_the_second_time(client: Client, draft: Publication) -> None:
    client.cookies[zones.COOKIE] = "Europe/Berlin"
    other = draft_of(draft.project, draft.channel)
    services.schedule(other, datetime(2031, 10, 20, 12, tzinfo=UTC), by_id=None)

    answer = client.post(
        f"/publish/publications/{draft.pk}/move/",
        {"day": "2031-10-26", "time": "02:30", "which": "second", "page": "publication"},
        headers={"HX-Request": "true"},
    )

    assert 'name="which" value="second"' in answer.content.decode()
