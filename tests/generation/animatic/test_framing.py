"""Shots are composed like shots: the right part of people in the picture, whatever its shape."""

from __future__ import annotations

from typing import Any

import pytest

from generation.providers.animatic.drawing.framing import Framing, Stature, frame
from generation.providers.animatic.drawing.moves import way
from generation.providers.animatic.drawing.scene import build_stage
from generation.providers.animatic.drawing.sizes import GROWN, SIZES
from generation.providers.animatic.drawing.stage import OVERSCAN, View, between, place

SHAPES = {"wide": (1280, 720), "tall": (720, 1280), "square": (960, 960)}
MOVES = ["hold", "push_in", "pull_out", "pan_left", "pan_right", "tilt_up", "tilt_down", "handheld", "crane", ""]
JACK = {"name": "Jack", "position": "left", "facing": "right"}
MIA = {"name": "Mia", "position": "right", "facing": "left"}
TOM = {"name": "Tom", "position": "center", "facing": "camera"}
ADULT, CHILD = Stature(), Stature(height=4.15, head_y=-3.6)


def composed(*cast: dict[str, Any], shape: str = "wide", **staging: Any) -> Framing:
    return frame({"cast": list(cast), **staging}, [ADULT] * len(cast), *SHAPES[shape])


def head_of(framing: Framing, index: int = 0, stature: Stature = ADULT) -> tuple[float, float]:
    spot = framing.spots[index]
    return spot.x + stature.head_x * spot.unit, spot.y + stature.head_y * spot.unit


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [size for size in SIZES if size not in {"insert"}])
def test_heads_are_inside_the_picture(size: str, count: int, shape: str) -> None:
    width, height = SHAPES[shape]

    framing = composed(*[{**TOM, "name": str(index)} for index in range(count)], size=size, shape=shape)

    for index, spot in enumerate(framing.spots):
        x, y = head_of(framing, index)
        assert 0.4 * spot.unit < x < width - 0.4 * spot.unit
        assert y - 0.6 * spot.unit > 0
        assert y < height * 0.75


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("size", ["extreme_wide", "wide", "full"])
def test_wide_and_full_shots_show_people_from_head_to_feet(size: str, count: int, shape: str) -> None:
    height = SHAPES[shape][1]

    framing = composed(*[{**TOM, "name": str(index)} for index in range(count)], size=size, shape=shape)

    assert all(spot.y < height and spot.y - ADULT.crown * spot.unit > 0 for spot in framing.spots)


def test_a_medium_shot_cuts_at_the_waist_and_a_close_one_at_the_shoulders() -> None:
    shown = {}
    for size in ("medium", "close", "extreme_close"):
        spot = composed(JACK, size=size).spots[0]
        shown[size] = ADULT.crown - (spot.y - 720) / spot.unit

    assert 2.3 < shown["medium"] < 3.7
    assert 1.5 < shown["close"] < 2.3
    assert 0.9 < shown["extreme_close"] < 1.5


def test_a_person_fills_a_third_to_a_half_of_a_wide_shot() -> None:
    spot = composed(JACK, size="wide").spots[0]

    assert 720 / 3 < spot.unit * ADULT.height < 720 / 2


def test_sizes_grow_from_wide_to_close() -> None:
    units = [composed(JACK, size=size).spots[0].unit for size in SIZES if size != "insert"]

    assert units == sorted(units)


def test_who_looks_right_has_room_on_the_right() -> None:
    right, left = composed({**TOM, "facing": "right"}, size="close"), composed({**TOM, "facing": "left"}, size="close")

    assert head_of(right)[0] < 640 < head_of(left)[0]


def test_people_stand_where_the_plan_puts_them() -> None:
    framing = composed(MIA, TOM, JACK, size="full")

    places = {spot.index: spot.x for spot in framing.spots}
    assert places[2] < places[1] < places[0]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", ["wide", "full", "medium"])
def test_two_people_do_not_cover_each_other(size: str, shape: str) -> None:
    framing = composed(JACK, MIA, size=size, shape=shape)

    first, second = framing.spots
    assert abs(first.x - second.x) > 1.2 * first.unit


def test_someone_in_the_back_is_smaller_and_higher_up() -> None:
    framing = composed(JACK, {**MIA, "position": "back"}, size="wide")

    back, front = framing.spots
    assert (back.index, front.index) == (1, 0)
    assert back.unit < front.unit
    assert back.y < front.y


def test_a_close_shot_is_of_the_one_who_speaks() -> None:
    framing = composed(JACK, {**MIA, "speaking": True}, size="close")

    assert [spot.index for spot in framing.spots] == [1]


def test_a_close_shot_is_of_the_focus_before_the_one_who_speaks() -> None:
    framing = composed({**JACK, "name": "Jack Kane"}, {**MIA, "speaking": True}, size="close", focus="Jack")

    assert [spot.index for spot in framing.spots] == [0]


def test_a_child_alone_has_its_head_where_a_grown_person_has_it() -> None:
    child = frame({"cast": [TOM], "size": "medium"}, [CHILD], 1280, 720)
    grown = frame({"cast": [TOM], "size": "medium"}, [ADULT], 1280, 720)

    assert head_of(child, stature=CHILD)[1] == pytest.approx(head_of(grown)[1], abs=30)


def test_over_the_shoulder_puts_the_other_one_large_before_the_camera() -> None:
    framing = composed(JACK, {**MIA, "speaking": True}, size="medium", angle="over_shoulder")

    assert [spot.index for spot in framing.spots] == [1]
    assert framing.shoulder is not None
    assert framing.shoulder.index == 0
    assert framing.shoulder.unit > framing.spots[0].unit
    assert (framing.shoulder.x < 640) != (framing.spots[0].x < 640)


def test_over_the_shoulder_of_nobody_is_a_plain_shot() -> None:
    framing = composed(JACK, size="medium", angle="over_shoulder")

    assert framing.shoulder is None
    assert len(framing.spots) == 1


def test_a_low_angle_lowers_the_horizon_and_a_high_one_raises_it() -> None:
    low, eye, high = (composed(JACK, size="wide", angle=angle).horizon for angle in ("low", "eye", "high"))

    assert low > eye > high


def test_an_insert_shows_the_thing_and_no_people() -> None:
    framing = composed(JACK, size="insert", props=["letter"])

    assert framing.insert
    assert framing.spots == ()


def test_an_insert_on_a_person_is_a_close_shot() -> None:
    framing = composed(JACK, MIA, size="insert", focus="Mia", props=["letter"])

    assert not framing.insert
    assert [spot.index for spot in framing.spots] == [1]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("size", SIZES)
def test_no_move_shows_the_edge_of_a_layer(size: str, move: str, shape: str) -> None:
    width, height = SHAPES[shape]
    framing = composed(JACK, MIA, size=size, move=move, shape=shape)

    for step in range(5):
        view = between(framing.start, framing.end, step / 4)
        for depth in (0.0, 0.04, 0.25, 0.5, 0.72, 1.0, 1.3, 1.6):
            shown = place(depth, view, width, height)
            for length, offset in ((width, shown.dx), (height, shown.dy)):
                margin = (OVERSCAN - 1) / 2 * length
                assert offset - margin * shown.scale <= 0
                assert offset + (length + margin) * shown.scale >= length


def test_every_move_moves_and_goes_where_its_word_says() -> None:
    ends = {move: way(move, (0.4, 0.3)) for move in MOVES}

    assert all(start != end for start, end in ends.values())
    assert ends["push_in"][1].zoom > ends["push_in"][0].zoom
    assert ends["pull_out"][1].zoom < ends["pull_out"][0].zoom
    assert ends["pan_left"][1].x < ends["pan_left"][0].x
    assert ends["tilt_up"][1].y < ends["tilt_up"][0].y


def test_everybody_in_the_shot_has_a_layer_of_their_own() -> None:
    staging = {"set": {"kind": "park"}, "size": "wide", "cast": [JACK, MIA, TOM]}

    stage = build_stage(staging, 320, 180)

    assert sorted(layer.person for layer in stage.layers if layer.person) == ["Jack", "Mia", "Tom"]
    assert stage.layers[0].depth < 0.2


@pytest.mark.parametrize(
    "staging",
    [
        {},
        {"set": None, "cast": None, "props": None, "style": 3},
        {"set": "a bar", "cast": ["Jack", {}], "size": "huge", "angle": "sideways", "move": "fly"},
        {"set": {"kind": 7, "interior": "yes"}, "time_of_day": "noon", "weather": "hail"},
        {"size": "insert"},
        {"size": "close"},
    ],
)
def test_odd_stagings_are_still_staged(staging: dict[str, Any]) -> None:
    stage = build_stage(staging, 320, 180)

    assert stage.layers


HATTED = Stature(head=(-1.0, 1.0), top=-GROWN - 0.45)
REACHING = Stature(bust=(-0.6, 1.9), whole=(-0.6, 1.9))


def shares_seen(view: View, *edges: float) -> bool:
    """Tell whether (left, top, right, bottom), shares of the picture, are all in `view` where people stand."""
    left, top, right, bottom = edges
    half = 0.5 / view.zoom
    return view.x - half <= left and right <= view.x + half and view.y - half <= top and bottom <= view.y + half


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("size", ["wide", "full"])
def test_no_move_cuts_off_head_or_feet_in_a_wide_shot(size: str, move: str, shape: str) -> None:
    width, height = SHAPES[shape]
    for angle in ("eye", "low", "top"):
        framing = frame(
            {"cast": [JACK, MIA], "size": size, "move": move, "angle": angle}, [HATTED, HATTED], width, height
        )

        for spot in framing.spots:
            top, feet = (spot.y - HATTED.crown * spot.unit) / height, spot.y / height
            left, right = (spot.x - 0.6 * spot.unit) / width, (spot.x + 0.6 * spot.unit) / width
            assert shares_seen(framing.start, left, top, right, feet)
            assert shares_seen(framing.end, left, top, right, feet)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("size", ["medium", "close"])
def test_hats_stay_in_the_picture(size: str, move: str, shape: str) -> None:
    width, height = SHAPES[shape]

    framing = frame({"cast": [TOM], "size": size, "move": move}, [HATTED], width, height)

    (spot,) = framing.spots
    top, chin = (spot.y - HATTED.crown * spot.unit) / height, (spot.y + (HATTED.head_y + 0.5) * spot.unit) / height
    for view in (framing.start, framing.end):
        assert shares_seen(view, 0.5, top, 0.5, chin)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", ["wide", "full", "medium"])
def test_an_arm_that_points_is_in_the_picture(size: str, shape: str) -> None:
    width, height = SHAPES[shape]

    framing = frame({"cast": [TOM, {**MIA, "facing": "right"}], "size": size}, [ADULT, REACHING], width, height)

    for spot, stature in zip(framing.spots, (ADULT, REACHING), strict=True):
        assert spot.x + stature.bust[0] * spot.unit > -0.02 * width
        assert spot.x + stature.bust[1] * spot.unit < 1.02 * width


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", ["medium", "close", "full"])
def test_who_is_before_the_camera_does_not_cover_the_other_face(size: str, shape: str) -> None:
    width, height = SHAPES[shape]

    framing = frame(
        {"cast": [JACK, {**MIA, "speaking": True}], "size": size, "angle": "over_shoulder"},
        [HATTED, ADULT], width, height,
    )  # fmt: skip

    (spot,) = framing.spots
    assert framing.shoulder is not None
    assert abs(framing.shoulder.x - spot.x) > 0.5 * spot.unit + HATTED.head[1] * framing.shoulder.unit * 0.8


@pytest.mark.parametrize("shape", SHAPES)
def test_a_kneeling_child_beside_a_grown_person_keeps_its_face_over_the_captions(shape: str) -> None:
    width, height = SHAPES[shape]
    kneeling = Stature(height=4.15, head_y=-2.4)

    framing = frame({"cast": [JACK, MIA], "size": "medium"}, [ADULT, kneeling], width, height)

    spot = next(spot for spot in framing.spots if spot.index == 1)
    assert spot.y + (kneeling.head_y + 0.5) * spot.unit < height * 0.88


def test_an_insert_of_nothing_is_a_wide_shot_of_the_set() -> None:
    framing = composed(size="insert")

    assert not framing.insert
    assert framing.nearness == 1.0
