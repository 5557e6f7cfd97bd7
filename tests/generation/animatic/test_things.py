"""Things that lie about are seen, whole, and never before a face."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skia

from generation.providers.animatic.drawing.figure import Figure
from generation.providers.animatic.drawing.scene import build_stage, falling_weather, render_still
from generation.providers.animatic.drawing.stage import AT_REST, Layer, View
from generation.providers.animatic.drawing.stature import stature_of

SHAPES = {"wide": (640, 360), "tall": (360, 640), "square": (480, 480)}
JACK = {"name": "Jack", "sex": "male", "wears": "grey coat", "facing": "right", "position": "left"}
MIA = {"name": "Mia", "sex": "female", "hair": "long red", "facing": "left", "position": "right"}
PROPS = ["telephone", "letter", "suitcase", "dog"]


def covered(layer: Layer, width: int, height: int) -> np.ndarray[Any, Any]:
    """Return which pixels of the picture and of a margin half as wide around it the layer paints."""
    surface = skia.Surface(width * 2, height * 2)
    canvas = surface.getCanvas()
    canvas.translate(width / 2, height / 2)
    layer.paint(canvas, AT_REST)
    return np.asarray(surface.toarray())[:, :, 3] > 150


def edges(mask: np.ndarray[Any, Any], width: int, height: int) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what is covered, as shares of the picture."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return columns[0] / width - 0.5, rows[0] / height - 0.5, columns[-1] / width - 0.5, rows[-1] / height - 0.5


def staged(size: str, cast: list[dict[str, Any]], props: list[str], *, interior: bool = True) -> dict[str, Any]:
    place = {"kind": "office" if interior else "park", "interior": interior}
    return {"set": place, "size": size, "cast": cast, "props": props}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("prop", ["letter", "sword", "bicycle", "golden key", "teddy bear", "whiskey glass", "quux"])
def test_an_insert_shows_the_whole_thing_over_the_captions(prop: str, shape: str) -> None:
    width, height = SHAPES[shape]
    stage = build_stage({**staged("insert", [], [prop]), "focus": prop}, width, height)

    thing = next(layer for layer in stage.layers if layer.name == f"thing {prop}")
    left, top, right, bottom = edges(covered(thing, width, height), width, height)

    assert left > 0.04
    assert right < 0.96
    assert top > 0.04
    assert bottom < (0.72 if shape == "tall" else 0.88)
    assert max(right - left, bottom - top) > 0.4


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("interior", [True, False])
@pytest.mark.parametrize("prop", PROPS)
def test_a_thing_in_a_wide_shot_is_inside_the_picture(prop: str, interior: bool, shape: str) -> None:  # noqa: FBT001
    width, height = SHAPES[shape]
    stage = build_stage(staged("wide", [JACK], [prop], interior=interior), width, height)

    things = [layer for layer in stage.layers if layer.name.startswith("thing")]
    left, _, right, bottom = edges(covered(things[0], width, height), width, height)

    assert len(things) == 1
    assert left > 0.03
    assert right < 0.97
    assert bottom < 0.97


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("interior", [True, False])
@pytest.mark.parametrize("cast", [[JACK], [JACK, MIA]])
def test_a_thing_in_a_medium_shot_is_seen_and_covers_no_face(
    cast: list[dict[str, Any]], interior: bool, shape: str  # noqa: FBT001
) -> None:  # fmt: skip
    width, height = SHAPES[shape]
    bare = build_stage(staged("medium", cast, [], interior=interior), width, height)
    stage = build_stage(staged("medium", cast, ["telephone"], interior=interior), width, height)

    things = [layer for layer in stage.layers if layer.name.startswith("thing")]
    shown = covered(things[0], width, height)[height // 2 : height + height // 2, width // 2 : width + width // 2]

    assert shown.mean() > 0.01
    assert not shown[: int(height * 0.5)].any()
    assert len(bare.layers) == len(stage.layers) - 1


def test_what_someone_holds_does_not_lie_about_as_well() -> None:
    stage = build_stage(staged("wide", [{**JACK, "holds": "letter"}], ["letter"]), 640, 360)

    assert not [layer for layer in stage.layers if layer.name.startswith("thing")]


def test_a_figure_is_measured_with_its_hat_and_its_arms() -> None:
    plain, hatted, pointing = (
        stature_of(Figure.from_cast({**JACK, **more}))
        for more in ({}, {"wears": "grey coat, black fedora"}, {"pose": "point"})
    )

    assert hatted.crown > plain.crown
    assert hatted.head[1] - hatted.head[0] > plain.head[1] - plain.head[0]
    assert pointing.whole[1] > plain.whole[1] + 0.5


@pytest.mark.parametrize("kind", ["underwater", "space", "cave"])
def test_nothing_falls_where_there_is_no_sky(kind: str) -> None:
    assert falling_weather({"set": {"kind": kind, "interior": False}, "weather": "snow"}) == ""
    assert falling_weather({"set": {"kind": "street", "interior": False}, "weather": "snow"}) == "snow"


@pytest.mark.parametrize("time_of_day", ["day", "night"])
@pytest.mark.parametrize("size", ["wide", "medium", "close"])
def test_people_keep_their_contrast_in_fog(size: str, time_of_day: str) -> None:
    spread = []
    for weather in ("clear", "fog"):
        staging = {**staged(size, [JACK], [], interior=False), "weather": weather, "time_of_day": time_of_day}
        stage = build_stage(staging, 320, 180)
        picture = np.asarray(render_still(stage, 320, 180, View(1, 0.5, 0.5), weather=weather).toarray())
        person = covered(next(layer for layer in stage.layers if layer.person), 320, 180)[90:270, 160:480]
        seen = picture[:, :, :3].mean(axis=2)[person]
        spread.append(np.percentile(seen, 97) - np.percentile(seen, 3))

    assert spread[1] > 0.7 * spread[0]


def test_a_close_picture_shows_a_face_whatever_way_the_plan_turns_it() -> None:
    pictures = [
        np.asarray(render_still(build_stage(staged("close", [{**JACK, "facing": facing}], []), 320, 180), 320, 180))
        for facing in ("away", "right")
    ]

    away, right = pictures
    assert np.array_equal(away, right)
