from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from generation.media.card_colours import card_colours
from generation.media.card_designs import DESIGNS, design, design_for
from generation.media.card_drawing import draw_card
from generation.media.card_layout import lay_out, reading_order
from generation.media.colours import READABLE, contrast, lit_colour, mixed, parse
from generation.media.formats import SHAPES, format_for
from generation.media.timeline import Card

from .said import TALL, WIDE, drawing
from .samples import make_clip, make_still

LONG = "The Extraordinarily Long and Winding Story of Bartholomew Featherstonehaugh and His Eleven Clockwork Geese"
TITLES = [
    "Lamp",
    LONG,
    "Donaudampfschifffahrtsgesellschaft",
    "الحارس الأخير للضوء",
    "灯台守の最後の夜と嵐の中の小さな船",
    "Luna ❤️",
]
NOIR = ("#0d1117", "#2b323c", "#6d7683", "#d9d2c0")
EVERYWHERE = (0.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("key", DESIGNS)
def test_every_title_fits_the_safe_zone(key: str, shape: str) -> None:
    fmt = format_for(shape, "full")

    for title in TITLES:
        layout = lay_out(Card(title, "Made with SceneMe", key), fmt)

        assert layout.left >= 0.99 * fmt.safe_zone.left * fmt.width
        assert layout.right <= fmt.width * (1 - fmt.safe_zone.right) * 1.01 + layout.size * design(key).tracking
        assert layout.top >= 0.99 * fmt.safe_zone.top * fmt.height
        assert layout.bottom <= 1.01 * fmt.height * (1 - fmt.safe_zone.bottom)
        assert layout.size > 0.025 * min(fmt.width, fmt.height)


def test_all_words_of_a_title_are_there_in_order() -> None:
    for key in DESIGNS:
        layout = lay_out(Card(LONG, design=key), WIDE)

        read = ["".join(part.text for part in word.parts) for word in reading_order(layout.words)]

        assert " ".join(read).casefold() == LONG.casefold()


@drawing("ا")
def test_a_title_from_right_to_left_begins_at_the_right() -> None:
    layout = lay_out(Card("الحارس الأخير للضوء", design="modern"), WIDE)

    words = reading_order(layout.words)

    assert [word.left for word in words] == sorted((word.left for word in words), reverse=True)
    assert words[0].right == pytest.approx(WIDE.width * (1 - WIDE.safe_zone.right), abs=3)


def test_lines_of_a_title_are_even() -> None:
    layout = lay_out(Card("The Keeper of the Last Light", design="bold"), TALL)

    lines = {word.line for word in layout.words}
    widths = [
        max(word.right for word in layout.words if word.line == line)
        - min(word.left for word in layout.words if word.line == line)
        for line in lines
    ]
    assert len(lines) > 1
    assert min(widths) > 0.4 * max(widths)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("Noir", "crime"), "noir"),
        (("", "fairy tale"), "storybook"),
        (("", "Space opera", "future"), "neon"),
        (("Faded seventies", "drama"), "seventies"),
        (("", "comedy"), "playful"),
        (("", "explainer"), "documentary"),
        (("", "product"), "bold"),
        (("", "", "medieval"), "epic"),
        (("", "mystery"), "modern"),
        (("", "warning"), "modern"),
    ],
)
def test_the_design_suits_the_film(words: tuple[str, ...], key: str) -> None:
    assert design_for(*words) == key


@pytest.mark.parametrize("key", [key for key in DESIGNS if DESIGNS[key].tone != "many"])
@pytest.mark.parametrize("level", [0, 90, 170, 255])
def test_words_can_be_read_on_any_picture(tmp_path: Path, key: str, level: int) -> None:
    still = make_still(tmp_path / "a.png", (level, level, level))

    colours = card_colours(NOIR, design(key), still, EVERYWHERE)

    behind = mixed((level, level, level), colours.ground, colours.depth)
    assert contrast(colours.text, behind) >= READABLE * 0.97


def test_a_palette_that_cannot_be_read_is_left_aside(tmp_path: Path) -> None:
    still = make_still(tmp_path / "a.png", "gray")

    colours = card_colours(("red", "#12", ""), design("modern"), still, EVERYWHERE)

    assert contrast(colours.text, mixed((128, 128, 128), colours.ground, colours.depth)) >= READABLE * 0.97
    assert parse("#12345") is None


def test_the_lit_word_takes_the_films_most_vivid_colour_that_can_be_read() -> None:
    assert lit_colour(("#0b0820", "#5b1a6e", "#e0308a", "#25d0e0")) == (0x25, 0xD0, 0xE0)
    assert lit_colour(NOIR) == lit_colour(())


@pytest.mark.parametrize("key", DESIGNS)
def test_a_card_comes_stays_and_goes(tmp_path: Path, key: str) -> None:
    clip = make_clip(tmp_path / "a.mp4", "-c:v", "libx264", source="color=gray:s=160x90:r=24:d=1")
    fmt = format_for("16:9", "draft")
    card = Card("Night Train", "", key, NOIR)
    scrim = tmp_path / "scrim.png"
    leaves = shown(draw_card(card, 40, fmt, clip, scrim, tmp_path / "a.mov").letters.path)
    stays = shown(draw_card(replace(card, stays=True), 40, fmt, clip, scrim, tmp_path / "b.mov").letters.path)

    assert leaves[0] < 0.5 * leaves[24]
    assert leaves[39] < 0.05 * leaves[24]
    assert stays[39] > 0.9 * stays[24]


def test_a_card_moves_gently_all_the_time(tmp_path: Path) -> None:
    still = make_still(tmp_path / "a.png", "gray")
    card = Card("Night Train", "", "epic", NOIR)

    drawn = draw_card(card, 60, format_for("16:9", "draft"), still, tmp_path / "s.png", tmp_path / "a.mov")

    frames = pictures(drawn.letters.path)
    assert all(np.abs(frames[at].astype(int) - frames[at + 8]).max() > 10 for at in range(24, 44, 4))


def pictures(path: Path) -> list[np.ndarray]:
    """How solid each pixel of an overlay is, frame by frame."""
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgba")[..., 3] for frame in container.decode(video=0)]


def shown(path: Path) -> list[float]:
    """How much an overlay shows in each frame."""
    return [float(picture.sum()) for picture in pictures(path)]
