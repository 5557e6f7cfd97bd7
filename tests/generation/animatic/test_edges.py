"""Whatever the set, the angle and the camera's way, nothing shows behind what is painted."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import skia

from generation.providers.animatic.camera import keep_inside
from generation.providers.animatic.drawing.moves import way
from generation.providers.animatic.drawing.scene import build_stage
from generation.providers.animatic.drawing.sets.catalog import INDOORS, OUTDOORS
from generation.providers.animatic.drawing.stage import AT_REST, OVERSCAN, Stage, View, between, place

WIDTH, HEIGHT = 192, 108
CORNER = -WIDTH * (OVERSCAN - 1) / 2, -HEIGHT * (OVERSCAN - 1) / 2
SETS = [
    *((listed[0], False) for listed in OUTDOORS.values()),
    *((listed[0], True) for listed in INDOORS.values()),
    ("quux", True),
]
SHOTS = [("wide", "eye"), ("wide", "top"), ("medium", "low"), ("medium", "dutch"), ("close", "high"), ("close", "low")]
MOVES = ["hold", "push_in", "pull_out", "pan_left", "pan_right", "tilt_up", "tilt_down", "handheld"]

LayerPictures = list[tuple[float, skia.Image]]


def painted(stage: Stage) -> LayerPictures:
    """Return every layer of the set with its overscan, and its depth."""
    pictures = []
    for layer in stage.layers:
        if layer.person:
            continue
        surface = skia.Surface(round(WIDTH * OVERSCAN), round(HEIGHT * OVERSCAN))
        canvas = surface.getCanvas()
        canvas.translate(-CORNER[0], -CORNER[1])
        layer.paint(canvas, AT_REST)
        pictures.append((layer.depth, surface.makeImageSnapshot()))
    return pictures


def views(pictures: LayerPictures) -> Iterator[tuple[str, View]]:
    for move, share in itertools.product(MOVES, (0.0, 0.5, 1.0)):
        start, end = way(move, (0.4, 0.35))
        yield move, keep_inside(between(start, end, share), [depth for depth, _ in pictures])


def seen(pictures: LayerPictures, view: View) -> np.ndarray[Any, Any]:
    """Return the red, green and blue of what `view` shows in front of magenta."""
    surface = skia.Surface(WIDTH, HEIGHT)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorMAGENTA)
    for depth, picture in pictures:
        placed = place(depth, view, WIDTH, HEIGHT)
        canvas.save()
        canvas.translate(placed.dx, placed.dy)
        canvas.scale(placed.scale, placed.scale)
        canvas.drawImage(picture, *CORNER, skia.SamplingOptions(skia.FilterMode.kLinear))
        canvas.restore()
    return np.asarray(surface.toarray())[:, :, 2::-1].astype(int)


EVERY_SET_TWICE = [
    (*place_, *SHOTS[(index + turn) % len(SHOTS)]) for index, place_ in enumerate(SETS) for turn in (0, 3)
]
"""Each set in two of the shots, so that all of them are seen without hours of waiting."""


@pytest.mark.parametrize(("kind", "interior", "size", "angle"), EVERY_SET_TWICE)
def test_no_move_shows_what_is_behind_a_set(kind: str, interior: bool, size: str, angle: str) -> None:  # noqa: FBT001
    staging: dict[str, Any] = {
        "set": {"kind": kind, "interior": interior},
        "size": size,
        "angle": angle,
        "time_of_day": "dusk",
    }
    staging["cast"] = [{"name": "Ann", "facing": "left"}]
    pictures = painted(build_stage(staging, WIDTH, HEIGHT))

    for move, view in views(pictures):
        red, green, blue = np.moveaxis(seen(pictures, view), 2, 0)
        magenta = (np.minimum(red, blue) > 225) & (green < 60)
        assert not magenta.any(), move
