"""What lives in a set moves smoothly, starts where its still picture is, and never pops."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import skia

from generation.providers.animatic.drawing.scene import build_stage
from generation.providers.animatic.drawing.sets.catalog import INDOORS, OUTDOORS
from generation.providers.animatic.drawing.sets.life import around, breeze, failing, flicker, pulse, straight, swing
from generation.providers.animatic.drawing.stage import AT_REST, Layer, Stage

WIDTH, HEIGHT = 192, 108
EVERY_SET = [
    *((words[0], False) for words in OUTDOORS.values()),
    *((words[0], True) for words in INDOORS.values()),
]
MOVING_PLACES = [
    ("street", False), ("harbour", False), ("beach", False), ("underwater", False), ("forest", False),
    ("fairground", False), ("stadium", False), ("field", False), ("ship", False), ("city", False),
    ("train", True), ("car", True), ("spaceship", True), ("club", True), ("factory", True), ("temple", True),
    ("laboratory", True), ("theatre", True), ("submarine", True), ("lighthouse", True), ("tv", True),
]  # fmt: skip


def staged(kind: str, *, interior: bool, name: str = "a", **more: Any) -> Stage:
    place = {"kind": kind, "name": name, "interior": interior}
    return build_stage({"set": place, "size": "wide", "time_of_day": "night", **more}, WIDTH, HEIGHT)


def frame(stage: Stage, seconds: float) -> np.ndarray[Any, Any]:
    """Return the picture with everything where it is after `seconds`."""
    surface = skia.Surface(WIDTH, HEIGHT)
    canvas = surface.getCanvas()
    for layer in stage.layers:
        canvas.save()
        now = layer.drift(seconds) if layer.drift else None
        if now:
            canvas.translate(now.dx, now.dy)
            canvas.rotate(now.turn, *now.pivot)
            canvas.saveLayer(None, skia.Paint(Alphaf=now.alpha))
        paint(layer, canvas, seconds)
        if now:
            canvas.restore()
        canvas.restore()
    return np.asarray(surface.toarray())[:, :, :3].astype(int)


def paint(layer: Layer, canvas: skia.Canvas, seconds: float) -> None:
    if layer.live:
        layer.live(canvas, seconds)
    else:
        layer.paint(canvas, AT_REST)


@pytest.mark.parametrize(("kind", "interior"), EVERY_SET)
def test_at_first_everything_is_where_the_still_shows_it(kind: str, interior: bool) -> None:  # noqa: FBT001
    stage = staged(kind, interior=interior)
    still = skia.Surface(WIDTH, HEIGHT)
    for layer in stage.layers:
        layer.paint(still.getCanvas(), AT_REST)

    difference = np.abs(frame(stage, 0.0) - np.asarray(still.toarray())[:, :, :3].astype(int))

    assert difference.max() <= 2


@pytest.mark.parametrize(("kind", "interior"), MOVING_PLACES)
def test_a_living_place_moves(kind: str, interior: bool) -> None:  # noqa: FBT001
    stage = staged(kind, interior=interior)

    difference = np.abs(frame(stage, 2.0) - frame(stage, 0.0))

    assert (difference > 6).mean() > 0.001


@pytest.mark.parametrize(("kind", "interior"), EVERY_SET)
@pytest.mark.parametrize("moment", [0.0, 6.37, 28.4])
def test_nothing_pops(kind: str, interior: bool, moment: float) -> None:  # noqa: FBT001
    stage = staged(kind, interior=interior)

    change = np.abs(frame(stage, moment + 0.04) - frame(stage, moment))

    assert change.mean() < 2.5


@pytest.mark.parametrize(("kind", "interior"), [("street", False), ("club", True), ("temple", True)])
def test_the_same_moment_looks_the_same_every_time(kind: str, interior: bool) -> None:  # noqa: FBT001
    first, second = (frame(staged(kind, interior=interior), 3.3) for _ in range(2))

    assert np.array_equal(first, second)


def test_what_leaves_on_one_side_comes_back_on_the_other() -> None:
    track = around(40.0, 100.0, -50.0, 450.0)

    places = [track(step / 25) for step in range(25 * 30)]
    jumps = [abs(after - before) for before, after in pairwise(places)]

    assert track(0.0) == 40.0
    assert min(places) >= -50.0
    assert max(places) < 450.0
    assert all(jump < 5 or jump > 450 for jump in jumps)


@pytest.mark.parametrize("make", [flicker, failing, lambda rng: pulse(rng, 4.0)])
def test_light_flickers_mildly_and_slowly(make: Any) -> None:
    track = make(random.Random("lamp"))

    levels = np.array([track(step / 50) for step in range(50 * 20)])
    dips = np.flatnonzero((levels[1:-1] < levels[:-2]) & (levels[1:-1] < levels[2:]) & (levels[1:-1] < 0.8))

    assert levels.min() > 0.3
    assert levels.max() <= 1.0
    assert np.abs(np.diff(levels)).max() < 0.15
    assert (
        max((np.count_nonzero((dips >= start) & (dips < start + 50)) for start in range(0, 1000, 10)), default=0) <= 3
    )


def test_wind_and_swings_start_at_rest() -> None:
    assert abs(breeze(random.Random(1))(0.0)) < 1e-9
    assert swing(20, 3)(0.0) == 0


def test_what_moves_in_a_picture_seen_from_below_keeps_its_place_and_size_and_stays_upright() -> None:
    converging = skia.Matrix()
    converging.setAll(1.2, 0, 0, 0, 1.1, 0, 0, -0.0004, 1)
    seen = skia.Matrix.Translate(540, 900).preConcat(converging).preTranslate(-540, -900)

    shown = straight(seen, 900, 1500)

    was, now = (matrix.mapXY(900, 1500) for matrix in (seen, shown))
    assert shown.isScaleTranslate()
    assert (now.x(), now.y()) == pytest.approx((was.x(), was.y()), abs=0.01)
    assert shown.mapXY(900, 1501).y() - now.y() == pytest.approx(seen.mapXY(900, 1501).y() - was.y(), rel=0.02)
    assert shown.mapXY(901, 1500).x() - now.x() == pytest.approx(seen.mapXY(901, 1500).x() - was.x(), rel=0.02)


def test_a_picture_that_is_only_turned_stays_turned() -> None:
    turned = skia.Matrix.RotateDeg(12).preScale(1.5, 1.5)

    assert straight(turned, 40, 60) == turned
