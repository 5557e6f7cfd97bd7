from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.media.timeline import Clip, PictureClip, Timeline, Transition, frame_grid

RATES = st.sampled_from([Fraction(24), Fraction(25), Fraction(30), Fraction(24000, 1001), Fraction(30000, 1001)])


def picture(*frames: int) -> tuple[PictureClip, ...]:
    starts = [sum(frames[:index]) for index in range(len(frames))]
    return tuple(PictureClip(Clip("a", None, ""), start, count) for start, count in zip(starts, frames, strict=True))


@given(lengths=st.lists(st.integers(100, 20_000), max_size=200), rate=RATES)
def test_no_cut_is_more_than_half_a_frame_from_its_place(lengths: list[int], rate: Fraction) -> None:
    grid = frame_grid(lengths, rate)

    for index, (start, frames) in enumerate(grid):
        end = Fraction(sum(lengths[: index + 1]), 1000) * rate
        assert abs(start + frames - end) <= Fraction(1, 2)
        assert start == sum(count for _, count in grid[:index])


def test_a_shot_shorter_than_a_frame_gets_one_frame() -> None:
    grid = frame_grid([1, 1, 998], Fraction(24))

    assert grid == [(0, 1), (1, 1), (2, 22)]


def test_a_hole_in_the_picture_is_refused() -> None:
    first, second = picture(10, 5)

    with pytest.raises(ValueError, match="starts at frame 10"):
        Timeline(Fraction(24), (second,))
    assert Timeline(Fraction(24), (first, second)).frames == 15


@given(frames=st.lists(st.integers(1, 300), min_size=1, max_size=60), rate=RATES)
def test_a_film_moved_to_another_rate_keeps_its_shots_and_its_length(frames: list[int], rate: Fraction) -> None:
    film = Timeline(Fraction(24), picture(*frames))

    moved = film.at_rate(rate)

    assert len(moved.picture) == len(film.picture)
    assert abs(moved.frames / rate - film.frames / film.rate) <= Fraction(1, 2) / rate + len(frames) / rate


def test_a_dissolve_keeps_its_length_at_another_rate() -> None:
    first, second = picture(48, 48)
    film = Timeline(Fraction(24), (first, PictureClip(second.clip, 48, 48, transition=Transition(8))))

    moved = film.at_rate(Fraction(30))

    assert moved.picture[1].transition == Transition(10)
    assert [shot.frames for shot in moved.picture] == [60, 60]
