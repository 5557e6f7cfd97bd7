from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generation.media.boxes import boxes_of
from generation.media.preflight import SENTENCES, Levels, Limits, check, clock
from generation.media.runner import run

from .samples import QUIET, make_clip, make_still

GOOD = (
    "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-bf", "2", "-c:a", "aac", "-ar", "48000",
    "-use_editlist", "0", "-movflags", "+faststart+negative_cts_offsets",
)  # fmt: skip
TALL = "testsrc2=s=90x160:r=30:d=1"
STRICT = Limits(
    "Reels",
    shortest_ms=500,
    longest_ms=5_000,
    largest_bytes=10**7,
    containers=("mp4", "mov"),
    video_codecs=("h264", "hevc"),
    audio_codecs=("aac",),
    smallest_side=64,
    largest_side=4096,
    largest_width=1920,
    shapes=("9:16", "1:1"),
    best_shape="9:16",
    least_rate=23,
    most_rate=60,
    largest_kbps=25_000,
    audio_rates=(48_000, 44_100),
    most_channels=2,
    needs_sound=True,
    loudness_lufs=-14,
    peak_dbtp=-1,
    refuses_edit_lists=True,
    needs_index_first=True,
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clip(tmp_path_factory.mktemp("films") / "good.mp4", *GOOD, source=TALL, sound=True)


def keys(path: Path, limits: Limits, levels: Levels | None = None) -> list[str]:
    return [problem.key for problem in check(path, limits, levels)]


def test_a_file_within_all_limits_has_no_problem(good: Path) -> None:
    assert check(good, STRICT, Levels(-14.2, -1.3)) == []


def test_a_limit_that_is_not_set_is_not_checked(good: Path) -> None:
    assert check(good, Limits("Anywhere"), Levels(-3.0, 2.0)) == []


@pytest.mark.parametrize(
    ("limit", "value", "key"),
    [
        ("shortest_ms", 3_000, "too_short"),
        ("longest_ms", 700, "too_long"),
        ("largest_bytes", 1_000, "too_large"),
        ("containers", ("webm",), "container"),
        ("video_codecs", ("hevc",), "video_codec"),
        ("audio_codecs", ("opus",), "audio_codec"),
        ("smallest_side", 120, "too_small_frame"),
        ("largest_side", 120, "too_large_frame"),
        ("largest_width", 80, "too_wide_frame"),
        ("shapes", ("16:9",), "shape"),
        ("best_shape", "1:1", "best_shape"),
        ("least_rate", 50, "slow_rate"),
        ("most_rate", 24, "fast_rate"),
        ("largest_kbps", 10, "bitrate"),
        ("audio_rates", (44_100,), "audio_rate"),
        ("most_channels", 0, "channels"),
    ],
)
def test_each_limit_is_told_by_name_with_what_to_do(good: Path, limit: str, value: object, key: str) -> None:
    (problem,) = check(good, replace(STRICT, **{limit: value}))  # type: ignore[arg-type]

    assert problem.key == key
    assert "Reels" in problem.text
    assert problem.text.count(". ") + problem.text.count("; ") >= 1
    assert "%(" not in problem.text


def test_the_length_is_told_as_it_is_and_as_it_may_be(good: Path) -> None:
    (problem,) = check(good, replace(STRICT, longest_ms=700))

    assert problem.text.startswith("The film lasts 1.0 s, and Reels takes 0.7 s at most. Shorten it")


def test_levels_are_advice_after_what_stands_in_the_way(good: Path) -> None:
    found = check(good, replace(STRICT, longest_ms=700), Levels(-20.0, -0.2))

    assert [(one.key, one.is_obstacle) for one in found] == [
        ("too_long", True), ("loudness", False), ("peak", False),
    ]  # fmt: skip


def test_a_film_without_sound_is_told(tmp_path: Path) -> None:
    silent = make_clip(tmp_path / "silent.mp4", *GOOD, source=TALL)

    assert keys(silent, STRICT) == ["silent"]
    assert keys(silent, replace(STRICT, needs_sound=False)) == []


def test_edit_lists_and_a_late_index_are_found(tmp_path: Path, good: Path) -> None:
    plain = tmp_path / "plain.mp4"
    run([*QUIET, "-i", str(good), "-c:v", "libx264", "-bf", "2", "-c:a", "aac", str(plain)], timeout_s=60)

    found = boxes_of(plain)

    assert found.edit_lists >= 1
    assert not found.is_index_first
    assert keys(plain, STRICT) == ["edit_list", "index_last"]
    assert boxes_of(good).edit_lists == 0


def test_what_is_no_film_is_told_so(tmp_path: Path) -> None:
    letter, picture = tmp_path / "letter.mp4", make_still(tmp_path / "a.png", "gray")
    letter.write_text("Dear Mara")

    assert keys(letter, STRICT) == ["unreadable"]
    assert keys(picture, STRICT) == ["unreadable"]
    assert boxes_of(letter).outer == ()


def test_a_box_that_runs_over_the_end_stops_the_reading(tmp_path: Path, good: Path) -> None:
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(good.read_bytes()[:200])

    assert boxes_of(cut).outer == ("ftyp",)


@pytest.mark.parametrize("key", list(SENTENCES))
def test_every_sentence_says_what_to_do(key: str) -> None:
    assert any(word in SENTENCES[key] for word in ("Make", "Shorten", "Add", "Let"))


@pytest.mark.parametrize(("length", "shown"), [(2_500, "2.5 s"), (65_000, "1:05"), (600_000, "10:00")])
def test_lengths_are_told_as_people_tell_them(length: int, shown: str) -> None:
    assert clock(length) == shown
