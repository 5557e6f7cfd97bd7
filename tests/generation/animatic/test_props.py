from __future__ import annotations

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.props import (
    DRAWINGS,
    draw_prop,
    is_drawable,
    prop_count,
    prop_heads,
    prop_word,
)

EVERY_DRAWING = sorted({drawing.word for drawing in DRAWINGS.values() if not drawing.word.count(" of ")})


def picture(name: str, time: str = "day", size: float = 80, era: str = "") -> NDArray[np.uint8]:
    """Blue, green, red and opacity of the prop on a clear picture of 240 x 160, standing on (120, 130)."""
    surface = skia.Surface(240, 160)
    surface.getCanvas().clear(0)
    draw_prop(surface.getCanvas(), name, 120, 130, size, TIMES[time], era=era)
    pixels: NDArray[np.uint8] = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kBGRA_8888_ColorType)
    return pixels


def solid(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.asarray(pixels[..., 3] > 200)


def mean_colour(name: str) -> NDArray[np.float64]:
    pixels = picture(name)
    return np.asarray(pixels[solid(pixels)][:, :3].mean(axis=0))


def test_there_are_many_drawings() -> None:
    assert len(EVERY_DRAWING) >= 250
    assert len(DRAWINGS) >= 1000


@pytest.mark.parametrize("word", EVERY_DRAWING)
def test_every_drawing_stands_on_its_point_at_its_size(word: str) -> None:
    rows = np.flatnonzero(solid(picture(word)).any(axis=1))

    assert 38 <= rows[0] <= 100
    assert 104 <= rows[-1] <= 142


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("old brass key", "key"),
        ("glass of whiskey", "glass"),
        ("three letters", "letter"),
        ("car keys", "key"),
        ("Jack's revolver", "gun"),
        ("two loaves of bread", "bread"),
        ("photo of her son", "photo"),
        ("bottle of red wine", "bottle"),
        ("pocket watch", "watch"),
        ("Grandmother's pearl necklace", "necklace"),
        ("strawberries", "strawberry"),
        ("birthday cards", "greeting card"),
        ("playing cards", "card"),
        ("a pile of books", "pile of books"),
        ("message in a bottle", "message in a bottle"),
        ("photo of a dog", "photo"),
        ("white rabbit", "rabbit"),
        ("snowboard", "skis"),
        ("fire truck", "fire engine"),
        ("zorblatt", ""),
        ("", ""),
    ],
)
def test_a_name_is_drawn_as_its_head_word(name: str, word: str) -> None:
    assert prop_word(name) == word
    assert is_drawable(name) == bool(word)


def test_a_colour_word_colours_the_thing() -> None:
    red, blue = mean_colour("red umbrella"), mean_colour("blue umbrella")

    assert red[2] > blue[2] + 40
    assert blue[0] > red[0] + 40


def test_an_unknown_thing_is_still_drawn_in_the_colour_it_names() -> None:
    green, purple = mean_colour("green zorblatt"), mean_colour("purple zorblatt")

    assert solid(picture("zorblatt")).sum() > 1000
    assert green[1] > purple[1] + 10


def test_a_plural_shows_several() -> None:
    assert solid(picture("books", size=50)).sum() > 1.4 * solid(picture("book", size=50)).sum()


@pytest.mark.parametrize(
    ("name", "count"), [("two suitcases", 2), ("three candles", 3), ("letter", 1), ("a dozen eggs", 5)]
)
def test_numbers_are_obeyed(name: str, count: int) -> None:
    assert prop_count(name) == count


@pytest.mark.parametrize(
    "name", ["phone", "car", "computer", "camera", "radio", "lamp", "gun", "clock", "bag", "train"]
)
def test_things_differ_from_era_to_era(name: str) -> None:
    looks = {picture(name, era=era).tobytes() for era in ("1920s", "1990s", "future", "medieval", "")}

    assert len(looks) >= 3


def test_an_era_in_the_name_counts_more_than_the_films() -> None:
    assert np.array_equal(picture("1920s phone", era="future"), picture("1920s phone"))


@pytest.mark.parametrize(
    ("small", "large"), [("letter", "car"), ("mouse", "horse"), ("suitcase", "bus"), ("cat", "elephant")]
)
def test_large_things_stand_higher(small: str, large: str) -> None:
    assert prop_heads(small) < prop_heads(large)


def test_things_are_darker_at_night() -> None:
    day, night = picture("parcel", "day"), picture("parcel", "night")

    assert night[solid(night)][:, :3].mean() < day[solid(day)][:, :3].mean() - 20


def test_the_same_name_is_drawn_the_same() -> None:
    assert np.array_equal(picture("strange contraption"), picture("strange contraption"))
