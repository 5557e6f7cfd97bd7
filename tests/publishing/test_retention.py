"""Where people leave is laid over the shots that went out."""

from __future__ import annotations

import pytest

from publishing.retention import at, left_at, watched
from publishing.traits import CutShot

SHOTS = [
    CutShot("a", 0, 4_000),
    CutShot("b", 4_000, 10_000),
    CutShot("c", 10_000, 16_000),
    CutShot("d", 16_000, 20_000),
]


def test_a_curve_is_read_between_its_points() -> None:
    curve = [(0.0, 1.0), (0.5, 0.6), (1.0, 0.2)]

    assert at(curve, 0.25) == pytest.approx(0.8)
    assert at(curve, 1.0) == pytest.approx(0.2)
    assert at(curve, 0.0) == 1.0


def test_the_shot_that_loses_most_in_a_second_is_named() -> None:
    curve = [(0.0, 1.0), (0.2, 0.9), (0.5, 0.85), (0.8, 0.40), (1.0, 0.38)]

    worst = left_at(watched(SHOTS, curve))

    assert worst is not None
    assert worst.shot.sha256 == "c"
    assert worst.begin == pytest.approx(0.85)
    assert worst.end == pytest.approx(0.40)


def test_whoever_leaves_at_once_does_not_blame_the_first_shot() -> None:
    curve = [(0.0, 1.0), (0.05, 0.5), (0.2, 0.48), (0.5, 0.40), (1.0, 0.35)]

    worst = left_at(watched(SHOTS, curve))

    assert worst is not None
    assert worst.shot.sha256 == "b"


def test_a_film_that_keeps_everybody_has_no_such_shot() -> None:
    assert left_at(watched(SHOTS, [(0.0, 0.7), (1.0, 0.9)])) is None


def test_without_a_curve_or_shots_nothing_is_said() -> None:
    assert watched([], [(0.0, 1.0)]) == []
    assert watched(SHOTS, []) == []
    assert left_at([]) is None
