"""Any thing that can be drawn can be somebody: with eyes, and a mouth that opens when it speaks."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic.drawing.figure import Figure
from generation.providers.animatic.drawing.figure.beings.thing_faces import FACES, face_place
from generation.providers.animatic.drawing.figure.person import draw_figure
from generation.providers.animatic.drawing.props import DRAWINGS, prop_room
from generation.providers.animatic.drawing.scene import build_stage
from generation.providers.animatic.drawing.stage import Face

ASKED = ["vacuum cleaner", "printer", "ice cream truck", "ship", "lighthouse", "car", "toaster", "clock"]
EVERY_DRAWING = sorted({drawing.word for drawing in DRAWINGS.values()})


def figure_of(**entry: Any) -> Figure:
    return Figure.from_cast({"name": "Sam", **entry})


def picture(figure: Figure, face: Face) -> NDArray[np.uint8]:
    surface = skia.Surface(160, 160)
    canvas = surface.getCanvas()
    canvas.translate(80, 150)
    canvas.scale(140 / figure.height, 140 / figure.height)
    draw_figure(canvas, figure, face)
    return np.array(surface.toarray())


@pytest.mark.parametrize("thing", ASKED)
def test_a_thing_speaks_with_its_own_mouth(thing: str) -> None:
    figure = figure_of(kind=f"thing:{thing}")

    silent, speaking = picture(figure, Face()), picture(figure, Face(mouth=1.0))

    assert figure.being is not None
    assert figure.being.kind == "thing"
    assert (silent != speaking).any(axis=2).sum() > 12


@pytest.mark.parametrize("thing", ASKED)
def test_a_thing_blinks_and_looks_aside(thing: str) -> None:
    figure = figure_of(kind=f"thing:{thing}")

    open_eyes = picture(figure, Face())

    assert (open_eyes != picture(figure, Face(blink=1.0))).any()
    assert (open_eyes != picture(figure, Face(gaze=(1.0, 0.0)))).any()


@pytest.mark.parametrize("word", EVERY_DRAWING[::9])
def test_every_drawing_has_a_place_for_a_face(word: str) -> None:
    x, up, apart = face_place(word, word)
    left, top, right = prop_room(word)

    assert left - 0.1 <= x <= right + 0.1
    assert 0.0 < up <= -top + 0.1
    assert 0.05 < apart < 0.4


@pytest.mark.parametrize(
    ("entry", "drawn"),
    [
        ({"kind": "thing:printer"}, "printer"),
        ({"species": "thing:toaster"}, "toaster"),
        ({"role": "thing:old red bus"}, "old red bus"),
        ({"features": "thing:lighthouse, kind eyes"}, "lighthouse"),
        ({"features": "talking vacuum cleaner"}, "vacuum cleaner"),
        ({"features": "a living clock, rusty"}, "clock"),
        ({"features": "printer machine, talking"}, "printer"),
        ({"features": "truck, talking", "role": "ice cream truck"}, "ice cream truck"),
        ({"features": "ship, talking", "name": "The Old Ship", "role": "talker"}, "old ship"),
    ],
)
def test_words_that_say_which_thing_somebody_is(entry: dict[str, str], drawn: str) -> None:
    being = figure_of(**entry).being

    assert being is not None
    assert being.kind == "thing"
    assert being.stance == drawn


@pytest.mark.parametrize(
    "entry",
    [
        {"role": "ruler", "features": "grey beard"},
        {"role": "printer", "sex": "male", "hair": "short brown", "features": "ink on his hands"},
        {"role": "baker", "features": "talking hands, freckles"},
    ],
)
def test_people_whose_words_are_also_things_stay_people(entry: dict[str, str]) -> None:
    assert figure_of(**entry).human is not None


def test_a_talking_cat_is_a_cat_and_no_drawing_of_one() -> None:
    being = figure_of(features="talking cat").being

    assert being is not None
    assert being.species == "cat"


def test_a_ship_is_larger_than_a_toaster_and_needs_no_legs() -> None:
    ship, toaster = (figure_of(kind=f"thing:{thing}") for thing in ("ship", "toaster"))

    assert ship.height > 2 * toaster.height


@pytest.mark.parametrize(("width", "height"), [(640, 360), (360, 640), (480, 480)])
def test_the_face_of_a_toaster_is_in_the_picture_beside_a_man(width: int, height: int) -> None:
    cast = [{"name": "Bob", "position": "left"}, {"name": "Tim", "kind": "thing:toaster", "position": "right"}]

    stage = build_stage({"set": {"kind": "kitchen"}, "size": "medium", "cast": cast}, width, height)

    toaster = next(layer.actor for layer in stage.layers if layer.actor and layer.person == "Tim")
    assert toaster.y + (toaster.figure.head_center[1] + 0.5) * toaster.unit < 0.93 * height


def test_a_full_shot_of_small_things_is_nearer_than_one_of_people() -> None:
    units = []
    for kinds in (("thing:toaster", "thing:printer"), ("", "")):
        cast = [{"name": f"Sam {index}", "kind": kind} for index, kind in enumerate(kinds)]
        stage = build_stage({"set": {"kind": "kitchen"}, "size": "full", "cast": cast}, 640, 360)
        units.append(next(layer.actor.unit for layer in stage.layers if layer.actor))

    assert units[0] > 1.3 * units[1]


def test_a_face_that_somebody_has_placed_stays_where_it_was() -> None:
    assert face_place("teapot", "blue teapot") == FACES["teapot"]
