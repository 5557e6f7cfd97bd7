from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from generation.providers.animatic.voice.voices import VOICES, voice_for
from generation.providers.animatic.voice.wave import active_level
from tests.generation.animatic.listening import (
    RATE,
    Samples,
    Say,
    colour,
    decibels,
    pitch_of,
    pitch_range,
    pitches_of,
    samples_of,
    seconds,
    speaker,
)

TEXT = "The old father calmly parked the car by the sea. Did you see the blue moon too? We all thought it was good."

KEYS = [voice.key for voice in VOICES]
# What a listener tells apart: a colour this far away, or fewer of it and a pitch three semitones away.
CLEARLY_ANOTHER_COLOUR = 2.0
ANOTHER_COLOUR = 1.4
CLEARLY_ANOTHER_PITCH = 3.0


@pytest.fixture
def say(tmp_path: Path) -> Say:
    return speaker(tmp_path)


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Samples]:
    """Every voice, saying the same."""
    say = speaker(tmp_path_factory.mktemp("voices"))
    return {key: samples_of(say(TEXT, key)) for key in KEYS}


@pytest.mark.parametrize("key", KEYS)
def test_every_voice_is_trimmed_and_brought_to_one_level(heard: dict[str, Samples], key: str) -> None:
    samples = heard[key]

    loud = np.flatnonzero(np.abs(samples) > 0.01) / RATE
    assert decibels(active_level(samples)) == pytest.approx(-20, abs=1)
    assert decibels(float(np.abs(samples).max())) < -1
    assert loud[0] < 0.12
    assert len(samples) / RATE - loud[-1] < 0.2


def test_every_two_voices_are_different_people(heard: dict[str, Samples]) -> None:
    colours = {key: colour(samples) for key, samples in heard.items()}
    pitches = {key: pitch_of(samples) for key, samples in heard.items()}

    alike = []
    for one, other in itertools.combinations(KEYS, 2):
        apart = float(np.linalg.norm(colours[one] - colours[other]))
        higher = abs(12 * np.log2(pitches[one] / pitches[other]))
        if apart < ANOTHER_COLOUR or (apart < CLEARLY_ANOTHER_COLOUR and higher < CLEARLY_ANOTHER_PITCH):
            alike.append((one, other, round(apart, 2), round(higher, 1)))
    assert not alike


def test_voices_are_as_high_as_their_sex_and_age(heard: dict[str, Samples]) -> None:
    pitches = {voice.key: pitch_of(heard[voice.key]) for voice in VOICES}

    def among(sex: str, age: str) -> list[float]:
        return [pitches[v.key] for v in VOICES if (v.sex, v.age) == (sex, age) and v.key not in {"fairy", "giant"}]

    assert max(among("male", "adult")) < min(among("female", "adult"))
    assert max(among("female", "adult")) < min(among("female", "child"))
    assert max(among("male", "adult")) < min(among("male", "teen")) < min(among("male", "child"))
    order = ["giant", "deep_man", "storyteller", "man", "young_man", "heart", "young_woman", "girl"]
    assert all(low * 1.04 < high for low, high in itertools.pairwise(pitches[key] for key in order)), pitches
    assert pitches["heart"] == pytest.approx(190, rel=0.06)
    assert {(v.sex, v.age) for v in VOICES} >= set(
        itertools.product(("female", "male"), ("child", "teen", "adult", "elder"))
    )


@pytest.mark.parametrize("key", [key for key in KEYS if key != "robot"])
def test_a_voice_has_one_pitch_and_no_ghost_of_another(heard: dict[str, Samples], key: str) -> None:
    found = pitches_of(heard[key])

    middle = np.median(found)
    strangers = np.mean((found < middle * 0.6) | (found > middle * 1.8))
    assert strangers < 0.09, key


def test_a_lively_voice_moves_more_than_a_grave_one(heard: dict[str, Samples]) -> None:
    ranges = {key: pitch_range(heard[key]) for key in ("teen_girl", "young_man", "stern_woman", "deep_man")}

    assert min(ranges["teen_girl"], ranges["young_man"]) > 1.25 * max(ranges["stern_woman"], ranges["deep_man"])


def test_small_heads_sound_higher_and_large_ones_lower(heard: dict[str, Samples]) -> None:
    sizes = [_resonances(heard[key], heard["heart"]) for key in ("giant", "deep_man", "man", "heart", "boy")]

    assert all(larger * 1.04 < smaller for larger, smaller in itertools.pairwise(sizes)), sizes


def _resonances(samples: Samples, other: Samples) -> float:
    """How much higher the resonances of a voice are than another's: the stretch that makes them most alike."""
    one, two = _resonance_curve(other), _resonance_curve(samples)
    reach = 45
    middle = one[reach:-reach]
    likeness = [np.corrcoef(middle, two[at : at + len(middle)])[0, 1] for at in range(2 * reach + 1)]
    return float((5500 / 300) ** ((int(np.argmax(likeness)) - reach) / (len(one) - 1)))


def _resonance_curve(samples: Samples) -> npt.NDArray[np.float64]:
    """Levels in wide bands from 300 to 5500 Hz, without their slope."""
    centres = np.geomspace(300, 5500, 240)
    sums = np.concatenate([[0], np.cumsum(np.abs(np.fft.rfft(samples)) ** 2)])
    low, high = (np.rint(centres * 2**width * len(samples) / RATE).astype(int) for width in (-0.22, 0.22))
    levels = 10 * np.log10((sums[high] - sums[low]) / (high - low))
    place = np.arange(len(levels))
    return np.asarray(levels - np.polyval(np.polyfit(place, levels, 2), place))


def test_old_voices_are_breathier_and_slower(say: Say, heard: dict[str, Samples]) -> None:
    assert len(heard["old_man"]) > 1.15 * len(heard["man"])
    assert len(heard["old_woman"]) > 1.15 * len(heard["heart"])
    assert _voice_against_air(heard["old_man"]) < _voice_against_air(heard["storyteller"])
    assert _voice_against_air(heard["soft_woman"]) < _voice_against_air(heard["heart"]) + 1


def _voice_against_air(samples: Samples) -> float:
    """How much of the high part repeats itself from pulse to pulse."""
    spectrum = np.fft.rfft(samples)
    spectrum[: int(1500 * len(samples) / RATE)] = 0
    high = np.fft.irfft(spectrum, len(samples)).astype(np.float32)
    return float(len(pitches_of(high)) / len(pitches_of(samples)))


def test_settings_change_pitch_and_pace(say: Say) -> None:
    plain = say()
    changed = say(settings={"pitch": 0.8, "pace": 0.8, "formant": 0.95, "stability": "another vendor's"})

    assert pitch_of(samples_of(changed)) == pytest.approx(pitch_of(samples_of(plain)) * 0.8, rel=0.08)
    assert seconds(changed) > seconds(plain) * 1.1


@pytest.mark.parametrize(
    ("asked", "got"),
    [("grandmother, kind", "old_woman"), ("a deep male voice", "deep_man"), ("robot", "robot"), ("zzz", "heart")],
)
def test_an_unknown_voice_becomes_the_nearest(asked: str, got: str) -> None:
    voice, _ = voice_for(asked)

    assert voice.key == got


def test_the_user_is_told_of_another_voice(say: Say) -> None:
    answer = say(voice="grandpa")

    assert answer.details["voice"] == "old_man"
    assert answer.notes == ('There is no local voice called "grandpa"; this is "Old man".',)
