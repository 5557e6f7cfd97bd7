from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.media.caption_styles import STYLES, WORD, caption_style
from generation.media.formats import SHAPES, format_for
from generation.media.lettering import width
from generation.media.phrases import (
    READABLE_MS,
    SMALLEST,
    CaptionLayout,
    base_direction,
    caption_type,
    phrases,
    shown_text,
)
from generation.media.timeline import CaptionWord
from generation.media.writing import line_pieces

from .said import TALL, WIDE, said

LONG_GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikbesitzer"
JAPANESE = "昨夜、灯台守は嵐の中でランプを灯した。「誰もいない」と彼は言った。"


def texts(words: tuple[CaptionWord, ...]) -> list[str]:
    return [" ".join(word.text for word in phrase.words) for phrase in phrases(words, WIDE)]


def unbroken(words: tuple[CaptionWord, ...]) -> str:
    return "".join(("" if word.joined else " ") + word.text for word in words).strip()


@settings(max_examples=40)
@given(
    lengths=st.lists(st.integers(1, 40), min_size=1, max_size=40),
    gaps=st.lists(st.integers(0, 900), min_size=40, max_size=40),
    style=st.sampled_from(sorted(STYLES)),
)
def test_every_word_is_shown_once_and_in_order(lengths: list[int], gaps: list[int], style: str) -> None:
    words, at = [], 0
    for number, length in enumerate(lengths):
        at += gaps[number]
        words.append(CaptionWord("w" * length, at, at + 200))
        at += 200

    divided = phrases(words, TALL, STYLES[style])

    everything = tuple(word for phrase in divided for word in phrase.words)
    assert unbroken(everything) == " ".join(word.text for word in words)
    for phrase in divided:
        assert len(phrase.words) <= STYLES[style].most_words
        assert sum(phrase.lines) == len(phrase.words)
        assert len(phrase.lines) <= 2


def test_a_phrase_ends_at_punctuation_rather_than_inside_a_clause() -> None:
    words = said("When the storm came, the keeper lit the lamp. Nobody saw it.")

    assert texts(words) == ["When the storm came,", "the keeper lit the lamp.", "Nobody saw it."]


def test_a_phrase_does_not_end_on_a_word_that_leans_on_the_next() -> None:
    assert texts(said("and nobody in the harbour knew why.")) == ["and nobody in the harbour", "knew why."]


def test_a_phrase_ends_at_a_long_pause() -> None:
    words = said("one two three") + said("four five six", start_ms=1600)

    assert texts(words) == ["one two three", "four five six"]


def test_no_word_stands_alone_when_another_is_near() -> None:
    divided = texts(said("No. I will not go there with you tonight, captain."))

    assert all(len(phrase.split()) > 1 for phrase in divided)


def test_a_word_far_from_all_others_stands_alone_long_enough_to_be_read() -> None:
    (phrase,) = phrases([CaptionWord("No.", 1000, 1100)], WIDE)

    assert phrase.end_ms - phrase.start_ms == READABLE_MS


@pytest.mark.parametrize("style", STYLES)
def test_phrases_never_overlap(style: str) -> None:
    spoken = said("a b c d e f g h i j k l m n o p q r s t", each_ms=90)
    also = said("two people speak at once here", start_ms=200, each_ms=130)

    divided = phrases(spoken + also, WIDE, STYLES[style])

    for before, after in itertools.pairwise(divided):
        assert before.end_ms <= after.start_ms


def test_characters_break_between_lines_and_get_no_blanks() -> None:
    words = (CaptionWord(JAPANESE, 0, 6000),)

    divided = phrases(words, TALL)

    assert len(divided) > 1
    assert "".join(word.text for phrase in divided for word in phrase.words) == JAPANESE
    assert all(word.joined for phrase in divided for word in phrase.words if word is not divided[0].words[0])


def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one() -> None:
    for room in (WIDE, TALL):
        for phrase in phrases((CaptionWord(JAPANESE, 0, 6000),), room):
            for line in phrase.by_line:
                assert line[0].text[0] not in "、。」っ"
                assert line[-1].text[-1] != "「"


def test_characters_take_their_part_of_the_time_of_their_word() -> None:
    pieces = [word for phrase in phrases((CaptionWord("你好世界", 1000, 2000),), WIDE) for word in phrase.words]

    assert [(piece.start_ms, piece.end_ms) for piece in pieces] == [
        (1000, 1250), (1250, 1500), (1500, 1750), (1750, 2000),
    ]  # fmt: skip


def lines(text: str) -> list[str]:
    """The lines of a text that is said as one word."""
    divided = phrases((CaptionWord(text, 0, 3000),), TALL)
    return ["".join(word.text for word in line) for phrase in divided for line in phrase.by_line]


def test_a_word_far_too_long_is_torn_with_hyphens() -> None:
    *torn, last = lines(LONG_GERMAN)

    assert torn
    assert all(line.endswith("-") for line in torn)
    assert "".join(line.removesuffix("-") for line in torn) + last == LONG_GERMAN


def test_an_address_is_torn_at_its_own_signs() -> None:
    address = "www.lighthouse-keepers-of-the-north.example/stories"

    torn = lines(address)

    assert "".join(torn) == address
    assert all(line[-1] in "-./" for line in torn[:-1])


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("shape", SHAPES)
def test_lines_fit_the_safe_zone_at_a_readable_size(style: str, shape: str) -> None:
    fmt, look = format_for(shape, "draft"), STYLES[style]
    room = CaptionLayout.of(fmt, look).room(fmt)
    words = said(f"The {LONG_GERMAN} opened the extraordinarily long Überraschungsmomentsammlung yesterday.")

    for phrase in phrases(words, fmt, look):
        for line in phrase.by_line:
            text = "".join(("" if word.joined else " ") + shown_text(word.text, look) for word in line).strip()
            assert width(text, caption_type(look)) / 100 * SMALLEST <= room * 1.02


def test_pop_shows_a_few_words_at_a_time() -> None:
    divided = phrases(said("When the storm came the keeper lit the lamp"), TALL, STYLES["pop"])

    assert all(len(phrase.words) <= 3 for phrase in divided)


def test_a_family_of_signs_stays_together() -> None:
    family = "👩\u200d👧"

    (phrase,) = phrases((CaptionWord(family, 0, 900),), WIDE)

    assert phrase.words[0].text == family


def test_marks_are_joined_to_their_letters() -> None:
    (phrase,) = phrases((CaptionWord("cafe\u0301", 0, 900),), WIDE)

    assert phrase.words[0].text == "café"


def test_a_phrase_runs_as_its_language_does() -> None:
    mixed = said("Netflix אוהבת קולנוע")

    assert base_direction(mixed, "he") == "rtl"
    assert base_direction(mixed) == "ltr"
    assert base_direction(said("hello there"), "ar-EG") == "ltr"
    assert base_direction(said("2024 !")) == "ltr"


def test_capitals_are_those_of_the_language() -> None:
    assert shown_text("istanbul ılık", STYLES["pop"], "tr") == "İSTANBUL ILIK"
    assert shown_text("straße", STYLES["pop"]) == "STRASSE"
    assert shown_text("straße", WORD) == "straße"


def test_an_unknown_style_is_the_usual_one() -> None:
    assert caption_style("no such style") is caption_style("") is WORD


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("shape", SHAPES)
def test_captions_stay_inside_the_safe_zone(shape: str, style: str) -> None:
    fmt = format_for(shape, "full")

    layout = CaptionLayout.of(fmt, STYLES[style])

    assert layout.bottom >= fmt.safe_zone.bottom * fmt.height
    assert layout.top >= fmt.safe_zone.top * fmt.height
    assert layout.right == layout.left >= round(fmt.safe_zone.right * fmt.width)


def test_a_title_breaks_between_characters_and_at_blanks() -> None:
    assert line_pieces("The  end 終わり") == [("The", False), ("end", False), ("終", False), ("わ", True), ("り", True)]


def test_a_title_stays_with_the_name_it_belongs_to() -> None:
    text = "Rain fell on the windows. Dr. Ines Moreira waited, and Mrs. J. Doyle brought hot chocolate to St. Mary."

    ends = [shown.split()[-1] for shown in texts(said(text))]

    assert not {"Dr.", "Mrs.", "J.", "St."} & set(ends)
