"""What is told of a picture without asking anybody."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from generation.media.colour_names import names_of
from generation.media.errors import BrokenMedia
from generation.media.looking import DARK, SOFT, look_at


def saved(picture: Image.Image, folder: Path, name: str = "picture.png") -> Path:
    """Store a picture."""
    picture.save(folder / name)
    return folder / name


def test_the_main_colours_are_named_with_their_shares_the_largest_first(tmp_path: Path) -> None:
    picture = Image.new("RGB", (400, 300), "#1b3a6b")
    picture.paste("#ffd700", (0, 0, 100, 300))

    found = look_at(saved(picture, tmp_path))

    assert [(colour.name, round(colour.share, 2)) for colour in found.colours] == [
        ("dark blue", 0.75),
        ("yellow", 0.25),
    ]
    assert found.colours[0].hex == "#1b3a6b"
    assert (found.width, found.height) == (400, 300)


def test_shades_of_one_colour_are_one_colour(tmp_path: Path) -> None:
    shades = np.tile(np.linspace(90, 140, 256, dtype=np.uint8), (64, 1))
    picture = Image.merge("RGB", [Image.fromarray(part) for part in (shades // 8, shades, shades // 8)])

    found = look_at(saved(picture, tmp_path))

    assert len({colour.name for colour in found.colours}) == len(found.colours)
    assert {colour.name.split()[-1] for colour in found.colours} == {"green"}


def test_a_dark_picture_is_called_dark_and_a_bright_one_bright(tmp_path: Path) -> None:
    dark, bright = (look_at(saved(Image.new("RGB", (64, 64), colour), tmp_path)) for colour in ("#101010", "#f4f4f4"))

    assert dark.brightness < DARK
    assert "dark" in dark.words
    assert "bright" in bright.words


def test_a_blurred_picture_is_softer_than_the_same_one_sharp(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 300, 3), dtype=np.uint8)
    picture = Image.fromarray(noise).resize((600, 600), Image.Resampling.BICUBIC)

    sharp = look_at(saved(picture, tmp_path))
    soft = look_at(saved(picture.filter(ImageFilter.GaussianBlur(20)), tmp_path))

    assert soft.sharpness < SOFT < sharp.sharpness
    assert "soft" in soft.words


def test_a_picture_that_a_camera_laid_on_its_side_has_the_size_that_is_seen(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (300, 200), "red").save(tmp_path / "turned.jpg", exif=exif)

    found = look_at(tmp_path / "turned.jpg")

    assert (found.width, found.height) == (200, 300)
    assert "tall" in found.words


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_any_kind_of_picture_can_be_looked_at(tmp_path: Path, mode: str) -> None:
    name = "picture.jpg" if mode == "CMYK" else "picture.png"

    assert look_at(saved(Image.new(mode, (5, 3)), tmp_path, name)).colours


def test_what_is_no_picture_says_so(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"nothing")

    with pytest.raises(BrokenMedia):
        look_at(tmp_path / "picture.png")


def test_looking_twice_finds_the_same(tmp_path: Path) -> None:
    noise = np.random.default_rng(2).integers(0, 255, (90, 160, 3), dtype=np.uint8)
    path = saved(Image.fromarray(noise), tmp_path)

    assert look_at(path) == look_at(path)


def test_colours_have_the_names_that_people_give_them() -> None:
    seen = names_of(
        ["#000000", "#ffffff", "#808080", "#8b4513", "#f5e6c8", "#87ceeb", "#7a1f1f", "#123d12", "nonsense"]
    )

    assert seen == ["black", "white", "grey", "brown", "beige", "light blue", "dark red", "dark green", ""]
