"""`script/film` from outside: bad input gets one sentence and an exit code, and nothing is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def film(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a studio of its own."""
    surroundings = {
        **os.environ,
        "SCENEME_DATA": str(folder / "data"),
        "DATABASE_URL": "",
        "REDIS_URL": "",
        **environment,
    }
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "film", *arguments],
        env=surroundings, cwd=folder, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([""], "There is nothing to make a film from."),
        (["x"], "There are no words in this."),
        (["🎬🔥"], "There are no words in this."),
        (["a cat", "--shape", "4:3"], "There is no shape “4:3”."),
        (["a cat", "--style", "Cubist"], "There is no style “Cubist”. Choose one of"),
        (["a cat", "--seconds", "1"], "A film lasts between 5 seconds and 3 hours."),
        (["--story", "nowhere.txt"], "No such file or directory"),
        (["a cat", "--story", "x.txt"], "either an idea or --story"),
        (["a cat", "--out", "no/such/folder/film.mp4"], "There is no folder"),
    ],
)
def test_a_mistake_is_answered_with_one_sentence(tmp_path: Path, arguments: list[str], says: str) -> None:
    done = film(tmp_path, *arguments)

    assert done.returncode not in {0, None}
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
    assert list(tmp_path.glob("*.mp4")) == []


@pytest.mark.parametrize(
    "content", [os.urandom(4096), b"\x00\x01\x02 film", b"word " * 40_000], ids=["noise", "nul", "200 kB"]
)
def test_a_file_that_is_no_story_is_answered_with_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "story.txt").write_bytes(content)

    done = film(tmp_path, "--story", "story.txt")

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_missing_ffmpeg_is_said_before_any_work(tmp_path: Path) -> None:
    done = film(tmp_path, "a cat in Paris", SCENEME_FFMPEG="/nowhere/ffmpeg")

    assert done.returncode == 1
    assert "ffmpeg was not found" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_data_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, where the folder should be")

    done = film(tmp_path, "a cat in Paris")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_text_in_another_language_full_of_markup_is_filmed_and_the_film_says_what_was_done(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(
        'Der alte Mann saß am Hafen und wartete auf das Schiff. "Es kommt nicht mehr", sagte Anna <leise> & lachte.\n'
        "Er schüttelte den Kopf und blieb sitzen, bis die Sonne unterging.",
        encoding="utf-8",
    )

    done = film(tmp_path, "--story", "story.txt", "--shape", "1:1", "--out", "hafen.mp4")

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "hafen.mp4")
    assert "German" in done.stderr
    words = (tmp_path / "hafen.srt").read_text(encoding="utf-8")
    assert "leise" in words
    assert "<leise>" not in words  # players would take it for a tag and hide it
    assert "Schiff" in words
