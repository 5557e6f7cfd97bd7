from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.media.following import TOP_PUSH, TOP_SPEED, moments, people_table, places, way_of
from generation.media.framing import Box, Follow, Framing, Person, Turn, Window

RATE = Fraction(30)
TALL = Window.of((1920, 1080), (1080, 1920))
FLAT = Window.of((1080, 1920), (1920, 1080))
WINDOWS = [TALL, FLAT, Window.of((1920, 1080), (1080, 1080)), Window.of((1080, 1080), (1080, 1350))]


def face(middle: float, size: float = 0.06) -> Box:
    return (middle - size / 2, 0.2, middle + size / 2, 0.2 + size * 1.5)


def still(name: str, middle: float, size: float = 0.06) -> Person:
    return Person(name, ((0, face(middle, size)),))


def walker(name: str, begins: float, ends: float, seconds: float) -> Person:
    steps = round(seconds * 4)
    boxes = tuple((round(index * 250), face(begins + (ends - begins) * index / steps)) for index in range(steps + 1))
    return Person(name, boxes)


def way(follow: Follow, window: Window = TALL, seconds: float = 4.0) -> Framing:
    frames = round(seconds * RATE)
    table = people_table(follow, window, moments(frames, RATE), 0)
    assert table is not None
    return way_of(table, window, frames, RATE)


def held(box: Box, middle: float, window: Window = TALL) -> bool:
    near, far = window.span(box)
    return middle - window.share / 2 <= near + 1e-9 and far <= middle + window.share / 2 + 1e-9


def test_the_window_rests_on_somebody_who_stays() -> None:
    found = way(Follow((still("Mara", 0.7),)))

    assert found.pans == ()
    assert found.at == pytest.approx(0.7, abs=0.02)


def test_a_face_that_moves_a_little_moves_no_window() -> None:
    nods = Person("Mara", tuple((at * 250, face(0.5 + 0.01 * (-1) ** at)) for at in range(17)))

    assert way(Follow((nods,))).pans == ()


@settings(max_examples=40, deadline=None)
@given(middle=st.floats(0.03, 0.97), size=st.floats(0.02, 0.25))
@pytest.mark.parametrize("window", [TALL, WINDOWS[2]], ids=["tall", "square"])
def test_a_face_that_fits_is_whole(middle: float, size: float, window: Window) -> None:
    left, right = max(0.0, middle - size / 2), min(1.0, middle + size / 2)
    person = Person("Mara", ((0, (left, 0.1, right, 0.4)),))

    found = way(Follow((person,)), window)

    assert held(person.boxes[0][1], found.at, window)


@settings(max_examples=25, deadline=None)
@given(begins=st.floats(0.1, 0.9), ends=st.floats(0.1, 0.9), seconds=st.sampled_from([3.0, 4.5, 6.0]))
def test_a_walker_stays_in_the_window(begins: float, ends: float, seconds: float) -> None:
    walking = walker("Mara", begins, ends, seconds)

    found = way(Follow((walking,)), seconds=seconds)

    for frame in range(round(seconds * RATE)):
        box = walking.box(frame * 1000 / float(RATE))
        assert box is not None
        assert held(box, TALL.inside(found.middle(frame)))


@settings(max_examples=40, deadline=None)
@given(
    middles=st.lists(st.floats(0.02, 0.98), min_size=4, max_size=30),
    window=st.sampled_from(WINDOWS),
    spoken=st.lists(st.tuples(st.integers(0, 6000), st.integers(300, 3000), st.booleans()), max_size=6),
)
def test_no_way_ever_jumps(middles: list[float], window: Window, spoken: list[tuple[int, int, bool]]) -> None:
    wild = Person("Mara", tuple((index * 250, face(middle)) for index, middle in enumerate(middles)))
    turns = tuple(Turn("Tom" if tom else "Mara", at, at + length) for at, length, tom in spoken)
    seconds = len(middles) / 4

    found = way(Follow((wild, still("Tom", 0.9)), turns), window, seconds)

    at = np.array([found.middle(frame) for frame in range(round(seconds * RATE))]) / window.share
    speed = np.diff(at) * float(RATE)
    push = np.diff(speed) * float(RATE)
    assert np.abs(speed).max(initial=0) <= TOP_SPEED + 1e-6
    assert np.abs(push).max(initial=0) <= TOP_PUSH + 1e-6


def test_the_window_goes_from_one_speaker_to_the_other_once() -> None:
    turns = (Turn("Mara", 0, 2000), Turn("Tom", 2300, 5000))

    found = way(Follow((still("Mara", 0.2), still("Tom", 0.8)), turns), seconds=5.0)

    assert len(found.pans) == 1
    assert held(face(0.2), found.middle(30))
    assert held(face(0.8), found.middle(120))


def test_two_who_fit_are_both_seen_whoever_speaks() -> None:
    turns = (Turn("Mara", 0, 2000), Turn("Tom", 2300, 4000))

    found = way(Follow((still("Mara", 0.42), still("Tom", 0.58)), turns))

    assert found.pans == ()
    assert held(face(0.42), found.at)
    assert held(face(0.58), found.at)


def test_of_two_who_say_nothing_the_one_the_shot_is_about_is_seen_else_the_larger() -> None:
    people = (still("Mara", 0.15), still("Tom", 0.85, 0.1))

    about = way(Follow(people, focus="Mara"))
    plain = way(Follow(people))

    assert about.at == pytest.approx(0.16, abs=0.02)
    assert plain.at == pytest.approx(0.84, abs=0.02)


def test_a_word_thrown_in_turns_no_window() -> None:
    turns = (Turn("Mara", 0, 1800), Turn("Tom", 1900, 2200), Turn("Mara", 2300, 4000))

    assert way(Follow((still("Mara", 0.2), still("Tom", 0.8)), turns)).pans == ()


def test_a_head_stands_high_in_a_flat_window() -> None:
    person = Person("Mara", ((0, (0.4, 0.45, 0.6, 0.55)),))

    found = way(Follow((person,)), FLAT)

    top = (0.45 - (found.at - FLAT.share / 2)) / FLAT.share
    assert 0.1 < top < 0.3


def test_nobody_in_sight_is_nobody_to_follow() -> None:
    assert people_table(Follow(), TALL, [100.0], 0) is None


def test_the_rest_of_a_way_goes_on_where_it_was() -> None:
    found = way(Follow((walker("Mara", 0.2, 0.8, 4.0),)))

    rest = found.later(60)

    assert [rest.middle(frame) for frame in range(10)] == pytest.approx([found.middle(60 + n) for n in range(10)])


@pytest.mark.parametrize("window", WINDOWS)
def test_every_place_that_is_weighed_lies_in_the_picture(window: Window) -> None:
    weighed = places(window)

    assert weighed[0] - window.share / 2 >= -1e-9
    assert weighed[-1] + window.share / 2 <= 1 + 1e-9


def test_somebody_who_was_out_of_the_picture_is_not_there_meanwhile() -> None:
    person = Person("Mara", ((0, face(0.1)), (3000, face(0.9))))

    assert person.box(100) == face(0.1)
    assert person.box(1500) is None
    assert person.box(2900) == face(0.9)
