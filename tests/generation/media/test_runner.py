from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from generation.media.errors import DiskFull, MediaError
from generation.media.runner import find_ffmpeg, run

from .samples import QUIET

ENDLESS = ["ffmpeg", "-nostdin", "-v", "error", "-progress", "pipe:1", "-stats_period", "0.05"]
ENDLESS += ["-re", "-f", "lavfi", "-i", "color=s=16x16:r=24", "-f", "null", "-"]


def encoders_running() -> list[psutil.Process]:
    name = find_ffmpeg().name
    children = psutil.Process().children(recursive=True)
    return [child for child in children if child.name() == name[:15] and child.status() != psutil.STATUS_ZOMBIE]


def test_a_run_over_its_time_is_stopped_with_its_children() -> None:
    with pytest.raises(MediaError, match=r"did not finish within 0\.3 seconds"):
        run(ENDLESS, timeout_s=0.3)

    assert encoders_running() == []


def test_what_the_listener_raises_stops_the_run() -> None:
    class Cancelled(Exception):
        pass

    def cancel(frames: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run(ENDLESS, timeout_s=30, on_progress=cancel)

    assert encoders_running() == []


def test_progress_is_told_in_frames() -> None:
    told: list[int] = []

    run(
        [*ENDLESS[:6], "-f", "lavfi", "-i", "color=s=16x16:d=1:r=24", "-f", "null", "-"],
        timeout_s=30,
        on_progress=told.append,
    )

    assert told[-1] == 24
    assert told == sorted(told)


def test_a_full_disk_is_named() -> None:
    with pytest.raises(DiskFull, match="disk is full"):
        run([*QUIET, "-f", "lavfi", "-i", "testsrc2=d=1", "-f", "rawvideo", "file:/dev/full"], timeout_s=30)


def test_a_failure_says_what_ffmpeg_said() -> None:
    with pytest.raises(MediaError, match="No such file") as caught:
        run([*QUIET, "-i", "file:/nowhere.mp4", "-f", "null", "-"], timeout_s=30)

    assert "nowhere.mp4" in caught.value.log


def test_a_wrong_setting_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEME_FFMPEG", "/nowhere/ffmpeg")

    with pytest.raises(MediaError, match=r"ffmpeg was not found; .*SCENEME_FFMPEG names '/nowhere/ffmpeg'"):
        find_ffmpeg()


def test_the_setting_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "my ffmpeg"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("SCENEME_FFMPEG", str(program))

    assert find_ffmpeg() == program


def test_the_packaged_program_is_used_when_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCENEME_FFMPEG", raising=False)

    assert "imageio_ffmpeg" in str(find_ffmpeg())
