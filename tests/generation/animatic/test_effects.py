"""What the local sound effects promise, measured on the file they leave."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray

from generation.providers.animatic.effects import AnimaticEffects
from generation.providers.animatic.sound.foley_beds import BEDS
from generation.providers.animatic.sound.foley_rhythms import RHYTHMS
from generation.providers.animatic.sound.foley_spots import SPOTS
from generation.providers.animatic.sound.foley_words import loudness_of, sounds_named
from generation.providers.base import EffectsRequest, Finished, Unsupported

RATE = 48_000

Stereo = NDArray[np.float64]


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEME_PROCESSES", "0")


def made(sounds: tuple[str, ...], folder: Path, duration_ms: int = 4_000, seed: int = 1) -> Finished:
    return AnimaticEffects("effects", {}).submit(EffectsRequest("", sounds, duration_ms, seed), folder)


def read(path: Path) -> Stereo:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32768


def level(sound: Stereo) -> float:
    return float(10 * np.log10(np.mean(np.square(sound)) + 1e-12))


@pytest.mark.parametrize("name", [*BEDS, *RHYTHMS, *SPOTS])
def test_every_sound_is_heard_and_stays_under_the_voices(name: str, tmp_path: Path) -> None:
    finished = made((name,), tmp_path)

    sound = read(finished.path)
    assert finished.details == {"sounds": [name], "unknown": []}
    assert len(sound) == 4_000 * 48
    assert np.abs(sound).max() <= 10 ** (-6 / 20)
    assert level(sound) > -52
    assert np.abs(sound.mean(axis=0)).max() < 0.002
    assert np.mean(sound[:, 0] * sound[:, 1]) > 0.3 * np.sqrt(np.prod(np.mean(np.square(sound), axis=0)))


@pytest.mark.parametrize("name", ["rain", "wind", "fire", "stream", "traffic"])
def test_a_bed_goes_on_for_the_whole_scene(name: str, tmp_path: Path) -> None:
    sound = read(made((name,), tmp_path, duration_ms=12_000).path)

    seconds = [level(part) for part in np.array_split(sound[RATE // 4 : -RATE // 4], 12)]

    assert max(seconds) - min(seconds) < 9
    assert -31 < pyloudnorm.Meter(RATE).integrated_loudness(sound) < -24


def test_a_long_bed_comes_round_without_a_seam(tmp_path: Path) -> None:
    sound = read(made(("rain",), tmp_path, duration_ms=62_000).path)

    jumps = np.abs(np.diff(sound, axis=0)).max(axis=1)
    seam = 30 * RATE
    assert jumps[seam - 50 : seam + 50].max() <= np.quantile(jumps, 0.9999)
    around = [level(sound[seam + at * RATE // 4 : seam + (at + 1) * RATE // 4]) for at in range(-6, 6)]
    assert max(around) - min(around) < 4


@pytest.mark.parametrize("name", ["door", "gunshot", "doorbell", "thunder"])
def test_a_spot_sound_comes_later_than_the_cut(name: str, tmp_path: Path) -> None:
    sound = read(made((name,), tmp_path, duration_ms=10_000).path)

    tenths = np.array([level(part) for part in np.array_split(sound, 100)])

    assert tenths[:8].max() < -40
    assert tenths[8:].max() > -32


def test_a_spot_sound_comes_back_in_a_long_scene(tmp_path: Path) -> None:
    sound = read(made(("gunshot",), tmp_path, duration_ms=70_000).path)

    tenths = np.array([level(part) for part in np.array_split(sound, 700)])
    loud = np.flatnonzero(tenths > -30)

    assert 2 <= 1 + np.count_nonzero(np.diff(loud) > 20) <= 6


def test_both_ends_are_faded(tmp_path: Path) -> None:
    sound = read(made(("traffic", "rain"), tmp_path).path)

    assert not sound[0].any()
    assert not sound[-1].any()
    assert level(sound[:240]) < level(sound[RATE : 2 * RATE]) - 12
    assert level(sound[-240:]) < level(sound[RATE : 2 * RATE]) - 12


def test_an_unknown_sound_is_a_quiet_room_and_a_sentence(tmp_path: Path) -> None:
    finished = made(("gloopwobble",), tmp_path)

    assert finished.details == {"sounds": ["room tone"], "unknown": ["gloopwobble"]}
    assert "gloopwobble" in finished.notes[0]
    assert -55 < level(read(finished.path)) < -38


def test_a_known_sound_beside_an_unknown_one_is_still_made(tmp_path: Path) -> None:
    finished = made(("gloopwobble", "heavy rain"), tmp_path)

    assert finished.details == {"sounds": ["rain"], "unknown": ["gloopwobble"]}
    assert "left out" in finished.notes[0]


@pytest.mark.parametrize("sounds", [(), ("",), ("  ",)])
def test_no_sounds_at_all_is_refused_in_words(sounds: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="at least one sound"):
        made(sounds, tmp_path)


def test_the_same_request_gives_the_same_bytes_and_another_seed_another_mix(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("first", "again", "other")]
    for folder in folders:
        folder.mkdir()

    files = [
        made(("rain", "footsteps", "bell"), folder, seed=seed).path.read_bytes()
        for folder, seed in zip(folders, (1, 1, 2), strict=True)
    ]

    assert files[0] == files[1]
    assert files[0] != files[2]


@pytest.mark.parametrize("duration_ms", [40, 333, 1_500])
def test_short_scenes_get_their_sound_too(duration_ms: int, tmp_path: Path) -> None:
    sound = read(made(("thunder", "rain", "clock"), tmp_path, duration_ms=duration_ms).path)

    assert len(sound) == duration_ms * 48


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Heavy rain on the window", {"rain"}),
        ("distant church bells", {"bell"}),
        ("rain and thunder", {"rain", "thunder"}),
        ("ocean waves", {"waves"}),
        ("a music box", {"music box"}),
        ("doorbell", {"doorbell"}),
        ("water dripping", {"drip", "stream"}),
        ("storm", {"wind", "rain", "thunder"}),
        ("phone ringing", {"phone"}),
        ("gloopwobble", set()),
    ],
)
def test_phrases_name_the_sounds_meant(phrase: str, expected: set[str]) -> None:
    assert set(sounds_named(phrase)) == expected


def test_every_sound_answers_to_its_own_name() -> None:
    assert all(sounds_named(name) == (name,) for name in (*BEDS, *RHYTHMS, *SPOTS))


def test_a_distant_sound_is_softer_than_a_heavy_one() -> None:
    assert loudness_of("distant thunder") < loudness_of("thunder") < loudness_of("heavy thunder")
