"""Numbers come home on time, from a real server, and what is not told is never taken for nothing."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from entities.models import Library
from generation.models import Job
from projects.models import Finding
from publishing import services
from publishing.models import Channel, ChannelSnapshot, PlatformRow, Publication, RetentionSnapshot, Snapshot
from publishing.platforms.base import Tokens
from publishing.services import best_times, figures, findings, tokens
from tests.factories import JobFactory
from tests.generation.planned import seat, stranger
from tests.publishing.posted import account_in, film_with, rendition_of
from tests.twins.youtube import CLIENT_ID, CLIENT_SECRET, YouTubeTwin
from tests.twins.youtube_rules import Video

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
NOW = datetime(2026, 11, 10, 12, tzinfo=UTC)


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        running.knobs["token_s"] = 400 * 86_400
        running.pass_time(NOW.timestamp() - running.now())
        yield running


@pytest.fixture
def channel(twin: YouTubeTwin, library: Library) -> Channel:
    account = twin.channels[0]
    made = account_in(library, "youtube", remote_id=account.id, facts={"uploads": account.uploads})
    PlatformRow.objects.filter(key="youtube").update(addresses=twin.addresses, is_local=True)
    services.keep_app(None, "youtube", "", client_id=CLIENT_ID, client_secret=CLIENT_SECRET, by_id=None)
    access, refresh = twin.tokens()
    tokens.keep(made, Tokens(access, refresh, NOW + 300 * DAY))
    return made


def live(channel: Channel, number: int = 1, *, days: float = 5, **changes: Any) -> Publication:
    """A post that has been public for some days."""
    published = NOW - timedelta(days=days)
    film = film_with(channel.library)
    told: dict[str, Any] = {
        "library": channel.library, "project": film, "channel": channel, "variant": "16:9 full", "state": "live",
        "rendition": None, "text": {"title": f"Film {number}"}, "remote_id": f"video{number:06}",
        "published_at": published, "figures_due_at": NOW, "url": f"https://example.org/{number}",
    }  # fmt: skip
    return Publication(**{**told, **changes})


@pytest.fixture
def posted(channel: Channel, twin: YouTubeTwin) -> Publication:
    post = live(channel)
    post.rendition = rendition_of(post.project, "16:9")
    post.save()
    shown(twin, channel, post)
    return post


def shown(twin: YouTubeTwin, channel: Channel, post: Publication) -> None:
    """Let the platform have the post."""
    assert post.published_at is not None
    at = post.published_at.timestamp()
    video = Video(
        post.remote_id, channel.remote_id, {"title": "Film"}, {"privacyStatus": "public"}, paid=False,
        file_name="film.mp4", size=10, sha256="", made_at=at, public_since=at,
    )  # fmt: skip
    twin.videos[post.remote_id] = video


def test_numbers_come_home_and_are_asked_for_again_later(posted: Publication) -> None:
    assert figures.take_due(NOW) == 1

    posted.refresh_from_db()
    row = posted.snapshots.get()
    assert row.views
    assert row.likes
    assert row.taken_at == NOW
    assert posted.figures_due_at == NOW + timedelta(hours=6)
    assert figures.take_due(NOW) == 0


def test_what_a_platform_does_not_tell_stays_unknown(posted: Publication) -> None:
    figures.take_due(NOW)

    row = posted.snapshots.get()
    assert row.views
    assert row.saves is None
    assert row.reach is None


def test_the_accounts_own_numbers_come_once_a_day(posted: Publication) -> None:
    figures.take_due(NOW)
    Publication.objects.update(figures_due_at=NOW)
    figures.take_due(NOW + timedelta(hours=1))
    Publication.objects.update(figures_due_at=NOW)
    figures.take_due(NOW + DAY)

    assert [row.taken_at for row in ChannelSnapshot.objects.order_by("taken_at")] == [NOW, NOW + DAY]


def test_where_people_leave_is_kept(posted: Publication) -> None:
    figures.take_due(NOW)

    points = RetentionSnapshot.objects.get(publication=posted).points
    assert len(points) > 10
    assert points[0][0] < points[-1][0] <= 1


def test_a_platform_that_cannot_be_asked_is_asked_later(posted: Publication, twin: YouTubeTwin) -> None:
    twin.stop()

    assert figures.take_due(NOW) == 0

    posted.refresh_from_db()
    assert posted.figures_due_at is not None
    assert posted.figures_due_at > NOW
    assert not Snapshot.objects.exists()


def test_an_account_that_is_lost_is_not_asked(posted: Publication, twin: YouTubeTwin) -> None:
    Channel.objects.update(state=Channel.State.RECONNECT)

    figures.take_due(NOW)

    assert not twin.asked_for("GET", "stat")
    posted.refresh_from_db()
    assert posted.figures_due_at == NOW + figures.LATER


@pytest.mark.parametrize(
    ("age", "pause"),
    [
        (timedelta(minutes=5), timedelta(minutes=20)),
        (timedelta(hours=5), timedelta(hours=1)),
        (timedelta(days=3), timedelta(hours=6)),
        (timedelta(days=20), timedelta(days=1)),
        (timedelta(days=200), timedelta(days=7)),
        (timedelta(days=2000), timedelta(days=30)),
    ],
)
def test_looks_grow_rarer_with_age(age: timedelta, pause: timedelta) -> None:
    assert figures.next_look(NOW - age, NOW) == NOW + pause


def test_views_after_a_week_are_read_between_two_looks(posted: Publication) -> None:
    post = posted
    assert post.published_at is not None
    for days, views in ((6, 600), (8, 800)):
        Snapshot.objects.create(publication=post, taken_at=post.published_at + days * DAY, views=views)

    rows = list(post.snapshots.all())

    assert findings.views_at(post, rows, timedelta(days=7)) == pytest.approx(700)
    assert findings.views_at(post, rows, timedelta(days=9)) is None
    assert findings.views_at(post, rows, timedelta(days=3)) == pytest.approx(300)


def taught(channel: Channel) -> None:
    """Twelve ripe posts, of which the ones in the evening are watched further."""
    film = film_with(channel.library, "16:9")
    made = film.renditions.get()
    for number in range(12):
        hour = 19 if number % 2 else 9
        at = (NOW - (20 + number) * DAY).replace(hour=hour)
        post = live(channel, number, project=film, rendition=made, published_at=at)
        post.save()
        Snapshot.objects.create(
            publication=post, taken_at=at + 8 * DAY, views=2000 if number % 2 else 700,
            average_view_share=(0.7 if number % 2 else 0.4) + number / 1000,
        )  # fmt: skip


def test_a_library_learns_from_its_own_numbers(channel: Channel) -> None:
    taught(channel)

    findings.refresh(channel.library_id, NOW)

    (found,) = Finding.objects.filter(library=channel.library)
    assert found.key == "time:evening"
    assert "evening" in found.sentence
    assert found.evidence["films_with"] == found.evidence["films_without"] == 6


def test_what_somebody_switched_off_stays_off(channel: Channel) -> None:
    taught(channel)
    findings.refresh(channel.library_id, NOW)
    Finding.objects.update(is_off=True)

    findings.refresh(channel.library_id, NOW + DAY)

    assert Finding.objects.get().is_off


def test_a_channels_own_numbers_say_when_to_publish(channel: Channel) -> None:
    zone = ZoneInfo("UTC")
    before = best_times.best_times(channel, zone, NOW)
    taught(channel)
    # Two at the same hour of the same day are needed before a time is called good.
    for post in Publication.objects.filter(published_at__hour=19):
        assert post.published_at is not None
        Publication.objects.filter(pk=post.pk).update(published_at=post.published_at.replace(day=13, month=10))
    for row in Snapshot.objects.filter(views=2000):
        assert row.publication.published_at is not None
        Snapshot.objects.filter(pk=row.pk).update(taken_at=row.publication.published_at + 8 * DAY)

    after = best_times.best_times(channel, zone, NOW)

    assert [(weekday, at.hour) for weekday, at in after] == [(1, 19)]
    assert before != after


def test_the_page_shows_numbers_beside_each_other(channel: Channel) -> None:
    taught(channel)
    findings.refresh(channel.library_id, NOW)
    Snapshot.objects.filter(publication__remote_id="video000002").update(average_view_share=None)

    page = seat(channel.library).get(reverse("publishing:numbers"), {"library": channel.library_id}).content.decode()

    assert page.count('class="chart') >= 1
    assert "2,000" in page
    assert "Films published in the evening" in page
    assert "Not told" in page


def test_strangers_see_no_numbers(posted: Publication) -> None:
    for browser in (stranger(), Client()):
        for address in (
            reverse("publishing:post-numbers", args=(posted.pk,)),
            f"{reverse('publishing:numbers')}?library={posted.library_id}",
            f"{reverse('publishing:numbers-file')}?library={posted.library_id}",
        ):
            assert browser.get(address).status_code in {404, 302}


def test_one_posts_page_shows_where_people_leave(posted: Publication, channel: Channel) -> None:
    assert posted.rendition is not None
    shots = [["a" * 64, 0, 3000, "cut", "", "", 0], ["b" * 64, 3000, 9000, "cut", "", "", 0]]
    job = JobFactory.create(
        slot=posted.rendition.take.slot, project=posted.project, state=Job.State.SUCCEEDED, finished_at=NOW,
        recipe={"arguments": {"shots": shots, "speech": []}},
    )  # fmt: skip
    posted.rendition.take.job = job
    posted.rendition.take.save()
    RetentionSnapshot.objects.create(publication=posted, taken_at=NOW, points=[[0.0, 1.0], [0.4, 0.9], [1.0, 0.3]])
    Snapshot.objects.create(publication=posted, taken_at=NOW, views=900, average_view_share=0.6)

    page = seat(channel.library).get(reverse("publishing:post-numbers", args=(posted.pk,))).content.decode()

    assert "People leave fastest in shot 2, at 0:03" in page
    assert "leaving-worst" in page
    assert "60 %" in page
    assert "YouTube does not tell" in page


def test_all_numbers_leave_as_a_table(channel: Channel) -> None:
    taught(channel)
    Publication.objects.filter(remote_id="video000003").update(text={"title": "=HYPERLINK(1)"})

    answer = seat(channel.library).get(reverse("publishing:numbers-file"), {"library": channel.library_id})

    rows = list(csv.DictReader(answer.getvalue().decode().splitlines()))
    assert len(rows) == 12
    assert {row["views"] for row in rows} == {"2000", "700"}
    assert rows[0]["likes"] == ""
    assert any(row["title"] == "'=HYPERLINK(1)" for row in rows)


def test_only_editors_say_what_is_planned_with(channel: Channel) -> None:
    taught(channel)
    findings.refresh(channel.library_id, NOW)
    address = reverse("publishing:finding-switch", args=(Finding.objects.get().pk,))

    assert stranger().post(address).status_code == 404
    assert seat(channel.library, "viewer").post(address).status_code == 403
    assert seat(channel.library).post(address).status_code == 302

    assert Finding.objects.get().is_off
