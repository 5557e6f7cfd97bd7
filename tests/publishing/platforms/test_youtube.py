"""An upload to YouTube: byte by byte as Google wants it, resumed by anybody, and one video however answers are lost."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from publishing.platforms.base import Committed, NotThere, Undecided
from publishing.platforms.errors import (
    AccountTrouble,
    BadAnswer,
    MissingScope,
    NeedsSetup,
    PlatformError,
    QuotaGone,
    RateLimited,
    Rejected,
    SessionGone,
    StaleToken,
    Unavailable,
    Unconfirmed,
)
from publishing.platforms.youtube.refusals import next_midnight
from tests.twins.youtube import YouTubeTwin
from tests.twins.youtube_rules import READ

from .on_youtube import MARKER, UNIT, account_on, brought, channel_on, film, now, published

UPLOADS = "/upload/youtube/v3/videos"
NEVER_YET = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    """YouTube."""
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        yield running


def ranges(twin: YouTubeTwin) -> list[str]:
    """What was sent to the session, in order."""
    return [asked.headers["content-range"].removeprefix("bytes ") for asked in twin.asked_for("PUT", UPLOADS)]


def test_a_film_becomes_one_public_video_byte_by_byte(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        post = film(tmp_path)
        made = adapter.commit(post, brought(adapter, post).handle)

    (seen,) = twin.posts
    assert seen["id"] == made.remote_id
    assert made.url == f"{twin.url}/watch?v={made.remote_id}"
    assert seen["sha256"] == hashlib.sha256(post.path.read_bytes()).hexdigest()
    assert seen["file_name"] == f"{MARKER}.mp4"


def test_everything_but_the_last_chunk_is_brought_before_the_commit(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        post = film(tmp_path)
        moved = brought(adapter, post)

        assert not twin.videos
        assert moved.sent_bytes == 2 * UNIT
        adapter.commit(post, moved.handle)

    whole = post.size
    assert ranges(twin) == [
        f"*/{whole}",
        f"0-{UNIT - 1}/{whole}",
        f"{UNIT}-{2 * UNIT - 1}/{whole}",
        f"*/{whole}",
        f"{2 * UNIT}-{whole - 1}/{whole}",
    ]


@pytest.mark.parametrize(("size", "before"), [(1000, 0), (UNIT, 0), (UNIT + 1, UNIT), (2 * UNIT, UNIT)])
def test_the_last_chunk_is_never_empty_and_a_film_of_one_chunk_has_none_before_it(
    twin: YouTubeTwin, tmp_path: Path, size: int, before: int
) -> None:
    with channel_on(twin) as adapter:
        post = film(tmp_path, size)
        moved = brought(adapter, post)

        assert (moved.sent_bytes, moved.is_complete) == (before, True)
        adapter.commit(post, moved.handle)

    assert [one["size"] for one in twin.posts] == [size]


def test_chunks_have_eight_mebibytes_unless_told_otherwise(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin, chunk_bytes=8 * 1024 * 1024) as adapter:
        post = film(tmp_path, 9 * 1024 * 1024)
        published(adapter, post)

    assert [len(asked.body) for asked in twin.asked_for("PUT", UPLOADS)] == [0, 8 * 1024 * 1024, 0, 1024 * 1024]


def test_the_start_says_all_that_youtube_would_guess(twin: YouTubeTwin, tmp_path: Path) -> None:
    text = {
        "description": "A lighthouse.",
        "hashtags": ["harbour", "#film"],
        "tags": ["sea", "old town"],
        "category": "24",
        "language": "de",
        "licence": "creativeCommon",
        "notify": False,
        "paid": True,
        "embeddable": False,
    }
    with channel_on(twin) as adapter:
        adapter.start(film(tmp_path, text=text))

    (asked,) = twin.asked_for("POST", UPLOADS)
    assert asked.json == {
        "snippet": {
            "title": "The Harbour",
            "description": "A lighthouse.\n\n#harbour #film",
            "tags": ["sea", "old town"],
            "categoryId": "24",
            "defaultLanguage": "de",
            "defaultAudioLanguage": "de",
        },
        "status": {
            "privacyStatus": "public",
            "selfDeclaredMadeForKids": False,
            "containsSyntheticMedia": True,
            "license": "creativeCommon",
            "embeddable": False,
        },
        "paidProductPlacementDetails": {"hasPaidProductPlacement": True},
    }
    assert asked.query["part"] == ["id,snippet,status,paidProductPlacementDetails"]
    assert asked.query["notifySubscribers"] == ["false"]
    assert asked.query["uploadType"] == ["resumable"]
    assert asked.headers["slug"] == f"{MARKER}.mp4"
    assert asked.headers["x-upload-content-length"] == str(2 * UNIT + 1000)
    assert asked.headers["x-upload-content-type"] == "video/mp4"
    assert asked.headers["content-type"] == "application/json; charset=UTF-8"


def test_only_what_is_for_everyone_is_left_to_youtube_to_publish(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path, publish_at=now() + timedelta(hours=2), text={"privacy": "unlisted"})

    with channel_on(twin) as adapter, pytest.raises(Rejected) as caught:
        adapter.start(post)

    assert caught.value.field == "privacy"
    assert not twin.seen


def test_a_film_for_later_is_private_until_youtube_makes_it_public(twin: YouTubeTwin, tmp_path: Path) -> None:
    later = now() + timedelta(hours=2)
    with channel_on(twin) as adapter:
        published(adapter, film(tmp_path, publish_at=later))

    assert not twin.posts
    twin.pass_time(2 * 3600 + 1)
    assert len(twin.posts) == 1


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", {"title": " "}),
        ("title", {"title": "x" * 101}),
        ("title", {"title": "a < b"}),
        ("description", {"description": "ä" * 2501}),
        ("description", {"description": "x" * 4995, "hashtags": ["harbour"]}),
        ("tags", {"tags": ["x" * 250, "y" * 250]}),
        ("made_for_kids", {"made_for_kids": None}),
    ],
)
def test_what_youtube_would_not_take_is_said_before_it_is_asked(
    twin: YouTubeTwin, tmp_path: Path, field: str, text: dict[str, Any]
) -> None:
    with channel_on(twin) as adapter, pytest.raises(Rejected) as caught:
        adapter.start(film(tmp_path, text=text))

    assert caught.value.field == field
    assert not twin.seen


@pytest.mark.parametrize(
    "text",
    [
        {"title": "x" * 100},
        {"title": "\N{CLAPPER BOARD}" * 100},
        {"description": "ä" * 2500},
        {"description": "x" * 4990, "hashtags": ["harbour"]},
        {"tags": ["x" * 250, "y" * 249]},
        {"tags": ["x" * 250, "y" * 122 + " " + "z" * 124]},
    ],
)
def test_what_just_fits_is_taken(twin: YouTubeTwin, tmp_path: Path, text: dict[str, Any]) -> None:
    with channel_on(twin) as adapter:
        assert adapter.start(film(tmp_path, text=text))["session"]


@pytest.mark.parametrize(
    ("status", "reason", "meaning", "field"),
    [
        (400, "invalidTitle", Rejected, "title"),
        (400, "invalidDescription", Rejected, "description"),
        (400, "invalidTags", Rejected, "tags"),
        (400, "invalidCategoryId", Rejected, "category"),
        (400, "invalidPublishAt", Rejected, "publish_at"),
        (400, "invalidFilename", Rejected, "file"),
        (403, "forbiddenPrivacySetting", Rejected, "privacy"),
        (403, "forbiddenLicenseSetting", Rejected, "licence"),
        (401, "youtubeSignupRequired", AccountTrouble, ""),
        (403, "authenticatedUserAccountSuspended", AccountTrouble, ""),
        (403, "channelClosed", AccountTrouble, ""),
        (403, "forbidden", AccountTrouble, ""),
        (403, "insufficientPermissions", MissingScope, ""),
        (403, "accessNotConfigured", NeedsSetup, ""),
        (403, "quotaExceeded", QuotaGone, ""),
        (400, "uploadLimitExceeded", QuotaGone, ""),
        (403, "userRateLimitExceeded", RateLimited, ""),
        (401, "authError", StaleToken, ""),
        (503, "backendError", Unavailable, ""),
    ],
)
def test_each_refusal_is_understood(
    twin: YouTubeTwin, tmp_path: Path, status: int, reason: str, meaning: type[PlatformError], field: str
) -> None:
    body = {"error": {"code": status, "message": "no", "errors": [{"domain": "youtube", "reason": reason}]}}
    twin.fail("answer", method="POST", path=UPLOADS, status=status, body=body)

    with channel_on(twin) as adapter, pytest.raises(meaning) as caught:
        adapter.start(film(tmp_path))

    assert getattr(caught.value, "field", "") == field
    assert reason in caught.value.vendor_words


def test_a_reason_in_the_details_is_understood_too(twin: YouTubeTwin, tmp_path: Path) -> None:
    details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]
    error = {"code": 403, "message": "no", "status": "PERMISSION_DENIED", "details": details}
    twin.fail("answer", method="POST", path=UPLOADS, status=403, body={"error": error})

    with channel_on(twin) as adapter, pytest.raises(MissingScope):
        adapter.start(film(tmp_path))


@pytest.mark.parametrize("form", ["429", "403"])
def test_when_the_days_uploads_are_gone_nothing_is_tried_before_midnight_in_california(
    twin: YouTubeTwin, tmp_path: Path, form: str
) -> None:
    twin.knobs.update(shares={"uploads": 0}, quota_form=form)

    with channel_on(twin) as adapter, pytest.raises(QuotaGone) as caught:
        adapter.start(film(tmp_path))

    until = caught.value.until
    assert until is not None
    there = until.astimezone(ZoneInfo("America/Los_Angeles"))
    assert (there.hour, there.minute, there.second) == (0, 0, 0)
    assert timedelta(0) < until - now() <= timedelta(hours=25)
    assert (caught.value.bucket, caught.value.everywhere) == ("uploads", True)
    assert len(twin.asked_for("POST", UPLOADS)) == 1


@pytest.mark.parametrize(
    ("limit", "meaning"), [("VideoUploadsPerDayPerProject", QuotaGone), ("RequestsPerMinutePerUser", RateLimited)]
)
def test_a_429_that_names_its_limit_is_taken_at_its_word(
    twin: YouTubeTwin, tmp_path: Path, limit: str, meaning: type[PlatformError]
) -> None:
    details = [{"reason": "RATE_LIMIT_EXCEEDED", "metadata": {"quota_limit": limit}}]
    error = {"code": 429, "message": "no", "status": "RESOURCE_EXHAUSTED", "details": details}
    twin.fail("answer", method="POST", path=UPLOADS, status=429, body={"error": error})

    with channel_on(twin) as adapter, pytest.raises(meaning):
        adapter.start(film(tmp_path))


def test_a_429_for_a_chunk_is_a_matter_of_seconds(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path)
    body = {"error": {"code": 429, "errors": [{"reason": "rateLimitExceeded"}]}}
    with channel_on(twin) as adapter:
        handle = adapter.start(post)
        twin.fail("answer", method="PUT", path=UPLOADS, after=1, status=429, body=body)
        with pytest.raises(RateLimited):
            brought(adapter, post, handle)


@pytest.mark.parametrize("status", [400, 404, 410, 429])
def test_a_refusal_of_the_last_chunk_is_not_believed_before_the_session_says_so(
    twin: YouTubeTwin, tmp_path: Path, status: int
) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.fail("html_after", method="PUT", path=UPLOADS, after=1, status=status)
        with pytest.raises(Unconfirmed):
            adapter.commit(post, handle)
        found = adapter.reconcile(post, handle, since=now(), taken=frozenset())

    assert isinstance(found, Committed)
    assert len(twin.posts) == 1


def test_many_requests_in_a_minute_are_too_many(twin: YouTubeTwin) -> None:
    twin.knobs["per_minute"] = 2

    with channel_on(twin) as adapter:
        with pytest.raises(RateLimited):
            adapter.requirements()
            adapter.channel_figures()
            adapter.channel_figures()
        twin.pass_time(60)
        assert adapter.channel_figures().followers


def test_a_429_elsewhere_is_a_matter_of_seconds(twin: YouTubeTwin) -> None:
    body = {"error": {"code": 429, "errors": [{"reason": "rateLimitExceeded"}]}}
    twin.fail("answer", path="/youtube/v3/channels", status=429, body=body, headers={"Retry-After": "7"}, times=9)

    with channel_on(twin) as adapter, pytest.raises(RateLimited) as caught:
        adapter.requirements()

    assert caught.value.retry_after_s == 7


@pytest.mark.parametrize(
    ("at", "midnight"),
    [
        ("2026-11-20T17:00:00", "2026-11-21T08:00:00"),
        ("2026-11-20T07:59:59", "2026-11-20T08:00:00"),
        ("2026-07-01T12:00:00", "2026-07-02T07:00:00"),
        ("2026-11-01T06:30:00", "2026-11-01T07:00:00"),
        ("2026-11-01T12:00:00", "2026-11-02T08:00:00"),
        ("2027-03-14T12:00:00", "2027-03-15T07:00:00"),
    ],
)
def test_midnight_in_california_knows_daylight_saving(at: str, midnight: str) -> None:
    assert next_midnight(datetime.fromisoformat(f"{at}+00:00")) == datetime.fromisoformat(f"{midnight}+00:00")


def test_an_upload_goes_on_in_another_process(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path, 5 * UNIT)
    told: list[int] = []
    with channel_on(twin) as first:
        stop = iter([False, False, True])
        moved = first.transfer(post, first.start(post), until=lambda: next(stop), told=told.append)

    with channel_on(twin) as second:
        rest = second.transfer(post, moved.handle, until=lambda: False, told=told.append)
    with channel_on(twin) as third:
        third.commit(post, rest.handle)

    assert (moved.is_complete, moved.sent_bytes) == (False, 2 * UNIT)
    assert told == [0, UNIT, 2 * UNIT, 2 * UNIT, 3 * UNIT, 4 * UNIT]
    assert [one["sha256"] for one in twin.posts] == [hashlib.sha256(post.path.read_bytes()).hexdigest()]


@pytest.mark.parametrize("kind", ["drop", "drop_after"])
def test_a_chunk_whose_answer_is_lost_is_asked_after_and_not_sent_blindly(
    twin: YouTubeTwin, tmp_path: Path, kind: str
) -> None:
    post = film(tmp_path, 4 * UNIT)
    with channel_on(twin) as adapter:
        handle = adapter.start(post)
        twin.fail(kind, method="PUT", path=UPLOADS, after=2)
        with pytest.raises(Unavailable):
            adapter.transfer(post, handle, until=lambda: False, told=lambda _sent: None)
        adapter.commit(post, brought(adapter, post, handle).handle)

    assert len(twin.posts) == 1
    assert twin.posts[0]["sha256"] == hashlib.sha256(post.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("kept", [0, 1000, UNIT // 2])
def test_a_chunk_of_which_youtube_keeps_a_part_is_completed(twin: YouTubeTwin, tmp_path: Path, kept: int) -> None:
    post = film(tmp_path, 4 * UNIT)
    twin.knobs["keep_bytes"] = [kept, 50]

    with channel_on(twin) as adapter:
        published(adapter, post)

    assert [one["sha256"] for one in twin.posts] == [hashlib.sha256(post.path.read_bytes()).hexdigest()]


def test_a_server_that_keeps_nothing_is_not_fed_without_end(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path, 4 * UNIT)
    twin.knobs["keep_bytes"] = [0] * 99

    with channel_on(twin) as adapter:
        moved = adapter.transfer(post, adapter.start(post), until=lambda: False, told=lambda _sent: None)

    assert not moved.is_complete
    assert moved.again_after_s > 0
    assert len(twin.asked_for("PUT", UPLOADS)) == 2


def test_a_last_chunk_of_which_a_part_is_kept_is_completed_in_the_same_commit(
    twin: YouTubeTwin, tmp_path: Path
) -> None:
    post = film(tmp_path, 1000)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.knobs["keep_bytes"] = [300]
        adapter.commit(post, handle)

    assert [one["size"] for one in twin.posts] == [1000]


def test_a_session_that_moves_is_followed_and_kept(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path, 4 * UNIT)
    twin.knobs["moves_session"] = True
    with channel_on(twin) as adapter:
        handle = adapter.start(post)
        first = adapter.transfer(post, handle, until=lambda: False, told=lambda _sent: None)
        adapter.commit(post, brought(adapter, post, first.handle).handle)

    assert first.handle["session"] != handle["session"]
    assert len(twin.posts) == 1


def test_a_session_that_moves_to_somebody_else_is_not_followed(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = adapter.start(post)
        twin.fail("answer", method="PUT", path=UPLOADS, status=308, headers={"Location": "https://evil.example/u"})
        with pytest.raises(BadAnswer):
            adapter.transfer(post, handle, until=lambda: False, told=lambda _sent: None)


@pytest.mark.parametrize("status", [404, 410])
def test_a_session_that_is_gone_before_its_end_may_be_begun_anew(
    twin: YouTubeTwin, tmp_path: Path, status: int
) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.knobs.update(sessions_gone=True, gone_status=status)
        with pytest.raises(SessionGone):
            adapter.transfer(post, handle, until=lambda: False, told=lambda _sent: None)
        with pytest.raises(Unavailable, match="begins anew"):
            adapter.commit(post, handle)

    assert not twin.videos


@pytest.mark.parametrize("kind", ["drop_after", "html_after", "truncate", "garbage"])
@pytest.mark.parametrize("final_status", [200, 201])
def test_a_lost_last_answer_is_unconfirmed_and_the_session_tells_what_it_made(
    twin: YouTubeTwin, tmp_path: Path, kind: str, final_status: int
) -> None:
    twin.knobs["final_status"] = final_status
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.fail(kind, method="PUT", path=UPLOADS, after=1, **({"status": 502} if kind == "html_after" else {}))
        with pytest.raises(Unconfirmed):
            adapter.commit(post, handle)

    with channel_on(twin) as another:
        found = another.reconcile(post, handle, since=now(), taken=frozenset())

    assert isinstance(found, Committed)
    assert [one["id"] for one in twin.posts] == [found.remote_id]


@pytest.mark.parametrize("kind", ["drop", "html"])
@pytest.mark.parametrize("status", [500, 503])
def test_a_last_chunk_that_did_not_arrive_is_sent_once_more_after_the_session_said_so(
    twin: YouTubeTwin, tmp_path: Path, kind: str, status: int
) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.fail(kind, method="PUT", path=UPLOADS, after=1, status=status)
        with pytest.raises(Unconfirmed):
            adapter.commit(post, handle)
        found = adapter.reconcile(post, handle, since=now(), taken=frozenset())
        assert isinstance(found, NotThere)
        assert found.step == "commit"
        adapter.commit(post, found.handle)

    assert len(twin.posts) == 1


def test_nonsense_instead_of_how_far_it_is_stops_a_commit_before_anything_is_sent(
    twin: YouTubeTwin, tmp_path: Path
) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.fail("garbage", method="PUT", path=UPLOADS)
        with pytest.raises(Unavailable):
            adapter.commit(post, handle)

    assert not twin.videos


def test_a_second_commit_after_a_lost_one_adopts_what_the_first_made(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.fail("drop_after", method="PUT", path=UPLOADS, after=1)
        with pytest.raises(Unconfirmed):
            adapter.commit(post, handle)
        made = adapter.commit(post, handle)

    assert [one["id"] for one in twin.posts] == [made.remote_id]


def test_what_is_done_is_not_done_again(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        made = adapter.commit(post, brought(adapter, post).handle)
        asked = len(twin.seen)
        again = adapter.commit(post, made.handle)
        moved = adapter.transfer(post, made.handle, until=lambda: False, told=lambda _sent: None)

    assert again.remote_id == made.remote_id
    assert moved.is_complete
    assert len(twin.seen) == asked


def lost(twin: YouTubeTwin, tmp_path: Path, **knobs: Any) -> tuple[Any, Any]:
    """Lose the last answer, and the session too."""
    post = film(tmp_path)
    twin.knobs.update(forgets_sessions=True, **knobs)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.fail("drop_after", method="PUT", path=UPLOADS, after=1)
        with pytest.raises(Unconfirmed):
            adapter.commit(post, handle)
    return post, handle


def test_without_its_session_a_lost_video_is_found_by_its_files_name(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        for _ in range(3):
            published(adapter, replace(film(tmp_path), marker="another"))
    post, handle = lost(twin, tmp_path)

    with channel_on(twin) as adapter:
        found = adapter.reconcile(post, handle, since=now(), taken=frozenset())

    assert isinstance(found, Committed)
    assert twin.videos[found.remote_id].file_name == f"{MARKER}.mp4"


def test_on_a_channel_without_any_uploads_a_lost_one_is_waited_for(twin: YouTubeTwin, tmp_path: Path) -> None:
    post, handle = lost(twin, tmp_path)
    body = {"error": {"code": 404, "errors": [{"reason": "playlistNotFound"}]}}
    twin.fail("answer", path="/playlistItems", status=404, body=body)

    with channel_on(twin) as adapter:
        assert isinstance(adapter.reconcile(post, handle, since=now(), taken=frozenset()), Undecided)


def test_a_private_lost_video_is_found_too(twin: YouTubeTwin, tmp_path: Path) -> None:
    post, handle = lost(twin, tmp_path, locked_privacy="private")

    with channel_on(twin) as adapter:
        assert isinstance(adapter.reconcile(post, handle, since=now(), taken=frozenset()), Committed)


def test_a_lost_video_is_found_among_many_newer_ones(twin: YouTubeTwin, tmp_path: Path) -> None:
    _, handle = lost(twin, tmp_path)
    with channel_on(twin) as adapter:
        for number in range(55):
            published(adapter, replace(film(tmp_path, 10), marker=f"another-{number}"))
        found = adapter.reconcile(film(tmp_path), handle, since=now(), taken=frozenset())

    assert isinstance(found, Committed)
    assert len(twin.asked_for("GET", "/playlistItems")) == 2


def test_a_video_that_is_not_listed_yet_is_waited_for_and_never_uploaded_again(
    twin: YouTubeTwin, tmp_path: Path
) -> None:
    post, handle = lost(twin, tmp_path, shows_after_s=600)
    sent_at = now()

    with channel_on(twin) as adapter:
        early = adapter.reconcile(post, handle, since=sent_at, taken=frozenset())
        twin.pass_time(601)
        late = adapter.reconcile(post, handle, since=sent_at, taken=frozenset())

    assert isinstance(early, Undecided)
    assert any("no longer knows the upload" in sentence for sentence in early.evidence)
    assert isinstance(late, Committed)
    assert len(twin.asked_for("POST", UPLOADS)) == 1


def test_a_video_whose_file_is_not_told_of_is_shown_to_a_person(twin: YouTubeTwin, tmp_path: Path) -> None:
    post, handle = lost(twin, tmp_path, slug_is_lost=True)

    with channel_on(twin) as adapter:
        found = adapter.reconcile(post, handle, since=now(), taken=frozenset())

    assert isinstance(found, Undecided)
    (video_id,) = twin.videos
    assert any(f"watch?v={video_id}" in sentence and "The Harbour" in sentence for sentence in found.evidence)


def test_another_publications_video_is_not_taken_for_ours(twin: YouTubeTwin, tmp_path: Path) -> None:
    post, handle = lost(twin, tmp_path)

    with channel_on(twin) as adapter:
        found = adapter.reconcile(post, handle, since=now(), taken=frozenset(twin.videos))

    assert isinstance(found, Undecided)


def test_after_a_lost_commit_a_gone_session_is_no_leave_to_begin_anew(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        twin.fail("drop", method="PUT", path=UPLOADS, after=1)
        with pytest.raises(Unconfirmed):
            adapter.commit(post, handle)
        found = adapter.reconcile(post, handle, since=now(), taken=frozenset())
        assert isinstance(found, NotThere)
        twin.knobs["sessions_gone"] = True
        with pytest.raises(Unconfirmed):
            adapter.commit(post, found.handle)
        with pytest.raises(Unconfirmed):
            adapter.transfer(post, found.handle, until=lambda: False, told=lambda _sent: None)


@pytest.mark.parametrize("kind", ["drop", "drop_after"])
def test_a_start_whose_answer_is_lost_was_asked_once_and_may_be_made_again(
    twin: YouTubeTwin, tmp_path: Path, kind: str
) -> None:
    post = film(tmp_path)
    twin.fail(kind, method="POST", path=UPLOADS, times=9)
    with channel_on(twin) as adapter:
        with pytest.raises(Unavailable):
            adapter.start(post)
        assert len(twin.asked_for("POST", UPLOADS)) == 1
        twin.faults.clear()
        published(adapter, post)

    assert len(twin.posts) == 1


def test_a_token_that_expires_under_way_stops_the_upload_and_loses_nothing(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path, 4 * UNIT)
    with channel_on(twin) as adapter:
        moved = brought(adapter, post)
        twin.pass_time(3600)
        with pytest.raises(StaleToken):
            adapter.commit(post, moved.handle)

    with channel_on(twin) as fresh:
        fresh.commit(post, moved.handle)

    assert len(twin.posts) == 1


def test_a_film_that_changed_under_way_is_not_sent(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = film(tmp_path)
    with channel_on(twin) as adapter:
        handle = brought(adapter, post).handle
        post.path.write_bytes(b"short")
        with pytest.raises(Rejected) as caught:
            adapter.commit(post, handle)

    assert caught.value.field == "file"
    assert not twin.videos


def test_without_the_scope_nothing_is_uploaded(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin, READ) as adapter, pytest.raises(MissingScope):
        adapter.start(film(tmp_path))


def test_a_session_address_is_in_no_log(twin: YouTubeTwin, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with channel_on(twin) as adapter:
        post = film(tmp_path)
        handle = brought(adapter, post).handle
        twin.fail("answer", method="PUT", path=UPLOADS, status=400, body={"at": handle["session"]})
        with pytest.raises(Unavailable) as caught:
            adapter.commit(post, handle)

    secret = str(handle["session"]).rpartition("=")[2]
    assert secret not in caplog.text
    assert secret not in caught.value.vendor_words
    assert account_on(twin).tokens.access not in caplog.text
