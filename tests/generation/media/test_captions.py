from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.media.captions import (
    MAX_WORDS,
    READABLE_MS,
    CaptionLayout,
    phrases,
    shot_events,
    to_ass,
    to_srt,
    to_vtt,
)
from generation.media.formats import SHAPES, format_for
from generation.media.timeline import CaptionWord, Clip, PictureClip, Timeline

WIDE = format_for("16:9", "draft")
TALL = format_for("9:16", "draft")


def said(text: str, *, start_ms: int = 0, each_ms: int = 300) -> tuple[CaptionWord, ...]:
    return tuple(
        CaptionWord(word, start_ms + index * each_ms, start_ms + index * each_ms + each_ms - 20)
        for index, word in enumerate(text.split(" "))
    )


def texts(words: tuple[CaptionWord, ...]) -> list[str]:
    return [" ".join(word.text for word in phrase.words) for phrase in phrases(words, WIDE)]


def film(words: tuple[CaptionWord, ...], *frames: int, shift_ms: int = 0) -> Timeline:
    """Shots of these lengths; with a shift, after one more shot that long."""
    lead = round(Fraction(shift_ms, 1000) * WIDE.rate)
    lengths = ([lead] if lead else []) + list(frames)
    starts = [sum(lengths[:index]) for index in range(len(lengths))]
    placed = tuple(PictureClip(Clip("a", None, ""), start, count) for start, count in zip(starts, lengths, strict=True))
    moved = tuple(CaptionWord(word.text, word.start_ms + shift_ms, word.end_ms + shift_ms) for word in words)
    return Timeline(WIDE.rate, placed, words=moved)


@settings(max_examples=40)
@given(
    lengths=st.lists(st.integers(1, 24), min_size=1, max_size=40),
    gaps=st.lists(st.integers(0, 900), min_size=40, max_size=40),
)
def test_every_word_is_shown_once_and_in_order(lengths: list[int], gaps: list[int]) -> None:
    words, at = [], 0
    for number, length in enumerate(lengths):
        at += gaps[number]
        words.append(CaptionWord("w" * length, at, at + 200))
        at += 200

    divided = phrases(words, TALL)

    assert [word for phrase in divided for word in phrase.words] == words
    for phrase in divided:
        assert len(phrase.words) <= MAX_WORDS
        assert sum(phrase.lines) == len(phrase.words)
        assert len(phrase.lines) <= 2


def test_a_phrase_ends_at_punctuation_rather_than_inside_a_clause() -> None:
    words = said("When the storm came, the keeper lit the lamp. Nobody saw it.")

    divided = texts(words)

    assert divided == ["When the storm came,", "the keeper lit the lamp.", "Nobody saw it."]


def test_a_phrase_does_not_end_on_a_word_that_leans_on_the_next() -> None:
    divided = texts(said("and nobody in the harbour knew why."))

    assert divided == ["and nobody in the harbour", "knew why."]


def test_a_phrase_ends_at_a_long_pause() -> None:
    words = said("one two three") + said("four five six", start_ms=1600)

    divided = texts(words)

    assert divided == ["one two three", "four five six"]


def test_no_word_stands_alone_when_another_is_near() -> None:
    divided = texts(said("No. I will not go there with you tonight, captain."))

    assert all(len(phrase.split()) > 1 for phrase in divided)


def test_a_word_far_from_all_others_stands_alone_long_enough_to_be_read() -> None:
    (phrase,) = phrases([CaptionWord("No.", 1000, 1100)], WIDE)

    assert phrase.end_ms - phrase.start_ms == READABLE_MS


def test_phrases_never_overlap() -> None:
    divided = phrases(said("a b c d e f g h i j k l m n o p q r s t", each_ms=90), WIDE)

    for before, after in itertools.pairwise(divided):
        assert before.end_ms <= after.start_ms


def test_a_shot_that_moves_keeps_its_captions() -> None:
    words = said("The keeper climbed the stairs, and the lamp went out.", start_ms=400)

    here = shot_events(film(words, 100), WIDE)[-1]
    there = shot_events(film(words, 100, shift_ms=7000), WIDE)[-1]

    assert here
    assert here == there


def test_a_shot_placed_between_frames_keeps_its_captions_where_it_moves_to() -> None:
    words = said("The keeper climbed the stairs.", start_ms=7021)
    shifted = said("The keeper climbed the stairs.", start_ms=7038)
    lead = PictureClip(Clip("lead", None, ""), 0, 168)

    first, second = (
        shot_events(
            Timeline(WIDE.rate, (lead, PictureClip(Clip("a", None, ""), 168, 60, start_ms=start_ms)), words=placed),
            WIDE,
        )[1]
        for start_ms, placed in ((7000, words), (7017, shifted))
    )

    assert first
    assert first == second


def test_a_phrase_that_runs_over_a_cut_goes_on_in_the_next_shot() -> None:
    words = said("one two three four", each_ms=500)

    before, after = shot_events(film(words, 30, 40), WIDE)

    assert before[-1].end == 30
    assert before[-1].lit == 2
    assert (after[0].start, after[0].lit) == (0, 2)
    assert after[0].lines == before[-1].lines
    assert (after[1].start, after[1].lit) == (6, 3)


def test_one_word_is_lit_at_any_time() -> None:
    (events,) = shot_events(film(said("one two three four five six seven"), 80), WIDE)

    for before, after in itertools.pairwise(events):
        assert before.end <= after.start
    document = to_ass(events, WIDE)
    lines = [line for line in document.splitlines() if line.startswith("Dialogue")]
    assert len(lines) == 7
    assert all(line.count(r"{\c&H3CC8FF&}") == 1 for line in lines)


def test_what_looks_like_an_order_is_shown_as_text() -> None:
    words = (CaptionWord("{\\an8}", 0, 300), CaptionWord("<i>a</i>\n&", 300, 600), CaptionWord("b-->c", 600, 900))
    (events,) = shot_events(film(words, 48), WIDE)
    shown = phrases(words, WIDE)

    ass, srt, vtt = to_ass(events, WIDE), to_srt(shown), to_vtt(shown)

    dialogue = ass[ass.index("Dialogue") :]
    assert "{\\an8}" not in dialogue.replace("\\{", "(")
    assert "\\an8" not in dialogue
    assert "<i>" not in srt
    assert "{\\an8}" not in srt
    assert srt.count("-->") == vtt.count("-->") == len(shown)
    assert "&lt;i&gt;a&lt;/i&gt; &amp;" in vtt


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    shown = phrases((CaptionWord("a\x00b\ud800", 0, 900), CaptionWord("\x1b", 900, 1000)), WIDE)

    assert to_srt(shown).encode().splitlines()[2] == b"a b"
    assert len(shown) == 1


def test_a_family_of_signs_stays_together() -> None:
    family = "👩\u200d👧"

    (phrase,) = phrases((CaptionWord(family, 0, 900),), WIDE)

    assert phrase.words[0].text == family


def test_subtitle_files_are_numbered_and_timed() -> None:
    shown = phrases(said("Hello there, friend.", start_ms=3_661_004), WIDE)

    assert to_srt(shown).startswith("1\n01:01:01,004 --> 01:01:02,134\nHello there, friend.\n")
    assert to_vtt(shown).startswith("WEBVTT\n\n01:01:01.004 --> 01:01:02.134\nHello there, friend.\n")


def test_a_film_without_words_has_empty_captions() -> None:
    assert shot_events(film((), 10), WIDE) == [[]]
    assert to_srt([]) == ""
    assert to_vtt([]) == "WEBVTT\n"


@pytest.mark.parametrize("shape", SHAPES)
def test_captions_stay_inside_the_safe_zone(shape: str) -> None:
    fmt = format_for(shape, "full")

    layout = CaptionLayout.of(fmt)

    assert layout.bottom >= fmt.safe_zone.bottom * fmt.height
    assert layout.right >= round(fmt.safe_zone.right * fmt.width)
    assert layout.left == layout.right


def test_a_word_wider_than_the_line_is_made_smaller() -> None:
    words = (CaptionWord("Donaudampfschifffahrtsgesellschaftskapitän", 0, 900),)
    (events,) = shot_events(replace(film(words, 30), rate=TALL.rate), TALL)

    dialogue = to_ass(events, TALL).splitlines()[-1]

    size = int(dialogue.split(r"{\fs")[1].split("}")[0])
    assert 0 < size < CaptionLayout.of(TALL).font_size


def test_a_shot_shows_every_phrase_that_reaches_into_it() -> None:
    text = "Nobody came back. The wind went on, over the harbour and the empty boats, all night long. "
    words = said((text * 4).strip(), each_ms=217)
    long = film(words, *(frames for length in range(1, 40) for frames in (length, 41 - length)))

    shown = phrases(words, WIDE)

    one_by_one = [shot_events(long, WIDE, [phrase]) for phrase in shown]
    assert shot_events(long, WIDE, shown) == [
        list(itertools.chain(*events)) for events in zip(*one_by_one, strict=True)
    ]
