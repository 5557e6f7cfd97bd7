from __future__ import annotations

import itertools

from generation.providers.animatic import mouths
from generation.providers.base import SpokenPart

RATE = 24


def levels(phones: tuple[tuple[str, int, int], ...], speaker: str = "Jack", person: str = "Jack") -> list[float]:
    part = SpokenPart(speaker, 500, 1500, phones)
    return mouths.mouth_levels([part], person, 48, RATE)


def test_an_open_vowel_opens_the_mouth_while_it_sounds_and_not_before() -> None:
    track = levels((("ɑː", 500, 1000),))

    assert set(track[:11]) == {0.0}
    assert max(track[12:24]) == mouths.LEVELS[-1]
    assert set(track[26:]) == {0.0}


def test_lips_meet_on_m_b_and_p() -> None:
    track = levels((("a", 500, 800), ("m", 800, 880), ("a", 880, 1200)))

    assert track[round(0.8 * RATE)] == 0.0
    assert track[round(0.7 * RATE)] > 0
    assert track[round(1.0 * RATE)] > 0


def test_a_wide_vowel_opens_more_than_a_narrow_one() -> None:
    assert mouths.opening("aɪ") > mouths.opening("ɛ") > mouths.opening("u") > mouths.opening("b")


def test_punctuation_and_stress_marks_are_silent() -> None:
    assert [mouths.opening(symbol) for symbol in ("ˈ", " ", ".", "")] == [0, 0, 0, 0]


def test_only_the_speaker_speaks() -> None:
    track = levels((("a", 500, 1500),), speaker="Mia")

    assert set(track) == {0.0}


def test_names_match_whatever_their_case() -> None:
    assert max(levels((("a", 500, 1500),), speaker="JACK ", person="Jack")) > 0


def test_a_voice_off_screen_moves_nobody() -> None:
    assert set(levels((("a", 500, 1500),), speaker="", person="")) == {0.0}


def test_speech_without_known_sounds_still_moves_the_mouth_in_its_time_only() -> None:
    track = levels(())

    assert len(set(track[12:36])) > 1
    assert set(track[:11] + track[38:]) == {0.0}


def test_phones_beyond_the_clip_are_cut_off() -> None:
    assert len(levels((("a", 1900, 9000),))) == 48


def test_people_blink_every_few_seconds_for_a_tenth_of_one() -> None:
    spans = mouths.blinks(["Jack"], 60, seed=4)["Jack"]

    gaps = [after[0] - before[0] for before, after in itertools.pairwise(spans)]
    assert all(3.0 <= gap <= 5.0 for gap in gaps)
    assert all(0.1 <= end - start <= 0.131 for start, end in spans)


def test_no_two_people_blink_at_once() -> None:
    spans = mouths.blinks(["Jack", "Mia", "Tom", "Ida"], 60, seed=4)

    starts = sorted(start for person in spans.values() for start, _ in person)
    assert min(after - before for before, after in itertools.pairwise(starts)) >= 0.25


def test_blinks_are_the_same_every_time() -> None:
    assert mouths.blinks(["Jack", "Mia"], 20, seed=4) == mouths.blinks(["Jack", "Mia"], 20, seed=4)
