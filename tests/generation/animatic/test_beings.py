"""Animals and other creatures: the words decide who it is, and legs, wings and faces really move."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import skia

from generation.providers.animatic.drawing.figure.beings import AT_EASE, Being, Motion, being_of, draw_being
from generation.providers.animatic.drawing.figure.beings.species import SPECIES
from generation.providers.animatic.drawing.figure.expressions import EXPRESSIONS
from generation.providers.animatic.drawing.stage import AT_REST, Face

Pixels = npt.NDArray[np.uint8]

UNIT = 14
WIDE, HIGH = 190, 160
FEET = (95, 145)
POSES = ("stand", "sit", "sleep", "walk", "run", "fly", "swim", "fear", "wave", "levitate")


def being(**words: Any) -> Being:
    found = being_of(words)
    if found is None:
        raise AssertionError(f"{words} is a human")
    return found


def drawn(who: Being, face: Face = AT_REST, motion: Motion = AT_EASE) -> Pixels:
    surface = skia.Surface(WIDE, HIGH)
    canvas = surface.getCanvas()
    canvas.translate(*FEET)
    canvas.scale(UNIT, UNIT)
    draw_being(canvas, who, face, motion)
    return np.array(surface.toarray())


def changed(first: Pixels, second: Pixels) -> int:
    return int((first != second).any(axis=2).sum())


@pytest.mark.parametrize("name", SPECIES)
def test_every_kind_is_drawn_whole_with_its_head_where_it_is_said(name: str) -> None:
    who = being(features=name)

    solid = drawn(who)[:, :, 3] > 200

    x, y = round(FEET[0] + who.head_center[0] * UNIT), round(FEET[1] + who.head_center[1] * UNIT)
    assert solid[max(0, y - 3) : y + 3, x - 3 : x + 3].any()
    assert solid.sum() > 25
    assert not solid[:, :2].any()
    assert not solid[:, -2:].any()
    assert not solid[0].any()


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize(
    "name", ["dog", "horse", "crow", "mouse", "monkey", "robot", "ghost", "fish", "bee", "monster", "teapot"]
)
def test_every_pose_is_drawn(name: str, pose: str) -> None:
    pictures = [drawn(being(features=name, pose=pose, facing=facing)) for facing in ("right", "camera", "away")]

    assert all((picture[:, :, 3] > 200).sum() > 40 for picture in pictures)
    assert changed(pictures[0], pictures[1]) > 20


@pytest.mark.parametrize(
    "name",
    ["dog", "cat", "horse", "elephant", "crow", "duck", "monkey", "robot", "spider", "snake", "octopus", "teapot"],
)
def test_a_stride_moves_the_body(name: str) -> None:
    who = being(features=name)

    steps = [drawn(who, motion=Motion(stride=stride, pace=1.0)) for stride in (0.0, 0.25, 0.5)]

    assert changed(steps[0], steps[1]) > 15
    assert changed(steps[1], steps[2]) > 15


@pytest.mark.parametrize("name", ["crow", "bee", "butterfly", "bat", "dragon"])
def test_wings_beat(name: str) -> None:
    who = being(features=name, pose="fly")

    up, down = (drawn(who, motion=Motion(stride=stride, pace=2.0)) for stride in (0.25, 0.75))

    assert changed(up, down) > 40


@pytest.mark.parametrize("name", ["dog", "cat", "fox", "horse", "crow", "mouse"])
def test_a_tail_wags(name: str) -> None:
    who = being(features=name)

    assert changed(drawn(who, motion=Motion(wag=-1)), drawn(who, motion=Motion(wag=1))) > 8


def test_a_stride_returns_to_its_start() -> None:
    who = being(features="dog")

    assert (drawn(who, motion=Motion(0.25, 1.0)) == drawn(who, motion=Motion(1.25, 1.0))).all()


@pytest.mark.parametrize("name", ["dog", "cat", "horse", "owl", "fish", "monster", "ghost", "robot", "frog", "teapot"])
def test_faces_speak_blink_and_feel(name: str) -> None:
    calm = drawn(being(features=name))

    speaking, blinking = (drawn(being(features=name), face) for face in (Face(mouth=1.0), Face(blink=1.0)))
    moods = [drawn(being(features=name, expression=word)) for word in EXPRESSIONS if word != "neutral"]

    assert changed(calm, speaking) > 3
    assert changed(calm, blinking) > 3
    assert all(changed(calm, mood) > 0 for mood in moods)


@pytest.mark.parametrize(
    ("entry", "species"),
    [
        ({"features": "fox, clever eyes", "wears": "green waistcoat"}, "fox"),
        ({"name": "Rex the dog"}, "dog"),
        ({"role": "talking crow", "name": "Edgar"}, "crow"),
        ({"description": "a black cat with a white paw"}, "cat"),
        ({"features": "polar bear"}, "polarbear"),
        ({"features": "small round robot"}, "roundbot"),
        ({"features": "golden retriever"}, "dog"),
        ({"role": "teapot", "name": "Mrs. Pott"}, "teapot"),
        ({"name": "Grum", "role": "monster"}, "monster"),
        ({"features": "bunny"}, "rabbit"),
    ],
)
def test_words_decide_the_species(entry: dict[str, Any], species: str) -> None:
    assert being(**entry).species == species


@pytest.mark.parametrize(
    "entry",
    [
        {"name": "Detective Fox", "wears": "grey coat", "hair": "short brown"},
        {"name": "Robin Swift", "sex": "female", "wears": "blue dress"},
        {"name": "Tom", "role": "dog walker"},
        {"name": "Anna", "role": "horse whisperer", "features": "freckles"},
        {"name": "Stella", "features": "star tattoo"},
        {"name": "Mia", "wears": "dinosaur pyjamas"},
        {},
    ],
)
def test_people_stay_people(entry: dict[str, Any]) -> None:
    assert being_of(entry) is None


def test_colours_and_patterns_are_obeyed() -> None:
    black, white = (drawn(being(features="cat", hair=f"{colour} fur")) for colour in ("black", "white"))
    plain, striped = (being(features=f"{word}cat") for word in ("", "striped "))

    assert white[white[:, :, 3] > 200][:, :3].mean() > black[black[:, :, 3] > 200][:, :3].mean() + 80
    assert (plain.coat.pattern, striped.coat.pattern) == ("", "stripes")


@pytest.mark.parametrize("wears", ["red scarf", "top hat", "round glasses", "green waistcoat", "red cape", "bow tie"])
@pytest.mark.parametrize("name", ["dog", "monkey", "mouse"])
def test_clothes_are_worn(name: str, wears: str) -> None:
    assert changed(drawn(being(features=name)), drawn(being(features=name, wears=wears))) > 6


def test_whoever_wears_a_waistcoat_goes_upright_in_every_pose() -> None:
    stances = {being(features="fox", wears="green waistcoat", pose=pose).stance for pose in POSES}

    assert stances == {"upright"}


def test_sizes_are_right_beside_each_other() -> None:
    tall = {name: being(features=name).height for name in ("mouse", "cat", "dog", "horse", "elephant", "giraffe")}

    assert sorted(tall, key=lambda name: tall[name]) == list(tall)
    assert tall["mouse"] > 0.4
    assert tall["giraffe"] < 8.4


def test_a_young_one_is_smaller() -> None:
    assert being(features="bear cub").height < being(features="bear").height


def test_monsters_are_not_twins_but_each_is_always_the_same() -> None:
    names = ("Grum", "Zed", "Fuzz", "Mip", "Lulu", "Bob")
    looks = {name: drawn(being(features=f"monster, {name}")).tobytes() for name in names}

    assert len(set(looks.values())) >= 4
    assert drawn(being(features="monster, Grum", pose="stand")).tobytes() == looks["Grum"]


def test_odd_words_do_no_harm() -> None:
    who = being(features="dog", pose=["?"], expression=7, wears={"a": 1}, facing=None, holds=3.5)

    assert (drawn(who)[:, :, 3] > 0).any()
