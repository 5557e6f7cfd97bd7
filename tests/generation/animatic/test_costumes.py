"""Who somebody is shows in their clothes, and places look like their word and their time."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skia

from generation.providers.animatic.drawing.figure.costume_words import COSTUMES
from generation.providers.animatic.drawing.figure.person import Figure, draw_figure
from generation.providers.animatic.drawing.figure.wardrobe import outfit_of
from generation.providers.animatic.drawing.sets import (
    far_places,
    green_places,
    odd_rooms,
    old_worlds,
    play_rooms,
    streets,
    tombs,
    wild_west,
)
from generation.providers.animatic.drawing.sets.catalog import builder_for
from generation.providers.animatic.drawing.stage import AT_REST

PLAIN = {"sex": "male", "age": "adult", "skin": "tan", "hair": "short brown", "wears": "grey shirt, black trousers"}


def drawn(**more: Any) -> np.ndarray[Any, Any]:
    """Return the picture of somebody: 200 pixels high, on nothing."""
    surface = skia.Surface(160, 200)
    canvas = surface.getCanvas()
    canvas.translate(80, 190)
    canvas.scale(26, 26)
    draw_figure(canvas, Figure.from_cast({**PLAIN, **more}), AT_REST)
    return np.asarray(surface.toarray()).astype(int)


@pytest.mark.parametrize("role", sorted(COSTUMES))
def test_a_role_without_clothes_wears_its_costume(role: str) -> None:
    dressed = drawn(role=role, wears="")

    assert np.abs(dressed - drawn()).mean() > 1.5 * np.abs(drawn(wears="blue shirt, black trousers") - drawn()).mean()


@pytest.mark.parametrize("facing", ["camera", "left", "away"])
@pytest.mark.parametrize("wears", ["fairy wings", "backpack", "wheelchair", "crutches", "mermaid tail", "poncho"])
def test_what_is_worn_besides_shows_from_every_side(wears: str, facing: str) -> None:
    with_it = drawn(wears=f"{PLAIN['wears']}, {wears}", facing=facing)

    assert np.abs(with_it - drawn(facing=facing)).mean() > 0.1


def test_clothes_that_are_told_are_stronger_than_a_role() -> None:
    told = outfit_of({"role": "pirate", "wears": "yellow raincoat"}, sex="female", age="adult")

    assert told.hat is None
    assert told.outer is not None
    assert told.outer.colour == outfit_of({"wears": "yellow raincoat"}, sex="female", age="adult").outer.colour  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("wears", "role", "kind"),
    [("armour, helmet", "", "knight"), ("coat, helmet", "firefighter", "fire"), ("blue coat, hat", "pirate", "tricorn"),
     ("space suit with helmet", "", "space"), ("jeans, hat", "", "fedora")],
)  # fmt: skip
def test_a_mere_hat_is_the_hat_of_its_wearer(wears: str, role: str, kind: str) -> None:
    outfit = outfit_of({"wears": wears, "role": role}, sex="male", age="adult")

    assert outfit.hat is not None
    assert outfit.hat.kind == kind


def test_a_soldier_wears_what_soldiers_wore_then() -> None:
    old, new = (drawn(role="soldier", wears="", era=era) for era in ("victorian", "modern"))

    assert np.abs(old - new).mean() > 3


@pytest.mark.parametrize(
    ("place", "interior", "builder"),
    [
        ({"kind": "desert town", "era": "1880s"}, False, wild_west.western_town),
        ({"kind": "street", "era": "wild west"}, False, wild_west.western_town),
        ({"kind": "sheriff's office"}, True, wild_west.sheriff_office),
        ({"kind": "saloon"}, True, wild_west.saloon),
        ({"kind": "street", "era": "ancient rome"}, False, old_worlds.forum),
        ({"kind": "temple", "description": "a temple in Japan"}, False, old_worlds.pagoda),
        ({"kind": "market bazaar"}, False, old_worlds.bazaar),
        ({"kind": "tea plantation"}, False, green_places.tea_garden),
        ({"kind": "space station"}, False, far_places.orbit),
        ({"kind": "mars"}, False, far_places.mars),
        ({"kind": "wizard's tower"}, True, odd_rooms.wizard_study),
        ({"kind": "pyramid"}, True, tombs.tomb),
        ({"kind": "bowling alley"}, True, play_rooms.bowling),
        ({"kind": "street", "era": "today"}, False, streets.street),
    ],
)
def test_a_place_is_drawn_as_its_words_and_its_time_say(place: dict[str, str], interior: bool, builder: object) -> None:  # noqa: FBT001
    assert builder_for(place, interior=interior) is builder
