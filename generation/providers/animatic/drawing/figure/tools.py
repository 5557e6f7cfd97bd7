"""Tools and weapons that hands hold, one function each."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import stroke

from .colours import lighter
from .pen import blob, disc, facet, line, turned
from .things import Painter


def _gun(canvas: skia.Canvas, colour: str, ground: float) -> None:
    facet(canvas, [(-0.10, -0.12), (0.10, -0.12), (0.02, 0.16), (-0.14, 0.14)], "#4a3226")
    facet(canvas, [(-0.14, -0.25), (0.50, -0.25), (0.50, -0.14), (0.14, -0.12), (-0.12, -0.10)], "#3a3d46")
    disc(canvas, (0.08, -0.17), 0.085, "#50545f")
    line(canvas, [(-0.10, -0.235), (0.48, -0.235)], "#8a909c", 0.018)
    canvas.drawCircle(0.13, -0.07, 0.06, stroke("#3a3d46", 0.022))


def _rifle(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.0, 0.0), -76):
        line(canvas, [(-0.9, 0.06), (-0.3, 0.0)], "#6a4226", 0.17)
        line(canvas, [(-0.3, 0.0), (0.4, 0.0)], "#5a3822", 0.10)
        line(canvas, [(-0.1, -0.03), (1.5, -0.05)], "#3a3d46", 0.06)


def _knife(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.0, 0.0), -55):
        facet(canvas, [(0.12, -0.06), (0.52, -0.03), (0.62, 0.035), (0.12, 0.06)], "#cfd6dc")
        line(canvas, [(-0.14, 0.0), (0.12, 0.0)], "#4a3226", 0.10)


def _sword(canvas: skia.Canvas, colour: str, ground: float) -> None:
    with turned(canvas, (0.0, 0.0), -68):
        facet(canvas, [(0.16, -0.075), (1.85, -0.05), (2.02, 0.0), (1.85, 0.05), (0.16, 0.075)], "#cdd5dc")
        line(canvas, [(0.2, 0.0), (1.85, 0.0)], "#96a2ac", 0.02)
        line(canvas, [(0.16, -0.22), (0.16, 0.22)], "#b8863b", 0.08)
        line(canvas, [(-0.22, 0.0), (0.14, 0.0)], "#5a3426", 0.10)
        disc(canvas, (-0.25, 0.0), 0.075, "#b8863b")


def _staff(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(0.0, min(ground, 2.9)), (0.02, 0.0), (0.0, -1.75)], colour, 0.085)
    canvas.drawCircle(0.02, -1.86, 0.14, stroke(colour, 0.07))


def _cane(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(0.04, min(ground, 2.6)), (0.0, -0.02)], "#4a3226", 0.065)
    line(canvas, [(0.0, -0.02), (-0.08, -0.12), (-0.20, -0.06)], "#4a3226", 0.075)


def _broom(canvas: skia.Canvas, colour: str, ground: float) -> None:
    low = min(ground, 2.9)
    line(canvas, [(0.0, low - 0.5), (0.0, -1.2)], "#8a6540", 0.06)
    blob(canvas, [(-0.08, low - 0.6), (0.08, low - 0.6), (0.24, low), (-0.24, low)], "#cda85c", tension=0.4)


def _shovel(canvas: skia.Canvas, colour: str, ground: float) -> None:
    low = min(ground, 2.9)
    line(canvas, [(0.0, low - 0.5), (0.0, -0.9)], "#8a6540", 0.07)
    blob(
        canvas, [(-0.17, low - 0.62), (0.17, low - 0.62), (0.15, low - 0.2), (0.0, low), (-0.15, low - 0.2)], "#7f8a96"
    )


def _wand(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.03, 0.12), (0.10, -0.64)], "#4a3226", 0.04)
    disc(canvas, (0.10, -0.70), 0.06, "#f2ecff")


def _hammer(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.02, 0.22), (0.06, -0.42)], "#8a6540", 0.07)
    line(canvas, [(-0.10, -0.47), (0.24, -0.42)], "#5c646e", 0.13)


def _axe(canvas: skia.Canvas, colour: str, ground: float) -> None:
    line(canvas, [(-0.04, 0.42), (0.06, -0.62)], "#7a5a3c", 0.075)
    blob(canvas, [(0.02, -0.66), (0.34, -0.78), (0.38, -0.36), (0.04, -0.44)], "#aab4bd", tension=0.5)


def _shield(canvas: skia.Canvas, colour: str, ground: float) -> None:
    blob(
        canvas,
        [(-0.45, -0.60), (0.0, -0.72), (0.45, -0.60), (0.42, 0.10), (0.0, 0.72), (-0.42, 0.10)],
        colour,
        tension=0.5,
    )
    line(canvas, [(0.0, -0.6), (0.0, 0.6)], lighter(colour, 0.4), 0.07)
    line(canvas, [(-0.4, -0.15), (0.4, -0.15)], lighter(colour, 0.4), 0.07)


TOOLS: dict[str, Painter] = {
    "gun": _gun, "rifle": _rifle, "knife": _knife, "sword": _sword, "staff": _staff, "cane": _cane,
    "broom": _broom, "shovel": _shovel, "wand": _wand, "hammer": _hammer, "axe": _axe, "shield": _shield,
}  # fmt: skip
