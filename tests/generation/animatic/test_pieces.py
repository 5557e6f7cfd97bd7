from __future__ import annotations

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic.pieces import EVEN, LINEAR, TILE_PX, Piece, Rects

WIDTH, HEIGHT = TILE_PX * 6 + 5, TILE_PX * 4 + 3


def painted() -> NDArray[np.uint8]:
    """Return a half clear haze over everything but the last two columns of tiles, with a sharp thing in its middle."""
    pixels = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    haze = np.linspace(0, 120, HEIGHT).astype(np.uint8)
    pixels[:, : TILE_PX * 4] = np.repeat(haze[:, None], 4, axis=1)[:, None]
    pixels[TILE_PX + 9 : TILE_PX + 20, TILE_PX * 2 + 4 : TILE_PX * 2 + 21] = (10, 200, 90, 255)
    return pixels


def photographed(piece: Piece, scale: float, dx: float, dy: float, *, whole: bool) -> NDArray[np.int16]:
    pixels = np.full((HEIGHT + 40, WIDTH + 40, 4), 255, np.uint8)
    info = skia.ImageInfo.MakeN32Premul(WIDTH + 40, HEIGHT + 40)
    canvas = skia.Surface.MakeRasterDirect(info, pixels, (WIDTH + 40) * 4).getCanvas()
    canvas.translate(dx, dy)
    canvas.scale(scale, scale)
    if whole:
        canvas.drawImage(piece.image, piece.x, piece.y, LINEAR)
    else:
        piece.draw(canvas)
    return pixels.astype(np.int16)


def area(rects: Rects) -> int:
    return int(((rects[:, 2] - rects[:, 0]) * (rects[:, 3] - rects[:, 1])).sum())


@pytest.mark.parametrize(
    ("scale", "dx", "dy"), [(1.0, 0.0, 0.0), (1.0, 7.3, 2.5), (0.947, 3.81, 5.2), (1.031, -4.6, 9.9)]
)
def test_a_piece_looks_as_its_whole_picture_would(scale: float, dx: float, dy: float) -> None:
    piece = Piece.of(painted(), 2.0, 3.0)

    drawn, whole = (photographed(piece, scale, dx, dy, whole=whole) for whole in (False, True))

    inside = np.abs(drawn - whole)[12:HEIGHT, 12 : TILE_PX * 4 - 12]
    assert inside.max() <= EVEN + 1


def test_only_tiles_with_detail_are_mixed() -> None:
    pixels = painted()
    pixels[:, TILE_PX * 4 :] = pixels[:, :1]

    piece = Piece.of(pixels, 0, 0)

    assert area(piece.fine) == TILE_PX * TILE_PX
    assert area(piece.even) == WIDTH * HEIGHT - TILE_PX * TILE_PX


def test_where_nothing_is_painted_nothing_is_drawn() -> None:
    piece = Piece.of(painted(), 0, 0)

    covered = np.zeros((HEIGHT, WIDTH), np.int64)
    for left, top, right, bottom in [*piece.fine.tolist(), *piece.even.tolist()]:
        covered[top:bottom, left:right] += 1

    assert covered[:, TILE_PX * 5 :].max() == 0
    assert covered[:, : TILE_PX * 4][painted()[:, : TILE_PX * 4, 3] > 0].min() == 1
    assert covered.max() == 1


def test_a_step_on_the_border_of_two_tiles_is_a_detail_of_both() -> None:
    pixels = np.full((TILE_PX, TILE_PX * 3, 4), 255, np.uint8)
    pixels[:, TILE_PX:, :3] = 40

    piece = Piece.of(pixels, 0, 0)

    assert piece.fine.tolist() == [[0, 0, TILE_PX * 2, TILE_PX]]


def test_a_picture_without_a_clear_pixel_is_known_as_opaque() -> None:
    assert Piece.of(np.full((9, 9, 4), 255, np.uint8), 0, 0).image.isOpaque()
    assert not Piece.of(painted(), 0, 0).image.isOpaque()
