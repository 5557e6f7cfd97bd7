from __future__ import annotations

import pytest

from generation.media.card_designs import DESIGNS
from generation.media.formats import SHAPES, format_for
from generation.media.framing import Box
from generation.media.placement import block_box, free_place, places, seated, title_boxes
from generation.media.timeline import Card, Clip, PictureClip

from .said import TALL, WIDE

BLOCK = (0.6, 0.12)
LOW_FACE: Box = (0.4, 0.7, 0.6, 0.99)
HIGH_FACE: Box = (0.4, 0.02, 0.6, 0.3)
CORNER_FACE: Box = (0.0, 0.7, 0.15, 0.99)
EVERYWHERE: Box = (0.1, 0.01, 0.9, 0.99)


def shot(*faces: Box, place: str = "", card: Card | None = None) -> PictureClip:
    return PictureClip(Clip("a", None, ""), 0, 48, faces=faces, caption_place=place, card=card)


def test_captions_stand_at_the_bottom_when_nobody_is_there() -> None:
    assert free_place(shot(), BLOCK, WIDE) == "bottom"
    assert free_place(shot(HIGH_FACE), BLOCK, WIDE) == "bottom"
    assert free_place(shot(CORNER_FACE), BLOCK, WIDE) == "bottom"


def test_captions_leave_a_face_alone_when_there_is_room() -> None:
    assert free_place(shot(LOW_FACE), BLOCK, WIDE) == "top"
    assert free_place(shot((0.4, 0.72, 0.6, 0.9)), (0.6, 0.06), TALL) == "low"


def test_captions_stay_at_the_bottom_when_faces_are_everywhere() -> None:
    assert free_place(shot(EVERYWHERE), BLOCK, WIDE) == "bottom"


@pytest.mark.parametrize("place", ["top", "bottom"])
def test_the_place_a_shot_asks_for_is_kept(place: str) -> None:
    assert free_place(shot(LOW_FACE, HIGH_FACE, place=place), BLOCK, WIDE) == place


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("text", ["Night Train", "The Extraordinarily Long Story of Bartholomew and His Eleven Geese"])
def test_captions_never_stand_on_a_title(design: str, shape: str, text: str) -> None:
    fmt = format_for(shape, "draft")
    titled = shot(card=Card(text, "Made with SceneMe", design))

    place = free_place(titled, (0.6, 0.08), fmt)

    (title,) = title_boxes(titled, fmt)
    if place:
        captions = block_box(place, (0.6, 0.08), fmt)
        assert min(captions[3], title[3]) - max(captions[1], title[1]) <= 0.01


def test_a_card_leaves_a_face_alone_when_there_is_room() -> None:
    face: Box = (0.35, 0.3, 0.65, 0.7)

    moved = seated(shot(face, card=Card("Night Train", design="bold")), WIDE)

    (title,) = title_boxes(moved, WIDE)
    assert min(title[3], face[3]) - max(title[1], face[1]) <= 0.02


def test_a_card_stays_where_its_design_has_it_when_nobody_is_there() -> None:
    titled = shot(CORNER_FACE, card=Card("Night Train", design="bold"))

    assert seated(titled, WIDE) is titled


@pytest.mark.parametrize("shape", SHAPES)
def test_every_place_is_inside_the_safe_zone(shape: str) -> None:
    fmt = format_for(shape, "draft")

    for place in places(fmt):
        left, top, right, bottom = block_box(place, BLOCK, fmt)
        assert left >= 0
        assert right <= 1
        assert top >= fmt.safe_zone.top
        assert bottom <= 1 - fmt.safe_zone.bottom
