"""The mouth, from a closed line to wide open, and the beard that moves with it."""

from __future__ import annotations

from dataclasses import dataclass

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, mix, smooth, stroke

from .expressions import Expression
from .looks import Look
from .pen import blob, clipped, line, oval

_OPEN = 0.035
"""Below this a mouth is a line."""


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth at one moment: `x`, `y` is its middle, `jaw` how far the chin has dropped, all in heads."""

    x: float
    y: float
    half: float
    opening: float
    smile: float
    smirk: float
    jaw: float
    turn: float
    full: bool
    clench: bool

    def corner(self, side: float) -> Point:
        """Return the left (-1) or right (1) corner."""
        lift = self.smile * 0.048 + (self.smirk * 0.05 if side > 0 else 0.0)
        narrow = 1.0 - self.turn * 0.16 if side > 0 else 1.0
        return self.x + side * self.half * narrow, self.y - lift


def mouth_of(shown: Expression, opening: float, *, front: bool, full: bool) -> Mouth:
    """Return the mouth of an expression while it is opened by `opening` (0 to 1) to speak.

    Half-open lips are wide, as in "ay"; wide open ones draw together, as in "oh".
    """
    said = min(max(opening, 0.0), 1.0)
    gap = max(said, shown.gap * (1.0 - 0.5 * said)) if said < shown.gap else said
    rounding = 1.0 + 0.10 * said * (1.0 - said) * 4 - 0.24 * said * said
    return Mouth(
        x=0.0 if front else 0.158,
        y=0.318,
        half=0.125 * (0.92 if full else 1.0) * shown.width * rounding,
        opening=gap,
        smile=shown.smile * (1.0 - 0.45 * said),
        smirk=shown.smirk,
        jaw=0.085 * gap,
        turn=0.0 if front else 1.0,
        full=full,
        clench=shown.clench and said < _OPEN,
    )


def draw_mouth(canvas: skia.Canvas, look: Look, mouth: Mouth) -> None:
    """Draw the mouth."""
    if mouth.clench:
        _draw_clenched(canvas, look, mouth)
    elif mouth.opening < _OPEN:
        _draw_closed(canvas, look, mouth)
    else:
        _draw_open(canvas, look, mouth)
    under = mouth.y + 0.11 + mouth.opening * 0.145
    line(canvas, [(mouth.x - 0.05, under), (mouth.x, under + 0.012), (mouth.x + 0.05, under)], look.shadow, 0.028, 0.5)


def _draw_closed(canvas: skia.Canvas, look: Look, mouth: Mouth) -> None:
    left, right = mouth.corner(-1), mouth.corner(1)
    middle = (mouth.x + 0.01, mouth.y + mouth.smile * 0.028)
    ink = mix(look.lips, "#3c0f1a", 0.55)
    height = 0.052 if mouth.full else 0.034
    lower = [left, (mouth.x - 0.05, middle[1] + height), (mouth.x + 0.05, middle[1] + height), right, middle]
    upper = [left, (mouth.x - 0.035, middle[1] - height * 0.72), (mouth.x + 0.006, middle[1] - height * 0.48),
             (mouth.x + 0.045, middle[1] - height * 0.72), right, middle]  # fmt: skip
    blob(canvas, lower, look.lips, 0.9 if mouth.full else 0.5, tension=0.55)
    blob(canvas, upper, mix(look.lips, ink, 0.18), 0.9 if mouth.full else 0.42, tension=0.55)
    line(canvas, [left, (mouth.x - mouth.half * 0.45, middle[1] + mouth.smile * 0.004), middle,
                  (mouth.x + mouth.half * 0.5, middle[1] + mouth.smile * 0.002), right], ink, 0.026)  # fmt: skip
    for side, corner in ((-1, left), (1, right)):
        if mouth.smile > 0.4 or (mouth.smirk and side > 0):
            x, y = corner
            line(canvas, [(x + side * 0.018, y - 0.03), (x + side * 0.03, y), (x + side * 0.012, y + 0.03)],
                 look.shadow, 0.02, 0.8)  # fmt: skip


def _lip_line(mouth: Mouth) -> list[Point]:
    left, right = mouth.corner(-1), mouth.corner(1)
    top = mouth.y - 0.012 - 0.035 * mouth.opening + mouth.smile * 0.014
    bottom = mouth.y + 0.024 + 0.150 * mouth.opening + max(mouth.smile, 0.0) * 0.022
    wide, deep = mouth.half * 0.58, 0.014 + 0.022 * mouth.opening
    return [left, (mouth.x - wide, top - 0.004), (mouth.x, top + 0.006), (mouth.x + wide, top - 0.004), right,
            (mouth.x + wide, bottom - deep), (mouth.x, bottom), (mouth.x - wide, bottom - deep)]  # fmt: skip


def _draw_open(canvas: skia.Canvas, look: Look, mouth: Mouth) -> None:
    points = _lip_line(mouth)
    path = smooth(points, closed=True, tension=0.58)
    lips = mix(look.lips, "#5a1824", 0.12)
    canvas.drawPath(path, stroke(lips, 0.050 if mouth.full else 0.036, 1.0 if mouth.full else 0.8))
    canvas.drawPath(path, fill("#4a141d"))
    top, bottom = points[2][1], points[6][1]
    with clipped(canvas, path):
        deep = bottom - top
        oval(canvas, (mouth.x + 0.01, bottom + 0.01), mouth.half * 0.62, deep * 0.40, "#c9545a")
        oval(canvas, (mouth.x + 0.01, bottom + 0.0), mouth.half * 0.40, deep * 0.26, "#dd7573")
        teeth = min(0.30 * deep, 0.05) + 0.012
        upper = [(mouth.x - mouth.half, top - 0.09), (mouth.x + mouth.half, top - 0.09),
                 (mouth.x + mouth.half * 0.95, top + teeth * 0.6), (mouth.x, top + teeth),
                 (mouth.x - mouth.half * 0.95, top + teeth * 0.6)]  # fmt: skip
        blob(canvas, upper, "#fbf5ea", tension=0.5)
    canvas.drawPath(path, stroke("#3c0f1a", 0.012, 0.7))


def _draw_clenched(canvas: skia.Canvas, look: Look, mouth: Mouth) -> None:
    left, right = mouth.corner(-1), mouth.corner(1)
    ink = mix(look.lips, "#3c0f1a", 0.6)
    y = mouth.y
    path = smooth([left, (mouth.x, y - 0.028), right, (mouth.x + mouth.half * 0.55, y + 0.05), (mouth.x, y + 0.044),
                   (mouth.x - mouth.half * 0.6, y + 0.05)], closed=True, tension=0.58)  # fmt: skip
    canvas.drawPath(path, fill("#f7efe4"))
    with clipped(canvas, path):
        for step in range(-2, 3):
            x = mouth.x + step * 0.05
            line(canvas, [(x, y - 0.1), (x, y + 0.1)], "#b9a59b", 0.008)
        line(canvas, [(mouth.x - 0.2, y + 0.015), (mouth.x + 0.2, y + 0.012)], "#7d5a58", 0.012)
    canvas.drawPath(path, stroke(ink, 0.024))


def draw_beard(canvas: skia.Canvas, look: Look, mouth: Mouth, *, front: bool, inside: bool) -> None:
    """Draw the beard; stubble lies in the skin (`inside` the face), the others on it."""
    if look.beard == "stubble" and inside:
        _draw_stubble(canvas, look, mouth, front=front)
    elif look.beard and look.beard != "stubble" and not inside:
        if look.beard == "full":
            _draw_full(canvas, look, mouth, front=front)
        elif look.beard == "goatee":
            _draw_goatee(canvas, look, mouth)
        _draw_moustache(canvas, look, mouth)


def _jaw_ring(mouth: Mouth, *, front: bool, drop: float) -> list[Point]:
    jaw = mouth.jaw
    if front:
        right = [(0.475, -0.02), (0.465, 0.24), (0.32, 0.52 + jaw), (0.0, 0.60 + drop + jaw)]
        inner = [(0.40, 0.02), (0.335, 0.19), (0.19, 0.235), (0.0, 0.215)]
        return [
            *right,
            *[(-x, y) for x, y in reversed(right[:-1])],
            *[(-x, y) for x, y in inner],
            *reversed(inner[:-1]),
        ]
    return [(-0.42, -0.06), (-0.42, 0.26), (-0.22, 0.54 + jaw), (0.10, 0.60 + drop + jaw), (0.31, 0.52 + drop + jaw),
            (0.41, 0.30), (0.435, 0.14), (0.36, 0.20), (0.26, 0.225), (0.155, 0.21), (0.02, 0.235), (-0.17, 0.19),
            (-0.29, 0.06), (-0.32, -0.08)]  # fmt: skip


def _draw_stubble(canvas: skia.Canvas, look: Look, mouth: Mouth, *, front: bool) -> None:
    ring = smooth(_jaw_ring(mouth, front=front, drop=0.06), closed=True, tension=0.58)
    canvas.drawPath(ring, fill(mix(look.hair, "#3b3742", 0.35), 0.25, blur=0.018))


def _draw_full(canvas: skia.Canvas, look: Look, mouth: Mouth, *, front: bool) -> None:
    ring = smooth(_jaw_ring(mouth, front=front, drop=0.15), closed=True, tension=0.58)
    hole = smooth([(x, y) for x, y in _lip_line(mouth)], closed=True, tension=0.58)
    canvas.save()
    canvas.clipPath(hole, skia.ClipOp.kDifference, doAntiAlias=True)
    canvas.drawPath(ring, fill(look.hair))
    with clipped(canvas, ring):
        shade = mix(look.hair, "#0c0814", 0.35)
        blob(canvas, [(-0.6, 0.1), (-0.30, 0.2), (-0.14, 0.6), (0.0, 0.95), (-0.6, 0.9)], shade, 0.5)
        for step in range(7):
            x = mouth.x - 0.33 + step * 0.10
            line(canvas, [(x, 0.36), (x * 0.85 + 0.02, 0.55 + mouth.jaw), (x * 0.6 + 0.06, 0.72 + mouth.jaw)],
                 mix(look.hair, "#fff0d0", 0.2), 0.014, 0.5)  # fmt: skip
    canvas.restore()


def _draw_goatee(canvas: skia.Canvas, look: Look, mouth: Mouth) -> None:
    x, low = mouth.x, mouth.y + 0.09 + mouth.opening * 0.15
    blob(canvas, [(x - 0.10, low), (x, low - 0.02), (x + 0.10, low), (x + 0.11, low + 0.13), (x, low + 0.25),
                  (x - 0.12, low + 0.14)], look.hair)  # fmt: skip


def _draw_moustache(canvas: skia.Canvas, look: Look, mouth: Mouth) -> None:
    x, y, half = mouth.x, mouth.y - 0.02 - 0.03 * mouth.opening, 0.19
    for side in (-1.0, 1.0 - mouth.turn * 0.18):
        blob(
            canvas,
            [(x - side * 0.012, y - 0.075), (x + side * half * 0.55, y - 0.085), (x + side * half, y + 0.032),
             (x + side * half * 0.55, y - 0.005), (x - side * 0.012, y - 0.018)],
            mix(look.hair, "#fff0d0", 0.05), tension=0.58,
        )  # fmt: skip
