"""Every place can be drawn, stays the same place, and answers to hour, weather, style and shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from generation.providers.animatic.drawing.finish import Grade
from generation.providers.animatic.drawing.scene import build_stage, render_still
from generation.providers.animatic.drawing.sets import (
    dwellings,
    eating,
    far_away,
    forests,
    halls,
    homes,
    riding,
    settlements,
    streets,
    town,
    transit,
    vessels,
    wetlands,
    work,
)
from generation.providers.animatic.drawing.sets.catalog import (
    INDOORS,
    OUTDOORS,
    Builder,
    builder_for,
    era_of,
    is_interior,
)
from generation.providers.animatic.drawing.stage import AT_REST, OVERSCAN, Stage

SHAPES = {"wide": (256, 144), "tall": (144, 256), "square": (192, 192)}
NOIR = {"name": "noir", "palette": ["#0d1117", "#39424e", "#c9b27c"], "contrast": 0.8, "warmth": -0.2}


def pixels(staging: Mapping[str, Any], width: int = 256, height: int = 144) -> np.ndarray[Any, Any]:
    """Return the staged picture's red, green and blue, 0 to 255."""
    image = render_still(build_stage(staging, width, height), width, height)
    return np.asarray(image.toarray())[:, :, 2::-1].astype(int)


def place_called(kind: str, *, interior: bool = False, **more: Any) -> dict[str, Any]:
    return {"set": {"kind": kind, "interior": interior}, **more}


def everything_painted(stage: Stage) -> np.ndarray[Any, Any]:
    """Return the opacity of all that is painted, with the overscan."""
    import skia

    surface = skia.Surface(round(stage.width * OVERSCAN), round(stage.height * OVERSCAN))
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.translate(stage.width * (OVERSCAN - 1) / 2, stage.height * (OVERSCAN - 1) / 2)
    for layer in stage.layers:
        layer.paint(canvas, AT_REST)
    return np.asarray(surface.toarray())[:, :, 3]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("kind", "interior"),
    [(listed[0], False) for listed in OUTDOORS.values()] + [(listed[0], True) for listed in INDOORS.values()],
)
def test_every_set_fills_the_picture_and_its_overscan(kind: str, interior: bool, shape: str) -> None:  # noqa: FBT001
    stage = build_stage(place_called(kind, interior=interior, time_of_day="dusk"), *SHAPES[shape])

    opacity = everything_painted(stage)

    assert opacity.min() == 255


@pytest.mark.parametrize("size", ["wide", "medium", "close"])
@pytest.mark.parametrize("angle", ["eye", "low", "top", "dutch"])
def test_no_angle_or_size_shows_an_edge(size: str, angle: str) -> None:
    staging = place_called("street", size=size, angle=angle, cast=[{"name": "Ann", "facing": "left"}])

    opacity = everything_painted(build_stage(staging, 256, 144))
    margin = round(144 * (OVERSCAN - 1) / 2), round(256 * (OVERSCAN - 1) / 2)

    assert opacity[margin[0] : -margin[0], margin[1] : -margin[1]].min() >= 250


def test_the_same_set_is_the_same_place_every_time() -> None:
    staging = place_called("street", time_of_day="night")

    first, second = pixels(staging), pixels(staging)

    assert np.array_equal(first, second)


def test_two_streets_differ() -> None:
    one = {"set": {"kind": "street", "name": "Baker Street"}}
    other = {"set": {"kind": "street", "name": "Elm Street"}}

    difference = np.abs(pixels(one) - pixels(other)).mean()

    assert difference > 2


def test_night_is_darker_than_day() -> None:
    night, day = (
        pixels(place_called("village", time_of_day="night")),
        pixels(place_called("village", time_of_day="day")),
    )

    assert night.mean() < day.mean() * 0.6


@pytest.mark.parametrize("weather", ["rain", "snow", "fog", "storm"])
def test_weather_changes_a_place(weather: str) -> None:
    clear, other = pixels(place_called("forest")), pixels(place_called("forest", weather=weather))

    assert np.abs(clear - other).mean() > 4


def test_snow_whitens_the_ground() -> None:
    bare, snowy = pixels(place_called("field")), pixels(place_called("field", weather="snow"))

    colourfulness = [np.ptp(picture[120:], axis=2).mean() for picture in (bare, snowy)]

    assert colourfulness[1] < colourfulness[0] * 0.6


def test_a_noir_style_takes_colour_away() -> None:
    plain, noir = pixels(place_called("market")), pixels(place_called("market", style=NOIR))

    assert np.ptp(noir, axis=2).mean() < np.ptp(plain, axis=2).mean() * 0.8


def test_a_warm_style_is_warmer_than_a_cold_one() -> None:
    warm, cold = (pixels(place_called("park", style={"warmth": warmth})) for warmth in (0.9, -0.9))

    assert (warm[..., 0] - warm[..., 2]).mean() > (cold[..., 0] - cold[..., 2]).mean() + 10


@pytest.mark.parametrize("style", [None, "noir", {}, {"palette": "blue"}, {"palette": ["red", 7], "contrast": "high"}])
def test_an_odd_style_is_no_style(style: object) -> None:
    assert Grade.of(style).palette == ()
    assert Grade.of(style).colour("#336699") == "#336699"


@pytest.mark.parametrize(
    ("place", "builder"),
    [
        ({"kind": "bar", "interior": True}, eating.bar),
        ({"kind": "detective office", "interior": True}, work.office),
        ({"kind": "train station", "interior": False}, transit.station),
        ({"kind": "forest clearing", "interior": False}, forests.forest),
        ({"kind": "", "name": "Castle Hall", "interior": True}, halls.hall),
        ({"kind": "castle", "interior": False}, settlements.castle),
        ({"kind": "somewhere", "description": "a moon of Saturn", "interior": False}, far_away.space),
        ({"kind": "rooftops", "interior": False}, town.rooftop),
        ({"kind": "street", "interior": False}, streets.street),
        ({"kind": "space station", "interior": True}, vessels.spaceship),
        ({"kind": "stone bridge", "interior": False}, wetlands.river),
        ({"kind": "hospital", "interior": False}, dwellings.public_building),
        ({"kind": "the back seat of a taxi", "interior": True}, riding.car),
        ({"kind": "quux", "interior": True}, homes.plain_room),
        ({"kind": "quux", "interior": False}, settlements.village),
        ({}, settlements.village),
    ],
)
def test_words_choose_the_set(place: dict[str, Any], builder: Builder) -> None:
    assert builder_for(place, interior=is_interior(place)) is builder


def test_a_kitchen_is_indoors_and_a_meadow_is_not() -> None:
    assert is_interior({"kind": "kitchen"})
    assert not is_interior({"kind": "meadow"})
    assert not is_interior({"kind": "kitchen", "interior": False})


def test_eras_are_read_from_the_set() -> None:
    assert era_of({"era": "1920s"}) == "classic"
    assert era_of({"era": "medieval"}) == "medieval"
    assert era_of({"description": "a neon city of the future"}) == "future"


@pytest.mark.parametrize(
    ("words", "era"),
    [
        ({"era": "1960s"}, "retro"),
        ({"era": "1923"}, "classic"),
        ({"era": "12th century"}, "medieval"),
        ({"era": "present day"}, "modern"),
        ({"era": "2150"}, "future"),
        ({"kind": "saloon"}, "victorian"),
        ({}, "modern"),
    ],
)
def test_years_and_words_mean_an_era(words: dict[str, str], era: str) -> None:
    assert era_of(words) == era


@pytest.mark.parametrize(("kind", "interior"), [("street", False), ("office", True), ("kitchen", True), ("bar", True)])
def test_an_era_changes_a_place(kind: str, interior: bool) -> None:  # noqa: FBT001
    pictures = [
        pixels({"set": {"kind": kind, "name": "One", "interior": interior, "era": era}})
        for era in ("medieval", "1920s", "today", "future")
    ]

    differences = [np.abs(one - other).mean() for index, one in enumerate(pictures) for other in pictures[:index]]

    assert min(differences) > 1.5


@pytest.mark.parametrize(
    ("kind", "interior"),
    [
        ("street", False), ("village", False), ("forest", False), ("beach", False), ("office", True),
        ("bar", True), ("kitchen", True), ("bedroom", True), ("living room", True), ("spaceship", True),
    ],
)  # fmt: skip
def test_places_of_one_kind_are_laid_out_differently(kind: str, interior: bool) -> None:  # noqa: FBT001
    greys = [
        pixels({"set": {"kind": kind, "name": name, "interior": interior}, "size": "wide"}).mean(axis=2)
        for name in "abcdefghijkl"
    ]
    different: list[np.ndarray[Any, Any]] = []

    for grey in greys:
        shape = grey - grey.mean()
        if all(np.corrcoef(shape.ravel(), other.ravel())[0, 1] < 0.93 for other in different):
            different.append(shape)

    assert len(different) >= 4


def test_a_described_colour_is_seen() -> None:
    plain = pixels({"set": {"kind": "room", "name": "x", "interior": True, "description": "a room"}})
    green = pixels({"set": {"kind": "room", "name": "x", "interior": True, "description": "a room with green walls"}})

    assert (green[..., 1] - green[..., 0]).mean() > (plain[..., 1] - plain[..., 0]).mean() + 4


@pytest.mark.parametrize("word", ["abandoned", "luxurious", "neon", "crowded"])
def test_the_state_of_a_place_is_seen(word: str) -> None:
    def bar(description: str) -> np.ndarray[Any, Any]:
        return pixels({"set": {"kind": "restaurant", "name": "x", "interior": True, "description": description}})

    assert np.abs(bar(f"a {word} place") - bar("a usual place")).mean() > 0.5


@pytest.mark.parametrize(
    "place", ["house", "school", "hospital", "church", "theatre", "hotel", "factory", "police station"]
)
def test_a_building_from_outside_is_not_a_street(place: str) -> None:
    assert builder_for({"kind": place}, interior=False) not in {streets.street, town.alley, settlements.village}
