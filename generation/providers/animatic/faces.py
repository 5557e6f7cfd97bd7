"""Where faces are in a clip, so that nothing is written over them, and how far a camera goes along with walkers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .acting.travel import is_walking, tracks
from .camera import Camera
from .drawing.figure import Actor
from .drawing.figure.person import posed, turned_to
from .drawing.figure.stance import Stance
from .drawing.sizes import size_of
from .drawing.stage import Stage, place

_EVERY_S = 0.25
_FACE = (-0.55, -0.72, 0.55, 0.66)
"""A face about the middle of its head, in heads."""

_LEAST_SEEN = 0.35
"""The share of a face's width that must be in the picture for it to count."""


def tracking_of(staging: Mapping[str, Any], actors: Mapping[str, Actor], seconds: float) -> float:
    """Return how far the camera goes along with whoever walks, as a share of the picture; to the left is negative."""
    listed = staging.get("cast")
    cast = [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list | tuple) else []
    ways = {
        -1.0 if actors[name].figure.mirrored else 1.0
        for entry in cast
        if (name := str(entry.get("name") or "")) in actors and is_walking(entry)
        and actors[name].figure.facing in {"left", "right"}
    }  # fmt: skip
    if len(ways) != 1 or any(not is_walking(entry) for entry in cast if entry.get("name") in actors):
        return 0.0
    return 2 * ways.pop() * tracks(size_of(staging), seconds)


def people_seen(
    stage: Stage, camera: Camera, actors: Mapping[str, Actor], played: Mapping[str, Sequence[Stance]], rate: int
) -> list[dict[str, Any]]:
    """Return where each face is from moment to moment: [{"name": ..., "boxes": [[ms, left, top, right, bottom]]}].

    Edges are shares of the picture. A moment at which a face is out of the picture is left out.
    """
    people = []
    depths = {layer.person: layer.depth for layer in stage.layers if layer.actor}
    for name, stances in played.items():
        step = max(1, round(rate * _EVERY_S))
        seen = [
            [round(frame * 1000 / rate), *(round(edge, 4) for edge in box)]
            for frame in range(0, len(stances), step)
            if (box := _face(stage, camera, actors[name], depths[name], stances[frame], frame / rate)) is not None
        ]
        if seen:
            people.append({"name": name, "boxes": seen})
    return people


def faces_of(people: Sequence[Mapping[str, Any]]) -> list[list[float]]:
    """Return the part of the picture that each face is in at some moment: left, top, right, bottom as shares."""
    found = []
    for person in people:
        _, lefts, tops, rights, bottoms = zip(*person["boxes"], strict=True)
        found.append([min(lefts), min(tops), max(rights), max(bottoms)])
    return found


def _face(
    stage: Stage, camera: Camera, actor: Actor, depth: float, stance: Stance, moment: float
) -> tuple[float, float, float, float] | None:
    where = place(depth, camera.at(moment), stage.width, stage.height)
    x, y = head_of(actor, stance)
    grown = stance.size
    corners = [
        actor.onto.mapXY(actor.x + (x * grown + dx * grown + stance.dx) * actor.unit,
                         actor.y + (y * grown + dy * grown + stance.dy - stance.hop) * actor.unit)
        for dx in (_FACE[0], _FACE[2]) for dy in (_FACE[1], _FACE[3])
    ]  # fmt: skip
    xs = [(corner.x() * where.scale + where.dx) / stage.width for corner in corners]
    ys = [(corner.y() * where.scale + where.dy) / stage.height for corner in corners]
    left, right = max(0.0, min(xs)), min(1.0, max(xs))
    top, bottom = max(0.0, min(ys)), min(1.0, max(ys))
    if right - left < _LEAST_SEEN * (max(xs) - min(xs)) or bottom - top < _LEAST_SEEN * (max(ys) - min(ys)):
        return None
    return left, top, right, bottom


def head_of(actor: Actor, stance: Stance) -> tuple[float, float]:
    """Return where a head is, in heads from the feet, as the picture shows it."""
    figure = actor.figure if stance.facing in {"", actor.figure.facing} else turned_to(actor.figure, stance.facing)
    if stance.pose is not None:
        figure = posed(figure, stance.pose)
    ahead = -1.0 if figure.mirrored else 1.0
    x, y = figure.head_center
    return x + (stance.sway + stance.lean + stance.glide) * ahead, y + stance.nod - stance.rise
