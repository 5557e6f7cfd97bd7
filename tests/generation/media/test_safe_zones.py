from __future__ import annotations

from itertools import product

import pytest

from generation.media.caption_styles import STYLES
from generation.media.card_designs import DESIGNS
from generation.media.card_layout import lay_out
from generation.media.formats import QUALITIES, SHAPES, format_for, parted, variant_of
from generation.media.phrases import CaptionLayout
from generation.media.placement import block_box, places
from generation.media.safe_zones import PLAIN, PLATFORMS, ZONES, covered, platforms_of
from generation.media.timeline import Card

EVERY = [(shape, platform) for shape in SHAPES for platform in platforms_of(shape)]


@pytest.mark.parametrize("row", list(ZONES.values()), ids=[" ".join(key) for key in ZONES])
def test_every_row_says_since_when_and_by_whom(row: object) -> None:
    assert row.source  # type: ignore[attr-defined]
    assert row.read[:2] == "20"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("shape", "platform"), EVERY)
def test_enough_is_left_for_words(shape: str, platform: str) -> None:
    zone = format_for(shape, "full", platform).safe_zone

    assert zone.top + zone.bottom <= 0.55
    assert zone.left + zone.right <= 0.4


@pytest.mark.parametrize(("shape", "platform"), EVERY)
@pytest.mark.parametrize("style", list(STYLES))
def test_captions_of_two_lines_keep_clear_of_every_platforms_buttons(shape: str, platform: str, style: str) -> None:
    fmt = format_for(shape, "full", platform)
    zone, layout = fmt.safe_zone, CaptionLayout.of(fmt, STYLES[style])
    block = ((fmt.width - layout.left - layout.right) / fmt.width, 2.74 * layout.size / fmt.height)

    for place in places(fmt):
        left, top, right, bottom = block_box(place, block, fmt)
        assert top >= zone.top
        assert bottom <= 1 - zone.bottom + 1e-9
        assert left >= zone.left - 1e-3
        assert right <= 1 - zone.right + 1e-3


@pytest.mark.parametrize(("shape", "platform"), EVERY)
@pytest.mark.parametrize("design", list(DESIGNS))
def test_titles_keep_clear_of_every_platforms_buttons(shape: str, platform: str, design: str) -> None:
    fmt = format_for(shape, "full", platform)
    zone = fmt.safe_zone

    layout = lay_out(Card("The Lighthouse of Constantinople", note="Made with SceneMe", design=design), fmt)

    assert layout.top >= 0.99 * zone.top * fmt.height
    assert layout.bottom <= 1.01 * (1 - zone.bottom) * fmt.height


@pytest.mark.parametrize(("shape", "quality", "platform"), list(product(SHAPES, QUALITIES, (PLAIN, *PLATFORMS))))
def test_what_an_export_is_asked_for_as_can_be_read_back(shape: str, quality: str, platform: str) -> None:
    assert parted(variant_of(shape, quality, platform)) == (shape, quality, platform)


def test_an_export_for_nobody_in_particular_is_called_as_it_always_was() -> None:
    assert variant_of("9:16", "full") == "9:16 full"
    assert format_for("9:16", "full").key == "full-9x16"
    assert format_for("9:16", "full", "tiktok").key == "full-9x16-tiktok"


def test_a_shape_that_a_platform_has_no_row_for_keeps_the_usual_border() -> None:
    assert covered("tiktok", "16:9") == covered(PLAIN, "16:9")
    assert platforms_of("16:9") == (PLAIN,)
