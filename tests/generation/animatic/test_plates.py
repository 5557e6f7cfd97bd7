from __future__ import annotations

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic.camera import Camera
from generation.providers.animatic.drawing.canvas import fill
from generation.providers.animatic.drawing.stage import Face, Layer, Stage, View, place
from generation.providers.animatic.pieces import LINEAR
from generation.providers.animatic.plates import MOST_PLATES, Painted, Plate, lay_out, paint_all
from tests.generation.animatic.stages import HEIGHT, WIDTH, backdrop, dot, person, stage


def ground(top: float, colour: str) -> Layer:
    def paint(canvas: skia.Canvas, face: Face) -> None:
        canvas.drawRect(skia.Rect(-WIDTH, top, WIDTH * 2, HEIGHT * 2), fill(colour))

    return Layer("ground", 0.7, paint)


def moving(*layers: Layer) -> tuple[Stage, Camera]:
    drawn = stage(*layers, start=View(1.02, 0.47, 0.5), end=View(1.15, 0.53, 0.51))
    return drawn, Camera(drawn, 2)


def flattened(painted: Painted) -> NDArray[np.uint8]:
    surface = skia.Surface(WIDTH * 2, HEIGHT * 2)
    surface.getCanvas().clear(0)
    for piece in painted.pieces:
        surface.getCanvas().drawImage(piece.image, piece.x + WIDTH // 2, piece.y + HEIGHT // 2)
    pixels: NDArray[np.uint8] = surface.makeImageSnapshot().toarray()
    return pixels


def test_many_layers_become_few_plates_and_people_keep_their_own() -> None:
    layers = [Layer(f"plane {index}", index / 12, backdrop("#ffffff")) for index in range(12)]
    drawn, camera = moving(*layers[:11], Layer("cast", 1, person(90), "Jack"), Layer("cast", 1, person(200), "Mia"))

    plates = lay_out(drawn, camera, 1)

    assert len([plate for plate in plates if not plate.person]) <= MOST_PLATES
    assert [plate.person for plate in plates if plate.person] == ["Jack", "Mia"]
    assert [layer.name for plate in plates for layer in plate.layers] == [layer.name for layer in drawn.layers]


def test_a_camera_that_holds_needs_one_plate_for_all_that_stands_still() -> None:
    drawn = stage(Layer("sky", 0.0, backdrop("#ffffff")), ground(120, "#404040"), Layer("near", 1.5, dot(30, 150, 9)))

    assert len(lay_out(drawn, Camera(drawn, 2), 1)) == 1


@pytest.mark.parametrize("move", [False, True])
def test_leaving_out_what_is_hidden_changes_no_picture(move: bool) -> None:  # noqa: FBT001
    drawn, _ = moving(
        Layer("sky", 0.05, backdrop("#70a0f0")), Layer("sun", 0.3, dot(200, 118, 30, "#ff0000")), ground(120, "#404040")
    )
    camera = Camera(drawn, 2, handheld=move, seed=4)
    whole = [(plate, plate.paint()) for plate in lay_out(drawn, camera, 1)]
    trimmed = paint_all(lay_out(drawn, camera, 1), camera)

    for moment in (0.0, 0.5, 1.0, 1.7, 2.0):
        assert np.array_equal(photograph(whole, camera, moment), photograph(trimmed, camera, moment))
    assert sum(map(area_of, trimmed)) < 0.8 * sum(map(area_of, whole))


def area_of(plate_and_painted: tuple[Plate, Painted]) -> int:
    return sum(piece.image.width() * piece.image.height() for piece in plate_and_painted[1].pieces)


def photograph(plates: list[tuple[Plate, Painted]], camera: Camera, moment: float) -> NDArray[np.uint8]:
    surface = skia.Surface(WIDTH, HEIGHT)
    canvas = surface.getCanvas()
    for plate, painted in plates:
        where = place(plate.depth, camera.at(moment), WIDTH, HEIGHT)
        canvas.save()
        canvas.translate(where.dx, where.dy)
        canvas.scale(where.scale / plate.fineness, where.scale / plate.fineness)
        for piece in painted.pieces:
            canvas.drawImage(piece.image, piece.x, piece.y, LINEAR)
        canvas.restore()
    pixels: NDArray[np.uint8] = surface.makeImageSnapshot().toarray()
    return pixels
