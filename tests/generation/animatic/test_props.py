from __future__ import annotations

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic.drawing.light import TIMES
from generation.providers.animatic.drawing.prop_shapes import DRAWINGS
from generation.providers.animatic.drawing.props import draw_prop, is_drawable, prop_word

EVERY_DRAWING = sorted({drawing.word for drawing in DRAWINGS.values()})


def picture(name: str, time: str = "day", size: float = 80) -> NDArray[np.uint8]:
    """Blue, green, red and opacity of the prop on a clear picture of 240 x 160, standing on (120, 130)."""
    surface = skia.Surface(240, 160)
    surface.getCanvas().clear(0)
    draw_prop(surface.getCanvas(), name, 120, 130, size, TIMES[time])
    pixels: NDArray[np.uint8] = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kBGRA_8888_ColorType)
    return pixels


def solid(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.asarray(pixels[..., 3] > 200)


def mean_colour(name: str) -> NDArray[np.float64]:
    pixels = picture(name)
    return np.asarray(pixels[solid(pixels)][:, :3].mean(axis=0))


def test_there_are_many_drawings() -> None:
    assert len(EVERY_DRAWING) >= 60


@pytest.mark.parametrize("word", EVERY_DRAWING)
def test_every_drawing_stands_on_its_point_at_its_size(word: str) -> None:
    rows = np.flatnonzero(solid(picture(word)).any(axis=1))

    assert 42 <= rows[0] <= 90
    assert 122 <= rows[-1] <= 134


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
        ("strawberries", ""),
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


def test_things_are_darker_at_night() -> None:
    day, night = picture("parcel", "day"), picture("parcel", "night")

    assert night[solid(night)][:, :3].mean() < day[solid(day)][:, :3].mean() - 20


def test_the_same_name_is_drawn_the_same() -> None:
    assert np.array_equal(picture("strange contraption"), picture("strange contraption"))
