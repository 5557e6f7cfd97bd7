"""A folder as a platform: one whole film under its own name, and nothing else touched."""

from __future__ import annotations

import errno
import json
import os
import time
from collections import namedtuple
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from publishing.platforms.base import (
    Account,
    App,
    CanTakeDown,
    Committed,
    NotThere,
    Post,
    Tokens,
    Undecided,
    Whereabouts,
)
from publishing.platforms.errors import AccountTrouble, Invalid, NeverTaken, Rejected, Unavailable, Unconfirmed
from publishing.platforms.folder import files
from publishing.platforms.folder.adapter import FolderPlatform
from publishing.platforms.folder.place import checked_folder, free_stem, slug
from publishing.platforms.folder.row import PLATFORM

MARKER = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
SINCE = datetime.now(UTC) - timedelta(minutes=1)
NOBODYS: frozenset[str] = frozenset()
TODAY = f"{datetime.now(UTC):%Y-%m-%d}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "films"
    place.mkdir()
    return place


@pytest.fixture
def post(tmp_path: Path) -> Post:
    path = tmp_path / "rendition.mp4"
    path.write_bytes(os.urandom(1024) * 5 * 1024)
    captions, cover = tmp_path / "a.srt", tmp_path / "cover.jpg"
    captions.write_text("1\n00:00:00,000 --> 00:00:01,000\nHallo\n")
    cover.write_bytes(b"\xff\xd8cover")
    return Post(
        marker=MARKER,
        path=path,
        size=path.stat().st_size,
        duration_ms=30_000,
        width=1920,
        height=1080,
        text={"title": "Der Leuchtturm: Nacht!", "description": "Ein Film.", "hashtags": ["meer"]},
        captions={"de": captions},
        cover_path=cover,
    )


def opened(folder: Path, **settings: Any) -> FolderPlatform:
    """The adapter, as in another process each time."""
    return FolderPlatform(Account(App("folder", settings=settings), str(folder), Tokens("")))


def never() -> bool:
    return False


def carried(folder: Path, post: Post) -> dict[str, Any]:
    handle = opened(folder).start(post)
    moved = opened(folder).transfer(post, handle, until=never, told=lambda _: None)

    assert moved.is_complete

    return dict(moved.handle)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_film_is_put_there_with_all_that_belongs_to_it(folder: Path, post: Post) -> None:
    done = opened(folder).commit(post, carried(folder, post))

    stem = f"der-leuchtturm-nacht-{TODAY}"
    assert names(folder) == [f"{stem}.cover.jpg", f"{stem}.de.srt", f"{stem}.json", f"{stem}.mp4"]
    assert done.remote_id == str(folder / f"{stem}.mp4")
    assert Path(done.remote_id).read_bytes() == post.path.read_bytes()
    told = json.loads((folder / f"{stem}.json").read_text())
    assert (told["title"], told["text"]["hashtags"]) == ("Der Leuchtturm: Nacht!", ["meer"])
    assert told["id"] == MARKER
    assert set(told["files"]) == set(names(folder))
    assert datetime.fromisoformat(told["published_at"]).tzinfo is not None


def test_nothing_can_be_seen_before_the_commit(folder: Path, post: Post) -> None:
    carried(folder, post)

    assert names(folder) == [f".{MARKER}.part"]


def test_a_copy_goes_on_where_it_was(folder: Path, post: Post) -> None:
    told: list[int] = []
    handle = opened(folder).start(post)

    first = opened(folder).transfer(post, handle, until=lambda: len(told) >= 2, told=told.append)
    second = opened(folder).transfer(post, first.handle, until=never, told=told.append)

    assert (first.is_complete, first.sent_bytes) == (False, 2 * files.BLOCK)
    assert (second.is_complete, second.sent_bytes) == (True, post.size)
    assert told == [files.BLOCK, 2 * files.BLOCK, 2 * files.BLOCK, 3 * files.BLOCK, 4 * files.BLOCK, 5 * files.BLOCK]
    assert (folder / f".{MARKER}.part").read_bytes() == post.path.read_bytes()


def test_a_copy_whose_end_was_lost_with_the_power_is_begun_anew(folder: Path, post: Post) -> None:
    (folder / f".{MARKER}.part").write_bytes(post.path.read_bytes()[:1_000_000] + bytes(500_000))

    carried(folder, post)

    assert (folder / f".{MARKER}.part").read_bytes() == post.path.read_bytes()


def test_two_films_of_one_title_lie_side_by_side(folder: Path, post: Post) -> None:
    other = replace(post, marker="f" * 32)

    first = opened(folder).commit(post, carried(folder, post))
    second = opened(folder).commit(other, carried(folder, other))

    assert Path(first.remote_id).name == f"der-leuchtturm-nacht-{TODAY}.mp4"
    assert Path(second.remote_id).name == f"der-leuchtturm-nacht-{TODAY}-2.mp4"


@pytest.mark.parametrize("ending", [".mp4", ".json", ".de.srt"])
def test_what_came_there_meanwhile_is_never_overwritten(folder: Path, post: Post, ending: str) -> None:
    handle = carried(folder, post)
    foreign = folder / f"der-leuchtturm-nacht-{TODAY}{ending}"
    foreign.write_text("somebody else's")

    with pytest.raises(NeverTaken):
        opened(folder).commit(post, handle)
    again = carried(folder, post)
    done = opened(folder).commit(post, again)

    assert foreign.read_text() == "somebody else's"
    assert Path(done.remote_id).name == f"der-leuchtturm-nacht-{TODAY}-2.mp4"
    assert len(names(folder)) == 5


def test_a_commit_sent_again_makes_no_second_film(folder: Path, post: Post) -> None:
    handle = carried(folder, post)

    first = opened(folder).commit(post, handle)
    second = opened(folder).commit(post, handle)

    assert first.remote_id == second.remote_id
    assert len([name for name in names(folder) if name.endswith(".mp4")]) == 1


def test_a_commit_that_was_cut_off_is_found(folder: Path, post: Post) -> None:
    handle = carried(folder, post)
    part, place = folder / f".{MARKER}.part", folder / handle["name"]

    before = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)
    os.link(part, place)  # as far as a worker came that was killed before it tidied up
    after = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)
    again = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)
    place.write_bytes(b"another film")
    other = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)

    assert isinstance(before, NotThere)
    assert before.step == "commit"
    assert isinstance(after, Committed)
    assert not part.exists()
    assert isinstance(again, Committed)
    assert again.remote_id == str(place)
    assert isinstance(other, Undecided)


class Killed(Exception):
    """The worker is gone."""


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("number", range(4))
def test_a_worker_killed_anywhere_in_the_commit_leaves_one_film(
    folder: Path, post: Post, monkeypatch: pytest.MonkeyPatch, moment: str, number: int
) -> None:
    handle = carried(folder, post)
    count = iter(range(1000))

    def put(hidden: Path, place: Path) -> None:
        is_now = next(count) == number
        if is_now and moment == "before":
            raise Killed
        real(hidden, place)
        if is_now:
            raise Killed

    real = files.put
    monkeypatch.setattr(files, "put", put)
    with pytest.raises(Killed):
        opened(folder).commit(post, handle)
    monkeypatch.setattr(files, "put", real)

    found = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)
    if isinstance(found, NotThere):
        assert found.step == "commit"
        found = opened(folder).commit(post, found.handle)

    assert isinstance(found, Committed)
    stem = f"der-leuchtturm-nacht-{TODAY}"
    assert names(folder) == [f"{stem}.cover.jpg", f"{stem}.de.srt", f"{stem}.json", f"{stem}.mp4"]
    assert Path(found.remote_id).read_bytes() == post.path.read_bytes()


def test_a_hidden_name_that_cannot_be_removed_does_not_fail_the_post(
    folder: Path, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = carried(folder, post)

    def stuck(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == f".{MARKER}.part":
            raise PermissionError(errno.EACCES, "stuck")
        unlink(path, missing_ok=missing_ok)

    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", stuck)

    done = opened(folder).commit(post, handle)
    found = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)

    assert isinstance(found, Committed)
    assert found.remote_id == done.remote_id


def test_a_half_copy_goes_back_to_be_copied(folder: Path, post: Post) -> None:
    handle = opened(folder).start(post)
    (folder / f".{MARKER}.part").write_bytes(b"half")

    with pytest.raises(Unconfirmed):
        opened(folder).commit(post, handle)
    found = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)

    assert isinstance(found, NotThere)
    assert found.step == "transfer"


def test_a_film_that_somebody_took_away_is_not_put_there_again(folder: Path, post: Post) -> None:
    handle = carried(folder, post)
    done = opened(folder).commit(post, handle)
    Path(done.remote_id).unlink()

    found = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)
    seen = opened(folder).observe(post, done.handle, done.remote_id)

    assert isinstance(found, Undecided)
    assert "taken the film away" in found.evidence[1]
    assert seen.where is Whereabouts.GONE


def test_what_lies_there_is_seen(folder: Path, post: Post) -> None:
    done = opened(folder).commit(post, carried(folder, post))

    seen = opened(folder).observe(post, done.handle, done.remote_id)

    assert (seen.where, seen.remote_id) == (Whereabouts.LIVE, done.remote_id)
    assert seen.facts["bytes"] == post.size


def test_a_disk_that_is_not_plugged_in_loses_no_post(folder: Path, post: Post) -> None:
    done = opened(folder).commit(post, carried(folder, post))
    folder.rename(folder.with_name("elsewhere"))

    with pytest.raises(Unavailable):
        opened(folder).observe(post, done.handle, done.remote_id)
    with pytest.raises(Unavailable):
        opened(folder).reconcile(post, done.handle, since=SINCE, taken=NOBODYS)


def test_taking_down_deletes_our_files_only(folder: Path, post: Post) -> None:
    done = opened(folder).commit(post, carried(folder, post))
    (folder / "mine.mp4").write_text("keep")
    (folder / f"der-leuchtturm-nacht-{TODAY}.notes.txt").write_text("keep")
    platform = opened(folder)

    platform.take_down(done.remote_id)
    platform.take_down(done.remote_id)

    assert isinstance(platform, CanTakeDown)
    assert PLATFORM.can == ("take_down",)
    assert names(folder) == [f"der-leuchtturm-nacht-{TODAY}.notes.txt", "mine.mp4"]
    with pytest.raises(Invalid):
        platform.take_down(str(folder / "mine.mp4"))
    with pytest.raises(Invalid):
        platform.take_down(str(folder.parent / "rendition.mp4"))


def test_a_sidecar_that_names_other_files_deletes_none_of_them(folder: Path, post: Post) -> None:
    done = opened(folder).commit(post, carried(folder, post))
    beside = Path(done.remote_id).with_suffix(".json")
    told = json.loads(beside.read_text())
    beside.write_text(json.dumps({**told, "files": [*told["files"], "../rendition.mp4", "mine.mp4", "/etc/hosts"]}))
    (folder / "mine.mp4").write_text("keep")

    opened(folder).take_down(done.remote_id)

    assert names(folder) == ["mine.mp4"]
    assert post.path.exists()


def test_without_room_nothing_is_begun(folder: Path, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(10, 5, 66 * 1024 * 1024))

    with pytest.raises(Unavailable, match="needs 5 MB, and 69 MB are free"):
        opened(folder).start(post)

    assert names(folder) == []


@pytest.mark.parametrize(
    ("code", "meant"), [(errno.ENOSPC, Unavailable), (errno.EROFS, AccountTrouble), (errno.EIO, Unavailable)]
)
def test_what_a_disk_says_is_told(
    folder: Path, post: Post, monkeypatch: pytest.MonkeyPatch, code: int, meant: type[Exception]
) -> None:
    handle = opened(folder).start(post)

    def broken(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("os.fsync", broken)

    with pytest.raises(meant):
        opened(folder).transfer(post, handle, until=never, told=lambda _: None)


def test_a_disk_without_second_names_works_too(folder: Path, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr("os.link", refused)
    handle = carried(folder, post)

    done = opened(folder).commit(post, handle)
    found = opened(folder).reconcile(post, handle, since=SINCE, taken=NOBODYS)

    assert len(names(folder)) == 4
    assert isinstance(found, Committed)
    assert found.remote_id == done.remote_id
    foreign = folder / f"der-leuchtturm-nacht-{TODAY}-2.mp4"
    other = replace(post, marker="e" * 32)
    handle = carried(folder, other)
    foreign.write_text("somebody else's")
    with pytest.raises(NeverTaken):
        opened(folder).commit(other, handle)
    assert foreign.read_text() == "somebody else's"


def test_a_file_that_changed_since_is_not_put_there(folder: Path, post: Post) -> None:
    handle = opened(folder).start(post)
    post.path.write_bytes(b"another film")

    with pytest.raises(Rejected):
        opened(folder).transfer(post, handle, until=never, told=lambda _: None)


def test_copies_that_nobody_went_on_with_are_tidied_away(folder: Path, post: Post) -> None:
    old, young, foreign = folder / f".{'a' * 32}.part", folder / f".{'b' * 32}.part", folder / ".download.part"
    for path in (old, young, foreign):
        path.write_text("half")
    long_ago = time.time() - 30 * 86_400
    os.utime(old, (long_ago, long_ago))
    os.utime(foreign, (long_ago, long_ago))

    opened(folder).start(post)

    assert names(folder) == sorted([young.name, foreign.name])


@pytest.mark.parametrize("text", ["", "films", "./films", "/", "/etc", "/usr/share/films", "/" + "a" * 200])
def test_a_folder_that_will_never_do_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        checked_folder(text)


def test_the_studios_own_folder_is_no_place_for_films(folder: Path) -> None:
    inside = folder / "media"
    inside.mkdir()
    (folder.parent / "link").symlink_to(inside)

    with pytest.raises(Invalid):
        checked_folder(str(inside), keep_out=[str(folder)])
    with pytest.raises(Invalid):
        opened(folder.parent / "link", keep_out=[str(folder)]).requirements()
    assert checked_folder(str(inside), keep_out=[str(folder / "other")]) == inside


def test_a_folder_that_is_not_there_now_is_waited_for(folder: Path) -> None:
    with pytest.raises(Unavailable):
        opened(folder / "nowhere").requirements()

    assert str(folder) in opened(folder).requirements().nickname


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(folder: Path) -> None:
    folder.chmod(0o500)

    with pytest.raises(AccountTrouble):
        opened(folder).requirements()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Lighthouse", "the-lighthouse"),
        ("  ../../etc/passwd  ", "etc-passwd"),
        ("Größe & Maß", "größe-maß"),
        ("灯塔之夜", "灯塔之夜"),
        (".hidden", "hidden"),
        ("???", "film"),
        ("", "film"),
        ("x" * 300, "x" * 50),
    ],
)
def test_a_title_becomes_a_name_that_can_be_read(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_free_name_is_found_whatever_the_case(folder: Path) -> None:
    (folder / "The-Lighthouse-2026-11-20.MP4").write_text("")
    (folder / "the-lighthouse-2026-11-20-2.json").write_text("")

    assert free_stem(folder, "The Lighthouse", date(2026, 11, 20)) == "the-lighthouse-2026-11-20-3"
