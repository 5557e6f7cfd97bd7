"""TikTok's adapter against its twin: one film, one post, whatever is lost on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.base import (
    Account,
    App,
    CanCount,
    CanReschedule,
    CanTakeDown,
    Committed,
    Handle,
    NotThere,
    Post,
    Tokens,
    Undecided,
    Whereabouts,
)
from publishing.platforms.errors import (
    AccountTrouble,
    BadAnswer,
    MissingScope,
    NeverTaken,
    PlatformError,
    QuotaGone,
    RateLimited,
    Rejected,
    SessionGone,
    StaleToken,
    Unavailable,
    Unconfirmed,
)
from publishing.platforms.tiktok.adapter import TikTokPlatform
from publishing.platforms.tiktok.chunks import Chunks
from publishing.platforms.tiktok.row import PLATFORM
from tests.twins.tiktok import CLIENT_KEY, CLIENT_SECRET, TikTokTwin
from tests.twins.tiktok_rules import SCOPES

MB = 1_000_000
Open = Callable[..., TikTokPlatform]
SINCE = datetime.now(UTC) - timedelta(minutes=1)
NOBODYS: frozenset[str] = frozenset()


@pytest.fixture
def twin() -> Iterator[TikTokTwin]:
    with TikTokTwin() as server:
        server.knobs.update(process_s=0, id_s=0)
        yield server  # type: ignore[misc]


@pytest.fixture
def opened(twin: TikTokTwin) -> Iterator[Open]:
    """Open the adapter for an account that allowed everything; each call is like another process."""
    with ExitStack() as stack:

        def build(scopes: tuple[str, ...] = SCOPES, user: int = 0, **settings: Any) -> TikTokPlatform:
            app = App("tiktok", CLIENT_KEY, CLIENT_SECRET, twin.addresses, settings, allows_private=True)
            grant = twin.grant(scopes=scopes, user=user)
            made = TikTokPlatform(Account(app, grant.open_id, Tokens(grant.access, grant.refresh)))
            stack.callback(made.close)
            return made

        yield build


@pytest.fixture
def post(tmp_path: Path) -> Post:
    """A small film that is one chunk."""
    return film(tmp_path, 300_000)


def film(folder: Path, size: int, **text: Any) -> Post:
    """A film of so many bytes."""
    path = folder / "film.mp4"
    block = hashlib.sha256(b"film").digest() * 32768
    with path.open("wb") as file:
        for start in range(0, size, len(block)):
            file.write(block[: min(len(block), size - start)])
    return Post(
        marker="0f1e2d3c4b5a69788796a5b4c3d2e1f0",
        path=path,
        size=size,
        duration_ms=30_000,
        width=1080,
        height=1920,
        text={"caption": "The lighthouse", "privacy": "PUBLIC_TO_EVERYONE", **text},
    )


def never() -> bool:
    return False


def carried(platform: TikTokPlatform, post: Post, handle: Handle) -> Handle:
    """Bring over all but the end."""
    moved = platform.transfer(post, handle, until=never, told=lambda _: None)

    assert moved.is_complete

    return moved.handle


def test_the_file_is_cut_as_tiktok_counts() -> None:
    vectors = [
        (3_145_728, 10 * MB, 1),
        (5_000_000, 10 * MB, 1),
        (50_000_123, 10 * MB, 5),
        (64_000_000, 64 * MB, 1),
        (64_000_001, 32 * MB, 2),
        (150_000_000, 32 * MB, 4),
    ]

    for size, each, count in vectors:
        chunks = Chunks.planned(size, each)

        assert (chunks.count, chunks.start(chunks.count)) == (count, size)
    assert Chunks.planned(50_000_123, 10 * MB).start(4) == 40_000_000
    assert Chunks.planned(64_000_001, 32 * MB).piece(1, Path("x")).size == 32_000_001
    assert Chunks.planned(150_000_000, 32 * MB).piece(3, Path("x")).size == 54_000_000
    assert Chunks.planned(3_145_728).each == 3_145_728


def test_every_size_is_cut_within_the_limits() -> None:
    for size in [1, 4_999_999, 5_000_000, 19_999_999, 20_000_000, 64_000_001, 128_000_001, 999_999_999, 4_000_000_000]:
        chunks = Chunks.planned(size)
        last = size - chunks.start(chunks.count - 1)

        assert chunks.count == max(1, size // chunks.each)
        assert 1 <= chunks.count <= 1000
        assert chunks.count == 1 or 5 * MB <= chunks.each <= 64 * MB
        assert last <= 64 * MB


def test_a_film_is_posted_once_with_all_that_the_draft_says(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    film_post = replace(
        film(tmp_path, 300_000, hashtags=["sea", "#night"], comments=True, brand_organic=True), cover_ms=1500
    )
    platform = opened()

    handle = carried(platform, film_post, platform.start(film_post))
    done = platform.commit(film_post, handle)
    seen = platform.observe(film_post, done.handle, done.remote_id)

    assert [(row["caption"], row["privacy"], row["size"]) for row in twin.posts] == [
        ("The lighthouse\n\n#sea #night", "PUBLIC_TO_EVERYONE", 300_000)
    ]
    assert twin.posts[0]["info"] == {
        "title": "The lighthouse\n\n#sea #night",
        "privacy_level": "PUBLIC_TO_EVERYONE",
        "disable_comment": False,
        "disable_duet": True,
        "disable_stitch": True,
        "brand_content_toggle": False,
        "brand_organic_toggle": True,
        "is_aigc": True,
        "video_cover_timestamp_ms": 1500,
    }
    assert twin.posts[0]["sha256"] == hashlib.sha256(film_post.path.read_bytes()).hexdigest()
    assert seen.where is Whereabouts.LIVE
    assert seen.remote_id == str(twin.posts[0]["id"])
    assert int(seen.remote_id) > 2**53
    assert seen.url == f"{twin.url}/@studio.nord/video/{seen.remote_id}"
    assert "upload_url" not in done.handle


def test_nobodys_token_goes_to_the_upload(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()

    platform.commit(post, carried(platform, post, platform.start(post)))

    (sent,) = twin.asked_for("PUT", "/upload/")
    assert sent.headers.get("authorization") is None
    assert sent.headers["content-range"] == "bytes 0-299999/300000"
    assert sent.headers["content-type"] == "video/mp4"


def test_the_account_is_asked_before_every_post(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()

    platform.start(post)
    platform.start(post)

    assert [row.path for row in twin.seen] == [
        "/v2/post/publish/creator_info/query/",
        "/v2/post/publish/video/init/",
    ] * 2


def test_requirements_are_the_accounts_own(twin: TikTokTwin, opened: Open) -> None:
    twin.knobs.update(longest_s=180, locked=["duet", "stitch"], is_private=True)

    found = opened().requirements()

    assert found.nickname == "Studio Nord"
    assert found.longest_ms == 180_000
    assert [row["value"] for row in found.choices["privacy"]] == [
        "FOLLOWER_OF_CREATOR",
        "MUTUAL_FOLLOW_FRIENDS",
        "SELF_ONLY",
    ]
    assert found.locked == ("duet", "stitch")
    assert found.words == ""


def test_an_app_that_was_not_audited_may_only_post_privately(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    twin.knobs["unaudited"] = True
    platform = opened(is_audited=False)

    found = platform.requirements()

    assert [row["value"] for row in found.choices["privacy"]] == ["SELF_ONLY"]
    assert "Set this account to private" in found.words
    with pytest.raises(Rejected) as rejected:
        platform.start(film(tmp_path, 1000))
    assert rejected.value.field == "privacy"
    with pytest.raises(AccountTrouble, match="audited"):
        platform.start(film(tmp_path, 1000, privacy="SELF_ONLY"))
    twin.knobs["is_private"] = True
    assert platform.start(film(tmp_path, 1000, privacy="SELF_ONLY"))["publish_id"]


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ({"privacy": None}, "privacy", "Choose who can see"),
        ({"privacy": "FOLLOWER_OF_CREATOR"}, "privacy", "does not offer"),
        ({"privacy": "SELF_ONLY", "brand_content": True}, "privacy", "paid partnership"),
        ({"caption": "\U0001f30a" * 1101}, "caption", "2202 characters"),
        ({"caption": "a" * 2195, "hashtags": ["sea"]}, "caption", "2201 characters"),
    ],
)
def test_what_tiktok_would_not_take_is_told_before(
    twin: TikTokTwin, opened: Open, tmp_path: Path, text: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(Rejected, match=words) as rejected:
        opened().start(film(tmp_path, 1000, **text))

    assert rejected.value.field == field
    assert twin.asked_for("POST", "init") == []


def test_a_caption_is_counted_in_utf16(opened: Open, tmp_path: Path) -> None:
    assert opened().start(film(tmp_path, 1000, caption="\U0001f30a" * 1100))


def test_a_film_longer_than_the_account_may_post_is_not_begun(twin: TikTokTwin, opened: Open, post: Post) -> None:
    twin.knobs["longest_s"] = 29

    with pytest.raises(Rejected, match="30 seconds") as rejected:
        opened().start(post)

    assert rejected.value.field == "file"


def test_what_the_account_switched_off_stays_off(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    twin.knobs["locked"] = ["comments"]
    platform = opened()
    film_post = film(tmp_path, 1000, comments=True, duet=True)

    platform.commit(film_post, carried(platform, film_post, platform.start(film_post)))

    info = twin.posts[0]["info"]
    assert (info["disable_comment"], info["disable_duet"]) == (True, False)


def test_an_upload_goes_on_where_it_was_in_another_process(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    film_post = film(tmp_path, 43_000_123)
    told: list[int] = []
    first = opened()
    handle = first.start(film_post)
    moved = first.transfer(film_post, handle, until=lambda: len(told) > 2, told=told.append)

    second = opened()
    again = second.transfer(film_post, moved.handle, until=never, told=told.append)
    done = second.commit(film_post, again.handle)

    assert (moved.is_complete, moved.sent_bytes) == (False, 20_000_000)
    assert [row.headers["content-range"] for row in twin.asked_for("PUT", "/upload/")] == [
        "bytes 0-9999999/43000123",
        "bytes 10000000-19999999/43000123",
        "bytes 20000000-29999999/43000123",
        "bytes 30000000-43000122/43000123",
    ]
    assert told == [0, 10_000_000, 20_000_000, 20_000_000, 30_000_000]
    assert done.handle["is_there"]
    assert twin.posts[0]["sha256"] == hashlib.sha256(film_post.path.read_bytes()).hexdigest()


@pytest.mark.parametrize("kind", ["drop", "drop_after", "html_after", "truncate"])
@pytest.mark.parametrize("says", ["how much there is", "nothing"])
def test_a_chunk_whose_answer_is_lost_is_not_doubled(
    twin: TikTokTwin,
    opened: Open,
    tmp_path: Path,
    kind: str,
    says: str,
) -> None:
    twin.knobs["tells_stored"] = says != "nothing"
    film_post = film(tmp_path, 32_000_000)
    platform = opened()
    handle = platform.start(film_post)
    twin.fail(kind, path="/upload/", method="PUT", after=1, status=502)

    if kind != "truncate":
        with pytest.raises(Unavailable):
            platform.transfer(film_post, handle, until=never, told=lambda _: None)
    platform.commit(film_post, carried(platform, film_post, handle))

    assert [row["sha256"] for row in twin.posts] == [hashlib.sha256(film_post.path.read_bytes()).hexdigest()]


def test_a_chunk_out_of_its_turn_finds_its_place_again(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    twin.knobs["tells_stored"] = False
    film_post = film(tmp_path, 32_000_000)
    platform = opened()
    handle = carried(platform, film_post, platform.start(film_post))

    done = platform.commit(film_post, carried(platform, film_post, {**handle, "sent": 0}))

    assert isinstance(done, Committed)
    assert len(twin.posts) == 1


def test_an_upload_that_expired_before_its_end_is_begun_anew(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    film_post = film(tmp_path, 32_000_000)
    platform = opened()
    handle = platform.start(film_post)
    twin.pass_time(3601)

    with pytest.raises(SessionGone):
        platform.transfer(film_post, handle, until=never, told=lambda _: None)

    assert twin.posts == []


def test_a_last_chunk_that_comes_too_late_made_nothing(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()
    handle = carried(platform, post, platform.start(post))
    twin.pass_time(3601)

    with pytest.raises(NeverTaken):
        platform.commit(post, handle)

    assert twin.posts == []


def test_a_last_chunk_sent_again_by_another_worker_makes_no_second_post(
    twin: TikTokTwin, opened: Open, post: Post
) -> None:
    handle = carried(opened(), post, opened().start(post))

    opened().commit(post, handle)
    again = opened().commit(post, handle)

    assert isinstance(again, Committed)
    assert len(twin.posts) == 1


@pytest.mark.parametrize(("kind", "puts"), [("drop", 3), ("drop_after", 2), ("html_after", 2)])
@pytest.mark.parametrize("process_s", [0, 900])
def test_a_commit_whose_answer_is_lost_is_found(
    twin: TikTokTwin,
    opened: Open,
    tmp_path: Path,
    kind: str,
    puts: int,
    process_s: int,
) -> None:
    twin.knobs["process_s"] = process_s
    film_post = film(tmp_path, 21_000_000)
    handle = carried(opened(), film_post, opened().start(film_post))
    twin.fail(kind, path="/upload/", method="PUT", status=502)

    with pytest.raises(Unconfirmed):
        opened().commit(film_post, handle)
    found = opened().reconcile(film_post, handle, since=SINCE, taken=NOBODYS)
    if isinstance(found, NotThere):
        assert found.step == "commit"
        found = opened().commit(film_post, found.handle)

    assert isinstance(found, Committed)
    assert len(twin.asked_for("PUT", "/upload/")) == puts
    assert len(twin.posts) == 1


@pytest.mark.parametrize("kind", ["drop", "drop_after"])
def test_an_end_of_which_tiktok_says_nothing_is_sent_again_but_not_for_ever(
    twin: TikTokTwin, opened: Open, post: Post, kind: str
) -> None:
    twin.knobs.update(tells_stored=False, tells_range=False, process_s=900)
    handle = carried(opened(), post, opened().start(post))
    twin.fail(kind, path="/upload/", method="PUT")
    with pytest.raises(Unconfirmed):
        opened().commit(post, handle)

    found = opened().reconcile(post, handle, since=SINCE, taken=NOBODYS)
    while isinstance(found, NotThere):
        handle = found.handle
        try:
            found = opened().commit(post, handle)
        except Unconfirmed:
            found = opened().reconcile(post, handle, since=SINCE, taken=NOBODYS)
    twin.pass_time(900)
    at_last = opened().reconcile(post, handle, since=SINCE, taken=NOBODYS)

    assert isinstance(found, Committed if kind == "drop" else Undecided)
    assert isinstance(at_last, Committed)
    assert len(twin.posts) == 1


def test_what_is_sent_and_never_kept_ends(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    film_post = film(tmp_path, 32_000_000)
    platform = opened()
    handle = platform.start(film_post)
    answer = {"Content-Range": "bytes 0-99/32000000"}
    twin.fail("answer", path="/upload/", times=100, status=206, headers=answer)

    with pytest.raises(Unavailable, match="does not keep"):
        platform.transfer(film_post, handle, until=never, told=lambda _: None)

    assert len(twin.asked_for("PUT", "/upload/")) == 4


def test_a_commit_before_its_turn_goes_back_to_the_upload(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    film_post = film(tmp_path, 32_000_000)
    platform = opened()
    handle = platform.start(film_post)

    with pytest.raises(Unconfirmed):
        platform.commit(film_post, handle)
    found = platform.reconcile(film_post, handle, since=SINCE, taken=NOBODYS)

    assert isinstance(found, NotThere)
    assert found.step == "transfer"
    assert platform.commit(film_post, carried(platform, film_post, found.handle))
    assert len(twin.posts) == 1


@pytest.mark.parametrize(("reason", "step"), [("internal", "start"), ("picture_size_check_failed", "")])
def test_what_tiktok_gave_up_is_begun_anew_only_where_that_helps(
    twin: TikTokTwin, opened: Open, post: Post, reason: str, step: str
) -> None:
    twin.knobs["fail_reason"] = reason
    platform = opened()
    handle = carried(platform, post, platform.start(post))
    twin.fail("drop_after", path="/upload/", method="PUT")
    with pytest.raises(Unconfirmed):
        platform.commit(post, handle)

    found = platform.reconcile(post, handle, since=SINCE, taken=NOBODYS)
    seen = platform.observe(post, found.handle or {}, "") if isinstance(found, Committed) else None

    assert (found.step if isinstance(found, NotThere) else "") == step
    assert seen is None or (seen.where, seen.facts["field"], seen.may_try_again) == (Whereabouts.FAILED, "file", False)
    assert twin.posts == []


def test_an_upload_that_tiktok_forgot_is_looked_for_among_the_videos(
    twin: TikTokTwin, opened: Open, post: Post
) -> None:
    platform = opened()
    handle = carried(platform, post, platform.start(post))
    platform.commit(post, handle)
    twin.knobs["forgets_after_s"] = -1
    (made,) = twin.posts

    found = platform.reconcile(post, handle, since=SINCE, taken=NOBODYS)
    taken = platform.reconcile(post, handle, since=SINCE, taken=frozenset({str(made["id"])}))
    other = platform.reconcile(
        replace(post, text={**post.text, "caption": "Another"}), handle, since=SINCE, taken=NOBODYS
    )

    assert isinstance(found, Committed)
    assert found.remote_id == str(made["id"])
    assert isinstance(taken, Undecided)
    assert isinstance(other, Undecided)
    assert any("TikTok app" in sentence for sentence in other.evidence)


def test_two_that_look_alike_are_nobodys(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()
    for _ in range(2):
        handle = carried(platform, post, platform.start(post))
        platform.commit(post, handle)
    twin.knobs["forgets_after_s"] = -1

    found = platform.reconcile(post, handle, since=SINCE, taken=NOBODYS)

    assert isinstance(found, Undecided)
    assert "2 videos" in found.evidence[2]


def committed(platform: TikTokPlatform, post: Post, **more: Any) -> Handle:
    """Post it, and return what is kept."""
    done = platform.commit(post, carried(platform, post, platform.start(post)))
    return {**done.handle, **more}


def ago(seconds: float) -> str:
    return (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat()


def test_a_post_goes_through_its_stages(twin: TikTokTwin, opened: Open, post: Post) -> None:
    twin.knobs.update(process_s=60, id_s=60)
    platform = opened()
    handle = committed(platform, post)

    first = platform.observe(post, handle, "")
    twin.pass_time(60)
    second = platform.observe(post, handle, "")
    twin.pass_time(60)
    third = platform.observe(post, handle, "")

    assert [seen.where for seen in (first, second, third)] == [
        Whereabouts.PROCESSING,
        Whereabouts.PROCESSING,
        Whereabouts.LIVE,
    ]
    assert "looking it over" in second.words
    assert third.remote_id == str(twin.posts[0]["id"])


def test_a_state_nobody_told_us_of_means_still_at_it(twin: TikTokTwin, opened: Open, post: Post) -> None:
    twin.knobs.update(never_ends=True, status_value="PROCESSING_SOMETHING_NEW")
    platform = opened()
    handle = committed(platform, post)

    seen = platform.observe(post, handle, "")
    late = platform.observe(post, {**handle, "committed_at": ago(2400)}, "")

    assert seen.where is Whereabouts.PROCESSING
    assert seen.vendor_words == "PROCESSING_SOMETHING_NEW"
    assert late.where is Whereabouts.PROCESSING
    assert late.facts["takes_long"]
    assert "40 minutes" in late.words
    assert late.again_after_s > seen.again_after_s


@pytest.mark.parametrize("form", ["text", "several"])
def test_an_id_is_read_in_any_form(twin: TikTokTwin, opened: Open, post: Post, form: str) -> None:
    twin.knobs["id_form"] = form
    platform = opened()

    seen = platform.observe(post, committed(platform, post), "")

    assert seen.remote_id == str(twin.posts[0]["id"])
    assert len(seen.facts.get("all_ids", [])) == (2 if form == "several" else 0)


def test_a_private_post_is_live_without_an_id(twin: TikTokTwin, opened: Open, tmp_path: Path) -> None:
    film_post = film(tmp_path, 1000, privacy="SELF_ONLY")
    platform = opened()

    seen = platform.observe(film_post, committed(platform, film_post), "")

    assert (seen.where, seen.remote_id) == (Whereabouts.LIVE, "")
    assert seen.facts["publish_id"].startswith("v_pub_file~")
    assert platform.side_steps(film_post) == ()


def test_an_id_that_comes_late_is_found_beside_the_post(twin: TikTokTwin, opened: Open, post: Post) -> None:
    twin.knobs["id_s"] = 3600
    platform = opened()
    handle = committed(platform, post, committed_at=ago(1000))

    seen = platform.observe(post, handle, "")
    with pytest.raises(Unavailable):
        platform.side_step("permalink", post, handle, "")
    twin.pass_time(3601)
    kept = platform.side_step("permalink", post, handle, "")

    assert (seen.where, seen.remote_id, seen.facts["id_pending"]) == (Whereabouts.LIVE, "", True)
    assert platform.side_steps(post) == ("permalink",)
    assert kept["remote_id"] == str(twin.posts[0]["id"])
    assert kept["url"].endswith(kept["remote_id"])


def test_a_late_failure_is_told_with_what_to_mend(twin: TikTokTwin, opened: Open, post: Post) -> None:
    twin.knobs.update(process_s=3600, fail_reason="frame_rate_check_failed", fail_after_s=1800)
    platform = opened()
    handle = committed(platform, post)

    before = platform.observe(post, handle, "")
    twin.pass_time(1801)
    after = platform.observe(post, handle, "")

    assert before.where is Whereabouts.PROCESSING
    assert (after.where, after.vendor_words) == (Whereabouts.FAILED, "frame_rate_check_failed")
    assert not after.may_try_again


def test_a_post_that_was_taken_down_is_gone(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()
    handle = committed(platform, post)
    known = platform.observe(post, handle, "").remote_id
    twin.knobs["hidden"] = [int(known)]

    seen = platform.observe(post, handle, known)

    assert (seen.where, seen.remote_id) == (Whereabouts.GONE, known)


def test_a_post_whose_upload_is_forgotten_is_still_seen(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()
    handle = committed(platform, post)
    known = platform.observe(post, handle, "").remote_id
    twin.knobs["forgets_after_s"] = -1

    assert platform.observe(post, handle, known).where is Whereabouts.LIVE
    assert platform.observe(post, handle, "").remote_id == known


@pytest.mark.parametrize(
    ("code", "status", "meant"),
    [
        ("spam_risk_too_many_posts", 200, QuotaGone),
        ("reached_active_user_cap", 200, QuotaGone),
        ("spam_risk_user_banned_from_posting", 200, AccountTrouble),
        ("access_token_invalid", 401, StaleToken),
        ("scope_not_authorized", 401, MissingScope),
        ("scope_permission_missed", 400, MissingScope),
        ("rate_limit_exceeded", 429, RateLimited),
        ("internal_error", 500, Unavailable),
        ("something_new", 403, AccountTrouble),
    ],
)
def test_each_refusal_means_what_is_to_be_done(
    twin: TikTokTwin, opened: Open, post: Post, code: str, status: int, meant: type[PlatformError]
) -> None:
    body = {"data": {}, "error": {"code": code, "message": "said so", "log_id": "1"}}
    twin.fail("answer", path="creator_info", times=9, status=status, body=body)

    with pytest.raises(meant) as told:
        opened().start(post)

    assert type(told.value) is meant
    assert code in told.value.vendor_words
    assert code not in str(told.value)


def test_the_days_posts_and_the_minutes_asking_have_an_end(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()
    twin.knobs["posts_a_day"] = 2
    for _ in range(2):
        platform.commit(post, carried(platform, post, platform.start(post)))

    with pytest.raises(QuotaGone) as gone:
        platform.start(post)

    assert (gone.value.bucket, gone.value.everywhere) == ("posts", False)
    twin.pass_time(86_401)
    twin.knobs["token_life_s"] = 10**6
    later = opened()
    for _ in range(6):
        later.start(post)
    with pytest.raises(RateLimited) as limited:
        later.start(post)
    assert limited.value.retry_after_s == 60


def test_an_init_whose_answer_is_lost_harms_nobody(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()
    twin.fail("drop_after", path="video/init")

    with pytest.raises(Unavailable):
        platform.start(post)
    platform.commit(post, carried(platform, post, platform.start(post)))

    assert len(twin.posts) == 1
    assert len(twin.waiting) == 1


def test_an_upload_goes_to_tiktoks_own_hosts_only(twin: TikTokTwin, opened: Open, post: Post) -> None:
    opened_at = {"publish_id": "v_pub_file~v2-1.1", "upload_url": "https://tiktokapis.com.example.org/upload?x=1"}
    body = {"data": opened_at, "error": {"code": "ok", "message": "", "log_id": "1"}}
    twin.fail("answer", path="video/init", status=200, body=body)

    with pytest.raises(BadAnswer, match="not its own"):
        opened().start(post)

    body["data"]["upload_url"] = "https://upload.us.tiktokapis.com/video/?upload_id=1&upload_token=2"
    twin.fail("answer", path="video/init", status=200, body=body)
    assert opened().start(post)["upload_url"].startswith("https://upload.us.tiktokapis.com/")


def test_numbers_come_in_batches_and_what_is_not_told_is_missing(twin: TikTokTwin, opened: Open, post: Post) -> None:
    platform = opened()
    known = platform.observe(post, committed(platform, post), "").remote_id
    twin.pass_time(7200)
    ids = [known, *(str(number) for number in range(1, 45))]

    found = platform.figures(ids, since=SINCE, now=datetime.now(UTC))

    assert list(found) == [known]
    assert found[known].views
    assert found[known].watch_time_s is None
    assert len(twin.asked_for("POST", "video/query")) == 3
    twin.pass_time(7200)
    later = platform.figures([known], since=SINCE, now=datetime.now(UTC))
    assert (later[known].views or 0) > (found[known].views or 0)


def test_the_accounts_own_numbers_need_their_own_consent(twin: TikTokTwin, opened: Open) -> None:
    assert opened().channel_figures().followers == 1200

    with pytest.raises(MissingScope):
        opened(scopes=("user.info.basic", "video.publish")).channel_figures()


def test_what_tiktok_cannot_do_is_not_offered(opened: Open) -> None:
    platform = opened()

    assert isinstance(platform, CanCount)
    assert not isinstance(platform, CanTakeDown | CanReschedule)
    assert PLATFORM.can == ()
    assert "TikTok app" in PLATFORM.settings["take_down_words"]


def test_who_can_see_it_has_no_default_and_all_switches_but_one_are_off() -> None:
    fields = {field.name: field for field in PLATFORM.fields}

    assert fields["privacy"].default is None
    assert {name: field.default for name, field in fields.items() if field.kind == "switch"} == {
        "comments": False,
        "duet": False,
        "stitch": False,
        "is_ai": True,
        "brand_organic": False,
        "brand_content": False,
    }
    assert "Music Usage Confirmation" in PLATFORM.consent
