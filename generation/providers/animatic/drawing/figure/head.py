"""A head: its shape, skin and ear, and the order in which hair, face and hat are laid on it.

Measures are in heads around the middle of the head: the crown is near y = -0.66, the chin near 0.56.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, linear, mix, radial, smooth
from generation.providers.animatic.drawing.stage import Face

from .clothing import Garment
from .expressions import Expression, felt
from .face_wear import draw_below_eyes, draw_on_face, draw_over_head
from .features import draw_brows, draw_eyes, draw_nose
from .hair import draw_hair_behind, draw_hair_in_front, hair_shadow
from .hats import draw_hat, draw_hat_behind
from .looks import Look
from .mouth import Mouth, draw_beard, draw_mouth, mouth_of
from .pen import blob, clipped, disc, line, mirrored, oval


@dataclass(frozen=True, slots=True)
class Head:
    """What is needed to draw a head in any shot. `view` is side, front or back."""

    look: Look
    sex: str
    age: str
    view: str
    expression: Expression
    hat: Garment | None = None
    heavy: bool = False
    worn: tuple[Garment, ...] = ()

    @property
    def front(self) -> bool:
        """Whether the face looks straight at us."""
        return self.view == "front"


_SIDE = [
    (-0.46, -0.30), (-0.45, 0.02), (-0.37, 0.27), (-0.17, 0.48), (0.09, 0.57), (0.27, 0.49), (0.385, 0.31),
    (0.435, 0.10), (0.420, -0.08), (0.455, -0.25), (0.37, -0.52), (0.04, -0.66), (-0.32, -0.57),
]  # fmt: skip
_FRONT = [
    (0.0, -0.66), (0.30, -0.58), (0.455, -0.30), (0.450, -0.02), (0.405, 0.24), (0.245, 0.47), (0.0, 0.57)
]  # fmt: skip


def outline(head: Head, jaw: float = 0.0) -> list[Point]:
    """Return the outline of the face with the chin lowered by `jaw`."""
    points = mirrored(_FRONT) if head.front else _SIDE
    square = {"child": -0.03, "teen": -0.005}.get(head.age, 0.022) - (0.03 if head.sex == "female" else 0.0)
    square += 0.05 if head.heavy else 0.0
    short = 0.035 if head.age == "child" else 0.02 if head.sex == "female" else 0.0
    shaped = []
    for x, y in points:
        low = max(0.0, (y - 0.12) / 0.45)
        side = 1.0 if x > 0.12 else -1.0 if x < 0.0 else 0.0
        shaped.append((x + side * square * min(low * 1.6, 1.0), y + jaw * low - short * low))
    return shaped


def draw_head_behind(canvas: skia.Canvas, head: Head) -> None:
    """Draw what lies behind neck and shoulders: long hair, the back of a hood."""
    if head.hat:
        draw_hat_behind(canvas, head.hat, head.view)
    draw_hair_behind(canvas, head.look, head.view, covered=_covered(head))


def draw_head(canvas: skia.Canvas, head: Head, face: Face) -> None:
    """Draw the head itself, from skin to hat."""
    if head.view == "back":
        _draw_back(canvas, head)
        return
    head = replace(head, expression=felt(head.expression, face))
    mouth = mouth_of(head.expression, face.mouth, front=head.front, full=head.sex == "female" and head.age != "child")
    points = outline(head, mouth.jaw)
    path = smooth(points, closed=True, tension=0.58)
    if head.front:
        _draw_ear(canvas, head, 1.0)
        _draw_ear(canvas, head, -1.0)
    canvas.drawPath(path, fill(head.look.skin))
    with clipped(canvas, path):
        _draw_form(canvas, head)
        draw_beard(canvas, head.look, mouth, front=head.front, inside=True)
        hair_shadow(canvas, head.look, head.view, covered=_covered(head))
    if not head.front:
        _draw_ear(canvas, head, -1.0)
    _draw_marks(canvas, head)
    _draw_face(canvas, head, face, mouth)
    draw_on_face(canvas, head.worn, front=head.front)
    draw_hair_in_front(canvas, head.look, head.view, covered=_covered(head))
    if head.hat:
        draw_hat(canvas, head.hat, head.view)
    draw_over_head(canvas, head.worn, head.view)


def _covered(head: Head) -> str:
    return head.hat.kind if head.hat else ""


def _draw_face(canvas: skia.Canvas, head: Head, face: Face, mouth: Mouth) -> None:
    draw_nose(canvas, head.look, front=head.front, age=head.age, sex=head.sex)
    draw_mouth(canvas, head.look, mouth)
    draw_beard(canvas, head.look, mouth, front=head.front, inside=False)
    draw_below_eyes(canvas, head.worn, front=head.front)
    draw_eyes(
        canvas, head.look, head.expression, front=head.front, blink=face.blink, young=head.age == "child",
        broad=head.sex == "female",
    )  # fmt: skip
    draw_brows(canvas, head.look, head.expression, front=head.front, sex=head.sex, age=head.age)


def _draw_form(canvas: skia.Canvas, head: Head) -> None:
    """Shade the far side of the face and warm the cheeks."""
    skin, shadow = head.look.skin, head.look.shadow
    box = skia.Rect(-0.9, -0.9, 0.9, 0.9)
    if head.front:
        canvas.drawRect(box, fill(shadow, shader=linear((-0.46, 0), (0.46, 0), [(shadow, 0.42), (shadow, 0.0)])))
        blob(canvas, [(-0.6, 0.34), (-0.26, 0.44), (0.0, 0.50), (0.26, 0.44), (0.6, 0.34), (0.5, 0.8), (-0.5, 0.8)],
             shadow, 0.22)  # fmt: skip
    else:
        blob(canvas, [(-0.8, -0.8), (-0.25, -0.5), (-0.27, 0.10), (-0.06, 0.44), (0.16, 0.62), (-0.8, 0.8)], shadow,
             0.36, tension=0.55)  # fmt: skip
        canvas.drawRect(box, fill(skin, shader=radial((0.20, -0.32), 0.5, [(mix(skin, "#fff1dc", 0.5), 0.5),
                                                                          (skin, 0.0)])))  # fmt: skip
    rosy = mix(skin, "#dd3f37", 0.72)
    for x, size in ((-0.27, 0.17), (0.27, 0.17)) if head.front else ((-0.115, 0.17), (0.365, 0.12)):
        spot = radial((x, 0.17), size, [(rosy, head.expression.blush * 0.8 + 0.06), (rosy, 0.0)])
        canvas.drawCircle(x, 0.17, size, fill(rosy, shader=spot))


def _draw_ear(canvas: skia.Canvas, head: Head, side: float) -> None:
    skin, shadow = head.look.skin, head.look.shadow
    x = side * (0.455 if head.front else 0.385)
    oval(canvas, (x, 0.03), 0.085, 0.135, skin)
    if not head.front:
        oval(canvas, (x, 0.03), 0.085, 0.135, shadow, 0.30)
    bow = 0.035 * side
    line(canvas, [(x - bow, -0.05), (x + bow, -0.05), (x + bow * 0.8, 0.05), (x, 0.10)], shadow, 0.028, 0.9)


def _draw_marks(canvas: skia.Canvas, head: Head) -> None:
    look, middle = head.look, 0.0 if head.front else 0.155
    shadow = mix(look.skin, "#6f2a2c", 0.42)
    spread = 1.0 if head.front else 0.82
    if look.freckles:
        for dx, dy in ((-0.30, 0.12), (-0.24, 0.17), (-0.20, 0.11), (-0.14, 0.16), (0.14, 0.16), (0.20, 0.11),
                       (0.24, 0.17), (0.29, 0.12), (-0.05, 0.09), (0.04, 0.08)):  # fmt: skip
            disc(canvas, (middle + dx * spread, dy), 0.014, shadow, 0.6)
    if look.wrinkles:
        _draw_wrinkles(canvas, middle, spread, shadow)
    if look.scar:
        pale = mix(look.skin, "#f6ddd0", 0.5)
        x = middle - 0.30 * spread
        line(canvas, [(x - 0.03, -0.26), (x + 0.02, -0.05), (x + 0.01, 0.24)], mix(look.skin, "#93303a", 0.6), 0.034)
        line(canvas, [(x - 0.02, -0.24), (x + 0.025, -0.05), (x + 0.015, 0.22)], pale, 0.012)


def _draw_wrinkles(canvas: skia.Canvas, middle: float, spread: float, shadow: str) -> None:
    for side in (-1.0, 1.0):
        x = middle + side * 0.15 * spread
        line(canvas, [(x, 0.17), (x + side * 0.05, 0.25), (x + side * 0.055, 0.34)], shadow, 0.018, 0.55)
        eye = middle + side * 0.34 * spread
        if side < 0 or spread == 1.0:
            line(canvas, [(eye, -0.02), (eye + side * 0.05, -0.05)], shadow, 0.015, 0.5)
            line(canvas, [(eye, 0.02), (eye + side * 0.055, 0.03)], shadow, 0.015, 0.5)
        bag = middle + side * 0.20 * spread
        line(canvas, [(bag - 0.08, 0.09), (bag, 0.125), (bag + 0.08, 0.095)], shadow, 0.015, 0.5)
    for y in (-0.40, -0.34):
        line(canvas, [(middle - 0.14, y + 0.01), (middle, y - 0.012), (middle + 0.14, y + 0.01)], shadow, 0.014, 0.45)


def _draw_back(canvas: skia.Canvas, head: Head) -> None:
    for side in (-1.0, 1.0):
        oval(canvas, (side * 0.45, 0.03), 0.08, 0.13, head.look.skin)
        oval(canvas, (side * 0.45, 0.03), 0.08, 0.13, head.look.shadow, 0.25)
    blob(canvas, mirrored([*_FRONT[:-1], (0.0, 0.50)]), mix(head.look.skin, head.look.shadow, 0.4), tension=0.58)
    draw_hair_in_front(canvas, head.look, "back", covered=_covered(head))
    draw_hair_behind(canvas, head.look, "back", covered=_covered(head))
    if head.hat:
        draw_hat_behind(canvas, head.hat, "back")
        draw_hat(canvas, head.hat, "back")
    draw_over_head(canvas, head.worn, "back")
