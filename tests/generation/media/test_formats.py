from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from generation.media.errors import MediaError
from generation.media.formats import QUALITIES, SHAPES, format_for

from .samples import SMALL


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("quality", QUALITIES)
def test_every_format_has_the_shape_it_is_named_after(shape: str, quality: str) -> None:
    across, down = (int(part) for part in shape.split(":"))

    fmt = format_for(shape, quality)

    assert Fraction(fmt.width, fmt.height) == Fraction(across, down)
    assert fmt.width % 2 == fmt.height % 2 == 0
    assert fmt.gop * 2 == fmt.rate


def test_an_unknown_shape_is_answered_with_the_shapes_there_are() -> None:
    with pytest.raises(MediaError, match="'4:3'; choose one of 16:9, 9:16, 1:1"):
        format_for("4:3", "draft")


def test_an_unknown_quality_is_answered_with_the_qualities_there_are() -> None:
    with pytest.raises(MediaError, match="choose one of draft, full"):
        format_for("16:9", "best")


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(24000, 1001)])
def test_every_frame_is_a_whole_number_of_ticks(rate: Fraction) -> None:
    fmt = replace(SMALL, rate=rate)

    assert fmt.timescale / Fraction(fmt.tick) == rate
    assert fmt.timescale >= 10_000


def test_a_vertical_film_leaves_the_players_buttons_free() -> None:
    zone = format_for("9:16", "full").safe_zone

    assert zone.bottom >= 0.2
    assert zone.right >= 0.12
