"""What comes after an upload: where the video is, its cover, captions and playlist, and taking it down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.base import CanReschedule, CanTakeDown, Post, Whereabouts
from publishing.platforms.errors import (
    AccountTrouble,
    Invalid,
    MissingScope,
    Rejected,
    Unavailable,
)
from publishing.platforms.youtube import sight
from tests.twins.youtube import YouTubeTwin
from tests.twins.youtube_rules import READ, UPLOAD

from .on_youtube import brought, channel_on, film, now, published

JPEG = b"\xff\xd8\xff\xe0 a picture"
SRT = "1\n00:00:00,000 --> 00:00:02,000\nDie See.\n"


@pytest.fixture
def twin() -> Iterator[YouTubeTwin]:
    """YouTube."""
    with YouTubeTwin() as running:
        assert isinstance(running, YouTubeTwin)
        yield running


def whole(folder: Path, **more: Any) -> Post:
    """A film with everything beside it."""
    cover = folder / "cover.jpg"
    cover.write_bytes(JPEG)
    captions = {}
    for language in ("de", "en"):
        captions[language] = folder / f"{language}.srt"
        captions[language].write_text(SRT)
    text = {"playlist": "PLtwin-tales", **more.pop("text", {})}
    return film(folder, 1000, cover_path=cover, captions=captions, text=text, **more)


def test_a_video_is_processed_and_then_live(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 40
    post = film(tmp_path, 1000)
    with channel_on(twin) as adapter:
        video = published(adapter, post)
        first = adapter.observe(post, {}, video)
        twin.pass_time(20)
        half = adapter.observe(post, {}, video)
        twin.pass_time(21)
        last = adapter.observe(post, {}, video)

    assert (first.where, half.where, last.where) == (
        Whereabouts.PROCESSING,
        Whereabouts.PROCESSING,
        Whereabouts.LIVE,
    )
    assert half.progress == 0.5
    assert last.url == f"{twin.url}/watch?v={video}"
    assert last.facts["privacy"] == "public"


def test_a_video_for_later_is_scheduled_until_its_time(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 0
    post = film(tmp_path, 1000, publish_at=now() + timedelta(minutes=30))
    with channel_on(twin) as adapter:
        video = published(adapter, post)
        before = adapter.observe(post, {}, video)
        twin.pass_time(1801)
        after = adapter.observe(post, {}, video)

    assert (before.where, before.facts["privacy"]) == (Whereabouts.SCHEDULED, "private")
    assert (after.where, after.facts["privacy"]) == (Whereabouts.LIVE, "public")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        *(("failed", reason) for reason in sight.FAILURES),
        *(("rejected", reason) for reason in sight.REJECTIONS),
        *(("terminated", reason) for reason in sight.PROCESSING),
    ],
)
def test_every_failure_is_told_in_plain_words(twin: YouTubeTwin, tmp_path: Path, kind: str, reason: str) -> None:
    twin.knobs.update(seconds=0, end=f"{kind}:{reason}")
    post = film(tmp_path, 1000)

    with channel_on(twin) as adapter:
        seen = adapter.observe(post, {}, published(adapter, post))

    assert seen.where is Whereabouts.FAILED
    assert seen.words.endswith(".")
    assert "YouTube" in seen.words
    assert reason in seen.vendor_words
    assert seen.may_try_again is (reason in {"uploadAborted", "uploadFailed", "streamingFailed", "other"})


def test_a_video_that_never_gets_ready_stays_in_the_making(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=1, end="never")
    post = film(tmp_path, 1000)

    with channel_on(twin) as adapter:
        video = published(adapter, post)
        twin.pass_time(30 * 24 * 3600 - 10)
        access, _ = twin.tokens()
        adapter.api.headers["Authorization"] = f"Bearer {access}"
        seen = adapter.observe(post, {}, video)

    assert seen.where is Whereabouts.PROCESSING


def test_a_privacy_that_youtube_changed_is_said(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=0, locked_privacy="private")
    post = film(tmp_path, 1000)

    with channel_on(twin) as adapter:
        seen = adapter.observe(post, {}, published(adapter, post))

    assert seen.where is Whereabouts.LIVE
    assert '"private"' in seen.words


def test_a_video_that_somebody_deleted_is_gone_and_one_just_made_is_not(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs["answers_after_s"] = 30
    post = film(tmp_path, 1000)
    with channel_on(twin) as adapter:
        made = adapter.commit(post, brought(adapter, post).handle)
        fresh = adapter.observe(post, made.handle, made.remote_id)
        old = {**made.handle, "made_at": datetime(2026, 1, 1, tzinfo=UTC).isoformat()}
        gone = adapter.observe(post, old, made.remote_id)

    assert (fresh.where, gone.where) == (Whereabouts.PROCESSING, Whereabouts.GONE)


def test_what_is_done_beside_a_post_is_what_it_has(tmp_path: Path, twin: YouTubeTwin) -> None:
    with channel_on(twin) as adapter:
        assert adapter.side_steps(film(tmp_path)) == ("permalink",)
        assert adapter.side_steps(whole(tmp_path)) == ("permalink", "captions", "thumbnail", "playlist")


def test_everything_beside_a_post_may_be_done_twice(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = whole(tmp_path)
    with channel_on(twin) as adapter:
        video = published(adapter, post)
        for _ in range(2):
            for kind in adapter.side_steps(post):
                adapter.side_step(kind, post, {}, video)

    made = twin.videos[video]
    assert made.thumbnail == JPEG
    assert [(one["language"], one["content"]) for one in made.captions] == [("de", SRT), ("en", SRT)]
    assert [row[2] for row in twin.channels[0].items] == [video]


@pytest.mark.parametrize(
    ("kind", "path"), [("captions", "/captions"), ("playlist", "/playlistItems"), ("thumbnail", "/thumbnails")]
)
def test_a_side_step_whose_answer_is_lost_is_not_done_twice(
    twin: YouTubeTwin, tmp_path: Path, kind: str, path: str
) -> None:
    post = whole(tmp_path)
    with channel_on(twin) as adapter:
        video = published(adapter, post)
        twin.fail("drop_after", method="POST", path=path)
        with pytest.raises(Unavailable):
            adapter.side_step(kind, post, {}, video)
        adapter.side_step(kind, post, {}, video)

    made = twin.videos[video]
    assert len(made.captions) == (2 if kind == "captions" else 0)
    assert len(twin.channels[0].items) == (1 if kind == "playlist" else 0)


def test_youtubes_own_guess_at_the_words_is_no_caption_of_ours(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = whole(tmp_path)
    with channel_on(twin) as adapter:
        video = published(adapter, post)
        twin.videos[video].captions.append({"language": "de", "name": "", "trackKind": "ASR"})
        adapter.side_step("captions", post, {}, video)

    assert [one["language"] for one in twin.videos[video].captions] == ["de", "de", "en"]


def test_captions_that_came_in_between_are_no_error(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = whole(tmp_path)
    with channel_on(twin) as adapter:
        video = published(adapter, post)
        adapter.side_step("captions", post, {}, video)
        twin.fail("answer", method="GET", path="/captions", status=200, body={"items": []})
        adapter.side_step("captions", post, {}, video)

    assert len(twin.videos[video].captions) == 2


def test_a_shorts_cover_waits_until_the_short_is_processed(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs.update(seconds=60, shorts=True)
    post = whole(tmp_path, width=1080, height=1920)
    with channel_on(twin) as adapter:
        video = published(adapter, post)
        with pytest.raises(Unavailable):
            adapter.side_step("thumbnail", post, {}, video)
        assert not twin.asked_for("POST", "/thumbnails")
        twin.pass_time(61)
        adapter.side_step("thumbnail", post, {}, video)

    assert twin.videos[video].thumbnail == JPEG


@pytest.mark.parametrize(
    ("width", "height", "duration_ms", "expected"),
    [
        (1080, 1920, 180_000, "yes"),
        (1080, 1080, 60_000, "yes"),
        (1080, 1920, 180_001, ""),
        (1920, 1080, 60_000, ""),
    ],
)
def test_a_short_is_expected_where_youtube_will_likely_make_one(
    twin: YouTubeTwin, tmp_path: Path, width: int, height: int, duration_ms: int, expected: str
) -> None:
    post = film(tmp_path, 1000, width=width, height=height, duration_ms=duration_ms)

    with channel_on(twin) as adapter:
        told = adapter.side_step("permalink", post, {}, "abc")

    assert told == {"url": f"{twin.url}/watch?v=abc", "is_short_expected": expected}


def test_a_channel_without_a_phone_number_is_told_why_it_has_no_cover(twin: YouTubeTwin, tmp_path: Path) -> None:
    twin.knobs["unverified"] = True
    post = whole(tmp_path)

    with channel_on(twin) as adapter, pytest.raises(AccountTrouble, match="phone"):
        adapter.side_step("thumbnail", post, {}, published(adapter, post))


def test_a_playlist_that_is_gone_is_named(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = whole(tmp_path, text={"playlist": "PLgone"})

    with channel_on(twin) as adapter, pytest.raises(Rejected) as caught:
        adapter.side_step("playlist", post, {}, published(adapter, post))

    assert caught.value.field == "playlist"


def test_captions_need_a_scope_of_their_own(twin: YouTubeTwin, tmp_path: Path) -> None:
    post = whole(tmp_path)

    with channel_on(twin, UPLOAD, READ) as adapter, pytest.raises(MissingScope):
        adapter.side_step("captions", post, {}, published(adapter, post))


def test_a_post_can_be_taken_down_once_and_again(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        assert isinstance(adapter, CanTakeDown)
        video = published(adapter, film(tmp_path, 1000))
        adapter.take_down(video)
        adapter.take_down(video)

    assert not twin.posts


def test_changing_who_may_watch_changes_nothing_else(twin: YouTubeTwin, tmp_path: Path) -> None:
    text = {"licence": "creativeCommon", "embeddable": False, "made_for_kids": True, "tags": ["sea"]}
    with channel_on(twin) as adapter:
        assert isinstance(adapter, CanReschedule)
        video = published(adapter, film(tmp_path, 1000, text=text))
        before = dict(twin.videos[video].status)
        adapter.set_privacy(video, privacy="unlisted")

    assert twin.videos[video].status == {**before, "privacyStatus": "unlisted"}
    assert twin.videos[video].snippet["tags"] == ["sea"]
    assert before["containsSyntheticMedia"] is True


def test_a_post_can_be_given_another_time_and_freed_of_it(twin: YouTubeTwin, tmp_path: Path) -> None:
    later = now().replace(microsecond=0) + timedelta(hours=1)
    with channel_on(twin) as adapter:
        video = published(adapter, film(tmp_path, 1000, publish_at=later))
        adapter.set_privacy(video, privacy="private", publish_at=later + timedelta(hours=1))
        assert twin.videos[video].status["publishAt"] == (later + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        adapter.set_privacy(video, privacy="public")

    assert "publishAt" not in twin.videos[video].status
    assert len(twin.posts) == 1


def test_what_youtube_would_show_to_everyone_is_not_scheduled_as_unlisted(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video = published(adapter, film(tmp_path, 1000, text={"privacy": "private"}))
        with pytest.raises(Rejected) as caught:
            adapter.set_privacy(video, privacy="unlisted", publish_at=now() + timedelta(hours=1))

    assert caught.value.field == "privacy"
    assert twin.videos[video].status["privacyStatus"] == "private"


def test_a_video_that_was_public_cannot_be_given_a_time(twin: YouTubeTwin, tmp_path: Path) -> None:
    with channel_on(twin) as adapter:
        video = published(adapter, film(tmp_path, 1000))
        with pytest.raises(Rejected) as caught:
            adapter.set_privacy(video, privacy="private", publish_at=now() + timedelta(hours=1))
        with pytest.raises(Invalid):
            adapter.set_privacy("nothing", privacy="private")

    assert caught.value.field == "publish_at"


def test_what_a_channel_may_do_is_asked(twin: YouTubeTwin) -> None:
    with channel_on(twin) as adapter:
        verified = adapter.requirements()
        twin.channels[0].long_uploads = "eligible"
        plain = adapter.requirements()

    assert verified.nickname == "Harbour Films"
    assert (verified.longest_ms, plain.longest_ms) == (12 * 3600 * 1000, 15 * 60 * 1000)
    assert "15 minutes" in plain.words
    assert verified.choices["playlist"] == [{"value": "PLtwin-tales", "label": "Tales"}]
    assert {"value": "1", "label": "Film & Animation"} in verified.choices["category"]
    assert all(one["value"] != "42" for one in verified.choices["category"])


def test_a_draft_can_be_written_while_the_choices_cannot_be_had(twin: YouTubeTwin) -> None:
    twin.fail("answer", path="/playlists", status=500)

    with channel_on(twin) as adapter:
        found = adapter.requirements().choices

    assert "playlist" not in found
    assert found["category"]
