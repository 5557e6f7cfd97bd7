from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from generation.media import ffmpeg
from generation.media.ffmpeg import Fit, Source
from generation.media.probe import Probed

from .samples import SMALL


def source(**facts: object) -> Source:
    look = {"width": 160, "height": 90, "rate": Fraction(24), "matrix": "bt709"} | facts
    probed = Probed(kind="video", reader="mov", codec="h264", duration_ms=1000, **look)  # type: ignore[arg-type]
    return Source(Path("-dash:colon.mp4"), probed, Fit(160, 90, 0, 0, covers=False))


def graph(command: list[str]) -> str:
    return command[command.index("-filter_complex") + 1]


def test_no_file_name_can_be_an_option_or_a_protocol() -> None:
    command = ffmpeg.conform(source(), 10, SMALL, Path("-out.mp4"))

    assert command[0] == "ffmpeg"
    assert "-nostdin" in command
    assert command[command.index("-i") + 1] == "file:-dash:colon.mp4"
    assert "file:-out.mp4" in command
    assert "-out.mp4" not in command


def test_only_plain_media_is_opened() -> None:
    command = ffmpeg.conform(source(), 10, SMALL, Path("out.mp4"))

    before_input = command[: command.index("-i")]
    assert before_input[before_input.index("-protocol_whitelist") + 1] == "file"
    assert "hls" not in before_input[before_input.index("-format_whitelist") + 1]


def test_fewer_frames_are_scaled_whichever_way_the_rate_changes() -> None:
    fast = graph(ffmpeg.conform(source(rate=Fraction(60)), 10, SMALL, Path("out.mp4")))
    slow = graph(ffmpeg.conform(source(rate=Fraction(12)), 10, SMALL, Path("out.mp4")))

    assert fast.index("fps=") < fast.index("scale=")
    assert slow.index("scale=") < slow.index("fps=")


def test_the_film_is_written_for_players_without_edit_lists() -> None:
    command = ffmpeg.join(Path("list"), Path("sound.aac"), SMALL, Path("out.mp4"))

    assert command[command.index("-use_editlist") + 1] == "0"
    assert command[command.index("-movflags") + 1] == "+faststart+negative_cts_offsets"
    assert command[command.index("-c") + 1] == "copy"
