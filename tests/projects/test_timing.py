"""Sound is the clock: promises of `projects.timing`, for every film that can be."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects import timing
from projects.timing import Anchor, Heard

THREE_HOURS_MS = 3 * 60 * 60 * 1000
RATES = (Fraction(24), Fraction(25), Fraction(30), timing.NTSC_FILM, timing.NTSC_VIDEO)


@st.composite
def heard_segments(draw: st.DrawFn) -> Heard:
    duration = draw(st.integers(0, 60_000))
    words = draw(st.lists(st.integers(0, max(duration, 1)), max_size=12).map(sorted))
    return Heard(draw(st.integers(0, 5_000)), duration, tuple(words))


films = st.lists(heard_segments(), min_size=1, max_size=60)
anchors = st.lists(st.builds(Anchor, st.integers(-2, 80), st.integers(-2, 20)), min_size=1, max_size=60)
cut_points = st.lists(st.integers(0, THREE_HOURS_MS), min_size=1, max_size=400).map(lambda found: [0, *sorted(found)])


@given(films, anchors)
def test_shot_lengths_sum_to_the_film_and_none_is_negative(heard: list[Heard], anchors: list[Anchor]) -> None:
    bounds = timing.shot_bounds(heard, anchors)

    lengths = timing.lengths(bounds)
    assert len(lengths) == len(anchors)
    assert sum(lengths) == timing.film_length(heard)
    assert min(lengths) >= 0
    assert bounds[0] == 0


@given(films)
def test_gaps_belong_to_the_shot_before_them(heard: list[Heard]) -> None:
    one_shot_a_segment = [Anchor(index) for index in range(len(heard))]

    bounds = timing.shot_bounds(heard, one_shot_a_segment)

    starts = timing.segment_starts(heard)
    assert bounds[1:-1] == starts[1:]


@given(cut_points, st.sampled_from(RATES))
def test_the_frame_grid_is_never_off_by_more_than_one_frame(bounds: list[int], rate: Fraction) -> None:
    frames = timing.frame_bounds(bounds, rate)

    for moment, frame in zip(bounds, frames, strict=True):
        assert abs(Fraction(frame) / rate - Fraction(moment, 1000)) <= 1 / rate / 2


@given(cut_points, st.sampled_from(RATES))
def test_shots_on_the_frame_grid_sum_to_the_film_exactly(bounds: list[int], rate: Fraction) -> None:
    frames = timing.frame_bounds(bounds, rate)

    lengths = timing.lengths(frames)
    assert sum(lengths) == timing.frame_at(bounds[-1], rate) - timing.frame_at(bounds[0], rate)
    assert min(lengths) >= 0


@pytest.mark.parametrize("rate", RATES)
def test_a_three_hour_film_ends_on_its_frame(rate: Fraction) -> None:
    end = timing.frame_at(THREE_HOURS_MS, rate)

    assert abs(end / rate - 10_800) <= Fraction(1, 2) / rate


def test_a_shot_can_begin_at_a_word_inside_a_line() -> None:
    heard = [Heard(500, 3000, (0, 400, 1800)), Heard(250, 1000, (0,))]

    bounds = timing.shot_bounds(heard, [Anchor(0), Anchor(0, 2), Anchor(1)])

    assert bounds == [0, 500 + 1800, 500 + 3000 + 250, 500 + 3000 + 250 + 1000 + timing.TAIL_MS]


def test_a_shot_that_points_behind_its_forerunner_gets_no_time_rather_than_less_than_none() -> None:
    heard = [Heard(0, 1000), Heard(0, 1000)]

    bounds = timing.shot_bounds(heard, [Anchor(0), Anchor(1), Anchor(0)])

    assert timing.lengths(bounds) == [1000, 0, 1000 + timing.TAIL_MS]


def test_a_film_without_shots_is_one_stretch() -> None:
    heard = [Heard(100, 900)]

    assert timing.shot_bounds(heard, []) == [0, 1000 + timing.TAIL_MS]
    assert timing.shot_bounds([], []) == [0]
