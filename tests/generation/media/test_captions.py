from __future__ import annotations

import itertools
from fractions import Fraction

import pytest

from generation.media.caption_styles import STYLES
from generation.media.captions import shot_events
from generation.media.formats import format_for
from generation.media.phrases import phrases
from generation.media.timeline import Captions, CaptionWord, Clip, PictureClip, Timeline

from .said import TALL, WIDE, film, said


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

    ((before,), (after,)) = shot_events(film(words, 30, 40), WIDE)

    assert (before.start, before.end) == (0, 30)
    assert after.start == 0
    assert [word.text for word in after.lines[0]] == [word.text for word in before.lines[0]]
    assert [word.start for word in after.lines[0]] == [-30, -18, -6, 6]


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(30), Fraction(30000, 1001)])
def test_words_are_lit_within_a_frame_of_being_heard(rate: Fraction) -> None:
    words = said("Nobody came back, and the wind went on over the harbour.", start_ms=1013, each_ms=217)
    shot = PictureClip(Clip("a", None, ""), 0, 200)

    (events,) = shot_events(Timeline(rate, (shot,), words=words), WIDE)

    shown = [word.start for event in events for line in event.lines for word in line]
    heard = [Fraction(word.start_ms) for word in words]
    assert len(shown) == len(heard)
    assert all(abs(frame / rate * 1000 - time) <= 500 / rate for frame, time in zip(shown, heard, strict=True))


@pytest.mark.parametrize("style", STYLES)
def test_never_two_at_once(style: str) -> None:
    words = said("one two three four five six seven") + said("also said at the same time", start_ms=450)

    (events,) = shot_events(film(words, 120, style=style), WIDE)

    for before, after in itertools.pairwise(events):
        assert before.end <= after.start


def test_where_no_word_is_lit_the_times_of_words_change_nothing() -> None:
    early = (CaptionWord("one", 0, 200), CaptionWord("two", 300, 900))
    late = (CaptionWord("one", 0, 200), CaptionWord("two", 500, 900))

    classic = [shot_events(film(words, 40, style="classic"), WIDE) for words in (early, late)]
    lit = [shot_events(film(words, 40, style="word"), WIDE) for words in (early, late)]

    assert classic[0] == classic[1]
    assert lit[0] != lit[1]


def test_a_film_without_words_has_no_captions() -> None:
    assert shot_events(film((), 10), WIDE) == [[]]


def test_a_word_somewhat_wider_than_the_line_is_made_smaller() -> None:
    words = (CaptionWord("Donaudampfschifffahrtskapitän", 0, 900),)

    ((event,),) = shot_events(Timeline(TALL.rate, (PictureClip(Clip("a", None, ""), 0, 30),), words=words), TALL)

    assert 0.6 < event.shrink < 1


def test_captions_of_a_shot_stand_in_one_place() -> None:
    words = said("When the storm came, the keeper lit the lamp. Nobody saw it, and nobody ever came back for him.")
    shot = PictureClip(Clip("a", None, ""), 0, 200, faces=((0.4, 0.7, 0.6, 0.98),))

    (events,) = shot_events(Timeline(WIDE.rate, (shot,), words=words), WIDE)

    assert {event.place for event in events} == {"top"}


def test_captions_that_are_not_wanted_are_not_shown() -> None:
    shot = PictureClip(Clip("a", None, ""), 0, 60, caption_place="none")

    assert shot_events(Timeline(WIDE.rate, (shot,), words=said("Hello there")), WIDE) == [[]]


def test_a_shot_shows_every_phrase_that_reaches_into_it() -> None:
    text = "Nobody came back. The wind went on, over the harbour and the empty boats, all night long. "
    words = said((text * 4).strip(), each_ms=217)
    long = film(words, *(frames for length in range(1, 40) for frames in (length, 41 - length)))

    shown = phrases(words, WIDE)

    one_by_one = [shot_events(long, WIDE, [phrase]) for phrase in shown]
    assert shot_events(long, WIDE, shown) == [
        list(itertools.chain(*events)) for events in zip(*one_by_one, strict=True)
    ]


def test_right_to_left_is_known_from_the_language() -> None:
    words = said("Netflix אוהבת קולנוע")
    shot = PictureClip(Clip("a", None, ""), 0, 60)

    ((event,),) = shot_events(
        Timeline(WIDE.rate, (shot,), words=words, captions=Captions(language="he")), format_for("16:9", "full")
    )

    assert event.base == "rtl"
