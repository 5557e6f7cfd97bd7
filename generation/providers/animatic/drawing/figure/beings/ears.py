"""Ears of all kinds, and what grows on heads: horns, antlers, tufts and combs."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import Point, fill, smooth
from generation.providers.animatic.drawing.figure.colours import darker, lighter
from generation.providers.animatic.drawing.figure.pen import blob, disc, line, oval, turned

from .being import Being

_PINK = "#d79a94"
_LAID_BACK = {"sad": 26.0, "fear": 34.0, "angry": 22.0, "tired": 20.0, "tender": 8.0, "surprise": -6.0, "happy": -2.0}
"""How far ears are turned outward and down by what is felt, in degrees."""


def draw_ears(canvas: skia.Canvas, being: Being, kind: str, size: float, turn: float, *, behind: bool) -> None:
    """Draw a pair of ears on a head of radius 1; floppy ones hang before it, all others stand behind."""
    if kind == "none":
        return
    back = _LAID_BACK.get(being.expression, 0.0)
    for side in (-1, 1):
        # Of hanging ears the far one is behind the head when it is turned, and so is all that stands up.
        before = (kind in {"flop", "side"} and (side < 0 or not turn)) or (kind == "big" and turn > 0)
        if before == behind:
            continue
        x, y = side * 0.58 - 0.10 * turn, -0.62
        shrink = 0.9 if side > 0 and turn else 1.0
        inner = being.view != "back"
        if kind == "big":
            _big(canvas, being, side, size, turn, back)
            continue
        if kind in {"flop", "side"}:
            with turned(canvas, (side * 0.82 - 0.12 * turn, -0.42), side * (10 - back * 0.4), size * shrink):
                _EARS[kind](canvas, being, side, inner)
            continue
        lean = {"long": 9, "round": 34, "point": 18, "tuft": 18, "leaf": 52, "small": 40}.get(kind, 18)
        with turned(canvas, (x, y), side * (lean + back), size * shrink):
            _EARS.get(kind, _point)(canvas, being, side, inner)


def _point(canvas: skia.Canvas, being: Being, side: int, inner: bool) -> None:  # noqa: FBT001
    coat = being.coat
    blob(canvas, [(-0.36, 0.26), (-0.24, -0.20), (0.0, -0.78), (0.24, -0.20), (0.36, 0.26)], coat.main, tension=0.45)
    if inner:
        blob(canvas, [(-0.19, 0.16), (-0.12, -0.14), (0.0, -0.50), (0.12, -0.14), (0.19, 0.16)], _PINK, tension=0.45)
    if being.species in {"fox", "lynx"}:
        blob(canvas, [(-0.16, -0.36), (0.0, -0.79), (0.16, -0.36), (0.0, -0.30)], "#2a1e1a", tension=0.4)


def _round(canvas: skia.Canvas, being: Being, side: int, inner: bool) -> None:  # noqa: FBT001
    dark = being.species in {"panda", "skunk"}
    colour = being.coat.dark if dark else being.coat.main
    disc(canvas, (0.0, -0.14), 0.40, colour)
    if inner:
        disc(canvas, (0.0, -0.10), 0.24, darker(colour, 0.3) if dark else _PINK)


def _small(canvas: skia.Canvas, being: Being, side: int, inner: bool) -> None:  # noqa: FBT001
    disc(canvas, (0.0, -0.04), 0.24, darker(being.coat.main, 0.12))
    if inner:
        disc(canvas, (0.0, -0.02), 0.13, _PINK)


def _long(canvas: skia.Canvas, being: Being, side: int, inner: bool) -> None:  # noqa: FBT001
    coat = being.coat
    shape = [(-0.20, 0.20), (-0.29, -0.60), (-0.15, -1.26), (0.06, -1.36), (0.24, -0.90), (0.24, -0.30), (0.20, 0.20)]
    blob(canvas, shape, coat.main, tension=0.58)
    if inner:
        blob(canvas, [(-0.09, 0.05), (-0.15, -0.60), (-0.05, -1.10), (0.10, -0.90), (0.11, -0.3)], _PINK, tension=0.58)


def _flop(canvas: skia.Canvas, being: Being, side: int, inner: bool) -> None:  # noqa: FBT001
    colour = darker(being.coat.main, 0.24) if not being.coat.pattern else being.coat.marks
    canvas.scale(side, 1)
    points = [(-0.22, -0.22), (0.12, -0.30), (0.36, 0.10), (0.38, 0.72), (0.14, 0.96), (-0.10, 0.72), (-0.06, 0.22)]
    canvas.drawPath(smooth(points, closed=True, tension=0.58), fill(colour))


def _side(canvas: skia.Canvas, being: Being, side: int, inner: bool) -> None:  # noqa: FBT001
    canvas.scale(side, 1)
    blob(
        canvas, [(-0.1, -0.06), (0.28, -0.30), (0.66, -0.16), (0.50, 0.12), (0.10, 0.18)], being.coat.main, tension=0.55
    )
    if inner:
        blob(canvas, [(0.10, -0.04), (0.30, -0.18), (0.52, -0.10), (0.40, 0.04)], _PINK, tension=0.55)


def _leaf(canvas: skia.Canvas, being: Being, side: int, inner: bool) -> None:  # noqa: FBT001
    blob(
        canvas, [(-0.15, 0.2), (-0.24, -0.30), (0.0, -0.82), (0.22, -0.30), (0.15, 0.2)], being.coat.main, tension=0.55
    )
    if inner:
        blob(canvas, [(-0.07, 0.1), (-0.11, -0.28), (0.0, -0.58), (0.11, -0.28), (0.07, 0.1)], _PINK, tension=0.55)


def _big(canvas: skia.Canvas, being: Being, side: int, size: float, turn: float, back: float) -> None:
    if turn and side > 0:
        return
    with turned(canvas, (side * 0.55 - 0.22 * turn, -0.25), -side * back * 0.5, size):
        canvas.scale(side, 1)
        shape = [(-0.05, -0.50), (0.40, -0.86), (1.02, -0.70), (1.22, -0.05), (0.94, 0.66), (0.44, 0.86), (0.02, 0.42)]
        canvas.drawPath(smooth(shape, closed=True, tension=0.58), fill(darker(being.coat.main, 0.10)))
        blob(canvas, [(0.15, -0.34), (0.50, -0.62), (0.92, -0.46), (0.98, 0.0), (0.72, 0.46), (0.34, 0.52)],
             darker(_PINK, 0.22), 0.8, tension=0.58)  # fmt: skip


_EARS = {
    "point": _point, "tuft": _point, "round": _round, "small": _small, "long": _long, "flop": _flop, "side": _side,
    "leaf": _leaf,
}  # fmt: skip


def draw_crown(canvas: skia.Canvas, being: Being, kinds: tuple[str, ...], turn: float) -> None:
    """Draw what grows on a head of radius 1."""
    for kind in kinds:
        _CROWNS[kind](canvas, being, turn)


def _horns(canvas: skia.Canvas, being: Being, turn: float) -> None:
    for side in (-1, 1):
        x = side * 0.40 - 0.08 * turn
        line(canvas, [(x, -0.78), (x + side * 0.30, -1.06), (x + side * 0.26, -1.42)], "#d9ccb0", 0.20)
        line(canvas, [(x + side * 0.29, -1.12), (x + side * 0.26, -1.42)], "#b8a582", 0.12)


def _curled(canvas: skia.Canvas, being: Being, turn: float) -> None:
    for side in (-1, 1):
        x = side * 0.62 - 0.1 * turn
        line(canvas, [(x - side * 0.2, -0.72), (x + side * 0.30, -0.74), (x + side * 0.48, -0.32), (x + side * 0.26,
            0.0),
                      (x + side * 0.06, -0.20)], "#c9b68e", 0.22)  # fmt: skip


def _backward(canvas: skia.Canvas, being: Being, turn: float) -> None:
    for side in (-1, 1):
        x = side * 0.30 - 0.14 * turn
        line(
            canvas,
            [(x, -0.80), (x - 0.12 + side * 0.1, -1.25), (x - 0.50 * turn + side * 0.25, -1.55)],
            "#cbbd9d",
            0.17,
        )


def _antlers(canvas: skia.Canvas, being: Being, turn: float) -> None:
    for side in (-1, 1):
        x = side * 0.30 - 0.12 * turn
        for points in (
            [(x, -0.78), (x + side * 0.34, -1.30), (x + side * 0.42, -2.05)],
            [(x + side * 0.26, -1.16), (x + side * 0.74, -1.46), (x + side * 0.84, -1.80)],
            [(x + side * 0.38, -1.50), (x + side * 0.10, -1.86)],
        ):
            line(canvas, points, "#a98d68", 0.13)


def _spire(canvas: skia.Canvas, being: Being, turn: float) -> None:
    base = (0.28 * turn, -0.84)
    blob(canvas, [(base[0] - 0.15, base[1] + 0.1), (base[0] + 0.14 * turn + 0.02, base[1] - 1.05),
                  (base[0] + 0.17, base[1] + 0.12)], "#f0cf6a", tension=0.2)  # fmt: skip
    for step in range(3):
        y = base[1] - 0.05 - step * 0.26
        line(canvas, [(base[0] - 0.10 + step * 0.035, y), (base[0] + 0.14, y - 0.07)], "#c99a3a", 0.05)


def _knobs(canvas: skia.Canvas, being: Being, turn: float) -> None:
    for side in (-1, 1):
        x = side * 0.26 - 0.10 * turn
        line(canvas, [(x, -0.78), (x + side * 0.04, -1.16)], being.coat.main, 0.13)
        disc(canvas, (x + side * 0.04, -1.20), 0.12, being.coat.dark)


def _tuft(canvas: skia.Canvas, being: Being, turn: float) -> None:
    tone = darker(being.coat.main, 0.3)
    for x, lift in ((-0.16, 0.30), (0.04, 0.42), (0.22, 0.28)):
        blob(canvas, [(x - 0.14, -0.82), (x + 0.05, -0.88 - lift), (x + 0.13, -0.80)], tone, tension=0.5)


def _trunk(canvas: skia.Canvas, being: Being, turn: float) -> None:
    if being.view == "back":
        return
    lift = {"happy": -0.55, "surprise": -0.7, "angry": -0.3}.get(being.expression, 0.0)
    joints: list[Point] = [
        (0.34 * turn, 0.12), (0.62 * turn, 0.62), (0.66 * turn - 0.04, 1.20 + lift * 0.4),
        (0.84 * turn + 0.10, 1.62 + lift), (1.12 * turn + 0.26, 1.58 + lift * 1.6),
    ]  # fmt: skip
    for index, width in enumerate((0.62, 0.50, 0.40, 0.32)):
        line(canvas, joints[index : index + 2], being.coat.main, width)
    for index in range(1, 4):
        x, y = joints[index]
        line(canvas, [(x - 0.14, y), (x + 0.14, y - 0.03)], darker(being.coat.main, 0.3), 0.03, 0.6)
    for side in (-1, 1):
        x = 0.30 * turn + side * (0.34 - 0.06 * turn)
        line(canvas, [(x, 0.50), (x + side * 0.10 + 0.14 * turn, 0.96), (x + 0.34 * turn + side * 0.06, 1.14)],
             "#f6efdd", 0.13)  # fmt: skip


def _frill(canvas: skia.Canvas, being: Being, turn: float) -> None:
    for step in range(5):
        x = -0.62 + step * 0.22
        y = -0.78 - 0.16 * math.sin(math.pi * (step + 1) / 6)
        blob(canvas, [(x - 0.12, y + 0.16), (x - 0.05, y - 0.22), (x + 0.12, y + 0.12)],
             lighter(being.coat.dark, 0.1), tension=0.4)  # fmt: skip


def _wool(canvas: skia.Canvas, being: Being, turn: float) -> None:
    for x, y, radius in ((-0.42, -0.66, 0.32), (-0.06, -0.84, 0.36), (0.32, -0.70, 0.30)):
        oval(canvas, (x, y), radius, radius * 0.9, being.coat.pale)


_CROWNS = {
    "horns": _horns, "curled": _curled, "backward": _backward, "antlers": _antlers, "spire": _spire, "knobs": _knobs,
    "tuft": _tuft, "trunk": _trunk, "frill": _frill, "wool": _wool,
}  # fmt: skip
