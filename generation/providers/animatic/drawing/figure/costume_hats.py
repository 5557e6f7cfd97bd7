"""Hats of trades, times and tales, by which somebody is known from afar; shapes are for the three-quarter view."""

from __future__ import annotations

from collections.abc import Callable

import skia

from generation.providers.animatic.drawing.canvas import fill, mix, radial, smooth, stroke

from .colours import darker, lighter
from .helmet import GOLD as _GOLD
from .helmet import dome as _dome
from .helmet import shell as _shell
from .pen import blob, disc, facet, line, oval
from .trade_hats import TRADE_HATS


def _horned(canvas: skia.Canvas, colour: str, view: str) -> None:
    for side in (-1, 1):
        horn = [(0.46, -0.52), (0.80, -0.56), (0.98, -0.86), (0.94, -1.22), (0.80, -0.92), (0.66, -0.78), (0.46, -0.74)]
        blob(canvas, [(x * side, y) for x, y in horn], "#efe3c8" if side > 0 else "#d9c9a4", tension=0.5)
        for x, y in ((0.62, -0.66), (0.78, -0.74)):
            line(canvas, [(side * x, y - 0.10), (side * (x + 0.05), y + 0.10)], "#a98f66", 0.025, 0.8)
    _dome(canvas, colour)
    line(canvas, [(-0.56, -0.32), (0.0, -0.40), (0.56, -0.34)], _GOLD, 0.10)
    line(canvas, [(0.04, -0.94), (0.06, -0.42)], _GOLD, 0.09)
    if view != "back":
        x = 0.16 if view == "side" else 0.0
        facet(canvas, [(x - 0.05, -0.40), (x + 0.05, -0.40), (x + 0.03, -0.06), (x - 0.03, -0.06)], colour)


def _knight(canvas: skia.Canvas, colour: str, view: str) -> None:
    x = 0.10 if view == "side" else 0.0
    plume = [(0.0, -0.98), (-0.20, -1.30), (-0.62, -1.26), (-0.86, -0.86), (-0.74, -0.60), (-0.52, -0.86)]
    blob(canvas, plume, "#b8323a", tension=0.55)
    _dome(canvas, colour, top=-0.98)
    cheek = [(-0.58, -0.36), (-0.60, 0.20), (-0.44, 0.56), (-0.22, 0.52), (-0.30, 0.10), (-0.36 + x, -0.30)]
    _shell(canvas, cheek, colour, 0.4)
    if view == "back":
        _shell(canvas, [(-0.58, -0.4), (-0.60, 0.3), (0.0, 0.62), (0.60, 0.3), (0.58, -0.4)], colour, 0.4)
        return
    right = [(0.58, -0.36), (0.60, 0.10), (0.46, 0.50), (0.34 + x * 0.6, 0.46), (0.36 + x * 0.6, -0.30)]
    _shell(canvas, right, colour, 0.4)
    # The visor is up, so that a face is seen in it.
    _shell(canvas, [(-0.46, -0.40), (x, -0.34), (0.56, -0.42), (0.66, -0.62), (x + 0.1, -0.72), (-0.48, -0.62)],
           lighter(colour, 0.18), 0.4)  # fmt: skip
    line(canvas, [(-0.34, -0.52), (x, -0.50), (0.56, -0.55)], darker(colour, 0.65), 0.045)
    for dx in (-0.3, 0.5):
        disc(canvas, (dx, -0.40), 0.045, darker(colour, 0.4))


def _tricorn(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.92, wide=0.46)
    brim = [(-0.92, -0.60), (-0.55, -0.30), (0.0, -0.24), (0.55, -0.30), (0.96, -0.62), (0.60, -0.66), (0.06, -0.98),
            (-0.50, -0.64)]  # fmt: skip
    _shell(canvas, brim, darker(colour, 0.1), 0.25)
    line(canvas, [(-0.92, -0.60), (-0.50, -0.64), (0.06, -0.98), (0.60, -0.66), (0.96, -0.62)], _GOLD, 0.045,
         tension=0.25)  # fmt: skip
    if view != "back":
        disc(canvas, (0.06, -0.60), 0.13, "#f1ede4")
        facet(canvas, [(-0.01, -0.52), (0.13, -0.52), (0.11, -0.42), (0.01, -0.42)], "#f1ede4")
        for dx in (0.015, 0.105):
            disc(canvas, (dx, -0.60), 0.035, colour)
        for side in (-1, 1):
            line(canvas, [(0.06 - 0.16 * side, -0.40), (0.06 + 0.16 * side, -0.32)], "#f1ede4", 0.04)


def _space(canvas: skia.Canvas, colour: str, view: str) -> None:
    middle = 0.06 if view == "side" else 0.0
    blob(canvas, [(-0.62, 0.46), (0.66, 0.46), (0.72, 0.72), (0.0, 0.84), (-0.70, 0.72)], darker(colour, 0.2))
    if view == "back":
        _shell(canvas, [(0.0, -1.02), (0.56, -0.82), (0.84, -0.16), (0.66, 0.46), (0.0, 0.66), (-0.66, 0.46),
                        (-0.84, -0.16), (-0.56, -0.82)], colour)  # fmt: skip
        return
    ball = skia.Rect(-0.86, -1.06, 0.90, 0.70)
    canvas.drawOval(ball, fill("#bfe2f2", shader=radial((0.3, -0.5), 1.3, [("#ffffff", 0.10), ("#7fb2d8", 0.34)])))
    shell = stroke(colour, 0.20)
    canvas.drawArc(skia.Rect(-0.80, -1.0, 0.84, 0.64), 118, 235, useCenter=False, paint=shell)
    canvas.drawOval(ball, stroke(darker(colour, 0.4), 0.035))
    canvas.drawArc(skia.Rect(-0.58, -0.80, 0.66, 0.46), 290, 55, useCenter=False, paint=stroke("#ffffff", 0.06, 0.85))
    for side in (-1, 1):
        canvas.drawCircle(side * 0.84 + middle * 0.4, -0.06, 0.14, fill(darker(colour, 0.15)))
        canvas.drawCircle(side * 0.84 + middle * 0.4, -0.06, 0.07, fill("#c9474a"))


def _wig(canvas: skia.Canvas, colour: str, view: str) -> None:
    shade = darker(colour, 0.22)
    _dome(canvas, colour, top=-0.84, low=-0.36, wide=0.56)
    for row in range(4):
        for step in range(-3, 4):
            disc(canvas, (step * 0.155 + (0.07 if row % 2 else 0), -0.44 - row * 0.11), 0.075, colour)
            canvas.drawCircle(step * 0.155 + (0.07 if row % 2 else 0), -0.44 - row * 0.11, 0.075, stroke(shade, 0.016))
    for side in (-1, 1):
        for step in range(5):
            oval(canvas, (side * 0.56, -0.34 + step * 0.21), 0.16, 0.12, colour)
            line(canvas, [(side * 0.68, -0.34 + step * 0.21), (side * 0.46, -0.32 + step * 0.21)], shade, 0.022)


def _nurse(canvas: skia.Canvas, colour: str, view: str) -> None:
    _shell(canvas, [(-0.34, -0.52), (-0.46, -0.86), (-0.14, -0.96), (0.24, -0.94), (0.46, -0.82), (0.36, -0.50),
                    (0.0, -0.58)], colour, 0.3)  # fmt: skip
    facet(canvas, [(-0.02, -0.88), (0.06, -0.88), (0.06, -0.66), (-0.02, -0.66)], "#c23b36")
    facet(canvas, [(-0.09, -0.81), (0.13, -0.81), (0.13, -0.73), (-0.09, -0.73)], "#c23b36")


def _santa(canvas: skia.Canvas, colour: str, view: str) -> None:
    _shell(canvas, [(-0.54, -0.38), (-0.40, -0.84), (-0.02, -1.16), (-0.40, -1.20), (-0.78, -0.86), (-0.86, -0.40),
                    (-0.76, -0.42), (-0.60, -0.78), (-0.20, -1.0), (0.38, -0.82), (0.54, -0.38)], colour,
                    0.4)  # fmt: skip
    _shell(canvas, [(-0.54, -0.36), (-0.42, -0.80), (0.0, -1.10), (0.36, -0.84), (0.54, -0.38)], colour, 0.4)
    for step in range(-4, 5):
        oval(canvas, (step * 0.135, -0.40 + 0.004 * step * step), 0.12, 0.12, "#f7f3ec")
    disc(canvas, (-0.82, -0.32), 0.15, "#f7f3ec")


def _kabuto(canvas: skia.Canvas, colour: str, view: str) -> None:
    for step in range(3):
        _shell(
            canvas,
            [
                (-0.50 - step * 0.10, -0.30 + step * 0.16),
                (-0.60 - step * 0.12, -0.10 + step * 0.18),
                (-0.34 - step * 0.10, -0.04 + step * 0.18),
                (-0.38, -0.34),
            ],
            mix(colour, "#a6323a", 0.5),
            0.2,
        )
        if view != "side":
            _shell(
                canvas,
                [
                    (0.50 + step * 0.10, -0.30 + step * 0.16),
                    (0.60 + step * 0.12, -0.10 + step * 0.18),
                    (0.34 + step * 0.10, -0.04 + step * 0.18),
                    (0.38, -0.34),
                ],
                mix(colour, "#a6323a", 0.5),
                0.2,
            )
    _dome(canvas, colour)
    for x in (-0.3, 0.0, 0.3):
        line(canvas, [(x * 0.4, -0.94), (x, -0.66), (x * 1.3, -0.40)], lighter(colour, 0.4), 0.022, 0.8)
    line(canvas, [(-0.60, -0.30), (0.0, -0.36), (0.64, -0.32)], mix(colour, "#a6323a", 0.6), 0.11)
    if view != "back":
        x = 0.12 if view == "side" else 0.0
        for side in (-1, 1):
            horn = [(x, -0.46), (x + side * 0.34, -0.72), (x + side * 0.46, -1.26), (x + side * 0.26, -0.80)]
            blob(canvas, horn, _GOLD, tension=0.4)
        disc(canvas, (x, -0.50), 0.11, _GOLD)


def _crest(canvas: skia.Canvas, colour: str, view: str) -> None:
    comb = [(-0.70, -0.30), (-0.80, -0.80), (-0.46, -1.22), (0.06, -1.34), (0.46, -1.16), (0.50, -0.90), (0.0, -0.96),
            (-0.44, -0.76), (-0.56, -0.36)]  # fmt: skip
    if view == "side":
        blob(canvas, comb, "#b8323a", tension=0.5)
        for share in range(7):
            x = -0.62 + share * 0.17
            line(canvas, [(x, -0.88 + abs(x) * 0.2), (x * 1.12, -1.20 + abs(x) * 0.5)], "#8a1f26", 0.025, 0.6)
    else:
        blob(canvas, [(-0.12, -0.80), (-0.16, -1.30), (0.0, -1.40), (0.16, -1.30), (0.12, -0.80)], "#b8323a")
    _dome(canvas, colour)
    for side in (-1, 1):
        if view == "side" and side < 0:
            _shell(canvas, [(-0.52, -0.30), (-0.50, 0.34), (-0.26, 0.46), (-0.24, 0.0), (-0.34, -0.30)], colour, 0.3)
        elif view != "side":
            _shell(canvas, [(side * 0.54, -0.30), (side * 0.52, 0.36), (side * 0.34, 0.44), (side * 0.36, -0.30)],
                   colour, 0.3)  # fmt: skip
    line(canvas, [(-0.58, -0.32), (0.0, -0.38), (0.60, -0.32)], darker(colour, 0.35), 0.07)


def _nemes(canvas: skia.Canvas, colour: str, view: str) -> None:
    blue = "#2f55a4"
    for side in (-1, 1):
        flap = [
            (side * 0.42, -0.62),
            (side * 0.80, -0.20),
            (side * 0.74, 0.66),
            (side * 0.36, 0.80),
            (side * 0.44, 0.1),
        ]
        if view == "side" and side > 0:
            flap = [(0.40, -0.62), (0.60, -0.3), (0.58, 0.5), (0.42, 0.66), (0.42, 0.0)]
        path = smooth(flap, closed=True, tension=0.3)
        canvas.drawPath(path, fill(colour))
        canvas.save()
        canvas.clipPath(path, doAntiAlias=True)
        for step in range(8):
            line(canvas, [(side * 0.2, -0.5 + step * 0.19), (side * 1.0, -0.44 + step * 0.19)], blue, 0.065)
        canvas.restore()
    _dome(canvas, colour, top=-0.82, low=-0.34, wide=0.52)
    for x in (-0.34, -0.17, 0.0, 0.17, 0.34):
        line(canvas, [(x * 0.5, -0.80), (x, -0.58), (x * 1.2, -0.42)], blue, 0.05)
    line(canvas, [(-0.50, -0.36), (0.0, -0.42), (0.50, -0.36)], _GOLD, 0.09)
    if view != "back":
        x = 0.12 if view == "side" else 0.0
        line(canvas, [(x, -0.40), (x + 0.02, -0.60), (x + 0.10, -0.70)], "#2f8480", 0.07)


def _jester(canvas: skia.Canvas, colour: str, view: str) -> None:
    other = mix("#e3b53f", colour, 0.1)
    horns = (((-0.5, -0.40), (-0.62, -0.86), (-1.02, -0.66), (-0.86, -1.10), (-0.20, -0.98), (0.0, -0.46)),
             ((0.5, -0.40), (0.62, -0.86), (1.02, -0.66), (0.86, -1.10), (0.20, -0.98), (0.0, -0.46)),
             ((-0.26, -0.6), (-0.22, -1.10), (0.10, -1.44), (0.24, -1.0), (0.28, -0.6)))  # fmt: skip
    for points, tone in zip(horns, (colour, other, "#4c8556"), strict=True):
        _shell(canvas, points, tone, 0.4)
    for spot in ((-1.04, -0.62), (1.04, -0.62), (0.10, -1.46)):
        disc(canvas, spot, 0.09, _GOLD)
    line(canvas, [(-0.52, -0.38), (0.0, -0.44), (0.52, -0.38)], other, 0.13)


COSTUME_HATS: dict[str, Callable[[skia.Canvas, str, str], None]] = {
    **TRADE_HATS,
    "horned": _horned, "knight": _knight, "tricorn": _tricorn, "space": _space, "wig": _wig, "nurse": _nurse,
    "santa": _santa, "kabuto": _kabuto, "crest": _crest, "nemes": _nemes, "jester": _jester, }  # fmt: skip
"""What draws each kind, in heads about the middle of the head, from its colour and the view."""

HIDING_ALL = frozenset({"wimple", "wig", "balaclava", "nemes", "swimcap", "racing", "curls", "aviator"})
"""Kinds under which no hair is seen."""

HIDING_TOP = frozenset(
    {"horned", "knight", "tricorn", "santa", "kabuto", "crest", "jester", "sombrero", "conical", "fire", "army",
     "brodie", "pith", "custodian", "mortarboard", "fez", "deerstalker", "ushanka", "mitre", "space"}
)  # fmt: skip
"""Kinds that press curls and buns flat."""
