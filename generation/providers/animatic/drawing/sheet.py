"""Reference pictures: a character, a set or a thing by itself, as other pictures are to show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import skia

from .canvas import Point, fill, linear, mix, radial, rounded, stroke
from .figure import Figure, draw_person
from .finish import Grade, finish_for
from .light import TIMES, Light
from .props import draw_prop, prop_room
from .scene import build_stage
from .stage import OVERSCAN, Face, Layer, Stage, View
from .stature import stature_of

SUBJECTS = frozenset({"character", "set", "prop"})
"""The words of a staging's `subject` that ask for a sheet and not for a shot."""

_STILL = View(1.0, 0.5, 0.5)
_PAPER = "#efe2cc"


def build_sheet(staging: Mapping[str, Any], width: int, height: int) -> Stage:
    """Return a stage with the reference picture that `staging["subject"]` asks for, `width` x `height` units.

    A sheet without its one person or thing is the bare backdrop.
    """
    subject = staging.get("subject")
    if subject == "set":
        return build_stage({**staging, "cast": [], "props": [], "size": "wide", "move": "hold"}, width, height)
    light, grade = TIMES["day"], Grade.of(staging.get("style"))
    layers = [Layer("backdrop", 0.5, lambda canvas, _face: _backdrop(canvas, width, height, grade))]
    if subject == "character":
        layers += _character(_first(staging.get("cast")), width, height, light)
    elif names := staging.get("props"):
        layers.append(_thing(str(next(iter(names))), width, height, light))
    return Stage(width, height, tuple(layers), light, _STILL, _STILL, finish_for(light, grade, width, height))


def _first(listed: object) -> Mapping[str, Any] | None:
    if not isinstance(listed, list | tuple):
        return None
    return next((entry for entry in listed if isinstance(entry, Mapping)), None)


def _backdrop(canvas: skia.Canvas, width: int, height: int, grade: Grade) -> None:
    """Draw a plain warm studio wall that runs into its floor."""
    paper = grade.colour(_PAPER)
    area = skia.Rect.MakeXYWH(
        -(OVERSCAN - 1) * width / 2, -(OVERSCAN - 1) * height / 2, width * OVERSCAN, height * OVERSCAN
    )
    shades = radial(
        (width * 0.45, height * 0.40),
        max(width, height) * 0.8,
        [mix(paper, "#ffffff", 0.45), paper, mix(paper, "#8a6a50", 0.35)],
    )
    canvas.drawRect(area, fill(paper, shader=shades))
    floor = linear((0, height * 0.78), (0, height), [("#8a6a50", 0), ("#8a6a50", 0.22)])
    canvas.drawRect(area, fill(paper, shader=floor))


def _character(entry: Mapping[str, Any] | None, width: int, height: int, light: Light) -> list[Layer]:
    """Return the full figure on one side and the head, large, in a frame on the other (or above, in a tall picture)."""
    if entry is None:
        return []
    stands = {**entry, "pose": "stand", "facing": "camera", "expression": entry.get("expression") or "neutral"}
    figure, looks = Figure.from_cast(stands), Figure.from_cast({**stands, "facing": "right", "holds": ""})
    name = str(entry.get("name") or "person 1")
    tall = height > width
    unit = min(height * (0.62 if tall else 0.80), width * 1.35) / 6.2
    feet = (width * (0.34 if tall else 0.28), height * 0.93)
    side = min(width * 0.44, height * (0.34 if tall else 0.66))
    corner = (width * 0.52, height * 0.10) if tall else (width * 0.53, height * 0.17)

    def whole(canvas: skia.Canvas, face: Face) -> None:
        draw_person(canvas, figure, *feet, unit, light, face)

    def head(canvas: skia.Canvas, face: Face) -> None:
        _portrait(canvas, looks, corner, side, light, face)

    return [Layer(name, 1.0, whole, person=name), Layer("portrait", 1.0, head, person=name)]


def _portrait(canvas: skia.Canvas, figure: Figure, corner: Point, side: float, light: Light, face: Face) -> None:
    x, y = corner
    frame = rounded(x, y, side, side, side * 0.05)
    canvas.drawRRect(rounded(x + 4, y + 9, side, side, side * 0.05), fill("#3a2a20", 0.25, blur=side * 0.03))
    ground = linear((x, y), (x, y + side), ["#8fb4b8", "#cfe0d6"])
    canvas.save()
    canvas.clipRRect(frame, doAntiAlias=True)
    canvas.drawPaint(skia.Paint(Shader=ground))
    stature = stature_of(figure)
    left, right = stature.head
    unit = side * min(0.47, 0.96 / (right - left))
    middle = x + side * 0.5 - (left + right) / 2 * unit
    feet = y + max(side * 0.47 - stature.head_y * unit, side * 0.05 + stature.crown * unit)
    draw_person(canvas, figure, middle, feet, unit, light, face)
    canvas.restore()
    canvas.drawRRect(frame, stroke("#fff8ea", side * 0.018))


def _thing(name: str, width: int, height: int, light: Light) -> Layer:
    left, top, right = prop_room(name)
    size = min(height * 0.62 / -top, width * 0.66 / (right - left))
    x, y = width / 2 - (left + right) / 2 * size, height * 0.5 - top / 2 * size

    def paint(canvas: skia.Canvas, _face: Face) -> None:
        draw_prop(canvas, name, x, min(y, height * 0.82), size, light)

    return Layer("thing", 1.0, paint)
