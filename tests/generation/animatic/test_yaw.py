"""Heads turn to who speaks: the eyes first, then the head, smoothly, while the body stays as it is."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from generation.providers.animatic.acting import Cue, play
from generation.providers.animatic.acting.curves import rise
from generation.providers.animatic.drawing.figure import Actor, Figure
from generation.providers.animatic.drawing.figure.puppet import Puppet
from generation.providers.animatic.drawing.figure.stance import Stance
from generation.providers.animatic.drawing.figure.yaw import SLIDE
from generation.providers.animatic.drawing.light import TIMES
from generation.providers.base import SpokenPart

RATE, UNIT, X, Y = 24, 120.0, 200.0, 660.0
DAN: dict[str, Any] = {"name": "Dan", "sex": "male", "hair": "short black", "wears": "grey suit", "facing": "right"}


def said(speaker: str, start: int, end: int) -> SpokenPart:
    return SpokenPart(
        speaker, start, end, tuple((sound, at, at + 100) for at in range(start, end, 200) for sound in "mɑ")
    )


def listening() -> list[Stance]:
    cast = [
        {"name": "Ann", "position": "left", "facing": "right"},
        {**DAN, "position": "center"},
        {"name": "Bob", "position": "right", "facing": "left"},
    ]
    actors = {
        entry["name"]: Actor(Figure.from_cast(entry), x, 340.0, 48.0, TIMES["day"], 640)
        for entry, x in zip(cast, (150.0, 300.0, 500.0), strict=True)
    }
    speech = (said("Ann", 300, 2300), said("Bob", 2900, 5200))
    return play(actors, Cue({"cast": cast, "size": "medium"}, speech, 7 * RATE, RATE, 3, 640, 360, 4.0))["Dan"]


def drawn(puppet: Puppet, stance: Stance) -> NDArray[np.float64]:
    surface = skia.Surface(400, 400)
    canvas = surface.getCanvas()
    canvas.clear(skia.ColorWHITE)
    puppet.draw(canvas, stance)
    grey: NDArray[np.float64] = np.asarray(surface.toarray())[:, :, :3].mean(axis=2)
    return grey


def puppet_of(**more: Any) -> Puppet:
    return Puppet(Actor(Figure.from_cast({**DAN, **more}), X, Y, UNIT, TIMES["day"], 400), skia.Matrix.I())


def shift(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Return how far a picture has gone to the right: the gradient tells what a small movement changes."""
    across = np.gradient((first + second) / 2, axis=1)
    return -float((across * (second - first)).sum() / (across**2).sum())


def test_the_head_turns_after_the_eyes_to_who_begins_to_speak() -> None:
    stances = listening()

    before, after = round(2.9 * RATE), round(4.2 * RATE)
    gaze = np.array([stance.face.gaze[0] for stance in stances])
    yaw = np.array([stance.yaw for stance in stances])
    eyes = before + int(np.argmax(np.abs(gaze[before:] - gaze[before]) > 0.2))
    head = before + int(np.argmax(np.abs(yaw[before:] - yaw[before]) > 0.05))
    assert yaw[after] - yaw[before] > 0.3
    assert 0 < head - eyes < 0.5 * RATE


def test_the_body_stays_while_the_head_turns() -> None:
    stances = listening()

    assert {stance.facing for stance in stances} == {"right"}


def test_a_head_is_where_the_picture_has_it_when_a_shot_begins() -> None:
    assert abs(listening()[0].yaw) < 0.02


def test_only_the_head_of_a_turned_head_changes() -> None:
    puppet = puppet_of()

    straight, turned = drawn(puppet, Stance()), drawn(puppet, Stance(yaw=0.5))

    rows = np.flatnonzero(np.abs(straight - turned).max(axis=1) > 3)
    figure = puppet.actor.figure
    middle = Y + figure.head_center[1] * UNIT
    assert len(rows)
    assert rows.max() < middle + 1.05 * UNIT


@pytest.mark.parametrize("facing", ["right", "left", "camera"])
def test_a_turning_head_never_jumps(facing: str) -> None:
    puppet = puppet_of(facing=facing)
    ahead = -1.0 if facing == "left" else 1.0
    curve = 0.55 * rise(np.arange(30) / RATE, 0.2, 0.66)
    x, y = puppet.actor.figure.head_center
    left, top = int(X + x * UNIT - 0.2 * UNIT), int(Y + y * UNIT - 0.05 * UNIT)

    faces = [
        drawn(puppet, Stance(yaw=float(yaw)))[top : top + int(0.45 * UNIT), left : left + int(0.4 * UNIT)]
        for yaw in curve
    ]

    moved = np.array([shift(first, second) for first, second in pairwise(faces)])
    wanted = np.diff(curve) * SLIDE * UNIT * ahead
    scale = float((moved * wanted).sum() / (wanted**2).sum())
    assert 0.6 < scale < 1.4
    assert float(np.sqrt(np.mean((moved - scale * wanted) ** 2))) <= 0.1
