"""Hats and helmets of work, sport and travel; shapes are for the three-quarter view, in heads."""

from __future__ import annotations

from collections.abc import Callable

import skia

from generation.providers.animatic.drawing.canvas import fill, smooth, stroke

from .colours import darker, lighter
from .helmet import GOLD as _GOLD
from .helmet import STEEL as _STEEL
from .helmet import dome as _dome
from .helmet import shell as _shell
from .pen import blob, disc, facet, line, oval


def _wide(canvas: skia.Canvas, colour: str, *, brim: float, top: float, band: str, tip: float) -> None:
    blob(canvas, [(-brim, -0.42), (0.0, -0.24), (brim, -0.42), (brim * 0.9, -0.26), (0.0, -0.12), (-brim * 0.9, -0.26)],
         darker(colour, 0.12), tension=0.5)  # fmt: skip
    _shell(canvas, [(-0.48, -0.30), (-tip, top), (0.0, top - 0.06), (tip, top), (0.48, -0.30)], colour, 0.3)
    line(canvas, [(-0.45, -0.40), (0.0, -0.34), (0.45, -0.40)], band, 0.09)


def _sombrero(canvas: skia.Canvas, colour: str, view: str) -> None:
    _wide(canvas, colour, brim=1.25, top=-1.10, band="#b8323a", tip=0.20)
    line(canvas, [(-1.2, -0.42), (0.0, -0.22), (1.2, -0.42)], "#2f8480", 0.05)


def _conical(canvas: skia.Canvas, colour: str, view: str) -> None:
    _shell(
        canvas, [(-1.02, -0.24), (-0.5, -0.60), (0.0, -0.98), (0.5, -0.60), (1.02, -0.24), (0.0, -0.16)], colour, 0.2
    )
    for x in (-0.6, -0.3, 0.0, 0.3, 0.6):
        line(canvas, [(0.0, -0.96), (x * 1.3, -0.22)], darker(colour, 0.25), 0.016, 0.7)


def _fire(canvas: skia.Canvas, colour: str, view: str) -> None:
    blob(canvas, [(-0.98, -0.16), (-0.50, -0.44), (0.50, -0.44), (0.84, -0.28), (0.3, -0.24), (-0.4, -0.24)],
         darker(colour, 0.25))  # fmt: skip
    _dome(canvas, colour, low=-0.34)
    line(canvas, [(-0.40, -0.80), (0.0, -1.06), (0.44, -0.76)], lighter(colour, 0.2), 0.10)
    if view != "back":
        facet(canvas, [(0.0, -0.46), (0.32, -0.46), (0.36, -0.84), (0.16, -0.98), (-0.04, -0.84)], _GOLD)
        disc(canvas, (0.16, -0.68), 0.08, "#b8323a")


def _army(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.90, low=-0.28, wide=0.62)
    line(canvas, [(-0.62, -0.30), (0.0, -0.34), (0.64, -0.32)], darker(colour, 0.3), 0.09)
    for x, y in ((-0.36, -0.54), (0.10, -0.70), (0.34, -0.50), (-0.10, -0.46)):
        oval(canvas, (x, y), 0.13, 0.08, darker(colour, 0.28), 0.7)
    line(canvas, [(-0.48, -0.24), (-0.34, 0.34), (0.06, 0.58)], darker(colour, 0.5), 0.04)


def _brodie(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.84, low=-0.34, wide=0.50)
    blob(canvas, [(-0.88, -0.28), (0.0, -0.46), (0.88, -0.28), (0.0, -0.22)], darker(colour, 0.15))
    line(canvas, [(-0.44, -0.26), (-0.34, 0.34), (0.06, 0.58)], "#5a4030", 0.04)


def _pith(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.98, low=-0.36, wide=0.52)
    blob(canvas, [(-0.86, -0.16), (-0.4, -0.44), (0.4, -0.44), (0.88, -0.18), (0.0, -0.28)], darker(colour, 0.12))
    line(canvas, [(-0.50, -0.46), (0.0, -0.52), (0.50, -0.46)], lighter(colour, 0.4), 0.10)
    disc(canvas, (0.0, -0.98), 0.06, colour)


def _swimcap(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.74, low=-0.34, wide=0.50)
    line(canvas, [(0.16, -0.68), (0.34, -0.50)], "#ffffff", 0.05, 0.6)


def _aviator(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.78, low=-0.32, wide=0.53)
    for side in (-1, 1) if view != "side" else (-1,):
        _shell(canvas, [(side * 0.52, -0.40), (side * 0.56, 0.18), (side * 0.40, 0.46), (side * 0.32, 0.10),
                        (side * 0.36, -0.36)], colour, 0.4)  # fmt: skip
    if view == "back":
        return
    x = 0.12 if view == "side" else 0.0
    line(canvas, [(-0.52, -0.50), (x, -0.50), (0.52, -0.52)], "#2d2522", 0.07)
    for dx in (-0.22, 0.20):
        oval(canvas, (x + dx, -0.52), 0.19, 0.15, _GOLD)
        oval(canvas, (x + dx, -0.52), 0.14, 0.105, "#8fc4d8")
        line(canvas, [(x + dx - 0.06, -0.50), (x + dx + 0.02, -0.58)], "#ffffff", 0.03, 0.9)


def _racing(canvas: skia.Canvas, colour: str, view: str) -> None:
    if view == "back":
        _shell(canvas, [(0.0, -0.94), (0.62, -0.60), (0.62, 0.2), (0.0, 0.60), (-0.62, 0.2), (-0.62, -0.60)], colour)
        return
    x = 0.12 if view == "side" else 0.0
    hole = smooth([(-0.34 + x, -0.34), (0.32 + x, -0.34), (0.38 + x, 0.06), (0.30 + x, 0.22), (-0.30 + x, 0.22),
                   (-0.38 + x, 0.0)], closed=True, tension=0.3)  # fmt: skip
    canvas.save()
    canvas.clipPath(hole, skia.ClipOp.kDifference, doAntiAlias=True)
    _shell(canvas, [(0.0, -0.96), (0.50, -0.80), (0.68, -0.20), (0.60, 0.42), (0.12, 0.66), (-0.40, 0.58),
                    (-0.64, 0.10), (-0.60, -0.56)], colour)  # fmt: skip
    line(canvas, [(-0.56, -0.66), (0.0, -0.74), (0.56, -0.60)], "#f1ede4", 0.10)
    canvas.restore()
    canvas.drawPath(hole, stroke(darker(colour, 0.5), 0.05))
    blob(canvas, [(-0.44 + x, -0.36), (x, -0.44), (0.46 + x, -0.36), (0.44 + x, -0.26), (-0.42 + x, -0.26)], "#3a4a5a",
         0.75)  # fmt: skip


def _wimple(canvas: skia.Canvas, colour: str, view: str) -> None:
    if view == "back":
        _shell(canvas, [(0.0, -0.86), (0.5, -0.66), (0.68, 0.0), (0.78, 1.0), (0.0, 1.14), (-0.78, 1.0), (-0.68, 0.0),
                        (-0.5, -0.66)], colour)  # fmt: skip
        return
    x = 0.08 if view == "side" else 0.0
    hole = smooth([(x, -0.32), (-0.32 + x, -0.22), (-0.38 + x, 0.04), (-0.28 + x, 0.36), (x, 0.53), (0.28 + x, 0.38),
                   (0.37 + x * 0.7, 0.04), (0.32 + x, -0.22)], closed=True, tension=0.58)  # fmt: skip
    canvas.save()
    canvas.clipPath(hole, skia.ClipOp.kDifference, doAntiAlias=True)
    _shell(canvas, [(0.0, -0.72), (-0.50, -0.52), (-0.58, 0.1), (-0.40, 0.62), (0.0, 0.84), (0.42, 0.62), (0.56, 0.1),
                    (0.50, -0.50)], "#f4f0e8")  # fmt: skip
    veil = [(0.0, -0.90), (-0.54, -0.70), (-0.78, 0.1), (-0.92, 1.06), (-0.52, 0.96), (-0.50, 0.0), (-0.40, -0.46),
            (0.0, -0.56), (0.44, -0.46), (0.54, 0.0), (0.56, 0.9), (0.84, 1.0), (0.74, 0.1), (0.54, -0.68)]  # fmt: skip
    _shell(canvas, veil, colour, 0.45)
    canvas.restore()


def _bridal(canvas: skia.Canvas, colour: str, view: str) -> None:
    veil = [(0.0, -0.80), (-0.50, -0.62), (-0.76, 0.2), (-0.98, 1.5), (-0.48, 1.56), (-0.46, 0.2), (-0.30, -0.52),
            (0.30, -0.52)]  # fmt: skip
    if view != "side":
        veil = [*veil[:-1], (0.30, -0.52), (0.46, 0.2), (0.48, 1.56), (0.98, 1.5), (0.76, 0.2), (0.50, -0.62)]
    canvas.drawPath(smooth(veil, closed=True, tension=0.45), fill(colour, 0.72))
    for step in range(-3, 4):
        disc(canvas, (step * 0.12, -0.62 + 0.012 * step * step), 0.075, "#f7e9ee" if step % 2 else "#ffffff")
        disc(canvas, (step * 0.12, -0.62 + 0.012 * step * step), 0.03, "#e8a9bb")


def _custodian(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-1.24, low=-0.34, wide=0.50)
    blob(canvas, [(-0.60, -0.28), (0.0, -0.46), (0.66, -0.24), (0.0, -0.26)], darker(colour, 0.3))
    disc(canvas, (0.0, -1.25), 0.06, _STEEL)
    if view != "back":
        disc(canvas, (0.12, -0.74), 0.13, _STEEL)
        disc(canvas, (0.12, -0.74), 0.06, "#f4f0e8")


def _mortarboard(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.76, low=-0.34, wide=0.50)
    facet(canvas, [(-0.86, -0.80), (0.06, -1.02), (0.88, -0.80), (-0.04, -0.62)], lighter(colour, 0.08))
    line(canvas, [(0.0, -0.82), (-0.62, -0.74), (-0.64, -0.36)], _GOLD, 0.035, tension=0.2)
    disc(canvas, (-0.64, -0.34), 0.06, _GOLD)


def _fez(canvas: skia.Canvas, colour: str, view: str) -> None:
    _shell(canvas, [(-0.42, -0.40), (-0.32, -0.98), (0.32, -0.98), (0.42, -0.40), (0.0, -0.46)], colour, 0.15)
    line(canvas, [(0.0, -0.98), (-0.40, -0.90), (-0.42, -0.56)], "#26242b", 0.035, tension=0.3)


def _laurel(canvas: skia.Canvas, colour: str, view: str) -> None:
    for step in range(-5, 6):
        x, y = step * 0.095, -0.48 + 0.006 * step * step
        blob(canvas, [(x, y), (x + 0.10, y - 0.13), (x + 0.03, y - 0.20), (x - 0.03, y - 0.10)], colour)


def _flowers(canvas: skia.Canvas, colour: str, view: str) -> None:
    for step in range(-4, 5):
        x, y = step * 0.115, -0.54 + 0.009 * step * step
        disc(canvas, (x, y), 0.10, ("#f1ede4", colour, "#e3b53f")[step % 3])
        disc(canvas, (x, y), 0.035, "#c9982f")


def _cone(canvas: skia.Canvas, colour: str, view: str) -> None:
    facet(canvas, [(-0.30, -0.52), (0.04, -1.30), (0.34, -0.54)], colour)
    line(canvas, [(-0.18, -0.78), (0.22, -0.70)], "#e3b53f", 0.08)
    disc(canvas, (0.04, -1.32), 0.09, "#e3b53f")


def _deerstalker(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, colour, top=-0.86, low=-0.34, wide=0.54)
    for x in (-0.3, 0.0, 0.3):
        line(canvas, [(x * 0.3, -0.84), (x, -0.40)], darker(colour, 0.35), 0.03, 0.6)
    blob(canvas, [(0.20, -0.42), (0.86, -0.26), (0.30, -0.28)], darker(colour, 0.2))
    blob(canvas, [(-0.20, -0.42), (-0.86, -0.22), (-0.30, -0.28)], darker(colour, 0.2))


def _ushanka(canvas: skia.Canvas, colour: str, view: str) -> None:
    _dome(canvas, darker(colour, 0.25), top=-0.90, wide=0.54)
    for step in range(-4, 5):
        disc(canvas, (step * 0.135, -0.46), 0.15, colour)
    for side in (-1, 1) if view != "side" else (-1,):
        for step in range(4):
            disc(canvas, (side * 0.52, -0.30 + step * 0.14), 0.14, colour)


def _kippah(canvas: skia.Canvas, colour: str, view: str) -> None:
    _shell(canvas, [(-0.36, -0.54), (-0.24, -0.70), (0.0, -0.74), (0.22, -0.68), (0.30, -0.56), (0.0, -0.60)], colour)


def _ears(canvas: skia.Canvas, colour: str, view: str) -> None:
    line(canvas, [(-0.46, -0.36), (0.0, -0.66), (0.46, -0.36)], colour, 0.05)
    tall = 1.30 if colour > "#888888" else 0.98
    for side in (-1, 1):
        blob(canvas, [(side * 0.14, -0.60), (side * 0.22, -tall), (side * 0.40, -0.54)], colour, tension=0.4)
        blob(canvas, [(side * 0.20, -0.64), (side * 0.24, -tall + 0.12), (side * 0.33, -0.60)], "#e8a9bb", tension=0.4)


def _mitre(canvas: skia.Canvas, colour: str, view: str) -> None:
    _shell(
        canvas, [(-0.46, -0.38), (-0.56, -0.86), (0.0, -1.48), (0.56, -0.86), (0.46, -0.38), (0.0, -0.44)], colour, 0.2
    )
    line(canvas, [(-0.46, -0.46), (0.0, -0.52), (0.46, -0.46)], _GOLD, 0.10)
    line(canvas, [(0.0, -0.5), (0.0, -1.36)], _GOLD, 0.08)


def _balaclava(canvas: skia.Canvas, colour: str, view: str) -> None:
    shape = [(0.0, -0.74), (0.44, -0.56), (0.52, -0.1), (0.46, 0.36), (0.0, 0.68), (-0.44, 0.36), (-0.52, -0.1),
             (-0.44, -0.56)]  # fmt: skip
    x = 0.12 if view == "side" else 0.0
    canvas.save()
    if view != "back":
        slit = smooth([(-0.32 + x, -0.14), (0.32 + x, -0.16), (0.33 + x, 0.08), (-0.32 + x, 0.08)], closed=True,
                      tension=0.35)  # fmt: skip
        canvas.clipPath(slit, skia.ClipOp.kDifference, doAntiAlias=True)
    _shell(canvas, shape, colour)
    canvas.restore()


def _curls(canvas: skia.Canvas, colour: str, view: str) -> None:
    spots = [(side * x, y) for side in (-1, 1) for x, y in ((0.62, -0.30), (0.76, -0.02), (0.60, 0.22), (0.54, -0.58))]
    for x, y in [*spots, (-0.28, -0.74), (0.0, -0.80), (0.28, -0.74)]:
        disc(canvas, (x, y), 0.24, darker(colour, 0.16))
        disc(canvas, (x + 0.04, y - 0.04), 0.18, colour)


TRADE_HATS: dict[str, Callable[[skia.Canvas, str, str], None]] = {
    "sombrero": _sombrero,
    "conical": _conical,
    "fire": _fire,
    "army": _army,
    "brodie": _brodie,
    "pith": _pith,
    "swimcap": _swimcap,
    "aviator": _aviator,
    "racing": _racing,
    "wimple": _wimple,
    "bridal": _bridal,
    "custodian": _custodian,
    "mortarboard": _mortarboard,
    "fez": _fez,
    "laurel": _laurel,
    "flowers": _flowers,
    "cone": _cone,
    "deerstalker": _deerstalker,
    "ushanka": _ushanka,
    "kippah": _kippah,
    "ears": _ears,
    "mitre": _mitre,
    "balaclava": _balaclava,
    "curls": _curls,
}
"""What draws each kind, from its colour and the view."""
