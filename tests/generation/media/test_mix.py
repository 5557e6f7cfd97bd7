from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.media.errors import BrokenMedia
from generation.media.loudness import SILENT, integrated_loudness, true_peak
from generation.media.mix import mix, sample_count
from generation.media.runner import run
from generation.media.sound import limit, master, read_sound
from generation.media.timeline import Clip, PictureClip, SoundClip, Timeline, TimeRange, Track

from .samples import QUIET, SMALL, make_wav, tone

FRAMES = 24 * 8
RATE = 48_000


def placed(path: Path, start_ms: int = 0, **facts: object) -> SoundClip:
    return SoundClip(Clip(path.name, path, path.name), start_ms, **facts)  # type: ignore[arg-type]


def film(
    *, speech: list[SoundClip] | None = None, music: list[SoundClip] | None = None,
    effects: list[SoundClip] | None = None, frames: int = FRAMES, rate: Fraction = SMALL.rate,
) -> Timeline:  # fmt: skip
    picture = (PictureClip(Clip("a", None, ""), 0, frames),)
    heard, played, added = (Track(tuple(clips or ())) for clips in (speech, music, effects))
    return Timeline(rate, picture, speech=heard, music=played, effects=added)


def level(sound: NDArray[np.float32], start_s: float, end_s: float, pitch: float) -> float:
    """How much of a pitch is heard, in dB."""
    part = sound[round(start_s * RATE) : round(end_s * RATE), 0]
    wave = np.exp(-2j * np.pi * pitch * np.arange(len(part)) / RATE)
    return float(20 * np.log10(2 * abs(np.mean(part * wave * np.hanning(len(part)) * 2)) + 1e-9))


@pytest.mark.parametrize(("frames", "rate"), [(1, Fraction(24)), (101, Fraction(30000, 1001)), (7, Fraction(25))])
def test_the_mix_has_the_length_of_the_film(frames: int, rate: Fraction) -> None:
    film_without_sound = film(frames=frames, rate=rate)

    assert len(mix(film_without_sound)) == sample_count(film_without_sound) == round(frames / rate * RATE)


def test_music_gives_way_while_somebody_speaks(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(2, pitch=300, rate=24_000), 24_000)
    music = make_wav(tmp_path / "music.wav", tone(8, pitch=1000, rate=44_100), 44_100)

    sound = mix(film(speech=[placed(voice, 3000)], music=[placed(music)]))

    before, during, after = (level(sound, start, end, 1000) for start, end in ((1, 2), (3.5, 4.5), (6, 6.4)))
    assert during - before == pytest.approx(-11, abs=0.5)
    assert after == pytest.approx(before, abs=0.5)
    # Out of the way before the first word.
    assert level(sound, 2.9, 3.0, 1000) < before - 4


def test_music_lies_under_speech_however_loud_both_came(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(3, pitch=1000, level=0.1))
    music = make_wav(tmp_path / "music.wav", tone(8, pitch=1200, level=0.35))

    sound = mix(film(speech=[placed(voice)], music=[placed(music)]))

    assert level(sound, 1, 2, 1000) - level(sound, 1, 2, 1200) == pytest.approx(20, abs=3)


def test_music_fades_at_the_end_of_the_film(tmp_path: Path) -> None:
    music = make_wav(tmp_path / "music.wav", tone(20, pitch=1000))

    sound = mix(film(music=[placed(music)]))

    assert level(sound, 7.6, 7.8, 1000) < level(sound, 4, 5, 1000) - 10
    assert float(np.abs(sound[-1]).max()) < 0.001


def test_short_music_is_repeated_for_as_long_as_it_is_wanted(tmp_path: Path) -> None:
    music = make_wav(tmp_path / "music.wav", tone(2, pitch=1000))

    sound = mix(film(music=[placed(music, duration_ms=8000)]))

    heard = [level(sound, at, at + 0.2, 1000) for at in (0.5, 2.5, 4.5, 5.5)]
    assert max(heard) - min(heard) < 3


def test_speech_starts_when_it_is_placed_whatever_its_rate(tmp_path: Path) -> None:
    click = np.zeros(22_050)
    click[11_025:11_047] = 0.9
    voice = make_wav(tmp_path / "voice.wav", click, 22_050)

    sound = mix(film(speech=[placed(voice, 1250)]))

    assert int(np.argmax(np.abs(sound[:, 0]))) / RATE == pytest.approx(1.75, abs=0.001)


def test_only_the_source_range_is_heard(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", np.concatenate([tone(1, pitch=500), tone(1, pitch=2000)]))
    clip = Clip("voice", voice, "voice", TimeRange(1000, 500))

    sound = mix(film(speech=[SoundClip(clip, 0)]))

    assert level(sound, 0.1, 0.4, 2000) > level(sound, 0.1, 0.4, 500) + 30
    assert not sound[RATE // 2 + 100 :].any()


def test_gain_is_added_to_what_the_mix_decides(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(3, pitch=700))

    plain = mix(film(speech=[placed(voice)]))
    softer = mix(film(speech=[placed(voice, gain_db=-6.0)]))

    assert level(softer, 1, 2, 700) - level(plain, 1, 2, 700) == pytest.approx(-6, abs=0.01)


def test_a_sound_that_starts_before_the_film_or_ends_after_it_is_cut(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(3))

    sound = mix(film(speech=[placed(voice, -1000), placed(voice, 7000), placed(voice, 60_000)]))

    assert len(sound) == FRAMES * 2000
    assert level(sound, 0.5, 1.5, 440) > -60


def test_a_file_without_sound_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"nothing")

    with pytest.raises(BrokenMedia, match=r"Sound “bad\.wav” cannot be used"):
        mix(film(effects=[placed(bad)]))


@pytest.mark.parametrize("gain", [0.02, 0.5, 4.0])
def test_mastering_comes_to_the_target_under_the_ceiling(gain: float) -> None:
    rng = np.random.default_rng(5)
    swell = (1.2 + np.sin(np.arange(6 * RATE) / RATE * 5))[:, np.newaxis]
    sound = (rng.standard_normal((6 * RATE, 2)) * 0.1 * swell * gain).astype(np.float32)

    mastered = master(sound)

    assert integrated_loudness(mastered.samples) == pytest.approx(-14, abs=0.3)
    assert true_peak(mastered.samples) <= -1.4


def test_the_limiter_leaves_quiet_sound_alone() -> None:
    sound = np.stack([tone(1, level=0.2)] * 2, axis=1).astype(np.float32)

    assert limit(sound, -1.0) is sound


def test_the_limiter_holds_peaks_between_the_samples() -> None:
    between = 0.99 * np.sin(2 * np.pi * 12_000 * np.arange(RATE) / RATE + np.pi / 4) * np.sqrt(2)
    sound = np.stack([between] * 2, axis=1).astype(np.float32)

    limited = limit(sound, -3.0)

    assert true_peak(limited[RATE // 10 : -RATE // 10]) <= -2.85


def test_silence_stays_silence() -> None:
    silence = np.zeros((RATE, 2), np.float32)

    mastered = master(silence)

    assert mastered.loudness_lufs == SILENT
    assert not mastered.samples.any()


@pytest.mark.parametrize("channels", [1, 2])
def test_sound_is_read_at_one_rate(tmp_path: Path, channels: int) -> None:
    wav = make_wav(tmp_path / "a.wav", tone(1, rate=8000), 8000)

    sound = read_sound(wav, channels=channels)

    assert sound.shape == (RATE, channels)
    assert level(sound, 0.1, 0.9, 440) > -20


def test_a_damaged_moment_in_a_song_does_not_lose_the_song(tmp_path: Path) -> None:
    wav = make_wav(tmp_path / "a.wav", tone(3))
    song = tmp_path / "a.mp3"
    run([*QUIET, "-i", str(wav), "-c:a", "libmp3lame", str(song)], timeout_s=30)
    content = bytearray(song.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 600] = b"\x55" * 600
    song.write_bytes(content)

    sound = read_sound(song, channels=2)

    assert len(sound) > 2.8 * RATE
    assert level(sound, 0.2, 1.0, 440) == pytest.approx(level(sound, 2.0, 2.8, 440), abs=1)
