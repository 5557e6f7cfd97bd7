"""A video's numbers as YouTube tells them: late, in strings, sometimes not at all, and never zero for missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from publishing.platforms.base import CanCount, CanTellRetention
from publishing.platforms.errors import Unavailable
from publishing.platforms.youtube import numbers
from publishing.platforms.youtube.adapter import YouTube
from tests.twins.youtube import YouTubeTwin
from tests.twins.youtube_rules import READ, UPLOAD

from .on_youtube import channel_on, film, published

DAY_S = 24 * 3600
BEFORE_THE_BREAK = datetime(2026, 8, 1, tzinfo=UTC)


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    """YouTube."""
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        running.knobs["token_s"] = 400 * DAY_S
        yield running


def there(twin: YouTubeTwin) -> datetime:
    """The twin's time."""
    return datetime.fromtimestamp(twin.now(), UTC)


def watched(twin: YouTubeTwin, adapter: YouTube, tmp_path: Path, days: float) -> tuple[str, datetime]:
    """A video that has been public for so many days, and since when."""
    since = there(twin)
    video = published(adapter, film(tmp_path, 1000))
    twin.pass_time(days * DAY_S)
    return video, since


def test_counters_and_reports_become_one_set_of_numbers(twin: YouTubeTwin, tmp_path: Path) -> None:
    figures = {
        "views": 1000,
        "engagedViews": 700,
        "likes": 40,
        "comments": 3,
        "shares": 9,
        "estimatedMinutesWatched": 500,
        "averageViewDuration": 30,
        "averageViewPercentage": 50.0,
        "subscribersGained": 4,
    }
    twin.knobs["figures"] = {"*": figures}
    with channel_on(twin) as adapter:
        assert isinstance(adapter, CanCount)
        video, since = watched(twin, adapter, tmp_path, 10)
        found = adapter.figures([video], since=since, now=there(twin))[video]

    assert (found.views, found.engaged_views, found.likes, found.comments, found.shares) == (1000, 700, 40, 3, 9)
    assert (found.watch_time_s, found.average_view_s, found.average_view_share) == (30_000, 30, 0.5)
    assert found.followers_gained == 4
    assert (found.saves, found.reach) == (None, None)


def test_what_youtube_has_not_counted_yet_is_missing_and_not_zero(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 1)
        found = adapter.figures([video], since=since, now=there(twin))[video]

    assert found.views is not None
    assert found.views > 0
    assert (found.engaged_views, found.watch_time_s, found.average_view_share, found.as_of) == (None, None, None, None)
    assert numbers.LATE in found.notes


def test_reports_say_up_to_when_they_count(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 10)
        found = adapter.figures([video], since=since, now=there(twin))[video]

    assert found.as_of is not None
    pacific = found.as_of.astimezone(ZoneInfo("America/Los_Angeles"))
    assert (pacific.hour, pacific.minute) == (0, 0)
    assert timedelta(hours=60) <= there(twin) - found.as_of <= timedelta(hours=60 + 25)


def test_numbers_grow(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 4)
        first = adapter.figures([video], since=since, now=there(twin))[video]
        twin.pass_time(5 * DAY_S)
        second = adapter.figures([video], since=since, now=there(twin))[video]

    assert (second.views or 0) > (first.views or 0) > 0


def test_hidden_counters_are_missing(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs["hidden"] = ["likeCount"]
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 1)
        found = adapter.figures([video], since=since, now=there(twin))[video]

    assert found.likes is None
    assert found.comments is not None


def test_a_video_that_is_gone_is_missing(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 1)

        assert set(adapter.figures([video, "nothing"], since=since, now=there(twin))) == {video}


def test_many_videos_are_asked_for_in_portions(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs["shares"] = {"uploads": 1000}
    with channel_on(twin) as adapter:
        ids = [published(adapter, film(tmp_path, 10)) for _ in range(51)]
        found = adapter.figures(ids, since=there(twin), now=there(twin))

    assert len(found) == 51
    assert len(twin.asked_for("GET", "batchGetStats")) == 2


def test_views_from_before_their_new_meaning_are_marked(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 1)
        old = adapter.figures([video], since=BEFORE_THE_BREAK, now=there(twin))[video]
        new = adapter.figures([video], since=since, now=there(twin))[video]

    assert numbers.RECOUNTED in old.notes
    assert numbers.RECOUNTED not in new.notes


def test_without_the_scope_there_are_counters_only(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin, UPLOAD, READ) as adapter:
        body = {"error": {"code": 403, "errors": [{"reason": "insufficientPermissions"}]}}
        twin.fail("answer", path="/v2/reports", status=403, body=body)
        video, since = watched(twin, adapter, tmp_path, 10)
        found = adapter.figures([video], since=since, now=there(twin))[video]

    assert found.views
    assert found.watch_time_s is None
    assert numbers.NOT_ALLOWED in found.notes


def test_a_report_that_does_not_know_engaged_views_is_asked_without(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs["unsupported"] = ["engagedViews"]
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 10)
        found = adapter.figures([video], since=since, now=there(twin))[video]

    assert found.engaged_views is None
    assert found.watch_time_s


def test_reports_that_cannot_be_had_now_are_not_taken_for_none(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 10)
        twin.fail("answer", path="/v2/reports", status=500)
        with pytest.raises(Unavailable):
            adapter.figures([video], since=since, now=there(twin))


def test_it_is_told_when_people_leave(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        assert isinstance(adapter, CanTellRetention)
        video, since = watched(twin, adapter, tmp_path, 10)
        curve = adapter.retention(video, since=since, now=there(twin))

    assert [round(at * 100) for at, _ in curve] == list(range(1, 101))
    assert curve[0][1] > curve[20][1] > curve[-1][1] > 0


def test_retention_that_is_not_known_yet_is_empty(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video, since = watched(twin, adapter, tmp_path, 0.5)

        assert list(adapter.retention(video, since=since, now=there(twin))) == []


def test_a_channels_own_numbers(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        published(adapter, film(tmp_path, 10))
        told = adapter.channel_figures()
        twin.channels[0].hides_followers = True
        hidden = adapter.channel_figures()

    assert (told.followers, told.views, told.posts) == (120, 4711, 1)
    assert hidden.followers is None
    assert told.by_hour == {}
