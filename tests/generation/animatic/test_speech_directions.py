from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from generation.providers.animatic.voice.delivery import delivery_of
from generation.providers.animatic.voice.voices import NARRATOR
from generation.providers.animatic.voice.wave import active_level
from generation.providers.base import Finished
from tests.generation.animatic.listening import (
    LINE,
    RATE,
    Samples,
    Say,
    colour,
    decibels,
    pitch_of,
    pitch_range,
    pitches_of,
    power,
    samples_of,
    seconds,
    speaker,
    tilt,
    words_of,
)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Say:
    return speaker(tmp_path_factory.mktemp("directions"))


@pytest.fixture(scope="module")
def neutral(said: Say) -> Samples:
    return samples_of(said())


@pytest.mark.parametrize("voice", ["heart", "deep_man", "girl"])
def test_a_whisper_has_no_pitch_and_keeps_its_words(said: Say, voice: str) -> None:
    spoken, whispered = samples_of(said(voice=voice)), samples_of(said(voice=voice, direction="whispering, afraid"))

    assert len(pitches_of(whispered)) < 0.15 * len(pitches_of(spoken))
    assert decibels(active_level(whispered) / active_level(spoken)) < -3
    # No chest, and all of what tells vowels apart.
    assert (
        power(whispered, 80, 250) - power(whispered, 500, 3000) < power(spoken, 80, 250) - power(spoken, 500, 3000) - 3
    )
    assert _likeness_of_spectra(said, voice) > 0.75


def _likeness_of_spectra(said: Say, voice: str) -> float:
    """How alike the moving spectra of a whispered and a spoken line are, between 500 and 4000 Hz."""
    pace = {"pace": 1 / 0.94}
    spoken = _bands(samples_of(said(voice=voice)))
    whispered = _bands(samples_of(said(voice=voice, direction="whispering", settings=pace)))
    count = min(len(spoken), len(whispered))
    best = max(
        np.corrcoef(spoken[20 : count - 20].ravel(), whispered[20 + at : count - 20 + at].ravel())[0, 1]
        for at in range(-15, 16)
    )
    return float(best)


def _bands(samples: Samples) -> npt.NDArray[np.float64]:
    frames = np.lib.stride_tricks.sliding_window_view(samples, 960)[::240] * np.hanning(960)
    spectra = np.abs(np.fft.rfft(frames, axis=1))[:, 20:160]
    levels = 20 * np.log10(spectra.reshape(len(spectra), 14, 10).mean(axis=2) + 1e-4)
    return np.asarray(levels - levels.mean(axis=0))


@pytest.mark.parametrize("voice", ["heart", "man", "old_woman"])
def test_a_shout_is_louder_brighter_and_higher(said: Say, voice: str) -> None:
    spoken, shouted = samples_of(said(voice=voice)), samples_of(said(voice=voice, direction="yelling over the engine"))

    assert decibels(active_level(shouted) / active_level(spoken)) > 1.5
    assert tilt(shouted) - tilt(spoken) >= 6
    assert pitch_of(shouted) > 1.2 * pitch_of(spoken)
    assert np.abs(shouted).max() < 0.9


@pytest.mark.parametrize(
    ("direction", "least", "most"), [("slowly", 1.2, 1.6), ("in a hurry", 0.7, 0.92), ("tired", 1.1, 1.6)]
)
def test_pace_follows_the_direction(said: Say, neutral: Samples, direction: str, least: float, most: float) -> None:
    length = seconds(said(direction=direction)) * RATE / len(neutral)

    assert least < length < most


def test_excitement_moves_more_and_sadness_less(said: Say, neutral: Samples) -> None:
    excited, sad = samples_of(said(direction="excitedly")), samples_of(said(direction="sadly"))

    assert pitch_range(excited) > 1.15 * pitch_range(neutral) > 1.5 * pitch_range(sad)
    assert pitch_of(excited) > 1.08 * pitch_of(neutral) > 1.12 * pitch_of(sad)
    assert len(excited) < len(neutral) < len(sad)


def test_anger_is_brighter_and_tenderness_softer(said: Say, neutral: Samples) -> None:
    angry, tender = samples_of(said(direction="furious")), samples_of(said(direction="tenderly"))

    assert tilt(angry) > tilt(neutral) + 3
    assert power(tender, 1500, 4000) - power(tender, 60, 1000) < tilt(neutral) - 0.5
    assert active_level(tender) < active_level(neutral) < active_level(angry)


def test_fear_trembles(said: Say) -> None:
    calm, afraid = samples_of(said(direction="deadpan")), samples_of(said(direction="deadpan, trembling with fear"))

    assert _shake(pitches_of(afraid)) > 1.25 * _shake(pitches_of(calm))
    assert pitch_of(afraid) > 1.05 * pitch_of(calm)


def _shake(pitches: npt.NDArray[np.float64]) -> float:
    """How far the pitch is from its own trend, in semitones."""
    steps = 12 * np.log2(pitches)
    bends = np.abs(np.diff(steps, 2))
    return float(np.mean(bends[bends < 4]))


def test_laughter_comes_in_bursts(said: Say, neutral: Samples) -> None:
    assert _burstiness(samples_of(said(direction="laughing"))) > 1.3 * _burstiness(neutral)


def _burstiness(samples: Samples) -> float:
    """The share of the loudness that moves 4 to 5 times a second."""
    level = np.sqrt(np.mean(samples[: len(samples) // 240 * 240].reshape(-1, 240) ** 2, axis=1))
    spectrum = np.abs(np.fft.rfft(level - level.mean())) ** 2
    frequency = np.fft.rfftfreq(len(level), 0.01)
    return float(spectrum[(frequency > 4.2) & (frequency < 5.0)].sum() / spectrum[frequency < 12].sum())


def test_a_telephone_is_narrow(said: Say, neutral: Samples) -> None:
    phone = samples_of(said(direction="over the phone"))

    inside = power(phone, 400, 3000)
    assert power(phone, 40, 150) < inside - 35
    assert power(phone, 5000, 11000) < inside - 30
    assert power(neutral, 5000, 11000) > power(neutral, 400, 3000) - 20
    assert decibels(active_level(phone)) == pytest.approx(-20, abs=1)


def test_a_robot_has_no_melody(said: Say, neutral: Samples) -> None:
    assert pitch_range(samples_of(said(direction="robotic"))) < 0.3 * pitch_range(neutral)


def test_distance_is_quiet_dark_and_rings_on(said: Say, neutral: Samples) -> None:
    distant = samples_of(said(direction="(O.S.)"))

    assert decibels(active_level(distant) / active_level(neutral)) < -3
    assert power(distant, 5000, 10000) < power(neutral, 5000, 10000) - 8
    assert len(distant) > len(neutral) + RATE // 10
    assert np.abs(distant[-24:]).max() < 0.001


def test_what_is_behind_a_door_is_muffled(said: Say) -> None:
    muffled = samples_of(said(direction="through the door"))

    assert power(muffled, 2000, 8000) < power(muffled, 100, 600) - 30


@pytest.mark.parametrize(
    ("phrase", "plain"),
    [
        ("barely above a whisper", "whispering"),
        ("under his breath", "whispers"),
        ("yelling over the engine", "shouting"),
        ("at the top of her lungs", "shouting"),
        ("into phone", "on the phone"),
        ("filtered", "over the telephone"),
        ("(V.O.)", ""),
        ("(CONT'D)", ""),
        ("beat", ""),
        ("not shouting", ""),
        ("to the robot", ""),
        ("to her grandmother", ""),
        ("over the loudspeaker", "on the radio"),
        ("from the next room", "off-screen"),
        ("in a mechanical voice", "robotic"),
        ("voice breaking", "sobbing"),
        ("out of breath", "panting"),
    ],
)
def test_directions_are_understood_as_people_write_them(phrase: str, plain: str) -> None:
    assert delivery_of(NARRATOR, phrase, {}) == delivery_of(NARRATOR, plain, {})


@pytest.mark.parametrize(
    "direction",
    [
        "whisper",
        "shout",
        "slow",
        "fast",
        "excited",
        "sad",
        "afraid",
        "angry",
        "tender",
        "tired",
        "on the phone",
        "robot",
        "laughing",
        "distant",
        "crying",
        "calling out",
        "radio",
        "muffled",
        "echoing",
        "drunk",
        "sarcastic",
        "hoarse",
    ],
)
def test_no_direction_breaks_a_voice(said: Say, direction: str) -> None:
    answer = said("Come here, now!", "old_man", direction=direction)

    samples = samples_of(answer)
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() < 0.9
    assert -27 < decibels(active_level(samples)) < -16
    assert [word for word, _, _ in answer.details["words"]] == ["Come", "here,", "now!"]


@pytest.mark.parametrize(
    ("text", "word"), [("I told *you* to wait here.", "*you*"), ("I told YOU to wait here.", "YOU")]
)
def test_an_emphasised_word_is_longer_louder_and_higher(said: Say, text: str, word: str) -> None:
    plain, stressed = said("I told you to wait here."), said(text)

    before, after = words_of(plain)["you"], words_of(stressed)[word]
    assert after[1] - after[0] > 1.15 * (before[1] - before[0])
    assert _share(stressed, after) > _share(plain, before) + 1
    assert _height(stressed, after) > 1.07 * _height(plain, before)


def _share(answer: Finished, span: tuple[int, int]) -> float:
    """How loud a word is in its sentence, in dB."""
    samples = samples_of(answer)
    word = samples[span[0] * RATE // 1000 : span[1] * RATE // 1000]
    return decibels(float(np.sqrt(np.mean(word**2))) / active_level(samples))


def _height(answer: Finished, span: tuple[int, int]) -> float:
    samples = samples_of(answer)
    around = samples[max(span[0] - 30, 0) * RATE // 1000 : (span[1] + 30) * RATE // 1000]
    return float(np.median(pitches_of(around)))


def test_a_direction_changes_the_colour_of_a_voice_and_not_its_person(said: Say, neutral: Samples) -> None:
    sad, other = colour(samples_of(said(direction="sad"))), colour(samples_of(said(LINE, "deep_man")))

    assert np.linalg.norm(sad - colour(neutral)) < np.linalg.norm(other - colour(neutral))
