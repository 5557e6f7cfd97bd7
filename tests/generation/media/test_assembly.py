from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from generation.media.assembly import assemble
from generation.media.errors import BrokenMedia, MediaError
from generation.media.runner import run
from generation.media.timeline import CaptionWord, Clip, SoundClip, Timeline, Track, Transition

from .samples import QUIET, SMALL, heard, luminance, make_clip, make_still, make_wav, shots, tone


def cuts(folder: Path, *, count: int = 40, rate: Fraction = SMALL.rate) -> Timeline:
    """Many short shots of a few different clips, some dissolving, one still missing."""
    files = [
        make_clip(folder / "a.mp4", source="testsrc2=s=320x240:r=30000/1001:d=0.5", sound=True),
        make_still(folder / "b.png", "teal", (90, 160)),
        make_clip(folder / "c.mkv", "-c:v", "libx264", "-preset", "ultrafast", source="testsrc2=s=64x64:r=60:d=0.3"),
        None,
    ]
    lengths = [5, 1, 13, 1, 1, 24, 2]
    film = shots(*((files[index % 4], lengths[index % 7]) for index in range(count)), rate=rate)
    picture = tuple(
        replace(shot, clip=replace(shot.clip, key=f"{shot.clip.key}{index}"),
                transition=Transition(3) if index % 5 == 3 else None)
        for index, shot in enumerate(film.picture)
    )  # fmt: skip
    words = tuple(CaptionWord(text, 100 + 250 * n, 320 + 250 * n) for n, text in enumerate(["Nobody", "came", "back."]))
    return replace(film, picture=picture, words=words)


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(30000, 1001)])
def test_forty_shots_come_out_exact_to_the_frame(tmp_path: Path, rate: Fraction) -> None:
    film, fmt = cuts(tmp_path, rate=rate), replace(SMALL, rate=rate)

    made = assemble(film, fmt, tmp_path / "film.mp4", tmp_path / "cache")

    times, _ = luminance(tmp_path / "film.mp4")
    assert times == [Fraction(index) / rate for index in range(film.frames)]
    assert made.frames == film.frames
    assert made.encoded_segments + made.reused_segments == 40
    # Every picture and every sound decodes without a complaint.
    run([*QUIET, "-xerror", "-i", str(tmp_path / "film.mp4"), "-f", "null", "-"], timeout_s=60)


def test_one_changed_shot_costs_one_encode(tmp_path: Path) -> None:
    film = cuts(tmp_path, count=8)
    first = assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")
    shot = film.picture[4]
    changed = replace(shot, clip=replace(shot.clip, key="a new take", media=make_still(tmp_path / "new.png", "red")))
    cut = replace(film, picture=(*film.picture[:4], changed, *film.picture[5:]))

    again = assemble(cut, SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert first.encoded_segments == 8
    assert (again.encoded_segments, again.reused_segments) == (1, 7)


def test_a_segment_that_was_damaged_is_made_again(tmp_path: Path) -> None:
    film = cuts(tmp_path, count=3)
    assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")
    damaged = next((tmp_path / "cache" / "segments").iterdir())
    damaged.write_bytes(damaged.read_bytes()[:200])

    again = assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert again.encoded_segments == 1


def test_a_change_of_picture_does_not_mix_again(tmp_path: Path) -> None:
    voice = Clip("voice", make_wav(tmp_path / "v.wav", tone(1)), "voice")
    still = make_still(tmp_path / "a.png", "gray")
    film = replace(shots((still, 24)), speech=Track((SoundClip(voice, 0),)))
    first = assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")
    # The voice is gone: only the sound that was kept can be used.
    (tmp_path / "v.wav").unlink()

    again = assemble(
        replace(film, picture=shots((still, 12), (still, 12)).picture), SMALL, tmp_path / "film.mp4", tmp_path / "cache"
    )

    assert again.loudness_lufs == first.loudness_lufs


@pytest.mark.parametrize("suffix", ["aac", "json"])
def test_sound_that_was_kept_in_part_is_made_again(tmp_path: Path, suffix: str) -> None:
    voice = Clip("voice", make_wav(tmp_path / "v.wav", tone(1)), "voice")
    film = replace(shots((make_still(tmp_path / "a.png", "gray"), 24)), speech=Track((SoundClip(voice, 0),)))
    assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")
    (kept,) = (tmp_path / "cache" / "sound").glob(f"*.{suffix}")
    whole = kept.read_bytes()
    kept.write_bytes(whole[:100]) if suffix == "aac" else kept.unlink()

    assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert kept.read_bytes() == whole


def test_a_shot_that_is_seen_twice_is_encoded_once(tmp_path: Path) -> None:
    still = make_still(tmp_path / "a.png", "gray")

    made = assemble(shots((still, 9), (still, 9), (still, 8)), SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert (made.encoded_segments, made.reused_segments) == (2, 1)


def test_the_index_comes_first_and_there_is_no_edit_list(tmp_path: Path) -> None:
    assemble(cuts(tmp_path, count=3), SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    content = (tmp_path / "film.mp4").read_bytes()

    assert b"elst" not in content
    assert content.index(b"moov") < content.index(b"mdat")


def test_the_film_is_what_platforms_ask_for(tmp_path: Path) -> None:
    fmt = replace(SMALL, preset="medium")

    assemble(cuts(tmp_path, count=6), fmt, tmp_path / "film.mp4", tmp_path / "cache")

    with av.open(str(tmp_path / "film.mp4")) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.codec_context.profile, video.codec_context.pix_fmt) == ("High", "yuv420p")
        assert (audio.codec_context.name, audio.codec_context.profile, audio.sample_rate) == ("aac", "LC", 48_000)
        assert audio.codec_context.channels == 2
        assert video.start_time == audio.start_time == 0
        keys = [(packet.pts or 0) // fmt.tick for packet in container.demux(video) if packet.is_keyframe]
    assert max(np.diff([*keys, sum(shot.frames for shot in cuts(tmp_path, count=6).picture)])) <= fmt.gop


def test_a_click_is_heard_when_the_flash_is_seen(tmp_path: Path) -> None:
    black, white = make_still(tmp_path / "black.png", "black"), make_still(tmp_path / "white.png", "white")
    film = shots((black, 37), (white, 1), (black, 30))
    flash = Fraction(37) / SMALL.rate
    click = np.zeros(24_000)
    click[12_000:12_048] = 0.9
    wav = make_wav(tmp_path / "click.wav", click, 24_000)
    film = replace(film, speech=Track((SoundClip(Clip("click", wav, "click"), round(flash * 1000) - 500),)))

    assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    times, light = luminance(tmp_path / "film.mp4")
    sound = np.abs(heard(tmp_path / "film.mp4")[:, 0])
    first = int(np.flatnonzero(sound > sound.max() / 3)[0])
    assert times[int(np.argmax(light))] == flash
    assert abs(first / 48_000 - flash) < 0.010
    assert abs(len(sound) / 48_000 - film.frames / SMALL.rate) < 1024 / 48_000


def test_the_film_has_its_loudness_after_encoding(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    syllables = (np.sin(np.arange(5 * 48_000) / 48_000 * 20) > 0) * rng.standard_normal(5 * 48_000) * 0.1
    voice = Clip("voice", make_wav(tmp_path / "v.wav", syllables), "voice")
    music = Clip("music", make_wav(tmp_path / "m.wav", tone(3, pitch=330)), "music")
    film = replace(
        shots((make_still(tmp_path / "a.png", "gray"), 144)),
        speech=Track((SoundClip(voice, 500),)),
        music=Track((SoundClip(music, 0, duration_ms=6000),)),
    )

    made = assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert made.loudness_lufs == pytest.approx(-14, abs=0.5)
    assert made.true_peak_dbtp is not None
    assert made.true_peak_dbtp <= -1


def test_a_film_without_sound_stays_silent(tmp_path: Path) -> None:
    film = shots((make_still(tmp_path / "a.png", "gray"), 5))

    made = assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert (made.loudness_lufs, made.true_peak_dbtp) == (None, None)
    assert not heard(tmp_path / "film.mp4").any()


@pytest.mark.parametrize("rate", [Fraction(60), Fraction(24)])
def test_a_film_of_one_frame_works(tmp_path: Path, rate: Fraction) -> None:
    wav = make_wav(tmp_path / "v.wav", tone(1))
    film = shots((make_still(tmp_path / "a.png", "gray"), 1), rate=rate)
    film = replace(film, speech=Track((SoundClip(Clip("voice", wav, "v"), 0),)))

    assemble(film, replace(SMALL, rate=rate), tmp_path / "film.mp4", tmp_path / "cache")

    assert luminance(tmp_path / "film.mp4")[0] == [0]


def test_captions_are_written_beside_the_film(tmp_path: Path) -> None:
    assemble(cuts(tmp_path, count=6), SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert "Nobody came back." in (tmp_path / "film.srt").read_text()
    assert (tmp_path / "film.vtt").read_text().startswith("WEBVTT")


def test_captions_are_burned_in_only_where_words_are(tmp_path: Path) -> None:
    film = shots((make_still(tmp_path / "a.png", "black"), 48))
    film = replace(film, words=(CaptionWord("Hello", 1000, 1400), CaptionWord("there.", 1400, 1700)))

    assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    _, light = luminance(tmp_path / "film.mp4")
    assert max(light[:24]) < 0.1
    assert min(light[24:44]) > 0.4


def test_captions_can_be_left_out_of_the_picture(tmp_path: Path) -> None:
    film = shots((make_still(tmp_path / "a.png", "black"), 24))
    film = replace(film, words=(CaptionWord("Hello.", 0, 900),))

    assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache", captions_burned=False)

    assert max(luminance(tmp_path / "film.mp4")[1]) < 1
    assert "Hello." in (tmp_path / "film.srt").read_text()


def test_progress_only_goes_up_and_ends_at_one(tmp_path: Path) -> None:
    told: list[float] = []

    assemble(cuts(tmp_path, count=6), SMALL, tmp_path / "film.mp4", tmp_path / "cache", on_progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 3


def test_progress_is_told_in_the_callers_thread(tmp_path: Path) -> None:
    threads: set[int] = set()
    film = cuts(tmp_path, count=4)

    assemble(
        film,
        SMALL,
        tmp_path / "film.mp4",
        tmp_path / "cache",
        on_progress=lambda _: threads.add(threading.get_ident()),
    )

    assert threads == {threading.get_ident()}


class Cancelled(Exception):
    pass


def cancel(part: float) -> None:
    raise Cancelled


def test_an_assembly_that_is_cancelled_leaves_no_film(tmp_path: Path) -> None:
    film = cuts(tmp_path, count=6)

    with pytest.raises(Cancelled):
        assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache", on_progress=cancel)

    assert not (tmp_path / "film.mp4").exists()
    assert not list((tmp_path / "cache").rglob("*.part*"))


def broken_clip(film: Timeline, bad: Path) -> Timeline:
    shot = film.picture[2]
    return replace(film, picture=(*film.picture[:2], replace(shot, clip=replace(shot.clip, media=bad, key="bad"))))


def broken_sound(film: Timeline, bad: Path) -> Timeline:
    return replace(film, effects=Track((SoundClip(Clip("Thunder", bad, "bad"), 0),)))


@pytest.mark.parametrize(("spoil", "named"), [(broken_clip, "Shot 3"), (broken_sound, "Thunder")])
def test_what_cannot_be_used_is_named(tmp_path: Path, spoil: Callable[[Timeline, Path], Timeline], named: str) -> None:
    bad = tmp_path / "bad.bin"
    bad.write_bytes(b"nothing at all")

    with pytest.raises(BrokenMedia, match=named):
        assemble(spoil(cuts(tmp_path, count=4), bad), SMALL, tmp_path / "film.mp4", tmp_path / "cache")

    assert not (tmp_path / "film.mp4").exists()


def test_a_cut_counted_at_another_rate_is_refused(tmp_path: Path) -> None:
    film = shots((make_still(tmp_path / "a.png", "gray"), 5), rate=Fraction(25))

    with pytest.raises(MediaError, match="25 frames a second and the format has 24"):
        assemble(film, SMALL, tmp_path / "film.mp4", tmp_path / "cache")


def test_an_empty_cut_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="no shots"):
        assemble(Timeline(SMALL.rate, ()), SMALL, tmp_path / "film.mp4", tmp_path / "cache")
