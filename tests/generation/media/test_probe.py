from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from generation.media.errors import BrokenMedia
from generation.media.probe import count_frames, probe
from generation.media.runner import run

from .samples import QUIET, make_clip, make_still, make_wav, tone


def test_a_clip_is_described(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "a.mp4", source="testsrc2=s=320x180:r=30000/1001:d=0.5", sound=True)

    found = probe(clip)

    assert (found.kind, found.width, found.height, found.codec) == ("video", 320, 180, "h264")
    assert found.frames == count_frames(clip) == 15
    assert found.rate == Fraction(30000, 1001)
    assert abs(found.duration_ms - 500) <= 1
    assert found.has_audio
    assert (found.audio_rate, found.channels) == (44_100, 1)


def test_a_turned_clip_is_measured_upright(tmp_path: Path) -> None:
    flat = make_clip(tmp_path / "flat.mp4")
    turned = tmp_path / "turned.mp4"
    run([*QUIET, "-display_rotation", "90", "-i", str(flat), "-c", "copy", str(turned)], timeout_s=30)

    found = probe(turned)

    assert (found.width, found.height) == (90, 160)


def test_odd_pixels_are_made_square(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "a.mp4", source="testsrc2=s=144x96:r=24:d=0.3,setsar=16/15")

    found = probe(clip)

    assert (found.width, found.height, found.stored_width) == (154, 96, 144)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_picture_is_a_still(tmp_path: Path, suffix: str) -> None:
    still = make_still(tmp_path / f"a 100%03d.{suffix}", "red", (40, 30))

    found = probe(still)

    assert (found.kind, found.width, found.height, found.frames) == ("image", 40, 30, 1)


def test_a_sound_is_measured(tmp_path: Path) -> None:
    wav = make_wav(tmp_path / "a.wav", tone(1.5, rate=22_050), 22_050)

    found = probe(wav)

    assert (found.kind, found.duration_ms, found.audio_rate, found.channels) == ("audio", 1500, 22_050, 1)


def test_a_song_with_a_cover_is_a_sound(tmp_path: Path) -> None:
    wav, cover = make_wav(tmp_path / "a.wav", tone(1)), make_still(tmp_path / "a.png", "red")
    song = tmp_path / "a.mp3"
    maps = ["-map", "0", "-map", "1", "-c:v", "copy", "-disposition:v", "attached_pic"]
    run([*QUIET, "-i", str(wav), "-i", str(cover), *maps, str(song)], timeout_s=30)

    assert probe(song).kind == "audio"


@pytest.mark.parametrize("options", [("-movflags", "+faststart"), ()])
def test_a_clip_that_is_cut_off_is_broken(tmp_path: Path, options: tuple[str, ...]) -> None:
    whole = make_clip(tmp_path / "whole.mp4", "-c:v", "libx264", "-preset", "ultrafast", *options)
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 7 // 10])

    with pytest.raises(BrokenMedia, match=r"cut\.mp4"):
        probe(cut)


def test_a_picture_that_is_cut_off_is_broken(tmp_path: Path) -> None:
    whole = tmp_path / "whole.jpg"
    Image.effect_noise((200, 200), 80).save(whole)
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    with pytest.raises(BrokenMedia, match="ends too early"):
        probe(cut)


@pytest.mark.parametrize("content", [b"", b"hello\n" * 100, b"\x00" * 5000])
def test_what_is_no_media_is_broken_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(content)

    with pytest.raises(BrokenMedia, match=r"^film\.mp4 .*\.$"):
        probe(path)


def test_a_missing_file_is_broken(tmp_path: Path) -> None:
    with pytest.raises(BrokenMedia, match="is not there"):
        probe(tmp_path / "gone.mp4")


def test_a_playlist_cannot_make_us_read_other_files(tmp_path: Path) -> None:
    make_clip(tmp_path / "secret.mp4")
    playlist = tmp_path / "clip.mp4"
    playlist.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.mp4\n#EXT-X-ENDLIST\n")
    listing = tmp_path / "other.mp4"
    listing.write_text("ffconcat version 1.0\nfile secret.mp4\n")

    for path in (playlist, listing):
        with pytest.raises(BrokenMedia):
            probe(path)
