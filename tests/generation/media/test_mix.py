from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.media.errors import BrokenMedia
from generation.media.mix import mix, sample_count
from generation.media.tape import BLOCK, blank_tape
from generation.media.timeline import Clip, PictureClip, SoundClip, Timeline, TimeRange, Track

from .samples import SMALL, make_wav, tone

FRAMES = 24 * 8
RATE = 48_000
# No block of these ends where a sound, a join or another block does, except the one that holds a whole film.
BLOCKS = (RATE * 60, RATE * 10, RATE * 7 + 480 * 31, 480 * 37)


def placed(path: Path, start_ms: int = 0, **facts: object) -> SoundClip:
    return SoundClip(Clip(path.name, path, path.name), start_ms, **facts)  # type: ignore[arg-type]


def film(
    *, speech: list[SoundClip] | None = None, music: list[SoundClip] | None = None,
    effects: list[SoundClip] | None = None, frames: int = FRAMES, rate: Fraction = SMALL.rate,
) -> Timeline:  # fmt: skip
    picture = (PictureClip(Clip("a", None, ""), 0, frames),)
    heard, played, added = (Track(tuple(clips or ())) for clips in (speech, music, effects))
    return Timeline(rate, picture, speech=heard, music=played, effects=added)


def mixed(timeline: Timeline, folder: Path, *, block: int = BLOCK) -> NDArray[np.float32]:
    with blank_tape(folder, channels=2, samples=sample_count(timeline), block=block) as tape:
        mix(timeline, tape, folder)
        return tape.read(0, len(tape))


def level(sound: NDArray[np.float32], start_s: float, end_s: float, pitch: float) -> float:
    """How much of a pitch is heard, in dB."""
    part = sound[round(start_s * RATE) : round(end_s * RATE), 0]
    wave = np.exp(-2j * np.pi * pitch * np.arange(len(part)) / RATE)
    return float(20 * np.log10(2 * abs(np.mean(part * wave * np.hanning(len(part)) * 2)) + 1e-9))


@pytest.mark.parametrize(("frames", "rate"), [(1, Fraction(24)), (101, Fraction(30000, 1001)), (7, Fraction(25))])
def test_the_mix_has_the_length_of_the_film(tmp_path: Path, frames: int, rate: Fraction) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(10))
    talking = film(speech=[placed(voice)], frames=frames, rate=rate)

    assert len(mixed(talking, tmp_path)) == sample_count(talking) == round(frames / rate * RATE)


def test_a_film_without_sound_is_silent(tmp_path: Path) -> None:
    assert not mixed(film(), tmp_path).any()


def test_music_gives_way_while_somebody_speaks(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(2, pitch=300, rate=24_000), 24_000)
    music = make_wav(tmp_path / "music.wav", tone(8, pitch=1000, rate=44_100), 44_100)

    sound = mixed(film(speech=[placed(voice, 3000)], music=[placed(music)]), tmp_path)

    before, during, after = (level(sound, start, end, 1000) for start, end in ((1, 2), (3.5, 4.5), (6, 6.4)))
    assert during - before == pytest.approx(-11, abs=0.5)
    assert after == pytest.approx(before, abs=0.5)
    # Out of the way before the first word.
    assert level(sound, 2.9, 3.0, 1000) < before - 4


def test_music_lies_under_speech_however_loud_both_came(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(3, pitch=1000, level=0.1))
    music = make_wav(tmp_path / "music.wav", tone(8, pitch=1200, level=0.35))

    sound = mixed(film(speech=[placed(voice)], music=[placed(music)]), tmp_path)

    assert level(sound, 1, 2, 1000) - level(sound, 1, 2, 1200) == pytest.approx(20, abs=3)


def test_music_fades_at_the_end_of_the_film(tmp_path: Path) -> None:
    music = make_wav(tmp_path / "music.wav", tone(20, pitch=1000))

    sound = mixed(film(music=[placed(music)]), tmp_path)

    assert level(sound, 7.6, 7.8, 1000) < level(sound, 4, 5, 1000) - 10
    assert float(np.abs(sound[-1]).max()) < 0.001


def test_short_music_is_repeated_for_as_long_as_it_is_wanted(tmp_path: Path) -> None:
    music = make_wav(tmp_path / "music.wav", tone(2, pitch=1000))

    sound = mixed(film(music=[placed(music, duration_ms=8000)]), tmp_path)

    heard = [level(sound, at, at + 0.2, 1000) for at in (0.5, 2.5, 4.5, 5.5)]
    assert max(heard) - min(heard) < 3


def test_speech_starts_when_it_is_placed_whatever_its_rate(tmp_path: Path) -> None:
    click = np.zeros(22_050)
    click[11_025:11_047] = 0.9
    voice = make_wav(tmp_path / "voice.wav", click, 22_050)

    sound = mixed(film(speech=[placed(voice, 1250)]), tmp_path)

    assert int(np.argmax(np.abs(sound[:, 0]))) / RATE == pytest.approx(1.75, abs=0.001)


def test_only_the_source_range_is_heard(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", np.concatenate([tone(1, pitch=500), tone(1, pitch=2000)]))
    clip = Clip("voice", voice, "voice", TimeRange(1000, 500))

    sound = mixed(film(speech=[SoundClip(clip, 0)]), tmp_path)

    assert level(sound, 0.1, 0.4, 2000) > level(sound, 0.1, 0.4, 500) + 30
    assert not sound[RATE // 2 + 100 :].any()


def test_gain_is_added_to_what_the_mix_decides(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(3, pitch=700))

    plain = mixed(film(speech=[placed(voice)]), tmp_path)
    softer = mixed(film(speech=[placed(voice, gain_db=-6.0)]), tmp_path)

    assert level(softer, 1, 2, 700) - level(plain, 1, 2, 700) == pytest.approx(-6, abs=0.01)


def test_a_sound_that_starts_before_the_film_or_ends_after_it_is_cut(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(3))

    sound = mixed(film(speech=[placed(voice, -1000), placed(voice, 7000), placed(voice, 60_000)]), tmp_path)

    assert len(sound) == FRAMES * 2000
    assert level(sound, 0.5, 1.5, 440) > -60


def test_a_file_without_sound_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"nothing")

    with pytest.raises(BrokenMedia, match=r"Sound “bad\.wav” cannot be used"):
        mixed(film(effects=[placed(bad)]), tmp_path)


def long_film(folder: Path) -> Timeline:
    """40 seconds: lines here and there, music shorter than the film, and effects that overlap both ends."""
    rng = np.random.default_rng(11)
    lines = [make_wav(folder / f"{rate}.wav", rng.standard_normal(3 * rate) * 0.1, rate) for rate in (22_050, 24_000)]
    waves = tone(7.3, pitch=330, rate=44_100) + tone(7.3, pitch=50, rate=44_100)
    music = make_wav(folder / "music.wav", waves, 44_100)
    storm = make_wav(folder / "storm.wav", rng.standard_normal((14 * RATE, 2)) * 0.05)
    return film(
        speech=[placed(lines[index % 2], at) for index, at in enumerate((-500, 6900, 9990, 19_995, 21_000, 38_000))],
        music=[placed(music, duration_ms=39_000, gain_db=3.0)],
        effects=[placed(storm, 5000), placed(storm, 18_500, duration_ms=31_000)],
        frames=40 * 24,
    )


@pytest.mark.parametrize("block", BLOCKS[1:])
def test_a_film_sounds_the_same_however_it_is_divided(tmp_path: Path, block: int) -> None:
    whole = mixed(long_film(tmp_path), tmp_path, block=BLOCKS[0])

    divided = mixed(long_film(tmp_path), tmp_path, block=block)

    assert float(np.abs(whole).max()) > 0.1
    assert float(np.abs(divided - whole).max()) < 1e-6


def test_music_that_is_repeated_over_many_blocks_does_not_click(tmp_path: Path) -> None:
    pitch = 300
    music = make_wav(tmp_path / "music.wav", tone(2.5, pitch=pitch))

    sound = mixed(film(music=[placed(music, duration_ms=30_000)], frames=24 * 30), tmp_path, block=480 * 37)

    # A tone of this pitch rises by no more than this from sample to sample, and by twice it where two of them cross.
    steepest = 2 * np.pi * pitch / RATE * float(np.abs(sound[RATE : 2 * RATE]).max())
    assert float(np.abs(np.diff(sound[:, 0])).max()) < 2 * steepest
    assert all(level(sound, at, at + 0.4, pitch) > -30 for at in range(1, 28, 3))


def test_nothing_of_the_mix_is_left_on_the_disk(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(1))

    mixed(film(speech=[placed(voice)], music=[placed(voice)]), tmp_path)

    assert list(tmp_path.iterdir()) == [voice]


def test_sounds_that_meet_cross_without_a_hole_or_a_bump(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, (RATE * 4, 2))
    first, second = (make_wav(tmp_path / f"{name}.wav", noise[::step]) for name, step in (("a", 1), ("b", -1)))
    crossing = film(
        effects=[
            placed(first, duration_ms=3250, fade_out_ms=250),
            placed(second, 3000, duration_ms=3000, fade_in_ms=250),
        ]
    )

    sound = mixed(crossing, tmp_path)[:, 0]

    levels = [float(np.sqrt(np.mean(sound[at : at + 4800] ** 2))) for at in range(RATE * 2, RATE * 4, 4800)]
    assert max(levels) < 1.2 * min(levels)


def test_a_sound_comes_and_goes_over_its_fades(tmp_path: Path) -> None:
    steady = make_wav(tmp_path / "steady.wav", np.stack([tone(4)] * 2, axis=1))
    fading = film(effects=[placed(steady, 1000, duration_ms=3000, fade_in_ms=400, fade_out_ms=800)])

    sound = mixed(fading, tmp_path)

    full = level(sound, 2, 3, 440)
    assert level(sound, 1.0, 1.1, 440) < full - 6
    assert level(sound, 3.9, 4.0, 440) < full - 9
    assert level(sound, 1.5, 1.6, 440) == pytest.approx(full, abs=0.5)


def test_a_line_ends_without_a_click(tmp_path: Path) -> None:
    voice = make_wav(tmp_path / "voice.wav", tone(1, pitch=200.25, level=0.5))

    sound = mixed(film(speech=[placed(voice)]), tmp_path)[:, 0]

    steps = np.abs(np.diff(sound))
    assert steps[RATE - 480 :].max() <= 1.05 * steps[RATE // 2 : RATE // 2 + 480].max()


def test_a_sound_made_for_the_mix_keeps_its_distance_to_the_others_of_its_kind(tmp_path: Path) -> None:
    loud = make_wav(tmp_path / "loud.wav", tone(8, pitch=1000))
    soft = make_wav(tmp_path / "soft.wav", tone(8, pitch=1000) * np.float32(0.1))

    def heard(file: Path, level_lufs: float | None) -> float:
        placing = placed(file) if level_lufs is None else placed(file, level_lufs=level_lufs)
        return level(mixed(film(effects=[placing]), tmp_path), 2, 6, 1000)

    made = [heard(file, -31.0) for file in (loud, soft)]
    measured = [heard(file, None) for file in (loud, soft)]

    assert made[0] - made[1] == pytest.approx(20, abs=0.5)
    assert measured[0] - measured[1] < 15
