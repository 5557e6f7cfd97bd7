"""A camera that is not level: it leans to one side, looks up, or looks down.

Looking up, upright lines draw together towards the sky and people tower; looking down they draw together towards
the ground, heads are nearest and feet are far away. Both are true perspectives, so straight lines stay straight.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import skia

from .framing import Framing, Spot
from .sizes import GROWN
from .stage import Drift, Drifting, Face, Layer

_SET_SHARE = 0.75
"""How strongly a set is drawn together beside its people: its lines are longer, so less is enough."""


def leaning(layers: Sequence[Layer], degrees: float, width: int, height: int) -> list[Layer]:
    """Lean the whole stage; the set is grown as much as keeps its corners outside, people stay as they are framed."""
    if not degrees:
        return list(layers)
    angle = math.radians(degrees)
    grown = math.cos(angle) + max(width / height, height / width) * math.sin(angle)

    def leaned(layer: Layer) -> Layer:
        size = 1.0 if layer.person or layer.name.startswith("thing") else grown
        onto = skia.Matrix.Translate(width / 2, height / 2)
        onto.preRotate(degrees).preScale(size, size).preTranslate(-width / 2, -height / 2)
        return _through(layer, onto)

    return [leaned(layer) for layer in layers]


def pitch(
    back: Sequence[Layer],
    middle: Sequence[Layer],
    front: Sequence[Layer],
    framing: Framing,
    width: int,
    height: int,
) -> list[Layer]:
    """Return the stage's layers, from behind to before its people, as a camera sees them that looks up or down.

    `framing.pitch` is above 0 for a camera that looks up and below 0 for one that looks down.
    """
    if not framing.pitch or framing.insert:
        return [*back, *middle, *front]
    spots = {index: spot for index, spot in enumerate(framing.spots)}
    seen, people = [], 0
    for layer in middle:
        if not layer.person:
            seen.append(layer)
            continue
        spot = spots.get(people)
        people += 1
        seen.append(_through(layer, _drawn_together(spot, framing.pitch)) if spot else layer)
    onto = _converging(width, height, framing)
    return [*(_through(layer, onto) for layer in back), *seen, *(_through(layer, onto) for layer in front)]


def _drawn_together(spot: Spot, strength: float) -> skia.Matrix:
    """Return the perspective of somebody seen from below or above; feet and crown stay at their heights."""
    across = (1 + strength) ** 0.5
    return _perspective((spot.x, spot.y), GROWN * spot.unit, strength, across, 1 + strength)


def _converging(width: int, height: int, framing: Framing) -> skia.Matrix:
    """Return the perspective of the set about the horizon: nowhere smaller than it was, so that no edge shows."""
    strength = framing.pitch * _SET_SHARE
    line = height * framing.horizon
    farthest = max(1 + strength * framing.horizon, 1 - strength * (1 - framing.horizon))
    return _perspective((width / 2, line), height, strength, farthest, farthest)


def _perspective(foot: tuple[float, float], tall: float, strength: float, across: float, up: float) -> skia.Matrix:
    """Return the projection in which what is `tall` above `foot` is 1 + `strength` times as far as the foot.

    `across` and `up` scale everything about the foot before it is projected.
    """
    matrix = skia.Matrix.Translate(*foot)
    projection = skia.Matrix()
    projection.setAll(across, 0, 0, 0, up, 0, 0, -strength / tall, 1)
    return matrix.preConcat(projection).preTranslate(-foot[0], -foot[1])


def drifting_on(drift: Drifting, onto: skia.Matrix) -> Drifting:
    """Return the same drift in units of the picture that `onto` leads to."""

    def moved(seconds: float) -> Drift:
        now = drift(seconds)
        pivot, end = onto.mapXY(*now.pivot), onto.mapXY(now.pivot[0] + now.dx, now.pivot[1] + now.dy)
        return Drift(end.x() - pivot.x(), end.y() - pivot.y(), now.turn, (pivot.x(), pivot.y()), now.alpha)

    return moved


def _through(layer: Layer, onto: skia.Matrix) -> Layer:
    """Return the layer drawn through a matrix."""

    def draw(canvas: skia.Canvas, face: Face) -> None:
        canvas.save()
        canvas.concat(onto)
        layer.paint(canvas, face)
        canvas.restore()

    def living(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.concat(onto)
        if layer.live:
            layer.live(canvas, seconds)
        canvas.restore()

    drift = drifting_on(layer.drift, onto) if layer.drift else None
    actor = layer.actor.through(onto) if layer.actor else None
    return Layer(layer.name, layer.depth, draw, layer.person, drift, living if layer.live else None, actor)
