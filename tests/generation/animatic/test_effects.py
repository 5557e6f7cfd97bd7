"""What the local sound effects promise, measured on the file they leave."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray

from generation.providers.animatic.effects import AnimaticEffects
from generation.providers.animatic.sound.foley_beds import BEDS
from generation.providers.animatic.sound.foley_lexicon import NAMES
from generation.providers.animatic.sound.foley_rhythms import RHYTHMS
from generation.providers.animatic.sound.foley_words import loudness_of, sounds_named
from generation.providers.animatic.sound.spots import SPOTS
from generation.providers.base import EffectsRequest, Finished, SoundCue, Unsupported

RATE = 48_000

Stereo = NDArray[np.float64]


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEME_PROCESSES", "0")


def made(sounds: tuple[str, ...], folder: Path, duration_ms: int = 4_000, seed: int = 1) -> Finished:
    return AnimaticEffects("effects", {}).submit(EffectsRequest("", sounds, duration_ms, seed=seed), folder)


def staged(folder: Path, *cues: tuple[str, int], duration_ms: int = 5_000, seed: int = 1, **words: Any) -> Finished:
    request = EffectsRequest(
        "", (), duration_ms, cues=tuple(SoundCue(sound, at) for sound, at in cues), seed=seed, **words
    )
    return AnimaticEffects("effects", {}).submit(request, folder)


def heard(sound: Stereo, at_ms: int, *, for_ms: int = 400) -> Stereo:
    return sound[at_ms * 48 : (at_ms + for_ms) * 48]


def brightness(sound: Stereo) -> float:
    power = np.square(np.abs(np.fft.rfft(sound.mean(axis=1))))
    return float((np.fft.rfftfreq(len(sound), 1 / RATE) * power).sum() / power.sum())


def read(path: Path) -> Stereo:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32768


def level(sound: Stereo) -> float:
    return float(10 * np.log10(np.mean(np.square(sound)) + 1e-12))


@pytest.mark.parametrize("name", [*BEDS, *RHYTHMS])
def test_every_bed_is_heard_and_stays_under_the_voices(name: str, tmp_path: Path) -> None:
    finished = made((name,), tmp_path)

    sound = read(finished.path)
    assert finished.details["unknown"] == []
    assert len(sound) == 4_000 * 48
    assert np.abs(sound).max() <= 10 ** (-6 / 20)
    assert level(sound) > -56
    assert np.abs(sound.mean(axis=0)).max() < 0.002
    assert np.mean(sound[:, 0] * sound[:, 1]) > 0.3 * np.sqrt(np.prod(np.mean(np.square(sound), axis=0)))


@pytest.mark.parametrize("name", SPOTS)
def test_every_spot_is_one_event_of_sensible_length(name: str) -> None:
    sound = SPOTS[name](np.random.default_rng(1))

    assert sound.dtype == np.float32
    assert sound.ndim == 1
    assert np.isfinite(sound).all()
    assert 0.05 < np.abs(sound).max() < 5
    assert 0.05 < len(sound) / RATE < 7


@pytest.mark.parametrize(
    "name",
    [
        "door slam",
        "gunshot",
        "glass shatters",
        "telephone ring",
        "dog barks",
        "footsteps",
        "sword clash",
        "car horn",
        "camera shutter",
        "thunder",
        "knock on the door",
        "punch",
    ],
)
def test_a_cue_is_heard_at_its_moment(name: str, tmp_path: Path) -> None:
    mono = read(staged(tmp_path, (name, 2_000), place="library", interior=True).path).mean(axis=1)

    loud = np.sqrt(np.convolve(np.square(mono), np.full(96, 1 / 96), "same"))
    quiet = loud[24_000 : 1_990 * 48].max()
    begins = np.argmax(loud[1_900 * 48 :] > max(2 * quiet, 0.1 * loud.max())) / 48 + 1_900

    assert 1_990 < begins < 2_020


def test_every_cue_of_a_scene_is_heard_and_told(tmp_path: Path) -> None:
    finished = staged(tmp_path, ("a door slams", 1_000), ("glass breaks", 2_500), ("late", 90_000), place="office")

    sound = read(finished.path)
    assert finished.details["cues"] == [
        {"sound": "door slam", "at_ms": 1_000},
        {"sound": "glass break", "at_ms": 2_500},
    ]
    assert finished.details["unknown"] == ["late"]
    assert level(heard(sound, 1_000)) > level(heard(sound, 400)) + 10
    assert brightness(heard(sound, 2_500)) > 3 * brightness(heard(sound, 1_000))


def test_a_cue_stays_well_below_a_voice_and_above_the_room(tmp_path: Path) -> None:
    sounds = ("door slam", "footsteps", "paper", "gunshot", "telephone", "whisper")
    for name in sounds:
        sound = read(staged(tmp_path, (name, 1_000), place="office", interior=True).path)

        moment = pyloudnorm.Meter(RATE, block_size=0.4).integrated_loudness(sound[44_000:96_000])
        assert -38 < moment < -19, name


def test_a_sound_happens_differently_each_time(tmp_path: Path) -> None:
    sound = read(staged(tmp_path, ("punch", 1_000), ("punch", 3_000), place="office").path)

    first, second = heard(sound, 1_000), heard(sound, 3_000)
    alike = np.sum(first * second) / np.sqrt(np.sum(first**2) * np.sum(second**2))
    assert abs(alike) < 0.9


def test_a_distant_sound_is_duller_and_softer(tmp_path: Path) -> None:
    near = heard(read(staged(tmp_path, ("gunshot", 1_000), place="office").path), 1_000)
    far = heard(read(staged(tmp_path, ("a distant gunshot", 1_000), place="office").path), 1_000)

    assert level(far) < level(near) - 4
    assert brightness(far) < brightness(near)


@pytest.mark.parametrize(
    "place", ["office", "bar", "street", "forest", "beach", "underwater", "space ship", "train", "library", ""]
)
def test_a_place_has_a_quiet_sound_of_its_own(place: str, tmp_path: Path) -> None:
    sound = read(staged(tmp_path, ("gloopwobble", 0), place=place, interior=True, duration_ms=2_500).path)

    assert -50 < pyloudnorm.Meter(RATE).integrated_loudness(sound) < -35


def test_places_sound_different_from_each_other(tmp_path: Path) -> None:
    places = ("office", "bar", "street", "forest", "beach", "underwater", "train", "desert", "river", "factory")
    colours = {}
    for place in places:
        sound = read(staged(tmp_path, ("gloopwobble", 0), place=place).path).mean(axis=1)
        power = np.square(np.abs(np.fft.rfft(sound)))
        bands = [
            part.sum()
            for part in np.array_split(power[: 8 * len(power) // 24], np.geomspace(20, 7_900, 12).astype(int))
        ]
        colours[place] = 10 * np.log10(np.array(bands[1:]) / power.sum() + 1e-9)

    for number, place in enumerate(places):
        for other in places[number + 1 :]:
            assert np.abs(colours[place] - colours[other]).mean() > 0.8, (place, other)


def test_a_forest_has_birds_by_day_and_crickets_by_night(tmp_path: Path) -> None:
    for folder in ("day", "night"):
        (tmp_path / folder).mkdir()
    request = EffectsRequest("They wait at midnight.", (), 6_000, place="forest", seed=2)

    day = read(staged(tmp_path / "day", ("gloopwobble", 0), duration_ms=6_000, place="forest", seed=2).path)
    night = read(AnimaticEffects("effects", {}).submit(request, tmp_path / "night").path)

    assert brightness(night) != pytest.approx(brightness(day), rel=0.1)


def test_rain_is_heard_through_the_roof_inside(tmp_path: Path) -> None:
    inside, outside = (
        read(
            AnimaticEffects("effects", {})
            .submit(EffectsRequest("", ("rain",), 4_000, place=place, interior=interior), tmp_path)
            .path
        )
        for place, interior in (("bedroom", True), ("street", False))
    )

    assert brightness(inside) < 0.6 * brightness(outside)


def test_a_scene_without_a_place_or_a_sound_is_a_quiet_room(tmp_path: Path) -> None:
    request = EffectsRequest("Two people think.", (), 3_000, interior=True)

    sound = read(AnimaticEffects("effects", {}).submit(request, tmp_path).path)

    assert -50 < pyloudnorm.Meter(RATE).integrated_loudness(sound) < -40


def test_there_are_words_for_everything_and_hundreds_of_them() -> None:
    words = {word for names in NAMES.values() for word in names.split("|") if word}

    assert set(NAMES) == {*SPOTS, *BEDS, *RHYTHMS}
    assert len(SPOTS) >= 200
    assert len(words) > 1_000


@pytest.mark.parametrize("name", ["rain", "wind", "fire", "stream", "traffic"])
def test_a_bed_goes_on_for_the_whole_scene(name: str, tmp_path: Path) -> None:
    sound = read(made((name,), tmp_path, duration_ms=12_000).path)

    seconds = [level(part) for part in np.array_split(sound[RATE // 4 : -RATE // 4], 12)]

    assert max(seconds) - min(seconds) < 9
    assert -35.5 < pyloudnorm.Meter(RATE).integrated_loudness(sound) < -29


def test_a_long_bed_goes_on_without_a_seam_and_never_repeats(tmp_path: Path) -> None:
    sound = read(made(("rain",), tmp_path, duration_ms=40_000).path)

    jumps = np.abs(np.diff(sound, axis=0)).max(axis=1)
    seam = 30 * RATE
    assert jumps[seam - 50 : seam + 50].max() <= np.quantile(jumps, 0.9999)
    around = [level(sound[seam + at * RATE // 4 : seam + (at + 1) * RATE // 4]) for at in range(-6, 6)]
    assert max(around) - min(around) < 4
    early, late = sound[2 * RATE : 3 * RATE, 0], sound[34 * RATE : 35 * RATE, 0]
    assert np.abs(np.corrcoef(early, late)[0, 1]) < 0.1


@pytest.mark.parametrize("name", ["door", "gunshot", "doorbell", "thunder"])
def test_a_spot_sound_comes_later_than_the_cut(name: str, tmp_path: Path) -> None:
    sound = read(made((name,), tmp_path, duration_ms=10_000).path)

    tenths = np.array([level(part) for part in np.array_split(sound, 100)])

    assert tenths[:8].max() < -40
    assert tenths[8:].max() > -34


def test_a_spot_sound_comes_back_in_a_long_scene(tmp_path: Path) -> None:
    sound = read(made(("gunshot",), tmp_path, duration_ms=40_000).path)

    tenths = np.array([level(part) for part in np.array_split(sound, 400)])
    loud = np.flatnonzero(tenths > -32)

    assert 2 <= 1 + np.count_nonzero(np.diff(loud) > 20) <= 4


def test_both_ends_are_faded(tmp_path: Path) -> None:
    sound = read(made(("traffic", "rain"), tmp_path).path)

    assert not sound[0].any()
    assert not sound[-1].any()
    assert level(sound[:240]) < level(sound[RATE : 2 * RATE]) - 12
    assert level(sound[-240:]) < level(sound[RATE : 2 * RATE]) - 12


def test_an_unknown_sound_is_left_out_with_a_sentence_and_never_a_noise(tmp_path: Path) -> None:
    finished = made(("gloopwobble",), tmp_path)

    assert finished.details["unknown"] == ["gloopwobble"]
    assert finished.details["sounds"] == finished.details["cues"] == []
    assert "gloopwobble" in finished.notes[0]
    assert -60 < level(read(finished.path)) < -38


def test_a_known_sound_beside_an_unknown_one_is_still_made(tmp_path: Path) -> None:
    finished = made(("gloopwobble", "heavy rain"), tmp_path)

    assert finished.details["sounds"] == ["rain"]
    assert finished.details["unknown"] == ["gloopwobble"]
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
        ("water dripping", {"drip"}),
        ("storm", {"wind", "rain", "thunder"}),
        ("phone ringing", {"telephone"}),
        ("He slams the door", {"door slam"}),
        ("footsteps on gravel", {"footsteps gravel"}),
        ("running through the snow", {"running snow"}),
        ("a match is struck", {"match"}),
        ("horses galloping", {"hooves"}),
        ("the crowd gasps", {"crowd gasp"}),
        ("keys jingling, then a knock", {"keys", "knock"}),
        ("gloopwobble", set()),
    ],
)
def test_phrases_name_the_sounds_meant(phrase: str, expected: set[str]) -> None:
    assert set(sounds_named(phrase)) == expected


def test_every_sound_answers_to_its_own_name() -> None:
    plurals = {"birds": "bird", "crickets": "cricket", "waves": "wave", "hammer": "hammering"}

    assert all(sounds_named(name) == (plurals.get(name, name),) for name in (*BEDS, *RHYTHMS, *SPOTS))


def test_a_distant_sound_is_softer_than_a_heavy_one() -> None:
    assert loudness_of("distant thunder") < loudness_of("thunder") < loudness_of("heavy thunder")
