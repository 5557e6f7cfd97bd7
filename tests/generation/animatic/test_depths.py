"""A tall picture holds several people one behind the other: large, with clear heads, and where the plan puts them."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import pytest

from generation.providers.animatic.drawing.framing import Framing, Stature, frame

TALL, SQUARE, WIDE = (720, 1280), (960, 960), (1280, 720)
ADULT, CHILD, DOG = Stature(), Stature(height=4.15, head_y=-3.6), Stature(height=2.0, head_y=-1.6)
HATTED = Stature(head=(-1.0, 1.0), top=-5.9)


def person(name: str, position: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "position": position, "facing": "left" if position == "right" else "right", **more}


def framed(
    cast: list[dict[str, Any]], statures: list[Stature], shape: tuple[int, int], size: str = "medium"
) -> Framing:
    return frame({"cast": cast, "size": size}, statures, *shape)


def heads(framing: Framing, statures: list[Stature]) -> dict[int, tuple[float, float, float]]:
    return {spot.index: (spot.x, spot.y + statures[spot.index].head_y * spot.unit, spot.unit) for spot in framing.spots}


PEOPLE = [person("Ann", "left"), person("Cid", "center"), person("Bob", "right")]


@pytest.mark.parametrize(("count", "least"), [(2, 0.18), (3, 0.17)])
def test_people_are_large_in_a_tall_medium_shot(count: int, least: float) -> None:
    cast = PEOPLE[:: 2 if count == 2 else 1]

    framing = framed(cast, [ADULT] * count, TALL)

    assert all(spot.unit >= least * TALL[1] for spot in framing.spots)


@pytest.mark.parametrize("shape", [TALL, SQUARE])
@pytest.mark.parametrize("statures", [[ADULT] * 2, [CHILD, ADULT], [ADULT] * 3, [ADULT, CHILD, ADULT],
                                      [CHILD, ADULT, CHILD], [ADULT] * 4])  # fmt: skip
def test_no_head_covers_another_face(statures: list[Stature], shape: tuple[int, int]) -> None:
    places = ["left", "center", "center", "right"]
    cast = [person(str(index), places[index]) for index in range(len(statures))]

    framing = framed(cast, statures, shape)

    for (ax, ay, a), (bx, by, b) in combinations(heads(framing, statures).values(), 2):
        assert math.hypot((ax - bx) / (0.5 * (a + b)), (ay - by) / (0.56 * (a + b))) > 1.0


@pytest.mark.parametrize("statures", [[ADULT] * 2, [CHILD, ADULT], [ADULT] * 3, [ADULT, HATTED, ADULT]])
def test_eyes_are_about_the_upper_third_and_chins_above_the_captions(statures: list[Stature]) -> None:
    cast = PEOPLE[:: 2 if len(statures) == 2 else 1]

    framing = framed(cast, statures, TALL)

    seen = heads(framing, statures).values()
    assert 0.24 < sum(y for _, y, _ in seen) / len(seen) / TALL[1] < 0.47
    assert max(y + 0.5 * unit for _, y, unit in seen) < 0.70 * TALL[1]


def test_who_is_nearer_is_lower_and_drawn_last() -> None:
    framing = framed([PEOPLE[0], PEOPLE[2]], [ADULT, ADULT], TALL)

    far, near = framing.spots
    assert near.unit > far.unit
    assert near.depth > far.depth
    assert near.y + ADULT.head_y * near.unit > far.y + ADULT.head_y * far.unit


def test_the_shorter_one_stands_before_the_taller_one() -> None:
    framing = framed([person("Cid", "right"), person("Ann", "left", speaking=True)], [CHILD, ADULT], TALL)

    assert framing.spots[-1].index == 0


@pytest.mark.parametrize("shape", [TALL, SQUARE, WIDE])
def test_left_stays_left_whatever_the_shape(shape: tuple[int, int]) -> None:
    places = {spot.index: spot.x for spot in framed(PEOPLE, [ADULT] * 3, shape).spots}

    assert places[0] < places[1] < places[2]


@pytest.mark.parametrize(
    ("cast", "statures"),
    [
        ([person("Ann", "left", gesture="give"), person("Bob", "right")], [ADULT, ADULT]),
        ([person("Ann", "left", pose="hug"), person("Bob", "right", pose="hug")], [ADULT, ADULT]),
        ([person("Ann", "left"), person("Rex", "right")], [ADULT, DOG]),
    ],
)
def test_hands_that_meet_and_dogs_need_people_side_by_side(cast: list[dict[str, Any]], statures: list[Stature]) -> None:
    first, second = framed(cast, statures, TALL).spots

    assert first.unit == second.unit
    assert first.y == second.y


def test_a_wide_picture_keeps_people_side_by_side() -> None:
    framing = framed(PEOPLE, [ADULT] * 3, WIDE)

    assert len({spot.unit for spot in framing.spots}) == 1


def test_three_whole_people_in_a_tall_picture_stand_on_one_ground() -> None:
    framing = framed(PEOPLE, [ADULT] * 3, TALL, "full")

    line = framing.horizon * TALL[1]
    steepness = {round((spot.y - line) / spot.unit, 2) for spot in framing.spots}
    assert len(steepness) == 1
    assert min(spot.unit for spot in framing.spots) > 0.1 * TALL[1]
