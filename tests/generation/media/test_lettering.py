from __future__ import annotations

import pytest

from generation.media.fonts import Face, drawable, is_own, missing_scripts
from generation.media.lettering import Type, width
from generation.media.writing import clusters, direction, seen_order

PLAIN = Type(Face(weight=700), 100)


def test_a_line_from_right_to_left_is_seen_in_that_order() -> None:
    words = ["אני", "אוהב", "Star", "Wars", "מאוד"]

    seen = [words[index] for index in seen_order(words, "rtl")]

    assert seen == ["מאוד", "Star", "Wars", "אוהב", "אני"]


def test_a_line_from_left_to_right_turns_only_what_runs_the_other_way() -> None:
    words = ["He", "said", "שלום", "עולם", "twice"]

    seen = [words[index] for index in seen_order(words, "ltr")]

    assert seen == ["He", "said", "עולם", "שלום", "twice"]


def test_a_number_between_words_goes_with_them() -> None:
    words = ["מאוד", "2024", "אוהב"]

    assert [words[index] for index in seen_order(words, "rtl")] == ["אוהב", "2024", "מאוד"]


def test_what_belongs_together_is_never_torn() -> None:
    assert clusters("e\u0301x") == ["e\u0301", "x"]
    assert clusters("👩\u200d👧🇩🇪👍🏽") == ["👩\u200d👧", "🇩🇪", "👍🏽"]


@pytest.mark.parametrize(("text", "way"), [("abc", "ltr"), ("«سلام»", "rtl"), ("12 שלום", "rtl"), ("… 12!", "")])
def test_the_direction_is_that_of_the_first_letter(text: str, way: str) -> None:
    assert direction(text) == way


def test_text_grows_with_its_size_and_its_tracking() -> None:
    assert width("Keeper", PLAIN.sized(200)) == pytest.approx(2 * width("Keeper", PLAIN), rel=0.02)
    assert width("Keeper", Type(PLAIN.face, 100, 0.2)) == pytest.approx(width("Keeper", PLAIN) + 6 * 20, abs=2)


def test_signs_that_no_face_has_are_left_out_and_named() -> None:
    unheard_of = "\U0001f8ff"

    assert drawable(f"a{unheard_of}b") == "ab"
    assert missing_scripts(f"a{unheard_of}") == ["emoji and symbols"]
    assert missing_scripts("plain café") == []


def test_latin_greek_and_cyrillic_need_no_face_of_the_system() -> None:
    assert all(is_own(sign, Face()) for sign in "Füßé Ελλάδα Привет “—”…")
